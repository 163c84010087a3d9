import type { Hono } from 'hono'
import type { LedgerRecord } from '../../ledger/record.ts'
import { dayOf } from '../../pipeline.ts'
import { titleOf } from '../../reporting/brief/opening.ts'
import { actorOf, actorsOf } from '../../reporting/fields.ts'
import { meetingPage } from '../../web/pages/meeting.ts'
import { meetingsPage } from '../../web/pages/meetings.ts'
import { asOfOf, pageLink, pageOf, recordIdOf } from '../ask.ts'
import { notFound } from '../problem.ts'
import type { Site } from '../views.ts'

const perPage = 100, neighbours = 8, documentLimit = 12

/** Meetings: the list and each meeting with what belongs to it. */
export default (app: Hono, { store, page, recordsOf }: Site): void => {
  app.get('/meetings', async (c) => {
    const number = pageOf(c), offset = (number - 1) * perPage
    const all = await recordsOf('meeting', asOfOf(c)), meetings = all.slice(offset, offset + perPage)
    const newer = number > 1 ? pageLink(c, number - 1) : undefined, older = offset + perPage < all.length ? pageLink(c, number + 1) : undefined
    return c.html(page({ title: 'Meetings', section: '/meetings' }, meetingsPage({ meetings, newer, older })))
  })

  app.get('/meetings/:id', async (c) => {
    const id = recordIdOf(c), asOf = asOfOf(c), found = await store.recordOf(id, asOf)
    if (!found || found.record.kind !== 'meeting') throw notFound('No meeting has this id.')
    const documents = [...new Set(found.claims.map((claim) => claim.document.id))].slice(0, documentLimit)
    const [whole, meetings] = await Promise.all([Promise.all(documents.map((d) => store.document(d))), recordsOf('meeting', asOf)])
    const around = whole.flatMap((d) => d?.claims.map((claim) => ({ ...claim, document: d.row })) ?? []).filter((row) => row.claim.fields.kind !== 'meeting')
    const view = { ...found, asOf, around, ...sameForum(found.record, meetings) }
    return c.html(page({ title: titleOf(found.record), section: '/meetings' }, meetingPage(view)))
  })
}

/** Meetings of the same forum, or of just the same parties, before and after this one. */
function sameForum(meeting: LedgerRecord, all: readonly LedgerRecord[]): { readonly earlier: readonly LedgerRecord[]; readonly later: readonly LedgerRecord[] } {
  const key = keyOf(meeting), day = dayOf(meeting)
  if (key === '' || day === null) return { earlier: [], later: [] }
  const others = all.filter((m) => m.id !== meeting.id && keyOf(m) === key && dayOf(m) !== null)
  const on = (m: LedgerRecord) => dayOf(m)!
  return {
    earlier: others.filter((m) => on(m) < day).sort((a, b) => on(b).localeCompare(on(a))).slice(0, neighbours),
    later: others.filter((m) => on(m) >= day).sort((a, b) => on(a).localeCompare(on(b))).slice(0, neighbours),
  }
}

function keyOf(meeting: LedgerRecord): string {
  const forum = actorOf(meeting.fields['forum'])
  return forum ? (forum.to ?? forum.label) : actorsOf(meeting.fields['parties']).map((p) => p.to ?? p.label).sort().join(' ')
}


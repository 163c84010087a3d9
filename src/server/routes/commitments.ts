import type { Context, Hono } from 'hono'
import type { LedgerRecord } from '../../ledger/record.ts'
import { actorsOf, textOf } from '../../reporting/fields.ts'
import { capital, sayActor } from '../../reporting/words.ts'
import { commitmentChart } from '../../web/commitment-chart.ts'
import { commitmentsPage, type Filter } from '../../web/pages/commitments.ts'
import { asOfOf, pageLink, pageOf } from '../ask.ts'
import { recordLimit, type Site } from '../views.ts'

const perPage = 100

/** The register of commitments, narrowed on the server. */
export default (app: Hono, { page, recordsOf }: Site): void => {
  app.get('/commitments', async (c) => {
    const all = await recordsOf('commitment', asOfOf(c)), filter = filterOf(c), number = pageOf(c), offset = (number - 1) * perPage
    const found = all.filter((record) => matches(record, filter))
    const main = commitmentsPage({
      filter, choices: choicesOf(all), commitments: found.slice(offset, offset + perPage), found: found.length, all: all.length, beyond: all.length >= recordLimit,
      chart: await commitmentChart(found),
      newer: number > 1 ? pageLink(c, number - 1) : undefined, older: offset + perPage < found.length ? pageLink(c, number + 1) : undefined,
    })
    return c.html(page({ title: 'Commitments', section: '/commitments', kind: 'wide' }, main))
  })
}

const filterOf = (c: Context): Filter => ({ provider: c.req.query('provider') ?? '', recipient: c.req.query('recipient') ?? '', stage: c.req.query('stage') ?? '', aid: c.req.query('aid') ?? '' })

const valuesOf: Readonly<Record<keyof Filter, (record: LedgerRecord) => readonly string[]>> = {
  provider: (r) => actorsOf(r.fields['provider']).map((a) => a.label),
  recipient: (r) => actorsOf(r.fields['recipient']).map((a) => a.label),
  stage: (r) => [r.state],
  aid: (r) => [textOf(r.fields['aid']) ?? 'other'],
}

const matches = (record: LedgerRecord, filter: Filter): boolean =>
  (Object.keys(valuesOf) as (keyof Filter)[]).every((name) => filter[name] === '' || valuesOf[name](record).includes(filter[name]))

/** What the filters offer, worked out once for a list that is kept. */
const offered = new WeakMap<readonly LedgerRecord[], ReturnType<typeof choicesIn>>()
function choicesOf(all: readonly LedgerRecord[]) {
  const known = offered.get(all) ?? choicesIn(all)
  offered.set(all, known)
  return known
}

function choicesIn(all: readonly LedgerRecord[]) {
  const choices = (name: keyof Filter) => [...new Set(all.flatMap(valuesOf[name]))].map((value) => [value, capital(sayActor(value))] as const).sort((a, b) => a[1].localeCompare(b[1], 'en'))
  return { provider: choices('provider'), recipient: choices('recipient'), stage: choices('stage'), aid: choices('aid') }
}

import type { Context, Hono } from 'hono'
import { countAlike, fits, type Alike, type Narrow } from '../../reporting/register.ts'
import { capital, sayActor } from '../../reporting/words.ts'
import { commitmentChart } from '../../web/commitment-chart.ts'
import { commitmentsPage } from '../../web/pages/commitments.ts'
import { asOfOf, pageLink, pageOf } from '../ask.ts'
import { keptForHead, recordLimit, type Site } from '../views.ts'

const perPage = 100

/** The register of commitments, narrowed by the store; as of an earlier moment, the latest records of that moment are looked through. */
export default (app: Hono, { store, page, recordsOf }: Site): void => {
  const counted = keptForHead(store, () => store.register.count())
  app.get('/commitments', async (c) => {
    const narrow = narrowOf(c), asOf = asOfOf(c), number = pageOf(c), offset = (number - 1) * perPage
    const records = asOf === null ? null : await recordsOf('commitment', asOf)
    const all = records ? countAlike(records) : await counted(), found = all.filter((alike) => fits(alike, narrow)), count = total(found)
    const commitments = records ? records.filter((_, i) => fits(all[i]!, narrow)).slice(offset, offset + perPage) : await store.register.page(narrow, perPage, offset)
    const main = commitmentsPage({
      filter: narrow, choices: choicesOf(all), commitments, found: count, all: total(all), beyond: records !== null && records.length >= recordLimit,
      chart: await commitmentChart(found),
      newer: number > 1 ? pageLink(c, number - 1) : undefined, older: offset + perPage < count ? pageLink(c, number + 1) : undefined,
    })
    return c.html(page({ title: 'Commitments', section: '/commitments', kind: 'wide' }, main))
  })
}

const narrowOf = (c: Context): Narrow => ({ provider: c.req.query('provider') ?? '', recipient: c.req.query('recipient') ?? '', stage: c.req.query('stage') ?? '', aid: c.req.query('aid') ?? '' })
const total = (list: readonly Alike[]): number => list.reduce((sum, { count }) => sum + count, 0)

/** What the filters offer, worked out once for counts that are kept. */
const offered = new WeakMap<readonly Alike[], ReturnType<typeof choicesIn>>()
function choicesOf(all: readonly Alike[]) {
  const known = offered.get(all) ?? choicesIn(all)
  offered.set(all, known)
  return known
}

function choicesIn(all: readonly Alike[]) {
  const choices = (valuesOf: (alike: Alike) => readonly string[]) => [...new Set(all.flatMap(valuesOf))].map((value) => [value, capital(sayActor(value))] as const).sort((a, b) => a[1].localeCompare(b[1], 'en'))
  return { provider: choices((a) => a.providers), recipient: choices((a) => a.recipients), stage: choices((a) => [a.stage]), aid: choices((a) => [a.aid]) }
}

import type { Hono } from 'hono'
import type { Figure } from '../../core/observation.ts'
import { datasetTitles, seriesByName } from '../../pipeline/datasets.ts'
import { sayActor } from '../../reporting/words.ts'
import { seriesChart } from '../../web/series-chart.ts'
import { seriesListPage, seriesPage } from '../../web/pages/series.ts'
import { asOfOf } from '../ask.ts'
import { notFound } from '../problem.ts'
import type { Site } from '../views.ts'

const most = 2000

/** Series of figures: the list, and each with its figures, of all or of one. */
export default (app: Hono, { store, page }: Site): void => {
  app.get('/series', async (c) => {
    const asOf = asOfOf(c), named = (await store.figures.series(asOf)).map((l) => ({ ...l, title: seriesByName.get(l.series)?.title ?? l.series }))
    const datasets = [...Map.groupBy(named, (l) => l.dataset)].map(([name, lines]) => ({ title: datasetTitles.get(name) ?? name, lines }))
    return c.html(page({ title: 'Series', section: '/series' }, seriesListPage({ datasets, asOf })))
  })

  app.get('/series/:name', async (c) => {
    const asOf = asOfOf(c), name = c.req.param('name'), of = c.req.query('of') ?? null
    const line = (await store.figures.series(asOf)).find((l) => l.series === name)
    if (!line) throw notFound(`No series “${name.slice(0, 60)}” is on record.`)
    const figures = (await store.figures.current({ series: [name], asOf, ...(of === null ? {} : { subjects: [of] }) })).toSorted((a, b) => (a.period < b.period ? -1 : a.period > b.period ? 1 : 0))
    if (of !== null && figures.length === 0) throw notFound(`The series has no figure of “${of.slice(0, 60)}”.`)
    const title = seriesByName.get(name)?.title ?? name, shown = of === null ? newestOfEach(figures) : figures.slice(-most).toReversed()
    const corrected = of === null ? [] : replaced(await store.figures.history({ series: name, subject: of }), figures)
    const chart = of === null ? null : await seriesChart(figures.filter((f) => f.detail === null), line.unit)
    return c.html(page({ title, section: '/series' }, seriesPage({ series: { ...line, title }, asOf, of, figures: shown, chart, corrected })))
  })
}

/** The newest figure of each subject and detail, by name. */
const newestOfEach = (figures: readonly Figure[]): readonly Figure[] =>
  [...Map.groupBy(figures, (f) => `${f.subject}\u0000${f.detail ?? ''}`).values()].map((list) => list.at(-1)!).sort((a, b) => sayActor(a.subject).localeCompare(sayActor(b.subject), 'en') || (a.detail ?? '').localeCompare(b.detail ?? '', 'en'))

/** Values that a later release replaced or took back. */
const replaced = <F extends Figure>(history: readonly F[], current: readonly Figure[]): readonly F[] => {
  const standing = new Set(current.map((f) => `${f.period}\u0000${f.detail ?? ''}\u0000${f.value}\u0000${f.document}`))
  return history.filter((f) => !standing.has(`${f.period}\u0000${f.detail ?? ''}\u0000${f.value}\u0000${f.document}`))
}

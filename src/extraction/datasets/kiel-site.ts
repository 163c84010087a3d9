import { parseEdtf, type Edtf } from '../../core/dates.ts'
import type { Document, Table } from '../../core/document.ts'
import type { Figure, Observation, Series } from '../../core/observation.ts'
import type { Issue } from '../../core/issue.ts'
import { cellText, findColumns, type Columns, type Dataset, type FigureCheck } from '../dataset.ts'
import { area, figure, readSeries, yearOf, type SeriesRow } from '../series.ts'
import { refusalOf } from '../refusal.ts'

type Contract = Readonly<Record<string, readonly string[]>>
/** A file of the site: its columns, the series its figures are of, and the sums it must keep. */
interface Shape {
  readonly name: string
  readonly contract: Contract
  readonly required: readonly string[]
  readonly series: Readonly<Record<string, Series>>
  /** A figure that others of its row explain: `computed` says what it should be. */
  readonly checks: readonly { readonly column: string; readonly tolerance: number; readonly computed: (row: SeriesRow<string>) => number | null }[]
}

const one = (name: string, title: string, unit = 'EUR bn'): Series => ({ name: `kiel-${name}`, title: `${title} (Kiel)`, unit })
/** A sum of one month. */
const flow = (name: string, title: string): Series => ({ ...one(name, title), flow: true })
const when: Contract = { year: ['year'], month: ['month'] }, who: Contract = { subject: ['country', 'donor'], code: ['iso', 'iso3', 'isocode'] }
const sumOf = (row: SeriesRow<string>, ...columns: readonly string[]) => { const found = columns.map((c) => row.number(c)); return found.some((n) => n === null) ? null : found.reduce((s: number, n) => s + n!, 0) }

const shapes: readonly Shape[] = [
  {
    name: 'data_explorer', required: ['subject', 'year', 'month', 'total', 'commitments'],
    contract: { ...who, ...when, total: ['total', 'totalallocations', 'allocations'], financial: ['financial'], humanitarian: ['humanitarian'], military: ['military'], commitments: ['commitments', 'totalcommitments'], open: ['tobeallocated'], gdp: ['gdp'], share: ['pctgdp', 'gdpshare'] },
    series: {
      total: flow('allocated', 'Allocated in a month'), financial: flow('allocated-financial', 'Financial allocations of a month'), humanitarian: flow('allocated-humanitarian', 'Humanitarian allocations of a month'), military: flow('allocated-military', 'Military allocations of a month'),
      commitments: flow('committed', 'Committed in a month'), open: one('open', 'Still to be allocated'), gdp: one('gdp', 'Gross domestic product that shares are taken of'), share: one('allocated-share', 'Allocated in a month, share of GDP', '% of GDP'),
    },
    checks: [
      { column: 'total', tolerance: 2e-6, computed: (row) => sumOf(row, 'financial', 'humanitarian', 'military') },
      { column: 'share', tolerance: 1e-6, computed: (row) => { const total = row.number('total'), gdp = row.number('gdp'); return total === null || !gdp ? null : (100 * total) / gdp } },
    ],
  },
  {
    name: 'total_allocations', required: ['year', 'month', 'total'],
    contract: { ...when, total: ['totalallocations'], financial: ['financial'], humanitarian: ['humanitarian'], military: ['military'] },
    series: { total: flow('all-allocated', 'Allocated in a month by all donors'), financial: flow('all-financial', 'Financial allocations of a month by all donors'), humanitarian: flow('all-humanitarian', 'Humanitarian allocations of a month by all donors'), military: flow('all-military', 'Military allocations of a month by all donors') },
    checks: [{ column: 'total', tolerance: 2e-6, computed: (row) => sumOf(row, 'financial', 'humanitarian', 'military') }],
  },
  {
    name: 'procurement_trends', required: ['year', 'month', 'stockpile', 'procurement'],
    contract: { ...when, stockpile: ['stockpile', 'stock'], procurement: ['procurement'], unspecified: ['unspecified'], purl: ['natopurl', 'purl'] },
    series: { stockpile: flow('stockpile', 'Military allocations from stock'), procurement: flow('procurement', 'Military allocations by procurement'), unspecified: flow('unspecified', 'Military allocations of unknown origin'), purl: flow('purl', 'Military allocations by way of PURL') },
    checks: [],
  },
  {
    name: 'weapons', required: ['subject', 'category', 'number', 'value'],
    contract: { ...who, category: ['category', 'weaponcategory'], number: ['numberofweapons', 'number', 'units'], value: ['monetaryvalueeur', 'valueeur'], list: ['weaponslist', 'list'] },
    series: { number: one('weapons', 'Weapons of a category, number', 'pieces'), value: one('weapons-value', 'Weapons of a category, value', 'EUR') },
    checks: [{ column: 'number', tolerance: 0, computed: (row) => listed(row.text('list')) }],
  },
  {
    name: 'eu_aid_shares', required: ['subject', 'total', 'share'],
    contract: { ...who, bilateral: ['bilateralpctgdp'], gdp: ['eusharepctgdp'], total: ['totalpctgdp'], share: ['eusharebn', 'eushareeurbn'] },
    series: { bilateral: one('bilateral-share', 'Bilateral support, share of GDP', '% of GDP'), gdp: one('eu-share-gdp', 'Share in support by the EU, share of GDP', '% of GDP'), total: one('total-share', 'Support with the share in that of the EU, share of GDP', '% of GDP'), share: one('eu-share', 'Share of a member in support by the EU') },
    checks: [{ column: 'total', tolerance: 2e-6, computed: (row) => sumOf(row, 'bilateral', 'gdp') }],
  },
  { name: 'release_info', required: ['release', 'label'], contract: { release: ['release'], label: ['label'], period: ['period'], day: ['date'] }, series: {}, checks: [] },
]

/** "M777 howitzer (6); AS-90 (3)" → 9: what the numbers of a list come to. */
function listed(list: string | null): number | null {
  const found = [...(list ?? '').matchAll(/\((\d+)\)\s*(?:;|$)/g)].map((m) => Number(m[1]))
  return found.length === 0 ? null : found.reduce((s, n) => s + n, 0)
}

const shapeOf = (document: Document) => {
  for (const table of document.tables) for (const shape of shapes) if (!('missing' in findColumns(table, shape.contract, shape.required))) return { table, shape, columns: findColumns(table, shape.contract, shape.required) as Columns<string> }
  return undefined
}

/** The support of all months that a figure without a month is the sum of: from January 2022 on. */
const allMonths = '2022-01/..' as Edtf

/** The tables behind the tracker's website: sums by month, donor, category. They are no commitments and come in as series. */
export default {
  name: 'kiel-site', family: 'kiel', version: 1, title: 'Ukraine Support Tracker, Kiel Institute, tables of the website', series: shapes.flatMap((s) => Object.values(s.series)),
  refusal: (document) => (shapeOf(document) ? undefined : refusalOf(document, 'a table of the tracker’s website', shapes)),
  draw(document) {
    const { table, shape, columns } = shapeOf(document)!
    const figures: FigureCheck[] = [], issues: Issue[] = []
    const read = readSeries(table, columns, (row) => {
      if (shape.name === 'release_info') return { ignored: 'label of the release' }
      const subject = shape.contract['subject'] ? row.text('subject') : 'all donors', period = periodOf(shape, row)
      if (!subject) return row.text('year') === null ? { ignored: 'note below the table' } : { reported: 'row-without-key', message: 'names no donor; its figures were not read.' }
      if (typeof period !== 'string') return period
      const detail = shape.contract['category'] ? row.text('category') : null
      for (const { column, tolerance, computed } of shape.checks) {
        const stated = row.number(column), value = computed(row)
        if (stated !== null && value !== null) figures.push({ sheet: shape.name, row: [subject, detail, period === allMonths ? null : period].filter(Boolean).join(', '), column: shape.series[column]!.name, stated, computed: value, agrees: Math.abs(stated - value) <= tolerance + 1e-9 * Math.abs(stated) })
      }
      for (const [column, series] of Object.entries(shape.series)) if ((row.number(column) ?? 0) < 0) issues.push({ code: 'negative-figure', level: 'note', message: `Row ${row.index + 1}: ${series.name} of ${subject} is ${row.text(column)}: a correction, kept as one.`, place: `${table.name}!${row.index + 1}` })
      return { figures: Object.entries(shape.series).flatMap(([column, series]) => figure(series, area(subject, row.text('code')), period, row.at(column), { detail })) }
    })
    const told = shape.name === 'release_info' ? labelOf(table, columns) : null
    return {
      release: told ?? document.label, until: null, drawn: [], figures, ...read,
      issues: [...read.issues, ...issues, ...outliers(read.observations), ...figures.filter((f) => !f.agrees).map((f): Issue => ({ code: 'sum-differs', level: 'warning', message: `${f.row}: ${f.column} is given as ${f.stated}, the row comes to ${f.computed}.`, place: table.name }))],
    }
  },
  check: crossChecks,
} satisfies Dataset

/** Year and month, a year alone, a span of years; a month beyond twelve is none. */
function periodOf(shape: Shape, row: SeriesRow<string>): ReturnType<typeof yearOf> {
  if (!shape.contract['year']) return allMonths
  const year = yearOf(row.text('year')), month = row.text('month')
  if (typeof year !== 'string' || month === null) return year
  const named = monthNames.findIndex((m) => month.toLowerCase().startsWith(m)) + 1, n = named || Number(month)
  return parseEdtf(`${year}-${String(n).padStart(2, '0')}`) ?? { reported: 'not-a-month', message: `"${month}" of ${year} is not a month; its figures were not read.` }
}
const monthNames = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** "Release 29 (04/2026)" of the file that labels the others. */
function labelOf(table: Table, { header, at }: Columns<string>): string | null {
  const row = table.rows.find((r) => r.index > header)
  const [release, period] = ['release', 'period'].map((name) => (at[name] === undefined ? null : cellText(row?.cells[at[name]])))
  return release ? `${release}${period ? ` (${period})` : ''}` : null
}

/** A value a piece a hundred times below or above the middle of its category points to a slip. */
function outliers(observations: readonly Observation[]): readonly Issue[] {
  const numbers = new Map(observations.filter((o) => o.series === 'kiel-weapons').map((o) => [`${o.subject.written} ${o.detail}`, Number(o.value)]))
  const each = observations.filter((o) => o.series === 'kiel-weapons-value').flatMap((o) => { const n = numbers.get(`${o.subject.written} ${o.detail}`); return n ? [{ o, n, piece: Number(o.value) / n }] : [] })
  return [...Map.groupBy(each, ({ o }) => o.detail).values()].flatMap((list) => {
    const sorted = list.map((l) => l.piece).sort((a, b) => a - b), middle = sorted[Math.floor(sorted.length / 2)]!
    if (list.length < 5) return []
    return list.filter(({ piece }) => piece < middle / 100 || piece > middle * 100).map(({ o, n, piece }): Issue => ({ code: 'unlikely-value', level: 'warning', message: `Row ${o.evidence.cell!.row + 1}: ${o.subject.written}, ${o.detail}: ${n} for EUR ${o.value} is EUR ${Math.round(piece).toLocaleString('en-GB')} each; the middle of the category is EUR ${Math.round(middle).toLocaleString('en-GB')}. Kept as given.`, place: `${o.evidence.cell!.table}!${o.evidence.cell!.row + 1}` }))
  })
}

/** The two files that give the same months must agree: all donors together, and the donors one by one. */
function crossChecks(current: readonly Figure[], fresh: readonly Figure[]): readonly FigureCheck[] {
  const pairs = [['kiel-all-allocated', 'kiel-allocated'], ['kiel-all-financial', 'kiel-allocated-financial'], ['kiel-all-humanitarian', 'kiel-allocated-humanitarian'], ['kiel-all-military', 'kiel-allocated-military']] as const
  const given = new Set(fresh.map((f) => f.series)), figures = [...current.filter((f) => !given.has(f.series)), ...fresh]
  return pairs.filter((pair) => pair.some((name) => given.has(name))).flatMap(([whole, parts]) => {
    const sums = new Map<string, number>()
    for (const f of figures) if (f.series === parts && f.value !== null) sums.set(f.period, (sums.get(f.period) ?? 0) + Number(f.value))
    if (sums.size === 0) return []
    return figures.filter((f) => f.series === whole && f.value !== null).map((f): FigureCheck => { const computed = sums.get(f.period) ?? 0, stated = Number(f.value); return { sheet: 'data_explorer', row: f.period, column: whole, stated, computed, agrees: Math.abs(stated - computed) <= 5e-5 } })
  })
}

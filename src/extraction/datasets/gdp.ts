import type { Document, Table } from '../../core/document.ts'
import type { Series } from '../../core/observation.ts'
import { cellText, findColumns, type Columns, type Dataset } from '../dataset.ts'
import { area, figure, readSeries, readYears, together, yearColumns, yearOf } from '../series.ts'
import { refusalOf } from '../refusal.ts'

const contract = {
  name: ['countryname', 'country', 'area'], code: ['countrycode', 'code', 'iso3', 'iso'], indicator: ['indicatorname', 'indicator', 'seriesname'], indicatorCode: ['indicatorcode', 'seriescode'],
  year: ['year', 'date', 'timeperiod'], value: ['value', 'gdp', 'obsvalue'],
} as const
type Name = keyof typeof contract
const long: readonly Name[] = ['name', 'code', 'year', 'value'], wide: readonly Name[] = ['name', 'code']

const current: Series = { name: 'gdp', title: 'Gross domestic product, current US dollars', unit: 'USD' }
const constant: Series = { name: 'gdp-constant', title: 'Gross domestic product, constant US dollars of 2015', unit: 'USD of 2015' }
/** Which series a row is of, by the World Bank's code or name; null for another indicator. A table without either holds current dollars. */
function seriesOf(code: string | null, name: string | null): Series | null {
  if (code === null && name === null) return current
  if (code === 'NY.GDP.MKTP.CD' || /^GDP \(current US\$\)$/i.test(name ?? '')) return current
  return code === 'NY.GDP.MKTP.KD' || /^GDP \(constant 2015 US\$\)$/i.test(name ?? '') ? constant : null
}

/** Gross domestic product as the World Bank publishes it: a row a state and year, or a column a year. Groups of states are kept under their names. */
export default {
  name: 'gdp', version: 1, title: 'Gross domestic product, World Bank', series: [current, constant],
  refusal(document) {
    if (document.tables.some((t) => isLong(t) || isWide(t))) return undefined
    return refusalOf(document, 'a table of gross domestic product', [{ contract, required: long }])
  },
  draw(document) {
    const parts = document.tables.filter((t) => isLong(t) || isWide(t)).map((t) => (isLong(t) ? readLong(t) : readWide(t)))
    return { release: release(document), until: document.published?.edtf ?? null, drawn: [], figures: [], ...together(parts) }
  },
} satisfies Dataset

const isLong = (table: Table) => !('missing' in findColumns(table, contract, long))
const isWide = (table: Table) => !('missing' in findColumns(table, contract, wide)) && yearColumns(table) !== undefined

const noSeries = (name: string | null) => ({ ignored: `another indicator: ${name ?? 'not named'}` })

function readLong(table: Table) {
  return readSeries(table, findColumns(table, contract, long) as Columns<Name>, (row) => {
    const name = row.text('name'), series = seriesOf(row.text('indicatorCode'), row.text('indicator')), year = yearOf(row.text('year'))
    if (!name) return { reported: 'row-without-key', message: 'names no state; its figure was not read.' }
    if (!series) return noSeries(row.text('indicator'))
    if (typeof year !== 'string') return year
    if ((row.number('value') ?? 0) < 0) return { reported: 'negative-gdp', message: `a product of ${row.text('value')} cannot be; it was not read.` }
    return { figures: figure(series, area(name, row.text('code')), year, row.at('value')) }
  })
}

function readWide(table: Table) {
  const columns = findColumns(table, contract, wide) as Columns<Name>, at = columns.at
  return readYears(table, yearColumns(table)!, (row) => {
    const text = (name: Name) => (at[name] === undefined ? null : row.text(at[name]))
    const name = text('name'), series = seriesOf(text('indicatorCode'), text('indicator'))
    if (!name) return { ignored: 'note below the table' }
    return series ? { series, subject: area(name, text('code')) } : noSeries(text('indicator'))
  })
}

/** "Last Updated Date, 2025-07-01" above the table, where it stands. */
function release(document: Document): string {
  for (const table of document.tables) for (const row of table.rows.slice(0, 4)) if (/^last updated/i.test(cellText(row.cells[0]) ?? '')) return cellText(row.cells[1]) ?? document.label
  return document.label
}

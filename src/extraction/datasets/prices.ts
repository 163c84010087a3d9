import type { Table } from '../../core/document.ts'
import type { Series } from '../../core/observation.ts'
import { cellNumber, findColumns, type Columns, type Dataset } from '../dataset.ts'
import { area, figure, readSeries, readYears, together, yearColumns, yearOf } from '../series.ts'
import { refusalOf } from '../refusal.ts'

const contract = {
  area: ['area', 'country', 'countryname', 'geo', 'refarea', 'location'], code: ['countrycode', 'code', 'iso', 'iso3'], year: ['year', 'timeperiod', 'date'],
  index: ['index', 'priceindex', 'deflator', 'value', 'obsvalue'], indicator: ['indicatorname', 'indicator', 'seriesname'],
} as const
type Name = keyof typeof contract
const required: readonly Name[] = ['area', 'year', 'index'], wide: readonly Name[] = ['area', 'indicator']
const series: Series = { name: 'prices', title: 'Price index', unit: 'index' }
const isIndex = (indicator: string | null) => indicator === null || /deflator|price(?:s)? index|\bcpi\b|\bhicp\b/i.test(indicator)

/** A price index or deflator by area and year, in any base: what sums in constant prices are made with. */
export default {
  name: 'prices', version: 1, title: 'Price index or deflator', series: [series],
  refusal(document) {
    const tables = document.tables.filter((t) => isLong(t) || isWide(t)), tooLarge = tables.flatMap(largest).find((c) => (cellNumber(c) ?? 0) > mostIndex)
    if (tooLarge) return { code: 'not-the-dataset', level: 'error', message: `${document.label} is not a table of a price index: a value of ${tooLarge.text} is no index.` }
    return tables.length > 0 ? undefined : refusalOf(document, 'a table of a price index', [{ contract, required }])
  },
  draw(document) {
    const parts = document.tables.filter((t) => isLong(t) || isWide(t)).map((t) => (isLong(t) ? readLong(t) : readWide(t)))
    return { release: document.label, until: document.published?.edtf ?? null, drawn: [], figures: [], ...together(parts) }
  },
} satisfies Dataset

/** Prices do not grow a thousandfold over the base year; sums of money under the header "value" would. */
const mostIndex = 100_000
const largest = (table: Table) => { const at = isLong(table) ? (findColumns(table, contract, required) as Columns<Name>).at.index! : -1; return at < 0 ? [] : table.rows.flatMap((r) => r.cells[at] ?? []) }

const isLong = (table: Table) => !('missing' in findColumns(table, contract, required))
const isWide = (table: Table) => !('missing' in findColumns(table, contract, wide)) && yearColumns(table) !== undefined

function readLong(table: Table) {
  return readSeries(table, findColumns(table, contract, required) as Columns<Name>, (row) => {
    const name = row.text('area'), year = yearOf(row.text('year')), index = row.number('index')
    if (!isIndex(row.text('indicator'))) return { ignored: `another indicator: ${row.text('indicator')}` }
    if (!name) return { reported: 'row-without-key', message: 'names no area; its index was not read.' }
    if (typeof year !== 'string') return year
    if (index !== null && index <= 0) return { reported: 'not-an-index', message: `an index of ${row.text('index')} cannot be; it was not read.` }
    return { figures: figure(series, area(name, row.text('code') ?? (/^[A-Z]{2,3}\d{0,2}$/.test(name) ? name : null)), year, row.at('index')) }
  })
}

function readWide(table: Table) {
  const { at } = findColumns(table, contract, wide) as Columns<Name>
  return readYears(table, yearColumns(table)!, (row) => {
    const text = (name: Name) => (at[name] === undefined ? null : row.text(at[name])), name = text('area')
    if (!name) return { ignored: 'note below the table' }
    return isIndex(text('indicator')) ? { series, subject: area(name, text('code')) } : { ignored: `another indicator: ${text('indicator')}` }
  })
}

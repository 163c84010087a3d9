import { parseEdtf, type Edtf } from '../../core/dates.ts'
import type { Table, TableCell } from '../../core/document.ts'
import type { Series, WrittenSubject } from '../../core/observation.ts'
import { findColumns, foldHeader, type Columns, type Dataset } from '../dataset.ts'
import { figure, readSeries, together, type Place, type RowOutcome } from '../series.ts'
import { refusalOf } from '../refusal.ts'

const contract = { date: ['date', 'timeperiod'], frequency: ['freq', 'frequency'], currency: ['currency'], denominator: ['currencydenom'], value: ['obsvalue'] } as const
type Name = keyof typeof contract
const long: readonly Name[] = ['date', 'currency', 'value']
const series: Series = { name: 'ecb-rate', title: 'Euro reference rate', unit: 'per EUR' }
const currency = (written: string): WrittenSubject => ({ as: 'currency', written, code: null })

/** Reference rates of the European Central Bank: a row a day and a column a currency, or the long form of its data portal. */
export default {
  name: 'ecb', version: 1, title: 'Euro reference rates, European Central Bank', series: [series],
  refusal: (document) => (document.tables.some((t) => isLong(t) || isWide(t)) ? undefined : refusalOf(document, 'a table of euro reference rates', [{ contract: { date: contract.date, USD: ['usd'] }, required: ['date', 'USD'] }])),
  draw(document) {
    const read = together(document.tables.filter((t) => isLong(t) || isWide(t)).map((t) => (isLong(t) ? readLong(t) : readWide(t))))
    const last = read.observations.reduce((day, o) => (o.period > day ? o.period : day), '')
    return { release: last || document.label, until: last || null, drawn: [], figures: [], ...read }
  },
} satisfies Dataset

const isLong = (table: Table) => !('missing' in findColumns(table, contract, long))
const isWide = (table: Table) => wideColumns(table) !== undefined

const noDay = (text: string | null) => ({ reported: 'not-a-day', message: `"${text ?? ''}" is not a day; its rates were not read.` })
const dayOf = (text: string | null): Edtf | undefined => (/^(?:19|20)\d{2}-\d{2}-\d{2}$/.test(text ?? '') ? parseEdtf(text!) : undefined)

/** A rate is above nothing: a zero or a minus is named and the row is not read. */
const rates = (found: readonly { readonly currency: string; readonly place: Place | null }[], day: Edtf): RowOutcome => {
  const wrong = found.find(({ place }) => typeof place?.cell.value === 'number' && place.cell.value <= 0)
  if (wrong) return { reported: 'not-a-rate', message: `a rate of ${wrong.place!.cell.text} for ${wrong.currency} cannot be; the rates of ${day} were not read.` }
  return { figures: found.flatMap(({ currency: code, place }) => figure(series, currency(code), day, place)) }
}

function readLong(table: Table) {
  return readSeries(table, findColumns(table, contract, long) as Columns<Name>, (row) => {
    const day = dayOf(row.text('date')), code = row.text('currency')
    if (row.text('frequency') !== null && row.text('frequency') !== 'D') return { ignored: 'not a daily rate' }
    if (row.text('denominator') !== null && row.text('denominator') !== 'EUR') return { ignored: 'not against the euro' }
    if (!day) return noDay(row.text('date'))
    return code ? rates([{ currency: code, place: row.at('value') }], day) : { reported: 'row-without-key', message: 'names no currency; its rate was not read.' }
  })
}

function wideColumns(table: Table): { readonly header: number; readonly date: number; readonly codes: readonly { readonly column: number; readonly code: string }[] } | undefined {
  for (const { index, cells } of table.rows.slice(0, 10)) {
    const date = cells.findIndex((c) => foldHeader(c?.text ?? '') === 'date')
    const codes = cells.flatMap((c: TableCell | null, column) => (/^[A-Z]{3}$/.test(c?.text.trim() ?? '') ? [{ column, code: c!.text.trim() }] : []))
    if (date >= 0 && codes.some((c) => c.code === 'USD')) return { header: index, date, codes }
  }
  return undefined
}

function readWide(table: Table) {
  const { header, date, codes } = wideColumns(table)!
  const at = { date, ...Object.fromEntries(codes.map((c) => [c.code, c.column])) } as Readonly<Record<string, number>>
  return readSeries(table, { header, at, misspelt: [] }, (row) => {
    const day = dayOf(row.text('date'))
    return day ? rates(codes.map(({ code }) => ({ currency: code, place: row.at(code) })), day) : noDay(row.text('date'))
  })
}

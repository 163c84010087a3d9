import type { Edtf } from '../core/dates.ts'
import { parseEdtf } from '../core/dates.ts'
import type { Table, TableCell } from '../core/document.ts'
import type { Evidence } from '../core/evidence.ts'
import type { Issue } from '../core/issue.ts'
import type { Observation, Series, WrittenSubject } from '../core/observation.ts'
import { cellNumber, cellText, foldHeader, misspeltIssues, type Columns, type DatasetReading } from './dataset.ts'

/** A row of a table by the names of its columns. */
export interface SeriesRow<Name extends string> {
  readonly index: number
  readonly text: (name: Name) => string | null
  readonly number: (name: Name) => number | null
  readonly at: (name: Name) => Place | null
}
/** A cell with its place in the table. */
export interface Place { readonly table: Table; readonly row: number; readonly column: number; readonly cell: TableCell }

/** What became of a row: figures, or the reason why it has none. */
export type RowOutcome = { readonly figures: readonly Observation[] } | { readonly ignored: string } | { readonly reported: string; readonly message: string }

type Account = Pick<DatasetReading, 'observations' | 'account' | 'issues'>

/**
 * Reads the rows below a header one by one; each is handled, ignored by name or reported. A figure that a row gives a
 * second time is reported when it differs and never replaces the first.
 */
export function readSeries<Name extends string>(table: Table, columns: Columns<Name>, read: (row: SeriesRow<Name>) => RowOutcome): Account {
  const { header, at } = columns, place = (index: number, cells: readonly (TableCell | null)[], name: Name): Place | null => { const column = at[name], cell = column === undefined ? null : cells[column]; return cell && column !== undefined ? { table, row: index, column, cell } : null }
  const done = account(table, table.rows.filter((r) => r.index > header).map(({ index, cells }) => ({
    index, cells, outcome: () => read({ index, text: (name) => cellText(place(index, cells, name)?.cell), number: (name) => cellNumber(place(index, cells, name)?.cell), at: (name) => place(index, cells, name) }),
  })))
  return { ...done, issues: [...misspeltIssues(columns, table.name), ...done.issues] }
}

interface Reading { readonly index: number; readonly cells: readonly (TableCell | null)[]; readonly outcome: () => RowOutcome }

function account(table: Table, readings: readonly Reading[]): Account {
  const seen = new Map<string, Observation>(), ignored: Record<string, number> = {}, issues: Issue[] = []
  let rows = 0, handled = 0, reported = 0
  const ignore = (why: string) => { ignored[why] = (ignored[why] ?? 0) + 1 }
  const report = (index: number, code: string, message: string) => { issues.push({ code, level: 'warning', message: `Row ${index + 1}: ${message}`, place: `${table.name}!${index + 1}` }) }
  for (const { index, cells, outcome } of readings) {
    if (cells.every((c) => cellText(c) === null)) continue
    rows++
    const done = outcome()
    if ('ignored' in done) { ignore(done.ignored); continue }
    if ('reported' in done) { reported++; report(index, done.reported, done.message); continue }
    if (done.figures.length === 0) { ignore('no figure'); continue }
    const again = done.figures.filter((f) => seen.has(keyOf(f))), differ = again.filter((f) => Number(seen.get(keyOf(f))!.value) !== Number(f.value))
    if (differ[0]) { reported++; report(index, 'figure-given-twice', `gives ${differ[0].series} of ${differ[0].subject.written} for ${differ[0].period} as ${differ[0].value}; row ${seen.get(keyOf(differ[0]))!.evidence.cell!.row + 1} gives ${seen.get(keyOf(differ[0]))!.value}, which is kept.`); continue }
    if (again.length === done.figures.length) { ignore('repeats a row'); continue }
    handled++
    for (const f of done.figures) if (!seen.has(keyOf(f))) seen.set(keyOf(f), f)
  }
  const observations = [...seen.values()]
  return { observations, account: { rows, handled, ignored, reported, activities: 0 }, issues }
}

const keyOf = (o: Observation): string => `${o.series}\u0000${o.subject.code ?? o.subject.written}\u0000${o.detail ?? ''}\u0000${o.period}`

/** Accounts of several tables as one. */
export function together(parts: readonly Account[]): Account {
  const ignored: Record<string, number> = {}
  for (const p of parts) for (const [why, n] of Object.entries(p.account.ignored)) ignored[why] = (ignored[why] ?? 0) + n
  const sum = (of: (a: Account['account']) => number) => parts.reduce((s, p) => s + of(p.account), 0)
  return { observations: parts.flatMap((p) => p.observations), issues: parts.flatMap((p) => p.issues), account: { rows: sum((a) => a.rows), handled: sum((a) => a.handled), reported: sum((a) => a.reported), activities: 0, ignored } }
}

/** The figure in a cell, or nothing where the cell holds no number. */
export function figure(series: Series, subject: WrittenSubject, period: Edtf, place: Place | null, more: { readonly detail?: string | null; readonly status?: Observation['status'] } = {}): readonly Observation[] {
  const value = place && cellNumber(place.cell)
  if (!place || value === null) return []
  return [{ series: series.name, subject, detail: more.detail ?? null, period, value: decimal(place.cell.text, value), unit: series.unit, status: more.status ?? 'observed', evidence: evidenceAt(place) }]
}

const evidenceAt = ({ table, row, column, cell }: Place): Evidence => ({ exact: cell.text, start: cell.start, end: cell.end, cell: { table: table.name, row, column } })

/** Digit for digit as the cell has it, where that is a plain decimal. */
const decimal = (text: string, value: number): string => (/^-?\d+(?:\.\d+)?$/.test(text) && Number(text) === value ? text : plain(value))
function plain(value: number): string {
  const text = String(value), digits = value.toFixed(12)
  if (!text.includes('e')) return text
  let end = digits.length
  while (digits[end - 1] === '0') end--
  return digits.slice(0, digits[end - 1] === '.' ? end - 1 : end)
}

export const area = (written: string, code: string | null = null): WrittenSubject => ({ as: 'area', written, code })

/** A year or a span of years as a period, or the reason why it is none. @example yearOf('2022-2024') // '2022/2024' */
export function yearOf(text: string | null): Edtf | { readonly reported: string; readonly message: string } {
  const m = /^((?:19|20|21)\d{2})(?:\.0+)?(?:\s*[-–/]\s*((?:19|20|21)\d{2}))?$/.exec(text ?? '')
  const found = m && parseEdtf(m[2] && m[2] !== m[1] ? `${m[1]}/${m[2]}` : m[1]!)
  if (found) return found
  if (text === null) return { reported: 'undated', message: 'has no year; its figures were not read.' }
  return { reported: /^\d{4}$/.test(text) ? 'implausible-date' : 'not-a-year', message: `"${text}" is not a year that figures can be of; its figures were not read.` }
}

/** Columns that are years ("2014", "2025e"), by the header row that has most of them; undefined below three. */
export function yearColumns(table: Table): { readonly header: number; readonly years: readonly { readonly column: number; readonly year: string; readonly estimate: boolean }[]; readonly heads: readonly string[] } | undefined {
  const rows = table.rows.slice(0, 20).map(({ index, cells }) => ({
    header: index, heads: cells.map((c) => foldHeader(c?.text ?? '')),
    years: cells.flatMap((c, column) => { const m = /^((?:19|20)\d{2})(?:\.0+)?\s*(e)?$/i.exec(c?.text.trim() ?? ''); return m ? [{ column, year: m[1]!, estimate: m[2] !== undefined }] : [] }),
  })).filter((r) => r.years.length >= 3)
  return rows.sort((a, b) => b.years.length - a.years.length)[0]
}

/** Reads a table with a row a subject and a column a year. */
export function readYears(table: Table, found: NonNullable<ReturnType<typeof yearColumns>>, read: (row: { readonly index: number; readonly text: (column: number) => string | null }) => { readonly series: Series; readonly subject: WrittenSubject } | RowOutcome): Account {
  return account(table, table.rows.filter((r) => r.index > found.header).map(({ index, cells }) => ({ index, cells, outcome: () => {
    const what = read({ index, text: (column) => cellText(cells[column]) })
    if (!('series' in what)) return what
    return { figures: found.years.flatMap(({ column, year, estimate }) => figure(what.series, what.subject, year as Edtf, cells[column] ? { table, row: index, column, cell: cells[column] } : null, { status: estimate ? 'estimate' : 'observed' })) }
  } })))
}

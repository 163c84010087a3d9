import type { CountryCode } from '../core/claim.ts'
import { parseEdtf } from '../core/dates.ts'
import { asReferenceId, type ReferenceId } from '../core/ids.ts'
import type { Issue } from '../core/issue.ts'
import { parseCsv, writeCsvRow } from './csv.ts'
import type { CurrencyRow, KnownMeeting, Membership, Name, NameUse, Reference, SourceRow, Sourced, Tenure, Thing, ThingType } from './reference.ts'

/** A table as it was read: its name without ending, the file it came from, its text. */
export interface RawTable { readonly name: string; readonly file: string; readonly text: string }

interface TableShape {
  readonly columns: readonly string[]
  /** The columns that say which fact a row is about: a later row with the same values takes its place. */
  readonly key: readonly string[]
  readonly type?: ThingType
}

const thing = (type: ThingType, ...facts: string[]): TableShape => ({ columns: ['id', 'name', 'country', ...facts, 'source', 'grade'], key: ['id'], type })
const names: TableShape = { columns: ['id', 'language', 'as', 'name', 'forms', 'source', 'grade'], key: ['id', 'language', 'as', 'name'] }

/** The tables of the reference data and their columns, in the order they are read. */
export const tableShapes: Readonly<Record<string, TableShape>> = {
  sources: { columns: ['id', 'name', 'host', 'letter', 'licence', 'note'], key: ['id'] },
  states: thing('state', 'code3', 'capital'),
  bodies: thing('body', 'parent', 'seat', 'kind'),
  forums: thing('forum', 'kind', 'from'),
  companies: thing('company', 'parent', 'seat', 'kind'),
  persons: thing('person', 'wikidata'),
  offices: thing('office', 'body', 'role'),
  instruments: thing('instrument', 'owner', 'rule'),
  places: thing('place', 'latitude', 'longitude', 'kind'),
  regions: thing('place', 'code', 'kind'),
  'state-names': names, 'body-names': names, 'forum-names': names, 'company-names': names,
  'person-names': names, 'office-names': names, 'instrument-names': names, 'place-names': names, 'region-names': names,
  tenures: { columns: ['person', 'office', 'from', 'to', 'source', 'grade'], key: ['person', 'office', 'from'] },
  memberships: { columns: ['group', 'member', 'role', 'from', 'to', 'source', 'grade'], key: ['group', 'member', 'role', 'from', 'source'] },
  meetings: { columns: ['id', 'forum', 'ordinal', 'date', 'state', 'mode', 'place', 'country', 'note', 'source', 'grade'], key: ['id'] },
  currencies: { columns: ['code', 'name', 'digits', 'signs', 'source', 'grade'], key: ['code'] },
}
export const tableNames: readonly string[] = Object.keys(tableShapes)

/** A row with its cells by column and its place. */
export interface Row { readonly cells: Readonly<Record<string, string>>; readonly place: string }

/** The rows of a table; a row that does not fit its header is left out and named. */
export function readRows(table: RawTable, issues: Issue[]): readonly Row[] {
  const shape = tableShapes[table.name]
  if (!shape) return []
  const label = table.file.replace(/^.*[\\/]/, '')
  const [header, ...rest] = parseCsv(table.text)
  if (!header) return []
  const missing = shape.columns.filter((c) => !header.cells.includes(c))
  if (missing.length > 0) {
    issues.push({ code: 'columns-missing', level: 'error', message: `${label} lacks the column ${missing.join(', ')}; its rows are left out. Add the column to the header.`, place: `${label}:1` })
    return []
  }
  const rows: Row[] = []
  for (const row of rest) {
    const place = `${label}:${row.line}`
    if (row.cells.length !== header.cells.length) {
      issues.push({ code: 'row-malformed', level: 'error', message: `${place} has ${row.cells.length} cells where the header has ${header.cells.length}; the row is left out.`, place })
      continue
    }
    const cells: Record<string, string> = {}
    for (let i = 0; i < header.cells.length; i++) cells[header.cells[i]!] = row.cells[i]!
    rows.push({ cells, place })
  }
  return rows
}

/** Rows of all folders by table, a later folder's row in the place of an earlier one about the same fact. */
export function mergeTables(tables: readonly RawTable[], issues: Issue[]): ReadonlyMap<string, readonly Row[]> {
  const merged = new Map<string, readonly Row[]>()
  for (const table of tables) {
    const rows = readRows(table, issues), before = merged.get(table.name)
    // Most tables stand in one folder only, and keys of rows are dear.
    merged.set(table.name, before ? replaced(before, rows, tableShapes[table.name]?.key ?? []) : rows)
  }
  return merged
}

function replaced(before: readonly Row[], rows: readonly Row[], key: readonly string[]): readonly Row[] {
  const byKey = new Map<string, Row>()
  for (const row of [...before, ...rows]) byKey.set(key.map((k) => row.cells[k]).join('\u0000'), row)
  return [...byKey.values()]
}

/** Makes the reference of its tables. Rows that cannot be used are left out and named in `issues`. */
export function assembleReference(tables: readonly RawTable[]): Reference {
  const issues: Issue[] = []
  const merged = mergeTables(tables, issues)
  const rows = (name: string): readonly Row[] => merged.get(name) ?? []
  const things = new Map<ReferenceId, Thing>()
  for (const [name, shape] of Object.entries(tableShapes)) {
    if (!shape.type) continue
    for (const row of rows(name)) {
      const made = readThing(row, shape.type, issues)
      if (made) things.set(made.id, made)
    }
  }
  return {
    things, issues,
    names: Object.keys(tableShapes).filter((n) => n.endsWith('-names')).flatMap((n) => rows(n)).flatMap((row) => readName(row, issues)),
    tenures: rows('tenures').flatMap((row) => readTenure(row, issues)),
    memberships: rows('memberships').map(readMembership),
    meetings: rows('meetings').map(readMeeting),
    currencies: new Map(rows('currencies').map(readCurrency).map((c) => [c.code, c])),
    sources: new Map(rows('sources').map(readSource).map((s) => [s.id, s])),
  }
}

const sourced = (row: Row): Sourced => ({ source: row.cells['source'] ?? '', grade: row.cells['grade'] ?? '', row: row.place })
const orNull = (text: string | undefined): string | null => (text === undefined || text === '' ? null : text)
const country = (row: Row): CountryCode | null => orNull(row.cells['country'])
const usual = new Set(['id', 'name', 'country', 'source', 'grade'])

function readFacts(cells: Row['cells']): Record<string, string> {
  const facts: Record<string, string> = {}
  for (const column in cells) if (cells[column] !== '' && !usual.has(column)) facts[column] = cells[column]!
  return facts
}

function readThing(row: Row, type: ThingType, issues: Issue[]): Thing | undefined {
  const id = asReferenceId(row.cells['id']!)
  if (!id || row.cells['name'] === '') {
    issues.push({ code: 'id-invalid', level: 'error', message: `${row.place}: the id "${row.cells['id']!.slice(0, 40)}" is no slug of small letters, digits and hyphens, or the name is empty; the row is left out.`, place: row.place })
    return undefined
  }
  return { id, type, label: row.cells['name']!, country: country(row), facts: readFacts(row.cells), ...sourced(row) }
}

const uses: ReadonlySet<string> = new Set(['name', 'demonym', 'capital', 'short'])
function readName(row: Row, issues: Issue[]): readonly Name[] {
  const { id, language, as, name, forms } = row.cells
  const ok = asReferenceId(id!) && uses.has(as!) && name!.trim() !== '' && name!.length <= 200
  if (!ok) {
    issues.push({ code: 'name-ignored', level: 'warning', message: `${row.place}: the name is empty, too long or of no known use; it is left out.`, place: row.place })
    return []
  }
  return [{ id: id as ReferenceId, language: language || '*', as: as as NameUse, name: name!, forms: forms || 'no', ...sourced(row) }]
}

const tenureDates = ['from', 'to', 'seen']
/** A date that is none would leave the tenure open on that side: the office would be held for ever. */
function readTenure(row: Row, issues: Issue[]): readonly Tenure[] {
  const { cells, place } = row, wrong = tenureDates.find((column) => cells[column] && parseEdtf(cells[column]) === undefined)
  if (wrong) {
    issues.push({ code: 'tenure-ignored', level: 'warning', message: `${place}: "${cells[wrong]!.slice(0, 40)}" in ${wrong} is no date; the tenure is left out.`, place })
    return []
  }
  return [{ person: cells['person'] as ReferenceId, office: cells['office'] as ReferenceId, from: orNull(cells['from']), to: orNull(cells['to']), seen: orNull(cells['seen']), ...sourced(row) }]
}
const readMembership = (row: Row): Membership => ({ group: row.cells['group'] as ReferenceId, member: row.cells['member'] as ReferenceId, role: row.cells['role']!, from: orNull(row.cells['from']), to: orNull(row.cells['to']), ...sourced(row) })
const readMeeting = (row: Row): KnownMeeting => ({
  id: row.cells['id'] as ReferenceId, forum: row.cells['forum'] as ReferenceId, ordinal: row.cells['ordinal'] === '' ? null : Number(row.cells['ordinal']), date: row.cells['date']!,
  state: row.cells['state'] as KnownMeeting['state'], mode: orNull(row.cells['mode']) as KnownMeeting['mode'], place: orNull(row.cells['place']), country: country(row), note: row.cells['note']!, ...sourced(row),
})
const readCurrency = (row: Row): CurrencyRow => ({ code: row.cells['code']!, name: row.cells['name']!, digits: Number(row.cells['digits']), signs: row.cells['signs']!.split('|').filter((s) => s !== ''), ...sourced(row) })
const readSource = (row: Row): SourceRow => ({ id: row.cells['id']!, name: row.cells['name']!, host: row.cells['host']!, letter: row.cells['letter']!, licence: row.cells['licence']!, note: row.cells['note']!, row: row.place })

/**
 * The text of a table with one more row, sorted by its key; a row about the same fact is replaced.
 * @param text the table as it is, or null for a new one
 */
export function withRow(table: string, text: string | null, cells: Readonly<Record<string, string>>): string {
  const shape = tableShapes[table]
  if (!shape) throw new Error(`there is no table ${table}`)
  const [header, ...rest] = text === null ? [] : parseCsv(text)
  const columns = header?.cells ?? shape.columns
  const added = columns.map((c) => cells[c] ?? ''), order = [...new Set([...(table === 'tenures' ? ['office', 'from'] : []), ...shape.key])].map((k) => columns.indexOf(k))
  const keyOf = (row: readonly string[]) => order.map((i) => row[i] ?? '').join('\u0000')
  const rows = [...rest.map((r) => r.cells).filter((r) => keyOf(r) !== keyOf(added)), added].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  return [columns, ...rows].map(writeCsvRow).join('\n') + '\n'
}

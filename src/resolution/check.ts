import { parseEdtf } from '../core/dates.ts'
import { asReferenceId } from '../core/ids.ts'
import type { Issue } from '../core/issue.ts'
import type { Reference, Tenure } from './reference.ts'
import { assembleReference, readRows, tableShapes, type RawTable, type Row } from './rows.ts'
import { tenureDays } from './tenures.ts'

/** What `data check` found: issues with their rows, and how much was looked at. */
export interface DataCheck { readonly rows: number; readonly issues: readonly Issue[] }

/**
 * Checks the tables of one or more folders: ids unique, links resolve, dates ordered, rows sorted, every fact sourced and
 * graded, no office held twice at once.
 * @example checkData(readTables(['data'])).issues.length // 0
 */
export function checkData(tables: readonly RawTable[]): DataCheck {
  const issues: Issue[] = [], unread: Issue[] = []
  let count = 0
  for (const table of tables) {
    const rows = readRows(table, unread)
    count += rows.length
    issues.push(...duplicates(table, rows), ...unsorted(table, rows), ...rows.flatMap((row) => rowIssues(table.name, row)))
  }
  const reference = assembleReference(tables)
  // That a tenure was left out for its date follows from `date-invalid`, which is said below.
  return { rows: count, issues: [...reference.issues.filter((i) => i.code !== 'tenure-ignored'), ...issues, ...linkIssues(reference), ...tenureIssues(reference)] }
}

const error = (code: string, place: string, message: string): Issue => ({ code, level: 'error', message: `${place}: ${message}`, place })
const warning = (code: string, place: string, message: string): Issue => ({ code, level: 'warning', message: `${place}: ${message}`, place })
const keyOf = (table: string, row: Row): string => (tableShapes[table]?.key ?? []).map((k) => row.cells[k]).join('\u0000')

function duplicates(table: RawTable, rows: readonly Row[]): readonly Issue[] {
  const seen = new Map<string, string>()
  return rows.flatMap((row) => {
    const key = keyOf(table.name, row), first = seen.get(key)
    if (first === undefined) { seen.set(key, row.place); return [] }
    return [error('row-repeated', row.place, `says again what ${first} says (${key.replaceAll('\u0000', ', ')}); keep one of the two.`)]
  })
}

/** The order of a table is that of its first column; the rest is free, so that a new row is easy to place. */
function unsorted(table: RawTable, rows: readonly Row[]): readonly Issue[] {
  const column = table.name === 'tenures' ? 'office' : tableShapes[table.name]?.key[0]
  if (!column) return []
  for (let i = 1; i < rows.length; i++) {
    const before = rows[i - 1]!.cells[column]!, here = rows[i]!.cells[column]!
    if (here < before) return [warning('rows-unsorted', rows[i]!.place, `"${here}" stands after "${before}"; sort the table by ${column}.`)]
  }
  return []
}

const gradePattern = /^(?:[A-F][1-6]|GK)$/
const dateColumns = ['from', 'to', 'date', 'seen']

function rowIssues(table: string, row: Row): readonly Issue[] {
  const issues: Issue[] = [], { cells, place } = row
  if (tableShapes[table]?.columns.includes('grade')) {
    if (!cells['source']) issues.push(error('source-missing', place, 'has no source; name a row of sources.csv.'))
    if (!gradePattern.test(cells['grade'] ?? '')) issues.push(error('grade-invalid', place, `the grade "${cells['grade']}" is neither a letter A–F with a digit 1–6 nor GK.`))
  }
  for (const column of dateColumns) {
    const text = cells[column]
    if (text && parseEdtf(text) === undefined) issues.push(error('date-invalid', place, `"${text}" in ${column} is no date (write 2025-01-13, 2025-01 or 2025).`))
  }
  const from = cells['from'], to = cells['to']
  if (from && to && parseEdtf(from) && parseEdtf(to) && from.slice(0, to.length) > to.slice(0, from.length)) issues.push(error('dates-reversed', place, `ends (${to}) before it begins (${from}).`))
  if (table === 'sources' && !/^[A-F]$/.test(cells['letter'] ?? '')) issues.push(error('letter-invalid', place, `the letter "${cells['letter']}" is none of A to F.`))
  if (table === 'currencies' && !/^[A-Z]{3}$/.test(cells['code'] ?? '')) issues.push(error('code-invalid', place, `"${cells['code']}" is no ISO 4217 code.`))
  return issues
}

/** Links that lead nowhere. */
function linkIssues(reference: Reference): readonly Issue[] {
  const { things } = reference
  const issues: Issue[] = []
  const must = (id: string, place: string, what: string, types: readonly string[]) => {
    const known = asReferenceId(id), thing = known && things.get(known)
    if (!thing) issues.push(error('link-broken', place, `the ${what} "${id}" is in no table.`))
    else if (!types.includes(thing.type)) issues.push(error('link-wrong', place, `the ${what} "${id}" is a ${thing.type}.`))
  }
  const source = (row: { source: string; row: string }) => { if (row.source && !reference.sources.has(row.source)) issues.push(error('source-unknown', row.row, `the source "${row.source}" is not in sources.csv.`)) }
  for (const t of reference.tenures) { must(t.person, t.row, 'person', ['person']); must(t.office, t.row, 'office', ['office']); source(t) }
  for (const m of reference.memberships) { must(m.group, m.row, 'group', ['forum', 'body']); must(m.member, m.row, 'member', ['state', 'body', 'company']); source(m) }
  for (const m of reference.meetings) { must(m.forum, m.row, 'forum', ['forum', 'body']); source(m) }
  for (const n of reference.names) { if (!things.has(n.id)) issues.push(error('link-broken', n.row, `the name "${n.name}" belongs to "${n.id}", which is in no table.`)); source(n) }
  for (const thing of things.values()) {
    source(thing)
    for (const [column, types] of [['parent', ['body', 'company']], ['body', ['body']]] as const) {
      const id = thing.facts[column]
      if (id) must(id, thing.row, column, types)
    }
    if (thing.country && !things.has(`state-${thing.country.toLowerCase()}` as typeof thing.id)) issues.push(error('country-unknown', thing.row, `the state "${thing.country}" is not in states.csv.`))
  }
  return issues
}

/** Two holders of one office at once, and two open tenures; a hand-over on one day is none. */
function tenureIssues(reference: Reference): readonly Issue[] {
  const shared = new Set(['deputy minister', 'commissioner', 'deputy head'])
  const byOffice = new Map<string, Tenure[]>()
  for (const t of reference.tenures) {
    if (shared.has(reference.things.get(t.office)?.facts['role'] ?? '')) continue
    byOffice.set(t.office, [...(byOffice.get(t.office) ?? []), t])
  }
  return [...byOffice.values()].flatMap((list) => {
    const sorted = [...list].sort((a, b) => (tenureDays(a)[0] < tenureDays(b)[0] ? -1 : 1))
    return sorted.flatMap((later, i) => sorted.slice(0, i).filter((earlier) => overlap(earlier, later))
      .map((earlier) => warning('tenures-overlap', later.row, `${later.person} and ${earlier.person} (${earlier.row}) hold ${later.office} at the same time.`)))
  })
}

/** Certain overlap only: a vague date is taken at the end that makes none. */
function overlap(earlier: Tenure, later: Tenure): boolean {
  if (earlier.person === later.person && earlier.from === later.from) return false
  const ends = earlier.to ?? earlier.seen ?? '9999', begins = later.from ?? '0000', length = Math.min(ends.length, begins.length)
  return begins.slice(0, length) < ends.slice(0, length) || (later.to !== null && earlier.to === null && earlier.seen === null && later.to > begins)
}

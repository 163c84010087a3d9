import type { CommitmentFields, Drawn, Written } from '../core/claim.ts'
import type { Document, Table, TableCell } from '../core/document.ts'
import type { Issue } from '../core/issue.ts'
import type { Lexicon } from '../core/lexicon.ts'
import type { Figure, Observation, Series } from '../core/observation.ts'

/** A published dataset with a column contract. It draws claims, or observations of series, whose evidence are cells. */
export interface Dataset {
  readonly name: string
  /** The name it is also imported by, where one publisher has files of several shapes: `kiel`. */
  readonly family?: string
  readonly version: number
  readonly title: string
  /** The series that it gives observations of. */
  readonly series?: readonly Series[]
  /** Why these tables are not this dataset, or undefined when they are. */
  refusal(document: Document): Issue | undefined
  draw(document: Document, lexicon: Lexicon): DatasetReading
  /** Sums across files of the dataset that must agree: those on record, and those of the file that comes in. */
  check?(current: readonly Figure[], fresh: readonly Figure[]): readonly FigureCheck[]
}

/** A figure that the file itself states, beside what its rows give. */
export interface FigureCheck { readonly sheet: string; readonly row: string; readonly column: string; readonly stated: number; readonly computed: number; readonly agrees: boolean }

/** What a dataset holds, and the account of its rows: rows = handled + ignored by name + reported. */
export interface DatasetReading {
  readonly release: string
  /** The day up to which the file reports, where it says so. */
  readonly until: string | null
  readonly drawn: readonly Drawn<CommitmentFields<Written>>[]
  readonly observations: readonly Observation[]
  readonly account: { readonly rows: number; readonly handled: number; readonly ignored: Readonly<Record<string, number>>; readonly reported: number; readonly activities: number }
  readonly figures: readonly FigureCheck[]
  readonly issues: readonly Issue[]
}

/** Header words without case, marks and blanks: how columns are found in every release. @example fold('Total_value (EUR)') // 'totalvalueeur' */
export const foldHeader = (text: string): string => text.normalize('NFKD').toLowerCase().replace(/[^\p{L}\p{N}€$]/gu, '')

/** Where each wanted column stands: the first header row that holds all required ones. */
export interface Columns<Name extends string> {
  readonly header: number
  readonly at: Readonly<Partial<Record<Name, number>>>
  /** Columns whose header is misspelt: what stands there, and what it was taken for. */
  readonly misspelt: readonly { readonly written: string; readonly name: Name }[]
}

/**
 * Finds the header row and the columns of a contract by folded names. A long header that is one or two letters away from
 * an accepted one, and from no other column's, is taken for it and named.
 * @param contract the accepted folded headers of each column, best first
 * @returns the columns, or the names of the required ones that are missing in the best row
 */
export function findColumns<Name extends string>(table: Table, contract: Readonly<Record<Name, readonly string[]>>, required: readonly Name[]): Columns<Name> | { readonly missing: readonly Name[] } {
  let missing: readonly Name[] = required
  for (const row of table.rows.slice(0, 15)) {
    const heads = row.cells.map((c) => foldHeader(c?.text ?? ''))
    const at: Partial<Record<Name, number>> = {}
    for (const name of Object.keys(contract) as Name[]) {
      const column = contract[name].map((h) => heads.indexOf(h)).find((i) => i >= 0)
      if (column !== undefined) at[name] = column
    }
    const misspelt = nearest(heads, contract, at)
    for (const { name, column } of misspelt) at[name] = column
    const lacking = required.filter((name) => at[name] === undefined)
    if (lacking.length === 0) return { header: row.index, at, misspelt: misspelt.map(({ name, column }) => ({ name, written: row.cells[column]!.text.trim() })) }
    if (lacking.length < missing.length) missing = lacking
  }
  return { missing }
}

/** Headers that are left over, with the one missing column each is a slip of. */
function nearest<Name extends string>(heads: readonly string[], contract: Readonly<Record<Name, readonly string[]>>, at: Readonly<Partial<Record<Name, number>>>): readonly { readonly name: Name; readonly column: number }[] {
  const taken = new Set(Object.values(at)), open = (Object.keys(contract) as Name[]).filter((name) => at[name] === undefined)
  const found = heads.flatMap((head, column) => {
    const most = head.length >= 12 ? 2 : head.length >= 8 ? 1 : 0
    const names = taken.has(column) || most === 0 ? [] : open.filter((name) => contract[name].some((h) => h.length >= 8 && within(head, h, most)))
    return names.length === 1 ? [{ name: names[0]!, column }] : []
  })
  return found.filter((f) => found.filter((o) => o.name === f.name).length === 1)
}

/** Are two words at most so many insertions, deletions and changes of a letter apart? */
function within(a: string, b: string, most: number): boolean {
  if (Math.abs(a.length - b.length) > most || a.length > 100) return false
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) next.push(Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    row = next
  }
  return row[b.length]! <= most
}

/** A misspelt header is read, and said. */
export const misspeltIssues = (columns: Pick<Columns<string>, 'misspelt'>, place: string): readonly Issue[] =>
  columns.misspelt.map(({ written, name }) => ({ code: 'misspelt-header', level: 'warning', message: `The header "${written}" was taken for the column ${name}.`, place }))

const blanks = new Set(['', '.', '-', '\u00a0', 'n/a', 'na'])
/** The cell's text, or null for the blanks that datasets write: nothing, a lone stop, a dash. */
export const cellText = (cell: TableCell | null | undefined): string | null => {
  const text = (cell?.text ?? '').replace(/\u00a0/g, ' ').trim()
  return blanks.has(text.toLowerCase()) ? null : text
}
/** The cell's number, or null when it holds none (the text is not parsed: `1.000.00` is no number). */
export const cellNumber = (cell: TableCell | null | undefined): number | null => (typeof cell?.value === 'number' && Number.isFinite(cell.value) ? cell.value : null)

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
export interface Columns<Name extends string> { readonly header: number; readonly at: Readonly<Partial<Record<Name, number>>> }

/**
 * Finds the header row and the columns of a contract by folded names.
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
    const lacking = required.filter((name) => at[name] === undefined)
    if (lacking.length === 0) return { header: row.index, at }
    if (lacking.length < missing.length) missing = lacking
  }
  return { missing }
}

const blanks = new Set(['', '.', '-', '\u00a0', 'n/a', 'na'])
/** The cell's text, or null for the blanks that datasets write: nothing, a lone stop, a dash. */
export const cellText = (cell: TableCell | null | undefined): string | null => {
  const text = (cell?.text ?? '').replace(/\u00a0/g, ' ').trim()
  return blanks.has(text.toLowerCase()) ? null : text
}
/** The cell's number, or null when it holds none (the text is not parsed: `1.000.00` is no number). */
export const cellNumber = (cell: TableCell | null | undefined): number | null => (typeof cell?.value === 'number' && Number.isFinite(cell.value) ? cell.value : null)

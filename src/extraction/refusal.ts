import type { Document } from '../core/document.ts'
import type { Issue } from '../core/issue.ts'
import { findColumns } from './dataset.ts'

/** One shape that a file of a dataset may have. */
export interface Shape { readonly contract: Readonly<Record<string, readonly string[]>>; readonly required: readonly string[] }

/**
 * Why no table of a document has one of the shapes: the missing columns of the nearest one with the headers that are
 * accepted for them; undefined when one fits.
 */
export function refusalOf(document: Document, what: string, shapes: readonly Shape[]): Issue | undefined {
  const tried = document.tables.flatMap((table) => shapes.map(({ contract, required }) => { const found = findColumns(table, contract, required); return { contract, required, missing: 'missing' in found ? found.missing : [] } }))
  const nearest = tried.toSorted((a, b) => a.missing.length / a.required.length - b.missing.length / b.required.length)[0]
  if (nearest?.missing.length === 0) return undefined
  const lacks = nearest && nearest.missing.length < nearest.required.length
  return { code: 'not-the-dataset', level: 'error', message: lacks
    ? `${document.label} is not ${what}: it lacks the column${nearest.missing.length > 1 ? 's' : ''} ${nearest.missing.join(', ')} (accepted headers: ${nearest.missing.map((m) => nearest.contract[m]!.join(' or ')).join('; ')}).`
    : `${document.label} is not ${what}: no table has the columns ${shapes[0]!.required.join(', ')}.` }
}

import type { DocumentId } from '../core/ids.ts'
import { corroboration, type Corroboration } from '../ledger/corroboration.ts'
import { sayList } from './words.ts'

/** A document as lists and claims carry it. */
export interface Reporting { readonly id: DocumentId; readonly publisher: string | null; readonly published: string | null; readonly story?: DocumentId; readonly agency?: string | null }

/** From how many origins documents come; one that was never compared is a story of its own. */
export const originsOf = (documents: readonly Reporting[]): Corroboration => corroboration(documents.map((d) => ({ ...d, story: d.story ?? d.id, agency: d.agency ?? null })))

/**
 * Reports and origins in words, or null where one report is all there is.
 * @example sayOrigins(threeCopies) // '3 reports, 1 origin (Reuters)'
 */
export function sayOrigins(documents: readonly Reporting[]): string | null {
  const { reports, origins } = originsOf(documents), names = origins.flatMap((o) => (o.name === null ? [] : [o.name]))
  if (reports < 2) return null
  const shown = names.length > 4 ? [...names.slice(0, 3), `${names.length - 3} more`] : names
  return `${sayNumber(reports, 'report')}, ${sayNumber(origins.length, 'origin')}${shown.length ? ` (${sayList(shown)})` : ''}`
}

const sayNumber = (n: number, what: string): string => `${n} ${n === 1 ? what : `${what}s`}`

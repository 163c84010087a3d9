/**
 * The words a claim rests on. `exact` is `document.text.slice(start, end)`, always; offsets are UTF-16 code units.
 * For a cell of a table `cell` says which one, and start/end point at it in the text the reader kept.
 */
export interface Evidence {
  readonly exact: string
  readonly start: number
  readonly end: number
  /** Where a reader finds the words in a source without offsets: "page 3", "Aid, cell B7". */
  readonly place?: string
  readonly cell?: { readonly table: string; readonly row: number; readonly column: number }
}

export type NonEmpty<T> = readonly [T, ...T[]]

export interface Span { readonly start: number; readonly end: number }

/** @example evidenceOf('Kyiv said no', { start: 0, end: 4 }).exact // 'Kyiv' */
export function evidenceOf(text: string, span: Span): Evidence {
  return { exact: text.slice(span.start, span.end), start: span.start, end: span.end }
}

/** The list as non-empty, or undefined. */
export const nonEmpty = <T>(list: readonly T[]): NonEmpty<T> | undefined => (list.length > 0 ? (list as unknown as NonEmpty<T>) : undefined)

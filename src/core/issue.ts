/** A problem in the data, as a value: processing goes on and the reader of the result sees it. */
export interface Issue {
  /** Stable, kebab-case: `date-unsettled`, `charset-lie`, `archive-bomb`. */
  readonly code: string
  readonly level: 'note' | 'warning' | 'error'
  /** One sentence for people: what is wrong, where, and what to do next. */
  readonly message: string
  /** Where it was met: an offset in the text, a row, a member of an archive, a file. */
  readonly place?: string
}

/**
 * How one input ended. The counts of a run always balance:
 * read = accepted + warned + quarantined + refused.
 */
export type Outcome<T> =
  /** Read without a warning; notes may stand beside it. */
  | { readonly state: 'accepted'; readonly value: T; readonly issues: readonly Issue[] }
  | { readonly state: 'warned'; readonly value: T; readonly issues: readonly Issue[] }
  /** Bytes are kept, nothing is drawn from them; `issues[0].code` is the reason. */
  | { readonly state: 'quarantined'; readonly issues: readonly [Issue, ...Issue[]] }
  /** Never stored; `issues[0].code` is the reason. */
  | { readonly state: 'refused'; readonly issues: readonly [Issue, ...Issue[]] }

/** Accepted without issues above a note, warned otherwise. @example accept(1, []).state // 'accepted' */
export function accept<T>(value: T, issues: readonly Issue[]): Outcome<T> {
  return { state: issues.every((i) => i.level === 'note') ? 'accepted' : 'warned', value, issues }
}

/** @example quarantine({ code: 'no-text', level: 'error', message: 'The page holds no text.' }).state // 'quarantined' */
export function quarantine(...issues: readonly [Issue, ...Issue[]]): Outcome<never> {
  return { state: 'quarantined', issues }
}

/** @example refuse({ code: 'archive-bomb', level: 'error', message: 'big.zip inflates 2,000 times.' }).state // 'refused' */
export function refuse(...issues: readonly [Issue, ...Issue[]]): Outcome<never> {
  return { state: 'refused', issues }
}

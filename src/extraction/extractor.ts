import type { ClaimKind, Drawn } from '../core/claim.ts'
import type { Analysis } from './analysis.ts'

/** Draws claims of one kind from an analysed document. Extractors know nothing of each other. */
export interface Extractor {
  readonly name: string
  /** Raised when the extractor would draw something else from the same text. */
  readonly version: number
  readonly kind: ClaimKind
  extract(analysis: Analysis): readonly Drawn[]
}

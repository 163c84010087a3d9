import type { DatedValue } from './dates.ts'
import type { Span } from './evidence.ts'
import type { DocumentId } from './ids.ts'
import type { Issue } from './issue.ts'

/** The six languages that extraction reads; other documents are kept, and say so in an issue. */
export type LanguageCode = 'en' | 'uk' | 'de' | 'fr' | 'pl' | 'it'

/** What a stretch of the kept text is. Only the first four are read by extractors; the others are kept and shown. */
export type BlockKind = 'paragraph' | 'heading' | 'item' | 'quote'
  | 'title' | 'byline' | 'dateline' | 'caption' | 'read also' | 'boilerplate' | 'cell'

export interface Block extends Span { readonly kind: BlockKind; readonly level?: number }

/** Where a publication date was found, in order of trust. */
export type DateSource = 'front matter' | 'metadata' | 'dateline' | 'option' | 'file name' | 'weekday'

export interface TableCell { readonly text: string; readonly value?: string | number | boolean | null; readonly formula?: string; readonly start: number; readonly end: number }
/** A sheet or table, sparse by row; `header` is the row index of the header, when one was found. */
export interface Table {
  readonly name: string
  readonly hidden: boolean
  readonly header: number | null
  readonly rows: readonly { readonly index: number; readonly cells: readonly (TableCell | null)[] }[]
}

/**
 * A document as a reader keeps it. The text never changes afterwards: every evidence span is a range of `text`.
 * `sourceMap` holds [text offset, source offset] pairs in rising order; between two pairs both run in step.
 */
export interface Document {
  readonly id: DocumentId
  /** SHA-256 of the bytes, 64 hex digits. */
  readonly hash: string
  /** Label for people: the file name without extension, or the address. */
  readonly label: string
  readonly mediaType: string
  readonly url: string | null
  /** Instant of retrieval, ISO 8601 UTC, or null for a local file. */
  readonly retrieved: string | null
  readonly title: string | null
  readonly publisher: string | null
  readonly authors: readonly string[]
  readonly published: (DatedValue & { readonly source: DateSource }) | null
  readonly modified: DatedValue | null
  readonly language: LanguageCode | string | null
  readonly canonicalUrl: string | null
  /** Agency the text credits, where it does: "reports Ukrinform", "(Reuters)". */
  readonly origin: string | null
  readonly text: string
  readonly blocks: readonly Block[]
  readonly tables: readonly Table[]
  /** For a source without offsets of its own, where in it a reader finds the text: "page 3", from this offset on. */
  readonly places?: readonly (readonly [start: number, place: string])[]
  readonly sourceMap: readonly (readonly [text: number, source: number])[]
  /** Name and version of the reader that made the text layer: `html 3`. */
  readonly reader: string
  readonly issues: readonly Issue[]
}

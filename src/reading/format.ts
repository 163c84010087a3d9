import type { Document } from '../core/document.ts'
import type { Outcome } from '../core/issue.ts'
import type { Budget } from './budget.ts'

/** What the reader is told about the bytes; the content decides, these only help. */
export interface Source {
  /** File name or address: a label, never opened. */
  readonly label: string
  readonly url: string | null
  readonly retrieved: string | null
  /** Media type and charset as declared by a header or a file ending. */
  readonly declaredType: string | null
  readonly declaredCharset: string | null
  /** `--published`, for documents that do not say. */
  readonly published: string | null
  /** Where the bytes begin in a larger file, when they are a stretch of it. */
  readonly offset?: number
}

/** One source format. `sniff` looks at the bytes and says how sure it is (0 no, 1 certainly); `read` makes documents of them. */
export interface Format {
  readonly name: string
  /** Raised when the same bytes would give another text layer. */
  readonly version: number
  sniff(bytes: Uint8Array, source: Source): number
  /** A container (feed, archive, WARC) gives one outcome a member; others give one. May load its library on first use.
   * Containers unfold within the budget, which `readBytes` hands in. */
  read(bytes: Uint8Array, source: Source, readMember: ReadMember, budget?: Budget): Promise<readonly ReadResult[]>
}

/** What became of one document in the bytes: its label, its own bytes where it is a member of a container. */
export interface ReadResult { readonly label: string; readonly bytes: Uint8Array; readonly outcome: Outcome<Document> }

/** Reads a member of a container by the format its content has; depth is limited by the caller. */
export type ReadMember = (bytes: Uint8Array, source: Source) => Promise<readonly ReadResult[]>

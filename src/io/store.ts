import type { Claim, ClaimKind, Known } from '../core/claim.ts'
import type { Document } from '../core/document.ts'
import type { ClaimId, DocumentId, RecordId } from '../core/ids.ts'
import type { Issue } from '../core/issue.ts'
import type { Entry, StoredEntry } from '../ledger/entry.ts'
import type { Recorded } from '../ledger/reconcile.ts'
import type { LedgerRecord } from '../ledger/record.ts'
import type { Group } from '../ledger/totals.ts'
import type { ActorRegister } from './actors.ts'
import type { FigureLog } from './figures.ts'
import type { PageLog } from './page-log.ts'
import type { Register } from './register.ts'
import type { TallyOptions } from './tally.ts'

/** Where a view stands in record time: an ISO instant, or a day, which means its end; null is now. */
export type AsOf = string | null

/** A document in a list. */
export interface DocumentRow {
  readonly id: DocumentId
  readonly label: string
  readonly title: string | null
  readonly publisher: string | null
  readonly published: string | null
  readonly language: string | null
  readonly url: string | null
  readonly claims: number
  readonly recorded: string
  /** The first document on record of the story that its text is a copy of: its own id when it is alone. */
  readonly story?: DocumentId
  /** The agency it names, or that publishes it. */
  readonly agency?: string | null
}

/** A claim with the record it is part of, as pages and briefs need it. */
export interface ClaimRow { readonly claim: Claim<Known>; readonly record: RecordId | null }

/** One run of reading: the equation that must balance, and what was quarantined. */
export interface RunReport {
  readonly read: number
  readonly accepted: number
  readonly warned: number
  readonly quarantined: number
  readonly refused: number
  /** Already there with the same bytes: counted in accepted/warned too, nothing was added. */
  readonly known: number
  /** Addresses whose server said that nothing changed since they were last read: counted in accepted and known too. */
  readonly unchanged: number
}

export interface SearchHit { readonly document: DocumentRow; readonly claim: ClaimId | null; readonly start: number; readonly end: number; readonly snippet: string }

/** Where the two chains end: that of documents, claims and entries, and that of imports of figures, which starts with the first of them. */
export interface Heads { readonly sequence: number; readonly hash: string; readonly figures: { readonly imports: number; readonly hash: string } | null }

export interface VerifyReport {
  readonly entries: number
  readonly documents: number
  readonly spans: number
  readonly head: string
  /** Where the chain of imports of figures ends. */
  readonly figures: Heads['figures']
  /** The first bad row and what is wrong with it, or null when all is well. */
  readonly firstBad: { readonly table: string; readonly row: string; readonly message: string } | null
}

/** One document with all that was drawn from it, written in one transaction or not at all. */
export interface Reading {
  readonly document: Document
  readonly bytes: Uint8Array
  readonly claims: readonly Claim<Known>[]
  readonly entries: readonly Entry[]
  readonly issues: readonly Issue[]
}

/** What a load has added, and the documents that were on record already. */
export interface Loaded { readonly documents: number; readonly claims: number; readonly entries: number; readonly known: readonly DocumentId[] }

/**
 * The store of record. Every read takes `asOf`; every write is one transaction and appends to the hash chain;
 * nothing is updated or deleted in the ledger.
 */
export interface Store {
  /** Adds documents with their claims and entries. The same bytes twice add nothing. @returns ids that were new */
  record(readings: readonly Reading[]): Promise<{ readonly added: readonly DocumentId[]; readonly known: readonly DocumentId[] }>
  /**
   * Adds many batches in one transaction, all or nothing, many times faster than one after the other: for whoever fills a
   * store. Documents on record are left as they are and named. Others wait meanwhile.
   * @param expected how many claims are to come, as nearly as is known
   */
  load(batches: Iterable<readonly Reading[]> | AsyncIterable<readonly Reading[]>, expected: number): Promise<Loaded>
  /** Appends entries alone: decisions of people, imports. */
  append(entries: readonly Entry[]): Promise<void>
  /**
   * Runs `work` while no other process is in its turn: for whoever looks up what is on record, decides by it and writes.
   * Turns do not nest.
   */
  inTurn<T>(work: () => Promise<T>): Promise<T>
  quarantine(label: string, bytes: Uint8Array, issues: readonly Issue[]): Promise<void>
  saveRun(command: string, report: RunReport): Promise<void>

  documents(options?: { limit?: number; before?: string; asOf?: AsOf }): Promise<readonly DocumentRow[]>
  document(id: DocumentId): Promise<{ readonly row: DocumentRow; readonly document: Document; readonly claims: readonly ClaimRow[] } | undefined>
  bytes(id: DocumentId): Promise<Uint8Array | undefined>
  records(options: { kind: ClaimKind; asOf?: AsOf; limit?: number; offset?: number }): Promise<readonly LedgerRecord[]>
  /** Commitments as of now, grouped by how they stand under a definition: what totals are made of without reading records. */
  tally(options: TallyOptions): Promise<readonly Group[]>
  readonly register: Register
  /** Follows redirects of merged records. */
  recordOf(id: RecordId, asOf?: AsOf): Promise<{ readonly record: LedgerRecord; readonly entries: readonly StoredEntry[]; readonly claims: readonly (ClaimRow & { readonly document: DocumentRow })[] } | undefined>
  claim(id: ClaimId): Promise<(ClaimRow & { readonly document: DocumentRow }) | undefined>
  /** Full text of documents and claims, best first. */
  search(words: string, options?: { limit?: number }): Promise<readonly SearchHit[]>
  /**
   * The recorded claims that new claims may speak of, for reconciliation: same kind, and at least one party, forum,
   * amount, item or place word in common (blocking in SQL, generous; the scoring is pure and compares claim with claim,
   * so that the partition is the same in any order of input).
   */
  candidates(claims: readonly Claim<Known>[]): Promise<readonly Recorded[]>
  unresolved(limit?: number): Promise<readonly { readonly name: string; readonly type: string; readonly count: number; readonly documents: readonly DocumentId[] }[]>
  /** The bytes of something that was set aside, by their SHA-256. */
  setAside(hash: string): Promise<Uint8Array | undefined>
  quarantined(): Promise<readonly { readonly hash: string; readonly label: string; readonly issues: readonly Issue[]; readonly recorded: string }[]>
  counts(): Promise<{ readonly documents: number; readonly claims: number; readonly records: number; readonly entries: number; readonly quarantined: number }>
  head(): Promise<Heads>
  verify(onProgress?: (done: number, all: number) => void): Promise<VerifyReport>
  /** The whole record as lines of JSON, from one moment. */
  backup(): AsyncIterable<string>
  /** Makes the record of a backup in an empty store: all of it, on the same chains, or nothing. */
  restore(lines: AsyncIterable<string>): Promise<Heads>
  /** Fetches of addresses and versions of their pages. */
  readonly pages: PageLog
  /** Figures of datasets that are no commitments. */
  readonly figures: FigureLog
  /** A wide register of actors beside the reference data. */
  readonly actors: ActorRegister
  close(): Promise<void>
}

import type { ClaimKind } from '../core/claim.ts'
import type { ClaimId, EntryId, RecordId } from '../core/ids.ts'
import type { Issue } from '../core/issue.ts'
import type { EventKind, Json, StoredEntry } from './entry.ts'

/**
 * A thing of the field as the ledger knows it at one moment: computed from its entries, never typed over.
 * `fields` has the shape of the claim's fields with links resolved; a value on which sources differ is listed in `conflicts`.
 */
export interface LedgerRecord {
  readonly id: RecordId
  readonly kind: ClaimKind
  /** State by the lifecycle table: the last event that counts. */
  readonly state: EventKind
  readonly fields: { readonly [key: string]: Json }
  readonly claims: readonly ClaimId[]
  readonly entries: readonly EntryId[]
  /** Ids that were merged into this one and redirect here. */
  readonly formerly: readonly RecordId[]
  readonly conflicts: readonly { readonly field: string; readonly values: readonly { readonly value: Json; readonly claims: readonly ClaimId[] }[]; readonly chosen: number; readonly why: string }[]
  readonly issues: readonly Issue[]
  /** The events that count, in the order of their dates: the life of the record, with the money each one brought. */
  readonly course?: readonly Step[]
  /** Links to other records: part-of, restates, expands, replaces. */
  readonly relations?: readonly { readonly event: EventKind; readonly other: string }[]
}

/** One event of a record's life. */
export interface Step {
  readonly event: EventKind
  readonly date: string | null
  readonly amount: Json
  readonly claims: readonly ClaimId[]
  /** The stage whose facts an adjustment corrects, where it says so. */
  readonly stage?: EventKind
}

export type { StoredEntry }

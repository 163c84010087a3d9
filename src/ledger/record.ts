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
}

export type { StoredEntry }

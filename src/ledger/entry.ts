import type { ClaimKind } from '../core/claim.ts'
import type { DateBasis, DateKind, Edtf } from '../core/dates.ts'
import type { ClaimId, EntryId, RecordId } from '../core/ids.ts'
import { entryId } from '../core/ids.ts'
import { canonicalJson } from '../core/hash.ts'

/** Dated events on a record. The first group moves a commitment or project, the second a meeting, the third an ask, the last any record. */
export type EventKind =
  | 'signalled' | 'announced' | 'approved' | 'allocated' | 'contracted' | 'in delivery' | 'delivered' | 'reimbursed'
  | 'adjusted' | 'suspended' | 'lapsed' | 'cancelled' | 'undisclosed' | 'proposed' | 'agreed' | 'building' | 'operating' | 'ended'
  | 'planned' | 'held' | 'postponed'
  | 'asked' | 'answered'
  | 'stated' | 'reopened' | 'same-as' | 'not-same-as' | 'withdrawn' | 'retracted' | 'part-of' | 'restates' | 'expands' | 'replaces' | 'decided'

/** Who decided: a machine by name and version, or a person. */
export type Decider = { readonly machine: string } | { readonly person: string }

/** Plain JSON: what an entry carries, so that it hashes and stores the same everywhere. Money is `{ minor, currency, digits, qualifier }` with `minor` as a string. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/**
 * One dated event on one record, never changed afterwards. `fields` are the facts the event brings, in the shape of the
 * claim's fields; a record's state is computed from its entries.
 */
export interface Entry {
  readonly id: EntryId
  readonly record: RecordId
  readonly kind: ClaimKind
  readonly event: EventKind
  readonly date: { readonly edtf: Edtf; readonly kind: DateKind; readonly basis: DateBasis } | null
  readonly claims: readonly ClaimId[]
  /** The other record, for same-as, part-of, restates …; the withdrawn or retracted entry's id for those. */
  readonly other: RecordId | EntryId | null
  readonly fields: { readonly [key: string]: Json }
  readonly by: Decider
  readonly why: string
}

/** An entry as the store holds it: place in the chain and record time are the store's, not the entry's. */
export interface StoredEntry extends Entry {
  readonly sequence: number
  readonly batch: number
  /** Record time, ISO 8601 UTC. */
  readonly recorded: string
  /** SHA-256 of the previous hash and the entry's canonical JSON with sequence, batch and record time. */
  readonly hash: string
}

/** An entry with its id: the hash of all its content. */
export function entry(content: Omit<Entry, 'id'>): Entry {
  const text = canonicalJson(content), made: Entry = { id: entryId(text), ...content }
  contents.set(made, text)
  return made
}

/** The content of an entry that was made here is not written a second time when it is stored. */
const contents = new WeakMap<Entry, string>()

/** What an entry's id is the hash of: all of it but the id, as canonical JSON. */
export function contentOf(made: Entry): string {
  const { id, ...content } = made
  return contents.get(made) ?? canonicalJson(content)
}

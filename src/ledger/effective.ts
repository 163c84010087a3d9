import type { ClaimId, EntryId, RecordId } from '../core/ids.ts'
import type { EventKind, StoredEntry } from './entry.ts'

/** An entry that still counts, with those of its claims that were not retracted. */
export interface Effective { readonly entry: StoredEntry; readonly claims: readonly ClaimId[] }

/**
 * The entries that count: without those that a later entry withdrew, and without the effect of retracted claims. A
 * withdrawal may itself be withdrawn. `retracted` names claims, which then lose their effect on that record from that
 * moment of record time on; earlier views still have them.
 */
export function effective(entries: readonly StoredEntry[]): readonly Effective[] {
  const withdrawn = new Set<EntryId>()
  for (const e of entries.toSorted((a, b) => b.sequence - a.sequence)) {
    if (e.event === 'withdrawn' && !withdrawn.has(e.id)) withdrawn.add(e.other as EntryId)
  }
  const standing = entries.filter((e) => !withdrawn.has(e.id))
  const retracted = new Map<ClaimId, number>()
  for (const e of standing) if (e.event === 'retracted') for (const claim of e.claims) retracted.set(claim, Math.max(e.sequence, retracted.get(claim) ?? 0))
  const out: Effective[] = []
  for (const e of standing) {
    if (silent.has(e.event)) continue
    const claims = e.claims.filter((claim) => (retracted.get(claim) ?? -1) < e.sequence)
    if (claims.length > 0 || e.claims.length === 0) out.push({ entry: e, claims })
  }
  return out
}

const silent: ReadonlySet<EventKind> = new Set(['withdrawn', 'retracted'])

/** The events that say whether two records are one. */
export const judges = (event: EventKind): boolean => event === 'same-as' || event === 'not-same-as'

/**
 * Which records are one: the last word on each pair counts, a person's before a machine's. The oldest record of a group
 * gives the id; the others redirect to it.
 * @returns the root of every record that is not its own
 */
export function redirects(entries: readonly StoredEntry[]): ReadonlyMap<RecordId, RecordId> {
  const verdicts = new Map<string, StoredEntry>(), firstSeen = new Map<RecordId, number>()
  for (const e of entries) firstSeen.set(e.record, Math.min(e.sequence, firstSeen.get(e.record) ?? Infinity))
  for (const { entry } of effective(entries)) {
    if (!judges(entry.event) || entry.other === null) continue
    const pair = [entry.record, entry.other].sort().join(' '), before = verdicts.get(pair)
    if (!before || outweighs(entry, before)) verdicts.set(pair, entry)
  }
  const up = new Map<RecordId, RecordId>()
  const root = (id: RecordId): RecordId => { const next = up.get(id); return next === undefined ? id : root(next) }
  const age = (id: RecordId) => firstSeen.get(id) ?? Infinity
  for (const e of verdicts.values()) {
    if (e.event !== 'same-as') continue
    const [a, b] = [root(e.record), root(e.other as RecordId)]
    if (a !== b) { if (age(a) <= age(b)) up.set(b, a); else up.set(a, b) }
  }
  return new Map([...up.keys()].map((id) => [id, root(id)]))
}

function outweighs(later: StoredEntry, before: StoredEntry): boolean {
  const person = (e: StoredEntry) => 'person' in e.by
  return person(later) === person(before) ? later.sequence > before.sequence : person(later)
}

import type { Claim, Known } from '../core/claim.ts'
import type { Document } from '../core/document.ts'
import { sha256 } from '../core/hash.ts'
import type { DocumentId } from '../core/ids.ts'
import { isProposed } from '../extraction/model/agreement.ts'
import type { ReadingPool } from '../io/reading-pool.ts'
import type { ClaimRow, Store } from '../io/store.ts'
import { statesOfRecords } from '../io/versions.ts'
import { entry, type Entry } from '../ledger/entry.ts'
import { reconcile, type Carried } from '../ledger/reconcile.ts'
import { inKeptText, redraw, reopen, type Held } from '../ledger/versions.ts'
import { converter } from '../pipeline.ts'
import type { Source } from '../reading/format.ts'
import { laterWords } from './later-words.ts'

/** What reading a document on record again came to. */
export interface Reread {
  readonly document: DocumentId
  /** `as before`; `changed` when claims were added, replaced or re-opened; `failed` when it can no longer be read. */
  readonly state: 'as before' | 'changed' | 'failed'
  readonly added: number
  readonly replaced: number
  readonly reopened: number
  /** All that was drawn: those on record as they are, added, replaced, and those for review. */
  readonly drawn: number
  /** Claims of words that the kept text does not have: set aside for review, as a text of those words. */
  readonly forReview: number
  readonly why: string | null
}

const euro = converter('EUR'), machine = { machine: 'read again 1' }

/**
 * Reads the kept bytes of a document with the readers and extractors of today. The text that was kept first stays the
 * one that all evidence points into: claims are set at their places in it, those on record keep their ids and what was
 * decided on them, those whose words the new text no longer has are re-opened, and new ones of words that the kept text does
 * not have wait for review. Datasets are imported again instead.
 * @example (await rereadDocument(store, pool, id))?.state // 'as before'
 */
export async function rereadDocument(store: Store, pool: ReadingPool, id: DocumentId): Promise<Reread | undefined> {
  const found = await store.document(id), bytes = await store.bytes(id)
  if (!found || !bytes || found.claims.some((c) => isRow(c.claim))) return undefined
  const results = await pool.read(bytes, await sourceOf(store, found.document), { extract: true })
  const one = results.find((r) => 'value' in r.outcome && r.outcome.value.id === id), none = { document: id, drawn: 0, added: 0, replaced: 0, reopened: 0, forReview: 0, why: null }
  if (!one || !('value' in one.outcome)) return { ...none, state: 'failed', why: results[0]?.outcome.issues[0]?.message ?? 'nothing was read' }
  const now = one.outcome.value, drawn = one.extracted?.claims ?? []
  // Without the charset that a server once named, the same reader may see other letters: that is no better reading.
  if (now.text !== found.document.text && now.reader === found.document.reader) return { ...none, state: 'failed', why: `${found.row.label} reads differently although its reader is the same (${now.reader})` }
  return store.inTurn(() => settle(store, found, bytes, now, drawn))
}

async function settle(store: Store, { document, claims }: { readonly document: Document; readonly claims: readonly ClaimRow[] }, bytes: Uint8Array, now: Document, drawn: readonly Claim<Known>[]): Promise<Reread> {
  const same = now.text === document.text, places = drawn.map((c) => (same ? c : inKeptText(c, now.text, document.text))), placed = places.filter((c) => c !== undefined), beyond = drawn.filter((_, i) => !places[i])
  const held = claims.flatMap(({ claim, record }): readonly Held[] => (record && !isProposed(claim) ? [{ claim, record, text: document.text }] : []))
  const states = await statesOfRecords(store, held), current = held.filter((h) => !states.settled.has(h.claim.id))
  const { again, anew, replaced } = redraw(placed, held), before = new Set([...replaced.values()].map((h) => h.claim.id))
  const carried = new Map([...replaced].map(([id, h]): readonly [typeof id, Carried] => [id, { record: h.record, why: `drawn anew from the words of ${h.claim.id}` }]))
  const published = document.published?.edtf ?? null, open = anew.filter((c) => !carried.has(c.id))
  const { entries } = reconcile(anew.map((claim) => ({ claim, published })), await store.candidates(open), euro, carried)
  await store.record([{ document, bytes, claims: [...again, ...anew], entries, issues: [] }])
  const gone = [...replaced].map(([id, h]): Entry => entry({ record: h.record, kind: h.claim.fields.kind, event: 'retracted', date: null, claims: [h.claim.id], other: null, fields: {}, by: machine, why: `drawn anew as ${id}` }))
  const asked = same ? [] : reopen(current.filter((h) => !before.has(h.claim.id)), { document: document.id, text: now.text, since: now.reader, what: 'reader' }, states)
  if (gone.length + asked.length > 0) await store.append([...gone, ...asked])
  const waits = beyond.length > 0 && await setAside(store, laterWords(document, now, beyond))
  const reopened = asked.filter((e) => e.event === 'reopened').length
  return { document: document.id, state: anew.length + asked.length > 0 || waits ? 'changed' : 'as before', drawn: drawn.length, added: anew.length - replaced.size, replaced: replaced.size, reopened, forReview: beyond.length, why: null }
}

/** Sets words aside for review; false when they were set aside before. */
async function setAside(store: Store, { label, bytes, issue }: ReturnType<typeof laterWords>): Promise<boolean> {
  if (await store.setAside(sha256(bytes))) return false
  await store.quarantine(label, bytes, [issue])
  return true
}

const isRow = ({ fields }: Claim<Known>): boolean => fields.kind === 'commitment' && fields.dataset !== undefined

/** What is known of the bytes beside what they say; the charset is that of the last fetch that brought them. */
async function sourceOf(store: Store, d: Document): Promise<Source> {
  const fetches = d.url === null ? [] : await store.pages.fetchesOf(d.url), type = fetches.find((f) => f.hash === d.hash)?.contentType ?? d.mediaType
  return { label: d.label, url: d.url, retrieved: d.retrieved, declaredType: type, declaredCharset: /charset=["']?([\w.:-]{1,40})/i.exec(type)?.[1] ?? null, published: d.published?.source === 'option' ? d.published.edtf : null }
}

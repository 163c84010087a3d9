import type pg from 'pg'
import type { ClaimId, DocumentId, RecordId } from '../core/ids.ts'
import { appendBatch, type ChainHead, type Chained } from '../ledger/chain.ts'
import type { Entry, StoredEntry } from '../ledger/entry.ts'
import type { Blobs } from './blobs.ts'
import { copyRows } from './copy.ts'
import { openNames } from './open-names.ts'
import { addVersions } from './page-log.ts'
import { passageColumns, passageRows } from './passages.ts'
import { projectTouched } from './projection.ts'
import * as rows from './rows.ts'
import { placeStories, sketches } from './stories.ts'
import type { Reading } from './store.ts'

/** What writing needs from outside; the clock is handed in. */
export interface WriterTools { readonly pool: pg.Pool; readonly blobs: Blobs; readonly now: () => string }

/** One number for the lock that all writers of a database take: one batch after the other goes onto the chain. */
export const chainLock = 7_401_553

/**
 * Adds documents with their claims and entries: all or nothing, acknowledged after the commit. Bytes are on disk before
 * that, so that a document in the ledger always has them; a blob left by a crash is found again by the next try. What
 * can be made ready before the chain is ours is made ready before: another batch may be on its way.
 */
export async function record(tools: WriterTools, readings: readonly Reading[]): Promise<{ added: readonly DocumentId[]; known: readonly DocumentId[] }> {
  const unique = [...new Map(readings.map((r) => [r.document.id, r])).values()]
  const bytesKept = tools.blobs.put(unique.map((r) => ({ hash: r.document.hash, bytes: r.bytes })))
  bytesKept.catch(() => {})
  const sketched = sketches(unique.map((r) => r.document))
  const made = new Map(unique.map((r) => [r, { content: contentRows(r), entries: r.entries.map(rows.entryRow) }]))
  return await onChain(tools, async (client, now) => {
    const there = await existing(client, 'documents', unique.map((r) => r.document.id))
    const fresh = unique.filter((r) => !there.has(r.document.id)), again = unique.filter((r) => there.has(r.document.id))
    const more = await moreClaims(client, again)
    await addRuns(client, again, now)
    await addVersions(client, fresh.map((r) => r.document))
    await placeStories(client, fresh.map((r) => r.document), sketched)
    const content = [...fresh.flatMap((r) => made.get(r)!.content), ...more.flatMap((r) => claimRows(r.claims))]
    const entries = await newEntries(client, [...fresh.flatMap((r) => made.get(r)!.entries), ...more.flatMap((r) => r.entries.map(rows.entryRow))], new Set(fresh.flatMap((r) => r.claims.map((c) => c.id))))
    return { list: [...content, ...entries], result: { added: fresh.map((r) => r.document.id), known: again.map((r) => r.document.id) } }
  }, bytesKept)
}

/** Appends entries alone: decisions of people, imports. An entry that is there already is not added again. */
export async function append(tools: WriterTools, entries: readonly Entry[]): Promise<void> {
  await onChain(tools, async (client) => ({ list: await newEntries(client, entries.map(rows.entryRow)), result: undefined }))
}

/** What a new document brings, in the order of the chain. */
export const contentRows = (r: Reading): readonly rows.LedgerRow[] => [rows.documentRow(r.document), ...claimRows(r.claims)]

const claimRows = (claims: Reading['claims']) => [...new Map(claims.map((c) => [c.id, c])).values()].map(rows.claimRow)

/** Entries that are not there yet. One that rests on a claim which is new itself cannot be there. */
async function newEntries(client: pg.ClientBase, entries: readonly rows.EventEntry[], newClaims: ReadonlySet<ClaimId> = new Set()): Promise<readonly rows.EventEntry[]> {
  const unique = [...new Map(entries.map((e) => [e.id, e])).values()]
  const there = await existing(client, 'entries', unique.filter((e) => !e.value.claims.some((c) => newClaims.has(c))).map((e) => e.id))
  return unique.filter((e) => !there.has(e.id))
}

/**
 * A document read again adds only claims that were not drawn from it before, as after a better extractor. Offsets count
 * in the stored text: a reading that has another text adds nothing.
 */
async function moreClaims(client: pg.ClientBase, again: readonly Reading[]): Promise<readonly Reading[]> {
  if (again.length === 0) return []
  const claims = again.flatMap((r) => r.claims)
  const there = await existing(client, 'claims', claims.map((c) => c.id))
  const grown = again.map((r) => ({ ...r, claims: r.claims.filter((c) => !there.has(c.id)) })).filter((r) => r.claims.length > 0)
  if (grown.length === 0) return []
  const { rows: stored } = await client.query<{ id: string; body: string }>('select id, body from documents where id = any($1)', [grown.map((r) => r.document.id)])
  const texts = new Map(stored.map((row) => [row.id, rows.readDocument(row.body).text]))
  return grown.filter((r) => texts.get(r.document.id) === r.document.text).map((r) => {
    const added = new Set(r.claims.map((c) => c.id))
    return { ...r, entries: r.entries.filter((e) => e.claims.some((c) => added.has(c))) }
  })
}

/** A claim keeps the method that first drew it; every other one that draws it again has a row of its own. */
async function addRuns(client: pg.ClientBase, again: readonly Reading[], now: string): Promise<void> {
  const claims = again.flatMap((r) => r.claims)
  if (claims.length === 0) return
  await client.query(`insert into claim_runs (claim, method, recorded) select c.id, run.method, $3 from unnest($1::text[], $2::text[]) run(claim, method) join claims c on c.id = run.claim where c.method <> run.method on conflict do nothing`, [claims.map((c) => c.id), claims.map((c) => c.method), now])
}

async function existing(client: pg.ClientBase, table: 'documents' | 'claims' | 'entries', ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const { rows: found } = await client.query<{ id: string }>(`select id from ${table} where id = any($1)`, [ids])
  return new Set(found.map((row) => row.id))
}

/** One transaction under the chain's lock: what `prepare` finds new is hashed onto the chain, written and projected; committed once `ready`. */
async function onChain<T>(tools: WriterTools, prepare: (client: pg.ClientBase, now: string) => Promise<{ list: readonly rows.LedgerRow[]; result: T }>, ready?: Promise<void>): Promise<T> {
  const client = await tools.pool.connect()
  let broken: Error | undefined
  try {
    await client.query('begin')
    await client.query('select pg_advisory_xact_lock($1)', [chainLock])
    const now = tools.now(), { list, result } = await prepare(client, now)
    if (list.length > 0) await writeBatch(client, now, list)
    await ready
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch((problem: Error) => { broken = problem })
    throw error
  } finally { client.release(broken) }
}

async function writeBatch(client: pg.ClientBase, now: string, list: readonly rows.LedgerRow[]): Promise<void> {
  const before = await headOf(client), { head, rows: chained } = appendBatch(before, now, list)
  const written = await copyBatch(client, before, head, chained)
  await moveHead(client, head, written)
  await projectTouched(client, storedEntries(written.entries, head.recorded))
}

/** Where the chain ends; nobody else moves it while this transaction runs. */
export async function headOf(client: pg.ClientBase): Promise<ChainHead & Counts> {
  const { rows: [head] } = await client.query<ChainHead & Counts>('select sequence, batch, recorded, hash, documents, claims, entries from chain_head for update')
  if (!head) throw new Error('The ledger has lost its head row: restore it from a backup.')
  return head
}

interface Counts { readonly documents: number; readonly claims: number; readonly entries: number }
/** The rows of a batch by their table. */
export interface Written { readonly documents: readonly Chained<rows.DocumentEntry>[]; readonly claims: readonly Chained<rows.ClaimEntry>[]; readonly entries: readonly Chained<rows.EventEntry>[] }

export async function moveHead(client: pg.ClientBase, head: ChainHead, added: { readonly [K in keyof Written]: { readonly length: number } }): Promise<void> {
  await client.query('update chain_head set sequence = $1, batch = $2, recorded = $3, hash = $4, documents = documents + $5, claims = claims + $6, entries = entries + $7', [head.sequence, head.batch, head.recorded, head.hash, added.documents.length, added.claims.length, added.entries.length])
}

/** Writes the rows of a batch, and what they are looked up by; the head and the records are the caller's. */
export async function copyBatch(client: pg.ClientBase, before: ChainHead, head: ChainHead, chained: readonly Chained<rows.LedgerRow>[], emptied?: ReadonlySet<string>): Promise<Written> {
  const documents = chained.filter((r) => r.table === 'documents') as readonly Chained<rows.DocumentEntry>[]
  const claims = chained.filter((r) => r.table === 'claims') as readonly Chained<rows.ClaimEntry>[]
  const entries = chained.filter((r) => r.table === 'entries') as readonly Chained<rows.EventEntry>[]
  const own = new Set(claims.map((c) => c.value.id)), records = firstRecords(entries)
  await client.query('insert into batches (batch, recorded, first, last, hash) values ($1, $2, $3, $4, $5)', [head.batch, head.recorded, before.sequence + 1, head.sequence, head.hash])
  await copyRows(client, 'documents', rows.documentColumns, documents.values().map(rows.documentCells), emptied)
  await copyRows(client, 'claims', rows.claimColumns, claims.values().map((c) => rows.claimCells(c, records)), emptied)
  await copyRows(client, 'passages', passageColumns, passageRows(chained), emptied)
  await copyRows(client, 'claim_keys', rows.keyColumns, rows.keyRows(claims), emptied)
  await copyRows(client, 'open_names', ['name', 'type', 'document', 'claim'], claims.values().flatMap((c) => openNames(c.value)), emptied)
  await copyRows(client, 'entries', rows.entryColumns, entries.values().map(rows.entryCells), emptied)
  await copyRows(client, 'entry_claims', ['claim', 'record', 'entry bigint'], entries.values().flatMap((e) => e.value.claims.filter((c) => !own.has(c)).map((claim) => [claim, e.value.record, e.sequence])), emptied)
  return { documents, claims, entries }
}

/** The record of each claim that an entry rests on: that of the first. */
function firstRecords(entries: Written['entries']): ReadonlyMap<ClaimId, RecordId> {
  const found = new Map<ClaimId, RecordId>()
  for (const { value } of entries) for (const claim of value.claims) if (!found.has(claim)) found.set(claim, value.record)
  return found
}

/** The entries of a batch as the store gives them back. */
export const storedEntries = (entries: Written['entries'], recorded: string): readonly StoredEntry[] =>
  entries.map(({ value, sequence, batch, hash }) => ({ ...value, sequence, batch, hash, recorded }))

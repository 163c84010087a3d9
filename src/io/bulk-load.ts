import type pg from 'pg'
import type { DocumentId, RecordId } from '../core/ids.ts'
import { appendBatch, type ChainHead, type ChainTable } from '../ledger/chain.ts'
import type { Pack } from './blob-pack.ts'
import type { Blob } from './blobs.ts'
import { openPool } from './database.ts'
import { dropIndexes, makeIndexes, type Index } from './indexes.ts'
import { chainLock, contentRows, copyBatch, headOf, moveHead, type WriterTools } from './ledger-writer.ts'
import { addVersions } from './page-log.ts'
import { connected, entriesOf, replaceRecords } from './projection.ts'
import { recordMaker } from './record-maker.ts'
import { entryRow, type LedgerRow } from './rows.ts'
import type { Loaded, Reading } from './store.ts'
import { placeStories, sketches } from './stories.ts'
import { lookUp, whatIsThere, type There } from './there.ts'
import type { VerifyTools } from './verify.ts'
import { Waiting, type Desk } from './waiting.ts'

/** The tables that a load fills row by row; what else it writes is small. */
const filled = ['documents', 'claims', 'passages', 'claim_keys', 'open_names', 'entries', 'entry_claims', 'records', 'record_bodies', 'record_standings'] as const
/**
 * What is counted for the planner at once, words among it: a common word is looked for among the newest rows, a rare one in
 * the index, and only who has counted can tell them apart.
 */
const planned = ['claim_keys', 'entry_claims', 'records', 'record_standings', 'claims (sequence, id, document)', 'documents (sequence, id)', 'passages'] as const
/** What a load itself looks things up by: the texts that new ones may be copies of. */
const lookedUp = ['documents_id_key']
/** A thread of its own makes records for loads of so many claims: for fewer it costs more to start than it saves. */
const worthAThread = 200_000
const atOnce = 500

/** The rows of one batch in the order of the chain, the bytes of its documents, and its moment. */
export interface Batch { readonly rows: readonly LedgerRow[]; readonly bytes: readonly Blob[]; readonly recorded: string }
export interface FillTools extends WriterTools { readonly reach: VerifyTools['reach']; readonly worthAThread?: number }
type Batches<T> = Iterable<T> | AsyncIterable<T>

/**
 * Loads many batches in one transaction: all of them or nothing. What comes out is what `record` makes of the same
 * batches, on the same chain.
 * @param expected how many claims are to come, as nearly as is known
 */
export async function load(tools: FillTools, batches: Batches<readonly Reading[]>, expected: number): Promise<Loaded> {
  const known: DocumentId[] = []
  return { ...await fill(tools, expected, (there) => newBatches(tools.now, batches, there, known)), known }
}

/**
 * Fills a store in one transaction. What is looked up by is built once at the end, so that the store is closed to others
 * meanwhile; when less comes than is there, it is written beside the indexes as they are.
 * @param finish done at the end, before anything is acknowledged
 */
export async function fill(tools: FillTools, expected: number, batches: (there: There) => AsyncIterable<Batch>, finish: (client: pg.ClientBase, head: ChainHead) => Promise<void> = async () => {}): Promise<Omit<Loaded, 'known'>> {
  const pool = openPool(tools.reach.connection, { role: false, max: 1 }), client = await pool.connect()
  const maker = recordMaker(expected >= (tools.worthAThread ?? worthAThread))
  let pack: Pack | undefined
  try {
    await client.query('begin')
    await client.query('select pg_advisory_xact_lock($1)', [chainLock])
    pack = await tools.blobs.pack()
    // Processes that build an index together take more than twice the time of one, and end hardly earlier.
    await client.query(`set local maintenance_work_mem = '256MB'; set local max_parallel_maintenance_workers = 0`)
    const before = await headOf(client), anew = expected >= before.claims
    const there = anew ? await whatIsThere(client, before) : lookUp(client, before)
    const emptied = anew && before.sequence === 0 ? await emptyAnew(client) : new Set<string>()
    const indexes = anew ? await dropIndexes(client, filled, lookedUp) : []
    const { head, loaded, waiting } = await writeBatches({ client, pack, there, emptied, maker }, batches(there), before)
    waiting.makeRest()
    const ofRecords = (index: Index) => index.table.startsWith('record')
    await makeIndexes(client, indexes.filter((index) => !ofRecords(index)))
    const touched = await waiting.end()
    await makeIndexes(client, indexes.filter(ofRecords))
    await projectAgain(client, touched)
    await moveHead(client, head, loaded)
    await finish(client, head)
    if (anew) await client.query(`analyze ${planned.join(', ')}`)
    await pack.keep()
    await client.query('commit')
    return { documents: loaded.documents.length, claims: loaded.claims.length, entries: loaded.entries.length }
  } catch (error) {
    await client.query('rollback').catch(() => {})
    await pack?.drop().catch(() => {})
    throw error
  } finally { await maker.end(); client.release(); await pool.end() }
}

/**
 * Tables without a row are truncated, so that a server that keeps no more of its log than it needs for itself writes their
 * rows once. The guard against truncation is taken away for the moment, for tables that have nothing to lose.
 * @returns those of them whose rows may be marked as seen by all while they are written, which a table in parts may not
 */
async function emptyAnew(client: pg.ClientBase): Promise<ReadonlySet<string>> {
  const emptied = new Set<string>()
  for (const table of filled) {
    const { rowCount } = await client.query(`select from ${table} limit 1`)
    if (rowCount !== 0) continue
    for (const step of ['disable trigger user', 'truncate', 'enable trigger user']) await client.query(step === 'truncate' ? `truncate ${table}` : `alter table ${table} ${step}`)
    if (table !== 'record_standings') emptied.add(table)
  }
  return emptied
}

interface Filled { readonly head: ChainHead; readonly loaded: Readonly<Record<ChainTable, { length: number }>>; readonly waiting: Waiting }

async function writeBatches(desk: Desk & { readonly pack: Pack }, batches: AsyncIterable<Batch>, from: ChainHead): Promise<Filled> {
  const { client, pack, emptied } = desk
  const loaded = { documents: { length: 0 }, claims: { length: 0 }, entries: { length: 0 } }, waiting = new Waiting(desk)
  let head = from
  for await (const batch of batches) {
    await pack.add(batch.bytes)
    const chained = appendBatch(head, batch.recorded, batch.rows)
    const written = await copyBatch(client, head, chained.head, chained.rows, emptied), documents = written.documents.map((d) => d.value)
    head = chained.head
    await addVersions(client, documents)
    await placeStories(client, documents, sketches(documents))
    await waiting.take(written.entries, head.recorded)
    for (const table of ['documents', 'claims', 'entries'] as const) loaded[table].length += written[table].length
  }
  return { head, loaded, waiting }
}

/** What readings bring that is not there yet, a batch each. */
async function* newBatches(now: () => string, batches: Batches<readonly Reading[]>, there: There, known: DocumentId[]): AsyncGenerator<Batch> {
  const seen = new Set<string>()
  for await (const batch of batches) {
    const readings = await newOnes(batch, there, seen, known)
    if (readings.length === 0) continue
    const claims = new Set(readings.flatMap((r) => r.claims.map((c) => c.id)))
    const entries = [...new Map(readings.flatMap((r) => r.entries).map((e) => [e.id, e])).values()], loose = entries.filter((e) => !e.claims.some((c) => claims.has(c)))
    const held = await there.entries(loose.map((e) => e.id)), fresh = entries.filter((e) => !held.has(e.id) && !seen.has(e.id))
    for (const e of loose) seen.add(e.id)
    yield { rows: [...readings.flatMap(contentRows), ...fresh.map(entryRow)], bytes: readings.map((r) => ({ hash: r.document.hash, bytes: r.bytes })), recorded: now() }
  }
}

/** Documents that are neither on record nor came before. */
async function newOnes(batch: readonly Reading[], there: There, seen: Set<string>, known: DocumentId[]): Promise<readonly Reading[]> {
  const held = await there.documents(batch.map((r) => r.document.id)), found: Reading[] = []
  for (const reading of batch) {
    const { id } = reading.document
    if (held.has(id)) known.push(id)
    else if (!seen.has(id)) found.push(reading)
    seen.add(id)
  }
  return found
}

async function projectAgain(client: pg.ClientBase, touched: ReadonlySet<RecordId>): Promise<void> {
  const rest = new Set(touched)
  while (rest.size > 0) {
    const group = await connected(client, [...rest.values().take(atOnce)])
    for (const id of group) rest.delete(id)
    await replaceRecords(client, group, await entriesOf(client, group, Number.MAX_SAFE_INTEGER))
  }
}

import type pg from 'pg'
import type { Claim, Known } from '../core/claim.ts'
import { documentId, entryId } from '../core/ids.ts'
import { genesis, rowHash, type ChainTable } from '../ledger/chain.ts'
import { isWhole, type Blobs } from './blobs.ts'
import { readDocument } from './rows.ts'
import type { VerifyReport } from './store.ts'

export type Bad = NonNullable<VerifyReport['firstBad']>
/** A row as the database gives it, with those columns for look-up that the ledger relies on. */
type Row = { table: ChainTable; readonly sequence: number; readonly batch: number; readonly hash: string; readonly id: string; readonly body: string } & { readonly [column: string]: unknown }
interface Batch { readonly batch: number; readonly recorded: string; readonly first: number; readonly last: number; readonly hash: string }

/** Rows read at once: few enough that a thousand long documents fit in memory. */
const step = 1000
const looked: Readonly<Record<ChainTable, readonly string[]>> = { documents: ['bytes_hash'], claims: ['document', 'kind'], entries: ['record', 'kind', 'event'] }
export const tables = Object.keys(looked) as ChainTable[]

/** What was found in one part of the chain; `sequence` and `hash` are those of its last row. */
export interface Stretch { readonly seen: Readonly<Record<ChainTable, number>>; readonly spans: number; readonly sequence: number; readonly hash: string; readonly firstBad: Bad | null }

/** Reads a part of the chain: on `client` in its order, in the snapshot that is open there; on `pool` an odd text of an earlier row. */
export interface StretchTools { readonly client: pg.ClientBase; readonly pool: pg.Pool; readonly blobs: Blobs; readonly onProgress: (rows: number) => void }

/**
 * Reads the rows after place `from` up to place `to` again: each row's hash and place, each id against its content, each
 * quotation against the document's text, each document against its stored bytes. Ends at the first bad row. A part
 * trusts the stored hash of the row before it, which the part before has checked.
 */
export async function verifyStretch(tools: StretchTools, from: number, to: number): Promise<Stretch> {
  const reader = new Reader(tools)
  if (from > 0) await reader.startAfter(from)
  const firstBad = await reader.rows(from, to) ?? null
  return { seen: reader.seen, spans: reader.spans, sequence: reader.sequence, hash: reader.hash, firstBad }
}

class Reader {
  readonly tools: StretchTools
  readonly texts = new Map<string, string>()
  readonly seen = { documents: 0, claims: 0, entries: 0 }
  spans = 0
  hash = genesis.hash
  sequence = 0

  constructor(tools: StretchTools) { this.tools = tools }

  /** Where that row is missing the one before it is found, and the next row will say so. */
  async startAfter(from: number): Promise<void> {
    const last = (table: ChainTable) => `(select sequence, hash from ${table} where sequence <= $1 order by sequence desc limit 1)`
    const { rows: [before = genesis] } = await this.tools.client.query<{ sequence: number; hash: string }>(`${tables.map(last).join(' union all ')} order by sequence desc limit 1`, [from])
    this.sequence = before.sequence
    this.hash = before.hash
  }

  /** While a thousand rows are checked the next thousand are on their way. */
  async rows(from: number, to: number): Promise<Bad | undefined> {
    const fetchFrom = (at: number) => this.some(at, Math.min(at + step, to))
    let next = fetchFrom(from)
    for (let at = from; at < to; at += step) {
      const { rows, batches } = await next
      if (at + step < to) { next = fetchFrom(at + step); next.catch(() => {}) }
      for (const row of rows) {
        const message = await this.check(row, batches)
        if (message !== undefined) { await next.catch(() => {}); return { table: row.table, row: row.id, message } }
      }
      this.tools.onProgress(Math.min(step, to - at))
    }
    return undefined
  }

  async some(from: number, to: number): Promise<{ readonly rows: readonly Row[]; readonly batches: ReadonlyMap<number, Batch> }> {
    const rows: Row[] = [], batches = await this.batches(from, to)
    for (const table of tables) rows.push(...await this.fetch(table, from, to))
    return { rows: rows.sort((a, b) => a.sequence - b.sequence), batches }
  }

  async batches(from: number, to: number): Promise<ReadonlyMap<number, Batch>> {
    const { rows } = await this.tools.client.query<Batch>('select batch, recorded, first, last, hash from batches where last > $1 and first <= $2', [from, to])
    return new Map(rows.map((row) => [row.batch, row]))
  }

  async fetch(table: ChainTable, from: number, to: number): Promise<readonly Row[]> {
    const { rows } = await this.tools.client.query<Row>(`select sequence, batch, hash, id, body, ${looked[table].join(', ')} from ${table} where sequence > $1 and sequence <= $2`, [from, to])
    for (const row of rows) row.table = table
    return rows
  }

  async check(row: Row, batches: ReadonlyMap<number, Batch>): Promise<string | undefined> {
    this.seen[row.table]++
    const place = this.place(row, batches)
    if (place !== undefined) return place
    const batch = batches.get(row.batch)!
    const hash = rowHash(this.hash, { sequence: row.sequence, batch: row.batch, recorded: batch.recorded }, row)
    if (hash !== row.hash) return 'its hash does not follow from the row before it and its content: the row, its place or its batch was changed'
    this.hash = hash
    this.sequence = row.sequence
    if (row.sequence === batch.last && batch.hash !== hash) return `it ends batch ${batch.batch}, whose own hash says otherwise`
    try { return await this.content(row) } catch (error) { return `its content cannot be read: ${(error as Error).message}` }
  }

  place(row: Row, batches: ReadonlyMap<number, Batch>): string | undefined {
    if (row.sequence === this.sequence) return `two rows have the place ${row.sequence} in the chain: one was inserted`
    if (row.sequence !== this.sequence + 1) return `row ${this.sequence + 1} of the chain, before this one, is missing`
    const batch = batches.get(row.batch)
    if (!batch) return `its batch ${row.batch} is missing`
    return row.sequence < batch.first || row.sequence > batch.last ? `it lies outside of its batch ${row.batch}` : undefined
  }

  async content(row: Row): Promise<string | undefined> {
    if (row.table === 'documents') return await this.document(row)
    if (row.table === 'claims') return await this.claim(row)
    const { record, kind, event } = JSON.parse(row.body) as { record: string; kind: string; event: string }
    if (entryId(row.body) !== row.id) return 'its id is not the hash of its content'
    return differ(row, [record, kind, event])
  }

  async document(row: Row): Promise<string | undefined> {
    const { hash, text } = readDocument(row.body)
    if (documentId(hash) !== row.id) return 'its id is not the hash of its bytes'
    if (row['bytes_hash'] !== hash) return 'its column bytes_hash differs from its content'
    if (!isWhole(hash, await this.tools.blobs.get(hash))) return 'its stored bytes are missing or changed'
    this.remember(row.id, text)
    return undefined
  }

  async claim(row: Row): Promise<string | undefined> {
    const { id, document, fields, evidence } = JSON.parse(row.body) as Pick<Claim<Known>, 'id' | 'document' | 'fields' | 'evidence'>
    if (id !== row.id) return 'its id differs from its content'
    const text = await this.text(document)
    if (text === undefined) return `its document ${document} is not there`
    for (const { start, end, exact } of evidence) {
      this.spans++
      if (text.slice(start, end) !== exact) return `the words at ${start}–${end} of ${document} are not its quotation`
    }
    return differ(row, [document, fields.kind])
  }

  /** Claims follow their document, so the last few texts are nearly always enough. */
  async text(id: string): Promise<string | undefined> {
    if (!this.texts.has(id)) {
      const { rows: [row] } = await this.tools.pool.query<{ body: string }>('select body from documents where id = $1', [id])
      if (row) this.remember(id, readDocument(row.body).text)
    }
    return this.texts.get(id)
  }

  remember(id: string, text: string): void {
    this.texts.set(id, text)
    if (this.texts.size > 64) this.texts.delete(this.texts.keys().next().value!)
  }
}

function differ(row: Row, content: readonly string[]): string | undefined {
  const columns = looked[row.table], at = content.findIndex((value, i) => value !== row[columns[i]!])
  return at < 0 ? undefined : `its column ${columns[at]} differs from its content`
}

import type pg from 'pg'
import type { Claim, Known } from '../core/claim.ts'
import { documentId, entryId } from '../core/ids.ts'
import { genesis, rowHash, type ChainTable } from '../ledger/chain.ts'
import { isWhole, type Blobs } from './blobs.ts'
import { readDocument } from './rows.ts'
import type { VerifyReport } from './store.ts'

type Bad = NonNullable<VerifyReport['firstBad']>
interface Row { readonly table: ChainTable; readonly sequence: number; readonly batch: number; readonly hash: string; readonly id: string; readonly body: string; readonly columns: readonly (string | null)[] }
interface Batch { readonly batch: number; readonly recorded: string; readonly first: number; readonly last: number; readonly hash: string }
interface Head { readonly sequence: number; readonly batch: number; readonly hash: string; readonly documents: number; readonly claims: number; readonly entries: number }

/** Rows read at once: few enough that a thousand long documents fit in memory. */
const step = 1000
const looked: Readonly<Record<ChainTable, readonly string[]>> = { documents: ['bytes_hash'], claims: ['document', 'kind'], entries: ['record', 'kind', 'event'] }
const tables = Object.keys(looked) as ChainTable[]

/**
 * Reads everything again in the order of the chain: each row's hash and place, each id against its content, each
 * quotation against the document's text, each document against its stored bytes. Stops at the first bad row.
 */
export async function verify(pool: pg.Pool, blobs: Blobs, onProgress: (done: number, all: number) => void = () => {}): Promise<VerifyReport> {
  const client = await pool.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    return await new Reader(client, pool, blobs).all(onProgress)
  } finally { await client.query('rollback').finally(() => client.release()) }
}

class Reader {
  readonly client: pg.ClientBase
  /** For the odd look-up while the client is fetching ahead. */
  readonly pool: pg.Pool
  readonly blobs: Blobs
  readonly texts = new Map<string, string>()
  readonly seen = { documents: 0, claims: 0, entries: 0 }
  spans = 0
  hash = genesis.hash
  sequence = 0
  batch: Batch | undefined

  constructor(client: pg.ClientBase, pool: pg.Pool, blobs: Blobs) { this.client = client; this.pool = pool; this.blobs = blobs }

  async all(onProgress: (done: number, all: number) => void): Promise<VerifyReport> {
    const { rows: [head] } = await this.client.query<Head>('select sequence, batch, hash, documents, claims, entries from chain_head')
    const firstBad = head ? await this.rows(head, onProgress) ?? await this.ends(head) ?? null : { table: 'chain_head', row: 'head', message: 'the head of the chain is missing' }
    return { entries: this.seen.entries, documents: this.seen.documents, spans: this.spans, head: this.hash, firstBad }
  }

  /** While one stretch is checked the next one is on its way. */
  async rows(head: Head, onProgress: (done: number, all: number) => void): Promise<Bad | undefined> {
    let next = this.stretch(0)
    for (let from = 0; from < head.sequence; from += step) {
      const { rows, batches } = await next
      if (from + step < head.sequence) { next = this.stretch(from + step); next.catch(() => {}) }
      for (const row of rows) {
        const message = await this.check(row, batches)
        if (message !== undefined) { await next.catch(() => {}); return { table: row.table, row: row.id, message } }
      }
      onProgress(Math.min(head.sequence, from + step), head.sequence)
    }
    return undefined
  }

  async stretch(from: number): Promise<{ readonly rows: readonly Row[]; readonly batches: ReadonlyMap<number, Batch> }> {
    const rows: Row[] = [], to = from + step, batches = await this.batches(from, to)
    for (const table of tables) rows.push(...await this.fetch(table, from, to))
    return { rows: rows.sort((a, b) => a.sequence - b.sequence), batches }
  }

  async batches(from: number, to: number): Promise<ReadonlyMap<number, Batch>> {
    const { rows } = await this.client.query<Batch>('select batch, recorded, first, last, hash from batches where last > $1 and first <= $2', [from, to])
    return new Map(rows.map((row) => [row.batch, row]))
  }

  async fetch(table: ChainTable, from: number, to: number): Promise<readonly Row[]> {
    const { rows } = await this.client.query<{ sequence: number; batch: number; hash: string; id: string; body: string } & Record<string, string>>(`select sequence, batch, hash, id, body, ${looked[table].join(', ')} from ${table} where sequence > $1 and sequence <= $2`, [from, to])
    return rows.map((row) => ({ table, sequence: row.sequence, batch: row.batch, hash: row.hash, id: row.id, body: row.body, columns: looked[table].map((c) => row[c] ?? null) }))
  }

  async check(row: Row, batches: ReadonlyMap<number, Batch>): Promise<string | undefined> {
    this.seen[row.table]++
    const place = this.place(row, batches)
    if (place !== undefined) return place
    const { recorded } = batches.get(row.batch)!
    const hash = rowHash(this.hash, { sequence: row.sequence, batch: row.batch, recorded }, row)
    if (hash !== row.hash) return 'its hash does not follow from the row before it and its content: the row, its place or its batch was changed'
    this.hash = hash
    this.sequence = row.sequence
    const batch = batches.get(row.batch)!
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
    if (row.columns[0] !== hash) return 'its column bytes_hash differs from its content'
    if (!isWhole(hash, await this.blobs.get(hash))) return 'its stored bytes are missing or changed'
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
      const { rows: [row] } = await this.pool.query<{ body: string }>('select body from documents where id = $1', [id])
      if (row) this.remember(id, readDocument(row.body).text)
    }
    return this.texts.get(id)
  }

  remember(id: string, text: string): void {
    this.texts.set(id, text)
    if (this.texts.size > 64) this.texts.delete(this.texts.keys().next().value!)
  }

  /** What only shows when all rows are read: the head, the counts, rows beyond the head, claims that entries rest on. */
  async ends(head: Head): Promise<Bad | undefined> {
    if (this.sequence !== head.sequence) return { table: 'chain_head', row: String(head.sequence), message: `row ${this.sequence + 1} of the chain and all after it are missing` }
    if (this.hash !== head.hash) return { table: 'chain_head', row: String(head.sequence), message: 'the hash of the head is not that of the last row' }
    for (const table of tables) {
      const { rows: [beyond] } = await this.client.query<{ id: string }>(`select id from ${table} where sequence > $1 or sequence < 1 order by sequence limit 1`, [head.sequence])
      if (beyond) return { table, row: beyond.id, message: 'it stands outside of the chain: it was inserted past the head' }
      if (this.seen[table] !== head[table]) return { table: 'chain_head', row: String(head.sequence), message: `it counts ${head[table]} ${table}, there are ${this.seen[table]}` }
    }
    const { rows: [loose] } = await this.client.query<{ claim: string; entry: number }>('select ec.claim, ec.entry from entry_claims ec left join claims c on c.id = ec.claim where c.id is null order by ec.entry limit 1')
    return loose && { table: 'entries', row: String(loose.entry), message: `it rests on the claim ${loose.claim}, which is not there` }
  }
}

function differ(row: Row, content: readonly string[]): string | undefined {
  const at = content.findIndex((value, i) => value !== row.columns[i])
  return at < 0 ? undefined : `its column ${looked[row.table][at]} differs from its content`
}

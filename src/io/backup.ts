import type pg from 'pg'
import { sha256 } from '../core/hash.ts'
import type { Entry } from '../ledger/entry.ts'
import type { ChainHead, ChainTable } from '../ledger/chain.ts'
import type { Blobs } from './blobs.ts'
import { fill, type Batch, type FillTools } from './bulk-load.ts'
import { verifyFigures } from './figures.ts'
import { readClaim, readDocument, type LedgerRow } from './rows.ts'
import type { Heads } from './store.ts'

/** A record that cannot be restored: the file is not one, was changed, or the store is not empty. */
export class RestoreError extends Error {}

const format = 'helenow record 1'
/** What stands beside the chain and cannot be made again from it. Registers of actors are loaded again from their files. */
const beside = ['claim_runs', 'page_versions', 'fetches', 'quarantine', 'runs', 'figure_imports', 'figures'] as const
const numbered = { fetches: 'id', runs: 'id', figures: 'sequence' } as const
const atOnce = 2000

type Head = { readonly record: string; readonly head: Pick<Heads, 'sequence' | 'hash'>; readonly figures: Heads['figures']; readonly claims: number }
type Line = { readonly batch: number; readonly recorded: string } | { readonly table: ChainTable; readonly id: string; readonly body: string; readonly bytes?: string } | { readonly beside: string; readonly row: unknown; readonly bytes?: string }

/**
 * A whole record as lines of JSON, in one snapshot of the database: the heads, every batch with its rows byte for byte, and
 * what stands beside the chain. `restore` makes the same record of them, on the same chain.
 */
export async function* backup({ pool, blobs }: { readonly pool: pg.Pool; readonly blobs: Blobs }): AsyncGenerator<string> {
  const client = await pool.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    const { rows: [top] } = await client.query<{ sequence: number; hash: string; claims: number; imports: number; figures: string }>('select c.sequence, c.hash, c.claims, f.import as imports, f.hash as figures from chain_head c, figure_head f')
    const { sequence, hash, claims, imports, figures } = top!
    yield JSON.stringify({ record: format, head: { sequence, hash }, figures: imports === 0 ? null : { imports, hash: figures }, claims } satisfies Head)
    yield* chainLines(client, blobs, sequence)
    for (const table of beside) yield* besideLines(client, blobs, table)
  } finally { await client.query('rollback').finally(() => client.release()) }
}

async function* chainLines(client: pg.ClientBase, blobs: Blobs, last: number): AsyncGenerator<string> {
  let batch = 0
  for (let from = 0; from < last; from += atOnce) {
    const { rows } = await client.query<{ table: ChainTable; sequence: number; batch: number; id: string; body: string; bytes_hash: string | null }>(`
      select 'documents' as table, sequence, batch, id, body, bytes_hash from documents where sequence > $1 and sequence <= $2
      union all select 'claims', sequence, batch, id, body, null from claims where sequence > $1 and sequence <= $2
      union all select 'entries', sequence, batch, id, body, null from entries where sequence > $1 and sequence <= $2 order by sequence`, [from, from + atOnce])
    const times = new Map((await client.query<{ batch: number; recorded: string }>('select batch, recorded from batches where last > $1 and first <= $2', [from, from + atOnce])).rows.map((b) => [b.batch, b.recorded]))
    for (const row of rows) {
      if (row.batch !== batch) yield JSON.stringify({ batch: batch = row.batch, recorded: times.get(batch)! } satisfies Line)
      yield JSON.stringify({ table: row.table, id: row.id, body: row.body, ...row.bytes_hash === null ? {} : { bytes: await base64(blobs, row.bytes_hash) } } satisfies Line)
    }
  }
}

async function* besideLines(client: pg.ClientBase, blobs: Blobs, table: (typeof beside)[number]): AsyncGenerator<string> {
  await client.query(`declare rest no scroll cursor for select to_jsonb(t) as row from ${table} t`)
  for (;;) {
    const { rows } = await client.query<{ row: string }>(`fetch ${atOnce} from rest`)
    if (rows.length === 0) break
    for (const { row } of rows) yield JSON.stringify({ beside: table, row: JSON.parse(row), ...table === 'quarantine' ? { bytes: await base64(blobs, (JSON.parse(row) as { bytes_hash: string }).bytes_hash) } : {} } satisfies Line)
  }
  await client.query('close rest')
}

async function base64(blobs: Blobs, hash: string): Promise<string> {
  const bytes = await blobs.get(hash)
  if (!bytes) throw new Error(`the bytes ${hash} are not there: "helenow verify" names their document.`)
  return Buffer.from(bytes).toString('base64')
}

/**
 * Makes a record of the lines of a backup in an empty store: one transaction, and only when both chains lead to the heads
 * that its first line names.
 * @returns those heads
 */
export async function restore(tools: FillTools, lines: AsyncIterable<string>): Promise<Heads> {
  const rest = lines[Symbol.asyncIterator](), first = await rest.next(), top = first.done ? undefined : parse(first.value) as Partial<Head>
  if (top?.record !== format || !top.head || top.claims === undefined) throw new RestoreError(`this is no backup of a record: its first line should say "${format}".`)
  const { head, figures = null, claims } = top, put: Beside = { rows: new Map(), bytes: [] }
  await fill(tools, claims, (there) => batchesOf(rest, there.head, put), async (client, end) => {
    if (end.sequence !== head.sequence || end.hash !== head.hash) throw new RestoreError(`the file was changed or ends early: it leads to row ${end.sequence}, head ${end.hash.slice(0, 16)}, and its first line names row ${head.sequence}, head ${head.hash.slice(0, 16)}. Nothing was restored.`)
    await tools.blobs.put(put.bytes)
    await putBeside(client, put.rows)
    if (figures) await client.query('update figure_head set import = $1, hash = $2', [figures.imports, figures.hash])
    const { firstBad } = await verifyFigures(client)
    if (firstBad) throw new RestoreError(`the file was changed: of the figures, ${firstBad.table} ${firstBad.row}: ${firstBad.message}. Nothing was restored.`)
  })
  return { ...head, figures }
}

interface Beside { readonly rows: Map<string, unknown[]>; readonly bytes: { hash: string; bytes: Uint8Array }[] }

/** The batches of the chain; what stands beside it is put by, for the end. */
async function* batchesOf(rest: AsyncIterator<string>, before: ChainHead, put: Beside): AsyncGenerator<Batch> {
  if (before.sequence > 0) throw new RestoreError(`a record is restored into an empty store; this one holds ${before.sequence} rows. Choose another data folder.`)
  let batch: { rows: LedgerRow[]; bytes: { hash: string; bytes: Uint8Array }[]; recorded: string } | undefined
  for (let next = await rest.next(); !next.done; next = await rest.next()) {
    const line = parse(next.value)
    if ('recorded' in line) { if (batch) yield batch; batch = { rows: [], bytes: [], recorded: line.recorded } } else if ('table' in line) {
      if (!batch) throw new RestoreError('a row stands before its batch.')
      const row = rowOf(line)
      batch.rows.push(row)
      if (row.table === 'documents') batch.bytes.push(ownBytes(row.value.hash, line.bytes ?? ''))
    } else {
      put.rows.set(line.beside, put.rows.get(line.beside) ?? []).get(line.beside)!.push(line.row)
      if (line.bytes !== undefined) put.bytes.push(bytesOf(line.bytes))
    }
  }
  if (batch) yield batch
}

function parse(text: string): Line {
  try { return JSON.parse(text) as Line } catch { throw new RestoreError('a line of the file is no JSON: it ends early or is no backup.') }
}

function rowOf({ table, id, body }: { readonly table: ChainTable; readonly id: string; readonly body: string }): LedgerRow {
  if (table === 'documents') return { table, id, body, value: readDocument(body) }
  return table === 'claims' ? { table, id, body, value: readClaim(body) } : { table, id, body, value: { id, ...JSON.parse(body) as Omit<Entry, 'id'> } as Entry }
}

function bytesOf(text: string): { hash: string; bytes: Uint8Array } {
  const bytes = Buffer.from(text, 'base64')
  return { hash: sha256(bytes), bytes }
}

/** The chain does not cover bytes: a document's hash does. */
function ownBytes(hash: string, text: string): ReturnType<typeof bytesOf> {
  const found = bytesOf(text)
  if (found.hash !== hash) throw new RestoreError(`the bytes of the document ${hash.slice(0, 16)} are others than its hash says. Nothing was restored.`)
  return found
}

async function putBeside(client: pg.ClientBase, tables: ReadonlyMap<string, readonly unknown[]>): Promise<void> {
  for (const [table, rows] of tables) {
    if (!(beside as readonly string[]).includes(table)) throw new RestoreError(`there is no table "${table}" beside the chain.`)
    for (let at = 0; at < rows.length; at += atOnce) await client.query(`insert into ${table} overriding system value select * from jsonb_populate_recordset(null::${table}, $1::jsonb) on conflict do nothing`, [JSON.stringify(rows.slice(at, at + atOnce))])
  }
  for (const [table, column] of Object.entries(numbered)) await client.query(`select setval(pg_get_serial_sequence('${table}', '${column}'), (select coalesce(max(${column}), 0) + 1 from ${table}), false)`)
}

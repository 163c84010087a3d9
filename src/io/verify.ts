import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type pg from 'pg'
import { genesis } from '../ledger/chain.ts'
import type { Blobs } from './blobs.ts'
import type { Connection } from './database.ts'
import type { VerifyReport } from './store.ts'
import { tables, verifyStretch, type Bad, type Stretch } from './verify-stretch.ts'
import type { ThreadWork } from './verify-thread.ts'

export interface VerifyTools {
  readonly pool: pg.Pool
  readonly blobs: Blobs
  /** How threads reach the same database and bytes. */
  readonly reach: { readonly connection: Connection; readonly role: boolean; readonly blobFolder: string }
  /** A thread for at least so many rows: with fewer it costs more to start than it saves. */
  readonly rowsPerThread?: number
}

interface Head { readonly sequence: number; readonly hash: string; readonly documents: number; readonly claims: number; readonly entries: number }

const mostThreads = 8

/**
 * Reads everything again, each processor a part of the chain in one snapshot of the database; then what only shows when
 * all rows are read. Names the first bad row.
 */
export async function verify(tools: VerifyTools, onProgress: (done: number, all: number) => void = () => {}): Promise<Omit<VerifyReport, 'figures'>> {
  const client = await tools.pool.connect(), note = () => {}
  // While threads read, a connection that breaks says so by an event, which would end the process; the next query fails.
  client.on('error', note)
  try {
    await client.query('begin isolation level repeatable read read only')
    const { rows: [head] } = await client.query<Head>('select sequence, hash, documents, claims, entries from chain_head')
    if (!head) return { entries: 0, documents: 0, spans: 0, head: genesis.hash, firstBad: { table: 'chain_head', row: 'head', message: 'the head of the chain is missing' } }
    let done = 0
    const told = (rows: number) => { done += rows; onProgress(done, head.sequence) }
    const parts = await stretches(tools, client, head.sequence, told), sum = (of: (part: Stretch) => number) => parts.reduce((n, part) => n + of(part), 0)
    const seen = { documents: sum((p) => p.seen.documents), claims: sum((p) => p.seen.claims), entries: sum((p) => p.seen.entries) }
    const firstBad = parts.find((p) => p.firstBad)?.firstBad ?? await ends(client, head, parts.at(-1), seen) ?? null
    return { entries: seen.entries, documents: seen.documents, spans: sum((p) => p.spans), head: parts.at(-1)?.hash ?? genesis.hash, firstBad }
  } finally { await client.query('rollback').finally(() => { client.off('error', note); client.release() }) }
}

/** The parts in the order of the chain, up to the first that holds a bad row. */
async function stretches(tools: VerifyTools, client: pg.ClientBase, all: number, onProgress: (rows: number) => void): Promise<readonly Stretch[]> {
  const threads = Math.min(availableParallelism(), mostThreads, Math.floor(all / (tools.rowsPerThread ?? 25_000)))
  if (threads < 2) return all === 0 ? [] : [await verifyStretch({ ...tools, client, onProgress }, 0, all)]
  const { rows: [snapshot] } = await client.query<{ id: string }>('select pg_export_snapshot() as id')
  const each = Math.ceil(all / threads)
  const running = Array.from({ length: threads }, (_, i) => thread({ ...tools.reach, snapshot: snapshot!.id, from: i * each, to: Math.min(all, (i + 1) * each) }, onProgress))
  try {
    const parts: Stretch[] = []
    for (const { result } of running) {
      const part = await result
      parts.push(part)
      if (part.firstBad) break
    }
    return parts
  } finally { await Promise.all(running.map(({ worker }) => worker.terminate())) }
}

function thread(work: ThreadWork, onProgress: (rows: number) => void): { readonly worker: Worker; readonly result: Promise<Stretch> } {
  const worker = new Worker(new URL(`./verify-thread${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url), { workerData: work })
  const result = new Promise<Stretch>((done, fail) => {
    worker.on('message', (said: number | Stretch) => { if (typeof said === 'number') onProgress(said); else done(said) })
    worker.on('error', fail)
    worker.on('exit', (code) => fail(new Error(`a thread that verifies ended early (${code})`)))
  })
  // Where an earlier part has a bad row, nobody asks for this one any more.
  result.catch(() => {})
  return { worker, result }
}

/** The head, the counts, rows beyond the head, claims that entries rest on. */
async function ends(client: pg.ClientBase, head: Head, last: Stretch | undefined, seen: Stretch['seen']): Promise<Bad | undefined> {
  const { sequence, hash } = last ?? genesis
  if (sequence !== head.sequence) return { table: 'chain_head', row: String(head.sequence), message: `row ${sequence + 1} of the chain and all after it are missing` }
  if (hash !== head.hash) return { table: 'chain_head', row: String(head.sequence), message: 'the hash of the head is not that of the last row' }
  for (const table of tables) {
    const { rows: [beyond] } = await client.query<{ id: string }>(`select id from ${table} where sequence > $1 or sequence < 1 order by sequence limit 1`, [head.sequence])
    if (beyond) return { table, row: beyond.id, message: 'it stands outside of the chain: it was inserted past the head' }
    if (seen[table] !== head[table]) return { table: 'chain_head', row: String(head.sequence), message: `it counts ${head[table]} ${table}, there are ${seen[table]}` }
  }
  const { rows: [loose] } = await client.query<{ claim: string; entry: number }>('select ec.claim, ec.entry from entry_claims ec left join claims c on c.id = ec.claim where c.id is null order by ec.entry limit 1')
  return loose && { table: 'entries', row: String(loose.entry), message: `it rests on the claim ${loose.claim}, which is not there` }
}

import { Kysely, PostgresDialect, type Generated } from 'kysely'
import pg from 'pg'

/** The tables. `body` is always the canonical text that the chain hashes; the other columns serve look-up alone. */
export interface Database {
  chain_head: { one: Generated<boolean>; sequence: number; batch: number; recorded: string; hash: string; documents: number; claims: number; entries: number }
  figure_head: { one: Generated<boolean>; import: number; hash: string }
  batches: { batch: number; recorded: string; first: number; last: number; hash: string }
  documents: { sequence: number; batch: number; hash: string; id: string; bytes_hash: string; label: string; title: string | null; publisher: string | null; published: string | null; language: string | null; url: string | null; body: string }
  claims: { sequence: number; batch: number; hash: string; id: string; document: string; kind: string; method: string; record: string | null; body: string }
  passages: { place: number; last: number; document: string; search: string }
  claim_runs: { claim: string; method: string; recorded: string }
  entries: { sequence: number; batch: number; hash: string; id: string; record: string; kind: string; event: string; body: string }
  entry_claims: { claim: string; record: string; entry: number }
  record_pairs: { a: string; b: string }
  records: { id: string; kind: string; state: string; into_id: string | null; day: string; first: number; providers: string[]; recipients: string[]; aid: string | null }
  record_bodies: { id: string; body: string }
  open_names: { name: string; type: string; document: string; claim: string }
  quarantine: { bytes_hash: string; label: string; issues: string; recorded: string }
  fetches: { id: Generated<number>; address: string; host: string; at: string; final: string | null; status: number | null; etag: string | null; modified: string | null; content_type: string | null; bytes_hash: string | null; outcome: string; issue: string | null; retry_after: string | null }
  document_stories: { document: string; story: string; agency: string | null }
  page_versions: { address: string; document: string; retrieved: string }
  runs: { id: Generated<number>; command: string; report: string; recorded: string }
}

/** Where a database is reached. */
export type Connection = { readonly connectionString: string } | { readonly host: string; readonly port: number; readonly user: string; readonly database: string }

export const schema = 'helenow'
/** The role of every ordinary connection: it may add to the ledger and read it, never change or delete a row of it. */
export const writer = 'helenow_writer'

/** bigint as number (sequences stay below 2^53); dates, numeric and JSON as the text PostgreSQL sends. */
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => (oid === 20 ? Number : kept.has(oid) ? String : pg.types.getTypeParser(oid, format)),
} as pg.CustomTypesConfig
const kept = new Set([114, 3802, 1082, 1083, 1114, 1184, 1266, 1700])

/**
 * Connections of one process. An idle connection that breaks (the server went down) is dropped in silence: the next
 * query meets the problem and says so.
 */
export function openPool(connection: Connection, options: { role: boolean; max: number }): pg.Pool {
  const startup = [`-c search_path=${schema},public`, '-c statement_timeout=0', '-c timezone=UTC', ...(options.role ? [`-c role=${writer}`] : [])].join(' ')
  const pool = new pg.Pool({ ...connection, max: options.max, options: startup, types, connectionTimeoutMillis: 30_000, application_name: 'helenow' })
  pool.on('error', () => {})
  return pool
}

/** Did the server go away, so that another connection needs it started first? */
const gone = new Set(['ECONNREFUSED', 'ENOENT', 'ECONNRESET', '57P01', '57P03'])

/** The pool, which has the server started again when a new connection finds it gone; what was under way has failed and said so. */
export function reviving(pool: pg.Pool, revive: () => Promise<void>): pg.Pool {
  const plain = pool.connect.bind(pool) as () => Promise<pg.PoolClient>
  const connect = async () => {
    try { return await plain() } catch (error) {
      if (!gone.has((error as { code?: string }).code ?? '')) throw error
      await revive()
      return await plain()
    }
  }
  type Done = (error: Error | undefined, client?: pg.PoolClient, release?: pg.PoolClient['release']) => void
  pool.connect = ((done?: Done) => {
    if (!done) return connect()
    connect().then((client) => done(undefined, client, client.release.bind(client)), (error: Error) => done(error))
    return undefined
  }) as typeof pool.connect
  return pool
}

export const openKysely = (pool: pg.Pool): Kysely<Database> => new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })

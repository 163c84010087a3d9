import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { blobFolder } from './blobs.ts'
import { openKysely, openPool, reviving, type Connection } from './database.ts'
import { migrate } from './migrations.ts'
import { joinServer, type Say, type Server } from './postgres.ts'
import { recount } from './recount.ts'
import { postgresStore } from './postgres-store.ts'
import type { Store } from './store.ts'

export interface StoreOptions {
  /** The data folder: `pg`, `blobs` and `run` lie in it. */
  readonly home: string
  /** A team's server instead of one of our own; bytes stay in the data folder. */
  readonly databaseUrl?: string | undefined
  /** Told in one line each what is worth saying aloud. */
  readonly log?: Say
  /** The clock, for tests. */
  readonly now?: () => string
}

/**
 * Opens the store of a data folder: starts PostgreSQL or joins the one that runs, and brings its schema up to date.
 * @example const store = await openStore({ home: './var' }); await store.counts(); await store.close()
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const home = resolve(options.home), say = options.log ?? (() => {})
  mkdirSync(home, { recursive: true })
  if (options.databaseUrl) return await openOn({ connectionString: options.databaseUrl }, home, options, say, undefined)
  const server = await joinServer(home, say)
  try { return await openOn(server.connection, home, options, say, server) } catch (error) { await server.leave(); throw error }
}

async function openOn(connection: Connection, home: string, options: StoreOptions, say: Say, server: Server | undefined): Promise<Store> {
  const guarded = await prepare(connection)
  if (!guarded) say('This database does not allow us a role of our own: the ledger is guarded by triggers alone.')
  const plain = openPool(connection, { role: guarded, max: 10 }), pool = server ? reviving(plain, server.revive) : plain
  const db = openKysely(pool)
  let closing: Promise<void> | undefined
  // The query builder ends the pool only when it has used it itself.
  const end = () => db.destroy().then(() => (pool.ended ? undefined : pool.end()))
  const close = () => (closing ??= end().then(() => server?.leave()))
  const bytes = join(home, 'blobs')
  try { await recount(pool, say) } catch (error) { await end(); throw error }
  return postgresStore({ pool, db, blobs: blobFolder(bytes), reach: { connection, role: guarded, blobFolder: bytes }, now: options.now ?? (() => new Date().toISOString()), close })
}

async function prepare(connection: Connection): Promise<boolean> {
  const owner = openKysely(openPool(connection, { role: false, max: 2 }))
  try { return await migrate(owner) } finally { await owner.destroy() }
}

import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { openPool } from '../../src/io/database.ts'
import { openStore } from '../../src/io/open-store.ts'
import { joinServer, type Server } from '../../src/io/postgres.ts'
import type { Reading, Store } from '../../src/io/store.ts'
import { generateReadings } from '../helpers/generated.ts'

/** A folder that goes away, and that any account may enter. */
export function dataFolder(): { readonly home: string; remove(): void } {
  const home = mkdtempSync(join(tmpdir(), 'hn-test-'))
  chmodSync(home, 0o755)
  return { home, remove: () => rmSync(home, { recursive: true, force: true, maxRetries: 5 }) }
}

export const readings = (documents: number, seed = 1): readonly Reading[] => [...generateReadings({ seed, documents, claimsPerDocument: 6, claimsPerRecord: 3 })]

/** The name of a database with the schema and nothing else, to make others of. */
export const template = 'helenow_template'
export async function makeTemplate(admin: pg.Pool, home: string, urlOf: (name: string) => string): Promise<void> {
  await admin.query(`create database ${template}`)
  await (await openStore({ home, databaseUrl: urlOf(template) })).close()
}

/** One server for a test file; each test gets a database of its own on it, copied from one whose schema was made once. */
export async function testServer(): Promise<{ fresh(now?: () => string): Promise<{ store: Store; owner: pg.Pool; home: string; url: string }>; empty(): Promise<{ owner: pg.Pool; home: string; url: string }>; stop(): Promise<void> }> {
  const folder = dataFolder(), server: Server = await joinServer(folder.home, () => {})
  const admin = openPool(server.connection, { role: false, max: 1 }), open: (() => Promise<void>)[] = []
  const urlOf = (name: string) => `postgres://${server.connection.user}@localhost/${name}?host=${encodeURIComponent(server.connection.host)}`
  await makeTemplate(admin, folder.home, urlOf)
  let made = 0
  return {
    async fresh(now) {
      const name = `test${made++}`, home = join(folder.home, name)
      await admin.query(`create database ${name} template ${template}`)
      const url = urlOf(name)
      const store = await openStore({ home, databaseUrl: url, ...(now ? { now } : {}) })
      const owner = openPool({ connectionString: url }, { role: false, max: 1 })
      open.push(() => store.close(), () => owner.end())
      return { store, owner, home, url }
    },
    /** A database without a schema. */
    async empty() {
      const name = `test${made++}`, url = urlOf(name), owner = openPool({ connectionString: url }, { role: false, max: 1 })
      await admin.query(`create database ${name}`)
      open.push(() => owner.end())
      return { owner, home: join(folder.home, name), url }
    },
    async stop() {
      for (const close of open) await close()
      await admin.end()
      await server.leave()
      folder.remove()
    },
  }
}

import type { Kysely } from 'kysely'
import type pg from 'pg'
import { sha256 } from '../core/hash.ts'
import { actorRegister } from './actors.ts'
import { backup, restore } from './backup.ts'
import type { Blobs } from './blobs.ts'
import { storable } from './copy.ts'
import { load } from './bulk-load.ts'
import { candidates } from './candidates.ts'
import type { Database } from './database.ts'
import { figureLog, verifyFigures } from './figures.ts'
import * as reader from './ledger-reader.ts'
import * as writer from './ledger-writer.ts'
import { pageLog } from './page-log.ts'
import { register } from './register.ts'
import { search } from './search.ts'
import type { Store } from './store.ts'
import { tally } from './tally.ts'
import { inTurn } from './turns.ts'
import { verify, type VerifyTools } from './verify.ts'

/** The store over an open database; `close` is what remains to be done when nobody needs it any more. */
export function postgresStore(tools: { readonly pool: pg.Pool; readonly db: Kysely<Database>; readonly blobs: Blobs; readonly reach: VerifyTools['reach']; readonly now: () => string; readonly close: () => Promise<void> }): Store {
  const { db, blobs, now } = tools
  return {
    record: (readings) => writer.record(tools, readings),
    load: (batches, expected) => load(tools, batches, expected),
    append: (entries) => writer.append(tools, entries),
    inTurn: (work) => inTurn(tools.pool, work),
    async quarantine(label, bytes, issues) {
      const bytes_hash = sha256(bytes)
      await blobs.put([{ hash: bytes_hash, bytes }])
      await db.insertInto('quarantine').values({ bytes_hash, label: storable(label), issues: JSON.stringify(issues), recorded: now() }).onConflict((c) => c.doNothing()).execute()
    },
    async saveRun(command, report) { await db.insertInto('runs').values({ command: storable(command), report: JSON.stringify(report), recorded: now() }).execute() },
    documents: (options) => reader.documents(tools, options),
    document: (id) => reader.document(tools, id),
    async bytes(id) {
      const row = await db.selectFrom('documents').select('bytes_hash').where('id', '=', id).executeTakeFirst()
      return row && await blobs.get(row.bytes_hash)
    },
    records: (options) => reader.records(tools, options),
    tally: (options) => tally(tools.pool, options),
    register: register(tools.pool),
    recordOf: (id, asOf) => reader.recordOf(tools, id, asOf),
    claim: (id) => reader.claim(tools, id),
    search: (words, options) => search(tools, words, options?.limit ?? 20, (ids) => reader.documentRows(tools, ids)),
    candidates: (claims) => candidates(tools.pool, claims),
    unresolved: (limit) => reader.unresolved(tools, limit),
    setAside: async (hash) => ((await reader.quarantined(tools)).some((q) => q.hash === hash) ? blobs.get(hash) : undefined),
    quarantined: () => reader.quarantined(tools),
    counts: () => reader.counts(tools),
    head: () => reader.head(tools),
    async verify(onProgress) {
      const report = await verify(tools, onProgress)
      return report.firstBad ? { ...report, figures: null } : { ...report, ...await verifyFigures(tools.pool) }
    },
    backup: () => backup(tools),
    restore: (lines) => restore(tools, lines),
    pages: pageLog(tools),
    figures: figureLog(tools),
    actors: actorRegister(tools),
    close: tools.close,
  }
}

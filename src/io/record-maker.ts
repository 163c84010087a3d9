import { Worker } from 'node:worker_threads'
import { piecesOf } from './copy.ts'
import { recordTables } from './projection.ts'
import { readEntry, type StoredRow } from './rows.ts'

/** The rows of a table about records, as the database takes them in. */
export interface Made { readonly table: string; readonly columns: readonly string[]; readonly bytes: readonly Uint8Array<ArrayBuffer>[] }

/** Makes records of all their entries; what is asked for first is made first. */
export interface RecordMaker {
  make(rows: readonly StoredRow[]): Promise<readonly Made[]>
  end(): Promise<void>
}

/** @example recordsOf(rows).map((made) => made.table) // ['records', 'record_standings', 'record_bodies'] */
export const recordsOf = (stored: readonly StoredRow[]): readonly Made[] =>
  recordTables(stored.map(readEntry)).map(({ table, columns, rows }) => ({ table, columns, bytes: piecesOf(columns, rows) }))

/** In this thread, or in one of its own while this one goes on. */
export function recordMaker(ownThread: boolean): RecordMaker {
  return ownThread ? inThread() : { make: async (rows) => recordsOf(rows), end: async () => {} }
}

function inThread(): RecordMaker {
  const worker = new Worker(new URL(`./record-thread${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url)), asked: PromiseWithResolvers<readonly Made[]>[] = []
  let broken: Error | undefined
  const fail = (error: Error) => { broken ??= error; for (const one of asked.splice(0)) one.reject(broken) }
  worker.on('message', (made: readonly Made[]) => asked.shift()!.resolve(made))
  worker.on('error', fail)
  worker.on('exit', (code) => fail(new Error(`the thread that makes records ended early (${code})`)))
  return {
    make(rows) {
      const answer = Promise.withResolvers<readonly Made[]>()
      if (broken) answer.reject(broken); else { asked.push(answer); worker.postMessage(rows) }
      return answer.promise
    },
    async end() { await worker.terminate() },
  }
}

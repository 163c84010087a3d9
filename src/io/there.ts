import type pg from 'pg'
import type { DocumentId, EntryId, RecordId } from '../core/ids.ts'
import type { ChainHead } from '../ledger/chain.ts'

/** What is on record already, as a load asks for it. */
export interface There {
  readonly head: ChainHead
  documents(ids: readonly DocumentId[]): Promise<ReadonlySet<string>>
  entries(ids: readonly EntryId[]): Promise<ReadonlySet<string>>
  records(ids: readonly RecordId[]): Promise<ReadonlySet<string>>
}

/** Asks the database for each batch. */
export const lookUp = (client: pg.ClientBase, head: ChainHead): There => {
  const find = async (table: string, ids: readonly string[]) => new Set(ids.length === 0 ? [] : (await client.query<{ id: string }>(`select id from ${table} where id = any($1)`, [ids])).rows.map((row) => row.id))
  return { head, documents: (ids) => find('documents', ids), entries: (ids) => find('entries', ids), records: (ids) => find('records', ids) }
}

/** Once the indexes are gone nothing can be looked up: the ledger is smaller than the load, and its ids are held. */
export async function whatIsThere(client: pg.ClientBase, head: ChainHead): Promise<There> {
  const all = async (table: string) => new Set((await client.query<{ id: string }>(`select id from ${table}`)).rows.map((row) => row.id))
  const [documents, entries, records] = [await all('documents'), await all('entries'), await all('records')]
  return { head, documents: async () => documents, entries: async () => entries, records: async () => records }
}

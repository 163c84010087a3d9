import type pg from 'pg'
import type { RecordId } from '../core/ids.ts'
import { definitions } from '../ledger/definitions.ts'
import type { Say } from './postgres.ts'
import { connected, entriesOf, replaceRecords } from './projection.ts'
import { inTurn } from './turns.ts'

/** By which versions of the definitions the stored standings were counted; empty where nobody wrote it down. */
export const countedBySchema = `
  create table counted_by (one boolean primary key default true check (one), definitions text not null);
  insert into counted_by (definitions) values ('')`

const current = definitions.map((d) => `${d.name} ${d.version}`).join(', ')
const atOnce = 500

/**
 * Makes all records and their standings anew when a definition has changed since they were counted, so that no total
 * names a version that it was not counted by. The ledger is not touched; other processes wait for their turn.
 */
export async function recount(pool: pg.Pool, say: Say): Promise<void> {
  if (await countedBy(pool) === current) return
  await inTurn(pool, async () => {
    if (await countedBy(pool) === current) return
    const client = await pool.connect()
    try {
      await client.query('begin')
      const { rows } = await client.query<{ record: RecordId }>('select distinct record from entries order by record'), done = new Set<RecordId>()
      if (rows.length > 0) say(`Counting ${rows.length.toLocaleString('en')} records anew: the definitions of totals have changed (${current}) …`)
      for (let from = 0; from < rows.length; from += atOnce) {
        const group = await connected(client, rows.slice(from, from + atOnce).map((r) => r.record).filter((id) => !done.has(id)))
        for (const id of group) done.add(id)
        if (group.length > 0) await replaceRecords(client, group, await entriesOf(client, group, Number.MAX_SAFE_INTEGER))
      }
      await client.query('update counted_by set definitions = $1', [current])
      await client.query('commit')
    } catch (error) {
      await client.query('rollback').catch(() => {})
      throw error
    } finally { client.release() }
  })
}

async function countedBy(pool: pg.Pool): Promise<string> {
  return (await pool.query<{ definitions: string }>('select definitions from counted_by')).rows[0]?.definitions ?? ''
}

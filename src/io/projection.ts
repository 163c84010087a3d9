import type pg from 'pg'
import type { RecordId } from '../core/ids.ts'
import { judges } from '../ledger/effective.ts'
import type { Entry, StoredEntry } from '../ledger/entry.ts'
import { project, type Projection } from '../ledger/project.ts'
import { copyRows, type Row } from './copy.ts'
import { mergedCells, readEntry, recordCells, recordColumns, standingColumns, standingRows } from './rows.ts'

/** Recomputes the records that new entries touch, from all their entries, and replaces their rows. */
export async function projectTouched(client: pg.ClientBase, fresh: readonly StoredEntry[]): Promise<void> {
  if (fresh.length === 0) return
  await addPairs(client, fresh)
  const touched = new Set(fresh.flatMap((e) => (judges(e.event) && e.other !== null ? [e.record, e.other] : [e.record]))) as Set<RecordId>
  const group = await connected(client, [...touched])
  const earlier = await entriesOf(client, group, fresh[0]!.sequence - 1)
  await replaceRecords(client, group, [...earlier, ...fresh])
}

/** The rows of some records, made anew from all their entries. */
export async function replaceRecords(client: pg.ClientBase, group: readonly RecordId[], entries: readonly StoredEntry[]): Promise<void> {
  for (const [table, key] of [['records', 'id'], ['record_bodies', 'id'], ['record_standings', 'record']] as const) await client.query(`delete from ${table} where ${key} = any($1)`, [group])
  await addRecords(client, entries)
}

/** The rows of records that have none yet, from all their entries. */
async function addRecords(client: pg.ClientBase, entries: readonly StoredEntry[]): Promise<void> {
  for (const { table, columns, rows } of recordTables(entries)) await copyRows(client, table, columns, rows)
}

/** What the tables about records hold of some records, from all their entries. */
export function recordTables(entries: readonly StoredEntry[]): readonly { readonly table: string; readonly columns: readonly string[]; readonly rows: Iterable<Row> }[] {
  const projection = project(entries), { records } = projection
  return [
    { table: 'records', columns: recordColumns, rows: projectionRows(projection, entries) },
    { table: 'record_standings', columns: standingColumns, rows: records.values().flatMap(standingRows) },
    { table: 'record_bodies', columns: ['id', 'body'], rows: records.values().map((r) => [r.id, JSON.stringify(r)]) },
  ]
}

function projectionRows({ records, redirects }: Projection, entries: readonly StoredEntry[]): readonly Row[] {
  const first = new Map<RecordId, number>(), byId = new Map(records.map((r) => [r.id, r]))
  for (const e of entries) if (!first.has(e.record)) first.set(e.record, e.sequence)
  const merged = [...redirects].filter(([id]) => first.has(id)).map(([id, root]) => mergedCells(id, byId.get(root)!, first.get(id)!))
  return [...records.map((r) => recordCells(r, first.get(r.id)!)), ...merged]
}

export async function addPairs(client: pg.ClientBase, fresh: readonly Entry[]): Promise<void> {
  const pairs = fresh.filter((e) => judges(e.event) && e.other !== null)
  if (pairs.length === 0) return
  await client.query('insert into record_pairs (a, b) select * from unnest($1::text[], $2::text[]) on conflict do nothing', [pairs.map((e) => e.record), pairs.map((e) => e.other)])
}

/** These records and all that were ever judged against them, near or far. */
export async function connected(client: pg.ClientBase | pg.Pool, ids: readonly RecordId[]): Promise<readonly RecordId[]> {
  const { rows } = await client.query<{ id: RecordId }>(`
    with recursive reached(id) as (
      select unnest($1::text[]) collate "C"
      union
      select near.id from reached r cross join lateral (select b as id from record_pairs where a = r.id union all select a from record_pairs where b = r.id) near
    ) select id from reached`, [ids])
  return rows.map((row) => row.id)
}

/** All entries of some records, in the order of the chain, up to a place in it. */
export async function entriesOf(client: pg.ClientBase | pg.Pool, ids: readonly RecordId[], upTo: number): Promise<readonly StoredEntry[]> {
  const { rows } = await client.query<Parameters<typeof readEntry>[0]>('select e.id, e.body, e.sequence, e.batch, b.recorded, e.hash from entries e join batches b using (batch) where e.record = any($1) and e.sequence <= $2 order by e.sequence', [ids, upTo])
  return rows.map(readEntry)
}

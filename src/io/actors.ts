import type pg from 'pg'
import type { ReferenceId } from '../core/ids.ts'
import { actorKey, type RegisteredActor } from '../resolution/wide.ts'
import { copyRows, storable, type Row as Cells } from './copy.ts'

/** How many actors came in and how many of them took the place of a row with their id. */
export interface Loaded { readonly rows: number; readonly replaced: number }

/** Actors beyond the reference data: a register of companies, bodies and people with a million rows and more. */
export interface ActorRegister {
  /** Takes rows in, one transaction; a row takes the place of the one with its id, names and all. */
  load(rows: Iterable<RegisteredActor> | AsyncIterable<RegisteredActor>): Promise<Loaded>
  /** The actors that bear one of the names, and, for names nobody bears, up to five each with names much like it. */
  named(names: readonly string[]): Promise<readonly RegisteredActor[]>
  count(): Promise<number>
}

/** Names are much alike from this share of trigrams in common. */
const alike = 0.6
const perName = 5

export function actorRegister({ pool }: { readonly pool: pg.Pool }): ActorRegister {
  let some: boolean | undefined // An empty register is asked once, not for every document.
  const near: Near = new Map()
  const inTransaction = async <T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> => {
    const client = await pool.connect()
    try {
      await client.query('begin')
      const done = await work(client)
      await client.query('commit')
      return done
    } catch (error) {
      await client.query('rollback').catch(() => {})
      throw error
    } finally { client.release() }
  }
  return {
    async load(rows) {
      const loaded = await inTransaction((client) => load(client, rows))
      some = undefined
      near.clear()
      return loaded
    },
    async named(names) {
      const keys = [...new Set(names.map(actorKey))].filter((key) => key !== '')
      if (keys.length === 0) return []
      some ??= (await pool.query('select from actors limit 1')).rowCount === 1
      return some ? inTransaction((client) => named(client, keys, near)) : []
    },
    async count() { return (await pool.query<{ n: number }>('select count(*) as n from actors')).rows[0]!.n },
  }
}

/** Rows that go to the database together. */
const piece = 5000

async function load(client: pg.PoolClient, rows: Iterable<RegisteredActor> | AsyncIterable<RegisteredActor>): Promise<Loaded> {
  await client.query('create temp table arriving (n bigint, id text collate "C", type text, name text, country text, source text, grade text, names text[], keys text[]) on commit drop')
  let n = 0, waiting: Cells[] = []
  const flush = async () => { await copyRows(client, 'arriving', ['n bigint', 'id', 'type', 'name', 'country', 'source', 'grade', 'names text[]', 'keys text[]'], waiting); waiting = [] }
  for await (const row of rows) {
    const names = [...new Set([row.name, ...row.names].map(storable))].filter((name) => actorKey(name) !== '')
    waiting.push([n++, row.id, row.type, storable(row.name), row.country, storable(row.source), storable(row.grade), names, names.map(actorKey)])
    if (waiting.length >= piece) await flush()
  }
  await flush()
  await client.query('create index on arriving (id)')
  await client.query('delete from arriving a using arriving b where a.id = b.id and a.n < b.n') // Of two rows of one id the later stands.
  const { rowCount: replaced } = await client.query('delete from actors a using arriving b where a.id = b.id')
  if (replaced) await client.query('delete from actor_names n using arriving b where n.actor = b.id')
  await client.query('insert into actors (id, type, name, country, source, grade) select id, type, name, country, source, grade from arriving')
  await client.query('insert into actor_names (actor, name, folded) select a.id, t.name, t.key from arriving a cross join lateral unnest(a.names, a.keys) as t(name, key) on conflict do nothing')
  return { rows: n, replaced: replaced ?? 0 }
}

interface Row { readonly id: string; readonly type: RegisteredActor['type']; readonly name: string; readonly country: string | null; readonly source: string; readonly grade: string; readonly names: readonly string[] }

/** Look-alikes of names asked for before: the same unknown names come again and again, and each costs a walk through the trigrams. */
type Near = Map<string, readonly string[]>
const mostRemembered = 50_000

async function named(client: pg.PoolClient, keys: readonly string[], near: Near): Promise<readonly RegisteredActor[]> {
  const { rows: exact } = await client.query<{ actor: string; folded: string }>('select actor, folded from actor_names where folded = any($1)', [keys])
  const held = new Set(exact.map((row) => row.folded)), open = keys.filter((key) => !held.has(key) && key.length >= 6 && !/\d/.test(key))
  const fresh = open.filter((key) => !near.has(key))
  if (near.size + fresh.length > mostRemembered) near.clear()
  if (fresh.length > 0) for (const [key, actors] of await lookalikes(client, fresh)) near.set(key, actors)
  const ids = [...new Set([...exact.map((row) => row.actor), ...open.flatMap((key) => near.get(key) ?? [])])]
  if (ids.length === 0) return []
  const { rows } = await client.query<Row>('select a.*, array(select name from actor_names n where n.actor = a.id) as names from actors a where id = any($1) order by id', [ids])
  return rows.map((row) => ({ ...row, id: row.id as ReferenceId }))
}

/** Numbered names and short ones have none: in them one letter is the difference. */
async function lookalikes(client: pg.PoolClient, keys: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map(keys.map((key): [string, string[]] => [key, []]))
  const { rows: [extension] } = await client.query<{ there: boolean }>(`select exists (select from pg_extension where extname = 'pg_trgm') as there`)
  if (!extension!.there) return found
  await client.query(`set local pg_trgm.similarity_threshold = ${alike}`)
  const { rows } = await client.query<{ key: string; actor: string }>(`
    select wanted.key, near.actor from unnest($1::text[]) as wanted(key)
    cross join lateral (select actor from actor_names where folded % wanted.key and abs(length(folded) - length(wanted.key)) <= 3 order by similarity(folded, wanted.key) desc, actor limit ${perName}) near`, [keys])
  for (const { key, actor } of rows) found.get(key)?.push(actor)
  return found
}

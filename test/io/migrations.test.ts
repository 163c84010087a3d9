// A store that an older version filled has the same figures after its schema was brought up to date.
import assert from 'node:assert/strict'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type pg from 'pg'
import type { Document } from '../../src/core/document.ts'
import { openKysely, openPool } from '../../src/io/database.ts'
import { migrate } from '../../src/io/migrations.ts'
import { openStore } from '../../src/io/open-store.ts'
import { claimWords } from '../../src/io/passages.ts'
import { readClaim, readDocument } from '../../src/io/rows.ts'
import type { Reading, Store } from '../../src/io/store.ts'
import { searchWords, written } from '../../src/io/words.ts'
import { definitions } from '../../src/ledger/definitions.ts'
import { dimensions } from '../../src/ledger/totals.ts'
import { readings, testServer } from './store-helpers.ts'

const server = await testServer()
after(() => server.stop())

/** The tables of the step before standings were parted by definition, and the heads, which are there already. */
const tables = ['batches', 'documents', 'claims', 'claim_keys', 'entries', 'entry_claims', 'records', 'record_bodies', 'record_standings', 'record_pairs', 'open_names', 'document_stories', 'story_bands', 'page_versions', 'chain_head', 'counted_by']
const heads = ['chain_head', 'counted_by']

/** Tables that held a row for what has none of its own any more. */
const then: Readonly<Record<string, string>> = {
  claim_keys: '(select key, unnest(claims) as claim from claim_keys)',
  entry_claims: `(select json_array_elements_text(body::json->'claims') as claim, record, sequence as entry from entries)`,
}

async function copyTables(from: pg.Pool, to: pg.Pool): Promise<void> {
  for (const table of tables) {
    const { rows } = await from.query<{ row: string }>(`select to_json(t)::text as row from ${then[table] ?? table} t`)
    if (heads.includes(table)) await to.query(`delete from ${table}`)
    await to.query(`insert into ${table} select * from json_populate_recordset(null::${table}, $1::json)`, [`[${rows.map(({ row }) => asThen(table, row)).join()}]`])
  }
}

/** A row as it was before what is searched had a table of its own. */
function asThen(table: string, row: string): string {
  if (table !== 'documents' && table !== 'claims') return row
  const { body, ...columns } = JSON.parse(row) as { body: string }, search = table === 'claims' ? claimWords(readClaim(body)) : documentWords(readDocument(body))
  return JSON.stringify({ ...columns, body, search: written(search) })
}
const documentWords = ({ text, title }: Document) => searchWords(text, title ?? '')

const lines = async (owner: pg.Pool, query: string) => (await owner.query<{ line: string }>(query)).rows.map((row) => row.line).sort()
const schema = async (owner: pg.Pool) => [
  await lines(owner, `select concat_ws(' ', table_name, column_name, data_type, collation_name, is_nullable) as line from information_schema.columns where table_schema = 'helenow'`),
  await lines(owner, `select indexdef as line from pg_indexes where schemaname = 'helenow'`),
  await lines(owner, `select concat_ws(' ', inhparent::regclass, inhrelid::regclass) as line from pg_inherits`),
]
const claimsOf = async (store: Store) => (await Promise.all(readings(40).map((r) => store.document(r.document.id)))).flatMap((d) => d!.claims)
async function figures(store: Store) {
  const totals = []
  for (const { name } of definitions) for (const by of dimensions) totals.push((await store.tally({ by: [by], definition: name, currency: 'EUR' })).map((g) => ({ ...g, records: g.records.toSorted() })))
  return totals.map((groups) => groups.toSorted((a, b) => (JSON.stringify([a.keys, a.why, a.day]) < JSON.stringify([b.keys, b.why, b.day]) ? -1 : 1)))
}

test('a store of the seventh step: standings are parted, claims lead to their records, keys share rows; nothing else changes', async () => {
  const now = await server.fresh()
  await now.store.record(readings(40))
  const { owner, url, home } = await server.empty(), db = openKysely(openPool({ connectionString: url }, { role: false, max: 1 }))
  await migrate(db, '0007-counted-by')
  await db.destroy()
  await copyTables(now.owner, owner)
  cpSync(join(now.home, 'blobs'), join(home, 'blobs'), { recursive: true })
  const { rows: [before] } = await owner.query<{ n: number; kind: string }>(`select count(*) as n, (select relkind from pg_class where oid = 'record_standings'::regclass) as kind from record_standings`)
  assert.ok(before!.n > 100 && before!.kind === 'r', 'one table with the rows of all definitions')

  const said: string[] = [], old = await openStore({ home, databaseUrl: url, log: (line) => said.push(line) })
  try {
    assert.deepEqual(said, [], 'nothing was counted anew: the rows are the old ones')
    assert.deepEqual(await schema(owner), await schema(now.owner))
    const contents = (pool: pg.Pool, table: string) => lines(pool, `select (to_jsonb(t)${table === 'claims' ? ` - 'record'` : ''})::text as line from ${then[table] ?? table} t`)
    for (const table of tables) assert.deepEqual(await contents(owner, table), await contents(now.owner, table), table)
    assert.deepEqual(await claimsOf(old), await claimsOf(now.store), 'a claim leads to its record')
    for (const name of ['promised', 'allocated', 'delivered']) assert.deepEqual(await lines(owner, `select distinct definition as line from standings_${name}`), [name])
    assert.deepEqual(await figures(old), await figures(now.store))
    assert.equal((await old.verify()).firstBad, null)
    const more = readings(44).slice(40), alike = more.flatMap((r) => r.claims)
    assert.deepEqual(await old.candidates(alike), await now.store.candidates(alike))
    // A store of today's schema goes on from there.
    await old.record(more)
    await now.store.record(more)
    assert.deepEqual(await figures(old), await figures(now.store))
  } finally { await old.close() }
})

test('what is searched moves into passages, and the same is found', async () => {
  const now = await server.fresh(), list = readings(30), [first] = list as [Reading]
  // A document of many claims, and one that was read again by a better extractor.
  const many = { ...first, claims: Array.from({ length: 450 }, (_, i) => ({ ...first.claims[i % 6]!, id: `clm_${i}` as never })), entries: [] }
  await now.store.record([many, { ...list[1]!, claims: list[1]!.claims.slice(0, 2), entries: list[1]!.entries.slice(0, 2) }, ...list.slice(2)])
  await now.store.record([list[1]!])
  const { owner, url, home } = await server.empty(), db = openKysely(openPool({ connectionString: url }, { role: false, max: 1 }))
  await migrate(db, '0008-standings')
  await db.destroy()
  await copyTables(now.owner, owner)
  cpSync(join(now.home, 'blobs'), join(home, 'blobs'), { recursive: true })
  const old = await openStore({ home, databaseUrl: url })
  try {
    assert.deepEqual(await schema(owner), await schema(now.owner))
    const passages = (pool: pg.Pool) => lines(pool, `select concat_ws(' ', place, last, document, array(select lexeme from unnest(search) order by lexeme collate "C")) as line from passages`)
    assert.deepEqual(await passages(owner), await passages(now.owner))
    for (const question of ['ferry', 'ferr mill', 'minister', 'report', 'said that must', 'zzz']) {
      const found = async (store: Store) => (await store.search(question, { limit: 1000 })).map((h) => `${h.document.id} ${h.claim} ${h.start} ${h.end}`).sort()
      assert.deepEqual(await found(old), await found(now.store), question)
      assert.equal((await found(old)).length > 0, question !== 'zzz', question)
    }
    assert.equal((await old.verify()).firstBad, null)
  } finally { await old.close() }
})

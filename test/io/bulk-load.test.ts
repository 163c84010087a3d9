// A load makes what recording the same batches makes, on the same chain, or nothing at all.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import type pg from 'pg'
import { claimKinds } from '../../src/core/claim.ts'
import { blobFolder } from '../../src/io/blobs.ts'
import { load } from '../../src/io/bulk-load.ts'
import type { Reading, Store } from '../../src/io/store.ts'
import { entry } from '../../src/ledger/entry.ts'
import { stateHash } from '../../src/ledger/project.ts'
import { readings, testServer } from './store-helpers.ts'

const server = await testServer()
after(() => server.stop())

const batches = (list: readonly Reading[], size: number) => Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size))
const clock = () => { let tick = 0; return () => new Date(Date.UTC(2031, 0, 1, 0, 0, tick++)).toISOString() }
const tables = ['batches', 'documents', 'claims', 'passages', 'claim_keys', 'entries', 'entry_claims', 'records', 'record_bodies', 'record_standings', 'record_pairs', 'open_names', 'document_stories', 'story_bands', 'page_versions', 'chain_head']

async function contents(owner: pg.Pool): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>()
  // A record's members stand in the order of the entry it was last made from: what they say is compared.
  for (const table of tables) found.set(table, (await owner.query<{ line: string }>(`select ${table === 'record_bodies' ? "id || ' ' || body::jsonb" : 'to_jsonb(t)'}::text as line from helenow.${table} t`)).rows.map((r) => r.line).sort())
  return found
}
const indexes = async (owner: pg.Pool) => (await owner.query<{ line: string }>(`select indexdef as line from pg_indexes where schemaname = 'helenow' order by 1`)).rows.map((r) => r.line)
const guards = async (owner: pg.Pool) => (await owner.query<{ line: string }>(`select concat_ws(' ', tgrelid::regclass, tgname, tgenabled) as line from pg_trigger where not tgisinternal order by 1`)).rows.map((r) => r.line)
const state = async (store: Store) => stateHash((await Promise.all(claimKinds.map((kind) => store.records({ kind, limit: 10_000 })))).flat())

const all = readings(60), [first, second] = [all.slice(0, 20), all.slice(20)]
/** A record of the first part judged to be one of the second part, by a claim of the last document. */
const judged: readonly Reading[] = second.map((r, i) => (i < second.length - 1 ? r : { ...r, entries: [...r.entries, entry({ record: first[0]!.entries[0]!.record, kind: first[0]!.entries[0]!.kind, event: 'same-as', date: null, claims: [r.claims[0]!.id], other: second[0]!.entries[0]!.record, fields: {}, by: { machine: 'test 1' }, why: 'test' })] }))

const threaded = ({ owner, home, url, now }: { owner: pg.Pool; home: string; url: string; now: () => string }) => {
  const blobFolderPath = join(home, 'blobs')
  return { pool: owner, blobs: blobFolder(blobFolderPath), now, reach: { connection: { connectionString: url }, role: true, blobFolder: blobFolderPath }, worthAThread: 1 }
}

describe('a load gives row for row what recording gives', () => {
  const cases: readonly [name: string, before: readonly Reading[], list: readonly Reading[], expected: number, thread?: 'with a thread'][] = [
    ['into an empty store', [], all, 360],
    ['into an empty store, records made in a thread', [], all, 360, 'with a thread'],
    ['into a store that holds less', first, judged, 240],
    ['into a store that holds more', first, judged, 1],
  ]
  for (const [name, there, list, expected, thread] of cases) {
    test(name, async () => {
      const slow = await server.fresh(clock()), now = clock(), fast = { ...await server.fresh(now), now }
      for (const { store } of [slow, fast]) if (there.length > 0) await store.record(there)
      const asBefore = [await indexes(fast.owner), await guards(fast.owner)]
      for (const batch of batches(list, 7)) await slow.store.record(batch)
      const loaded = thread ? await load(threaded(fast), batches(list, 7), expected) : await fast.store.load(batches(list, 7), expected)
      assert.deepEqual([await indexes(fast.owner), await guards(fast.owner)], asBefore)
      assert.deepEqual(await fast.store.head(), await slow.store.head())
      assert.equal(await state(fast.store), await state(slow.store))
      const [a, b] = [await contents(slow.owner), await contents(fast.owner)]
      for (const table of tables) assert.deepEqual(b.get(table), a.get(table), table)
      assert.equal(loaded.documents, list.length)
      assert.equal((await fast.store.verify()).firstBad, null)
    })
  }
})

test('a load whose record cannot be made in the thread fails with its reason, and leaves nothing', async () => {
  const now = clock(), made = { ...await server.fresh(now), now }, bad = first[0]!
  const broken = { ...bad, entries: bad.entries.map((e) => ({ ...e, fields: null as never })) }
  await assert.rejects(load(threaded(made), [[broken]], 6), /null/)
  assert.equal((await made.store.counts()).documents, 0)
})

test('documents on record are left as they are and named; nothing doubles', async () => {
  const { store } = await server.fresh()
  await store.record(first)
  const loaded = await store.load([[...first, ...second], second], 360)
  assert.deepEqual([...loaded.known].sort(), first.map((r) => r.document.id).sort())
  assert.equal(loaded.documents, second.length)
  const again = await store.load([second], 1000)
  assert.deepEqual([again.documents, again.known.length], [0, second.length])
  assert.equal((await store.verify()).firstBad, null)
})

test('a load that fails leaves nothing, and the store as it was', async () => {
  const { store, owner, home } = await server.fresh()
  const asBefore = [await contents(owner), await indexes(owner), await guards(owner)]
  const breaksOff = function* () { yield first; yield second.slice(0, 5); throw new Error('the source broke off') }
  /** An entry that comes once more, after the batch of its claim: found when the keys are made. */
  const doubled = { ...second[0]!, entries: first[0]!.entries }
  const failures: readonly [Iterable<readonly Reading[]>, RegExp][] = [[breaksOff(), /broke off/], [[first, [doubled]], /entries_id_key/]]
  for (const [list, reason] of failures) {
    await assert.rejects(store.load(list, 360), reason)
    assert.deepEqual([await contents(owner), await indexes(owner), await guards(owner)], asBefore)
    assert.deepEqual(readdirSync(join(home, 'blobs', 'packs')).filter((f) => f.startsWith('half')), [])
  }
  await assert.rejects(owner.query('truncate helenow.claims'), /append-only/)
  await store.record(first)
  assert.equal((await store.counts()).documents, first.length)
})

test('bytes that a load put into a pack are told when they change, and healed by reading the document again', async () => {
  const { store, home } = await server.fresh()
  await store.load([first], 120)
  assert.deepEqual(Buffer.from(await store.bytes(first[3]!.document.id) ?? []), Buffer.from(first[3]!.bytes))
  const folder = join(home, 'blobs', 'packs'), pack = join(folder, readdirSync(folder).find((f) => f.endsWith('.pack'))!), bytes = readFileSync(pack)
  bytes[bytes.indexOf(first[3]!.bytes) + 5]! ^= 1
  writeFileSync(pack, bytes)
  assert.equal((await store.verify()).firstBad?.row, first[3]!.document.id)
  await store.record([first[3]!])
  assert.equal((await store.verify()).firstBad, null)
})

test('who reads meanwhile waits, and sees all of it', async () => {
  const { store } = await server.fresh()
  const loading = store.load(batches(all, 10), 360)
  await new Promise((done) => setTimeout(done, 30))
  const [counted] = await Promise.all([store.documents({ limit: 100 }), loading])
  assert.ok(counted.length === 0 || counted.length === all.length)
  assert.equal((await store.documents({ limit: 100 })).length, all.length)
})

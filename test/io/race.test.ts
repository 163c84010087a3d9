import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { claimKinds } from '../../src/core/claim.ts'
import { openStore } from '../../src/io/open-store.ts'
import type { Reading, Store } from '../../src/io/store.ts'
import { record, type Incoming } from '../../src/pipeline.ts'
import { generateReadings } from '../helpers/generated.ts'
import { testServer } from './store-helpers.ts'

let server: Awaited<ReturnType<typeof testServer>>
before(async () => { server = await testServer() })
after(async () => { await server.stop() })

async function* arriving(list: readonly Reading[]): AsyncGenerator<Incoming> {
  for (const { document, bytes, claims } of list) yield { label: document.label, bytes, claims, outcome: { state: 'accepted', value: document, issues: [] } }
}

/** The claims of each record, as one text. */
async function partition(store: Store): Promise<string> {
  const records = (await Promise.all(claimKinds.map((kind) => store.records({ kind, limit: 10_000 })))).flat()
  return records.map((r) => r.claims.toSorted().join()).sort().join('\n')
}

test('processes that read the same news at the same moment make one record of each thing', { timeout: 120_000 }, async () => {
  const list = [...generateReadings({ seed: 4, documents: 50, claimsPerDocument: 6, claimsPerRecord: 2 })]
  const pairs = Array.from({ length: 8 }, (_, i) => [list[i]!, list[i + 25]!] as const), { store: alone } = await server.fresh()
  await record(alone, arriving(pairs.flat()), undefined, 1)
  const { home, url } = await server.fresh(), [a, b] = await Promise.all([0, 1].map(() => openStore({ home, databaseUrl: url }))) as [Store, Store]
  for (const [x, y] of pairs) await Promise.all([record(a, arriving([x])), record(b, arriving([y]))])
  assert.equal(await partition(a), await partition(alone))
  assert.equal((await a.verify()).firstBad, null)
  for (const store of [a, b]) await store.close()
})
test('a turn is given back when its work fails, and when its holder is gone', async () => {
  const { store, owner } = await server.fresh()
  await assert.rejects(store.inTurn(async () => { throw new Error('no paper') }), /no paper/)
  assert.equal(await store.inTurn(async () => 7), 7)
  const held = store.inTurn(async () => {
    await owner.query(`select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())`)
    return 8
  })
  assert.equal(await held, 8)
  assert.equal(await store.inTurn(async () => 9), 9)
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openStore } from '../../src/io/open-store.ts'
import { readings, testServer } from './store-helpers.ts'

let server: Awaited<ReturnType<typeof testServer>>
before(async () => { server = await testServer() })
after(async () => { await server.stop() })

test('a store counted by an older version of a definition is counted anew when it is opened, once and aloud', async () => {
  const { store, owner, home, url } = await server.fresh()
  await store.record(readings(20))
  await owner.query('set search_path = helenow')
  const standings = async () => (await owner.query('select * from record_standings order by record, definition')).rows
  const bodies = async () => (await owner.query<{ body: string }>('select body from record_bodies order by id')).rows.map((r) => JSON.parse(r.body) as unknown)
  const [right, records] = [await standings(), await bodies()]
  assert.ok(right.length > 0)
  await owner.query(`update record_standings set minor = minor + 100 where minor is not null`)
  await owner.query(`update counted_by set definitions = 'promised 1, allocated 1, delivered 1'`)
  assert.notDeepEqual(await standings(), right)
  const said: string[] = []
  for (let i = 0; i < 2; i++) await (await openStore({ home, databaseUrl: url, log: (line) => said.push(line) })).close()
  assert.deepEqual([await standings(), await bodies()], [right, records])
  assert.deepEqual(said.map((line) => /^Counting \d+ records anew: .*promised 2/.test(line)), [true])
  assert.equal((await store.verify()).firstBad, null)
})

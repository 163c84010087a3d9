import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { countAlike, fits, type Narrow } from '../../src/reporting/register.ts'
import { readings, testServer } from './store-helpers.ts'

let server: Awaited<ReturnType<typeof testServer>>
before(async () => { server = await testServer() })
after(async () => { await server.stop() })

const everything: Narrow = { provider: '', recipient: '', stage: '', aid: '' }

test('the store narrows and counts the register as the records themselves do', async () => {
  const { store } = await server.fresh()
  await store.record(readings(20))
  const all = await store.records({ kind: 'commitment', limit: 1000 }), counts = await store.register.count(), alike = countAlike(all)
  const { providers, recipients, stage, aid } = alike[0]!
  const narrowed: readonly Narrow[] = [everything, { ...everything, provider: providers[0]! }, { ...everything, recipient: recipients[0]! }, { ...everything, stage }, { ...everything, aid }, { provider: providers[0]!, recipient: recipients[0]!, stage, aid }, { ...everything, provider: 'nobody' }, { ...everything, provider: `'; drop table records; --` }]
  for (const narrow of narrowed) {
    const fitting = all.filter((_, i) => fits(alike[i]!, narrow))
    assert.equal(counts.filter((a) => fits(a, narrow)).reduce((sum, a) => sum + a.count, 0), fitting.length)
    const first = await store.register.page(narrow, 7, 0), rest = await store.register.page(narrow, 1000, 7)
    assert.deepEqual([...first, ...rest].map((r) => r.id), fitting.map((r) => r.id))
  }
})

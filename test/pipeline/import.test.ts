import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { createReadingPool, type ReadingPool } from '../../src/io/reading-pool.ts'
import { definitionOf } from '../../src/ledger/definitions.ts'
import { totals } from '../../src/ledger/totals.ts'
import { loadCommitments } from '../../src/pipeline.ts'
import { importDataset, type ImportPlan } from '../../src/pipeline/datasets.ts'
import { sourceOf } from '../../src/reading/read.ts'
import { testServer } from '../io/store-helpers.ts'

let server: Awaited<ReturnType<typeof testServer>>, pool: ReadingPool
before(async () => { server = await testServer(); pool = createReadingPool({ size: 1 }) })
after(async () => { await pool.close(); await server.stop() })

const head = 'ID,countries,Announcement Date,Type of Aid General,Converted Value in EUR,Total monetary value delivered in EUR'
const first = [head, 'AAM1,Norway,2022-03-01,Military,100,40', 'AAM2,Norway,2022-03-05,Military,50,.', 'BBF1,Denmark,2022-04-01,Financial,30,.'].join('\n')
const corrected = [head, 'AAM1,Norway,2022-03-01,Military,120,40', 'BBF1,Denmark,2022-04-01,Financial,30,.', 'BBF2,Denmark,2022-05-01,Financial,7,.'].join('\n')
const file = (csv: string, label: string) => ({ bytes: new TextEncoder().encode(csv), source: sourceOf(label) })
const told = (plan: ImportPlan) => [plan.adds, plan.changes, plan.unchanged, [...plan.withdraws]]

test('a release is imported, then corrected under the same label: changes and withdrawals are said and kept', async () => {
  let clock = '2026-01-01T10:00:00.000Z'
  const { store } = await server.fresh(() => clock)
  const sum = async (asOf: string | null, definition = 'promised') => Object.fromEntries(totals(await loadCommitments(store, asOf, 'kiel'), { by: ['provider'], definition: definitionOf(definition)!, currency: 'EUR', convert: () => null }).rows.map((r) => [r.keys[0], Number(r.micro) / 1e6]))

  const dry = await importDataset(store, pool, file(first, 'release-7.csv'), 'kiel', { dryRun: true }, () => {})
  assert.deepEqual(told(dry), [3, 0, 0, []])
  assert.equal((await store.counts()).documents, 0)

  await importDataset(store, pool, file(first, 'release-7.csv'), 'kiel', {}, () => {})
  assert.deepEqual([await sum(null), await sum(null, 'delivered')], [{ NO: 150, DK: 30 }, { NO: 40 }])

  const again = await importDataset(store, pool, file(first, 'release-7.csv'), 'kiel', {}, () => {})
  assert.ok(again.known)

  clock = '2026-02-01T10:00:00.000Z'
  const plans: ImportPlan[] = []
  await importDataset(store, pool, file(corrected, 'release-7.csv'), 'kiel', {}, (p) => plans.push(p))
  assert.deepEqual(told(plans[0]!), [1, 1, 1, ['AAM2']])
  assert.deepEqual(await sum(null), { NO: 120, DK: 37 })
  assert.deepEqual(await sum('2026-01-15T00:00:00.000Z'), { NO: 150, DK: 30 }, 'the old values stay readable as of their day')
  assert.equal((await store.verify()).firstBad, null)
})

test('a workbook that is not the dataset is refused and nothing is imported', async () => {
  const { store } = await server.fresh()
  await assert.rejects(importDataset(store, pool, file('a,b\n1,2\n', 'x.csv'), 'kiel', {}, () => {}), /not a release of the Kiel tracker/)
  assert.equal((await store.counts()).documents, 0)
})

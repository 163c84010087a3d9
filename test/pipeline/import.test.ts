import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { createReadingPool, type ReadingPool } from '../../src/io/reading-pool.ts'
import { definitionOf } from '../../src/ledger/definitions.ts'
import { totals } from '../../src/ledger/totals.ts'
import { loadCommitments, totalOn } from '../../src/pipeline.ts'
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

test('a release that measures commitments and allocations apart gives both of its totals, by donor and by year', async () => {
  const { store } = await server.fresh()
  const late = [
    ',activity_id,donor,announcement_date,aid_type_general,measure,reporting_currency,tot_activity_value,tot_activity_value_EUR,tot_sub_activity_value_EUR,tot_sub_activity_value_EUR_redistr,tot_activity_value_EUR_OLD,item,item_numb,month,month_exists_dummy',
    ',NOM1,Norway,2024-01-10,Military ,Commitment,EUR,100,100,.,.,99,.,.,25,1', ',NOM1,Norway,2024-02-10,Military,Allocation,EUR,.,.,55,60,.,ferry,3,26,1', ',NOM1,Norway,2025-03-10,Military,Allocation,EUR,.,.,-10,-10,.,ferry,.,39,1',
    ',NOF2,Norway,2024-2027,Financial,Commitment,EUR,40,40,.,.,.,.,.,.,0', ',DKM1,Denmark,.,Military,Allocation,EUR,20,20,30,35,.,lorry,2,.,0', ',EUF1,EU (Commission and Council),2024-05-01,Financial,Commitment,EUR,500,500,.,.,.,.,.,29,1',
  ].join('\n')
  await importDataset(store, pool, file(late, 'tracker-R28.csv'), 'kiel', {}, () => {})
  const sums = async (definition: string, level: 'package' | 'item', by: readonly ('provider' | 'year')[]) => Object.fromEntries((await totalOn(store, { by, definition: definitionOf(definition)!, currency: 'EUR', level }, null, 'kiel')).rows.map((r) => [r.keys.join(' '), Number(r.micro) / 1e6]))
  assert.deepEqual(await sums('promised', 'package', ['provider']), { 'European Union': 500, NO: 140, DK: 20 })
  assert.deepEqual(await sums('allocated', 'package', ['provider']), { NO: 50, DK: 35 })
  assert.deepEqual(await sums('allocated', 'item', ['provider', 'year']), { 'NO 2024': 60, 'DK undated': 35, 'NO 2025': -10 })
  const denmark = (await loadCommitments(store, null, 'kiel')).find((r) => r.issues.some((i) => i.code === 'allocation-above-commitment'))
  assert.ok(denmark, 'an allocation above its commitment is noted, not refused')
})

test('a file that was read as a document before is imported all the same', async () => {
  const { store } = await server.fresh()
  await importDataset(store, pool, file(first, 'release-7.csv'), 'kiel', {}, () => {})
  const [read] = await pool.read(file(corrected, 'release-8.csv').bytes, sourceOf('release-8.csv'))
  assert.ok(read && 'value' in read.outcome)
  await store.record([{ document: read.outcome.value, bytes: new TextEncoder().encode(corrected), claims: [], entries: [], issues: [] }])
  const plan = await importDataset(store, pool, file(corrected, 'release-8.csv'), 'kiel', {}, () => {})
  assert.deepEqual([plan.known, ...told(plan)], [false, 1, 1, 1, ['AAM2']])
  const sums = Object.fromEntries((await totalOn(store, { by: ['provider'], definition: definitionOf('promised')!, currency: 'EUR' }, null, 'kiel')).rows.map((r) => [r.keys[0], Number(r.micro) / 1e6]))
  assert.deepEqual(sums, { NO: 120, DK: 37 })
  assert.ok((await importDataset(store, pool, file(corrected, 'release-8.csv'), 'kiel', {}, () => {})).known)
})

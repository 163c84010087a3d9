// Figures from file to store: what an import says and does, views of the past, and what verify finds.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type pg from 'pg'
import { createReadingPool, type ReadingPool } from '../../src/io/reading-pool.ts'
import type { Store } from '../../src/io/store.ts'
import { definitionOf } from '../../src/ledger/definitions.ts'
import { headLine } from '../../src/cli/store.ts'
import { converterOf, totalOn } from '../../src/pipeline.ts'
import { importDataset, type ImportPlan } from '../../src/pipeline/datasets.ts'
import { sourceOf } from '../../src/reading/read.ts'
import { testServer } from '../io/store-helpers.ts'

let server: Awaited<ReturnType<typeof testServer>>, pool: ReadingPool
before(async () => { server = await testServer(); pool = createReadingPool({ size: 1 }) })
after(async () => { await pool.close(); await server.stop() })

const head = 'Country Name,Country Code,Year,Value'
const first = [head, 'Norway,NOR,2021,500000', 'Norway,NOR,2022,510000', 'Denmark,DNK,2022,400000', 'Middle income,MIC,2022,9000000'].join('\n')
const corrected = [head, 'Norway,NOR,2021,500000', 'Norway,NOR,2022,512000', 'Norway,NOR,2023,520000', 'Middle income,MIC,2022,9000000'].join('\n')
const file = (csv: string, label: string) => ({ bytes: new TextEncoder().encode(csv), source: sourceOf(label) })
const bring = (store: Store, csv: string, label: string, options = {}, name = 'gdp') => importDataset(store, pool, file(csv, label), name, options, () => {})
const told = ({ figures: f }: ImportPlan) => [f.adds.length, f.changes.map((c) => [c.before.value, c.after.value]), f.withdraws.map((w) => `${w.subject} ${w.period}`), f.unchanged]
const values = async (store: Store, asOf: string | null = null) => (await store.figures.current({ series: ['gdp'], asOf })).map((f) => `${f.subject} ${f.period} ${f.value}`).sort()

test('an import says what it does, does it once, and old values stay readable as of their day', async () => {
  let clock = '2026-01-01T10:00:00.000Z'
  const { store } = await server.fresh(() => clock)
  assert.deepEqual(told(await bring(store, first, 'gdp-2022.csv', { dryRun: true })), [4, [], [], 0])
  assert.deepEqual([await values(store), (await store.counts()).documents], [[], 0])
  await bring(store, first, 'gdp-2022.csv')
  assert.ok((await bring(store, first, 'gdp-2022.csv')).known)
  clock = '2026-02-01T10:00:00.000Z'
  assert.deepEqual(told(await bring(store, corrected, 'gdp-2023.csv')), [1, [['510000', '512000']], ['DK 2022'], 2])
  assert.deepEqual(await values(store), ['Middle income 2022 9000000', 'NO 2021 500000', 'NO 2022 512000', 'NO 2023 520000'])
  assert.deepEqual(await values(store, '2026-01-01'), ['DK 2022 400000', 'Middle income 2022 9000000', 'NO 2021 500000', 'NO 2022 510000'], 'a day means its end')
  assert.deepEqual(await values(store, '2026-01-01T09:00:00Z'), [])
  assert.deepEqual((await store.figures.history({ series: 'gdp', subject: 'NO' })).map((f) => [f.period, f.value, f.recorded.slice(0, 7)]), [['2021', '500000', '2026-01'], ['2022', '510000', '2026-01'], ['2023', '520000', '2026-02'], ['2022', '512000', '2026-02']])
  const [line] = await store.figures.series()
  assert.deepEqual([line!.series, line!.figures, line!.subjects, line!.first, line!.last, line!.release], ['gdp', 4, 2, '2021', '2023', 'gdp-2023'])
  assert.equal((await store.figures.series('2026-01-15'))[0]!.figures, 4)
  assert.equal((await store.verify()).firstBad, null)
})

test('a file whose document is there without its figures is imported to the end', async () => {
  const { store } = await server.fresh(), add = store.figures.add
  await assert.rejects(bring({ ...store, figures: { ...store.figures, add: () => Promise.reject(new Error('killed')) } }, first, 'gdp.csv'), /killed/)
  assert.deepEqual([(await store.counts()).documents, await values(store)], [1, []])
  const again = await bring({ ...store, figures: { ...store.figures, add } }, first, 'gdp.csv')
  assert.deepEqual([again.known, (await values(store)).length], [false, 4])
})

test('two imports of one file at once add its figures once', async () => {
  const { store } = await server.fresh()
  await Promise.all([bring(store, first, 'gdp.csv'), bring(store, first, 'gdp.csv')])
  assert.equal((await store.figures.history({ series: 'gdp', subject: 'NO' })).length, 2)
})

test('the log refuses change', async () => {
  const { store, owner } = await server.fresh()
  await bring(store, first, 'gdp.csv')
  for (const table of ['figures', 'figure_imports']) for (const statement of [`update ${table} set dataset = 'x'`, `delete from ${table}`, `truncate ${table}`]) await assert.rejects(owner.query(statement), /the ledger is append-only/)
})

test('the head of the figures is told beside that of the record, and verified', async () => {
  const { store } = await server.fresh(), heads = [await store.head()]
  await bring(store, first, 'gdp-2022.csv')
  heads.push(await store.head())
  await bring(store, corrected, 'gdp-2023.csv')
  heads.push(await store.head())
  assert.deepEqual(heads.map((h) => h.figures?.imports), [undefined, 1, 2])
  assert.equal(new Set(heads.map((h) => h.figures?.hash)).size, 3)
  const { firstBad, figures } = await store.verify()
  assert.deepEqual([firstBad, figures], [null, heads[2]!.figures])
  assert.match(headLine(heads[1]!), /^Record \d+, head \w{16}; figures of 1 import, head \w{16}\.$/)
  assert.match(headLine(heads[0]!), /^Record 0, head \w{16}\.$/)
})

const damages: readonly (readonly [what: string, sql: string, table: string, row: RegExp])[] = [
  ['a value', `update figures set value = '510001' where value = '510000'`, 'figures', /./],
  ['a value and its cell', `update figures set value = '510001', exact = '510001' where value = '510000'`, 'figures', /./],
  ['a period', `update figures set period = '2020' where value = '510000'`, 'figure_imports', /^1$/],
  ['a row taken away', `delete from figures where value = '510000'`, 'figure_imports', /^1$/],
  ['a row added', `insert into figures (import, dataset, release, series, subject, detail, period, value, unit, status, document) select import, dataset, release, series, 'SE', '', period, null, unit, 'withdrawn', document from figures where import = 2 limit 1`, 'figure_imports', /^2$/],
  ['two rows swapped', `update figures set subject = case value when '510000' then 'DK' else 'NO' end where value in ('510000', '400000')`, 'figure_imports', /^1$/],
  ['the last import', `delete from figures where import = 2; delete from figure_imports where import = 2`, 'figure_head', /^2$/],
  ['the first import', `delete from figures where import = 1; delete from figure_imports where import = 1`, 'figure_imports', /^2$/],
]
for (const [what, statement, table, row] of damages) test(`verify names the first bad row: ${what}`, async () => {
  const { store, owner } = await server.fresh()
  await bring(store, first, 'gdp-2022.csv')
  await bring(store, corrected, 'gdp-2023.csv')
  await disarm(owner)
  await owner.query(statement)
  const { firstBad } = await store.verify()
  assert.equal(firstBad?.table, table, JSON.stringify(firstBad))
  assert.match(firstBad!.row, row)
})
/** As somebody with all rights over the database, who takes the triggers away first. */
const disarm = async (owner: pg.Pool) => { for (const table of ['figures', 'figure_imports']) await owner.query(`alter table ${table} disable trigger all`) }

test('imported rates take the place of the shipped ones', async () => {
  const { store } = await server.fresh(), hundred = { minor: 100_00n, digits: 2, currency: 'USD' }
  const before = (await converterOf(store, 'EUR', null, ['USD']))(hundred, '2025-01-10')
  await bring(store, 'Date,USD,JPY\n2025-01-10,2,100\n2025-01-09,1.5,90\n', 'rates.csv', {}, 'ecb')
  const convert = await converterOf(store, 'EUR', null, ['USD'])
  assert.deepEqual([convert(hundred, '2025-01-10')?.value, convert(hundred, '2025-01-09')?.value, convert(hundred, '2024-01-01')], [50, 66.67, null])
  assert.match(convert(hundred, '2025-01-10')!.rule, /as imported \(release 2025-01-10\)/)
  assert.notEqual(before?.value, 50)
})

test('of imported rates those of the currencies at hand are read; one that is no longer quoted has no rate after its last day', async () => {
  const { store } = await server.fresh(), of = (currency: string) => ({ minor: 100_00n, digits: 2, currency })
  await bring(store, 'Date,USD,JPY,RUB\n2025-03-10,2,100,N/A\n2025-01-10,2,100,50\n', 'rates.csv', {}, 'ecb')
  const convert = await converterOf(store, 'EUR', null, ['RUB'])
  assert.deepEqual([convert(of('RUB'), '2025-01-10')?.value, convert(of('RUB'), '2025-03-10'), convert(of('JPY'), '2025-01-10')], [2, null, null])
  const { rows, rules } = await totalOn(store, { by: ['provider'], definition: definitionOf('promised')!, currency: 'EUR' }, null)
  assert.deepEqual([rows, rules], [[], []])
})

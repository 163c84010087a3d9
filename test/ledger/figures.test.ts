import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Figure } from '../../src/core/observation.ts'
import { compareFigures, figureKey, figuresToAdd } from '../../src/ledger/figures.ts'
import { homeOf, inConstantPrices, perGdp, priceIndex, withShares } from '../../src/ledger/measures.ts'
import type { Total } from '../../src/ledger/totals.ts'

const figure = (subject: string, period: string, value: string, more: Partial<Figure> = {}): Figure => ({ dataset: 'gdp', release: '1', series: 'gdp', subject, detail: null, period, value, unit: 'USD', status: 'observed', document: 'doc_x' as Figure['document'], evidence: null, ...more })
const say = (list: readonly Figure[]) => list.map((f) => `${f.subject} ${f.period} ${f.value}`)

test('a file adds, changes and withdraws within the span of its own periods', () => {
  const onRecord = [figure('AA', '2019', '1'), figure('AA', '2020', '2'), figure('AA', '2021', '3'), figure('BB', '2021', '4')]
  const c = compareFigures(onRecord, [figure('AA', '2020', '2'), figure('AA', '2021', '3.1'), figure('AA', '2022', '5')])
  assert.deepEqual([say(c.adds), c.changes.map((x) => [x.before.value, x.after.value]), say(c.withdraws), c.unchanged], [['AA 2022 5'], [['3', '3.1']], ['BB 2021 4'], 1])
  assert.deepEqual(say(figuresToAdd(c, { release: '2', document: 'doc_y' as Figure['document'] })), ['AA 2022 5', 'AA 2021 3.1', 'BB 2021 null'])
})

test('a withdrawn figure that comes back is added', () => {
  assert.deepEqual(say(compareFigures([figure('AA', '2020', '2', { value: null, status: 'withdrawn' })], [figure('AA', '2020', '2')]).adds), ['AA 2020 2'])
})

const tables = fc.uniqueArray(fc.record({ subject: fc.constantFrom('AA', 'BB', 'CC'), period: fc.integer({ min: 2010, max: 2020 }).map(String), value: fc.integer({ min: 0, max: 3 }).map(String) }), { selector: (f) => `${f.subject} ${f.period}`, minLength: 1 }).map((list) => list.map((f) => figure(f.subject, f.period, f.value)))
test('after an import the record says within the span of the file what the file says, and importing it again does nothing', () => fc.assert(fc.property(tables, tables, (before, file) => {
  const after = new Map(before.map((f) => [figureKey(f), f]))
  for (const f of figuresToAdd(compareFigures(before, file), { release: '2', document: 'doc_y' as Figure['document'] })) after.set(figureKey(f), f)
  const years = file.map((f) => f.period).sort(), inside = [...after.values()].filter((f) => f.value !== null && f.period >= years[0]! && f.period <= years.at(-1)!)
  assert.deepEqual(say(inside).sort(), say(file).sort())
  const again = compareFigures([...after.values()], file)
  assert.deepEqual([again.adds, again.changes, again.withdraws], [[], [], []])
})))

const total = (by: Total['by'], rows: readonly (readonly [keys: readonly string[], units: number])[], currency = 'USD'): Total => ({ definition: { name: 'promised', version: 2, words: '' }, by, currency, level: 'package', rows: rows.map(([keys, units]) => ({ keys, micro: BigInt(units * 1e6), records: [], undisclosed: 0 })), all: { micro: 0n, records: 0, undisclosed: 0 }, leftOut: [], rules: [] })
const gdp = [figure('AA', '2022', '1000'), figure('AA', '2023', '2000'), figure('BB', '2022', '500')]

test('share of GDP: of the year of the row, of a base year, of the last year; each named', () => {
  const of = (m: ReturnType<typeof perGdp>) => m.rows.map((r) => [...r.keys, r.value, r.basis])
  assert.deepEqual(of(perGdp(total(['provider'], [[['AA'], 20], [['BB'], 10]]), gdp, {})), [['BB', 2, 'GDP of 2022'], ['AA', 1, 'GDP of 2023']])
  assert.deepEqual(of(perGdp(total(['provider'], [[['AA'], 20], [['BB'], 10]]), gdp, { baseYear: '2022' })), [['AA', 2, 'GDP of 2022'], ['BB', 2, 'GDP of 2022']])
  assert.deepEqual(of(perGdp(total(['provider', 'year'], [[['AA', '2022'], 20], [['AA', '2025'], 20]]), gdp, {})), [['AA', '2022', 2, 'GDP of 2022'], ['AA', '2025', 1, 'GDP of 2023, none for 2025']])
  const left = perGdp(total(['provider', 'year'], [[['AA + BB', '2022'], 1], [['CC', '2022'], 1], [['AA', 'undated'], 1], [['AA', '2020'], 1]]), gdp, {}).leftOut.map((l) => l.why)
  assert.deepEqual(left, ['several providers have no GDP of their own', 'no GDP on record', 'undated: its year is not known', 'no GDP of 2020 on record'])
})

test('constant prices: the index of the base year over that of each year, undated sums left out', () => {
  const index = priceIndex([figure('Euro area', '2020', '100', { series: 'prices' }), figure('Euro area', '2022', '125', { series: 'prices' })], homeOf('EUR'))!
  const m = inConstantPrices(total(['provider', 'year'], [[['AA', '2020'], 100e6], [['AA', '2022'], 100e6], [['AA', 'undated'], 5e6], [['AA', '2021'], 5e6]], 'EUR'), index, '2022')
  assert.deepEqual([m.unit, m.rows, m.leftOut.map((l) => l.why)], ['EUR m in prices of 2022', [{ keys: ['AA'], value: 225, basis: '2020–2022' }], ['undated: its year of prices is not known', 'no index of 2021 on record']])
  assert.match(m.rules[0]!, /Prices of 2022: .*index of 2022 \(125\).*price index of Euro area/)
})

test('a price index: imported, or of the United States by its GDP in current and constant dollars; of others never that way', () => {
  const both = (subject: string) => [figure(subject, '2022', '120'), figure(subject, '2022', '100', { series: 'gdp-constant' })]
  assert.deepEqual(priceIndex(both('US'), 'US')?.byYear, new Map([['2022', 120]]))
  assert.equal(priceIndex(both('NO'), 'NO'), undefined)
  assert.deepEqual([homeOf('EUR'), homeOf('NOK'), homeOf('GBP')], ['Euro area', 'NO', 'GB'])
})

test('shares in support by the Union: nothing is added or lost', () => fc.assert(fc.property(fc.integer({ min: 0, max: 1000 }), fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 5 }), (union, parts) => {
  const key = parts.map((n, i) => figure(`M${i}`, '2022-01/..', String(n), { series: 'kiel-eu-share' }))
  const m = withShares(total(['provider'], [[['European Union'], union * 1e6], [['M0'], 7e6]], 'EUR'), key, (l) => l === 'European Union')
  assert.ok(Math.abs(m.rows.reduce((s, r) => s + r.value, 0) - union - 7) < 1e-6)
  assert.ok(!m.rows.some((r) => r.keys[0] === 'European Union'))
})))

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { money, moneyValue } from '../../src/core/money.ts'
import { loadGdp, loadPrices, loadRates } from '../../src/io/reference.ts'
import { convert, convertAtMean, converterTo, shareOfGdp } from '../../src/resolution/convert.ts'
import { fixing, readPrices, readRates } from '../../src/resolution/rates.ts'

const small = readRates('date,USD,JPY,RUB\n2022-03-01,1.1,125,117.2\n2022-03-02,1.2,130,\n2022-12-23,1.05,140,\n2022-12-30,1.07,141,\n')
const rates = loadRates(), gdp = loadGdp()

test('the fixing of the day, else the last one before it', () => {
  const rows: readonly (readonly [currency: string, day: string, found: string | null])[] = [
    ['USD', '2022-03-02', '1.2 2022-03-02'], ['USD', '2022-03-05', '1.2 2022-03-02'], ['USD', '2022-12-26', '1.05 2022-12-23'], ['EUR', '2022-03-05', '1 2022-03-05'],
    ['USD', '2022-02-28', null], ['RUB', '2022-03-02', '117.2 2022-03-01'], ['RUB', '2022-12-23', null], ['UAH', '2022-12-23', null], ['USD', '2023-06-01', '1.07 2022-12-30 stale'], ['RUB', '2023-06-01', null],
  ]
  assert.deepEqual(rows.map(([c, d]) => { const f = fixing(small, c, d); return [c, d, f ? `${f.rate} ${f.day}${f.stale ? ' stale' : ''}` : null] }), rows.map((r) => [...r]))
})

test('whole minor units, cross rates by way of the euro, the rule in words', () => {
  const dollars = convert(money('1000.00', 'EUR'), 'USD', '2022-03-05', small)
  assert.equal(dollars.money?.minor, 120_000n)
  assert.match('rule' in dollars ? dollars.rule : '', /European Central Bank.*2022-03-02: the last fixing before the day/)
  const yen = convert(money(12, 'USD'), 'JPY', '2022-03-02', small)
  assert.deepEqual([yen.money?.minor, yen.money?.digits], [1300n, 0])
  assert.match('rule' in yen ? yen.rule : '', /by way of the euro/)
  assert.deepEqual(convert(money(1, 'UAH'), 'EUR', '2022-03-02', small), { money: null, why: 'no rate for UAH on 2022-03-02' })
  assert.equal(convert({ ...money(10, 'EUR'), upTo: 2000n }, 'USD', '2022-03-02', small).money?.upTo, 2400n)
})

test('the mean of a span, and a share of GDP of the year or the last year known', () => {
  assert.equal(moneyValue(convertAtMean(money(100, 'EUR'), 'USD', '2022-03-01', '2022-03-02', small).money!), 115)
  const share = shareOfGdp(money(1_000_000_000, 'EUR'), 'EE', 2023, gdp, rates)!
  assert.ok(share.share > 0.02 && share.share < 0.03, String(share.share))
  assert.match(shareOfGdp(money(1, 'EUR'), 'DE', 2024, gdp, rates)!.rule, /2023 \(none for 2024\)/)
  assert.equal(shareOfGdp(money(1, 'EUR'), 'ZZ', 2023, gdp, rates), null)
})

test('for sums: no day, no value', () => {
  const euro = converterTo('EUR', rates)
  assert.equal(euro(money(1, 'USD'), null), null)
  assert.ok(Math.abs(euro(money(100, 'USD'), '2025-01-12')!.value - 97.05) < 0.1)
})

test('there and back loses at most a cent for each unit of the rate', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 1e12 }), (n) => {
    const there = convert({ ...money(0, 'EUR'), minor: BigInt(n) }, 'USD', '2022-03-02', small).money!, back = convert(there, 'EUR', '2022-03-02', small).money!
    assert.ok(back.minor - BigInt(n) <= 1n && BigInt(n) - back.minor <= 1n)
  }))
})

test('price indexes come with the reference: the years the field needs, and where each is from', () => {
  const prices = loadPrices()
  assert.deepEqual([...prices.keys()].sort(), ['Euro area', 'GB', 'US'])
  for (const { byYear, source } of prices.values()) {
    for (let year = 2014; year <= 2024; year++) assert.ok(byYear.get(String(year))! > 50, `${source}, ${year}`)
    assert.match(source, /, as of \d{4}/)
  }
  // Consumer prices in the euro area rose by 8.4 % in 2022, in the United States by 8.0 %.
  const rise = (area: string) => Math.round((1000 * prices.get(area)!.byYear.get('2022')!) / prices.get(area)!.byYear.get('2021')!) - 1000
  assert.deepEqual([rise('Euro area'), rise('US'), rise('GB')], [84, 80, 79])
})

test('rows of prices that are no index are passed over', () => {
  assert.deepEqual([...readPrices('area,year,value,source,release,grade\nAA,2020,,s,1,A1\n,2020,5,s,1,A1\nAA,2021,-4,s,1,A1\nAA,2022,100,s,1,A1\n', new Map([['s', 'An office']]))], [['AA', { area: 'AA', byYear: new Map([['2022', 100]]), source: 'An office, as of 1' }]])
})

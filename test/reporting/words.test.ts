import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { asCurrency, money } from '../../src/core/money.ts'
import { capital, clip, sayActor, sayCount, sayDate, sayDay, sayInLine, sayInstant, sayList, sayMoney, sayWhen, stopped } from '../../src/reporting/words.ts'

const pairs = <T>(name: string, say: (value: T) => string, table: readonly (readonly [T, string])[]) =>
  describe(name, () => { for (const [value, words] of table) it(words, () => assert.equal(say(value), words)) })

pairs('dates in words', sayDate, [
  ['2025-01-13', '13 January 2025'], ['2024-11', 'November 2024'], ['2025', '2025'], ['2024-11~', 'about November 2024'],
  ['2025-01-06/2025-01-12', '6–12 January 2025'], ['2025-01-27/2025-02-02', '27 January to 2 February 2025'], ['2024-12-30/2025-01-05', '30 December 2024 to 5 January 2025'],
  ['2025-07/2025-09', 'July to September 2025'], ['2024/2027', '2024 to 2027'], ['2022-02/..', 'since February 2022'], ['../2029', 'until 2029'],
])
pairs('dates with their day of the week', sayDay, [['2025-01-13', 'Monday, 13 January 2025'], ['2025-01', 'January 2025']])
pairs('dates in a sentence', sayWhen, [['2025-01-13', 'on Monday, 13 January 2025'], ['2024-11', 'in November 2024'], ['2022-02/..', 'since February 2022'], ['2024/2027', 'between 2024 and 2027'],
  ['2025-01-06/2025-01-12', 'in the week of 6–12 January 2025'], ['2025-01-07/2025-01-09', 'between 7 and 9 January 2025'],])
pairs('instants', sayInstant, [['2025-01-14T09:30:12.000Z', '14 January 2025, 09:30 UTC'], ['2025-01-14', '14 January 2025']])

pairs('money in words', sayMoney, [
  [money(3_000_000_000, 'EUR'), 'EUR 3 billion'], [money('1500000000', 'EUR', 'up to'), 'up to EUR 1.5 billion'], [money(61, 'USD', 'about'), 'about USD 61'],
  [money('1234567.89', 'EUR'), 'EUR 1,234,567.89'], [money(1_234_567, 'EUR'), 'EUR 1,234,567'], [money('999999', 'GBP'), 'GBP 999,999'], [money(150_000_000_000, 'JPY'), 'JPY 150 billion'],
  [money(0, 'EUR'), 'EUR 0'], [money('0.05', 'EUR'), 'EUR 0.05'], [money(1_000_000_000_000, 'USD', 'over'), 'over USD 1 trillion'], [money(60_840_000_000, 'USD'), 'USD 60.84 billion'],
  [{ ...money(3_000_000_000, 'EUR'), upTo: 500_000_000_000n }, 'EUR 3 billion to 5 billion'],
])

it('never rounds a sum on the way to paper', () => {
  fc.assert(fc.property(fc.bigInt({ min: 0n, max: 10n ** 17n }), (minor) => {
    const words = sayMoney({ minor, digits: 2, currency: asCurrency('EUR')!, qualifier: 'exact' })
    const [, number = '', scale] = /^EUR ([\d,.]+)(?: (\w+))?$/.exec(words) ?? []
    const [whole = '', fraction = ''] = number.replaceAll(',', '').split('.')
    const zeros = { trillion: 12, billion: 9, million: 6 }[scale ?? ''] ?? 0
    assert.equal(BigInt(whole + fraction.padEnd(zeros + 2, '0')), minor)
  }))
})

pairs('actors', sayActor, [['GB', 'United Kingdom'], ['TR', 'Turkey'], ['CZ', 'Czechia'], ['NATO', 'NATO'], ['EU', 'EU'], ['Alda Brenning', 'Alda Brenning']])
pairs('actors in a sentence', sayInLine, [
  ['GB', 'the United Kingdom'], ['NL', 'the Netherlands'], ['DE', 'Germany'], ['European Commission', 'the European Commission'], ['European Union', 'the European Union'],
  ['European arms companies', 'European arms companies'], ['European Parliament', 'the European Parliament'], ['NATO', 'NATO'], ['Group of Five', 'the Group of Five'], ['Unitedville', 'Unitedville'], ['the Senate', 'the Senate'],
])
pairs('lists', sayList, [[[], ''], [['a'], 'a'], [['a', 'b'], 'a and b'], [['a', 'b', 'c'], 'a, b and c']])

it('counts in words up to twelve', () => {
  assert.deepEqual([sayCount(0, 'ask'), sayCount(1, 'ask'), sayCount(12, 'party', 'parties'), sayCount(1300, 'ask')], ['no asks', 'one ask', 'twelve parties', '1,300 asks'])
})
it('ends a sentence once', () => assert.deepEqual(['Yes', 'Yes.', 'He said “no.”', 'Why?'].map(stopped), ['Yes.', 'Yes.', 'He said “no.”', 'Why?']))
it('begins a sentence with a capital', () => assert.deepEqual(['états', '', '5'].map(capital), ['États', '', '5']))
it('cuts at a word end', () => {
  assert.deepEqual([clip('one two three', 9), clip('one two', 9), clip('one, two three four', 6)], ['one two …', 'one two', 'one …'])
  fc.assert(fc.property(fc.string(), fc.integer({ min: 2, max: 40 }), (text, limit) => assert.ok(clip(text, limit).length <= limit + 1)))
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { moneyValue } from '../../../src/core/money.ts'
import type { Language } from '../../../src/extraction/language.ts'
import { de, en, fr, it, pl, uk } from '../../../src/extraction/languages/index.ts'
import { findMoney } from '../../../src/extraction/money/money.ts'

const sums = (text: string, language: Language, country: string | null = null) =>
  findMoney(text, { start: 0, end: text.length }, language, { currencyCountry: country }).map((m) => {
    const upTo = m.money.upTo === undefined ? '' : `–${Number(m.money.upTo) / 100}`
    const same = m.same ? ` = ${moneyValue(m.same)} ${m.same.currency}` : ''
    return `${moneyValue(m.money)}${upTo} ${m.money.currency} ${m.money.qualifier}${m.per ? ` per ${m.per}` : ''}${m.additional ? ' additional' : ''}${same}`
  })

const pairs: readonly (readonly [Language, string, readonly string[]])[] = [
  [en, 'a $61bn (£49bn) support package', ['61000000000 USD exact = 49000000000 GBP']],
  [en, 'almost £12bn since 2022', ['12000000000 GBP almost']],
  [en, 'up to NOK 18 million for training', ['18000000 NOK up to']],
  [en, 'half a billion dollars', ['500000000 USD exact']],
  [en, 'a billion dollars', ['1000000000 USD exact']],
  [en, 'between $5 and $7 million', ['5000000–7000000 USD exact']],
  [en, 'a further £500m a year', ['500000000 GBP exact per year additional']],
  [en, '$2.5-3 billion', ['2500000000–3000000000 USD exact']],
  [en, 'Norway pays 240 million kroner', ['240000000 NOK exact']],
  [en, 'about $ 11 billion 700 million', ['11700000000 USD about']],
  [en, '1.005 million euros', ['1005000 EUR exact']],
  [en, 'thirteen dollars and forty-five cents', ['13.45 USD exact']],
  [en, '120 MEUR', ['120000000 EUR exact']],
  // A sum has a number, and a number is no sum without money.
  [en, 'millions of dollars, several hundred pounds, 18 tanks, they won 3 seats, F-16s for EUR and USD', []],
  [de, 'rund zwölf Milliarden Euro', ['12000000000 EUR about']],
  [de, 'ein Paket über 500 Millionen US-Dollar (rund 430 Millionen Euro)', ['500000000 USD exact = 430000000 EUR']],
  [de, 'eine Million Euro', ['1000000 EUR exact']],
  [de, 'gut 2 Mrd. € im Jahr', ['2000000000 EUR over per year']],
  [de, 'Preise ab 12.345,50 €', ['12345.5 EUR at least']],
  [de, 'von 20 Millionen Kronen aus Schweden', ['20000000 SEK exact']],
  [de, 'zweieinhalb Milliarden Euro und anderthalb Millionen', ['2500000000 EUR exact']],
  [uk, 'півтора мільярда євро', ['1500000000 EUR exact']],
  [pl, 'półtora miliarda euro', ['1500000000 EUR exact']],
  [fr, 'une subvention de 3,2 M€', ['3200000 EUR exact']],
  [fr, '2,26 milliards de livres (environ 2,7 milliards d’euros)', ['2260000000 GBP exact = 2700000000 EUR']],
  [fr, 'plus de 94 000 dollars américains', ['94000 USD over']],
  [it, 'almeno 412 mila euro', ['412000 EUR at least']],
  [it, '11 miliardi di euro', ['11000000000 EUR exact']],
  [pl, 'ponad 15 mld zł.', ['15000000000 PLN over']],
  [pl, '500 mln zł (ok. 117 mln euro)', ['500000000 PLN exact = 117000000 EUR']],
  [uk, '3 млрд норвезьких крон (близько 255 млн євро)', ['3000000000 NOK exact = 255000000 EUR']],
  [uk, 'понад 180 млн грн', ['180000000 UAH over']],
  [uk, 'пʼять мільйонів доларів, 5 млрд дол. США', ['5000000 USD exact', '5000000000 USD exact']],
  [uk, 'десятки мільйонів гривень', []],
]
for (const [language, text, expected] of pairs) test(`money ${language.code}: ${text}`, () => assert.deepEqual(sums(text, language), expected))

test('kroner without a state stay unread, and follow the state in play', () => {
  assert.deepEqual(sums('100 million kroner', en), [])
  assert.deepEqual(sums('100 million kroner', en, 'DK'), ['100000000 DKK exact'])
  assert.deepEqual(sums('3 млрд крон', uk, 'NO'), ['3000000000 NOK exact'])
})

test('spans are the words of the text, whatever the text', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom('$', '€', '5', '2.5', 'bn', 'million', 'euros', 'US', '(', ')', 'to', '-', 'kroner', 'half', 'a', 'ß', '🙂', ' ')), (parts) => {
    const text = parts.join(' ')
    for (const m of findMoney(text, { start: 0, end: text.length }, en, { currencyCountry: 'NO' })) assert.equal(text.slice(m.start, m.end), m.written)
  }))
})

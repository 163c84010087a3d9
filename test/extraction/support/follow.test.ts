import assert from 'node:assert/strict'
import { test } from 'node:test'
import commitment from '../../../src/extraction/extractors/commitment.ts'
import { paragraph, plain } from '../frame-cases.ts'

type Row = readonly [language: string, text: string, expected: readonly Record<string, unknown>[]]

const one = (value: number, currency: string, more: Record<string, unknown> = {}) => [{ amount: { value, currency, qualifier: 'exact' }, ...more }]
const rows: readonly Row[] = [
  ['en', 'Denmark has delivered 12 howitzers to Ukraine. They are worth 40 million euros.', one(40e6, 'EUR', { stage: 'delivered', items: [{ name: 'howitzers', quantity: 12 }] })],
  ['en', 'Norway will send Ukraine 30 generators. The price is 9 million euros ($10 million).', one(9e6, 'EUR', { provider: ['NO'], stage: 'announced' })],
  ['de', 'Spanien hat der Ukraine zwölf Haubitzen geliefert. Wert: 40 Millionen Euro.', one(40e6, 'EUR', { stage: 'delivered' })],
  ['fr', "L'Espagne a livré douze obusiers à l'Ukraine. Montant : 40 millions d'euros.", one(40e6, 'EUR', { stage: 'delivered' })],
  ['it', "La Spagna ha consegnato dodici obici all'Ucraina. Valore: 40 milioni di euro.", one(40e6, 'EUR', { stage: 'delivered' })],
  ['pl', 'Szwecja przekazała Ukrainie 20 radarów. Ich wartość wynosi 40 mln euro.', one(40e6, 'EUR', { stage: 'delivered' })],
  ['uk', 'Іспанія передала Україні 12 гаубиць. Їхня вартість – 40 млн євро.', one(40e6, 'EUR', { stage: 'delivered' })],
  // A package told without a sum, and what it holds.
  ['en', 'The Danish government approved its latest military aid package for Ukraine. It is worth 70 million euros. It includes 12 howitzers and 5,000 shells.', one(70e6, 'EUR', { provider: ['DK'], stage: 'approved', items: [{ name: 'howitzers', quantity: 12 }, { name: 'shells', quantity: 5000 }] })],
  ['uk', 'Уряд Данії затвердив новий пакет військової допомоги Україні. Сума – 70 млн євро. До переліку ввійшли 12 гаубиць.', one(70e6, 'EUR', { provider: ['DK'], stage: 'approved' })],
  // Another giver, another act, or the worth of something else: a commitment of its own or none.
  ['en', 'Denmark has delivered 12 howitzers to Ukraine. The Dutch package is worth 40 million euros.', [{ provider: ['DK'], amount: null }, { provider: ['NL'] }]],
  ['en', 'Denmark has delivered 12 howitzers to Ukraine. It also pledged military aid worth 40 million euros.', [{ amount: null }, { amount: { value: 40e6, currency: 'EUR', qualifier: 'exact' } }]],
]

test('what something is worth goes with what was told before', async () => {
  for (const [language, text, expected] of rows) {
    const claims = plain(commitment, await paragraph(text, language))
    assert.equal(claims.length, expected.length, text + '\n' + JSON.stringify(claims))
    expected.forEach((e, i) => { for (const [key, value] of Object.entries(e)) assert.deepEqual(claims[i]![key], value, `${text}\n${key}: ${JSON.stringify(claims)}`) })
  }
})

test('numbers in thousands count goods whole', async () => {
  for (const [language, text, quantity] of [['en', 'A pledge of 10,000 winter uniforms for Ukraine was renewed by Denmark.', 10000], ['de', 'Dänemark liefert der Ukraine 12.000 Schutzhelme.', 12000]] as const) {
    const [claim] = plain(commitment, await paragraph(text, language))
    assert.equal((claim!['items'] as { quantity: number }[])[0]!.quantity, quantity, text)
  }
})

test('a month is no doubt, and a council of ministers gives for the Union', async () => {
  assert.equal(plain(commitment, await paragraph('In May Denmark provided Ukraine with 14 boats.'))[0]!['stage'], 'delivered')
  assert.equal(plain(commitment, await paragraph('Denmark may provide Ukraine with 14 boats.'))[0]!['stage'], 'signalled')
  assert.deepEqual(plain(commitment, await paragraph('The European Council approved 50 billion euros of aid to Ukraine.'))[0]!['provider'], ['European Union'])
})

test('goods and their worth in two clauses of one sentence', async () => {
  const claims = async (text: string) => plain(commitment, await paragraph(text)).map((c) => [c['stage'], (c['amount'] as { value: number } | null)?.value ?? null, (c['items'] as unknown[]).length])
  assert.deepEqual(await claims('Denmark ordered 48 mortars for Ukraine in May; their value is put at 70 million euros.'), [['contracted', 70e6, 1]])
  assert.deepEqual(await claims('Denmark ordered 48 mortars for Ukraine in May, while the Netherlands pledged aid worth 70 million euros.'), [['contracted', null, 1], ['announced', 70e6, 0]])
})

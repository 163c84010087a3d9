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

const bought: readonly Row[] = [
  ['en', 'Norway announced military aid of 300 million euros for Ukraine. The funding will allow Kyiv to acquire boats and radars.', one(3e8, 'EUR', { items: [{ name: 'boats', quantity: null }, { name: 'radars', quantity: null }] })],
  ['de', 'Norwegen kündigte ein Hilfspaket für die Ukraine über 300 Millionen Euro an. Damit kann Kyjiw Boote und Radare kaufen.', one(3e8, 'EUR', { items: [{ name: 'Boote', quantity: null }, { name: 'Radare', quantity: null }] })],
  ['fr', "La Norvège a annoncé une aide militaire de 300 millions d'euros pour l'Ukraine. Cela permettra à Kyiv d'acheter des bateaux et des radars.", one(3e8, 'EUR', { items: [{ name: 'bateaux', quantity: null }, { name: 'radars', quantity: null }] })],
  ['it', "La Norvegia ha annunciato aiuti militari per 300 milioni di euro all'Ucraina. Questo consentirà a Kyiv di acquistare radar e munizioni.", one(3e8, 'EUR', { items: [{ name: 'radar', quantity: null }, { name: 'munizioni', quantity: null }] })],
  ['pl', 'Norwegia ogłosiła pomoc wojskową dla Ukrainy o wartości 300 mln euro. Pozwoli to Kijowowi kupić radary i amunicję.', one(3e8, 'EUR', { items: [{ name: 'radary', quantity: null }, { name: 'amunicję', quantity: null }] })],
  ['uk', 'Норвегія оголосила про військову допомогу Україні на 300 млн євро. Це дозволить Києву придбати радари та боєприпаси.', one(3e8, 'EUR', { items: [{ name: 'радари', quantity: null }, { name: 'боєприпаси', quantity: null }] })],
  ['en', 'Norway will give Ukraine 300 million euros in military aid. This will allow Ukraine to defend itself against drones.', one(3e8, 'EUR', { items: [] })],
]

test('what a sum is said to buy belongs to it', async () => {
  for (const [language, text, expected] of bought) {
    const claims = plain(commitment, await paragraph(text, language))
    assert.equal(claims.length, expected.length, text + '\n' + JSON.stringify(claims))
    expected.forEach((e, i) => { for (const [key, value] of Object.entries(e)) assert.deepEqual(claims[i]![key], value, `${text}\n${key}: ${JSON.stringify(claims)}`) })
  }
})

test('states that get something together are all receivers', async () => {
  const rows: readonly (readonly [string, string, string, readonly string[]])[] = [
    ['en', 'Norway will give 20 boats to Ukraine and Moldova in May.', 'NO', ['UA', 'MD']],
    ['en', 'Sweden gave Ukraine and Moldova 30 generators.', 'SE', ['UA', 'MD']],
    ['de', 'Norwegen stellt 40 Millionen Euro Militärhilfe für die Ukraine, Georgien und Moldau bereit.', 'NO', ['UA', 'GE', 'MD']],
    ['fr', "La Norvège fournira 40 millions d'euros d'aide militaire à l'Ukraine et à la Moldavie.", 'NO', ['UA', 'MD']],
    ['it', "La Norvegia fornirà 40 milioni di euro di aiuti militari all'Ucraina e alla Moldavia.", 'NO', ['UA', 'MD']],
    ['pl', 'Norwegia przekaże 40 mln euro pomocy wojskowej Ukrainie i Mołdawii.', 'NO', ['UA', 'MD']],
    ['uk', 'Норвегія надасть 40 млн євро військової допомоги Україні та Молдові.', 'NO', ['UA', 'MD']],
    ['en', 'Norway will deliver 40 boats to Ukraine and Russia protested.', 'NO', ['UA']],
    ['en', 'Denmark will deliver 12 boats to Ukraine, Norway said on Monday.', 'DK', ['UA']],
  ]
  for (const [language, text, giver, receivers] of rows) assert.deepEqual(plain(commitment, await paragraph(text, language)).map((c) => [c['provider'], c['recipient']]), [[[giver], receivers]], text)
})

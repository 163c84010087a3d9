import assert from 'node:assert/strict'
import { test } from 'node:test'
import { supportIn } from '../../../src/extraction/support/told.ts'
import { paragraph } from '../frame-cases.ts'

const goodsOf = async (text: string, language = 'en') => supportIn(await paragraph(text, language)).map((d) => d.fields.items.map((i) => `${i.quantity ?? ''} ${i.name}`.trim()).join(', '))

const priced: readonly (readonly [string, string, readonly string[]])[] = [
  ['en', 'Finland ordered 24 field stoves and 300 tents for Ukraine at a cost of €2.4 million.', ['24 field stoves, 300 tents']],
  ['en', 'Norway has bought 60 radar decoys for the Ukrainian army, worth 45 million kroner.', ['60 radar decoys']],
  ['en', 'Latvia donated 30 patrol boats (€12 million) and 400 rifles (€600,000) to Ukraine.', ['30 patrol boats', '400 rifles']],
  ['de', 'Norwegen kaufte im Januar für die Ukraine 40 Generatoren zum Preis von 3 Millionen Euro.', ['40 Generatoren']],
  ['fr', 'La Belgique a commandé pour l’Ukraine 30 véhicules blindés d’une valeur de 40 millions d’euros.', ['30 véhicules blindés']],
  ['it', 'La Spagna ha ordinato per Kiev 18 sottostazioni mobili per un importo di 7,5 milioni di euro.', ['18 sottostazioni mobili']],
  ['pl', 'Litwa kupiła dla Ukrainy 60 przyczep za 4 mln euro.', ['60 przyczep']],
  ['uk', 'Данія закупила для України 300 генераторів на суму 5 млн євро.', ['300 генераторів']],
  // A sum beside goods, for other goods or of a package is not their price.
  ['en', 'Norway bought artillery ammunition for Ukraine for €5 million and gave €1 million to the wounded in Ukraine.', ['artillery ammunition', '']],
]

test('goods before their price belong to it', async () => {
  for (const [language, text, goods] of priced) assert.deepEqual(await goodsOf(text, language), goods, text)
})

test('goods are told once each, by what they are', async () => {
  const tidy: readonly (readonly [string, string, readonly string[]])[] = [
    ['en', 'Ireland sent Ukraine non-lethal equipment, comprising 30 spare tracks for mine-clearing vehicles and two field hospitals.', ['30 spare tracks for mine-clearing vehicles, 2 field hospitals']],
    ['en', 'Norway ordered 200 tubes for Ukrainian batteries.', ['200 tubes']],
    ['en', 'Lithuania will provide Ukraine with 25,000 sets of winter uniforms.', ['25000 sets of winter uniforms']],
    ['en', 'Sweden will send Ukraine six RBS 70 launchers and two CB 90 boats.', ['6 RBS 70 launchers, 2 CB 90 boats']],
    ['it', 'L’Italia ha consegnato agli ucraini 7.000 granate da 155 millimetri.', ['7000 granate da 155 millimetri']],
    ['uk', 'Чехія передасть Україні двадцять шість модернізованих танків.', ['26 модернізованих танків']],
    // What is counted goes on counting.
    ['en', 'Norway will send Ukraine 40 vehicles, including 10 ambulances.', ['40 vehicles, 10 ambulances']],
  ]
  for (const [language, text, goods] of tidy) assert.deepEqual(await goodsOf(text, language), goods, text)
})

test('what is told with a part of it is a whole', async () => {
  const totals = async (text: string) => supportIn(await paragraph(text)).map((d) => [d.fields.items[0]?.quantity ?? null, d.fields.stage, d.fields.total])
  assert.deepEqual(await totals('Finland promised 40 carriers to Ukraine. The first ten crossed the border last week.'), [[40, 'announced', true], [10, 'delivered', false]])
  assert.deepEqual(await totals('Of the 60 howitzers promised by Italy in May, 18 have arrived in Ukraine.'), [[60, 'announced', true], [18, 'delivered', false]])
  assert.deepEqual(await totals('Norway will train 500 Ukrainian sappers this year, 200 of them in Poland.'), [[500, 'announced', true], [200, 'announced', false]])
  assert.deepEqual(await totals('Since Russia’s invasion, Spain has given Ukraine 19 tanks.'), [[19, 'delivered', true]])
  // Others are no part.
  assert.deepEqual(await totals('Denmark gave Ukraine 12 boats. Another four may follow if parliament agrees.'), [[12, 'delivered', false], [4, 'signalled', false]])
})

test('counted goods behind a sum and its purpose stand beside it', async () => {
  const told = async (text: string) => supportIn(await paragraph(text)).map((d) => [d.fields.amount !== null, d.fields.items.map((i) => i.name).join(', ')])
  assert.deepEqual(await told('Slovenia pledged another €6 million for mine clearance, and 20 ambulances from its own stocks, to Ukraine.'), [[true, ''], [false, 'ambulances']])
  // A list of what the sum is for stays with it.
  assert.deepEqual(await told('Norway will give €40 million for shells, drones and 30 boats for Ukraine.'), [[true, 'shells, drones, boats']])
})

test('of two levels only the new one is given, and no rate or force of one’s own is', async () => {
  const sums = async (text: string, language = 'en') => supportIn(await paragraph(text, language)).map((d) => [d.fields.stage, d.fields.amount && Number(d.fields.amount.minor) / 1e8, d.fields.amount?.qualifier])
  assert.deepEqual(await sums('Canada has cut its contribution to the drone coalition from C$80 million to C$50 million.'), [['reduced', 50, 'exact']])
  assert.deepEqual(await sums('Canada has promised Ukraine up to C$50 million.'), [['announced', 50, 'up to']])
  assert.deepEqual(await sums('Курс: 1 шведська крона – 3,4 гривні.', 'uk'), [])
})

test('a delivery that was completed is one, and what is examined is only considered', async () => {
  const stages = async (text: string, language: string) => supportIn(await paragraph(text, language)).map((d) => d.fields.stage)
  assert.deepEqual(await stages('La Pologne a achevé la cession de quatorze MiG-29 à l’Ukraine.', 'fr'), ['delivered'])
  assert.deepEqual(await stages('È all’esame del ministero un contributo di 25 milioni di euro per lo sminamento del porto di Odessa.', 'it'), ['signalled'])
  assert.deepEqual(await stages('La Pologne va céder quatorze MiG-29 à l’Ukraine.', 'fr'), ['announced'])
})

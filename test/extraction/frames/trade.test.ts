import assert from 'node:assert/strict'
import { test } from 'node:test'
import { analyse } from '../../../src/extraction/analyse.ts'
import commitment from '../../../src/extraction/extractors/commitment.ts'
import planning from '../../../src/extraction/extractors/planning.ts'
import project from '../../../src/extraction/extractors/project.ts'
import { isOfTheTrade } from '../../../src/extraction/frames/trade.ts'
import { lexicon } from '../frame-cases.ts'
import { plain } from '../plain.ts'

/** A page of a trade in a language: sentences of it over and over, with one at the head. */
const page = (code: string, head: string, body: string) => analyse(plain(head + '\n\n' + (body + ' ').repeat(20), code, '2026-03-05'), lexicon)
const shops = 'The chain sold more shoes than a year ago, and its shops in the north did best.'

test('a page of another trade is no text about defence, a short note may leave it unsaid', () => {
  const rows: readonly (readonly [code: string, sentence: string, ofDefence: boolean])[] = [
    ['en', shops, false], ['en', 'The lawyers of both brands spoke of a legal defence attorney and of charm.', false], ['en', 'The regiment waits for its howitzers.', true],
    ['de', 'Die Kette verkaufte mehr Schuhe als im Vorjahr.', false], ['de', 'Die Truppe wartet auf Munition.', true],
    ['fr', 'La chaîne a vendu plus de chaussures que l’an dernier.', false], ['fr', 'Les obus manquent.', true],
    ['it', 'La catena ha venduto più scarpe di un anno fa.', false], ['it', 'Mancano le munizioni.', true],
    ['pl', 'Sieć sprzedała więcej butów niż rok temu.', false], ['pl', 'Wojsko czeka na amunicję.', true],
    ['uk', 'Мережа продала більше взуття, ніж торік.', false], ['uk', 'Військо чекає на снаряди.', true],
  ]
  for (const [code, sentence, ofDefence] of rows) assert.equal(isOfTheTrade(page(code, sentence, sentence)), ofDefence, sentence)
  assert.equal(isOfTheTrade(analyse(plain(shops, 'en'), lexicon)), true)
})

test('where Ukraine is named in passing nothing is given to it by default', () => {
  const gift = 'Denmark donated 10 million euros to the fund.', kin = 'A cousin of its founder was born in Ukraine.'
  assert.deepEqual(commitment.extract(page('en', `${kin}\n\n${gift}`, shops)).filter((d) => d.fields.kind === 'commitment' && d.fields.recipient.some((r) => r.country === 'UA')), [])
})

test('ordinary business makes no projects and no plans', () => {
  const deal = 'Harlow Shoes Inc. agreed a joint venture with Polmark Leather Co. for $40 million and wants to raise exports to 30 percent of sales by 2028.'
  for (const extractor of [planning, project]) assert.deepEqual(extractor.extract(page('en', deal, shops)), [])
  assert.equal(project.extract(page('en', 'Harlow Arms Inc. agreed a joint venture with Ukrainian firm Dniprosvit to build drones in Ukraine.', 'The army wants drones, and the ministry said the war would last.')).length, 1)
})

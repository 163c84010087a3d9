import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findGoods } from '../../../src/extraction/money/goods.ts'
import type { Language } from '../../../src/extraction/language.ts'
import { de, en, fr, it, pl, uk } from '../../../src/extraction/languages/index.ts'

const goods = (text: string, language: Language) =>
  findGoods(text, { start: 0, end: text.length }, language).map((g) => `${g.quantity ?? '?'} ${g.name}`)

const pairs: readonly (readonly [Language, string, readonly string[]])[] = [
  [en, '18 Leopard 2A6 tanks', ['18 Leopard 2A6 tanks']],
  [en, '30 Marders and 18 tanks', ['30 Marders', '18 tanks']],
  [en, 'a Patriot battery', ['1 Patriot battery']],
  [en, '12,000 anti-armor systems', ['12000 anti-armor systems']],
  [en, '1,600 Stinger missiles', ['1600 Stinger missiles']],
  [en, 'unmanned aerial and ground systems, rations', ['? unmanned aerial and ground systems']],
  [en, '30 tracked and wheeled vehicles', ['30 tracked and wheeled vehicles']],
  [en, 'training and 20 vehicles', ['20 vehicles']],
  [en, 'dozens of drones', ['? drones']],
  [en, '155mm ammunition', ['? 155mm ammunition']],
  [en, 'HIMARS, F-16s and S-300', ['? HIMARS', '? F-16s', '? S-300']],
  [en, '160 protected mobility “Husky” vehicles', ['160 protected mobility “Husky” vehicles']],
  [en, '4m rounds of small arms ammunition', ['4000000 rounds of small arms ammunition']],
  [en, '4,000 rounds of high-explosive ammunition', ['4000 rounds of high-explosive ammunition']],
  [en, '60 Ukrainian technicians', ['60 Ukrainian technicians']],
  // A proper name in capitals is whole, with its letters in brackets and what it is.
  [en, 'the Joint Standoff Weapon (JSOW) long-range munition', ['? Joint Standoff Weapon (JSOW) long-range munition']],
  [en, 'New Weapon rules came, the Guardian system ran', []],
  // Neither years nor systems of law nor rounds of talks are goods.
  [en, 'In 2025 the system of justice, a long way round, engineering and medical help', []],
  [de, 'zwölf Brückenleger', ['12 Brückenleger']],
  [de, '155-mm-Granaten', ['? 155-mm-Granaten']],
  [de, '18 Kampfpanzer Leopard 2 A6', ['18 Kampfpanzer Leopard 2 A6']],
  // Figures within the name of a model count nothing.
  [en, 'a Blue Heron 150 radar and a number of RBS 90 missiles', ['1 Blue Heron 150 radar', '? RBS 90 missiles']],
  [en, 'gave the Azov Brigade 20 tanks', ['20 tanks']],
  [fr, 'un radar Héron Bleu 150 et dix-huit obusiers', ['1 radar Héron Bleu 150', '18 obusiers']],
  [fr, '60 groupes électrogènes', ['60 groupes électrogènes']],
  [fr, 'des obus de 155 mm', ['? obus de 155 mm']],
  [it, 'un generatore da 200 kilowatt', ['1 generatore da 200 kilowatt']],
  [it, '35 letti da terapia intensiva', ['35 letti da terapia intensiva']],
  [pl, '30 transporterów M113', ['30 transporterów M113']],
  [pl, '5 tys. granatów', ['5000 granatów']],
  [pl, 'minister obrony i ministerstwo', []],
  [uk, 'дві батареї IRIS-T', ['2 батареї IRIS-T']],
  [uk, 'дві пускові установки NASAMS Осло', ['2 пускові установки NASAMS']],
  [uk, 'засоби протиповітряної оборони', ['? засоби протиповітряної оборони']],
  [uk, 'міністр оборони', []],
]
for (const [language, text, expected] of pairs) test(`goods ${language.code}: ${text}`, () => assert.deepEqual(goods(text, language), expected))

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sameKindOfGoods } from '../../src/ledger/goods-kinds.ts'

const pairs: readonly (readonly [string, string, boolean])[] = [
  ['artillery shells', 'Artilleriegranaten', true], ['howitzers', 'гаубиць', true], ['Panzerhaubitzen', 'obusiers', true], ['drones', 'безпілотників', true],
  ['trucks', 'ciężarówek', true], ['generators', 'groupes électrogènes', true], ['helmets', 'шоломів', true], ['patrol boats', 'катерів', true], ['mortars', 'moździerzy', true],
  ['air defence', 'протиповітряна оборона', true], ['tanks', 'танків', true], ['radars', 'Radare', true],
  ['anti-tank missiles', 'tanks', false], ['протитанкові ракети', 'tanks', false], ['танкерів', 'tanks', false], ['Handgranaten', 'artillery shells', false],
  ['armoured vehicles', 'gepanzerte Fahrzeuge', true], ['véhicules blindés', 'бронемашин', true], ['veicoli blindati', 'pojazdów opancerzonych', true], ['missiles', 'ракет', true], ['machine guns', 'кулеметів', true],
  ['fire engines', 'Feuerwehrfahrzeuge', true], ['buses', 'автобусів', true], ['night-vision devices', 'приладів нічного бачення', true], ['Medikamente', 'lekarstw', true], ['hand grenades', 'Handgranaten', true], ['tents', 'Zelte', true],
  ['armoured vehicles', 'tanks', false], ['air defence missiles', 'air defence', true], ['ministers', 'mines', false], ['Busse', 'boats', false], ['extents', 'tents', false], ['мостів', 'міномети', false],
  ['howitzers', 'Kampfpanzer', false], ['trucks', 'ambulances', false], ['helicopters', 'Helme', false], ['things', 'Dinge', false],
]
for (const [a, b, same] of pairs) test(`${a} and ${b} are ${same ? 'one kind' : 'no one kind'}`, () => { assert.equal(sameKindOfGoods(a, b), same); assert.equal(sameKindOfGoods(b, a), same) })

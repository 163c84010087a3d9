import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseCsv, writeCsvRow } from '../../src/resolution/csv.ts'
import { couldBeNear, distance, letterBits } from '../../src/resolution/distance.ts'
import { formsOf } from '../../src/resolution/inflection.ts'
import { likeness, matchOrganisations, readOrganisation } from '../../src/resolution/organisations.ts'
import { isRoleName, readOffice } from '../../src/resolution/roles.ts'
import { fold, sameCase, wordKey } from '../../src/resolution/spelling.ts'
import { looseKey, mixesScripts, romanise, unmask } from '../../src/resolution/transliteration.ts'

test('forms of names', () => {
  const rows: readonly (readonly [name: string, language: string, person: boolean, form: string])[] = [
    ['Estonia', 'pl', false, 'Estonią'], ['Kanada', 'pl', false, 'Kanadzie'], ['Macedonia Północna', 'pl', false, 'Macedonii Północnej'], ['polski', 'pl', false, 'polskiego'], ['Andrzej Duda', 'pl', true, 'Andrzejem Dudą'], ['Kaja Kallas', 'pl', true, 'Kai Kallas'],
    ['Естонія', 'uk', false, 'Естонією'], ['Нідерланди', 'uk', false, 'Нідерландах'], ['польський', 'uk', false, 'польської'], ['Юлія Свириденко', 'uk', true, 'Юлії Свириденко'], ['Дональд Туск', 'uk', true, 'Дональда Туска'],
    ['Estland', 'de', false, 'Estlands'], ['estnisch', 'de', false, 'estnischen'], ['estonien', 'fr', false, 'estoniennes'], ['tedesco', 'it', false, 'tedeschi'], ['francese', 'it', false, 'francesi'],
  ]
  for (const [name, language, person, form] of rows) assert.ok(formsOf(name, language, person ? 'person' : 'thing').includes(form), `${name} → ${form}: ${formsOf(name, language, person ? 'person' : 'thing').join(' ')}`)
  assert.deepEqual(formsOf('NATO', 'pl'), ['NATO'])
})

test('spelling for comparison', () => {
  assert.deepEqual(['Helenów', 'Störe', 'Løkke', 'Єрмак', 'Київ', 'Łódź'].map(fold), ['Helenow', 'Store', 'Lokke', 'Єрмак', 'Київ', 'Lodz'])
  assert.deepEqual(['U.S.', 'US', 'Ukraine.', 'п’ять'].map(wordKey), ['us', 'us', 'ukraine.', "п'ять"])
  assert.deepEqual([sameCase('us', 'US'), sameCase('U.S.', 'US'), sameCase('turkey', 'Turkey'), sameCase('TURKEY', 'Turkey'), sameCase('Deutsche', 'deutsche')], [false, true, false, true, true])
})

test('one Ukrainian name in Latin letters, several ways', () => {
  for (const written of ['Umierov', 'Umerov', 'Oumierov', 'Umierow', 'Umjerow']) assert.ok(romanise('Умєров').includes(written), written)
  assert.deepEqual(romanise('Umerov'), [])
  const keys = ['Denys Shmyhal', 'Denys Chmyhal', 'Denys Schmyhal', 'Denys Szmyhal', 'Denys Shmygal'].map(looseKey)
  assert.equal(new Set(keys).size, 1)
  assert.notEqual(looseKey('Dmytro Kuleba'), looseKey('Dmytro Kulyk'))
  assert.deepEqual([mixesScripts('Pіstorius'), mixesScripts('Pistorius'), mixesScripts('Умєров (Umerov)'), unmask('Pіstоrius')], [true, false, false, 'Pistorius'])
})

test('offices as written', () => {
  const rows: readonly (readonly [string, string | null])[] = [
    ['German Defense Minister', 'defence minister'], ['Secretary of Defense', 'defence minister'], ['Verteidigungsminister', 'defence minister'], ['ministre des Armées', 'defence minister'], ['minister obrony narodowej', 'defence minister'], ['міністра оборони', 'defence minister'], ['ministro della Difesa', 'defence minister'],
    ['Foreign Secretary', 'foreign minister'], ['Außenministerin', 'foreign minister'], ['Prime Minister', 'head of government'], ['Bundeskanzler', 'head of government'], ['прем’єр-міністр', 'head of government'], ['presidente del Consiglio', 'head of government'], ['President', 'head of state'], ['prezydenta', 'head of state'],
    ['Deputy Minister of Defence', 'deputy minister'], ['wiceminister obrony', 'deputy minister'], ['заступник міністра оборони', 'deputy minister'], ['Vice President', null], ['analyst', null], ['', null],
  ]
  assert.deepEqual(rows.map(([text]) => [text, readOffice(text).role]), rows.map((r) => [...r]))
  assert.deepEqual([readOffice('former Prime Minister').former, readOffice('спікер міністра оборони').former, isRoleName('Aino Kuusela')], [true, false, false])
})

test('distance', () => {
  assert.deepEqual([distance('kitten', 'sitting', 3), distance('pistorius', 'pistroius', 2), distance('a', 'abcdef', 2), distance('same', 'same', 1)], [3, 1, 3, 0])
  fc.assert(fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
    const d = distance(a, b, 3)
    assert.equal(d, distance(b, a, 3))
    if (d <= 3) assert.ok(couldBeNear(letterBits(a), letterBits(b), d))
  }))
})

test('organisations', () => {
  const alike = (a: string, b: string) => likeness(readOrganisation(a), readOrganisation(b)) >= 0.7
  const rows: readonly (readonly [string, string, boolean])[] = [
    ['Koninklijke Philips Electronics N.V.', 'PHILIPS ELECTRONICS NV', true], ['Rheinmetall AG', 'RHEINMETALL GMBH', true], ['Alkatel', 'Alcatel B.V.', true], ['Hunter Douglas Industries', 'HUNTER DOUGLAS IND. B.V.', true],
    ['Rheinmetall AG', 'Hensoldt AG', false], ['Global Technologies Ltd', 'Global Industries Ltd', false], ['Quantum Systems', 'Frontline Systems', false], ['', 'Rheinmetall', false],
  ]
  assert.deepEqual(rows.map(([a, b]) => [a, b, alike(a, b)]), rows.map((r) => [...r]))
  const list = [{ id: '1', name: 'Berg & Sohn GmbH' }, { id: '2', name: 'BERG UND SOHN' }, { id: '3', name: 'Tal AG' }]
  assert.deepEqual(matchOrganisations(list).map((g) => g.join()).sort(), matchOrganisations([...list].reverse()).map((g) => g.join()).sort())
  assert.deepEqual(matchOrganisations(list).map((g) => g.join()).sort(), ['1,2', '3'])
})

test('CSV there and back', () => {
  assert.deepEqual(parseCsv('﻿id,name\r\n1,"a, ""b"""\r\n\r\n2,c').map((r) => [r.line, ...r.cells]), [[1, 'id', 'name'], [2, '1', 'a, "b"'], [4, '2', 'c']])
  fc.assert(fc.property(fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (rows) => {
    const text = rows.map((r) => writeCsvRow(r.map((c) => c.replaceAll('\r', '')))).join('\n') + '\n'
    assert.deepEqual(parseCsv(text).map((r) => r.cells), rows.map((r) => r.map((c) => c.replaceAll('\r', ''))).filter((r) => r.join('') !== '' || r.length > 1))
  }))
})

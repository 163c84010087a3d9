import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Claim, Known, Written } from '../../src/core/claim.ts'
import type { Document } from '../../src/core/document.ts'
import { resolve } from '../../src/resolution/resolve.ts'
import { lexicon, mention, reference } from './shipped.ts'

/** The first name in the words, with the state it is of. */
const first = (text: string, language: string): string => {
  const found = lexicon.match(text.split(' '), 0, language)
  return found ? `${found.words} ${found.senses[0]!.type} ${found.senses[0]!.country}` : 'none'
}

test('regions are found in six languages, and towns, states and people keep their names', () => {
  const rows: readonly (readonly [text: string, language: string, found: string])[] = [
    ['Lviv Oblast', 'en', '2 place UA'], ['Lviv region', 'en', '2 place UA'], ['Oblast Lwiw', 'de', '2 place UA'], ['Region Charkiw', 'de', '2 place UA'], ['oblast de Lviv', 'fr', '3 place UA'], ['l’oblast de Lviv', 'fr', '3 place UA'],
    ['regione di Leopoli', 'it', '3 place UA'], ['obwodzie lwowskim', 'pl', '2 place UA'], ['Львівської області', 'uk', '2 place UA'], ['Харківщині', 'uk', '1 place UA'], ['Донеччину', 'uk', '1 place UA'],
    ['Bavaria', 'en', '1 place DE'], ['Bayerns', 'de', '1 place DE'], ['Bavière', 'fr', '1 place DE'], ['Baviera', 'it', '1 place DE'], ['Bawarii', 'pl', '1 place DE'], ['Баварії', 'uk', '1 place DE'],
    ['Podkarpaciu', 'pl', '1 place PL'], ['Podkarpackie Voivodeship', 'en', '2 place PL'], ['Północnej Nadrenii', 'pl', 'none'], ['Schleswig-Holstein', 'de', '1 place DE'], ['Kursk region', 'en', '2 place RU'], ['Курської області', 'uk', '2 place RU'],
    ['Texas', 'en', '1 place US'], ['New Jersey', 'en', '2 place US'], ['New South Wales', 'en', '3 place AU'], ['Wales', 'en', '1 place GB'], ['Flandre', 'fr', '1 place BE'], ['Sizilien', 'de', '1 place IT'], ['Gaziantep Province', 'en', '2 place TR'],
    // A town, a state, a capital or a person of the same name is meant.
    ['Georgia', 'en', '1 state GE'], ['Luxembourg', 'en', '1 state LU'], ['Jersey', 'en', '1 state JE'], ['Washington', 'en', '1 state US'], ['Washington', 'fr', '1 state US'], ['Vienna', 'en', '1 state AT'], ['Berlin', 'de', '1 state DE'],
    ['Lublin', 'pl', '1 place PL'], ['Гронінген', 'uk', 'none'], ['Virginia', 'en', 'none'], ['Victoria', 'en', 'none'], ['Джорджія', 'uk', 'none'],
    // Words of the language.
    ['Marken', 'de', 'none'], ['Zug', 'de', 'none'], ['Marche', 'it', 'none'], ['Кампанія', 'uk', 'none'], ['kampania', 'pl', 'none'], ['Centre', 'fr', 'none'], ['texas', 'en', 'none'], ['Western', 'en', 'none'], ['Chechen', 'en', 'none'],
  ]
  assert.deepEqual(rows.map(([text, language]) => [text, language, first(text, language)]), rows.map((r) => [...r]))
})

/** The place of a meeting by the reference. */
function placeOf(written: string, language: string, country: string | null = null): string | null {
  const claim = { fields: { kind: 'meeting', parties: [mention('state', 'Germany', { country: 'DE' })], people: [], forum: null, place: { written, country, span: null } } } as unknown as Claim<Written>
  const { claims } = resolve([claim], { document: { language, published: null, url: null } as unknown as Document, reference })
  return (claims[0] as unknown as Claim<Known> & { fields: { place: { to: string | null } } }).fields.place.to
}

test('a town and the region around it are told apart', () => {
  const rows: readonly (readonly [string, string, string | null])[] = [
    ['Lviv', 'en', 'lviv'], ['Lviv Oblast', 'en', 'region-ua-46'], ['Львові', 'uk', 'lviv'], ['Львівщині', 'uk', 'region-ua-46'], ['Lublin', 'pl', 'lublin'], ['województwie lubelskim', 'pl', 'region-pl-06'],
    ['Brandenburg', 'de', 'region-de-bb'], ['Brandenburg Gate', 'en', null], ['Salzburg', 'de', 'salzburg'], ['Crimea', 'en', 'crimea'], ['République autonome de Crimée', 'fr', 'crimea'],
  ]
  assert.deepEqual(rows.map(([written, language]) => [written, language, placeOf(written, language)]), rows.map((r) => [...r]))
})

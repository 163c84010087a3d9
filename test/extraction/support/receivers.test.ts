import assert from 'node:assert/strict'
import { test } from 'node:test'
import { supportIn } from '../../../src/extraction/support/told.ts'
import { paragraph } from '../frame-cases.ts'

const exchange = async (text: string, language = 'en'): Promise<string[]> =>
  supportIn(await paragraph(text, language)).map((d) => [d.fields.provider, d.fields.recipient].map((list) => list.map((p) => p.country ?? p.name).join('+')).join('>'))

/** A sentence about Ukraine first, so that support is Ukraine's where nobody else gets it. */
const openings: Readonly<Record<string, string>> = { en: 'Ukraine thanked its partners. ', de: 'Die Ukraine dankte ihren Partnern. ', fr: 'L’Ukraine a remercié ses partenaires. ', it: 'L’Ucraina ha ringraziato i partner. ', pl: 'Ukraina podziękowała partnerom. ', uk: 'Україна подякувала партнерам. ' }

test('the forces and people of another state get what is meant for them', async () => {
  const cases: readonly (readonly [language: string, text: string, wanted: string])[] = [
    ['en', 'The Council of the EU adopted a measure of €15 million for the Georgian armed forces.', 'European Union>GE'],
    ['en', 'Greece donated 25 drones to the Armenian border guards.', 'GR>AM'],
    ['en', 'Hungary has trained 90 Georgian sailors since June.', 'HU>GE'],
    ['de', 'Frankreich liefert den armenischen Streitkräften 30 Radpanzer.', 'FR>AM'],
    ['fr', 'L’Italie livrera trente blindés à l’armée libanaise.', 'IT>LB'],
    ['it', 'La Spagna ha stanziato 20 milioni di euro a favore della Moldova.', 'ES>MD'],
    ['pl', 'Czechy przekażą mołdawskiej armii 20 radarów.', 'CZ>MD'],
    ['uk', 'Литва передасть молдовській армії 20 радарів.', 'LT>MD'],
    // The forces of the giver, and those that give, get nothing.
    ['en', 'The Latvian army has sent ten trucks to Kyiv.', 'LV>UA'],
    ['en', 'Spain will provide 12 ambulances for the Ukrainian army.', 'ES>UA'],
  ]
  for (const [language, text, wanted] of cases) assert.equal((await exchange(openings[language]! + text, language)).at(-1), wanted, text)
})

test('what a paragraph goes on with goes to whom it told of', async () => {
  assert.deepEqual(await exchange(openings.en + 'Estonia donated 40 drones to the Armenian coast guard. It will add ten boats next year.'), ['EE>AM', 'EE>AM'])
})

test('a capital that opens the sentence gets nothing, and neither do a state’s own forces', async () => {
  assert.deepEqual(await exchange(openings.fr + 'À Vienne, la Finlande a promis 12 radars.', 'fr'), ['FI>UA'])
  assert.deepEqual(await exchange(openings.en + 'Austria will order 40 howitzers for its own army.'), [])
  assert.deepEqual(await exchange(openings.de + 'Österreich bestellte 40 Haubitzen für das eigene Heer.', 'de'), [])
})

test('in whose name another acts gives, and two years in a row are one period', async () => {
  const cases: readonly (readonly [language: string, text: string, wanted: string])[] = [
    ['en', 'The agency ordered 30 radars for Ukraine on behalf of Iceland and the Netherlands.', 'IS+NL>UA'],
    ['de', 'Die NSPA bestellte im Auftrag der Niederlande und Dänemarks 40 Radargeräte für die Ukraine.', 'NL+DK>UA'],
    ['fr', 'La NSPA a commandé pour le compte de la Belgique et du Luxembourg 40 radars pour l’Ukraine.', 'BE+LU>UA'],
    ['pl', 'NSPA zamówiła w imieniu Norwegii i Danii 40 radarów dla Ukrainy.', 'NO+DK>UA'],
  ]
  for (const [language, text, wanted] of cases) assert.equal((await exchange(text, language)).at(-1), wanted, text)
  const periods = async (text: string) => supportIn(await paragraph(text)).map((d) => d.fields.period?.edtf ?? null)
  assert.deepEqual(await periods('Sweden will give Ukraine 800 million euros for 2026 and 2027, of which 300 million is for drones.'), ['2026/2027', '2026/2027'])
  assert.deepEqual(await periods('Sweden pledged Ukraine 80 million euros for 2026 and 30 million euros for 2029.'), ['2026', '2029'])
})

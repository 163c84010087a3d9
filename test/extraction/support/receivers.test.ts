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

const told = async (text: string, language = 'en'): Promise<string[]> =>
  supportIn(await paragraph(text, language)).map(({ fields: f }) => `${f.provider.map((p) => p.country).join('+')} ${f.amount ? Number(f.amount.minor) / 100 + f.amount.currency : f.items.map((i) => `${i.quantity} ${i.name}`).join('+')}`).sort()

test('one verb for several givers with goods or sums of their own', async () => {
  const cases: readonly (readonly [language: string, text: string, wanted: readonly string[]])[] = [
    ['en', 'Norway will send Ukraine 30 trucks, Spain 40 boats and Malta eleven generators.', ['ES 40 boats', 'MT 11 generators', 'NO 30 trucks']],
    ['en', 'Norway promised Ukraine 2 billion euros and the Netherlands 25,000 drones.', ['NL 25000 drones', 'NO 2000000000EUR']],
    ['de', 'Frankreich lieferte 12 Haubitzen an die Ukraine, Deutschland 20 Panzer.', ['DE 20 Panzer', 'FR 12 Haubitzen']],
    // Goods of one giver stay together.
    ['en', 'Spain sent 50 generators and 60 pumps to Ukraine.', ['ES 50 generators+60 pumps']],
  ]
  for (const [language, text, wanted] of cases) assert.deepEqual(await told(text, language), wanted, text)
})

test('what is told by the way is a commitment of its own', async () => {
  assert.deepEqual(await told('Portugal, which has sent Kyiv 20 tanks, will deliver 40 lorries to Ukraine and train 200 of its soldiers.'), ['PT 20 tanks', 'PT 200 soldiers', 'PT 40 lorries'])
})

test('crowns without a state are those of the giver', async () => {
  assert.deepEqual(await told('Denmark pledged 200 million Danish kroner to Ukraine. In August the Swedish government approved 500 million kroner for Ukraine.'), ['DK 200000000DKK', 'SE 500000000SEK'])
})

test('as much from each is a commitment of each', async () => {
  assert.deepEqual(await told('Sweden and Denmark promised Ukraine 100 million dollars each.'), ['DK 100000000USD', 'SE 100000000USD'])
  assert.deepEqual(await told('Norwegen und Finnland geben der Ukraine je 50 Millionen Euro.', 'de'), ['FI 50000000EUR', 'NO 50000000EUR'])
  assert.deepEqual(await told('Sweden and Denmark promised Ukraine 100 million dollars.'), ['SE+DK 100000000USD'])
})

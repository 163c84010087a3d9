import assert from 'node:assert/strict'
import { test } from 'node:test'
import { supportIn } from '../../../src/extraction/support/told.ts'
import { analysed, paragraph } from '../frame-cases.ts'

const pairs: readonly (readonly [string, readonly string[]])[] = [
  ['Denmark will send Ukraine 30 bomb disposal robots.', ['30 bomb disposal robots']],
  ['Denmark will give Ukraine 300 generators and transformer oil.', ['300 generators', 'transformer oil']],
  ['Denmark will send Ukraine 40 generators, winter clothing, and school desks.', ['40 generators', 'winter clothing', 'school desks']],
  ['Denmark has delivered 3,000 sets of winter clothing to Ukraine.', ['3000 sets of winter clothing']],
  // A hyphen parts no name and counts nothing.
  ['Denmark will deliver 9,000 first-person-view drones and 200 ground stations to Ukraine.', ['9000 first-person-view drones', '200 ground stations']],
  ['Denmark will give Ukraine an 18-month course and 20 hand-held radars.', ['month course', '20 hand-held radars']],
  // What is mended, and a word in the name of a forum, is given to nobody.
  ['Denmark allocated 14 million euros for the repair of substations in Ukraine.', []],
  ['Denmark allocated 14 million euros for substations in Ukraine.', ['substations']],
  ['Denmark allocated 14 million euros to the drone coalition for Ukraine.', []],
  // Courses have no goods, and what is promised to whom or in return is none.
  ['Denmark will send Ukraine 40 howitzers and expects nothing in return.', ['40 howitzers']],
  ['Denmark will send Ukraine 40 howitzers and Norway will pay for them.', ['40 howitzers']],
  ['Denmark will send Ukraine 40 howitzers, said the minister, and ministers applauded.', ['40 howitzers']],
]

test('names of goods reach to the noun they are of', async () => {
  for (const [text, goods] of pairs) assert.deepEqual(supportIn(await paragraph(text)).flatMap((d) => d.fields.items.map((i) => `${i.quantity ?? ''} ${i.name}`.trim())), goods, text)
})

const sums = async (publisher: string, text: string, language = 'en') => (await analysed(`---\ntitle: Aid to Ukraine\npublisher: ${publisher}\npublished: 2025-03-20\nlanguage: ${language}\n---\n\n${text}\n`)).amounts.map((a) => a.money.currency)

test('a bare dollar sign is that of the text’s own state', async () => {
  assert.deepEqual(await sums('Government of Canada', 'The minister set aside $40 million and US$3 million.'), ['CAD', 'USD'])
  assert.deepEqual(await sums('Gouvernement du Canada', 'Le ministre a annoncé 40 millions de dollars.', 'fr'), ['CAD'])
  assert.deepEqual(await sums('New Zealand Defence Force', 'The minister set aside $40 million.'), ['NZD'])
  // Where others' dollars are marked, or the state has none, it stays that of the United States.
  assert.deepEqual(await sums('Government of Canada', 'The minister set aside C$40 million of the $50 billion.'), ['CAD', 'USD'])
  assert.deepEqual(await sums('Government of Norway', 'The minister set aside $40 million.'), ['USD'])
})

test('a sentence that opens with what a package holds adds its goods to the package', async () => {
  const goods = async (text: string) => supportIn(await paragraph(text)).map((d) => d.fields.items.map((i) => i.name).join(', '))
  assert.deepEqual(await goods('Denmark announced a package worth €34 million for Ukraine. It comprises de-mining gear, 40 portable scanners and counter-drone systems.'), ['portable scanners, counter-drone systems, de-mining gear'])
  // With an act of its own it is another.
  assert.equal((await goods('Denmark announced a package worth €34 million for Ukraine. It included Norway, which will send Ukraine 12 howitzers.')).length, 2)
})

test('German goods are joined by their capitals, up to the last “und”', async () => {
  const goods = async (text: string) => supportIn(await paragraph(text, 'de')).map((d) => d.fields.items.map((i) => i.name).join(', '))
  assert.deepEqual(await goods('Österreich übergibt der Ukraine 40 Lastwagen sowie Verbandszeug und Winterstiefel.'), ['Lastwagen, Verbandszeug, Winterstiefel'])
  assert.deepEqual(await goods('Österreich liefert der Ukraine 40 Lastwagen und Tschechien bildet Fahrer aus.'), ['Lastwagen'])
})

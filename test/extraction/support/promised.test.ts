import assert from 'node:assert/strict'
import { test } from 'node:test'
import commitment from '../../../src/extraction/extractors/commitment.ts'
import { paragraph, plain } from '../frame-cases.ts'

const told = async (text: string, language: string) => plain(commitment, await paragraph(text, language)).map((c) => `${String((c['provider'] as string[])[0])} ${String(c['stage'])} ${(c['items'] as { quantity: number | null }[]).map((i) => i.quantity).join()}${c['date'] ? ' ' + String(c['date']) : ''}`)

const rows: readonly (readonly [language: string, text: string, expected: readonly string[]])[] = [
  // Promised, and come.
  ['en', 'The 20 boats that Finland promised Ukraine in May reached the port in October.', ['FI announced 20 2024-05', 'FI delivered 20 2024-10']],
  ['de', 'Die zwölf Boote, die Finnland der Ukraine im Mai versprochen hatte, sind im Oktober eingetroffen.', ['FI announced 12 2024-05', 'FI delivered 12 2024-10']],
  ['fr', "Les douze bateaux que la Finlande avait promis à l'Ukraine en mai sont arrivés en octobre.", ['FI announced 12 2024-05', 'FI delivered 12 2024-10']],
  ['it', "Le dodici barche che la Finlandia aveva promesso all'Ucraina a maggio sono arrivate in ottobre.", ['FI announced 12 2024-05', 'FI delivered 12 2024-10']],
  ['pl', 'Dwanaście łodzi, które Finlandia obiecała Ukrainie w maju, dotarło w październiku.', ['FI announced 12 2024-05', 'FI delivered 12 2024-10']],
  // Promised, and not to come.
  ['en', 'The 6,000 gas masks that Finland had promised Ukraine will not be sent after all.', ['FI cancelled 6000']],
  ['de', 'Die 6000 Schutzmasken, die Finnland der Ukraine versprochen hatte, werden nicht geliefert.', ['FI cancelled 6000']],
  ['fr', "Les 6 000 masques que la Finlande avait promis à l'Ukraine ne partiront pas.", ['FI cancelled 6000']],
  ['it', "Le 6.000 maschere che la Finlandia aveva promesso all'Ucraina non saranno consegnate.", ['FI cancelled 6000']],
  ['pl', 'Sześć tysięcy masek, które Finlandia obiecała Ukrainie, nie zostanie wysłanych.', ['FI cancelled 6000']],
  ['uk', 'Шість тисяч масок, які Фінляндія обіцяла Україні, не надійдуть.', ['FI cancelled 6000']],
  // Promised, and still on the way.
  ['en', 'The 20 boats that Finland promised Ukraine in May will follow by summer.', ['FI announced 20']],
  // Fewer than promised.
  ['en', 'Finland will deliver only 9,000 of the 30,000 shells it had promised Ukraine.', ['FI reduced 9000']],
  ['de', 'Finnland, das der Ukraine im April drei Minenjäger versprochen hatte, wird nur zwei schicken.', ['FI announced 3', 'FI reduced 2 2025-03-20']],
  ['it', "La Finlandia, che in aprile aveva promesso all'Ucraina tre cacciamine, ne manderà soltanto due.", ['FI announced 3', 'FI reduced 2 2025-03-20']],
  ['pl', 'Finlandia, która w kwietniu obiecała Ukrainie trzy okręty, wyśle tylko dwa.', ['FI announced 3', 'FI reduced 2']],
  ['en', 'Finland will deliver only 9,000 shells to Ukraine.', ['FI announced 9000 2025-03-20']],
  // A number alone counts the goods told before; whoever counts something else gives none of them.
  ['en', 'Denmark promised 19 F-16 aircraft for Ukraine in August 2023. The Netherlands has given 24. Norway has given six.', ['DK announced 19 2023-08', 'NL delivered 24', 'NO delivered 6']],
  ['de', 'Dänemark versprach der Ukraine 19 F-16. Die Niederlande haben 24 gegeben.', ['DK announced 19', 'NL delivered 24']],
  ['fr', "Le Danemark a promis 19 F-16 à l'Ukraine. La Norvège en a donné six.", ['DK announced 19', 'NO delivered 6']],
  ['uk', 'Данія пообіцяла Україні 19 винищувачів. Норвегія дала шість.', ['DK announced 19', 'NO delivered 6']],
  ['en', 'Denmark promised 19 F-16 aircraft for Ukraine in August 2023. Norway has lost six.', ['DK announced 19 2023-08']],
]

test('what became of what was promised', async () => {
  for (const [language, text, expected] of rows) assert.deepEqual(await told(text, language), expected, text)
})

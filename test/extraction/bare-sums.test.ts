import assert from 'node:assert/strict'
import { test } from 'node:test'
import { moneyValue } from '../../src/core/money.ts'
import { draftsOf } from '../../src/extraction/support/told.ts'
import { paragraph } from './frame-cases.ts'

type Row = readonly [language: string, text: string, sums: readonly number[]]
const rows: readonly Row[] = [
  ['en', 'Norway pledged 200 million kroner for Ukraine: 120 for generators, 50 for field hospitals and 30 for demining.', [200e6, 120e6, 50e6, 30e6]],
  ['en', 'Estonia has delivered 12 of the 40 million euros it promised Ukraine.', [12e6]],
  ['en', 'The Czechs will give Ukraine 50 million euros, the Slovaks 20.', [50e6, 20e6]],
  ['de', 'Dänemark sagt der Ukraine 70 Millionen Euro zu: 40 für Generatoren, 30 für die Minenräumung.', [70e6, 40e6, 30e6]],
  ['de', 'Litauen hat 15 der 40 Millionen Euro für die Ukraine überwiesen.', [15e6]],
  ['fr', "Le Danemark a versé à l'Ukraine 30 des 80 millions d'euros promis.", [30e6]],
  ['fr', "La Norvège promet 100 millions d'euros à l'Ukraine: 60 pour les générateurs, 40 pour le déminage.", [100e6, 60e6, 40e6]],
  ['it', "La Danimarca ha promesso all'Ucraina 90 milioni di euro: 60 per i generatori, 30 per lo sminamento.", [90e6, 60e6, 30e6]],
  ['pl', 'Dania przekazała Ukrainie 20 z 50 mln euro obiecanych w maju.', [20e6]],
  ['pl', 'Norwegia obiecała Ukrainie 90 mln euro: 60 na generatory, 30 na rozminowanie.', [90e6, 60e6, 30e6]],
  ['uk', 'Данія вже передала Україні 20 із 50 мільйонів євро, обіцяних у травні.', [20e6]],
  // Numbers of people, and of something else, are no sums.
  ['en', 'Sweden will give Ukraine 500 million kronor. Some 2 million refugees were registered. About 3 million have returned.', [500e6]],
  ['en', 'Finland gave Ukraine 90 million euros: 12 ministers signed, 5 of them women.', [90e6]],
  ['en', 'Norway will give Ukraine 60 million euros and 40 trucks.', [60e6]],
]

test('numbers without a currency are sums where they share that of a sum before', async () => {
  for (const [language, text, sums] of rows) assert.deepEqual(draftsOf(await paragraph(text, language)).flatMap((d) => (d.fields.amount ? [moneyValue(d.fields.amount)] : [])), sums, text)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import commitment from '../../../src/extraction/extractors/commitment.ts'
import { paragraph, plain } from '../frame-cases.ts'

test('what is refused is no support, what "not only" or "no later than" stands before is', async () => {
  const rows: readonly (readonly [code: string, text: string, given: number])[] = [
    ['en', 'The EU did not set up a €12bn fund for military support to Ukraine.', 0],
    ['en', 'Greece will not deliver 20 missiles to Ukraine.', 0],
    ['en', 'Not until June will Greece deliver 20 missiles to Ukraine.', 1],
    ['en', 'No fewer than 20 tanks will be delivered to Ukraine by Greece.', 1],
    ['de', 'Die EU hat keinen Fonds von 12 Milliarden Euro für die Ukraine beschlossen.', 0],
    ['de', 'Griechenland hat der Ukraine bisher keine 20 Panzer geliefert.', 0],
    ['fr', "La Grèce n'a pas livré les 20 chars à l'Ukraine.", 0],
    ['it', "La Grecia non ha consegnato i 20 carri armati all'Ucraina.", 0],
    ['pl', 'Grecja nie zatwierdziła pakietu 3 mld euro dla Ukrainy.', 0],
    ['uk', 'Греція не передала Україні 20 танків.', 0],
    ['uk', 'Греція не лише передала Україні 20 танків, а й навчила екіпажі.', 1],
  ]
  for (const [code, text, given] of rows) assert.equal(plain(commitment, await paragraph(text, code)).length, given, text)
})

test('where goods are bought neither gives nor takes', async () => {
  const rows: readonly (readonly [code: string, text: string, gives: string])[] = [
    ['en', 'Denmark will buy 40 howitzers in South Korea for Ukraine.', 'DK'],
    ['fr', "Le Danemark achète en Corée du Sud des obusiers pour l'Ukraine.", 'DK'],
    ['it', "La Danimarca comprerà in Turchia 40 blindati per l'Ucraina.", 'DK'],
    ['uk', 'Данія закупить у Туреччині 40 бронемашин для України.', 'DK'],
    ['en', 'In the United States, Congress approved $300m for Ukraine.', 'US'],
  ]
  for (const [code, text, gives] of rows) assert.deepEqual(plain(commitment, await paragraph(text, code)).map((c) => [c['provider'], c['recipient']]), [[[gives], ['UA']]], text)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import commitment from '../../src/extraction/extractors/commitment.ts'
import { paragraph, plain } from './frame-cases.ts'

type Row = readonly [language: string, text: string, expected: Record<string, unknown> | null]
const rows: readonly Row[] = [
  ['en', 'Denmark will send Ukraine 12 howitzers.', { provider: ['DK'], recipient: ['UA'], stage: 'announced', items: [{ name: 'howitzers', quantity: 12 }] }],
  ['en', 'Denmark has delivered 12 howitzers to Ukraine.', { stage: 'delivered' }],
  ['en', 'The Dutch parliament approved 80 million euros of military aid to Ukraine on Tuesday.', { provider: ['NL'], stage: 'approved', aid: 'military', date: '2025-03-18' }],
  ['en', 'Spain could send Ukraine two Patriot batteries.', { stage: 'signalled' }],
  ['en', 'Austria suspended the delivery of 40 generators to Ukraine.', { provider: ['AT'], stage: 'suspended', aid: 'energy' }],
  ['en', 'Latvia ordered 30 drones for Ukraine.', { stage: 'contracted' }],
  ['en', 'Since February 2022, Canada has provided Ukraine with 4 billion dollars in military aid.', { period: '2022-02/..', total: true }],
  ['de', 'Österreich will 60 Krankenwagen an die Ukraine liefern.', { provider: ['AT'], stage: 'announced', aid: 'humanitarian' }],
  ['fr', "L'Espagne a livré 20 générateurs à l'Ukraine.", { provider: ['ES'], stage: 'delivered', aid: 'energy' }],
  ['it', "La Grecia valuta l'invio di dieci obici all'Ucraina.", { provider: ['GR'], stage: 'signalled' }],
  ['pl', 'Szwecja przekazała Ukrainie 20 radarów.', { provider: ['SE'], stage: 'delivered' }],
  ['uk', 'Данія надасть Україні 40 млн євро військової допомоги.', { provider: ['DK'], stage: 'announced', aid: 'military' }],
  ['en', 'Hungary refused to send Ukraine 20 tanks.', null],
  ['en', 'Greece has not offered Ukraine any missiles.', null],
  ['en', 'Damage to power plants is put at 12 billion dollars.', null],
  ['en', 'Russia lost 3,000 tanks in Ukraine.', null],
  ['en', 'She urged Spain to send Ukraine 20 tanks.', null],
]

test('commitments by stage, giver, kind and time, and what is none', async () => {
  for (const [language, text, expected] of rows) {
    const claims = plain(commitment, await paragraph(text, language))
    if (expected === null) { assert.deepEqual(claims, [], text); continue }
    assert.equal(claims.length, 1, text + ' ' + JSON.stringify(claims))
    for (const [field, value] of Object.entries(expected)) assert.deepEqual(claims[0]![field], value, `${field} of: ${text}`)
  }
})

test('parts have their whole’s giver, the whole is a total', async () => {
  const claims = plain(commitment, await paragraph('Norway will give Ukraine 10 million euros, of which 4 million euros is for training.'))
  assert.deepEqual(claims.map((c) => [c['total'], c['aid'], (c['amount'] as { value: number }).value]), [[true, 'other', 1e7], [false, 'training', 4e6]])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { signerOf } from '../../../src/extraction/names/signers.ts'
import { selfOf } from '../../../src/extraction/names/parties.ts'
import { analysed } from '../frame-cases.ts'

const page = (language: string, title: string, publisher: string, body: string) => analysed(`---\ntitle: ${title}\npublisher: ${publisher}\npublished: 2026-03-10\nlanguage: ${language}\n---\n\n${body}\n`)

test('a signature or the first line tells whose words a text is', async () => {
  const rows: readonly (readonly [language: string, title: string, body: string, name: string | null])[] = [
    ['en', 'Letter on spending', 'Dear Speaker,\n\nI wrote that we shall buy boats.\n\nKind regards,\n\nTHE MINISTER OF DEFENCE,\n\nAnna Tolland', 'Anna Tolland'],
    ['fr', 'Lettre sur les achats', 'Madame,\n\nJe vous rends compte de nos achats.\n\nPaul Ternois\nMinistre des Armées', 'Paul Ternois'],
    ['de', 'Antwort', 'Ich beantworte Ihre Frage.\n\nMit freundlichen Grüßen\n\nHanna Vesk\nMinisterin', 'Hanna Vesk'],
    ['uk', 'Відповідь', 'Я відповідаю на запит.\n\nЗ повагою\n\nМіністр оборони\nОлег Савченко', 'Олег Савченко'],
    ['en', 'A day in March', 'Speech by the Minister of Defence, Anna Tolland, at the harbour, 10 March 2026.\n\nI thank you all.', 'Anna Tolland'],
    ['en', 'A day in March', 'The minister spoke in Oslo.\n\nAnna Tolland was there.', null],
    ['en', 'A day in March', 'I thank you all.\n\nPhoto: Anna Tolland\nAll rights reserved', null],
    ['it', 'Spese', 'Anna Tolland ha comprato barche.\n\nIl ministro tace.', null],
  ]
  for (const [language, title, body, name] of rows) assert.equal(signerOf(await page(language, title, 'Harbour Wire', body))?.name ?? null, name, body)
})

test('who signs an official text speaks for the state of its publisher', async () => {
  const self = selfOf(await page('en', 'Letter on spending', 'Danish Ministry of Defence', 'I wrote that we shall buy boats. I have asked our navy. We need more.\n\nTHE MINISTER OF DEFENCE,\n\nAnna Tolland'))
  assert.deepEqual([self.person?.name, self.parties.map((p) => p.country)], ['Anna Tolland', ['DK']])
  const austrian = selfOf(await page('de', 'Rede', 'Bundesministerium für Landesverteidigung', 'Ich danke Ihnen. Wir haben gekauft. Ich war dort.'))
  assert.deepEqual(austrian.parties.map((p) => p.country), ['AT'])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import statement from '../../../src/extraction/extractors/statement.ts'
import { paragraph, plain } from '../frame-cases.ts'

const said = async (text: string, language: string) => plain(statement, await paragraph(text, language)).map((c) => [c['speaker'], c['form'], c['text']])

test('quotations and clauses that no rule reads are weighed by their shape', async () => {
  const cases: readonly (readonly [language: string, text: string, found: readonly (readonly string[])[]])[] = [
    ['en', "The Chancellor's office has let it be known that the mission will be prolonged to 2029.", [["Chancellor's office", 'indirect', 'the mission will be prolonged to 2029']]],
    ['en', 'The Chancellor’s office has a roof that was mended in May.', []],
    ['fr', '« Un moteur qui sort de la chaîne, c’est une nuit de sommeil en plus. »\n\n– L’honorable Jeanne Tremblet, ministre de la Défense', [['Jeanne Tremblet', 'direct', 'Un moteur qui sort de la chaîne, c’est une nuit de sommeil en plus.']]],
    ['it', 'Il ministro Marco Tarlo arriva presto. Ordina un caffè.\n\n«Da noi la neve resta fino a maggio», comincia.', [['Marco Tarlo', 'direct', 'Da noi la neve resta fino a maggio']]],
    ['it', 'Il ministro Marco Tarlo arriva presto. Ordina un caffè e comincia.', []],
  ]
  for (const [language, text, found] of cases) assert.deepEqual(await said(text, language), found, text)
})

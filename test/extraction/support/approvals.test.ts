import assert from 'node:assert/strict'
import { test } from 'node:test'
import commitment from '../../../src/extraction/extractors/commitment.ts'
import { paragraph, plain } from '../frame-cases.ts'

const rows: readonly (readonly [language: string, text: string, expected: string])[] = [
  ['en', 'The Norwegian government has decided to give Ukraine 340 million kroner for training.', 'approved'],
  ['en', 'Norway will give Ukraine 340 million kroner for training. The Finance Committee gave its approval last Thursday.', 'approved 2025-03-13'],
  ['en', 'Norway will give Ukraine 340 million kroner for training. It was approved in Oslo last Thursday.', 'approved 2025-03-13'],
  ['de', 'Norwegen gibt der Ukraine 340 Millionen Kronen. Die Regierung hat das am Dienstag beschlossen.', 'approved 2025-03-18'],
  ['fr', "Le gouvernement norvégien a décidé en octobre de livrer des canons à l'Ukraine.", 'approved'],
  ['it', "Il governo norvegese ha deciso di inviare 40 generatori all'Ucraina.", 'approved'],
  ['pl', 'Norwegia przekaże Ukrainie 40 generatorów. Decyzję rząd podjął we wtorek.', 'approved 2025-03-18'],
  ['uk', 'Уряд Норвегії вирішив передати Україні 40 генераторів.', 'approved'],
  // Not yet, or not theirs.
  ['en', 'Norway will give Ukraine 340 million kroner for training. It has not been approved yet.', 'announced'],
  ['en', 'Norway will give Ukraine 340 million kroner for training. The Swedish government decided to wait.', 'announced'],
]

test('what a government has decided is approved', async () => {
  for (const [language, text, expected] of rows) {
    const [claim, ...more] = plain(commitment, await paragraph(text, language))
    assert.deepEqual(more, [], text)
    assert.ok(`${String(claim!['stage'])} ${String(claim!['date'])}`.startsWith(expected), text + JSON.stringify(claim))
  }
})

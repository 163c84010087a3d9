import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readingsOf } from '../../../src/extraction/frames/frames.ts'
import { sizesIn } from '../../../src/extraction/meetings/companies.ts'
import { paragraph } from '../frame-cases.ts'

test('words count those who come together', async () => {
  const rows: readonly (readonly [language: string, text: string, counts: readonly number[]])[] = [
    ['en', 'The three ministers left.', [3]], ['en', 'Both sides left.', [2]], ['en', 'The 32 allies left.', [32]], ['en', 'They left on 4 June 2024.', []],
    ['de', 'Beide Minister reisten ab.', [2]], ['fr', 'Le trio est parti.', [3]], ['it', 'Gli otto sono partiti.', [8]], ['pl', 'Siódemka wyjechała.', [7]], ['uk', 'Обидва міністри поїхали.', [2]], ['uk', 'Трійка поїхала.', [3]],
    ['en', 'A pairing of cities was agreed.', []], ['pl', 'Czwartek minął.', []],
  ]
  for (const [language, text, counts] of rows) assert.deepEqual(sizesIn(readingsOf(await paragraph(text, language))[0]!), counts, text)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import lesson from '../../src/extraction/extractors/lesson.ts'
import { paragraph, plain } from './frame-cases.ts'

const rows: readonly (readonly [language: string, text: string, lesson: string | null])[] = [
  ['en', 'Combat in Ukraine has shown that batteries run out first.', 'batteries run out first'],
  ['de', '„Wir haben an der Front gelernt, dass Ersatzteile mehr zählen als Panzerung“, sagte Minister Paul Lind.', 'Ersatzteile mehr zählen als Panzerung'],
  ['fr', '« Nous avons appris au front que la peinture compte autant que le blindage », explique la ministre Claire Hautmont.', 'la peinture compte autant que le blindage'],
  ['it', "L'esperienza ucraina ha dimostrato che le batterie dei droni si esauriscono in inverno.", 'le batterie dei droni si esauriscono in inverno'],
  ['en', 'The school taught her to swim.', null],
  ['en', 'He has not learned that the front moved.', null],
]

test('lessons from use in the field, and what is none', async () => {
  for (const [language, text, expected] of rows) {
    const claims = plain(lesson, await paragraph(text, language))
    assert.deepEqual(claims.map((c) => String(c['text']).replace(/\.$/, '')), expected ? [expected] : [], text)
  }
})

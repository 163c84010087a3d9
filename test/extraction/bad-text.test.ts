import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extract } from '../../src/extraction/extract.ts'
import { findSentences } from '../../src/extraction/words/sentences.ts'
import { languageOf } from '../../src/extraction/analyse.ts'
import { loadReference } from '../../src/io/reference.ts'
import { buildLexicon } from '../../src/resolution/lexicon.ts'
import { badTexts } from './bad-texts.ts'
import { plain } from './plain.ts'

const lexicon = buildLexicon(loadReference())
test('text that is none ends in time, and every claim rests on its words', () => {
  for (const [name, text] of badTexts(1500)) for (const code of ['en', 'uk', 'de', 'fr', 'pl', 'it']) {
    const document = plain(text, code, '2025-01-13'), { claims, issues } = extract(document, lexicon)
    assert.deepEqual(issues, [], `${name} ${code}`)
    for (const { evidence } of claims) for (const e of evidence) assert.equal(document.text.slice(e.start, e.end), e.exact, `${name} ${code}`)
  }
})

test('a sentence without an end is cut behind a semicolon or comma', () => {
  const clause = 'the parties met and spoke of the plan', sentences = (sign: string) => { const text = `${clause}${sign} `.repeat(200); return findSentences(plain(text, 'en'), languageOf('en')!).map((s) => text.slice(s.start, s.end)) }
  for (const sign of [';', ',']) for (const s of sentences(sign).slice(0, -1)) { assert.ok(s.length <= 2000); assert.ok(s.startsWith(clause) && s.endsWith(clause + sign)) }
  assert.ok(sentences('').every((s) => s.length <= 2100))
})

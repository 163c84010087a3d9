import { test } from 'node:test'
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { analyse, languageOf } from '../../../src/extraction/analyse.ts'
import { tokenize } from '../../../src/extraction/words/tokens.ts'
import { plain } from '../plain.ts'

const words = (text: string, code = 'en') => tokenize(text, { start: 0, end: text.length }, languageOf(code)!).map((t) => t.text)

const pairs: [code: string, text: string, tokens: string[]][] = [
  ['en', 'Ukraine’s $1.5bn, don\'t.', ['Ukraine', '’s', '$', '1.5bn', ',', 'don\'t', '.']],
  ['en', 'I’ve read it; they\'ll say we’re d’accord', ['I', '’ve', 'read', 'it', ';', 'they', '\'ll', 'say', 'we', '’re', 'd’accord']],
  ['en', 'Kosiniak-Kamysz of the U.S. said', ['Kosiniak-Kamysz', 'of', 'the', 'U.S.', 'said']],
  ['en', '“Yes... no,” e.g. 155-mm', ['“', 'Yes', '...', 'no', ',', '”', 'e.g.', '155-mm']],
  ['fr', 'l’accord, a-t-elle ajouté, dit-il', ['l’', 'accord', ',', 'a', '-t-elle', 'ajouté', ',', 'dit', '-il']],
  ['it', "dell'Aeronautica", ["dell'", 'Aeronautica']],
  ['uk', "об'єктів п’ять", ["об'єктів", 'п’ять']],
  ['de', '„155-mm-Granaten“', ['„', '155-mm-Granaten', '“']],
]

test('words, figures and signs are cut as the language cuts them', () => {
  for (const [code, text, tokens] of pairs) assert.deepEqual(words(text, code), tokens)
})

test('offsets point at the words and nothing but space lies between', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
    let at = 0
    for (const t of tokenize(text, { start: 0, end: text.length }, languageOf('en')!)) {
      assert.equal(text.slice(t.start, t.end), t.text)
      assert.match(text.slice(at, t.start), /^[\s\u200b\ufeff]*$/)
      at = t.end
    }
  }))
})

test('English words carry their part of speech', () => {
  const analysis = analyse(plain('The German minister welcomed Ukraine’s new plan.'), { match: () => undefined, senses: () => [] })
  assert.deepEqual(analysis.sentences[0]!.tokens.map((t) => t.pos), ['DET', 'ADJ', 'NOUN', 'VERB', 'PROPN', 'PART', 'ADJ', 'NOUN', 'PUNCT'])
})

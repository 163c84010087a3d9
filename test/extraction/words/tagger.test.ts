import assert from 'node:assert/strict'
import { test } from 'node:test'
import { languageOf } from '../../../src/extraction/analyse.ts'
import { taggerOf } from '../../../src/extraction/words/tagger.ts'
import { tokenize } from '../../../src/extraction/words/tokens.ts'

const en = languageOf('en')!
const tagsOf = (text: string) => { const tokens = tokenize(text, { start: 0, end: text.length }, en); return tokens.map((t, i) => `${t.text}/${taggerOf('en')!(tokens)[i]}`).join(' ') }

const sentences: readonly string[] = [
  'The/DET states/NOUN will/AUX deliver/VERB 18/NUM tanks/NOUN by/ADP May/PROPN ./PUNCT',
  'Orsolya/PROPN Vane/PROPN states/VERB that/SCONJ the/DET pledge/NOUN stands/VERB ./PUNCT',
  '“/PUNCT Talks/NOUN have/AUX stalled/VERB ,/PUNCT ”/PUNCT she/PRON said/VERB ./PUNCT',
  'They/PRON pledge/VERB to/PART help/VERB Ukraine/PROPN ’s/PART industry/NOUN ./PUNCT',
]
for (const want of sentences) test(want, () => assert.equal(tagsOf(want.replaceAll(/\/[A-Z]+/g, '').replace(' ’s', '’s')), want))

test('every token has a tag, and none is the answer to none', () => {
  assert.deepEqual(taggerOf('en')!([]), [])
  for (const text of ['?', '۞ 漢字 \u200b', 'constructor __proto__ toString', 'a'.repeat(5000)]) assert.doesNotMatch(tagsOf(text), /undefined/)
})

test('the other languages have no tagger', () => assert.equal(taggerOf('uk'), null))

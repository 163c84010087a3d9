import { test } from 'node:test'
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { languageOf } from '../../../src/extraction/analyse.ts'
import { findSentences } from '../../../src/extraction/words/sentences.ts'
import { plain } from '../plain.ts'

const split = (text: string, code = 'en') => findSentences(plain(text, code), languageOf(code)!).map((s) => text.slice(s.start, s.end))

const pairs: [code: string, text: string, sentences: string[]][] = [
  ['en', 'Gen. Amara Lindqvist of the U.S. Army spoke first. It rained.', ['Gen. Amara Lindqvist of the U.S. Army spoke first.', 'It rained.']],
  ['en', 'They meet on Feb. 3. A call follows.', ['They meet on Feb. 3.', 'A call follows.']],
  ['en', '“Is it enough?” he asked. “No!”', ['“Is it enough?” he asked.', '“No!”']],
  ['en', '3. We welcome the plan. We pay $1.5 million.', ['We welcome the plan.', 'We pay $1.5 million.']],
  ['en', 'One\n\nTwo', ['One', 'Two']],
  ['de', '24. April, Oslo: Das Treffen beginnt. Danach ist Schluss.', ['24. April, Oslo: Das Treffen beginnt.', 'Danach ist Schluss.']],
  ['de', '2. Wir begrüßen den Plan.', ['Wir begrüßen den Plan.']],
  ['de', 'Das Treffen vom 3. Dezember kostet 2 Mrd. Euro. Danach ist Schluss.', ['Das Treffen vom 3. Dezember kostet 2 Mrd. Euro.', 'Danach ist Schluss.']],
  ['de', 'Sie steht auf Seite 12. Dort endet sie.', ['Sie steht auf Seite 12.', 'Dort endet sie.']],
  ['pl', 'Od lutego 2022 r. do dziś trwa zbiórka. W 2024 r. Polska dała więcej.', ['Od lutego 2022 r. do dziś trwa zbiórka.', 'W 2024 r. Polska dała więcej.']],
  ['uk', 'Це коштує 3 млрд грн. Угоду підписав заст. міністра І. Бойко.', ['Це коштує 3 млрд грн.', 'Угоду підписав заст. міністра І. Бойко.']],
  ['fr', 'M. Duval a parlé le 1er mars. « Oui ! » a-t-il dit.', ['M. Duval a parlé le 1er mars.', '« Oui ! » a-t-il dit.']],
  ['it', 'La ditta S.p.A. di Torino, ecc. Il sig. Neri tace.', ['La ditta S.p.A. di Torino, ecc.', 'Il sig. Neri tace.']],
]

test('a sentence ends where a reader of the language ends it', () => {
  for (const [code, text, sentences] of pairs) assert.deepEqual(split(text, code), sentences)
})

test('sentences cover all words of any text, in order, without overlap', () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom('a', 'B', '.', ' ', '"', '!', '\n', '1', '’', ')', ':', 'é') }), (text) => {
    let at = 0
    for (const s of findSentences(plain(text), languageOf('en')!)) {
      assert.ok(s.start >= at && s.end > s.start)
      assert.equal(text.slice(s.start, s.end), text.slice(s.start, s.end).trim())
      at = s.end
    }
  }))
})

test('a line of five million characters is cut in a moment', () => {
  for (const unit of ['"', '. ', 'a', '. . ', '1) ', '«x» ']) {
    const started = performance.now()
    split(unit.repeat(5_000_000 / unit.length))
    assert.ok(performance.now() - started < 5000, unit)
  }
})

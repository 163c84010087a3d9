import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { formAt, formOf, trait, traitOf } from '../../../src/extraction/words/forms.ts'

test('a word is one object for all its places', () => {
  assert.equal(formAt('Kyiv and Kyiv', 0, 4), formAt('Kyiv and Kyiv', 9, 13))
  assert.equal(formOf('Kyiv'), formAt('to Kyiv', 3, 7))
  assert.notEqual(formOf('Kyiv'), formOf('kyiv'))
})

test('a form says what stands in the text, however full the table is', () => {
  fc.assert(fc.property(fc.array(fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }), { minLength: 1, maxLength: 30 }), (words) => {
    const text = words.join('')
    let at = 0
    for (const word of words) {
      const form = formAt(text, at, at += word.length)
      assert.equal(form.text, word)
      assert.equal(form.lower, word.toLowerCase())
    }
  }))
  for (let i = 0; i < 200_000; i++) assert.equal(formOf(`w${i}`).text, `w${i}`)
  assert.equal(formOf('w7').lower, 'w7')
})

test('a trait is worked out once for a word', () => {
  let asked = 0
  const length = trait(({ text }) => { asked++; return text.length })
  assert.deepEqual([length(formOf('Rammstein')), length(formOf('Rammstein')), length(formOf('Ramstein'))], [9, 9, 8])
  assert.equal(asked, 2)
})

test('each table has its own answer', () => {
  const holds = traitOf(({ lower }, table: ReadonlySet<string>) => table.has(lower)), a = new Set(['euro']), b = new Set(['krona'])
  assert.deepEqual([holds(a)(formOf('Euro')), holds(b)(formOf('Euro')), holds(b)(formOf('krona'))], [true, false, true])
})

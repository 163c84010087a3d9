import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compile, findCues, wordsOf } from '../../../src/extraction/words/cues.ts'
import { formOf } from '../../../src/extraction/words/forms.ts'

const found = (phrases: string, text: string) => findCues(wordsOf(text, 0), compile({ t: phrases })).map((c) => text.slice(c.start, c.end))

test('phrases are found by word, stem, ending, choice and gap', () => {
  const pairs: readonly [phrases: string, text: string, found: string[]][] = [
    ['aid', 'Military aid', ['aid']],
    ['aid', 'laid aside', []],
    ['pledg*', 'They pledged it', ['pledged']],
    ['*hilfe', 'die Militärhilfe', ['Militärhilfe']],
    ['give/gave up', 'he gave up', ['gave up']],
    ['stell* … bereit', 'Kopenhagen stellt 800 Millionen Kronen bereit', ['stellt 800 Millionen Kronen bereit']],
    ['stell* … bereit', 'stellt am Ende der ganz langen Reihe niemand bereit', []],
    ['set aside | set', 'set aside', ['set aside']],
    ["l'aide", 'l’aide', ['l’aide']],
  ]
  for (const [phrases, text, expected] of pairs) assert.deepEqual(found(phrases, text), expected, `${phrases} in ${text}`)
})

test('offsets are places in the text', () => {
  assert.deepEqual(wordsOf('États-Unis', 5).map((w) => [w.start, w.end]), [[5, 10], [11, 15]])
})

test('words are the same whether tokens lend them or not', () => {
  const text = "The U.S.-built l'aide, 155-mm shells and п'ять танків", tokens = text.split(' ').map((word, i, all) => { const start = all.slice(0, i).join(' ').length + (i ? 1 : 0); return { start: start + 7, end: start + 7 + word.length, text: word, lower: word.toLowerCase(), form: formOf(word), pos: null } })
  assert.deepEqual(wordsOf(text, 7, tokens), wordsOf(text, 7))
})

test('phrases of one word keep their order, whatever stands behind it', () => {
  const cues = findCues(wordsOf('put it on hold', 0), compile({ a: 'put … hold', b: 'put it', c: 'put it on' }))
  assert.deepEqual(cues.map((c) => [c.table, c.to]), [['a', 3], ['b', 1], ['c', 2]])
})

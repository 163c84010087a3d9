import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { capitalRuns } from '../../../src/extraction/names/firms.ts'

const told = (text: string) => capitalRuns(text).map(({ start, end }) => text.slice(start, end))

test('runs of capitals are found with what joins them', () => {
  const pairs: readonly [text: string, runs: string[]][] = [
    ['the firm Nordsk & Brun of Oslo', ['Nordsk & Brun', 'Oslo']],
    ['Kyiv’s Zirka\u00a0Tech-7, then ÉLAN', ['Kyiv’s Zirka\u00a0Tech-7', 'ÉLAN']],
    ['Skagfoss Optronics. We', ['Skagfoss Optronics. We']],
    ['Brun & sons', ['Brun']],
    ['small words, 155 mm', []],
    ['', []],
  ]
  for (const [text, runs] of pairs) assert.deepEqual(told(text), runs, text)
})

test('runs of capitals are those of their pattern', () => {
  const pattern = /\p{Lu}[\p{L}\p{M}\d’'.-]*(?:[ \u00a0](?:& )?\p{Lu}[\p{L}\p{M}\d’'.-]*)*/gu
  const sign = fc.constantFrom('A', 'b', 'É', ' ', ' ', '\u00a0', '& ', "'", '’', '.', '-', '7', 'ж', 'Ж', '\u0301', '\u00ad', ',', '٣', 'ª', '😀', '中')
  fc.assert(fc.property(fc.array(sign, { maxLength: 24 }), (signs) => { const text = signs.join(''); assert.deepEqual(told(text), [...text.matchAll(pattern)].map((m) => m[0])) }))
})

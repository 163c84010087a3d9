import assert from 'node:assert/strict'
import { test } from 'node:test'
import { says, wordings, wordsIn } from '../../src/resolution/wordings.ts'

const list = wordings("minister*/*secretary _ of/for national? defence; *міністр* оборони; vice ministr*; szef* mon/msz")
const pairs: readonly (readonly [string, boolean])[] = [
  ['the German Minister of Defence', true], ['Under-Secretary for National Defence', true], ["the minister's staff for defence", true],
  ['віцеміністр оборони', true], ['szefowa MSZ', true], ['vice-ministro', true],
  ['the minister of the defence', false], ['the minister', false], ['defence of the minister', false], ['monitor', false], ['', false],
]
for (const [text, expected] of pairs) test(`wording in “${text}”`, () => assert.equal(says(wordsIn(text), list), expected))

test('a long text of one word over and over is read at once', () => {
  const words = wordsIn('minister '.repeat(20_000)), started = process.cpuUsage()
  assert.equal(says(words, list), false)
  assert.ok(process.cpuUsage(started).user < 2_000_000)
})

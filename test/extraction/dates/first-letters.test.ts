import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { patternsFor } from '../../../src/extraction/dates/date-patterns.ts'
import { firstLetters } from '../../../src/extraction/dates/first-letters.ts'

const pairs: readonly (readonly [string, string])[] = [['abc', 'a'], ['a?b', 'ab'], ['(?:W,?)?[DO]M|x', 'DOWx'], ['(?:a|b?)c', 'abc'], [String.raw`D\.D`, 'D'], ['(?!x)y', 'y'], ['a{1,2}b', 'a'], ['[ab]{0,1}c(?=$)', 'abc']]
for (const [source, letters] of pairs) test(`first letters of ${source}`, () => assert.equal([...firstLetters(source)].sort().join(''), letters))

test('no pattern of dates matches where none of its first letters stands', () => {
  const patterns = [...patternsFor('dmy', false, true, true), ...patternsFor('mdy', true, false, false)]
  const classes = fc.string({ unit: fc.constantFrom(...'LXKAGHJIFstubB&eqxanoifgw+pDN#COYZMWUSTRvPEdhjVzym_.,-/:()'), maxLength: 12 })
  fc.assert(fc.property(classes, (text) => {
    for (const { shape } of patterns) {
      shape.lastIndex = 0
      const match = shape.exec(text)
      if (match && match[0] !== '') assert.ok(firstLetters(shape.source).has(text[0]!), `${shape.source} on ${text}`)
    }
  }), { numRuns: 300 })
})

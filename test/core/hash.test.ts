import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { canonicalJson } from '../../src/core/hash.ts'

test('canonical JSON: keys in the order of their letters at every depth', () => {
  const pairs: readonly [unknown, string][] = [
    [{ b: 1, a: [null] }, '{"a":[null],"b":1}'], [{ a: undefined, b: [undefined] }, '{"b":[null]}'], [{ m: 10n }, '{"m":"10"}'], [undefined, 'null'], [() => 1, 'null'], [{ f: () => 1 }, '{"f":null}'],
    [{ 9: 'x', 10: 'y', a: 1 }, '{"10":"y","9":"x","a":1}'], [{ z: [{ 2: 0, 10: 1n }], a: undefined }, '{"z":[{"10":"1","2":0}]}'],
    [JSON.parse('{"b":1,"__proto__":{"a":2}}'), '{"__proto__":{"a":2},"b":1}'], [{ text: 'a\u0000"\ud800é😀' }, '{"text":"a\\u0000\\"\\ud800é😀"}'], [{ n: NaN }, '{"n":null}'],
  ]
  for (const [value, text] of pairs) assert.equal(canonicalJson(value), text)
  assert.equal(canonicalJson({ b: { why: 1, a: 2 }, why: 3 }, new Set(['why'])), '{"b":{"a":2}}')
})

test('canonical JSON: the same text whatever the order of the keys, and the same value back', () => {
  fc.assert(fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
    const text = canonicalJson(value)
    assert.equal(canonicalJson(reversed(value)), text)
    assert.deepEqual(JSON.parse(text), JSON.parse(JSON.stringify(value)))
  }))
})

const reversed = (value: unknown): unknown => Array.isArray(value) ? value.map(reversed) : typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).reverse().map(([k, v]) => [k, reversed(v)])) : value

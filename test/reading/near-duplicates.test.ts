import assert from 'node:assert/strict'
import { test } from 'node:test'
import { agencyOf, overlap, sameStory, shingle, sketchOf, type Story } from '../../src/reading/near-duplicates.ts'

const story = (paragraphs: readonly string[]): Story => {
  let text = ''
  const blocks = paragraphs.map((p) => { const start = text.length === 0 ? 0 : (text += '\n\n').length; text += p; return { kind: 'paragraph' as const, start, end: text.length } })
  return { text, blocks }
}
const wire = [
  'The harbour towns agreed on Monday to build four new cranes by the end of the year, the council of the northern quay said after a meeting.',
  'The cranes will be paid for by a common fund, to which each town gives according to its size, and will be used by all ships that call at the port.',
  'A second meeting is planned for the spring, when the towns will speak about the dredging of the channel and about the old lighthouse.',
]
const copies = (a: Story, b: Story) => overlap(sketchOf(a).shingles, sketchOf(b).shingles) >= sameStory
const shared = (a: Story, b: Story) => { const keys = new Set(sketchOf(a).bands); return sketchOf(b).bands.filter((k) => keys.has(k)).length }

const agency = story(wire), other = story(['The harbour towns want four more cranes. Their council met on Monday.', 'Money comes from a fund of the towns. Fishermen said that they had not been asked about it and would have liked a word.', 'The lighthouse is next.'])
const pairs: readonly (readonly [what: string, text: Story, copy: boolean])[] = [
  ['the text itself', story(wire), true],
  ['a copy under a line of the paper', story(['Cranes at last.', ...wire]), true],
  ['a copy without its end', story(wire.slice(0, 2)), true],
  ['another report of the same day', other, false],
  ['a quotation of one sentence', story([wire[0]!, ...Array.from({ length: 12 }, (_, i) => `The paper of town ${i} adds ${i * 17} words of its own about boats, nets, prices and the weather of week ${i}.`)]), false],
]
for (const [what, text, copy] of pairs) test(`${what} is ${copy ? 'a copy' : 'another story'}`, () => {
  assert.equal(copies(agency, text), copy)
  if (copy) assert.ok(shared(agency, text) > 0, 'copies share a band')
})

test('captions and boxes do not make or hide a copy', () => {
  const box = 'Read more about harbours in our great special with pictures from all the quays of the coast.'
  const text = `${box}\n\n${agency.text}`
  const boxed: Story = { text, blocks: [{ kind: 'caption', start: 0, end: box.length }, ...agency.blocks.map((b) => ({ ...b, start: b.start + box.length + 2, end: b.end + box.length + 2 }))] }
  assert.equal(overlap(sketchOf(agency).shingles, sketchOf(boxed).shingles), 1)
})

test('texts that are no copies of one another rarely share a band', () => {
  const many = Array.from({ length: 400 }, (_, i) => sketchOf(story([`Report ${i} of town ${i * 7}: the quay number ${i * 13} was closed for ${i % 97} days and opened again after ${i * 3} boats had waited.`])))
  const seen = new Map<number, number>()
  for (const { bands } of many) for (const band of bands) seen.set(band, (seen.get(band) ?? 0) + 1)
  assert.ok([...seen.values()].filter((n) => n > 1).length < 16 * 400 * 0.02)
})

test('an agency is the one a text credits, else a publisher that is one', () => {
  assert.deepEqual([agencyOf({ origin: 'Reuters', publisher: 'Norden Post' }), agencyOf({ origin: null, publisher: 'Укрінформ' }), agencyOf({ origin: null, publisher: 'Norden Post' }), agencyOf({ origin: null, publisher: null })], ['Reuters', 'Ukrinform', null, null])
})

test('an empty text is no copy of anything', () => assert.deepEqual(sketchOf(story([])).bands, []))

test('overlap counts common runs of words', () => {
  assert.equal(overlap(shingle('one two three four five six'), shingle('one two three four five six')), 1)
  assert.equal(overlap(shingle('one two three four five'), shingle('six seven eight nine ten')), 0)
  assert.equal(overlap(shingle(''), shingle('')), 0)
})

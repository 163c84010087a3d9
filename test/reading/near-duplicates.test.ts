import assert from 'node:assert/strict'
import { test } from 'node:test'
import { edtf } from '../../src/core/dates.ts'
import { documentId } from '../../src/core/ids.ts'
import { sha256 } from '../../src/core/hash.ts'
import { clusterStories, countOrigins, overlap, shingle, type Story } from '../../src/reading/near-duplicates.ts'

const story = (name: string, paragraphs: readonly string[], more: Partial<Story> = {}): Story => {
  let text = ''
  const blocks = paragraphs.map((p) => { const start = text.length === 0 ? 0 : (text += '\n\n').length; text += p; return { kind: 'paragraph' as const, start, end: text.length } })
  return { id: documentId(sha256(name)), text, blocks, origin: null, publisher: null, published: null, ...more }
}
const wire = [
  'The harbour towns agreed on Monday to build four new cranes by the end of the year, the council of the northern quay said after a meeting.',
  'The cranes will be paid for by a common fund, to which each town gives according to its size, and will be used by all ships that call at the port.',
  'A second meeting is planned for the spring, when the towns will speak about the dredging of the channel and about the old lighthouse.',
]
const day = (edtfText: string) => ({ edtf: edtf(edtfText), basis: 'said' as const, source: 'metadata' as const })

test('copies of an agency are one story; another report of the same day is not', () => {
  const stories = [
    story('agency', wire, { origin: 'Tideline', publisher: 'Tideline', published: day('2025-01-13') }),
    story('paper', ['Cranes at last.', ...wire], { origin: 'Tideline', publisher: 'Norden Post' }),
    story('cut', wire.slice(0, 2), { publisher: 'Quay Radio' }),
    story('other', ['The harbour towns want four more cranes. Their council met on Monday.', 'Money comes from a fund of the towns. Fishermen said that they had not been asked about it and would have liked a word.', 'The lighthouse is next.']),
  ]
  const clusters = clusterStories(stories)
  assert.deepEqual(clusters.map((c) => [c.documents.length, c.origin, c.why]), [[3, 'Tideline', 'named in the text'], [1, null, 'unknown']])
  assert.equal(countOrigins(clusters, new Set(stories.map((s) => s.id))), 2)
  assert.equal(countOrigins(clusters, new Set(stories.slice(0, 3).map((s) => s.id))), 1)
})

test('without a named agency the earliest publisher is the origin', () => {
  const [cluster] = clusterStories([story('a', wire, { publisher: 'Late', published: day('2025-01-14') }), story('b', wire, { publisher: 'Early', published: day('2025-01-13') })])
  assert.deepEqual([cluster!.origin, cluster!.why], ['Early', 'earliest publisher'])
})

test('the order of documents does not change who belongs together', () => {
  const stories = Array.from({ length: 30 }, (_, i) => story(`s${i}`, wire.map((w) => w.replaceAll('harbour', `harbour${i % 3}`).replaceAll('towns', `towns${i % 3}`).replaceAll('the', `the${i % 3}`))))
  const key = (list: readonly Story[]) => clusterStories(list).map((c) => [...c.documents].sort().join()).sort()
  assert.deepEqual(key(stories), key([...stories].reverse()))
  assert.equal(key(stories).length, 3)
})

test('empty texts stand alone, and 5,000 documents take little time', () => {
  assert.equal(clusterStories([story('x', []), story('y', [])]).length, 2)
  const many = Array.from({ length: 5000 }, (_, i) => story(`m${i}`, [`Report ${i} of town ${i * 7}: the quay number ${i * 13} was closed for ${i % 97} days and opened again.`]))
  const started = process.cpuUsage()
  assert.equal(clusterStories(many).length, 5000)
  assert.ok(process.cpuUsage(started).user < 6_000_000)
})

test('overlap counts common runs of words', () => {
  assert.equal(overlap(shingle('one two three four five six'), shingle('one two three four five six')), 1)
  assert.equal(overlap(shingle('one two three four five'), shingle('six seven eight nine ten')), 0)
  assert.equal(overlap(shingle(''), shingle('')), 0)
})

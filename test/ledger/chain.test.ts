import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { appendBatch, genesis, rowHash, type ChainRow } from '../../src/ledger/chain.ts'

const row = (id: string, body = id): ChainRow => ({ table: 'entries', id, body })

test('a batch continues the chain: places, one batch number, one record time', () => {
  const first = appendBatch(genesis, '2031-01-01T00:00:00.000Z', [row('a'), row('b')])
  const second = appendBatch(first.head, '2031-01-02T00:00:00.000Z', [row('c')])
  assert.deepEqual(first.rows.map((r) => [r.sequence, r.batch]), [[1, 1], [2, 1]])
  assert.deepEqual(second.rows.map((r) => [r.sequence, r.batch]), [[3, 2]])
  assert.equal(second.head.hash, rowHash(first.head.hash, { sequence: 3, batch: 2, recorded: '2031-01-02T00:00:00.000Z' }, row('c')))
})

test('record time never runs backwards, even when the clock does', () => {
  const first = appendBatch(genesis, '2031-01-02T00:00:00.000Z', [row('a')])
  assert.equal(appendBatch(first.head, '2031-01-01T00:00:00.000Z', [row('b')]).head.recorded, '2031-01-02T00:00:00.000Z')
})

test('law: rows of a batch hash the same however they are read; any change of a row changes every hash from it on', () => {
  const bodies = fc.array(fc.string(), { minLength: 2, maxLength: 12 })
  fc.assert(fc.property(bodies, fc.nat(), fc.string({ minLength: 1 }), (texts, at, more) => {
    const rows = texts.map((text, i) => row(String(i), text)), n = at % rows.length
    const changed = rows.with(n, row(String(n), texts[n] + more))
    const a = appendBatch(genesis, 'now', rows).rows.map((r) => r.hash), b = appendBatch(genesis, 'now', changed).rows.map((r) => r.hash)
    assert.deepEqual(a.map((hash, i) => hash === b[i]), rows.map((_, i) => i < n))
  }))
})

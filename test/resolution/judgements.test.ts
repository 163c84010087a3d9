import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { cluster, standing, type Judgement } from '../../src/resolution/judgements.ts'

const judge = (from: string, to: string, verdict: Judgement['verdict'], when = '2025-01-01'): Judgement => ({ from, to, verdict, by: 'someone', when, why: 'seen' })

test('sameness is transitive and keeps its smallest member as the name', () => {
  const clusters = cluster([judge('b', 'c', 'same'), judge('a', 'b', 'same'), judge('x', 'y', 'unsure')])
  assert.equal(clusters.of('c'), 'a')
  assert.deepEqual(clusters.members('b'), ['a', 'b', 'c'])
  assert.equal(clusters.of('x'), 'x')
})

test('a negative judgement inside a cluster is a contradiction with its chain, and nothing is split', () => {
  const clusters = cluster([judge('a', 'b', 'same'), judge('b', 'c', 'same'), judge('a', 'c', 'different')])
  assert.equal(clusters.of('c'), 'a')
  assert.deepEqual(clusters.contradictions[0]!.chain.map((j) => `${j.from}${j.to}`), ['ab', 'bc'])
})

test('a cycle of judgements ends, and one about itself says nothing', () => {
  const clusters = cluster([judge('a', 'b', 'same'), judge('b', 'c', 'same'), judge('c', 'a', 'same'), judge('a', 'a', 'different')])
  assert.deepEqual(clusters.members('c'), ['a', 'b', 'c'])
  assert.deepEqual(clusters.contradictions, [])
})

test('the later judgement on a pair stands, in whichever direction it is written', () => {
  assert.deepEqual(standing([judge('a', 'b', 'same', '2025-01-01'), judge('b', 'a', 'different', '2025-01-02')]).map((j) => j.verdict), ['different'])
  assert.deepEqual(standing([judge('a', 'b', 'same', '2025-01-01'), judge('a', 'b', 'withdrawn', '2025-01-03')]), [])
})

const anyJudgement = fc.record({ from: fc.constantFrom('a', 'b', 'c', 'd', 'e'), to: fc.constantFrom('a', 'b', 'c', 'd', 'e'), verdict: fc.constantFrom('same', 'different', 'unsure', 'withdrawn'), by: fc.constantFrom('x', 'y'), when: fc.constantFrom('2025-01-01', '2025-01-02', '2025-01-03'), why: fc.constant('seen') }) as fc.Arbitrary<Judgement>

test('the order of judgements changes nothing, and withdrawing all returns every thing to itself', () => {
  fc.assert(fc.property(fc.array(anyJudgement, { maxLength: 12 }), (list) => {
    const there = cluster(list), back = cluster([...list].reverse())
    for (const id of 'abcde') assert.equal(there.of(id), back.of(id))
    const gone = cluster([...list, ...list.map((j) => ({ ...j, verdict: 'withdrawn' as const, when: '2026-01-01' }))])
    for (const id of 'abcde') assert.equal(gone.of(id), id)
  }))
})

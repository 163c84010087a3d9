import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { eventsOf, stateAfter } from '../../src/ledger/lifecycle.ts'
import { project, stateHash } from '../../src/ledger/project.ts'
import type { Entry, EventKind } from '../../src/ledger/entry.ts'
import { claimNamed, day, euros, recordNamed, stored, told } from './helpers.ts'

const only = (entries: readonly Entry[]) => {
  const { records } = project(stored(entries))
  assert.equal(records.length, 1)
  return records[0]!
}

describe('state', () => {
  const cases: readonly [string, readonly [EventKind, string | null][], EventKind][] = [
    ['the last event by date counts, not the last one read', [['delivered', '2031-05-01'], ['announced', '2031-01-01']], 'delivered'],
    ['going back is allowed', [['delivered', '2031-05-01'], ['suspended', '2031-06-01']], 'suspended'],
    ['an adjustment keeps the state', [['allocated', '2031-02-01'], ['adjusted', '2031-03-01']], 'allocated'],
    ['a year may hold a later day: the further stage counts', [['announced', '2031'], ['delivered', '2031-03-01']], 'delivered'],
    ['a year that is over does not hold a later day', [['delivered', '2030'], ['announced', '2031-03-01']], 'announced'],
    ['an undated event counts when it is further', [['delivered', null], ['announced', '2031-03-01']], 'delivered'],
    ['an undated event does not turn the clock back', [['announced', null], ['delivered', '2031-03-01']], 'delivered'],
    ['an open interval is as late as its end', [['in delivery', '2031-03/..'], ['contracted', '2031-05-01']], 'in delivery'],
    ['an event of another kind changes nothing', [['announced', '2031-01-01'], ['held', '2031-02-01']], 'announced'],
  ]
  for (const [name, events, state] of cases) {
    test(name, () => assert.equal(only(events.map(([event, date]) => told('a', event, date))).state, state))
  }

  test('every event of a kind leads to itself, and what belongs to no kind leads nowhere', () => {
    for (const kind of ['commitment', 'meeting', 'project', 'ask'] as const) for (const event of eventsOf(kind)) assert.equal(stateAfter(kind, event), event)
    assert.equal(stateAfter('meeting', 'delivered'), undefined)
    assert.equal(stateAfter('commitment', 'restates'), 'keep')
  })
})

describe('fields', () => {
  test('a thousand sources with a day and a figure of their own are merged in a moment', () => {
    const days = Array.from({ length: 1000 }, (_, i) => new Date(Date.UTC(2031, 0, 1 + i)).toISOString().slice(0, 10)), before = process.cpuUsage()
    const record = only(days.map((day, i) => told('a', 'announced', day, { amount: euros(538_000_000 + i * 1_000_000), date: { edtf: day, basis: 'said' } })))
    const { user, system } = process.cpuUsage(before)
    assert.equal(record.conflicts.find((c) => c.field === 'amount')!.values.length, 1000)
    assert.ok(user + system < 1_000_000, `${(user + system) / 1e6} s of processor time`)
  })

  test('two figures for one event stand side by side, the later source is chosen', () => {
    const record = only([told('a', 'announced', '2031-01-01', { amount: euros(538_000_000) }), told('a', 'announced', '2031-01-09', { amount: euros(600_000_000) })])
    assert.deepEqual(record.fields.amount, euros(600_000_000))
    const [conflict] = record.conflicts
    assert.equal(conflict?.field, 'amount')
    assert.equal(conflict?.values.length, 2)
    assert.match(conflict?.why ?? '', /latest source \(2031-01-09\)/)
  })
  test('the same figure rounded is no conflict: the finer one stands', () => {
    const record = only([told('a', 'announced', '2031-01-01', { amount: euros('5841179332') }), told('a', 'announced', '2031-01-09', { amount: euros('5800000000', 'about') })])
    assert.deepEqual(record.fields.amount, euros('5841179332'))
    assert.deepEqual(record.conflicts, [])
  })
  test('a round figure of one digit is not taken for a rounding', () => {
    assert.equal(only([told('a', 'announced', '2031-01-01', { amount: euros(538_000_000) }), told('a', 'announced', '2031-01-02', { amount: euros(500_000_000) })]).conflicts.length, 1)
  })
  test('promised and delivered sums are a course, not a conflict', () => {
    const record = only([told('a', 'announced', '2031-01-01', { amount: euros(100) }), told('a', 'delivered', '2031-03-01', { amount: euros(60) })])
    assert.deepEqual(record.conflicts, [])
    assert.deepEqual(record.course?.map((s) => [s.event, s.amount]), [['announced', euros(100)], ['delivered', euros(60)]])
  })
  test('an adjustment replaces the sum before it', () => {
    const record = only([told('a', 'announced', '2031-01-01', { amount: euros(100) }), told('a', 'adjusted', '2031-02-01', { amount: euros(80) })])
    assert.deepEqual([record.fields.amount, record.conflicts], [euros(80), []])
  })
  test('a person’s decision outweighs later sources', () => {
    const record = only([told('a', 'decided', '2031-01-02', { amount: euros(70) }, { by: { person: 'reviewer' } }), told('a', 'announced', '2031-05-01', { amount: euros(80) })])
    assert.deepEqual(record.fields.amount, euros(70))
  })
  test('a day inside a month that another source gives is no conflict', () => {
    const record = only([told('a', 'announced', '2031-01-01', { period: day('2031-03') }), told('a', 'announced', '2031-01-01', { period: day('2031-03-12') })])
    assert.deepEqual([record.fields.period, record.conflicts], [day('2031-03-12'), []])
  })
  test('parties are united, the same one once', () => {
    const norlandia = { label: 'Norlandia', to: 'state-no', type: 'state', country: null }, velland = { label: 'Velland', to: null, type: 'state', country: null }
    const record = only([told('a', 'announced', '2031-01-01', { provider: [norlandia] }), told('a', 'announced', '2031-01-02', { provider: [{ ...norlandia, label: 'Kingdom of Norlandia' }, velland] })])
    assert.deepEqual((record.fields.provider as { label: string }[]).map((p) => p.label), ['Norlandia', 'Velland'])
  })
  test('what is legal and odd is noted', () => {
    const more = only([told('a', 'announced', '2031-01-01', { amount: euros(10) }), told('a', 'allocated', '2031-02-01', { amount: euros(12) })])
    assert.deepEqual(more.issues.map((i) => i.code), ['allocation-above-commitment'])
    assert.deepEqual(only([told('a', 'delivered', '2031-02-01')]).issues.map((i) => i.code), ['delivery-unannounced'])
  })
})

describe('judgements', () => {
  const a = told('a', 'announced', '2031-01-01'), b = told('b', 'delivered', '2031-03-01')
  const same = told('b', 'same-as', null, {}, { other: recordNamed('a') })

  test('same-as joins two records; the older id stays and the other redirects', () => {
    const { records, redirects } = project(stored([a, b, same]))
    assert.deepEqual(records.map((r) => [r.id, r.state, r.formerly]), [[recordNamed('a'), 'delivered', [recordNamed('b')]]])
    assert.equal(redirects.get(recordNamed('b')), recordNamed('a'))
  })
  test('a withdrawn same-as parts them again, and a withdrawn withdrawal joins them', () => {
    const undo = told('b', 'withdrawn', null, {}, { other: same.id }), redo = told('b', 'withdrawn', null, {}, { other: undo.id })
    assert.equal(project(stored([a, b, same, undo])).records.length, 2)
    assert.equal(project(stored([a, b, same, undo, redo])).records.length, 1)
  })
  test('a person’s not-same-as outweighs a machine’s same-as, before or after it', () => {
    const not = told('a', 'not-same-as', null, {}, { other: recordNamed('b'), by: { person: 'reviewer' } })
    assert.equal(project(stored([a, b, same, not])).records.length, 2)
    assert.equal(project(stored([a, b, not, same])).records.length, 2)
  })
  test('joins reach over chains', () => {
    const c = told('c', 'announced', '2031-01-05'), chain = told('c', 'same-as', null, {}, { other: recordNamed('b') })
    assert.deepEqual(project(stored([a, b, c, same, chain])).records.map((r) => r.formerly.length), [2])
  })
  test('an undone event has no effect', () => {
    const wrong = told('a', 'delivered', '2031-04-01'), undo = told('a', 'withdrawn', null, {}, { other: wrong.id })
    assert.equal(only([a, wrong, undo]).state, 'announced')
    assert.equal(only([a, told('a', 'withdrawn', null, {}, { other: a.id })]).state, 'withdrawn')
  })
  test('a retracted claim loses its effect; told again later, it counts', () => {
    const fact = told('a', 'delivered', '2031-04-01', {}, { claim: 'x' })
    const retract = told('a', 'retracted', '2031-05-01', {}, { claim: 'x' })
    const again = told('a', 'delivered', '2031-06-01', {}, { claim: 'x' })
    assert.equal(only([a, fact, retract]).state, 'announced')
    assert.equal(only([a, fact, retract, again]).state, 'delivered')
    assert.ok(!only([a, fact, retract]).claims.includes(claimNamed('x')))
  })
})

test('law: the state hash is the same for every order of reading', () => {
  const events: readonly Entry[] = [
    told('a', 'announced', '2031-01-01', { amount: euros(100), aid: 'military' }), told('a', 'announced', '2031-01-03', { amount: euros(110) }), told('a', 'allocated', '2031', { amount: euros(90) }),
    told('b', 'delivered', null, { amount: euros(50) }), told('b', 'same-as', null, {}, { other: recordNamed('a') }), told('c', 'held', '2031-02-02', {}, { kind: 'meeting' }),
    told('a', 'announced', '2031-01-01', { aid: 'financial' }), told('a', 'announced', '2031-01-01', { amount: euros(100), condition: 'when the law passes' }),
  ]
  const expected = stateHash(project(stored(events)).records)
  fc.assert(fc.property(fc.shuffledSubarray([...events], { minLength: events.length }), (order) => assert.equal(stateHash(project(stored(order)).records), expected)))
})

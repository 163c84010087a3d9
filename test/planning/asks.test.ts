import assert from 'node:assert/strict'
import { test } from 'node:test'
import { edtf } from '../../src/core/dates.ts'
import { answersTo, askState, certainAnswer } from '../../src/planning/asks.ts'
import { actor, commitment, on, said } from '../ledger/claims.ts'

const ask = { text: 'order more interceptor drones from Ukrainian makers', addressee: [{ label: 'NO', to: 'no' }] }
const deed = (provider: string, items: string, day: string, words = items) => [said(words, words, commitment({ provider: [actor(provider)], stage: 'contracted', items: [{ name: items, quantity: 100 }], date: on(day) })), day] as const

const cases: readonly (readonly [name: string, deed: ReturnType<typeof deed>, answers: boolean])[] = [
  ['the addressee orders what was asked', deed('NO', 'interceptor drones', '2025-11-01', 'Norway orders 100 interceptor drones from Ukrainian makers'), true],
  ['another state orders it', deed('SE', 'interceptor drones', '2025-11-01', 'Sweden orders interceptor drones from Ukrainian makers'), false],
  ['the addressee gives something else', deed('NO', 'field kitchens', '2025-11-01'), false],
  ['it happened before it was asked', deed('NO', 'interceptor drones', '2025-01-01', 'Norway orders interceptor drones from Ukrainian makers'), false],
]
for (const [name, one, answers] of cases) {
  test(`${name}: ${answers ? 'answered' : 'not answered'}`, () => {
    const [best] = answersTo(ask, [one], '2025-10-07')
    assert.equal((best?.score ?? 0) >= certainAnswer, answers, JSON.stringify(best?.why))
  })
}
test('an ask is open until answered, and lapses after its own deadline', () => {
  assert.deepEqual([askState(false, null, '2026-01-01'), askState(true, null, '2026-01-01'), askState(false, edtf('2025-03'), '2025-04-01'), askState(false, edtf('2025-03'), '2025-03-31')], ['open', 'answered', 'lapsed', 'open'])
})

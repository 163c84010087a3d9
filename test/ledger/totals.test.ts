import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RecordId } from '../../src/core/ids.ts'
import { count, definitionOf } from '../../src/ledger/definitions.ts'
import { diffRecords } from '../../src/ledger/diff.ts'
import type { EventKind, Json } from '../../src/ledger/entry.ts'
import { coverage, gaps } from '../../src/ledger/gaps.ts'
import type { LedgerRecord } from '../../src/ledger/record.ts'
import { totals, type Convert } from '../../src/ledger/totals.ts'

const eur = (units: number): Json => ({ minor: String(units * 100), digits: 2, currency: 'EUR', qualifier: 'exact' })
const actor = (label: string): Json => ({ label, to: null, type: 'state', country: label, office: null })
const none: Convert = () => null
let n = 0

/** A commitment with its life as [event, amount] pairs. */
function commitment(provider: string, course: readonly (readonly [EventKind, Json])[], more: { readonly fields?: Record<string, Json>; readonly relations?: LedgerRecord['relations'] } = {}): LedgerRecord {
  const last = course.at(-1)![0]
  return {
    id: `rec_${String(++n).padStart(20, 'a').replace(/\d/g, (d) => 'abcdefghij'[Number(d)]!)}` as RecordId, kind: 'commitment', state: last, claims: [], entries: [], formerly: [], conflicts: [], issues: [],
    fields: { provider: [actor(provider)], recipient: [actor('UA')], aid: 'military', amount: course.at(-1)![1], items: [], date: { edtf: '2025-03-01', basis: 'said' }, total: false, ...more.fields },
    course: course.map(([event, amount]) => ({ event, date: '2025-03-01', amount, claims: [] })), relations: more.relations ?? [],
  }
}
const sum = (records: readonly LedgerRecord[], definition: string, level: 'package' | 'item' = 'package') => totals(records, { by: ['provider'], definition: definitionOf(definition)!, currency: 'EUR', convert: none, level })
const figures = (t: ReturnType<typeof sum>) => Object.fromEntries(t.rows.map((r) => [r.keys[0], Number(r.micro) / 1e6]))

test('the same commitment counts once under each definition, at the value of its stage', () => {
  const one = commitment('DE', [['announced', eur(100)], ['allocated', eur(80)], ['delivered', eur(30)]])
  assert.deepEqual([figures(sum([one], 'promised')), figures(sum([one], 'allocated')), figures(sum([one], 'delivered'))], [{ DE: 100 }, { DE: 80 }, { DE: 30 }])
})

test('a promise without a figure counts with what was set aside, then with what arrived', () => {
  assert.deepEqual(figures(sum([commitment('DE', [['announced', null], ['allocated', eur(80)]])], 'promised')), { DE: 80 })
  assert.deepEqual(figures(sum([commitment('DE', [['announced', null], ['delivered', eur(30)]])], 'promised')), { DE: 30 })
})

test('a correction counts for the stage it corrects, a cut never for what has arrived', () => {
  const corrected = commitment('DE', [['announced', eur(100)], ['allocated', eur(80)], ['delivered', eur(30)], ['adjusted', eur(120)]])
  const of = (stage?: 'announced' | 'allocated') => ({ ...corrected, course: corrected.course!.map((s) => (s.event === 'adjusted' && stage ? { ...s, stage } : s)) })
  const three = (r: LedgerRecord) => ['promised', 'allocated', 'delivered'].map((d) => figures(sum([r], d))['DE'])
  assert.deepEqual([three(of('announced')), three(of('allocated')), three(of())], [[120, 80, 30], [100, 120, 30], [120, 120, 30]])
})

test('what is left out is named with its reason', () => {
  const list = [
    commitment('DE', [['announced', eur(100)]]), commitment('DE', [['signalled', eur(50)]]), commitment('DE', [['announced', eur(500)]], { fields: { total: true } }),
    commitment('DE', [['announced', eur(40)]], { fields: { level: 'item' } }), commitment('DE', [['announced', eur(100)]], { relations: [{ event: 'restates', other: 'rec_x' }] }),
    commitment('DE', [['announced', { minor: '700', digits: 2, currency: 'XXX', qualifier: 'exact' }]]), commitment('DE', [['announced', eur(9)], ['cancelled', null]]),
  ]
  const total = sum(list, 'promised')
  assert.deepEqual(figures(total), { DE: 100 })
  assert.deepEqual(total.leftOut.map((l) => l.why).sort(), ['a total of other commitments', 'cancelled', 'no rate from XXX to EUR', 'part of a package that is counted', 'restates money that is counted already', 'signalled'])
  assert.equal(list.length, total.all.records + total.leftOut.reduce((s, l) => s + l.records.length, 0))
})

test('an undisclosed sum is counted as known, not as zero', () => {
  const total = sum([commitment('FR', [['announced', null]]), commitment('FR', [['announced', eur(5)]])], 'promised')
  assert.deepEqual([total.rows[0]!.undisclosed, total.rows[0]!.records.length, Number(total.rows[0]!.micro) / 1e6], [1, 2, 5])
})

test('items and packages are never summed together', () => {
  const list = [commitment('NO', [['announced', eur(10)]], { fields: { level: 'package' } }), commitment('NO', [['announced', eur(6)]], { fields: { level: 'item' } }), commitment('NO', [['announced', eur(4)]], { fields: { level: 'item' } })]
  assert.deepEqual([figures(sum(list, 'promised')), figures(sum(list, 'promised', 'item'))], [{ NO: 10 }, { NO: 10 }])
})

test('a joint commitment stands in a row of its own', () => {
  const joint = commitment('DK', [['announced', eur(9)]], { fields: { provider: [actor('NL'), actor('DK')] } })
  assert.deepEqual(figures(sum([joint, commitment('DK', [['announced', eur(1)]])], 'promised')), { 'DK + NL': 9, DK: 1 })
})

test('a delivery that nobody announced counts as promised with its delivered value', () => {
  assert.deepEqual(count(commitment('EE', [['delivered', eur(3)]]), definitionOf('promised')!).as, 'money')
})

test('an adjusted amount replaces the promised one', () => {
  assert.deepEqual(figures(sum([commitment('SE', [['announced', eur(70)], ['adjusted', eur(60)]])], 'promised')), { SE: 60 })
})

test('gaps show promised, allocated and delivered, with what is overdue on the day', () => {
  const late = commitment('DE', [['announced', eur(100)]], { fields: { period: { edtf: '2024', basis: 'said' } } })
  const [row] = gaps([late, commitment('DE', [['announced', eur(50)], ['delivered', eur(50)]])], 'EUR', none, '2025-06-01')
  assert.deepEqual([row!.provider, Number(row!.promised) / 1e6, Number(row!.delivered) / 1e6, row!.overdue], ['DE', 150, 50, [late.id]])
})

test('coverage says how much is disclosed, stage by stage: silence at one is not filled from another', () => {
  const part = commitment('DE', [['announced', null]], { fields: { level: 'item', items: [{ name: 'lorry', quantity: 3 }] } }), whole = commitment('DE', [['announced', null]])
  const rows = coverage([whole, { ...part, relations: [{ event: 'part-of', other: whole.id }] }, commitment('DE', [['announced', eur(1)], ['delivered', eur(1)]], { fields: { items: [{ name: 'ferry', quantity: 2 }] } }), commitment('DE', [['announced', eur(9)]], { fields: { total: true } })])
  const row = { provider: 'DE', commitments: 2, last: '2025-03-01' }
  assert.deepEqual(rows, [{ ...row, stage: 'promised', told: 2, withAmount: 1, withQuantity: 2 }, { ...row, stage: 'allocated', told: 0, withAmount: 0, withQuantity: 0, last: null }, { ...row, stage: 'delivered', told: 1, withAmount: 1, withQuantity: 1 }])
})

test('two views of the record differ cell by cell', () => {
  const before = commitment('DE', [['announced', eur(100)]]), after = { ...before, state: 'delivered' as const, fields: { ...before.fields, amount: eur(90) } }, fresh = commitment('PL', [['announced', eur(1)]])
  assert.deepEqual(diffRecords([before], [after, fresh], () => 'x').map((d) => [d.what, d.field, d.before, d.after]), [['changed', 'amount', 'EUR 100', 'EUR 90'], ['changed', 'state', 'announced', 'delivered'], ['added', null, null, null]])
})

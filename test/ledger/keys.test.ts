import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Claim, ClaimFields, CommitmentFields, Known, MeetingFields } from '../../src/core/claim.ts'
import { edtf } from '../../src/core/dates.ts'
import { money } from '../../src/core/money.ts'
import { filedKeys, soughtKeys } from '../../src/ledger/keys.ts'
import { link } from '../helpers/sample.ts'

const claim = (fields: ClaimFields<Known>) => ({ fields }) as Claim<Known>
const meets = (a: ClaimFields<Known>, b: ClaimFields<Known>) => {
  const filed = new Set(filedKeys(claim(b)))
  return soughtKeys(claim(a)).some((key) => filed.has(key))
}
const norlandia = link('Norlandia', 'state'), velland = link('Velland', 'state'), rivers = link('River Group', 'forum')
const said = (day: string) => ({ edtf: edtf(day), basis: 'said' as const })
const gift = (more: Partial<CommitmentFields<Known>>): CommitmentFields<Known> => ({ kind: 'commitment', provider: [norlandia], recipient: [velland], aid: 'military', stage: 'announced', amount: null, items: [], date: null, period: null, total: false, condition: null, channel: null, restates: null, ...more })
const meeting = (more: Partial<MeetingFields<Known>>): MeetingFields<Known> => ({ kind: 'meeting', date: null, state: 'held', mode: null, place: null, country: null, forum: null, parties: [], people: [], level: null, agenda: [], ordinal: null, ...more })
const words = (text: string): ClaimFields<Known> => ({ kind: 'lesson', learner: [norlandia], source: [], text })

const cases: readonly [string, ClaimFields<Known>, ClaimFields<Known>, boolean][] = [
  ['one amount, whatever the dates', gift({ amount: money(120, 'EUR'), date: said('2031-01-01') }), gift({ amount: money(120, 'EUR'), date: said('2033-09-01') }), true],
  ['amounts half a per cent apart', gift({ amount: money(10_000_000, 'EUR'), date: said('2031-01-01') }), gift({ amount: money(10_050_000, 'EUR'), date: said('2033-09-01') }), true],
  ['another amount in another year', gift({ amount: money(120, 'EUR'), date: said('2031-01-01') }), gift({ amount: money(240, 'EUR'), date: said('2033-09-01') }), false],
  ['two currencies, the last and the first day of two months', gift({ amount: money(120, 'EUR'), date: said('2031-04-30') }), gift({ amount: money(900, 'NOK'), date: said('2031-05-02') }), true],
  ['two currencies, a month apart', gift({ amount: money(120, 'EUR'), date: said('2031-04-15') }), gift({ amount: money(900, 'NOK'), date: said('2031-05-15') }), false],
  ['one word of the goods', gift({ items: [{ name: 'ice ferries', quantity: 6 }], date: said('2031-01-01') }), gift({ items: [{ name: 'ferries', quantity: null }] }), true],
  ['one kind of goods in one number, in two languages', gift({ items: [{ name: 'howitzers', quantity: 6 }], date: said('2031-01-01') }), gift({ items: [{ name: 'гаубиць', quantity: 6 }], date: said('2031-09-01') }), true],
  ['one kind of goods in another number', gift({ items: [{ name: 'howitzers', quantity: 6 }], date: said('2031-01-01') }), gift({ items: [{ name: 'гаубиць', quantity: 8 }], date: said('2031-09-01') }), false],
  ['one row of a dataset, changed in everything', gift({ amount: money(120, 'EUR'), date: said('2031-01-01'), dataset: { name: 'ledgerbook', release: '1', key: 'NO12' } }), gift({ amount: money(900, 'NOK'), date: said('2033-09-01'), dataset: { name: 'ledgerbook', release: '2', key: 'NO12' } }), true],
  ['another provider', gift({ amount: money(120, 'EUR') }), gift({ provider: [velland], amount: money(120, 'EUR') }), false],
  ['one forum in one month', meeting({ forum: rivers, date: said('2031-05-14') }), meeting({ forum: rivers, date: said('2031-05') }), true],
  ['planned for the end of a month, held in the next', meeting({ forum: rivers, date: said('2031-05-30'), state: 'planned' }), meeting({ forum: rivers, date: said('2031-06-03') }), true],
  ['one forum a year apart', meeting({ forum: rivers, date: said('2031-05-14') }), meeting({ forum: rivers, date: said('2032-05-14') }), false],
  ['one forum, no day on one side', meeting({ forum: rivers, date: said('2031-05-14') }), meeting({ forum: rivers }), true],
  ['most words in common', words('the yards learned from two years of ice how hulls must be built'), words('yards have learned from two years of ice how hulls must be built'), true],
  ['no words in common', words('the yards learned how hulls are built'), words('ministers discuss fuel'), false],
  ['another kind', words('fuel'), meeting({ forum: rivers }), false],
]
for (const [name, a, b, expected] of cases) {
  test(`${name}: ${expected ? 'found' : 'not found'}`, () => assert.deepEqual([meets(a, b), meets(b, a)], [expected, expected]))
}

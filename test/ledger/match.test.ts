// Which two claims of commitments speak of one thing, where a day or a stage differs.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CommitmentFields, Known } from '../../src/core/claim.ts'
import type { DocumentId } from '../../src/core/ids.ts'
import { compare, type Match, type Side } from '../../src/ledger/match.ts'
import { actor, commitment, on, sum } from './claims.ts'

const give = (f: Partial<CommitmentFields<Known>>) => commitment({ provider: [actor('Norlandia')], ...f })
const side = (document: string, published: string, fields: CommitmentFields<Known>): Side => ({ fields, document: document as DocumentId, published, words: '' })
const crowns = sum(160), ferries = [{ name: 'ferries', quantity: 6 }], sixFerries = [{ name: 'пороми', quantity: 6 }, { name: 'ferries', quantity: 6 }]

const cases: readonly [name: string, a: Side, b: Side, expected: Match['verdict']][] = [
  ['a day that is no more than that of its text, two days after the said one', side('a', '2031-04-29', give({ amount: crowns, date: on('2031-04-28') })), side('b', '2031-04-30', give({ amount: crowns, date: on('2031-04-30', 'inferred') })), 'same'],
  ['the said day is the later one', side('a', '2031-05-03', give({ amount: crowns, date: on('2031-05-02') })), side('b', '2031-04-30', give({ amount: crowns, date: on('2031-04-30', 'inferred') })), 'unsure'],
  ['both said, two days apart', side('a', '2031-04-29', give({ amount: crowns, date: on('2031-04-28') })), side('b', '2031-04-30', give({ amount: crowns, date: on('2031-04-30') })), 'unsure'],
  ['neither text says a day', side('a', '2031-04-29', give({ amount: crowns, date: on('2031-04-29', 'inferred') })), side('b', '2031-05-02', give({ amount: crowns, date: on('2031-05-02', 'inferred') })), 'same'],
  ['three weeks between the texts', side('a', '2031-04-29', give({ amount: crowns, date: on('2031-04-28') })), side('b', '2031-05-20', give({ amount: crowns, date: on('2031-05-20', 'inferred') })), 'unsure'],
  ['delivered, told with the month of the promise', side('a', '2031-08-28', give({ items: ferries, date: on('2031-08-27') })), side('b', '2031-11-06', give({ items: sixFerries, stage: 'delivered', date: on('2031-08', 'inferred') })), 'same'],
  ['delivered months before it was promised', side('a', '2031-08-28', give({ items: ferries, date: on('2031-08-27') })), side('b', '2031-03-06', give({ items: sixFerries, stage: 'delivered', date: on('2031-03-05') })), 'unsure'],
  ['confirmed months later, with the month of the promise', side('a', '2031-06-18', give({ amount: crowns, date: on('2031-06-17') })), side('b', '2031-09-10', give({ amount: crowns, date: on('2031-06', 'inferred') })), 'same'],
  ['the same sum half a year later, without such a month', side('a', '2031-06-18', give({ amount: crowns, date: on('2031-06-17') })), side('b', '2031-12-10', give({ amount: crowns, date: on('2031-12-09') })), 'different'],
  ['told later of a whole year', side('a', '2031-06-18', give({ amount: crowns, date: on('2031-06-17') })), side('b', '2032-05-10', give({ amount: crowns, date: on('2031') })), 'unsure'],
  ['roughly the sum, on the day of the exact one', side('a', '2031-12-04', give({ amount: sum(54), date: on('2031-12-03') })), side('b', '2031-12-05', give({ amount: sum(50, 'EUR', 'about'), date: on('2031-12-03') })), 'same'],
  ['roughly the sum, on another day', side('a', '2031-12-04', give({ amount: sum(54), date: on('2031-12-03') })), side('b', '2031-12-05', give({ amount: sum(50, 'EUR', 'about'), date: on('2031-12-01') })), 'different'],
  ['another round sum, said to be exact', side('a', '2031-12-04', give({ amount: sum(54), date: on('2031-12-03') })), side('b', '2031-12-05', give({ amount: sum(50), date: on('2031-12-03') })), 'unsure'],
  ['one kind of goods in two tongues, the number in one alone', side('a', '2031-09-24', give({ items: [{ name: 'drones', quantity: 2000 }], date: on('2031-09-23') })), side('b', '2031-09-24', give({ items: [{ name: 'дронів', quantity: null }], date: on('2031-09-23') })), 'unsure'],
]
for (const [name, a, b, expected] of cases) {
  test(`${name}: ${expected}`, () => assert.deepEqual([compare(a, b).verdict, compare(b, a).verdict], [expected, expected]))
}

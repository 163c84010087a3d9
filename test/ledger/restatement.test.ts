import assert from 'node:assert/strict'
import { test } from 'node:test'
import { definitionOf } from '../../src/ledger/definitions.ts'
import { totals } from '../../src/ledger/totals.ts'
import { actor, commitment, ledgerOf, on, published, said, sum } from './claims.ts'

const fi = [actor('FI')]
type More = Partial<Parameters<typeof commitment>[0]>
const at = (document: string, day: string, more: More = {}) => published(said(document, `Finland gives fifty million (${document})`, commitment({ provider: fi, amount: sum(50e6), items: [{ name: 'ammunition', quantity: null }], date: on(day), ...more })), day)
const total = (records: Parameters<typeof totals>[0]) => Number(totals(records, { by: [], definition: definitionOf('promised')!, currency: 'EUR', convert: () => null }).all.micro / 1_000_000n) / 1e6

const cases: readonly (readonly [string, More, string, number, number])[] = [
  ['the same sum and goods five months later', {}, '2025-09-04', 1, 50],
  ['words say that it was promised before', { items: [], restates: 'as pledged in April' }, '2025-05-10', 1, 50],
  ['the same sum and no goods', { items: [] }, '2025-09-04', 0, 100],
  ['the same sum for other goods', { items: [{ name: 'field hospitals', quantity: null }] }, '2025-09-04', 0, 100],
  ['words, and another sum', { amount: sum(80e6), restates: 'as pledged in April' }, '2025-09-04', 0, 130],
  ['another giver', { provider: [actor('EE')] }, '2025-09-04', 0, 100],
  ['another channel', { channel: actor('B fund', 'body') }, '2025-09-04', 0, 100],
]
for (const [name, more, day, restates, millions] of cases) {
  for (const order of ['earlier first', 'later first']) {
    test(`announced again: ${name}, ${order}`, () => {
      const both = [at('april', '2025-04-02', more.channel ? { channel: actor('A fund', 'body') } : {}), at('later', day, more)]
      const { records } = ledgerOf(order === 'earlier first' ? both : both.reverse())
      const linked = records.filter((r) => r.relations?.some((l) => l.event === 'restates'))
      assert.equal(records.length, 2)
      assert.equal(linked.length, restates)
      if (linked[0]) assert.equal((linked[0].fields['date'] as { edtf: string }).edtf, day, 'the later one restates the earlier')
      assert.equal(total(records), millions)
    })
  }
}

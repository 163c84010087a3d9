import type { ClaimId, RecordId } from '../../src/core/ids.ts'
import { claimId, recordId } from '../../src/core/ids.ts'
import { edtf } from '../../src/core/dates.ts'
import { appendBatch, genesis } from '../../src/ledger/chain.ts'
import { entry, type Entry, type EventKind, type Json, type StoredEntry } from '../../src/ledger/entry.ts'
import { toJson } from '../../src/ledger/json.ts'
import { money } from '../../src/core/money.ts'
import { canonicalJson } from '../../src/core/hash.ts'

export const claimNamed = (name: string): ClaimId => claimId(name)
export const recordNamed = (name: string): RecordId => recordId(claimNamed(name))
export const euros = (value: number | string, qualifier: 'exact' | 'about' | 'up to' = 'exact'): Json => toJson(money(value, 'EUR', qualifier))
export const day = (text: string): Json => ({ edtf: text, basis: 'said' })

/** An event told in short: record, event, date, fields; the claim is named after all of it unless it is given. */
export function told(record: string, event: EventKind, date: string | null, fields: { readonly [key: string]: Json } = {}, more: Partial<Entry> & { claim?: string } = {}): Entry {
  const { claim = `${record} ${event} ${date} ${canonicalJson(fields)}`, ...rest } = more
  return entry({ record: recordNamed(record), kind: 'commitment', event, date: date === null ? null : { edtf: edtf(date), kind: 'effective', basis: 'said' }, claims: [claimNamed(claim)], other: null, fields, by: { machine: 'test 1' }, why: 'test', ...rest })
}

/** The entries as the store would give them back: one batch each, a minute apart. */
export function stored(entries: readonly Entry[]): readonly StoredEntry[] {
  let head = genesis
  return entries.map((e, i) => {
    const recorded = new Date(Date.UTC(2031, 0, 1, 0, i)).toISOString()
    const batch = appendBatch(head, recorded, [{ table: 'entries' as const, id: e.id, body: canonicalJson(e) }])
    head = batch.head
    return { ...e, sequence: head.sequence, batch: head.batch, recorded, hash: head.hash }
  })
}

import type { RecordId } from '../core/ids.ts'
import { bounds, parseEdtf } from '../core/dates.ts'
import { count, definitionOf } from './definitions.ts'
import type { LedgerRecord } from './record.ts'
import { keyOf, totals, type Convert } from './totals.ts'

/** What a provider promised, set aside and handed over, in millionths of the currency, and what stands between. */
export interface GapRow {
  readonly provider: string
  readonly promised: bigint
  readonly allocated: bigint
  readonly delivered: bigint
  /** Commitments without a figure. */
  readonly undisclosed: number
  readonly overdue: readonly RecordId[]
  readonly records: number
  /** Commitments that rest on a page which has changed, until a person says what holds. */
  readonly reopened: readonly RecordId[]
}

/**
 * Promised − allocated − delivered by provider, with what is overdue on a day. A negative gap is shown as it is:
 * allocations above the commitment are legal (stock transfers, a later pledge that covers them).
 * @example gaps(records, 'EUR', convert, '2025-06-30')[0]?.provider // 'DE'
 */
export function gaps(records: readonly LedgerRecord[], currency: string, convert: Convert, today: string): readonly GapRow[] {
  const by = ['provider'] as const, sums = ['promised', 'allocated', 'delivered'].map((name) => totals(records, { by, definition: definitionOf(name)!, currency, convert }))
  const providers = new Set(sums.flatMap((t) => t.rows.map((r) => r.keys[0]!)))
  const commitments = records.filter((r) => r.kind === 'commitment')
  return [...providers].map((provider) => {
    const [promised, allocated, delivered] = sums.map((t) => t.rows.find((r) => r.keys[0] === provider)) as [typeof sums[0]['rows'][0] | undefined, typeof sums[0]['rows'][0] | undefined, typeof sums[0]['rows'][0] | undefined]
    const own = commitments.filter((r) => keyOf(r, 'provider') === provider)
    return { provider, promised: promised?.micro ?? 0n, allocated: allocated?.micro ?? 0n, delivered: delivered?.micro ?? 0n, undisclosed: promised?.undisclosed ?? 0, overdue: own.filter((r) => isOverdue(r, today)).map((r) => r.id), records: promised?.records.length ?? 0, reopened: own.filter((r) => r.issues.some((i) => i.code === 'reopened')).map((r) => r.id) }
  }).sort((a, b) => (b.promised - b.delivered > a.promised - a.delivered ? 1 : -1))
}

const open = new Set(['announced', 'approved', 'allocated', 'contracted', 'in delivery'])
/** A commitment is overdue when the period it covers, or the day it was promised for, has passed without a delivery. */
export function isOverdue(record: LedgerRecord, today: string): boolean {
  if (!open.has(record.state)) return false
  const until = parseEdtf((record.fields['period'] as { edtf?: string } | null)?.edtf ?? '')
  return until !== undefined && bounds(until)[1] < today.slice(0, 10)
}

/** How much of a provider's support is told: commitments with a figure, with goods and numbers, with a date, and the stages reported. */
export interface CoverageRow { readonly provider: string; readonly stage: string; readonly commitments: number; readonly withAmount: number; readonly withQuantity: number; readonly withDate: number }

/** @example coverage(records).find((r) => r.provider === 'DE' && r.stage === 'delivered')?.withAmount */
export function coverage(records: readonly LedgerRecord[]): readonly CoverageRow[] {
  const rows = new Map<string, { provider: string; stage: string; commitments: number; withAmount: number; withQuantity: number; withDate: number }>()
  for (const record of records) {
    if (record.kind !== 'commitment' || record.fields['total'] === true || record.fields['level'] === 'item') continue
    const provider = keyOf(record, 'provider'), key = `${provider}\u0000${record.state}`
    const row = rows.get(key) ?? { provider, stage: record.state, commitments: 0, withAmount: 0, withQuantity: 0, withDate: 0 }
    row.commitments++
    if (count(record, definitionOf('promised')!).as === 'money' || record.fields['amount']) row.withAmount++
    if ((record.fields['items'] as readonly { quantity?: number | null }[] | undefined)?.some((i) => i.quantity != null)) row.withQuantity++
    if (record.fields['date']) row.withDate++
    rows.set(key, row)
  }
  return [...rows.values()].sort((a, b) => (a.provider === b.provider ? (a.stage < b.stage ? -1 : 1) : a.provider < b.provider ? -1 : 1))
}

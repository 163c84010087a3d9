import type { RecordId } from '../core/ids.ts'
import { bounds, parseEdtf } from '../core/dates.ts'
import { definitionOf } from './definitions.ts'
import type { EventKind } from './entry.ts'
import { isMoney } from './json.ts'
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

/** The stages whose disclosure is looked at, with the events that tell each. */
const told: readonly (readonly [stage: CoverageRow['stage'], events: readonly EventKind[]])[] = [
  ['promised', ['announced', 'approved']], ['allocated', ['allocated', 'contracted']], ['delivered', ['in delivery', 'delivered', 'reimbursed']],
]

/** How much of a provider's support is told at a stage, out of all its commitments. Silence is counted, never filled in from another stage. */
export interface CoverageRow {
  readonly provider: string
  readonly stage: 'promised' | 'allocated' | 'delivered'
  readonly commitments: number
  /** Commitments of which this stage is told at all. */
  readonly told: number
  readonly withAmount: number
  /** Goods with a number, in the commitment or in its items. */
  readonly withQuantity: number
  /** Last day of which the provider's support at this stage is told; null when none is dated. */
  readonly last: string | null
}

/** @example coverage(records).find((r) => r.provider === 'DE' && r.stage === 'delivered')?.told */
export function coverage(records: readonly LedgerRecord[]): readonly CoverageRow[] {
  const counted = withCountedGoods(records), rows = new Map<string, { -readonly [K in keyof CoverageRow]: CoverageRow[K] }>()
  for (const record of records) {
    if (record.kind !== 'commitment' || record.fields['total'] === true || (record.fields['level'] ?? 'package') !== 'package' || record.state === 'retracted') continue
    const provider = keyOf(record, 'provider')
    for (const [stage, events] of told) {
      const row = rows.get(`${provider}\u0000${stage}`) ?? { provider, stage, commitments: 0, told: 0, withAmount: 0, withQuantity: 0, last: null }
      const steps = (record.course ?? []).filter((s) => events.includes(s.event)), days = steps.flatMap((s) => { const parsed = parseEdtf(s.date ?? ''); return parsed ? [bounds(parsed)[0] === '0000-01-01' ? bounds(parsed)[1] : bounds(parsed)[0]] : [] }).filter(plausible)
      row.commitments++
      if (steps.length > 0) row.told++
      if (steps.some((s) => isMoney(s.amount))) row.withAmount++
      if (steps.length > 0 && counted.has(record.id)) row.withQuantity++
      for (const day of days) if (row.last === null || day > row.last) row.last = day
      rows.set(`${provider}\u0000${stage}`, row)
    }
  }
  const rank = (r: CoverageRow) => told.findIndex(([stage]) => stage === r.stage)
  return [...rows.values()].sort((a, b) => (a.provider === b.provider ? rank(a) - rank(b) : a.provider < b.provider ? -1 : 1))
}

/** A slip of the pen ("2922") is no sign of life. */
const plausible = (day: string): boolean => day > '1990' && day < '2100'

/** Commitments that name goods with a number, themselves or in an item of theirs. */
function withCountedGoods(records: readonly LedgerRecord[]): ReadonlySet<string> {
  const own = (r: LedgerRecord) => (r.fields['items'] as readonly { quantity?: number | null }[] | undefined)?.some((i) => i.quantity != null) ?? false
  return new Set(records.filter((r) => r.kind === 'commitment' && own(r)).flatMap((r) => [r.id as string, ...(r.relations ?? []).flatMap((l) => (l.event === 'part-of' ? [l.other] : []))]))
}

import type { RecordId } from '../core/ids.ts'
import type { Json } from './entry.ts'
import { isMoney } from './json.ts'
import type { LedgerRecord } from './record.ts'
import { keyOf } from './totals.ts'

/** A sum that other sums on record explain: 70 = 40 new + 30 agreed before. */
export interface Explained { readonly whole: RecordId; readonly parts: readonly RecordId[]; readonly why: string }

/**
 * Finds parts on record that add up to a sum: the same recipient, a provider in common (or none, for the headline of a
 * group), the same currency, exact to the figure. Two or three parts; more would be chance. What it finds is a proposal
 * for review, never a sum by itself.
 * @example explainSum(seventy, [forty, thirty])[0]?.why // 'EUR 70 bn = EUR 40 bn + EUR 30 bn'
 */
export function explainSum(whole: LedgerRecord, others: readonly LedgerRecord[]): readonly Explained[] {
  const target = amountOf(whole)
  if (!target) return []
  const fit = others.filter((o) => o.id !== whole.id && related(whole, o)).flatMap((o) => { const a = amountOf(o); return a && a.currency === target.currency && a.units < target.units && a.units > 0 ? [{ id: o.id, ...a }] : [] }).slice(0, 60)
  const found: Explained[] = []
  const equal = (sum: number) => Math.abs(sum - target.units) <= 1e-6 * target.units
  const say = (parts: readonly { units: number; currency: string }[]) => `${sayUnits(target)} = ${parts.map(sayUnits).join(' + ')}`
  fit.forEach((a, i) => fit.slice(i + 1).forEach((b, j) => {
    if (equal(a.units + b.units)) found.push({ whole: whole.id, parts: [a.id, b.id], why: say([a, b]) })
    else for (const c of fit.slice(i + j + 2)) if (equal(a.units + b.units + c.units)) found.push({ whole: whole.id, parts: [a.id, b.id, c.id], why: say([a, b, c]) })
  }))
  return found
}

/** Smaller sums of one channel and one span that a larger one may hold: nested, not additive, for a person to settle. */
export function mayContain(whole: LedgerRecord, others: readonly LedgerRecord[]): readonly RecordId[] {
  const target = amountOf(whole), channel = keyOf(whole, 'channel'), year = keyOf(whole, 'year')
  if (!target || channel === 'direct') return []
  return others.filter((o) => { const a = amountOf(o); return o.id !== whole.id && a && a.currency === target.currency && a.units < target.units && keyOf(o, 'channel') === channel && keyOf(o, 'year') === year && keyOf(o, 'recipient') === keyOf(whole, 'recipient') }).map((o) => o.id)
}

/**
 * New money of a package: its amount less what restates or repeats sums agreed before.
 * @param seen the records that parts of it restate
 * @returns new and seen-before, in full units of the package's currency; null where a currency differs or a sum is unknown
 * @example newMoney(seventy, [thirty]) // { fresh: 40e9, seen: 30e9, currency: 'EUR' }
 */
export function newMoney(whole: LedgerRecord, seen: readonly LedgerRecord[]): { readonly fresh: number; readonly seen: number; readonly currency: string } | null {
  const target = amountOf(whole), before = seen.map(amountOf)
  if (!target || before.some((b) => !b || b.currency !== target.currency)) return null
  const sum = before.reduce((s, b) => s + b!.units, 0)
  return { fresh: target.units - sum, seen: sum, currency: target.currency }
}

function related(a: LedgerRecord, b: LedgerRecord): boolean {
  if (b.kind !== 'commitment' || keyOf(a, 'recipient') !== keyOf(b, 'recipient')) return false
  const names = (r: LedgerRecord) => keyOf(r, 'provider').split(' + ')
  return a.fields['total'] === true || names(a).some((n) => names(b).includes(n))
}

function amountOf(r: LedgerRecord): { readonly units: number; readonly currency: string } | null {
  const m = r.fields['amount'] as Json | undefined
  return isMoney(m) ? { units: Number(m.minor) / 10 ** m.digits, currency: m.currency } : null
}
const sayUnits = ({ units, currency }: { units: number; currency: string }) => `${currency} ${units >= 1e9 ? `${units / 1e9} bn` : units >= 1e6 ? `${units / 1e6} m` : units}`

import { canonicalJson } from '../core/hash.ts'
import type { CommitmentFields, DatasetKey, Written } from '../core/claim.ts'
import type { Figure } from '../core/observation.ts'
import type { Json } from './entry.ts'
import { compareFigures } from './figures.ts'
import { isMoney, toJson } from './json.ts'
import type { LedgerRecord } from './record.ts'
import { keyOf } from './totals.ts'

/** One difference between two views, cell by cell. */
export interface Difference {
  /** Record id, key of the dataset's row, or series, subject and period of a figure. */
  readonly id: string
  /** What it is one of: a commitment, a meeting …, or the name of a series. */
  readonly kind: string
  readonly label: string
  /** Who gives, or whom a figure is about; null for records of other kinds. */
  readonly who: string | null
  readonly what: 'added' | 'withdrawn' | 'changed' | 're-used id'
  readonly field: string | null
  readonly before: string | null
  readonly after: string | null
  /** What it adds to the sum of the giver, or takes from it; null where it moves no sum. */
  readonly moves: { readonly value: number; readonly unit: string } | null
}

/** Two views of the record, at two moments of record time. @example diffRecords(before, after, labelOf).filter((d) => d.what === 'added').length */
export function diffRecords(before: readonly LedgerRecord[], after: readonly LedgerRecord[], label: (r: LedgerRecord) => string): readonly Difference[] {
  const old = new Map(before.map((r) => [r.id as string, r])), now = new Map(after.flatMap((r) => [r.id, ...r.formerly].map((id) => [id as string, r] as const)))
  const of = (r: LedgerRecord) => ({ id: r.id as string, kind: r.kind as string, label: label(r), who: r.kind === 'commitment' ? keyOf(r, 'provider') : null })
  const sumOf = (r: LedgerRecord) => (r.kind === 'commitment' && r.fields['total'] !== true && (r.fields['level'] ?? 'package') === 'package' ? amountOf(r.fields['amount'] ?? null) : null)
  const gone = before.filter((r) => !now.has(r.id)).map((r): Difference => ({ ...of(r), what: 'withdrawn', ...nothing, moves: moved(sumOf(r), null) }))
  return [...gone, ...after.flatMap((r): Difference[] => {
    const past = old.get(r.id)
    if (!past) return [{ ...of(r), what: 'added', ...nothing, moves: moved(null, sumOf(r)) }]
    return cells({ ...past.fields, state: past.state }, { ...r.fields, state: r.state }).map((c) => ({ ...of(r), what: 'changed', ...c, moves: c.field === 'amount' ? moved(sumOf(past), sumOf(r)) : null }))
  })]
}

type Row = CommitmentFields<Written> & { readonly dataset: DatasetKey }
const rowKey = (r: Row) => `${r.dataset.key}${r.dataset.part ? `/${r.dataset.part}` : ''}`

/**
 * Two files of a dataset, row by row: what was added, withdrawn, changed, and ids that were given to something else
 * (another donor, or a date, kind and value that all differ). Works on files that carry the same label.
 */
export function diffRows(before: readonly CommitmentFields<Written>[], after: readonly CommitmentFields<Written>[]): readonly Difference[] {
  const rows = (list: readonly CommitmentFields<Written>[]) => new Map(list.filter((r): r is Row => r.dataset !== undefined).map((r) => [rowKey(r), r]))
  const old = rows(before), now = rows(after), label = (r: Row) => `${r.provider.map((p) => p.name).join(' + ')}, ${r.aid}${r.items[0] ? `, ${r.items[0].name}` : ''}`
  const of = (key: string, row: Row) => ({ id: key, kind: 'commitment', label: label(row), who: row.provider.map((p) => p.name).join(' + ') })
  const sum = (row: Row) => (row.level === 'package' && row.dataset.part === undefined ? amountOf(toJson(row.amount)) : null)
  const out: Difference[] = []
  for (const [key, row] of old) if (!now.has(key)) out.push({ ...of(key, row), what: 'withdrawn', ...nothing, moves: moved(sum(row), null) })
  for (const [key, row] of now) {
    const past = old.get(key)
    if (!past) { out.push({ ...of(key, row), what: 'added', ...nothing, moves: moved(null, sum(row)) }); continue }
    const changed = cells(facts(past), facts(row))
    const fields = new Set(changed.map((c) => c.field))
    if (fields.has('provider') || (fields.has('date') && fields.has('amount') && fields.has('aid'))) {
      // Two entries of one sum: what the id stood for is gone, what it stands for now is new.
      out.push({ ...of(key, past), what: 're-used id', field: 'provider', before: label(past), after: label(row), moves: moved(sum(past), null) }, { ...of(key, row), what: 'added', ...nothing, moves: moved(null, sum(row)) })
    } else for (const c of changed) out.push({ ...of(key, row), what: 'changed', ...c, moves: c.field === 'amount' ? moved(sum(past), sum(row)) : null })
  }
  return out.sort(byId)
}

/**
 * Two files of a dataset that holds figures.
 * @param flows the series whose figures add up, so that a difference moves a sum
 * @example diffFigures(before, after, new Set(['kiel-allocated']))[0]?.what // 'changed'
 */
export function diffFigures(before: readonly Figure[], after: readonly Figure[], flows: ReadonlySet<string>): readonly Difference[] {
  const { adds, changes, withdraws } = compareFigures(before, after)
  const of = (f: Figure) => ({ id: `${f.series} ${f.subject}${f.detail ? ` ${f.detail}` : ''} ${f.period}`, kind: f.series, label: `${f.series} of ${f.subject}${f.detail ? `, ${f.detail}` : ''}, ${f.period}`, who: f.subject })
  const value = (f: Figure) => (flows.has(f.series) ? { value: Number(f.value), unit: f.unit } : null)
  return [
    ...adds.map((f): Difference => ({ ...of(f), what: 'added', field: 'value', before: null, after: f.value, moves: moved(null, value(f)) })),
    ...withdraws.map((f): Difference => ({ ...of(f), what: 'withdrawn', field: 'value', before: f.value, after: null, moves: moved(value(f), null) })),
    ...changes.map(({ before: b, after: a }): Difference => ({ ...of(a), what: 'changed', field: b.value === a.value ? (b.unit === a.unit ? 'status' : 'unit') : 'value', before: b.value === a.value ? (b.unit === a.unit ? b.status : b.unit) : b.value, after: b.value === a.value ? (b.unit === a.unit ? a.status : a.unit) : a.value, moves: moved(value(b), value(a)) })),
  ].sort(byId)
}

const byId = (a: Difference, b: Difference): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
const nothing = { field: null, before: null, after: null } as const
type Sum = NonNullable<Difference['moves']>

function amountOf(value: Json): Sum | null {
  return isMoney(value) ? { value: Number(value.minor) / 10 ** value.digits, unit: value.currency } : null
}
/** The move from one sum to another; null where nothing moves or the units differ. */
function moved(before: Sum | null, after: Sum | null): Sum | null {
  if (before && after && before.unit !== after.unit) return null
  const unit = (after ?? before)?.unit, value = (after?.value ?? 0) - (before?.value ?? 0)
  return unit === undefined || value === 0 ? null : { value, unit }
}

/** The facts of a row that a reader compares: names rather than mentions, without places in the file. */
function facts(r: Row): { [key: string]: Json } {
  return { provider: r.provider.map((p) => p.name), aid: r.aid, stage: r.stage, amount: toJson(r.amount), items: toJson(r.items), date: r.date?.edtf ?? null, valuations: toJson(r.valuations ?? []) }
}

function cells(before: { readonly [key: string]: Json }, after: { readonly [key: string]: Json }) {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
  return names.filter((n) => canonicalJson(before[n] ?? null) !== canonicalJson(after[n] ?? null)).map((field) => ({ field, before: say(before[field] ?? null), after: say(after[field] ?? null) }))
}

/** A value in a word or two. @example say({ minor: '1200', digits: 2, currency: 'EUR' }) // 'EUR 12' */
export function say(value: Json): string | null {
  if (value === null) return null
  if (Array.isArray(value)) return value.map((v) => say(v) ?? '').join(', ') || null
  if (typeof value !== 'object') return String(value)
  const o = value as { readonly [key: string]: Json }
  if (typeof o['minor'] === 'string' && typeof o['currency'] === 'string') return `${o['currency']} ${(Number(o['minor']) / 10 ** Number(o['digits'] ?? 2)).toLocaleString('en-GB', { maximumFractionDigits: 2 })}`
  for (const key of ['edtf', 'label', 'written'] as const) if (typeof o[key] === 'string') return o[key]
  if (typeof o['name'] === 'string') return `${o['quantity'] ?? 'undisclosed number of'} ${o['name']}`
  if (typeof o['method'] === 'string') return `${o['method']} ${say(o['money'] ?? null) ?? ''}`
  return canonicalJson(value)
}

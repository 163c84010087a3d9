import { canonicalJson } from '../core/hash.ts'
import type { CommitmentFields, DatasetKey, Written } from '../core/claim.ts'
import type { Json } from './entry.ts'
import { toJson } from './json.ts'
import type { LedgerRecord } from './record.ts'

/** One difference between two views, cell by cell. */
export interface Difference {
  /** Record id, or key of the dataset's row. */
  readonly id: string
  readonly label: string
  readonly what: 'added' | 'withdrawn' | 'changed' | 're-used id'
  readonly field: string | null
  readonly before: string | null
  readonly after: string | null
}

/** Two views of the record, at two moments of record time. @example diffRecords(before, after).filter((d) => d.what === 'added').length */
export function diffRecords(before: readonly LedgerRecord[], after: readonly LedgerRecord[], label: (r: LedgerRecord) => string): readonly Difference[] {
  const old = new Map(before.map((r) => [r.id as string, r])), now = new Map(after.flatMap((r) => [r.id, ...r.formerly].map((id) => [id as string, r] as const)))
  const gone = before.filter((r) => !now.has(r.id)).map((r): Difference => ({ id: r.id, label: label(r), what: 'withdrawn', field: null, before: null, after: null }))
  return [...gone, ...after.flatMap((r): Difference[] => {
    const past = old.get(r.id)
    if (!past) return [{ id: r.id, label: label(r), what: 'added', field: null, before: null, after: null }]
    return cells({ ...past.fields, state: past.state }, { ...r.fields, state: r.state }).map((c) => ({ id: r.id, label: label(r), what: 'changed', ...c }))
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
  const out: Difference[] = []
  for (const [key, row] of old) if (!now.has(key)) out.push({ id: key, label: label(row), what: 'withdrawn', field: null, before: null, after: null })
  for (const [key, row] of now) {
    const past = old.get(key)
    if (!past) { out.push({ id: key, label: label(row), what: 'added', field: null, before: null, after: null }); continue }
    const changed = cells(facts(past), facts(row))
    const fields = new Set(changed.map((c) => c.field))
    if (fields.has('provider') || (fields.has('date') && fields.has('amount') && fields.has('aid'))) out.push({ id: key, label: label(row), what: 're-used id', field: 'provider', before: label(past), after: label(row) })
    else for (const c of changed) out.push({ id: key, label: label(row), what: 'changed', ...c })
  }
  return out.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
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

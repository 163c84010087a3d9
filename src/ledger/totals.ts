import type { RecordId } from '../core/ids.ts'
import { bounds, parseEdtf } from '../core/dates.ts'
import type { Json } from './entry.ts'
import type { LedgerRecord } from './record.ts'
import { count, type Definition } from './definitions.ts'

export const dimensions = ['provider', 'recipient', 'aid', 'stage', 'year', 'month', 'channel', 'currency'] as const
export type Dimension = (typeof dimensions)[number]

/** A conversion at a date with the rule it follows, or null when there is no rate. */
export type Convert = (money: { readonly minor: bigint; readonly digits: number; readonly currency: string }, day: string | null) => { readonly value: number; readonly rule: string } | null

/** One row of a total: its keys, the sum in the currency of the total, and the records it can be followed back to. */
export interface TotalRow {
  readonly keys: readonly string[]
  /** Exact sum in millionths of the currency. */
  readonly micro: bigint
  readonly records: readonly RecordId[]
  /** Commitments without a figure: known, not zero. */
  readonly undisclosed: number
}

export interface Total {
  readonly definition: { readonly name: string; readonly version: number; readonly words: string }
  readonly by: readonly Dimension[]
  readonly currency: string
  readonly level: string
  readonly rows: readonly TotalRow[]
  readonly all: { readonly micro: bigint; readonly records: number; readonly undisclosed: number }
  /** What is not in the sum, by reason. */
  readonly leftOut: readonly { readonly why: string; readonly records: readonly RecordId[] }[]
  /** Rules of conversion that were used. */
  readonly rules: readonly string[]
}

export interface TotalOptions { readonly by: readonly Dimension[]; readonly definition: Definition; readonly currency: string; readonly convert: Convert; readonly level?: 'package' | 'item' }

/**
 * Sums commitments on one level of the tree: packages (and commitments without parts), or items. What is a part of a
 * counted package, a running total or a restatement is left out and listed with its reason; nothing is counted twice.
 * A commitment of several providers stands in one row of its own and is never split.
 * @example totals(records, { by: ['provider'], definition, currency: 'EUR', convert }).rows
 */
export function totals(records: readonly LedgerRecord[], options: TotalOptions): Total {
  return totalOf(groupsOf(records, options), options)
}

/** Each commitment as a group of its own. */
export const groupsOf = (records: readonly LedgerRecord[], { by, definition, level = 'package' }: Omit<TotalOptions, 'convert'>): readonly Group[] =>
  records.filter((r) => r.kind === 'commitment').map((r) => ({ keys: by.map((d) => keyOf(r, d)), ...standing(r, definition, level), records: [r.id] }))

/** How commitments stand under a definition: left out and why, without a figure, or with money. A store may group many of one standing. */
export interface Standing {
  readonly why: string | null
  readonly money: { readonly minor: bigint; readonly digits: number; readonly currency: string } | null
  /** Day of conversion. */
  readonly day: string | null
}
export interface Group extends Standing { readonly keys: readonly string[]; readonly records: readonly RecordId[] }

/** @example standing(record, definitionOf('promised')!, 'package').why // 'cancelled' */
export function standing(record: LedgerRecord, definition: Definition, level: 'package' | 'item'): Standing {
  const left = (why: string): Standing => ({ why, money: null, day: null })
  const own = record.fields['level'] ?? 'package', part = own !== 'package' || (record.relations ?? []).some((r) => r.event === 'part-of')
  if (level === 'package' ? part : own === 'package') return left(level === 'package' ? 'part of a package that is counted' : 'a package; its items are counted')
  const counted = count(record, definition)
  if (counted.as === 'left out') return left(counted.why)
  if (counted.as === 'undisclosed') return { why: null, money: null, day: null }
  const parsed = counted.day ? parseEdtf(counted.day) : undefined
  return { why: null, money: counted.money, day: parsed ? (bounds(parsed)[0] === '0000-01-01' ? bounds(parsed)[1] : bounds(parsed)[0]) : null }
}

/** The total of groups of commitments of one standing each: what `totals` and the store's own sums share. */
export function totalOf(groups: readonly Group[], { by, definition, currency, convert, level = 'package' }: TotalOptions): Total {
  // Ids are kept as they came and put together once: there may be a hundred thousand.
  const rows = new Map<string, { keys: readonly string[]; micro: bigint; records: (readonly RecordId[])[]; undisclosed: number }>()
  const leftOut = new Map<string, (readonly RecordId[])[]>(), rules = new Set<string>()
  const leave = (why: string, ids: readonly RecordId[]) => { const list = leftOut.get(why); if (list) list.push(ids); else leftOut.set(why, [ids]) }
  for (const { keys, why, money, day, records } of groups) {
    if (why !== null) { leave(why, records); continue }
    const micro = money ? inMicro(money, currency, day, convert, rules) : 0n
    if (micro === null) { leave(`no rate from ${money!.currency} to ${currency}`, records); continue }
    const id = keys.join('\u0000'), row = rows.get(id) ?? { keys, micro: 0n, records: [], undisclosed: 0 }
    row.micro += micro
    if (!money) row.undisclosed += records.length
    row.records.push(records)
    rows.set(id, row)
  }
  const list = [...rows.values()].map((row) => ({ ...row, records: together(row.records) })).sort((a, b) => (a.micro === b.micro ? (a.keys.join() < b.keys.join() ? -1 : 1) : a.micro < b.micro ? 1 : -1))
  return {
    definition: { name: definition.name, version: definition.version, words: definition.words }, by, currency, level, rows: list, rules: [...rules].sort(),
    all: { micro: list.reduce((s, r) => s + r.micro, 0n), records: list.reduce((s, r) => s + r.records.length, 0), undisclosed: list.reduce((s, r) => s + r.undisclosed, 0) },
    leftOut: [...leftOut].map(([why, ids]) => ({ why, records: together(ids) })).sort((a, b) => b.records.length - a.records.length || (a.why < b.why ? -1 : 1)),
  }
}

const together = (parts: readonly (readonly RecordId[])[]): readonly RecordId[] => (parts.length === 1 ? parts[0]! : parts.flat())

function inMicro(money: { minor: bigint; digits: number; currency: string }, currency: string, day: string | null, convert: Convert, rules: Set<string>): bigint | null {
  if (money.currency === currency) return money.digits <= 6 ? money.minor * 10n ** BigInt(6 - money.digits) : money.minor / 10n ** BigInt(money.digits - 6)
  const converted = convert(money, day)
  if (!converted) return null
  rules.add(converted.rule)
  return BigInt(Math.round(converted.value * 1e6))
}

/** The key of a record in a dimension, as it is printed. */
export function keyOf(record: LedgerRecord, dimension: Dimension): string {
  switch (dimension) {
    case 'provider': case 'recipient': return labels(record.fields[dimension]).join(' + ') || 'unknown'
    case 'channel': return labels(record.fields['channel']).join(' + ') || 'direct'
    case 'aid': return (record.fields['aid'] as string | null) ?? 'other'
    case 'stage': return record.state
    case 'currency': return (record.fields['amount'] as { currency?: string } | null)?.currency ?? 'no amount'
    case 'year': return dayOf(record)?.slice(0, 4) ?? 'undated'
    case 'month': return dayOf(record)?.slice(0, 7) ?? 'undated'
  }
}

/**
 * The day a commitment is counted at: the start of its date, or the end where only that is known ("until …"). What a text
 * tells without a day is of the day it was reported; a row of a dataset without a date is undated, whenever the file is of.
 */
function dayOf(record: LedgerRecord): string | undefined {
  const own = (record.fields['date'] as { edtf?: string } | null)?.edtf
  const parsed = parseEdtf(own ?? (record.fields['dataset'] ? '' : record.course?.[0]?.date ?? ''))
  if (!parsed) return undefined
  const [first, last] = bounds(parsed)
  return first === '0000-01-01' ? last : first
}

const labels = (value: Json | undefined): readonly string[] =>
  [value].flat().flatMap((v) => (typeof v === 'object' && v !== null && !Array.isArray(v) && typeof (v as { label?: Json }).label === 'string' ? [(v as { label: string }).label] : [])).sort()

import { canonicalJson } from '../core/hash.ts'
import type { ClaimId } from '../core/ids.ts'
import { bounds, parseEdtf } from '../core/dates.ts'
import type { EventKind, Json } from './entry.ts'
import type { LedgerRecord } from './record.ts'
import { isMoney, isObject, type JsonObject } from './json.ts'

/** What one event says of the fields, ready to be merged; events come in the order of their dates. */
export interface Saying { readonly event: EventKind; readonly first: string; readonly last: string; readonly person: boolean; readonly fields: JsonObject; readonly claims: readonly ClaimId[] }

type Conflict = LedgerRecord['conflicts'][number]
/** One value of a field with all that say it. */
interface Voice { readonly value: Json; readonly sayings: readonly Saying[] }

/** Fields on which two sources that differ are shown side by side; on others the best wording is taken. */
const contested: ReadonlySet<string> = new Set(['amount', 'date', 'period', 'by', 'year', 'place', 'country', 'ordinal', 'target', 'forum', 'quantity'])
/** Fields that follow the state: the last event that counts has the word. */
const follows: ReadonlySet<string> = new Set(['stage', 'state'])

/**
 * The fields of a record from what its events say. Lists are united; of single values the chosen one carries its
 * reason when sources differ. Nothing here depends on the order in which the sources were read.
 */
export function mergeFields(sayings: readonly Saying[], deciding: Saying | undefined): { readonly fields: JsonObject; readonly conflicts: readonly Conflict[] } {
  const fields: { [key: string]: Json } = {}, conflicts: Conflict[] = []
  const names = [...new Set(sayings.flatMap((s) => Object.keys(s.fields)))].sort()
  for (const name of names) {
    const saying = sayings.filter((s) => !isEmpty(s.fields[name]))
    const all = sayings.find((s) => s.fields[name] !== undefined)!.fields[name]!
    if (saying.length === 0) fields[name] = all
    else if (follows.has(name)) fields[name] = (deciding?.fields[name] ?? saying.at(-1)!.fields[name])!
    else if (Array.isArray(saying[0]!.fields[name])) fields[name] = union(saying.flatMap((s) => s.fields[name] as readonly Json[]))
    else {
      const { value, conflict } = choose(name, saying)
      fields[name] = value
      if (conflict) conflicts.push(conflict)
    }
  }
  return { fields, conflicts }
}

const isEmpty = (value: Json | undefined): boolean => value === undefined || value === null || (Array.isArray(value) && value.length === 0)

/** Actors are the same by reference or name, items and topics by their words, whatever else differs. */
function sameness(value: Json): string {
  if (!isObject(value)) return typeof value === 'string' ? value.trim().toLowerCase() : canonicalJson(value)
  if (typeof value.to === 'string') return value.to
  if (isMoney(value)) return `${BigInt(value.minor)} ${value.digits} ${value.currency} ${String(value.upTo ?? '')}`
  if (typeof value.edtf === 'string') return value.edtf
  if (typeof value.label === 'string') return value.label.toLowerCase()
  if (typeof value.written === 'string') return value.written.toLowerCase()
  if (typeof value.name === 'string') return `${value.name.toLowerCase()} ${String(value.quantity ?? '')}`
  return canonicalJson(value)
}

function union(values: readonly Json[]): readonly Json[] {
  const kept = new Map<string, Json>()
  for (const value of values) {
    const key = sameness(value), before = kept.get(key)
    kept.set(key, before === undefined ? value : richer(before, value))
  }
  return [...kept.values()]
}

function choose(name: string, sayings: readonly Saying[]): { value: Json; conflict: Conflict | undefined } {
  const current = sinceCorrection(name, sayings), [first] = current.sayings, plain = first?.fields[name]
  if (typeof plain !== 'object' && plain !== undefined && current.sayings.every((s) => s.fields[name] === plain)) return { value: plain, conflict: undefined }
  const voices = fold(current.sayings.map((s) => ({ value: s.fields[name]!, sayings: [s] })))
  if (voices.length === 1) return { value: voices[0]!.value, conflict: undefined }
  const ranked = voices.toSorted(contested.has(name) ? byWeight : byWording)
  const [best, second] = ranked as [Voice, Voice]
  if (!contested.has(name) || !differs(name, ranked)) return { value: best.value, conflict: undefined }
  return { value: best.value, conflict: { field: name, values: ranked.map((v) => ({ value: v.value, claims: claimsOf(v) })), chosen: 0, why: reason(best, second) } }
}

const claimsOf = (voice: Voice): readonly ClaimId[] => [...new Set(voice.sayings.flatMap((s) => s.claims))].sort()

/** An adjustment or a person's decision replaces what was said of the field before it. */
function sinceCorrection(name: string, sayings: readonly Saying[]): { sayings: readonly Saying[] } {
  const decided = sayings.filter((s) => s.event === 'decided')
  if (decided.length > 0) return { sayings: [decided.at(-1)!] }
  const adjusted = sayings.findLastIndex((s) => s.event === 'adjusted')
  return { sayings: adjusted > 0 && name !== 'date' ? sayings.slice(adjusted) : sayings }
}

/** Puts equal values together, and a rounder or coarser one to the finer value that it may mean. */
function fold(voices: readonly Voice[]): readonly Voice[] {
  const byValue = new Map<string, Voice>()
  for (const v of voices) {
    const key = sameness(v.value), before = byValue.get(key)
    byValue.set(key, before ? { value: richer(before.value, v.value), sayings: [...before.sayings, ...v.sayings] } : v)
  }
  const distinct = [...byValue.values()]
  if (distinct.length === 1) return distinct
  const coarse = new Map(distinct.map((v) => [v, distinct.filter((finer) => finer !== v && refines(finer.value, v.value))]))
  const own = distinct.filter((v) => coarse.get(v)!.length !== 1)
  return own.map((v) => ({ value: v.value, sayings: [...v.sayings, ...distinct.filter((c) => coarse.get(c)!.length === 1 && coarse.get(c)![0] === v).flatMap((c) => c.sayings)] }))
}

/** Of two values that mean the same, the one that says more; else the one said first. */
const richer = (first: Json, second: Json): Json => (weight(second) > weight(first) ? second : first)
const weight = (value: Json): number => (isObject(value) ? Object.values(value).filter((v) => !isEmpty(v)).length : 0)

/** Could the coarser value be the finer one, rounded or with fewer digits of the date? Never the other way round. */
function refines(finer: Json, coarser: Json): boolean {
  if (isMoney(finer) && isMoney(coarser)) return finer.currency === coarser.currency && rounds(units(finer), units(coarser))
  if (isObject(finer) && isObject(coarser) && typeof finer.edtf === 'string' && typeof coarser.edtf === 'string') {
    const a = parseEdtf(finer.edtf), b = parseEdtf(coarser.edtf)
    if (!a || !b) return false
    const [p, q] = bounds(a), [r, s] = bounds(b)
    return r <= p && q <= s && (r < p || q < s)
  }
  return false
}

const units = (money: { minor: string; digits: number }): string => {
  const digits = money.minor.padStart(money.digits + 1, '0')
  return money.digits === 0 ? digits : `${digits.slice(0, -money.digits)}.${digits.slice(-money.digits)}`
}

/** Is `coarse` what remains of `fine` when it is rounded to as many digits as `coarse` has? */
function rounds(fine: string, coarse: string): boolean {
  const significant = (text: string) => text.replace('.', '').replace(/^0+|(?<!0)0+$/g, '').length
  const kept = significant(coarse)
  return kept >= 2 && kept < significant(fine) && Number(Number(fine).toPrecision(kept)) === Number(coarse)
}

/** A person's word, then the later event, then more sources, then an exact figure; the text of the value settles the rest. */
function byWeight(a: Voice, b: Voice): number {
  const latest = (v: Voice) => v.sayings.map((s) => s.first).sort().at(-1)!
  return Number(b.sayings.some((s) => s.person)) - Number(a.sayings.some((s) => s.person))
    || compareText(latest(b), latest(a)) || claimsOf(b).length - claimsOf(a).length || Number(isExact(b)) - Number(isExact(a)) || compareText(canonicalJson(a.value), canonicalJson(b.value))
}

const byWording = (a: Voice, b: Voice): number => claimsOf(b).length - claimsOf(a).length || canonicalJson(b.value).length - canonicalJson(a.value).length || compareText(canonicalJson(a.value), canonicalJson(b.value))
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const isExact = (v: Voice): boolean => isMoney(v.value) && v.value.qualifier === 'exact'

/** Amounts of different events are a course, not a conflict: promised and delivered differ by nature. */
function differs(name: string, voices: readonly Voice[]): boolean {
  if (name !== 'amount' && name !== 'date') return true
  const events = voices.map((v) => new Set(v.sayings.map((s) => s.event)))
  return events.some((a, i) => events.some((b, j) => j > i && [...a].some((event) => b.has(event))))
}

function reason(best: Voice, second: Voice): string {
  const latest = (v: Voice) => v.sayings.map((s) => s.first).sort().at(-1)!
  if (best.sayings.some((s) => s.person) && !second.sayings.some((s) => s.person)) return 'a person decided for it'
  if (latest(best) > latest(second)) return `the latest source (${latest(best)})`
  const [many, few] = [claimsOf(best).length, claimsOf(second).length]
  if (many > few) return `${many} claims say so, ${few} the next`
  return isExact(best) && !isExact(second) ? 'an exact figure before an approximate one' : 'no source outweighs the other: the first in alphabetical order, for review'
}

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
    if (agreed(name, sayings)) { fields[name] = once(sayings[0]!.fields[name]!); continue }
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

/** Do all say the very same? Most do: then nothing has to be weighed. */
const agreed = (name: string, sayings: readonly Saying[]): boolean => sayings.every((s) => equal(s.fields[name], sayings[0]!.fields[name]))

/** A list that says something twice says it once. */
const once = (value: Json): Json => (Array.isArray(value) && value.length > 1 ? union(value as readonly Json[]) : value)

function equal(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) || Array.isArray(b)) return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((member, i) => equal(member, b[i]))
  const [one, other] = [a as JsonObject, b as JsonObject]
  let members = 0
  for (const key in one) { if (!equal(one[key], other[key])) return false; members++ }
  return members === Object.keys(other).length
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
  const current = sinceCorrection(name, sayings)
  if (agreed(name, current.sayings)) return { value: current.sayings[0]!.fields[name]!, conflict: undefined }
  const voices = fold(current.sayings.map((s) => ({ value: s.fields[name]!, sayings: [s] })))
  if (voices.length === 1) return { value: voices[0]!.value, conflict: undefined }
  const ranked = voices.map(weigh).sort(contested.has(name) ? byWeight : byWording).map((w) => w.voice)
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
  const byValue = new Map<string, { value: Json; readonly sayings: Saying[] }>()
  for (const v of voices) {
    const key = sameness(v.value), before = byValue.get(key)
    if (before) { before.value = richer(before.value, v.value); before.sayings.push(...v.sayings) } else byValue.set(key, { value: v.value, sayings: [...v.sayings] })
  }
  const distinct = [...byValue.values()], grains = distinct.map((v) => grainOf(v.value))
  const home = distinct.map((_, i) => { const finer = finerThan(grains, i); return finer.length === 1 ? finer[0] : undefined })
  return distinct.flatMap((v, i) => (home[i] === undefined ? [{ value: v.value, sayings: [...v.sayings, ...distinct.flatMap((c, k) => (home[k] === i ? c.sayings : []))] }] : []))
}

/** Of two values that mean the same, the one that says more; else the one said first. */
const richer = (first: Json, second: Json): Json => (weight(second) > weight(first) ? second : first)
const weight = (value: Json): number => (isObject(value) ? Object.values(value).filter((v) => !isEmpty(v)).length : 0)

/** How fine a value is: the days a date may mean, or the digits of a sum. */
type Grain = { readonly first: string; readonly last: string } | { readonly currency: string; readonly sum: number; readonly digits: number }

function grainOf(value: Json): Grain | null {
  if (isMoney(value)) return { currency: value.currency, sum: Number(value.minor) / 10 ** value.digits, digits: value.minor.replace(/^0+|(?<!0)0+$/g, '').length }
  const date = isObject(value) && typeof value.edtf === 'string' ? parseEdtf(value.edtf) : undefined
  if (!date) return null
  const [first, last] = bounds(date)
  return { first, last }
}

/** The values that one of them may mean rounded, or with fewer digits of the date. Never the other way round: a day means itself. */
function finerThan(grains: readonly (Grain | null)[], of: number): readonly number[] {
  const coarse = grains[of]
  if (!coarse || ('first' in coarse && coarse.first === coarse.last)) return []
  return grains.flatMap((fine, i) => (i !== of && fine && refines(fine, coarse) ? [i] : []))
}

/** Sums are compared rounded to as many digits as the coarser one has. */
function refines(fine: Grain, coarse: Grain): boolean {
  if ('sum' in fine) return 'sum' in coarse && fine.currency === coarse.currency && coarse.digits >= 2 && coarse.digits < fine.digits && Number(fine.sum.toPrecision(coarse.digits)) === coarse.sum
  return 'first' in coarse && coarse.first <= fine.first && fine.last <= coarse.last && (coarse.first < fine.first || fine.last < coarse.last)
}

/** What speaks for a value: seen to once for each, for very many may be ranked. */
interface Weighed { readonly voice: Voice; readonly person: boolean; readonly latest: string; readonly claims: number; readonly text: string }
const weigh = (voice: Voice): Weighed => ({ voice, person: voice.sayings.some((s) => s.person), latest: latestOf(voice), claims: new Set(voice.sayings.flatMap((s) => s.claims)).size, text: canonicalJson(voice.value) })
const latestOf = (v: Voice): string => v.sayings.reduce((latest, s) => (s.first > latest ? s.first : latest), '')

/** A person's word, then the later event, then more sources, then an exact figure; the text of the value settles the rest. */
const byWeight = (a: Weighed, b: Weighed): number => Number(b.person) - Number(a.person)
  || compareText(b.latest, a.latest) || b.claims - a.claims || Number(isExact(b.voice)) - Number(isExact(a.voice)) || compareText(a.text, b.text)

const byWording = (a: Weighed, b: Weighed): number => b.claims - a.claims || b.text.length - a.text.length || compareText(a.text, b.text)
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const isExact = (v: Voice): boolean => isMoney(v.value) && v.value.qualifier === 'exact'

/** Amounts of different events are a course, not a conflict: promised and delivered differ by nature. */
function differs(name: string, voices: readonly Voice[]): boolean {
  if (name !== 'amount' && name !== 'date') return true
  const events = voices.map((v) => new Set(v.sayings.map((s) => s.event)))
  return events.some((a, i) => events.some((b, j) => j > i && [...a].some((event) => b.has(event))))
}

function reason(best: Voice, second: Voice): string {
  if (best.sayings.some((s) => s.person) && !second.sayings.some((s) => s.person)) return 'a person decided for it'
  if (latestOf(best) > latestOf(second)) return `the latest source (${latestOf(best)})`
  const [many, few] = [claimsOf(best).length, claimsOf(second).length]
  if (many > few) return `${many} claims say so, ${few} the next`
  return isExact(best) && !isExact(second) ? 'an exact figure before an approximate one' : 'no source outweighs the other: the first in alphabetical order, for review'
}

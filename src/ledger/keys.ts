import type { Claim, ClaimFields, Known, Link } from '../core/claim.ts'
import { addDays, bounds, type DatedValue } from '../core/dates.ts'
import type { Money } from '../core/money.ts'

/**
 * The keys under which a claim is filed and the keys by which its like is looked up. Two claims that could score as
 * the same share at least one (text: with a probability above 0.99); the scoring itself is `match.ts`.
 */
export interface Keys { readonly filed: readonly number[]; readonly sought: readonly number[] }

/** Keys are hashes of 32 bits: two that fall together by chance cost one comparison, nothing else. */
export function keysOf(claim: Claim<Known>): Keys {
  const hashed = (list: readonly string[]) => [...new Set(list.map((key) => textHash(`${claim.fields.kind} ${key}`) | 0))]
  const { filed, sought } = keys(claim.fields)
  return { filed: hashed(filed), sought: hashed(sought) }
}

interface Spelled { readonly filed: readonly string[]; readonly sought: readonly string[] }

function keys(fields: ClaimFields<Known>): Spelled {
  switch (fields.kind) {
    case 'commitment': return commitment(fields.provider.map(name), fields.recipient.map(name), fields)
    case 'meeting': return meeting(fields.forum ? [name(fields.forum)] : [], fields.parties.map(name), fields.date)
    case 'project': return both(fields.parties.map((p) => `${name(p)} ${fields.form}`))
    case 'ask': return both([...pairs([name(fields.asker)], fields.addressee.map(name)), ...sketch(fields.text)])
    case 'statement': return both(sketch(fields.text).map((s) => `${name(fields.speaker)} ${s}`))
    case 'lesson': return both(sketch(fields.text))
    case 'planning': return both(sketch(fields.text).map((s) => `${fields.topic} ${s}`))
  }
}

const both = (list: readonly string[]): Spelled => ({ filed: list, sought: list })
const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
const words = (text: string): readonly string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
const name = (link: Link): string => link.to ?? words(link.label).join('-')
const pairs = (a: readonly string[], b: readonly string[]) => a.flatMap((x) => b.map((y) => `${x} ${y}`))

function commitment(provider: readonly string[], recipient: readonly string[], f: { amount: Money | null; items: readonly { name: string }[]; date: DatedValue | null }): Spelled {
  const goods = pairs(provider, f.items.flatMap((item) => words(item.name)).filter((w) => w.length > 2))
  const when = pairs(recipient.length ? pairs(provider, recipient) : provider, months(f.date))
  const filed = pairs(provider, amountKeys(f.amount, 0)), sought = pairs(provider, amountKeys(f.amount, 1))
  return { filed: [...filed, ...goods, ...when], sought: [...sought, ...goods, ...when] }
}

function meeting(forum: readonly string[], parties: readonly string[], date: DatedValue | null): Spelled {
  const who = [...forum, ...parties], near = months(date)
  const around = date ? [...new Set([...near, ...months(date, 14), 'undated'])] : near
  const whenever = forum.map((f) => `${f} any day`)
  return { filed: [...pairs(who, near), ...whenever], sought: date ? pairs(who, around) : [...pairs(who, near), ...whenever] }
}

/** The months a date touches, widened by some days; a span of more than a year is as good as no date. */
function months(date: DatedValue | null, widen = 0): readonly string[] {
  if (!date) return ['undated']
  const [first, last] = bounds(date.edtf)
  if (first < '1900' || last > '2200') return ['undated']
  const from = addDays(first, -widen).slice(0, 7), to = addDays(last, widen).slice(0, 7)
  const out: string[] = []
  for (let [year, month] = from.split('-').map(Number) as [number, number]; out.length < 14; month++) {
    if (month > 12) { year++; month = 1 }
    const text = `${year}-${String(month).padStart(2, '0')}`
    if (text > to) break
    out.push(text)
  }
  return out.length > 13 ? ['undated'] : out
}

/** A bucket of one per cent in the money's own currency, and those beside it. */
function amountKeys(amount: Money | null, beside: number): readonly string[] {
  if (!amount || amount.minor <= 0n) return []
  const bucket = Math.round((Math.log(Number(amount.minor)) - amount.digits * Math.LN10) / Math.log(1.01))
  return Array.from({ length: 2 * beside + 1 }, (_, i) => `${amount.currency} ${bucket + i - beside}`)
}

const salts = [0x9e3779b1, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f, 0x165667b1, 0xd3a2646c]
/** Least hash of the words under six salts: texts with most words in common share one nearly always. */
function sketch(text: string): readonly string[] {
  const set = [...new Set(words(text))].map(textHash)
  return set.length === 0 ? [] : salts.map((salt, i) => {
    let least = 0xffffffff
    for (const h of set) { const mixed = mix(h ^ salt); if (mixed < least) least = mixed }
    return `${i}${least.toString(36)}`
  })
}

/** FNV-1a. */
function textHash(word: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < word.length; i++) h = Math.imul(h ^ word.charCodeAt(i), 0x01000193)
  return h >>> 0
}

function mix(h: number): number {
  let x = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35)
  return (x ^ (x >>> 16)) >>> 0
}

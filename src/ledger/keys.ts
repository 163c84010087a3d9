import type { Claim, ClaimFields, CommitmentFields, Known, Link } from '../core/claim.ts'
import { addDays, bounds, isWholeDay, type DatedValue } from '../core/dates.ts'
import type { Money } from '../core/money.ts'
import { kindsOfGoods } from './goods-kinds.ts'

/**
 * The keys under which a claim is filed, and those by which its like is looked up. Two claims that could score as the
 * same share at least one (texts: nearly always); the scoring itself is `match.ts`.
 * @example filedKeys(a).some((key) => soughtKeys(b).includes(key)) // true when a and b give one sum by one provider
 */
export const filedKeys = (claim: Claim<Known>): readonly number[] => hashed(claim, keys(claim.fields, 'filed'))
export const soughtKeys = (claim: Claim<Known>): readonly number[] => hashed(claim, keys(claim.fields, 'sought'))

/** Keys are hashes of 32 bits: two that fall together by chance cost one comparison, nothing else. */
function hashed({ fields }: Claim<Known>, list: readonly string[]): readonly number[] {
  const kind = textHash(`${fields.kind} `), found: number[] = []
  for (const key of list) { const hash = textHash(key, kind) | 0; if (!found.includes(hash)) found.push(hash) }
  return found
}

type Side = 'filed' | 'sought'

function keys(fields: ClaimFields<Known>, side: Side): readonly string[] {
  switch (fields.kind) {
    case 'commitment': return commitment(fields.provider.map(name), fields.recipient.map(name), fields, side)
    case 'meeting': return meeting(fields.forum ? [name(fields.forum)] : [], fields.parties.map(name), fields.date, side)
    case 'project': return fields.parties.map((p) => `${name(p)} ${fields.form}`)
    case 'ask': return [...pairs([name(fields.asker)], fields.addressee.map(name)), ...wording([fields.asker], fields.text)]
    case 'statement': return wording([fields.speaker], fields.text)
    case 'lesson': return wording(fields.learner, fields.text)
    case 'planning': return wording(fields.actor, fields.text).map((key) => `${fields.topic} ${key}`)
  }
}

const plain = /^[\x20-\x7e]*$/
const fold = (text: string) => (plain.test(text) ? text : text.normalize('NFKD').replace(/\p{M}/gu, '')).toLowerCase()
const words = (text: string): readonly string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
const name = (link: Link): string => link.to ?? words(link.label).join('-')
function pairs(a: readonly string[], b: readonly string[]): readonly string[] {
  const found: string[] = []
  for (const x of a) for (const y of b) found.push(`${x} ${y}`)
  return found
}

type Filed = Pick<CommitmentFields<Known>, 'amount' | 'items' | 'date' | 'dataset'>

function commitment(provider: readonly string[], recipient: readonly string[], f: Filed, side: Side): readonly string[] {
  const goods = pairs(provider, f.items.flatMap((item) => words(item.name)).filter((w) => w.length > 2))
  // Texts in two languages share no word for a thing: its kind and number stand for it.
  const kinds = pairs(provider, f.items.flatMap((item) => (item.quantity === null ? [] : [...kindsOfGoods(item.name)].map((kind) => `${item.quantity} ${kind}`))))
  // A text that gives no day may be of the month after what it tells.
  const when = pairs(recipient.length ? pairs(provider, recipient) : provider, months(f.date, side === 'sought' && isWholeDay(f.date?.edtf) ? 7 : 0))
  // Whatever else a later release changes in a row of a dataset, its key leads to it.
  const row = f.dataset ? [`${f.dataset.name} ${f.dataset.key}`] : []
  return [...row, ...pairs(provider, amountKeys(f.amount, side === 'filed' ? 0 : 1)), ...goods, ...kinds, ...when]
}

/** A meeting is filed by its months and its forum; a dated one is looked for around its day, and where no day is given. */
function meeting(forum: readonly string[], parties: readonly string[], date: DatedValue | null, side: Side): readonly string[] {
  const who = [...forum, ...parties]
  if (side === 'sought' && date) return pairs(who, [...new Set([...months(date, 14), 'undated'])])
  return [...pairs(who, months(date)), ...forum.map((f) => `${f} any day`)]
}

/** The months a date touches, widened by some days; a span of more than a year is as good as no date. */
function months(date: DatedValue | null, widen = 0): readonly string[] {
  if (!date) return ['undated']
  if (widen === 0 && /^\d{4}-\d\d-\d\d$/.test(date.edtf)) return [date.edtf.slice(0, 7)]
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

/** Like wording by one actor; where no actor is named, only the same words. */
function wording(actors: readonly Link[], text: string): readonly string[] {
  return [words(text).join(' '), ...pairs(actors.map(name), sketch(text))]
}

const bands = 10
/**
 * Pairs of least hashes of the longer words: texts with most words in common share one of the ten nearly always, texts
 * with few in common rarely.
 */
function sketch(text: string): readonly string[] {
  const all = words(text), long = all.filter((w) => w.length > 3)
  const hashes = [...new Set(long.length >= 3 ? long : all)].map((word) => textHash(word))
  return Array.from({ length: hashes.length === 0 ? 0 : bands }, (_, i) => `${i} ${least(hashes, 2 * i + 1)} ${least(hashes, 2 * i + 2)}`)
}

function least(hashes: readonly number[], salt: number): number {
  let found = 0xffffffff
  for (const h of hashes) { const mixed = mix(h ^ Math.imul(salt, 0x9e3779b1)); if (mixed < found) found = mixed }
  return found
}

/** FNV-1a, of a text that goes on from one hashed before. */
function textHash(word: string, before = 0x811c9dc5): number {
  let h = before
  for (let i = 0; i < word.length; i++) h = Math.imul(h ^ word.charCodeAt(i), 0x01000193)
  return h >>> 0
}

function mix(h: number): number {
  let x = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35)
  return (x ^ (x >>> 16)) >>> 0
}

import type { Claim, ClaimFields, CommitmentFields, Known, Link } from '../core/claim.ts'
import { addDays, bounds, isWholeDay, type DatedValue } from '../core/dates.ts'
import type { Money } from '../core/money.ts'
import { kindsOfGoods } from './goods-kinds.ts'

/**
 * The keys under which a claim is filed, and those by which its like is looked up. Two claims that could score as the
 * same share at least one (texts: nearly always); the scoring itself is `match.ts`.
 * @example filedKeys(a).some((key) => soughtKeys(b).includes(key)) // true when a and b give one sum by one provider
 */
export const filedKeys = (claim: Claim<Known>): readonly number[] => keys(claim.fields, 'filed')
export const soughtKeys = (claim: Claim<Known>): readonly number[] => keys(claim.fields, 'sought')

type Side = 'filed' | 'sought'

/**
 * Keys are hashes of 32 bits, of the words of a key that are hashed one after the other: two that fall together by chance
 * cost one comparison, nothing else.
 */
function keys(fields: ClaimFields<Known>, side: Side): readonly number[] {
  const found: number[] = []
  for (const key of hashes(fields, textHash(' ', textHash(fields.kind)), side)) { const hash = key | 0; if (!found.includes(hash)) found.push(hash) }
  return found
}

/** @param start the hash of what all keys of a kind begin with */
function hashes(fields: ClaimFields<Known>, start: number, side: Side): readonly number[] {
  switch (fields.kind) {
    case 'commitment': return commitment(fields.provider.map((p) => textHash(name(p), start)), fields.recipient.map(name), fields, start, side)
    case 'meeting': return meeting(fields.forum ? [textHash(name(fields.forum), start)] : [], fields.parties.map((p) => textHash(name(p), start)), fields.date, side)
    case 'project': return fields.parties.map((p) => textHash(fields.form, spaced(textHash(name(p), start))))
    case 'ask': return [...pairs([textHash(name(fields.asker), start)], fields.addressee.map(name)), ...wording([fields.asker], fields.text, start)]
    case 'statement': return wording([fields.speaker], fields.text, start)
    case 'lesson': return wording(fields.learner, fields.text, start)
    case 'planning': return wording(fields.actor, fields.text, spaced(textHash(fields.topic, start)))
  }
}

const plain = /^[\x20-\x7e]*$/
/** The words of a text in lower case, without accents. */
const words = (text: string): readonly string[] => (plain.test(text) ? text.toLowerCase().match(/[a-z0-9]+/g) : text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().match(/[\p{L}\p{N}]+/gu)) ?? []
const name = (link: Link): string => link.to ?? words(link.label).join('-')

/** Each beginning with each word after it. */
function pairs(beginnings: readonly number[], words: readonly string[]): readonly number[] {
  const found: number[] = []
  for (const beginning of beginnings) for (const word of words) found.push(textHash(word, spaced(beginning)))
  return found
}

type Filed = Pick<CommitmentFields<Known>, 'amount' | 'items' | 'date' | 'dataset'>

function commitment(provider: readonly number[], recipient: readonly string[], f: Filed, start: number, side: Side): readonly number[] {
  const goods: string[] = []
  for (const item of f.items) for (const word of words(item.name)) if (word.length > 2) goods.push(word)
  // Texts in two languages share no word for a thing: its kind and number stand for it.
  for (const item of f.items) if (item.quantity !== null) for (const kind of kindsOfGoods(item.name)) goods.push(`${item.quantity} ${kind}`)
  // A text that gives no day may be of the month after what it tells.
  const when = pairs(recipient.length ? pairs(provider, recipient) : provider, months(f.date, side === 'sought' && isWholeDay(f.date?.edtf) ? 7 : 0))
  // Whatever else a later release changes in a row of a dataset, its key leads to it.
  const row = f.dataset ? [textHash(`${f.dataset.name} ${f.dataset.key}`, start)] : []
  return [...row, ...pairs(provider, amountKeys(f.amount, side === 'filed' ? 0 : 1)), ...pairs(provider, goods), ...when]
}

/** A meeting is filed by its months and its forum; a dated one is looked for around its day, and where no day is given. */
function meeting(forum: readonly number[], parties: readonly number[], date: DatedValue | null, side: Side): readonly number[] {
  const who = [...forum, ...parties]
  if (side === 'sought' && date) return pairs(who, [...new Set([...months(date, 14), 'undated'])])
  return [...pairs(who, months(date)), ...pairs(forum, ['any day'])]
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
function wording(actors: readonly Link[], text: string, start: number): readonly number[] {
  const all = words(text), found = [textHash(all.join(' '), start)]
  if (all.length === 0) return found
  const beginnings = actors.map((actor) => textHash(name(actor), start)), least = sketch(all)
  for (const beginning of beginnings) for (let i = 0; i < bands; i++) found.push(numberHash(least[2 * i + 1]!, spaced(numberHash(least[2 * i]!, spaced(numberHash(i, spaced(beginning)))))))
  return found
}

const bands = 10
/**
 * Ten pairs of least hashes of the longer words: texts with most words in common share one of the ten nearly always, texts
 * with few in common rarely.
 */
function sketch(all: readonly string[]): Uint32Array {
  const long = all.filter((w) => w.length > 3), hashed = (long.length >= 3 ? long : all).map((word) => textHash(word)), found = new Uint32Array(2 * bands).fill(0xffffffff)
  for (const h of hashed) for (let i = 0; i < found.length; i++) { const mixed = mix(h ^ Math.imul(i + 1, 0x9e3779b1)); if (mixed < found[i]!) found[i] = mixed }
  return found
}

/** FNV-1a, of a text that goes on from one hashed before. */
function textHash(word: string, before = 0x811c9dc5): number {
  let h = before
  for (let i = 0; i < word.length; i++) h = Math.imul(h ^ word.charCodeAt(i), 0x01000193)
  return h >>> 0
}

/** The hash after a space more. */
const spaced = (before: number): number => Math.imul(before ^ 0x20, 0x01000193)

/** As of the number's digits. */
function numberHash(n: number, before: number): number {
  let h = before, power = 1
  while (n / power >= 10) power *= 10
  for (let rest = n; power >= 1; power /= 10) { const digit = Math.floor(rest / power); rest -= digit * power; h = Math.imul(h ^ (0x30 + digit), 0x01000193) }
  return h >>> 0
}

function mix(h: number): number {
  let x = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35)
  return (x ^ (x >>> 16)) >>> 0
}

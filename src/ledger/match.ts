import type { ClaimFields, CommitmentFields, DatasetKey, Known, Link, MeetingFields, Place } from '../core/claim.ts'
import { addDays, bounds, type DatedValue } from '../core/dates.ts'
import { moneyValue, type Money } from '../core/money.ts'
import type { DocumentId } from '../core/ids.ts'
import { sameKindOfGoods } from './goods-kinds.ts'
import type { Convert } from './totals.ts'

/** What the comparison of two claims says, and why. Only `same` joins; `unsure` goes to the review queue. */
export interface Match { readonly verdict: 'same' | 'unsure' | 'different'; readonly score: number; readonly reasons: readonly string[] }

/** One side of a comparison: the resolved fields, their document and its publication day. */
export interface Side {
  readonly fields: ClaimFields<Known>
  readonly document: DocumentId
  readonly published: string | null
  /** The words it rests on, where they are at hand. */
  readonly words?: string
}

/** Thresholds of certainty: at `same` two claims join one record, between the two a person decides. */
export const thresholds = { same: 0.75, unsure: 0.5 }

/**
 * Do two claims speak of the same thing in the world? Symmetric, and a function of the two claims alone, so that
 * the partition into records does not depend on the order of reading. Two claims of one document are never the same:
 * the extractors have joined what the document repeats.
 * @param convert euro values at a day, so that sums in two currencies can be compared
 * @example compare(a, b) // { verdict: 'same', score: 0.9, reasons: ['same forum', 'same day'] }
 */
export function compare(a: Side, b: Side, convert?: Convert): Match {
  if (a.fields.kind !== b.fields.kind) return different('another kind')
  const row = datasetRow(a.fields, b.fields)
  if (row) return row
  if (a.document === b.document) return different('same document')
  const marks = score(a, b, convert)
  if (typeof marks === 'string') return different(marks)
  const points = marks.reduce((sum, m) => sum + m.points, 0)
  // Two figures that differ, or one promise made twice with months between, are never joined by machine, however alike the rest is.
  const total = marks.some((m) => doubtful.has(m.reason)) ? Math.min(points, thresholds.same - 0.01) : points
  const verdict = total >= thresholds.same ? 'same' : total >= thresholds.unsure ? 'unsure' : 'different'
  return { verdict, score: Math.max(0, Math.min(1, total)), reasons: marks.filter((m) => m.points !== 0).map((m) => m.reason) }
}

const doubtful: ReadonlySet<string> = new Set(['a similar amount', 'another amount', 'months apart', 'the recipient is named in one alone'])

/** Rows of one dataset are told by their key alone: the same key is the same commitment in every release, unless the key was given to another donor. */
function datasetRow(x: ClaimFields<Known>, y: ClaimFields<Known>): Match | undefined {
  if (x.kind !== 'commitment' || y.kind !== 'commitment' || !x.dataset || !y.dataset || x.dataset.name !== y.dataset.name) return undefined
  const part = (k: DatasetKey) => (isFact(k) ? '' : k.part ?? '')
  if (x.dataset.key !== y.dataset.key || part(x.dataset) !== part(y.dataset)) return different('another row of the dataset')
  if (!x.provider.some((p) => y.provider.some((q) => sameActor(p, q)))) return different('the key was re-used for another donor')
  return { verdict: 'same', score: 1, reasons: [`${x.dataset.name} ${x.dataset.key}`] }
}

/** A row that gives a further fact of its package (what was allocated, what has arrived), and is no item of it. */
export const isFact = ({ part }: DatasetKey): boolean => part === 'delivered' || part === 'allocated'

interface Mark { readonly points: number; readonly reason: string }
const different = (reason: string): Match => ({ verdict: 'different', score: 0, reasons: [reason] })
const mark = (points: number, reason: string): Mark => ({ points, reason })

/** Marks for and against, or the one reason that settles it. */
function score(a: Side, b: Side, convert: Convert | undefined): readonly Mark[] | string {
  const x = a.fields, y = b.fields
  if (x.kind === 'meeting' && y.kind === 'meeting') return meeting(x, y)
  if (x.kind === 'commitment' && y.kind === 'commitment') return commitment(x, y, a, b, convert)
  if (x.kind === 'ask' && y.kind === 'ask') return [...actors([x.asker], [y.asker], 0.3, 'asker'), ...actors(x.addressee, y.addressee, 0.25, 'addressee'), mark(0.5 * overlap(x.text, y.text), 'wording'), ...near(a, b, 30)]
  if (x.kind === 'project' && y.kind === 'project') return [...actors(x.parties, y.parties, 0.4, 'party'), mark(0.4 * overlap(x.subject, y.subject), 'subject'), mark(x.form === y.form ? 0.2 : 0, 'same form')]
  if (x.kind === 'statement' && y.kind === 'statement') return sameActor(x.speaker, y.speaker) ? [mark(0.2, 'same speaker'), mark(0.75 * overlap(x.text, y.text), 'wording'), ...near(a, b, 14)] : 'another speaker'
  if (x.kind === 'lesson' && y.kind === 'lesson') return [...actors(x.learner, y.learner, 0.2, 'learner'), mark(0.75 * overlap(x.text, y.text), 'wording')]
  if (x.kind === 'planning' && y.kind === 'planning') return x.topic !== y.topic ? 'another topic' : [...actors(x.actor, y.actor, 0.2, 'actor'), mark(0.75 * overlap(x.text, y.text), 'wording')]
  return 'another kind'
}

function meeting(x: MeetingFields<Known>, y: MeetingFields<Known>): readonly Mark[] | string {
  if (x.forum && y.forum && !sameActor(x.forum, y.forum)) return 'another forum'
  const when = dates(x.date, y.date), moved = x.state === 'planned' || y.state === 'planned' || x.state === 'postponed' || y.state === 'postponed'
  const numbered = x.ordinal !== null && y.ordinal !== null ? (x.ordinal === y.ordinal ? 'same' : 'other') : 'unknown'
  // Sources miscount: on one day the numbers may differ, on two days they tell two meetings apart.
  if (numbered === 'other' && when !== 'same day') return 'another number in the series'
  if (when === 'apart' && !(moved && x.forum && daysApart(x.date, y.date) <= 21)) return 'another day'
  // The state of a town that no table knows is a guess, and says nothing against a listed one.
  const listed = x.place?.to && y.place?.to, abroad = when !== 'apart' && !moved && listed && x.country && y.country && x.country !== y.country
  // One forum on one day in two states: one of the sources errs, and a person says which.
  if (abroad && !(x.forum && y.forum && when === 'same day')) return 'another state'
  const shared = x.parties.filter((p) => y.parties.some((q) => sameActor(p, q))).length
  const least = Math.min(x.parties.length, y.parties.length)
  if (!x.forum && least > 0 && shared < Math.min(2, least)) return 'other parties'
  const places = x.place && y.place ? samePlace(x.place, y.place) : 0
  // Towns are written differently in each language: a forum that sits twice on one day in one state would be rarer than that.
  const oneSeat = places < 0.5 && x.forum && y.forum && when === 'same day' && (x.country && x.country === y.country || x.place && y.place && !listed)
  return [
    mark(x.forum && y.forum ? 0.45 : 0, 'same forum'),
    mark(when === 'same day' ? 0.4 : when === 'within' ? 0.25 : when === 'apart' ? 0.3 : 0, when === 'apart' ? 'planned, then moved' : when),
    mark(least > 0 ? (0.25 * shared) / least : 0, `${shared} parties in common`),
    mark(places >= 0.5 ? 0.2 : oneSeat ? 0.05 : x.place && y.place ? (moved ? 0 : -0.3) : 0, places >= 0.5 ? 'same place' : oneSeat ? 'same state' : abroad ? 'another state' : 'another place'),
    mark(x.mode && y.mode && x.mode !== y.mode && !moved ? -0.4 : 0, 'another mode'),
    mark(numbered === 'same' ? 0.2 : numbered === 'other' ? -0.1 : 0, numbered === 'same' ? 'same number in the series' : 'numbered differently'),
  ]
}

function commitment(x: CommitmentFields<Known>, y: CommitmentFields<Known>, a: Side, b: Side, convert: Convert | undefined): readonly Mark[] | string {
  if (!x.provider.some((p) => y.provider.some((q) => sameActor(p, q)))) return 'another provider'
  if (x.recipient.length && y.recipient.length && !x.recipient.some((p) => y.recipient.some((q) => sameActor(p, q)))) return 'another recipient'
  if (x.total !== y.total) return 'a total and a part'
  const money = amounts(x, y, a, b, convert), goods = items(x, y), when = told(x.date, y.date, a, b)
  if (money === 'differ' && (goods !== 'equal' || when === 'apart')) return 'another amount'
  if (goods === 'differ' && money !== 'equal' && money !== 'equal after conversion') return 'other goods'
  if (money === 'unknown' && goods === 'unknown') return [mark(0.3, 'same parties'), mark(x.aid === y.aid ? 0.1 : 0, 'same kind of aid'), mark(0.3 * overlap(a.words ?? '', b.words ?? ''), 'wording'), ...near(a, b, 7)]
  const fulfils = when !== 'same day' && goods === 'equal' && laterStage(x, y, when === 'apart')
  const channel = x.channel && y.channel ? (sameActor(x.channel, y.channel) ? 'same' : 'other') : 'unknown'
  return [
    mark(0.2, 'same provider'),
    mark({ equal: 0.4, 'equal after conversion': 0.35, 'equal when rounded': when === 'same day' ? 0.3 : 0.15, close: 0.15, differ: -0.1, unknown: 0.05 }[money], money === 'close' || (money === 'equal when rounded' && when !== 'same day') ? 'a similar amount' : money === 'differ' ? 'another amount' : money === 'unknown' ? 'one amount unknown' : `amount ${money}`),
    mark(goods === 'equal' ? 0.3 : goods === 'differ' ? -0.15 : 0, goods === 'equal' ? 'same goods' : 'other goods'),
    mark(when === 'same day' ? 0.15 : when === 'within' ? 0.1 : when === 'undated' ? 0.05 : x.stage === y.stage ? -0.2 : 0, when !== 'apart' ? when : x.stage === y.stage && daysApart(x.date, y.date) > 60 ? 'months apart' : 'another day'),
    mark(x.aid === y.aid ? 0.05 : -0.05, x.aid === y.aid ? 'same kind of aid' : 'another kind of aid'),
    mark(channel === 'same' ? 0.15 : channel === 'other' ? -0.2 : 0, channel === 'same' ? 'same channel' : 'another channel'),
    mark(0.15 * overlap(a.words ?? '', b.words ?? ''), 'wording'),
    ...(fulfils ? [mark(0.2, 'a later stage of the same goods')] : toldLater(x.date, a, when) || toldLater(y.date, b, when) ? [mark(0.1, 'told of again later')] : near(a, b, 60)),
    ...(foreign(x) !== foreign(y) && (x.recipient.length === 0 || y.recipient.length === 0) ? [mark(-0.1, 'the recipient is named in one alone')] : []),
  ]
}

/**
 * Is one of two claims of a stage that follows: handed over in autumn what was promised in summer, in the same number? Days
 * that are apart must come in that order; a delivery may be told with the month of its promise.
 */
function laterStage(x: CommitmentFields<Known>, y: CommitmentFields<Known>, apart: boolean): boolean {
  const counted = x.items.some((i) => i.quantity !== null && y.items.some((j) => j.quantity === i.quantity))
  const follows = (p: CommitmentFields<Known>, q: CommitmentFields<Known>) => promised.has(p.stage) && arrived.has(q.stage) && (!apart || bounds(p.date!.edtf)[0] < bounds(q.date!.edtf)[0])
  return counted && (!apart || daysApart(x.date, y.date) <= 366) && (follows(x, y) || follows(y, x))
}
const promised: ReadonlySet<string> = new Set(['announced', 'approved', 'allocated', 'contracted']), arrived: ReadonlySet<string> = new Set(['in delivery', 'delivered'])

/** Support is Ukraine's unless a text says otherwise: a text that names no recipient does not speak of another one. */
const foreign = ({ recipient }: CommitmentFields<Known>): boolean => recipient.length > 0 && !recipient.some((r) => r.label === 'UA' || r.mention.country === 'UA')

export type Amounts = 'equal' | 'equal after conversion' | 'equal when rounded' | 'close' | 'differ' | 'unknown'
/** Two sums: equal also when one is the other rounded ("5.8 billion", 5,841,179,332), or after conversion at their days within 3 %. */
export function amounts(x: CommitmentFields<Known>, y: CommitmentFields<Known>, a: Side, b: Side, convert: Convert | undefined): Amounts {
  if (!x.amount || !y.amount) return 'unknown'
  if (x.amount.currency === y.amount.currency) {
    const found = apart(moneyValue(x.amount), moneyValue(y.amount), 0.005)
    return found === 'close' && (isRoughly(x.amount, y.amount) || isRoughly(y.amount, x.amount)) ? 'equal when rounded' : found
  }
  const p = inEuro(x.amount, x.date, a, convert), q = inEuro(y.amount, y.date, b, convert)
  if (p === null || q === null) return 'unknown'
  const found = apart(p, q, 0.03)
  return found === 'equal' ? 'equal after conversion' : found
}

function apart(p: number, q: number, tolerance: number): 'equal' | 'close' | 'differ' {
  const difference = Math.abs(p - q) / Math.max(Math.abs(p), Math.abs(q), 1e-9)
  if (difference <= tolerance || isRounded(p, q) || isRounded(q, p)) return 'equal'
  return difference <= 0.2 ? 'close' : 'differ'
}
/** @example isRounded(5841179332, 5.8e9) // true */
function isRounded(fine: number, coarse: number): boolean {
  const digits = String(coarse).replace(/[.e].*/, '').replace(/(?<!0)0+$/, '').length
  return digits >= 2 && Number(fine.toPrecision(digits)) === coarse
}

/** "Some 50 million" may be 54 million: one digit, and said to be no more. */
const isRoughly = (coarse: Money, fine: Money): boolean => coarse.qualifier === 'about' && Number(moneyValue(fine).toPrecision(1)) === moneyValue(coarse)

function inEuro(amount: Money, date: DatedValue | null, side: Side, convert: Convert | undefined): number | null {
  if (amount.currency === 'EUR') return moneyValue(amount)
  const day = date ? bounds(date.edtf) : null
  return convert?.(amount, day ? (day[0] === '0000-01-01' ? day[1] : day[0]) : side.published)?.value ?? null
}

/** Do two commitments name one kind of goods in one number? */
export function items(x: CommitmentFields<Known>, y: CommitmentFields<Known>): 'equal' | 'differ' | 'unknown' {
  if (!x.items.length || !y.items.length) return 'unknown'
  const some = x.items.some((i) => y.items.some((j) => (i.quantity === null || j.quantity === null) && sameKindOfGoods(i.name, j.name)))
  const hit = x.items.some((i) => y.items.some((j) => (i.quantity === j.quantity ? overlap(i.name, j.name) >= 0.5 || sameKindOfGoods(i.name, j.name) : (i.quantity === null || j.quantity === null) && overlap(i.name, j.name) >= 0.5)))
  // The same kind without its number in one of them says nothing for the pair, and nothing against it.
  return hit ? 'equal' : some ? 'unknown' : 'differ'
}

const samePlace = (a: Place<Known>, b: Place<Known>): number => (a.to && b.to ? (a.to === b.to ? 1 : 0) : overlap(a.written, b.written))
export const sameActor = (a: Link, b: Link): boolean => (a.to && b.to ? a.to === b.to : a.label === b.label || overlap(a.label, b.label) === 1)
const actors = (a: readonly Link[], b: readonly Link[], points: number, what: string): readonly Mark[] =>
  a.length && b.length ? [a.some((p) => b.some((q) => sameActor(p, q))) ? mark(points, `same ${what}`) : mark(-0.5, `another ${what}`)] : []
const near = (a: Side, b: Side, days: number): readonly Mark[] =>
  a.published && b.published ? [mark(Math.abs(Date.parse(a.published.slice(0, 10)) - Date.parse(b.published.slice(0, 10))) / 864e5 <= days ? 0.1 : -0.1, `reported within ${days} days`)] : []

function dates(a: DatedValue | null, b: DatedValue | null): 'same day' | 'within' | 'apart' | 'undated' {
  if (!a || !b) return 'undated'
  const [p, q] = bounds(a.edtf), [r, s] = bounds(b.edtf)
  if (p === r && q === s) return 'same day'
  return p <= s && r <= q ? 'within' : 'apart'
}

/**
 * As `dates`, where one day may be no more than that of its text: what a text tells without a day may have happened in the
 * week before it.
 */
function told(a: DatedValue | null, b: DatedValue | null, x: Side, y: Side): ReturnType<typeof dates> {
  const when = dates(a, b)
  if (when !== 'apart' || !a || !b) return when
  const week = daysApart(a, b) <= 7, [p, q] = [isOfItsText(a, x), isOfItsText(b, y)], before = bounds(a.edtf)[0] < bounds(b.edtf)[0]
  return week && p && q ? 'undated' : week && (before ? q : p) ? 'within' : when
}
/** Does a text tell of what lies two months and more behind it, on a day or in a month that the other one names? */
function toldLater(date: DatedValue | null, { published }: Side, when: ReturnType<typeof dates>): boolean {
  if (!date || !published || (when !== 'same day' && when !== 'within')) return false
  const [first, last] = bounds(date.edtf)
  return addDays(first, 31) >= last && addDays(last, 60) <= published.slice(0, 10)
}

const isOfItsText = (date: DatedValue, { published }: Side): boolean => date.basis === 'inferred' && published !== null && date.edtf === published.slice(0, 10)

const daysApart = (a: DatedValue | null, b: DatedValue | null): number =>
  a && b ? Math.abs(Date.parse(bounds(a.edtf)[0]) - Date.parse(bounds(b.edtf)[0])) / 864e5 : Infinity

const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim()

// A new document is compared with many recorded claims: the words of a text are counted once, and forgotten in bulk.
const bags = new Map<string, ReadonlyMap<string, number>>()
function bagOf(text: string): ReadonlyMap<string, number> {
  const known = bags.get(text)
  if (known) return known
  const bag = new Map<string, number>()
  for (const word of fold(text).match(/[\p{L}\p{N}]+/gu) ?? []) bag.set(word, (bag.get(word) ?? 0) + 1)
  if (bags.size > 20_000) bags.clear()
  bags.set(text, bag)
  return bag
}

/** Share of words two texts have in common (F1 of their word bags). @example overlap('fair peace', 'a fair peace') // 0.8 */
export function overlap(a: string, b: string): number {
  const x = bagOf(a), y = bagOf(b)
  let hit = 0, all = 0
  for (const [word, n] of x) { all += n; hit += Math.min(n, y.get(word) ?? 0) }
  for (const n of y.values()) all += n
  return all === 0 ? 0 : (2 * hit) / all
}

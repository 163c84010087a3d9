import type { Span } from '../../core/evidence.ts'
import type { Analysis, MentionAt } from '../analysis.ts'
import { cuesOf, gap, hasCue, onReading, overlaps, type Reading } from '../frames/frames.ts'
import { goodsAt, goodsBought } from '../learned/goods.ts'
import type { ItemAt } from '../money/items.ts'

/**
 * The goods that a sum pays for: those it is the price of, which stand before it, else those it is for, behind it.
 * @example // "ordered 24 stoves for Ukraine at a cost of €2m", "24 stoves (€2m)", "€2m for 24 stoves" all have the stoves
 */
export function goodsOfSum(analysis: Analysis, reading: Reading, sum: Span, span: Span): readonly ItemAt[] {
  const priced = goodsPriced(analysis, reading, sum)
  return priced.length > 0 ? priced : goodsBought(analysis, reading, beforeOthers(analysis, reading, span))
}

/** "€50m for repairs, and 14 boats": counted goods behind a comma and an "and" stand beside the sum, not for it. */
function beforeOthers(analysis: Analysis, reading: Reading, span: Span): Span {
  const other = goodsBeside(analysis, reading, span)[0]
  return other ? { start: span.start, end: other.start } : span
}

/** The goods that stand beside a sum, from their number on. */
export function goodsBeside(analysis: Analysis, reading: Reading, span: Span): readonly ItemAt[] {
  const goods = goodsAt(analysis, reading).filter((g) => g.start >= span.start && g.end <= span.end), gapped = goods.findIndex((g) => g.item.quantity !== null && partBefore(reading, g, span) !== null)
  if (gapped >= 0) return goods.slice(gapped)
  const at = goods.findIndex((g, i) => g.item.quantity !== null && g.start - span.start > 12 && goods.slice(0, i).every((b) => b.item.quantity === null) && cuesOf(reading, 'frames.and').some((a) => /^,\s$/.test(reading.text.slice(a.start - 2 - reading.start, a.start - reading.start)) && a.start - 2 > span.start + 8 && a.end <= g.start && !/\p{L}/u.test(reading.text.slice(a.end - reading.start, g.start - reading.start).replace(/^\s(?:\p{L}{1,12}|\d+)\s/u, ''))))
  return at < 0 ? [] : goods.slice(at)
}

/** "And the Netherlands 25,000 drones": the state right before goods and right behind an "and" or a comma, which gives them; null where none does. */
export function partBefore(reading: Reading, goods: Span, { start }: Span): MentionAt | null {
  const state = reading.mentions.findLast((m) => m.end <= goods.start && m.start >= start && m.mention.type === 'state' && m.mention.country !== 'UA')
  return state && goods.start - state.end <= 2 && /(?:,|[\s,](?:and|und|et|e|a|i|oraz|та|і|й|а))\s(?:\p{L}{1,3}[\s'’])?$/u.test(reading.text.slice(0, state.start - reading.start)) ? state : null
}

/** How far from its goods a price may stand. */
const reach = 90

/** The list of goods right before a sum that is their price: behind a word of worth or price, or in brackets. */
export function goodsPriced(analysis: Analysis, reading: Reading, sum: Span): readonly ItemAt[] {
  if (!isPrice(reading, sum)) return []
  const before = goodsAt(analysis, reading).filter((g) => g.end <= sum.start), last = before.at(-1)
  if (!last || sum.start - last.end > reach || !isTogether(reading, last, sum, true)) return []
  let from = before.length - 1
  while (from > 0 && gap(before[from - 1]!, before[from]!) <= 40 && isTogether(reading, before[from - 1]!, before[from]!, false)) from--
  return before.slice(from)
}

/** Do words before a sum make it the price of what they name? */
function isPrice(reading: Reading, sum: Span): boolean {
  const before = reading.text.slice(Math.max(0, sum.start - reading.start - reach), sum.start - reading.start)
  return /\([^()]{0,20}$/.test(before) || priceWord(reading, before) || cuesOf(reading, 'support.worth', { start: sum.start - reach, end: sum.start }).some((c) => sum.start - c.end < 30)
}

/** "For €2m", "at some €2m": a word of price with nothing but a small word or two between. */
function priceWord(reading: Reading, before: string): boolean {
  const words = /(?<!\p{L})(\p{L}+)((?:\s\p{Ll}+){0,2})\s{0,3}\p{Sc}?$/u.exec(before), first = words?.[1]?.toLowerCase()
  if (!words || first === undefined) return false
  const { prices } = reading.language.money
  return prices.includes(first) || (words[2]!.match(/\p{Ll}+/gu) ?? []).some((w) => prices.includes(w))
}

/** Acts by which somebody does another thing; "worth" gives nothing. */
const acts = ['support.giving', 'support.given', 'support.announced', 'support.delivered', 'support.allocated', 'support.approved']

/** Nothing parts the two: no other sum, no act, no end of a clause. */
function isTogether(reading: Reading, goods: Span, other: Span, price: boolean): boolean {
  const between = { start: goods.end, end: other.start }, text = reading.text.slice(between.start - reading.start, between.end - reading.start)
  if (/[;:–—]/.test(text) || /[()]/.test(price ? text.replace(/\([^()]{0,20}$/, '') : text) || reading.amounts.some((a) => overlaps(a, between)) || price && hasCue(reading, 'support.bundle', between)) return false
  return !cuesOf(reading, acts, between).some((a) => !worthIn(reading).some((w) => overlaps(w, a)))
}

const worthIn = onReading((reading) => cuesOf(reading, 'support.worth'))

import { money, type Money } from '../../core/money.ts'
import type { Span } from '../../core/evidence.ts'
import type { Analysis, MoneyMention } from '../analysis.ts'
import { stateWords } from '../names/atlas.ts'
import { cuesOf, hasCue, overlaps, readingsOf, type Reading } from '../frames/frames.ts'
import { countsIn, lexemesIn, type CountAt } from '../money/counts.ts'
import type { Lexeme } from '../words/lexemes.ts'
import { numberAt, type NumberAt } from '../money/numbers.ts'
import type { Draft } from './drafts.ts'
import { fillingOf } from './fills.ts'

/** A sum whose currency, and perhaps its scale, is that of one told before. */
interface BareSum extends MoneyMention { readonly bare: true }

export const isBare = (sum: MoneyMention): boolean => 'bare' in sum

/**
 * Numbers that are sums without a currency of their own: with a scale beside or after a sum ("2 bn for air defence, 1 bn
 * for repairs"), and without one after a sum in the same sentence ("100 million: 60 for the grid, 40 for clinics").
 */
export function bareSums(analysis: Analysis, reading: Reading, before: readonly Draft[]): MoneyMention[] {
  const near = reading.amounts[0]?.money ?? [...before].reverse().find((d) => d.fields.amount && reading.index - d.sentence <= 2)?.fields.amount ?? homeMoney(analysis, reading)
  if (!near && !hasCue(reading, acts)) return []
  const words = lexemesIn(reading), out: BareSum[] = []
  const fills = fillingsIn(reading)
  let scale = 0, whole = near, carried: Money | null = null as Money | null
  for (const { number, start, end } of countsIn(reading)) {
    const span = { start, end }, sum = reading.amounts.find((a) => overlaps(a, span)), next = words[number.to]
    if (sum) { scale = number.scale >= 1e6 ? number.scale : 0; whole = sum.money }
    if (sum || reading.dates.some((d) => overlaps(d, span)) || reading.goods.some((g) => overlaps(g, span)) || besideSign(reading, span) || inBrackets(reading, span) || countsPeople(reading, span, whole !== null) || countsGoods(reading, number, span)) continue
    const known: Money | null = whole ?? carried ?? (number.scale >= 1e6 && alone(reading, next, span) ? moneyBefore(analysis, reading, before) : null)
    if (!known) continue
    const shares = number.scale === 1 && fills.some((f) => f.start === start) || number.scale === 1 && number.digits && scale > 0 && part(analysis, reading, words, number) && alone(reading, next, span)
    if (!shares && number.scale < (reading.amounts.length > 0 ? 1e3 : 1e6)) continue
    const value = number.value * (shares ? scale : 1)
    if (number.scale >= 1e6) { scale = number.scale; carried = known }
    if (whole && value * 10 ** whole.digits >= whole.minor && !shares) continue
    out.push({ ...span, written: reading.text.slice(span.start - reading.start, span.end - reading.start), money: money(value, known.currency), per: null, additional: false, same: null, bare: true })
  }
  return out
}

/** "32 million: twenty for the grid, eight for clinics, four for towns": numbers in words or figures that fill up a sum told before them. */
function fillingsIn(reading: Reading): readonly CountAt[] {
  const sum = reading.amounts[0], count = sum && countsIn(reading).find((c) => overlaps(c, sum)), scale = count?.number.scale ?? 1
  return sum && count && scale >= 1e6 ? fillingOf(reading, sum, count.number.value / scale, scale) : []
}

const acts = ['support.announced', 'support.approved', 'support.allocated', 'support.contracted', 'support.delivered', 'support.reduced', 'support.suspended', 'support.cancelled']

/** The money told last in the sentences before: a text that counts in euros goes on in euros. */
function moneyBefore(analysis: Analysis, reading: Reading, before: readonly Draft[]): Money | null {
  const readings = readingsOf(analysis), told = before.findLast((d) => d.fields.amount !== null && reading.index - d.sentence <= 8)
  for (let i = reading.index - 1; i >= Math.max(0, reading.index - 8, told?.sentence ?? 0); i--) { const last = readings[i]!.amounts.at(-1); if (last) return last.money }
  return told?.fields.amount ?? null
}

/** Does a number stand for itself, with no noun behind it that it counts? A mark, a small word or an act follows. */
function alone(reading: Reading, next: Lexeme | undefined, number: Span): boolean {
  if (!next || next.kind === 'mark') return !/^[-%‰–]/.test(reading.text.slice(number.end - reading.start).trimStart().slice(0, 1))
  return next.kind === 'word' && reading.cues.some((c) => c.start === next.start && (/^frames\.(?:to|from|at|and|determiners|breaks|relative|future)$/.test(c.table) || acts.includes(c.table) || c.table === 'support.part' || c.table === 'support.contents'))
}

/** A share of the sum before it: it follows a colon, comma, semicolon or "and", alone or behind the name of a giver ("the Dutch 150"). */
function part(analysis: Analysis, reading: Reading, words: readonly Lexeme[], number: NumberAt): boolean {
  const names = [...stateWords(analysis, reading), ...cuesOf(reading, 'frames.determiners')]
  let at = number.from
  while (at > 0 && number.from - at < 3 && names.some((n) => overlaps(n, words[at - 1]!))) at--
  return at > 0 && (/^[:,;]$/.test(words[at - 1]!.lower) || cuesOf(reading, 'frames.and').some((c) => overlaps(c, words[at - 1]!)))
}

/** "140 of the 200 million euros", "140 dei 200 milioni": the first number is the sum, in the scale of the second; null where nothing is shared. */
export function shareOf(reading: Reading, sum: MoneyMention): MoneyMention | null {
  const m = /(?<![\p{L}\d.,])(\d{1,3}(?:[.,]\d{1,2})?)\s(?:of (?:the|its|those)|dei|delle|degli|des|sur les|der|von den|von|z|ze|із|з|зі)\s(?:\p{L}{1,6}\s)?$/u.exec(reading.text.slice(Math.max(0, sum.start - reading.start - 30), sum.start - reading.start))
  const scale = m ? scaleOf(reading, sum) : 1
  if (!m || scale < 1e6) return null
  const value = Number(m[1]!.replace(',', '.')) * scale
  if (value * 10 ** sum.money.digits >= sum.money.minor) return null
  const start = sum.start - m[0].length
  return { ...sum, start, written: reading.text.slice(start - reading.start, sum.end - reading.start), money: { ...money(value, sum.money.currency), qualifier: 'exact' } }
}

const formerBefore = /(?:^|[\s(])(?:from|von|vom|de|da|dai|od|z|ze|з|із|зі|від)\s(?:\p{L}{1,9}\s)?\p{Sc}?$/iu, levelBefore = /^\s(?:to|auf|bis|à|a|ad|do|на|до)\s/iu

/** "From €80m to €50m": only the second is the sum that is given, and it is no limit. */
export function levelsOf(reading: Reading, sums: readonly MoneyMention[]): MoneyMention[] {
  const isFormer = (sum: MoneyMention, next: MoneyMention | undefined) => next !== undefined && next.start - sum.end < 12 && levelBefore.test(reading.text.slice(sum.end - reading.start, next.start - reading.start + 1)) && formerBefore.test(reading.text.slice(0, sum.start - reading.start))
  return sums.flatMap((sum, i) => {
    if (isFormer(sum, sums[i + 1])) return []
    const former = sums[i - 1]
    return [former && isFormer(former, sum) && sum.money.qualifier === 'up to' ? { ...sum, money: { ...sum.money, qualifier: 'exact' as const } } : sum]
  })
}

/** The scale word of a sum. */
function scaleOf(reading: Reading, sum: MoneyMention): number {
  const words = lexemesIn(reading), at = words.findIndex((w) => w.start >= sum.start && w.kind === 'digits')
  return at < 0 ? 1 : numberAt(words, at, reading.language.numbers)?.scale ?? 1
}

const besideSign = (reading: Reading, span: Span): boolean => /[\p{Sc}()]/u.test(reading.text.slice(Math.max(0, span.start - reading.start - 2), span.start - reading.start) + reading.text.slice(span.end - reading.start, span.end - reading.start + 1))

/** "1.3 million shells out of two million pledged": a number as large as one of goods before it counts those, where no sum is told. */
const countsGoods = (reading: Reading, number: NumberAt, span: Span): boolean =>
  number.scale >= 1e5 && reading.amounts.length === 0 && reading.goods.some((g) => g.end <= span.start && (g.quantity ?? 0) >= 1e5)

/** "Two million people", "one million are displaced": a number of somebody, and no sum; what "is for" something beside a sum is one. */
const countsPeople = (reading: Reading, number: Span, money: boolean): boolean =>
  cuesOf(reading, 'support.uncounted').some((c) => c.start >= number.end && c.start - number.end <= 1) || (money ? /^\s(?:are|were|have|of (?:the|its|their|them))\b/ : /^\s(?:are|is|were|was|have|has|had|of (?:the|its|their|them))\b/).test(reading.text.slice(number.end - reading.start))

/** "Cut its contribution from 60 to 40 million": no currency anywhere, so that of the language's own state. */
const homeCurrencies: Readonly<Record<string, string>> = { DE: 'EUR', FR: 'EUR', IT: 'EUR', PL: 'PLN', UA: 'UAH' }
function homeMoney(analysis: Analysis, reading: Reading): Money | null {
  const { homeState } = analysis.language.names, currency = homeState ? homeCurrencies[homeState] : undefined
  return currency && hasCue(reading, 'support.aid') && hasCue(reading, ['support.reduced', 'support.suspended', 'support.cancelled', 'support.announced', 'support.allocated', 'support.approved']) ? money(1e12, currency) : null
}

const inBrackets = (reading: Reading, span: Span) => { const before = reading.text.slice(0, span.start - reading.start); return before.lastIndexOf('(') > before.lastIndexOf(')') }


import type { CountryCode } from '../../core/claim.ts'
import { bounds, edtf, type Edtf } from '../../core/dates.ts'
import type { Span } from '../../core/evidence.ts'
import type { DateMention, Sentence } from '../analysis.ts'
import { combine, type Found, type Group } from './date-groups.ts'
import { patternsFor } from './date-patterns.ts'
import { firstLetters } from './first-letters.ts'
import type { Direction, Pattern, Reading } from './date-reading.ts'
import { dateItems, mayDate, type DateItem, type DatePart, type DateWords } from './date-words.ts'
import { traitOf } from '../words/forms.ts'
import { fiscalPair, fiscalYear, fiscalYearOf } from './fiscal-years.ts'
import type { Language } from '../language.ts'
import { holdsNone, lexemes, spelled, type Lexeme } from '../words/lexemes.ts'
import { edtfOf, edtfRange, ends, type Timex } from './timex.ts'

/**
 * An expression of time as written: dates, times of day, durations ("two years", `P2Y`) and sets ("daily", `P1D`), in the
 * notation of TIMEX3. Dates that stand on the calendar have an EDTF value as well.
 */
export interface TimeMention extends Span {
  readonly kind: 'date' | 'time' | 'duration' | 'set'
  readonly value: Timex
  /** Last value of a range; `value` is the first. */
  readonly until: Timex | null
  /** Where the words of that last value begin, when they stand apart. */
  readonly untilStart: number | null
  readonly edtf: Edtf | null
  readonly basis: 'said' | 'inferred'
  /** The duration by which a date is counted: "two years" of "two years ago". */
  readonly span: Timex | null
  readonly part: DatePart | null
  /** Start with article and words of degree taken along: "the past two weeks", "nearly four years". */
  readonly wideStart: number
  /** Where "since" or "until" makes an interval of it, the offset of that word. */
  readonly opener: number | null
}

/** What the document knows beyond the words: whose financial year "this financial year" is. */
export interface DateContext { readonly country: CountryCode | null }

/**
 * All dates of a stretch of text (a sentence or paragraph) as EDTF, in order. Relative dates are settled against the
 * anchor, the day of publication; without it they are left out.
 * @example findDates('met last week', span, english, edtf('2025-01-13'))[0]?.value.edtf // '2025-01-06/2025-01-12'
 */
export function findDates(text: string, span: Span | Sentence, language: Language, anchor: Edtf | null, context: DateContext = { country: null }): DateMention[] {
  if (holdsNone(span, mayDate(language))) return []
  return findTimes(text, span, language, anchor, context).flatMap((time) => {
    if (time.edtf === null) return []
    const start = time.opener ?? time.start
    const written = text.slice(start, time.end)
    const why = time.basis === 'inferred' ? { why: `“${written}” beside ${anchor ?? 'its own words'}` } : {}
    return [{ start, end: time.end, written, value: { edtf: time.edtf, basis: time.basis, ...why } }]
  })
}

/** The patterns of a table by the letters that they can begin with; with marks and small words none does. */
const patternSets = new WeakMap<DateWords, ReadonlyMap<string, readonly Pattern[]>>()

function patternsOf({ dates }: Language): ReadonlyMap<string, readonly Pattern[]> {
  const ready = patternSets.get(dates)
  if (ready) return ready
  const byLetter = new Map<string, Pattern[]>()
  for (const pattern of patternsFor(dates.order, dates.monthFirst, (dates.classes.n ?? []).length > 0, dates.dotOrdinal)) {
    for (const letter of firstLetters(pattern.shape.source)) if (!'_.,:()/-aoi&'.includes(letter)) byLetter.set(letter, [...byLetter.get(letter) ?? [], pattern])
  }
  patternSets.set(dates, byLetter)
  return byLetter
}

/**
 * All expressions of time, wider than `findDates`: see `TimeMention`.
 * @example findTimes('two years', span, english, null)[0]?.value // 'P2Y'
 */
export function findTimes(text: string, span: Span | Sentence, language: Language, anchor: Edtf | null, context: DateContext = { country: null }): TimeMention[] {
  const words = lexemes(text, span)
  const items = dateItems(words, language.dates, language.numbers)
  if (!items) return []
  const day = anchorDay(anchor)
  const found = matchAll(items, words, language, day)
  return combine(found, items, day).map((group) => mentionOf(group, items, words, day, context)).filter((m) => m !== undefined)
}

const anchorDay = (anchor: Edtf | null): string | null => {
  if (anchor === null) return null
  const first = bounds(anchor)[0]
  return first.startsWith('0000') ? null : first
}

function matchAll(items: readonly DateItem[], words: readonly Lexeme[], language: Language, anchor: string | null): Found[] {
  const byLetter = patternsOf(language)
  const classes = items.map((item) => item.c).join('')
  const out: Found[] = []
  let reference: Timex | null = null
  for (let i = 0; i < items.length;) {
    const patterns = byLetter.get(classes[i]!)
    const best: Found | undefined = patterns && bestAt(patterns, classes, i, items, words, language, anchor, reference)
    if (best) {
      out.push(best)
      i = best.to
      if (best.reading.kind !== 'duration' && /^\d{4}/.test(best.reading.value)) reference = best.reading.value
    } else i++
  }
  return out
}

function bestAt(patterns: readonly Pattern[], classes: string, at: number, items: readonly DateItem[], words: readonly Lexeme[], language: Language, anchor: string | null, reference: Timex | null): Found | undefined {
  const tries: { pattern: Pattern; to: number }[] = []
  for (const pattern of patterns) {
    pattern.shape.lastIndex = at
    const match = pattern.shape.exec(classes)
    if (match && match[0].length > 0) tries.push({ pattern, to: at + match[0].length })
  }
  if (tries.length === 0) return undefined
  tries.sort((a, b) => b.to - a.to)
  const direction = directionOf(items, words, at, language)
  const written = (item: DateItem) => words[item.from]!.lower, plurals = language.dates.plurals
  for (const { pattern, to } of tries) {
    const reading = pattern.read({ items: items.slice(at, to), anchor, direction, reference, before: beforeOf(items, words, at), beforeThat: items[at - 2]?.c ?? '', wordBefore: items[at - 1] ? words[items[at - 1]!.from]!.lower : '', written, plurals })
    if (reading && believable(items, words, at, to, reading, language)) return { from: at, to, reading }
  }
  return undefined
}

/** A bare number of four digits is a year only where the words around allow it. */
function believable(items: readonly DateItem[], words: readonly Lexeme[], from: number, to: number, reading: Reading, language: Language): boolean {
  if (reading.kind === 'date' && items[from]!.c === 'S' && items[to]?.c === 'o' && language.dates.ambiguous.includes(words[items[from]!.from]!.lower) && !'YLXK'.includes(items[to + 1]?.c ?? '_')) return false
  if (items[from]!.c === 'R' && to - from === 1 && isEve(items, words, from)) return false
  if (reading.kind === 'duration' && isAge(words, items[to - 1]!.to, language.dates)) return false
  if (to - from === 1 && items[from]!.c === 'S' && language.dates.ambiguous.includes(words[items[from]!.from]!.lower)) return items[from - 1] !== undefined && 'aoisuFgB'.includes(items[from - 1]!.c)
  if (to - from !== 1 || items[from]!.c !== 'Y') return true
  const before = items[from - 1], year = Number(reading.value)
  if (year < 1900 || year > 2100) return before !== undefined && 'istubFBU'.includes(before.c) && !nounAfter(words, items[to - 1]!.to, language)
  if (before && (before.c === '/' && items[from - 2]?.c === '_' || before.c === '-' && words[before.from]!.glued && items[from - 2]?.c === '_')) return false
  const last = words[items[from]!.from - 1]
  if (last?.caps && last.lower.length > 2 && !words[items[from]!.from]!.glued) return false
  const next = words[items[to - 1]!.to]
  if (language.dates.dotOrdinal && language.goods.endings.length > 0 && next?.capital && !(before && 'istubFBUgEM&-'.includes(before.c))) return false
  return before !== undefined && 'istubFBUgEM&-('.includes(before.c) || !nounAfter(words, items[to - 1]!.to, language)
}

/** "напередодні саміту", "à la veille du sommet": on the eve of something, not yesterday. */
const isEve = (items: readonly DateItem[], words: readonly Lexeme[], at: number): boolean => {
  const first = words[items[at]!.from]!.lower, last = words[items[at]!.to - 1]!.lower, next = words[items[at]!.to]
  if (last === 'veille') return items[at + 1]?.c === 'o'
  return first === 'напередодні' && next?.kind === 'word' && items[at + 1]?.c === '_' && !next.capital && /(?:[аяуюиії]|ого|ої|их|ів|їв)$/.test(next.lower) && !/(?:ла|ли|ся|сь)$|^(?:вона|вони|ми)$/.test(next.lower)
}

/** "6-year-old", "52 years old", "16 Jahre alt" */
const isAge = (words: readonly Lexeme[], at: number, table: DateWords) => table.ages.includes(words[at]?.lower === '-' ? words[at + 1]?.lower ?? '' : words[at]?.lower ?? '')

/** The class of the word before, or the word "in" itself. */
const beforeOf = (items: readonly DateItem[], words: readonly Lexeme[], at: number) => {
  const item = items[at - 1]
  if (!item) return ''
  return words[item.from]!.lower === 'in' ? 'in' : item.c
}

/** Tense around the words at `at`; "until Friday" lies ahead, "Wednesday's ruling" lies behind. */
function directionOf(items: readonly DateItem[], words: readonly Lexeme[], at: number, language: Language): Direction {
  const before = items[at - 1]?.c, next = items[at]!.to
  if (before === 'u' || before === 'b') return 'future'
  if (language.code === 'en' && /^['’]$/.test(words[next]?.lower ?? '') && words[next + 1]?.lower === 's') return 'past'
  return directionAt(words, items[at]!.from, language.dates)
}

/** "2000 soldiers": a word in small letters right after, four letters or more. */
const nounAfter = (words: readonly Lexeme[], at: number, language: Language) => {
  const next = words[at]
  // German writes no noun small: "2027 mindestens", "2027 bereits".
  return !language.names.nounsInCapitals && next?.kind === 'word' && !next.capital && next.lower.length > 4 && /[sиівх]$/.test(next.lower)
}

/** "On Sunday; they will meet", "on Sunday, and they will meet": what follows tells of something else. */
const endsClause = (words: readonly Lexeme[], at: number): boolean => /^[;–—]$/.test(words[at]?.lower ?? '') || (words[at]?.lower === ',' && /^(?:and|but|und|aber|et|mais|ma|ale|але)$/.test(words[at + 1]?.lower ?? ''))

/** "The dinner, due on Tuesday, never took place": words behind the day that tell it did not come about. */
function fellThrough(words: readonly Lexeme[], at: number, table: DateWords): boolean {
  for (let i = at + 1; i < words.length && i < at + 14; i++) if (words[i]!.kind === 'word' && table.failed?.includes(words[i]!.lower)) return true
  return false
}

/** Past or future by the nearest cue before the words, else after them. */
function directionAt(words: readonly Lexeme[], at: number, table: DateWords): Direction {
  // "Due in Turin in May, it was called off": what stands before the day in the same breath comes before what follows.
  for (let d = 1; d <= 5 && words[at - d] && !/^[,;:.–—]$/.test(words[at - d]!.lower); d++) if (cueOf(words, at - d, table) === 'future') return fellThrough(words, at, table) ? 'past' : 'future'
  let over = false
  for (let d = 1; d <= 12; d++) {
    const back = cueOf(words, at - d, table)
    if (back) return back === 'future' && fellThrough(words, at, table) ? 'past' : back
    if (d > 1 && !over) {
      over = endsClause(words, at + d - 1)
      const ahead = cueOf(words, at + d - 1, table)
      if (ahead && d <= 8) return ahead
    }
  }
  return null
}

const tense = traitOf(({ lower }, table: DateWords): Direction => {
  const word = spelled(lower)
  if (table.future.includes(word)) return 'future'
  return table.past.includes(word) || (word.length > 4 && table.pastEndings.some((ending) => word.endsWith(ending))) ? 'past' : null
})
function cueOf(words: readonly Lexeme[], at: number, table: DateWords): Direction {
  const word = words[at]
  if (word?.kind !== 'word') return null
  const found = tense(table)(word.form)
  // "Had been pencilled in for Tuesday": what was to be lies behind.
  if (found === 'future') return words[at - 1]?.lower === 'been' && words[at - 2]?.lower === 'had' ? 'past' : found
  return found === null && comes(table)(word.form) && isPresent(words, at) ? 'future' : found
}

const comes = traitOf(({ lower }, table: DateWords): boolean => table.comes?.includes(lower) ?? false)
/** "They meet", "are to meet", and not "did not meet", "went there to meet". */
function isPresent(words: readonly Lexeme[], at: number): boolean {
  const before = words[at - 1]?.lower ?? ''
  return before === 'to' ? /^(?:is|are|due|set)$/.test(words[at - 2]?.lower ?? '') : !/^(?:did|not|never|could|might|t)$/.test(before)
}

function mentionOf(group: Group, items: readonly DateItem[], words: readonly Lexeme[], anchor: string | null, context: DateContext): TimeMention | undefined {
  const wideStart = words[items[wideFrom(group, items)]!.from]!.start, end = words[items[group.to - 1]!.to - 1]!.end
  const reading = isRate(group, items, words) ? { ...group.reading, kind: 'set' as const } : group.reading
  const until = group.until?.value ?? reading.until ?? null
  const isInferred = reading.inferred || group.until?.inferred === true
  const opener = group.opener && items[group.opener.item]
  return {
    kind: reading.kind, value: reading.value, until, end,
    // "the end of 2025": the article belongs to the part.
    start: items[group.from]!.c === 'E' ? wideStart : words[items[group.from]!.from]!.start,
    untilStart: untilStart(group, items, words),
    span: reading.span ?? null,
    edtf: reading.kind === 'set' || (reading.kind === 'duration' && !reading.about) ? null : settle(group, until, anchor, context),
    basis: isInferred ? 'inferred' : 'said',
    part: group.part,
    wideStart,
    opener: opener ? words[opener.from]!.start : null,
  }
}

/** "$5 an hour", "2.4% a year": a rate, no duration. */
const isRate = (group: Group, items: readonly DateItem[], words: readonly Lexeme[]) =>
  group.reading.kind === 'duration' && items[group.from]!.c === 'n' && /^[\d%)]|^(?:percent|cents|dollars|share|euros|pounds)$/.test(words[items[group.from]!.from - 1]?.lower ?? '')

function wideFrom(group: Group, items: readonly DateItem[]): number {
  let i = group.from
  if (i > 0 && items[i - 1]!.c === 'a' && 'LXKUOEZPT'.includes(items[i]!.c)) i--
  if (i > 0 && items[i - 1]!.c === 'x' && 'CDN#nq'.includes(items[i]!.c)) i--
  return i
}

function untilStart(group: Group, items: readonly DateItem[], words: readonly Lexeme[]): number | null {
  const item = group.untilFrom ?? (group.reading.split === undefined ? null : group.foundFrom + group.reading.split)
  return item === null ? null : words[items[item]!.from]!.start
}

function settle(group: Group, until: Timex | null, anchor: string | null, context: DateContext): Edtf | null {
  const { reading, opener } = group
  if (ends(reading.value) === undefined) return reading.about ? edtf(reading.about) : null
  const pair = reading.paired && until === reading.until ? fiscalPair(Number(reading.value), context.country) : null
  if (pair) return edtf(`${pair[0]}/${pair[1]}`)
  if (until !== null) return edtfRange(reading.value, until) ?? null
  if (reading.fiscal) return fiscal(reading, anchor, context) ?? null
  if (opener?.c === 's' || (opener?.c === 'F' && isPast(reading.value, anchor))) return edtfRange(reading.value, null) ?? null
  if (opener?.c === 'u') return edtfRange(null, reading.value) ?? null
  return reading.about ? edtf(reading.about) : edtfOf(reading.value) ?? null
}

/** "from 2014" is open in 2022; "from 2026", said in 2025, names the year it begins. */
const isPast = (value: Timex, anchor: string | null) => anchor !== null && (ends(value)?.[1] ?? '9') < anchor

function fiscal(reading: Reading, anchor: string | null, context: DateContext): Edtf | undefined {
  const months = reading.inferred ? (anchor ? fiscalYearOf(`${reading.value}${anchor.slice(4)}`, context.country) : undefined) : fiscalYear(Number(reading.value), context.country)
  if (!months) return undefined
  return context.country === null && !reading.inferred ? edtf(reading.value) : edtf(months[0].endsWith('-01') ? reading.value : `${months[0]}/${months[1]}`)
}

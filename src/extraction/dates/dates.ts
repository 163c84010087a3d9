import type { CountryCode } from '../../core/claim.ts'
import { bounds, edtf, type Edtf } from '../../core/dates.ts'
import type { Span } from '../../core/evidence.ts'
import type { DateMention } from '../analysis.ts'
import { patternsFor, type Direction, type Pattern, type Reading } from './date-patterns.ts'
import { dateItems, type DateItem, type DatePart, type DateWords } from './date-words.ts'
import { traitOf } from '../words/forms.ts'
import { fiscalYear, fiscalYearOf } from './fiscal-years.ts'
import type { Language } from '../language.ts'
import { lexemes, spelled, type Lexeme } from '../words/lexemes.ts'
import { edtfOf, edtfRange, ends, shiftDay, type Timex } from './timex.ts'

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
export function findDates(text: string, span: Span, language: Language, anchor: Edtf | null, context: DateContext = { country: null }): DateMention[] {
  return findTimes(text, span, language, anchor, context).flatMap((time) => {
    if (time.edtf === null) return []
    const start = time.opener ?? time.start
    const written = text.slice(start, time.end)
    const why = time.basis === 'inferred' ? { why: `“${written}” beside ${anchor ?? 'its own words'}` } : {}
    return [{ start, end: time.end, written, value: { edtf: time.edtf, basis: time.basis, ...why } }]
  })
}

/** One match of the grammar, in items. */
interface Found { readonly from: number; readonly to: number; readonly reading: Reading }

const patternSets = new WeakMap<DateWords, readonly Pattern[]>()

/**
 * All expressions of time, wider than `findDates`: see `TimeMention`.
 * @example findTimes('two years', span, english, null)[0]?.value // 'P2Y'
 */
export function findTimes(text: string, span: Span, language: Language, anchor: Edtf | null, context: DateContext = { country: null }): TimeMention[] {
  const words = lexemes(text, span)
  const items = dateItems(words, language.dates, language.numbers)
  if (!items) return []
  const day = anchorDay(anchor)
  const found = matchAll(items, words, language, day)
  return combine(found, items).map((group) => mentionOf(group, items, words, day, context)).filter((m) => m !== undefined)
}

const anchorDay = (anchor: Edtf | null): string | null => {
  if (anchor === null) return null
  const first = bounds(anchor)[0]
  return first.startsWith('0000') ? null : first
}

function matchAll(items: readonly DateItem[], words: readonly Lexeme[], language: Language, anchor: string | null): Found[] {
  let patterns = patternSets.get(language.dates)
  if (!patterns) patternSets.set(language.dates, (patterns = patternsFor(language.dates.order, language.dates.monthFirst, (language.dates.classes.n ?? []).length > 0)))
  const classes = items.map((item) => item.c).join('')
  const out: Found[] = []
  let reference: Timex | null = null
  for (let i = 0; i < items.length;) {
    const best: Found | undefined = '_.,:()/-aoi&'.includes(classes[i]!) ? undefined : bestAt(patterns, classes, i, items, words, language, anchor, reference)
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
    const reading = pattern.read({ items: items.slice(at, to), anchor, direction, reference, before: beforeOf(items, words, at), written, plurals })
    if (reading && believable(items, words, at, to, reading, language)) return { from: at, to, reading }
  }
  return undefined
}

/** A bare number of four digits is a year only where the words around allow it. */
function believable(items: readonly DateItem[], words: readonly Lexeme[], from: number, to: number, reading: Reading, language: Language): boolean {
  if (reading.kind === 'date' && items[from]!.c === 'S' && items[to]?.c === 'o' && language.dates.ambiguous.includes(words[items[from]!.from]!.lower) && !'YLXK'.includes(items[to + 1]?.c ?? '_')) return false
  if (reading.kind === 'duration' && isAge(words, items[to - 1]!.to, language.dates)) return false
  if (to - from === 1 && items[from]!.c === 'S' && language.dates.ambiguous.includes(words[items[from]!.from]!.lower)) return items[from - 1] !== undefined && 'aoisuFgB'.includes(items[from - 1]!.c)
  if (to - from !== 1 || items[from]!.c !== 'Y') return true
  const before = items[from - 1], year = Number(reading.value)
  if (year < 1900 || year > 2100) return before !== undefined && 'istubFBU'.includes(before.c) && !nounAfter(words, items[to - 1]!.to)
  if (before && (before.c === '/' && items[from - 2]?.c === '_' || before.c === '-' && words[before.from]!.glued && items[from - 2]?.c === '_')) return false
  const last = words[items[from]!.from - 1]
  if (last?.caps && last.lower.length > 2 && !words[items[from]!.from]!.glued) return false
  const next = words[items[to - 1]!.to]
  if (language.dates.dotOrdinal && language.goods.endings.length > 0 && next?.capital && !(before && 'istubFBUgEM&-'.includes(before.c))) return false
  return before !== undefined && 'istubFBUgEM&-('.includes(before.c) || !nounAfter(words, items[to - 1]!.to)
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
const nounAfter = (words: readonly Lexeme[], at: number) => {
  const next = words[at]
  return next?.kind === 'word' && !next.capital && next.lower.length > 4 && /[sиівх]$/.test(next.lower)
}

/** Past or future by the nearest cue before the words, else after them. */
function directionAt(words: readonly Lexeme[], at: number, table: DateWords): Direction {
  for (let d = 1; d <= 12; d++) {
    const back = cueOf(words[at - d], table)
    if (back) return back
    if (d > 1) {
      const ahead = cueOf(words[at + d - 1], table)
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
const cueOf = (word: Lexeme | undefined, table: DateWords): Direction => (word?.kind === 'word' ? tense(table)(word.form) : null)

/** A found date with what stands before it: "since", "until", "early", or the first end of a range. */
interface Group { readonly from: number; readonly to: number; readonly reading: Reading; readonly until: Reading | null; readonly untilFrom: number | null; /** Where the match of the grammar itself begins. */ readonly foundFrom: number; readonly opener: { item: number; c: string } | null; readonly part: DatePart | null }

function combine(found: readonly Found[], items: readonly DateItem[]): Group[] {
  const out: Group[] = []
  for (let k = 0; k < found.length; k++) {
    const first = leadOf(found[k]!, items, out.at(-1)?.to ?? 0)
    const next = found[k + 1]
    const timed = next && clockJoin(first, next, items)
    if (timed) { out.push(timed); k++; continue }
    const counted = next && countFrom(first, next, items)
    if (counted) { out.push(counted); k++; continue }
    const joined = next && first.reading.kind === 'date' && next.reading.kind === 'date' ? joinRange(first, next, items) : undefined
    if (joined) { out.push(joined); k++ } else out.push(first)
  }
  return out
}

/** "two days after 5 June", "3 weeks from Tuesday", "zwei Tage vor dem 5. Mai". */
function countFrom(first: Group, next: Found, items: readonly DateItem[]): Group | undefined {
  const span = /^P(\d{1,3})([DWMY])$/.exec(first.reading.value), day = next.reading.value
  const gap = items.slice(first.to, next.from).map((item) => item.c).join('')
  const way = /^[pF]a?$/.test(gap) ? 1 : /^[bG]a?$/.test(gap) ? -1 : 0
  if (first.reading.kind !== 'duration' || !span || way === 0 || next.reading.kind !== 'date' || !/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined
  const value = shiftDay(day, span[2] as 'D', way * Number(span[1]))
  return { ...first, to: next.to, reading: { kind: 'date', value, inferred: true } }
}

/** "9 a.m. on Thursday 28 July", "5 p.m. EST Nov. 9": one time. */
function clockJoin(first: Group, next: Found, items: readonly DateItem[]): Group | undefined {
  if (first.to - first.from !== 1 || items[first.from]!.c !== 'h' || next.reading.kind !== 'date' || next.reading.value.length !== 10) return undefined
  const gap = items.slice(first.to, next.from).map((item) => item.c).join('')
  if (!/^_?,?i?a?$/.test(gap)) return undefined
  return { ...first, to: next.to, reading: { ...next.reading, kind: 'time', value: `${next.reading.value}${items[first.from]!.v}` } }
}

/** Words before a date that belong to it: parts ("early", "Mitte"), and openers of intervals. */
function leadOf(found: Found, items: readonly DateItem[], floor: number): Group {
  let from = found.from, part: DatePart | null = found.reading.part ?? null
  const skip = (classes: string) => { let i = from; while (i > floor && classes.includes(items[i - 1]!.c)) i--; return i }
  if (found.reading.kind === 'date') {
    const at = skip('ao-')
    if (at > floor && items[at - 1]!.c === 'E' && from - at <= 3) { part = items[at - 1]!.v as DatePart; from = at - 1 }
  }
  let opener: Group['opener'] = null
  const at = skip('aixoE')
  if (found.reading.kind === 'date' && at > floor && ('suF'.includes(items[at - 1]!.c) || (found.reading.until && items[at - 1]!.c === 'B'))) opener = { item: at - 1, c: items[at - 1]!.c }
  return { from, to: found.to, reading: found.reading, until: null, untilFrom: null, foundFrom: found.from, opener, part }
}

/** "from May to July", "2025–2027", "between 2026 and 2029", "4 June – 5 July 2025". */
function joinRange(first: Group, next: Found, items: readonly DateItem[]): Group | undefined {
  let at = first.to
  const gap: string[] = []
  while (at < next.from) gap.push(items[at++]!.c)
  const between = gap.join('')
  const opened = first.opener?.c === 'F' || first.opener?.c === 's' || hasBefore(items, first.from, 'BI') !== undefined || fromWord(items, first.from) !== undefined
  const dash = /^[-/]$/.test(between), to = /^,?[tu]i?a?(?:E?a?o?a?)$/.test(between), and = /^&i?a?$/.test(between)
  if (!(dash || to || (and && hasBefore(items, first.from, 'BI')))) return undefined
  if (!opened && to && first.reading.value.length !== next.reading.value.length) return undefined
  const settled = inOrder(borrowYear(first.reading, next.reading), next.reading)
  if (edtfRange(settled.value, next.reading.value) === undefined) return undefined
  const openItem = hasBefore(items, first.from, 'BI') ?? fromWord(items, first.from) ?? first.opener?.item
  return { from: first.from, to: next.to, reading: settled, until: next.reading, untilFrom: next.from, foundFrom: first.foundFrom, opener: openItem === undefined ? null : { item: openItem, c: 'F' }, part: null }
}

/** French "de 2014 à 2018", "du 4 au 23 mai": the word for "of" opens a range. */
const fromWord = (items: readonly DateItem[], from: number) => { const at = hasBefore(items, from, 'o'); return at !== undefined && /^d[eu]$/.test(String(items[at]!.v)) ? at : undefined }

function hasBefore(items: readonly DateItem[], from: number, c: string): number | undefined {
  let i = from - 1
  while (i >= 0 && 'ai'.includes(items[i]!.c)) i--
  return items[i] && c.includes(items[i]!.c) ? i : undefined
}

/** "from May to September", both undated: the first lies before the second. */
function inOrder(first: Reading, next: Reading): Reading {
  if (!first.inferred || !next.inferred || first.value <= next.value || !/^\d{4}-\d{2}$/.test(first.value) || !/^\d{4}-\d{2}$/.test(next.value)) return first
  const year = Number(next.value.slice(0, 4)), same = `${year}${first.value.slice(4)}`
  return { ...first, value: same <= next.value ? same : `${year - 1}${first.value.slice(4)}` }
}

/** "from May to July 2024": the first end takes the year of the second. */
function borrowYear(first: Reading, next: Reading): Reading {
  if (!first.inferred || next.inferred || first.value.length < 7 || !/^\d{4}-/.test(first.value) || !/^\d{4}-/.test(next.value)) return first
  const moved = next.value.slice(0, 4) + first.value.slice(4)
  const earlier = `${Number(next.value.slice(0, 4)) - 1}${first.value.slice(4)}`
  return { ...first, value: moved <= next.value ? moved : earlier, inferred: false }
}

function mentionOf(group: Group, items: readonly DateItem[], words: readonly Lexeme[], anchor: string | null, context: DateContext): TimeMention | undefined {
  const start = words[items[group.from]!.from]!.start, end = words[items[group.to - 1]!.to - 1]!.end
  const reading = isRate(group, items, words) ? { ...group.reading, kind: 'set' as const } : group.reading
  const until = group.until?.value ?? reading.until ?? null
  const isInferred = reading.inferred || group.until?.inferred === true
  const opener = group.opener && items[group.opener.item]
  return {
    kind: reading.kind, value: reading.value, until, start, end,
    untilStart: untilStart(group, items, words),
    span: reading.span ?? null,
    edtf: reading.kind === 'set' || (reading.kind === 'duration' && !reading.about) ? null : settle(group, until, anchor, context),
    basis: isInferred ? 'inferred' : 'said',
    part: group.part,
    wideStart: words[items[wideFrom(group, items)]!.from]!.start,
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

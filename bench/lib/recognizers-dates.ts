/**
 * Dates as Recognizers-Text resolves them, from ours. Both read the same words; the set's conventions are applied here:
 * - articles and prepositions at the edge of a span do not count, since the set takes some along and leaves others;
 * - "before X" ends where X begins ("before the end of X" where X ends), "after X" begins where X ends (on X when it is a
 *   day), "from X", "since X", "X or later" are open;
 * - the end of a range of months or years is the beginning of its last one, as well as its end;
 * - early, mid and late are thirds of a year (January to April …) or of a month (until the 10th, the 20th); "earlier" or
 *   "later this year" ends or begins on the day of reference ("dieses Jahr früher": its first half), a week turns late on
 *   Thursday, a working week is five days;
 * - "two weeks ago" is the day that many weeks back, where ours is that week or about that day;
 * - "the last three months" are the days counted back from the day of reference, quarters by the calendar, and "within nine
 *   months" the days ahead;
 * - "18 and 19 June" are two dates; a weekday with "next", "last" or "previous" may be that of the week beside this one.
 */
import { addDays, bounds, type Edtf } from '../../src/core/dates.ts'
import type { TimeMention } from '../../src/extraction/dates/dates.ts'
import { dateItems } from '../../src/extraction/dates/date-words.ts'
import { edtfOf, shiftDay, unitOf, type CalendarUnit } from '../../src/extraction/dates/timex.ts'
import type { Language } from '../../src/extraction/language.ts'
import { lexemes } from '../../src/extraction/words/lexemes.ts'

/** One date as the set would give it: where it may begin, where it ends, and first and last days it may cover. */
export interface Resolved { readonly starts: readonly number[]; readonly end: number; readonly days: readonly (readonly [first: string, last: string])[] }
const never = '0000-01-01', always = '9999-12-31'

/** A word by its class in our grammar, with its place in the text. */
interface Word { readonly c: string; readonly v: string | number; readonly start: number; readonly end: number }

export function wordsOf(text: string, language: Language): readonly Word[] {
  const words = lexemes(text, { start: 0, end: text.length })
  return (dateItems(words, language.dates, language.numbers) ?? []).map((i) => ({ c: i.c, v: i.v, start: words[i.from]!.start, end: words[i.to - 1]!.end }))
}

/** Past the articles and prepositions that a span may begin with. */
export function bareStart(at: number, words: readonly Word[]): number {
  let i = words.findIndex((w) => w.start >= at)
  if (i < 0) return at
  while ('aoitg'.includes(words[i]?.c ?? '_')) i++
  return words[i]?.start ?? at
}

/** The dates that one mention is in the set: none for a duration without direction, two for "18 and 19 June". */
export function resolved(mention: TimeMention, text: string, words: readonly Word[], anchor: Edtf): readonly Resolved[] {
  const inside = words.filter((w) => w.start >= mention.start && w.end <= mention.end)
  const starts = [mention.start, mention.wideStart, ...(mention.opener === null ? [] : [mention.opener])]
  if (mention.edtf === null || mention.kind === 'duration') return counted(mention, text.slice(0, mention.start), inside, starts, anchor)
  const apart = mention.untilStart !== null && mention.until?.length === 10 && mention.opener === null && inside.some((w) => w.c === '&')
  if (apart) {
    const cut = inside.findLast((w) => w.end <= mention.untilStart! && 'DO'.includes(w.c))!
    return [{ starts, end: cut.end, days: [[mention.value, mention.value]] }, { starts: [mention.untilStart!], end: mention.end, days: [[mention.until!, mention.until!]] }]
  }
  const limit = limitBefore(mention, words), onward = limit ? undefined : onwardAfter(mention, words)
  const spans = readings(mention, text.slice(mention.start, mention.end), inside, anchor)
  const days = spans.flatMap((span) => limited(span, onward ? 's' : limit?.c ?? (mention.opener === null ? '' : openerClass(mention, words)), mention.part === 'end'))
  return [{ starts: limit ? [limit.start] : starts, end: onward ?? mention.end, days }]
}

/** Where "2018 or later", "1/1/2016 and after" ends. */
function onwardAfter(mention: TimeMention, words: readonly Word[]): number | undefined {
  const at = words.findIndex((w) => w.start >= mention.end), [link, side, next] = words.slice(at, at + 3)
  return at >= 0 && link && (link.c === '&' || link.v === 'ou' || link.v === 'oder') && side && 'Hp'.includes(side.c) && (!next || ',.)'.includes(next.c)) ? side.end : undefined
}

const openerClass = (mention: TimeMention, words: readonly Word[]) => words.find((w) => w.start === mention.opener)?.c ?? ''

/** "before", "by" or "after" in front of a date, beyond its article. */
function limitBefore(mention: TimeMention, words: readonly Word[]): Word | undefined {
  if (mention.opener !== null) return undefined
  let i = words.findIndex((w) => w.start >= mention.start) - 1
  while (i >= 0 && 'aio'.includes(words[i]!.c)) i--
  const word = words[i]
  return word && 'bpJHG'.includes(word.c) ? word : undefined
}

function limited([first, last]: readonly [string, string], c: string, whole: boolean): (readonly [string, string])[] {
  if ('bJG'.includes(c) && c !== '') return [[never, whole ? last : addDays(first, -1)]]
  if ('pH'.includes(c) && c !== '') return [[first === last ? first : addDays(last, 1), always]]
  if (c === 's' || c === 'F') return [[first, always], [first, last]]
  if (c === 'u') return [[never, addDays(first, -1)], [first, last]]
  return [[first, last]]
}

/** The days a mention covers by our reading and by the conventions of the set. */
function readings(mention: TimeMention, written: string, inside: readonly Word[], anchor: Edtf): readonly (readonly [string, string])[] {
  const open = mention.edtf!.includes('..') ? edtfOf(mention.value) : undefined
  const [from, to] = bounds(open ?? mention.edtf!)
  const out: (readonly [string, string])[] = [[from, to]]
  if (mention.until !== null) out.push([from, bounds(edtfOf(mention.until)!)[0]], [from, addDays(bounds(edtfOf(mention.until)!)[0], -1)])
  const span = mention.span === null ? undefined : /^P(\d+)([A-Z]+)$/.exec(mention.span)
  if (span) {
    const way = mention.value < anchor.slice(0, mention.value.length) ? -1 : 1
    const day = shiftDay(anchor, span[2] as CalendarUnit, way * Number(span[1]))
    out.push([day, day], [anchor, addDays(day, -1)])
  }
  if (mention.part !== null) out.push(third(mention, from, to, inside, anchor))
  if (mention.part !== null && mention.value.length === 4 && 'JH'.includes(inside.at(-1)!.c)) out.push(mention.part === 'start' ? [from, `${mention.value}-06-30`] : [`${mention.value}-07-01`, to])
  if (/W\d\d$/.test(mention.value) && /work|arbeit/i.test(written)) out.push([from, addDays(from, 4)])
  const week = inside.find((w) => w.c === 'W'), side = inside.find((w) => 'LX'.includes(w.c))
  if (week && side && inside.length === 2) { const day = addDays(weekBegin(anchor), (side.c === 'L' ? -7 : 7) + Number(week.v) - 1); out.push([day, day]) }
  return out
}

const weekBegin = (day: string) => bounds(edtfOf(unitOf(day, 'W'))!)[0]

/** Early, mid or late in a year or month; "earlier this week" until the day of reference, "later" from it. */
function third(mention: TimeMention, from: string, to: string, inside: readonly Word[], anchor: Edtf): readonly [string, string] {
  const side = inside.some((w) => 'JH'.includes(w.c)), within = from <= anchor && anchor <= to, thursday = addDays(from, 3)
  if (/W\d\d$/.test(mention.value) && side && !(mention.part === 'start' && within)) {
    return mention.part === 'start' ? [from, addDays(from, 2)] : [from > anchor || anchor < thursday ? thursday : anchor, to]
  }
  if (within && side) return mention.part === 'start' ? [from, addDays(anchor, -1)] : [anchor, to]
  const year = from.slice(0, 4), at = ['start', 'mid', 'end'].indexOf(mention.part!)
  if (mention.value.length === 4) return [[`${year}-01-01`, `${year}-04-30`], [`${year}-05-01`, `${year}-08-31`], [`${year}-09-01`, `${year}-12-31`]][at] as [string, string]
  if (mention.value.length === 7) return [[from, addDays(from, 9)], [addDays(from, 9), addDays(from, 19)], [addDays(from, 20), to]][at] as [string, string]
  return [from, to]
}

/** "The last three months", "the next two weeks": days from the day of reference. */
function counted(mention: TimeMention, before: string, inside: readonly Word[], starts: readonly number[], anchor: Edtf): readonly Resolved[] {
  const within = /\b(?:within|innerhalb von|binnen) $/i.exec(before)
  const span = /^P(\d+)([A-Z]+)$/.exec(mention.value), way = inside.find((w) => 'LX'.includes(w.c))?.c ?? (within ? 'X' : undefined)
  if (mention.kind !== 'duration' || !span || !way) return []
  const n = Number(span[1]), unit = span[2] as CalendarUnit
  const first = unit === 'Q' ? bounds(edtfOf(unitOf(anchor, 'Q'))!)[0] : anchor
  const far = (by: number, day: string = first) => shiftDay(day, unit, by)
  const days: (readonly [string, string])[] = way === 'L' ? [[far(-n), addDays(first, -1)]]
    : unit === 'Q' ? [[far(1), addDays(far(1 + n), -1)]] : [[anchor, addDays(far(n), -1)], [addDays(anchor, 1), far(n)]]
  return [{ starts: within ? [within.index] : starts, end: mention.end, days }]
}

import { addDays, isWholeDay, weekday } from '../../core/dates.ts'
import type { DateItem, DatePart } from './date-words.ts'
import { addMonths, dayValue, ends, isDay, monthOf, monthValue, shiftDay, shiftUnit, unitOf, weekStart, weekValue, yearOf, type CalendarUnit, type Timex } from './timex.ts'

/** Which way an undated month or weekday lies from the day of publication. */
export type Direction = 'past' | 'future' | null

/** What a pattern may ask: the matched words, the day to count from (null when unknown), the tense around. */
export interface PatternContext {
  readonly items: readonly DateItem[]
  readonly anchor: string | null
  readonly direction: Direction
  /** The last date named before in the same stretch, for "a year earlier", "the following day". */
  readonly reference: Timex | null
  /** The word before, and the words of the unit as written. */
  readonly before: string
  readonly written: (item: DateItem) => string
  readonly plurals: readonly string[]
}

/** What a pattern makes of its words. */
export interface Reading {
  readonly kind: 'date' | 'time' | 'duration' | 'set'
  readonly value: Timex
  /** Settled against the anchor, not said. */
  readonly inferred: boolean
  readonly part?: DatePart
  /** The EDTF date where the number of units, not the calendar, gives it: "a week ago" is about a day. */
  readonly about?: string
  /** Financial years are counted by state. */
  readonly fiscal?: boolean
  /** The duration a date is counted by: "two years" of "two years ago". */
  readonly span?: Timex
  /** Index among the matched words where the last day of "4 and 5 June" begins. */
  readonly split?: number
  /** Covers from `value` to this. */
  readonly until?: Timex
}

export interface Pattern { readonly shape: RegExp; readonly read: (c: PatternContext) => Reading | undefined }

const said = (value: Timex): Reading => ({ kind: 'date', value, inferred: false })
const inferred = (value: Timex, more: Partial<Reading> = {}): Reading => ({ kind: 'date', value, inferred: true, ...more })
const one = (c: PatternContext, classes: string): DateItem | undefined => c.items.find((item) => classes.includes(item.c))
const all = (c: PatternContext, classes: string): DateItem[] => c.items.filter((item) => classes.includes(item.c))
const number = (item: DateItem | undefined): number => Number(item?.v)
const sign = (c: PatternContext): -1 | 0 | 1 => (one(c, 'L') ? -1 : one(c, 'X') ? 1 : 0)

/** Year of a group like "dieses Jahres", "last year", "br.": relative to the anchor; or as written. */
function yearIn(c: PatternContext): { year: number; said: boolean } | undefined {
  const written = one(c, 'Y')
  if (written) return { year: number(written), said: true }
  const word = one(c, 'v')
  if (c.anchor && word) return { year: yearOf(c.anchor) + number(word), said: false }
  const unit = one(c, 'U')
  if (c.anchor && unit?.v === 'Y') return { year: yearOf(c.anchor) + sign(c), said: false }
  return undefined
}

/** "the last week of July", "first week of 2021": the week holds the fourth day, or the fourth from the end. */
function weekOf(c: PatternContext): Reading | undefined {
  if (c.items[1]!.v !== 'W') return undefined
  const month = one(c, 'M') ? number(one(c, 'M')) : 0
  const year = yearIn({ ...c, items: c.items.slice(2) }) ?? (c.anchor && month ? { year: nearestYear(month, 15, c.anchor, c.direction), said: false } : undefined)
  if (!year) return undefined
  const n = one(c, 'OC') ? number(one(c, 'OC')) : -1
  const to = addMonths(year.year, month || 12, 1)
  const day = n < 0 ? addDays(dayValue(to.year, to.month, 1), -4) : addDays(dayValue(year.year, month || 1, 4), 7 * (n - 1))
  return n > 53 ? undefined : { kind: 'date', value: weekValue(day), inferred: !year.said }
}

/** A day and month without a year: the nearest such day, unless the tense says otherwise and is not far off. */
export function nearestYear(month: number, day: number, anchor: string, direction: Direction): number {
  const year = yearOf(anchor)
  const candidates = [year - 1, year, year + 1].map((y) => ({ y, days: (Date.parse(dayValue(y, month, Math.min(day, 28))) - Date.parse(anchor)) / 86400000 }))
  candidates.sort((a, b) => Math.abs(a.days) - Math.abs(b.days))
  const near = candidates[0]!, other = candidates[1]!
  if (direction === 'past' && near.days > 31 && other.days <= 0 && other.days > -270) return other.y
  if (direction === 'future' && near.days < -31 && other.days >= 0 && other.days < 270) return other.y
  return near.y
}

function monthReading(month: number, c: PatternContext): Reading | undefined {
  if (!c.anchor) return undefined
  const year = yearOf(c.anchor), now = monthOf(c.anchor)
  const ahead = (month - now + 12) % 12, back = (now - month + 12) % 12
  const future = c.direction === 'future' ? ahead <= 9 : c.direction === 'past' ? back > 10 : ahead < back
  const to = addMonths(year, now, future ? ahead : -back)
  return inferred(monthValue(to.year, to.month))
}

function dayReading(c: PatternContext): Reading | undefined {
  const day = number(one(c, 'DO')), month = number(one(c, 'M')), year = yearIn(c)
  if (year) return isDay(year.year, month, day) ? { kind: 'date', value: dayValue(year.year, month, day), inferred: !year.said } : undefined
  if (!c.anchor || !isDay(2024, month, day)) return undefined
  const near = nearestYear(month, day, c.anchor, c.direction)
  return isDay(near, month, day) ? inferred(dayValue(near, month, day)) : undefined
}

/** "4 and 5 June 2025", "11-13 Dec.": first and last day. */
function daysReading(c: PatternContext): Reading | undefined {
  const days = all(c, 'DO'), month = number(one(c, 'M'))
  const year = yearIn(c)
  const first = number(days[0]), last = number(days.at(-1))
  const y = year?.year ?? (c.anchor ? nearestYear(month, first, c.anchor, c.direction) : undefined)
  if (y === undefined || first >= last || !isDay(y, month, first) || !isDay(y, month, last)) return undefined
  return { kind: 'date', value: dayValue(y, month, first), until: dayValue(y, month, last), split: c.items.indexOf(days.at(-1)!), inferred: !year?.said }
}

function monthYear(c: PatternContext): Reading | undefined {
  const month = number(one(c, 'M')), year = yearIn(c)
  return year ? { kind: 'date', value: monthValue(year.year, month), inferred: !year.said } : undefined
}

function relativeMonth(c: PatternContext): Reading | undefined {
  if (!c.anchor) return undefined
  const month = number(one(c, 'M')), year = yearOf(c.anchor), now = monthOf(c.anchor)
  if (one(c, 'L')) return inferred(monthValue(month < now ? year : year - 1, month))
  if (one(c, 'X')) return inferred(monthValue(month > now ? year : year + 1, month))
  return inferred(monthValue(year, month))
}

/** Weekday by modifier, else by tense: the last one on or before the anchor, or the next. */
function weekdayReading(c: PatternContext): Reading | undefined {
  const anchor = c.anchor
  if (!anchor) return undefined
  const wanted = number(one(c, 'W'))
  const unit = one(c, 'U')
  if (unit?.v === 'W') return inferred(addDays(weekStart(shiftUnit(anchor, 'W', sign(c))), wanted - 1))
  const ahead = (wanted - weekday(anchor) + 7) % 7
  if (one(c, 'L')) return inferred(addDays(anchor, ahead === 0 ? -7 : ahead - 7))
  if (one(c, 'X')) return inferred(addDays(anchor, ahead === 0 ? 7 : ahead))
  const future = one(c, 'K') ? c.direction !== 'past' : c.direction === 'future'
  return inferred(addDays(anchor, future ? ahead : ahead === 0 ? 0 : ahead - 7))
}

function unitReading(c: PatternContext): Reading | undefined {
  const unit = one(c, 'U')!.v as CalendarUnit
  if (unit.startsWith('T')) return undefined
  if (!c.anchor) return undefined
  const fiscal = one(c, 'f') !== undefined && unit === 'Y'
  if (c.plurals.includes(c.written(one(c, 'U')!))) return plural(c, unit)
  if (unit === 'D') return one(c, 'X') && isWholeDay(c.reference) ? inferred(addDays(c.reference, 1)) : undefined
  if (unit === 'WE') return inferred(shiftUnit(c.anchor, 'WE', one(c, 'L') && weekday(c.anchor) < 6 ? -1 : one(c, 'L') ? 0 : sign(c) === 1 && weekday(c.anchor) < 6 ? 0 : sign(c)))
  return inferred(shiftUnit(c.anchor, unit, sign(c)), fiscal ? { fiscal } : {})
}

/** "the coming months", "in den vergangenen Jahren": a span of unknown length; recent weeks lie about this month. */
function plural(c: PatternContext, unit: CalendarUnit): Reading {
  const recent = one(c, 'L') && c.anchor && (unit === 'W' || unit === 'D')
  return { kind: 'duration', value: `P${unit.startsWith('T') ? 'T' : ''}X${unit.replace(/^T/, '')}`, inferred: true, ...(recent ? { about: `${c.anchor!.slice(0, 7)}~` } : {}) }
}

/** A unit alone: the weekend, or weeks that something went on ("for weeks", "seit Wochen"). */
function bareUnit(c: PatternContext): Reading | undefined {
  const unit = c.items[0]!.v as CalendarUnit
  if (unit === 'WE') return weekendReading(c)
  return c.before !== '' && 'gs'.includes(c.before) && c.plurals.includes(c.written(c.items[0]!)) ? plural({ ...c, items: [] }, unit) : undefined
}

/** "the weekend", bare: the last one in the past tense, else the coming one. */
function weekendReading(c: PatternContext): Reading | undefined {
  if (!c.anchor) return undefined
  const during = weekday(c.anchor) >= 6 || c.direction === 'future'
  return inferred(`${weekValue(during ? c.anchor : addDays(c.anchor, -7))}-WE`)
}

/** "third quarter of 2025", "Q3 2025", "im ersten Halbjahr"; without a year the nearest that fits the tense. */
function quarterReading(c: PatternContext): Reading | undefined {
  const named = one(c, 'j')
  const unit = named ? String(named.v).slice(0, 1) : String(one(c, 'U')?.v)
  const n = named ? Number(String(named.v).slice(1)) : number(one(c, 'OC'))
  if ((unit !== 'Q' && unit !== 'H') || n < 1 || n > (unit === 'Q' ? 4 : 2)) return undefined
  const units = all(c, 'U')
  const year = one(c, 'Yv') ? yearIn(c) : units.length > (named ? 0 : 1) && c.anchor ? { year: yearOf(c.anchor) + sign(c), said: false } : undefined
  if (year) return { kind: 'date', value: `${year.year}-${unit}${n}`, inferred: !year.said }
  if (!c.anchor) return undefined
  const now = unitOf(c.anchor, unit), at = Number(now.slice(6))
  const y = yearOf(c.anchor)
  const per = unit === 'Q' ? 4 : 2, ahead = (n - at + per) % per, back = (at - n + per) % per
  const future = c.direction === 'future' ? ahead < per - 1 : c.direction === 'past' ? false : ahead < back
  return inferred(future ? `${n >= at ? y : y + 1}-${unit}${n}` : `${n <= at ? y : y - 1}-${unit}${n}`)
}

/** Count of units: digits, words, "a"; null for "several". */
const countIn = (c: PatternContext): number | null => {
  const counted = one(c, 'CDN#Y') ?? one(c, 'n'), vague = one(c, 'q')
  const half = one(c, 'w') ? 0.5 : 0
  if (half) return (one(c, 'CD') ? number(counted) : 0) + half
  return counted && !(vague && counted.c === 'n') ? number(counted) : vague ? (/couple|paar|^пару|^parę/.test(String(vague.v)) && !/^ein paar/.test(String(vague.v)) ? 2 : null) : 1
}

/** "two weeks ago", "in three days", "a year earlier". */
function shifted(c: PatternContext, way: 1 | -1): Reading | undefined {
  const unit = all(c, 'U')[0]!.v as CalendarUnit, count = countIn(c)
  if (unit.startsWith('T')) return undefined
  const span = durationReading(c)?.value
  const more = span ? { span } : {}
  if (count === null || (!one(c, 'CDN#Ynqw') && c.plurals.includes(c.written(all(c, 'U')[0]!)))) return inferred(way < 0 ? 'PAST_REF' : 'FUTURE_REF', { span: `PX${unit}` })
  const reference = one(c, 'JH') && c.reference !== null ? c.reference : null
  if (reference !== null && unit === 'Y' && /^\d{4}/.test(reference)) return inferred(`${Number(reference.slice(0, 4)) + way * count}${reference.slice(4)}`, more)
  const from = isWholeDay(reference) ? reference : c.anchor
  if (!from || count > 3000) return undefined
  if (!Number.isInteger(count)) return count % 1 === 0.5 && unit === 'Y' ? inferred(shiftUnit(from, 'M', way * count * 12), more) : undefined
  if (unit === 'D') return inferred(addDays(from, way * count), more)
  const day = shiftDay(from, unit, way * count)
  return inferred(unitOf(day, unit), unit === 'W' ? { ...more, about: `${day}~` } : unit === 'M' ? { ...more, about: `${day.slice(0, 7)}~` } : more)
}

function durationReading(c: PatternContext): Reading | undefined {
  const unit = all(c, 'U')[0]!.v as CalendarUnit, count = countIn(c)
  if (unit === 'WE' || unit === 'H') return undefined
  if (count === 1 && c.items.length === 1) return undefined
  const amount = count === null ? 'X' : String(count)
  return { kind: 'duration', value: unit.startsWith('T') ? `PT${amount}${unit.slice(1)}` : `P${amount}${unit}`, inferred: false }
}

function seasonReading(c: PatternContext): Reading | undefined {
  const season = String(one(c, 'S')!.v), year = yearIn(c)
  if (year) return { kind: 'date', value: `${year.year}-${season}`, inferred: !year.said }
  if (!c.anchor) return undefined
  const y = yearOf(c.anchor), start = { SP: 3, SU: 6, FA: 9, WI: 12 }[season]!, now = monthOf(c.anchor)
  const end = (start + 1) % 12 + 1
  if (one(c, 'K')) return inferred(`${y}-${season}`)
  if (c.direction === null && !one(c, 'LX')) return inferred(nearestSeason(c.anchor, season))
  if (one(c, 'L') || (c.direction !== 'future' && !one(c, 'X'))) return inferred(`${start <= now && !(one(c, 'L') && now <= end) ? y : y - 1}-${season}`)
  return inferred(`${now <= end || season === 'WI' ? y : y + 1}-${season}`)
}

function nearestSeason(anchor: string, season: string): Timex {
  const distance = (value: Timex) => Math.abs(Date.parse(`${ends(value)![0]}-15`) + 31 * 86400000 - Date.parse(anchor))
  const near = [-1, 0, 1].map((by) => `${yearOf(anchor) + by}-${season}`)
  return near.sort((a, b) => distance(a) - distance(b))[0]!
}

function dayWord(c: PatternContext): Reading | undefined {
  if (!c.anchor) return undefined
  const part = one(c, 'T')
  const day = addDays(c.anchor, number(one(c, 'R') ?? { c: 'R', v: 0, from: 0, to: 0 }))
  return part ? { kind: 'time', value: `${day}T${part.v}`, inferred: true } : inferred(day)
}

function withPart(reading: Reading | undefined, c: PatternContext): Reading | undefined {
  const part = one(c, 'T')
  return reading && part && isWholeDay(reading.value) ? { ...reading, kind: 'time', value: `${reading.value}T${part.v}` } : reading
}

function numericDay(c: PatternContext, order: 'dmy' | 'mdy'): Reading | undefined {
  const [a, b] = all(c, 'DN').map(number) as [number, number]
  const last = c.items.at(-1)!
  const written = one(c, 'Y')
  const year = written ? number(written) : c.items.length === 5 ? (number(last) > 50 ? 1900 : 2000) + number(last) : undefined
  const [day, month] = order === 'mdy' && a <= 12 ? [b, a] : b > 12 && a <= 12 ? [b, a] : [a, b]
  if (year !== undefined) return isDay(year, month, day) ? said(dayValue(year, month, day)) : undefined
  if (!c.anchor || !isDay(2024, month, day)) return undefined
  const near = nearestYear(month, day, c.anchor, c.direction)
  return isDay(near, month, day) ? inferred(dayValue(near, month, day)) : undefined
}

function isoDay(c: PatternContext): Reading | undefined {
  const year = number(c.items[0]), month = number(c.items[2]), day = number(c.items[4])
  return isDay(year, month, day) ? said(dayValue(year, month, day)) : undefined
}

/** "1980-88", "1925/26"; "2015-12", which runs backwards, is a month. */
function yearSpan(first: number, short: number): Reading | undefined {
  const last = Math.floor(first / 100) * 100 + short
  if (short >= 1 && short <= 12 && last <= first) return said(monthValue(first, short))
  return short >= 10 && short < 100 && last > first && last - first < 60 ? { ...said(String(first)), until: String(last) } : undefined
}

function partOfUnit(c: PatternContext): Reading | undefined {
  const unit = one(c, 'U')!.v as CalendarUnit
  if (!c.anchor || unit.startsWith('T') || unit === 'WE' || unit === 'D') return undefined
  return inferred(shiftUnit(c.anchor, unit, sign(c)))
}

/** "the second week of May", "erste Maiwoche" and the like are kept as the month or year they lie in. */
const century = (c: PatternContext): Reading | undefined => {
  const n = number(one(c, 'DOC'))
  return n >= 1 && n <= 21 ? said(String(n - 1).padStart(2, '0')) : undefined
}

const year = (c: PatternContext): Reading | undefined => {
  const y = one(c, 'Y')
  if (!y) return undefined
  return one(c, 'f') ? { ...said(String(y.v)), fiscal: true } : said(String(y.v))
}

/** "twenty years ago" in the classes of `DateItem`; a year group that may follow a month or day. */
const yearGroup = String.raw`(?:,?o?a?Y(?:U)?|,?o?a?[LXK]U|,?a?U[LXK]|,?o?v)`
const dayOf = String.raw`[DO]\.?`
const link = String.raw`(?:[-t&u]|,)`

const shape = (source: string) => new RegExp(source, 'y')

/** The patterns of all languages; at one place the longest match wins, then the earlier pattern. */
export const patternsFor = (order: 'dmy' | 'mdy', monthFirst: boolean, articles: boolean): readonly Pattern[] => [
  { shape: shape(String.raw`(?:W,?i?a?)?${dayOf}o?a?M(?:\.?${yearGroup})?T?`), read: (c) => withPart(dayReading(c), c) },
  { shape: shape(String.raw`${dayOf}(?:,${dayOf})?${link}i?a?${dayOf}o?a?M(?:\.?${yearGroup})?`), read: daysReading },
  ...(monthFirst ? [
    { shape: shape(String.raw`(?:W,?)?Ma?[DO](?:,?Y|,?o?[LXK]U)?T?`), read: (c: PatternContext) => withPart(dayReading(c), c) },
    { shape: shape(String.raw`M[DO]${link}[DO](?:,?Y)?`), read: daysReading },
  ] : []),
  { shape: shape(String.raw`M\.?${yearGroup}`), read: monthYear },
  { shape: shape(String.raw`[LXK]M|M[LXK](?!U)`), read: relativeMonth },
  { shape: shape('Mo?U?'), read: (c) => (c.items.length > 1 && !(c.items.at(-1)!.c === 'U' && c.items.at(-1)!.v === 'M') ? undefined : monthReading(number(c.items[0]), c)) },
  { shape: shape('U[oF]?M'), read: (c) => (c.items[0]!.v === 'M' ? monthReading(number(one(c, 'M')), c) : undefined) },
  { shape: shape('Y-[DN]-[DN]'), read: isoDay },
  { shape: shape('Y[-/][DN](?![-/]|[.][DN])'), read: (c) => yearSpan(number(c.items[0]), number(c.items[2])) },
  { shape: shape('Y[-/]M[-/]D|D[-/]M[-/]Y|M[-/]D[-/]Y|M/D'), read: dayReading },
  { shape: shape('D/D(?![-/.]?[DNY#])'), read: (c) => ('iFtub'.includes(c.before || '_') ? numericDay(c, order) : undefined) },
  { shape: shape(`[OLC]Uo?a?(?:M(?:${yearGroup})?|Y)`), read: weekOf },
  { shape: shape('V'), read: (c) => said(String(c.items[0]!.v)) },
  { shape: shape(String.raw`D/[D]/[YDN]|D\.D\.Y${articles ? '' : 'U?'}|D\.D\.[DN](?!\.?[DN])`), read: (c) => numericDay(c, order) },
  { shape: shape(String.raw`D\.D\.`), read: (c) => numericDay(c, order) },
  { shape: shape('WT'), read: (c) => withPart(weekdayReading(c), c) },
  { shape: shape('(?:[LXK]UW|W,?i?o?a?[LXK]U|W,?i?a?U[LXK]|[LXK]W|Wa?[LXK](?!U)|W)(?:i?a?T)?'), read: (c) => withPart(weekdayReading(c), c) },
  { shape: shape('[LXK](?:f?U)|[LXK]?fUY?|U[LXK](?!U)|f?U[LXK]|Uf[LXK]|[LXK]Uf|Uf(?=Y)'), read: (c) => (one(c, 'Y') || (one(c, 'f') && !one(c, 'LXK')) ? undefined : unitReading(c)) },
  { shape: shape('[JHE][KLX]U'), read: partOfUnit },
  { shape: shape('U'), read: bareUnit },
  { shape: shape(String.raw`[OC]-?f?U(?:${yearGroup})?|Y-?j|jo?(?:a?Y|${yearGroup})?|D\.U(?:${yearGroup})?|fOU(?:${yearGroup})?`), read: (c) => (one(c, 'D') ? quarterReading({ ...c, items: c.items.map((i) => (i.c === 'D' ? { ...i, c: 'O' } : i)) }) : quarterReading(c)) },
  { shape: shape(String.raw`[DO]\.?U`), read: (c) => (one(c, 'U')!.v === 'CE' ? century(c) : undefined) },
  { shape: shape('(?:x?n?[CDN#nqYw]w?-?)?U-?[AJ]'), read: (c) => shifted(c, -1) },
  { shape: shape('U-[AJ]U'), read: (c) => (c.anchor && c.items[0]!.v === 'Y' && c.items[3]!.v === 'Q' ? inferred(shiftUnit(c.anchor, 'Q', -5)) : undefined) },
  { shape: shape('Gx?n?[CDN#nqw]w?U|GU'), read: (c) => shifted(c, -1) },
  { shape: shape('Ix?(?:a?[X])?n?[CDN#nqw]U'), read: (c) => shifted(c, 1) },
  ...(articles ? [] : [{ shape: shape('IU'), read: (c: PatternContext) => shifted(c, 1) }]),
  { shape: shape('(?:x?n?[CDN#nqw])U[H]'), read: (c) => shifted(c, 1) },
  { shape: shape('RT?|RiT'), read: dayWord },
  { shape: shape('KT'), read: dayWord },
  { shape: shape('S(?:\\.?' + yearGroup + ')|[LXK]S|S[LXK]?'), read: seasonReading },
  { shape: shape('YU?|U?Y|fU?Y|U?fY|Yf'), read: (c) => (one(c, 'U') && (one(c, 'U')!.v !== 'Y' || (articles && c.items[0]!.c === 'Y' && c.items.length > 1 && !one(c, 'f'))) ? undefined : year(c)) },
  { shape: shape('Uv|v'), read: (c) => (c.anchor ? inferred(String(yearOf(c.anchor) + number(one(c, 'v')))) : undefined) },
  { shape: shape('(?:UZ|ZU?|OU)'), read: (c) => (one(c, 'Z') ? said(String(Math.floor(number(one(c, 'Z')) / 10))) : undefined) },
  { shape: shape('Ea?o?a?(?:[LXK]?U|U[LXK])'), read: partOfUnit },
  { shape: shape('z'), read: (c) => inferred(String(c.items[0]!.v)) },
  { shape: shape('L(?![LXKCDN#nqUWMSOxf-])'), read: (c) => (/^(?:recent|récents?|jüngste)$/.test(String(c.items[0]!.v)) || (/^(?:past|passé|passato)$/.test(String(c.items[0]!.v)) && 'aoi'.includes(c.before || '_')) ? inferred('PAST_REF') : undefined) },
  { shape: shape('K(?!f?[UWMSTCDN])'), read: (c) => (/^current/.test(String(c.items[0]!.v)) ? inferred('PRESENT_REF') : undefined) },
  { shape: shape('h'), read: clock },
  { shape: shape('T'), read: (c) => (c.before === 'i' && (c.reference ?? c.anchor) ? { kind: 'time', value: `${dayPart(c)}T${c.items[0]!.v}`, inferred: true } : undefined) },
  { shape: shape('P'), read: (c) => inferred(String(c.items[0]!.v)) },
  { shape: shape('x?n?[CDN#nqYw]w?[+]?-?U|x?[CDN#](?:[&t]|-)[CDN#]-?U|[LXK]U&U|[LXK]x?n?[CDN#q]-?U|[CDNq][LXK]U|OCU|O[DN]U|OU|[LX]O[CDN]U'), read: timeSpan },
  { shape: shape('d'), read: (c) => ({ kind: 'set', value: String(c.items[0]!.v), inferred: false }) },
  { shape: shape('e[CDN]?U'), read: (c) => ({ ...durationReading(c)!, kind: 'set' }) },
  { shape: shape('eW'), read: (c) => ({ kind: 'set', value: `XXXX-WXX-${one(c, 'W')!.v}`, inferred: false }) },
]

/** Day of the last date named before, else of the anchor. */
const dayPart = (c: PatternContext) => (/^\d{4}-\d{2}-\d{2}/.test(c.reference ?? '') ? c.reference!.slice(0, 10) : c.anchor ?? 'XXXX-XX-XX')

const clock = (c: PatternContext): Reading => ({ kind: 'time', value: `${dayPart(c)}${one(c, 'h')!.v}`, inferred: true })

/** "two years", "the first nine months"; after "in" and with a future ahead, "in five years" is a date. */
function timeSpan(c: PatternContext): Reading | undefined {
  if (c.items.some((item) => item.c === 'O') && !one(c, 'CDN')) return undefined
  if (c.items.length === 4 && c.items[0]!.c !== 'x' && 'LXK'.includes(c.items[0]!.c) && c.items[2]!.c === '&') return plural({ ...c, items: c.items.slice(0, 2) }, c.items[1]!.v as CalendarUnit)
  if (one(c, 'L') && one(c, 'q')) return plural(c, one(c, 'U')!.v as CalendarUnit)
  const span = durationReading(c)
  if (span && c.before === 'in' && c.direction === 'future' && one(c, 'CDN#') && !one(c, 'LXKO')) return shifted(c, 1) ?? span
  return span
}

/** Does a value stand on the calendar? */
export const isCalendar = (value: Timex): boolean => ends(value) !== undefined

import { addDays, isWholeDay, weekday } from '../../core/dates.ts'
import { plural } from './date-counts.ts'
import { nearestYear, shortYearIn } from './date-days.ts'
import { all, inferred, number, one, said, sign, yearIn, type PatternContext, type Reading } from './date-reading.ts'
import type { DatePart } from './date-words.ts'
import { addMonths, ends, monthOf, monthValue, shiftUnit, unitOf, weekValue, yearOf, type CalendarUnit, type Timex } from './timex.ts'

export function monthReading(month: number, c: PatternContext): Reading | undefined {
  if (!c.anchor) return undefined
  const year = yearOf(c.anchor), now = monthOf(c.anchor)
  const ahead = (month - now + 12) % 12, back = (now - month + 12) % 12
  const future = c.direction === 'future' ? ahead <= 9 : c.direction === 'past' ? back > 10 : ahead < back
  const to = addMonths(year, now, future ? ahead : -back)
  return inferred(monthValue(to.year, to.month))
}

export function monthYear(c: PatternContext): Reading | undefined {
  const month = number(one(c, 'M')), year = yearIn(c) ?? shortYearIn(c)
  return year ? { kind: 'date', value: monthValue(year.year, month), inferred: !year.said } : undefined
}

export function relativeMonth(c: PatternContext): Reading | undefined {
  if (!c.anchor) return undefined
  const month = number(one(c, 'M')), year = yearOf(c.anchor), now = monthOf(c.anchor)
  if (one(c, 'L')) return inferred(monthValue(month < now ? year : year - 1, month))
  if (one(c, 'X')) return inferred(monthValue(month > now ? year : year + 1, month))
  return inferred(monthValue(year, month))
}

export function unitReading(c: PatternContext): Reading | undefined {
  const unit = one(c, 'U')!.v as CalendarUnit
  if (unit.startsWith('T')) return undefined
  if (!c.anchor) return undefined
  const fiscal = one(c, 'f') !== undefined && unit === 'Y'
  // "На наступному тижні": an ending of the singular beside a form that is also a plural.
  const single = /(?:ому|ого|ій|ої|ий)$/.test(c.written(one(c, 'LXK') ?? c.items[0]!))
  if (!single && c.plurals.includes(c.written(one(c, 'U')!))) return plural(c, unit)
  if (unit === 'FN') return { kind: 'duration', value: 'P2W', inferred: false }
  if (unit === 'D') return one(c, 'X') && isWholeDay(c.reference) ? inferred(addDays(c.reference, 1)) : undefined
  if (unit === 'WE') return inferred(shiftUnit(c.anchor, 'WE', one(c, 'L') && weekday(c.anchor) < 6 ? -1 : one(c, 'L') ? 0 : sign(c) === 1 && weekday(c.anchor) < 6 ? 0 : sign(c)))
  return inferred(shiftUnit(c.anchor, unit, sign(c)), fiscal ? { fiscal } : {})
}

/** A unit alone: the weekend, or weeks that something went on ("for weeks", "seit Wochen"). */
export function bareUnit(c: PatternContext): Reading | undefined {
  const unit = c.items[0]!.v as CalendarUnit
  if (unit === 'WE') return weekendReading(c)
  return c.before !== '' && 'gs'.includes(c.before) && c.plurals.includes(c.written(c.items[0]!)) ? plural({ ...c, items: [] }, unit) : undefined
}

/** "in the week", "the award of the year", "des Jahres": the one of now. */
export function unitOfNow(c: PatternContext): Reading | undefined {
  const unit = c.items[0]!.v as CalendarUnit, bare = c.before === 'a' && ('io'.includes(c.beforeThat || '_') || c.wordBefore === 'des')
  return c.anchor && bare && 'YMW'.includes(unit) && !c.plurals.includes(c.written(c.items[0]!)) ? inferred(unitOf(c.anchor, unit)) : undefined
}

/** "the weekend", bare: the last one in the past tense, else the coming one. */
function weekendReading(c: PatternContext): Reading | undefined {
  if (!c.anchor) return undefined
  const during = weekday(c.anchor) >= 6 || c.direction === 'future'
  return inferred(`${weekValue(during ? c.anchor : addDays(c.anchor, -7))}-WE`)
}

/** "third quarter of 2025", "Q3 2025", "im ersten Halbjahr"; without a year the nearest that fits the tense. */
export function quarterReading(c: PatternContext): Reading | undefined {
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

export function seasonReading(c: PatternContext): Reading | undefined {
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

/** "1980-88", "1925/26"; "2015-12", which runs backwards, is a month. */
export function yearSpan(first: number, short: number): Reading | undefined {
  const last = Math.floor(first / 100) * 100 + short
  if (short >= 1 && short <= 12 && last <= first) return said(monthValue(first, short))
  return short >= 10 && short < 100 && last > first && last - first < 60 ? { ...said(String(first)), until: String(last), ...(last === first + 1 ? { paired: true } : {}) } : undefined
}

export function partOfUnit(c: PatternContext): Reading | undefined {
  const unit = one(c, 'U')!.v as CalendarUnit
  if (!c.anchor || unit.startsWith('T') || unit === 'WE' || unit === 'D') return undefined
  const part = one(c, 'E')?.v as DatePart | undefined ?? (one(c, 'J') ? 'start' : 'end')
  return inferred(shiftUnit(c.anchor, unit, sign(c)), { part })
}

/** "the second week of May", "erste Maiwoche" and the like are kept as the month or year they lie in. */
export const century = (c: PatternContext): Reading | undefined => {
  const n = number(one(c, 'DOC'))
  return n >= 1 && n <= 21 ? said(String(n - 1).padStart(2, '0')) : undefined
}

/** "w drugiej połowie 2025 r.", "nella seconda metà del 2025": where the middle of something is also its half. */
export function halfReading(c: PatternContext): Reading | undefined {
  const n = number(c.items[0]), year = yearIn({ ...c, items: c.items.slice(2) })
  return year && c.items[1]!.v === 'mid' && (n === 1 || n === 2) ? { kind: 'date', value: `${year.year}-H${n}`, inferred: !year.said } : undefined
}

/** "les années 1990", "gli anni 90", "w latach 90.": years in the plural before a round number. */
export function decadeReading(c: PatternContext): Reading | undefined {
  const unit = c.items[0]!, n = number(c.items[1]), written = c.items[1]!.c === 'C' ? 2 : c.written(c.items[1]!).length
  if (unit.v !== 'Y' || !c.plurals.includes(c.written(unit)) || n % 10 !== 0 || (written === 2 ? n < 20 : written !== 4)) return undefined
  return said(String(written === 2 ? 190 + n / 10 : n / 10))
}

export const year = (c: PatternContext): Reading | undefined => {
  const y = one(c, 'Y')
  if (!y) return undefined
  return one(c, 'f') ? { ...said(String(y.v)), fiscal: true } : said(String(y.v))
}

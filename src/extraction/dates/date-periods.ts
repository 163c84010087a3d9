import { addDays } from '../../core/dates.ts'
import { nearestYear } from './date-days.ts'
import { nthWeekday } from './feasts.ts'
import { number, one, sign, yearIn, type PatternContext, type Reading } from './date-reading.ts'
import { addMonths, dayValue, isDay, monthOf, monthValue, shiftUnit, weekValue, yearOf, type CalendarUnit, type Timex } from './timex.ts'

/** A year, or a month of it, of which a part is told. */
interface Period { readonly year: number; readonly month: number | null; readonly said: boolean }

/** The period that the words from `at` on name: "of July", "of 2021", "of next month". */
function periodIn(c: PatternContext, at: number): Period | undefined {
  const rest = { ...c, items: c.items.slice(at) }, month = one(rest, 'M'), year = yearIn(rest)
  if (month) {
    const m = number(month)
    return year ? { ...year, month: m } : c.anchor ? { year: nearestYear(m, 15, c.anchor, c.direction), month: m, said: false } : undefined
  }
  if (year) return { ...year, month: null }
  if (!c.anchor || one(rest, 'U')?.v !== 'M') return undefined
  const value = shiftUnit(c.anchor, 'M', sign(rest))
  return { year: yearOf(value), month: monthOf(value), said: false }
}

/** "the first Monday of May", "am letzten Freitag im Juni 2025". */
export function weekdayOfPeriod(c: PatternContext): Reading | undefined {
  const [which, day] = c.items, period = periodIn(c, 2), n = which!.c === 'L' ? -1 : number(which)
  if (!period || period.month === null || n > 5) return undefined
  const value = nthWeekday(period.year, period.month, number(day), n)
  return monthOf(value) === period.month ? { kind: 'date', value, inferred: !period.said } : undefined
}

/** "the 15th of this month", "am 15. dieses Monats", "le 5 du mois prochain". */
export function dayOfMonth(c: PatternContext): Reading | undefined {
  const period = periodIn(c, 1), day = number(c.items[0])
  if (!period || period.month === null || !isDay(period.year, period.month, day)) return undefined
  return { kind: 'date', value: dayValue(period.year, period.month, day), inferred: true }
}

/** "from 4 to 22 this month", "vom 4. bis 22. dieses Monats". */
export function daysOfMonth(c: PatternContext): Reading | undefined {
  const days = c.items.filter((item) => 'DO'.includes(item.c)), period = periodIn(c, 1), [first, last] = [number(days[0]), number(days[1])]
  const dated = 'FsB'.includes(c.before || '_') || c.items.some((item) => item.c === '.') || /^d[ue]$/.test(c.wordBefore)
  if (!dated || !period || period.month === null || first >= last || !isDay(period.year, period.month, last)) return undefined
  return { kind: 'date', value: dayValue(period.year, period.month, first), until: dayValue(period.year, period.month, last), split: c.items.indexOf(days[1]!), inferred: true }
}

/**
 * One unit of a period, counted from its beginning or end: "the last week of July", "first week of 2021", "the 15th day of
 * next month", "last quarter of 2024".
 */
export function unitOfPeriod(c: PatternContext): Reading | undefined {
  const unit = c.items[1]!.v as CalendarUnit, period = periodIn(c, 2)
  const n = c.items[0]!.c === 'L' ? -1 : number(c.items[0])
  if (!period || n === 0 || c.plurals.includes(c.written(c.items[1]!))) return undefined
  const value = nthUnit(period, unit, n)
  return value === undefined ? undefined : { kind: 'date', value, inferred: !period.said }
}

/** "the first nine months of 2025", "die letzten drei Wochen dieses Jahres": a stretch from the beginning or to the end. */
export function unitsOfPeriod(c: PatternContext): Reading | undefined {
  const unit = one(c, 'U')!, period = periodIn(c, 3), side = one(c, 'OL')!, n = number(one(c, 'CDN'))
  if (!period || n < 2 || (side.c === 'O' && side.v !== 1)) return undefined
  const [from, to] = side.c === 'O' ? [1, n] : [-n, -1]
  const value = nthUnit(period, unit.v as CalendarUnit, from), until = nthUnit(period, unit.v as CalendarUnit, to)
  return value === undefined || until === undefined || value >= until ? undefined : { kind: 'date', value, until, inferred: !period.said }
}

/** The nth day, week, month, quarter or half of a period; from its end when negative. A week belongs where its fourth day lies. */
function nthUnit({ year, month }: Period, unit: CalendarUnit, n: number): Timex | undefined {
  const next = addMonths(year, month ?? 12, 1), last = addDays(dayValue(next.year, next.month, 1), -1)
  if (unit === 'D') {
    if (n < 0) return addDays(last, n + 1)
    return month === null ? addDays(dayValue(year, 1, 1), n - 1) : isDay(year, month, n) ? dayValue(year, month, n) : undefined
  }
  if (unit === 'W') return n > 53 ? undefined : weekValue(n < 0 ? addDays(last, -3 + 7 * (n + 1)) : addDays(dayValue(year, month ?? 1, 4), 7 * (n - 1)))
  const per = { M: 12, Q: 4, H: 2 }[unit as string], at = per === undefined ? 0 : n < 0 ? per + 1 + n : n
  if (month !== null || per === undefined || at < 1 || at > per) return undefined
  return unit === 'M' ? monthValue(year, at) : `${year}-${unit}${at}`
}

/** "week 27 of last year", "KW 12", "semaine 3": weeks by their number, of this year unless another is named. */
export function numberedWeek(c: PatternContext): Reading | undefined {
  const n = number(c.items[1]), year = yearIn({ ...c, items: c.items.slice(2) }) ?? (c.anchor ? { year: yearOf(c.anchor), said: false } : undefined)
  if (!year || c.items[0]!.v !== 'W' || n < 1 || n > 53 || c.plurals.includes(c.written(c.items[0]!))) return undefined
  return { kind: 'date', value: `${year.year}-W${String(n).padStart(2, '0')}`, inferred: !year.said }
}

/** "the week of April 10th", "the week beginning 4 February": the week that holds the day. */
export function weekOfDay(day: Reading): Reading { return { ...day, value: weekValue(day.value) } }

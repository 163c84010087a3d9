import { addDays, edtf, weekday, type Edtf } from '../../core/dates.ts'

/** Units of the calendar, by their TIMEX3 letter; CE century, DE decade, H half-year, Q quarter, WE weekend, FN two weeks. */
export type CalendarUnit = 'CE' | 'DE' | 'Y' | 'H' | 'Q' | 'M' | 'W' | 'WE' | 'FN' | 'D' | 'TH' | 'TM' | 'TS'

/**
 * A point or stretch of the calendar in the notation of TIMEX3 (after ISO 8601): `2025-01-13`, `2024-11`, `2025-W02`,
 * `2025-Q1`, `2025-H1`, `2024-FA`, `199` (a decade), `19` (a century), `2025-W02-WE`. It keeps what EDTF intervals blur:
 * that a week or a quarter was meant.
 */
export type Timex = string

const pad = (n: number) => String(n).padStart(2, '0')
const year4 = (n: number) => String(n).padStart(4, '0')
const monthDays = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** Is there such a day? @example isDay(2025, 2, 30) // false */
export const isDay = (year: number, month: number, day: number): boolean => month >= 1 && month <= 12 && day >= 1 && day <= monthDays(year, month)

/** @example dayValue(2025, 1, 3) // '2025-01-03' */
export const dayValue = (year: number, month: number, day: number): Timex => `${year4(year)}-${pad(month)}-${pad(day)}`
/** @example monthValue(2025, 1) // '2025-01' */
export const monthValue = (year: number, month: number): Timex => `${year4(year)}-${pad(month)}`
export const yearOf = (day: string): number => Number(day.slice(0, 4))
export const monthOf = (day: string): number => Number(day.slice(5, 7))

/** Day 1 of ISO week 1 is the Monday of the week with 4 January. */
const weekOneMonday = (year: number) => { const fourth = dayValue(year, 1, 4); return addDays(fourth, 1 - weekday(fourth)) }

/** The ISO week of a day. @example weekValue('2025-01-13') // '2025-W03' */
export function weekValue(day: string): Timex {
  const thursday = addDays(day, 4 - weekday(day))
  const year = yearOf(thursday)
  const weeks = Math.round((Date.parse(addDays(day, 1 - weekday(day))) - Date.parse(weekOneMonday(year))) / 604800000)
  return `${year4(year)}-W${pad(weeks + 1)}`
}

/** Monday of an ISO week. @example weekStart('2025-W03') // '2025-01-13' */
export const weekStart = (week: Timex): string => addDays(weekOneMonday(Number(week.slice(0, 4))), 7 * (Number(week.slice(6, 8)) - 1))

/** A month some months away, years carried. */
export function addMonths(year: number, month: number, by: number): { year: number; month: number } {
  const index = year * 12 + month - 1 + by
  return { year: Math.floor(index / 12), month: (index % 12 + 12) % 12 + 1 }
}

/** The day some months later; the end of a shorter month stands for a missing day. */
function dayInMonths(day: string, by: number): string {
  const to = addMonths(yearOf(day), monthOf(day), by)
  return dayValue(to.year, to.month, Math.min(Number(day.slice(8, 10)), monthDays(to.year, to.month)))
}

/** The unit that holds a day. @example unitOf('2025-05-13', 'Q') // '2025-Q2' */
export function unitOf(day: string, unit: CalendarUnit): Timex {
  const year = yearOf(day), month = monthOf(day)
  switch (unit) {
    case 'CE': return String(Math.floor(year / 100))
    case 'DE': return String(Math.floor(year / 10))
    case 'Y': return year4(year)
    case 'H': return `${year4(year)}-H${month <= 6 ? 1 : 2}`
    case 'Q': return `${year4(year)}-Q${Math.ceil(month / 3)}`
    case 'M': return monthValue(year, month)
    case 'W': case 'FN': return weekValue(day)
    case 'WE': return `${weekValue(day)}-WE`
    default: return day
  }
}

/** The day some units away. @example shiftDay('2025-01-13', 'W', -1) // '2025-01-06' */
export function shiftDay(day: string, unit: CalendarUnit, by: number): string {
  switch (unit) {
    case 'CE': return dayInMonths(day, 1200 * by)
    case 'DE': return dayInMonths(day, 120 * by)
    case 'Y': return dayInMonths(day, 12 * by)
    case 'H': return dayInMonths(day, 6 * by)
    case 'Q': return dayInMonths(day, 3 * by)
    case 'M': return dayInMonths(day, by)
    case 'W': case 'WE': return addDays(day, 7 * by)
    case 'FN': return addDays(day, 14 * by)
    case 'D': return addDays(day, by)
    default: return day
  }
}

/** The unit some units away from a day's own. @example shiftUnit('2025-01-13', 'M', -1) // '2024-12' */
export const shiftUnit = (day: string, unit: CalendarUnit, by: number): Timex =>
  unitOf(unit === 'M' || unit === 'Q' || unit === 'H' || unit === 'Y' ? shiftDay(`${day.slice(0, 8)}01`, unit, by) : shiftDay(day, unit, by), unit)

const seasons: Readonly<Record<string, readonly [number, number]>> = { SP: [3, 5], SU: [6, 8], FA: [9, 11], WI: [12, 14] }

/**
 * First and last EDTF point of a value: the same point twice for a year, month or day. Undefined for values that stand on
 * no calendar (`PRESENT_REF`, `XXXX-12-25`).
 * @example ends('2025-Q1') // ['2025-01', '2025-03']
 */
export function ends(value: Timex): readonly [string, string] | undefined {
  if (/^\d{4}(-\d{2}(-\d{2})?)?$/.test(value)) return [value, value]
  if (/^\d{3}$/.test(value)) return [`${value}0`, `${value}9`]
  if (/^\d{2}$/.test(value)) return [`${value}00`, `${value}99`]
  const day = /^(\d{4}-\d{2}-\d{2})T/.exec(value)
  if (day) return [day[1]!, day[1]!]
  const part = /^(\d{4})-(?:Q([1-4])|H([12])|(SP|SU|FA|WI))$/.exec(value)
  if (part) {
    const [from, to] = part[2] ? [Number(part[2]) * 3 - 2, Number(part[2]) * 3] : part[3] ? [Number(part[3]) * 6 - 5, Number(part[3]) * 6] : seasons[part[4]!]!
    const year = Number(part[1]), last = addMonths(year, 1, to - 1)
    return [monthValue(year, from), monthValue(last.year, last.month)]
  }
  const week = /^(\d{4}-W\d{2})(-WE)?$/.exec(value)
  if (!week) return undefined
  const monday = weekStart(week[1]!)
  return week[2] ? [addDays(monday, 5), addDays(monday, 6)] : [monday, addDays(monday, 6)]
}

/** A value as EDTF: a date, or the interval it covers. @example edtfOf('2025-W02') // '2025-01-06/2025-01-12' */
export function edtfOf(value: Timex): Edtf | undefined {
  const both = ends(value)
  if (!both) return undefined
  return edtf(both[0] === both[1] ? both[0] : `${both[0]}/${both[1]}`)
}

/** The EDTF interval from the start of one value to the end of another; an open end is null. */
export function edtfRange(from: Timex | null, to: Timex | null): Edtf | undefined {
  const first = from === null ? '..' : ends(from)?.[0], last = to === null ? '..' : ends(to)?.[1]
  if (!first || !last || (first === '..' && last === '..')) return undefined
  if (first !== '..' && last !== '..' && first > last) return undefined
  return edtf(first === last ? first : `${first}/${last}`)
}

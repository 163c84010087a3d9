import { addDays, weekday } from '../../core/dates.ts'
import { dayValue } from './timex.ts'

/**
 * When a feast is kept, as the tables of words write it: `12-25` a day of the year; `easter+50` days from Easter Sunday of
 * the western churches, `pascha-7` of the eastern; `advent+7` from the first Sunday in Advent; `11.4.4` the fourth Thursday of November (month, weekday, which one; `-1`
 * the last), `11.4.4+1` the day after it.
 */
export type FeastRule = string

/**
 * The day of a feast in a year.
 * @example feastDay('easter+1', 2025) // '2025-04-21'
 */
export function feastDay(rule: FeastRule, year: number): string {
  const moving = /^(easter|pascha|advent|(\d+)\.(\d)\.(-?\d))([+-]\d+)?$/.exec(rule)
  if (!moving) return `${String(year).padStart(4, '0')}-${rule}`
  const base = moving[1] === 'easter' ? easter(year) : moving[1] === 'pascha' ? pascha(year) : moving[1] === 'advent' ? nextWeekday(dayValue(year, 11, 27), 7) : nthWeekday(year, Number(moving[2]), Number(moving[3]), Number(moving[4]))
  return addDays(base, Number(moving[5] ?? 0))
}

/** The first, second … or last such weekday of a month. */
export function nthWeekday(year: number, month: number, day: number, which: number): string {
  if (which > 0) return addDays(nextWeekday(dayValue(year, month, 1), day), 7 * (which - 1))
  const last = addDays(month === 12 ? dayValue(year + 1, 1, 1) : dayValue(year, month + 1, 1), -1)
  return addDays(last, -((weekday(last) - day + 7) % 7))
}

/** The weekday on or after a day. */
const nextWeekday = (from: string, day: number): string => addDays(from, (day - weekday(from) + 7) % 7)

/** Easter Sunday by the Gregorian computus (Butcher's rule). */
function easter(year: number): string {
  const a = year % 19, b = Math.floor(year / 100), c = year % 100, d = Math.floor(b / 4), e = b % 4
  const g = Math.floor((8 * b + 13) / 25), h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4), k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7, m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return dayValue(year, Math.floor(n / 31), n % 31 + 1)
}

/** Easter Sunday by the Julian computus (Meeus), told in our calendar: thirteen days later from 1900 to 2099. */
function pascha(year: number): string {
  const d = (19 * (year % 19) + 15) % 30, e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7, n = d + e + 114
  return addDays(dayValue(year, Math.floor(n / 31), n % 31 + 1), 13)
}

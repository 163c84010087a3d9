import { addDays, weekday } from '../../core/dates.ts'
import { all, inferred, number, one, said, sign, yearIn, type Direction, type PatternContext, type Reading } from './date-reading.ts'
import { dayValue, isDay, shiftUnit, weekStart, yearOf } from './timex.ts'

export function dayReading(c: PatternContext): Reading | undefined {
  const day = number(one(c, 'DO')), month = number(one(c, 'M')), year = yearIn(c)
  if (year) return isDay(year.year, month, day) ? { kind: 'date', value: dayValue(year.year, month, day), inferred: !year.said } : undefined
  if (!c.anchor || !isDay(2024, month, day)) return undefined
  const near = nearestYear(month, day, c.anchor, c.direction)
  return isDay(near, month, day) ? inferred(dayValue(near, month, day)) : undefined
}

/** "4 and 5 June 2025", "11-13 Dec.": first and last day. */
export function daysReading(c: PatternContext): Reading | undefined {
  const days = all(c, 'DO'), month = number(one(c, 'M'))
  const year = yearIn(c)
  const first = number(days[0]), last = number(days.at(-1))
  const y = year?.year ?? (c.anchor ? nearestYear(month, first, c.anchor, c.direction) : undefined)
  if (y === undefined || first >= last || !isDay(y, month, first) || !isDay(y, month, last)) return undefined
  return { kind: 'date', value: dayValue(y, month, first), until: dayValue(y, month, last), split: c.items.indexOf(days.at(-1)!), inferred: !year?.said }
}

export function numericDay(c: PatternContext, order: 'dmy' | 'mdy'): Reading | undefined {
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

export function isoDay(c: PatternContext): Reading | undefined {
  const year = number(c.items[0]), month = number(c.items[2]), day = number(c.items[4])
  return isDay(year, month, day) ? said(dayValue(year, month, day)) : undefined
}

/** Weekday by modifier, else by tense: the last one on or before the anchor, or the next. */
export function weekdayReading(c: PatternContext): Reading | undefined {
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

export function dayWord(c: PatternContext): Reading | undefined {
  if (!c.anchor) return undefined
  const part = one(c, 'T')
  const day = addDays(c.anchor, number(one(c, 'R') ?? { c: 'R', v: 0, from: 0, to: 0 }))
  return part ? { kind: 'time', value: `${day}T${part.v}`, inferred: true } : inferred(day)
}

/** Day of the last date named before, else of the anchor. */
export const dayPart = (c: PatternContext) => (/^\d{4}-\d{2}-\d{2}/.test(c.reference ?? '') ? c.reference!.slice(0, 10) : c.anchor ?? 'XXXX-XX-XX')

export const clock = (c: PatternContext): Reading => ({ kind: 'time', value: `${dayPart(c)}${one(c, 'h')!.v}`, inferred: true })

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

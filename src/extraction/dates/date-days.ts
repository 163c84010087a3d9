import { addDays, isWholeDay, weekday } from '../../core/dates.ts'
import { all, inferred, number, one, said, sign, yearIn, type Direction, type PatternContext, type Reading } from './date-reading.ts'
import { feastDay } from './feasts.ts'
import { addMonths, dayValue, isDay, monthOf, shiftUnit, weekStart, yearOf } from './timex.ts'

export function dayReading(c: PatternContext): Reading | undefined {
  const day = number(one(c, 'DOC')), month = number(one(c, 'M')), year = yearIn(c) ?? shortYearIn(c)
  if (one(c, 'C') && (one(c, 'LX') || !(year?.said || 'ia'.includes(c.before || '_')))) return undefined
  if (year) return isDay(year.year, month, day) ? { kind: 'date', value: dayValue(year.year, month, day), inferred: !year.said } : undefined
  if (!c.anchor || !isDay(2024, month, day)) return undefined
  const side = one(c, 'LX'), near = nearestYear(month, day, c.anchor, c.direction)
  const value = dayValue(near, month, day), beside = side?.c === 'X' && value <= c.anchor ? near + 1 : side?.c === 'L' && value >= c.anchor ? near - 1 : near
  return isDay(beside, month, day) ? inferred(dayValue(beside, month, day)) : undefined
}

/** "am 22.04": day and month in figures of two digits. */
export function dayInFigures(c: PatternContext): Reading | undefined {
  const [month, day] = String(one(c, 'm')!.v).split('-').map(Number) as [number, number]
  return c.anchor ? inferred(dayValue(nearestYear(month, day, c.anchor, c.direction), month, day)) : undefined
}

/** "am siebten vierten", "Donnerstag 7. vierter 2016": the month by its number, as it is said. */
export function dayInOrdinals(c: PatternContext): Reading | undefined {
  const isSaid = one(c, 'W') !== undefined || c.before === 'i'
  return isSaid ? numericDay({ ...c, items: c.items.map((item) => (item.c === 'O' ? { ...item, c: 'D' } : item)) }, 'dmy') : undefined
}

/** "15 April of 87", "juillet 98": two figures that are no day. */
export const shortYearIn = (c: PatternContext): { year: number; said: boolean } | undefined => {
  const short = one(c, 'N')
  return short && number(short) > 31 && number(short) < 100 ? { year: shortYear(number(short)), said: true } : undefined
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
  const written = one(c, 'Y'), third = all(c, 'DN')[2]
  if (third && c.written(third).length !== 2) return undefined
  const year = written ? number(written) : third ? shortYear(number(third)) : undefined
  const [day, month] = order === 'mdy' && a <= 12 ? [b, a] : b > 12 && a <= 12 ? [b, a] : [a, b]
  if (year !== undefined) return isDay(year, month, day) ? said(dayValue(year, month, day)) : undefined
  if (!c.anchor || !isDay(2024, month, day)) return undefined
  const near = nearestYear(month, day, c.anchor, c.direction)
  return isDay(near, month, day) ? inferred(dayValue(near, month, day)) : undefined
}

/** "1/2", "in 3/4 of the cases": not behind a word for "on", where day and month would stand. */
export function isFraction(c: PatternContext): boolean {
  const [a, b] = all(c, 'D').map(number) as [number, number], written = c.items.map(c.written)
  if (written.some((figure) => figure.startsWith('0'))) return false
  return !'iFtubK'.includes(c.before || '_') || (a < b && [2, 3, 4, 5, 6, 8, 10].includes(b) && (c.before !== 'i' || c.wordBefore === 'in'))
}

/** "4/29-5/1", "28.2.-1.3.2019": first and last day in figures; the first takes the year of the last. */
export function numericRange(c: PatternContext, order: 'dmy' | 'mdy'): Reading | undefined {
  const figures = all(c, 'DN'), first = numericDay({ ...c, items: figures.slice(0, 2) }, order)
  const last = numericDay({ ...c, items: [...figures.slice(2), ...all(c, 'Y')] }, order)
  if (!first || !last) return undefined
  const [month, day] = first.value.slice(5).split('-').map(Number) as [number, number]
  const year = last.inferred && month === 2 && day === 29 ? yearOf(first.value) : yearOf(last.value) - (first.value.slice(5) <= last.value.slice(5) ? 0 : 1)
  if (!isDay(year, month, day)) return undefined
  const until = last.inferred ? `${year + (first.value.slice(5) <= last.value.slice(5) ? 0 : 1)}${last.value.slice(4)}` : last.value
  return { ...last, value: dayValue(year, month, day), until, split: c.items.indexOf(figures[2]!) }
}

/** "88" 1988, "25" 2025. */
export const shortYear = (n: number): number => (n > 50 ? 1900 : 2000) + n

/** "Tuesday the 13th", "Dienstag, der 25.": the nearest such day of a month that falls on that weekday. */
export function weekdayOfMonth(c: PatternContext): Reading | undefined {
  const anchor = c.anchor, day = number(one(c, 'DO')), wanted = one(c, 'W')
  if (!anchor || day > 31) return undefined
  const days = Array.from({ length: 49 }, (_, k) => addMonths(yearOf(anchor), monthOf(anchor), k - 24))
    .filter(({ year, month }) => isDay(year, month, day)).map(({ year, month }) => dayValue(year, month, day))
    .filter((value) => !wanted || weekday(value) === wanted.v)
  const away = (value: string) => Math.abs(Date.parse(value) - Date.parse(anchor)) / 86400000
  days.sort((a, b) => away(a) - away(b))
  const fits = (value: string) => away(value) <= 31 || (c.direction === 'past' ? value <= anchor : c.direction !== 'future' || value >= anchor)
  const near = days.find(fits)
  return near === undefined ? undefined : inferred(near)
}

/** "on the 3rd", "le 23", "am 3.": a day of the month in figures, where article and stop show that nothing is counted. */
export function bareDay(c: PatternContext): Reading | undefined {
  const item = c.items[0]!, figure = /^\d/.test(c.written(item))
  const ordinal = item.c === 'O' ? c.before === 'a' : c.wordBefore === 'le' || (c.items.length > 1 && /^(?:am|de[nmr]|vom|zum)$/.test(c.wordBefore))
  return figure && ordinal ? weekdayOfMonth(c) : undefined
}

/** "the day before", "le jour suivant": beside the last day named, else the anchor. */
export function dayBeside(c: PatternContext): Reading | undefined {
  const from = isWholeDay(c.reference) ? c.reference : c.anchor, side = c.items[1]!
  if (!from || c.items[0]!.v !== 'D' || c.before !== 'a' || side.v === 'by') return undefined
  return inferred(addDays(from, 'bJ'.includes(side.c) ? -1 : 1))
}

/** "Good Friday", "Christmas 2024", "last Easter": the feast of that year, else the nearest that fits the tense. */
export function feastReading(c: PatternContext, after: string): Reading | undefined {
  const rule = String(one(c, 'y')!.v), year = yearIn(c), unit = one(c, 'U')
  if (unit && unit.v !== 'Y') {
    const feast = unit.v === 'WE' ? feastReading({ ...c, items: c.items.filter((item) => item !== unit && item.c !== 'o'), before: 'i' }, 'i') : undefined
    return feast && { ...feast, ...weekendOf(feast.value) }
  }
  if (year) return { kind: 'date', value: feastDay(rule, year.year), inferred: !year.said }
  if (!c.anchor || !(c.items.length > 1 || after.includes(c.before || 'K'))) return undefined
  const anchor = c.anchor, days = [-1, 0, 1].map((by) => feastDay(rule, yearOf(anchor) + by))
  if (one(c, 'L')) return inferred(days.findLast((day) => day < anchor)!)
  if (one(c, 'X')) return inferred(days.find((day) => day > anchor)!)
  const near = nearestYear(monthOf(days[1]!), Number(days[1]!.slice(8)), anchor, c.direction)
  return inferred(feastDay(rule, near))
}

/** The long weekend of a feast: from Saturday to its Monday, or from its Thursday or Friday to Sunday. */
function weekendOf(day: string): { value: string; until: string } {
  const at = weekday(day)
  return at === 1 ? { value: addDays(day, -2), until: day } : { value: at === 4 || at === 5 ? day : addDays(day, 6 - at), until: addDays(day, 7 - at) }
}

export function isoDay(c: PatternContext): Reading | undefined {
  const [year, month, day] = all(c, 'YDN').map(number) as [number, number, number]
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
  const years = month === 2 && day === 29 ? [-4, -3, -2, -1, 0, 1, 2, 3, 4].map((by) => year + by).filter((y) => isDay(y, 2, 29)) : [year - 1, year, year + 1]
  const candidates = years.map((y) => ({ y, days: (Date.parse(dayValue(y, month, Math.min(day, 28))) - Date.parse(anchor)) / 86400000 }))
  candidates.sort((a, b) => Math.abs(a.days) - Math.abs(b.days))
  const near = candidates[0]!, other = candidates[1]!
  if (direction === 'past' && near.days > 31 && other.days <= 0 && other.days > -270) return other.y
  if (direction === 'future' && near.days < -31 && other.days >= 0 && other.days < 270) return other.y
  return near.y
}

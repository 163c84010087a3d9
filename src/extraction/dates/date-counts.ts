import { addDays, isWholeDay } from '../../core/dates.ts'
import { all, inferred, number, one, type PatternContext, type Reading } from './date-reading.ts'
import { shiftDay, shiftUnit, unitOf, type CalendarUnit } from './timex.ts'

/** "two weeks ago", "in three days", "a year earlier". */
export function shifted(c: PatternContext, way: 1 | -1): Reading | undefined {
  const unit = all(c, 'U')[0]!.v as CalendarUnit, count = countIn(c)
  if (unit.startsWith('T')) return undefined
  const span = durationReading(c)?.value
  const more = span ? { span } : {}
  if (count === null || (!one(c, 'CDN#Ynqw') && c.plurals.includes(c.written(all(c, 'U')[0]!)))) return inferred(way < 0 ? 'PAST_REF' : 'FUTURE_REF', { span: `PX${unit}` })
  const beside = one(c, 'JH'), reference = beside && beside.v !== 'from now' ? c.reference : null
  if (reference !== null && unit === 'Y' && /^\d{4}/.test(reference)) return inferred(`${Number(reference.slice(0, 4)) + way * count}${reference.slice(4)}`, more)
  const from = isWholeDay(reference) ? reference : c.anchor
  if (!from || count > 3000) return undefined
  if (!Number.isInteger(count)) return count % 1 === 0.5 && unit === 'Y' ? inferred(shiftUnit(from, 'M', way * count * 12), more) : undefined
  if (unit === 'D') return inferred(addDays(from, way * count), more)
  const day = shiftDay(from, unit, way * count)
  return inferred(unitOf(day, unit), unit === 'W' || unit === 'FN' ? { ...more, about: `${day}~` } : unit === 'M' ? { ...more, about: `${day.slice(0, 7)}~` } : more)
}

/** "two years and three months ago": one span after the other. */
export function shiftedTwice(c: PatternContext, way: 1 | -1): Reading | undefined {
  if (!c.anchor) return undefined
  const cuts = c.items.flatMap((item, i) => (item.c === 'U' ? [i] : [])), parts = cuts.map((at, k) => c.items.slice(k === 0 ? 0 : cuts[k - 1]! + 1, at + 1))
  let day = c.anchor
  for (const items of parts) {
    const unit = one({ ...c, items }, 'U')!.v as CalendarUnit, count = countIn({ ...c, items })
    if (count === null || !Number.isInteger(count) || count > 3000 || unit.startsWith('T')) return undefined
    day = shiftDay(day, unit, way * count)
  }
  const last = all(c, 'U').at(-1)!.v as CalendarUnit
  return inferred(unitOf(day, last))
}

export function durationReading(c: PatternContext): Reading | undefined {
  const unit = all(c, 'U')[0]!.v as CalendarUnit, count = countIn(c)
  if (unit === 'WE' || unit === 'H') return undefined
  if (count === 1 && c.items.length === 1) return undefined
  if (unit === 'FN') return { kind: 'duration', value: count === null ? 'PXW' : `P${2 * count}W`, inferred: false }
  const amount = count === null ? 'X' : String(count)
  return { kind: 'duration', value: unit.startsWith('T') ? `PT${amount}${unit.slice(1)}` : `P${amount}${unit}`, inferred: false }
}

/** "two years", "the first nine months"; after "in" and with a future ahead, "in five years" is a date. */
export function timeSpan(c: PatternContext): Reading | undefined {
  if (c.items.some((item) => item.c === 'O') && !one(c, 'CDN')) return undefined
  if (c.items.length === 4 && c.items[0]!.c !== 'x' && 'LXK'.includes(c.items[0]!.c) && c.items[2]!.c === '&') return plural({ ...c, items: c.items.slice(0, 2) }, c.items[1]!.v as CalendarUnit)
  if (one(c, 'L') && one(c, 'q')) return plural(c, one(c, 'U')!.v as CalendarUnit)
  // "We will be only 3 next week": the number counts nothing.
  if (c.items.length === 3 && 'LXK'.includes(c.items[1]!.c) && number(c.items[0]) > 1 && !/s$/.test(c.written(one(c, 'U')!)) && !c.plurals.includes(c.written(one(c, 'U')!))) return undefined
  const span = durationReading(c)
  if (span && c.before === 'in' && c.direction === 'future' && one(c, 'CDN#') && !one(c, 'LXKO')) return shifted(c, 1) ?? span
  return span
}

/** "the coming months", "in den vergangenen Jahren": a span of unknown length; recent weeks lie about this month. */
export function plural(c: PatternContext, unit: CalendarUnit): Reading {
  const recent = one(c, 'L') && c.anchor && (unit === 'W' || unit === 'D')
  return { kind: 'duration', value: `P${unit.startsWith('T') ? 'T' : ''}X${unit.replace(/^T/, '')}`, inferred: true, ...(recent ? { about: `${c.anchor!.slice(0, 7)}~` } : {}) }
}

/** Count of units: digits, words, "a"; null for "several". */
const countIn = (c: PatternContext): number | null => {
  const counted = one(c, 'CDN#Y') ?? one(c, 'n'), vague = one(c, 'q')
  const half = one(c, 'w') ? 0.5 : 0
  if (half) return (one(c, 'CD') ? number(counted) : 0) + half
  return counted && !(vague && counted.c === 'n') ? number(counted) : vague ? (/couple|paar|^пару|^parę/.test(String(vague.v)) && !/^ein paar/.test(String(vague.v)) ? 2 : null) : 1
}

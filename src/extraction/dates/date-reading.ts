import type { DateItem, DatePart } from './date-words.ts'
import { isWholeDay } from '../../core/dates.ts'
import { yearOf, type Timex } from './timex.ts'

/** Which way an undated month or weekday lies from the day of publication. */
export type Direction = 'past' | 'future' | null

/** What a pattern may ask: the matched words, the day to count from (null when unknown), the tense around. */
export interface PatternContext {
  readonly items: readonly DateItem[]
  readonly anchor: string | null
  readonly direction: Direction
  /** The last date named before in the same stretch, for "a year earlier", "the following day". */
  readonly reference: Timex | null
  /** The class of the word before, and of the one before that; the word itself; the words of the unit as written. */
  readonly before: string
  readonly beforeThat: string
  readonly wordBefore: string
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
  /** A year and the next written as one: "2033-34". */
  readonly paired?: boolean
  /** The duration a date is counted by: "two years" of "two years ago". */
  readonly span?: Timex
  /** Index among the matched words where the last day of "4 and 5 June" begins. */
  readonly split?: number
  /** Covers from `value` to this. */
  readonly until?: Timex
}

export interface Pattern { readonly shape: RegExp; readonly read: (c: PatternContext) => Reading | undefined }

export const said = (value: Timex): Reading => ({ kind: 'date', value, inferred: false })
export const inferred = (value: Timex, more: Partial<Reading> = {}): Reading => ({ kind: 'date', value, inferred: true, ...more })
export const one = (c: PatternContext, classes: string): DateItem | undefined => c.items.find((item) => classes.includes(item.c))
export const all = (c: PatternContext, classes: string): DateItem[] => c.items.filter((item) => classes.includes(item.c))
export const number = (item: DateItem | undefined): number => Number(item?.v)
/** Steps from the unit of now: last -1, this 0, next 1, "übernächste" 2. */
export function sign(c: PatternContext): number {
  const side = one(c, 'LX')
  return typeof side?.v === 'number' ? side.v : side?.c === 'L' ? -1 : side ? 1 : 0
}

/** Year of a group like "dieses Jahres", "last year", "br.": relative to the anchor; or as written. */
export function yearIn(c: PatternContext): { year: number; said: boolean } | undefined {
  const written = one(c, 'Y')
  if (written) return { year: number(written), said: true }
  const word = one(c, 'v')
  if (c.anchor && word) return { year: yearOf(c.anchor) + number(word), said: false }
  const unit = one(c, 'U')
  if (c.anchor && unit?.v === 'Y') return { year: yearOf(c.anchor) + sign(c), said: false }
  return undefined
}

export function withPart(reading: Reading | undefined, c: PatternContext): Reading | undefined {
  const part = one(c, 'T')
  return reading && part && isWholeDay(reading.value) ? { ...reading, kind: 'time', value: `${reading.value}T${part.v}` } : reading
}

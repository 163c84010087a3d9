import { parseEdtf, weekday, type Edtf } from '../core/dates.ts'
import { monthNumber, weekdayNumber } from './months.ts'

/** A day as written, where its year may be missing. */
export interface WrittenDay { readonly year: number | null; readonly month: number; readonly day: number; readonly start: number; readonly end: number }

const two = (n: number) => String(n).padStart(2, '0')
/** The date of these numbers, or undefined when there is no such day. @example isoDay(2025, 2, 30) // undefined */
export const isoDay = (year: number, month: number, day: number): Edtf | undefined => parseEdtf(`${year}-${two(month)}-${two(day)}`)

const word = String.raw`\p{L}{3,12}`
const dayMonth = new RegExp(String.raw`(?<![\p{L}\d.,/:])(\d{1,2})(?:\.|st|nd|rd|th|er|º)?\s+(?:de\s+|of\s+)?(${word})\.?,?(?:\s+(?:de\s+)?(\d{4})(?![\d:]))?`, 'giu')
const monthDay = new RegExp(String.raw`(?<![\p{L}\d])(${word})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?![\d:.]\d|\d|\p{L})(?:\s*(?:,\s*)?(\d{4})(?![\d:]))?`, 'giu')
const numeric = /(?<![\d./:-])(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)|(?<![\d./:-])(\d{1,2})([./-])(\d{1,2})\5(\d{4}|\d{2})(?![\d./-]\d|\d)/g

/**
 * The days that a short text writes, in its order: "20 Nov 2025", "November 20", "14. November", "le 13 mars 2025",
 * "4 grudnia 2025 r.", "2025-11-20", "20.11.2025"; of "11/20/2025" the readable order is taken, day first by default.
 * @example writtenDays('Tallinn, 5 June 2025')[0] // { year: 2025, month: 6, day: 5, start: 9, end: 20 }
 */
export function writtenDays(text: string, monthFirst = false): readonly WrittenDay[] {
  const found: WrittenDay[] = []
  const add = (m: RegExpExecArray, year: string | undefined, month: number | undefined, day: number) => {
    if (!month || !isoDay(year ? Number(year) : 2024, month, day)) return
    found.push({ year: year ? Number(year) : null, month, day, start: m.index, end: m.index + m[0].trimEnd().length })
  }
  for (const m of text.matchAll(dayMonth)) add(m, m[3], monthNumber(m[2]!), Number(m[1]))
  for (const m of text.matchAll(monthDay)) add(m, m[3], monthNumber(m[1]!), Number(m[2]))
  for (const m of text.matchAll(numeric)) {
    if (m[1]) { add(m, m[1], Number(m[2]), Number(m[3])); continue }
    const a = Number(m[4]), b = Number(m[6]), year = m[7]!.length === 2 ? '20' + m[7] : m[7]!
    const swap = b > 12 || (a <= 12 && (m[5] !== '.' && monthFirst || namesMonthFirst(text.slice(0, m.index), Number(year), a, b)))
    add(m, year, swap ? a : b, swap ? b : a)
  }
  return found.sort((p, q) => p.start - q.start || q.end - p.end).filter((d, i, all) => i === 0 || d.start >= all[i - 1]!.end)
}

/** The first day with its year that a text writes. @example fullDay('Warszawa, 4 grudnia 2025 r.') // '2025-12-04' */
export function fullDay(text: string, monthFirst = false): Edtf | undefined {
  const day = writtenDays(text, monthFirst).find((d) => d.year !== null)
  return day && isoDay(day.year!, day.month, day.day)
}

/** "Tue, 03/05/2024" is the fifth of March: the third of May was no Tuesday. */
function namesMonthFirst(before: string, year: number, a: number, b: number): boolean {
  const named = /(\p{L}{3,12})\.?,?\s*$/u.exec(before.slice(-16)), number = named ? weekdayNumber(named[1]!) : undefined
  const falls = (month: number, day: number) => { const at = isoDay(year, month, day); return at !== undefined && weekday(at) === number }
  return number !== undefined && falls(a, b) && !falls(b, a)
}

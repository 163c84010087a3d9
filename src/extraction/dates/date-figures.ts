import type { Lexeme } from '../words/lexemes.ts'
import { numberAt, own, type NumberWords } from '../money/numbers.ts'
import type { DateItem, DateWords } from './date-words.ts'
import { dayValue, isDay } from './timex.ts'

/** Digits as a word of the grammar: a year, a day, an ordinal, a decade, a time of day, a date written in one, or a number. */
export function digitsItem(words: readonly Lexeme[], i: number, table: DateWords, numbers: NumberWords): DateItem {
  const word = words[i]!, before = words[i - 1], n = Number(word.lower), length = word.lower.length
  const plain = (c: string, to = i + 1): DateItem => ({ c, v: n, from: i, to })
  if (before?.glued === false && /[$€£¥₴]/.test(before.lower)) return plain('#')
  if (word.glued && before?.kind === 'word') return plain('#')
  const clock = clockAt(words, i, table)
  if (clock) return clock
  const number = numberAt(words, i, numbers)!
  const inDate = word.glued && before !== undefined && /^[./]$/.test(before.lower) && before.glued && words[i - 2]?.kind === 'digits'
  const dotted = table.dotOrdinal && length <= 2 && words[i + 2]?.kind === 'digits' && words[i + 2]!.lower.length <= 2 && words[i + 3]?.lower === '.' && words[i + 3]!.glued
  if (isDayMonth(words, i, table, numbers)) return { c: 'm', v: `${words[i + 2]!.lower}-${word.lower}`, from: i, to: i + 3 }
  if (number.to > i + 1 && !inDate && !dotted) return { c: '#', v: number.value, from: i, to: number.to }
  const half = fractionAt(words, i + 1)
  if (half) return { c: '#', v: n + half, from: i, to: i + 4 }
  if (/^[°º]$/.test(words[i + 1]?.lower ?? '') && words[i + 1]!.glued) return { c: 'O', v: n, from: i, to: i + 2 }
  const suffix = suffixAt(words, i + 1)
  if (suffix) {
    if (length <= 4 && length !== 3 && table.decadeSuffixes.includes(suffix.text) && n % 10 === 0 && (length === 2 || n >= 1000)) {
      if (length === 2 && (n < 20 || before === undefined || !(table.classes.a?.includes(before.lower) || own(table.parts, before.lower) || (table.classes.a?.length === 0 && own(table.units, words[suffix.to]?.lower ?? '') === 'Y')))) return plain('#', suffix.to)
      return { c: 'Z', v: length === 2 ? n + 1900 : n, from: i, to: suffix.to }
    }
    if (table.ordinalSuffixes.includes(suffix.text)) return { c: length === 4 ? 'Y' : 'O', v: n, from: i, to: suffix.to }
    if (suffix.glued && !(own(table.dayparts, suffix.text) || own(table.units, suffix.text)) && !/^[ap]m?$|^h$|^th$/.test(suffix.text)) return plain('#')
  }
  if (words[i + 1]?.lower === '%' || (suffix && !suffix.glued && suffix.text.length > 4 && own(table.months, suffix.text) === undefined && !/^[a-z]+$/.test(suffix.text) && length === 4 && /^[-‑]$/.test(words[i + 1]!.lower) && !table.monthFirst && !table.dotOrdinal)) return plain('#')
  if (length === 8 && isDay(Number(word.lower.slice(0, 4)), Number(word.lower.slice(4, 6)), Number(word.lower.slice(6))) && n > 19000000 && n < 21000000) {
    return { c: 'V', v: dayValue(Number(word.lower.slice(0, 4)), Number(word.lower.slice(4, 6)), Number(word.lower.slice(6))), from: i, to: i + 1 }
  }
  if (length === 4 && n >= 1000 && n < 2200) return plain('Y')
  return plain(length <= 2 && n >= 1 && n <= 31 ? 'D' : 'N')
}

/** "am 22.04": two figures of two digits behind a word for "on", "since" or "until", where a comma parts decimals. */
function isDayMonth(words: readonly Lexeme[], i: number, table: DateWords, numbers: NumberWords): boolean {
  const day = words[i]!, month = words[i + 2], before = words[i - 1]?.lower ?? ''
  if (numbers.decimal !== ',' || day.lower.length !== 2 || words[i + 1]?.lower !== '.' || month?.kind !== 'digits' || month.lower.length !== 2 || !isDay(2024, Number(month.lower), Number(day.lower)) || (words[i + 3]?.lower === '.' && words[i + 3]!.glued) || /^[%€$£₴]$/.test(words[i + 3]?.lower ?? '')) return false
  return own(table.weekdays, before) !== undefined || (['a', 'i', 's', 't', 'u', 'F', 'B'] as const).some((c) => table.classes[c]?.includes(before))
}

/** "2 1/2 years" */
function fractionAt(words: readonly Lexeme[], i: number): number | undefined {
  const [top, slash, bottom] = [words[i], words[i + 1], words[i + 2]]
  if (top?.kind !== 'digits' || top.glued || slash?.lower !== '/' || !slash.glued || bottom?.kind !== 'digits' || !bottom.glued) return undefined
  const part = Number(top.lower) / Number(bottom.lower)
  return part > 0 && part < 1 ? part : undefined
}

/** "20.30 Uhr", "18 Uhr", "9:30 a.m.", "11am": a time of day. */
function clockAt(words: readonly Lexeme[], i: number, table: DateWords): DateItem | undefined {
  const hour = Number(words[i]!.lower)
  if (hour > 24 || words[i]!.lower.length > 2) return undefined
  const mark = words[i + 1], after = words[i + 2]
  const split = mark?.glued && (mark.lower === ':' || mark.lower === '.') && after?.glued && after.kind === 'digits' && after.lower.length === 2 && Number(after.lower) < 60
  const to = split ? i + 3 : i + 1, minute = split ? after.lower : '00'
  const word = words[to]
  if (word?.kind === 'word' && table.clock.includes(word.lower)) return { c: 'h', v: `T${String(hour).padStart(2, '0')}:${minute}`, from: i, to: to + 1 }
  const half = word?.kind === 'word' && table.monthFirst ? /^([ap])m?$/.exec(word.lower)?.[1] : undefined
  if (!half || hour < 1 || hour > 12 || (word!.lower.length === 1 && words[to + 1]?.lower !== '.')) return undefined
  const end = word!.lower.length === 1 ? (words[to + 2]?.lower === 'm' ? to + 3 : undefined) : to + 1
  if (end === undefined) return undefined
  return { c: 'h', v: `T${String(hour % 12 + (half === 'p' ? 12 : 0)).padStart(2, '0')}:${minute}`, from: i, to: words[end]?.lower === '.' && words[end]!.glued && end - to === 3 ? end + 1 : end }
}

/** Letters glued to digits, straight ("1st") or by a hyphen ("2-го", "1990-х") or apostrophe ("1990's"). */
function suffixAt(words: readonly Lexeme[], at: number): { text: string; to: number; glued: boolean } | undefined {
  const next = words[at]
  if (!next?.glued) return undefined
  if (next.kind === 'word') return { text: next.lower, to: at + 1, glued: true }
  const after = words[at + 1]
  if (/^[-‑–'’]$/.test(next.lower) && after?.glued && after.kind === 'word') return { text: after.lower, to: at + 2, glued: false }
  return undefined
}

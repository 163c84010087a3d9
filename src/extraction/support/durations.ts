import { edtf, type DatedValue } from '../../core/dates.ts'
import type { Span } from '../../core/evidence.ts'
import type { Reading } from '../frames/frames.ts'

/** A number of months or years that money covers, behind a word for its course; by language. */
const courses: Readonly<Record<string, RegExp>> = {
  en: /(?<!\p{L})(?:over|across|throughout|(?:in|within|for|during)(?= the (?:next|following|coming)|\s(?:next|following|coming)))\s(?:the\s)?(?:(?:next|following|coming)\s)?(\p{L}+|\d{1,2})\s(month|year)s?(?!\p{L})/iu,
  de: /(?<!\p{L})(?:über|auf|binnen|innerhalb von|(?:in|für|während)(?= de?i?[ner] (?:nächst|kommend|folgend)))\s(?:di?e[nr]?\s)?(?:(?:nächsten|kommenden|folgenden)\s)?(\p{L}+|\d{1,2})\s(Monat|Jahr)en?(?!\p{L})/iu,
  fr: /(?<!\p{L})(?:sur|au cours des|dans les|pour les|pendant)\s(?:les\s)?(?:prochaine?s\s)?(\p{L}+|\d{1,2})\s(?:prochaine?s\s)?(mois|ans|années)(?!\p{L})/iu,
  it: /(?<!\p{L})(?:in|nei|nel corso dei|nell['’]arco di|entro|per i|su)\s(?:prossimi\s)?(\p{L}+|\d{1,2})\s(mesi|anni)(?!\p{L})/iu,
  pl: /(?<!\p{L})(?:na|przez|w ciągu|w)\s(?:(?:najbliższ|kolejn|następn)(?:ych|e)\s)?(\p{L}+|\d{1,2})\s(lata?c?h?|miesi\p{L}+)(?!\p{L})/iu,
  uk: /(?<!\p{L})(?:на|протягом|упродовж|впродовж|за)\s(?:(?:найближч|наступн)(?:их|і)\s)?(\p{L}+|\d{1,2})\s(рок\p{L}{1,3}|місяц\p{L}{1,3})(?!\p{L})/iu,
}
const months = /^(?:mon|moi|mes|mie|міс)/i

/**
 * The months from a day on that a sum is meant for by a number of them or of years told in a clause; null where none is told.
 * @example courseAhead(reading, clause, '2025-05-14')?.edtf // "340 million kroner over the next two years": '2025-05/2027-05'
 */
export function courseAhead(reading: Reading, clause: Span, from: string): DatedValue | null {
  const found = courses[reading.language.code]?.exec(reading.text.slice(clause.start - reading.start, clause.end - reading.start))
  if (!found || from.length < 7) return null
  const written = found[1]!.toLowerCase(), number = /^\d/.test(written) ? Number(written) : reading.language.numbers.cardinals[written], count = number && (months.test(found[2]!) ? number : number * 12)
  if (!count || count < 6 || count > 240) return null
  const start = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1, end = start + count
  return { edtf: edtf(`${from.slice(0, 7)}/${Math.floor(end / 12)}-${String(end % 12 + 1).padStart(2, '0')}`), basis: 'inferred', why: `“${found[0]}” from ${from.slice(0, 7)} on` }
}

/** "Until 2029" told of a sum covers the years from that of its promise on; other values stay as they are. @example fromYear({ edtf: '../2029', … }, '2025-05-14').edtf // '2025/2029' */
export function fromYear(period: DatedValue, from: string): DatedValue {
  const last = /^\.\.\/(\d{4})$/.exec(period.edtf)?.[1]
  return last && from.slice(0, 4) < last ? { ...period, edtf: edtf(`${from.slice(0, 4)}/${last}`) } : period
}

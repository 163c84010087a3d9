import { agencies } from './phrases.ts'
import { writtenDays, type WrittenDay } from './days.ts'

/** "LISBON, Nov 20 (Tideline) -": where a text begins to speak, and what it says before. */
export interface Dateline { readonly end: number; readonly place: string; readonly day: WrittenDay | null; readonly agency: string | null }

const capital = String.raw`\p{Lu}[\p{L}'’.-]*`
const place = String.raw`${capital}(?:[ -](?:${capital}|de|du|la|le|am|an|der|d'|sur|nad|di|del|на|upon|of)){0,4}`
const head = new RegExp(String.raw`^(?:\p{Lu}{6,}\s*[–—-]\s*)?(${place})((?:\s*[,/]\s*(?:${place}))?)([,:.]?\s*(?:(?:le|den|il|dnia|on|am)\s)?[^()–—:\n-]{0,28}?)(?:\s*[(\[/]([^()\[\]/\n]{2,40})[)\]/])?\s*`, 'u')

/**
 * The dateline at the start of a text, or undefined. A line that is nothing but place and date counts as one.
 * @example dateline('ROMA, 19 MAG (Agenzia Tirso) - Si è chiuso').agency // 'Agenzia Tirso'
 */
export function dateline(text: string): Dateline | undefined {
  const start = text.slice(0, 160)
  return alone(start, text.length) ?? leading(start)
}

function alone(start: string, length: number): Dateline | undefined {
  if (length > 90 || !/\d/.test(start)) return undefined
  const day = writtenDays(start)[0]
  if (!day) return undefined
  const rest = (start.slice(0, day.start) + start.slice(day.end)).replace(/\b(?:le|den|il|dnia|on|r|року|р|uhr)\b\.?/giu, ' ')
  const words = rest.match(/\p{L}+/gu) ?? []
  if (words.length > 5 || words.some((w) => !/^\p{Lu}/u.test(w) && w.length > 3)) return undefined
  return { end: length, place: words.filter((w) => !/^\p{Lu}{8,}$/u.test(w)).join(' '), day, agency: null }
}

function leading(start: string): Dateline | undefined {
  const m = head.exec(start)
  if (!m) return undefined
  const [whole, city, region, middle, inside] = m as unknown as [string, string, string, string, string | undefined]
  const separator = /^(?:[–—-]{1,2}(?=[\s\p{L}„“"«])|:(?=\s))\s*/u.exec(start.slice(whole.length))
  const stopped = !separator && /[.:]\s*$/.test(whole)
  const agencyAfterColon = inside !== undefined && /:\s*$/.test(middle)
  const days = writtenDays(region + middle)
  const allCaps = city === city.toUpperCase() && city.replace(/[^\p{L}]/gu, '').length > 2
  const between = middle.replace(/[,:.\s]|\b(?:le|den|il|dnia|on|am|року|р|r)\b/gu, '')
  if (between !== '' && days.length === 0 && !inside) return undefined
  if (between !== '' && days.length === 0 && between.length > 3) return undefined
  const sure = (allCaps && (days.length > 0 || separator !== null || (stopped && middle.trim() === ''))) || days.length > 0 || (inside !== undefined && isAgency(inside))
  if (!sure || !(separator || stopped || agencyAfterColon)) return undefined
  if (stopped && !separator && !allCaps) return undefined
  const end = whole.length + (separator ? separator[0].length : 0)
  if (start.length - end < 8) return undefined
  return { end, place: (city + region).trim(), day: days[0] ?? null, agency: inside && (isAgency(inside) || separator !== null) ? inside.trim() : null }
}

const isAgency = (words: string) => agencies.has(words.toLowerCase()) || /^(?:\p{Lu}[\p{L}-]+(?: [\p{L}-]+){0,3}|\p{Ll}{2,5})$/u.test(words)

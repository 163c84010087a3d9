import { agencies } from './phrases.ts'
import { writtenDays, type WrittenDay } from './days.ts'

/** "LISBON, Nov 20 (Tideline) -": where a text begins to speak, and what it says before. */
export interface Dateline { readonly end: number; readonly place: string; readonly day: WrittenDay | null; readonly agency: string | null }

const reach = 120
const capital = String.raw`(?:\p{Lu}\.(?:\p{Lu}\.)*|St\.|\p{Lu}[\p{L}'’-]*)`
const joining = String.raw`(?:de|du|la|le|les|am|an|der|den|sur|nad|di|del|upon|of|na|sous|bei)`
const name = String.raw`${capital}(?:[ -](?:${capital}|${joining}(?=[ -]\p{Lu}))){0,4}`
const kindOfText = new RegExp(String.raw`^\p{Lu}{6,}(?: \p{Lu}{3,})?\s*[–—-]\s*`, 'u')
const places = new RegExp(String.raw`^${name}(?:\s*[,/]\s*(?!\p{Lu}\p{L}+\.?\s\d)${name}){0,2}`, 'u')
const between = /^[\s,.:/]*(?:(?:le|den|il|dnia|on|am)\s)?$/iu

/**
 * The dateline at the start of a text, or undefined. A line that is nothing but place and date counts as one. A place
 * alone counts in capitals only; in small letters a date or an agency has to stand beside it.
 * @example dateline('ROMA, 19 MAG (Agenzia Tirso) - Si è chiuso il quarto incontro').agency // 'Agenzia Tirso'
 */
export function dateline(text: string): Dateline | undefined {
  const start = text.slice(0, reach)
  return alone(start, text.length) ?? leading(start, 0) ?? leading(start, kindOfText.exec(start)?.[0].length ?? 0)
}

function alone(start: string, length: number): Dateline | undefined {
  if (length > 90) return undefined
  const day = writtenDays(start)[0]
  if (!day) return undefined
  const rest = (start.slice(0, day.start) + start.slice(day.end)).replace(/(?<!\p{L})(?:le|den|il|dnia|on|r|року|р|uhr)(?!\p{L})\.?/giu, ' ')
  const words = rest.match(/\p{L}+/gu) ?? []
  if (words.length > 5 || words.some((w) => !/^\p{Lu}/u.test(w))) return undefined
  return { end: length, place: words.filter((w) => !/^\p{Lu}{8,}$/u.test(w)).join(' '), day, agency: null }
}

function leading(start: string, from: number): Dateline | undefined {
  const place = placeAt(start.slice(from))
  if (!place) return undefined
  let at = from + place.length
  const day = writtenDays(start.slice(at, at + 40)).find((d) => between.test(start.slice(at, at + d.start)))
  if (day) at += day.end
  // The stop of "7 жовтня." closes the dateline; that of "Nov." is seen again below.
  if (day && start[at - 1] === '.') at--
  at += /^(?:\s*(?:r\.|року|р\.))?/u.exec(start.slice(at))![0].length
  const credit = creditAt(start.slice(at))
  at += credit?.length ?? 0
  const close = /^\s*(?:(?:\.\s*)?[–—-]{1,2}(?=[\s\p{Lu}„“"«])|[:.](?=\s)|(?<=[.:]\s?\([^()]{2,40}\))(?=\s))\s*/u.exec(start.slice(at))
  const end = at + (close?.[0].length ?? /^\s*/.exec(start.slice(at))![0].length)
  if (start.length - end < 12 || !isOpening(place, day !== undefined, credit, close?.[0], start[end]!)) return undefined
  return { end, place, day: day ?? null, agency: credit?.agency ?? null }
}

interface Credit { readonly agency: string; readonly length: number; readonly afterColon: boolean }
function creditAt(rest: string): Credit | undefined {
  const bracketed = /^\s*(?:([:.])\s*)?[([]([^()[\]\n]{2,40})[)\]]/.exec(rest)
  if (bracketed && isAgency(bracketed[2]!.trim())) return { agency: bracketed[2]!.trim(), length: bracketed[0].length, afterColon: bracketed[1] !== undefined }
  const stopped = /^\.\s*(\p{L}[\p{L}-]+)(?=\.\s)/u.exec(rest)
  return stopped && agencies.has(stopped[1]!.toLowerCase()) ? { agency: stopped[1]!, length: stopped[0].length, afterColon: true } : undefined
}

function isOpening(place: string, dated: boolean, credit: Credit | undefined, close: string | undefined, next: string): boolean {
  const loud = /^\p{Lu}{3,}(?![\p{Ll}])/u.test(place)
  const speaks = next !== next.toLowerCase() || /[„“"«\d]/.test(next)
  if (credit) return (loud || agencies.has(credit.agency.toLowerCase()) || !/\s/.test(place)) && (close !== undefined || credit.afterColon)
  if (close === undefined || !speaks) return false
  if (dated) return true
  return loud && place.replace(/[^\p{L}]/gu, '').length > 3 && !close.startsWith(':')
}

/** The longest run of place names; a month is none. */
function placeAt(start: string): string | undefined {
  let found = places.exec(start)?.[0]
  const cut = found && writtenDays(start.slice(0, found.length + 6)).find((d) => d.start < found!.length)
  if (cut) found = start.slice(0, cut.start).replace(/(?<![\s,])[\s,]+$/, '')
  return found && found.replace(/[^\p{L}]/gu, '').length > 2 ? found.trimEnd() : undefined
}

const notAgency = /^(?:left|right|links|rechts|oben|unten|below|above|photo|video|foto)$/i
const isAgency = (words: string) => agencies.has(words.toLowerCase()) || (!notAgency.test(words) && /^(?:\p{Lu}[\p{L}-]+(?: [\p{L}-]+){0,3}|\p{Ll}{2,5}(?:\/\p{Ll}{2,5})?|\p{Lu}{2,6}(?:\/\p{Lu}{2,6})?)$/u.test(words))

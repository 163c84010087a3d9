import { agencies } from './phrases.ts'

const name = /(?:\p{Lu}[\p{L}\d-]*|dpa)(?: \p{Lu}[\p{L}-]*){0,2}/uy
const stop = /[.,]|$/y, dash = /\)\s*[–—-]/y
/** Words before the name of an agency, and what follows the name. */
const credits: readonly { readonly lead: RegExp; readonly end: RegExp }[] = [
  { lead: /(?:,|–|—)\s(?:as\s)?(?:reports|reported by|reported)\s/gu, end: stop },
  { lead: /\((?:via |source: )?/gu, end: dash },
  { lead: /(?:повідомляє|передає|пише|інформує)\s/gu, end: stop },
  { lead: /(?:berichtet|meldet)\s(?:die Nachrichtenagentur )?/gu, end: stop },
  { lead: /(?:rapporte|selon|indique) l['’](?:agence )?/gu, end: stop },
  { lead: /(?:podaje|informuje|donosi|przekazała|podała)\s(?:agencja )?/gu, end: stop },
  { lead: /(?:riferisce|riporta)\s(?:l['’])?(?:agenzia )?/gu, end: stop },
]

/** The first name behind the words of a credit. */
function creditedName(text: string, { lead, end }: (typeof credits)[number]): string | undefined {
  for (const { index, 0: words } of text.matchAll(lead)) {
    const found = at(name, text, index + words.length)
    if (found !== undefined && at(end, text, index + words.length + found.length) !== undefined) return found
  }
  return undefined
}

function at(pattern: RegExp, text: string, index: number): string | undefined {
  pattern.lastIndex = index
  return pattern.exec(text)?.[0]
}

/**
 * The agency that a text credits with itself, by its usual name, or null. Only known agencies count, except after
 * "reports" at the end of a sentence, where the words can be nothing else.
 * @example findOrigin('The talks were held in Kyiv, reports Ukrinform.') // 'Ukrinform'
 */
export function findOrigin(text: string): string | null {
  const start = text.slice(0, 4000)
  for (const [i, credit] of credits.entries()) {
    const words = creditedName(start, credit)
    const known = words && agencies.get(words.toLowerCase())
    if (known) return known
    if (words && i === 0 && !/^(?:The|A|An|He|She|It|On|In)\b/.test(words)) return words
  }
  const credited = /\((Reuters|AP|AFP|dpa|PAP|ANSA)(?:\/[^()]*)?\)/.exec(start)?.[1]
  return credited ? agencies.get(credited.toLowerCase()) ?? null : null
}

/** Name of an agency as credited: the usual one when it is known, the words themselves otherwise. @example agencyName('AP') // 'Associated Press' */
export const agencyName = (words: string): string => agencies.get(words.toLowerCase()) ?? words

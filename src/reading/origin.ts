import { agencies } from './phrases.ts'

const name = String.raw`((?:\p{Lu}[\p{L}\d-]*|dpa)(?: \p{Lu}[\p{L}-]*){0,2})`
const patterns = [
  String.raw`(?:,|–|—)\s(?:as\s)?(?:reports|reported by|reported)\s${name}(?=[.,]|$)`,
  String.raw`\((?:via |source: )?${name}\)\s*[–—-]`,
  String.raw`(?:повідомляє|передає|пише|інформує)\s${name}(?=[.,]|$)`,
  String.raw`(?:berichtet|meldet)\s(?:die Nachrichtenagentur )?${name}(?=[.,]|$)`,
  String.raw`(?:rapporte|selon|indique) l['’](?:agence )?${name}(?=[.,]|$)`,
  String.raw`(?:podaje|informuje|donosi|przekazała|podała)\s(?:agencja )?${name}(?=[.,]|$)`,
  String.raw`(?:riferisce|riporta)\s(?:l['’])?(?:agenzia )?${name}(?=[.,]|$)`,
].map((p) => new RegExp(p, 'u'))

/**
 * The agency that a text credits with itself, by its usual name, or null. Only known agencies count, except after
 * "reports" at the end of a sentence, where the words can be nothing else.
 * @example findOrigin('The talks were held in Kyiv, reports Ukrinform.') // 'Ukrinform'
 */
export function findOrigin(text: string): string | null {
  const start = text.slice(0, 4000)
  for (const [i, pattern] of patterns.entries()) {
    const words = pattern.exec(start)?.[1]
    const known = words && agencies.get(words.toLowerCase())
    if (known) return known
    if (words && i === 0 && !/^(?:The|A|An|He|She|It|On|In)\b/.test(words)) return words
  }
  const credited = /\((Reuters|AP|AFP|dpa|PAP|ANSA)(?:\/[^()]*)?\)/.exec(start)?.[1]
  return credited ? agencies.get(credited.toLowerCase()) ?? null : null
}

/** Name of an agency as credited: the usual one when it is known, the words themselves otherwise. @example agencyName('AP') // 'Associated Press' */
export const agencyName = (words: string): string => agencies.get(words.toLowerCase()) ?? words

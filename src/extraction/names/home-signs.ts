import type { CountryCode } from '../../core/claim.ts'
import type { Analysis } from '../analysis.ts'

/** States whose parliaments and papers write a language; English is written everywhere. */
export const writing: Readonly<Record<string, readonly CountryCode[]>> = { de: ['DE', 'AT', 'CH', 'LI', 'LU', 'BE'], fr: ['FR', 'BE', 'CH', 'CA', 'LU'], it: ['IT', 'CH'], pl: ['PL'], uk: ['UA'] }

/** Organs and moneys by which a smaller state that writes a language is known. */
const signs: Readonly<Record<string, readonly (readonly [CountryCode, RegExp])[]>> = {
  de: [['AT', /(?<!\p{L})(?:Bundesheer(?:e?s)?|Landeshaupt(?:mann|frau)|(?:für|der) Landesverteidigung|Nationalrats?präsident(?:in)?)(?!\p{L})/gu], ['CH', /(?<!\p{L})(?:[Ee]idgen(?:öss|oss)\p{L}+|Ständerat(?:es|s)?|Bundesr(?:at|ätin) \p{Lu}\p{L}+|(?:Millionen|Milliarden|Mio\.|Mrd\.) Franken)(?!\p{L})/gu]],
  fr: [['CH', /(?<!\p{L})(?:Conseil fédéral|[Cc]onseill(?:er|ère) fédérale?|Département fédéral)(?!\p{L})/gu], ['LU', /(?<!\p{L})(?:Grand-Duché|grand-ducale?s?|Conseil de gouvernement)(?!\p{L})/gu]],
  it: [['CH', /(?<!\p{L})(?:Consiglio federale|[Cc]onsiglier[ea] federale|Dipartimento federale|[Ll]a Confederazione)(?!\p{L})/gu]],
}
/**
 * The smaller state of a language whose signs a text has, so many at least and more than any other's; null where none has.
 * @example stateBySigns('it', 'Il Consiglio federale ha deciso', 1) // 'CH'
 */
export function stateBySigns(language: string, text: string, least: number): CountryCode | null {
  let best: CountryCode | null = null, most = least - 1
  for (const [state, sign] of signs[language] ?? []) { const n = text.match(sign)?.length ?? 0; if (n > most) { most = n; best = state } }
  return best
}

/** The one smaller state of its language that the title of a text names. @example stateOfTitle(analysis) // "Le Luxembourg double son aide": 'LU' */
export function stateOfTitle({ document, lexicon, language }: Analysis): CountryCode | null {
  const smaller = (writing[language.code] ?? []).filter((state) => state !== language.names.homeState)
  if (!document.title || smaller.length === 0) return null
  const words = document.title.slice(0, 160).split(/[\s,.():«»„“”]+/).filter(Boolean)
  const named = new Set(words.flatMap((_, i) => { const sense = lexicon.match(words, i, language.code)?.senses[0]; return sense?.type === 'state' && sense.as === 'name' && sense.country ? [sense.country] : [] }))
  const own = [...named].filter((c) => smaller.includes(c))
  return own.length === 1 && (language.names.homeState === null || !named.has(language.names.homeState)) ? own[0]! : null
}

/** Small words that nearly every sentence of a language has and the five others lack. */
const smallWords: Readonly<Record<string, readonly string[]>> = {
  en: ['the', 'and', 'of', 'to', 'that', 'with', 'was', 'were', 'for', 'from', 'this', 'is', 'are', 'has', 'have', 'be', 'by', 'on', 'will', 'said', 'which', 'not'],
  de: ['der', 'und', 'das', 'ist', 'nicht', 'mit', 'von', 'auf', 'den', 'dem', 'ein', 'eine', 'für', 'sich', 'auch', 'wird', 'werden', 'im', 'zu', 'sind', 'wurde', 'des'],
  fr: ['les', 'des', 'et', 'est', 'une', 'dans', 'pour', 'que', 'qui', 'du', 'sur', 'avec', 'pas', 'au', 'aux', 'ont', 'été', 'par', 'ce', 'sont', 'cette', 'à'],
  it: ['il', 'di', 'che', 'della', 'per', 'del', 'con', 'non', 'una', 'gli', 'nel', 'alla', 'dei', 'sono', 'è', 'ha', 'delle', 'nella', 'più', 'dal', 'anche', 'agli'],
  pl: ['się', 'nie', 'jest', 'że', 'oraz', 'przez', 'będzie', 'jako', 'dla', 'który', 'które', 'została', 'został', 'jego', 'są', 'ale', 'już', 'od', 'po', 'w', 'z', 'na'],
  uk: ['та', 'що', 'не', 'для', 'як', 'від', 'це', 'його', 'які', 'у', 'й', 'під', 'який', 'було', 'має', 'із', 'є', 'або', 'також', 'але', 'і', 'після'],
}
const languageOf = new Map<string, string[]>()
for (const [language, list] of Object.entries(smallWords)) for (const word of list) languageOf.set(word, [...(languageOf.get(word) ?? []), language])

const enough = 80
/**
 * The language of a text as an ISO 639-1 code, or null when it is too short to tell. A declared language counts only
 * when the small words agree; where they do not settle it, a trigram model is asked.
 * @example await findLanguage('Die Minister sind am Freitag mit dem Plan nicht fertig geworden.', 'en') // 'de'
 */
export async function findLanguage(text: string, declared: string | null): Promise<string | null> {
  const said = declared ? /^[a-z]{2,3}(?=$|[-_])/i.exec(declared.trim())?.[0].toLowerCase() ?? null : null
  const sample = text.slice(0, 4000)
  const counted = byWords(sample)
  if (counted) return counted
  if ((sample.match(/\p{L}/gu) ?? []).length < enough && said) return said
  if (!/\p{L}{2}/u.test(sample)) return said
  const { detect } = await import('tinyld/heavy')
  const guessed = detect(sample.slice(0, 1500))
  return guessed || said
}

/** Ukrainian by its own letters; else the language whose small words are a ninth of all words and 2.5 times those of the next. */
function byWords(sample: string): string | undefined {
  const low = sample.toLowerCase(), words = low.match(/\p{L}+/gu) ?? []
  if (words.length < 8) return undefined
  if (isUkrainian(low)) return 'uk'
  if ((low.match(foreign)?.length ?? 0) > low.length * 0.004) return undefined
  const counts = new Map<string, number>()
  for (const word of words) for (const language of languageOf.get(word) ?? []) counts.set(language, (counts.get(language) ?? 0) + 1)
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1])
  if (!first || first[1] < words.length / 9 || (second && second[1] * 2.5 > first[1])) return undefined
  return first[0]
}

/** Letters of neighbouring languages that none of the six uses. */
const foreign = /[ыэъёўћђџ]|[ěřůďťňľĺőű]|[ãõñ]|[ăâîșț]{2}/g
const isUkrainian = (low: string) => {
  const cyrillic = low.match(/[а-яіїєґ]/g)?.length ?? 0, own = low.match(/[іїєґ]/g)?.length ?? 0
  return cyrillic > 40 && own > cyrillic * 0.02 && cyrillic > (low.match(/\p{L}/gu)?.length ?? 0) * 0.6 && !/[ыэъё]/.test(low)
}

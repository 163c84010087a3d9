/** At most this many different words of one text are searchable: a text-search column holds one megabyte. */
const most = 20_000
const mostPlaces = 50
const wordPattern = /[\p{L}\p{N}]+/gu, plain = /^[\x00-\x7f]*$/, plainWords = /[a-z0-9]+/g

/** The words of a text as search sees them: lower case, without accents, the same for a text and for a question. */
function wordsOf(text: string): readonly string[] {
  const lower = text.toLowerCase()
  return (plain.test(lower) ? lower.match(plainWords) : lower.normalize('NFKD').replace(/\p{M}/gu, '').match(wordPattern)) ?? []
}

/**
 * A text as a PostgreSQL tsvector: words with their places, so that search needs no dictionary of any language.
 * @example searchVector('Kyiv said no') // "'kyiv':1 'said':2 'no':3"
 */
export function searchVector(text: string, title = ''): string {
  const places = new Map<string, string>(), often = new Map<string, number>()
  const add = (word: string, place: string) => {
    const known = places.get(word)
    if (known === undefined) { if (places.size < most) places.set(word, place); return }
    const times = often.get(word) ?? 1
    if (times === mostPlaces) return
    often.set(word, times + 1)
    places.set(word, `${known},${place}`)
  }
  const heading = title === '' ? [] : wordsOf(title), words = wordsOf(text)
  // PostgreSQL puts the places of one word together itself: of a few words nothing has to be left out.
  if (heading.length === 0 && words.length <= mostPlaces) return words.map((word, i) => `'${word.length > 60 ? word.slice(0, 60) : word}':${i + 1}`).join(' ')
  for (let i = 0; i < heading.length; i++) add(heading[i]!, `${i + 1}A`)
  for (let i = 0; i < words.length; i++) add(words[i]!, String(Math.min(16_000, heading.length + i + 1)))
  let vector = ''
  for (const [word, at] of places) vector += `${vector === '' ? '' : ' '}'${word.length > 60 ? word.slice(0, 60) : word}':${at}`
  return vector
}

/**
 * A question as a tsquery: all words, each also as the beginning of a longer one, so that inflected forms are found.
 * @example searchQuery('Kyiv aid') // "'kyiv':* & 'aid':*"
 */
export function searchQuery(question: string): string | undefined {
  const words = wordsOf(question).slice(0, 12)
  return words.length === 0 ? undefined : words.map((w) => (w.length > 2 ? `'${w.slice(0, 60)}':*` : `'${w}'`)).join(' & ')
}

/** Where the first word of the question stands in the text, or -1. */
export function firstMatch(text: string, question: string): number {
  const sought = wordsOf(question)
  for (const m of text.matchAll(wordPattern)) {
    const word = wordsOf(m[0])[0]
    if (word !== undefined && sought.some((s) => word.startsWith(s))) return m.index
  }
  return -1
}

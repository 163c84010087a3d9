/** At most this many different words of one text are searchable: a text-search column holds one megabyte. */
const most = 20_000
const wordPattern = /[\p{L}\p{N}]+/gu

/** The words of a text as search sees them: lower case, without accents, the same for a text and for a question. */
function wordsOf(text: string): readonly string[] {
  const lower = text.toLowerCase()
  return (/^[\x00-\x7f]*$/.test(lower) ? lower : lower.normalize('NFKD').replace(/\p{M}/gu, '')).match(wordPattern) ?? []
}

/**
 * A text as a PostgreSQL tsvector: words with their places, so that search needs no dictionary of any language.
 * @example searchVector('Kyiv said no') // "'kyiv':1 'said':2 'no':3"
 */
export function searchVector(text: string, title = ''): string {
  const places = new Map<string, string[]>()
  const add = (word: string, place: string) => {
    const known = places.get(word)
    if (known) { if (known.length < 50) known.push(place) } else if (places.size < most) places.set(word, [place])
  }
  const heading = wordsOf(title)
  heading.forEach((word, i) => add(word, `${i + 1}A`))
  wordsOf(text).forEach((word, i) => add(word, String(Math.min(16_000, heading.length + i + 1))))
  return [...places].map(([word, at]) => `'${word.slice(0, 60)}':${at.join(',')}`).join(' ')
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

/** At most this many different words of one text are searchable: a text-search column holds one megabyte. */
const most = 20_000
const mostPlaces = 50
const wordPattern = /[\p{L}\p{N}]+/gu, plain = /^[\x00-\x7f]*$/, plainWords = /[a-z0-9]+/g

/** The words of a text as search sees them: lower case, without accents, the same for a text and for a question. */
function wordsOf(text: string): readonly string[] {
  const lower = text.toLowerCase()
  return (plain.test(lower) ? lower.match(plainWords) : lower.normalize('NFKD').replace(/\p{M}/gu, '').match(wordPattern)) ?? []
}

/** Words with the place of each, or its places in their order; a place in a title counts for more. */
export type WordPlaces = ReadonlyMap<string, number | readonly number[]>
const lastPlace = 16_000, inTitle = 3 << 14, longest = 60

/**
 * A text as a PostgreSQL tsvector: words with their places, so that search needs no dictionary of any language.
 * @param names what stands in no text and is searched with it: its words come after all others, where they are new
 * @example searchWords('Kyiv said no') // Map { 'kyiv' → 1, 'said' → 2, 'no' → 3 }
 */
export function searchWords(text: string, title = '', names: Iterable<string> = []): WordPlaces {
  const places = new Map<string, number | number[]>()
  const add = (word: string, place: number) => {
    const key = word.length > longest ? word.slice(0, longest) : word, known = places.get(key)
    if (known === undefined) { if (places.size < most) places.set(key, place) }
    else if (typeof known === 'number') { if (known !== place) places.set(key, [known, place]) }
    else if (known.length < mostPlaces && known.at(-1) !== place) known.push(place)
  }
  const heading = title === '' ? [] : wordsOf(title), words = wordsOf(text)
  for (let i = 0; i < heading.length; i++) add(heading[i]!, inTitle | Math.min(lastPlace, i + 1))
  for (let i = 0; i < words.length; i++) add(words[i]!, Math.min(lastPlace, heading.length + i + 1))
  let last = heading.length + words.length
  for (const name of names) for (const word of wordsOf(name)) { last++; if (!places.has(word)) add(word, Math.min(lastPlace, last)) }
  return places
}

/** The same as the text that PostgreSQL reads. @example written(searchWords('no NO')) // "'no':1,2" */
export const written = (words: WordPlaces): string => [...words].map(([word, places]) => `'${word}':${[places].flat().map((p) => (p >= inTitle ? `${p - inTitle}A` : p)).join()}`).join(' ')

/** Has a text had room for all its words? */
export const isFull = (words: WordPlaces): boolean => words.size >= most

/**
 * A question as a tsquery: all words, each also as the beginning of a longer one, so that inflected forms are found.
 * @example searchQuery('Kyiv aid') // "'kyiv':* & 'aid':*"
 */
export function searchQuery(question: string): string | undefined {
  const words = wordsOf(question).slice(0, 12)
  return words.length === 0 ? undefined : words.map((w) => (w.length > 2 ? `'${w.slice(0, 60)}':*` : `'${w}'`)).join(' & ')
}

/** Does the text hold every word of the question, or one that begins with it? */
export function holdsAll(text: string, question: string): boolean {
  const words = new Set(wordsOf(text)), sought = wordsOf(question).slice(0, 12)
  return sought.every((s) => words.has(s) || (s.length > 2 && words.values().some((word) => word.startsWith(s))))
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

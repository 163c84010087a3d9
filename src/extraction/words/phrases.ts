import type { Lexeme } from './lexemes.ts'

/**
 * The longest phrase of a table that ends just before lexeme `end`. Phrases are written as lower-case lexemes with one
 * space between them ("not more than", "d ' environ").
 * @returns its value and where it starts
 * @example phraseBefore(lexemes('at least 5', span), 2, { 'at least': 'at least' }) // { value: 'at least', from: 0 }
 */
export function phraseBefore<T>(words: readonly Lexeme[], end: number, table: ReadonlyMap<string, T>, longest = 4): { value: T; from: number } | undefined {
  let text = '', found: { value: T; from: number } | undefined
  for (let from = end - 1; from >= 0 && from >= end - longest; from--) {
    text = text === '' ? words[from]!.lower : `${words[from]!.lower} ${text}`
    const value = table.get(text)
    if (value !== undefined) found = { value, from }
  }
  return found
}

/** As `phraseBefore`, for the longest phrase that starts at lexeme `start`. */
export function phraseAt<T>(words: readonly Lexeme[], start: number, table: ReadonlyMap<string, T>, longest = 4): { value: T; to: number } | undefined {
  let text = '', found: { value: T; to: number } | undefined
  for (let to = start + 1; to <= words.length && to <= start + longest; to++) {
    text = text === '' ? words[start]!.lower : `${text} ${words[to - 1]!.lower}`
    const value = table.get(text)
    if (value !== undefined) found = { value, to }
  }
  return found
}

/** Is the stop at `i` an abbreviation's own? Not where it ends the sentence: before a capital, an opening quote or nothing. */
export function ownStop(words: readonly Lexeme[], i: number): boolean {
  const stop = words[i], next = words[i + 1]
  return stop?.lower === '.' && stop.glued && next !== undefined && (next.kind === 'word' ? !next.capital || next.caps : next.kind === 'digits' || /^[,;:)\]–—-]$/.test(next.lower))
}

const maps = new WeakMap<object, ReadonlyMap<string, unknown>>()
/** A table of phrases as a map, made once: `{ about: ['about', 'some'] }` gives "about" and "some" the value 'about'. */
export function phraseMap<K extends string>(table: Readonly<Partial<Record<K, readonly string[]>>>): ReadonlyMap<string, K> {
  let map = maps.get(table) as ReadonlyMap<string, K> | undefined
  if (!map) {
    map = new Map(Object.entries(table).flatMap(([key, list]) => (list as readonly string[]).map((phrase) => [phrase, key as K] as const)))
    maps.set(table, map)
  }
  return map
}

/** A list of phrases as a map to `true`, made once. */
export function phraseSet(list: readonly string[]): ReadonlyMap<string, true> {
  let map = maps.get(list) as ReadonlyMap<string, true> | undefined
  if (!map) maps.set(list, (map = new Map(list.map((phrase) => [phrase, true as const]))))
  return map
}

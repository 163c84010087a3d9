/** Classes of UTF-16 code units, looked up in one table so that scanners need no regular expression a character. */
export const charClass = { other: 0, space: 1, letter: 2, digit: 3, capital: 4, mark: 5, pair: 6 } as const

let table: Uint8Array | undefined

/** Runs of one class are found in a text of all units: 65,536 questions one by one would take every process a tenth of a second. */
function build(): Uint8Array {
  const classes = new Uint8Array(65536), units = new Uint16Array(classes.length)
  for (let code = 0; code < units.length; code++) units[code] = code
  const all = new TextDecoder('utf-16le').decode(units)
  const runs: readonly (readonly [RegExp, number])[] = [[/[\p{M}\u00ad\u200d]+/gu, charClass.mark], [/\p{Nd}+/gu, charClass.digit], [/\p{L}+/gu, charClass.letter], [/[\p{Lu}\p{Lt}]+/gu, charClass.capital], [/[\s\u200b\ufeff]+/gu, charClass.space]]
  for (const [pattern, kind] of runs) for (const run of all.matchAll(pattern)) classes.fill(kind, run.index, run.index + run[0].length)
  return classes.fill(charClass.pair, 0xd800, 0xe000)
}

/** The table of classes; made on first use. @example classes()['A'.charCodeAt(0)] === charClass.capital // true */
export const classes = (): Uint8Array => (table ??= build())

/** The word that ends at a place, with its apostrophes and hyphens, or ''. @example wordBefore('the Capri') // 'Capri' */
export function wordBefore(text: string, end = text.length): string {
  const kinds = classes()
  let at = end
  while (at > 0 && (isInWord(kinds[text.charCodeAt(at - 1)]!) || "’'-".includes(text[at - 1]!))) at--
  return text.slice(at, end)
}
const isInWord = (kind: number) => kind === charClass.letter || kind === charClass.capital || kind === charClass.mark

/** @example startsUpper('Київ') // true */
export const startsUpper = (word: string): boolean => classes()[word.charCodeAt(0)] === charClass.capital

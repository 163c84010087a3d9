/** Classes of UTF-16 code units, looked up in one table so that scanners need no regular expression a character. */
export const charClass = { other: 0, space: 1, letter: 2, digit: 3, capital: 4, mark: 5, pair: 6 } as const

let table: Uint8Array | undefined

function build(): Uint8Array {
  const classes = new Uint8Array(65536)
  for (let code = 0; code < 65536; code++) {
    const c = String.fromCharCode(code)
    classes[code] = code >= 0xd800 && code <= 0xdfff ? charClass.pair
      : /\s/.test(c) || code === 0x200b || code === 0xfeff ? charClass.space
      : /\p{Lu}|\p{Lt}/u.test(c) ? charClass.capital
      : /\p{L}/u.test(c) ? charClass.letter
      : /\p{Nd}/u.test(c) ? charClass.digit
      : /\p{M}/u.test(c) || code === 0xad || code === 0x200d ? charClass.mark
      : charClass.other
  }
  return classes
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

const known = new Map<string, number>()

/**
 * A word as a number: the same for the same word in every run. Two of a hundred thousand words may share one, which
 * costs a weight its meaning there and nothing else.
 * @example codeOf('urged') === codeOf('urged') // true
 */
export function codeOf(word: string): number {
  let code = known.get(word)
  if (code === undefined) {
    code = 0x811c9dc5
    for (let i = 0; i < word.length; i++) code = Math.imul(code ^ word.charCodeAt(i), 0x01000193)
    code |= 0
    if (known.size < 50_000) known.set(word, code)
  }
  return code
}

/** The number of a feature of up to three words, in order; 0 stands for a word that is not there. */
export function codeOfThree(a: number, b: number, c: number): number {
  let code = Math.imul(a ^ (a >>> 15), 0x85ebca6b)
  code = Math.imul((code ^ b) ^ ((code ^ b) >>> 13), 0xc2b2ae35)
  code = Math.imul((code ^ c) ^ ((code ^ c) >>> 16), 0x27d4eb2f)
  return (code ^ (code >>> 15)) | 0
}

/** The number of a feature as it is written: its name and at most two words. @example codeOfFeature('b has arrived') */
export function codeOfFeature(feature: string): number {
  const [a = '', b, ...rest] = feature.split(' ')
  return codeOfThree(codeOf(a), b === undefined ? 0 : codeOf(b), rest.length === 0 ? 0 : codeOf(rest.join(' ')))
}

/** A word, or a mark of the scorers' own ("^" before a sentence), with the numbers that stand for it. */
export interface Term { readonly text: string; /** See `numberOf`; kept here once it was asked for. */ number: number; /** See `signOfTerm`; kept likewise. */ sign: number }

/** @example term('urged').text // 'urged' */
export const term = (text: string): Term => ({ text, number: 0, sign: 0 })

const numbers = new Map<string, number>()
const most = 0xffff

/** Gives a word a number of its own, 1 or more; only words that have weights get one. */
export function numbered(text: string): number {
  let number = numbers.get(text)
  if (number === undefined) {
    number = numbers.size + 1
    if (number > most) throw new Error(`The scorers know ${most} words at most.`)
    numbers.set(text, number)
  }
  return number
}

/** The number of a word, or 0 for one that no scorer knows. @example numberOf(term('qwertz')) // 0 */
export function numberOf(of: Term): number {
  if (of.number > 0) return of.number
  // An unknown word is asked for again only after words were added.
  if (of.number === -1 - numbers.size) return 0
  const number = numbers.get(of.text)
  of.number = number ?? -1 - numbers.size
  return number ?? 0
}

/** Words that come from a closed list, one term each: word tables, kinds of blocks. */
export function closedTerms(): (text: string) => Term {
  const made = new Map<string, Term>()
  return (text) => {
    let known = made.get(text)
    if (!known) made.set(text, (known = term(text)))
    return known
  }
}

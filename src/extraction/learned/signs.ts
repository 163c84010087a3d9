import { loadData, rowsOf } from '../data.ts'
import type { LearnedData, Weights } from './scorer.ts'
import type { Term } from './terms.ts'

/**
 * What speaks for or against a candidate, as a number that stands for its words: "rule sum", "here side <". 0 stands for
 * words that no weights know. Choosers ask for thousands of signs a sentence, most of them made of the same few pieces:
 * pieces get their numbers once, and two numbers are joined without writing the words.
 */
export type Sign = number

const numbers = new Map<string, Sign>(), texts: string[] = ['']
/** Of each sign, whether all ways to join it are known. */
const learned: boolean[] = []
let keepsAll = false

/** The sign of fixed words; only for words that stand in the program. @example sign('own') === sign('own') // true */
export function sign(text: string): Sign {
  let number = numbers.get(text)
  if (number === undefined) { number = texts.push(text) - 1; numbers.set(text, number) }
  return number
}

/** The sign of words from a text: 0 unless some weights know them. @example signOf('qwertz') // 0 */
export const signOf = (text: string): Sign => numbers.get(text) ?? (keepsAll ? sign(text) : 0)

/** The same of a term, which keeps its sign. @example signOfTerm(term('qwertz')) // 0 */
export function signOfTerm(of: Term): Sign {
  if (of.sign > 0) return of.sign
  // An unknown word is asked for again only after signs were added.
  if (of.sign === -texts.length) return 0
  const number = signOf(of.text)
  of.sign = number > 0 ? number : -texts.length
  return number
}

/** Two signs or more as one, their words in a row; 0 where no weights know that. @example joined(sign('here'), signOf('rule sum')) === signOf('here rule sum') */
export function joined(a: Sign, b: Sign, c?: Sign, d?: Sign): Sign {
  const two = pairOf(a, b)
  return c === undefined ? two : d === undefined ? pairOf(two, c) : pairOf(pairOf(two, c), d)
}

/** The words of a sign, as they stand in a file of weights. */
export const textOf = (of: Sign): string => texts[of]!

/** Those of all signs of a candidate, each once. @example textsOf([sign('own'), 0, sign('own')]) // ['own'] */
export const textsOf = (signs: readonly Sign[]): string[] => [...new Set(signs)].filter((s) => s !== 0).map(textOf)

/** From now on every sign is known and has its words: what those need who make the weights. */
export function keepAllSigns(): void { keepsAll = true }

/** Numbers of a place of the table of pairs: both signs and what they are together. */
const place = 3
let pairs = new Int32Array(place << 15), used = 0

function pairOf(a: Sign, b: Sign): Sign {
  if (a === 0 || b === 0) return 0
  const known = pairs[placeOf(pairs, a, b) + 2]!
  return known === 0 && keepsAll ? pair(a, b, sign(`${texts[a]} ${texts[b]}`)) : known
}

/** Lets two signs be joined. */
function pair(a: Sign, b: Sign, both: Sign): Sign {
  const at = placeOf(pairs, a, b)
  if (pairs[at + 2] !== 0) return both
  pairs[at] = a; pairs[at + 1] = b; pairs[at + 2] = both
  if (++used * place * 2 > pairs.length) grow()
  return both
}

function placeOf(table: Int32Array, a: Sign, b: Sign): number {
  const slots = table.length / place, hash = Math.imul(Math.imul(a, 0x9e3779b1) ^ b, 0x85ebca6b)
  for (let slot = (hash ^ (hash >>> 15)) & (slots - 1); ; slot = (slot + 1) & (slots - 1)) {
    const at = slot * place
    if (table[at + 2] === 0 || table[at] === a && table[at + 1] === b) return at
  }
}

function grow(): void {
  const larger = new Int32Array(pairs.length * 2)
  for (let i = 0; i < pairs.length; i += place) if (pairs[i + 2] !== 0) larger.set(pairs.subarray(i, i + place), placeOf(larger, pairs[i]!, pairs[i + 1]!))
  pairs = larger
}

/** The sign of fixed words that are joined out of shorter ones elsewhere. @example made('own rule') === joined(sign('own'), sign('rule')) */
export const made = (text: string): Sign => learn(text)

/** Gives words a number, and all ways to join them out of shorter ones. */
function learn(text: string): Sign {
  const both = sign(text)
  if (learned[both]) return both
  learned[both] = true
  for (let space = text.indexOf(' '); space >= 0; space = text.indexOf(' ', space + 1)) pair(learn(text.slice(0, space)), learn(text.slice(space + 1)), both)
  return both
}

/** The last weighing that counted a sign. */
let counted = new Int32Array(1 << 10), weighing = 0

/** What signs say for a candidate, in hundredths of odds on a logarithmic scale. */
export class SignWeights {
  readonly #first: Sign
  readonly #weights: Int16Array

  constructor(weights: Iterable<readonly [text: string, hundredths: number]>) {
    const list = Array.from(weights, ([text, weight]) => [learn(text), weight] as const), [first, length] = rangeOf(list)
    this.#first = first
    this.#weights = new Int16Array(length)
    for (const [s, weight] of list) this.#weights[s - first] = weight
  }

  /** The odds of a candidate by its signs; 0 is even. @example new SignWeights([['own', 150]]).oddsOf([sign('own'), sign('own')]) // 1.5 */
  oddsOf(signs: readonly Sign[]): number { return this.sumOf(signs) / 100 }

  /** What the signs of a candidate say together, in hundredths; each counts once. */
  sumOf(signs: readonly Sign[]): number {
    const weights = this.#weights, first = this.#first
    let sum = 0
    if (counted.length < texts.length) counted = new Int32Array(texts.length * 2)
    weighing = (weighing + 1) | 0
    for (let i = 0; i < signs.length; i++) {
      const s = signs[i]!, at = s - first
      if (at < 0 || at >= weights.length) continue
      // Most signs say nothing in a choice: whether they were counted need not be asked.
      const weight = weights[at]!
      if (weight === 0 || counted[s] === weighing) continue
      counted[s] = weighing
      sum += weight
    }
    return sum
  }
}

/** What signs say for each of some labels, all in one go, in hundredths of odds. */
export class SignRows {
  readonly #labels: readonly string[]
  /** By label; of the signs since `begin`, each counted once. */
  readonly #sums: Int32Array
  readonly #first: Sign
  /** The row of each sign, 0 where it says nothing. */
  readonly #rows: Uint16Array
  /** Rows: the last round that counted it, then its weights by label. */
  readonly #weights: Int32Array
  #round = 0

  constructor(labels: readonly string[], weights: Iterable<readonly [label: string, text: string, hundredths: number]>) {
    const list = Array.from(weights, ([label, text, weight]) => [learn(text), labels.indexOf(label), weight] as const), [first, length] = rangeOf(list), rows = new Map<Sign, number>()
    for (const [s] of list) if (!rows.has(s)) rows.set(s, rows.size + 1)
    this.#labels = labels; this.#sums = new Int32Array(labels.length); this.#first = first; this.#rows = new Uint16Array(length); this.#weights = new Int32Array((rows.size + 1) * (labels.length + 1))
    for (const [s, row] of rows) this.#rows[s - first] = row
    for (const [s, label, weight] of list) this.#weights[rows.get(s)! * (labels.length + 1) + 1 + label] = weight
  }

  /** Forgets what was added. */
  begin(): this {
    this.#sums.fill(0)
    this.#round = (this.#round + 1) | 0
    return this
  }

  addAll(signs: readonly Sign[]): this {
    const rows = this.#rows, weights = this.#weights, sums = this.#sums
    for (let i = 0; i < signs.length; i++) {
      const at = signs[i]! - this.#first
      if (at < 0 || at >= rows.length) continue
      const from = rows[at]! * (sums.length + 1)
      if (from === 0 || weights[from] === this.#round) continue
      weights[from] = this.#round
      for (let label = 0; label < sums.length; label++) sums[label]! += weights[from + 1 + label]!
    }
    return this
  }

  /** What those added say for a label; nothing for an unknown one. */
  sumOf(label: string): number { return this.#sums[this.#labels.indexOf(label)] ?? 0 }
}

/** The lowest sign of a list, and how many there are from it to the highest. */
function rangeOf(list: readonly (readonly [of: Sign, ...unknown[]])[]): [first: Sign, length: number] {
  let first = texts.length, last = 0
  for (const [s] of list) { if (s < first) first = s; if (s > last) last = s }
  return [first, Math.max(0, last - first + 1)]
}

/** The weights of a group with one label. @example signWeights({ labels: ['is'], weights: 'own a150' }).oddsOf([sign('own')]) // 1.5 */
export const signWeights = ({ weights }: Weights): SignWeights => new SignWeights(rowsOf(weights).map(([feature, packed]) => [feature, Number(packed.slice(1))] as const))

/**
 * The weights of the groups of a file that choose among candidates. All are loaded on first use: signs made before that
 * would not be known, so whoever weighs candidates asks for the weights before he makes them.
 */
export function signWeightsOf(file: string, groups: readonly string[]): (group: string) => SignWeights {
  let made: ReadonlyMap<string, SignWeights> | undefined
  return (group) => {
    made ??= readWeights(file, groups)
    const weights = made.get(group)
    if (!weights) throw new Error(`No weights for ${group} in data/${file}.`)
    return weights
  }
}

function readWeights(file: string, groups: readonly string[]): Map<string, SignWeights> {
  const data = loadData<{ groups: LearnedData }>(file).groups
  return new Map(groups.flatMap((group) => (data[group] ? [[group, signWeights(data[group])] as const] : [])))
}

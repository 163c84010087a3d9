import { loadData, rowsOf, unpack } from '../data.ts'
import { numbered, numberOf, type Term } from './terms.ts'

/** Weights by feature, a line for each: behind the feature a letter for each label (a is the first) and a hundred times its weight, as in "w urged a120c-45". */
export interface Weights { readonly labels: readonly string[]; readonly weights: string }
/** The groups of labels that are learned, by name. */
export type LearnedData = Readonly<Record<string, Weights>>

/** Takes the features of something, one after the other: each a name and up to three words. */
export interface Features { add(name: Term, a?: Term, b?: Term, c?: Term): void }

/** Numbers at the head of a place of the table: of the name and first word, of the second and third, the last round that counted it. Its weights follow, so that a feature is found in one stretch of memory. */
const head = 3
/** The numbers of the name and words of the feature that is read. */
const words = new Int32Array(4)
/**
 * Adds up what features say for each label, as odds on a logarithmic scale: 0 is even. A feature is found by the numbers
 * of its words, so that no string is made for it, and one with a word that has no weights at all is not looked up.
 * @example const scorer = scorerOf('item').begin(); itemFeatures(scorer, reading, steps, 0); scorer.best()
 */
export class Scorer implements Features {
  readonly labels: readonly string[]
  /** Sums of the features since `begin`, by label in their order, in hundredths as weights are. */
  readonly #sums: Int32Array
  readonly #table: Int32Array
  /** The same memory, two weights to a number. */
  readonly #weights: Int16Array
  /** Length of a place. */
  readonly #place: number
  readonly #mask: number
  /** A bit for each feature by its hash: small enough to stay near the processor, and most features of a text have no weights. */
  readonly #known: Int32Array
  #round = 0
  #once = false

  constructor({ labels, weights }: Weights) {
    const features = rowsOf(weights)
    let size = 8
    while (size < features.length * 1.5) size *= 2
    this.labels = labels; this.#sums = new Int32Array(labels.length); this.#mask = size - 1; this.#known = new Int32Array(size / 2)
    this.#place = head + Math.ceil(labels.length / 2); this.#table = new Int32Array(size * this.#place); this.#weights = new Int16Array(this.#table.buffer)
    for (const [feature, packed] of features) this.#take(feature, packed)
  }

  /** Gives a feature its place and writes its weights there. */
  #take(feature: string, packed: string): void {
    words.fill(0)
    for (let n = 0, from = 0; from <= feature.length; n++) {
      const space = feature.indexOf(' ', from), to = space < 0 ? feature.length : space
      words[n] = numbered(feature.slice(from, to)); from = to + 1
    }
    const high = (words[0]! << 16) | words[1]!, low = (words[2]! << 16) | words[3]!, hash = hashOf(high, low), at = this.#placeOf(high, low, hash)
    this.#known[(hash >>> 5) & (this.#known.length - 1)]! |= 1 << hash
    this.#table[at] = high; this.#table[at + 1] = low
    unpack(packed, this.#weights, (at + head) * 2)
  }

  /** Forgets what was added; `once` counts a feature that comes several times once. */
  begin(once = false): this {
    this.#sums.fill(0)
    this.#once = once
    this.#round++
    return this
  }

  add(name: Term, a?: Term, b?: Term, c?: Term): void {
    const at = this.#find(name, a, b, c)
    if (at < 0) return
    const sums = this.#sums, weights = this.#weights, from = (at + head) * 2
    if (this.#once) { if (this.#table[at + 2] === this.#round) return; this.#table[at + 2] = this.#round }
    for (let i = 0; i < sums.length; i++) sums[i]! += weights[from + i]!
  }

  /** The odds of a label, by its place. */
  odds(label: number): number { return this.#sums[label]! / 100 }

  /** The odds of all labels, in their order. */
  allOdds(): Float64Array {
    const out = new Float64Array(this.#sums.length)
    for (let i = 0; i < out.length; i++) out[i] = this.#sums[i]! / 100
    return out
  }

  /** What one feature says for a label, by the place of the label. */
  weight(label: number, name: Term, a: Term): number {
    const at = this.#find(name, a)
    return at < 0 ? 0 : this.#weights[(at + head) * 2 + label]! / 100
  }

  /** The label with the highest sum, with its sum. */
  best(): readonly [label: string, score: number] {
    let at = 0
    for (let i = 1; i < this.#sums.length; i++) if (this.#sums[i]! > this.#sums[at]!) at = i
    return [this.labels[at]!, this.odds(at)]
  }

  #find(name: Term, a?: Term, b?: Term, c?: Term): number {
    const first = numberOf(name)
    let second = 0, third = 0, fourth = 0
    if (first === 0 || a && (second = numberOf(a)) === 0 || b && (third = numberOf(b)) === 0 || c && (fourth = numberOf(c)) === 0) return -1
    const high = (first << 16) | second, low = (third << 16) | fourth, hash = hashOf(high, low)
    if ((this.#known[(hash >>> 5) & (this.#known.length - 1)]! & (1 << hash)) === 0) return -1
    const at = this.#placeOf(high, low, hash)
    return this.#table[at] === 0 ? -1 : at
  }

  /** Where a feature stands in the table, or the free place where it would. */
  #placeOf(high: number, low: number, hash: number): number {
    const table = this.#table, mask = this.#mask
    for (let slot = (hash >>> 8) & mask; ; slot = (slot + 1) & mask) {
      const at = slot * this.#place
      if (table[at] === 0 || table[at] === high && table[at + 1] === low) return at
    }
  }
}

function hashOf(high: number, low: number): number {
  const hash = Math.imul(high ^ Math.imul(low, 0x9e3779b1), 0x85ebca6b)
  return hash ^ (hash >>> 15)
}

/** The scorers of a file of weights, by the name of their group; weights are loaded on first use. */
export function scorersOf(file: string): (group: string) => Scorer {
  const made = new Map<string, Scorer>()
  let data: LearnedData | undefined
  return (group) => {
    let scorer = made.get(group)
    if (!scorer) {
      data ??= loadData<{ groups: LearnedData }>(file).groups
      if (!data[group]) throw new Error(`No weights for ${group} in data/${file}.`)
      made.set(group, (scorer = new Scorer(data[group])))
    }
    return scorer
  }
}

/** The scorer of a group of labels for claims. */
export const scorerOf = scorersOf('claims-learned.json')

/** The scorer that tells which of the candidates for a field it is. */
export const chooserOf = scorersOf('choosers-learned.json')

/** The odds of a score as a share of 1. @example chance(0) // 0.5 */
export const chance = (score: number): number => 1 / (1 + Math.exp(-score))

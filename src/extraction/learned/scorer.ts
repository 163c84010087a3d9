import { createRequire } from 'node:module'
import { codeOfFeature } from './codes.ts'

/** Weights by feature: a letter for each label (a is the first) and a hundred times its weight, as in "a120c-45". */
export interface Weights { readonly labels: readonly string[]; readonly weights: Readonly<Record<string, string>> }
/** The groups of labels that are learned, by name. */
export type LearnedData = Readonly<Record<string, Weights>>

/** How much speaks for each label of a group, as odds on a logarithmic scale: 0 is even. */
export type Scores = Readonly<Record<string, number>>

/** Scores a list of features. The scorers know nothing of one another; a label that no feature speaks for has the score 0. */
export class Scorer {
  readonly labels: readonly string[]
  readonly #weights: Readonly<Record<string, string>>
  readonly #rows = new Map<string, Float32Array | null>()
  #byCode: Map<number, Float32Array> | undefined

  constructor(data: Weights) { this.labels = data.labels; this.#weights = data.weights }

  /** @example new Scorer({ labels: ['ask'], weights: { 'w urged': 'a200' } }).scores(['w urged']).ask // 2 */
  scores(features: readonly string[]): Scores {
    const sums = new Float64Array(this.labels.length)
    for (const feature of features) {
      const row = this.row(feature)
      if (row) for (let i = 0; i < sums.length; i++) sums[i]! += row[i]!
    }
    return Object.fromEntries(this.labels.map((label, i) => [label, sums[i]!]))
  }

  /** The same for features as numbers; `each` hands them over, one that comes again counts once. */
  scoresOf(each: (take: (code: number) => void) => void): Scores {
    const sums = new Float64Array(this.labels.length), met = new Set<number>()
    each((code) => {
      const row = this.rowOf(code)
      if (row === undefined || met.has(code)) return
      met.add(code)
      for (let i = 0; i < sums.length; i++) sums[i]! += row[i]!
    })
    return Object.fromEntries(this.labels.map((label, i) => [label, sums[i]!]))
  }

  /** The weights of a feature as a number. */
  rowOf(code: number): Float32Array | undefined {
    this.#byCode ??= new Map(Object.entries(this.#weights).map(([feature, packed]) => [codeOfFeature(feature), unpacked(packed, this.labels.length)]))
    return this.#byCode.get(code)
  }

  /** The weights of one feature, in the order of the labels; null where it says nothing. */
  row(feature: string): Float32Array | null {
    let row = this.#rows.get(feature)
    if (row === undefined) {
      const packed = Object.hasOwn(this.#weights, feature) ? this.#weights[feature]! : null
      row = packed === null ? null : unpacked(packed, this.labels.length)
      if (this.#rows.size < 200_000) this.#rows.set(feature, row)
    }
    return row
  }
}

function unpacked(packed: string, size: number): Float32Array {
  const row = new Float32Array(size)
  for (const [, letter, weight] of packed.matchAll(/([a-z])(-?\d+)/g)) row[letter!.charCodeAt(0) - 97] = Number(weight) / 100
  return row
}

let scorers: ReadonlyMap<string, Scorer> | undefined
/** The scorer of a group of labels; its weights are loaded on first use. */
export function scorerOf(group: string): Scorer {
  scorers ??= new Map(Object.entries((createRequire(import.meta.url)('../../../data/claims-learned.json') as { groups: LearnedData }).groups).map(([name, data]) => [name, new Scorer(data)]))
  const scorer = scorers.get(group)
  if (!scorer) throw new Error(`No weights for ${group} in data/claims-learned.json.`)
  return scorer
}

/** The odds of a score as a share of 1. @example chance(0) // 0.5 */
export const chance = (score: number): number => 1 / (1 + Math.exp(-score))

/** The label with the highest score, with its score. */
export function best(scores: Scores): readonly [label: string, score: number] {
  let out: [string, number] = ['', -Infinity]
  for (const [label, score] of Object.entries(scores)) if (score > out[1]) out = [label, score]
  return out
}

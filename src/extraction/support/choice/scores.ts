import { loadData } from '../../data.ts'

/** Weights of one choice: a hundred times what each sign speaks for a candidate. */
export type ChoiceWeights = Readonly<Record<string, number>>

let choices: ReadonlyMap<string, ReadonlyMap<string, number>> | undefined

/** The weights of a choice; they are loaded on first use. */
export function choiceOf(name: string): ReadonlyMap<string, number> {
  choices ??= new Map(Object.entries(loadData<{ choices: Readonly<Record<string, ChoiceWeights>> }>('support-choices.json').choices).map(([n, weights]) => [n, new Map(Object.entries(weights))]))
  const found = choices.get(name)
  if (!found) throw new Error(`No weights for ${name} in data/support-choices.json.`)
  return found
}

/**
 * How much speaks for a candidate, by its signs, each counted once.
 * @example scoreOf(new Map([['told', 150], ['rule sum', -20]]), ['told', 'told', 'rule sum']) // 1.3
 */
export function scoreOf(weights: ReadonlyMap<string, number>, signs: Iterable<string>): number {
  let sum = 0
  const met = new Set<string>()
  for (const sign of signs) {
    const weight = weights.get(sign)
    if (weight !== undefined && !met.has(sign)) { met.add(sign); sum += weight }
  }
  return sum / 100
}

const byValue = new Map<string, ReadonlyMap<string, readonly (readonly [value: string, weight: number])[]>>()

/** The weights of a choice among a fixed set of values, by what stands behind the bar of "military|goods": one look-up tells a sign's weight for every value. */
export function valuesOf(name: string): ReadonlyMap<string, readonly (readonly [value: string, weight: number])[]> {
  let table = byValue.get(name)
  if (!table) {
    const made = new Map<string, (readonly [string, number])[]>()
    for (const [sign, weight] of choiceOf(name)) { const bar = sign.indexOf('|'), key = sign.slice(bar + 1), list = made.get(key) ?? []; list.push([sign.slice(0, bar), weight]); made.set(key, list) }
    byValue.set(name, (table = made))
  }
  return table
}

import { shippedData } from '../data.ts'

/** Weights of one choice: a hundred times what each sign speaks for a candidate. */
export type ChoiceWeights = Readonly<Record<string, number>>

let choices: ReadonlyMap<string, ReadonlyMap<string, number>> | undefined

/** The weights of a choice; they are loaded on first use. */
export function choiceOf(name: string): ReadonlyMap<string, number> {
  choices ??= new Map(Object.entries(shippedData<{ choices: Readonly<Record<string, ChoiceWeights>> }>('support-choices.json').choices).map(([n, weights]) => [n, new Map(Object.entries(weights))]))
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
  for (const sign of new Set(signs)) sum += weights.get(sign) ?? 0
  return sum / 100
}

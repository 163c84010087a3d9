import { loadData } from '../../data.ts'
import { SignWeights } from '../../learned/signs.ts'

/** Weights of one choice: a hundred times what each sign speaks for a candidate. */
export type ChoiceWeights = Readonly<Record<string, number>>

let data: Readonly<Record<string, ChoiceWeights>> | undefined
/** The weights of a choice as they are written; the file is read on first use. */
function written(choice: string): ChoiceWeights {
  data ??= loadData<{ choices: Readonly<Record<string, ChoiceWeights>> }>('support-choices.json').choices
  if (!data[choice]) throw new Error(`No weights for ${choice} in data/support-choices.json.`)
  return data[choice]
}

const choices = new Map<string, SignWeights>()
/** The weights of a choice; they are loaded on first use. */
export function choiceOf(name: string): SignWeights {
  let weights = choices.get(name)
  if (!weights) choices.set(name, (weights = new SignWeights(Object.entries(written(name)))))
  return weights
}

const byValue = new Map<string, ReadonlyMap<string, SignWeights>>()
/** The weights of a choice among a fixed set of values, for each value that stands before the bar of "military|goods". */
export function valuesOf(name: string): ReadonlyMap<string, SignWeights> {
  let values = byValue.get(name)
  if (!values) {
    const lists = new Map<string, (readonly [sign: string, weight: number])[]>()
    for (const [sign, weight] of Object.entries(written(name))) { const bar = sign.indexOf('|'), value = sign.slice(0, bar), list = lists.get(value) ?? []; list.push([sign.slice(bar + 1), weight]); lists.set(value, list) }
    byValue.set(name, (values = new Map(Array.from(lists, ([value, list]) => [value, new SignWeights(list)]))))
  }
  return values
}

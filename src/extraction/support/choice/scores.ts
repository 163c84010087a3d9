import { loadData } from '../../data.ts'
import { SignWeights } from '../../learned/signs.ts'

/** Weights of one choice: a hundred times what each sign speaks for a candidate. */
export type ChoiceWeights = Readonly<Record<string, number>>

interface Choices { readonly plain: ReadonlyMap<string, SignWeights>; /** For choices among a fixed set of values, by choice and value. */ readonly byValue: ReadonlyMap<string, ReadonlyMap<string, SignWeights>> }
let choices: Choices | undefined

/** Read on first use and all at once: signs made before would not be known. */
function read(): Choices {
  const plain = new Map<string, SignWeights>(), byValue = new Map<string, ReadonlyMap<string, SignWeights>>()
  for (const [name, weights] of Object.entries(loadData<{ choices: Readonly<Record<string, ChoiceWeights>> }>('support-choices.json').choices)) {
    const written = Object.entries(weights)
    if (!written[0]?.[0].includes('|')) { plain.set(name, new SignWeights(written)); continue }
    const values = new Map<string, (readonly [sign: string, weight: number])[]>()
    for (const [sign, weight] of written) { const bar = sign.indexOf('|'), value = sign.slice(0, bar), list = values.get(value) ?? []; list.push([sign.slice(bar + 1), weight]); values.set(value, list) }
    byValue.set(name, new Map(Array.from(values, ([value, list]) => [value, new SignWeights(list)])))
  }
  return { plain, byValue }
}

function known<T>(from: ReadonlyMap<string, T>, choice: string): T {
  const weights = from.get(choice)
  if (!weights) throw new Error(`No weights for ${choice} in data/support-choices.json.`)
  return weights
}

/** The weights of a choice among candidates that the text names. */
export const choiceOf = (choice: string): SignWeights => known((choices ??= read()).plain, choice)

/** The weights of a choice among a fixed set of values, for each value that stands before the bar of "military|goods". */
export const valuesOf = (choice: string): ReadonlyMap<string, SignWeights> => known((choices ??= read()).byValue, choice)

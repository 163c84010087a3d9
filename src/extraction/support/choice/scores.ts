import { loadData, rowsOf } from '../../data.ts'
import { SignRows, SignWeights } from '../../learned/signs.ts'

/** Weights of one choice, a line for each sign: behind it a hundred times what it speaks for a candidate. */
export type ChoiceWeights = string

interface Choices {
  readonly plain: ReadonlyMap<string, SignWeights>
  /** For choices among a fixed set of values, by choice: a label for each value. */
  readonly byValue: ReadonlyMap<string, SignRows>
  /** What a sign says behind each of the words that stand before the words near a core. */
  readonly behind: ReadonlyMap<string, SignRows>
}
let choices: Choices | undefined

/** Words of a choice that stand before each of the words near a core. */
const wordsBefore: Readonly<Record<string, readonly string[]>> = { date: ['none', 'that-day', 'event'], period: ['none'] }

/** Read on first use and all at once: signs made before would not be known. */
function read(): Choices {
  const plain = new Map<string, SignWeights>(), byValue = new Map<string, SignRows>(), behind = new Map<string, SignRows>()
  for (const [name, weights] of Object.entries(loadData<{ choices: Readonly<Record<string, ChoiceWeights>> }>('support-choices.json').choices)) {
    const written = rowsOf(weights).map(([sign, weight]) => [sign, Number(weight)] as const), words = wordsBefore[name]
    if (written[0]?.[0].includes('|')) byValue.set(name, labelled(written, '|'))
    else plain.set(name, new SignWeights(written))
    if (words) behind.set(name, labelled(written.filter(([sign]) => words.includes(sign.slice(0, sign.indexOf(' ')))), ' '))
  }
  return { plain, byValue, behind }
}

/** Weights of signs by what stands before the first of some mark. */
function labelled(written: readonly (readonly [sign: string, weight: number])[], mark: string): SignRows {
  const list = written.map(([sign, weight]) => { const at = sign.indexOf(mark); return [sign.slice(0, at), sign.slice(at + 1), weight] as const })
  return new SignRows([...new Set(list.map(([label]) => label))], list)
}

function known<T>(from: ReadonlyMap<string, T>, choice: string): T {
  const weights = from.get(choice)
  if (!weights) throw new Error(`No weights for ${choice} in data/support-choices.json.`)
  return weights
}

/** The weights of a choice among candidates that the text names. */
export const choiceOf = (choice: string): SignWeights => known((choices ??= read()).plain, choice)

/** The weights of a choice among a fixed set of values, one label for each value that stands before the bar of "military|goods". */
export const valuesOf = (choice: string): SignRows => known((choices ??= read()).byValue, choice)

/** The weights of a choice for the words near a core, one label for each word that stands before them: "none" of "none w deliv". */
export const behindOf = (choice: string): SignRows => known((choices ??= read()).behind, choice)

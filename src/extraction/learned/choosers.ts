import { loadData } from '../data.ts'
import { Scorer, type LearnedData } from './scorer.ts'

let data: LearnedData | undefined
const choosers = new Map<string, Scorer>()
/** The scorer of a group of `data/choosers-learned.json`: which of the candidates for a field it is. Loaded on first use. */
export function chooserOf(group: string): Scorer {
  let chooser = choosers.get(group)
  if (!chooser) {
    data ??= loadData<{ groups: LearnedData }>('choosers-learned.json').groups
    if (!data[group]) throw new Error(`No weights for ${group} in data/choosers-learned.json.`)
    choosers.set(group, (chooser = new Scorer(data[group])))
  }
  return chooser
}

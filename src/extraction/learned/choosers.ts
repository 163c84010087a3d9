import { createRequire } from 'node:module'
import { Scorer, type LearnedData } from './scorer.ts'

let data: LearnedData | undefined
const choosers = new Map<string, Scorer>()
/** The scorer of a group of `data/choosers-learned.json`: which of the candidates for a field it is. Loaded on first use. */
export function chooserOf(group: string): Scorer {
  let chooser = choosers.get(group)
  if (!chooser) {
    data ??= (createRequire(import.meta.url)('../../../data/choosers-learned.json') as { groups: LearnedData }).groups
    if (!data[group]) throw new Error(`No weights for ${group} in data/choosers-learned.json.`)
    choosers.set(group, (chooser = new Scorer(data[group])))
  }
  return chooser
}

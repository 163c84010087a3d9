import type { Analysis } from '../analysis.ts'
import { scoreIn } from '../learned/learned.ts'
import { stateWords } from '../names/atlas.ts'
import { firmsIn } from '../names/firms.ts'
import { cuesOf, gap, hasCue, negated, type Reading } from './frames.ts'

const purposes = ['planning.defence', 'planning.units', 'planning.kit', 'planning.forces', 'planning.readiness', 'planning.capability', 'support.military']
/** Odds above which a sum for defence with no receiver is taken for one's own; far lower where "own" or a budget is named. */
const least = -1, leastOwn = -2
/** A budget, or what a state has at home alone. */
const home = /(?<!\p{L})(?:budgets?|treasury|border|homeland|Haushalt\p{L}{0,2}|Etat|Staatskasse|Grenz\p{L}{0,12}|frontière|trésor|bilanci[oo]|frontiera|confin[ei]|budże\p{L}{1,4}|granic\p{L}{0,3}|бюджет\p{L}{0,3}|кордон\p{L}{0,3})(?!\p{L})/iu

/**
 * Does a sentence tell of a sum that goes to a state's own defence: a verb of spending, something of defence, and nobody
 * who gets it?
 * @example paysForItself(analysis, reading) // "Latvia set aside 300 million euros for fortifications": true
 */
export function paysForItself(analysis: Analysis, reading: Reading): boolean {
  if (reading.amounts.length === 0) return false
  const outlay = cuesOf(reading, 'planning.outlay').find((c) => reading.amounts.some((a) => gap(a, c) < 70) && !negated(reading, c))
  if (!outlay || !hasCue(reading, purposes) || hasCue(reading, ['support.aid', 'support.receiving', 'projects.firm', 'projects.licence', 'projects.venture', 'projects.buy', 'projects.facility', 'planning.industry', 'planning.output', 'planning.union']) || firmsIn(analysis, reading).length > 0 || stateWords(analysis, reading).some((w) => w.country === 'UA') || reading.mentions.some((m) => m.mention.country === 'UA')) return false
  return scoreIn(analysis, reading, 'planning') > (hasCue(reading, 'support.own') || home.test(reading.text) ? leastOwn : least)
}

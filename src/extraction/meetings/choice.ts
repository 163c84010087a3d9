import { createRequire } from 'node:module'
import type { Mention } from '../../core/claim.ts'
import type { Analysis } from '../analysis.ts'
import { Scorer, type LearnedData } from '../learned/scorer.ts'
import { personCandidates, partyCandidates, type Candidate } from './candidates.ts'
import type { Draft, Fields } from './drafts.ts'

/** Odds above which a candidate takes part. Below even, as a list gains more by one that is right than it loses by one that is wrong. */
const least = { parties: -0.75, people: -0.7 } as const

let scorers: ReadonlyMap<string, Scorer> | undefined
function scorerOf(group: 'parties' | 'people'): Scorer {
  scorers ??= new Map(Object.entries((createRequire(import.meta.url)('../../../data/meetings-learned.json') as { groups: LearnedData }).groups).map(([name, data]) => [name, new Scorer(data)]))
  return scorers.get(group)!
}

function chosen(group: 'parties' | 'people', candidates: readonly Candidate[]): Mention[] {
  const scorer = scorerOf(group)
  return candidates.filter((c) => scorer.scores([...c.features])['in']! > least[group]).sort((a, b) => a.at - b.at).map((c) => c.mention)
}

/**
 * Who of all that a meeting's sentences, those around, the meetings before and the text as a whole name takes part; by
 * meetings that were read before. Nobody at all is no answer: then those stay whom the rules found.
 * @example whoMeets(analysis, draft, drafts).parties // "The two will meet again": the two states of the meeting before
 */
export function whoMeets(analysis: Analysis, draft: Draft, drafts: readonly Draft[]): Pick<Fields, 'parties' | 'people'> {
  const parties = chosen('parties', partyCandidates(analysis, draft, drafts)), people = chosen('people', personCandidates(analysis, draft, drafts))
  return { parties: parties.length > 0 ? parties : draft.fields.parties, people }
}

import type { Analysis } from '../analysis.ts'
import { overlaps, readingsOf, type Reading } from '../frames/frames.ts'
import { scoreIn } from '../learned/learned.ts'
import { coreSigns } from './choice/cores.ts'
import { choiceOf } from './choice/scores.ts'
import { coresOf } from './cores.ts'
import type { Draft } from './drafts.ts'

/** Odds of support above which the words of a rule are believed without a second look. */
const sure = 0.5
/** Odds of the sum or the goods themselves below which a rule is not believed; and where the sentence rather tells of plans or of industry, by more than `other`. */
const least = -4.5, leastBeside = -2.5, other = 2

/**
 * Is it no support after all: what a rule drew from a sentence that hardly tells of support, about a sum or goods that look
 * like none, or where the sentence rather tells of a state's own plans or of industries together?
 * @example // "Norway will buy nine frigates for its navy", "the two yards will put €6m into a joint hall" in a text about support
 */
export function isDoubtful(analysis: Analysis, draft: Draft, drafts: readonly Draft[]): boolean {
  const reading = readingsOf(analysis)[draft.sentence]!, support = scoreIn(analysis, reading, 'commitment')
  if (support >= sure || ['part', 'list', 'counted'].includes(draft.rule)) return false
  const odds = oddsOf(analysis, reading, draft, drafts)
  return odds < least || odds < leastBeside && Math.max(scoreIn(analysis, reading, 'planning'), scoreIn(analysis, reading, 'project')) > support + other
}

/** What speaks for the sum or the goods of a draft being a commitment of their own, as if no rule had read them. */
function oddsOf(analysis: Analysis, reading: Reading, draft: Draft, drafts: readonly Draft[]): number {
  const before = drafts.filter((d) => d.sentence < reading.index), cores = coresOf(analysis, reading, before), core = cores.find((c) => overlaps(c, draft.core))
  return core ? choiceOf('core').oddsOf(coreSigns(analysis, reading, core, cores, before)) : 0
}

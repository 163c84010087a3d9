import { loadData } from '../data.ts'
import type { Analysis } from '../analysis.ts'
import { readingsOf } from '../frames/frames.ts'
import { valueIn } from '../learned/learned.ts'
import type { LearnedData, Weights } from '../learned/scorer.ts'
import { distinct } from '../names/parties.ts'
import { partyCandidates, personCandidates, sittersOf } from './candidates.ts'
import { dayCandidates, stateAt } from './days.ts'
import type { Draft, Fields } from './drafts.ts'
import { forumCandidates } from './forums.ts'
import { venueCandidates } from './venues.ts'

/**
 * Odds above which a candidate is taken. Below even for lists, which gain more by one that is right than they lose by one
 * that is wrong.
 */
const least = { parties: -0.75, people: -0.7, place: -0.9, date: -0.5, forum: -0.3 } as const
type Group = keyof typeof least
interface Weighed { readonly features: ReadonlySet<string> }

let weights: ReadonlyMap<string, ReadonlyMap<string, number>> | undefined
function scoreOf(group: Group, candidate: Weighed): number {
  weights ??= new Map(Object.entries(loadData<{ groups: LearnedData }>('meetings-learned.json').groups).map(([name, data]) => [name, weightsOf(data)]))
  return weigh(weights.get(group)!, candidate.features)
}

/** The weights of a group with one label, by feature. */
export const weightsOf = (data: Weights): ReadonlyMap<string, number> => new Map(Object.entries(data.weights).map(([feature, packed]) => [feature, Number(packed.slice(1)) / 100]))

/** What the features of a candidate weigh together; 0 is even odds. @example weigh(new Map([['own', 1.5]]), new Set(['own', 'far'])) // 1.5 */
export function weigh(by: ReadonlyMap<string, number>, features: ReadonlySet<string>): number {
  let sum = 0
  for (const f of features) sum += by.get(f) ?? 0
  return sum
}

const taken = <T extends Weighed>(group: Group, candidates: readonly T[]): T[] => candidates.filter((c) => scoreOf(group, c) > least[group])

/** The likeliest of the candidates, where it is likely enough. */
function likeliest<T extends Weighed>(group: Group, candidates: readonly T[]): T | undefined {
  let best: T | undefined, most: number = least[group]
  for (const c of candidates) { const score = scoreOf(group, c); if (score > most) { best = c; most = score } }
  return best
}

/**
 * A meeting with its date, place, forum and parties chosen among all that its sentences, those around, the meetings before and the
 * text as a whole name; by meetings that were read before. Nobody at all is no answer: then those stay whom the rules found.
 * @example settled(analysis, draft, drafts).parties // "The two will meet again": the two states of the meeting before
 */
export function settled(analysis: Analysis, draft: Draft, drafts: readonly Draft[]): Fields {
  const { fields } = draft, inOrder = (a: { readonly at: number }, b: { readonly at: number }) => a.at - b.at
  // Two meetings of one sentence are told apart by what the rules found for each.
  const twin = drafts.some((d) => d !== draft && d.sentence === draft.sentence)
  const date = (twin && fields.date) || (likeliest('date', dayCandidates(analysis, draft, drafts))?.date ?? null), state = stateAt(fields.state, date, analysis.document.published?.edtf)
  const likely = valueIn<string>(analysis, readingsOf(analysis)[draft.sentence]!, 'meeting.mode'), remote = [fields.mode, likely].find((m) => m === 'call' || m === 'video') as Fields['mode'] | undefined
  const place = remote ? null : (twin && fields.place) || (likeliest('place', venueCandidates(analysis, draft, drafts))?.place ?? null)
  const forum = (twin && fields.forum) || (likeliest('forum', forumCandidates(analysis, draft, drafts))?.forum ?? null), sitters = forum && forum.name !== fields.forum?.name ? sittersOf(forum) : []
  const parties = taken('parties', partyCandidates(analysis, draft, drafts)).sort(inOrder).map((c) => c.mention), people = taken('people', personCandidates(analysis, draft, drafts)).sort(inOrder).map((c) => c.mention)
  // A meeting to come at no place named may be of any kind, and of a forum nobody says whether it sits in one room.
  const mode = remote ?? (place || (likely !== 'none' && (state === 'held' || !forum)) ? 'in person' : null)
  return { ...fields, date, state, mode, place, country: place?.country ?? null, forum, parties: distinct([...sitters, ...(parties.length > 0 ? parties : fields.parties)]), people }
}

import type { Mention } from '../../core/claim.ts'
import type { Analysis } from '../analysis.ts'
import { gap, readingsOf } from '../frames/frames.ts'
import { valueIn } from '../learned/learned.ts'
import { signWeightsOf, type Sign } from '../learned/signs.ts'
import { actorKey, distinct, opponents, partyOf, stateMention } from '../names/parties.ts'
import { is, partyCandidates, personCandidates, sceneOf, sittersOf, type Candidate } from './candidates.ts'
import { dayCandidates, stateAt } from './days.ts'
import type { Draft, Fields } from './drafts.ts'
import { gathered, type Settled } from './gathered.ts'
import { forumCandidates, summitHere } from './forums.ts'
import { speakersAt } from './attendance.ts'
import { besideWhich, inItsClause } from './margins.ts'
import { byName, byParty, isAwaited, isElsewhere, isWhere, sitsIn } from './members.ts'
import { hostOf, isReceiver, venueCandidates } from './venues.ts'

/**
 * Odds above which a candidate is taken. Below even for lists, which gain more by one that is right than they lose by one
 * that is wrong.
 */
const least = { parties: -0.75, people: -0.5, place: -0.9, date: -0.5, forum: -0.8 } as const
type Group = keyof typeof least
interface Weighed { readonly signs: readonly Sign[] }

const weightsOf = signWeightsOf('meetings-learned.json', Object.keys(least))
/** All that are likely enough, the likeliest first. */
function taken<T extends Weighed>(group: Group, candidatesOf: () => readonly T[]): T[] {
  const weights = weightsOf(group)
  return candidatesOf().map((c) => ({ c, odds: weights.oddsOf(c.signs) })).filter(({ odds }) => odds > least[group]).sort((a, b) => b.odds - a.odds).map(({ c }) => c)
}

/** The likeliest of the candidates, where it is likely enough. */
function likeliest<T extends Weighed>(group: Group, candidatesOf: () => readonly T[]): T | undefined {
  const weights = weightsOf(group)
  let best: T | undefined, most: number = least[group]
  for (const c of candidatesOf()) { const odds = weights.oddsOf(c.signs); if (odds > most) { best = c; most = odds } }
  return best
}

/**
 * A meeting with its date, place, forum and parties chosen among all that its sentences, those around, the meetings before and the
 * text as a whole name; by meetings that were read before. Nobody at all is no answer: then those stay whom the rules found.
 * @param before what was settled of the meetings told before
 * @example settled(analysis, draft, drafts).parties // "The two will meet again": the two states of the meeting before
 */
export function settled(analysis: Analysis, draft: Draft, drafts: readonly Draft[], before: Settled = new Map()): Fields {
  const { fields } = draft, inOrder = (a: { readonly at: number }, b: { readonly at: number }) => a.at - b.at
  // Two meetings of one sentence are told apart by what the rules found for each.
  const twin = drafts.some((d) => d !== draft && d.sentence === draft.sentence)
  const around = besideWhich(analysis, draft, drafts), host = around ? before.get(around) ?? settled(analysis, around, drafts) : draft.trip ?? null
  const day = (twin && fields.date) || (likeliest('date', () => dayCandidates(analysis, draft, drafts))?.date ?? null), isHere = readingsOf(analysis)[draft.sentence]!.dates.some((d) => d.value.edtf === day?.edtf && inItsClause(analysis, draft, d))
  const date = isHere ? day : host?.date ?? day, state = stateAt(fields.state, date, analysis.document.published?.edtf)
  const likely = valueIn<string>(analysis, readingsOf(analysis)[draft.sentence]!, 'meeting.mode'), remote = [fields.mode, twin ? null : likely].find((m) => m === 'call' || m === 'video') as Fields['mode'] | undefined
  const found = remote ? null : (twin && fields.place) || (likeliest('place', () => venueCandidates(analysis, draft, drafts).filter((v) => !isReceiver(analysis, v.place)))?.place ?? null)
  const place = host?.place && !remote && !(found && inItsClause(analysis, draft, found.span) && gap(found.span!, draft.cue) < nearby) ? host.place : found
  const scene = sceneOf(analysis, draft, drafts)
  let forum = around?.isHost ? null : (twin && fields.forum) || (likeliest('forum', () => forumCandidates(analysis, draft, drafts))?.forum ?? summitHere(scene))
  const people = draft.isHost ? [] : taken('people', () => personCandidates(analysis, draft, drafts)).filter((c) => !isElsewhere(scene, byName(c))).filter((c) => forum === null || state === 'held' || isAwaited(scene, c)).sort(inOrder).map((c) => c.mention)
  // Two who meet at a summit of many are not its sitting.
  if (forum && !fields.forum && metByTwo.has(draft.cue.table) && people.length === 2 && new Set(statesOf(people).map(actorKey)).size === 2) forum = null
  const comes = (c: Candidate): boolean => !(draft.isHost && c.mention.type !== 'body') && !isElsewhere(scene, byParty(c)) && (forum === null || sitsIn(scene, forum, c) && !isWhere(scene, place, c))
  const named = taken('parties', () => partyCandidates(analysis, draft, drafts)).filter(comes), own = draft.beside ? named.filter((c) => c.signs.includes(is.own)) : []
  const { who: parties, counted: isCounted, people: same } = gathered(scene, own.length > 1 ? own : named, before)
  const whoMeet = draft.sides ? [...draft.sides] : distinct([...(forum ? [...(isCounted ? [] : sittersOf(forum)), ...statesOf(people)] : []), ...(parties.length > 0 || forum || draft.isHost ? parties : fields.parties)])
  if (draft.cue.table === 'meetings.visit' && !forum && place?.country && !opponents.has(place.country)) whoMeet.push(...distinct([...whoMeet, stateMention(place.country, null)]).slice(whoMeet.length))
  // A meeting to come at no place named may be of any kind, and of a forum nobody says whether it sits in one room.
  const mode = remote ?? (place || (likely !== 'none' && (state === 'held' || !forum)) ? 'in person' : null)
  const met: Fields = { ...fields, date, state, mode, place, country: place ? place.country ?? hostOf(analysis, whoMeet) : null, forum, parties: whoMeet, people: distinct([...people, ...same]) }
  const speakers = speakersAt(analysis, draft, drafts, met)
  return speakers.length === 0 ? met : { ...met, parties: distinct([...met.parties, ...statesOf(speakers)]), people: distinct([...met.people, ...speakers]) }
}

/** All meetings of a text settled in their order, as later ones go on with earlier ones. @example allSettled(analysis, drafts).size === drafts.length */
export function allSettled(analysis: Analysis, drafts: readonly Draft[]): Settled {
  const out = new Map<Draft, Fields>()
  for (const d of drafts) out.set(d, settled(analysis, d, drafts, out))
  return out
}

/** How far from its word a talk beside another meeting may tell where it was. */
const nearby = 60

const metByTwo: ReadonlySet<string> = new Set(['meetings.verbs', 'meetings.visit', 'meetings.call'])

/** Those for whom persons meet. */
const statesOf = (people: readonly Mention[]): Mention[] => people.flatMap((mention) => partyOf({ mention, start: 0, end: 0, sentence: 0 }) ?? [])

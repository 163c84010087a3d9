import type { Mention } from '../../core/claim.ts'
import type { Span } from '../../core/evidence.ts'
import { cuesOf, hasCue, overlaps, readingsOf, type Reading } from '../frames/frames.ts'
import { stateWords } from '../names/atlas.ts'
import { actorKey, distinct, partyOf } from '../names/parties.ts'
import { selfAt } from '../speech/speakers.ts'
import { isLand } from './bodies.ts'
import { is, partiesIn, type Candidate, type Scene } from './candidates.ts'
import { listOf, listsNear, sizesIn } from './companies.ts'
import type { Draft, Fields } from './drafts.ts'
import { placeKind } from './grounds.ts'
import { groupIn } from './groups.ts'
import { isOurs } from './members.ts'

/** What was settled of the meetings told before, in their order. */
export type Settled = ReadonlyMap<Draft, Fields>

/**
 * Who comes to a meeting, of those that are likely to, the likeliest first: a whole group where its words mean one that
 * the text told of; and where two are named to meet, nobody from elsewhere.
 * @example gathered(scene, likely, before).who // "The five will meet again in May.": all five, though only three were likely
 */
export function gathered(scene: Scene, likely: readonly Candidate[], before: Settled): { readonly who: readonly Mention[]; /** So many come as the words count, and whose forum it is comes not beside them. */ readonly counted: boolean; /** "The two leaders": the same persons as before. */ readonly people: readonly Mention[] } {
  const kept = likely.filter((c) => isOurs(scene, c) || !isNoun(scene, c)), own = kept.filter((c) => c.signs.includes(is.own)), there = own.filter((c) => !isOnlyWhere(scene, c)), far = kept.filter((c) => !own.includes(c))
  const met = [...before.values()].reverse().map((f) => f.parties).filter((p) => p.length > 1), counted = countedBefore(scene, kept, there, met), group = counted ?? nearest(scene, kept, there, met)
  if (group) return { who: distinct([...inOrder(there), ...group]), counted: counted !== null, people: counted ? sameTwo(scene, counted, before) : [] }
  if (scene.draft.fields.forum || there.length === 0) return { who: inOrder(kept), counted: false, people: [] }
  const isAlone = there.length < 3 || selfAt(scene.analysis, headOf(scene)).parties.length < 2, stays = (c: Candidate): boolean => own.includes(c) || c.signs.includes(is.amid) || isAlone && isOurs(scene, c)
  const staying = kept.filter(stays), room = (isOfThree(scene) ? 3 : 2) + unknownIn(headOf(scene)) - (scene.draft.cue.table === 'meetings.visit' ? staying.filter((c) => c.mention.type === 'state') : staying).length, states = far.filter((c) => c.mention.type === 'state')
  const others = [...states, ...far.filter((c) => !states.includes(c))].filter((c) => !stays(c)).slice(0, Math.max(0, room))
  return { who: inOrder(kept.filter((c) => stays(c) || others.includes(c))), counted: false, people: [] }
}
const inOrder = (list: readonly Candidate[]): Mention[] => [...list].sort((a, b) => a.at - b.at).map((c) => c.mention)

const isOfThree = ({ own }: Scene): boolean => own.some((r) => sizesIn(r).includes(3))
const headOf = ({ analysis, draft }: Scene): Reading => readingsOf(analysis)[draft.sentence]!
/** "Mr Lund will ring …", "the prime minister will visit …": one who opens the sentence and of whom nobody knows the state. */
const unknownIn = (reading: Reading): number => (reading.mentions.some((m) => m.start - reading.start < 6 && m.mention.type === 'person' && partyOf(m) === null) ? 1 : 0)

/** The group that the words of a meeting count: so many that met or were listed before. */
function countedBefore(scene: Scene, kept: readonly Candidate[], there: readonly Candidate[], met: readonly (readonly Mention[])[]): readonly Mention[] | null {
  const n = groupIn(headOf(scene))
  if (n === null || there.length >= n) return null
  const { analysis, draft, drafts } = scene, sized = (p: readonly Mention[]) => p.length === n && p.every((m) => m.type === 'state')
  const states = met.find(sized) ?? drafts.slice(0, drafts.indexOf(draft)).findLast((d) => sized(d.fields.parties))?.fields.parties
  // Two states stand side by side anywhere: only two that met are "the two".
  return states ?? (n > 2 ? listOf(analysis, draft, n, selfAt(analysis, headOf(scene)).parties) : undefined) ?? (kept.length < n || kept.some((c) => c.mention.type !== 'state') ? met.find((p) => p.length === n) : undefined) ?? null
}

/** "The two leaders will meet again": the persons who met for two states before, one for each, where a sentence names nobody else. */
function sameTwo(scene: Scene, group: readonly Mention[], before: Settled): readonly Mention[] {
  const head = headOf(scene), people = [...before.values()].findLast((f) => f.parties === group)?.people ?? []
  return group.length === 2 && people.length === 2 && !head.words.some((w) => isLand(w.form)) && !head.mentions.some((m) => m.mention.type === 'person' && partyOf(m) !== null) && group.every((p) => people.some((m) => m.country === p.country)) ? people : []
}

/** How much of a group has to be likely for all of it to come: where a word goes on with what was told, and where none does. */
const share = { told: 0.5, untold: 0.7 }
/** How many meetings back a group is looked for. */
const back = 4
const groupWords = ['frames.group', 'meetings.same'], sequels = [...groupWords, 'frames.anaphor']

/** Where a meeting names nobody of its own, or "we": the states of the group that is nearest to who likely comes, if most of it does. */
function nearest(scene: Scene, kept: readonly Candidate[], there: readonly Candidate[], met: readonly (readonly Mention[])[]): readonly Mention[] | null {
  const head = headOf(scene), self = selfAt(scene.analysis, head).parties, told = hasCue(head, there.length > 0 ? groupWords : sequels) || there.length === 0 && head.cues.some((c) => c.table.startsWith('meetings.ordinals'))
  const ours = self.length > 2 && there.length < 3 && there.some((c) => isOurs(scene, c)), keys = new Set(kept.map((c) => c.key))
  if (there.length > (told ? 1 : 0) && !ours || hasCue(head, 'meetings.visit')) return null
  const bound = kept.filter((c) => !c.signs.includes(is.own) || ours)
  let best: readonly Mention[] | null = null, most = 0
  for (const group of [...met.slice(0, back), ...(self.length > 2 ? [self] : []), ...(told ? listsNear(scene.analysis, scene.draft) : [])]) {
    if (there.length > 0 && group.length < 3) continue
    const members = new Set(group.map(actorKey)), shared = group.filter((p) => keys.has(actorKey(p))).length, part = shared / (group.length + bound.filter((c) => !members.has(c.key)).length)
    if (part >= (told && there.length === 0 ? share.told : share.untold) && part > most) { best = group; most = part }
  }
  return best && best.filter((p) => p.type === 'state' || keys.has(actorKey(p)))
}

/** Is a state named only by a noun for a body ("the group", "the agency", "the summit"), or anybody only by "it"? */
function isNoun(scene: Scene, candidate: Candidate): boolean {
  const spans = candidate.mention.type !== 'person' && candidate.signs.includes(is.own) ? spansOf(scene, candidate) : []
  return spans.length > 0 && spans.every(({ reading, span }) => {
    if (it.test(reading.text.slice(span.start - reading.start, span.end - reading.start))) return true
    if (candidate.mention.type !== 'state') return false
    const named = reading.mentions.find((m) => m.start === span.start && m.end === span.end)
    return named?.mention.type === 'body' && named.mention.candidates.length === 0 && !hasCue(reading, 'support.government', span) && !stateWords(scene.analysis, reading).some((w) => overlaps(w, span))
  })
}

const it = /^(?:its?|es|ce|cela|ça|lo|ciò|to|це)$/iu

/** Is a party named only by a word for where, behind a preposition: "in Oslo", "at Ramstein in Germany"? */
function isOnlyWhere(scene: Scene, candidate: Candidate): boolean {
  const spans = spansOf(scene, candidate)
  return spans.length > 0 && spans.every(({ reading, span }) => stateWords(scene.analysis, reading).some((w) => w.kind !== 'demonym' && w.start === span.start && w.end === span.end) && placeKind(scene.analysis, reading, span) !== null && cuesOf(reading, 'frames.at').some((c) => c.end <= span.start && span.start - c.end <= 6))
}

const spansOf = ({ analysis, own }: Scene, candidate: Candidate): { readonly reading: Reading; readonly span: Span }[] => own.flatMap((reading) => partiesIn(reading, analysis).filter((f) => actorKey(f.mention) === candidate.key).map(({ span }) => ({ reading, span })))

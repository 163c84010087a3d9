import type { Mention, Place, Written } from '../../core/claim.ts'
import type { Span } from '../../core/evidence.ts'
import type { Analysis } from '../analysis.ts'
import { voicesAt } from '../asks/voices.ts'
import { hasCue, inside, overlaps, readingsOf, type Reading } from '../frames/frames.ts'
import { actorKey, partyOf } from '../names/parties.ts'
import { selfAt } from '../speech/speakers.ts'
import { cuesOfMeetings } from './cues.ts'
import { lastName } from './parties.ts'
import { stretchOf } from './stretches.ts'
import { is, partiesIn, sittersOf, type Candidate, type Scene } from './candidates.ts'

/**
 * May a candidate be told of as one who sits in a forum? Whoever the sentences of the meeting name, "we", and those
 * whose forum it is; not those of another meeting or of the text as a whole: many sit in a forum.
 * @example sitsIn(scene, contactGroup, germany) // "The group meets again in May.": false
 */
export function sitsIn(scene: Scene, forum: Mention, candidate: Candidate): boolean {
  if (candidate.key === forum.name.toLowerCase()) return false
  if (candidate.signs.includes(is.own) && !isSpokenOf(scene, candidate) || candidate.signs.includes(is.amid)) return true
  return isOurs(scene, candidate) || sittersOf(forum).some((p) => actorKey(p) === candidate.key)
}

/** Do the sentences of a meeting name a party only as where it is, or where another of them is: "in London"? */
export function isWhere(scene: Scene, place: Place<Written> | null, candidate: Candidate): boolean {
  const { analysis, own, draft, drafts } = scene
  const spans = candidate.signs.includes(is.own) ? spansOf(own, analysis, candidate) : []
  const places = [place, ...drafts.filter((d) => d !== draft && d.sentence === draft.sentence).map((d) => d.fields.place)].flatMap((p) => p?.span ?? [])
  return spans.length > 0 && spans.every((s) => places.some((p) => overlaps(s, p))) && !isOurs(scene, candidate)
}

/** May a person be one who will come to a meeting of a forum: named in its sentence, and not only as who tells of it? */
export const isAwaited = ({ own }: Scene, candidate: Candidate): boolean =>
  candidate.signs.includes(is.own) && own.every((r) => r.speech?.speaker.name !== candidate.mention.name || hasCue(r, 'frames.self')) || own.some((r) => hasCue(r, 'frames.self'))

/** Is a party named only in what somebody says at the meeting: "said at the session that Italy should join"? */
function isSpokenOf({ analysis, own, draft }: Scene, candidate: Candidate): boolean {
  const spans = spansOf(own, analysis, candidate)
  return spans.length > 0 && spans.every((s) => own.some((r) => r.index !== draft.sentence && r.speech?.content.some((c) => inside(s, c))))
}

/** Is a party the one that says "we" or "our" of the meeting? @example isOurs(scene, norway) // "Our ministers will meet in May.", in a Norwegian text: true */
export const isOurs = ({ analysis, own }: Scene, candidate: Candidate): boolean =>
  own.some((r) => hasCue(r, 'frames.self')) && (selfAt(analysis, own[0]!).parties.some((p) => actorKey(p) === candidate.key) || candidate.mention.type === 'state' && voicesAt(analysis, own[0]!).some((v) => v.mention.country === candidate.mention.country))

/** Does a sentence name somebody only in the stretch of another meeting? Who opens the sentence is in all of them, and whom a pronoun or a place means. */
export function isElsewhere({ analysis, draft }: Scene, is: (mention: Mention) => boolean): boolean {
  const reading = readingsOf(analysis)[draft.sentence]!, stretch = stretchOf(reading, draft.cue)
  if (!stretch) return false
  const [first] = cuesOfMeetings(reading), named = reading.mentions.filter((m) => m.mention.type === 'person' && /\p{Lu}/u.test(reading.text.slice(m.start - reading.start, m.end - reading.start)) && is(m.mention))
  return named.length > 0 && named.every((m) => !inside(m, stretch) && !(first && m.end <= first.start))
}
/** Is a mention of somebody one of a person of this last name, or of one who stands for this party? */
export const byName = (candidate: Candidate) => (m: Mention): boolean => lastName(m.name) === lastName(candidate.mention.name)
export const byParty = (candidate: Candidate) => (mention: Mention): boolean => { const party = partyOf({ mention, start: 0, end: 0, sentence: 0 }); return party !== null ? actorKey(party) === candidate.key : mention.country !== null && mention.country === candidate.mention.country }

const spansOf = (own: readonly Reading[], analysis: Analysis, candidate: Candidate): Span[] => own.flatMap((r) => partiesIn(r, analysis).filter((f) => actorKey(f.mention) === candidate.key).map((f) => f.span))

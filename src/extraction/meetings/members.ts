import type { Mention, Place, Written } from '../../core/claim.ts'
import { hasCue, overlaps } from '../frames/frames.ts'
import { actorKey } from '../names/parties.ts'
import { selfAt } from '../speech/speakers.ts'
import { is, partiesIn, sittersOf, type Candidate, type Scene } from './candidates.ts'

/**
 * May a candidate be told of as one who sits in a forum? Whoever the sentences of the meeting name, "we", and those
 * whose forum it is; not those of another meeting or of the text as a whole: many sit in a forum.
 * @example sitsIn(scene, contactGroup, germany) // "The group meets again in May.": false
 */
export function sitsIn({ analysis, own }: Scene, forum: Mention, candidate: Candidate): boolean {
  if (candidate.key === forum.name.toLowerCase()) return false
  if (candidate.signs.includes(is.own) || candidate.signs.includes(is.amid)) return true
  const isOurs = own.some((r) => hasCue(r, 'frames.self')) && selfAt(analysis, own[0]!).parties.some((p) => actorKey(p) === candidate.key)
  return isOurs || sittersOf(forum).some((p) => actorKey(p) === candidate.key)
}

/** Do the sentences of a meeting name a party only as where it is: "in London"? */
export function isWhere({ analysis, own }: Scene, place: Place<Written>, candidate: Candidate): boolean {
  if (place.span === null || !candidate.signs.includes(is.own)) return false
  const spans = own.flatMap((r) => partiesIn(r, analysis).filter((f) => actorKey(f.mention) === candidate.key).map((f) => f.span))
  return spans.length > 0 && spans.every((s) => overlaps(s, place.span!))
}

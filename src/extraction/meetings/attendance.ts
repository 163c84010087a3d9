import type { Mention } from '../../core/claim.ts'
import type { Analysis } from '../analysis.ts'
import { hasCue, readingsOf, type Reading } from '../frames/frames.ts'
import { governs } from '../names/offices.ts'
import { actorKey, partyOf } from '../names/parties.ts'
import { sceneOf, sittersOf } from './candidates.ts'
import type { Draft, Fields } from './drafts.ts'

/** How far behind a meeting those who spoke at it may be told. */
const reach = 24

/**
 * Ministers and their like whom a report lets speak behind the meeting of many it is about: they were there, too.
 * Only the first such meeting of a text has them, a group of few states none but its own, and a state whose delegate is known no other.
 * @example speakersAt(analysis, draft, drafts, fields) // "The group met on Monday. Danish minister Lars Holt said …": Lars Holt
 */
export function speakersAt(analysis: Analysis, draft: Draft, drafts: readonly Draft[], fields: Fields): Mention[] {
  if (draft !== drafts.find(isOfMany) || fields.state !== 'held' || fields.mode === 'call') return []
  const { others } = sceneOf(analysis, draft, drafts), readings = readingsOf(analysis), few = fields.forum ? sittersOf(fields.forum).filter((p) => p.type === 'state') : fields.parties
  const last = Math.min(readings.length, draft.sentence + reach, ...drafts.filter((d) => d.sentence > draft.sentence && isOfMany(d)).map((d) => d.sentence))
  const mayCome = (of: Mention) => few.length === 0 || few.some((p) => actorKey(p) === actorKey(of)) || fields.parties.some((p) => actorKey(p) === actorKey(of))
  const isSentFor = (person: Mention) => fields.people.some((p) => p.country !== null && p.country === person.country)
  return readings.slice(draft.sentence + 1, last).flatMap((reading) => {
    const person = others.has(reading.index) ? null : speakerOf(reading), party = person && partyOf({ mention: person, start: 0, end: 0, sentence: 0 })
    return person && party && mayCome(party) && !isSentFor(person) ? [person] : []
  })
}

const isOfMany = ({ fields, beside }: Draft): boolean => !beside && fields.state === 'held' && (fields.forum !== null || fields.parties.length > 2)

/** Who speaks or urges in a sentence, if it is somebody who stands for a state or a body, and it is said nowhere else. */
function speakerOf(reading: Reading): Mention | null {
  const person = reading.speech?.speaker ?? (hasCue(reading, ['support.asking']) ? reading.mentions.find((m) => m.mention.type === 'person' && m.start - reading.start < 40)?.mention : undefined)
  return person?.type === 'person' && person.office !== null && governs(person.office) && /^\p{Lu}/u.test(person.name) ? person : null
}

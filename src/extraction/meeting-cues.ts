import type { Span } from '../core/evidence.ts'
import type { Cue } from './cues.ts'
import { clausesOf, cuesOf, inside, overlaps, type Reading } from './frames.ts'

const strong = ['meetings.verbs', 'meetings.nouns', 'meetings.call', 'meetings.video']
export const weak = ['meetings.weak', 'meetings.visit']

/** The words of meeting in a sentence, without those that are none ("meets the requirements"). */
export function cuesOfMeetings(reading: Reading): Cue[] {
  const others = cuesOf(reading, 'meetings.other')
  const owns = (c: Cue) => reading.mentions.some((m) => m.start <= c.end + 2 && m.end > c.end && m.start >= c.start && /^['’]s\s\p{Ll}/u.test(reading.text.slice(m.end - reading.start)))
  return cuesOf(reading, [...strong, ...weak]).filter((c) => !others.some((o) => overlaps(o, c)) && !(c.table === 'meetings.verbs' && owns(c)))
}

/** The clause of a meeting word; one too short to stand alone is taken with its neighbours. */
export function clauseOf(reading: Reading, cue: Cue): Span {
  const clauses = clausesOf(reading), own = clauses.find((c) => cue.start >= c.start && cue.start < c.end) ?? reading
  return own.end - own.start < 45 ? reading : own
}

/** Does another word of meeting stand outside the clause? Then dates and places out there are not this meeting's. */
export const othersOutside = (reading: Reading, clause: Span) => cuesOfMeetings(reading).some((c) => !inside(c, clause))

import type { Span } from '../../core/evidence.ts'
import type { Cue } from '../words/cues.ts'
import { doerOf } from '../frames/doer.ts'
import { clausesOf, cuesOf, gap, hardBreak, hasCue, inside, overlaps, type Reading } from '../frames/frames.ts'
import { nameTable } from '../names/name-words.ts'
import { stretchOf } from './stretches.ts'

const strong = ['meetings.verbs', 'meetings.nouns', 'meetings.call', 'meetings.video']
export const weak = ['meetings.weak', 'meetings.visit']

/** The words of meeting in a sentence, without those that are none ("meets the requirements"). */
export function cuesOfMeetings(reading: Reading): Cue[] {
  const others = cuesOf(reading, 'meetings.other')
  const owns = (c: Cue) => reading.mentions.some((m) => m.start <= c.end + 2 && m.end > c.end && m.start >= c.start && /^['’]s\s\p{Ll}/u.test(reading.text.slice(m.end - reading.start)))
  // "In den letzten Tagen", "vor wenigen Tagen": German writes verbs small.
  const isNoun = (c: Cue) => reading.language.names.nounsInCapitals && c.from > 0 && c.from === c.to && /^\p{Lu}/u.test(reading.text.slice(c.start - reading.start))
  return cuesOf(reading, [...strong, ...weak]).filter((c) => !(c.table === 'meetings.verbs' && isNoun(c)) && !others.some((o) => overlaps(o, c) && (o.start <= c.start || o.end < c.end) && !(o.start < c.start && c.end < o.end && c.table === 'meetings.nouns')) && !(c.table === 'meetings.verbs' && (owns(c) || byThing(reading, c))) && !withOutsiders(reading, c))
}

/** "Met with the troops", "spoke to families": nobody there stands for a party. */
const withOutsiders = (reading: Reading, cue: Cue): boolean => cuesOf(reading, 'meetings.outsiders').some((o) => o.from > cue.to && o.from - cue.to <= 4 && !hardBreak(reading, cue, o))

/** "The parts meet in the middle": English alone tells that a thing does it. */
function byThing(reading: Reading, cue: Cue): boolean {
  const doer = doerOf(reading, cue), names = nameTable(reading.language)
  if (!doer || doer.head.pos !== 'NOUN' || doer.passive) return false
  const { lower } = doer.head
  return !names.roles.has(lower) && !names.groups.has(lower) && !names.bodies.has(lower) && !hasCue(reading, ['meetings.leaders', 'meetings.foreign', 'meetings.defence', 'meetings.officials', 'meetings.posts', 'meetings.nouns', 'meetings.summit', 'meetings.weak', 'support.government'], doer.head) && !reading.mentions.some((m) => overlaps(m, doer.head))
}

/** Is a meeting only wished for, asked for, asked about or possible? One with a day in the calendar is planned all the same. */
export function wished(reading: Reading, cue: Cue, dated: boolean): boolean {
  if (/\?["”»]?\s*$/.test(reading.text)) return true
  const before = (table: string, words: number) => cuesOf(reading, table).some((c) => c.to < cue.from && cue.from - c.to <= words && !hardBreak(reading, c, cue))
  return !dated && (cue.table === 'meetings.verbs' || cue.table === 'meetings.learned') && (before('support.asking', 4) || before('frames.able', 3) || before('frames.doubt', 3) || before('frames.negation', 3) || before('support.condition', 4))
}

/** The clause of a meeting word; one too short to stand alone is taken with its neighbours. */
export function clauseOf(reading: Reading, cue: Cue): Span {
  const stretch = stretchOf(reading, cue)
  if (stretch) return stretch
  const clauses = clausesOf(reading), own = clauses.find((c) => cue.start >= c.start && cue.start < c.end) ?? reading
  return own.end - own.start < 45 ? reading : own
}

/** Does another word of meeting stand outside the clause, other than the journey to it just before? Then dates and places out there are not this meeting's. */
export const othersOutside = (reading: Reading, clause: Span) => cuesOfMeetings(reading).some((c) => !inside(c, clause) && !(c.table === 'meetings.visit' && c.end <= clause.start && clause.start - c.end < 30))

/**
 * How far a name or a date stands from a word of meeting, in letters; one before it that a comma parts off is far.
 * @example farFrom(reading, day, cue) // "who chaired it on 4 March, will meet": 2 letters and what the comma counts for
 */
export const farFrom = (reading: Reading, span: Span, cue: Cue): number =>
  gap(span, cue) + (span.end <= cue.start && reading.text.slice(span.end - reading.start, cue.start - reading.start).includes(', ') ? parted : 0)
const parted = 80

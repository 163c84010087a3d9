import { bounds, type DatedValue } from '../../core/dates.ts'
import type { Mention } from '../../core/claim.ts'
import type { Analysis } from '../analysis.ts'
import { cuesOf, hasCue, readingsOf, type Reading } from '../frames/frames.ts'
import { actorKey } from '../names/parties.ts'
import type { Draft } from './drafts.ts'
import { lastName } from './parties.ts'

/** Words of meeting that tell the whole of one: who came together with whom. */
const whole = ['meetings.verbs', 'meetings.call', 'meetings.visit']

/**
 * Is a telling surely of another meeting than one told before, though their parties or places agree?
 * @example isAnother(analysis, theTalks, theCall) // "Lund met Rand in Riga. That evening he telephoned Holt.": true
 */
export function isAnother(analysis: Analysis, earlier: Draft, later: Draft): boolean {
  const here = readingsOf(analysis)[later.sentence]!
  return otherWire(earlier, later) || isOffOnOtherDay(here, earlier) || hasCue(here, whole) && (otherPeople(here, earlier, later) || isOfTwo(here, earlier, later) || isAtOtherHour(here, readingsOf(analysis)[earlier.sentence]!))
}

/**
 * Does a sentence that brings people speak of another meeting than the one told before: of a day, a call or a plan of its own?
 * @example isOfAnother(reading, theTalks) // "In 2026 Turin will host the conference.": true
 */
export const isOfAnother = (here: Reading, { fields: { date, mode } }: Draft): boolean =>
  date !== null && here.dates.length > 0 && !here.dates.some((d) => overlap(d.value, date)) || mode === 'in person' && hasCue(here, 'meetings.call') || hasCue(here, ['meetings.postponed', 'meetings.cancelled'])

/** One by telephone and one in a room, each with somebody of its own. */
function otherWire({ fields: a }: Draft, { fields: b, cue }: Draft): boolean {
  if (b.parties.length + b.people.length === 0) return false
  if (b.mode === 'call') return a.mode !== 'call' && a.mode !== 'video' && cue.table === 'meetings.call'
  return a.mode === 'call' && b.mode === 'in person' && whole.includes(cue.table) && (b.place !== null || isNew(a.parties, b.parties))
}

const isNew = (known: readonly Mention[], parties: readonly Mention[]): boolean => parties.some((p) => !known.some((k) => actorKey(k) === actorKey(p)))

/** What is called off on a day that is not the day of the meeting told before. */
const isOffOnOtherDay = (here: Reading, earlier: Draft): boolean =>
  hasCue(here, 'meetings.cancelled') && earlier.fields.date !== null && here.dates.length > 0 && !here.dates.some((d) => overlap(d.value, earlier.fields.date!))

/** Somebody who stands for the state of another that met before, where that one is not there. */
function otherPeople(here: Reading, earlier: Draft, later: Draft): boolean {
  const met = earlier.fields.people
  if (met.length === 0 || hasCue(here, 'meetings.attended')) return false
  const isHere = (p: Mention) => here.mentions.some((m) => m.mention.type === 'person' && lastName(m.mention.name) === lastName(p.name))
  return later.fields.people.some((p) => p.country !== null && !met.some((q) => lastName(q.name) === lastName(p.name)) && met.some((q) => q.country === p.country && !isHere(q)))
}

/** Two who meet each other, told behind a meeting of many that they came to. */
const isOfTwo = (here: Reading, { fields: a }: Draft, { fields: b, cue }: Draft): boolean =>
  (a.forum !== null || a.parties.length > 2) && b.forum === null && b.parties.length === 2 && b.people.length > 0 && !hasCue(here, ['meetings.attended', 'meetings.same'])
  && cuesOf(here, 'meetings.with').some((w) => w.from > cue.from && w.from - cue.to <= 2)

/** "That evening", "der Abend zuvor": at another hour than the meeting told before. */
const isAtOtherHour = (here: Reading, before: Reading): boolean => { const hour = hourIn(here); return hour !== null && hour !== hourIn(before) }

function hourIn({ text }: Reading): string | null {
  const found = hours.exec(text)
  return found ? found[0].toLowerCase() : null
}
const hours = /(?<!\p{L})(?:the (?:evening|night|day|morning) before|(?:later|earlier) (?:that|the same|in the) (?:day|evening)|(?:that|the same) (?:evening|night|afternoon)|in the (?:evening|afternoon|morning)|on the eve|am (?:Vor|Nach)mittag|am (?:\p{L}+ )?(?:Vora|A)bend|tags zuvor|am (?:Tag|Abend) (?:zuvor|davor|danach)|dans (?:la matinée|la soirée|l['’]après-midi)|la veille|le (?:soir même|lendemain)|(?:in|nella|di) (?:mattinata|serata|sera)|nel pomeriggio|il giorno (?:prima|dopo|precedente|seguente)|la sera prima|alla vigilia|(?:dzień|wieczór) (?:wcześniej|później)|wieczorem|po południu|przed południem|rano|poprzedniego dnia|następnego dnia|напередодні|(?:того ж|цього ж|наступного|попереднього) (?:дня|вечора)|увечері|ввечері|вранці|після обіду)(?!\p{L})/iu

const overlap = (a: DatedValue, b: DatedValue): boolean => { const [p, q] = bounds(a.edtf), [r, s] = bounds(b.edtf); return p <= s && r <= q }

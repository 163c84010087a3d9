import type { Mention, Place, Written } from '../../core/claim.ts'
import { addDays, bounds, isWholeDay, type DatedValue } from '../../core/dates.ts'
import type { Span } from '../../core/evidence.ts'
import type { Analysis, MentionAt } from '../analysis.ts'
import { isOfTheTrade } from '../frames/trade.ts'
import { mayMake } from '../learned/doubt.ts'
import { partiesOf, partsIn, scoreIn, triggerIn, valueIn } from '../learned/learned.ts'
import { stepsOf } from '../learned/steps.ts'
import { topicsIn } from './agenda.ts'
import { stateWords } from '../names/atlas.ts'
import type { Cue } from '../words/cues.ts'
import { cuesOf, gap, hasCue, inside, overlaps, readingsOf, trim, type Reading } from '../frames/frames.ts'
import { isOfAnother } from './apart.ts'
import { clauseOf, cuesOfMeetings, farFrom, othersOutside, weak, wished } from './cues.ts'
import { closed } from './days.ts'
import { hostWord, partAt, sidesBeside, talksBeside } from './margins.ts'
import { absorb, perMeeting, type Draft, type Fields, type Trip } from './drafts.ts'
import { adjectives, aside, isNamed, participants } from './parties.ts'
import { forumOf, forumsAsMeetings, placeOf } from './places.ts'
import { distinct, partyOf } from '../names/parties.ts'
import { selfAt } from '../speech/speakers.ts'
import { isOwnSitting } from './sittings.ts'
import { canBePutOff, oneTelling } from './tellings.ts'
import { titleCues } from '../support/kinds.ts'

/**
 * The meetings a text tells, in the making: what the rules read, and sentences that likely tell of one by what was learned.
 * @param odds above which a sentence that no rule reads tells of a meeting
 */
export const meetingsTold = (analysis: Analysis, odds = least): Draft[] => oneTelling(analysis, tellings(analysis, odds))

/** Every telling of a meeting, before those of one meeting are put together. */
export function tellings(analysis: Analysis, odds = least): Draft[] {
  const drafts = ruled(analysis), told = new Set(drafts.filter((d) => plausible(d)).flatMap((d) => d.spans).map((s) => s.start)), journeys = new Set(drafts.filter((d) => d.trip).map((d) => d.sentence - 1))
  for (const reading of readingsOf(analysis)) {
    const one = journeys.has(reading.index) || told.has(trim(reading, reading).start) || analysis.document.blocks[reading.sentence.block]?.kind === 'heading' || !isOfTheTrade(analysis) ? null : learnedMeeting(analysis, reading, drafts.filter((d) => d.sentence < reading.index), odds)
    if (one) absorb(analysis, drafts, one)
  }
  for (const d of drafts) if (drafts.every((other) => other === d || other.sentence !== d.sentence)) calledOff(analysis, d)
  return drafts.filter((d) => plausible(d) && !isOwnSitting(analysis, d) && !isAddress(readingsOf(analysis)[d.sentence]!, d)).sort((a, b) => a.sentence - b.sentence)
}

/** "Spoke by video link to a packed House": a speech to a parliament is no meeting with anybody. */
const isAddress = (reading: Reading, { fields }: Draft): boolean =>
  fields.mode === 'video' && !fields.forum && hasCue(reading, 'meetings.parliament') && !hasCue(reading, 'meetings.with') && cuesOfMeetings(reading).every((c) => c.table === 'meetings.video' || c.table === 'meetings.call')

/** "Has slipped by a week", "kam nicht zustande … ein neuer Termin": called off or moved in words no table has; moved where it is not to be as planned but later. */
function calledOff(analysis: Analysis, one: Draft): void {
  const likely = valueIn<Fields['state']>(analysis, readingsOf(analysis)[one.sentence]!, 'meeting.state'), { state } = one.fields
  if (likely === 'postponed' && state !== 'postponed' || likely === 'cancelled' && state !== 'postponed' || likely === 'planned' && state === 'held' && !one.fields.date && one.fields.people.length === 0 && one.cue.table !== 'meetings.verbs') one.fields = { ...one.fields, state: likely }
}

/** What the rules read, in order of place. */
function ruled(analysis: Analysis): Draft[] {
  const drafts: Draft[] = []
  for (const reading of readingsOf(analysis)) {
    if (analysis.document.blocks[reading.sentence.block]?.kind === 'heading') continue
    const found: Draft[] = []
    if (mayMake(analysis, reading, 'meeting')) for (const cue of [...cuesOfMeetings(reading), ...forumsAsMeetings(analysis, reading)]) found.push(...draft(analysis, reading, cue, [...drafts, ...found]))
    for (const d of found) if (found.some((f) => f !== d && f.cue.start === f.fields.forum?.span?.start && f.fields.forum.name === d.fields.forum?.name && f.fields.date?.edtf !== d.fields.date?.edtf)) d.fields = { ...d.fields, forum: null }
    const joins = hasCue(reading, 'meetings.attended') && reading.dates.length === 0 && found.every((d) => d.cue.table === 'meetings.video')
    const own = besides(analysis, reading, joins ? [] : found.filter((d) => (!bare(d.fields) || d.strength > 2) && !saidAt(reading, d, drafts)), drafts)
    if (own.every((d) => !plausible(d)) && movesLast(analysis, reading, drafts)) continue
    for (const one of [...own.filter((d) => d.isHost), ...perMeeting(own.filter((d) => !d.isHost))]) absorb(analysis, drafts, one)
    if (own.length === 0) addParticipants(analysis, reading, drafts, found.some((d) => d.cue.table !== 'meetings.verbs' && d.cue.table !== 'meetings.call'))
    addTopics(reading, drafts)
  }
  return drafts
}

/** Meetings on the margins of another: the other one, where the sentence names it, and talks that only the words for its margins tell of. */
function besides(analysis: Analysis, reading: Reading, found: readonly Draft[], before: readonly Draft[]): Draft[] {
  const [margins] = cuesOf(reading, 'meetings.margins')
  if (!margins) return [...found]
  const word = hostWord(analysis, reading, margins), host = word && (found.find((d) => overlaps(d.cue, word)) ?? draft(analysis, reading, word, before)[0])
  const isNamed = host !== undefined && Boolean(host.fields.forum || host.fields.place?.span && host.fields.place.span.start > margins.end && host.fields.place.span.start - margins.end < hostReach)
  const others = found.filter((d) => !word || !overlaps(d.cue, word)).map((d): Draft => (isNamed && d.fields.forum?.name === host.fields.forum?.name ? { ...d, beside: true, fields: { ...d.fields, forum: null } } : d)).map((d): Draft => (isNamed ? withSides(reading, d) : d))
  const talks = talksBeside(reading, analysis).filter((cue) => !others.some((d) => inside(d.cue, partAt(reading, cue)))).flatMap((cue) => draft(analysis, reading, cue, before).slice(0, 1)).map((d): Draft => withSides(reading, { ...d, beside: true, sure: true, fields: { ...d.fields, forum: null } }))
  return [...(isNamed ? [{ ...host, isHost: true, beside: false, sure: true, fields: { ...host.fields, parties: [], people: [] } }] : []), ...others, ...talks]
}

/** How far behind the words for its margins a meeting's place may stand. */
const hostReach = 60

/** A talk of two with those who talk, where its part of the sentence names them. */
function withSides(reading: Reading, one: Draft): Draft {
  const sides = sidesBeside(reading, one.cue)
  return sides.length > 1 ? { ...one, sides, fields: { ...one.fields, parties: sides } } : one
}

/** "The ministers were to meet on 4 June. That session has been put back": the meeting told just before, when nobody else is named here. */
function movesLast(analysis: Analysis, reading: Reading, drafts: readonly Draft[]): boolean {
  const last = drafts.at(-1), off = hasCue(reading, 'meetings.postponed') ? 'postponed' : hasCue(reading, 'meetings.cancelled') ? 'cancelled' : null
  if (!off || !last || reading.index - last.sentence !== 1 || !saysIt(reading) || !canBePutOff(analysis, last, reading)) return false
  last.fields = { ...last.fields, state: off, date: off === 'postponed' && reading.dates[0] ? closed(reading.dates[0].value) : last.fields.date }
  last.spans.push(trim(reading, reading))
  return true
}

/** "The meeting has been", "das Treffen wurde": the word opens the sentence, and what becomes of it follows at once. */
function saysIt(reading: Reading): boolean {
  const [word] = cuesOfMeetings(reading)
  return word !== undefined && word.from <= 2 && cuesOf(reading, ['meetings.postponed', 'meetings.cancelled']).some((c) => c.from > word.to && c.from - word.to <= 5)
}

/** "Said at the meeting that …": somebody speaks at the one told before, which this sentence tells nothing else of. */
const saidAt = (reading: Reading, { cue, fields }: Draft, drafts: readonly Draft[]): boolean =>
  reading.speech !== null && reading.speech !== undefined && reading.dates.length === 0 && !fields.place && !fields.forum && nouns.has(cue.table) && drafts.length > 0 && (cuesOf(reading, 'frames.at').some((at) => at.end <= cue.start && cue.start - at.end <= 5) || during.test(reading.text.slice(Math.max(0, cue.start - reading.start - 30), cue.start - reading.start))) && !cuesOf(reading, 'meetings.with').some((w) => w.start >= cue.end && w.start - cue.end <= 3)
const nouns = new Set(['meetings.nouns', 'meetings.weak']), during = /(?:during|while at|während|lors d|pendant|au cours d|durante|nel corso d|podczas|w trakcie|під час|[ву] ході)\P{L}{0,3}(?:\p{L}{1,5}\P{L}{1,2})?$/iu

/** No date, place or forum of its own: such a word speaks of a meeting told before. */
const bare = (f: Fields) => f.date === null && f.place === null && f.forum === null && f.state === 'held'

/** Does it hold together: a forum, or two parties, or a body whose members come together at a date or a place? */
const plausible = ({ fields, strength, counterpart, sure }: Draft): boolean => {
  if (sure) return true
  if (fields.state === 'held' && !fields.forum && fields.parties.length < 2 && fields.people.length < 2 && !counterpart && fields.parties[0]?.type !== 'body') return false
  const who = fields.parties.length + (fields.forum ? 2 : 0), where = (fields.date ? 1 : 0) + (fields.place ? 1 : 0)
  if (fields.parties.length + fields.people.length === 0 && !fields.forum && fields.state === 'held') return false
  return who >= 2 || (who === 1 && where >= 1 && strength >= 2) || (where === 2 && strength >= 2) || (strength >= 2 && where >= 1 && fields.state !== 'held')
}

function draft(analysis: Analysis, reading: Reading, cue: Cue, before: readonly Draft[]): Draft[] {
  const clause = clauseOf(reading, cue), isWeak = weak.includes(cue.table)
  const said = dateOf(reading, cue, clause), state = stateOf(analysis, reading, clause, cue, said)
  const trip = said ? null : tripBefore(analysis, reading), date = said ?? trip?.date ?? (isWeak ? null : impliedDate(analysis, reading, cue, state))
  if (wished(reading, cue, said !== null && state === 'planned')) return []
  const isBeside = hasCue(reading, 'meetings.margins') || hasCue(reading, 'meetings.beside') && scoreIn(analysis, reading, 'meeting') > 0
  const forum = forumOf(analysis, reading, cue, clause), place = placeOf(analysis, reading, cue, clause, forum) ?? trip?.place ?? (isBeside ? before.findLast((d) => d.fields.place && d.fields.state === 'held' && d.sentence < reading.index)?.fields.place ?? null : null)
  const who = participants(analysis, reading, clause, cue, forum)
  // "She telephoned X on Sunday; a meeting is agreed for late March in Turin": nobody else is named for the second.
  const along = who.parties.length === 0 && said && said.edtf.length >= 7 ? before.findLast((d) => d.sentence === reading.index && d.fields.parties.length > 1 && d.cue.start < cue.start && d.fields.date?.edtf !== said.edtf) : undefined
  const earlier = along ?? sameAs(reading, clause, before)
  const told = forum && [...before].reverse().find((d) => d.fields.forum?.name === forum.name && d.fields.parties.length > 2)
  const shared = forum && !told && earlier?.fields.forum?.name !== forum.name ? undefined : told ?? earlier
  const parties = who.parties.length >= 2 && !(told && who.parties.length < 3) || !shared ? who.parties : distinct([...shared.fields.parties, ...who.parties])
  const mode = modeOf(reading, clause, cue, place, state)
  if (isWeak && parties.length + (forum ? 2 : 0) < 2 && !(date && state !== 'held') && !(parties.length + who.people.length > 0 && (date || place) && withDelegates(reading, cue))) return []
  if (isWeak && !date && !place && !forum && state === 'held') return []
  if (cue.table === 'meetings.visit' && !isVisit(reading, clause, cue, parties, who.people, date, place)) return []
  const fields: Fields = {
    kind: 'meeting', date, state, mode, place: mode === 'call' || mode === 'video' ? null : place, country: mode === 'call' || mode === 'video' ? null : place?.country ?? null,
    forum: forum ?? (shared && who.parties.length === 0 ? shared.fields.forum : null), parties, people: who.people,
    level: levelOf(reading, clause), agenda: agendaOf(reading, clause), ordinal: ordinalOf(reading, clause),
  }
  const strength = (isWeak ? 0 : 1) + (date ? 1 : 0) + (place ? 1 : 0) + (forum ? 1 : 0) + (parties.length >= 2 ? 2 : parties.length) 
  const one: Draft = { fields, spans: [trim(reading, reading)], sentence: reading.index, cue, strength, counterpart: hasCounterpart(reading, clause, cue), beside: isBeside, trip }
  return [one, ...earlierOnes(analysis, reading, one)]
}

/** Somebody named who comes to somebody, or a delegation that comes from one state to another on a day. */
const isVisit = (reading: Reading, clause: Span, cue: Cue, parties: readonly Mention[], people: readonly Mention[], date: DatedValue | null, place: Place<Written> | null): boolean =>
  parties.length >= 2 && people.length > 0 && (date !== null || place !== null)
  || date !== null && place?.country != null && parties.some((p) => p.country !== null && p.country !== place.country) && reading.words.some((w) => delegation.test(w.lower) && inside(w, clause) && Math.abs(w.start - cue.start) < 40)
const delegation = /^(?:delegation|delegacj|delegazion|délégation|делегац)/u

/** Odds above which a sentence that no rule reads tells of a meeting: with a person, a forum or a date, and with towns or states alone. */
const least = { any: -0.5, places: 0.3 }
/** Odds above which it does although it names nobody ("the directors conferred by telephone on Monday"): with a day of its own, without one, and where a day or a word of meeting stands in what is likely called off. */
const sure = { dated: 0, undated: 1, off: -0.9 }
/** Odds above which it does where no word of meeting stands in it and no two persons are named: a ribbon is cut, a fair opens, it rains. */
const unworded = 0.7
const isOff = (state: string): boolean => state === 'cancelled' || state === 'postponed'

const notMet = ['meetings.other', 'meetings.outsiders']

/** A meeting by the parts that names and dates likely play; what the sentence does not name is settled as by the rules. */
function learnedMeeting(analysis: Analysis, reading: Reading, before: readonly Draft[], odds: typeof least): Draft | null {
  // "The plan was met with silence in Riga": another sense of the word, and no other word of meeting.
  const score = scoreIn(analysis, reading, 'meeting')
  const off = score > sure.off && isOff(valueIn(analysis, reading, 'meeting.state')) && (reading.dates.length > 0 || cuesOfMeetings(reading).length > 0)
  const isSure = (off || score > (reading.dates.length > 0 ? sure.dated : sure.undated)) && !hasCue(reading, 'meetings.parliament')
  const [margins] = cuesOf(reading, 'meetings.margins')
  if (margins && cuesOfMeetings(reading).length < 2 && (reading.speech || hasCue(reading, 'meetings.outsiders') || !hostWord(analysis, reading, margins))) return null
  if (hasCue(reading, isSure ? 'meetings.outsiders' : notMet) && cuesOfMeetings(reading).length === 0) return null
  if (reading.words.length < 4 || score < odds.any && !off || scoreIn(analysis, reading, 'ask') > score) return null
  const trigger = stepsOf(analysis, reading)[triggerIn(analysis, reading, 'meeting')]!, from = Math.max(0, reading.words.findIndex((w) => w.end > trigger.start))
  const cue: Cue = { table: 'meetings.learned', from, to: from, start: trigger.start, end: trigger.end }
  const one = draft(analysis, reading, cue, before)[0]
  if (!one) return null
  const parts = partsIn(analysis, reading, 'meeting'), parties = distinct([...partiesOf(parts, 'p', 'n')]), people = distinct(parts.flatMap((p) => (p.role === 'n' && p.step.mention ? [p.step.mention.mention] : [])))
  const mode = one.fields.mode === 'video' ? 'video' : valueIn<string>(analysis, reading, 'meeting.mode'), state = valueIn<Fields['state']>(analysis, reading, 'meeting.state')
  const fields: Fields = { ...one.fields, state, mode: mode === 'none' ? null : mode as Fields['mode'], parties: parties.length > 1 ? parties : distinct([...parties, ...one.fields.parties]), people: people.length > 0 ? people : one.fields.people }
  if (score < unworded && !off && fields.people.length < 2 && cuesOfMeetings(reading).length === 0) return null
  if (!isSure && !fields.forum && (fields.parties.length + fields.people.length === 0 && !fields.place || score < odds.places && fields.people.length === 0 && reading.dates.length === 0)) return null
  return { ...one, fields, strength: Math.max(one.strength, 2), sure: isSure }
}

/** "Talks with representatives of both states": people in office right behind the word and its "with". */
const withDelegates = (reading: Reading, cue: Cue): boolean => cuesOf(reading, 'meetings.with').some((w) => w.from > cue.to && w.from - cue.to <= 2 && cuesOf(reading, ['meetings.officials', 'meetings.posts', 'meetings.leaders']).some((c) => c.from > w.to && c.from - w.to <= 4))

/** "Met with the heads of the industry", "his counterpart": somebody of weight behind the word, though he is no party by name. */
const hasCounterpart = (reading: Reading, clause: Span, cue: Cue): boolean =>
  cuesOf(reading, ['meetings.posts', 'meetings.leaders', 'meetings.foreign', 'meetings.defence', 'meetings.officials'], clause).some((c) => c.start >= cue.end) || cuesOf(reading, ['frames.group', 'meetings.same', 'meetings.officials'], clause).some((c) => c.start < cue.start)

/** "After those of Berlin in November and Helenów in January": meetings before it, each a place with its date. */
function earlierOnes(analysis: Analysis, reading: Reading, one: Draft): Draft[] {
  const from = cuesOf(reading, 'meetings.earlier')[0]
  if (!from || one.cue.start > from.start || one.fields.parties.length + (one.fields.forum ? 2 : 0) < 2) return []
  return reading.dates.filter((d) => d.start >= from.end).flatMap((d, i, dates): Draft[] => {
    const start = i > 0 ? dates[i - 1]!.end : from.end
    const word = stateWords(analysis, reading).find((w) => w.start >= start && w.end <= d.start)
    if (!word || d.value.edtf.includes('..')) return []
    const place: Place<Written> = { written: reading.text.slice(word.start - reading.start, word.end - reading.start), country: word.country, span: { start: word.start, end: word.end } }
    const fields: Fields = { ...one.fields, date: d.value, state: 'held', mode: 'in person', place, country: word.country, people: [], agenda: [], ordinal: null }
    return [{ fields, spans: [{ start: word.start, end: d.end }], sentence: reading.index, cue: from, strength: 4, counterpart: true }]
  })
}

function dateOf(reading: Reading, cue: Cue, clause: Span): DatedValue | null {
  const before = cuesOf(reading, 'meetings.earlier').find((c) => c.start > cue.end)
  const dates = reading.dates.filter((d) => !d.value.edtf.includes('..') && d.value.edtf.length >= 7 && !(before && d.start > before.start))
  const here = dates.filter((d) => inside(d, clause)), list = here.length > 0 ? here : othersOutside(reading, clause) ? [] : dates
  const next = cuesOfMeetings(reading).find((c) => c.start >= cue.end && c.start - cue.end > 12), own = next ? list.find((d) => d.start >= cue.end && d.end <= next.start) : undefined
  const best = own ?? [...list].sort((a, b) => farFrom(reading, a, cue) - farFrom(reading, b, cue))[0]
  return best?.value ?? null
}

/** "He travelled to Kyiv on 8 May. There he met …": the journey that the sentence before tells, with its day and its place. */
function tripBefore(analysis: Analysis, reading: Reading): Trip | null {
  const before = readingsOf(analysis)[reading.index - 1]
  if (!before || before.sentence.block !== reading.sentence.block) return null
  const [visit] = cuesOf(before, 'meetings.visit')
  if (!visit || hasCue(before, ['meetings.cancelled', 'meetings.postponed'])) return null
  const date = dateOf(before, visit, before), place = placeOf(analysis, before, visit, before, null)
  return date && place?.country ? { date, place } : null
}

/** A meeting told without a day: the day of the official text that tells it, or the day named in the sentence before. */
function impliedDate(analysis: Analysis, reading: Reading, cue: Cue, state: Fields['state']): DatedValue | null {
  const published = analysis.document.published?.edtf
  if (!published || state !== 'held') return null
  if (selfAt(analysis, reading).official && toldNow(analysis, reading, cue)) return { edtf: published, basis: 'inferred', why: 'told in a text of that day' }
  const before = readingsOf(analysis)[reading.index - 1]?.dates.find((d) => isWholeDay(d.value.edtf) && d.value.edtf <= published && addDays(d.value.edtf, 3) >= published)
  return before ? { ...before.value, basis: 'inferred', why: 'the day named in the sentence before' } : null
}

/** Is an official text about this very meeting: a readout, a statement on it, or its first sentences? */
const toldNow = (analysis: Analysis, reading: Reading, cue: Cue): boolean =>
  (cue.table === 'meetings.call' || hasCue(reading, 'frames.self')) && (reading.index <= 2 || titleCues(analysis).some((c) => c.table.startsWith('meetings.')))

function stateOf(analysis: Analysis, reading: Reading, clause: Span, cue: Cue, date: DatedValue | null): Fields['state'] {
  const near = (table: string) => cuesOf(reading, table).some((c) => inside(c, clause) || gap(c, cue) < 60 && !reading.text.slice(Math.min(c.end, cue.end) - reading.start, Math.max(c.start, cue.start) - reading.start).includes(';'))
  if (near('meetings.postponed')) return 'postponed'
  if (near('meetings.cancelled')) return 'cancelled'
  const published = analysis.document.published?.edtf
  if (date && published) {
    const [first, last] = bounds(date.edtf), [, today] = bounds(published)
    if (first > today) return 'planned'
    if (first < today) return last > today && near('meetings.planned') ? 'planned' : 'held'
  }
  return near('meetings.planned') && !date ? 'planned' : 'held'
}

function modeOf(reading: Reading, clause: Span, cue: Cue, place: Place<Written> | null, state: Fields['state']): Fields['mode'] {
  if (cue.table !== 'meetings.verbs' && cue.table !== 'meetings.nouns' && cue.table === 'meetings.video' || (hasCue(reading, 'meetings.video', clause) && cue.table === 'meetings.call')) return 'video'
  if (cue.table === 'meetings.verbs' && cuesOf(reading, 'meetings.call', clause).some((c) => gap(c, cue) <= 3)) return 'call'
  if (cue.table === 'meetings.learned' && hasCue(reading, 'meetings.video', clause) && !hasCue(reading, 'meetings.attended', clause)) return 'video'
  if (cue.table === 'meetings.call' || hasCue(reading, 'meetings.call', clause) && cue.table !== 'meetings.verbs') return 'call'
  if (state === 'held') return 'in person'
  return place ? 'in person' : null
}

/** The meeting told before whose parties and forum this one shares: "they met again", "the next meeting". */
function sameAs(reading: Reading, clause: Span, before: readonly Draft[]): Draft | undefined {
  const last = [...before].reverse().find((d) => d.fields.parties.length >= 2) ?? before.at(-1)
  return last && hasCue(reading, ['meetings.same', 'frames.group', 'frames.self'], clause) ? last : undefined
}

function levelOf(reading: Reading, clause: Span): Fields['level'] {
  const has = (table: string) => hasCue(reading, 'meetings.' + table, clause)
  return has('leaders') ? 'leaders' : has('foreign') ? 'foreign ministers' : has('defence') ? 'defence ministers' : has('officials') ? 'officials' : null
}

function agendaOf(reading: Reading, clause: Span): string[] {
  const cue = cuesOf(reading, 'meetings.agenda', clause)[0]
  const topic = cue ? reading.text.slice(cue.end - reading.start, clause.end - reading.start).replace(/^[\s:]+/, '').replace(/(?<![\s.])[\s.]+$/, '') : ''
  return topic.length > 3 ? [topic] : []
}

/** "Outlined the agenda topics: how …, where …": the agenda of the meeting told in the sentences before. */
function addTopics(reading: Reading, drafts: readonly Draft[]): void {
  const topics = topicsIn(reading), last = drafts.findLast((d) => reading.index - d.sentence <= 4)
  if (topics.length > 0 && last) last.fields = { ...last.fields, agenda: [...topics] }
}

function ordinalOf(reading: Reading, clause: Span): number | null {
  const cue = reading.cues.find((c) => c.table.startsWith('meetings.ordinals.') && inside(c, clause))
  return cue ? Number(cue.table.slice(18)) : null
}

const shortest = 14
/** A sentence that brings people to the meeting told just before: "the host was …", "Finland was represented by …". */
function addParticipants(analysis: Analysis, reading: Reading, drafts: Draft[], named: boolean): void {
  const last = drafts.findLast((d) => d.cue.table !== 'meetings.earlier')
  const late = last && reading.index - last.sentence > 3 && reading.mentions.some((m) => m.mention.type === 'person' && last.fields.parties.some((p) => p.country !== null && p.country === m.mention.country))
  if (!last || reading.index - last.sentence > (late ? 9 : 3) || !(named || hasCue(reading, 'meetings.attended')) || last.fields.state !== 'held') return
  if (isOfAnother(reading, last)) return
  const speaker = reading.speech?.speaker, told = (m: MentionAt) => !speaker || m.mention.name === speaker.name
  const people = reading.mentions.filter((m) => isNamed(reading, m) && told(m)).map((m) => m.mention)
  const parties = [...reading.mentions.filter(told).filter((m) => m.mention.type !== 'forum').flatMap((m) => (aside(analysis, reading, m) ? [] : partyOf(m) ?? [])), ...(people.length > 0 && !speaker ? adjectives(analysis, reading, reading) : [])]
  // "The agency attended as an observer": a short sentence of nothing else.
  if (people.length === 0 && !(parties.length >= (named ? 2 : 1) && (named || reading.words.length <= shortest && hasCue(reading, 'meetings.attended')))) return
  last.fields = { ...last.fields, people: distinct([...last.fields.people, ...people]), parties: distinct([...last.fields.parties, ...parties]) }
  last.spans.push(trim(reading, reading))
}

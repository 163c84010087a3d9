import { bounds, type DatedValue } from '../../core/dates.ts'
import type { Analysis } from '../analysis.ts'
import { stemOf } from '../asks/voices.ts'
import { hasCue, overlaps, readingsOf, type Reading } from '../frames/frames.ts'
import { scoreIn } from '../learned/learned.ts'
import { joined, sign, signOf, signWeightsOf, type Sign } from '../learned/signs.ts'
import { actorKey, partyOf } from '../names/parties.ts'
import { isAnother } from './apart.ts'
import { sizesIn } from './companies.ts'
import { isApart, join, type Draft } from './drafts.ts'

/** How far behind the last sentence of a meeting another may still tell of it. */
const reach = 8
/** Odds above which two tellings are of one meeting. */
const least = -0.2

const weights = signWeightsOf('meetings-learned.json', ['telling'])

/**
 * Meetings of which several sentences tell, as one: "The ministers met in Brussels. The chair was …; at the table also …".
 * @example oneTelling(analysis, drafts) // the second sentence goes to the meeting of the first
 */
export function oneTelling(analysis: Analysis, drafts: readonly Draft[]): Draft[] {
  if (drafts.length < 2) return [...drafts]
  const by = weights('telling'), out: Draft[] = []
  for (const one of drafts) {
    let best: Draft | undefined, most = least
    for (const before of out.slice(-3)) {
      if (!isNear(before, one) || isAnother(analysis, before, one)) continue
      const odds = putOff(analysis, before, one) ? sure : by.oddsOf(signsOfTelling(analysis, before, one))
      if (odds > most) { best = before; most = odds }
    }
    if (best) joinTelling(best, one); else out.push(one)
  }
  return out
}

const sure = 9
const isOff = ({ fields: { state } }: Draft): boolean => state === 'postponed' || state === 'cancelled'

/** "They were to sit down on Tuesday. The meeting has been moved to 3 February": the sentence behind names nobody else. */
const putOff = (analysis: Analysis, earlier: Draft, later: Draft): boolean =>
  later.sentence - earlier.sentence === 1 && isOff(later) && !later.fields.forum && !later.fields.place && canBePutOff(analysis, earlier, readingsOf(analysis)[later.sentence]!)

/** Is a meeting still to come, and does the next sentence speak of no other? */
export const canBePutOff = (analysis: Analysis, earlier: Draft, here: Reading): boolean =>
  !isOff(earlier) && !isOther(earlier, here) && (earlier.fields.state === 'planned' || hasCue(readingsOf(analysis)[earlier.sentence]!, 'meetings.planned')) && !hasCue(here, 'meetings.with') && !here.mentions.some((m) => partyOf(m) !== null)

/** "The directors' video call of 28 March was moved to 4 April", behind a visit on 9 July: held another way, or once due on another day. */
const isOther = (earlier: Draft, here: Reading): boolean =>
  (isRemote(earlier) ? hasCue(here, 'meetings.visit') : hasCue(here, ['meetings.video', 'meetings.call'])) || (here.dates.length > 1 && earlier.fields.date !== null && !here.dates.some((d) => overlap(d.value, earlier.fields.date!)))

/** What is told later of a meeting put off holds: its state, and its new day. */
function joinTelling(into: Draft, one: Draft): void {
  const { state, date } = one.fields
  join(into, one)
  if (isOff(one)) into.fields = { ...into.fields, state, date: date ?? into.fields.date }
}

/** Could the later be one more telling of the earlier? */
export const isNear = (earlier: Draft, later: Draft): boolean => later.sentence - earlier.sentence <= reach && later.sentence > earlier.sentence && !isApart(later)

const pair = { off: sign('off'), block: sign('block'), otherBlock: sign('other block'), date: sign('date'), place: sign('place'), forum: sign('forum'), state: sign('state'), remote: sign('remote'), shared: sign('shared'), fresh: sign('fresh'), known: sign('known'), cue: sign('cue'), then: sign('then'), has: sign('has'), word: sign('word'), odds: sign('odds'), count: sign('count'), opens: sign('opens'), weak: sign('weak') }
const tables = ['meetings.attended', 'meetings.same', 'frames.anaphor', 'frames.group', 'frames.self', 'meetings.planned', 'meetings.postponed', 'meetings.cancelled', 'meetings.earlier', 'meetings.with', 'meetings.nouns', 'meetings.verbs', 'meetings.weak', 'meetings.call', 'meetings.video', 'meetings.visit', 'meetings.agenda'].map((t) => [t, sign('has ' + t)] as const)
const few = (n: number): Sign => signOf(String(Math.min(n, 3)))

/** How two words or names agree: both silent, one, the same, or another. */
const agree = (a: unknown, b: unknown, same: () => boolean): Sign => signOf(a === null ? (b === null ? 'neither' : 'later') : b === null ? 'earlier' : same() ? 'same' : 'differs')

/** What speaks for and against two sentences telling of one meeting. */
export function signsOfTelling(analysis: Analysis, a: Draft, b: Draft): Sign[] {
  const readings = readingsOf(analysis), here = readings[b.sentence]!, last = readings.findLast((r) => a.spans.some((s) => overlaps(s, r)) && r.index <= b.sentence) ?? readings[a.sentence]!
  const gap = b.sentence - last.index, f = a.fields, g = b.fields
  const off = joined(pair.off, signOf(String(gap > 3 ? 4 : gap))), block = here.sentence.block === last.sentence.block ? pair.block : pair.otherBlock
  const date = joined(pair.date, agree(f.date, g.date, () => f.date!.edtf === g.date!.edtf)), overlapping = f.date && g.date && overlap(f.date, g.date) ? joined(pair.date, pair.shared) : 0
  const place = joined(pair.place, agree(f.place, g.place, () => f.place!.written === g.place!.written || (f.place!.country !== null && f.place!.country === g.place!.country)))
  const forum = joined(pair.forum, agree(f.forum, g.forum, () => f.forum!.name === g.forum!.name))
  const state = joined(pair.state, signOf(f.state), pair.then, signOf(g.state)), remote = joined(pair.remote, signOf(String(isRemote(a))), pair.then, signOf(String(isRemote(b))))
  const keys = new Set(f.parties.map(actorKey)), shared = g.parties.filter((p) => keys.has(actorKey(p))).length, fresh = g.parties.length - shared
  const parties = joined(pair.shared, few(shared)), more = joined(pair.fresh, few(fresh)), known = joined(pair.known, few(f.parties.length))
  const names = new Set(f.people.map((p) => p.name)), met = g.people.filter((p) => names.has(p.name)).length
  const cue = joined(pair.cue, signOf(b.cue.table)), cues = joined(pair.cue, signOf(a.cue.table), pair.then, signOf(b.cue.table))
  const stem = (d: Draft) => stemOf(analysis.document.text.slice(d.cue.start, d.cue.end).toLowerCase()), word = joined(pair.word, signOf(String(stem(a) === stem(b))))
  const odds = joined(pair.odds, signOf(levelOf(scoreIn(analysis, here, 'meeting')))), counts = joined(pair.count, signOf(String(sizesIn(here).includes(f.parties.length))))
  const own = [date, place, forum, state, remote, parties, more, known, joined(pair.has, pair.shared, few(met)), joined(pair.has, pair.fresh, few(g.people.length - met)), cue, word, odds, counts, opening(here) ? pair.opens : 0, b.strength < 3 ? pair.weak : 0]
  for (const [table, has] of tables) if (hasCue(here, table)) own.push(has)
  const signs = [off, block, joined(off, pair.then, block), ...own, overlapping, cues, joined(parties, pair.then, more), joined(date, pair.then, place), joined(date, pair.then, forum), joined(date, pair.then, more)]
  for (const s of own) signs.push(joined(off, pair.then, s), joined(date, pair.then, s))
  return signs
}

const overlap = (a: DatedValue, b: DatedValue): boolean => { const [p, q] = bounds(a.edtf), [r, s] = bounds(b.edtf); return p <= s && r <= q }
const isRemote = ({ fields: { mode } }: Draft): boolean => mode === 'call' || mode === 'video'
const levelOf = (odds: number): string => (odds < -0.5 ? 'low' : odds < 0.5 ? 'even' : odds < 2 ? 'likely' : 'sure')
/** Does a person or a body open the sentence? */
const opening = (reading: Reading): boolean => reading.mentions.some((m) => m.start - reading.start < 30)

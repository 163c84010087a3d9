import type { MeetingFields, Mention, Place, Written } from '../../core/claim.ts'
import { bounds, type DatedValue } from '../../core/dates.ts'
import type { Span } from '../../core/evidence.ts'
import type { Cue } from '../words/cues.ts'
import type { Analysis } from '../analysis.ts'
import { actorKey, distinct } from '../names/parties.ts'
import { isAnother } from './apart.ts'

/** What a meeting says, its actors as written. */
export type Fields = MeetingFields<Written>
/** A meeting in the making. */
export interface Draft { fields: Fields; spans: Span[]; readonly sentence: number; readonly cue: Cue; readonly strength: number; /** Somebody of weight is met who is no party by name. */ readonly counterpart: boolean; /** Its sentence surely tells of a meeting, whoever it names. */ readonly sure?: boolean; /** Told as one of its own beside another: "on the margins", "separately". */ readonly beside?: boolean; /** Those who talk and nobody else. */ readonly sides?: readonly Mention[]; /** Told only as the meeting on whose margins another is. */ readonly isHost?: boolean; /** When and where to the sentence before tells a journey. */ readonly trip?: Trip | null }
/** A journey with its day and its place. */
export interface Trip { readonly date: DatedValue; readonly place: Place<Written> }

/** Several words of one sentence that tell one meeting become one; two dates or two clauses with their own parties stay two. */
export function perMeeting(found: readonly Draft[]): Draft[] {
  const out: Draft[] = []
  for (const one of found) {
    const twin = out.find((d) => byWire(d, one)) ?? out.find((d) => !joinedByAnd(d, one) && (sameMeeting(d.fields, one.fields) || (d.fields.date?.edtf === one.fields.date?.edtf && (d.fields.forum === null || one.fields.forum === null))))
    const put = twin ? undefined : out.find((d) => movedTo(d, one))
    if (put) { const days = [put, one].flatMap((d) => d.fields.date ?? []).sort((a, b) => (a.edtf < b.edtf ? -1 : 1)); join(put, one); put.fields = { ...put.fields, date: days.at(-1) ?? null } } else if (twin) join(twin, one); else out.push(one)
    if (twin && !isRemote(twin) && isRemote(one)) twin.fields = { ...twin.fields, mode: one.fields.mode, place: null, country: null }
  }
  return out
}

const isRemote = ({ fields: { mode } }: Draft): boolean => mode === 'call' || mode === 'video'
const wires = ['meetings.video', 'meetings.call'], nouns = ['meetings.nouns', 'meetings.weak']
/** "Due on 20 May, the talks of the two ministers will now be held on 4 June": one meeting, its old day and its new one. */
const movedTo = ({ fields: a }: Draft, { fields: b }: Draft): boolean =>
  a.state === 'postponed' && b.state === 'postponed' && a.mode === b.mode && a.forum?.name === b.forum?.name && [a, b].some((f, i) => f.parties.every((p) => [b, a][i]!.parties.some((q) => actorKey(p) === actorKey(q))))

/** "The session was held by video", "phone talks": a noun of meeting and a word beside it that tells how it was held. */
function byWire(a: Draft, b: Draft): boolean {
  const [wire, noun] = wires.includes(a.cue.table) ? [a, b] : [b, a]
  const far = noun.cue.table === 'meetings.verbs' && noun.fields.place === null ? 6 : 4
  if (wires.includes(wire.cue.table) && nouns.includes(noun.cue.table) && noun.fields.place === null && noun.fields.forum !== null && noun.fields.forum.name === wire.fields.forum?.name && noun.fields.date?.edtf === wire.fields.date?.edtf) return true
  return wires.includes(wire.cue.table) && (nouns.includes(noun.cue.table) || far === 6) && a.fields.date?.edtf === b.fields.date?.edtf && Math.max(a.cue.from - b.cue.to, b.cue.from - a.cue.to) <= far
}

export function absorb(analysis: Analysis, drafts: Draft[], one: Draft): void {
  const twin = isApart(one) ? undefined : drafts.find((d) => d.sentence !== one.sentence && sameMeeting(d.fields, one.fields) && !isAnother(analysis, d, one))
  if (twin) join(twin, one); else drafts.push(one)
}

/** A talk of two beside a meeting of many is a meeting of its own. */
export const isApart = ({ beside, fields }: Draft): boolean => beside === true && fields.parties.length + fields.people.length > 0

/** "The summit for peace and her sixth meeting with the president": two nouns, one with a forum, the other with a number. */
const joinedByAnd = (a: Draft, b: Draft) => a.fields.forum?.name !== b.fields.forum?.name && a.cue.table === b.cue.table && (a.fields.ordinal ?? b.fields.ordinal) !== null && a.fields.ordinal !== b.fields.ordinal

const compatible = <T>(a: T | null, b: T | null, same: (a: T, b: T) => boolean) => a === null || b === null || same(a, b)
const datesAgree = (a: DatedValue, b: DatedValue) => { const [p, q] = bounds(a.edtf), [r, s] = bounds(b.edtf); return p <= s && r <= q }

/** Two tellings of one meeting: nothing they say differs, and something names it. */
function sameMeeting(a: Fields, b: Fields): boolean {
  if (!compatible(a.date, b.date, datesAgree) || a.state !== b.state) return false
  if (!compatible(a.forum, b.forum, (x, y) => x.name === y.name)) return false
  if (!compatible(a.place, b.place, (x, y) => x.written === y.written || (x.country !== null && x.country === y.country))) return false
  if ((a.mode === 'call' || a.mode === 'video') !== (b.mode === 'call' || b.mode === 'video')) return false
  const shared = a.parties.filter((p) => b.parties.some((q) => actorKey(p) === actorKey(q))).length
  const smaller = Math.min(a.parties.length, b.parties.length)
  return (a.forum !== null && b.forum !== null) || (smaller > 0 && shared === smaller && (a.date !== null || b.date !== null || a.place !== null)) || (smaller === 0 && (a.date !== null && b.date !== null))
}

export function join(into: Draft, one: Draft): void {
  const a = into.fields, b = one.fields
  into.fields = {
    ...a, date: a.date && b.date ? (a.date.edtf.length >= b.date.edtf.length ? a.date : b.date) : a.date ?? b.date, place: a.place ?? b.place, country: a.country ?? b.country, forum: a.forum ?? b.forum,
    parties: distinct([...a.parties, ...b.parties]), people: distinct([...a.people, ...b.people]), level: a.level ?? b.level, ordinal: a.ordinal ?? b.ordinal, agenda: [...a.agenda, ...b.agenda],
  }
  for (const span of one.spans) if (!into.spans.some((s) => s.start === span.start)) into.spans.push(span)
}

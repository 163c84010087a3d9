import type { LedgerRecord } from '../../ledger/record.ts'
import { actorOf, actorsOf, dateOf, dateRun, placeOf, placeWritten, textOf, type Actor } from '../fields.ts'
import type { Inline, Runs } from '../report.ts'
import type { Cited } from './notes.ts'
import { capital, sayActor, sayDate, sayInLine, sayList, sayWhen } from '../words.ts'

/** A person at the meeting, with the role held on that day. */
export interface Attendee {
  readonly name: string
  readonly role: string | null
  /** Label of the party the person comes for: a state code or a body's name. */
  readonly party: string | null
  /** "stands in for the minister", "by video". */
  readonly remark: string | null
}

/** @example titleOf(record) // 'Group of Five, Helenów, 13 January 2025' */
export function titleOf(meeting: LedgerRecord): string {
  const { forum, parties } = partiesOf(meeting), date = dateOf(meeting.fields['date'])
  const place = placeWritten(meeting.fields)
  const who = forum?.label ?? (parties.length ? `Meeting of ${sayList(parties.length > 4 ? [...parties.slice(0, 4).map((p) => sayInLine(p.label)), 'others'] : parties.map((p) => sayInLine(p.label)))}` : 'Meeting')
  return [who, place, date && sayDate(date.edtf)].filter(Boolean).join(', ')
}

const partiesOf = (meeting: LedgerRecord) => ({ forum: actorOf(meeting.fields['forum']), parties: sorted(actorsOf(meeting.fields['parties'])) })

/** States by name, then bodies and others by name: no rank is implied. */
const sorted = (actors: readonly Actor[]): readonly Actor[] => {
  const isBody = (a: Actor) => !/^[A-Z]{2}$/.test(a.label)
  return [...actors].sort((a, b) => Number(isBody(a)) - Number(isBody(b)) || sayActor(a.label).localeCompare(sayActor(b.label), 'en'))
}

/**
 * What the meeting is, in one sentence.
 * @example plain(openingOf(record)) // 'The defence ministers of the Group of Five (France, …) met in Helenów, Poland, on Monday, 13 January 2025.'
 */
export function openingOf(meeting: LedgerRecord): Runs {
  const { fields, state } = meeting
  const place = placeOf(fields), date = dateOf(fields['date'])
  const when: Runs = date ? [' ', dateRun(fields['date'], sayWhen)!] : []
  const where: Runs = place ? [` in ${place}${date && place.includes(',') ? ',' : ''}`] : []
  const who = subjectOf(meeting)
  if (state === 'postponed') return [`The meeting of ${who.noun}`, ...where, ' was postponed', ...(date ? ['; the date on record is ', dateRun(fields['date'])!] : []), '.']
  return [capital(who.noun), verbOf(state, textOf(fields['mode']), who.number), who.at, ...where, ...when, state === 'cancelled' ? '; the meeting was cancelled.' : '.']
}

/** Is the subject one body, several parties, or an event that is held? */
type Counted = 'one' | 'many' | 'event'

function verbOf(state: string, mode: string | null, number: Counted): string {
  const plural = number === 'many'
  if (number === 'event') return state === 'planned' ? ' is to be held' : state === 'cancelled' ? ' was to be held' : ' was held'
  const speak = mode === 'call', by = mode === 'video' ? ' by video' : ''
  const verb = speak ? 'speak by telephone' : `meet${by}`
  if (state === 'planned') return ` ${plural ? 'are' : 'is'} to ${verb}`
  if (state === 'cancelled') return ` ${plural ? 'were' : 'was'} to ${verb}`
  return speak ? ' spoke by telephone' : ` met${by}`
}

/** Who meets, as the subject of the sentence; `at` names an event such as a summit behind the verb. */
function subjectOf(meeting: LedgerRecord): { readonly noun: string; readonly at: string; readonly number: Counted } {
  const { forum, parties } = partiesOf(meeting), people = actorsOf(meeting.fields['people'])
  const level = textOf(meeting.fields['level']), names = parties.map((p) => sayInLine(p.label))
  const event = forum !== null && /\b(summit|conference|forum|talks|meeting)\b/i.test(forum.label)
  if (forum && !event) {
    const members = names.length ? ` (${sayList(names)})` : ''
    return level ? { noun: `the ${level} of ${withThe(forum.label)}${members}`, at: '', number: 'many' } : { noun: `${withThe(forum.label)}${members}`, at: '', number: 'one' }
  }
  const at = forum ? ` at ${withThe(forum.label)}` : ''
  if (names.length > 1) return { noun: level ? `the ${level} of ${sayList(names)}` : sayList(names), at, number: 'many' }
  const persons = people.map((p) => p.label)
  if (persons.length > 1) return { noun: sayList(persons), at, number: 'many' }
  if (forum) return { noun: withThe(forum.label), at: '', number: 'event' }
  const known = persons[0] ?? names[0]
  return { noun: known === undefined ? 'the parties' : `${known} and others`, at, number: 'many' }
}

/** Forums take the article, acronyms that are read as names do not. */
const withThe = (label: string) => (/^the /i.test(label) || /^[A-Z]{4,}$/.test(label) ? label : `the ${label}`)

/** Who comes, one row a party; parties for which nobody is named share the last row. */
export function attendanceOf(meeting: LedgerRecord, people: readonly Attendee[]): readonly { label: string; value: Runs }[] {
  if (people.length === 0) return []
  const { parties } = partiesOf(meeting)
  const at = (party: string) => people.filter((p) => p.party === party)
  const rows = parties.filter((p) => at(p.label).length).map((p) => ({ label: sayActor(p.label), value: attendees(at(p.label)) }))
  const others = people.filter((p) => !parties.some((party) => party.label === p.party))
  const silent = parties.filter((p) => at(p.label).length === 0).map((p) => sayInLine(p.label))
  return [
    ...rows,
    ...(others.length ? [{ label: rows.length ? 'Also there' : 'Named', value: attendees(others) }] : []),
    ...(silent.length ? [{ label: rows.length > 0 || others.length > 0 ? 'Others' : 'Parties', value: [`${capital(sayList(silent))}; no one is named`] }] : []),
  ]
}

const attendees = (people: readonly Attendee[]): Runs =>
  people.flatMap((p, i): Inline[] => [i === 0 ? '' : '; ', { kind: 'strong', text: p.name }, [p.role && `, ${p.role}`, p.remark && ` (${p.remark})`].filter(Boolean).join('')])

/** The people whom the record names, with the office that the sources give them, for a caller that has no better list. */
export function attendeesOf(meeting: LedgerRecord, sources: readonly Cited[]): readonly Attendee[] {
  const known = sources.flatMap(({ claim: { fields } }) => (fields.kind === 'meeting' ? fields.people : fields.kind === 'statement' ? [fields.speaker] : []))
  return actorsOf(meeting.fields['people']).map((p) => {
    const links = known.filter((link) => (p.to !== null && link.to === p.to) || link.label === p.label)
    const office = p.office ?? links.find((link) => link.mention.office !== null)?.mention.office ?? null
    return { name: p.label, role: office, party: p.country ?? links.find((link) => link.mention.country !== null)?.mention.country ?? null, remark: null }
  })
}

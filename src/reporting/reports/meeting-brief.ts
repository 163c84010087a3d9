import type { LedgerRecord } from '../../ledger/record.ts'
import { attendanceOf, attendeesOf, openingOf, titleOf, type Attendee } from '../brief/opening.ts'
import { startNotes, type Cited, type Notes } from '../brief/notes.ts'
import { askItems, isOpen, commitmentBlocks, earlierItems, type AskedFor, type Documented, type EarlierMeeting } from '../brief/register.ts'
import { distinct, evidenceWords, saidBlocks } from '../brief/said.ts'
import { sayValue, textsOf } from '../fields.ts'
import { sayOrigins } from '../origins.ts'
import type { Block, Inline, Report, Runs } from '../report.ts'
import { capital, clip, sayCount, sayInstant, sayList, stopped } from '../words.ts'

/** All that the brief of a meeting draws on. Lists may be empty; an empty list leaves no trace in the brief. */
export interface MeetingBriefInput {
  readonly meeting: LedgerRecord
  /** Claims of the meeting's own record. */
  readonly claims: readonly Cited[]
  /** What its parties and people said there or about it. */
  readonly statements: readonly Cited[]
  readonly asks: readonly AskedFor[]
  /** Commitments of its parties that bear on it. */
  readonly commitments: readonly Documented[]
  /** Planning and lesson claims of the documents that report the meeting. */
  readonly plans: readonly Cited[]
  /** Earlier meetings of the forum or of the same parties. */
  readonly earlier: readonly EarlierMeeting[]
  /** People with the role held that day; when left out, the people whom the record names. */
  readonly people?: readonly Attendee[]
  /** Record time of the view, or null for now. */
  readonly asOf: string | null
}

/** What keeps the brief to two pages. */
const limits = { agenda: 8, statements: 12, asks: 6, commitments: 6, plans: 5, earlier: 4, saidEarlier: 2, doubts: 4 }

/**
 * The brief of one meeting: what it is and who comes, its agenda, what each party said, what was asked of whom, what
 * commitments bear on it, what went before; every line with its source. Sections without content do not appear.
 * @example renderText(meetingBrief(input), { width: 80 })
 */
export function meetingBrief(input: MeetingBriefInput): Report {
  const notes = startNotes(), { meeting } = input
  const blocks = [
    ...opening(input, notes),
    ...section('Agenda', agenda(input, notes)),
    ...section('What was said', saidBlocks(input.statements, notes, { limit: limits.statements, more: `/records/${meeting.id}` })),
    ...section('What was asked', list(askItems(input.asks.slice(0, limits.asks), notes))),
    ...section('Commitments', input.commitments.length ? commitmentBlocks(input.commitments, notes, { limit: limits.commitments, more: '/commitments' }) : []),
    ...section('Plans and lessons', list(plans(input, notes))),
    ...section('Earlier meetings', list(earlierItems(input.earlier.slice(0, limits.earlier), notes, limits.saidEarlier))),
    ...section('Doubts', doubts(input, notes)),
  ]
  return { title: titleOf(meeting), subtitle: subtitle(input), blocks, footnotes: notes.list }
}

const section = (text: string, blocks: readonly Block[]): readonly Block[] => (blocks.length ? [{ kind: 'heading', level: 2, text }, ...blocks] : [])
const list = (items: readonly Runs[], ordered = false): readonly Block[] => (items.length ? [{ kind: 'list', ordered, items }] : [])

function subtitle({ asOf }: MeetingBriefInput): Runs {
  return [`Meeting brief from public sources${asOf ? `, as the record stood on ${sayInstant(asOf)}` : ''}`]
}

function opening(input: MeetingBriefInput, notes: Notes): readonly Block[] {
  const origins = sayOrigins(input.claims.map((c) => c.document))
  const what: Runs = [...openingOf(input.meeting), ...notes.cite(input.claims), ...(origins ? [` ${capital(origins)}.`] : [])]
  const rows = attendanceOf(input.meeting, input.people ?? attendeesOf(input.meeting, [...input.claims, ...input.statements]))
  return [{ kind: 'paragraph', runs: [...what, ...onRecord(input)] }, ...(rows.length ? [{ kind: 'facts', rows } as const] : [])]
}

/** What the brief holds, in one sentence, so that the reader knows what to look for. */
function onRecord(input: MeetingBriefInput): Runs {
  const open = input.asks.filter((a) => isOpen(a.record)).length, answered = input.asks.filter((a) => a.record.state === 'answered').length
  const counts: (readonly [number, string, string?])[] = [
    [distinct(input.statements).length, 'statement'], [open, 'open ask'], [answered, 'answered ask'],
    [input.commitments.length, 'commitment that bears on it', 'commitments that bear on it'], [input.earlier.length, 'earlier meeting'],
  ]
  const held = counts.filter(([n]) => n > 0).map(([n, one, many]) => sayCount(n, one, many))
  return held.length ? [` On record: ${sayList(held)}.`] : []
}

function agenda({ meeting, claims }: MeetingBriefInput, notes: Notes): readonly Block[] {
  const topics = textsOf(meeting.fields['agenda'])
  const sources = claims.filter(({ claim }) => claim.fields.kind === 'meeting' && claim.fields.agenda.length > 0)
  const cites = notes.cite(sources.length ? sources : claims)
  return list(topics.slice(0, limits.agenda).map((topic, i) => [capital(clip(topic, 200)), ...(i === 0 ? cites : [])]), true)
}

/** Plans and lessons that no statement of the brief says already. */
function plans({ plans, statements }: MeetingBriefInput, notes: Notes): readonly Runs[] {
  const said = distinct(statements).map((s) => bare(`${s.fields.text} ${evidenceWords(s.sources[0]!.claim)}`))
  const fresh = plans.filter(({ claim }) => 'text' in claim.fields && !said.some((s) => s.includes(bare((claim.fields as { text: string }).text))))
  return fresh.slice(0, limits.plans).flatMap((cited) => {
    const { fields } = cited.claim
    if (fields.kind !== 'planning' && fields.kind !== 'lesson') return []
    const label = fields.kind === 'lesson' ? 'Lesson' : capital(fields.topic)
    return [[{ kind: 'strong', text: label }, `: ${stopped(capital(clip(fields.text, 260)))}`, ...notes.cite([cited])] satisfies Runs]
  })
}

const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()

/** Where sources differ and what the record warns of: side by side, with the reason for the value used. */
function doubts({ meeting, claims }: MeetingBriefInput, notes: Notes): readonly Block[] {
  const differing = meeting.conflicts.map(({ field, values, chosen, why }): Runs => [
    { kind: 'strong', text: `Sources differ on the ${field}` }, ': ',
    ...values.flatMap((v, i): Inline[] => [i === 0 ? '' : i === values.length - 1 ? ' or ' : ', ', sayValue(v.value), ...notes.cite(claims.filter((c) => v.claims.includes(c.claim.id)))]),
    `. This brief uses ${sayValue(values[chosen]?.value ?? null)}: ${stopped(why)}`,
  ])
  const warned = meeting.issues.filter((issue) => issue.level !== 'note').map((issue): Runs => [stopped(issue.message)])
  return list([...differing, ...warned].slice(0, limits.doubts))
}

export default meetingBrief

import type { AidKind, ClaimFields, ClaimKind, CommitmentFields, CommitmentStage, MeetingFields, PlanningTopic, ProjectForm, ProjectStage, Written } from '../../core/claim.ts'
import { clauseAt } from '../frames/frames.ts'
import { quotedShare, type Grounds } from './grounds.ts'
import { stageAt } from '../support/stage.ts'

/** Our own word tables for each class: where one of them reads the model's words, it has to read the model's class. */
type Tables<T extends string> = Readonly<Record<T, readonly string[]>>
const stages: Tables<CommitmentStage> = { signalled: ['support.signalled'], announced: ['support.announced', 'support.giving'], approved: ['support.approved'], allocated: ['support.allocated'], contracted: ['support.contracted'], delivered: ['support.delivered', 'support.given'], reduced: ['support.reduced'], suspended: ['support.suspended'], cancelled: ['support.cancelled'] }
const aids: Tables<AidKind> = { military: ['support.military'], financial: ['support.financial'], humanitarian: ['support.humanitarian'], training: ['support.training'], industrial: ['support.industrial'], energy: ['support.energy'], other: [] }
const states: Tables<MeetingFields<Written>['state']> = { held: [], planned: ['meetings.planned'], cancelled: ['meetings.cancelled'], postponed: ['meetings.postponed'] }
const modes: Tables<'in person' | 'call' | 'video'> = { 'in person': ['meetings.visit'], call: ['meetings.call'], video: ['meetings.video'] }
const levels: Tables<NonNullable<MeetingFields<Written>['level']>> = { leaders: ['meetings.leaders'], 'foreign ministers': ['meetings.foreign'], 'defence ministers': ['meetings.defence'], ministers: [], officials: ['meetings.officials'] }
const forms: Tables<ProjectForm> = { 'joint venture': ['projects.venture'], licence: ['projects.licence'], 'co-production': ['projects.coproduction'], procurement: ['projects.procurement'], investment: ['projects.investment'], maintenance: ['projects.maintenance'], research: ['projects.research'], memorandum: ['projects.memorandum'], other: [] }
const projectStages: Tables<ProjectStage> = { proposed: ['projects.proposed'], agreed: ['projects.agreed'], building: ['projects.building'], operating: ['projects.operating'], ended: ['projects.ended'] }
const topics: Tables<PlanningTopic> = { spending: ['planning.spending', 'planning.share'], capability: ['planning.capability'], alignment: ['planning.align'], readiness: ['planning.readiness'], industry: ['planning.industry'] }

/**
 * The fields of a proposed claim of a kind, or why the claim cannot stand: a field it needs has no words in the text.
 * @example fieldsOf('statement', grounds) // 'statement without a speaker'
 */
export function fieldsOf(kind: ClaimKind, grounds: Grounds): ClaimFields<Written> | string {
  const fields = readers[kind](grounds)
  return typeof fields === 'string' ? `${kind} ${fields}` : fields
}

const readers: Readonly<Record<ClaimKind, (g: Grounds) => ClaimFields<Written> | string>> = {
  statement(g) {
    const speaker = g.person('speaker'), content = g.passages('text')
    if (!speaker || speaker.type === 'forum') return 'without a speaker'
    if (!content) return 'without its words'
    const quoted = quotedShare(g.analysis, content), { text } = g.analysis.document
    return { kind: 'statement', speaker, country: speaker.country, form: quoted >= 0.95 ? 'direct' : quoted > 0 ? 'mixed' : 'indirect', text: content.map((s) => text.slice(s.start, s.end).replace(/\s+/g, ' ')).join(' ') }
  },
  meeting(g) {
    const parties = g.parties('parties'), people = g.people('people'), forum = g.parties('forum'), place = g.place('place'), date = g.date('date')
    const mode = g.choice('mode', modes), level = g.choice('level', levels), state = g.choice('state', states)
    if (!state) return 'without its state'
    if (parties.length + people.length < 2 && forum.length === 0) return 'without its parties'
    return { kind: 'meeting', date, state, mode, place, country: place?.country ?? null, forum: forum[0] ?? null, parties, people, level, agenda: [], ordinal: null }
  },
  commitment,
  ask(g) {
    const asker = g.person('asker'), addressee = g.parties('addressee'), text = g.text('text'), by = g.date('by')
    if (!asker) return 'without an asker'
    if (addressee.length === 0) return 'without an addressee'
    return text ? { kind: 'ask', asker, addressee, text, by } : 'without its words'
  },
  project(g) {
    const parties = g.parties('parties'), subject = g.text('subject'), form = g.choice('form', forms) ?? 'other', stage = g.choice('stage', projectStages), amount = g.amount('amount'), date = g.date('date')
    if (parties.length === 0) return 'without its parties'
    if (!stage) return 'without its stage'
    return subject ? { kind: 'project', parties, form, stage, subject, amount, date } : 'without its subject'
  },
  lesson(g) {
    const learner = g.parties('learner'), source = g.parties('source'), text = g.text('text')
    if (learner.length === 0) return 'without a learner'
    return text ? { kind: 'lesson', learner, source, text } : 'without its words'
  },
  planning(g) {
    const actor = g.parties('actor'), topic = g.choice('topic', topics), target = g.text('target'), year = g.date('year'), text = g.text('text')
    if (actor.length === 0) return 'without an actor'
    if (!topic) return 'without its topic'
    return text ? { kind: 'planning', actor, topic, target, year, text } : 'without its words'
  },
}

function commitment(g: Grounds): CommitmentFields<Written> | string {
  const provider = g.parties('provider'), recipient = g.parties('recipient'), amount = g.amount('amount'), items = g.items('items')
  const proposed = g.choice('stage', stages), aid = g.choice('aid', aids) ?? 'other', date = g.date('date'), period = g.date('period')
  const total = g.holds('total', 'support.total'), condition = g.text('condition'), restates = g.text('restates')
  if (provider.length === 0) return 'without a provider'
  if (!amount && items.length === 0 && (recipient.length === 0 || aid === 'other')) return 'without sum or goods'
  const core = g.core(), heard = core && stageAt(core.reading, clauseAt(core.reading, core.span), core.span)
  if (heard === 'refused') return 'that the text denies'
  const stage = heard?.stage ?? proposed
  return stage ? { kind: 'commitment', provider, recipient, aid, stage, amount, items, date, period, total, condition, channel: null, restates } : 'without its stage'
}

import type { Drawn, Mention, ProjectFields, ProjectForm, ProjectStage, Written } from '../../core/claim.ts'
import { bounds, type DatedValue } from '../../core/dates.ts'
import { evidenceOf, type Span } from '../../core/evidence.ts'
import type { Analysis } from '../analysis.ts'
import type { Cue } from '../cues.ts'
import type { Extractor } from '../extractor.ts'
import { clauseAt, cuesOf, hasCue, nearest, negated, readingsOf, trim, type Reading } from '../frames.ts'
import { actorKey, distinct, partyOf, selfOf, stateMention } from '../parties.ts'

type Fields = ProjectFields<Written>
interface Draft { fields: Fields; spans: Span[]; readonly sentence: number }

const forms: readonly (readonly [table: string, form: ProjectForm])[] = [
  ['venture', 'joint venture'], ['licence', 'licence'], ['memorandum', 'memorandum'], ['maintenance', 'maintenance'], ['research', 'research'],
  ['coproduction', 'co-production'], ['procurement', 'procurement'], ['investment', 'investment'], ['plain', 'other'],
]
const stages: readonly ProjectStage[] = ['proposed', 'agreed', 'building', 'operating', 'ended']
const stageTables = stages.map((s) => 'projects.' + s)

/** Industrial cooperation: ventures, licences, joint production, purchases from the recipient's industry, workshops, memoranda. */
export default {
  name: 'project',
  version: 1,
  kind: 'project',
  extract(analysis) {
    const drafts: Draft[] = []
    for (const reading of readingsOf(analysis)) {
      const form = formOf(reading)
      if (form) absorb(drafts, projectOf(analysis, reading, form, drafts))
      else addDetails(reading, drafts)
    }
    return drafts.map((d): Drawn<Fields> => {
      const [first, ...rest] = d.spans.map((s) => evidenceOf(analysis.document.text, s))
      return { fields: d.fields, evidence: [first!, ...rest], confidence: d.fields.parties.length > 1 ? 0.7 : 0.55, explain: { rule: 'project: ' + d.fields.form, fields: {} } }
    })
  },
} satisfies Extractor

/** The form of project a sentence speaks of: the first of the table's order that has a word and a thing of the arms trade by it. */
function formOf(reading: Reading): { form: ProjectForm; cue: Cue } | null {
  for (const [table, form] of forms) {
    const cue = cuesOf(reading, 'projects.' + table)[0]
    if (!cue || negated(reading, cue)) continue
    if (form === 'memorandum' || form === 'joint venture' || form === 'maintenance' || hasCue(reading, 'projects.industry')) return { form, cue }
  }
  return null
}

function projectOf(analysis: Analysis, reading: Reading, { form, cue }: { form: ProjectForm; cue: Cue }, before: readonly Draft[]): Draft | null {
  const clause = clauseAt(reading, cue), parties = partiesOf(analysis, reading, cue, form, before)
  if (parties.length === 0) return null
  const stage = stageOf(reading, cue, form)
  if (!stage) return null
  const money = nearest(cue, reading.amounts)?.money ?? null
  const fields: Fields = { kind: 'project', parties, form, stage, subject: subjectOf(reading, cue, form, clause), amount: money, date: dateOf(analysis, reading, cue, stage) }
  return { fields, spans: [trim(reading, reading)], sentence: reading.index }
}

/** Companies where any are named, else the states that act, else the writer or the partners told before. */
function partiesOf(analysis: Analysis, reading: Reading, cue: Cue, form: ProjectForm, before: readonly Draft[]): Mention[] {
  const companies = reading.mentions.filter((m) => m.mention.type === 'company').map((m) => m.mention)
  const last = before.at(-1), group = last && hasCue(reading, ['frames.group', 'frames.anaphor']) ? last.fields.parties : []
  if (form !== 'procurement' && companies.length > 0) return companies.length === 1 ? distinct([...companies, ...group]) : distinct(companies)
  if (group.length > 0 && form !== 'procurement' && last!.fields.parties.some((p) => p.type === 'company')) return [...group]
  const actors = reading.mentions.filter((m) => m.end <= cue.start || form === 'procurement' || form === 'memorandum').flatMap((m) => { const p = partyOf(m); return p && p.type !== 'forum' ? [p] : [] })
  const own = hasCue(reading, 'frames.self') ? selfOf(analysis).parties : []
  const states = distinct([...actors, ...own].filter((p) => p.type === 'state' || p.type === 'company'))
  if (form === 'procurement') return states.some((p) => p.country === 'UA') ? states : [...states, stateMention('UA', null)].filter((_, __, all) => all.length > 1)
  return states.length > 0 ? states : [...group]
}

/** The stage by the word nearest to the form; "possible" and "planned" win over "sign", an end over all. */
function stageOf(reading: Reading, cue: Cue, form: ProjectForm): ProjectStage | null {
  const near = cuesOf(reading, stageTables).filter((c) => !(c.start >= cue.start && c.end <= cue.end))
  const has = (s: ProjectStage) => near.some((c) => c.table === 'projects.' + s && !negated(reading, c))
  if (has('ended')) return 'ended'
  if (form === 'procurement' && !has('agreed')) return 'proposed'
  if (has('building')) return 'building'
  const best = nearest(cue, near.filter((c) => !negated(reading, c)))
  if (!best) return form === 'procurement' || form === 'maintenance' ? null : 'proposed'
  return best.table.slice(9) as ProjectStage
}

/** What the project is about: from the form's words to the end of their clause, or the act joined to them. */
function subjectOf(reading: Reading, cue: Cue, form: ProjectForm, clause: Span): string {
  const say = (from: number, to: number) => reading.text.slice(from - reading.start, to - reading.start).replace(/^[\s,;:–—-]+|[\s.,;:–—-]+$/g, '')
  const to = cuesOf(reading, 'frames.stop', clause).find((c) => c.start > cue.end + 30)
  if (form === 'licence' || form === 'procurement') return say(objectStart(reading, cue, clause), Math.min(clause.end, cue.end + 40))
  return say(cue.start, Math.min(clause.end, to && form !== 'memorandum' ? Math.max(to.start, cue.end) : clause.end, cue.end + 140))
}

/** Where the object of the verb before a form begins: after the nearest verb of stage or giving. */
function objectStart(reading: Reading, cue: Cue, clause: Span): number {
  const verb = cuesOf(reading, [...stageTables, 'support.giving', 'support.announced', 'frames.future'], clause).filter((c) => c.end <= cue.start).at(0)
  return verb ? verb.end : clause.start
}

function dateOf(analysis: Analysis, reading: Reading, cue: Cue, stage: ProjectStage): DatedValue | null {
  const published = analysis.document.published?.edtf
  const dates = reading.dates.filter((d) => !d.value.edtf.includes('..') && d.value.edtf.length >= 7 && (!published || bounds(d.value.edtf)[0] <= bounds(published)[1]))
  if (dates.length > 0) return nearest(cue, dates)!.value
  return analysis.document.published && selfOf(analysis).official && stage !== 'ended' ? { edtf: analysis.document.published.edtf, basis: 'inferred', why: 'said in a text of that day' } : null
}

function absorb(drafts: Draft[], one: Draft | null): void {
  if (!one) return
  const twin = drafts.find((d) => d.fields.form === one.fields.form && d.fields.stage !== 'ended' && one.fields.stage !== 'ended' && sharesAll(d.fields.parties, one.fields.parties))
  if (!twin) { drafts.push(one); return }
  twin.fields = { ...twin.fields, amount: twin.fields.amount ?? one.fields.amount, date: twin.fields.date ?? one.fields.date, parties: distinct([...twin.fields.parties, ...one.fields.parties]) }
  twin.spans.push(...one.spans)
}

const sharesAll = (a: readonly Mention[], b: readonly Mention[]) => { const keys = new Set(a.map(actorKey)); return b.every((p) => keys.has(actorKey(p))) || a.every((p) => b.some((q) => actorKey(q) === actorKey(p))) }

/** A sentence after the project that gives its cost, its stage or its makers. */
function addDetails(reading: Reading, drafts: readonly Draft[]): void {
  const last = drafts.at(-1)
  if (!last || reading.index - last.sentence > 2 || last.fields.stage === 'ended') return
  const money = reading.amounts[0], companies = reading.mentions.filter((m) => m.mention.type === 'company').map((m) => m.mention)
  const building = hasCue(reading, 'projects.building'), ended = hasCue(reading, 'projects.ended') && hasCue(reading, ['frames.group', 'meetings.weak'])
  if (!(money && !last.fields.amount) && !building && !ended && companies.length === 0) return
  if (hasCue(reading, ['support.aid', 'support.giving']) && !building && !ended) return
  last.fields = {
    ...last.fields, amount: last.fields.amount ?? money?.money ?? null, stage: ended ? 'ended' : building && last.fields.stage !== 'operating' ? 'building' : last.fields.stage,
    parties: last.fields.form === 'procurement' ? last.fields.parties : distinct([...companies, ...last.fields.parties.filter((p) => companies.length === 0 || p.type === 'company')]), date: ended ? reading.dates[0]?.value ?? last.fields.date : last.fields.date,
  }
  last.spans.push(trim(reading, reading))
}

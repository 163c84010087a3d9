import type { Drawn, Mention, ProjectFields, ProjectForm, ProjectStage, Written } from '../../core/claim.ts'
import { bounds, type DatedValue } from '../../core/dates.ts'
import { evidenceOf, type Span } from '../../core/evidence.ts'
import type { Analysis } from '../analysis.ts'
import { stateWords } from '../atlas.ts'
import type { Cue } from '../cues.ts'
import type { Extractor } from '../extractor.ts'
import { clauseAt, cuesOf, hasCue, inside, nearest, negated, readingsOf, trim, type Reading } from '../frames.ts'
import { itemsIn } from '../items.ts'
import { actorKey, distinct, firmsIn, groupBefore, mainState, partyOf, selfOf, stateMention } from '../parties.ts'

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
      const form = formOf(analysis, reading)
      if (form) absorb(drafts, projectOf(analysis, reading, form, drafts))
      else addDetails(analysis, reading, drafts)
    }
    return drafts.filter((d) => d.fields.parties.length > 0).map((d): Drawn<Fields> => {
      const [first, ...rest] = d.spans.map((s) => evidenceOf(analysis.document.text, s))
      return { fields: d.fields, evidence: [first!, ...rest], confidence: d.fields.parties.length > 1 ? 0.7 : 0.55, explain: { rule: 'project: ' + d.fields.form, fields: {} } }
    })
  },
} satisfies Extractor

/** The form of project a sentence speaks of: the first of the table's order that has a word and a thing of the arms trade by it. */
function formOf(analysis: Analysis, reading: Reading): { form: ProjectForm; cue: Cue } | null {
  for (const [table, form] of forms) {
    const cue = cuesOf(reading, 'projects.' + table)[0]
    if (!cue || (form !== 'other' && negated(reading, cue))) continue
    if (form === 'memorandum' || form === 'joint venture' || form === 'maintenance' || hasCue(reading, 'projects.industry') || (form !== 'investment' && firmsIn(analysis, reading).length > 0)) return { form, cue }
  }
  return betweenFirms(analysis, reading)
}

/** Two firms and a plant, depot or line that they build, open or agree on: a project by its parties alone. */
function betweenFirms(analysis: Analysis, reading: Reading): { form: ProjectForm; cue: Cue } | null {
  const cue = cuesOf(reading, 'projects.facility')[0]
  if (!cue || negated(reading, cue) || !hasCue(reading, ['projects.agreed', 'projects.building', 'projects.operating']) || firmsIn(analysis, reading).filter((m) => m.type === 'company').length < 2) return null
  return stateWords(analysis, reading).some((w) => w.country === 'UA') ? { form: 'co-production', cue } : null
}

function projectOf(analysis: Analysis, reading: Reading, { form, cue }: { form: ProjectForm; cue: Cue }, before: readonly Draft[]): Draft | null {
  const clause = clauseAt(reading, cue), parties = partiesOf(analysis, reading, cue, form, before)
  const stage = stageOf(reading, cue, form)
  if (!stage || (parties.length === 0 && (form === 'investment' || form === 'other' || stage === 'proposed'))) return null
  const money = (reading.amounts.findLast((a) => a.end <= cue.start && inside(a, clause)) ?? nearest(cue, reading.amounts))?.money ?? null
  const fields: Fields = { kind: 'project', parties, form, stage, subject: subjectOf(reading, cue, form, clause), amount: money, date: dateOf(analysis, reading, cue, form, stage) }
  return { fields, spans: [trim(reading, reading)], sentence: reading.index }
}

/** Companies where any are named, else the states that act, else the writer or the partners told before. */
function partiesOf(analysis: Analysis, reading: Reading, cue: Cue, form: ProjectForm, before: readonly Draft[]): Mention[] {
  const companies = firmsIn(analysis, reading), last = before.at(-1), told = last?.fields.parties.filter((p) => p.type === 'company') ?? []
  const named = hasCue(reading, ['frames.group', 'frames.anaphor']), group = named ? (told.length > 0 ? told : last?.fields.parties ?? []) : []
  if (form === 'memorandum' && companies.length === 0 && hasCue(reading, 'frames.self') && selfOf(analysis).parties.length > 0) return [...selfOf(analysis).parties]
  if (form !== 'procurement' && companies.length > 0 && (form !== 'memorandum' || companies.length > 1)) return companies.length === 1 ? distinct([...companies, ...told.filter((p) => p.name === before[0]!.fields.parties[0]?.name || told.length < 2)]) : companies
  if (group.length > 0 && form !== 'procurement' && last!.fields.parties.some((p) => p.type === 'company')) return [...group]
  const actors = reading.mentions.filter((m) => m.end <= cue.start || form === 'procurement' || form === 'memorandum').flatMap((m) => { const p = partyOf(m); return p && p.type !== 'forum' ? [p] : [] })
  const own = hasCue(reading, 'frames.self') ? selfOf(analysis).parties : []
  const states = distinct([...actors, ...own].filter((p) => p.type === 'state' || p.type === 'company'))
  if (form === 'procurement' && !states.some((p) => p.country !== 'UA')) { const buyers = buyersOf(analysis); if (buyers.length > 0) return distinct([...buyers, ...(companies[0] && companies.length === 1 ? companies : [stateMention('UA', null)])]) }
  if (form === 'procurement') return states.some((p) => p.country === 'UA') ? states : [...states, stateMention('UA', null)].filter((_, __, all) => all.length > 1)
  if (states.length > 1 || (states.length === 1 && !named)) return states
  if (states.length === 0 && group.length === 0 && told.length > 1 && form !== 'investment' && reading.index - last!.sentence <= 8) return told
  const others = group.length > 0 ? group : named ? groupBefore(analysis, reading) : []
  return others.length > 0 ? [...others] : states.length > 0 ? states : form === 'maintenance' || form === 'memorandum' ? [reading.speech?.speaker.country && reading.speech.speaker.country !== 'UA' ? stateMention(reading.speech.speaker.country, null) : mainState(analysis)].filter((m) => m !== null) : []
}

/** Who buys when no buyer is named: the writer of an official text, else the state the text is about. */
const buyersOf = (analysis: Analysis): Mention[] => {
  const own = selfOf(analysis).parties.filter((p) => p.country !== 'UA')
  return own.length > 0 ? own : selfOf(analysis).official ? [mainState(analysis)].filter((m) => m !== null) : []
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
  const end = cuesOf(reading, ['frames.breaks', 'frames.relative'], clause).find((c) => c.start >= cue.end && c.start - cue.end < 90)?.start ?? clause.end
  const say = (from: number, to: number) => reading.text.slice(from - reading.start, to - reading.start).replace(/^[\s,;:–—-]+/, '').replace(/(?<![\s.,;:–—-])[\s.,;:–—-]+$/, '')
  const purpose = form === 'joint venture' ? purposeOf(reading, cue, clause) : null
  if (purpose) return say(purpose.start, purpose.end)
  if (form === 'procurement') { const goods = goodsBefore(reading, cue); return say(goods?.start ?? objectStart(reading, cue, clause), goods && !inside(goods, clause) ? clauseAt(reading, goods).end : cue.end) }
  if (form === 'licence') { const start = objectStart(reading, cue, clause); return say(start, cue.start - start > 12 ? cue.end : Math.min(clause.end, cue.end + 40)) }
  if (form === 'memorandum') return say(cue.start, Math.min(clause.end, cue.end + 160))
  const after = cuesOf(reading, stageTables, clause).find((c) => c.start > cue.end + 2), comma = /,|\s(?:avec|with|mit|z|con|із|з|est|is|was|ist|è|jest)\s/.exec(reading.text.slice(cue.end - reading.start))
  const near = comma && form !== 'maintenance' ? cue.end + comma.index : clause.end
  return say(cue.start, Math.min(end, near, after ? after.start : clause.end, cue.end + 140))
}

/** "A venture that will make thermal sights": what it makes or does, after the pronoun and its verb. */
function purposeOf(reading: Reading, cue: Cue, clause: Span): Span | null {
  const relative = cuesOf(reading, 'frames.relative', clause).find((c) => c.start >= cue.end && c.start - cue.end < 50)
  const verb = relative && reading.words.find((w, i) => i > relative.to && !cuesOf(reading, 'frames.future').some((c) => c.from <= i && c.to >= i))
  return verb ? { start: verb.end, end: clause.end } : null
}

const goodsBefore = (reading: Reading, cue: Cue): Span | undefined => itemsIn(reading, { start: reading.start, end: cue.start }).at(-1)

/** Where the object of the verb before a form begins: after the nearest verb of stage or giving. */
function objectStart(reading: Reading, cue: Cue, clause: Span): number {
  const verb = cuesOf(reading, [...stageTables, 'support.giving', 'support.announced', 'frames.future'], clause).filter((c) => c.end <= cue.start).at(0)
  return verb ? verb.end : clause.start
}

function dateOf(analysis: Analysis, reading: Reading, cue: Cue, form: ProjectForm, stage: ProjectStage): DatedValue | null {
  const published = analysis.document.published?.edtf
  const dates = reading.dates.filter((d) => !d.value.edtf.includes('..') && d.value.edtf.length >= 7 && (!published || bounds(d.value.edtf)[0] <= bounds(published)[1]))
  const near = dates.filter((d) => d.start < cue.start || d.start - cue.end < 60 || stage === 'ended')
  if (near.length > 0 && form !== 'procurement') return nearest(cue, near)!.value
  if (form === 'procurement' && dates.some((d) => d.start < cue.start)) return dates.find((d) => d.start < cue.start)!.value
  return analysis.document.published && selfOf(analysis).official && (form === 'procurement' || (stage !== 'ended' && stage !== 'proposed')) ? { edtf: analysis.document.published.edtf, basis: 'inferred', why: 'said in a text of that day' } : null
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
function addDetails(analysis: Analysis, reading: Reading, drafts: readonly Draft[]): void {
  const last = drafts.at(-1)
  if (!last || reading.index - last.sentence > 2 || last.fields.stage === 'ended') return
  const money = reading.amounts[0], companies = last.fields.parties.some((p) => p.type === 'company') && last.fields.parties.length > 1 ? [] : firmsIn(analysis, reading)
  const building = hasCue(reading, 'projects.building'), ended = hasCue(reading, 'projects.ended') && hasCue(reading, ['frames.group', 'meetings.weak'])
  if (!(money && !last.fields.amount) && !building && !ended && companies.length === 0) return
  if (hasCue(reading, ['support.aid', 'support.giving']) && !building && !ended) return
  last.fields = {
    ...last.fields, amount: last.fields.amount ?? money?.money ?? null, stage: ended ? 'ended' : building && last.fields.stage !== 'operating' ? 'building' : last.fields.stage,
    parties: last.fields.form === 'procurement' ? last.fields.parties : distinct([...companies, ...last.fields.parties.filter((p) => companies.length === 0 || p.type === 'company')]), date: ended ? reading.dates[0]?.value ?? last.fields.date : last.fields.date,
  }
  last.spans.push(trim(reading, reading))
}

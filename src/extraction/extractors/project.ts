import type { Drawn, Mention, ProjectFields, ProjectForm, ProjectStage, Written } from '../../core/claim.ts'
import { evidenceOf, type Span } from '../../core/evidence.ts'
import type { Analysis, MentionAt } from '../analysis.ts'
import { dayOf } from '../frames/cooperation-days.ts'
import { anyReached, arms, formOf, signsLater, stageOf, subjectOf, type FormAt } from '../frames/cooperation.ts'
import { slicesOf } from '../frames/plans.ts'
import { another, projectReadings } from '../learned/project-parts.ts'
import { isOfTheTrade } from '../frames/trade.ts'
import { wholeSubject } from '../frames/objects.ts'
import { subjectWithin } from '../frames/subjects.ts'
import type { Cue } from '../words/cues.ts'
import type { Extractor } from '../extractor.ts'
import { learnedProjects } from '../learned/claims.ts'
import { mayMake } from '../learned/doubt.ts'
import { beginIn, oddsOf, scoreIn, textIn, weighed } from '../learned/learned.ts'
import { stateWords } from '../names/atlas.ts'
import { firmsIn, mainFirm, surelyFirmsIn } from '../names/firms.ts'
import { clauseAt, cuesOf, gap, hasCue, inside, nearest, negated, overlaps, readingsOf, trim, type Reading } from '../frames/frames.ts'
import { actorKey, distinct, groupBefore, mainState, partyOf, selfOf, stateMention } from '../names/parties.ts'

type Fields = ProjectFields<Written>
interface Draft { fields: Fields; spans: Span[]; readonly sentence: number; /** Parties that nobody named: any firm told next takes their place. */ readonly guessed: boolean }

/** Industrial cooperation: ventures, licences, joint production, purchases from the recipient's industry, workshops, memoranda. */
export default {
  name: 'project',
  version: 2,
  kind: 'project',
  extract(analysis) {
    if (!isOfTheTrade(analysis)) return []
    const drafts: Draft[] = []
    for (const reading of projectReadings(analysis)) {
      const form = mayMake(analysis, reading, 'project') ? likelyForm(analysis, reading) : null, last = drafts.at(-1), told = form?.byFirms && last?.guessed && reading.index - last.sentence <= 2
      const one = form && !told ? projectOf(analysis, reading, form, drafts) : null
      if (one) absorb(drafts, one)
      else addDetails(analysis, reading, drafts)
    }
    const drawn = drafts.map((d): Drawn<Fields> => {
      const [first, ...rest] = d.spans.map((s) => evidenceOf(analysis.document.text, s))
      return { fields: d.fields, evidence: [first!, ...rest], confidence: d.fields.parties.length > 1 ? 0.7 : 0.55, explain: { rule: 'project: ' + d.fields.form, fields: {} } }
    })
    const learned = learnedProjects(analysis, drawn.flatMap((d) => d.evidence), (reading, form, named) => (form === 'procurement' && named.length < 2 ? bothSides(analysis, reading, named) : tellers(analysis, reading, withPartners(analysis, reading, form, named), drawn)))
    return oneEach(analysis, [...drawn, ...withDetails(analysis, learned, drawn)])
  },
} satisfies Extractor

/** Learned projects with what the sentences right behind them tell of cost and stage, where no project of its own is told there. */
function withDetails(analysis: Analysis, learned: readonly Drawn<Fields>[], others: readonly Drawn<Fields>[]): Drawn<Fields>[] {
  const readings = readingsOf(analysis), taken = [...others, ...learned].flatMap((d) => d.evidence), { text } = analysis.document
  return learned.map((one) => {
    const sentence = readings.findIndex((r) => overlaps(r, one.evidence[0])), draft: Draft = { fields: one.fields, spans: [], sentence, guessed: false }
    for (const reading of readings.slice(sentence + 1, sentence + 3)) {
      if (taken.some((t) => overlaps(t, reading))) break
      addDetails(analysis, reading, [draft])
    }
    return draft.spans.length === 0 ? one : { ...one, fields: draft.fields, evidence: [...one.evidence, ...draft.spans.map((s) => evidenceOf(text, s))] }
  })
}

/** "The two have set up a firm for it": right behind a project, what its partners are told to do without their names is the same one, unless it is another. */
function oneEach(analysis: Analysis, all: readonly Drawn<Fields>[]): Drawn<Fields>[] {
  const out: Drawn<Fields>[] = [], readings = readingsOf(analysis), at = (d: Drawn<Fields>, last: boolean) => readings.findLast((r) => overlaps(r, last ? d.evidence.at(-1)! : d.evidence[0]))
  for (const one of [...all].sort((a, b) => a.evidence[0].start - b.evidence[0].start)) {
    const before = out.at(-1), from = before && at(before, true), here = at(one, false)
    const same = before && from && here && here.index - from.index <= 2 && here.index > from.index && hasCue(here, ['frames.group', 'frames.anaphor']) && !another.test(here.text) && firmsIn(analysis, here).length === 0 &&
      before.fields.parties.length > 1 && before.fields.parties.every(isFirm) && sharesAll(before.fields.parties, one.fields.parties) && before.fields.stage !== 'ended' && one.fields.stage !== 'ended' && one.fields.stage !== 'proposed' && !(before.fields.amount && one.fields.amount)
    if (!same) { out.push(one); continue }
    const [a, b] = [before.fields, one.fields], venture = b.form === 'joint venture' ? b : a, further = steps.indexOf(b.stage) > steps.indexOf(a.stage) && (b.stage !== 'operating' || hasCue(here, 'projects.operating'))
    out[out.length - 1] = { ...before, fields: { ...a, form: venture.form, stage: further ? b.stage : a.stage, amount: a.amount ?? b.amount, date: further ? b.date : a.date ?? b.date }, evidence: [...before.evidence, ...one.evidence] as unknown as Drawn<Fields>['evidence'] }
  }
  return out
}
const steps: readonly ProjectStage[] = ['proposed', 'agreed', 'building', 'operating', 'ended']

const isFirm = (p: Mention) => p.type === 'company'
const isUkraine = (p: Mention) => p.country === 'UA' && !isFirm(p)

/** The form that a sentence tells of; by words that as often tell of something else only where it looks like a project. */
function likelyForm(analysis: Analysis, reading: Reading): FormAt | null {
  const form = formOf(analysis, reading)
  return form?.weak && scoreIn(analysis, reading, 'project') < leastOfWeak ? null : form
}
const leastOfWeak = -1

function projectOf(analysis: Analysis, reading: Reading, at: FormAt, before: readonly Draft[]): Draft | null {
  const { form, cue } = at, parties = partiesOf(analysis, reading, at, before), ruled = stageOf(reading, at), stage = ruled === 'proposed' && form !== 'procurement' && !plannedOnly(reading, cue, parties) ? weighed(analysis, reading, 'project.stage', ruled, 0.5) : ruled
  if (!stage || parties.length === 0 || (form !== 'procurement' && parties.every(isUkraine)) || onlyTalk(reading, cue, form, parties)) return null
  const clause = clauseAt(reading, cue)
  const amounts = reading.amounts.filter((a) => !otherActs(analysis, reading, cue, a, parties))
  const money = (amounts.findLast((a) => a.end <= cue.start && inside(a, clause)) ?? nearest(cue, amounts))?.money ?? null
  const fields: Fields = { kind: 'project', parties, form, stage, subject: subjectIn(analysis, reading, at), amount: money, date: dayOf(analysis, reading, cue, form, stage, money !== null) }
  return { fields, spans: [trim(reading, reading)], sentence: reading.index, guessed: !parties.some(isFirm) && statesIn(analysis, reading, null).length === 0 }
}

const wish = /(?<!\p{L})(?:wants? to|wish(?:es)? to|would like to|hopes? to|wollen|möchten?|veu(?:t|lent)|voudrai(?:t|ent)|souhait(?:e|ent)|vogliono|vuole|vorrebbero?|chc(?:e|ą)|chciał\p{L}{1,3} by|хоч(?:е|уть)|хотіли б)(?!\p{L})/u
/** "…, and Oslo has put £9m on the table": between the words of a project and a sum another acts, who is no party. */
const otherActs = (analysis: Analysis, reading: Reading, cue: Cue, sum: Span, parties: readonly Mention[]): boolean => {
  const between = { start: cue.end, end: sum.start }, seam = between.end > between.start ? /,? (?:and|while|und|während|et|tandis que|e|mentre|a|i|oraz|podczas gdy|та|а|тоді як) (?=\p{Lu})/u.exec(reading.text.slice(between.start - reading.start, between.end - reading.start)) : null
  return seam !== null && stateWords(analysis, reading).some((w) => w.start - (between.start + seam.index + seam[0].length) <= 4 && w.start >= between.start + seam.index && !parties.some((p) => p.country === w.country))
}

/** A signature to come, or states' act in the future with nothing said of an agreement: no examples tell more. */
const plannedOnly = (reading: Reading, cue: Cue, parties: readonly Mention[]): boolean => signsLater(reading) || (!parties.some(isFirm) || wish.test(reading.text)) && !anyReached(reading) && hasCue(reading, ['projects.future', 'frames.future'], clauseAt(reading, cue))

/** The subject by its rule, from the word with which such words likelier begin, without what stands behind it. */
function subjectIn(analysis: Analysis, reading: Reading, at: FormAt): string {
  const ruled = subjectOf(reading, at), start = reading.start + reading.text.indexOf(ruled), place = cuesOf(reading, ['projects.facility', 'projects.maintenance']).some((f) => f.start - start >= 0 && f.start - start <= 12), from = ruled.length > 0 && !place ? beginIn(analysis, reading, 'project', { start, end: start + ruled.length }, 1) : start
  const within = wholeSubject(analysis, reading, subjectWithin(analysis, reading, { start: from, end: start + ruled.length })), span = isBare(reading, within) ? fuller(analysis, reading, within) : within
  return reading.text.slice(span.start - reading.start, span.end - reading.start)
}

/** A word or two that say nothing of what is made: "herstellt", "coentreprise qu’il". */
const isBare = (reading: Reading, span: Span): boolean => {
  const words = reading.words.filter((w) => inside(w, span))
  return words.length < 2 || words.length < 4 && (/(?:qu['’](?:il|elle)|that|which|die|das|che|która|яке)$/iu.test(words.at(-1)!.lower) || cuesOf(reading, 'projects.with').some((c) => c.start === words[1]!.start))
}
/** Where such words say nothing, those that likelier tell what a project is about. */
function fuller(analysis: Analysis, reading: Reading, span: Span): Span {
  const learned = subjectWithin(analysis, reading, textIn(analysis, reading, 'project'))
  return isBare(reading, learned) ? span : learned
}

/** Wishes and agendas: somebody is asked to buy or build, or states only talk of it. */
function onlyTalk(reading: Reading, cue: Cue, form: ProjectForm, parties: readonly Mention[]): boolean {
  const asked = cuesOf(reading, 'planning.asked').some((c) => c.end <= cue.start)
  if (form === 'procurement') return asked && reading.amounts.length === 0
  return form !== 'memorandum' && !parties.some(isFirm) && (asked || hasCue(reading, 'projects.talk'))
}

/** Companies where any are named, else the states that act, else the writer or the partners told before. */
function partiesOf(analysis: Analysis, reading: Reading, { cue, form, weak }: FormAt, before: readonly Draft[]): Mention[] {
  const firms = firmsIn(analysis, reading), last = before.at(-1), told = last?.fields.parties.filter(isFirm) ?? []
  const grouped = hasCue(reading, ['frames.group', 'frames.anaphor'])
  if (form === 'procurement') return buyersAndMakers(analysis, reading, firms)
  if (form === 'memorandum' && firms.length === 0 && hasCue(reading, 'frames.self') && selfOf(analysis).parties.length > 0) return [...selfOf(analysis).parties]
  if (weak && form === 'maintenance' && firms.length === 1) return distinct([...statesIn(analysis, reading, cue).filter((p) => !isUkraine(p)).slice(0, 1), ...firms])
  if (firms.length > 1) return partners(analysis, reading, firms)
  // "The two delegations agreed": states told before, and no firms.
  const delegations = firms.length === 0 && cuesOf(reading, 'frames.group').some((c) => c.from < cue.from && ofStates.test(reading.text.slice(c.start - reading.start, c.end - reading.start))) ? groupBefore(analysis, reading) : []
  if (delegations.length > 1) return delegations
  const foreign = statesIn(analysis, reading, form === 'memorandum' ? null : cue), acting = form === 'memorandum' && firms.length > 0 ? foreign.filter((p) => !firms.some((f) => f.country === p.country)) : foreign, named = statesIn(analysis, reading, null, true), states = acting.length > 0 || named.every(isUkraine) ? distinct([...acting, ...(acting.length === 1 ? statesWith(reading) : [])]) : named
  if (firms.length === 1 && form === 'memorandum' && states.length > 1) return distinct([...firms, ...states])
  const scholars = firms.length === 1 ? joinedTo(reading, firms[0]!) : []
  if (scholars.length > 0) return distinct([...firms, ...scholars])
  if (firms.length === 1) return distinct([...firms, ...partnersOf(analysis, reading, firms[0]!, before), ...(form === 'memorandum' && grouped && partnersOf(analysis, reading, firms[0]!, before).length === 0 ? groupBefore(analysis, reading) : [])])
  if (grouped && told.length > 0) return told
  if (states.length > 1 || (states.length === 1 && !grouped)) return states
  if (states.length === 0 && told.length > 1 && form !== 'investment' && reading.index - last!.sentence <= 8) return told
  const others = grouped ? (last?.fields.parties ?? groupBefore(analysis, reading)) : []
  if (others.length > 0 || states.length > 0) return others.length > 0 ? [...others] : states
  if (form !== 'maintenance' && form !== 'memorandum') return []
  const speaker = reading.speech?.speaker.country
  return distinct([speaker && speaker !== 'UA' ? stateMention(speaker, null) : mainState(analysis), ...(form === 'maintenance' ? statesWith(reading) : [])].filter((m) => m !== null))
}

const ofStates = /minist|deleg|countr|government|president|leader|sides|regierung|länder|seiten|pays|gouvern|chefs|paesi|govern|parti|rząd|kraj|prezyden|stron|мініст|делегац|країн|уряд|президент|сторон/iu

/** "Aldor and Leeds University": the body that is joined to a firm. */
const joinedTo = (reading: Reading, firm: Mention): Mention[] =>
  reading.mentions.filter((m) => m.mention.type === 'body' && m.mention.country === null && firm.span && gap(m, firm.span) < 8 && !overlaps(m, firm.span) && cuesOf(reading, ['frames.and', 'projects.with']).some((c) => c.start >= Math.min(m.end, firm.span!.end) && c.end <= Math.max(m.start, firm.span!.start))).map((m) => m.mention)

/** Two firms or more: beyond two only those that likely take part; the rest are towns and products. */
function partners(analysis: Analysis, reading: Reading, firms: readonly Mention[]): Mention[] {
  if (firms.length < 3) return [...firms]
  const odds = new Map(firms.map((f) => [f, f.span ? oddsOf(analysis, reading, 'project', 'p', f.span) : 1])), second = [...odds.values()].sort((a, b) => b - a)[1]!
  return firms.filter((f) => odds.get(f)! >= Math.min(0.2, second))
}

/** States that act in a sentence, those of its people and bodies included; the writer's when he says "we". */
function statesIn(analysis: Analysis, reading: Reading, cue: Cue | null, acting = false): Mention[] {
  const able = reading.mentions.filter((m) => (!cue || m.end <= cue.start) && !(acting && m.mention.type === 'state' && cuesOf(reading, 'frames.at').some((c) => c.end <= m.start && m.start - c.end <= 1))), state = (m: MentionAt) => { const p = partyOf(m); return p?.type === 'state' ? p : null }
  // "Poland and NSPA signed": a body of no state acts where it is joined to one that does.
  const besideState = (m: MentionAt, i: number) => m.mention.type === 'body' && m.mention.country === null && m.mention.candidates.length > 0 && [able[i - 1], able[i + 1]].some((o) => o && state(o) && cuesOf(reading, 'frames.and').some((c) => c.start >= Math.min(o.end, m.end) && c.end <= Math.max(o.start, m.start) && gap(o, m) < 18))
  const actors = able.flatMap((m, i) => state(m) ?? (besideState(m, i) ? m.mention : []))
  // "A German-Italian plan": both.
  const words = stateWords(analysis, reading), paired = words.filter((w) => words.some((o) => o !== w && o.start === w.start && o.end === w.end)).map((w) => stateMention(w.country, null))
  return distinct([...actors, ...paired, ...(hasCue(reading, 'frames.self') ? selfOf(analysis).parties : [])])
}

/** "A joint workshop with Ukraine": states behind the word for "with". */
const statesWith = (reading: Reading): Mention[] =>
  reading.mentions.filter((m) => m.mention.type === 'state' && cuesOf(reading, 'projects.with').some((c) => c.end <= m.start && m.start - c.end <= 5)).map((m) => m.mention)

/** The partner of the one firm named: "the group" of sentences before, else the firm that the project before was about. */
function partnersOf(analysis: Analysis, reading: Reading, firm: Mention, before: readonly Draft[]): Mention[] {
  const main = mainFirm(analysis)
  // A firm that acts alone has no partner, whoever else the text tells of.
  if (!hasCue(reading, ['frames.group', 'frames.anaphor', 'projects.with', 'projects.together', 'projects.firm', 'projects.venture'])) return []
  if (main && actorKey(main) !== actorKey(firm)) return [main]
  const readings = readingsOf(analysis), last = before.at(-1), others = last?.fields.parties.filter((p) => isFirm(p) && actorKey(p) !== actorKey(firm)) ?? []
  if (others.length > 0 && reading.index - last!.sentence <= 8) return others.filter((p) => others.length < 2 || p.name === before[0]!.fields.parties[0]?.name)
  if (!cuesOf(reading, ['projects.firm', 'frames.anaphor']).some((c) => c.from <= 2 && !(firm.span && c.end <= firm.span.start && firm.span.start - c.end <= 2))) return []
  for (let i = reading.index - 1; i >= Math.max(0, reading.index - 12); i--) {
    const near = firmsIn(analysis, readings[i]!).find((f) => actorKey(f) !== actorKey(firm))
    if (near) return [near]
  }
  return []
}

/** Partners beside those likely named: the firms of the sentence, else those of the sentences before that "they" stands for. */
function withPartners(analysis: Analysis, reading: Reading, form: ProjectForm, named: readonly Mention[]): readonly Mention[] {
  if (named.length > 1 || form === 'procurement') return named
  const here = firmsIn(analysis, reading), readings = readingsOf(analysis)
  // "Zoria and its Ukrainian partner Velmet": whose firms they are is said of them, and no party.
  if (here.length > 1 && named.every((p) => p.type === 'state')) return here
  const all = distinct([...named, ...here])
  if (all.length > 1 || named.length > 0 && !hasCue(reading, 'projects.together')) return all.length > 1 && here.length > 1 ? all : named
  // Without a word for "together" a sentence that names nobody goes on with the project told before.
  const stands = hasCue(reading, 'projects.together') || hasCue(reading, ['frames.group', 'frames.anaphor']) && hasCue(reading, 'projects.proposed')
  for (let i = reading.index - 1; stands && i >= Math.max(0, reading.index - 2); i--) { const told = firmsIn(analysis, readings[i]!); if (told.length + all.length > 1) return distinct([...told, ...all]) }
  return all.length > 0 && hasCue(reading, 'projects.together') ? all : named
}

const ownForms = ['venture', 'licence', 'memorandum', 'maintenance', 'research', 'mend'].map((table) => 'projects.' + table)
/** Those of a project that names nobody likely: its firms, the partners of the project told before, its states, the firm that the text is about. */
function tellers(analysis: Analysis, reading: Reading, named: readonly Mention[], before: readonly Drawn<Fields>[]): readonly Mention[] {
  // A bakery may lease a plant, too.
  if (named.length > 0 || !arms(reading) && !hasCue(reading, ownForms) && !stateWords(analysis, reading).some((w) => w.country === 'UA')) return named
  const here = firmsIn(analysis, reading), told = before.findLast((d) => d.evidence[0].start < reading.start)?.fields.parties ?? []
  if (hasCue(reading, ['frames.group', 'frames.anaphor']) && told.length > 0 && (here.length > 0 || hasCue(reading, ownForms))) return here.length > 0 ? distinct([...here, ...told.filter(isFirm)]).slice(0, 2) : told
  if (here.length > 0) return here
  // A sentence without names right behind a project tells more of that one, unless it has a form of its own.
  if (told.length > 0 && !hasCue(reading, ownForms)) return []
  const states = distinct(stateWords(analysis, reading).filter((w) => w.kind !== 'place').map((w) => stateMention(w.country, null)))
  return states.length > 0 && !states.every(isUkraine) ? states : told.length > 0 ? told : [mainFirm(analysis)].filter((m) => m !== null)
}

/** A purchase of which only one side is named: the other is Ukraine, or who buys as by the rules. */
function bothSides(analysis: Analysis, reading: Reading, named: readonly Mention[]): Mention[] {
  const firms = named.filter(isFirm)
  return firms.length === 0 && named.some((p) => !isUkraine(p)) ? [...named, stateMention('UA', null)] : buyersAndMakers(analysis, reading, firms)
}

/** Who buys: the states of the sentence, the writer of an official text, those told in the two sentences before, else the state the text is about. From whom: the firm named, else Ukraine. */
function buyersAndMakers(analysis: Analysis, reading: Reading, firms: readonly Mention[]): Mention[] {
  const maker = firms.length === 1 ? firms[0]! : stateMention('UA', null), abroad = (list: readonly Mention[]) => list.filter((p) => !isUkraine(p) && p.type === 'state')
  const own = abroad(selfOf(analysis).parties), readings = readingsOf(analysis)
  const slice = slicesOf(reading).find((r) => hasCue(r, ['projects.procurement', 'projects.buy']))
  let buyers = slice ? abroad(statesIn(analysis, slice, null)) : []
  if (buyers.length === 0) buyers = abroad(statesIn(analysis, reading, null))
  if (buyers.length === 0 && !ofThat.test(reading.text)) buyers = own
  for (let i = reading.index - 1; buyers.length === 0 && i >= Math.max(0, reading.index - 2); i--) buyers = abroad(statesIn(analysis, readings[i]!, null)).slice(0, 1)
  if (buyers.length === 0) buyers = own.length > 0 ? own : [mainState(analysis)].filter((m) => m !== null)
  return buyers.length > 0 ? distinct([...buyers, maker]) : []
}

/** "Of this sum": the one who gave it was told before. */
const ofThat = /^(?:of (?:this|that|which|it)|from this|davon|von dieser|von diesem|sur ce(?:tte)?|de ce(?:tte)?|di (?:questi?|questa)|z te(?:j|go)|z czego|із (?:них|цієї|цього)|з (?:них|цієї|цього))(?!\p{L})/iu

function absorb(drafts: Draft[], one: Draft): void {
  const twin = drafts.find((d) => d.fields.form === one.fields.form && (d.fields.form !== 'procurement' || !d.fields.amount || !one.fields.amount) && d.fields.stage !== 'ended' && one.fields.stage !== 'ended' && (sharesAll(d.fields.parties, one.fields.parties) || (one.fields.form === 'procurement' && sharesAll(...abroad(d, one)))))
  if (!twin) { drafts.push(one); return }
  twin.fields = { ...twin.fields, amount: twin.fields.amount ?? one.fields.amount, date: twin.fields.date ?? one.fields.date, parties: distinct([...twin.fields.parties, ...one.fields.parties]) }
  twin.spans.push(...one.spans)
}

/** The buyers of two purchases, when one of them names its maker only as Ukraine. */
const abroad = (a: Draft, b: Draft): [Mention[], Mention[]] => {
  const buyers = (d: Draft) => d.fields.parties.filter((p) => !isUkraine(p) && !isFirm(p))
  return a.fields.parties.some(isUkraine) || b.fields.parties.some(isUkraine) ? [buyers(a), buyers(b)] : [[...a.fields.parties], [...b.fields.parties]]
}
const sharesAll = (a: readonly Mention[], b: readonly Mention[]) => { const keys = new Set(a.map(actorKey)); return b.every((p) => keys.has(actorKey(p))) || a.every((p) => b.some((q) => actorKey(q) === actorKey(p))) }

/** The firms of a sentence, and the states that its adjectives and names tell of beside places. */
const statesAndFirms = (analysis: Analysis, reading: Reading): readonly Mention[] =>
  [...firmsIn(analysis, reading).filter((f) => f.name.includes(' ')), ...stateWords(analysis, reading).filter((w) => w.kind !== 'place').map((w) => stateMention(w.country, null))]

/** A sentence after the project that gives its cost, its stage, its date or its makers. */
function addDetails(analysis: Analysis, reading: Reading, drafts: readonly Draft[]): void {
  const last = drafts.at(-1)
  if (!last || reading.index - last.sentence > 2 || last.fields.stage === 'ended') return
  const { fields } = last, money = reading.amounts[0], firms = fields.parties.filter(isFirm).length > 1 || !hasCue(reading, ['frames.group', 'frames.anaphor', 'projects.facility', 'projects.with', 'projects.agreed', 'projects.firm']) ? [] : surelyFirmsIn(analysis, reading)
  const told = (table: string) => cuesOf(reading, table).find((c) => !negated(reading, c)), later = hasCue(reading, ['frames.future', 'frames.doubt', 'projects.future']), about = hasCue(reading, ['frames.group', 'frames.anaphor', 'meetings.weak', 'projects.facility'])
  const others = statesAndFirms(analysis, reading).some((p) => !fields.parties.some((q) => actorKey(q) === actorKey(p))), near = reading.index - last.sentence === 1 || hasCue(reading, ['frames.group', 'meetings.weak'])
  const ended = about && near && !later && !others && told('projects.ended'), building = later || others && fields.parties.filter(isFirm).length > 1 ? undefined : told('projects.building'), signed = about && !later && reading.index - last.sentence === 1 ? told('projects.agreed') : undefined, agreed = fields.stage === 'proposed' && fields.form !== 'procurement' ? signed : undefined
  const day = reading.dates.find((d) => d.value.edtf.length >= 7)?.value
  if (!(money && !fields.amount) && !building && !ended && !agreed && !(signed && !fields.date && day) && firms.length === 0) return
  const worth = money !== undefined && !fields.amount && reading.amounts.length === 1 && (hasCue(reading, 'support.worth') && reading.mentions.length === 0 || reading.words.length < 12 && hasCue(reading, ['support.worth', 'projects.investment', 'support.giving']) && !stateWords(analysis, reading).some((w) => w.kind !== 'place'))
  if (hasCue(reading, ['support.aid', 'support.giving']) && !worth && !building && !ended && !agreed && !(about && reading.index - last.sentence === 1 && !hasCue(reading, 'support.aid'))) return
  const stage: ProjectStage = ended ? 'ended' : building && fields.stage !== 'operating' ? 'building' : agreed ? 'agreed' : fields.stage
  last.fields = {
    ...fields, amount: fields.amount ?? money?.money ?? null, stage, date: day && (stage !== fields.stage || (!fields.date && signed && stage === 'agreed')) ? day : fields.date,
    parties: fields.form === 'procurement' ? fields.parties : distinct([...(last.guessed && firms.length > 0 ? [] : fields.parties), ...firms]),
  }
  last.spans.push(trim(reading, reading))
}

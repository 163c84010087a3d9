import type { ClaimKind, CommitmentStage, Drawn, LessonFields, Mention, PlanningFields, PlanningTopic, ProjectFields, ProjectForm, ProjectStage, Written } from '../../core/claim.ts'
import { edtf, type DatedValue } from '../../core/dates.ts'
import { evidenceOf, type Span } from '../../core/evidence.ts'
import type { Analysis } from '../analysis.ts'
import type { AskDraft } from '../asks/drafts.ts'
import { bearsConclusion } from '../frames/conclusions.ts'
import { toldStage } from '../frames/cooperation.ts'
import { dayOf } from '../frames/cooperation-days.ts'
import { clausesOf } from '../frames/clauses.ts'
import { contentAt, cuesOf, hasCue, inside, overlaps, readingsOf, trim, type Reading } from '../frames/frames.ts'
import { civilShare } from '../frames/shares.ts'
import { wholeSubject } from '../frames/objects.ts'
import { subjectWithin } from '../frames/subjects.ts'
import { unlearned } from '../frames/lessons.ts'
import { sharesIn, tellsOfBattle } from '../frames/plans.ts'
import { stateWords } from '../names/atlas.ts'
import { opponents } from '../names/parties.ts'
import { subjectsOf } from '../names/subjects.ts'
import { authorsOf, selfAt } from '../speech/speakers.ts'
import { chosen } from './actors.ts'
import { projectReadings } from './project-parts.ts'
import { chance } from './scorer.ts'
import { partiesOf, partsIn, plainNames, scoreIn, surest, textIn, unread, valueIn, type Part } from './learned.ts'

/** Odds above which a sentence that no rule reads is taken for a claim of a kind. */
const least = { ask: 0.3, project: 0, lesson: 0, planning: 0 } as const
/** The same for what may be a lesson with its conclusion. */
const leastConcluded = -2

const dateIn = (reading: Reading, part: Part | undefined): DatedValue | null => (part ? reading.dates.find((d) => d.start === part.step.start)?.value ?? null : null)
/** A time without its open end: "by 2028", "from 2028" as 2028. */
const closed = (date: DatedValue | null): DatedValue | null => date && { ...date, edtf: edtf(date.edtf.replace(/^\.\.\/|\/\.\.$/g, '')) }
const words = ({ document }: Analysis, span: Span) => document.text.slice(span.start, span.end).replace(/\s+/g, ' ').trim()
const proof = (analysis: Analysis, reading: Reading) => [evidenceOf(analysis.document.text, trim(reading, reading))] as const
const sure = (analysis: Analysis, reading: Reading, kind: ClaimKind) => 0.3 + 0.4 * chance(scoreIn(analysis, reading, kind))
const explain = (rule: string, parts: readonly Part[]) => ({ rule: rule + ': learned from examples', fields: Object.fromEntries(parts.map((p) => [p.role + ' ' + p.step.start, p.step.seen.word.text])) })

/** The speaker of the words around, where the claim names nobody: of the speech, of the turn, of the text, else its publisher. */
export const speakerOf = (analysis: Analysis, reading: Reading): Mention[] => {
  if (reading.speech) return [reading.speech.speaker]
  const self = selfAt(analysis, reading), titled = self.person ?? (hasCue(reading, 'frames.self') ? inTitle(analysis) : null), { publisher } = analysis.document
  if (titled) return [titled]
  const [author] = self.parties.length > 0 || analysis.document.authors.length > 0 ? [] : authorsOf(analysis)
  if (author) return [{ kind: 'mention', type: 'person', name: author, written: author, span: null, country: null, office: null, candidates: [] }]
  return self.parties.length > 0 || !publisher ? [...self.parties] : [{ kind: 'mention', type: 'body', name: publisher, written: '', span: null, country: null, office: null, candidates: [] }]
}

/** "Remarks by Minister Signe Haugrud": the one person of the text whom its title names. */
function inTitle({ document, mentions }: Analysis): Mention | null {
  const title = (document.title ?? '').toLowerCase(), last = (m: Mention) => m.name.toLowerCase().split(' ').at(-1)!
  const found = mentions.map((m) => m.mention).filter((m) => m.type === 'person' && m.name.includes(' ') && last(m).length > 3 && title.includes(last(m)))
  return found[0] && found.every((m) => m.name === found[0]!.name) ? found[0] : null
}

/** Asks that no rule reads, in the making. */
export function learnedAsks(analysis: Analysis, taken: readonly Span[]): AskDraft[] {
  return unread(analysis, 'ask', least.ask, taken).flatMap((reading) => {
    const parts = partsIn(analysis, reading, 'ask'), asker = surest(parts, 'a')?.step.mention?.mention ?? partiesOf(parts, 'a')[0] ?? plainNames(analysis, reading, 'ask', 'a')[0] ?? speakerOf(analysis, reading)[0] ?? null
    const named = partiesOf(parts, 'b'), addressees = named.length > 0 ? named : bodiesOf(parts) ?? plainNames(analysis, reading, 'ask', 'b')
    // "…,” she told reporters": to whom something is said, not who is asked.
    if (addressees.length > 0 && addressees.every((m) => listeners.test(m.name))) return []
    return { reading, asker, addressees, text: words(analysis, textIn(analysis, reading, 'ask')), by: null, evidence: proof(analysis, reading), confidence: sure(analysis, reading, 'ask'), explain: explain('ask', parts) }
  })
}

/** Bodies, groups and people of no state that are asked: "au Sénat". */
const bodiesOf = (parts: readonly Part[]): Mention[] | null => {
  const found = parts.flatMap((p) => (p.role === 'b' && p.step.mention ? [p.step.mention.mention] : []))
  return found.length > 0 ? found : null
}

const listeners = /^(?:reporters|journalists|the press|journalist\p{L}{0,3}|presse|journalistes|giornalisti|dziennikarz\p{L}{0,3}|dziennikarzy|журналіст\p{L}{0,3}|репортер\p{L}{0,3})$/iu

/** What is asked of a plan that no rule reads: who plans, together or alone, its words with its target, its year. */
export interface PlanReader {
  actorsOf(reading: Reading, topic: PlanningTopic, text: Span): readonly Mention[]
  together(reading: Reading): readonly Mention[] | null
  wordsOf(reading: Reading, topic: PlanningTopic, text: Span): { readonly text: string; readonly target: string | null }
  yearOf(reading: Reading, topic: PlanningTopic, text: Span | null): DatedValue | null
}
type Plan = Drawn<PlanningFields<Written>>

/** Plans that no rule reads: sentences, then clauses beside those that were read, where a figure is told. */
export function learnedPlans(analysis: Analysis, ruled: readonly Plan[], reader: PlanReader): Plan[] {
  const whole = unread(analysis, 'planning', least.planning, ruled.flatMap((d) => d.evidence)).flatMap((r) => learnedPlan(analysis, r, reader)), drawn = [...ruled, ...whole]
  return [...whole, ...unreadClauses(analysis, drawn).flatMap(({ clause, before }) => learnedPlan(analysis, clause, reader).map((d) => (before && !namesActor(analysis, clause) ? { ...d, fields: { ...d.fields, actor: before.fields.actor } } : d)))]
}

function learnedPlan(analysis: Analysis, reading: Reading, { actorsOf, together, wordsOf, yearOf }: PlanReader): Plan[] {
  // "He wants the minister to buy …": asked of another, with no figure that is aimed at.
  if (reading.speech?.form !== 'direct' && cuesOf(reading, 'planning.asked').some((c) => c.from <= 2 && c.to - c.from !== 1) && !hasCue(reading, 'planning.share') && !/%|per ?cent|prozent|procent|відсот/iu.test(reading.text)) return []
  if (tellsOfBattle(reading)) return []
  const parts = partsIn(analysis, reading, 'planning'), topic = valueIn<PlanningTopic>(analysis, reading, 'planning.topic', tellsOfMoney(reading) ? undefined : 'spending'), text = textIn(analysis, reading, 'planning'), named = partiesOf(parts, 'p')
  const actor = [...together(reading) ?? subjectsOf(analysis, reading, chosen(analysis, reading, 'actor', named.length > 0 ? named : actorsOf(reading, topic, text)), topic)]
  // Where an enemy's troops stand is news of the war, and no plan.
  if (topic !== 'spending' && topic !== 'alignment' && (['project', 'commitment', 'lesson'] as const).some((k) => scoreIn(analysis, reading, k) > Math.max(0, scoreIn(analysis, reading, 'planning')))) return []
  if (actor.length === 0 || topic === 'spending' && civilShare(reading) || topic === 'readiness' && actor.some((a) => a.country !== null && opponents.has(a.country))) return []
  const said = wordsOf(reading, topic, text), at = reading.text.indexOf(said.text), span = at < 0 ? null : { start: reading.start + at, end: reading.start + at + said.text.length }
  // A date beside the plan's own words is of something else, where they have one.
  const year = surest(parts, 'y')?.step, aside = span && year && (year.start < span.start || year.end > span.end) && reading.dates.some((d) => inside(d, span))
  const fields: PlanningFields<Written> = { kind: 'planning', actor, topic, ...said, year: (aside ? null : closed(dateIn(reading, surest(parts, 'y')))) ?? yearOf(reading, topic, span) }
  return [{ fields, evidence: proof(analysis, reading), confidence: sure(analysis, reading, 'planning'), explain: explain('planning', parts) }]
}

/** Spending has a sum, a share or a budget. */
const tellsOfMoney = (reading: Reading): boolean => reading.amounts.length > 0 || sharesIn(reading).length > 0 || hasCue(reading, ['planning.spending', 'planning.share', 'planning.meets'])

/** Odds of a sentence above which its clauses are weighed, and of a clause above which it is a plan of its own. */
const leastAround = -3.5, leastClause = 0

/** Clauses with a figure or a date that likely plan and on which no plan rests, each with the plan drawn last from its sentence before it. */
function unreadClauses(analysis: Analysis, drawn: readonly Plan[]): { readonly clause: Reading; readonly before: Plan | null }[] {
  return readingsOf(analysis).flatMap((reading) => {
    if (reading.dates.length + reading.amounts.length + sharesIn(reading).length === 0 || analysis.document.blocks[reading.sentence.block]?.kind === 'heading' || scoreIn(analysis, reading, 'planning') < leastAround || reading.speech?.form === 'direct' || civilShare(reading) || scoreIn(analysis, reading, 'ask') > Math.max(2.5, scoreIn(analysis, reading, 'planning'))) return []
    const own = drawn.filter((d) => d.evidence.some((e) => overlaps(e, reading))), rests = own.map((d) => spanOf(analysis, d))
    return clausesOf(reading).filter((c) => !rests.some((s) => overlaps(s, c)) && plansAlone(analysis, c)).map((clause) => ({ clause, before: own.findLast((d, i) => rests[i]!.start < clause.start) ?? null }))
  })
}

/** Does a clause with a figure look more like a plan than like anything else? */
const plansAlone = (analysis: Analysis, clause: Reading): boolean => clause.dates.length + clause.amounts.length + sharesIn(clause).length > 0 && scoreIn(analysis, clause, 'planning') > leastClause &&
  (['ask', 'project', 'commitment', 'lesson'] as const).every((k) => scoreIn(analysis, clause, k) < scoreIn(analysis, clause, 'planning'))

/** Where the words of a plan stand in its evidence. */
function spanOf({ document }: Analysis, { fields, evidence: [first] }: Plan): Span {
  const at = document.text.slice(first.start, first.end).indexOf(fields.text.slice(0, 24))
  return at < 0 ? first : { start: first.start + at, end: Math.min(first.end, first.start + at + fields.text.length) }
}

/** Does a clause name a state or body that may plan? */
const namesActor = (analysis: Analysis, clause: Reading): boolean => stateWords(analysis, clause).some((w) => w.kind !== 'place') || hasCue(clause, ['planning.alliance', 'planning.union'])

/** Lessons that no rule reads. */
export function learnedLessons(analysis: Analysis, taken: readonly Span[], learnersOf: (reading: Reading) => readonly Mention[], sourcesOf: (reading: Reading) => readonly Mention[]): Drawn<LessonFields<Written>>[] {
  return unread(analysis, 'lesson', leastConcluded, taken).flatMap((reading) => {
    // "He has not learned that …"
    if (scoreIn(analysis, reading, 'lesson') <= least.lesson && !bearsConclusion(analysis, reading, taken) || cuesOf(reading, 'lessons.learned').some((c) => unlearned(reading, c))) return []
    const parts = partsIn(analysis, reading, 'lesson'), named = partiesOf(parts, 'l'), told = partiesOf(parts, 's')
    const learner = named.length > 0 ? named : learnersOf(reading), source = told.length > 0 ? told : sourcesOf(reading)
    const fields: LessonFields<Written> = { kind: 'lesson', learner, source, text: words(analysis, lessonText(analysis, reading)) }
    return [{ fields, evidence: proof(analysis, reading), confidence: sure(analysis, reading, 'lesson'), explain: explain('lesson', parts) }]
  })
}

/** The words of a lesson; what only tells of a noun ("factories that can surge") begins none: then the whole of what is said is it. */
function lessonText(analysis: Analysis, reading: Reading): Span {
  const likely = textIn(analysis, reading, 'lesson'), that = cuesOf(reading, 'lessons.that').find((c) => likely.start - c.end >= 0 && likely.start - c.end <= 2 && /\p{L}/u.test(reading.text.slice(c.start - reading.start, c.end - reading.start)))
  if (!that || hasCue(reading, ['lessons.learned', 'lessons.weak', 'lessons.experience'], { start: reading.start, end: that.end })) return likely
  const whole = contentAt(reading, likely)
  return whole.start < that.start ? whole : likely
}

/** Projects that no rule reads. */
export function learnedProjects(analysis: Analysis, taken: readonly Span[], partiesFor: (reading: Reading, form: ProjectForm, named: readonly Mention[]) => readonly Mention[]): Drawn<ProjectFields<Written>>[] {
  return unread(analysis, 'project', least.project, taken, projectReadings(analysis)).flatMap((reading) => {
    const parts = partsIn(analysis, reading, 'project'), form = valueIn<ProjectForm>(analysis, reading, 'project.form'), stage = toldStage(reading) ?? valueIn<ProjectStage>(analysis, reading, 'project.stage'), money = surest(parts, 'm')
    const named = partiesOf(parts, 'p'), parties = partiesFor(reading, form, named), text = textIn(analysis, reading, 'project'), day = dateIn(reading, surest(parts, 'd'))
    if (parties.length === 0) return []
    const fields: ProjectFields<Written> = {
      kind: 'project', parties, form, stage, subject: words(analysis, wholeSubject(analysis, reading, subjectWithin(analysis, reading, text))),
      amount: money ? reading.amounts.find((a) => a.start === money.step.start)?.money ?? null : null, date: day && !day.edtf.includes('..') ? day : dayOf(analysis, reading, text, form, stage, money !== undefined),
    }
    return [{ fields, evidence: proof(analysis, reading), confidence: sure(analysis, reading, 'project'), explain: explain('project', parts) }]
  })
}

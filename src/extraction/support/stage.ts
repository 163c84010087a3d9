import type { CommitmentStage } from '../../core/claim.ts'
import type { Span } from '../../core/evidence.ts'
import { countsIn } from '../money/counts.ts'
import type { Cue } from '../words/cues.ts'
import { asidesOf, byTheWay } from '../frames/asides.ts'
import { clauseAt, cuesOf, gap, hardBreak, hasCue, inside, negated, overlaps, posAt, type Reading, refusesNothing } from '../frames/frames.ts'

const stages: readonly CommitmentStage[] = ['signalled', 'announced', 'approved', 'allocated', 'contracted', 'delivered', 'reduced', 'suspended', 'cancelled']
const stageTables = stages.map((s) => 'support.' + s)
/** The tables of words by which `stageAt` knows an act. */
export const actTables: readonly string[] = [...stageTables, 'support.given', 'support.giving']
const done = new Set<CommitmentStage>(['approved', 'allocated', 'contracted', 'delivered'])
const takesBack = new Set<string>(['reduced', 'suspended', 'cancelled'])
/** Is it a stage that takes support back? */
export const withdrawn = (stage: string): boolean => takesBack.has(stage)

/** How far a commitment has come, and the word that says so. `firm` is false for plain verbs of giving. */
export interface StageAt { readonly stage: CommitmentStage; readonly cue: Cue; readonly firm: boolean; readonly why: string }

/**
 * The stage that the words around a sum or goods give it: the nearest verb of the clause, else of the sentence; lowered
 * by doubt, by the future and by a bill not yet passed. `refused` when the act is denied.
 */
export function stageAt(reading: Reading, clause: Span, core: Span): StageAt | 'refused' | null {
  const near = pick(reading, clause, core) ?? (clause.start > reading.start || clause.end < reading.end ? pick(reading, reading, core) : null)
  if (!near) return null
  if (refused(reading, near)) return 'refused'
  const listed = near.stage === 'delivered' && !near.firm && cuesOf(reading, 'support.announced').some((c) => !byTheWay(reading, near.cue, c) && !byTheWay(reading, c, near.cue))
  return lowered(reading, clause, listed ? { ...near, stage: 'announced', why: near.why + ', in a list announced' } : near)
}

function pick(reading: Reading, span: Span, core: Span): StageAt | null {
  const acts = cuesOf(reading, stageTables, span).filter((c) => !partOfCore(c, core) && !onlyNames(reading, c) && !byTheWay(reading, c, core))
  const firm = closest(acts.filter((c) => !describes(reading, c, core, acts)), core)
  if (firm) return { stage: firm.table.slice(8) as CommitmentStage, cue: firm, firm: true, why: `“${said(reading, firm)}”` }
  const given = closest(cuesOf(reading, 'support.given', span).filter((c) => !partOfCore(c, core) && !byTheWay(reading, c, core)), core), giving = closest(cuesOf(reading, 'support.giving', span).filter((c) => !partOfCore(c, core) && !onlyNames(reading, c) && !byTheWay(reading, c, core)), core)
  if (given && (!giving || gap(given, core) <= gap(giving, core))) return { stage: 'delivered', cue: given, firm: false, why: `“${said(reading, given)}”` }
  return giving ? { stage: 'announced', cue: giving, firm: false, why: `“${said(reading, giving)}”` } : null
}

/** "Budget support", "its reserves": a noun that governs nothing ("pledge of", "delivery to") tells no act. English only: others have no parts of speech. */
function onlyNames(reading: Reading, cue: Cue): boolean {
  if (cue.from !== cue.to) return false
  const { tokens } = reading.sentence, i = tokens.findIndex((t) => t.start === cue.start), next = tokens[i + 1]
  return tokens[i]?.pos === 'NOUN' && next !== undefined && next.pos !== 'ADP' && next.pos !== 'PUNCT' && next.pos !== 'PART' && next.pos !== 'NUM' && next.pos !== 'SYM'
}

/**
 * "The 30 generators promised in May have been delivered", "a pledge of 30 generators has been withdrawn": a promise right
 * behind the goods, or a noun right before them, describes them where what came of it follows.
 */
const describes = (reading: Reading, cue: Cue, core: Span, acts: readonly Cue[]): boolean =>
  cue.table === 'support.announced' && (cue.start >= core.end ? cue.start - core.end <= 2 && acts.some((c) => c.table === 'support.delivered' && c.start > cue.end && !countsAgain(reading, cue, c))
    : core.start - cue.end <= 24 && cuesOf(reading, 'support.aid', cue).some((c) => c.start === cue.start) && posAt(reading, cue) !== 'VERB' && acts.some((c) => cameOf.has(c.table) && c.start >= core.end && c.start - core.end < 60 && !hardBreak(reading, core, c)))
/** "Of the 60 promised in May, 18 have arrived": what came is counted anew. */
const countsAgain = (reading: Reading, promise: Cue, came: Cue): boolean =>
  countsIn(reading).some((n) => n.start >= promise.end && n.end <= came.start && came.start - n.end < 24 && !reading.dates.some((d) => overlaps(d, n)))
const cameOf = new Set(['support.delivered', 'support.suspended', 'support.cancelled', 'support.contracted'])

const partOfCore = (cue: Cue, core: Span) => cue.start >= core.start && cue.end <= core.end
const said = (reading: Reading, span: Span) => reading.text.slice(span.start - reading.start, span.end - reading.start)

/** The cue nearest to the core; one that stands before it and in no other clause counts as nearer. */
function closest(cues: readonly Cue[], core: Span): Cue | undefined {
  const cost = (c: Cue) => gap(c, core) + (c.start > core.end ? 25 : 0) - (withdrawn(c.table.slice(8)) ? 45 : 0)
  return cues.reduce<Cue | undefined>((best, c) => (!best || cost(c) < cost(best) || (cost(c) === cost(best) && c.to - c.from > best.to - best.from) ? c : best), undefined)
}

const refused = (reading: Reading, at: StageAt) => (at.stage === 'signalled' || withdrawn(at.stage)
  ? cuesOf(reading, 'frames.negation').some((n) => n.to < at.cue.from && at.cue.from - n.to <= 2 && !refusesNothing(reading, n)) : negated(reading, at.cue))

/**
 * Is it support that a word like "cut" or "halted" takes back? It stands near what is given and near a noun of support or
 * a verb of giving: to "cut emissions" or "block a bank" takes back nothing.
 */
export const takenBack = (reading: Reading, act: Cue, core: Span): boolean =>
  gap(act, core) < 70 && !(core.end <= act.start && reading.text.slice(core.end - reading.start, act.start - reading.start).includes(',')) && cuesOf(reading, ['support.aid', 'support.giving', 'support.announced', 'support.training', 'support.goods'], clauseAt(reading, core)).some((c) => (c.from > act.to || c.to < act.from) && gap(c, act) < 45)

/** Words for a bill in a clause or at the head of the sentence, but in no phrase that sets it apart ("not counting the bill, …"). */
function billsAt(reading: Reading, clause: Span): readonly Cue[] {
  const bills = hasCue(reading, 'support.bill') ? cuesOf(reading, 'support.bill').filter((b) => inside(b, clause) || asidesOf(reading).some((x) => x.head === b.end && clause.start >= x.start)) : []
  return bills.length === 0 ? bills : bills.filter((b) => !cuesOf(reading, 'support.apart').some((c) => c.end <= b.start && !/[,;:–—]/.test(reading.text.slice(c.end - reading.start, b.start - reading.start)) && reading.text.indexOf(',', b.end - reading.start) >= 0))
}

/** The month, in a text without a date to settle it by: no "may" has a capital amid a sentence. */
const isMay = (reading: Reading, cue: Span): boolean => cue.start > reading.start && said(reading, cue) === 'May'

function lowered(reading: Reading, clause: Span, at: StageAt): StageAt {
  // "In May" doubts nothing.
  const before = (table: string, words: number) => cuesOf(reading, table).some((c) => c.to < at.cue.from && at.cue.from - c.to <= words && !hardBreak(reading, c, at.cue) && !isMay(reading, c) && !reading.dates.some((d) => overlaps(d, c)))
  if (withdrawn(at.stage)) return at
  if (at.stage !== 'signalled' && before('frames.doubt', 5)) return { ...at, stage: 'signalled', why: at.why + ', only possible' }
  const bills = billsAt(reading, clause)
  // "Subject to approval by parliament": it has approved nothing yet.
  if (bills.length > 0 && at.stage !== 'delivered' && (at.stage !== 'approved' || bills.some((b) => overlaps(b, at.cue)))) return { ...at, stage: 'signalled', why: at.why + ', a bill or request' }
  if (done.has(at.stage) && before('frames.future', 4)) return { ...at, stage: 'announced', why: at.why + ', in the future' }
  return at
}

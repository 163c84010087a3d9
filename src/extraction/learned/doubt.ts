import type { ClaimFields, ClaimKind, Drawn, Written } from '../../core/claim.ts'
import type { Analysis } from '../analysis.ts'
import { readingsOf, type Reading } from '../frames/frames.ts'
import { teachesUs } from '../frames/lessons.ts'
import { talksBeside } from '../meetings/margins.ts'
import { sittingsIn } from '../meetings/sittings.ts'
import { isOfTheTrade, speaksOfTrade } from '../frames/trade.ts'
import { scoreIn } from './learned.ts'

/** Odds below which a rule is not believed: of claims of the kind that rules drew so far down in new texts, fewer than four in ten were right. */
const least: Readonly<Record<ClaimKind, number>> = { statement: -2.5, meeting: -2.5, commitment: -2.5, ask: -4, project: -2.5, lesson: -3, planning: -2 }

/**
 * May a sentence make a claim of a kind? What rules draw from any other is not believed, so that they need not read it.
 * @example mayMake(analysis, battleNews, 'meeting') // false
 */
export const mayMake = (analysis: Analysis, reading: Reading, kind: ClaimKind): boolean => scoreIn(analysis, reading, kind) >= least[kind] || kind === 'meeting' && (sittingsIn(analysis, reading).length > 0 || talksBeside(reading, analysis).length > 0) || kind === 'lesson' && teachesUs(reading)

/**
 * Does a rule read a claim into words that look like no claim of its kind? Words in quotation marks with a speaker are a
 * statement whatever they look like. What is dropped here shows among the misses of `extract --explain-misses`.
 * @example doubted(analysis, meetingDrawnFromBattleNews) // true
 */
export function doubted(analysis: Analysis, { fields, evidence, explain }: Drawn<ClaimFields<Written>>): boolean {
  if (fields.kind === 'statement' && (fields.form === 'direct' || (sourced.test(explain.rule) && speaking.has(fields.speaker.type) || explain.rule === 'noun phrase' && fields.speaker.type !== 'unknown' && valuing.test(explain.fields.text ?? '')))) return false
  const own = readingsOf(analysis).filter((r) => evidence.some((e) => e.start < r.end && r.start < e.end))
  return own.length > 0 && (fields.kind !== 'planning' && !own.some((r) => mayMake(analysis, r, fields.kind)) || isStrange(analysis, own, fields.kind, explain.rule))
}

/** Kinds that tell of arms, and not of any trade or wisdom; of the others, what was learned alone is not believed in a text of something else. */
const ofTheTrade: ReadonlySet<ClaimKind> = new Set(['project', 'lesson', 'planning']), learnedAlone = /learned from examples$|^commitment: learned$/

/** A claim in a text about something else altogether, from sentences that speak of nothing of the trade. */
const isStrange = (analysis: Analysis, own: readonly Reading[], kind: ClaimKind, rule: string): boolean =>
  (ofTheTrade.has(kind) || learnedAlone.test(rule)) && !isOfTheTrade(analysis) && !own.some((r) => speaksOfTrade(r, analysis))
/** Verbs that are a statement with a thing alone: "welcomed the agreement", "підкреслив важливість". */
const valuing = /^(?:welcom|stress|underlin|underscor|highlight|emphasi|begrüß|beton|unterstr|würdig|salu[éea]|soulign|sottoline|salut[ao]|podkreśl|привіта|підкресл|наголо)/iu
/** Somebody who can speak, and a phrase that gives him as the source, or a clause behind his verb: these are believed. */
const speaking: ReadonlySet<string> = new Set(['person', 'body', 'group']), sourced = /according to|^that$|^judgement$|^source in the next sentence$|^(?:around|before) the source$/

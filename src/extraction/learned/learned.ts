import type { ClaimKind, Mention } from '../../core/claim.ts'
import type { Span } from '../../core/evidence.ts'
import type { Analysis } from '../analysis.ts'
import { cuesOf, gap, onReading, overlaps, readingsOf, refusesNothing, trim, type Reading } from '../frames/frames.ts'
import { nameTable } from '../names/name-words.ts'
import { distinct, partyOf, stateMention } from '../names/parties.ts'
import { beginFeatures, endFeatures, itemFeatures, learnedKinds, partFeatures, sentenceFeatures, triggerOf } from './features.ts'
import { scorerOf } from './scorer.ts'
import { stepsOf, type Step } from './steps.ts'

/** By kind, in the order of `learnedKinds`. */
const scoresOf = onReading((reading, analysis: Analysis): Float64Array => {
  const steps = stepsOf(analysis, reading), scorer = scorerOf('claim').begin(true)
  sentenceFeatures(scorer, analysis, reading, steps)
  return scorer.allOdds()
})

/** The same with what a word of refusal takes back, each worked out when it is asked for. */
const settledScores = onReading((): Float64Array => new Float64Array(learnedKinds.length).fill(NaN))

/**
 * How much speaks for a claim of a kind in a sentence, by sentences that were read before; odds on a logarithmic scale, 0 is even.
 * @example scoreIn(analysis, reading, 'ask') > 0 // more likely than not
 */
export function scoreIn(analysis: Analysis, reading: Reading, kind: ClaimKind): number {
  const at = learnedKinds.indexOf(kind), known = settledScores(reading)
  if (Number.isNaN(known[at]!)) {
    const score = scoresOf(reading, analysis)[at]!
    known[at] = score > -1 && acts.has(kind) && denied(analysis, reading, kind) ? Math.min(score - 3, refused) : score
  }
  return known[at]!
}

/** The most that speaks for an act which a word of refusal takes back. */
const refused = -0.8

/** Kinds that tell of an act, which a word of refusal takes back. */
const acts: ReadonlySet<ClaimKind> = new Set(['commitment', 'meeting', 'ask', 'project', 'planning'])

/** Is the act of a sentence refused? A word of refusal stands close before where it stands; a plant that "will not be built" is told of all the same. */
function denied(analysis: Analysis, reading: Reading, kind: ClaimKind): boolean {
  const step = stepsOf(analysis, reading)[triggerIn(analysis, reading, kind)]
  return step !== undefined && cuesOf(reading, 'frames.negation').some((n) => gap(n, step) < 25 && !refusesNothing(reading, n) && !(kind === 'project' && cuesOf(reading, 'projects.ended').some((e) => overlaps(e, n))))
}

/** Sentences, or parts of them, that likely make a claim of a kind and on which none of the spans rests; headings and scraps aside. */
export function unread(analysis: Analysis, kind: ClaimKind, least: number, taken: readonly Span[] = [], among: readonly Reading[] = readingsOf(analysis)): Reading[] {
  return among.filter((r) => r.words.length >= 4 && analysis.document.blocks[r.sentence.block]?.kind !== 'heading' && scoreIn(analysis, r, kind) > least && !taken.some((t) => overlaps(t, r)))
}

const valuesIn = onReading((): Map<string, Float64Array> => new Map())
/** What speaks for each value of a field in a sentence, by the labels of its group; worked out once. */
function valueScores(analysis: Analysis, reading: Reading, group: string): Float64Array {
  const known = valuesIn(reading)
  let scores = known.get(group)
  if (!scores) {
    const scorer = scorerOf(group).begin(true)
    sentenceFeatures(scorer, analysis, reading, stepsOf(analysis, reading))
    known.set(group, (scores = scorer.allOdds()))
  }
  return scores
}

/** The place of the highest of some sums, of equals the first. */
function highest(sums: Float64Array): number {
  let at = 0
  for (let i = 1; i < sums.length; i++) if (sums[i]! > sums[at]!) at = i
  return at
}

/** The likeliest value of a field, but for one that cannot be: `valueIn(analysis, reading, 'commitment.stage') // 'delivered'`. */
export function valueIn<T extends string>(analysis: Analysis, reading: Reading, group: string, except?: T): T {
  const { labels } = scorerOf(group), scores = valueScores(analysis, reading, group)
  return labels[highest(except === undefined ? scores : scores.map((s, i) => (labels[i] === except ? -Infinity : s)))] as T
}

/**
 * The value that a rule gave, or the likeliest one where that is likelier by a margin of odds: what many examples say
 * against what one word of a table says. `weighed(analysis, reading, 'project.stage', 'proposed', 0.5) // 'agreed'`
 */
export function weighed<T extends string>(analysis: Analysis, reading: Reading, group: string, ruled: T, margin: number): T {
  const { labels } = scorerOf(group), scores = valueScores(analysis, reading, group), best = highest(scores)
  return scores[best]! - scores[labels.indexOf(ruled)]! > margin ? labels[best] as T : ruled
}

const triggers = onReading((): Int32Array => new Int32Array(learnedKinds.length).fill(-1))
/** The step where the act stands. */
export function triggerIn(analysis: Analysis, reading: Reading, kind: ClaimKind): number {
  const at = learnedKinds.indexOf(kind), known = triggers(reading)
  if (known[at]! < 0) { const scorer = scorerOf('claim'), k = scorer.labels.indexOf(kind); known[at] = triggerOf(stepsOf(analysis, reading), (name, word) => scorer.weight(k, name, word)) }
  return known[at]!
}

/** A name, sum or date with the part it plays in the claim. */
export interface Part { readonly role: string; readonly step: Step; readonly score: number }

const scoresOfParts = onReading((): (Float64Array | undefined)[][] => learnedKinds.map(() => []))
/** What speaks for each part that a step may play in a claim, by the labels of its group; worked out once. */
function partScores(analysis: Analysis, reading: Reading, kind: ClaimKind, at: number): Float64Array {
  const known = scoresOfParts(reading)[learnedKinds.indexOf(kind)]!
  let scores = known[at]
  if (!scores) {
    const scorer = scorerOf('part.' + kind).begin()
    partFeatures(scorer, reading, stepsOf(analysis, reading), at, triggerIn(analysis, reading, kind))
    known[at] = scores = scorer.allOdds()
  }
  return scores
}

/** The parts that more likely than not belong to a claim of a kind, in order of place. */
export function partsIn(analysis: Analysis, reading: Reading, kind: ClaimKind): Part[] {
  const { labels } = scorerOf('part.' + kind), out: Part[] = []
  stepsOf(analysis, reading).forEach((step, i) => {
    if (!step.kind) return
    const scores = partScores(analysis, reading, kind, i), best = highest(scores), score = scores[best]!
    if (score > 0) out.push({ role: labels[best]!, step, score })
  })
  return out
}

/** How much speaks for a span playing a part in a claim; odds, 0 where no step stands there. */
export function oddsOf(analysis: Analysis, reading: Reading, kind: ClaimKind, role: string, span: Span): number {
  const at = stepsOf(analysis, reading).findIndex((s) => overlaps(s, span))
  return at < 0 ? 0 : oddsAt(analysis, reading, kind, role, at)
}

/** The same for a step by its place. */
export const oddsAt = (analysis: Analysis, reading: Reading, kind: ClaimKind, role: string, at: number): number => partScores(analysis, reading, kind, at)[scorerOf('part.' + kind).labels.indexOf(role)] ?? 0

/** The words of a claim: the likeliest place to begin and the likeliest to end. */
export function textIn(analysis: Analysis, reading: Reading, kind: ClaimKind): Span {
  const steps = stepsOf(analysis, reading), trigger = triggerIn(analysis, reading, kind), scorer = scorerOf('text.' + kind)
  const begins = steps.map((_, i) => { beginFeatures(scorer.begin(), reading, steps, i, trigger); return scorer.odds(0) })
  const ends = steps.map((_, i) => { endFeatures(scorer.begin(), reading, steps, i, trigger); return scorer.odds(1) })
  let most = -Infinity, from = 0, to = steps.length - 1, bestFrom = 0
  for (let i = 0; i < steps.length; i++) {
    if (begins[i]! > begins[bestFrom]!) bestFrom = i
    if (i - bestFrom >= 2 && begins[bestFrom]! + ends[i]! > most) { most = begins[bestFrom]! + ends[i]!; from = bestFrom; to = i }
  }
  const span = steps.length ? trim(reading, { start: steps[from]!.start, end: steps[to]!.end }) : reading
  return /[.!?]$/.test(reading.text.slice(0, span.end - reading.start)) ? { start: span.start, end: span.end - 1 } : span
}

/** Where the words of a claim begin: where a rule lets them, or before that where it is likelier by a margin of odds. */
export function beginIn(analysis: Analysis, reading: Reading, kind: ClaimKind, ruled: Span, margin: number): number {
  const steps = stepsOf(analysis, reading), trigger = triggerIn(analysis, reading, kind), scorer = scorerOf('text.' + kind), first = steps.findIndex((s) => s.end > ruled.start)
  const odds = (i: number) => { beginFeatures(scorer.begin(), reading, steps, i, trigger); return scorer.odds(0) }
  let at = first, most = first < 0 ? Infinity : odds(first) + margin
  steps.forEach((s, i) => { if (s.start < ruled.end && i !== first) { const o = odds(i); if (o > most) { most = o; at = i } } })
  return at === first ? ruled.start : steps[at]!.start
}

/** Words for somebody who plays a part in a claim, names or not, each with the role and its span. */
function namesLearned(analysis: Analysis, reading: Reading, kind: ClaimKind): (Span & { readonly role: string })[] {
  const steps = stepsOf(analysis, reading), trigger = triggerIn(analysis, reading, kind), scorer = scorerOf('name.' + kind), out: { role: string; start: number; end: number }[] = []
  let open: string | null = null
  steps.forEach((step, i) => {
    itemFeatures(scorer.begin(), reading, steps, i, trigger)
    const [label, score] = scorer.best(), role = label[0]!
    if (score <= 0) open = null
    else if (label[1] === '2' && open === role) out.at(-1)!.end = step.end
    else { out.push({ role, start: step.start, end: step.end }); open = role }
  })
  return out
}

/** Those of a role that have no name: "the partners", "cantons", as groups. */
export function plainNames(analysis: Analysis, reading: Reading, kind: ClaimKind, role: string): Mention[] {
  const steps = stepsOf(analysis, reading), { determiners } = nameTable(analysis.language)
  return distinct(namesLearned(analysis, reading, kind).filter((n) => n.role === role && !steps.some((s) => s.kind && s.kind !== 'number' && s.kind !== 'group' && s.start < n.end && n.start < s.end)).flatMap((n): Mention[] => {
    const first = reading.words.find((w) => w.start >= n.start), start = first && determiners.has(first.lower) && first.end < n.end ? first.end + 1 : n.start
    const name = reading.text.slice(start - reading.start, n.end - reading.start).trim()
    return /\p{L}{3}/u.test(name) ? [{ kind: 'mention', type: 'group', name, written: name, span: { start, end: n.end }, country: null, office: null, candidates: [] }] : []
  }))
}

/** Goods by their words, each with the span of its name. */
export function itemsLearned(analysis: Analysis, reading: Reading): Span[] {
  const steps = stepsOf(analysis, reading), scorer = scorerOf('item'), out: { start: number; end: number }[] = []
  let open = false
  steps.forEach((step, i) => {
    itemFeatures(scorer.begin(), reading, steps, i)
    const first = scorer.odds(0), later = scorer.odds(1)
    if (first > 0 && first >= later || (first > -0.5 && later > 0 && !open)) { out.push({ start: step.start, end: step.end }); open = true }
    else if (later > 0 && open) out.at(-1)!.end = step.end
    else open = false
  })
  return out
}

/** The party a step stands for: that of its mention, else its state. */
export const partyAt = ({ mention, country }: Step): Mention | null => (mention ? partyOf(mention) : country ? stateMention(country, null) : null)

/** The parties of some parts. */
export const partiesOf = (parts: readonly Part[], ...roles: string[]): Mention[] => distinct(parts.filter((p) => roles.includes(p.role)).flatMap((p) => partyAt(p.step) ?? []))

/** The part of a role with the highest score. */
export const surest = (parts: readonly Part[], role: string): Part | undefined => parts.filter((p) => p.role === role).sort((a, b) => b.score - a.score)[0]

import type { PlanningTopic } from '../../core/claim.ts'
import type { Span } from '../../core/evidence.ts'
import type { Analysis } from '../analysis.ts'
import { overlaps, trim, type Reading } from '../frames/frames.ts'
import { beforeDate, sharesIn } from '../frames/plans.ts'
import { chooserOf } from './scorer.ts'
import { beginFeatures, endFeatures } from './features.ts'
import { triggerIn } from './learned.ts'
import { stepsOf } from './steps.ts'

/** Steps that the words for a target have at most. */
const longest = 22

/**
 * The target of a plan: the words a rule found, unless others are likelier by a wide margin, and the likeliest where no
 * rule found any.
 * @example targetIn(analysis, reading, content, 'capability', null) // "fifty new tanks"
 */
export function targetIn(analysis: Analysis, reading: Reading, content: Span, topic: PlanningTopic, ruled: string | null): string | null {
  if (ruled === null && topic === 'industry') return null // Half of such plans have none.
  const steps = stepsOf(analysis, reading), from = steps.findIndex((s) => s.start >= content.start - 1), to = steps.findLastIndex((s) => s.end <= content.end + 1)
  if (from < 0 || to < from) return ruled
  const trigger = triggerIn(analysis, reading, 'planning'), scorer = chooserOf('target')
  const odds = (end: boolean, i: number) => { scorer.begin(); if (end) endFeatures(scorer, reading, steps, i, trigger); else beginFeatures(scorer, reading, steps, i, trigger); return scorer.odds(end ? 1 : 0) }
  const begins: number[] = [], ends: number[] = []
  for (let i = from; i <= to; i++) { begins[i] = odds(false, i); ends[i] = odds(true, i) }
  let most = -Infinity, first = from, last = to
  for (let i = from; i <= to; i++) for (let j = i; j <= to && j < i + longest; j++) if (begins[i]! + ends[j]! > most) { most = begins[i]! + ends[j]!; first = i; last = j }
  const span = trim(reading, { start: steps[first]!.start, end: steps[last]!.end }), words = reading.text.slice(span.start - reading.start, span.end - reading.start).replace(/\s+/g, ' '), likeliest = reading.dates.some((d) => d.start >= span.end && d.start - span.end < 14) ? words.replace(beforeDate, '') : words
  // Money is aimed at by a figure.
  const figure = topic !== 'spending' || steps.slice(first, last + 1).some((s) => s.kind === 'sum' || s.kind === 'number') || sharesIn(reading).some((s) => overlaps(s, span))
  if (ruled === null) return figure && most > -3 && likeliest.length > 1 ? likeliest : null
  const at = reading.text.indexOf(ruled), a = at < 0 ? -1 : steps.findIndex((s) => s.end > reading.start + at), b = steps.findLastIndex((s) => s.start < reading.start + at + ruled.length)
  const own = a < 0 || b < a ? Infinity : (begins[a] ?? odds(false, a)) + (ends[b] ?? odds(true, b))
  return most - own > 3 ? likeliest : ruled
}

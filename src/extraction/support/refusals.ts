import type { Span } from '../../core/evidence.ts'
import { clauseAt, cuesOf, hardBreak, refusesNothing, type Reading } from '../frames/frames.ts'
import type { Draft } from './drafts.ts'
import { withdrawn } from './stage.ts'

/** Words of giving, promising and settling, any of which may be what a word of refusal takes back. */
const acts = ['signalled', 'announced', 'approved', 'allocated', 'contracted', 'delivered', 'giving', 'given', 'receiving'].map((table) => 'support.' + table)
const noneOf = /^(?:kein(?:e[mnrs]?)?|no|nessun[oa]?|aucune?|żadn(?:a|e|y|ego|ej|ych|ym|ą)|жодн(?:ого|ої|их|а|е|у))$/i
/** Words between a word of refusal and the act it takes back. */
const near = 2
/** Letters between a word of refusal and what is given, where another act is told behind that, and where none is. */
const close = 30, far = 70

/**
 * Is what is given refused after all: "will not deliver 30 missiles", "keine 30 Panzer geliefert", "did not set up a fund
 * of two billion"? A word of refusal stands at the goods, at the act nearest to them, or before them in a clause that
 * tells of no other act.
 * @example isRefused(reading, draft) // "Greece has not sent the 30 tanks": true
 */
export function isRefused(reading: Reading, { core, fields }: Pick<Draft, 'core' | 'fields'>): boolean {
  if (withdrawn(fields.stage) || !cuesOf(reading, 'frames.negation').length) return false
  const clause = clauseAt(reading, core), words = (span: Span) => reading.text.slice(span.start - reading.start, span.end - reading.start)
  const refusals = cuesOf(reading, 'frames.negation', clause).filter((n) => n.to - n.from < 2 && !hardBreak(reading, n, core) && !(refusesNothing(reading, n) || cuesOf(reading, 'support.contents').some((c) => c.from > n.to && c.from - n.to <= near)))
  if (refusals.length === 0) return false
  if (refusals.some((n) => n.end <= core.start && core.start - n.end <= 12 && noneOf.test(words(n)))) return true
  const told = cuesOf(reading, acts, clause), taken = told.filter((a) => refusals.some((n) => n.to < a.from && a.from - n.to <= near))
  const open = told.filter((a) => !taken.some((t) => Math.abs(t.from - a.from) <= near))
  if (taken.length > 0 && open.length === 0) return true
  return !open.some((a) => a.start < core.start) && refusals.some((n) => n.end <= core.start && core.start - n.end < (open.length > 0 ? close : far) && !words({ start: n.end, end: core.start }).includes(','))
}

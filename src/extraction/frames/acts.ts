import type { Span } from '../../core/evidence.ts'
import { bounds } from '../../core/dates.ts'
import type { Analysis } from '../analysis.ts'
import { stateWords } from '../names/atlas.ts'
import type { Cue } from '../words/cues.ts'
import { byTheWay } from './asides.ts'
import { doerOf } from './doer.ts'
import { cuesOf, hardBreak, hasCue, overlaps, type Reading } from './frames.ts'
import { nameTable } from '../names/name-words.ts'
import { selfOf } from '../names/parties.ts'

/** Years before which no act is one of today's support. */
const history = '1992'

/**
 * Why the words of an act promise and give nothing after all: a question, an act of the past century, one that is only
 * asked for, a means that somebody could use, or one done by a thing. Null where the act stands.
 * @example idle(analysis, reading, clause, sending, tanks) // "could win by sending tanks": 'only a means'
 */
export function idle(analysis: Analysis, reading: Reading, clause: Span, act: Cue, core: Span): string | null {
  if (/\?["”»]?\s*$/.test(reading.text)) return 'a question'
  if (reading.dates.some((d) => bounds(d.value.edtf)[1] < history && !d.value.edtf.includes('..'))) return 'history'
  const before = (table: string, words: number) => cuesOf(reading, table, clause).some((c) => c.to < act.from && act.from - c.to <= words && !hardBreak(reading, c, act) && !cuesOf(reading, 'frames.breaks', clause).some((b) => b.from > c.to && b.to < act.from))
  if (before('support.asking', 8)) return 'only asked for'
  if (before('support.means', 2) && before('frames.able', 14)) return 'only a means'
  if (imperative(analysis, reading, clause, act)) return 'told to others'
  if (act.table === 'support.announced' && receives(reading, act) && !stateWords(analysis, reading).some((w) => w.country === 'UA')) return 'received by others'
  return byThing(analysis, reading, act, core)
}

/** "Will receive", "recevra": the subject gives nothing, it gets. */
const receives = (reading: Reading, act: Cue): boolean => hasCue(reading, 'support.receiving', act)

/** "Send tanks!": a bare verb that opens its clause asks others; the points of an official list promise. */
const imperative = (analysis: Analysis, reading: Reading, clause: Span, act: Cue): boolean =>
  act.table === 'support.giving' && act.start - clause.start <= 1 && reading.sentence.tokens.some((t) => t.start === act.start && t.pos === 'VERB' && !/(?:ing|ed|s)$/.test(t.lower)) && !selfOf(analysis).official

/** English alone has parts of speech: "the systems will help", "each missile you make includes". */
function byThing(analysis: Analysis, reading: Reading, act: Cue, core: Span): string | null {
  const doer = doerOf(reading, act)
  // "Portugal, which has tanks, will deliver lorries": the doer stands before what is told by the way.
  if (!doer || byTheWay(reading, doer.head, act)) return null
  const { head } = doer, names = nameTable(reading.language)
  const sum = reading.amounts.some((a) => overlaps(a, core))
  if (head.lower === 'you') return 'done by the reader'
  if (receives(reading, act) && stateWords(analysis, reading).some((w) => w.country === 'UA' && w.end <= act.start && act.start - w.end < 40)) return null
  // "The system purchased in May would arrive": a participle behind the goods.
  if (overlaps(head, core) && /(?:ed|[^e]n)$/.test(reading.text.slice(act.start - reading.start, act.end - reading.start)) && reading.sentence.tokens.some((t) => t.pos === 'AUX' && t.start > act.end && t.start - act.end < 60)) return null
  if (doer.passive || act.table === 'support.delivered' || head.pos !== 'NOUN' || (overlaps(head, core) && (sum || / (?:to|from)$/.test(reading.text.slice(act.start - reading.start, act.end - reading.start))))) return null
  const actor = reading.mentions.some((m) => overlaps(m, head)) || names.roles.has(head.lower) || names.groups.has(head.lower) || names.bodies.has(head.lower) || hasCue(reading, 'support.government', head)
  const people = stateWords(analysis, reading).some((w) => w.kind === 'demonym' && w.end <= head.start && head.start - w.end <= 2) && !hasCue(reading, ['support.goods', 'support.military', 'support.aid'], head)
  const aid = hasCue(reading, ['support.bundle', 'support.aid', 'support.total'], head) && (sum || stateWords(analysis, reading).some((w) => w.end <= head.start && head.start - w.end < 30))
  return actor || people || aid ? null : `“${head.text}” gives nothing`
}

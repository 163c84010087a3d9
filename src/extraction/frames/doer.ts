import type { Span } from '../../core/evidence.ts'
import type { Token } from '../analysis.ts'
import { cuesOf, overlaps, type Reading } from './frames.ts'

/** Who or what does the act of a verb: its head word, and whether the verb is passive. */
export interface Doer { readonly head: Token; readonly passive: boolean }

const being = new Set(['be', 'is', 'are', 'was', 'were', 'been', 'being', 'get', 'gets', 'got'])
/** Prepositions that hang a noun on the one before. */
const attaching = new Set(['of', 'in', 'from', 'for', 'at', 'with', 'on'])
const relative = new Set(['that', 'which', 'who', 'whom'])

/**
 * The doer of the verb in a span, found by walking left over auxiliaries, adverbs, dates and governing words ("plans to
 * send"), through "that" and "which" to the noun before, and over a joined verb to its own doer. Null where the sentence
 * has no parts of speech, the span holds no verb or nothing stands before it.
 * @example doerOf(reading, help)?.head.text // "The systems will help Ukraine": 'systems'
 */
export function doerOf(reading: Reading, span: Span): Doer | null {
  const { tokens } = reading.sentence
  const verb = tokens.findIndex((t) => t.start >= span.start && t.start < span.end && (t.pos === 'VERB' || t.pos === 'AUX'))
  return verb < 0 ? null : leftOf(reading, tokens, verb, 0)
}

function leftOf(reading: Reading, tokens: readonly Token[], verb: number, depth: number): Doer | null {
  const passive = isPassive(tokens, verb)
  const asides = [...reading.dates, ...cuesOf(reading, 'support.total')]
  let i = verb - 1
  while (i >= 0 && (isSkipped(tokens, i) || asides.some((d) => overlaps(d, tokens[i]!)))) i--
  const left = tokens[i]
  if (!left) return null
  if (left.pos === 'CCONJ') { const earlier = depth < 2 ? verbBefore(tokens, i) : -1; return earlier < 0 ? null : leftOf(reading, tokens, earlier, depth + 1) }
  const at = relative.has(left.lower) ? nounBefore(tokens, i) : left.text === ',' ? behindComma(tokens, i) : isNominal(left) ? i : -1
  const head = at < 0 ? -1 : headOf(tokens, at)
  return head < 0 ? null : { head: tokens[head]!, passive }
}

/** The noun that the phrase ending at a noun is about: "ministers" in "the ministers of the two states". -1 where a preposition opens the phrase. */
function headOf(tokens: readonly Token[], noun: number): number {
  let i = noun
  for (let steps = 0; steps < 4; steps++) {
    let before = i - 1
    while (before >= 0 && /^(?:DET|ADJ|NOUN|PROPN|NUM)$/.test(tokens[before]!.pos ?? '') || tokens[before]?.lower === '’s' || tokens[before]?.lower === "'s") before--
    if (tokens[before]?.pos !== 'ADP' || !attaching.has(tokens[before]!.lower)) return i
    if (before === 0 || !isNominal(tokens[before - 1]!)) return -1
    i = before - 1
  }
  return i
}

const isNominal = (t: Token) => t.pos === 'NOUN' || t.pos === 'PROPN' || t.pos === 'PRON' || t.pos === 'NUM'

/** Words between a verb and its doer, "plans" in "the ministry plans to send" and "ready" in "is ready to" among them. */
function isSkipped(tokens: readonly Token[], i: number): boolean {
  const { pos } = tokens[i]!
  return pos === 'AUX' || pos === 'VERB' || pos === 'ADV' || pos === 'PART' || ((pos === 'ADJ' || pos === 'NOUN') && tokens[i + 1]?.pos === 'PART' && tokens[i + 1]!.lower === 'to')
}

/** "Was sent", "donated by". */
function isPassive(tokens: readonly Token[], verb: number): boolean {
  if (tokens[verb]!.lower.endsWith('ing')) return false
  if (tokens[verb + 1]?.lower === 'by') return true
  for (let i = verb - 1; i >= 0 && i > verb - 4; i--) { if (tokens[i]!.pos === 'AUX') return being.has(tokens[i]!.lower); if (tokens[i]!.pos !== 'ADV') return false }
  return false
}

const verbBefore = (tokens: readonly Token[], from: number): number => { for (let i = from - 1; i >= 0; i--) if (tokens[i]!.pos === 'VERB') return i; return -1 }
const nounBefore = (tokens: readonly Token[], from: number): number => { for (let i = from - 1; i >= 0 && i > from - 4; i--) if (tokens[i]!.pos === 'NOUN' || tokens[i]!.pos === 'PROPN') return i; return -1 }

/** The noun before a comma, where no preposition opens what stands there ("On Monday, …"). */
function behindComma(tokens: readonly Token[], comma: number): number {
  const noun = nounBefore(tokens, comma)
  return noun < 0 || tokens.slice(Math.max(0, comma - 6), noun).some((t) => t.pos === 'ADP' || t.pos === 'SCONJ') ? -1 : noun
}

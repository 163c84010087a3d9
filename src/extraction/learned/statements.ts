import type { Drawn, Mention, StatementFields, Written } from '../../core/claim.ts'
import { evidenceOf, type Span } from '../../core/evidence.ts'
import type { Analysis } from '../analysis.ts'
import { overlaps, trim, type Reading } from '../frames/frames.ts'
import { selfAt } from '../speech/speakers.ts'
import { speechTable } from '../speech/speech-words.ts'
import { chance } from './scorer.ts'
import { partsIn, plainNames, scoreIn, surest, textIn, unread } from './learned.ts'

/**
 * Odds above which a sentence that no rule reads is taken for a statement, by what its shape tells: most of those that are
 * quoted for the better part are one, of those with a clause behind "that" somewhat more than half. Measured on documents whose
 * answers the weights had not seen.
 */
const least = { quotation: 0.1, that: 0.1, plain: 1.4 } as const

/** Direct, indirect and mixed speech that no rule reads. */
export function learnedStatements(analysis: Analysis, taken: readonly Span[]): Drawn<StatementFields<Written>>[] {
  return unread(analysis, 'statement', Math.min(least.quotation, least.that), taken).flatMap((reading) => {
    const score = scoreIn(analysis, reading, 'statement'), quoted = quotedIn(analysis, reading), part = surest(partsIn(analysis, reading, 'statement'), 's')
    const clause = quoted.length > 0 ? null : thatClause(analysis, reading), own = selfAt(analysis, reading).person !== null
    const shape = mostlyQuoted(reading, quoted) ? 'quotation' : clause && (score > least.plain || !own) ? 'that' : 'plain'
    if (score <= least[shape] || (shape === 'that' && scoreIn(analysis, reading, 'ask') > score)) return []
    const text = shape === 'quotation' ? quoted : [clause ?? textIn(analysis, reading, 'statement')]
    if (text !== quoted && torn(analysis, text[0]!)) return []
    const inside = (at: Span) => text.some((t) => at.start >= t.start && at.end <= t.end)
    const speaker = part && !inside(part.step) ? part.step.mention?.mention : shape === 'plain' && quoted.length === 0 ? undefined : plainNames(analysis, reading, 'statement', 's').find((m) => !m.span || !inside(m.span)) ?? (quoted.length > 0 ? named(reading, inside) ?? (own ? null : nearby(analysis, reading)) : null)
    if (!speaker) return []
    const form = quoted.length === 0 ? 'indirect' : text === quoted || quoted.some((q) => q.start <= text[0]!.start + 1 && q.end >= text[0]!.end - 1) ? 'direct' : 'mixed'
    const fields: StatementFields<Written> = { kind: 'statement', speaker, country: speaker.country, form, text: text.map((t) => balanced(analysis.document.text.slice(t.start, t.end))).join(' ').replace(/\s+/g, ' ').trim() }
    return [{ fields, evidence: [evidenceOf(analysis.document.text, trim(reading, reading))], confidence: 0.3 + 0.4 * chance(score), explain: { rule: `statement: learned from examples (${shape})`, fields: { speaker: part?.step.seen.word.text ?? 'from the words around', score: score.toFixed(1) } } }]
  })
}

/** Without a closing mark whose opening one stands before the words. */
const balanced = (words: string): string => (/[»”“]\s*$/.test(words) && !/[«„“”"»]/.test(words.replace(/[»”“]\s*$/, '')) ? words.replace(/(?<!\s)\s*[»”“]\s*$/, '') : words)

/** Words that cut a quotation in two, or are too few to say anything. */
const torn = ({ document, quotations }: Analysis, text: Span): boolean =>
  document.text.slice(text.start, text.end).split(/\s+/).length < 3 || quotations.some((q) => overlaps(q, text) && (q.start < text.start - 1 && text.start < q.end - 1) !== (q.start < text.end && text.end < q.end - 1))

/** Quotations of four words or more in a sentence, as far as they stand in it. */
const quotedIn = (analysis: Analysis, reading: Reading): Span[] => analysis.quotations.flatMap((q) => {
  const span = { start: Math.max(q.start, reading.start), end: Math.min(q.end, reading.end) }
  return overlaps(q, reading) && reading.words.filter((w) => w.start >= span.start && w.end <= span.end).length >= 4 ? [span] : []
})

/** More than half of the words stand in the quotations. */
const mostlyQuoted = (reading: Reading, quoted: readonly Span[]): boolean =>
  2 * reading.words.filter((w) => quoted.some((q) => w.start >= q.start && w.end <= q.end)).length > reading.words.length

/** The clause behind "that" that is no relative one: behind a comma in most languages, behind a verb in those that set none. */
function thatClause(analysis: Analysis, reading: Reading): Span | null {
  const { that } = speechTable(analysis.language), { tokens } = reading.sentence, french = relative.has(analysis.language.code)
  const at = tokens.findIndex((t, i) => i > 1 && i < tokens.length - 3 && that.has(t.lower) && (t.pos ? t.pos === 'SCONJ' && tokens[i + 1]!.lower !== 'of' : french ? /^\p{Ll}+$/u.test(tokens[i - 1]!.text) : tokens[i - 1]!.text === ','))
  if (at < 0 || !(tokens[at]!.pos || french || complementizers.has(tokens[at]!.lower))) return null
  let end = tokens.length
  while (end > at + 1 && /^[.!?…]+$/.test(tokens[end - 1]!.text)) end--
  return { start: tokens[at + 1]!.start, end: tokens[end - 1]!.end }
}
/** Languages whose word for "that" opens relative clauses too, then behind a comma. */
const relative = new Set(['fr', 'it'])
/** Words that open a clause of content and no question. */
const complementizers = new Set(['dass', 'daß', 'że', 'iż', 'що'])

/** Who speaks in a quotation without a source: the one whom the sentence names outside it. */
const named = (reading: Reading, inside: (at: Span) => boolean): Mention | null => reading.mentions.find((m) => !m.quoted && !inside(m) && speaking.has(m.mention.type))?.mention ?? null
const speaking: ReadonlySet<string> = new Set(['person', 'body', 'group'])

/** Else the one who spoke last close before; else the one whom the sentences before are about; else whom a line with a dash behind it names. */
function nearby(analysis: Analysis, reading: Reading): Mention | null {
  const { sentence } = reading, at = analysis.sentences.indexOf(sentence), next = analysis.sentences[at + 1]
  if (next && next.block > sentence.block && /^[–—-]$/.test(next.tokens[0]?.text ?? '')) { const signed = analysis.mentions.find((m) => m.sentence === at + 1 && m.mention.type === 'person'); if (signed) return signed.mention }
  for (let i = at - 1; i >= at - 3 && i >= 0 && analysis.sentences[i]!.block >= sentence.block - 1; i--) {
    const s = analysis.sentences[i]!, told = analysis.speech.findLast((x) => x.evidence.some((e) => overlaps(e, s)))
    if (told) return told.speaker
    const subject = analysis.mentions.find((m) => m.sentence === i && !m.quoted && m.mention.type === 'person')
    if (subject && subject.start - s.start < 40) return subject.mention
  }
  return null
}

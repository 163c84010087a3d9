import type { Span } from '../../core/evidence.ts'
import type { Analysis, DateMention, GoodsMention, MentionAt, MoneyMention, Sentence, Speech, Token } from '../analysis.ts'
import { answersOn, onAnalysis, type Keeping } from '../kept.ts'
import { compile, findCues, wordsOf, type Cue, type Finder, type Word } from '../words/cues.ts'
import type { Language } from '../language.ts'

/** A sentence with all that frames are built of: words, cues, mentions, dates, sums, goods, the speech around it. */
export interface Reading extends Span, Keeping {
  readonly index: number
  readonly sentence: Sentence
  readonly text: string
  readonly language: Language
  readonly words: readonly Word[]
  readonly cues: readonly Cue[]
  /** The same by their table. */
  readonly byTable: ReadonlyMap<string, readonly Cue[]>
  readonly mentions: readonly MentionAt[]
  readonly dates: readonly DateMention[]
  readonly amounts: readonly MoneyMention[]
  readonly goods: readonly GoodsMention[]
  /** The act of speech whose words stand in this sentence, or that this sentence attributes. */
  readonly speech: Speech | null
}

/** What is worked out of a reading once, with the analysis it belongs to. */
export const onReading = answersOn<Reading>()

const finders = new WeakMap<Language, Finder>()

/** The sentences of a document as readings; made once. */
export const readingsOf = onAnalysis((analysis): readonly Reading[] => makeReadings(analysis))

/** The word tables of a language that frames are made of, ready to search. */
export function finderOf(language: Language): Finder {
  let finder = finders.get(language)
  if (!finder) {
    const { frames, support, meetings, projects, lessons, planning } = language
    finders.set(language, (finder = compile({ frames, support, meetings, projects, lessons, planning })))
  }
  return finder
}

function makeReadings(analysis: Analysis): Reading[] {
  const { document, sentences, language } = analysis, finder = finderOf(language)
  const mentions = bySentence(analysis.mentions, sentences), dates = bySentence(analysis.dates, sentences)
  const amounts = bySentence(analysis.amounts, sentences), goods = bySentence(analysis.goods, sentences)
  const speech = speechBySentence(analysis)
  return sentences.map((sentence, index) => {
    const text = document.text.slice(sentence.start, sentence.end), words = wordsOf(text, sentence.start, sentence.tokens), cues = findCues(words, finder)
    return {
      index, sentence, text, language, words, start: sentence.start, end: sentence.end, cues, byTable: grouped(cues), mentions: mentions[index]!,
      dates: dates[index]!, amounts: amounts[index]!, goods: goods[index]!, speech: speech[index] ?? null, known: [],
    }
  })
}

function grouped(cues: readonly Cue[]): Map<string, Cue[]> {
  const map = new Map<string, Cue[]>()
  for (const cue of cues) { const list = map.get(cue.table); if (list) list.push(cue); else map.set(cue.table, [cue]) }
  return map
}

/** Spans dealt out to the sentences they lie in; both lists run in order of place. */
function bySentence<T extends Span>(spans: readonly T[], sentences: readonly Sentence[]): T[][] {
  const out: T[][] = sentences.map(() => [])
  const sorted = [...spans].sort((a, b) => a.start - b.start)
  let s = 0
  for (const span of sorted) {
    while (s < sentences.length && sentences[s]!.end <= span.start) s++
    if (s >= sentences.length) break
    if (span.start >= sentences[s]!.start) out[s]!.push(span)
  }
  return out
}

function speechBySentence({ speech, sentences }: Analysis): (Speech | undefined)[] {
  const out: (Speech | undefined)[] = sentences.map(() => undefined)
  for (const act of speech) {
    for (const span of act.content) for (const i of sentencesIn(sentences, span)) out[i] ??= act
    for (const span of act.evidence) for (const i of sentencesIn(sentences, span)) out[i] ??= act
  }
  return out
}

function sentencesIn(sentences: readonly Sentence[], span: Span): number[] {
  let low = 0, high = sentences.length
  while (low < high) { const mid = (low + high) >> 1; if (sentences[mid]!.end <= span.start) low = mid + 1; else high = mid }
  const out: number[] = []
  for (let i = low; i < sentences.length && sentences[i]!.start < span.end; i++) out.push(i)
  return out
}

/** @example overlaps({ start: 0, end: 4 }, { start: 3, end: 9 }) // true */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end
export const inside = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end
/** Characters between two spans, 0 when they touch or overlap. */
export const gap = (a: Span, b: Span): number => Math.max(0, a.start >= b.end ? a.start - b.end : b.start - a.end)
export const nearest = <T extends Span>(to: Span, list: readonly T[]): T | undefined => list.reduce<T | undefined>((best, x) => (best && gap(best, to) <= gap(x, to) ? best : x), undefined)

/** The cues of some tables within a span (the whole sentence when none is given). */
export function cuesOf(reading: Reading, tables: string | readonly string[], span: Span = reading): readonly Cue[] {
  if (reading.cues.length === 0) return none
  if (typeof tables === 'string') return within(reading.byTable.get(tables), span)
  let found: readonly Cue[] = none
  for (const table of tables) {
    const more = within(reading.byTable.get(table), span)
    if (more.length > 0) found = found.length > 0 ? merged(found, more) : more
  }
  return found
}

/** Two lists in order of place as one; where two stand at one place, the first list's goes before. */
function merged(a: readonly Cue[], b: readonly Cue[]): Cue[] {
  const out: Cue[] = []
  let j = 0
  for (const cue of a) {
    while (j < b.length && (b[j]!.start < cue.start || b[j]!.start === cue.start && b[j]!.end < cue.end)) out.push(b[j++]!)
    out.push(cue)
  }
  while (j < b.length) out.push(b[j++]!)
  return out
}

const none: readonly Cue[] = []
/** Those within a span: the list itself where all are. */
function within(cues: readonly Cue[] | undefined, { start, end }: Span): readonly Cue[] {
  if (!cues) return none
  for (let i = 0; i < cues.length; i++) if (cues[i]!.start < start || cues[i]!.end > end) return cues.filter((c) => c.start >= start && c.end <= end)
  return cues
}

/** The part of speech of the word a span begins with; null in languages without a tagger. */
export const posAt = (reading: Reading, at: Span): Token['pos'] => reading.sentence.tokens.find((t) => t.start === at.start)?.pos ?? null
export function hasCue(reading: Reading, tables: string | readonly string[], span: Span = reading): boolean {
  if (reading.cues.length === 0) return false
  if (typeof tables === 'string') return isIn(reading, tables, span)
  for (const table of tables) if (isIn(reading, table, span)) return true
  return false
}

function isIn(reading: Reading, table: string, { start, end }: Span): boolean {
  const cues = reading.byTable.get(table)
  if (cues) for (const c of cues) if (c.start >= start && c.end <= end) return true
  return false
}

/** Is the act at a cue refused? A word of refusal stands up to four words before it (two after) in the same clause, or its two parts around it ("lehnt … ab"). */
export function negated(reading: Reading, cue: Cue): boolean {
  return cuesOf(reading, 'frames.negation').some((n) => !refusesNothing(reading, n) && ((n.from < cue.from && n.to > cue.to) || (n.to < cue.from ? cue.from - n.to <= 4 : n.from - cue.to <= 2 && n.from >= cue.from && !reading.text.slice(cue.end - reading.start, n.start - reading.start).includes(',')) && !hardBreak(reading, n, cue)))
}

/** Does a word of refusal refuse nothing: "not only tanks", "no later than June"? @example refusesNothing(reading, cue) // true for "nicht" in "nicht nur" */
export function refusesNothing(reading: Reading, { to }: Cue): boolean {
  const next = reading.words[to + 1]?.lower ?? ''
  return merely.has(next) || hesitating.test(next)
}
const merely = new Set('only just merely later less fewer nur bloß allein später weniger seulement uniquement moins solo soltanto meno oltre tylko jedynie później mniej лише тільки пізніше менше'.split(' '))
const hesitating = /^(?:hesitat|zöger|hésit|esita|waha|вага)/

/** Does a sign that parts clauses stand between two spans? */
export const hardBreak = (reading: Reading, a: Span, b: Span): boolean => {
  const [from, to] = a.end <= b.start ? [a.end, b.start] : [b.end, a.start]
  return /[;:–—]|\s-\s|, (?:but|and) /.test(reading.text.slice(Math.max(0, from - reading.start), Math.max(0, to - reading.start)))
}

/**
 * The clauses of a sentence: parted at semicolons, colons, dashes and at a comma before a word that opens a clause.
 * Together they cover the sentence.
 */
export const clausesOf = onReading((reading): readonly Span[] => cutClauses(reading))

function cutClauses(reading: Reading): Span[] {
  const cuts = new Set<number>()
  for (const m of reading.text.matchAll(/[;:]\s|\s[–—-]{1,2}\s/g)) cuts.add(reading.start + m.index + 1)
  for (const cue of cuesOf(reading, 'frames.breaks')) if (/[,;]\s{0,3}["“”«»„]?\s{0,3}$/.test(reading.text.slice(Math.max(0, cue.start - reading.start - 4), cue.start - reading.start))) cuts.add(cue.start)
  const edges = [reading.start, ...[...cuts].sort((a, b) => a - b), reading.end]
  return edges.slice(1).map((end, i) => trim(reading, { start: edges[i]!, end })).filter((c) => c.end > c.start)
}

/** A span of a reading without white space and signs at its ends. */
export function trim(reading: Reading, span: Span): Span {
  let { start, end } = span
  while (start < end && isEdge(reading.text.charCodeAt(start - reading.start))) start++
  while (end > start && isEdge(reading.text.charCodeAt(end - 1 - reading.start))) end--
  return { start, end }
}

const edge = /[\s,;:–—-]/
/** White space, and the signs that part clauses. */
const isEdge = (code: number): boolean => (code < 128 ? code === 32 || code === 44 || code === 45 || code === 58 || code === 59 || (code >= 9 && code <= 13) : edge.test(String.fromCharCode(code)))

/** The clause a span lies in. */
export const clauseAt = (reading: Reading, span: Span): Span => clausesOf(reading).find((c) => span.start >= c.start && span.start < c.end) ?? reading

/** The stretch of speech content a span lies in, cut to the sentence; else the sentence without its full stop. */
export function contentAt(reading: Reading, span: Span): Span {
  const content = reading.speech?.content.find((c) => overlaps(c, span))
  if (content) return { start: Math.max(content.start, reading.start), end: Math.min(content.end, reading.end) }
  return trim(reading, reading)
}

import type { Document } from '../../core/document.ts'
import type { Span } from '../../core/evidence.ts'
import { answersOn } from '../kept.ts'
import type { Sentence } from '../analysis.ts'
import { charClass, classes } from './characters.ts'
import type { Language } from '../language.ts'

/** Words that tell where a sentence ends in a language. */
export interface SentenceWords {
  /** Short forms that can end a sentence: in capitals before a `starter`, in small letters before any capital. */
  readonly endings: readonly string[]
  /** Words that begin a sentence and never a name. */
  readonly starters: readonly string[]
  /** "3. Dezember": a number with a full stop is an ordinal. */
  readonly ordinals: boolean
}

/** What is worked out of a sentence once, from its words and what always comes with it. */
export const onSentence = answersOn<Sentence>()

const read = new Set(['paragraph', 'heading', 'item', 'quote'])
/** A sentence longer than this is cut, so that no rule, some of which compare all cues with all others, ever runs over a whole page. */
const longest = 2000

/**
 * The sentences of the blocks that extraction reads, in order; a sentence never runs over two blocks.
 * @example findSentences(document, en).map((s) => document.text.slice(s.start, s.end))
 */
export function findSentences(document: Document, language: Language): (Span & { block: number })[] {
  const out: (Span & { block: number })[] = [], split = splitter(language)
  document.blocks.forEach((block, index) => {
    if (read.has(block.kind)) for (const span of split(document.text, block)) out.push({ ...span, block: index })
  })
  return out
}

const cache = new WeakMap<Language, (text: string, span: Span) => Span[]>()
function splitter(language: Language): (text: string, span: Span) => Span[] {
  let split = cache.get(language)
  if (!split) cache.set(language, (split = makeSplitter(language)))
  return split
}

const stops = new Set('.!?…。！？।؟۔։።፧‼⁉'.split(''))
const tight = new Set('。！？።፧'.split(''))
const closers = new Set('”"’\'»“‘)]›'.split(''))
const openers = new Set('“"‘\'«„‚([‹¿¡–—-‑'.split(''))

function makeSplitter(language: Language): (text: string, span: Span) => Span[] {
  const lower = (list: readonly string[]) => new Set(list.map((w) => w.toLowerCase()))
  const never = lower(language.abbreviations), endings = lower(language.sentences.endings), starters = lower(language.sentences.starters)
  const kind = classes()

  const wordBefore = (text: string, from: number, at: number) => {
    let i = at
    while (i > from && at - i < 24 && kind[text.charCodeAt(i - 1)] !== charClass.space && !openers.has(text[i - 1]!)) i--
    return text.slice(i, at)
  }
  const wordAt = (text: string, at: number, end: number) => {
    let i = at
    while (i < end && i - at < 30) { const k = kind[text.charCodeAt(i)]; if (k !== charClass.letter && k !== charClass.capital && k !== charClass.mark) break; i++ }
    return text.slice(at, i)
  }
  const endsAt = (text: string, from: number, stop: number, single: boolean, next: number, end: number) => {
    let n = next
    while (n < end && openers.has(text[n]!)) { n++; while (n < end && kind[text.charCodeAt(n)] === charClass.space) n++ }
    const first = kind[text.charCodeAt(n)]
    if (first === charClass.letter && text[n]!.toUpperCase() !== text[n]) return false
    if (!single) return true
    const word = wordBefore(text, from, stop), small = word.toLowerCase() + '.', starter = starters.has(wordAt(text, n, end).toLowerCase())
    if (never.has(small) && !endings.has(small)) return false
    if (/^\p{Lu}$/u.test(word)) return starter
    const acronym = word.includes('.') && /^(?:\p{L}{1,3}\.)+\p{L}{1,3}$/u.test(word)
    // "5 proc. PKB", "4 bn. EUR": a measure and its unit.
    if (endings.has(small) && /^\p{Lu}{2,}$/u.test(wordAt(text, n, end))) return false
    // "Przekazał, że od początku 2023 r. Polska …", "У травні 2023 р. Данія …": a clause that has but begun.
    if (/^[rр]$/u.test(word) && onlyTime.test(text.slice(Math.max(from, stop - 60), stop))) return false
    if (acronym || endings.has(small)) return starter || (first !== charClass.digit && word === word.toLowerCase() && stop - from >= 14)
    if (language.sentences.ordinals && /^(?:\d{1,2}|[IVX]{1,5})$/.test(word)) return starter
    return true
  }

  return (text, span) => {
    const out: Span[] = []
    const head = skipSpace(text, span.start, span.end), items = inlineItems(text, head, span.end)
    let from = items.length > 0 || (language.sentences.ordinals && opensWithDay(text, head, language)) ? head : skipMarker(text, head, span.end), i = items.length > 0 ? head + 2 : from
    const push = (to: number) => {
      let end = to
      while (end > from && kind[text.charCodeAt(end - 1)] === charClass.space) end--
      if (end > from) out.push({ start: from, end })
      from = i = skipSpace(text, to, span.end)
      if (items[0] === from) { items.shift(); i += 2 }
    }
    // ". . ." inside a sentence ends none; a quotation mark after it belongs to it.
    const spaced = (stop: number) => {
      while (i < span.end && closers.has(text[i]!)) i++
      if (i >= span.end) return
      if (i === stop) i++
    }
    while (i < span.end) {
      if (items.length > 0 && i >= items[0]!) { push(items[0]!); continue }
      if (i - from > longest && kind[text.charCodeAt(i)] === charClass.space) { push(lastSign(text, from + longest / 2, i)); continue }
      if (i - from > 2 * longest) { push(i); continue }
      if (!isStop(text, i)) { i++; continue }
      const stop = i
      while (i < span.end && (isStop(text, i) || (text[i] === ' ' && text[i + 1] === '.'))) i++
      if (text[stop + 1] === ' ' && text[stop - 1] === ' ') { spaced(stop); continue }
      if (text[stop + 1] === ' ' && i - stop > 2 && i < span.end && !closers.has(text[i]!)) i = stop + 1
      const run = i - stop
      while (i < span.end && closers.has(text[i]!)) i++
      if (text[i + 1] === '»' && kind[text.charCodeAt(i)] === charClass.space) i += 2
      if (i >= span.end) break
      if (tight.has(text[stop]!)) { push(i); continue }
      if (kind[text.charCodeAt(i)] !== charClass.space) { if (run === 1 && glued(text, stop, span.end)) push(i); continue }
      const next = skipSpace(text, i, span.end)
      if (next < span.end && endsAt(text, from, stop, run === 1 && text[stop] === '.', next, span.end)) push(i)
    }
    if (from < span.end) { i = span.end; push(span.end) }
    return out
  }
}

/** Nothing but a preposition and a year, from the head of the sentence or behind its conjunction. */
const onlyTime = /(?:^|,\s)(?:(?:że|iż|що|a|а|i|і)\s)?(?:od|do|w|we|na|po|z|ze|przed|podczas|у|в|з|із|від|до|на|після|протягом)\s(?:\p{L}{1,20}\s){0,3}(?:\d{1,2}\s\p{L}{1,12}\s)?\d{4}\s[rр]$/iu

/** Behind the last semicolon, else comma, between two places; the second of them where neither stands there. */
function lastSign(text: string, from: number, to: number): number {
  const part = text.slice(from, to), at = part.lastIndexOf('; ')
  return at >= 0 ? from + at + 1 : part.includes(', ') ? from + part.lastIndexOf(', ') + 1 : to
}

/** "support.It will": the space behind the full stop was lost. */
const glued = (text: string, stop: number, end: number) => text[stop] === '.' && /^\p{Ll}{3}\.\p{Lu}(?:\p{Ll}+[\s,’']|\s)/u.test(text.slice(stop - 3, Math.min(end, stop + 20)))

/** In Armenian the colon is the full stop, and the full stop is not. */
const isStop = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at)
  if (code !== 58 && code !== 46) return code < 128 ? code === 33 || code === 63 : stops.has(text[at]!)
  const before = text.charCodeAt(at - 1)
  return (before >= 0x531 && before <= 0x587) === (code === 58)
}

/** Starts of the second and later items of a list run on in one line: "1) … 2) …", "a. … b. …". */
function inlineItems(text: string, start: number, end: number): number[] {
  const first = /^(?:1|a)([.)])\s/.exec(text.slice(start, start + 4)), out: number[] = []
  if (!first) return out
  const letters = text[start] === 'a'
  let at = start
  for (let n = 2; n < 27; n++) {
    at = text.indexOf(` ${letters ? String.fromCharCode(96 + n) : n}${first[1]} `, at)
    if (at < 0 || at >= end) break
    out.push(++at)
  }
  return out
}

function skipSpace(text: string, at: number, end: number): number {
  const kind = classes()
  while (at < end && kind[text.charCodeAt(at)] === charClass.space) at++
  return at
}

/** A number or bullet before an item is no part of its sentence: "3. We welcome …", "• Air defence". */
/** "24. April, Oslo: …": the figure before a month is a day and no mark of a list. */
function opensWithDay(text: string, at: number, { dates }: Language): boolean {
  const month = /^\d{1,2}\.\s(\p{L}+)/u.exec(text.slice(at, at + 24))?.[1]
  return month !== undefined && Object.hasOwn(dates.months, month.toLowerCase())
}

function skipMarker(text: string, at: number, end: number): number {
  const m = /^(?:\(?\d{1,3}[.)]|[•▪◦‣*·])\s+(?=\S)/u.exec(text.slice(at, Math.min(end, at + 12)))
  return m && at + m[0].length < end && !/^\d/.test(text[at + m[0].length]!) && !(/^\d/.test(m[0]) && /^\p{Ll}/u.test(text[at + m[0].length]!)) ? at + m[0].length : at
}

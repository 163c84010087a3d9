import type { Document } from '../../core/document.ts'
import type { Span } from '../../core/evidence.ts'
import type { Sentence } from '../analysis.ts'
import { charClass, classes, wordBefore } from '../words/characters.ts'
import type { Language } from '../language.ts'
import { nameTable } from '../names/name-words.ts'
import { speechTable } from './speech-words.ts'
import { thirdPerson } from './third-person.ts'

/** Words inside quotation marks, or after a dash of speech; the marks are left out. */
export interface Quotation extends Span {
  readonly block: number
  /** With its marks. */
  readonly outer: Span
  /** The closing mark stands; without it the words run on in the next paragraph. */
  readonly closed: boolean
}

const pairs: Record<string, string> = { '“': '”"', '„': '“”"', '«': '»', '"': '"”', '‹': '›', '‘': '’', "'": "'", '‚': '‘', '”': '”' }

/**
 * The quotations of a document in order. A source named inside the marks ("« Oui, a dit X. Non. »") or between dashes
 * is cut out, so that one quotation becomes two pieces.
 * @example findQuotations(document, sentences, en)[0] // the words between the marks
 */
export function findQuotations(document: Document, sentences: readonly Sentence[], language: Language): Quotation[] {
  const out: Quotation[] = []
  const bySentence = new Map<number, Sentence[]>()
  for (const s of sentences) { const list = bySentence.get(s.block); if (list) list.push(s); else bySentence.set(s.block, [s]) }
  for (const [block, list] of bySentence) {
    const span = document.blocks[block]!, next = document.blocks[block + 1], last = out.at(-1), open = last && !last.closed && last.block === block - 1 ? document.text[last.outer.start] : undefined
    const marked = marksOf(document.text, span, block, next !== undefined && startsQuoted(document.text, next), open !== undefined && closesBeforeOpening(document.text, span, open) ? open : '').filter((q) => !isTitle(document.text, q, language))
    if (marked.length > 0 || !dashes.has(document.text[list[0]!.start]!)) for (const q of marked) out.push(...withoutSources(q, list, language))
    else out.push(...dashSpeech(document.text, span, block, list, language))
    if (marked.length === 0 && language.names.cases.length > 0 && !dashes.has(document.text[list[0]!.start]!)) {
      // Speech by a dash may open inside a paragraph too.
      const at = list.findIndex((s) => dashes.has(document.text[s.start]!))
      if (at > 0) out.push(...dashSpeech(document.text, { start: list[at]!.start, end: span.end }, block, list.slice(at), language))
    }
  }
  return out
}

/** "W rozmowie z „Gazetą Poranną”", "заводом «Сталь»": a name in marks inside a sentence, where no verb of speech stands before it. */
function isTitle(text: string, q: Quotation, language: Language): boolean {
  if (language.names.acts === undefined || !q.closed) return false
  const words = text.slice(q.start, q.end), before = /[ \u00a0]/.test(text[q.outer.start - 1] ?? '') ? wordBefore(text, q.outer.start - 1) : ''
  return before !== '' && /^\p{Lu}[^.!?,;:…]{0,40}$/u.test(words) && words.split(/\s+/).length <= 3 && !speechTable(language).verbs.has(before.toLowerCase()) && !/^\s?[–—-]/.test(text.slice(q.outer.end, q.outer.end + 2))
}

const dashes = new Set('–—-‒―')
const doubles = new Set('“„«"')
const startsQuoted = (text: string, span: Span) => { let i = span.start; while (i < span.end && /\s/.test(text[i]!)) i++; return doubles.has(text[i] ?? '') }

/** Does a paragraph close a quotation that it did not open? */
function closesBeforeOpening(text: string, span: Span, opener: string): boolean {
  if (startsQuoted(text, span)) return false
  const closers = pairs[opener]
  for (let i = span.start; closers !== undefined && i < span.end; i++) { if (closers.includes(text[i]!)) return true; if (text[i]! in pairs && doubles.has(text[i]!)) return false }
  return false
}

/** @param inherited the mark that the paragraph before left open */
function marksOf(text: string, span: Span, block: number, goesOn: boolean, inherited = ''): Quotation[] {
  const kind = classes(), out: Quotation[] = []
  const isSpace = (i: number) => i < span.start || i >= span.end || kind[text.charCodeAt(i)] === charClass.space
  const isWord = (i: number) => i >= span.start && i < span.end && kind[text.charCodeAt(i)]! >= charClass.letter && kind[text.charCodeAt(i)]! <= charClass.capital
  let open = inherited ? span.start : -1, opener = inherited, width = inherited ? 0 : 1
  const add = (end: number, to: number, closed: boolean) => {
    let s = open + width, e = end
    while (s < e && isSpace(s)) s++
    while (e > s && isSpace(e - 1)) e--
    if (e > s) out.push({ start: s, end: e, outer: { start: open, end: to }, block, closed })
    open = -1
  }
  for (let i = span.start; i < span.end; i++) {
    if (!mayMark(text.charCodeAt(i))) continue
    const c = text[i]!
    if (open < 0) {
      width = 1
      if (!(c in pairs)) continue
      const double = (c === '‘' || c === "'") && text[i + 1] === c
      if ((c === '‘' || c === "'") && !double && !(opensSingle(i, isSpace, isWord) && closesSingle(text, i, Math.min(span.end, i + 400), c))) continue
      if (c === '”' && !(isSpace(i - 1) && isWord(i + 1))) continue
      open = i; opener = double ? '“' : c; width = double ? 2 : 1
      if (double) i++
      continue
    }
    const double = (c === '’' || c === "'" || c === '‘') && text[i + 1] === c && opener === '“'
    if (double) { add(i, i + 2, true); i++; continue }
    // "«… – каже директор «Верстата» Лис. – …»": a name in marks inside.
    if (c === '«' && opener === '«' && i > open + 1) { const inner = text.slice(i, i + 50).indexOf('»'), rest = text.slice(i + inner + 1, Math.min(span.end, i + 600)), outer = rest.indexOf('»'); if (inner > 0 && outer >= 0 && !rest.slice(0, outer).includes('«')) { i += inner; continue } }
    if (!pairs[opener]!.includes(c)) continue
    if ((c === '’' || c === "'" || c === '‘') && isWord(i + 1)) continue
    // A mark that can only open, inside an open quotation: the first one was never closed.
    if (c === '"' && opener === '"' && isSpace(i - 1) && !isSpace(i + 1) && isWord(i + 1) && i > open + 1) { open = i; continue }
    add(i, i + 1, true)
  }
  if (open >= 0 && doubles.has(opener) && (goesOn || opensBlock(text, span, open))) add(span.end, span.end, false)
  return out
}

/** Could a sign be a quotation mark? Plain letters, figures and Cyrillic, nearly all of a text, are none. */
const mayMark = (code: number) => code === 34 || code === 39 || code >= 0xab && (code < 0x400 || code >= 0x2000)

const opensSingle = (i: number, isSpace: (i: number) => boolean, isWord: (i: number) => boolean) => (isSpace(i - 1) || !isWord(i - 1)) && isWord(i + 1)
function closesSingle(text: string, from: number, end: number, opener: string): boolean {
  const closer = opener === '‘' ? '’' : "'"
  for (let i = from + 2; i < end; i++) if (text[i] === closer && !/[\p{L}\p{N}]/u.test(text[i + 1] ?? ' ')) return text.slice(from, i).includes(' ')
  return false
}
/** Only space or a colon stands before it in its paragraph: an opening mark whose partner was forgotten. */
const opensBlock = (text: string, span: Span, open: number) => text.slice(Math.max(span.start, open - 3), open).trim() === '' ? open - span.start < 4 : text.slice(span.start, open).trimEnd().endsWith(':')

/** Cuts sources out of a quotation: after a comma or dash a verb of speech, then its subject, up to the next stop. */
function withoutSources(q: Quotation, sentences: readonly Sentence[], language: Language): Quotation[] {
  const sources = sourcesIn(q, sentences, language, false)
  if (sources.length === 0) return [q]
  const out: Quotation[] = []
  let from = q.start
  for (const s of sources) { if (s.start > from) out.push({ ...q, start: from, end: s.start, outer: { start: from === q.start ? q.outer.start : from, end: s.start } }); from = s.end }
  if (from < q.end) out.push({ ...q, start: from, end: q.end, outer: { start: from, end: q.outer.end } })
  return out
}

function dashSpeech(text: string, span: Span, block: number, sentences: readonly Sentence[], language: Language): Quotation[] {
  const start = sentences[0]!.tokens[1]?.start
  if (start === undefined) return []
  const whole: Quotation = { start, end: span.end, outer: span, block, closed: true }
  const sources = sourcesIn(whole, sentences, language, true), out: Quotation[] = []
  let from = start
  for (const s of sources) {
    if (s.start > from) out.push({ ...whole, start: from, end: s.start, outer: { start: from, end: s.start } })
    from = s.end
    if (!dashes.has(text[s.end - 1]!)) return out
  }
  if (sources.length > 0 && from < span.end) out.push({ ...whole, start: from, end: lastWord(text, span.end), outer: { start: from, end: span.end } })
  return out
}

const lastWord = (text: string, end: number) => { while (end > 0 && /\s/.test(text[end - 1]!)) end--; return end }

function sourcesIn(q: Span, sentences: readonly Sentence[], language: Language, dashOnly: boolean): Span[] {
  const speech = speechTable(language), names = nameTable(language), out: Span[] = []
  // Only the sentences of the quotation, found by bisection: a paragraph may hold thousands of both.
  let low = 0, high = sentences.length
  while (low < high) { const mid = (low + high) >> 1; if (sentences[mid]!.end <= q.start) low = mid + 1; else high = mid }
  for (let index = low; index < sentences.length && sentences[index]!.start < q.end; index++) {
    const { tokens } = sentences[index]!
    for (let i = 0; i + 2 < tokens.length; i++) {
      const t = tokens[i]!
      if (t.start < q.start || t.end > q.end) continue
      const dash = dashes.has(t.text) && t.start > q.start, comma = t.text === ',' || ((t.text === '!' || t.text === '?') && !dashOnly)
      if (!dash && (!comma || dashOnly || !language.speech.sourceInside)) continue
      let v = i + 1
      while (v < i + 3 && (speech.auxiliaries.has(tokens[v]?.lower ?? '') || names.he.has(tokens[v]?.lower ?? '') || speech.adverbs.has(tokens[v]?.lower ?? '') || clitic.test(tokens[v]?.lower ?? ''))) v++
      const verb = speech.verbs.get(tokens[v]?.lower ?? '')
      if (!verb?.clause && !(dash && (verb || dashOnly && closesSpeech(tokens, v, language)))) continue
      if (comma && !dash && startsContent(tokens[v + 1]?.lower ?? '', speech.that)) continue
      let end = v + 1
      while (end < tokens.length && tokens[end]!.start < q.end && !dashes.has(tokens[end]!.text) && tokens[end]!.text !== '.' && !(comma && !dash && tokens[end]!.text === ',' && (end > v + 2 || end === v + 2 && clitic.test(tokens[v + 1]!.lower)) && !apposed(tokens, end))) end++
      const stop = tokens[Math.min(end, tokens.length - 1)]!
      // "– сказав X. – Далі": the dash after the stop opens the rest and stands in the next sentence.
      const after = stop.text === '.' ? sentences[index + 1]?.tokens[0] : undefined
      const close = after && dashes.has(after.text) && after.end < q.end ? after : stop
      out.push({ start: t.start, end: Math.min(close.end, q.end) })
      i = end
    }
  }
  return out
}
/** "– Oddam go do muzeum – uprzedza.", "– rzuca na pożegnanie.": behind the second dash a verb and a few words up to the stop. */
function closesSpeech(tokens: Sentence['tokens'], v: number, language: Language): boolean {
  const stop = tokens.findIndex((t, i) => i > v && /^[.–—-]$/.test(t.text))
  return stop > 0 && stop - v < 6 && thirdPerson[language.code]?.test(tokens[v]?.text ?? '') === true
}

/** French "a-t-elle résumé": the pronoun between auxiliary and verb. */
const clitic = /^-(?:t-)?(?:ils?|elles?|on)$/
const startsContent = (word: string, that: ReadonlySet<string>) => that.has(word)
const apposed = (tokens: Sentence['tokens'], at: number) => /^\p{Lu}/u.test(tokens[at + 1]?.text ?? '')

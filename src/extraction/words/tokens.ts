import type { Span } from '../../core/evidence.ts'
import type { Token, Upos } from '../analysis.ts'
import { charClass, classes } from './characters.ts'
import { formAt } from './forms.ts'
import type { Language } from '../language.ts'

/** How words are cut in a language. */
export interface TokenWords {
  /** What an apostrophe does: `’s` and `’ve` are tokens of their own, `l’` ends one, or it is a letter of the word. */
  readonly apostrophe: 'possessive' | 'elision' | 'letter'
  /** Pronouns hung on a verb by a hyphen: "a-t-elle", "dit-il". */
  readonly clitics?: readonly string[]
}

const { space, letter, capital, digit, mark, pair } = charClass
const apostrophes = new Set("'’ʼ`")
const hyphens = new Set('-‐‑')

/**
 * The words, numbers and signs of a stretch of text, with exact offsets. Hyphenated words are one token, figures keep
 * their separators; quotation marks, brackets and signs of currency stand alone.
 * @example tokenize('Ukraine’s 1.5 bn', { start: 0, end: 16 }, en).map((t) => t.text) // ['Ukraine', '’s', '1.5', 'bn']
 */
export function tokenize(text: string, span: Span, language: Language): Token[] {
  const kind = classes(), out: Token[] = [], { apostrophe } = language.tokens, clitics = cliticsOf(language), short = abbreviationsOf(language)
  const push = (start: number, end: number) => {
    const form = formAt(text, start, end)
    out.push({ start, end, text: form.text, lower: form.lower, form, pos: null })
  }
  const isWord = (k: number) => k === letter || k === capital || k === digit || k === mark
  let i = span.start
  while (i < span.end) {
    const k = kind[text.charCodeAt(i)]!
    if (k === space) { i++; continue }
    if (!isWord(k)) {
      const c = text[i]!
      let end = i + (k === pair && i + 1 < span.end ? 2 : 1)
      if (c === '.') while (end < span.end && text[end] === '.') end++
      push(i, end); i = end
      continue
    }
    const start = i
    let figures = k === digit
    i++
    while (i < span.end) {
      const next = kind[text.charCodeAt(i)]!
      if (isWord(next)) { if (next !== digit) figures = false; i++; continue }
      if (i + 1 >= span.end) break
      const c = text[i]!, after = kind[text.charCodeAt(i + 1)]!
      if (hyphens.has(c) && isWord(after)) { i += 2; figures = false; continue }
      if ((c === '.' || c === ',') && after === digit && figures) { i += 2; continue }
      if (c === '.' && (after === capital || after === letter) && dotted(text, start, i, kind)) { i += 2; continue }
      if (apostrophes.has(c) && (after === letter || after === capital)) {
        if (apostrophe === 'letter') { i += 2; continue }
        if (apostrophe === 'elision') { i++; break }
        if (contraction(text, i, span.end, kind) > 0) break
        i += 2
        continue
      }
      break
    }
    if (text[i] === '.' && i < span.end && (dottedEnd(text, start, i, kind) || (i - start < 9 && short.has(text.slice(start, i + 1).toLowerCase())))) i++
    const hung = clitics && i - start > 3 ? clitic(text.slice(start, i), clitics) : 0
    if (hung > 0) { push(start, i - hung); push(i - hung, i) } else push(start, i)
    const parted = apostrophe === 'possessive' && i < span.end && apostrophes.has(text[i]!) ? contraction(text, i, span.end, kind) : 0
    if (parted > 0) { push(i, i + parted); i += parted }
  }
  return out
}

/** "U.S", "e.g": single letters between stops. */
const dotted = (text: string, start: number, at: number, kind: Uint8Array) => {
  if (at - start === 1) return kind[text.charCodeAt(start)] !== digit
  return at - start >= 3 && text[at - 2] === '.' && (at - start) % 2 === 1
}
const dottedEnd = (text: string, start: number, at: number, kind: Uint8Array) => at - start >= 3 && text[at - 2] === '.' && kind[text.charCodeAt(at - 1)]! !== digit && dotted(text, start, at, kind)
const contracted: ReadonlySet<string> = new Set(['s', 'd', 'm', 've', 're', 'll'])
/** How many characters of "’s", "’ve", "’ll" stand at an apostrophe; 0 for any other. */
const contraction = (text: string, at: number, end: number, kind: Uint8Array) => {
  let to = at + 1
  while (to < end && to < at + 4 && kind[text.charCodeAt(to)]! >= letter && kind[text.charCodeAt(to)]! <= capital) to++
  const after = to < end ? kind[text.charCodeAt(to)]! : space
  return contracted.has(text.slice(at + 1, to).toLowerCase()) && after !== letter && after !== capital && after !== digit ? to - at : 0
}

const abbreviationCache = new WeakMap<Language, ReadonlySet<string>>()
/** Short forms keep their full stop: "Mr.", "заст.". A number's stop never belongs to it. */
function abbreviationsOf(language: Language): ReadonlySet<string> {
  let set = abbreviationCache.get(language)
  if (!set) abbreviationCache.set(language, (set = new Set(language.abbreviations.map((w) => w.toLowerCase()))))
  return set
}

const cliticCache = new WeakMap<Language, RegExp | null>()
function cliticsOf(language: Language): RegExp | null {
  let pattern = cliticCache.get(language)
  if (pattern === undefined) cliticCache.set(language, (pattern = language.tokens.clitics ? new RegExp(`(?:-t)?-(?:${language.tokens.clitics.join('|')})$`, 'iu') : null))
  return pattern
}
const clitic = (word: string, pattern: RegExp) => pattern.exec(word)?.[0].length ?? 0

/** Writes its part of speech into each of the tokens just made. */
export function tagged(tokens: readonly Token[], tags: readonly Upos[]): readonly Token[] {
  tokens.forEach((token, i) => { (token as { pos: Upos | null }).pos = tags[i]! })
  return tokens
}

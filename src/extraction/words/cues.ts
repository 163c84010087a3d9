import type { Span } from '../../core/evidence.ts'
import type { Token } from '../analysis.ts'
import { charClass, classes } from './characters.ts'
import { formAt, trait, traitOf, type Form } from './forms.ts'

/**
 * Phrases of one meaning, parted by `|`. A word ending in `*` stands for all words with that beginning, one that begins
 * with `*` for all with that end; `…` is a gap of up to five words, `……` of up to fourteen (German verbs part that far); `a/b` are two words for one place. @example 'set aside | allocat* | put … on hold | give/gave up'
 */
export type Phrases = string

/** A phrase of a word table found in a text. */
export interface Cue extends Span { readonly table: string; /** Index of its first and last word in the sentence. */ readonly from: number; readonly to: number }

export interface Word extends Span { readonly lower: string; readonly form: Form }

/**
 * Runs of letters and digits with their places; apostrophes and hyphens part words.
 * @param tokens those of the same stretch, if there are any: where they agree, the token is the word
 * @example wordsOf("l'aide", 0).length // 2
 */
export function wordsOf(text: string, offset: number, tokens: readonly Token[] = []): Word[] {
  const out: Word[] = []
  let t = 0
  for (let i = 0; i < text.length;) {
    if (!inWord(text.charCodeAt(i))) { i++; continue }
    const start = i
    while (t < tokens.length && tokens[t]!.start < offset + start) t++
    const token = tokens[t]?.start === offset + start ? tokens[t] : undefined
    // Most words of a text are tokens as they stand: they need not be read letter by letter again.
    if (token && isRun(token.form)) i = token.end - offset
    while (i < text.length && inWord(text.charCodeAt(i))) i++
    if (token?.end === offset + i) { out.push(token); continue }
    const form = formAt(text, start, i)
    // All the parts of a token, so that the words of a text are of one shape.
    const part: Token = { start: offset + start, end: offset + i, text: form.text, lower: form.lower, form, pos: null }
    out.push(part)
  }
  return out
}

const inWord = (code: number): boolean => { const kind = classes()[code]!; return kind >= charClass.letter && kind <= charClass.mark }
/** Letters, digits and marks, and nothing else? */
const isRun = trait(({ text }) => {
  for (let i = 0; i < text.length; i++) if (!inWord(text.charCodeAt(i))) return false
  return true
})

interface Phrase { readonly table: string; readonly parts: readonly Part[] }
type Part = { readonly gap: true; readonly most: number } | Words
interface Words { readonly gap: false; readonly exact: readonly string[]; readonly stems: readonly string[]; readonly ends: readonly string[] }
export interface Finder { readonly exact: ReadonlyMap<string, readonly Phrase[]>; readonly stems: ReadonlyMap<string, readonly Phrase[]>; readonly ends: ReadonlyMap<string, readonly Phrase[]> }

/** Word tables by name, made ready for `findCues`. Nested tables get names with dots: `support.approved`. */
export function compile(tables: Readonly<Record<string, unknown>>): Finder {
  const exact = new Map<string, Phrase[]>(), stems = new Map<string, Phrase[]>(), ends = new Map<string, Phrase[]>()
  const add = (map: Map<string, Phrase[]>, key: string, phrase: Phrase) => { const list = map.get(key); if (list) list.push(phrase); else map.set(key, [phrase]) }
  for (const phrase of phrasesOf(tables, '')) {
    const first = phrase.parts[0]
    if (!first || first.gap) continue
    for (const word of first.exact) add(exact, word, phrase)
    for (const stem of first.stems) add(stems, stem.slice(0, 3), phrase)
    for (const end of first.ends) add(ends, end.slice(-3), phrase)
  }
  return { exact, stems, ends }
}

function* phrasesOf(tables: Readonly<Record<string, unknown>>, prefix: string): Generator<Phrase> {
  for (const [name, value] of Object.entries(tables)) {
    const table = prefix + name
    if (typeof value === 'string') for (const phrase of value.split('|')) { const parts = partsOf(phrase.trim()); if (parts.length) yield { table, parts } }
    else if (value && typeof value === 'object' && !Array.isArray(value)) yield* phrasesOf(value as Record<string, unknown>, table + '.')
  }
}

function partsOf(phrase: string): Part[] {
  const parts: Part[] = []
  for (const chunk of phrase.toLowerCase().split(/[\s'’ʼ-]+/).filter(Boolean)) {
    if (chunk === '…' || chunk === '……') { parts.push({ gap: true, most: chunk === '…' ? 5 : 14 }); continue }
    const words = chunk.split('/')
    parts.push({ gap: false, exact: words.filter((w) => !w.includes('*')), stems: words.filter((w) => w.endsWith('*')).map((w) => w.slice(0, -1)), ends: words.filter((w) => w.startsWith('*')).map((w) => w.slice(1)) })
  }
  return parts
}

/** All phrases found in the words of a sentence, in order of place; of one table only the longest at a place. */
export function findCues(words: readonly Word[], finder: Finder): Cue[] {
  const found: Cue[] = [], beginning = beginningAt(finder)
  let longer: Set<string> | undefined
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!, begun = beginning(word.form)
    if (begun === nothing) continue
    for (const table of begun.tables) found.push({ table, from: i, to: i, start: word.start, end: word.end })
    const longest = begun.next !== null && i + 1 < words.length ? begun.next.get(words[i + 1]!.lower) ?? begun.others : begun.others
    for (const phrase of longest) tryPhrase(words, i, phrase, found)
  }
  for (const c of found) if (c.to > c.from) (longer ??= new Set()).add(c.table)
  return longer ? withoutParts(found, longer) : found
}

/** Of each of some tables, no phrase that lies in a longer one. */
const withoutParts = (found: readonly Cue[], tables: ReadonlySet<string>): Cue[] =>
  found.filter((a) => !tables.has(a.table) || !found.some((b) => b.table === a.table && b.from <= a.from && b.to >= a.to && b.to - b.from > a.to - a.from))

interface Beginning { readonly tables: readonly string[]; /** Phrases of several words that may go on with a second word. */ readonly next: ReadonlyMap<string, readonly Phrase[]> | null; /** Those that may go on with any other. */ readonly others: readonly Phrase[] }
const nothing: Beginning = { tables: [], next: null, others: [] }
/** What begins at a word: the tables it stands in by itself, and the longer phrases whose first word it can be. */
const beginningAt = traitOf(({ lower: word }, finder: Finder): Beginning => {
  const near = [...finder.exact.get(word) ?? []]
  for (let n = Math.min(3, word.length); n > 0; n--) near.push(...finder.stems.get(word.slice(0, n)) ?? [])
  near.push(...finder.ends.get(word.slice(-3)) ?? [])
  const fitting = near.filter(({ parts: [first] }) => first && !first.gap && fits(word, first))
  if (fitting.length === 0) return nothing
  const longer = fitting.filter((p) => p.parts.length > 1), isOpen = (phrase: Phrase) => { const second = phrase.parts[1]!; return second.gap || second.stems.length > 0 || second.ends.length > 0 }
  const listed = new Set(longer.filter((p) => !isOpen(p)).flatMap((p) => (p.parts[1] as Words).exact)), next = new Map([...listed].map((word) => [word, longer.filter((p) => isOpen(p) || (p.parts[1] as Words).exact.includes(word))]))
  return { tables: [...new Set(fitting.filter((p) => p.parts.length === 1).map((p) => p.table))], next: next.size > 0 ? next : null, others: longer.filter(isOpen) }
})

function tryPhrase(words: readonly Word[], at: number, phrase: Phrase, found: Cue[]): void {
  const last = matchFrom(words, at + 1, phrase.parts, 1)
  if (last === undefined) return
  for (let k = found.length - 1; k >= 0 && found[k]!.from === at; k--) if (found[k]!.table === phrase.table && found[k]!.to === last) return
  found.push({ table: phrase.table, from: at, to: last, start: words[at]!.start, end: words[last]!.end })
}

const fits = (word: string, part: Words) => part.exact.includes(word) || part.stems.some((s) => word.startsWith(s)) || part.ends.some((s) => word.endsWith(s))

function matchFrom(words: readonly Word[], at: number, parts: readonly Part[], part: number): number | undefined {
  const p = parts[part]
  if (!p) return at - 1
  if (p.gap) {
    for (let skip = 0; skip <= p.most; skip++) { const end = matchFrom(words, at + skip, parts, part + 1); if (end !== undefined) return end }
    return undefined
  }
  const word = words[at]?.lower
  if (word === undefined || !fits(word, p)) return undefined
  return matchFrom(words, at + 1, parts, part + 1)
}

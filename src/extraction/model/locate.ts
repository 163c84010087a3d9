import type { Span } from '../../core/evidence.ts'
import type { Sentence } from '../analysis.ts'

/** Why words that somebody claims to quote are not taken. */
export type Missing = 'no quotation' | 'no such sentence' | 'not in the text' | 'more than once' | 'cuts a word or number'

/** Finds quoted words in numbered sentences. */
export interface Locator { find(quote: unknown): Span | Missing }

const mostWords = 4000, reach = 3

/**
 * A locator over the first `seen` sentences of a text, numbered from 1. A quotation is `{ s, words }`: it begins in
 * sentence `s` and may run on into the next two of the same block. It is found when its words, after one pass that
 * evens out white space, quotation marks, dashes and invisible characters, stand there exactly once.
 * @example locator('Oslo gave €5m.', sentences, 1).find({ s: 1, words: '€5m' }) // { start: 10, end: 13 }
 */
export function locator(text: string, sentences: readonly Sentence[], seen = sentences.length): Locator {
  const windows = new Map<number, Even>()
  const windowAt = (index: number): Even => {
    let known = windows.get(index)
    if (!known) {
      let last = index
      while (last + 1 < Math.min(seen, index + reach) && sentences[last + 1]!.block === sentences[index]!.block) last++
      windows.set(index, (known = evened(text, sentences[index]!.start, sentences[last]!.end)))
    }
    return known
  }
  return {
    find(quote) {
      if (!isQuote(quote)) return 'no quotation'
      const index = quote.s - 1, sentence = index < seen ? sentences[index] : undefined
      if (!sentence) return 'no such sentence'
      const words = evened(quote.words.normalize('NFC'), 0, quote.words.normalize('NFC').length).plain.trim()
      if (!/[\p{L}\p{N}]/u.test(words)) return 'no quotation'
      const { plain, at } = windowAt(index), found: Span[] = []
      for (let i = plain.indexOf(words); i >= 0 && at[i]! < sentence.end && found.length < 2; i = plain.indexOf(words, i + 1)) found.push({ start: at[i]!, end: at[i + words.length - 1]! + 1 })
      if (found.length !== 1) return found.length === 0 ? 'not in the text' : 'more than once'
      return cuts(text, found[0]!) ? 'cuts a word or number' : found[0]!
    },
  }
}

const isQuote = (value: unknown): value is { s: number; words: string } =>
  typeof value === 'object' && value !== null && Number.isInteger((value as { s?: unknown }).s) && (value as { s: number }).s > 0 &&
  typeof (value as { words?: unknown }).words === 'string' && (value as { words: string }).words.length <= mostWords

/** A stretch of text evened out, and for each of its characters the offset it stands at in the text. */
interface Even { readonly plain: string; readonly at: readonly number[] }

const alike: Readonly<Record<string, string>> = { '“': '"', '”': '"', '„': '"', '‟': '"', '«': '"', '»': '"', '‘': "'", '’': "'", '‚': "'", '‛': "'", 'ʼ': "'", '‐': '-', '‑': '-', '‒': '-', '–': '-', '—': '-', '−': '-' }
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/

function evened(text: string, from: number, to: number): Even {
  const at: number[] = []
  let plain = ''
  for (let i = from; i < to; i++) {
    const char = text[i]!
    if (invisible.test(char)) continue
    const even = /\s/.test(char) ? ' ' : alike[char] ?? char
    if (even === ' ' && plain.endsWith(' ')) continue
    plain += even
    at.push(i)
  }
  return { plain, at }
}

/** Does the span begin or end inside a word, or inside a number ("5 million" of "1.5 million")? */
function cuts(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - 2), start), first = text[start]!, last = text[end - 1]!, behind = text.slice(end, end + 2)
  if (wordChar.test(first) && wordEnd.test(before)) return true
  if (wordChar.test(last) && wordStart.test(behind)) return true
  return (/\d/.test(first) && /\d[.,'’]$/.test(before)) || (/\d/.test(last) && /^[.,'’]\d/.test(behind))
}
const wordChar = /[\p{L}\p{M}\p{N}]/u, wordEnd = /[\p{L}\p{M}\p{N}]$/u, wordStart = /^[\p{L}\p{M}\p{N}]/u

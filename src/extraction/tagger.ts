import { createRequire } from 'node:module'
import type { Span } from '../core/evidence.ts'
import type { LanguageCode } from '../core/document.ts'
import type { Upos } from './analysis.ts'

export interface Tagged extends Span { readonly pos: Upos; readonly lemma: string }

/** Parts of speech for a stretch of text, by the tagger's own tokens. */
export type Tagger = (text: string, span: Span) => Tagged[]

const taggers: Partial<Record<LanguageCode, () => Tagger>> = { en: once(wink) }

/** The tagger of a language, or null where word tables must do. Loads its model on first use. */
export const taggerOf = (language: LanguageCode): Tagger | null => taggers[language]?.() ?? null

function once<T>(make: () => T): () => T {
  let value: T | undefined
  return () => (value ??= make())
}

/** wink-nlp is loaded by `require` on first use: reading a document in another language never pays for it. */
function wink(): Tagger {
  const require = createRequire(import.meta.url)
  const winkNLP = require('wink-nlp') as (model: unknown, pipe: string[]) => Wink
  const nlp = winkNLP(require('wink-eng-lite-web-model'), ['sbd', 'pos'])
  const { its } = nlp
  return (text, span) => {
    const out: Tagged[] = []
    for (const piece of pieces(text, span)) {
      const tokens = nlp.readDoc(text.slice(piece.start, piece.end)).tokens()
      const values = tokens.out(its.value), pos = tokens.out(its.pos), lemmas = tokens.out(its.lemma)
      let at = piece.start
      for (let i = 0; i < values.length; i++) {
        const value = values[i]!
        if (!text.startsWith(value, at)) {
          const found = text.slice(at, at + 200).indexOf(value)
          if (found < 0) continue
          at += found
        }
        out.push({ start: at, end: at + value.length, pos: (pos[i] === 'SPACE' ? 'X' : pos[i]) as Upos, lemma: lemmas[i]! })
        at += value.length
      }
    }
    return out
  }
}

interface Wink { readonly its: Record<string, unknown>; readDoc(text: string): { tokens(): { out(its: unknown): string[] } } }

/** Long stretches go to the model in pieces: its time grows faster than its input. */
function* pieces(text: string, span: Span, size = 8000): Generator<Span> {
  let from = span.start
  while (span.end - from > size) {
    const cut = text.lastIndexOf(' ', from + size), to = cut > from + size / 2 ? cut : from + size
    yield { start: from, end: to }
    from = to
  }
  yield { start: from, end: span.end }
}

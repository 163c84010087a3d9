import type { Span } from '../../core/evidence.ts'
import { formAt, trait, type Form } from './forms.ts'

/** What a stretch of text is before any grammar: a run of letters, a run of digits, or one mark. */
export type LexemeKind = 'word' | 'digits' | 'mark'

/** A run of letters, of digits, or one mark. White space is left out; `glued` says that none stood before it. */
export interface Lexeme extends Span {
  readonly kind: LexemeKind
  readonly form: Form
  readonly lower: string
  /** Begins with a capital letter. */
  readonly capital: boolean
  /** In capitals throughout, two letters or more. */
  readonly caps: boolean
  readonly glued: boolean
}

/** Texts up to this size keep the lexemes of all their stretches; of a longer one only the last is kept. */
const smallText = 100_000
let last: { readonly text: string; readonly byStart: Map<number, { readonly end: number; readonly lexemes: readonly Lexeme[] }> } | undefined

/**
 * The lexemes of a stretch of text: finer than tokens, so that "155-mm", "2,5", "3.–5. Mai" and "Leopard 2A6" come apart
 * the same way in every language. The results of the last text are kept, because dates, money and goods read the
 * same stretches in turn.
 * @example lexemes('155mm', { start: 0, end: 5 }).map((l) => l.lower) // ['155', 'mm']
 */
export function lexemes(text: string, span: Span & { readonly tokens?: readonly Worded[] }): readonly Lexeme[] {
  if (last?.text !== text) last = { text, byStart: new Map() }
  const before = last.byStart.get(span.start)
  if (before?.end === span.end) return before.lexemes
  const lexemes = split(text, span, span.tokens ?? [])
  if (text.length > smallText) last.byStart.clear()
  last.byStart.set(span.start, { end: span.end, lexemes })
  return lexemes
}

/** A word of the text that was found before. */
interface Worded extends Span { readonly form: Form }

/**
 * The lexemes of a stretch that was cut out of a text, with their places in that text; `tokens` are those of the text.
 * @example lexemesOfCut('155mm', 40, []).map((l) => l.start) // [40, 43]
 */
export function lexemesOfCut(cut: string, at: number, tokens: readonly Worded[]): readonly Lexeme[] {
  return split(cut, { start: 0, end: cut.length }, tokens, at)
}

/** @param at where the text begins in the one that the places of tokens and lexemes are told of */
function split(text: string, span: Span, tokens: readonly Worded[], at = 0): Lexeme[] {
  const out: Lexeme[] = []
  let i = span.start, before = -1, t = 0
  while (i < span.end) {
    const code = text.charCodeAt(i)
    if (isSpace(code)) { i++; continue }
    const start = i
    while (t < tokens.length && tokens[t]!.start < at + start) t++
    const token = tokens[t]?.start === at + start ? tokens[t] : undefined, tokenEnd = token ? token.end - at : -1
    // Most words of a text are one lexeme: they need not be read letter by letter again.
    if (token && tokenEnd < span.end && isOneWord(token.form) && !opensInner(text.charCodeAt(tokenEnd))) {
      const { lower, capital, caps } = spelling(token.form)
      i = tokenEnd
      out.push({ kind: 'word', form: token.form, start: at + start, end: at + i, lower, capital, caps, glued: before === start })
      before = i
      continue
    }
    let kind: LexemeKind = 'mark'
    if (isDigit(code)) {
      kind = 'digits'
      do i++; while (i < span.end && isDigit(text.charCodeAt(i)))
    } else if (isLetter(code)) {
      kind = 'word'
      do i++; while (i < span.end && (isLetter(text.charCodeAt(i)) || innerApostrophe(text, i, span.end)))
    } else i++
    const form = token && tokenEnd === i ? token.form : formAt(text, start, i)
    if (kind === 'word') { const { lower, capital, caps } = spelling(form); out.push({ kind, form, start: at + start, end: at + i, lower, capital, caps, glued: before === start }) }
    else out.push({ kind, form, start: at + start, end: at + i, lower: form.text, capital: false, caps: false, glued: before === start })
    before = i
  }
  return out
}

const spelling = trait(({ text, lower }) => {
  const capital = text[0] !== lower[0]
  return { lower: spelled(lower), capital, caps: capital && text.length > 1 && text === text.toUpperCase() }
})

/** Letters and nothing else? */
const isOneWord = trait(({ text }) => {
  for (let i = 0; i < text.length; i++) if (!isLetter(text.charCodeAt(i))) return false
  return true
})

/** A word in small letters as tables spell it, with the plain apostrophe. */
export const spelled = (lower: string): string => lower.replace(/[’ʼ]/, "'")

const isDigit = (code: number) => code >= 48 && code <= 57
const isSpace = (code: number) => code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || (code >= 0x2000 && code <= 0x200b) || code === 0x202f || code === 0x3000 || code === 0xfeff
/** Letters of the Latin, Greek and Cyrillic blocks with their accents; marks between them (×, ÷, ¡–¿) are none. */
const isLetter = (code: number) =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 0xc0 && code < 0x2000 && code !== 0xd7 && code !== 0xf7) || code === 0xaa || code === 0xba
const isCyrillic = (code: number) => code >= 0x400 && code <= 0x52f

/** A letter or an apostrophe: a lexeme may go on with it. */
const opensInner = (code: number) => isLetter(code) || code === 39 || code === 0x2019 || code === 0x2bc

/** The apostrophe of "п'ять" belongs to the word; those of "l'année" and "year's" part two words. */
function innerApostrophe(text: string, at: number, end: number): boolean {
  const code = text.charCodeAt(at)
  if (code !== 39 && code !== 0x2019 && code !== 0x2bc) return false
  return at + 1 < end && isCyrillic(text.charCodeAt(at - 1)) && isCyrillic(text.charCodeAt(at + 1))
}

import type { Span } from '../../core/evidence.ts'
import type { Sentence } from '../analysis.ts'
import { formAt, trait, traitOf, type Form } from './forms.ts'
import { onSentence } from './sentences.ts'

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

/**
 * The lexemes of a stretch of text: finer than tokens, so that "155-mm", "2,5", "3.–5. Mai" and "Leopard 2A6" come apart
 * the same way in every language. Those of a sentence are kept, because dates, money, goods and numbers read the same.
 * @example lexemes('155mm', { start: 0, end: 5 }).map((l) => l.lower) // ['155', 'mm']
 */
export const lexemes = (text: string, span: Span | Sentence): readonly Lexeme[] => ('tokens' in span ? lexemesOf(span, text, 0) : split(text, span, []))

/** The lexemes of a sentence with their places in the document, read from its text or from a cut of it that begins at a place. */
export const lexemesOf = (sentence: Sentence, text: string, at: number): readonly Lexeme[] => ofSentence(sentence, { text, at })
const ofSentence = onSentence(({ start, end, tokens }, { text, at }: { text: string; at: number }): readonly Lexeme[] => split(text, { start: start - at, end: end - at }, tokens, at))

/**
 * Can a word of the text hold a lexeme that a grammar looks for? Asked once of each word, so that sentences without any
 * need not be cut.
 * @example const figures = holds((lexeme) => lexeme.kind === 'digits') // figures(table)(formOf('155-mm')): true
 */
export const holds = <Table extends object>(test: (lexeme: Lexeme, table: Table) => boolean): ((table: Table) => (form: Form) => boolean) =>
  traitOf(({ text }, table: Table): boolean => split(text, { start: 0, end: text.length }, []).some((lexeme) => test(lexeme, table)))

/** Does no word of a sentence pass a test? Of other stretches nothing is known before they are cut. */
export const holdsNone = (span: Span | Sentence, test: (form: Form) => boolean): boolean => 'tokens' in span && !span.tokens.some((t) => test(t.form))

/** A word of the text that was found before. */
interface Worded extends Span { readonly form: Form }

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
    const whole = token && tokenEnd <= span.end ? asLexeme(token.form) : null
    if (whole && (tokenEnd === span.end || !goesOn(whole.kind, text.charCodeAt(tokenEnd)))) i = tokenEnd
    else if (isDigit(code)) do i++; while (i < span.end && isDigit(text.charCodeAt(i)))
    else if (isLetter(code)) do i++; while (i < span.end && (isLetter(text.charCodeAt(i)) || innerApostrophe(text, i, span.end)))
    else i++
    const form = token && tokenEnd === i ? token.form : formAt(text, start, i), { kind, lower, capital, caps } = asLexeme(form)!
    out.push({ kind, form, start: at + start, end: at + i, lower, capital, caps, glued: before === start })
    before = i
  }
  return out
}

/** What a word is as one lexeme; null where it comes apart into several. */
const asLexeme = trait(({ text, lower }): Pick<Lexeme, 'kind' | 'lower' | 'capital' | 'caps'> | null => {
  const first = text.charCodeAt(0), kind = isDigit(first) ? 'digits' : isLetter(first) ? 'word' : 'mark', capital = kind === 'word' && text[0] !== lower[0]
  for (let i = 1; i < text.length; i++) if (!(kind === 'digits' ? isDigit(text.charCodeAt(i)) : kind === 'word' && (isLetter(text.charCodeAt(i)) || innerApostrophe(text, i, text.length)))) return null
  return { kind, lower: kind === 'word' ? spelled(lower) : text, capital, caps: capital && text.length > 1 && text === text.toUpperCase() }
})

/** Would a lexeme that ends before a sign take it along? An apostrophe may stand inside a word. */
const goesOn = (kind: LexemeKind, code: number): boolean => kind === 'digits' && isDigit(code) || kind === 'word' && (isLetter(code) || code === 39 || code === 0x2019 || code === 0x2bc)

/** A word in small letters as tables spell it, with the plain apostrophe. */
export const spelled = (lower: string): string => lower.replace(/[’ʼ]/, "'")

const isDigit = (code: number) => code >= 48 && code <= 57
const isSpace = (code: number) => code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || (code >= 0x2000 && code <= 0x200b) || code === 0x202f || code === 0x3000 || code === 0xfeff
/** Letters of the Latin, Greek and Cyrillic blocks with their accents; marks between them (×, ÷, ¡–¿) are none. */
const isLetter = (code: number) =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 0xc0 && code < 0x2000 && code !== 0xd7 && code !== 0xf7) || code === 0xaa || code === 0xba
const isCyrillic = (code: number) => code >= 0x400 && code <= 0x52f

/** The apostrophe of "п'ять" belongs to the word; those of "l'année" and "year's" part two words. */
function innerApostrophe(text: string, at: number, end: number): boolean {
  const code = text.charCodeAt(at)
  if (code !== 39 && code !== 0x2019 && code !== 0x2bc) return false
  return at + 1 < end && isCyrillic(text.charCodeAt(at - 1)) && isCyrillic(text.charCodeAt(at + 1))
}

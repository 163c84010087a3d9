import type { Mention } from '../core/claim.ts'
import type { DatedValue } from '../core/dates.ts'
import type { Document } from '../core/document.ts'
import type { Span } from '../core/evidence.ts'
import type { Lexicon } from '../core/lexicon.ts'
import type { Money } from '../core/money.ts'
import type { Keeping } from './kept.ts'
import type { Form } from './words/forms.ts'
import type { Language } from './language.ts'
import type { Quotation } from './speech/quotations.ts'

/** Universal part-of-speech tags (universaldependencies.org). */
export type Upos = 'ADJ' | 'ADP' | 'ADV' | 'AUX' | 'CCONJ' | 'DET' | 'INTJ' | 'NOUN' | 'NUM' | 'PART' | 'PRON' | 'PROPN' | 'PUNCT' | 'SCONJ' | 'SYM' | 'VERB' | 'X'

/** A token; offsets point into `document.text`. `pos` is null where the language has no tagger. */
export interface Token extends Span { readonly text: string; readonly lower: string; readonly form: Form; readonly pos: Upos | null }

export interface Sentence extends Span, Keeping {
  /** Index of its block in `document.blocks`. */
  readonly block: number
  readonly tokens: readonly Token[]
}

/** A date as written, settled against the document's publication date where it is relative. */
export interface DateMention extends Span { readonly value: DatedValue; readonly written: string }

/** A sum as written. `same` is the conversion in brackets beside it: the same money, never a second sum. */
export interface MoneyMention extends Span {
  readonly money: Money
  readonly written: string
  readonly per: 'year' | 'month' | null
  readonly additional: boolean
  readonly same: Money | null
}

/** Goods with their number: "18 Leopard 2A6 tanks" → 18, "Leopard 2A6 tanks". `quantity` is null for "dozens of". */
export interface GoodsMention extends Span { readonly quantity: number | null; readonly name: string; readonly written: string }

/** A name or a description of an actor in the text, settled within the document as far as it goes. */
export interface MentionAt extends Span { readonly mention: Mention; /** Index of its sentence. */ readonly sentence: number; /** Inside a quotation. */ readonly quoted?: boolean }

/** One act of speech: who said which stretch of text. Base of statements and of asks. */
export interface Speech {
  readonly speaker: Mention
  readonly form: 'direct' | 'indirect' | 'mixed'
  /** The content alone, in reading order; joined by one space it is the text of the statement. */
  readonly content: readonly Span[]
  /** All that it rests on, attribution included. */
  readonly evidence: readonly Span[]
  /** Verb or phrase of speech as written, with its span; null for carried-over speakers. */
  readonly cue: (Span & { readonly lemma: string }) | null
  readonly rule: string
}

/** What the readers of a text share: made once per document, each part on first use, read by every extractor. */
export interface Analysis extends Keeping {
  readonly document: Document
  readonly language: Language
  readonly lexicon: Lexicon
  readonly sentences: readonly Sentence[]
  readonly dates: readonly DateMention[]
  readonly amounts: readonly MoneyMention[]
  readonly goods: readonly GoodsMention[]
  readonly quotations: readonly Quotation[]
  readonly mentions: readonly MentionAt[]
  readonly speech: readonly Speech[]
}

import type { CountryCode } from '../core/claim.ts'
import type { Document, LanguageCode } from '../core/document.ts'
import type { Lexicon } from '../core/lexicon.ts'
import type { Analysis, Sentence, Token } from './analysis.ts'
import { homeOf } from './names/coreference.ts'
import { findDates } from './dates/dates.ts'
import { findGoods } from './money/goods.ts'
import type { Language } from './language.ts'
import * as languages from './languages/index.ts'
import { findMoney } from './money/money.ts'
import { findNames } from './names/names.ts'
import { findQuotations } from './speech/quotations.ts'
import { findSentences } from './words/sentences.ts'
import { findSpeech } from './speech/speech.ts'
import { taggerOf } from './words/tagger.ts'
import { tagged, tokenize } from './words/tokens.ts'

const byCode = new Map<string, Language>(Object.values(languages as Record<string, Language>).map((language) => [language.code, language]))

/** The table of words of a language, or undefined where extraction does not read it. @example languageOf('uk')?.name // 'Ukrainian' */
export const languageOf = (code: LanguageCode | string | null): Language | undefined => byCode.get(code ?? '')

/**
 * What all extractors share, each part computed on first use and once. Documents in other languages are read as
 * English here; `extract` leaves them out and says so.
 * @example analyse(document, lexicon).sentences.length
 */
export function analyse(document: Document, lexicon: Lexicon): Analysis {
  return new ReadText(document, languageOf(document.language) ?? byCode.get('en')!, lexicon)
}

/** A class, not an object whose getters give way to values: its shape never changes, so that every reader finds the parts at once. */
class ReadText implements Analysis {
  readonly document: Document
  readonly language: Language
  readonly lexicon: Lexicon
  readonly known: unknown[] = []
  #sentences: Analysis['sentences'] | undefined
  #dates: Analysis['dates'] | undefined
  #amounts: Analysis['amounts'] | undefined
  #goods: Analysis['goods'] | undefined
  #quotations: Analysis['quotations'] | undefined
  #mentions: Analysis['mentions'] | undefined
  #speech: Analysis['speech'] | undefined

  constructor(document: Document, language: Language, lexicon: Lexicon) { this.document = document; this.language = language; this.lexicon = lexicon }

  get sentences(): Analysis['sentences'] { return (this.#sentences ??= readSentences(this.document, this.language)) }
  get dates(): Analysis['dates'] { return (this.#dates ??= datesIn(this)) }
  get amounts(): Analysis['amounts'] { return (this.#amounts ??= amountsIn(this)) }
  get goods(): Analysis['goods'] { return (this.#goods ??= bySentence(this, (s) => findGoods(this.document.text, s, this.language))) }
  get quotations(): Analysis['quotations'] { return (this.#quotations ??= findQuotations(this.document, this.sentences, this.language)) }
  get mentions(): Analysis['mentions'] { return (this.#mentions ??= findNames(this, this.quotations)) }
  get speech(): Analysis['speech'] { return (this.#speech ??= findSpeech(this)) }
}

function datesIn(analysis: Analysis): Analysis['dates'] {
  const { document, language } = analysis, context = { country: homeOf(analysis) ?? namedMost(analysis, (state) => state !== 'UA' && state !== 'RU') }
  return bySentence(analysis, (s) => findDates(document.text, s, language, document.published?.edtf ?? null, context))
}

function amountsIn(analysis: Analysis): Analysis['amounts'] {
  const { document, language } = analysis, context = { currencyCountry: namedMost(analysis, (state) => crowns.has(state)), dollarCountry: dollarsOf(analysis) }
  return bySentence(analysis, (s) => findMoney(document.text, s, language, context))
}

/** The state whose dollars a bare "$" means: that of the publisher or dateline, where people there write in this language and the text marks no dollars of its kind ("C$"). */
function dollarsOf(analysis: Analysis): CountryCode | null {
  const home = homeOf(analysis), languages = home === null ? undefined : dollars.get(home)
  return languages?.includes(analysis.language.code) && !marked.test(analysis.document.text) ? home : null
}
const dollars: ReadonlyMap<CountryCode, readonly string[]> = new Map([['CA', ['en', 'fr']], ['AU', ['en']], ['NZ', ['en']], ['SG', ['en']]])
const marked = /(?<!\p{L})(?:CA?|AU?|NZ|S)\$/u

const bySentence = <T>(analysis: Analysis, find: (sentence: Sentence) => readonly T[]): T[] => analysis.sentences.flatMap((s) => find(s))

/** The state of some kind that the document names most: whose crowns a bare "kroner" means, whose financial year "this financial year" is. */
function namedMost(analysis: Analysis, accept: (state: CountryCode) => boolean): CountryCode | null {
  const counts = new Map<string, number>()
  for (const { mention } of analysis.mentions) if (mention.country && accept(mention.country)) counts.set(mention.country, (counts.get(mention.country) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}
const crowns = new Set(['NO', 'DK', 'SE', 'IS', 'CZ'])

/** Sentences with their tokens; the tagger reads a sentence at a time. */
function readSentences(document: Document, language: Language): Sentence[] {
  const tagger = taggerOf(language.code)
  return findSentences(document, language).map((span) => {
    const tokens = tokenize(document.text, span, language)
    return { ...span, tokens: tagger ? tagged(tokens, tagger(tokens)) : tokens, known: [] }
  })
}

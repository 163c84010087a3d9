import type { LanguageCode } from '../core/document.ts'
import type { SentenceWords } from './sentences.ts'
import type { TokenWords } from './tokens.ts'

/**
 * A language is a table of words that one set of parsers reads. Each parser's section has its type beside the parser;
 * adding a language is one file in `languages/` with all sections filled.
 */
export interface Language {
  readonly code: LanguageCode
  /** English name of the language. */
  readonly name: string
  /** Words that end in a full stop without ending a sentence, with the stop: "Mr.", "бл.". */
  readonly abbreviations: readonly string[]
  readonly sentences: SentenceWords
  readonly tokens: TokenWords
}

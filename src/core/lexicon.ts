import type { ActorType, CountryCode } from './claim.ts'
import type { ReferenceId } from './ids.ts'

/** One thing that a run of words may stand for. */
export interface Sense {
  readonly id: ReferenceId
  readonly type: ActorType | 'place' | 'instrument' | 'office'
  /** Usual English name; for states the ISO code stands in `country`. */
  readonly name: string
  readonly country: CountryCode | null
  /** How the words stand for it: its name, a demonym ("German"), a capital for the state ("Kyiv"), a shorthand. */
  readonly as: 'name' | 'demonym' | 'capital' | 'short'
  /** State that the person leads or led at some time, as its head or the head of its government. */
  readonly leads?: CountryCode
}

/**
 * The names that extraction may look up while it reads: an alias table by language, built from the reference data and
 * handed in, so that extraction knows no files. Never fuzzy: a word either stands in the table (in a listed form) or not.
 */
export interface Lexicon {
  /**
   * The longest run of words from `words[from]` that the table holds.
   * @returns how many words it took and what they may mean, or undefined
   * @example lexicon.match(['the', 'United', 'Kingdom', 'said'], 1, 'en') // { words: 2, senses: [{ country: 'GB', … }] }
   */
  match(words: readonly string[], from: number, language: string): { readonly words: number; readonly senses: readonly Sense[] } | undefined
  /** May a name of the table begin with this word? Left out where the answer could change, since it is kept with the word. */
  begins?(word: string, language: string): boolean
  /** All senses of one whole name, or an empty list. */
  senses(name: string, language: string): readonly Sense[]
}

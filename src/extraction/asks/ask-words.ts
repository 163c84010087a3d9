import type { Language } from '../language.ts'
import { phrasebook, type Phrasebook } from '../speech/speech-words.ts'
import { lexicalForms, wordforms } from '../words/wordforms.ts'

/** Words of asking in a language, as patterns of `wordforms.ts`. */
export interface AskWords {
  /** Verbs with an addressee and what is asked of it: "urge X to". */
  readonly verbs: string
  /** Of these, forms in the first person: who speaks asks, where no word for "I" and "we" stands. */
  readonly first?: string
  /** Forms that name nobody who asks: "рекомендовано", "wezwano". */
  readonly impersonal?: string
  /** Of these, the ones that ask only with the particle: German "ruft … auf". */
  readonly separable: string
  /** Nouns of asking, with asker and addressee beside them: "Rome's call on Warsaw to". */
  readonly calls: string
  /** Phrases before what is asked as a noun: "called for", "appelliert für". */
  readonly nouns: string
  /** Words between the addressee and what is asked: "to", "zu", "de", "о". */
  readonly to: string
  /** Words between verb and addressee: "on", "an", "à", "do". */
  readonly before: string
  /** Nouns for those who are asked, in the cases in which they are, beside those that every table of names has: "uczestników", "homologues". */
  readonly people?: string
  /** Openings of a demand before its addressee: "il faut que", "spetta a", "es ist Zeit, dass". */
  readonly necessity?: string
  /** Verb forms that make a demand of their subject: "should", "müssen", "має". */
  readonly modals: string
}

export interface AskTable { readonly verbs: ReadonlyMap<string, string>; readonly first: ReadonlySet<string>; readonly impersonal: ReadonlySet<string>; readonly separable: ReadonlySet<string>; readonly calls: ReadonlySet<string>; readonly nouns: Phrasebook; readonly to: ReadonlySet<string>; readonly before: ReadonlySet<string>; readonly modals: Phrasebook; readonly necessity: Phrasebook; readonly double: ReadonlySet<string>; readonly people: ReadonlySet<string> }
const cache = new WeakMap<Language, AskTable>()
/** The tables of asking of a language, made once. */
export function askTable(language: Language): AskTable {
  let table = cache.get(language)
  if (!table) {
    const w = language.asks, set = (patterns: string) => new Set(wordforms(patterns)), verbs = lexicalForms(`${w.verbs} ${w.first ?? ''} ${w.impersonal ?? ''}`)
    cache.set(language, (table = { verbs, first: set(w.first ?? ''), impersonal: set(w.impersonal ?? ''), separable: set(w.separable), calls: set(w.calls), people: set(w.people ?? ''), nouns: phrasebook(w.nouns), to: set(w.to), before: set(w.before), modals: phrasebook(w.modals), necessity: phrasebook(w.necessity ?? ''), double: new Set([...verbs.keys()].filter((v) => v.includes(' ')).map((v) => v.split(' ')[0]!)) }))
  }
  return table
}

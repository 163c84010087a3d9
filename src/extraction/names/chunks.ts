import type { ActorType, CountryCode } from '../../core/claim.ts'
import type { Span } from '../../core/evidence.ts'
import type { Sense } from '../../core/lexicon.ts'
import type { Analysis, Sentence, Token } from '../analysis.ts'
import { askTable } from '../asks/ask-words.ts'
import type { Language } from '../language.ts'
import { speechTable } from '../speech/speech-words.ts'
import type { Piece } from '../words/pieces.ts'
import { wordforms } from '../words/wordforms.ts'
import { nameClass, nameTable, type NameTable } from './name-words.ts'

/** A run of tokens that speaks of an actor, before it is settled who it is. */
export interface Chunk {
  readonly sentence: number
  /** First token, with office and article; last token, exclusive. */
  readonly from: number
  readonly to: number
  readonly span: Span
  readonly kind: 'person' | 'actor' | 'place' | 'role' | 'group' | 'body' | 'text' | 'he' | 'she' | 'it' | 'they'
  /** The name alone, or the description without its article. */
  readonly name: string
  readonly office: string | null
  /** The noun that makes it an office, a body or a text. */
  readonly noun: string | null
  readonly country: CountryCode | null
  /** The state told beside it, also that of a private person, who speaks for none. */
  readonly nation: CountryCode | null
  /** The office is a trade or a post in a firm. */
  readonly private: boolean
  /** A body without a state stands in the office: NATO, the EU. Then the person speaks for no state. */
  readonly supranational: boolean
  readonly definite: boolean
  readonly feminine: boolean | null
  readonly senses: readonly Sense[]
  readonly type: ActorType
  /** "its foreign minister": the state is the one named last. */
  readonly possessive: boolean
  /** "My predecessor", "our army": of the writer's own state; "his office": of the person's. */
  readonly whose: 'ours' | 'his' | null
  readonly quoted: boolean
  /** First word of a sentence or quotation, where a capital says nothing. */
  readonly opens: boolean
}

const verbs = new WeakMap<Language, ReadonlyMap<string, unknown>>()
/** Verbs that end a name: those of speech, and where `acts` are listed those of asking and acting too. */
/** Small words that no office holds, in the languages without tags. */
const clauses = new Set(['avec', 'par', 'que', 'qui', 'con', 'che', 'mit', 'dass', 'że', 'który', 'która', 'що', 'який', 'яка'])

function verbsOf(language: Language): ReadonlyMap<string, unknown> {
  const spoken = speechTable(language).verbs, { acts } = language.names
  if (acts === undefined) return spoken
  let all = verbs.get(language)
  if (!all) verbs.set(language, (all = new Map<string, unknown>([...spoken, ...askTable(language).verbs, ...wordforms(acts).map((w): [string, string] => [w, w])])))
  return all
}

/** One sentence with its pieces, and the questions that the rules ask of it. */
export class Reading {
  readonly sentence: Sentence
  readonly index: number
  readonly text: string
  readonly language: Analysis['language']
  readonly pieces: readonly Piece[]
  readonly inQuote: (at: number) => boolean
  readonly table: NameTable
  readonly tokens: readonly Token[]
  readonly at: (Piece | undefined)[]
  readonly verbs: ReadonlyMap<string, unknown>

  constructor(sentence: Sentence, index: number, text: string, language: Analysis['language'], pieces: readonly Piece[], inQuote: (at: number) => boolean) {
    this.sentence = sentence; this.index = index; this.text = text; this.language = language; this.pieces = pieces; this.inQuote = inQuote
    this.table = nameTable(language); this.tokens = sentence.tokens; this.at = []
    this.verbs = verbsOf(language)
    for (const p of pieces) for (let i = p.from; i < p.to; i++) this.at[i] = p
  }
  lower(i: number): string { return this.tokens[i]?.lower ?? '' }
  /** What the word may be beside names, as bits of `nameClass`. */
  classOf(i: number): number { const t = this.tokens[i]; return t === undefined ? 0 : this.table.classOf(t.form) }
  isRole(i: number): boolean { const t = this.tokens[i]; return t !== undefined && (this.table.classOf(t.form) & nameClass.role) !== 0 && (t.pos === null || t.pos === 'NOUN' || t.pos === 'PROPN' || t.pos === 'ADJ' || t.pos === 'X') }
  isBody(i: number): boolean { const t = this.tokens[i]; return t !== undefined && (this.table.classOf(t.form) & nameClass.bodyNoun) !== 0 && (t.pos === null || t.pos === 'NOUN' || t.pos === 'PROPN' || t.pos === 'ADJ' && /^['’]s$/.test(this.lower(i - 1))) }
  /** Does the word end every noun phrase: punctuation, a verb, a pronoun? */
  stops(i: number): boolean {
    const t = this.tokens[i]
    if (!t) return true
    if (this.at[i] || this.isRole(i)) return false
    if (t.pos) return t.pos === 'VERB' || t.pos === 'AUX' || t.pos === 'PUNCT' || t.pos === 'PRON' || t.pos === 'SCONJ' || t.pos === 'ADV' || t.pos === 'CCONJ' || t.pos === 'SYM'
    return !/^[\p{L}\p{M}\d'’-]+$/u.test(t.text) || this.verbs.has(t.lower) || !this.table.links.has(t.lower) && (speechTable(this.language).auxiliaries.has(t.lower) || clauses.has(t.lower)) || this.table.he.has(t.lower) || this.table.she.has(t.lower)
  }
}

/** A chunk over some tokens, unknown in all that is not given. */
export function chunk(r: Reading, from: number, to: number, more: Partial<Chunk> & Pick<Chunk, 'kind' | 'name'>): Chunk {
  const span = { start: r.tokens[from]!.start, end: r.tokens[to - 1]!.end }
  return { sentence: r.index, from, to, span, office: null, noun: null, country: null, nation: null, private: false, supranational: false, definite: false, feminine: null, senses: [], type: 'unknown', possessive: false, whose: null, quoted: r.inQuote(span.start), opens: r.tokens[from]!.pos !== 'PROPN' && (from === 0 || (r.tokens[from - 1]!.text.length === 1 && !/[\p{L},(]/u.test(r.tokens[from - 1]!.text))), ...more }
}

/** The words of some tokens as they stand. */
export const written = (r: Reading, from: number, to: number) => (to > from ? r.text.slice(r.tokens[from]!.start, r.tokens[to - 1]!.end) : '')

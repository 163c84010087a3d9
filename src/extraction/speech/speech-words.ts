import type { Language } from '../language.ts'
import { lexicalForms, wordforms } from '../words/wordforms.ts'

/** Words of speech in a language, as patterns of `wordforms.ts`. */
export interface SpeechWords {
  /** Verbs that take a clause or stand beside a quotation: "said", "warned". */
  readonly clause: string
  /** Verbs of speech only where a quotation follows or leads: "described", "laughed". */
  readonly quoting: string
  /** Verbs whose object may be a noun phrase: "highlighted the need". */
  readonly objects: string
  /** Verbs with an addressee before the content: "told reporters". */
  readonly tell: string
  /** Verbs by which a text credits the agency it copies: "reports Ukrinform". */
  readonly credits: string
  /** Infinitives of purpose that carry a statement: "spoke with him to underscore …". */
  readonly infinitives: string
  /** Main verbs before such an infinitive: "spoke". */
  readonly talk: string
  /** Words that open the content: "that", "dass", "що". */
  readonly that: string
  /** Phrases before the speaker: "according to". */
  readonly according: string
  /** Whole phrases with the speaker as a pronoun: "за його словами". */
  readonly accordingOwn: string
  /** Phrases after the speaker: "zufolge". */
  readonly accordingAfter: string
  /** First words of a sentence that gives the source of the one before: "This was stated by". */
  readonly backward: string
  readonly negations: string
  /** Words of a verb group: "has", "would". */
  readonly auxiliaries: string
  /** Of these, the ones that make a participle passive. */
  readonly passives: string
  readonly adverbs: string
  readonly coordinators: string
  /** Words that open a sentence and belong to no statement: "However,". */
  readonly opening: string
  /** Particles that part from their verb: "führt … aus". */
  readonly particles: string
  /** Verb forms that speak only with such a particle. */
  readonly separable: string
  /** Of these, the ones that other particles make a verb of doing, with their own: "heb: hervor". */
  readonly partners?: Readonly<Record<string, string>>
  /** Verbs without a subject, whose source stands in a phrase of place: "aus dem Ministerium hieß es". */
  readonly impersonal: string
  /** Verb forms that keep up indirect speech over sentences: "sei", "habe". */
  readonly subjunctive: string
  /** A source may stand inside the quotation marks: « Oui, a dit X. Non. » */
  readonly sourceInside: boolean
}

export interface Verb { readonly lemma: string; readonly clause: boolean; readonly object: boolean; readonly tell: boolean; readonly credit: boolean }

/** The tables of `SpeechWords` as sets and maps. */
export interface SpeechTable {
  readonly verbs: ReadonlyMap<string, Verb>
  /** First words of verbs of two words: "make" of "make clear". */
  readonly double: ReadonlySet<string>
  readonly infinitives: ReadonlySet<string>
  readonly talk: ReadonlySet<string>
  readonly that: ReadonlySet<string>
  readonly according: Phrasebook
  readonly accordingOwn: Phrasebook
  readonly accordingAfter: Phrasebook
  readonly backward: ReadonlySet<string>
  readonly negations: ReadonlySet<string>
  readonly auxiliaries: ReadonlySet<string>
  readonly passives: ReadonlySet<string>
  readonly adverbs: ReadonlySet<string>
  readonly coordinators: ReadonlySet<string>
  /** Of these, the ones that join two verbs of one subject. */
  readonly and: ReadonlySet<string>
  readonly opening: Phrasebook
  readonly particles: ReadonlySet<string>
  readonly separable: ReadonlySet<string>
  /** The particles of a verb form, where it speaks only with some. */
  readonly partners: readonly (readonly [stem: string, particles: ReadonlySet<string>])[]
  readonly impersonal: ReadonlySet<string>
  readonly subjunctive: ReadonlySet<string>
}

/** Phrases by their first word, longest first. */
export type Phrasebook = ReadonlyMap<string, readonly (readonly string[])[]>

export function phrasebook(patterns: string): Phrasebook {
  const out = new Map<string, string[][]>()
  for (const phrase of wordforms(patterns).flatMap((p) => (p.includes('’') ? [p, p.replaceAll('’', '\'')] : [p]))) {
    const words = phrase.split(' '), list = out.get(words[0]!)
    if (list) list.push(words)
    else out.set(words[0]!, [words])
  }
  for (const list of out.values()) list.sort((a, b) => b.length - a.length)
  return out
}

/** How many tokens the longest phrase takes that starts at a token, or 0. @example phraseAt(book, tokens, 0) // 2 for "according to" */
export function phraseAt(book: Phrasebook, tokens: readonly { readonly lower: string }[], at: number): number {
  for (const words of book.get(tokens[at]?.lower ?? '') ?? []) {
    let i = 1
    while (i < words.length && tokens[at + i]?.lower === words[i]) i++
    if (i === words.length) return i
  }
  return 0
}

const cache = new WeakMap<Language, SpeechTable>()
/** The speech tables of a language, made once. */
export function speechTable(language: Language): SpeechTable {
  let table = cache.get(language)
  if (!table) cache.set(language, (table = build(language.speech)))
  return table
}

const joining = new Set(['and', 'but', 'und', 'aber', 'et', 'mais', 'e', 'ed', 'ma', 'i', 'oraz', 'a', 'ale', 'і', 'й', 'та', 'але'])
function build(words: SpeechWords): SpeechTable {
  const set = (patterns: string) => new Set(wordforms(patterns))
  const clause = lexicalForms(words.clause), objects = lexicalForms(words.objects), quoting = lexicalForms(words.quoting), tell = set(words.tell), credits = set(words.credits)
  const verbs = new Map<string, Verb>()
  for (const forms of [clause, objects, quoting]) for (const [form, lemma] of forms) {
    if (!verbs.has(form)) verbs.set(form, { lemma, clause: clause.has(form), object: objects.has(form), tell: tell.has(form), credit: credits.has(form) })
  }
  return {
    verbs, double: new Set([...verbs.keys()].filter((v) => v.includes(' ')).map((v) => v.split(' ')[0]!)),
    infinitives: set(words.infinitives), talk: set(words.talk), that: set(words.that), according: phrasebook(words.according), accordingOwn: phrasebook(words.accordingOwn),
    accordingAfter: phrasebook(words.accordingAfter), backward: set(words.backward), negations: set(words.negations), auxiliaries: set(words.auxiliaries),
    passives: set(words.passives), adverbs: set(words.adverbs), coordinators: set(words.coordinators), and: new Set(wordforms(words.coordinators).filter((w) => joining.has(w))), opening: phrasebook(words.opening),
    particles: set(words.particles), separable: set(words.separable), partners: Object.entries(words.partners ?? {}).map(([stem, particles]) => [stem, new Set(particles.split(' '))] as const), impersonal: set(words.impersonal), subjunctive: set(words.subjunctive),
  }
}

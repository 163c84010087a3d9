import type { CountryCode } from '../../core/claim.ts'
import type { Language } from '../language.ts'
import { trait, type Form } from '../words/forms.ts'
import { wordforms } from '../words/wordforms.ts'
import type { GovernmentWords } from './governments.ts'

/** Words around names in a language, as patterns of `wordforms.ts`; each with its inflected forms. */
export interface NameWords {
  /** Forms of address before a name; no part of it. */
  readonly titles: string
  /** Nouns for one person by office or trade. */
  readonly roles: string
  /** Of the roles, the feminine ones, where the language tells. */
  readonly feminine: string
  /** Nouns for several people without names: "officials". */
  readonly groups: string
  /** Nouns for bodies: "ministry". */
  readonly bodies: string
  /** Nouns for things in writing that speak for their authors: "report". */
  readonly texts: string
  /** Roles that any politician may be called by: "leader". */
  readonly generic: string
  /** Small words inside personal names: "de", "von". */
  readonly particles: string
  /** Small words inside an office: "minister of defence". */
  readonly links: string
  readonly determiners: string
  /** Pronouns of the third person that stand as subjects, by what they stand for. */
  readonly pronouns: { readonly he: string; readonly she: string; readonly it: string; readonly they: string }
  /** "I", "we", "our". */
  readonly firstPerson: string
  /** Words that make a run of capitals the name of a company. */
  readonly companies: string
  /** Words that make it the name of a body or a thing, never a person. */
  readonly organizations: string
  /** Months, days and other capitals that are never names. */
  readonly never: string
  /** Endings of oblique cases and what stands in their place in the nominative. */
  readonly cases: readonly (readonly [ending: string, base: string])[]
  /** All nouns have capitals: a run of two is a name only beside an office. */
  readonly nounsInCapitals: boolean
  /** Other verbs that end a name or office before them: "Президент Литви звернувся до", where no tagger tells a verb. */
  readonly acts?: string
  readonly governments: GovernmentWords
  /** State that an office of no stated country belongs to in a text of this language. */
  readonly homeState: CountryCode | null
}

export interface NameTable {
  readonly titles: ReadonlySet<string>
  readonly roles: ReadonlySet<string>
  readonly feminine: ReadonlySet<string>
  readonly groups: ReadonlySet<string>
  readonly bodies: ReadonlySet<string>
  readonly texts: ReadonlySet<string>
  readonly generic: ReadonlySet<string>
  readonly particles: ReadonlySet<string>
  readonly links: ReadonlySet<string>
  readonly determiners: ReadonlySet<string>
  readonly he: ReadonlySet<string>
  readonly she: ReadonlySet<string>
  readonly it: ReadonlySet<string>
  readonly they: ReadonlySet<string>
  readonly firstPerson: ReadonlySet<string>
  readonly companies: ReadonlySet<string>
  readonly organizations: ReadonlySet<string>
  readonly never: ReadonlySet<string>
  /** All of these that a word is in, as bits of `nameClass`; asked once of each word. */
  readonly classOf: (form: Form) => number
}

/** What a word may be beside names. `role` and `bodyNoun` count the last parts of compounds, where a language has such. */
export const nameClass = { title: 1, role: 2, group: 4, body: 8, bodyNoun: 16, text: 32, organization: 64, company: 128, never: 256, determiner: 512, he: 1024, she: 2048, it: 4096, they: 8192, firstPerson: 16384, link: 32768, particle: 65536 } as const
const { title, never, determiner, he, she, it, they, firstPerson } = nameClass
/** Words that no name begins with or holds. */
export const noName = title | never | determiner | he | she | it | they | firstPerson

const cache = new WeakMap<Language, NameTable>()
/** The name tables of a language, made once. */
export function nameTable(language: Language): NameTable {
  let table = cache.get(language)
  if (!table) {
    const w = language.names, set = (patterns: string) => new Set(wordforms(patterns))
    const { he, she, it, they } = w.pronouns
    const sets = {
      titles: set(w.titles), roles: set(w.roles + ' ' + w.feminine), feminine: set(w.feminine), groups: set(w.groups), bodies: set(w.bodies), texts: set(w.texts), generic: set(w.generic),
      particles: set(w.particles), links: set(w.links), determiners: set(w.determiners), he: set(he), she: set(she), it: set(it), they: set(they),
      firstPerson: set(w.firstPerson), companies: set(w.companies), organizations: set(w.organizations), never: set(w.never),
    }
    table = { ...sets, classOf: trait(({ lower }) => classesOf(sets, lower, w.nounsInCapitals)) }
    cache.set(language, table)
  }
  return table
}

function classesOf(sets: Omit<NameTable, 'classOf'>, word: string, compounds: boolean): number {
  const { titles, groups, bodies, texts, organizations, companies, never, determiners, he, she, it, they, firstPerson, links, particles } = sets
  let bits = (isRoleNoun(sets.roles, word, compounds) ? nameClass.role : 0) | (isBodyNoun(bodies, word, compounds) ? nameClass.bodyNoun : 0)
  const listed = [[titles, 'title'], [groups, 'group'], [bodies, 'body'], [texts, 'text'], [organizations, 'organization'], [companies, 'company'], [never, 'never'], [determiners, 'determiner'], [he, 'he'], [she, 'she'], [it, 'it'], [they, 'they'], [firstPerson, 'firstPerson'], [links, 'link'], [particles, 'particle']] as const
  for (const [set, name] of listed) if (set.has(word)) bits |= nameClass[name]
  return bits
}

/** Is a token a noun for an office or trade? */
export const isRole = (table: NameTable, token: { readonly form: Form } | undefined): boolean => token !== undefined && (table.classOf(token.form) & nameClass.role) !== 0

/** Is a noun in the table, by itself or as the last part of a compound ("Verteidigungsministerin")? */
function isRoleNoun(roles: ReadonlySet<string>, word: string, compounds: boolean): boolean {
  if (roles.has(word)) return true
  if (word.includes('-') && (compounds || second.test(word)) && roles.has(word.slice(word.lastIndexOf('-') + 1))) return true
  if (!compounds || word.length < 9 || word.length > 60) return false
  for (let i = 4; i <= word.length - 4; i++) if (roles.has(word.slice(i)) && !/zeuge[ns]?$/.test(word)) return true
  return false
}
/** "Vice-amiral", "sous-ministre", "Brigadier-General": the second of an office, a rank of two words. */
const second = /^(?:vice|vize|wice|віце|contre|contr|sous|sotto|under|deputy|rear|brigadier|lieutenant|major|colonel|général|генерал|капітан)-/

function isBodyNoun(bodies: ReadonlySet<string>, word: string, compounds: boolean): boolean {
  if (bodies.has(word) || compounds && word.endsWith('s') && bodies.has(word.slice(0, word.endsWith('es') && !bodies.has(word.slice(0, -1)) ? -2 : -1))) return true
  if (!compounds || word.length < 9 || word.length > 60) return false
  for (let i = 3; i <= word.length - 4; i++) if (bodies.has(word.slice(i))) return true
  return false
}

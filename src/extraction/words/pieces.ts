import type { Lexicon, Sense } from '../../core/lexicon.ts'
import type { Sentence, Token } from '../analysis.ts'
import { startsUpper } from './characters.ts'
import type { Language } from '../language.ts'
import { isGivenName } from '../names/given-names.ts'
import { joinGovernments } from '../names/governments.ts'
import { isRole, nameClass, nameTable, noName, type NameTable } from '../names/name-words.ts'
import { trait, type Form } from './forms.ts'
import { onSentence } from './sentences.ts'

/** A run of tokens that names something: a sense of the lexicon, or a run of capitals. */
export interface Piece {
  readonly from: number
  /** Exclusive. */
  readonly to: number
  readonly kind: 'state' | 'demonym' | 'body' | 'company' | 'forum' | 'person' | 'place' | 'other' | 'name'
  readonly senses: readonly Sense[]
}

/**
 * The names of a sentence by lexicon and by capitals, in order and without overlap.
 * @example pieces('Germany asked Skagfoss Optronics') // a state, a company
 */
export const findPieces = (sentence: Sentence, lexicon: Lexicon, language: Language): readonly Piece[] => found(sentence, { lexicon, language })
/** Names and the words for states are read from the same pieces, with the lexicon and the language of their document. */
const found = onSentence((sentence, { lexicon, language }: { lexicon: Lexicon; language: Language }): readonly Piece[] => joinGovernments(readPieces(sentence, lexicon, language), sentence, lexicon, language))

function readPieces(sentence: Sentence, lexicon: Lexicon, language: Language): Piece[] {
  const { tokens } = sentence, table = nameTable(language), begins = beginsIn(lexicon, language.code), out: Piece[] = []
  let words: readonly string[] | undefined
  const asked: (ReturnType<Lexicon['match']> | null)[] = []
  const known = (i: number) => {
    if (!begins(tokens[i]!.form)) return undefined
    let match = asked[i]
    if (match === undefined) match = asked[i] = lexicon.match(words ??= tokens.map((t) => t.text), i, language.code) ?? null
    return match ?? undefined
  }
  const isKnown = (i: number) => { const m = known(i); return m !== undefined && m.senses[0]!.type !== 'person' }
  for (let i = 0; i < tokens.length;) {
    // Most words are written small and begin no name.
    if (!startsUpper(tokens[i]!.text) && !begins(tokens[i]!.form)) { i++; continue }
    const found = givenBefore(tokens, i, known, table, language) || (i === 0 && opensAs(tokens[0]!, known, table)) ? undefined : known(i), run = nameRun(tokens, i, table, language, isKnown)
    if (found && (found.words >= run || firm(found.senses, tokens.slice(found.words > 1 ? i + found.words : i, i + run), table))) { const kind = kindOf(found.senses); out.push({ from: i, to: i + found.words, kind, senses: found.senses }); i += found.words; continue }
    if (run > 0) { out.push({ from: i, to: i + run, kind: runKind(tokens.slice(i, i + run), table), senses: [] }); i += run; continue }
    i++
  }
  return out
}

const isWord = trait(({ text, lower }) => startsUpper(text) || (text.length > 2 && lower !== text.toUpperCase()))
const asked = new WeakMap<Lexicon, Map<string, (form: Form) => boolean>>()
/** May a name of the lexicon begin with a word? Asked once of each word. */
function beginsIn(lexicon: Lexicon, language: string): (form: Form) => boolean {
  let all = asked.get(lexicon)
  if (!all) asked.set(lexicon, (all = new Map()))
  let begins = all.get(language)
  if (!begins) all.set(language, (begins = lexicon.begins ? trait((form) => isWord(form) && lexicon.begins!(form.text, language)) : isWord))
  return begins
}

/**
 * "Dominika Wrzos", "Jordan Pryce", "Раду Мірча": a given name that is also a word for a state, town or body is that of a
 * person before a surname that nothing knows. Behind a preposition of place it is the place.
 */
function givenBefore(tokens: readonly Token[], at: number, known: (i: number) => ReturnType<Lexicon['match']>, table: NameTable, language: Language): boolean {
  const given = tokens[at]!, family = tokens[at + 1], after = tokens[at + 2]
  if (!family || !startsUpper(family.text) || !isGivenName(given.text) || !/^\p{Lu}(?:[\p{Ll}’'-]|\p{Lu}{3})/u.test(family.text) || given.text === given.text.toUpperCase() || known(at)?.words !== 1 || known(at)!.senses[0]!.type === 'person' || known(at + 1)) return false
  const isNoun = (t: Token) => (table.classOf(t.form) & nouns) !== 0
  return !isNoun(family) && !(after && startsUpper(after.text) && isNoun(after)) && !placing.has(tokens[at - 1]?.lower ?? '')
}
/** "Того ж дня", "That day": at the head of a sentence a word that also points is no name of one word. */
const opensAs = (first: Token, known: (i: number) => ReturnType<Lexicon['match']>, table: NameTable): boolean => (table.classOf(first.form) & determiner) !== 0 && first.text.length > 2 && !/^\p{Lu}{2}/u.test(first.text) && known(0)?.words === 1
const { organization, company, never, title, group, body, role, link, determiner, particle } = nameClass
const nouns = organization | company | never | title | group | body | role
/** Articles that no preposition goes before open another noun: "Palazzo Marina il Ministro". */
const article = /^(?:il|lo|la|i|gli|le|les)$/
const placing = new Set('in to from at near across throughout nach aus à en au a w do z ze we у в до з із'.split(' '))

/** A state, body or adjective of the lexicon is not taken into a longer run of capitals, unless that names a company or body. */
function firm(senses: readonly Sense[], run: readonly Token[], table: NameTable): boolean {
  const kind = kindOf(senses)
  if (kind === 'person' || kind === 'other') return false
  // "Polish Navy": the adjective of a state before a general name for a body.
  if (kind === 'demonym' && run.length === 2 && table.bodies.has(run[1]!.lower)) return true
  return !run.some((t) => table.companies.has(t.lower) || table.organizations.has(t.lower))
}

function kindOf(senses: readonly Sense[]): Piece['kind'] {
  const first = senses[0]!
  if (first.as === 'demonym') return 'demonym'
  if (first.type === 'state' || first.type === 'body' || first.type === 'company' || first.type === 'forum' || first.type === 'person' || first.type === 'place') return first.type
  return first.type === 'group' ? 'body' : 'other'
}

function runKind(run: readonly Token[], table: NameTable): Piece['kind'] {
  // "Ministry of Defence" is no firm, though firms are called so too.
  const official = run.length > 2 && table.bodies.has(run[0]!.lower) && table.organizations.has(run[0]!.lower) && table.links.has(run[1]!.lower)
  if (!official && run.length > 1 && run.some((t, i) => i > 0 && table.companies.has(t.lower))) return 'company'
  if (run.some((t) => table.organizations.has(t.lower))) return 'body'
  if (run.length === 1 && table.bodies.has(run[0]!.lower)) return 'body'
  return run.length === 1 && run[0]!.text.length > 1 && run[0]!.text === run[0]!.text.toUpperCase() ? 'other' : 'name'
}

/** Is one word all Latin and the other all Cyrillic? Words of both are forgeries and stay together. */
export const otherScript = (a: string, b: string): boolean => latin.test(a) && cyrillic.test(b) || cyrillic.test(a) && latin.test(b)
const latin = /^[\p{Script=Latin}’'.-]+$/u, cyrillic = /^[\p{Script=Cyrillic}’'.-]+$/u
const initial = /^\p{Lu}$/u
/** Letters behind a name that tell a seat or an honour: "Neil Marrow MP". */
export const honours: ReadonlySet<string> = new Set('MP MEP MSP MdB MdL MdEP KC QC SC CBE OBE MBE KCB GCB DSO MC VC QGM TD PC CMM CM'.split(' '))

/** Behind a form of address or a rank two capitals are a name, though the second is a town too: "gen. Jesper Kolding". */
const ranked = (before: Token | undefined, table: NameTable): boolean => before !== undefined && (table.classOf(before.form) & title) !== 0

/** How many tokens from here are a run of capitals that may be a name; 0 when none starts here. */
function nameRun(tokens: readonly Token[], from: number, table: NameTable, language: Language, isKnown: (i: number) => boolean): number {
  return startsUpper(tokens[from]!.text) ? runOfCapitals(tokens, from, table, language, isKnown) : 0
}

function runOfCapitals(tokens: readonly Token[], from: number, table: NameTable, language: Language, isKnown: (i: number) => boolean): number {
  const capital = (i: number) => i < tokens.length && startsUpper(tokens[i]!.text)
  const classOf = (i: number) => table.classOf(tokens[i]!.form)
  const given = (i: number) => capital(i + 1) && isGivenName(tokens[i]!.text) && (classOf(i + 1) & never) === 0
  /** "Van der": behind one small word of names another may stand. */
  const pastParticles = (i: number) => (i + 2 < tokens.length && (classOf(i + 1) & particle) !== 0 && !startsUpper(tokens[i + 1]!.text) ? i + 2 : i + 1)
  const bars = (i: number) => { const found = classOf(i); return (found & noName) !== 0 || (found & role) !== 0 && (found & organization) === 0 }
  if (bars(from) && !given(from)) return 0
  const opening = from === 0 || openers.has(tokens[from - 1]!.text)
  if (opening && starters(language).has(tokens[from]!.lower)) return 0
  // "Senators Paula Reyes and Tom Brandt": an office of several before a name is no part of it.
  if (tokens[from]!.pos !== null && capital(from + 1) && tokens[from]!.lower.endsWith('s') && table.roles.has(tokens[from]!.lower.slice(0, -1)) && isGivenName(tokens[from + 1]!.text)) return 0
  if (opening && !opensName(tokens, from, capital)) return 0
  // "Why Anna Lund Was Late For Talks": words that no name holds, in headlines that write all with capitals.
  const apart = (i: number) => tokens[from]!.pos !== null && small.test(tokens[i]!.lower)
  if (apart(from)) return 0
  let i = from + 1, isBody = (classOf(from) & organization) !== 0
  const german = language.names.nounsInCapitals
  // "Schreiben der Staatsanwaltschaft", "Folge zu Verlusten": where nouns have capitals, an article alone is no part of a name, and only a given name or an office goes before "von".
  const isParticle = (at: number) => (classOf(at - 1) & particle) !== 0 || (classOf(at) & determiner) === 0 && (startsUpper(tokens[at]!.text) || tokens.slice(from, at).some((t) => t.text.split('-').some(isGivenName)) || isRole(table, tokens[from - 1]) || from > 0 && (classOf(from - 1) & title) !== 0)
  while (i < tokens.length) {
    const t = tokens[i]!, found = classOf(i)
    if (!isBody && apart(i)) break
    // "Zorvex Sistemi Златко Лінас": a name is written in one script.
    if (capital(i) && tokens[i - 1]!.text.length > 1 && otherScript(t.text, tokens[i - 1]!.text)) break
    if (capital(i) && !bars(i) && (!isKnown(i) || (i === from + 1 && (isGivenName(tokens[from]!.text) || ranked(tokens[from - 1], table))))) { isBody ||= (found & organization) !== 0; i++; continue }
    if (t.text === '.' && initial.test(tokens[i - 1]!.text) && capital(i + 1) && tokens[i - 1]!.end === t.start) { i++; continue }
    // "Yann Le Goff", "Ignazio La Bella": an article with a capital inside a name.
    if ((found & particle) !== 0 && german && !isBody && !isParticle(i)) break
    const name = (found & particle) !== 0 && !isBody ? pastParticles(i) : -1
    if (name > 0 && capital(name) && !bars(name) && (classOf(name) & body) === 0 && (startsUpper(t.text) ? t.pos === null && !isKnown(i) : !isKnown(name))) { i = name + 1; continue }
    if (isBody && (found & link) !== 0 && !startsUpper(t.text) && !article.test(t.lower)) {
      let j = i + 1
      while (j < tokens.length && j < i + 3 && !startsUpper(tokens[j]!.text) && (classOf(j) & (link | determiner)) !== 0) j++
      if (capital(j) && (classOf(j) & noName) === 0 && t.lower !== 'and' && t.lower !== 'in' && t.lower !== 'to' && t.lower !== 'at' && t.lower !== 'on') { i = j + 1; continue }
    }
    // "the Immigration and Customs Service": two things that one body deals with.
    if (!isBody && t.lower === 'and' && i - from < 3 && heads.test(tokens[from - 1]?.lower ?? '') && capital(i + 1) && !bars(i + 1) && !isGivenName(tokens[from]!.text)) {
      let j = i + 1
      while (capital(j) && !bars(j) && j < i + 5) j++
      if (j > i + 2 && (classOf(j - 1) & organization) !== 0 && !tokens[j - 1]!.lower.endsWith('ies')) { isBody = true; i = j; continue }
    }
    break
  }
  while (i > from + 1 && (tokens[i - 1]!.text === '.' || i > from + 2 && honours.has(tokens[i - 1]!.text))) i--
  // "prezes Medarmu Anna Nowak": what stands between an office and a given name belongs to the office.
  if (i - from > 2 && !isGivenName(tokens[from]!.text) && (isRole(table, tokens[from - 1]) || isRole(table, tokens[from - 2])))
    for (let k = from + 1; k < i - 1; k++) if (isGivenName(tokens[k]!.text)) return k - from
  // "Źródła w delegacji": at the head of a sentence the capital of a noun for several people says nothing.
  if (opening && i - from === 1 && tokens[from]!.pos === null && (classOf(from) & group) !== 0 && /^(?:w|we|z|ze|у|в|з|із|зі|zbliżone|близькі)$/.test(tokens[i]?.lower ?? '')) return 0
  // "Finance Ministers": a run that ends in a noun for several people is no name.
  if (!isBody && (i - from > 1 ? (classOf(i - 1) & group) !== 0 : opening && tokens[from]!.pos !== null && (classOf(from) & group) !== 0)) return 0
  // "Foreign Minister", "Local officials": the words belong to the noun behind them.
  const next = tokens[i]
  if (next && !isBody && !honours.has(next.text) && (capital(i) ? table.roles.has(next.lower) : opening && i - from === 1 && (table.groups.has(next.lower) || table.bodies.has(next.lower) || table.roles.has(next.lower)))) return 0
  if ((classOf(from) & body) !== 0 && (classOf(from) & organization) === 0 && i - from > 1) return 1
  if (language.names.nounsInCapitals && i - from === 1 && !isBody) return followsOffice(tokens, from, table) ? 1 : 0
  return i - from
}

const starterSets = new WeakMap<Language, Set<string>>()
function starters(language: Language): ReadonlySet<string> {
  let set = starterSets.get(language)
  if (!set) starterSets.set(language, (set = new Set(language.sentences.starters)))
  return set
}

/** The first word of a sentence opens a name when its tag says so or when the next word has a capital too. */
const opensName = (tokens: readonly Token[], at: number, capital: (i: number) => boolean) =>
  tokens[at]!.pos === null || tokens[at]!.pos === 'PROPN' || capital(at + 1)
const small = /^(?:is|are|was|were|been|has|have|had|does|did|would|could|should|with|over|after|before|when|why|how|than|from|into|about|says|said|speaks)$/
/** What stands before the name of a body of one state: an article, "federal". */
const heads = /^(?:the|its|federal|national|['’]s)$/
const openers = new Set('“„«"‘–—-:'.split(''))

/** In German a single capital is a name only right after an office, or where speech will settle it. */
const followsOffice = (tokens: readonly Token[], at: number, table: NameTable) => at > 0 && !/(?:ung|heit|keit|schaft|tion|ität|wesen|politik|ismus)$/.test(tokens[at]!.lower) && (table.titles.has(tokens[at - 1]!.lower) || table.roles.has(tokens[at - 1]!.lower))

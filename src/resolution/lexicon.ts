import type { CountryCode } from '../core/claim.ts'
import type { Lexicon, Sense } from '../core/lexicon.ts'
import { formsOf } from './inflection.ts'
import type { Name, Reference, Thing } from './reference.ts'
import { fold, isAcronym, sameCase, wordKey } from './spelling.ts'
import { isLeading } from './tenures.ts'

/** One listed form of a name: its words as keys, and as they are written. */
interface Form { readonly keys: readonly string[]; readonly written: readonly string[]; readonly sense: Sense }
/** Forms by their first word, the longest first. */
type Table = ReadonlyMap<string, readonly Form[]>

/** The most words whose forms or spelling are kept, since texts use few words often. */
const mostKept = 50_000

const everywhere = '*'

const built = new WeakMap<Reference, Lexicon>()

/**
 * The alias table of the reference data, by language. Tables are made on the first look-up in a language, and the same
 * reference gives the same ones.
 * @example buildLexicon(reference).senses('Німеччини', 'uk')[0].country // 'DE'
 */
export function buildLexicon(reference: Reference): Lexicon {
  const lexicon = built.get(reference) ?? makeLexicon(reference)
  built.set(reference, lexicon)
  return lexicon
}

function makeLexicon(reference: Reference): Lexicon {
  const byLanguage = groupByLanguage(reference.names), leaders = leadersOf(reference)
  const tables = new Map<string, Table>()
  const tableOf = (language: string): Table => {
    const known = byLanguage.has(language) ? language : 'en'
    const made = tables.get(known) ?? makeTable(namesFor(byLanguage, known), reference.things, leaders, known)
    tables.set(known, made)
    return made
  }
  return {
    match: (words, from, language) => longest(tableOf(language), words, from),
    begins: (word, language) => word !== '' && startsOf(tableOf(language), word),
    senses: (name, language) => {
      const words = name.trim().slice(0, longestName).split(/\s+/)
      const found = longest(tableOf(language), words, 0)
      return found && found.words === words.length ? found.senses : []
    },
  }
}

/** No name is longer; what comes longer is cut before it is looked at. */
const longestName = 200

function groupByLanguage(names: readonly Name[]): Map<string, Name[]> {
  const groups = new Map<string, Name[]>()
  for (const name of names) {
    const group = groups.get(name.language)
    if (group) group.push(name)
    else groups.set(name.language, [name])
  }
  return groups
}

/** Names of the language, names of every language, and English names of actors, which any language may print. */
function namesFor(groups: ReadonlyMap<string, readonly Name[]>, language: string): readonly Name[] {
  const own = groups.get(language) ?? [], all = groups.get(everywhere) ?? []
  const english = language === 'en' ? [] : (groups.get('en') ?? []).filter((n) => n.as === 'name' && (n.name.includes(' ') || isAcronym(n.name)))
  return [...own, ...all, ...english]
}

function makeTable(names: readonly Name[], things: Reference['things'], leaders: ReadonlyMap<string, CountryCode>, language: string): Table {
  const table = new Map<string, Form[]>()
  const seen = new Set<string>()
  for (const name of names) {
    const thing = things.get(name.id)
    if (!thing) continue
    const sense = senseOf(thing, name, leaders.get(thing.id))
    for (const written of writtenForms(name, language, thing.type === 'person')) {
      const mark = `${written}\n${name.id}`
      if (seen.has(mark)) continue
      seen.add(mark)
      const words = pieces(written)
      const form: Form = { keys: words.map(wordKey), written: words, sense }
      const list = table.get(form.keys[0]!)
      if (list) list.push(form)
      else table.set(form.keys[0]!, [form])
    }
  }
  for (const list of table.values()) if (list.length > 1) list.sort((a, b) => b.keys.length - a.keys.length)
  return table
}

const senseOf = (thing: Thing, name: Name, leads: CountryCode | undefined): Sense => ({ id: thing.id, type: thing.type, name: thing.label, country: thing.country, as: name.as, ...(leads ? { leads } : {}) })

/** The states that people lead or led as their heads or heads of government. */
function leadersOf({ tenures, things }: Reference): ReadonlyMap<string, CountryCode> {
  const leaders = new Map<string, CountryCode>()
  for (const { person, office } of tenures) { const of = things.get(office); if (of?.country && isLeading(of)) leaders.set(person, of.country) }
  return leaders
}

function writtenForms(name: Name, language: string, person: boolean): readonly string[] {
  if (name.forms === 'no') return [name.name]
  if (name.forms === 'auto') return formsOf(name.name, language, person ? 'person' : 'thing')
  return [name.name, ...name.forms.split('/')]
}

// A plus is a word of its own, as texts are cut: "Weimar+".
const splitter = /\s+|(?<=[^\s])-(?=[^\s])|(?<=[^\s])(?=\+)/u
const pieces = (text: string): readonly string[] => (/[ +-]/.test(text) ? text.split(splitter).filter((w) => w !== '') : [text])

const possessive = /['’]s?$/u
const elision = /^(?:[ldnsLDNS]|[Dd]ell|[Aa]ll|[Dd]all|[Nn]ell|[Ss]ull|[Cc]oll|[Qq]u)['’](?=.)/u

const elided = /^\p{L}{1,6}['’]$/u

/** Reads whole words only: a name that ends inside a word is no match, but for a possessive or an elided article. */
function longest(table: Table, words: readonly string[], from: number): Match | undefined {
  const first = words[from]
  if (first === undefined || first === '') return undefined
  return matchFrom(table, words, from, first) ?? (elision.test(first) ? matchFrom(table, words, from, first.replace(elision, '')) : undefined)
}

const startsOf = (table: Table, word: string): boolean => formsFrom(table, word) !== null || (elision.test(word) && formsFrom(table, word.replace(elision, '')) !== null)

function matchFrom(table: Table, words: readonly string[], from: number, first: string): Match | undefined {
  const begun = formsFrom(table, first)
  if (!begun) return undefined
  if (!standsAlone(begun, first, words[from + 1])) return bestOf(begun, new Pieces(words, from, first))
  // The same at all its places.
  if (begun.single === undefined) begun.single = bestOf(begun, new Pieces([first], 0, first)) ?? null
  return begun.single ?? undefined
}

/** Is a word, of one piece, surely all that is read of a name, because nothing known goes on with the next? */
function standsAlone({ bySecond }: Begun, first: string, next: string | undefined): boolean {
  if (cutOf(first).keys.length !== 1) return false
  if (bySecond.size === 0 || next === undefined) return true
  const cut = cutOf(next)
  return cut.plain && !bySecond.has(cut.keys[0]!)
}

interface Match { readonly words: number; readonly senses: readonly Sense[] }

function bestOf(begun: Begun, stream: Pieces): Match | undefined {
  let best = 0, taken = 0
  const senses: Sense[] = []
  for (const form of formsAt(begun, stream)) {
    if (form.keys.length < best) break
    const end = stream.covers(form)
    if (end === 0) continue
    // Italian "Ucraina" is the state, though "ucraina" is an adjective of it: with a capital the name counts.
    const same = senses.findIndex((s) => s.id === form.sense.id)
    if (same >= 0) { if (senses[same]!.as === 'demonym' && form.sense.as === 'name') senses[same] = form.sense; continue }
    best = form.keys.length
    taken = end
    senses.push(form.sense)
  }
  return best > 0 ? { words: taken, senses } : undefined
}

/** Forms that begin with one word, the longest first: those that go on with some second word have the forms of one word behind them. */
interface Begun { readonly all: readonly Form[]; readonly bySecond: ReadonlyMap<string, readonly Form[]>; readonly alone: readonly Form[]; /** What the word is where it stands alone; null when no name, undefined until it was asked for. */ single?: Match | null }

/** The forms that the next word allows: "the" begins a great many. */
function formsAt({ all, bySecond, alone }: Begun, stream: Pieces): readonly Form[] {
  if (bySecond.size === 0) return alone
  const second = stream.second()
  if (!second) return alone
  return possessive.test(second.text) ? all : bySecond.get(second.key) ?? alone
}

const formLists = new WeakMap<Table, Map<string, Begun | null>>()
/** The forms that may begin with a word, or null. */
function formsFrom(table: Table, first: string): Begun | null {
  let known = formLists.get(table)
  if (!known) formLists.set(table, (known = new Map()))
  let begun = known.get(first)
  if (begun === undefined) {
    const start = pieces(first.length > longestName ? first.slice(0, longestName) : first)[0]
    const list = start === undefined ? undefined : table.get(wordKey(start)) ?? (possessive.test(start) ? table.get(wordKey(start.replace(possessive, ''))) : undefined)
    begun = list ? begunOf(list) : null
    if (known.size < mostKept && first.length <= 40) known.set(first, begun)
  }
  return begun
}

function begunOf(all: readonly Form[]): Begun {
  const alone = all.filter((f) => f.keys.length === 1), bySecond = new Map<string, Form[]>()
  for (const form of all) {
    const second = form.keys[1]
    if (second === undefined) continue
    const list = bySecond.get(second)
    if (list) list.push(form)
    else bySecond.set(second, [form])
  }
  for (const list of bySecond.values()) list.push(...alone)
  return { all, bySecond, alone }
}

interface Cut { readonly texts: readonly string[]; readonly keys: readonly string[]; /** Begins with a piece that is neither a possessive nor an elided article. */ readonly plain: boolean }
const cuts = new Map<string, Cut>()
/** A word cut at hyphens, folded and as keys. */
function cutOf(word: string): Cut {
  let cut = cuts.get(word)
  if (!cut) {
    const parts = /^[-–]$/.test(word) ? [] : pieces(word.slice(0, longestName))
    const texts = parts.map(fold)
    cut = { texts, keys: parts.map(wordKey), plain: texts.length > 0 && !possessive.test(texts[0]!) && !elided.test(word) }
    if (cuts.size < mostKept && word.length <= 40) cuts.set(word, cut)
  }
  return cut
}

/** The words from a point on, cut at hyphens as the table is, read only as far as a form needs. */
class Pieces {
  private readonly texts: string[] = []
  private readonly keys: string[] = []
  /** For each piece: how many words are used up once it is, or 0 when its word goes on. */
  private readonly ends: number[] = []
  private readonly words: readonly string[]
  private readonly from: number
  private read = 0
  private readonly first: string

  constructor(words: readonly string[], from: number, first: string) {
    this.words = words
    this.from = from
    this.first = first
  }

  /** The second of the words, if there is one. */
  second(): { readonly text: string; readonly key: string } | null {
    while (this.texts.length < 2) if (!this.more()) return null
    return { text: this.texts[1]!, key: this.keys[1]! }
  }

  covers(form: Form): number {
    const n = form.keys.length
    while (this.texts.length < n) if (!this.more()) return 0
    for (let i = 0; i < n; i++) {
      const last = i === n - 1
      if (this.keys[i] === form.keys[i] && sameCase(this.texts[i]!, form.written[i]!)) continue
      if (!last || !possessive.test(this.texts[i]!)) return 0
      const bare = this.texts[i]!.replace(possessive, '')
      if (wordKey(bare) !== form.keys[i] || !sameCase(bare, form.written[i]!)) return 0
    }
    return this.ends[n - 1]!
  }

  private more(): boolean {
    let word = this.read === 0 ? this.first : this.words[this.from + this.read]
    if (word === undefined) return false
    this.read++
    // "Quai d’ Orsay": texts are cut behind an elided article, names are not.
    if (this.read > 1 && elided.test(word)) { const next = this.words[this.from + this.read]; if (next !== undefined) { word += next; this.read++ } }
    const { texts, keys } = cutOf(word)
    for (let i = 0; i < texts.length; i++) {
      this.texts.push(texts[i]!)
      this.keys.push(keys[i]!)
      this.ends.push(i === texts.length - 1 ? this.read : 0)
    }
    return true
  }
}

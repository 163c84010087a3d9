import type { ActorType, CountryCode } from '../../core/claim.ts'
import type { Sense } from '../../core/lexicon.ts'
import type { Analysis } from '../analysis.ts'
import { onAnalysis } from '../kept.ts'
import { isGivenName } from './given-names.ts'
import { nameTable } from './name-words.ts'
import type { Chunk } from './chunks.ts'
import { another, atHome, describesHead, houses, mayBeCalled, ofPlaces, ofStates, publicOffice, sameRank } from './offices.ts'
import { speechTable } from '../speech/speech-words.ts'
import { givenOf, surnameOf } from './surnames.ts'
import { stateBySigns, stateOfTitle, writing } from './home-signs.ts'
import { isRecord, managing, ministerial, seated } from './records.ts'
import { datelines, localState, otherState, ownerOf, placed, placeState, sections } from './whose.ts'

/** Who a chunk is. */
export interface Settled { readonly type: ActorType; readonly name: string; readonly country: CountryCode | null; readonly office: string | null; readonly senses: readonly Sense[] }

interface Person extends Settled { type: ActorType; name: string; country: CountryCode | null; /** State told beside the name, be it that of his office or where he is from. */ nation: CountryCode | null; /** All that is told of him is a trade. */ private: boolean; office: string | null; senses: readonly Sense[]; words: readonly string[]; nouns: Set<string>; feminine: boolean | null; first: number; supranational: boolean }

/** The persons and bodies of a document, gathered in a first pass, so that a second one can settle every chunk in order. */
export interface Cast { settle(chunk: Chunk): Settled | null }

export const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/ł/g, 'l').replace(/Ł/g, 'L').toLowerCase()

/** Do two words of a name differ by a case ending at most? @example sameStem('Гречко', 'Гречка') // true */
export function sameStem(a: string, b: string): boolean {
  if (a === b) return true
  const shorter = Math.min(a.length, b.length), need = Math.max(3, shorter - 2)
  return Math.abs(a.length - b.length) <= 3 && shorter >= 4 && a.slice(0, need) === b.slice(0, need)
}

export function makeCast(chunks: readonly Chunk[], analysis: Analysis): Cast {
  const { language, document } = analysis, table = nameTable(language), inflected = language.names.cases.length > 0
  const same = (a: string, b: string) => (inflected ? sameStem(a, b) : a === b)
  const persons: Person[] = [], bySurname = new Map<string, Person[]>()
  const told = publisherState(analysis), publisher = told ?? homeOf(analysis), home = publisher ?? kin(language, chunks.filter((c) => !c.quoted && c.kind !== 'place').map((c) => c.country)) ?? mostNamed(chunks) ?? (language.names.homeState === null ? placed(analysis) : null), toldFrom = datelines(analysis), under = sections(analysis)
  /** The state of an office that names none, by what stands around it, by where it is told from, and by the text. */
  const stateAt = (c: Chunk): CountryCode | null => (ofPlaces(c.noun) ? placeState(c, analysis) : null) ?? localState(c, analysis, told === null && under(c.sentence) === null) ?? under(c.sentence) ?? publisher ?? toldFrom(c.sentence) ?? home
  const record = isRecord(analysis)
  const key = (word: string) => (inflected ? word.slice(0, 3) : word)

  const find = (words: readonly string[]): Person | undefined => {
    const last = words.at(-1)!
    const near = (bySurname.get(key(last)) ?? []).filter((p) => same(p.words.at(-1)!, last) || (words.length === 1 && p.words.slice(1).some((w) => same(w, last))))
    if (words.length === 1) return near[0] ?? alone((bySurname.get(key(last)) ?? []).filter((p) => p.words.length > 1 && p.type === 'person' && same(p.words[0]!, last)))
    const tail = near.find((p) => p.words.length > words.length && words.every((w, i) => same(p.words[p.words.length - words.length + i]!, w)))
    if (tail) return tail
    return near.find((p) => p.words.length === 1 || same(p.words[0]!, words[0]!) || (p.words[0]![0] === words[0]![0] && (p.words[0]!.length === 1 || words[0]!.length === 1)) || (p.senses[0] && p.senses[0].id === undefined))
  }
  /** Surname first ("Takaichi Sanae"), or the given name alone, where only one person bears it. */
  const alone = (list: readonly Person[]): Person | undefined => (new Set(list).size === 1 ? list[0] : undefined)
  const wordsOf = (name: string) => fold(name).split(/[\s.]+/).filter((w) => w.length > 0)

  // First pass: full names, with the best office each has.
  let lastNamed: CountryCode | null = null, house = false, houseIn = -1
  chunks.forEach((c, index) => {
    // "The operator Kraftverk …, its head": behind a firm the word means the firm.
    if ((c.kind === 'actor' || c.kind === 'person') && !c.quoted) lastNamed = c.kind === 'actor' && c.country ? c.country : c.type === 'unknown' || c.type === 'company' ? null : lastNamed
    // "The association …, its head": nor is he of a state.
    if ((c.kind === 'body' || c.kind === 'actor') && !c.quoted && c.sentence !== houseIn) { houseIn = c.sentence; house = c.kind === 'body' && houses.test(c.name) }
    if (c.kind !== 'person') return
    const ofHouse = house && c.possessive && c.country === null
    const country = c.country ?? (c.noun && peers.test(c.noun) ? otherState(c, analysis, [home, toldFrom(c.sentence)]) : c.possessive ? ownerOf(c, analysis, lastNamed) : null)
    const words = wordsOf(c.name), known = find(words) ?? (c.senses[0] ? persons.find((p) => p.senses[0]?.id === c.senses[0]!.id) : undefined)
    if (known) {
      if (words.length > known.words.length || (inflected && words.length === known.words.length && nominative(c.name, known.name, document.text, language.names.cases))) { known.name = c.name; known.words = words }
      if (c.noun) known.private = (c.private || ofHouse) && (known.private || known.nouns.size === 0)
      if (known.office === null && c.office) known.first = index
      known.office ??= c.office; known.country ??= country; known.nation ??= c.nation ?? country
      if (c.type === 'person') known.type = 'person'
      known.supranational ||= c.supranational
      if (c.noun) known.nouns.add(c.noun)
      if (known.senses.length === 0) known.senses = c.senses
      known.feminine ??= c.feminine
      return
    }
    if (words.length === 1 && c.type !== 'person' && c.senses.length === 0) return
    const person: Person = { type: c.type, name: c.name, country, nation: c.nation ?? country, private: c.private || ofHouse, office: c.office, senses: c.senses, words, nouns: new Set(c.noun ? [c.noun] : []), feminine: c.feminine, first: index, supranational: c.supranational }
    persons.push(person)
    for (const word of words) { const k = key(word), list = bySurname.get(k); if (list) list.push(person); else bySurname.set(k, [person]) }
  })
  const single = inflected ? new Set(chunks.filter((c) => c.kind === 'person' && !c.name.includes(' ')).map((c) => c.name)) : null
  for (const p of persons) {
    if (inflected) p.name = baseForm(p.name, document, language.names.cases)
    if (single) p.name = upended(p.name, single)
    if (p.senses.length === 0) p.senses = analysis.lexicon.senses(p.name, language.code).filter((s) => s.type === 'person')
    // The reference knows the case form; its name has the nominative.
    const known = inflected && p.senses.length === 1 ? p.senses[0]!.name.split(' ') : [], own = p.name.split(' ')
    if (known.length === own.length && own.every((w, i) => sameStem(fold(w), fold(known[i]!)))) p.name = known.join(' ')
    if (p.senses.length === 0 && p.type === 'person' && p.words.length === 2) p.senses = spelledElse(p, chunks[p.first]!.name, analysis.lexicon, language.code)
    if (p.country === null && !p.supranational && p.senses.length === 1) p.country = p.senses[0]!.country
    if (p.country === null && !p.supranational && (!p.private || p.office !== null && ministerial.test(p.office)) && p.office && atHome(p.office, p.nouns, p.senses, language.code === 'en')) p.country = stateAt(chunks[p.first]!)
    // "My predecessor, Anna Lund,": of the writer's own state.
    const first = chunks[p.first]!
    if (p.country === null && !p.supranational && first.whose === 'ours' && first.noun !== null && another.test(first.noun) && !first.quoted) p.country = stateAt(first)
    // In the record of a parliament those whom nothing places elsewhere sit in it, or serve its government.
    if (record && p.country === null && p.nation === null && !p.supranational && (!p.private || p.office !== null && ministerial.test(p.office)) && !(p.office && managing.test(p.office)) && p.type === 'person' && p.senses.length === 0) p.country = stateAt(chunks[p.first]!)
    p.nation ??= p.country
    if (p.feminine === null && (inflected || language.code === 'it') && p.words.length > 0) p.feminine = sexByEnding(fold(p.name).split(' ')[0]!, p.words.length > 1)
  }

  // Second pass: in order, with memory.
  const recent: { person: Person; sentence: number; quoted: boolean; from: number; to: number }[] = []
  const bodies: { noun: string; settled: Settled }[] = []
  let lastState: Settled | null = null, lastBody: Settled | null = null, lastGroup: Settled | null = null
  const actors: { settled: Settled; sentence: number }[] = []
  /** "It": the first body, company or state named in the nearest sentence that names one. */
  const thing = (c: Chunk): Settled | null => {
    const recentOnes = actors.slice(-12), last = recentOnes.findLast((a) => a.sentence < c.sentence) ?? recentOnes.at(-1)
    return last ? recentOnes.find((a) => a.sentence === last.sentence)!.settled : null
  }

  /** Companies by the first word of their names: "Skog" is "Skog Optics" once that was named. */
  const firms = new Map<string, Settled>()
  const short = (c: Chunk): Settled | undefined => (c.senses.length === 0 && !c.name.includes(' ') && c.type === 'unknown' ? firms.get(c.name) : undefined)
  const seen = (person: Person, c: Chunk): Settled => { recent.push({ person, sentence: c.sentence, quoted: c.quoted, from: c.from, to: c.to }); return person }
  /** "Putin critic Mark Lowell": a name that only describes the one right behind it. */
  const describesNext = (r: (typeof recent)[number]): boolean => {
    const { tokens } = analysis.sentences[r.sentence]!, noun = tokens[r.to]
    return /^(?:NOUN|ADJ)$/.test(noun?.pos ?? '') && recent.some((q) => q.sentence === r.sentence && q.person.words.length > 1 && (q.from === r.to || q.from === r.to + 1))
  }
  const byPronoun = (c: Chunk): Person | undefined => {
    const fits = (p: Person) => p.feminine === null || c.feminine === null || p.feminine === c.feminine
    const outside = recent.slice(-40).filter((r) => !r.quoted && r.person.type === 'person' && fits(r.person) && (r.sentence < c.sentence || r.from < c.from)).slice(-12)
    const sure = outside.filter((r) => c.feminine === true && guess(r.person) === true && c.sentence - r.sentence <= 3), likely = sure.length > 0 ? sure : outside.filter((r) => guess(r.person) === null || guess(r.person) === c.feminine), last = likely.at(-1) ?? outside.at(-1)
    if (!last || c.sentence - last.sentence > 8) return undefined
    // The first person named in the nearest sentence is its subject more often than the last.
    const nearest = (likely.length > 0 ? likely : outside).filter((r) => r.sentence === last.sentence), first = nearest.find((r) => !describesNext(r)) ?? nearest[0]!
    first.person.feminine ??= c.feminine
    return first.person
  }
  const describe = (c: Chunk): Person | undefined => {
    // "Wysoki rangą urzędnik": languages without articles tell by such words that somebody is new.
    if (!c.definite || another.test(c.noun!) || inflected && analysis.sentences[c.sentence]!.tokens.slice(Math.max(0, c.from - 3), c.to).some((t) => newcomer.test(t.lower))) return undefined
    const generic = table.generic.has(c.noun!.slice(c.noun!.lastIndexOf('-') + 1)), peer = (p: Person) => [...p.nouns].some((n) => peers.test(n)) && publicOffice(c.noun!) && !clerk.test(c.noun!)
    const state = c.country ?? c.nation ?? (c.possessive && c.whose === null && language.code === 'en' ? ownerOf(c, analysis, lastState?.country ?? null) : null), head = describesHead(c.noun!, c.name)
    // "The minister" is a deputy minister only where no minister is at hand.
    const calls = (n: string, deputies: boolean) => (n.length > 5 && c.noun!.endsWith(n)) || (c.noun!.length > 5 && n.endsWith(c.noun!) && (deputies || !deputy.test(n) || deputy.test(c.noun!)))
    const fits = (p: Person, deputies: boolean) => (state === null || p.nation === state) && !(c.noun === 'minister' && otherDuty(c.name, p.office)) && (c.feminine !== true || p.feminine !== false)
      && ((c.noun === 'national' && p.type === 'person') || (p.office !== null && (head?.test(p.office) || [...p.nouns].some((n) => head?.test(n) || describesHead(n, p.office!)?.test(c.noun!) || sameRank(n, c.noun!)))) || [...p.nouns].some((n) => same(n, c.noun!) || calls(n, deputies)) || (peer(p) && state !== null) || (peer(p) && (p.country === home || p === recent.at(-1)?.person && p.words.length > 1)) || (generic && (state !== null || p === recent.at(-1)?.person)))
    // "The head of the defence ministry": a minister named two sentences ago before the counterpart whom he met.
    const office = head ? recent.findLast((r) => !r.quoted && c.sentence - r.sentence < 3 && (state === null || r.person.nation === state) && r.person.office !== null && head.test(r.person.office) && ![...r.person.nouns].every((n) => peers.test(n))) : undefined
    if (office && recent.at(-1)!.person !== office.person && [...recent.at(-1)!.person.nouns].every((n) => peers.test(n))) return office.person
    // "The minister" in a text of one state is first of all its own.
    for (const deputies of [false, true]) for (const own of home && state === null ? [true, false] : [false]) for (let i = recent.length - 1; i >= 0 && i > recent.length - 40; i--) if (fits(recent[i]!.person, deputies) && (!own || recent[i]!.person.country === home)) return recent[i]!.person
    // "La ministre lettone": the only one of that nation whom the text has named, without an office.
    const nation = c.country ?? c.nation, fellows = nation && publicOffice(c.noun!) ? persons.filter((p) => p.nation === nation && p.words.length > 1) : []
    if (fellows.length === 1 && fellows[0]!.office === null && recent.some((r) => r.person === fellows[0]) && !(c.feminine === true && guess(fellows[0]!) === false)) return fellows[0]
    return (c.sentence < 2 || state !== null) && c.noun !== 'national' ? persons.find((p) => fits(p, true)) : undefined
  }
  /** "The diplomat added": beside a verb of speech, the person named last who may be called so; the one who stands first in the sentence. */
  const called = (c: Chunk): Person | undefined => {
    const state = c.country ?? c.nation, { tokens } = analysis.sentences[c.sentence]!
    if (!c.definite || another.test(c.noun!) || c.quoted || c.supranational || c.name.split(' ').length > (state ? 4 : 2) || !besideSpeech(c)) return undefined
    if (tokens.slice(Math.max(0, c.from - 3), c.from).some((t) => someone.has(t.lower))) return undefined
    const fit = recent.slice(-14).filter((r) => !r.quoted && r.person.type === 'person' && (r.person.words.length > 1 || r.person.words.length === 1 && r.person.office !== null) && c.sentence - r.sentence <= 4 && r.sentence < c.sentence && (state === null || r.person.nation === state)
      && !(c.feminine === true && guess(r.person) === false) && mayBeCalled(c.noun!, r.person.office))
    const last = fit.at(-1)
    return last && fit.find((r) => r.sentence === last.sentence)!.person
  }
  /** "…, its defence minister said on Thursday. Anna Lund spoke in Oslo …": near the beginning the one whom the next sentence opens with. */
  const namedNext = (c: Chunk): Person | undefined => {
    if (c.sentence > 2 || c.quoted || c.private || !(c.possessive || c.nation !== null) || !publicOffice(c.noun!) || another.test(c.noun!) || !besideSpeech(c)) return undefined
    const at = chunks.findIndex((x) => x.sentence === c.sentence + 1 && x.from === 0), next = chunks[at], person = next?.kind === 'person' && next.name.includes(' ') && !next.quoted ? find(wordsOf(next.name)) : undefined
    return person?.first === at && person.words.length > 1 && (person.office === null || [...person.nouns].every((n) => sameRank(n, 'officer'))) && (person.nation === null || person.nation === c.nation) ? person : undefined
  }
  const { verbs: said } = speechTable(language)
  const besideSpeech = (c: Chunk): boolean => {
    const { tokens } = analysis.sentences[c.sentence]!
    return [c.from - 1, c.from - 2, c.to, c.to + 1, c.to + 2].some((i) => said.has(tokens[i]?.lower ?? ''))
  }
  const described = (c: Chunk, type: ActorType): Settled => ({ type, name: c.name, country: c.supranational ? null : c.country ?? leading(c) ?? belonging(c, type), office: c.office, senses: analysis.lexicon.senses(c.name, language.code) })
  /** "The United States government": the state whose name opens that of its organ, as English puts nouns together. */
  const leading = (c: Chunk): CountryCode | null => {
    const words = language.code === 'en' && c.noun !== null && organs.test(c.noun) ? c.name.split(' ') : [], match = words.length > 1 ? analysis.lexicon.match(words, 0, 'en') : null
    return match && match.words < words.length ? match.senses.find((s) => s.type === 'state' && s.as !== 'capital')?.country ?? null : null
  }
  /** The state of an actor told by a noun alone: whose it is said to be, or what an office of no state belongs to. */
  const belonging = (c: Chunk, type: ActorType): CountryCode | null => {
    if (c.private) return null
    if (c.whose === 'ours' && type === 'person') return publisher ?? toldFrom(c.sentence) ?? (c.quoted || another.test(c.noun!) === false ? null : home)
    // "Its member states", "his colleagues": not of the owner's state.
    if (c.possessive && type !== 'group' && !fellow.test(c.noun!) && !peers.test(c.noun!)) { const owner = c.whose === 'his' ? recent.findLast((r) => !r.quoted && r.person.words.length > 0)?.person.nation : ownerOf(c, analysis, language.code === 'en' ? lastState?.country ?? null : null); if (owner) return owner }
    if (c.name.toLowerCase().startsWith('local ') || ofPlaces(c.noun)) { const place = placeState(c, analysis); if (place) return place }
    if (type === 'group') return c.noun !== null && seated.test(c.noun) && !c.name.includes(' of ') ? stateAt(c) : null
    if (type === 'person' && under(c.sentence) !== null && (c.noun === 'official' || publicOffice(c.noun!))) return stateAt(c)
    if (language.names.homeState === null) return c.definite && (type === 'body' ? ofStates(c.name) : c.noun !== null && atHome(c.office ?? c.noun, new Set([c.noun]), [], true)) ? stateAt(c) : null
    return type === 'body' || c.noun && atHome(c.office ?? c.noun, new Set([c.noun]), [], false) ? stateAt(c) : null
  }

  /** The body inside an office ("directrice au ministère des Armées") is what "le ministère" means later. */
  const noteOffice = (c: Chunk) => {
    const words = c.office!.split(/\s+/), at = words.findIndex((w) => table.bodies.has(w.toLowerCase()))
    if (at >= 0) { const name = words.slice(at).join(' ').replace(/,$/, ''); bodies.push({ noun: words[at]!.toLowerCase(), settled: { type: 'body', name, country: c.country ?? language.names.homeState, office: null, senses: analysis.lexicon.senses(name, language.code) } }) }
  }

  return {
    settle(c) {
      if (c.kind === 'person') {
        const person = find(wordsOf(c.name)) ?? (c.senses[0] ? persons.find((p) => p.senses[0]?.id === c.senses[0]!.id) : undefined)
        if (person && c.office && c.noun) noteOffice(c)
        if (person) return seen(person, c)
        return short(c) ?? { type: 'unknown', name: c.name, country: null, office: c.office, senses: c.senses }
      }
      if (c.kind === 'he' || c.kind === 'she') { const p = byPronoun(c); return p ? seen(p, c) : null }
      // "It recalls … It welcomes …": a sentence that opens with "it" goes on about the same.
      if (c.kind === 'it') { const settled = thing(c); if (settled && c.from === 0 && !c.quoted) actors.push({ settled, sentence: c.sentence }); return settled }
      if (c.kind === 'they') return lastGroup ?? lastBody
      if (c.kind === 'role') {
        const p = describe(c)
        if (p) return seen(p, c)
        if (c.noun === 'national') return null
        // "Hanna Lund drinks tea. The Danish general, 57, …": the person just named, whose office is now told.
        const named = c.definite && !c.quoted && c.from <= 2 && c.type === 'person' ? recent.at(-1) : undefined
        if (named && named.person.office === null && named.person.words.length > 1 && named.person.type === 'person' && c.sentence - named.sentence <= 2 && c.sentence > named.sentence && recent.every((r) => r.person === named.person || r.person.words.length === 0)) {
          named.person.office = c.office; named.person.nouns.add(c.noun!)
          return seen(named.person, c)
        }
        const before = called(c)
        if (before) return seen(before, c)
        const next = namedNext(c)
        if (next) {
          next.type = 'person'; next.office ??= c.office; next.nouns.add(c.noun!)
          if (!next.supranational) next.country ??= described(c, 'person').country
          next.nation ??= next.country
          return seen(next, c)
        }
        // "The president said …. He …": a person whom the text gives no name.
        const unnamed: Person = { ...described(c, 'person'), words: [], nouns: new Set([c.noun!]), nation: c.nation, private: c.private, feminine: c.feminine ?? (language.names.nounsInCapitals ? false : null), first: 0, supranational: c.supranational }
        const apposed = recent.at(-1)?.sentence === c.sentence && c.from - recent.at(-1)!.to <= 2
        return !c.quoted && !apposed && (c.definite || c.name.includes(' ')) ? seen(unnamed, c) : unnamed
      }
      if (c.kind === 'group') return (lastGroup = described(c, 'group'))
      if (c.kind === 'body') {
        const bare = c.name.split(' ').length === 1 && c.definite && c.country === null
        const before = bare ? bodies.findLast((b) => b.noun === c.noun || b.noun.endsWith(c.noun!) || c.noun!.endsWith(b.noun)) : undefined
        const settled = before?.settled ?? (bare && !c.possessive && firmNoun.test(c.noun!) ? actors.findLast((a) => a.settled.type === 'company' && c.sentence - a.sentence <= 6)?.settled : undefined) ?? described(c, 'body')
        if (!before) bodies.push({ noun: c.noun!, settled })
        if (!c.quoted) actors.push({ settled, sentence: c.sentence })
        return (lastBody = settled)
      }
      if (c.kind === 'text') return null
      // "Kolding said little": a town whose name somebody in the text bears.
      if (c.kind === 'place') { const bearer = c.opens ? find([fold(c.name)]) : undefined; return bearer && bearer.type === 'person' && bearer.words.length > 1 ? seen(bearer, c) : null }
      const country = c.country ?? (c.type === 'body' && c.senses.length === 0 && c.noun !== null && table.bodies.has(fold(c.name).split(' ')[0]!) ? (ofStates(c.name) ? stateAt(c) : null) ?? lastBody?.country ?? lastState?.country ?? null : null)
      const settled: Settled = short(c) ?? { type: c.type, name: c.name, country, office: null, senses: c.senses }
      if (c.type === 'company' && c.name.includes(' ')) firms.set(c.name.split(' ')[0]!, settled)
      if (!c.quoted) actors.push({ settled, sentence: c.sentence })
      if (c.type === 'state') lastState = settled
      else { lastBody = settled; if (c.noun) bodies.push({ noun: c.noun, settled }) }
      return settled
    },
  }
}

/** "Kiriakos" for Kyriakos, "Marka Ruttego" of Rutte: a person known by the surname, whose given name is spelt nearly so. */
function spelledElse(p: Person, written: string, lexicon: Analysis['lexicon'], language: string): readonly Sense[] {
  const surname = p.name.split(' ').at(-1)!, own = fold(p.name.split(' ')[0]!), forms = [surname, ...(/..ego$/.test(written) ? [written.split(' ').at(-1)!.slice(0, -3) + 'e'] : [])]
  for (const form of forms) {
    const known = lexicon.senses(form, language).filter((s) => s.type === 'person'), given = known[0] && fold(known[0].name.split(' ')[0]!)
    if (known.length === 1 && given && spelling(given) === spelling(own)) { p.name = p.name.slice(0, -surname.length) + form; return known }
  }
  return []
}
/** "The defence minister" is no prime minister: does the description name another duty than the office does? */
function otherDuty(name: string, office: string | null): boolean {
  const own = duty.exec(name)?.[0].toLowerCase(), his = office ? duty.exec(office)?.[0].toLowerCase() : undefined
  return own === 'prime' && his !== 'prime' && office !== null && !/premier/i.test(office) || own !== undefined && his !== undefined && own.slice(0, 4) !== his.slice(0, 4)
}
const duty = /\b(?:prime|foreign|defen[cs]e|finance|interior|energy|economy|economic|justice|trade|industry|agriculture|health|education|transport|digital)\b/i
const deputy = /^(?:vice|vize|wice|віце|contre|sous|sotto|under|deputy)-?/
const fellow = /^(?:member|partner|all(?:y|ies)|mitglied|membre|membro|człon|член)/
/** Words before somebody new. */
const someone = new Set(['a', 'an', 'another', 'one', 'ein', 'eine', 'un', 'une', 'uno', 'una', 'jeden', 'jedna', 'inny', 'inna', 'один', 'одна', 'інший', 'інша'])

const newcomer = /^(?:wysok[ia]|wyższ[ya]|anonimow[ya]|pewi?e?n|pewna|jeden|jedna|inn[ya]|один|одна|інш(?:ий|а)|якийсь|якась|високопоставлен(?:ий|а)|неназван(?:ий|а)|анонімн(?:ий|а))$/u

/** Letters that the languages write differently for one sound fall together. */
const spelling = (name: string): string => name.replace(/[yj]/g, 'i').replace(/w/g, 'v').replace(/(?:kh|ch)/g, 'h').replace(/(?:ck|c|q)/g, 'k').replace(/ph/g, 'f').replace(/(.)\1/g, '$1')

/** "The company": the one named last. */
const firmNoun = /^(?:company|firm|manufacturer|unternehmen|firma|hersteller|konzern|entreprise|société|azienda|società|spółka|koncern|producent|компанія|фірма|концерн|виробник)$/u
/** Those who serve a minister are not called so for one. */
const clerk = /^(?:official|urzędni|funzionari|fonctionnaire|beamt|чиновни|посадов)/u
/** "His counterpart": holds the same office. */
const peers = /^(?:counterpart|colleague|amtskolleg\p{L}*|kolleg\p{L}*|homologue|collègue|omolog[oa]|collega|odpowiednik\p{L}*|koleg\p{L}*|колег\p{L}*)$/u

/** Where given names of women end in a vowel of their own: "Ольга", "Юлія", but "Микола". */
function sexByEnding(given: string, whole: boolean): boolean | null {
  if (/^(?:микола|ілля|лука|кузьма|фома|сава|хома|kuba|kosma|bonawentura)$/.test(given)) return false
  const known = sexOf(given)
  if (/[aая]$/u.test(given)) return known === null && /^[a-z]/.test(given) && bothSexes.test(given) ? null : true
  return known === true || !whole ? known : /(?:e|é|ė|i|y|і|е|ед|ід|ен)$/u.test(given) ? known : false
}

/** A person's sex as far as the given name tells. */
const guess = (p: Person): boolean | null => p.feminine ?? (p.words.length < 2 ? null : sexOf(p.words[0]!))
const bothSexes = /^(?:mykola|illia|ilia|nikita|luka|luca|andrea|mika|joshua|sasha|kuzma|foma|mustafa|barnaba|ola|elia|nicola|mattia|danylo)$/
/** A person's sex by a given name, folded: true for women, null where it does not tell. */
export const sexOf = (given: string): boolean | null =>
  bothSexes.test(given) ? null
  : /(?:a|ah|eth|ith|gail|ette|elle|ine|yne|ie)$/.test(given) && !/^(?:charlie|jamie|eddie|willie|archie)$/.test(given) ? true
  : /(?:mir|myr|slav|slaw|andr|andre|ander|iy|ii|yi|ij|ark|bob|hor|drew|phen|ohn|ert|ard|ald|bert|olf|aul|eter|avid|omas|hael|uel|rik|rick|ars|ens|ans|ques|tian|oris|olaf|mes|ge|ton|ank|vin|nas|tas|rio|nio|lo|dro|no)$/.test(given) ? false : null

/** The state, Ukraine and its opponents aside, that the chunks of a text name clearly most: whose "the minister" is where nothing else tells. */
function mostNamed(chunks: readonly Chunk[]): CountryCode | null {
  const counts = new Map<CountryCode, number>()
  for (const c of chunks) if (c.country && !c.quoted && c.kind !== 'place' && c.country !== 'UA') counts.set(c.country, (counts.get(c.country) ?? 0) + (c.kind === 'actor' && c.type === 'state' ? 1 : 2))
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1])
  return first && first[1] >= 2 && !others.has(first[0]) && first[1] >= (second && others.has(second[0]) ? 1 : 2) * (second?.[1] ?? 0) ? first[0] : null
}
const others = new Set(['RU', 'BY', 'KP', 'IR'])

/** The state of the language, or a smaller one that writes it too where the text names that one and hardly the first. */
function kin({ code, names: { homeState } }: Analysis['language'], named: readonly (CountryCode | null)[]): CountryCode | null {
  const count = (state: CountryCode) => named.filter((n) => n === state).length
  const [most] = (writing[code] ?? []).filter((state) => state !== homeState).map((state) => ({ state, n: count(state) })).sort((a, b) => b.n - a.n)
  return homeState && most && most.n > 1 && most.n > 2 * count(homeState) ? most.state : homeState
}

/** The state that "the government" and "the minister" of a text mean: its publisher's, that of its dateline, that of its language. */
export const homeland = onAnalysis((analysis): CountryCode | null =>
  homeOf(analysis) ?? datelines(analysis)(0) ?? datelines(analysis)(1) ?? kin(analysis.language, analysis.mentions.filter((m) => !m.quoted).map((m) => m.mention.country)))

/** The state that the name of the publisher tells. */
const publisherState = onAnalysis(({ document, lexicon }): CountryCode | null => {
  const words = (document.publisher ?? '').slice(0, 120).replace(/\bU\.S\.(?:A\.)?/g, 'US').replace(/\bU\.K\./g, 'UK').split(/[\s,.()]+/).filter(Boolean)
  const named = [document.language ?? 'en', 'en'].flatMap((language) => words.flatMap((_, i) => lexicon.match(words, i, language)?.senses.slice(0, 1) ?? [])).filter((s) => s.country !== null)
  const state = named.find((s) => s.type === 'state' && s.as !== 'capital' || s.as === 'demonym') ?? named.find((s) => s.type === 'body' && (writing[document.language ?? ''] ?? [s.country]).includes(s.country!)) ?? named.find((s) => s.type === 'state' && s.country !== 'BE')
  return state?.country ?? null
})

/** The state a text is written in: that of its publisher, else of the capital in its dateline. Seats of bodies of many states tell nothing. */
export const homeOf = onAnalysis((analysis): CountryCode | null => {
  const { document, lexicon, language } = analysis, state = publisherState(analysis) ?? stateBySigns(language.code, `${document.publisher ?? ''} ${document.title ?? ''}`, 1) ?? stateOfTitle(analysis)
  if (state) return state
  const line = /^\s*(?:\p{Lu}{2,}(?: \p{Lu}{2,})?|\p{Lu}\p{Ll}+)(?=,? (?:\d{1,2} |\p{Lu}|[-–—(]))/u.exec(document.text.slice(0, 60))?.[0].trim()
  const place = line && /^[^\n]{0,60}[\s).][-–—]/.test(document.text.slice(0, 80)) ? lexicon.senses(line === line.toUpperCase() ? line[0] + line.slice(1).toLowerCase() : line, 'en')[0] : undefined
  return place?.country && !seats.has(place.country) ? place.country : stateBySigns(language.code, document.text, 3)
})
const seats = new Set(['BE', 'CH', 'AT', 'LU'])

const organs = /^(?:government|administration|parliament|senate|congress|treasury|army|navy)$/

/** Is `candidate` the better base form of the two: one that the cases of the language would make the other from? */
function nominative(candidate: string, current: string, _text: string, cases: readonly (readonly [string, string])[]): boolean {
  if (candidate === current) return false
  const a = candidate.split(' '), b = current.split(' ')
  return a.every((word, i) => word === b[i] || cases.some(([ending, base]) => b[i]?.endsWith(ending) && b[i]!.slice(0, b[i]!.length - ending.length) + base === word))
}

/** "Ainārsa Ozoliņa" where "Ozoliņš" stands alone: the ending of the Baltic and Greek names that lose it in other cases. */
function upended(name: string, alone: ReadonlySet<string>): string {
  const at = name.lastIndexOf(' '), family = name.slice(at + 1), stem = family.replace(/(?:owi|em|iem|[aąęu]|ом|ові|[ауу])$/u, '')
  if (at < 0 || alone.has(family) || stem.length < 3) return name
  const base = [...alone].find((w) => w.length > stem.length && w.startsWith(stem) && /^(?:s|š|is|as|us|os|с|іс|ас|ус|ос)$/u.test(w.slice(stem.length)))
  return base ? name.slice(0, at).replace(/(?<=s)(?:a|owi|em)$|(?<=с)(?:а|ом|ові)$/u, '') + ' ' + base : name
}

/** Surnames that stand in the nominative: those of women, and others with a consonant at the end. */
const women = /(?:ової|евої|ської|цької|ною|ової|овою|ською)$|(?:owej|skiej|ckiej|nej|ovej)$/u
const upright = /(?:sk|ck|dzk)a$|(?:ськ|цьк|зьк)а$|[^aeiouyąęóаеиіїоуюяє]$/iu
const knownGiven = (word: string): boolean => isGivenName(word) || isGivenName(word.normalize('NFD').replace(/[\u0300-\u0304\u030c\u0327]/g, '').normalize('NFC'))

/** The name with its words in the nominative, where the document shows that form anywhere (captions and titles too). */
function baseForm(name: string, document: Analysis['document'], cases: readonly (readonly [string, string])[]): string {
  const written = name.split(' '), family = written.at(-1)!, shown = written.map((word, at) => {
    // No given name ends like that in the nominative: "Jariego".
    if (at === 0 && written.length > 1 && /..iego$/.test(word)) return word.slice(0, -3)
    for (const [ending, base] of cases) {
      if (!word.endsWith(ending) || word.length - ending.length < 3) continue
      // "Kamila Sowińska", "Івана Бабич": beside a surname in the nominative the ending is that of a woman.
      if (at === 0 && written.length > 1 && (ending === 'a' || ending === 'а') && upright.test(family)) continue
      const stem = word.slice(0, word.length - ending.length), candidate = stem + base
      if (candidate !== word && (at === 0 || at < written.length - 1) && knownGiven(candidate) && !knownGiven(word)) return candidate
      if (at === 0 && written.length > 1 && /^(?:em|owi|a)$/.test(ending) && !knownGiven(word) && knownGiven(stem + 'o')) return stem + 'o'
      // "Зузани Крайчової", "Hanny Nowej": beside a woman's surname in an oblique case.
      if (at === 0 && written.length > 1 && women.test(family) && /[иіyi]$/u.test(word) && !knownGiven(word)) return word.replace(/ії$/u, 'ія').replace(/[иі]$/u, 'а').replace(/[iy]$/, 'a')
      // No given name ends like that in the nominative: "Jaryną", "Санною".
      if (at === 0 && written.length > 1 && (ending === 'ą' || ending === 'ою' || ending === 'ом' && word.length > 5)) return candidate
      if (candidate !== word && new RegExp(`(?<!\\p{L})${candidate.replace(/[.*+?^${}()|[\]\\]/g, '')}(?!\\p{L})`, 'u').test(document.text + ' ' + (document.title ?? ''))) return candidate
    }
    return word
  })
  const last = shown.length - 1, surname = written[last]!
  if (last < 1 || shown[last] !== surname) return shown.join(' ')
  const base = surnameOf(surname, written[0]!, shown[0]!)
  return base === surname ? shown.join(' ') : [shown[0] === written[0] ? givenOf(written[0]!) : shown[0], ...shown.slice(1, last), base].join(' ')
}

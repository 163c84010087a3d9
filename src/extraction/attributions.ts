import type { Mention } from '../core/claim.ts'
import type { Analysis, Token } from './analysis.ts'
import { askTable } from './ask-words.ts'
import { nameTable, type NameTable } from './name-words.ts'
import { phraseAt, speechTable, type SpeechTable, type Verb } from './speech-words.ts'
import type { Turn } from './turns.ts'

/** The words that give the source of something said: "Vilhena told reporters", "according to the ministry". */
export interface Attribution {
  readonly kind: 'verb' | 'phrase'
  /** First token and the one after the last, subject and verb group included. */
  readonly from: number
  readonly to: number
  /** The verb or phrase itself. */
  readonly cue: number
  readonly verb: Verb | null
  readonly speakers: readonly Mention[]
  /** Subject after the verb: "said Vilhena". */
  readonly inverted: boolean
  /** A participle or a second verb that leans on another subject: ", adding that". */
  readonly leaning: boolean
  /** An infinitive of purpose: only a noun phrase may follow. */
  readonly purpose: boolean
  readonly passive: boolean
}

/** What a reader of a turn knows of the turns before. */
export interface Memory { /** The person that opened the sentence before: who drops from the next one. */ subject: Mention | null; speaker: Mention | null; body: Mention | null; author: Mention | null }

/** All that rules ask of a turn. */
export class Scene {
  readonly turn: Turn
  readonly analysis: Analysis
  readonly speech: SpeechTable
  readonly names: NameTable
  /** Verbs of asking. */
  readonly asking: ReadonlyMap<string, string>
  readonly tokens: readonly Token[]
  constructor(turn: Turn, analysis: Analysis) {
    this.turn = turn; this.analysis = analysis; this.tokens = turn.tokens
    this.speech = speechTable(analysis.language); this.names = nameTable(analysis.language); this.asking = askTable(analysis.language).verbs
  }
  lower(i: number): string { return this.tokens[i]?.lower ?? '' }
  text(i: number): string { return this.tokens[i]?.text ?? '' }
  outside(i: number): boolean { return this.turn.quote[i] === -1 }
  quoted(i: number): boolean { return (this.turn.quote[i] ?? -1) >= 0 }
  isMark(i: number): boolean { return this.turn.quote[i] === -2 }
  isBreak(i: number): boolean { return i < 0 || i >= this.tokens.length || /^[,;:–—―.!?…()-]$|^\.+$/u.test(this.text(i)) }
  isDash(i: number): boolean { return /^[–—―-]$/u.test(this.text(i)) }
  preposition(i: number): boolean {
    const t = this.tokens[i]
    return t !== undefined && (t.pos ? t.pos === 'ADP' && t.lower !== 'as' : prepositions.has(t.lower))
  }
  mentionFrom(i: number) { const m = this.turn.covered[i] ?? -1; return m >= 0 && this.turn.mentions[m]!.first === i ? this.turn.mentions[m] : undefined }
  mentionOver(i: number) { const m = this.turn.covered[i] ?? -1; return m >= 0 ? this.turn.mentions[m] : undefined }
}
const prepositions = new Set('in im am an auf aus bei beim mit nach von vom vor zu zum zur seit für gegen über unter zwischen während wegen durch ohne um bis à au aux dans sur sous par pour avec sans depuis pendant après avant entre vers chez de du des d’ d\' contre lors en a al allo alla ai alle all’ all\' da dal dalla di del della dei delle in nel nella nei su sul sulla per con tra fra dopo durante verso presso w we na z ze za do od o po pod nad przez przed przy między u dla podczas в у на з із зі за до від по під над між після перед через для при щодо під_час'.split(' '))

/** The attributions of a turn, in order; leaning ones take the speaker of the one before. */
export function findAttributions(scene: Scene, memory: Memory): Attribution[] {
  const out: Attribution[] = []
  for (let i = 0; i < scene.tokens.length; i++) {
    if (!scene.outside(i)) continue
    const found = phraseSource(scene, i, memory) ?? verbSource(scene, i, memory, out.at(-1))
    if (!found) continue
    out.push(found)
    i = Math.max(i, found.kind === 'phrase' ? found.to - 1 : found.cue)
  }
  return out
}

/** "Per il generale X «…»": whose view it is, right before a quotation. */
const opinion = new Set(['per', 'pour', 'für', 'dla', 'для', 'for'])

/** "according to X", "за його словами", "X zufolge". */
function phraseSource(scene: Scene, i: number, memory: Memory): Attribution | null {
  const base = { kind: 'phrase' as const, cue: i, verb: null, inverted: false, leaning: false, purpose: false, passive: false }
  if (i === 0 && opinion.has(scene.lower(0))) {
    const m = scene.turn.mentions.find((x) => x.first > 0 && x.first < 4 && x.mention.type === 'person')
    if (m && (scene.isMark(m.last + 1) || scene.text(m.last + 1) === ',' && scene.isMark(m.last + 2))) return { ...base, from: 0, to: m.last + 1, speakers: [m.mention] }
  }
  const own = phraseAt(scene.speech.accordingOwn, scene.tokens, i)
  if (own && !scene.mentionFrom(i + own)) return memory.speaker ? { ...base, from: i, to: i + own, speakers: [memory.speaker] } : null
  const after = phraseAt(scene.speech.accordingAfter, scene.tokens, i)
  if (after) {
    const m = scene.mentionOver(i - 1)
    let first = m?.first ?? i - 1
    while (!m && first > 0 && i - first < 6 && !scene.isBreak(first - 1) && !scene.preposition(first - 1)) first--
    return first >= 0 ? { ...base, from: first, to: i + after, speakers: [m?.mention ?? unknownAt(scene, first, i)] } : null
  }
  const words = phraseAt(scene.speech.according, scene.tokens, i)
  if (!words || scene.tokens[i]!.text.length < 3 && !scene.isMark(i - 1) && scene.text(i - 1) !== ',') return null
  for (let j = i + words; j < Math.min(i + words + 9, scene.tokens.length); j++) {
    if (scene.isBreak(j) && scene.text(j) !== '-') break
    const m = scene.mentionFrom(j)
    if (m && speaks(m.mention)) {
      // "according to the chief of staff, General X,": the name behind the office is the source.
      const close = phraseEnd(scene, m.last + 1), named = scene.text(close) === ',' && m.mention.type === 'person' && !m.mention.name.includes(' ') || scene.text(close) === ',' && m.mention.office !== null ? scene.mentionFrom(close + 1) ?? scene.mentionFrom(close + 2) : undefined
      if (named && named.mention.type === 'person' && named.mention.name.includes(' ')) return { ...base, from: i, to: named.last + 1, speakers: [named.mention] }
    }
    if (m && speaks(m.mention)) return { ...base, from: i, to: phraseEnd(scene, m.last + 1), speakers: both(scene, m.last + 1, m.mention) }
  }
  return scene.tokens[i]!.pos ? plainSource(scene, i, i + words) : untaggedSource(scene, i, i + words)
}
function untaggedSource(scene: Scene, from: number, at: number): Attribution | null {
  // "nach Angaben der Gewerkschaft": the article belongs to the phrase already.
  const german = scene.analysis.language.names.nounsInCapitals
  let to = phraseTo(scene, at)
  if (to === at && german) { while (to < at + 5 && /^\p{L}/u.test(scene.text(to)) && !/^\p{Lu}/u.test(scene.text(to)) && !scene.isBreak(to)) to++; while (to < at + 9 && /^\p{Lu}/u.test(scene.text(to))) to++ }
  if (to === at) return null
  return { kind: 'phrase', cue: from, verb: null, inverted: false, leaning: false, purpose: false, passive: false, from, to, speakers: [unknownAt(scene, at, to)] }
}

/** A source that no table knows: "according to exit polls". In English the tags tell where it ends. */
function plainSource(scene: Scene, from: number, at: number): Attribution | null {
  let to = at
  while (to < at + 10 && to < scene.tokens.length && scene.outside(to) && nominal.has(scene.tokens[to]!.pos ?? 'X')) to++
  while (to > at && scene.tokens[to - 1]!.pos !== 'NOUN' && scene.tokens[to - 1]!.pos !== 'PROPN') to--
  const start = scene.names.determiners.has(scene.lower(at)) ? at + 1 : at
  if (to <= start) return null
  const span = { start: scene.tokens[start]!.start, end: scene.tokens[to - 1]!.end }, words = scene.analysis.document.text.slice(span.start, span.end)
  const speaker: Mention = { kind: 'mention', type: 'unknown', name: words, written: words, span, country: null, office: null, candidates: [] }
  return { kind: 'phrase', cue: from, verb: null, inverted: false, leaning: false, purpose: false, passive: false, from, to: phraseEnd(scene, to), speakers: [speaker] }
}

/** A phrase of source runs on to the next comma: "according to officials in Kyiv,". */
function phraseEnd(scene: Scene, at: number): number {
  let i = at
  while (i < at + 12 && i < scene.tokens.length && !scene.isBreak(i) && (scene.preposition(i) || i > at || scene.speech.adverbs.has(scene.lower(i)) || scene.lower(i) === 'weiter' || scene.tokens[i]!.pos === 'VERB' && /(?:ed|en|ing)$/.test(scene.lower(i)))) i++
  return scene.isBreak(i) ? i : at
}

export const speaks = (m: Mention): boolean => m.type !== 'unknown' || m.name.length > 1
function both(scene: Scene, at: number, first: Mention): Mention[] {
  const next = scene.mentionFrom(at + 1)
  return and.has(scene.lower(at)) && next && next.mention.type === first.type ? [first, next.mention] : [first]
}
const and = new Set(['and', 'und', 'et', 'e', 'i', 'oraz', 'і', 'й', 'та'])

function verbSource(scene: Scene, i: number, memory: Memory, before: Attribution | undefined): Attribution | null {
  const { speech, tokens } = scene, token = tokens[i]!
  const two = speech.double.has(token.lower) ? speech.verbs.get(token.lower + ' ' + scene.lower(i + 1)) : undefined
  const verb = two ?? speech.verbs.get(token.lower)
  if (!verb) return null
  if (token.pos && token.pos !== 'VERB' && token.pos !== 'AUX' && !(token.lower.endsWith('ed') && token.pos !== 'NOUN') && !(scene.isMark(i - 1) || scene.text(i - 1) === ',' || (verb.clause && (scene.lower(i + 1) === 'that' || scene.text(i + 1) === ':' || scene.isMark(i + 1) || scene.mentionOver(i - 1)?.last === i - 1 && scene.tokens[i + 1]?.pos !== 'NOUN' && scene.tokens[i + 1]?.pos !== 'ADP')))) return null
  const end = i + (two ? 2 : 1)
  if (token.pos && scene.lower(end) === 'by' && !passiveBefore(scene, i)) return null
  if (/^['’]s$/.test(scene.text(i - 1))) return null
  if (speech.separable.has(token.lower) && !hasParticle(scene, end)) return null
  let from = i, negated = false, passive = false, finite = false
  while (from > 0 && scene.outside(from - 1)) {
    const word = scene.lower(from - 1), adverbs = adverbBefore(scene, from)
    if (speech.negations.has(word)) { negated = true; from--; continue }
    if (speech.auxiliaries.has(word)) { finite = true; if (speech.passives.has(word) && !/ing$/.test(token.lower)) passive = true; from--; continue }
    if (adverbs > 0) { from -= adverbs; continue }
    break
  }
  if (negated || deniedAfter(scene, end)) return null
  const leaning = participle(scene, i) && !finite, purpose = scene.lower(from - 1) === 'to'
  if (purpose && !(speech.infinitives.has(token.lower) && scene.tokens.slice(0, from).some((t) => speech.talk.has(t.lower)))) return null
  if (!verb.clause && !verb.object && !besideQuote(scene, from, end)) return null
  if (passive && (quotedAs.has(token.lower) || reflexive.test(scene.text(from - 1)))) passive = false
  if (passive) { const agent = byAgent(scene, end); return agent ? { kind: 'verb', from: 0, to: agent.to, cue: i, verb, speakers: [agent.mention], inverted: true, leaning: false, purpose: false, passive: true } : null }
  if (firstPerson(scene, from)) return null
  const subject = purpose || leaning ? leansOn(scene, from, before) : subjectOf(scene, from, i, end, verb, memory, before)
  if (!subject) return null
  return { kind: 'verb', from: Math.min(subject.from ?? from, from), to: Math.max(subject.to ?? end, end), cue: i, verb, speakers: subject.speakers, inverted: subject.inverted ?? false, leaning: leaning || purpose || (subject.shared ?? false), purpose, passive: false }
}

/** "Wird mit den Worten zitiert": who is quoted speaks. */
const quotedAs = new Set(['zitiert', 'cité', 'citée', 'citato', 'citata', 'cytowany', 'cytowana'])
const reflexive = /^(?:s['’]|si)$/i

const adverbBefore = (scene: Scene, at: number): number => {
  const { adverbs } = scene.speech
  if (adverbs.has(scene.lower(at - 1))) return 1
  if (adverbs.has(scene.lower(at - 2) + ' ' + scene.lower(at - 1))) return 2
  if (adverbs.has([scene.lower(at - 3), scene.lower(at - 2), scene.lower(at - 1)].join(' '))) return 3
  const t = scene.tokens[at - 1]
  return t?.pos === 'ADV' && !scene.mentionOver(at - 1) ? 1 : 0
}
/** "versprach … nicht", "promised nothing": what follows the verb takes it back. */
const deniedAfter = (scene: Scene, at: number): boolean => {
  for (let i = at; i < at + 4 && !scene.isBreak(i) && !scene.isMark(i); i++) {
    const word = scene.lower(i)
    if (word === 'nothing' || word === 'nichts' || word === 'rien' || word === 'nulla' || word === 'niente' || word === 'nic' || word === 'нічого') return true
    if (scene.speech.that.has(word)) return false
    if (word === 'nicht' && scene.isBreak(i + 1)) return true
  }
  return false
}
const hasParticle = (scene: Scene, at: number): boolean => {
  for (let i = at; i < Math.min(at + 26, scene.tokens.length); i++) {
    if (scene.quoted(i)) continue
    if (scene.speech.particles.has(scene.lower(i)) && (scene.isBreak(i + 1) || scene.isMark(i + 1) || scene.lower(i + 1) === 'und')) return true
    if (/^[.:;]$/.test(scene.text(i))) return false
  }
  return false
}
const participle = (scene: Scene, i: number): boolean => {
  const word = scene.lower(i)
  return /(?:[^r]ing|ring)$/.test(word) && word.length > 5 ? true : /(?:ant|ąc|учи|ючи)$/u.test(word) && scene.tokens[i]!.pos === null && !/^(?:avant)$/.test(word) && scene.analysis.language.code !== 'de' && scene.analysis.language.code !== 'it'
}
const firstPerson = (scene: Scene, from: number): boolean => scene.names.firstPerson.has(scene.lower(from - 1)) && !/^['’]s$/.test(scene.text(from))

function byAgent(scene: Scene, at: number): { mention: Mention; to: number } | null {
  if (scene.lower(at) !== 'by') return null
  for (let i = at + 1; i < at + 4; i++) { const m = scene.mentionFrom(i); if (m) return { mention: m.mention, to: m.last + 1 } }
  return null
}

/** A verb that speaks only beside a quotation has one within a few words. */
const besideQuote = (scene: Scene, from: number, end: number): boolean => {
  for (let i = Math.max(0, from - 4); i < Math.min(scene.tokens.length, end + 14); i++) if (!scene.outside(i)) return true
  return false
}
const passiveBefore = (scene: Scene, i: number): boolean => { for (let k = i - 1; k > i - 4 && k >= 0; k--) if (scene.speech.passives.has(scene.lower(k))) return true; return false }

interface Subject { readonly speakers: readonly Mention[]; readonly from?: number; readonly to?: number; readonly inverted?: boolean; readonly shared?: boolean }

/** The speaker of a participle or purpose: that of the attribution before, else the first actor of the turn. */
function leansOn(scene: Scene, from: number, before: Attribution | undefined): Subject | null {
  if (before && before.cue < from) return { speakers: before.speakers }
  const first = scene.turn.mentions.find((m) => m.first < from && !m.quoted && !scene.preposition(m.first - 1) && m.mention.type !== 'unknown')
  return first ? { speakers: [first.mention] } : null
}

function subjectOf(scene: Scene, from: number, cue: number, end: number, verb: Verb, memory: Memory, before: Attribution | undefined): Subject | null {
  const opens = from === 0 || scene.isBreak(from - 1) || scene.isMark(from - 1) || !scene.outside(from - 1)
  const english = scene.tokens[cue]!.pos !== null
  const clitic = pronounAfter(scene, end)
  if (clitic) { const m = clitic.mention ?? memory.speaker; return m ? { speakers: [m], from: Math.min(from, clitic.from), to: clitic.to, inverted: true } : null }
  if (scene.speech.and.has(scene.lower(from - 1)) && (english || !scene.mentionFrom(end)) && (!before || before.cue < from - 30)) {
    // "urged X to …, and warned that": the second verb has the subject of the first.
    const m = scene.turn.mentions.find((x) => x.last < from && !x.quoted && x.mention.type !== 'unknown' && !scene.preposition(x.first - 1))
    if (m) return { speakers: [m.mention], from, shared: true }
  }
  if (opens || !english) {
    const quoteBefore = scene.isMark(from - 1) || scene.isDash(from - 1) || (scene.text(from - 1) === ',' && !scene.outside(from - 2)) || !scene.outside(from - 1)
    // What follows "told" is who was told.
    const right = english && verb.tell && !quoteBefore ? null : subjectRight(scene, end, english ? 3 : 16, memory)
    const pronoun = english && right !== null && !quoteBefore && scene.tokens[end]!.pos === 'PRON'
    // "X, a minister, said Ukraine should": what follows the verb is the subject of the clause.
    const clause = english && right !== null && !quoteBefore && /^(?:VERB|AUX)$/.test(scene.tokens[right.to ?? end]?.pos ?? '')
    const close = right && !pronoun && !clause && scene.mentionFrom(end) && scene.text(from - 1) !== ')'
    const left = close && opens ? null : subjectLeft(scene, from)
    if (left) return left
    if (right && !pronoun && (opens || !english)) return { ...right, from, inverted: true }
  }
  const left = opens || !english ? null : subjectLeft(scene, from)
  if (left) return left
  const pronounLeft = unresolved(scene, from - 1) ? from - 1 : -1, pronounRight = opens && unresolved(scene, end) ? end : -1
  if (pronounLeft >= 0) return { speakers: [memory.speaker ?? unknownAt(scene, pronounLeft, from)], from: pronounLeft }
  if (pronounRight >= 0 && !english) return { speakers: [memory.speaker ?? unknownAt(scene, pronounRight, pronounRight + 1)], from, to: pronounRight + 1, inverted: true }
  if (scene.speech.impersonal.has(scene.lower(cue))) { const m = scene.turn.mentions.find((x) => !x.quoted && x.mention.type !== 'unknown'); if (m) return { speakers: [m.mention], from, inverted: m.first > cue } }
  if (before && (scene.speech.coordinators.has(scene.lower(from - 1)) || scene.text(from - 1) === ',')) return { speakers: before.speakers, shared: true }
  const drop = !english && scene.analysis.language.names.cases.length > 0 || scene.analysis.language.code === 'it'
  const dropped = memory.subject ?? memory.speaker
  if (drop && opens && dropped && !third(scene, cue)) return { speakers: [dropped], from }
  return english ? nounPhrase(scene, from, verb, memory) : plainSubject(scene, from, end, opens)
}

const unresolved = (scene: Scene, i: number): boolean => scene.outside(i) && (scene.names.he.has(scene.lower(i)) || scene.names.she.has(scene.lower(i)))
function unknownAt(scene: Scene, from: number, to: number): Mention {
  const start = to - from > 1 && scene.names.determiners.has(scene.lower(from)) ? from + 1 : from
  const span = { start: scene.tokens[start]!.start, end: scene.tokens[to - 1]!.end }, words = scene.analysis.document.text.slice(span.start, span.end)
  // A surname alone, where all nouns have capitals, is known only by the full name elsewhere.
  const full = /^\p{Lu}[\p{L}-]+$/u.test(words) ? scene.analysis.mentions.find((m) => m.mention.type === 'person' && m.mention.name.endsWith(' ' + words))?.mention : undefined
  return full ? { ...full, written: words, span } : { kind: 'mention', type: 'unknown', name: words, written: words, span, country: null, office: null, candidates: [] }
}

/** Without tags: a noun phrase right behind the verb ("sagte der Staatsanwalt") or right before it. */
function plainSubject(scene: Scene, from: number, end: number, opens: boolean): Subject | null {
  if (opens) {
    let start = end
    while (scene.speech.adverbs.has(scene.lower(start))) start++
    const to = phraseTo(scene, start)
    return to > start ? { speakers: [unknownAt(scene, start, to)], from, to, inverted: true } : null
  }
  let first = from
  while (first > 0 && from - first < 8 && scene.outside(first - 1) && !scene.isBreak(first - 1) && !scene.preposition(first - 1) && !scene.speech.coordinators.has(scene.lower(first - 1))) first--
  while (first < from && !(scene.names.determiners.has(scene.lower(first)) || /^\p{Lu}/u.test(scene.text(first)))) first++
  const clause = first === 0 || scene.isBreak(first - 1) || scene.isMark(first - 1) || scene.speech.coordinators.has(scene.lower(first - 1))
  if (!clause || first >= from || scene.analysis.language.sentences.starters.includes(scene.lower(first)) && !scene.names.determiners.has(scene.lower(first))) {
    // "Zum Haushalt führt Fehrenkamp aus": another part of the sentence stands first, the subject behind the verb.
    const to = scene.analysis.language.names.nounsInCapitals ? phraseTo(scene, end) : end
    return to > end ? { speakers: [unknownAt(scene, end, to)], from, to, inverted: true } : null
  }
  return [...Array(from - first).keys()].some((k) => /^\p{Lu}/u.test(scene.text(first + k)) || !scene.analysis.language.names.nounsInCapitals) ? { speakers: [unknownAt(scene, first, from)], from: first } : null
}
/** Where a noun phrase that starts here ends; the start itself where none does. */
function phraseTo(scene: Scene, start: number): number {
  const german = scene.analysis.language.names.nounsInCapitals, slavic = scene.analysis.language.names.cases.length > 0
  if (!scene.outside(start) || scene.isBreak(start) || scene.preposition(start) || scene.speech.that.has(scene.lower(start)) || scene.names.firstPerson.has(scene.lower(start))) return start
  if (!slavic && !scene.names.determiners.has(scene.lower(start)) && !/^\p{Lu}/u.test(scene.text(start))) return start
  let to = start, noun = false
  while (to < start + 8 && to < scene.tokens.length && scene.outside(to) && !scene.isBreak(to) && !scene.speech.that.has(scene.lower(to)) && !scene.speech.auxiliaries.has(scene.lower(to))) {
    if (to > start && scene.preposition(to) && !scene.names.links.has(scene.lower(to))) break
    if (german && noun && !/^\p{Lu}/u.test(scene.text(to)) && !scene.names.links.has(scene.lower(to))) break
    noun ||= /^\p{Lu}/u.test(scene.text(to))
    to++
  }
  while (to > start && (scene.preposition(to - 1) || scene.names.determiners.has(scene.lower(to - 1)))) to--
  return german && !noun ? start : to
}
/** Impersonal forms in -no, -to have no subject to drop: "napisano". */
const third = (scene: Scene, cue: number): boolean => /(?:no|ено|ано)$/u.test(scene.lower(cue))

/** French "a-t-elle ajouté" and "dit-il": the pronoun hangs on the verb or on its auxiliary. */
function pronounAfter(scene: Scene, end: number): { mention: Mention | null; to: number; from: number } | null {
  for (const i of [end, end - 2]) {
    const word = scene.text(i)
    if (word.startsWith('-') && word.length > 1 && i > 0) return { mention: scene.mentionOver(i)?.mention ?? null, to: Math.max(end, i + 1), from: i - 1 }
  }
  return null
}

/** "reads the statement by X", "lautet die Begründung": the author, or whoever spoke before. */
function textSource(scene: Scene, i: number, end: number, memory: Memory): Subject | null {
  for (let j = i + 1; j < Math.min(i + 8, scene.tokens.length) && !scene.isBreak(j); j++) { const m = scene.mentionFrom(j); if (m && m.mention.type !== 'unknown') return { speakers: [m.mention], to: m.last + 1 } }
  for (let j = end; j < i; j++) { const m = scene.mentionFrom(j); if (m && m.mention.type !== 'unknown') return { speakers: [m.mention], to: i + 1 } }
  const before = memory.body ?? memory.speaker
  return before ? { speakers: [before], to: i + 1 } : null
}

function subjectRight(scene: Scene, end: number, reach: number, memory: Memory): Subject | null {
  for (let i = end; i < Math.min(end + reach, scene.tokens.length); i++) {
    if (scene.isMark(i) || scene.quoted(i)) return null
    if (scene.speech.that.has(scene.lower(i))) return null
    if (scene.names.texts.has(scene.lower(i))) return textSource(scene, i, end, memory)
    const m = scene.mentionFrom(i)
    if (m) {
      if (scene.preposition(i - 1) && !/^(?:de|du|des|von|di|del)$/.test(scene.lower(i - 1)) && i > end) { i = m.last; continue }
      if (!speaks(m.mention)) { i = m.last; continue }
      return { speakers: both(scene, m.last + 1, m.mention), to: m.last + 1 }
    }
    if (scene.isBreak(i) && scene.text(i) !== ',') return null
    if (scene.text(i) === ',' && !scene.mentionFrom(i + 1)) return null
  }
  return null
}

/** The actor that ends where the verb group begins, over phrases and insertions between commas. */
function subjectLeft(scene: Scene, from: number): Subject | null {
  let at = from
  for (let hop = 0; hop < 4 && at > 0; hop++) {
    while (hop > 0 && at > 1 && scene.speech.auxiliaries.has(scene.lower(at - 1))) at--
    if (!scene.outside(at - 1)) return null
    if (scene.text(at - 1) === ',' || scene.text(at - 1) === ')' || scene.isDash(at - 1)) {
      const apposed = scene.mentionOver(at - 2)
      if (hop === 0 && apposed && apposed.last === at - 2 && scene.tokens.slice(apposed.first, apposed.last).some((t) => t.text === ',')) { at--; continue }
      const open = openingComma(scene, at - 1)
      if (open < 0) return null
      at = open
      continue
    }
    const m = scene.mentionOver(at - 1)
    if (m && m.last === at - 1) {
      if (/^['’]s$/.test(scene.text(m.last))) return null
      const det = scene.names.determiners.has(scene.lower(m.first - 1)) ? m.first - 2 : m.first - 1
      if (scene.preposition(det)) { at = det; continue }
      if (!speaks(m.mention)) return null
      const pair = and.has(scene.lower(m.first - 1)) ? scene.mentionOver(m.first - 2) : undefined
      const speakers = pair && pair.last === m.first - 2 && pair.mention.type === m.mention.type ? [pair.mention, m.mention] : [m.mention]
      const first = pair && speakers.length > 1 ? pair.first : m.first
      return { speakers, from: scene.names.determiners.has(scene.lower(first - 1)) ? first - 1 : first }
    }
    // "The ministry on Friday said": a phrase of time or place between subject and verb.
    let k = at - 1
    while (k > 0 && at - k < 7 && scene.outside(k) && !scene.isBreak(k) && !scene.preposition(k) && !scene.mentionOver(k)) k--
    if (k > 0 && scene.preposition(k) && scene.outside(k)) { at = k; continue }
    return null
  }
  return null
}
/** The comma, bracket or dash that opens the insertion which closes here; right before it an actor ends. */
function openingComma(scene: Scene, close: number): number {
  const closing = scene.text(close)
  for (let i = close - 1; i > 0 && close - i < 30; i--) {
    if (!scene.outside(i)) return -1
    const c = scene.text(i)
    if ((closing === ')' ? c === '(' : scene.isDash(close) ? scene.isDash(i) : c === ',') && scene.mentionOver(i - 1)?.last === i - 1) return i
    if (c === ';' || c === ':') return -1
  }
  return -1
}

/** In English a plain noun phrase may speak too: "a woman said", "the report found". */
function nounPhrase(scene: Scene, from: number, _verb: Verb, memory: Memory): Subject | null {
  let first = from
  while (first > 0 && from - first < 12 && scene.outside(first - 1) && nominal.has(scene.tokens[first - 1]!.pos!)) first--
  while (first < from && (scene.tokens[first]!.pos === 'PART' || scene.tokens[first]!.pos === 'ADP' || scene.tokens[first]!.pos === 'ADV')) first++
  if (first >= from || !['NOUN', 'PROPN'].includes(scene.tokens[from - 1]!.pos!) && scene.tokens[from - 1]!.pos !== 'NUM') return null
  const inside = scene.turn.mentions.filter((m) => m.first >= first && m.last < from)
  const text = [...Array(from - first).keys()].map((k) => first + k).find((k) => scene.names.texts.has(scene.lower(k)))
  if (text !== undefined) {
    const author = inside.find((m) => m.mention.type === 'body' || m.mention.type === 'person' || m.mention.type === 'company') ?? inside.find((m) => m.mention.type === 'state')
    const speaker = author?.mention ?? memory.body ?? memory.speaker ?? memory.author
    if (speaker) return { speakers: [speaker], from: first }
  }
  if (scene.names.it.has(scene.lower(from - 1)) || polls.has(scene.lower(from - 1))) return null
  const start = scene.names.determiners.has(scene.lower(first)) && first + 1 < from ? first + 1 : first
  const span = { start: scene.tokens[start]!.start, end: scene.tokens[from - 1]!.end }
  const words = scene.analysis.document.text.slice(span.start, span.end)
  return { speakers: [{ kind: 'mention', type: 'unknown', name: words, written: words, span, country: null, office: null, candidates: [] }], from: first }
}
const nominal = new Set(['NOUN', 'PROPN', 'ADJ', 'DET', 'NUM', 'PART', 'ADP'])
const polls = new Set(['poll', 'polls', 'survey', 'surveys', 'signs', 'data', 'figures', 'map', 'maps', 'video', 'photo', 'picture', 'footage'])

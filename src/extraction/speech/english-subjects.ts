import type { Mention } from '../../core/claim.ts'
import { fold, sexOf } from '../names/coreference.ts'
import { isRole } from '../names/name-words.ts'
import { closesInsertion, insertionStart, mentionSubject, subjectRight, unknownAt, unresolved, type Subject } from './nominals.ts'
import type { Attribution, Memory, Scene } from './scene.ts'
import type { Verb } from './speech-words.ts'

/** A subject found by walking left; `plain` when it is a noun phrase that no table knows. */
interface Found extends Subject { readonly plain?: readonly [from: number, to: number] }

/**
 * The subject of an English verb group that begins at `from`, over what may stand between: insertions, phrases of place
 * and time, participles and relative pronouns. "A diplomat stationed in Kyiv, who asked for no name, said".
 */
function walk(scene: Scene, from: number): Found | null {
  let at = timeBefore(scene, from), end = at
  for (let hop = 0; hop < 10 && at > 0; hop++) {
    while (hop > 0 && at > 1 && scene.speech.auxiliaries.has(scene.lower(at - 1))) at--
    const last = at - 1
    if (!scene.outside(last)) return null
    // "His aides haven't said much": what is not said is no statement.
    if (hop === 0 && /n['’]t$/.test(scene.lower(last))) return null
    const clause = hop === 0 ? relativeStart(scene, last) : -1
    if (clause > 0) { at = end = clause; continue }
    if (closesInsertion(scene, last)) {
      // "On 20 January, chess champion Anna Lund, urged": behind a date the name is no insertion.
      const named = scene.text(last) === ',' ? scene.mentionOver(last - 1) : undefined, comma = named?.last === last - 1 && /^(?:person|unknown)$/.test(named.mention.type) && named.mention.name.includes(' ') ? phraseStart(scene, named.first) - 1 : -1
      if (comma > 0 && comma < named!.first - 1 && scene.text(comma) === ',' && /^\d+$/.test(scene.text(comma - 1))) { at = end = last; continue }
      const open = insertionStart(scene, last, hop === 0)
      if (open < 0) return null
      const name = scene.mentionFrom(open + 1)
      // "the ministry's director, Anna Lund, said": the insertion is the name itself.
      at = end = name && name.last === last - 1 && name.mention.type === 'person' && !scene.mentionOver(open - 1) ? last : open
      continue
    }
    if (/^wh(?:o|ich)$/.test(scene.lower(last)) && last > 0) { at = end = scene.text(last - 1) === ',' ? last - 1 : last; continue }
    const m = scene.mentionOver(last)
    if (m && m.last === last) {
      let { before, subject } = mentionSubject(scene, m)
      // "commander of U.S. Central Command said": the body is no subject but part of a title.
      if (m.mention.type !== 'person') { let k = m.first; while (k > 0 && /^(?:NOUN|PROPN|ADJ)$/.test(scene.tokens[k - 1]!.pos!) && scene.outside(k - 1)) k--; if (scene.lower(k - 1) === 'the') k--; if (k < m.first && scene.lower(k - 1) === 'of') before = k - 1 }
      const apposed = scene.mentionOver(m.first - 2)
      if (hop > 0 && scene.text(m.first - 1) === ',' && apposed?.last === m.first - 2 && apposed.mention.type === 'person' && apposed.mention.name.includes(' ') && m.mention.type === 'person' && !/^\p{Lu}/u.test(scene.text(m.first))) { at = end = m.first - 1; continue }
      if (!scene.preposition(before) && !(scene.tokens[before]?.pos === 'CCONJ' && afterPreposition(scene, before))) return subject
      at = scene.preposition(before) ? before : prepositionBefore(scene, before)
      continue
    }
    if (nounEnd(scene, last)) {
      let first = last
      while (first > 0 && scene.outside(first - 1) && (phrase.has(scene.tokens[first - 1]!.pos!) || attributive(scene, first - 1)) && !today.test(scene.lower(first - 1)) && !(scene.mentionOver(first - 1) && !scene.mentionFrom(first - 1) && !scene.mentionOver(first - 2))) first--
      if (first > 0 && scene.preposition(first - 1)) { at = first - 1; continue }
      // "Experts on Iran and nuclear trade said": the second of two things behind a preposition.
      if (scene.speech.and.has(scene.lower(first - 1)) && !isRole(scene.names, scene.tokens[last]) && !scene.names.groups.has(scene.lower(last)) && !scene.names.bodies.has(scene.lower(last)) && !human.test(scene.lower(last)) && !scene.mentionOver(last) && afterPreposition(scene, first - 1)) { at = prepositionBefore(scene, first - 1); continue }
      // "Rachel Berg, a philanthropist from Monsey, said": the name before an apposition.
      if (hop > 0 && scene.text(first - 1) === ',' && !/^\p{Lu}/u.test(scene.text(first)) && scene.mentionOver(first - 2)?.mention.type === 'person') { at = end = first - 1; continue }
      return { speakers: [], from: first, plain: [first, end] }
    }
    // "a source close to", "a diplomat stationed in": words that hang on the noun before them.
    if (hop === 0 || !postposed(scene, last)) return null
    at = end = last
  }
  return null
}
/** "Norway on Friday", "the government yesterday", "the minister this week": where the words of time right before a verb begin; no part of its subject. */
function timeBefore(scene: Scene, from: number): number {
  const word = scene.lower(from - 1), to = days.test(word) || today.test(word) ? from - 1 : spans.test(word) && /^(?:this|last|next|that)$/.test(scene.lower(from - 2)) ? from - 2 : from
  return to === from || to < 1 || scene.preposition(to - 1) || scene.isBreak(to - 1) || !scene.outside(to) || scene.names.determiners.has(scene.lower(to - 1)) ? from : to
}
const today = /^(?:yesterday|today|tonight|tomorrow)$/
const spans = /^(?:week|weekend|month|year|morning|afternoon|evening|night|spring|summer|autumn|fall|winter)$/
/** "an official who asked not to be named said": the pronoun of a clause without commas between subject and verb. */
function relativeStart(scene: Scene, last: number): number {
  for (let i = last; i > 0 && last - i < 12 && scene.outside(i) && !scene.isBreak(i); i--) if (scene.lower(i) === 'who') return i < last - 1 && (scene.mentionOver(i - 1)?.last === i - 1 || scene.tokens[i - 1]!.pos === 'NOUN') && /^(?:VERB|AUX|ADV)$/.test(scene.tokens[i + 1]!.pos ?? '') ? i : -1
  return -1
}
/** "A serving officer", "one retired general": a participle between article and noun. */
const attributive = (scene: Scene, i: number): boolean => scene.tokens[i]!.pos === 'VERB' && /(?:ing|ed)$/.test(scene.lower(i)) && /^(?:an?|the|one|another)$/.test(scene.lower(i - 1))
/** Where the description before a name begins: "chess champion and critic Anna Lund". */
function phraseStart(scene: Scene, first: number): number {
  let i = first
  while (i > 0 && scene.outside(i - 1) && (phrase.has(scene.tokens[i - 1]!.pos!) && !/^\d/.test(scene.text(i - 1)) || scene.speech.and.has(scene.lower(i - 1)))) i--
  return i
}
/** A noun, or an adjective that stands for one: "the US military". */
const nounEnd = (scene: Scene, i: number): boolean => {
  const { pos, lower } = scene.tokens[i]!
  return pos === 'NOUN' || pos === 'PROPN' || pos === 'NUM' || pos === 'ADJ' && (scene.names.bodies.has(lower) || quantity.has(lower) || scene.tokens[i - 1]?.pos === 'DET')
}
const quantity = new Set(['most', 'many', 'some', 'several', 'few'])
const phrase = new Set(['NOUN', 'PROPN', 'ADJ', 'DET', 'NUM', 'PART'])
const postposed = (scene: Scene, i: number): boolean => {
  const { pos, lower } = scene.tokens[i]!, before = scene.tokens[i - 1]?.pos
  return (pos === 'ADJ' || pos === 'VERB' && /(?:ed|ing|en|based)$/.test(lower)) && (before === 'NOUN' || before === 'PROPN')
}
/** "to MPs and senators": the second of two nouns behind a preposition. */
function prepositionBefore(scene: Scene, and: number): number {
  let i = and - 1
  while (i > 0 && and - i < 6 && phrase.has(scene.tokens[i]!.pos!)) i--
  return i
}
const afterPreposition = (scene: Scene, and: number): boolean => { const i = prepositionBefore(scene, and); return i >= 0 && scene.preposition(i) }

/** The actor that is the subject of a verb group; none where only an unknown noun phrase stands there. */
export function subjectBefore(scene: Scene, from: number): Subject | null {
  const found = walk(scene, from)
  return found && !found.plain ? widened(scene, found) : null
}

/** The subject of an English verb of speech: before it, or behind it after a quotation or a clause. */
export function englishSubject(scene: Scene, from: number, end: number, verb: Verb, memory: Memory, before: Attribution | undefined): Subject | null {
  if (scene.speech.and.has(scene.lower(from - 1)) && (!before || before.cue < from - 30)) {
    // "urged X to …, and warned that": the second verb has the subject of the first.
    const m = mainSubject(scene, from) ?? scene.turn.mentions.find((x) => x.last < from && !x.quoted && x.mention.type !== 'unknown' && !scene.preposition(x.first - 1))?.mention
    if (m) return { speakers: [m], from, shared: true }
  }
  // "he added": whoever spoke last goes on.
  if (scene.lower(from - 1) === 'he' && /^(?:add|continue|go on)$/.test(verb.lemma) && memory.speaker?.type === 'person' && !before) {
    const { start, end, text } = scene.tokens[from - 1]!
    return { speakers: [{ ...memory.speaker, written: text, span: { start, end } }], from: from - 1 }
  }
  // “We keep our word,” she said: who spoke in the sentence before goes on, where the name allows.
  const said = memory.before, woman = scene.lower(from - 1) === 'she'
  if (said?.type === 'person' && (woman || scene.lower(from - 1) === 'he') && !scene.outside(0) && !before && (said.name.includes(' ') ? sexOf(fold(said.name).split(' ')[0]!) !== !woman : true)) {
    const { start, end, text } = scene.tokens[from - 1]!
    return { speakers: [{ ...said, written: text, span: { start, end } }], from: from - 1 }
  }
  const opens = from === 0 || scene.isBreak(from - 1) || scene.isMark(from - 1) || !scene.outside(from - 1)
  const quoteBefore = scene.isMark(from - 1) || scene.isDash(from - 1) || (scene.text(from - 1) === ',' && !scene.outside(from - 2)) || !scene.outside(from - 1)
  const found = quoteBefore ? null : walk(scene, from), left = found && !found.plain ? widened(scene, found) : null
  if (left && (!opens || left.speakers.every((m) => m.type !== 'state' && m.type !== 'unknown'))) return left
  const right = opens ? inverted(scene, from, end, verb, memory, quoteBefore) : null
  if (right) return right
  if (left) return left
  if (unresolved(scene, from - 1)) return { speakers: [(before && /^(?:person|unknown)$/.test(before.speakers[0]!.type) ? before.speakers[0] : null) ?? memory.speaker ?? unknownAt(scene, from - 1, from)], from: from - 1 }
  if (before && (scene.speech.coordinators.has(scene.lower(from - 1)) || scene.text(from - 1) === ',')) return { speakers: before.speakers, shared: true }
  return found?.plain ? plainSpeaker(scene, found.plain, verb, memory) : null
}

/** "…”, said Vilhena", "…”, said a person close to the talks": the subject behind the verb. */
function inverted(scene: Scene, from: number, end: number, verb: Verb, memory: Memory, quoteBefore: boolean): Subject | null {
  if (!quoteBefore && (verb.tell || !verb.clause)) return null
  const right = subjectRight(scene, end, 3, memory), next = scene.tokens[right?.to ?? end]
  const closes = !next || scene.isBreak(right?.to ?? end) || scene.isMark(right?.to ?? end) || /^(?:ADP|ADV|CCONJ)$/.test(next.pos!) || next.lower === 'who' || days.test(next.lower)
  // "said one Democratic source": a capital that describes the noun behind it.
  const describes = right?.speakers[0]!.type === 'unknown' && next?.pos === 'NOUN' && right.to === end + (scene.tokens[end]!.pos === 'DET' || scene.tokens[end]!.pos === 'NUM' ? 2 : 1)
  if (right && !describes && (quoteBefore || closes && scene.tokens[end]!.pos !== 'PRON')) return { ...right, from, inverted: true }
  if (!quoteBefore) return null
  let to = /^(?:his|her|their|its)$/.test(scene.lower(end)) ? end + 1 : end
  while (to < scene.tokens.length && scene.outside(to) && phrase.has(scene.tokens[to]!.pos!) && !days.test(scene.lower(to))) to++
  while (to > end && !/^(?:NOUN|PROPN)$/.test(scene.tokens[to - 1]!.pos!)) to--
  if (to <= end || scene.names.firstPerson.has(scene.lower(end))) return null
  const named = namedBehind(scene, to)
  return named ? { speakers: [named.mention], from, to: named.last + 1, inverted: true } : { speakers: [unknownAt(scene, end, to)], from, to, inverted: true }
}
const days = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/
/** "his friend at the ministry, Anna Lund,": the name behind a description. */
const namedBehind = (scene: Scene, at: number) => {
  let i = at
  while (i < at + 8 && !scene.isBreak(i) && i < scene.tokens.length) i++
  const m = scene.text(i) === ',' ? scene.mentionFrom(i + 1) : undefined
  return m && (m.mention.type === 'person' || m.mention.type === 'unknown') && m.mention.name.includes(' ') ? m : undefined
}

/** The whole noun phrase of an actor, with the description before a name: "one senior Democrat", "the firm's director, Anna Lund". */
function widened(scene: Scene, subject: Subject): Subject {
  let first = subject.from!
  // "A package it announced": the noun before a pronoun is no part of the subject.
  if (scene.tokens[first]!.pos === 'PRON' && scene.names.it.has(scene.lower(first))) return subject
  while (first > 0 && scene.outside(first - 1) && (phrase.has(scene.tokens[first - 1]!.pos!) || attributive(scene, first - 1))) first--
  if (scene.text(first - 1) === ',' && first === subject.from && subject.speakers[0]!.type === 'person' && !unresolved(scene, first)) {
    let i = first - 1
    while (i > 0 && scene.outside(i - 1) && (phrase.has(scene.tokens[i - 1]!.pos!) || scene.preposition(i - 1))) i--
    if (i < first - 2 && opensPhrase(scene, i) && oneHuman(scene, first - 2) && !scene.tokens.slice(i, first - 1).some((t) => t.pos === 'NUM' || /^\d/.test(t.text) || months.test(t.lower))) first = i
  }
  if (first === subject.from || !opensPhrase(scene, first)) return subject
  const [only] = subject.speakers, last = scene.turn.mentions.find((m) => m.mention === only)?.last
  return { ...subject, from: first, speakers: only?.type === 'unknown' && last !== undefined && !(/^\p{Lu}\S+(?:\s\p{Lu}\S*)+$/u.test(only.name) && /^\p{Ll}/u.test(scene.text(subject.from! - 1))) ? [unknownAt(scene, first, last + 1)] : subject.speakers }
}
const opensPhrase = (scene: Scene, first: number): boolean => first === 0 || scene.isBreak(first - 1) || scene.isMark(first - 1) || !scene.outside(first - 1) || scene.speech.coordinators.has(scene.lower(first - 1)) || scene.speech.that.has(scene.lower(first - 1))

const months = /^(?:january|february|march|april|june|july|august|september|october|november|december)$/

/** Does a description of one person end here? Goods listed before a name do not: "launchers and 6,000 rockets, Anna Lund said". */
const oneHuman = (scene: Scene, i: number): boolean => isRole(scene.names, scene.tokens[i]) || /(?:er|or|ist|ian|man|woman|ee|ant|ent|chief|head)$/.test(scene.lower(i)) || scene.tokens[i]!.pos === 'PROPN'

/** A plain noun phrase may speak too: "a woman said", "the report found". */
function plainSpeaker(scene: Scene, [first, to]: readonly [number, number], verb: Verb, memory: Memory): Subject | null {
  const words = scene.tokens.slice(first, to)
  if (words.some((t) => nobody.has(t.lower) || scene.names.firstPerson.has(t.lower))) return null
  const text = textSpeaker(scene, first, to, memory)
  if (text) return { speakers: [text], from: first }
  const head = scene.lower(to - 1)
  if (scene.names.it.has(head) || polls.has(head) || (showing.has(verb.lemma) || /^(?:continue|go on|begin)$/.test(verb.lemma)) && !human.test(head)) return null
  return { speakers: [unknownAt(scene, first, to)], from: first }
}
const nobody = new Set(['neither', 'nor', 'you', 'q', 'nobody', 'none', 'no-one', 'nothing', 'no'])
const polls = new Set(['poll', 'polls', 'survey', 'surveys', 'signs', 'data', 'figures', 'map', 'maps', 'video', 'photo', 'picture', 'footage'])
/** Verbs that things do as well as people. */
export const showing: ReadonlySet<string> = new Set('signal indicate suggest show imply underscore underline highlight reveal confirm reflect demonstrate emphasize emphasise stress make_clear outline express voice promise mean hint point_out remind dismiss predict prove assure describe detail reaffirm recall'.split(' ').map((v) => v.replace('_', ' ')))
const human = /(?:er|or|ist|ian|man|woman|men|women|ee|people|police)s?$/

/** Who wrote the text that speaks: "the letter from the ministry said". */
function textSpeaker(scene: Scene, first: number, to: number, memory: Memory): Mention | null {
  let text = first
  while (text < to && !scene.names.texts.has(scene.lower(text))) text++
  if (text === to) return null
  const inside = scene.turn.mentions.filter((m) => m.first >= first && m.last < to)
  const author = inside.find((m) => m.mention.type === 'body' || m.mention.type === 'person' || m.mention.type === 'company') ?? inside.find((m) => m.mention.type === 'state')
  return author?.mention ?? memory.body ?? memory.speaker ?? memory.author
}

/** "quoted a fighter saying", "a letter warning that": a participle without a comma hangs on the noun before it. */
export function besideParticiple(scene: Scene, from: number, memory: Memory): Subject | null {
  const found = walk(scene, from)
  if (!found) return null
  if (found.plain) { const text = textSpeaker(scene, ...found.plain, memory); return text && { speakers: [text], from: found.from! } }
  const before = scene.lower(found.from! - 1)
  return before === 'with' || scene.speech.verbs.get(before)?.credit ? found : null
}

/** The actor right before the first finite verb of a turn: whom a participle behind a comma leans on. */
export const mainSubject = (scene: Scene, from: number): Mention | undefined => scene.turn.mentions.find((m) => {
  if (m.last >= from - 1 || m.quoted || m.mention.type === 'unknown') return false
  let i = m.last + 1
  while (i < from && (scene.tokens[i]!.pos === 'ADV' || scene.speech.adverbs.has(scene.lower(i)))) i++
  const { pos, lower } = scene.tokens[i] ?? { pos: null, lower: '' }
  return (pos === 'VERB' || pos === 'AUX') && !/ing$/.test(lower) && !scene.preposition(mentionSubject(scene, m).before)
})?.mention

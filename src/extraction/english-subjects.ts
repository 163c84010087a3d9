import type { Mention } from '../core/claim.ts'
import { closesInsertion, insertionStart, mentionSubject, unknownAt, type Subject } from './nominals.ts'
import type { Memory, Scene } from './scene.ts'
import type { Verb } from './speech-words.ts'

/** A subject found by walking left; `plain` when it is a noun phrase that no table knows. */
interface Found extends Subject { readonly plain?: readonly [from: number, to: number] }

/**
 * The subject of an English verb group that begins at `from`, over what may stand between: insertions, phrases of place
 * and time, participles and relative pronouns. "A diplomat stationed in Kyiv, who asked for no name, said".
 */
function walk(scene: Scene, from: number): Found | null {
  let at = from, end = from
  for (let hop = 0; hop < 10 && at > 0; hop++) {
    while (hop > 0 && at > 1 && scene.speech.auxiliaries.has(scene.lower(at - 1))) at--
    const last = at - 1
    if (!scene.outside(last)) return null
    if (closesInsertion(scene, last)) {
      const open = insertionStart(scene, last, hop === 0)
      if (open < 0) return null
      at = end = open
      continue
    }
    if (/^wh(?:o|ich)$/.test(scene.lower(last)) && last > 0) { at = end = scene.text(last - 1) === ',' ? last - 1 : last; continue }
    const m = scene.mentionOver(last)
    if (m && m.last === last) {
      const { before, subject } = mentionSubject(scene, m)
      if (!scene.preposition(before) && !(scene.tokens[before]?.pos === 'CCONJ' && afterPreposition(scene, before))) return subject
      at = scene.preposition(before) ? before : prepositionBefore(scene, before)
      continue
    }
    const { pos } = scene.tokens[last]!
    if (pos === 'NOUN' || pos === 'PROPN' || pos === 'NUM') {
      let first = last
      while (first > 0 && scene.outside(first - 1) && phrase.has(scene.tokens[first - 1]!.pos!) && !(scene.mentionOver(first - 1) && !scene.mentionFrom(first - 1) && !scene.mentionOver(first - 2))) first--
      if (first > 0 && scene.preposition(first - 1)) { at = first - 1; continue }
      return { speakers: [], from: first, plain: [first, end] }
    }
    // "a source close to", "a diplomat stationed in": words that hang on the noun before them.
    if (hop === 0 || !postposed(scene, last)) return null
    at = end = last
  }
  return null
}
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
  return found && !found.plain ? found : null
}

/** A plain noun phrase may speak too: "a woman said", "the report found". */
export function nounBefore(scene: Scene, from: number, verb: Verb, memory: Memory): Subject | null {
  const found = walk(scene, from)
  if (!found?.plain) return null
  const [first, to] = found.plain, words = scene.tokens.slice(first, to)
  if (words.some((t) => nobody.has(t.lower) || scene.names.firstPerson.has(t.lower))) return null
  const text = textSpeaker(scene, first, to, memory)
  if (text) return { speakers: [text], from: first }
  const head = scene.lower(to - 1)
  if (scene.names.it.has(head) || polls.has(head) || showing.has(verb.lemma) && !human.test(head)) return null
  return { speakers: [unknownAt(scene, first, to)], from: first }
}
const nobody = new Set(['you', 'q', 'nobody', 'none', 'no-one', 'nothing', 'no'])
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

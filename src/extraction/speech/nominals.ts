import type { Mention } from '../../core/claim.ts'
import { isRole } from '../names/name-words.ts'
import { trailing } from './descriptions.ts'
import { and, speaks, type Memory, type Scene } from './scene.ts'
import type { Turn } from './turns.ts'

export interface Subject { readonly speakers: readonly Mention[]; readonly from?: number; readonly to?: number; readonly inverted?: boolean; readonly shared?: boolean }

/** A source that no table knows, by its words. */
export function unknownAt(scene: Scene, from: number, to: number): Mention {
  const start = to - from > 1 && scene.names.determiners.has(scene.lower(from)) && scene.lower(from + 1) !== 'of' ? from + 1 : from
  const span = { start: scene.tokens[start]!.start, end: scene.tokens[to - 1]!.end }, words = scene.analysis.document.text.slice(span.start, span.end)
  // A surname alone, where all nouns have capitals, is known only by the full name elsewhere.
  const full = /^\p{Lu}[\p{L}-]+$/u.test(words) ? scene.analysis.mentions.find((m) => m.mention.type === 'person' && m.mention.name.endsWith(' ' + words))?.mention : undefined
  return full ? { ...full, written: words, span } : { kind: 'mention', type: 'unknown', name: words, written: words, span, country: null, office: null, candidates: [] }
}

/** The mention as a subject, with the name joined to it by "and", and the token before it and its article. */
export function mentionSubject(scene: Scene, m: Turn['mentions'][number]): { before: number; subject: Subject | null } {
  const before = scene.names.determiners.has(scene.lower(m.first - 1)) ? m.first - 2 : m.first - 1
  if (!speaks(m.mention) || /^['’]s$/.test(scene.text(m.last))) return { before, subject: null }
  // "Kestrel and its partner Vesna": a word or three may describe the second.
  let joint = before
  while (joint > m.first - 4 && /^\p{Ll}/u.test(scene.text(joint)) && !and.has(scene.lower(joint)) && !scene.preposition(joint) && !scene.speech.that.has(scene.lower(joint)) && !/^(?:VERB|AUX|ADV|SCONJ)$/.test(scene.tokens[joint]!.pos ?? 'X')) joint--
  if (joint < before && !corporate.has(m.mention.type)) joint = before
  const pair = and.has(scene.lower(joint)) ? scene.mentionOver(joint - 1) : undefined
  const two = pair && pair.last === joint - 1 && (pair.mention.type === m.mention.type || corporate.has(pair.mention.type) && corporate.has(m.mention.type)), first = two ? pair.first : m.first
  return { before, subject: { speakers: two ? [pair.mention, m.mention] : [m.mention], from: scene.names.determiners.has(scene.lower(first - 1)) ? first - 1 : first } }
}

const corporate: ReadonlySet<string> = new Set(['company', 'unknown'])

/** Does a sign close an insertion: a comma, a bracket, a dash? */
export const closesInsertion = (scene: Scene, i: number): boolean => scene.text(i) === ',' || scene.text(i) === ')' || scene.isDash(i)

/**
 * The comma, bracket or dash that opens the insertion which closes here; right before it an actor ends.
 * @param apposed a name with a comma in it may stand right before the sign
 */
export function insertionStart(scene: Scene, close: number, apposed: boolean): number {
  const named = scene.mentionOver(close - 1), closing = scene.text(close)
  if (apposed && named && named.last === close - 1 && scene.tokens.slice(named.first, named.last).some((t) => t.text === ',')) return close
  for (let i = close - 1; i > 0 && close - i < 30; i--) {
    if (!scene.outside(i)) return -1
    const c = scene.text(i)
    // "Jeden z oficerów, którego …,": a relative pronoun opens it, whatever stands before.
    if (closing === ',' && c === ',' && clauses.has(scene.lower(i + 1)) && /^\p{L}{4,}$/u.test(scene.text(i - 1))) return i
    if ((closing === ')' ? c === '(' : scene.isDash(close) ? scene.isDash(i) : c === ',') && endsNoun(scene, i - 1)) return i
    if (c === ';' || c === ':') return -1
  }
  return -1
}
const clauses = new Set(['qui', 'dont', 'lequel', 'laquelle', 'che', 'cui', 'który', 'która', 'którzy', 'które', 'którego', 'której', 'których', 'którym', 'którą', 'який', 'яка', 'які', 'яке', 'якого', 'якої', 'яких', 'яким', 'якою'])
/** A name ends here, or a bracket behind one, or in English a noun. */
const endsNoun = (scene: Scene, i: number): boolean => scene.mentionOver(i)?.last === i || scene.text(i) === ')' && [2, 3, 4].some((k) => scene.text(i - k) === '(' && scene.mentionOver(i - k - 1)?.last === i - k - 1) || /^(?:NOUN|PROPN)$/.test(scene.tokens[i]?.pos ?? '') && !scene.mentionOver(i) || describes(scene, i)

/** "Un diplomate européen": the adjective of a noun for people that stands right before it. */
export const describes = (scene: Scene, i: number): boolean => scene.mentionOver(i - 1)?.last === i - 1 && /^(?:group|person)$/.test(scene.mentionOver(i - 1)!.mention.type) && !scene.mentionOver(i) && trailing.test(scene.lower(i))

/** "X and Y": both speak. */
export function both(scene: Scene, at: number, first: Mention): Mention[] {
  const next = scene.mentionFrom(at + 1)
  return and.has(scene.lower(at)) && next && next.mention.type === first.type ? [first, next.mention] : [first]
}

/** A pronoun of a person whom nothing before names. */
export const unresolved = (scene: Scene, i: number): boolean => scene.outside(i) && (scene.names.he.has(scene.lower(i)) || scene.names.she.has(scene.lower(i)))

/** "reads the statement by X", "lautet die Begründung": the author, or whoever spoke before. */
function textSource(scene: Scene, i: number, end: number, memory: Memory): Subject | null {
  for (let j = i + 1; j < Math.min(i + 8, scene.tokens.length) && !scene.isBreak(j); j++) { const m = scene.mentionFrom(j); if (m && m.mention.type !== 'unknown') return { speakers: [m.mention], to: m.last + 1 } }
  for (let j = end; j < i; j++) { const m = scene.mentionFrom(j); if (m && m.mention.type !== 'unknown') return { speakers: [m.mention], to: i + 1 } }
  const before = memory.body ?? memory.speaker
  return before ? { speakers: [before], to: i + 1 } : null
}

/** The actor behind the verb, within `reach` tokens. */
/** "Warf der Regierung vor", "sagte dem Sender": a German dative is no subject. */
const oblique = (scene: Scene, m: { first: number; last: number }): boolean => {
  if (!scene.analysis.language.names.nounsInCapitals) return false
  const article = scene.names.determiners.has(scene.lower(m.first)) ? scene.lower(m.first) : scene.lower(m.first - 1)
  return /^(?:dem|den|des)$/.test(article) || article === 'der' && /(?:ung|ion|schaft|heit|keit|tät|erin)$/.test(scene.lower(m.last))
}

/** "Sagte Lunds Sprecherin Eva Krag": a German name in the genitive before an office is whose it is. */
const owns = (scene: Scene, m: { first: number; last: number; mention: Mention }): boolean =>
  scene.analysis.language.names.nounsInCapitals && m.mention.type !== 'state' && /s$|’$/.test(scene.text(m.last)) && isRole(scene.names, scene.tokens[m.last + 1])

/** "Le chef de l’armée, le général X": the name behind an office that names nobody. */
function apposed(scene: Scene, m: Turn['mentions'][number]): Turn['mentions'][number] | undefined {
  // "Речник Путіна Дмитро Пєсков": the name right behind a nameless office.
  const close = /^\p{Ll}/u.test(m.mention.name) ? scene.mentionFrom(m.last + 1) : undefined
  if (close?.mention.type === 'person' && /^\p{Lu}.*\s/u.test(close.mention.name) && !close.quoted) return close
  if (scene.tokens[m.last]!.pos !== null || scene.text(m.last + 1) !== ',' || m.mention.type === 'person' && m.mention.name.split(' ').length > 1 && m.mention.office !== m.mention.name && /^\p{Lu}/u.test(m.mention.name)) return undefined
  const name = scene.mentionFrom(m.last + 2) ?? (scene.names.determiners.has(scene.lower(m.last + 2)) ? scene.mentionFrom(m.last + 3) : undefined)
  return name?.mention.type === 'person' && /^\p{Lu}.*\s/u.test(name.mention.name) && !name.quoted ? name : undefined
}

/** "Ministrowie obrony obu krajów, Jan Nowak i Anna Lis": those named behind a noun for several. */
function namedList(scene: Scene, group: Turn['mentions'][number]): Subject | null {
  if (group.mention.type !== 'group') return null
  const people: Mention[] = []
  let to = group.last + 1, joined = false
  for (let i = to; i < to + (people.length > 0 ? 2 : 7) && i < scene.tokens.length && scene.outside(i); i++) {
    const m = scene.mentionFrom(i)
    if (m?.mention.type === 'person' && m.mention.name.includes(' ')) { people.push(m.mention); i = m.last; to = m.last + 1; joined ||= people.length > 1 && and.has(scene.lower(m.first - 1)); continue }
    if (m || scene.text(i) !== ',' && !and.has(scene.lower(i)) && !/^\p{Ll}/u.test(scene.text(i)) || scene.speech.that.has(scene.lower(i)) || people.length > 0 && scene.text(i) !== ',' && !and.has(scene.lower(i))) break
  }
  return joined ? { speakers: people, to } : null
}

export function subjectRight(scene: Scene, end: number, reach: number, memory: Memory): Subject | null {
  for (let i = end; i < Math.min(end + reach, scene.tokens.length); i++) {
    if (scene.isMark(i) || scene.quoted(i)) return null
    if (scene.speech.that.has(scene.lower(i))) return null
    if (scene.names.texts.has(scene.lower(i))) return textSource(scene, i, end, memory)
    const m = scene.mentionFrom(i)
    if (m) {
      // "A déclaré à la Chambre la ministre": an article may stand between.
      const small = i - 2 >= end && scene.names.determiners.has(scene.lower(i - 1)) && scene.preposition(i - 2) ? i - 2 : i - 1
      if (scene.preposition(small) && !/^(?:de|du|des|von|di|del)$/.test(scene.lower(small)) && i > end) { i = m.last; continue }
      if (!speaks(m.mention) || oblique(scene, m) || owns(scene, m)) { i = m.last; continue }
      // "Said one Kestrel insider": behind the firm the noun is who speaks.
      const insider = m.mention.type === 'person' || scene.tokens[m.last]!.pos === null ? undefined : scene.mentionFrom(m.last + 1)
      if (insider && (insider.mention.type === 'group' || insider.mention.office === insider.mention.name)) return { speakers: [{ ...unknownAt(scene, m.first, insider.last + 1), type: insider.mention.type, country: insider.mention.country }], to: insider.last + 1 }
      const name = apposed(scene, m)
      const named = name ? null : namedList(scene, m)
      if (named) return named
      return name ? { speakers: [name.mention], to: name.last + 1 } : { speakers: both(scene, m.last + 1, m.mention), to: m.last + 1 }
    }
    if (scene.isBreak(i) && scene.text(i) !== ',') return null
    if (scene.text(i) === ',' && !scene.mentionFrom(i + 1)) return null
  }
  return null
}

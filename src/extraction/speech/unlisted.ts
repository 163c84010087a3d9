import type { Mention } from '../../core/claim.ts'
import { isRole, nameClass } from '../names/name-words.ts'
import { unknownAt, unresolved } from './nominals.ts'
import { reflexive, speaks, type Attribution, type Memory, type Scene } from './scene.ts'
import { phraseTo } from './subjects.ts'
import type { Verb } from './speech-words.ts'
import { thirdPerson } from './third-person.ts'

/**
 * A verb that no table lists, where its place tells what it is: behind a closed quotation, before its subject. In the
 * languages without tags. @example « Cela ne changera rien », a lâché le porte-parole // "lâché"
 */
export function unlistedVerb(scene: Scene, i: number): Verb | null {
  if (scene.tokens[i]!.pos !== null) return behindMarks(scene, i)
  if (!scene.marked) return behindDash(scene, i) ?? insertedVerb(scene, i)
  const { speech, names, tokens } = scene, token = tokens[i]!
  if (token.pos !== null || !/^\p{Ll}{4,}$/u.test(token.text) || speech.adverbs.has(token.lower) || speech.auxiliaries.has(token.lower) || names.determiners.has(token.lower) || scene.preposition(i) || speech.that.has(token.lower) || speech.negations.has(token.lower) || speech.coordinators.has(token.lower)) return null
  let at = i
  while (at > 0 && at > i - 3 && (speech.auxiliaries.has(scene.lower(at - 1)) || speech.adverbs.has(scene.lower(at - 1)) || /^(?:s’|s'|si)$/.test(scene.lower(at - 1)))) at--
  // "« … », s’est-elle justifiée", "« … », lâche-t-il": the pronoun on the verb or its auxiliary.
  const clitic = /^-(?:t-)?(?:ils?|elles?|on)$/.test(scene.text(i - 1)) ? i - 3 : /^-(?:t-)?(?:ils?|elles?|on)$/.test(scene.text(i + 1)) ? at - 1 : -1
  if (clitic > 0 && behindQuote(scene, /^(?:s’|s'|n’|l’|a|ont|est|sont)$/.test(scene.lower(clitic)) ? clitic : clitic + 1)) return { lemma: token.lower, clause: false, object: false, tell: false, credit: false }
  if (!behindQuote(scene, at)) return null
  // "«…», comincia.": alone between the quotation and the next mark, where a verb needs no subject.
  if (/^[,.;]$/.test(scene.text(i + 1)) && scene.text(at - 1) === ',' && thirdPerson[scene.analysis.language.code]?.test(token.lower)) return { lemma: token.lower, clause: false, object: false, tell: false, credit: false }
  for (let k = i + 1; k < i + 6 && !scene.isBreak(k); k++) {
    const m = scene.mentionFrom(k)
    if (m) return speaks(m.mention) && m.mention.type !== 'forum' && !scene.preposition(k - 1) ? { lemma: token.lower, clause: false, object: false, tell: false, credit: false } : null
    if (scene.preposition(k) || scene.quoted(k) || scene.isMark(k)) break
  }
  // "„…“, strich Romney heraus": behind the comma, a noun phrase that nothing else knows will do.
  const subject = reflexive.has(scene.lower(i + 1)) ? i + 2 : i + 1
  return scene.analysis.language.names.nounsInCapitals && scene.text(at - 1) === ',' && phraseTo(scene, subject) > subject ? { lemma: token.lower, clause: false, object: false, tell: false, credit: false } : null
}

/**
 * “London is playing with matches,” huffed the envoy; “You smoke the nest,” he blasted: behind words in marks that end in a
 * comma or cry, a verb in the past and whose it is.
 */
export function behindMarks(scene: Scene, i: number): Verb | null {
  const { pos, lower } = scene.tokens[i]!
  if (!scene.marked || !/..ed$/.test(lower) || !scene.outside(i) || pos === 'ADJ' && scene.tokens[i + 1]?.pos === 'NOUN') return null
  const m = scene.mentionOver(i - 1), subject = m && m.last === i - 1 && m.mention.type !== 'state' ? m.first - (scene.names.determiners.has(scene.lower(m.first - 1)) ? 1 : 0) : -1
  const mark = scene.isMark(i - 1) ? i - 1 : subject > 0 && scene.isMark(subject - 1) ? subject - 1 : -1
  if (mark < 4 || !scene.quoted(mark - 1) || !/^[,?!…—-]$/.test(scene.text(mark - 1))) return null
  // “The Long Way Home,” a title, has no verb written small.
  let verbal = false
  for (let k = mark - 1; k > 0 && scene.quoted(k) && !verbal; k--) verbal = /^(?:VERB|AUX|PRON)$/.test(scene.tokens[k]!.pos ?? '') && /^\p{Ll}/u.test(scene.text(k))
  if (!verbal) return null
  const next = mark === i - 1 ? scene.mentionFrom(i + 1) ?? (scene.names.determiners.has(scene.lower(i + 1)) ? scene.mentionFrom(i + 2) : undefined) : undefined
  const told = mark === i - 1 ? next !== undefined && speaks(next.mention) && next.mention.type !== 'forum' : scene.isBreak(i + 1) || scene.preposition(i + 1) || scene.tokens[i + 1]?.pos === 'ADV'
  return told ? { lemma: lower.slice(0, -2), clause: false, object: false, tell: false, credit: false } : null
}

/** "– Oddam go do muzeum – rzuca na pożegnanie.": behind the second dash of a line of speech. */
const behindDash = (scene: Scene, i: number): Verb | null => i > 4 && scene.isDash(i - 1) && scene.outside(i) && (scene.quoted(i - 2) || scene.quoted(i - 3)) && /^\p{Ll}{4,}$/u.test(scene.text(i)) && thirdPerson[scene.analysis.language.code]?.test(scene.lower(i))
  ? { lemma: scene.lower(i), clause: false, object: false, tell: false, credit: false } : null

/**
 * "…, findet der Kapitän aus Bergen.", "Fra i partner, ha elencato il sottosegretario, …": between a comma and the next
 * mark a verb and its subject alone, and nothing before that the verb could close.
 */
function insertedVerb(scene: Scene, i: number): Verb | null {
  const { speech, names, tokens } = scene, token = tokens[i]!, endings = inserted[scene.analysis.language.code]
  if (token.pos !== null || i < 2 || scene.text(i - 1) !== ',' && scene.text(i - 2) !== ',' || !/^\p{Ll}{4,}$/u.test(token.text) || !endings?.test(token.lower) || speech.adverbs.has(token.lower) || speech.auxiliaries.has(token.lower) || isRole(names, token) || scene.preposition(i) || speech.that.has(token.lower)) return null
  const helped = speech.auxiliaries.has(scene.lower(i - 1)), at = helped ? i - 1 : i
  if (scene.text(at - 1) !== ',' || !scene.outside(at - 1) || dependent.test(scene.lower(0))) return null
  // "Le ministre, M. Morin, a reçu M. Horak.": behind the name of its subject the verb closes the clause.
  if (scene.mentionOver(at - 2)?.last === at - 2 && scene.mentionOver(at - 2)!.mention.type === 'person') return null
  const article = names.determiners.has(scene.lower(i + 1)), m = scene.mentionFrom(i + 1) ?? (article ? scene.mentionFrom(i + 2) : undefined)
  if (!m || m.mention.type !== 'person' || m.quoted || !(article || helped || m.mention.name.includes(' '))) return null
  let end = m.last + 1
  if (scene.preposition(end)) while (end < m.last + 6 && end < tokens.length && !scene.isBreak(end)) end++
  return /^[,.;]$/.test(scene.text(end)) ? { lemma: token.lower, clause: true, object: false, tell: false, credit: false } : null
}
const inserted: Readonly<Record<string, RegExp>> = { de: /(?:[^s]t|te|ieß|ach)$/, fr: /(?:[^n]e|[eiu]t|é|[^u]i|u)$/, it: /(?:[ae]|ato|ito|uto|so|ò)$/ }
/** Words that open a clause which the main verb follows. */
const dependent = /^(?:als|wenn|nachdem|bevor|während|weil|da|obwohl|sobald|falls|kaum|je|quand|lorsque|comme|si|après|avant|dès|alors|puisque|quando|mentre|dopo|prima|poiché|se|appena|siccome)$/


/** Do more than three quoted words end right before, with or without a comma? */
export function behindQuote(scene: Scene, at: number): boolean {
  const quote = /^[,:]$/.test(scene.text(at - 1)) && scene.isMark(at - 2) ? at - 2 : scene.isMark(at - 1) ? at - 1 : -1
  return quote > 2 && [1, 2, 3].every((k) => !scene.outside(quote - k))
}

/** "Aus dem Finanzministerium höre ich, …", "im Kanzleramt hört man, …": what the reporter hears in a house. */
export function heard(scene: Scene, i: number): Attribution | null {
  if (!scene.analysis.language.names.nounsInCapitals || !/^(?:höre|hört|hörte|hören|vernimmt|erfährt|erfahre|erfuhr)$/.test(scene.lower(i)) || !/^(?:ich|man|wir)$/.test(scene.lower(i + 1)) || !/^(?:aus|im|in|bei|beim|vom)$/.test(scene.lower(0))) return null
  const m = scene.turn.mentions.find((x) => x.first < 5 && x.last < i && !x.quoted && (x.mention.type === 'body' || x.mention.type === 'company'))
  return m ? { kind: 'verb', from: 0, to: i + 2, cue: i, verb: { lemma: 'hören', clause: true, object: false, tell: false, credit: false }, speakers: [m.mention], inverted: false, leaning: false, purpose: false, passive: false } : null
}

const phrase = { kind: 'phrase', verb: null, inverted: false, leaning: false, purpose: false, passive: false } as const

/** «…», è il monito del generale X: a noun and whose it is, behind a quotation. */
export function ownedQuote(scene: Scene, i: number): Attribution | null {
  if (!scene.marked || scene.tokens[i]!.pos !== null || !scene.outside(i) || !behindQuote(scene, i)) return null
  let at = i
  while (at < i + 2 && /^(?:è|est|ist|lautet|lautete|war|era|était|c’|c'|jest)$/.test(scene.lower(at))) at++
  if (!scene.names.determiners.has(scene.lower(at)) || !/^\p{L}{4,}$/u.test(scene.text(at + 1)) || scene.mentionFrom(at) || scene.mentionFrom(at + 1)) return null
  for (let k = at + 2; k < at + 6 && !scene.isBreak(k); k++) {
    const m = scene.mentionFrom(k)
    if (m) return speaks(m.mention) && m.mention.type !== 'forum' && /^(?:di|del|della|dell’|dei|de|du|d’|des|von|der)$/.test(scene.lower(at + 2)) ? { ...phrase, from: i, to: m.last + 1, cue: i, speakers: [m.mention] } : null
  }
  return null
}

/** "L’appello di X all’Europa: «…»", "Das Fazit von X überrascht nicht: „…“": a quotation behind a colon, and who stands before it. */
export function beforeColon(scene: Scene, memory: Memory, before: readonly Attribution[]): Attribution | null {
  const k = scene.tokens[0]?.pos === null ? scene.tokens.findIndex((_, i) => scene.isMark(i) && scene.text(i - 1) === ':' && scene.outside(i - 2)) : -1
  if (k < 2 || k > 40 || [1, 2, 3].some((n) => scene.outside(k + n)) || before.some((a) => a.cue < k)) return null
  const who = namedBefore(scene, k) ?? (scene.analysis.language.names.nounsInCapitals && [4, 5].every((n) => !scene.outside(k + n)) ? toldBefore(scene, k, memory) : null)
  return who && { ...phrase, from: 0, to: k, cue: 0, speakers: [who] }
}

/** The one person named before a place, or the one that is no object; without people the one body. */
function namedBefore(scene: Scene, k: number): Mention | null {
  const named = scene.turn.mentions.filter((m) => m.last < k && !m.quoted), people = named.filter((m) => m.mention.type === 'person' && /^\p{Lu}/u.test(m.mention.name))
  const who = people.length > 0 ? people : named.filter((m) => m.mention.type === 'body')
  const acting = who.length > 1 ? who.filter((m) => !scene.preposition(m.first - 1) && !oblique.test(scene.lower(m.first)) && !oblique.test(scene.lower(m.first - 1))) : who
  return new Set(acting.map((m) => m.mention.name)).size === 1 ? acting[0]!.mention : null
}
const oblique = /^(?:den|dem|des)$/

/** Without a name: a pronoun, or the first noun phrase behind no preposition; a heading or title is no source. */
function toldBefore(scene: Scene, k: number, memory: Memory): Mention | null {
  for (let i = Math.max(0, k - 5); i < k - 1; i++) if (titles.test(scene.lower(i))) return null
  const known = memory.body ?? memory.speaker
  for (let i = 0; i < k - 1; i++) {
    if (unresolved(scene, i)) return memory.speaker ?? memory.subject
    if (scene.preposition(i)) { i = Math.max(i, phraseTo(scene, i + 1) - 1); continue }
    const to = phraseTo(scene, i)
    const of = scene.tokens.findIndex((t, j) => j > i && j < to - 1 && t.lower === 'von')
    if (to > i && !oblique.test(scene.lower(i)) && !(i === 0 && to === 1) && (of > 0 || !known || canTell(scene, i, Math.min(to, k - 1)))) return unknownAt(scene, of > 0 ? of + 1 : i, Math.min(to, k - 1))
  }
  return known
}
/** Is somebody or something written in a noun phrase, rather than a thing like "die Stimmung"? */
const canTell = (scene: Scene, from: number, to: number): boolean =>
  scene.tokens.slice(from, to).some((t) => (scene.names.classOf(t.form) & (nameClass.role | nameClass.group | nameClass.body | nameClass.bodyNoun | nameClass.text)) !== 0 || /^\p{Lu}\p{L}+(?:er|ern|erin|erinnen)$/u.test(t.text)) || scene.turn.mentions.some((m) => m.first >= from && m.first < to)
const titles = /(?:titel|motto|thema|namen?|überschrift|lied|song|beispiele?|sendung|serie)$/

/**
 * "Et de conclure : « … »", "Et d’ajouter que …": the French infinitive of telling, whose subject is the speaker before.
 * The verb is told by its ending, its place by what follows.
 */
export function narrative(scene: Scene, i: number): Verb | null {
  if (scene.analysis.language.code !== 'fr' || scene.lower(0) !== 'et' || !/^d(?:e|’|')$/.test(scene.lower(1)) || i !== 2 || !/(?:er|ir|re)$/.test(scene.lower(2))) return null
  let at = 3
  while (at < 9 && !scene.isBreak(at) && !scene.isMark(at) && !scene.speech.that.has(scene.lower(at))) at++
  return scene.text(at) === ':' || scene.text(at) === ',' && scene.isMark(at + 1) || scene.isMark(at) || scene.speech.that.has(scene.lower(at)) ? { lemma: scene.lower(2), clause: true, object: false, tell: false, credit: false } : null
}

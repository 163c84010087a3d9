import type { Mention } from '../../core/claim.ts'
import { besideParticiple, englishSubject, mainSubject } from './english-subjects.ts'
import { closesInsertion, describes, insertionStart, mentionSubject, subjectRight, unknownAt, unresolved, type Subject } from './nominals.ts'
import { wordsLike } from '../names/offices.ts'
import { reflexive, type Attribution, type Memory, type Scene } from './scene.ts'
import type { Verb } from './speech-words.ts'

export function byAgent(scene: Scene, at: number): { mention: Mention; to: number } | null {
  if (scene.lower(at) !== 'by') return null
  for (let i = at + 1; i < at + 4; i++) { const m = scene.mentionFrom(i); if (m) return { mention: m.mention, to: m.last + 1 } }
  return null
}

/** The speaker of a participle or purpose: that of the attribution before, else the first actor of the turn. */
export function leansOn(scene: Scene, from: number, before: Attribution | undefined, memory: Memory): Subject | null {
  const near = scene.tokens[0]?.pos != null && !scene.isBreak(from - 1) && scene.lower(from - 1) !== 'to' ? besideParticiple(scene, from, memory) : null
  if (near) return near
  if (before && before.cue < from) return { speakers: before.speakers }
  const first = mainSubject(scene, from) ?? scene.turn.mentions.find((m) => m.first < from && !m.quoted && !scene.preposition(m.first - 1) && m.mention.type !== 'unknown')?.mention
  return first ? { speakers: [first] } : null
}

export function subjectOf(scene: Scene, from: number, cue: number, end: number, verb: Verb, memory: Memory, before: Attribution | undefined): Subject | null {
  if (scene.tokens[cue]!.pos !== null) return englishSubject(scene, from, end, verb, memory, before)
  // "Водночас ним було висловлено …": the doer in the instrumental.
  if (memory.speaker && /(?:ено|ано|ято)$/u.test(scene.lower(cue))) for (let i = cue - 1; i >= Math.max(0, cue - 3); i--) if (/^(?:ним|нею|ними)$/.test(scene.lower(i))) return { speakers: [memory.speaker], from: i }
  const opens = from === 0 || scene.isBreak(from - 1) || scene.isMark(from - 1) || !scene.outside(from - 1)
  const clitic = pronounAfter(scene, end)
  // "…, reconnaît-on au ministère": who "on" is stands behind the preposition.
  if (clitic && /^-(?:t-)?on$/.test(scene.lower(clitic.to - 1)) && /^(?:au|à|chez|dans)$/.test(scene.lower(clitic.to))) {
    const m = [1, 2, 3].map((k) => scene.mentionFrom(clitic.to + k)).find((x) => x && (x.mention.type === 'body' || x.mention.type === 'company' || x.mention.type === 'state'))
    const to = phraseTo(scene, clitic.to + 1)
    const named = m && (/^\p{Lu}/u.test(m.mention.name) || to <= m.last + 1)
    if (m || to > clitic.to + 1) return { speakers: [named ? m.mention : unknownAt(scene, clitic.to + 1, to)], from: Math.min(from, clitic.from), to: named ? m.last + 1 : to, inverted: true }
  }
  if (clitic) { const m = clitic.mention ?? memory.speaker; return m ? { speakers: [m], from: Math.min(from, clitic.from), to: clitic.to, inverted: true } : null }
  // "…, hieß es dazu aus dem Ministerium": who is behind it stands behind the preposition.
  if (scene.lower(end) === 'es' && scene.speech.impersonal.has(scene.lower(cue))) {
    const m = scene.turn.mentions.find((x) => x.first > end && x.first < end + 8 && !x.quoted && (x.mention.type === 'body' || x.mention.type === 'group' || x.mention.type === 'state') && [1, 2].some((k) => /^(?:aus|beim?|von|vom|seitens)$/.test(scene.lower(x.first - k))))
    if (m) return { speakers: [m.mention], from, to: m.last + 1, inverted: true }
    // "…, heißt es dort": in the house that the sentence before names.
    if (memory.house && /^(?:dort|da)$/.test(scene.lower(end + 1))) return { speakers: [memory.house], from, to: end + 2, inverted: true }
  }
  const place = opens ? inPlace(scene, cue, end) : null
  if (place) return { ...place, from, inverted: true }
  const goesOn = scene.speech.and.has(scene.lower(from - 1)) || scene.text(from - 1) === ',' && contrast.has(scene.lower(end))
  if (goesOn && !scene.mentionFrom(end) && (!before || before.cue < from - 30)) {
    // "urged X to …, and warned that": the second verb has the subject of the first.
    const m = scene.turn.mentions.find((x) => x.last < from && !x.quoted && x.mention.type !== 'unknown' && !scene.preposition(x.first - 1))
    if (m) return { speakers: [m.mention], from, shared: true }
  }
  // "…, i zapowiada przyjęcie pięćdziesięciu osób": behind "and" a name far from the verb is no subject of it.
  if (goesOn && before && before.cue < from && scene.text(from - 2) === ',' && !scene.mentionFrom(end) && !scene.mentionFrom(end + 1)) return { speakers: before.speakers, from, shared: true }
  const right = subjectRight(scene, end, 16, memory)
  const left = right && scene.mentionFrom(end) && scene.text(from - 1) !== ')' && opens ? null : subjectLeft(scene, from)
  // "У штабі НАТО повідомив міністр Лис", "…, a confirmé vendredi un conseiller, …": who stands right behind the verb, before what is no person.
  if (left && right && left.speakers[0]!.type !== 'person' && /^(?:person|group)$/.test(right.speakers[0]!.type) && rightAway(scene, end, right) && (!opens || scene.isBreak(right.to!) || scene.preposition(right.to!))) return { ...right, from, inverted: true }
  if (left) return left
  if (right) return { ...right, from, inverted: true }
  const pronounLeft = unresolved(scene, from - 1) ? from - 1 : -1, pronounRight = opens && unresolved(scene, end) ? end : -1
  if (pronounLeft >= 0) return { speakers: [memory.speaker ?? unknownAt(scene, pronounLeft, from)], from: pronounLeft }
  if (pronounRight >= 0) return { speakers: [memory.speaker ?? unknownAt(scene, pronounRight, pronounRight + 1)], from, to: pronounRight + 1, inverted: true }
  if (scene.speech.impersonal.has(scene.lower(cue))) { const m = scene.turn.mentions.find((x) => !x.quoted && x.mention.type !== 'unknown'); if (m) return { speakers: [m.mention], from, inverted: m.first > cue } }
  const inside = within(scene, from, cue)
  if (inside) return { speakers: [inside], from }
  if (before && (scene.speech.coordinators.has(scene.lower(from - 1)) || scene.text(from - 1) === ',')) return { speakers: before.speakers, shared: true }
  const drop = scene.analysis.language.names.cases.length > 0 || scene.analysis.language.code === 'it'
  const dropped = memory.subject ?? memory.only ?? memory.speaker
  // "E aggiunge: «…»": a sentence that goes on with "and".
  if (drop && (opens || from === 1 && scene.speech.and.has(scene.lower(0))) && dropped && !third(scene, cue) && !(dropped.type === 'person' && several(scene, cue))) return { speakers: [dropped], from }
  return told(scene, plainSubject(scene, from, end, opens), memory)
}

/** Do only words of time, articles and adjectives stand between the verb and whom it is followed by? */
function rightAway(scene: Scene, end: number, right: Subject): boolean {
  const m = scene.turn.mentions.find((x) => x.mention === right.speakers[0])
  return m !== undefined && scene.tokens.slice(end, m.first).every((t) => scene.speech.adverbs.has(t.lower) || scene.names.determiners.has(t.lower)) && !/^(?:dem|den|au|aux|al|alla|ai)$/.test(scene.lower(m.first - 1))
}

/** The subject before a German auxiliary, or a pronoun on either side of it. */
export function beforeAuxiliary(scene: Scene, aux: number, memory: Memory): Subject | null {
  const at = [aux - 1, aux + 1].find((k) => k >= 0 && unresolved(scene, k))
  if (at !== undefined) return { speakers: [memory.speaker ?? unknownAt(scene, at, at + 1)], from: Math.min(at, aux) }
  return subjectLeft(scene, aux) ?? (scene.names.firstPerson.has(scene.lower(aux - 1)) || scene.names.firstPerson.has(scene.lower(aux + 1)) ? null : told(scene, plainSubject(scene, aux, scene.tokens.length, false), memory))
}

/** "…, повідомили в Токіо", "…, wyjaśnili nam w resorcie", "…, spiegano dal ministero": several of a body or capital that stands behind the verb. */
function inPlace(scene: Scene, cue: number, end: number): Subject | null {
  const { code } = scene.analysis.language
  if (scene.tokens[cue]!.pos !== null || !(code === 'it' ? /no$/.test(scene.lower(cue)) && scene.text(cue) !== 'hanno' : several(scene, cue))) return null
  const at = /^(?:нам|журналістам|пресі|агенції|nam|dziennikarzom|mediom|agencji)$/u.test(scene.lower(end)) ? end + 1 : end
  if (!/^(?:в|у|із|з|w|we|z|ze|dal|dalla|dall’|dall'|dallo)$/u.test(scene.lower(at))) return null
  const m = scene.mentionFrom(at + 1), ends = (i: number): boolean => scene.isBreak(i) || scene.speech.that.has(scene.lower(i))
  // "У компанії «Лис»": the name of the firm in marks.
  if (m?.mention.type === 'group' && m.last === at + 1 && scene.isMark(at + 2)) { let to = at + 3; while (to < at + 8 && !scene.isMark(to)) to++; return scene.isMark(to) && ends(to + 1) ? { speakers: [{ ...unknownAt(scene, at + 3, to), type: 'company' }], to: to + 1 } : null }
  if (!m || !/^(?:body|company|state)$/.test(m.mention.type) || m.mention.type === 'state' && scene.text(at + 1) === m.mention.name) return null
  let to = m.last + 1
  while (to < m.last + 4 && /^\p{Ll}{4,}$/u.test(scene.text(to)) && !ends(to)) to++
  return ends(to) ? { speakers: [m.mention], to } : null
}

/** "W ministerstwie mówią, że …", "dal ministero fanno sapere", "au ministère, on assure": several speak inside a body that the sentence opens with. */
function within(scene: Scene, from: number, cue: number): Mention | null {
  const { code } = scene.analysis.language, one = code === 'fr' && scene.lower(from - 1) === 'on', many = code === 'it' ? /no$/.test(scene.lower(cue)) : code !== 'fr' && several(scene, cue)
  if (!one && !many) return null
  const m = scene.turn.mentions.find((x) => x.last < from && !x.quoted && (x.mention.type === 'body' || x.mention.type === 'company'))
  if (!m || m.first > 4 || !/^(?:w|we|z|ze|u|у|в|із|зі|dal|dalla|dall’|dall'|dallo|dai|al|alla|au|à|chez|dans)$/u.test(scene.lower(0)) || !scene.tokens.slice(1, m.first).every((_, k) => !scene.isBreak(k + 1))) return null
  // "У Міністерстві економіки відповідають": its field in the genitive.
  return scene.tokens.slice(m.last + 1, one ? from - 1 : from).every((t, k) => t.text === ',' || scene.speech.adverbs.has(t.lower) || k < 2 && !one && code !== 'it' && /^\p{Ll}{4,}$/u.test(t.text)) ? m.mention : null
}

/** "…, bekräftigte aber, …": behind a comma and before such a word, the verb has the subject of the one before. */
const contrast = new Set(['aber', 'jedoch', 'zugleich', 'allerdings', 'però', 'cependant', 'toutefois', 'jednak', 'jednocześnie', 'але', 'водночас', 'однак'])

/** Without tags: a noun phrase right behind the verb ("sagte der Staatsanwalt") or right before it. */
/** "The latter". */
const nearer = /^(?:diese[rs]?|dernière?|ultim[oa]|letzterer?|ostatni|ostatnia|останній|остання)$/i

/** "L’élu", "il deputato", "die Politikerin": a person told by a common noun alone is who spoke before. */
function told(scene: Scene, subject: Subject | null, memory: Memory): Subject | null {
  const who = subject?.speakers[0], before = memory.speaker, latter = who?.type === 'unknown' && nearer.test(who.name) ? memory.named : null
  if (subject && latter) return { ...subject, speakers: [latter] }
  if (!subject || !who?.span || before?.type !== 'person' || who.type !== 'unknown' || /[\s-]/.test(who.name)) return subject
  const at = scene.tokens.findIndex((t) => t.start === who.span!.start), { names } = scene, word = who.name.toLowerCase()
  const definite = /^(?:le|la|l’|l'|il|lo|der|die)$/.test(scene.lower(at - 1)) || /^(?:le|la|l’|l'|il|lo|der|die)$/.test(scene.lower(at))
  return definite && (scene.analysis.language.names.nounsInCapitals || /^\p{Ll}/u.test(who.name)) && !names.bodies.has(word) && !names.groups.has(word) && !names.texts.has(word) && !/(?:ung|schaft|heit|keit|tion|ment|zione|gruppe|seite)$/.test(word) ? { ...subject, speakers: [before] } : subject
}

function plainSubject(scene: Scene, from: number, end: number, opens: boolean): Subject | null {
  if (opens) {
    let start = end
    while (scene.speech.adverbs.has(scene.lower(start)) || reflexive.has(scene.lower(start))) start++
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
  // "Das berichtete die „Rundschau“", "So sagte der Juror": what stands before the verb is no noun.
  if (scene.analysis.language.names.nounsInCapitals && first === 0 && from === 1 && (scene.speech.adverbs.has(scene.lower(0)) || fronted.has(scene.lower(0)))) { const to = phraseTo(scene, end); return to > end ? { speakers: [unknownAt(scene, end, to)], from, to, inverted: true } : null }
  return [...Array(from - first).keys()].some((k) => /^\p{Lu}/u.test(scene.text(first + k)) || !scene.analysis.language.names.nounsInCapitals) ? { speakers: [unknownAt(scene, first, from)], from: first } : null
}
/** Words that open a German sentence before its verb and are no subject of telling. */
const fronted = new Set(['das', 'dies', 'dieses', 'so', 'damals', 'hierbei', 'bisher', 'dabei', 'damit', 'dann', 'danach', 'dort', 'hier', 'deshalb', 'daher'])
/** Where a noun phrase that starts here ends; the start itself where none does. */
export function phraseTo(scene: Scene, start: number): number {
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
/** "Кажуть, що …", "mówią, że …": of several, so that no one person drops from it. */
const several = (scene: Scene, cue: number): boolean => scene.analysis.language.names.cases.length > 0 && /(?:[уюая]ть|..ли|ą|[^ae]li|ały|iły)$/u.test(scene.lower(cue))
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

/** Nouns for several people, by their endings. */
const people = /^\p{L}{3,}(?:ери|яри|ари|ори|ники|исти|івці|авці|нти|erzy|arze|orzy|rzy|yści|iści|nicy|owcy|owie|nci)$/u
const hanging = wordsLike('vicino vicina vicine vicini informato informata informate informati proche proches bliskie', 'zbliżon близьк наближен знайом обізнан')

const relativeOf = /^(?:któr(?:y|a|zy)|яки?й|яка|які|котрий|котра|qui|che|lequel|laquelle|quale)$/u, objects = /^(?:le|la|les|l’|l'|lo|li|ne|en|y)$/

/** Where "one of" begins before a preposition, or -1. */
const partitive = (scene: Scene, preposition: number): number => (/^(?:jeden|jedna|один|одна|einer|eine|uno|una|un|une|l’un|l’une|l'un|l'une)$/u.test(scene.lower(preposition - 1)) && /^(?:z|ze|з|із|зі|von|di|dei|degli|delle|de|des|der)$/u.test(scene.lower(preposition)) ? preposition - 1 : -1)

/** The actor that ends where the verb group begins, over phrases and insertions between commas. */
function subjectLeft(scene: Scene, from: number): Subject | null {
  let at = from
  for (let hop = 0; hop < 4 && at > 0; hop++) {
    while (hop > 0 && at > 1 && scene.speech.auxiliaries.has(scene.lower(at - 1))) at--
    if (!scene.outside(at - 1)) return null
    // "Minister Lis, który podkreślił …": the relative pronoun stands for whom the comma parts it from.
    const article = /^quale$/.test(scene.lower(at - 1)) ? 1 : 0, who = hop === 0 && relativeOf.test(scene.lower(at - 1)) && scene.text(at - 2 - article) === ',' ? scene.mentionOver(at - 3 - article) : undefined
    if (who) return who.last === at - 3 - article && who.mention.type === 'person' ? { speakers: [who.mention], from: at - 1, shared: true } : null
    // "Le ministre X le nie": the pronoun of an object hangs on the verb.
    if (hop === 0 && objects.test(scene.lower(at - 1)) && scene.mentionOver(at - 2)?.last === at - 2 && /^\p{Lu}/u.test(scene.text(at - 2))) { at--; continue }
    if (closesInsertion(scene, at - 1)) {
      const open = insertionStart(scene, at - 1, hop === 0), last = hop === 0 ? scene.mentionOver(at - 2) : undefined
      // "…, la ministre Anna Lund, m’a dit": the name right before the mark, where nothing before it can be the subject.
      if (open < 0) return last?.last === at - 2 && last.mention.type === 'person' && / /.test(last.mention.name) && !scene.preposition(last.first - 1) ? { speakers: [last.mention], from: last.first } : null
      // "Le chef de l’armée, le général X, a déclaré": the insertion is the name of the office before it.
      const named = scene.mentionOver(at - 2), office = scene.mentionOver(open - 1)
      if (hop === 0 && named?.last === at - 2 && named.first - open <= 4 && named.mention.type === 'person' && / /.test(named.mention.name) && office?.mention.type === 'person' && office.mention.office === office.mention.name) return { speakers: [named.mention], from: office.first }
      at = open
      continue
    }
    const m = scene.mentionOver(at - 1)
    if (m && m.last === at - 1) {
      const { before, subject } = mentionSubject(scene, m)
      // "Інженери Zorvex кажуть": people of a firm, whose name stands in no case.
      if (/^(?:company|unknown)$/.test(m.mention.type) && people.test(scene.lower(m.first - 1)) && (m.first === 1 || scene.isBreak(m.first - 2)) && scene.analysis.language.names.cases.length > 0) return { speakers: [{ ...unknownAt(scene, m.first - 1, m.last + 1), type: 'group' }], from: m.first - 1 }
      if (!scene.preposition(before)) return subject
      // "Jeden z oficerów", "l’un des diplomates": one of them.
      const one = partitive(scene, before)
      if (one >= 0 && m.mention.type === 'group') return { speakers: [{ ...unknownAt(scene, one, m.last + 1), type: 'group' }], from: one }
      at = before
      continue
    }
    // "Fonti vicine al dossier dicono": the adjective hangs on the noun before it.
    if (hop > 0 && (hanging(scene.lower(at - 1)) && scene.mentionOver(at - 2) || describes(scene, at - 1))) { at--; continue }
    // "Le ministère a vendredi à Paris déclaré": a phrase of time or place between subject and verb.
    let k = at - 1
    while (k > 0 && at - k < 7 && scene.outside(k) && !scene.isBreak(k) && !scene.preposition(k) && !scene.mentionOver(k)) k--
    if (k <= 0 || !scene.preposition(k) || !scene.outside(k)) return null
    const one = partitive(scene, k)
    if (one >= 0 && (one === 0 || scene.isBreak(one - 1) || scene.isMark(one - 1))) return { speakers: [{ ...unknownAt(scene, one, at), type: 'group' }], from: one }
    at = k
  }
  return null
}

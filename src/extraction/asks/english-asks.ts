import type { Mention } from '../../core/claim.ts'
import type { Ask } from './asks.ts'
import type { AskTable } from './ask-words.ts'
import { actor, addresseeEnd, addresseesIn, byLetter, doing, requested, requestOf, requestsAt, type Request } from './english-requests.ts'
import type { Speech } from '../analysis.ts'
import { findPieces } from '../words/pieces.ts'
import { mainSubject, subjectBefore } from '../speech/english-subjects.ts'
import { selfOf } from '../names/parties.ts'
import { ourselves, voiceOf } from '../speech/first-person.ts'
import { unknownAt } from '../speech/nominals.ts'
import type { Scene } from '../speech/scene.ts'

/**
 * The asks of an English verb or noun of asking at a token: "urged Congress to pass", "demanded that Berlin release",
 * "requested Australia send", "called for Russia to pay and for allies to impose", "asked Congress for more".
 * @param said the acts of speech of the turn
 * @param before who asked or spoke in the sentence before
 * @param here who asked something else before in this sentence
 */
export function englishAsks(scene: Scene, i: number, table: AskTable, said: readonly Speech[], before: Mention | null, here: Mention | null = null): { asks: Ask[]; to: number } | null {
  const { lower, pos } = scene.tokens[i]!, mover = moverOf(scene, i), further = here !== null && scene.lower(i - 1) === 'and' && table.double.has(lower) && table.verbs.has(lower + ' ' + scene.lower(i + 1)) || mistaken(scene, i, table)
  const noun = !mover && !further && table.calls.has(lower) && (pos === 'NOUN' || /^['’]s$/.test(scene.text(i - 1))), open = forming.test(lower)
  const two = !noun && table.double.has(lower) && table.verbs.has(lower + ' ' + scene.lower(i + 1))
  if (!noun && (!mover && !further && pos !== 'VERB' && pos !== 'AUX' || !two && !table.verbs.has(lower) && !open)) return null
  const verb = table.verbs.get(lower + (two ? ' ' + scene.lower(i + 1) : '')) ?? lower
  const passive = noun || mover ? null : passiveAt(scene, i, verb)
  if (passive) return passive
  if (refused(scene, i, noun)) return null
  const found = requestsAt(scene, i + (two ? 2 : 1), verb, noun).map((r) => (noun ? nominal(scene, r) : r)), letter = found.length > 0 || noun ? null : byLetter(scene, i, verb), requests = letter ? [letter] : found
  if (requests.length === 0) return null
  const again = here && !mover && (/^(?:and|it|they|he|she|also)$/.test(scene.lower(i - 1)) || scene.lower(i - 2) === 'and' && scene.speech.adverbs.has(scene.lower(i - 1))) ? here : null
  const asker = mover ?? again ?? (noun ? ownerOf(scene, i) : askerOf(scene, i, said, before))
  if (/^(?:want|expect|need(?:s|ed)?)$/.test(verb) && !/^(?:wants?|expects?|expecting|needs)$/.test(lower) && !scene.names.firstPerson.has(scene.lower(i - 1)) && !said.some((s) => s.cue && s.cue.end < scene.tokens[i]!.start)) return null
  const evidence = [{ start: scene.tokens[0]!.start, end: scene.tokens.at(-1)!.end }]
  // "Told reporters to expect", "the navy needs sailors to man": of such verbs, those who are no actors are asked for nothing.
  const known = /^tell|^told/.test(lower) ? requests.filter((r) => !r.addressees.some((m) => /reporter|journalist|\bpress\b/i.test(m.name))) : /^need/.test(lower) && !scene.names.firstPerson.has(scene.lower(i - 1)) ? requests.filter((r) => r.addressees.every((m) => /^(?:state|body|forum|company)$/.test(m.type))) : requests
  const sure = asker !== null && asker.span !== null && !noun && subjects.has(asker.type) && /^(?:\s(?:\p{Ll}+\s){0,3})?$/u.test(scene.analysis.document.text.slice(asker.span.end, scene.tokens[i]!.start))
  const asks = known.filter((r) => r.addressees.some((m) => m.name !== asker?.name)).map((r): Ask => ({
    asker, sure, addressees: r.addressees, content: { start: scene.tokens[r.from]!.start, end: scene.tokens[r.to - 1]!.end }, evidence, rule: noun ? 'noun of asking' : 'verb of asking',
  }))
  return asks.length > 0 ? { asks, to: requests.at(-1)!.to - 1 } : null
}

/** Those whose name, right before the verb, leaves no doubt who asks. */
const subjects: ReadonlySet<string> = new Set(['state', 'forum'])

/** "The energy plan asks member states to …": a verb that a tagger takes for a noun of several, right behind the noun or name that is its subject. */
function mistaken(scene: Scene, i: number, table: AskTable): boolean {
  const { lower, pos } = scene.tokens[i]!
  if (pos !== 'NOUN' || !lower.endsWith('s') || !(table.verbs.has(lower) || table.double.has(lower) && table.verbs.has(lower + ' ' + scene.lower(i + 1)))) return false
  return scene.mentionOver(i - 1)?.last === i - 1 || /^(?:NOUN|PROPN)$/.test(scene.tokens[i - 1]?.pos ?? '') && (scene.mentionFrom(i + 1) !== undefined || scene.tokens[i + 1]?.pos === 'DET')
}

/** "Latvia was asked by Norway to open its docks": whom the subject names is asked. */
function passiveAt(scene: Scene, i: number, verb: string): { asks: Ask[]; to: number } | null {
  if (!askedTo.test(verb) || !/(?:ed|told|beseeched|begged)$/.test(scene.lower(i)) || !being.test(scene.lower(i - 1)) && !(scene.speech.adverbs.has(scene.lower(i - 1)) && being.test(scene.lower(i - 2)))) return null
  let at = i
  while (at > 0 && (scene.speech.auxiliaries.has(scene.lower(at - 1)) || scene.speech.adverbs.has(scene.lower(at - 1)))) at--
  const asked = subjectBefore(scene, at)?.speakers ?? [], by = scene.lower(i + 1) === 'by' ? addresseeEnd(scene, i + 2) : 0, [asker] = by ? addresseesIn(scene, i + 2, by) : [], to = by || i + 1
  if (asked.length === 0 || by && !asker || scene.lower(to) !== 'to' || !doing(scene, to + 1) || asked.every((m) => m.type === 'person' && m.office === null) || scene.tokens.slice(Math.max(0, at - 6), at).some((t) => /^(?:which|who|whom|that)$/.test(t.lower))) return null
  const request = requested(scene, asked, to + 1)
  return request && { asks: [{ asker: asker ?? null, addressees: asked, content: { start: scene.tokens[request.from]!.start, end: scene.tokens[request.to - 1]!.end }, evidence: [{ start: scene.tokens[0]!.start, end: scene.tokens.at(-1)!.end }], rule: 'verb of asking' }], to: request.to - 1 }
}
const askedTo = /^(?:told|urge|ask|request|invite|press|implore|exhort|encourage|advise|instruct|call(?: |_)(?:on|upon))$/, being = /^(?:was|were|is|are|be|been|being)$/

/** "Mr Holt moved that the committee call upon the yards to …": who moves it asks. */
function moverOf(scene: Scene, i: number): Mention | null {
  for (let k = i - 1; k > i - 6 && k > 0 && !scene.isBreak(k); k--) if (scene.lower(k) === 'that' && moving.test(scene.lower(k - 1)) && scene.mentionOver(i - 1)) return isCarried(scene) ? null : subjectBefore(scene, k - 1)?.speakers[0] ?? mainSubject(scene, k - 1) ?? null
  return null
}
/** What is carried is asked by the body. */
const isCarried = (scene: Scene): boolean => { const end = scene.tokens.at(-1)!.end; return /\b(?:carried|adopted|agreed|passed)\b/.test(scene.analysis.document.text.slice(end, end + 60)) }
const moving = /^(?:moved|moves|proposed|proposes|suggested|suggests)$/

/** "To the Germans: Send tanks", "told allies: “Pass the bill.”": an imperative in quoted words whose addressee is named. */
export function imperatives(scene: Scene, s: Speech): Ask[] {
  if (s.form === 'indirect' || scene.tokens[0]!.pos === null) return []
  const out: Ask[] = []
  for (let i = 1; i < scene.tokens.length; i++) {
    const { pos, lower, start } = scene.tokens[i]!
    if (pos !== 'VERB' || /(?:ed|ing|s)$/.test(lower) || !scene.quoted(i) || !s.content.some((c) => start >= c.start && start < c.end)) continue
    const colon = scene.text(i - 1) === ':', first = scene.isMark(i - 1)
    if (!colon && !first) continue
    let at = colon ? i - 2 : s.cue ? scene.tokens.findIndex((t) => t.end === s.cue!.end) + 1 : -1
    if (colon) { while (at > 0 && scene.lower(at) !== 'to' && !scene.isBreak(at)) at--; if (scene.lower(at) !== 'to') continue; at++ }
    else if (at < 1 || !scene.speech.verbs.get(scene.lower(at - 1))?.tell && !scene.asking.has(scene.lower(at - 1)) || scene.lower(at) === 'reporters' || i > at && addresseeEnd(scene, at) !== (/^[,:]$/.test(scene.text(i - 2)) ? i - 2 : i - 1)) continue
    const addressees = addresseesIn(scene, at, colon ? i - 1 : addresseeEnd(scene, at))
    let to = i
    while (to < scene.tokens.length && scene.quoted(to) && !/^(?:\.+|[!?])$/.test(scene.text(to))) to++
    if (addressees.length > 0 && to - i > 1) out.push({ asker: s.speaker, addressees, content: { start, end: scene.tokens[to - 1]!.end }, evidence: s.evidence, rule: 'demand in a statement' })
  }
  return out
}

/** "a call on Berlin to release the missiles remains unheard": the main verb of the sentence ends the noun phrase. */
function nominal(scene: Scene, request: Request): Request {
  for (let k = request.from + 2; k < request.to; k++) {
    const { pos, lower } = scene.tokens[k]!
    if ((pos === 'AUX' || pos === 'VERB' && !/ing$/.test(lower)) && /^(?:NOUN|PROPN)$/.test(scene.tokens[k - 1]!.pos ?? '')) return { ...request, to: k }
  }
  return request
}

/** "It is up to Berlin to …", "it is vital that allies …", "it is time for Europe to …": what somebody says is needed of another. */
export function englishNecessity(scene: Scene, s: Speech): Ask | null {
  for (const { start, end } of s.content) for (let i = 0; i < scene.tokens.length - 4; i++) {
    if (scene.lower(i) !== 'it' || scene.tokens[i]!.start < start || scene.tokens[i]!.end > end || !/^(?:is|was|['’]s|falls|fell|remains|be)$/.test(scene.lower(i + 1))) continue
    let k = i + 2
    while (scene.tokens[k]?.pos === 'ADV' && scene.lower(k) !== 'up' || /^(?:now|still|therefore|then|high)$/.test(scene.lower(k))) k++
    const falls = /^f/.test(scene.lower(i + 1)), urgent = needful.test(scene.lower(k)), up = scene.lower(k) === 'up'
    if (up || urgent) k++
    const opening = scene.lower(k), that = opening === 'that'
    if (!(falls || up ? opening === 'to' || opening === 'on' : that ? urgent : opening === 'for')) continue
    const request = requestOf(scene, that ? k : k + 1, that ? 'demand' : 'call', that)
    if (!request || request.addressees.every((m) => m.name === s.speaker.name)) continue
    let to = request.to
    while (to > request.from && scene.tokens[to - 1]!.end > end) to--
    if (to - request.from > 1) return { asker: s.speaker, addressees: request.addressees, content: { start: scene.tokens[request.from]!.start, end: scene.tokens[to - 1]!.end }, evidence: s.evidence, rule: 'demand in a statement' }
  }
  return null
}
const needful = /^(?:time|urgent|vital|essential|important|crucial|critical|necessary|imperative|key|right|incumbent|paramount)$/

/** Verbs that ask only by the form of what follows: "insisted that Moscow withdraw", "told Berlin to pay", "sought two loans from Berlin". */
const forming = /^(?:(?:call|insist|recommend|appeal|plead|push|press|long)(?:s|ed|ing)?|tells?|told|telling|needs?|seeks?|sought|seeking)$/

/** A refused or passive verb, and an infinitive that nobody carries out: "efforts to urge", "declined to ask". */
function refused(scene: Scene, i: number, noun: boolean): boolean {
  if (noun) return false
  for (let k = i - 1; k >= 0 && k > i - 4 && !scene.isBreak(k); k--) {
    if (scene.speech.negations.has(scene.lower(k))) return true
    if (scene.speech.passives.has(scene.lower(k)) && !/ing$/.test(scene.lower(i))) return true
    if (/^(?:may|might|could|should|must|would)$/.test(scene.lower(k)) && scene.lower(i - 1) !== 'like') return true
  }
  if (scene.lower(i - 1) !== 'to') return false
  const before = scene.lower(i - 2)
  return !/^(?:like|want|wants|wanted|wish|continues?|continued|again|also|here|proud)$/.test(before) && !scene.tokens.slice(0, i - 1).some((t) => scene.speech.talk.has(t.lower))
}

/** Who asks: the voice of "I" and "we", the subject of the verb, the speaker of its words, whoever acted before. */
function askerOf(scene: Scene, i: number, said: readonly Speech[], before: Mention | null): Mention | null {
  const start = scene.tokens[i]!.start, inside = said.find((s) => s.content.some((c) => c.start <= start && c.end > start))
  let at = i
  while (at > 0 && (scene.speech.auxiliaries.has(scene.lower(at - 1)) || scene.speech.adverbs.has(scene.lower(at - 1)) || scene.tokens[at - 1]!.pos === 'ADV' || /^(?:to|like|want|wanted)$/.test(scene.lower(at - 1)))) at--
  if (scene.names.firstPerson.has(scene.lower(at - 1))) return inside?.speaker ?? (scene.quoted(i) ? null : voiceOf(scene) ?? publishing(scene))
  // "7. Invite the Union to …": those whose joint text it is.
  if (at === 0 && /^\p{Lu}/u.test(scene.text(0)) && scene.tokens[i]!.pos === 'VERB' && !/(?:s|ed|ing)$/.test(scene.lower(i))) { const joint = ourselves(scene.analysis); if (joint) return joint }
  // "Skagfoss asked Oslo to … It also expects …": it goes on with who acted before.
  if (at === 1 && scene.lower(0) === 'it' && before && /^(?:company|body|forum|state)$/.test(before.type)) return before
  const leaning = /ing$/.test(scene.lower(i)) && !scene.speech.auxiliaries.has(scene.lower(i - 1))
  const subject = leaning ? null : subjectBefore(scene, at)?.speakers[0]
  if (subject) return subject
  if (scene.text(at - 1) === ',' && !leaning) { const m = scene.mentionOver(at - 2); if (m && m.last === at - 2 && m.mention.type === 'person') return m.mention }
  return inside?.speaker ?? ownerOfText(scene, at) ?? mainSubject(scene, i) ?? plainSubject(scene, at) ?? said.findLast((s) => s.cue && s.cue.start < start)?.speaker ?? scene.turn.mentions.find((m) => m.first < i && !m.quoted && !scene.preposition(m.first - 1) && m.mention.type !== 'unknown')?.mention ?? (at === 0 || scene.isBreak(at - 1) ? before : null)
}

/** "The Commission’s energy plan asks …", "a report by the Commission asks …": whose text it is that asks. */
function ownerOfText(scene: Scene, at: number): Mention | null {
  let k = at - 1
  while (k > 0 && /^(?:NOUN|ADJ|NUM)$/.test(scene.tokens[k]!.pos ?? '') && !scene.mentionOver(k)) k--
  if (k === at - 1 || !/^['’]s$/.test(scene.text(k))) { const m = scene.mentionOver(at - 1), before = m && (scene.names.determiners.has(scene.lower(m.first - 1)) ? m.first - 2 : m.first - 1); return before && /^(?:of|by|from)$/.test(scene.lower(before)) && scene.names.texts.has(scene.lower(before - 1)) ? m!.mention : null }
  const { analysis } = scene, end = scene.tokens[k - 1]!.end, sentence = analysis.sentences.find((s) => s.start < end && s.end >= end), piece = sentence && findPieces(sentence, analysis.lexicon, analysis.language).find((p) => sentence.tokens[p.to - 1]!.end === end), sense = piece?.senses[0]
  if (!piece || !sense || !/^(?:state|body|forum|company)$/.test(sense.type)) return null
  return { kind: 'mention', type: sense.type as Mention['type'], name: sense.name, written: sense.name, span: { start: sentence.tokens[piece.from]!.start, end }, country: sense.country, office: null, candidates: [sense.id] }
}

/** "MPs on the panel want …": a plural noun that opens the sentence and that no table names. */
function plainSubject(scene: Scene, at: number): Mention | null {
  let first = 0
  while (first < at && (scene.tokens[first]!.pos === 'DET' || scene.isMark(first))) first++
  let last = first
  while (last < at && /^(?:NOUN|PROPN|ADJ)$/.test(scene.tokens[last]!.pos ?? '')) last++
  if (last === first || !/^(?:NOUN|PROPN)$/.test(scene.tokens[last - 1]!.pos ?? '') || !/s$/i.test(scene.lower(last - 1)) || !actor(scene, last - 1) || last < at && scene.tokens[last]!.pos !== 'ADP') return null
  return { ...unknownAt(scene, first, last), type: 'group' }
}

/** "We" of an official publisher: its state. */
function publishing(scene: Scene): Mention | null {
  const { official, parties } = selfOf(scene.analysis)
  return official && parties.length === 1 ? parties[0]! : null
}

/** Whose call it is: "Warsaw's call", "his appeal", else the subject of the sentence. */
function ownerOf(scene: Scene, i: number): Mention | null {
  // "Calls from Kyiv for Berlin to …".
  const source = /^(?:from|by)$/.test(scene.lower(i + 1)) ? addresseesIn(scene, i + 2, addresseeEnd(scene, i + 2))[0] : undefined
  if (source) return source
  const owner = /^['’]s$/.test(scene.text(i - 1)) ? scene.mentionOver(i - 2) ?? scene.mentionOver(i - 1) : scene.mentionOver(i - 1)
  return owner?.mention ?? mainSubject(scene, i) ?? null
}

import type { Mention } from '../../core/claim.ts'
import { toldBefore } from './addressees.ts'
import type { Ask } from './asks.ts'
import type { AskTable } from './ask-words.ts'
import type { Speech } from '../analysis.ts'
import { afterAdverbials, asideStart } from '../speech/english-contents.ts'
import { mainSubject, subjectBefore } from '../speech/english-subjects.ts'
import { selfOf } from '../names/parties.ts'
import { ourselves, voiceOf } from '../speech/first-person.ts'
import { unknownAt } from '../speech/nominals.ts'
import { speaks, type Scene } from '../speech/scene.ts'

/** What was asked of whom, with the token after the last. */
interface Request { readonly addressees: readonly Mention[]; readonly from: number; readonly to: number }

/**
 * The asks of an English verb or noun of asking at a token: "urged Congress to pass", "demanded that Berlin release",
 * "requested Australia send", "called for Russia to pay and for allies to impose", "asked Congress for more".
 * @param said the acts of speech of the turn
 * @param before who asked or spoke in the sentence before
 * @param here who asked something else before in this sentence
 */
export function englishAsks(scene: Scene, i: number, table: AskTable, said: readonly Speech[], before: Mention | null, here: Mention | null = null): { asks: Ask[]; to: number } | null {
  const { lower, pos } = scene.tokens[i]!, mover = moverOf(scene, i), further = (here !== null && scene.lower(i - 1) === 'and' || /s$/.test(lower) && scene.mentionOver(i - 1)?.last === i - 1) && table.double.has(lower) && table.verbs.has(lower + ' ' + scene.lower(i + 1)), noun = !mover && !further && table.calls.has(lower) && (pos === 'NOUN' || /^['’]s$/.test(scene.text(i - 1))), open = forming.test(lower)
  const two = !noun && table.double.has(lower) && table.verbs.has(lower + ' ' + scene.lower(i + 1))
  if (!noun && (!mover && !further && pos !== 'VERB' && pos !== 'AUX' || !two && !table.verbs.has(lower) && !open)) return null
  const verb = table.verbs.get(lower + (two ? ' ' + scene.lower(i + 1) : '')) ?? lower
  const passive = noun || mover ? null : passiveAt(scene, i, verb)
  if (passive) return passive
  if (refused(scene, i, noun)) return null
  const requests = requestsAt(scene, i + (two ? 2 : 1), verb, noun).map((r) => (noun ? nominal(scene, r) : r))
  if (requests.length === 0) return null
  const again = here && !mover && (/^(?:and|it|they|he|she|also)$/.test(scene.lower(i - 1)) || scene.lower(i - 2) === 'and' && scene.speech.adverbs.has(scene.lower(i - 1))) ? here : null
  const asker = mover ?? again ?? (noun ? ownerOf(scene, i) : askerOf(scene, i, said, before))
  if (/^(?:want|expect)$/.test(verb) && !/^(?:wants?|expects?|expecting)$/.test(lower) && !scene.names.firstPerson.has(scene.lower(i - 1)) && !said.some((s) => s.cue && s.cue.end < scene.tokens[i]!.start)) return null
  const evidence = [{ start: scene.tokens[0]!.start, end: scene.tokens.at(-1)!.end }]
  const asks = requests.filter((r) => r.addressees.some((m) => m.name !== asker?.name)).map((r): Ask => ({
    asker, addressees: r.addressees, content: { start: scene.tokens[r.from]!.start, end: scene.tokens[r.to - 1]!.end }, evidence, rule: noun ? 'noun of asking' : 'verb of asking',
  }))
  return asks.length > 0 ? { asks, to: requests.at(-1)!.to - 1 } : null
}

/** "Latvia was asked by Norway to open its docks": whom the subject names is asked. */
function passiveAt(scene: Scene, i: number, verb: string): { asks: Ask[]; to: number } | null {
  if (!askedTo.test(verb) || !/(?:ed|beseeched|begged)$/.test(scene.lower(i)) || !being.test(scene.lower(i - 1)) && !(scene.speech.adverbs.has(scene.lower(i - 1)) && being.test(scene.lower(i - 2)))) return null
  let at = i
  while (at > 0 && (scene.speech.auxiliaries.has(scene.lower(at - 1)) || scene.speech.adverbs.has(scene.lower(at - 1)))) at--
  const asked = subjectBefore(scene, at)?.speakers ?? [], by = scene.lower(i + 1) === 'by' ? addresseeEnd(scene, i + 2) : 0, [asker] = by ? addresseesIn(scene, i + 2, by) : [], to = by || i + 1
  if (asked.length === 0 || by && !asker || scene.lower(to) !== 'to' || !doing(scene, to + 1) || asked.every((m) => m.type === 'person' && m.office === null) || scene.tokens.slice(Math.max(0, at - 6), at).some((t) => /^(?:which|who|whom|that)$/.test(t.lower))) return null
  const request = requested(scene, asked, to + 1)
  return request && { asks: [{ asker: asker ?? null, addressees: asked, content: { start: scene.tokens[request.from]!.start, end: scene.tokens[request.to - 1]!.end }, evidence: [{ start: scene.tokens[0]!.start, end: scene.tokens.at(-1)!.end }], rule: 'verb of asking' }], to: request.to - 1 }
}
const askedTo = /^(?:urge|ask|request|invite|press|implore|exhort|encourage|advise|instruct|call(?: |_)(?:on|upon))$/, being = /^(?:was|were|is|are|be|been|being)$/

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

/** Verbs that ask only by the form of what follows: "insisted that Moscow withdraw", "called for Berlin to pay". */
const forming = /^(?:call|insist|recommend|appeal|plead|push|press|long)(?:s|ed|ing)?$/

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

function requestsAt(scene: Scene, at: number, verb: string, noun: boolean): Request[] {
  const out: Request[] = []
  // "An appeal was addressed by the Minister to the yards to …": the noun is the subject of a passive.
  if (noun && scene.lower(at) === 'that') { const request = requestOf(scene, at, 'demand', true); return request ? [request] : [] }
  if (noun) at = behindPassive(scene, at)
  // "called for Russia to pay and for allies to impose", "a call on Berlin to".
  if (noun || /^(?:call|appeal|push|press|plead|beg|long|ask)(?:s|ed|ing)?$/.test(verb)) {
    let k = at
    while (/^(?:for|on|to|from|upon)$/.test(scene.lower(k))) {
      const request = requestOf(scene, k + 1, verb, false)
      if (!request) break
      const next = chained(scene, request)
      out.push({ ...request, to: next?.end ?? request.to })
      if (!next) break
      k = next.at
    }
    if (out.length > 0 || noun || verb !== 'press' && verb !== 'push' && verb !== 'ask') return out
  }
  const request = requestOf(scene, at, verb, true)
  return request ? [request] : []
}

/** Verbs with which a call is made, and where those stand who are called on: "was addressed by the Minister on Monday to the yards". */
const making = /^(?:addressed|made|sent|put|issued|directed|submitted|conveyed|launched|went|goes|gone|is|was)$/
function behindPassive(scene: Scene, at: number): number {
  let k = at, made = false
  while (k < at + 6 && (scene.speech.auxiliaries.has(scene.lower(k)) || scene.speech.adverbs.has(scene.lower(k)) || making.test(scene.lower(k)) || scene.lower(k) === 'out')) { made ||= making.test(scene.lower(k)); k++ }
  if (!made) return at
  for (const end = k + 10; k < end && !/^(?:to|on|upon|for)$/.test(scene.lower(k)); k++) if (scene.isBreak(k)) return at
  return k
}

/** ", and for allies to": the next addressee of the same verb. */
function chained(scene: Scene, { from, to }: Request): { at: number; end: number } | null {
  for (let k = from + 1; k < to - 3; k++) if (scene.outside(k) && scene.lower(k) === 'and' && scene.lower(k + 1) === 'for' && requestOf(scene, k + 2, 'call', false)) return { at: k + 1, end: scene.text(k - 1) === ',' ? k - 1 : k }
  return null
}

/** The addressee that begins here, and what it shall do: "to …", a bare verb behind "that" or a verb of demanding, "for …". */
function requestOf(scene: Scene, at: number, verb: string, free: boolean): Request | null {
  const that = scene.lower(at) === 'that', first = that ? at + 1 : at, end = that ? nameEnd(scene, first) ?? addresseeEnd(scene, first) : addresseeEnd(scene, first)
  if (end === first) return null
  const addressees = pronounAt(scene, first, end) ?? addresseesIn(scene, first, end, free && asksPeople.test(verb) && scene.lower(end) === 'to')
  if (addressees.length === 0) return null
  let k = afterAdverbials(scene, end, scene.tokens.length)
  if (scene.text(k) === ',' && !that) { const close = insertionEnd(scene, k); if (close > 0) k = close + 1 }
  if (scene.lower(k) === 'to' && !that && doing(scene, k + 1)) return requested(scene, addressees, k + 1)
  if (scene.lower(k) === 'not' && scene.lower(k + 1) === 'to') return requested(scene, addressees, k)
  if (!free) return /^(?:request|appeal|plea|appeals|requests|pleas)$/.test(verb) && scene.lower(k) === 'for' ? requested(scene, addressees, k + 1) : null
  if ((that || /^(?:request|demand|ask|insist|recommend)/.test(verb)) && subjunctive(scene, k, addressees, scene.lower(at - 1) === 'expectation')) return requested(scene, addressees, /^(?:should|must|would|will)$/.test(scene.lower(k)) ? k + 1 : k)
  if (!that && scene.lower(k) === 'for' && /^(?:ask|press|lobby|beg|petition|push)/.test(verb)) return requested(scene, addressees, k + 1)
  return !that && verb === 'task' && scene.lower(k) === 'with' ? requested(scene, addressees, k + 1) : null
}
/** "That the Netherlands station a detachment": the end of the name that opens a clause, where a word that could be a verb stands between it and an article. */
function nameEnd(scene: Scene, first: number): number | null {
  const name = scene.mentionFrom(first) ?? (/^the$/.test(scene.lower(first)) ? scene.mentionFrom(first + 1) : undefined), at = name ? name.last + 1 : 0
  return name && /^(?:state|body|person)$/.test(name.mention.type) && scene.tokens[at]?.pos === 'NOUN' && /^(?:DET|NUM)$/.test(scene.tokens[at + 1]?.pos ?? '') ? at : null
}
/** A verb, a quotation or an adverb before one. */
const doing = (scene: Scene, k: number): boolean => /^(?:VERB|AUX|ADV)$/.test(scene.tokens[k]?.pos ?? '') || scene.isMark(k) || scene.lower(k) === 'not' || scene.text(k) === ',' || scene.tokens[k]?.pos === 'NOUN' && !scene.mentionOver(k)

/** A base form where a finite verb would have its ending: "that Germany release", "Australia send", "that Moscow should". */
function subjunctive(scene: Scene, k: number, addressees: readonly Mention[], hoped = false): boolean {
  const { pos, lower } = scene.tokens[k] ?? { pos: null, lower: '' }
  if (/^(?:should|must|be)$/.test(lower) || hoped && /^(?:would|will)$/.test(lower)) return lower !== 'be' && scene.lower(k + 1) !== 'be'
  const several = addressees.length > 1 || addressees[0]!.type === 'group' || /s$/.test(addressees[0]!.name) && addressees[0]!.type === 'unknown'
  return (pos === 'VERB' || pos === 'NOUN' && /^(?:DET|ADJ|PROPN|NUM)$/.test(scene.tokens[k + 1]?.pos ?? '')) && !/(?:ed|ing|[^s]s)$/.test(lower) && !(scene.speech.verbs.get(lower)?.clause && (several || strong.test(lower))) && (!several || pos === 'VERB')
}

/** Verbs of speech whose past shows no ending. */
const strong = /^(?:said|told|wrote|read|made|put|swore|foresaw|forecast|spoke|held|meant|knew|thought|felt|heard|saw|found)$/

/** Where the noun phrase of the addressee ends: nouns with their articles, lists, and phrases with "of", "in", "from". */
function addresseeEnd(scene: Scene, at: number): number {
  let k = at
  while (k < scene.tokens.length && k < at + 18 && (scene.outside(k) || scene.quoted(at))) {
    const { pos, lower } = scene.tokens[k]!
    const noun = /^(?:NOUN|PROPN|ADJ|DET|NUM|PART)$/.test(pos!) || scene.mentionOver(k) !== undefined || pos === 'VERB' && /(?:ing|ed)$/.test(lower) && /^(?:NOUN|PROPN|ADJ)$/.test(scene.tokens[k + 1]?.pos ?? '') || pos === 'PRON' && k === at && /^(?:them|him|her|it|all|everyone|us)$/.test(lower)
    if (lower === 'to' || lower === 'not') break
    if (noun && !(pos === 'ADJ' && k === at && /^(?:more|better)$/.test(lower))) { k++; continue }
    const joins = k > at && (lower === 'and' || scene.text(k) === ',' || /^(?:of|in|from|within|at|with)$/.test(lower)) && (/^(?:NOUN|PROPN|ADJ|DET|NUM)$/.test(scene.tokens[k + 1]?.pos ?? '') || /^(?:of|from)$/.test(lower) && /(?:ing|ed)$/.test(scene.lower(k + 1)))
    if (!joins || scene.text(k) === ',' && !scene.mentionFrom(k + 1) && !scene.mentionFrom(k + 2)) break
    k++
  }
  while (k > at && (scene.text(k - 1) === ',' || scene.lower(k - 1) === 'and')) k--
  return k
}

/** "appealed to them to": the group, body or state named last before. */
function pronounAt(scene: Scene, first: number, end: number): Mention[] | null {
  if (end === first + 1 && scene.lower(first) === 'us' && scene.outside(first)) { const { parties } = selfOf(scene.analysis); return parties.length > 0 ? [...parties] : null }
  if (end !== first + 1 || !/^(?:them|it)$/.test(scene.lower(first))) return null
  const known = scene.mentionOver(first) ?? scene.turn.mentions.findLast((m) => m.last < first - 2 && !m.quoted && /^(?:group|body|state|forum)$/.test(m.mention.type) && scene.preposition(m.first - 1)) ?? scene.turn.mentions.findLast((m) => m.last < first - 2 && !m.quoted && /^(?:group|body|state|forum)$/.test(m.mention.type))
  return known ? [known.mention] : scene.lower(first) === 'them' ? toldBefore(scene, null) : []
}

/** The actors of a noun phrase, not those inside its phrases; else the phrase itself, if it has a noun. */
function addresseesIn(scene: Scene, first: number, end: number, people = false): Mention[] {
  const found: Mention[] = [], seated: Mention[] = []
  let nested = false
  for (let k = first; k < end; k++) {
    if (/^(?:of|in|from|within|at|with)$/.test(scene.lower(k)) && !scene.mentionOver(k)) { nested = found.length > 0 || k > first; continue }
    // "The yards in Turku and Rauma": a name right behind "and" goes on with the places.
    if (/^(?:and|,)$/.test(scene.lower(k))) nested &&= scene.mentionFrom(k + 1)?.mention.type === 'state' && seated.length > 0
    const m = scene.mentionFrom(k)
    if (!m || m.last >= end) continue
    if (nested && m.mention.type === 'state') seated.push(m.mention)
    if (!nested && speaks(m.mention) && !/^['’]s$/.test(scene.text(m.last + 1))) found.push(m.mention.type === 'unknown' ? unknownAt(scene, m.first, m.last + 1) : m.mention)
    k = m.last
  }
  // "The governments in Prague and Bratislava": the states.
  if (seated.length > 1 && found.every((m) => m.type === 'group') && /^(?:governments|authorities|capitals|cabinets|ministries|ministers|parliaments)$/.test(scene.lower(scene.lower(first) === 'the' ? first + 1 : first))) return seated
  if (found.length > 0) return found
  let last = first
  while (last < end && !/^(?:of|in|from|within|at|with)$/.test(scene.lower(last))) last++
  const words = scene.tokens.slice(first, last)
  return words.some((t) => t.pos === 'NOUN' || t.pos === 'PROPN') && words.every((t) => t.pos !== 'PRON') && (people || actor(scene, last - 1)) ? [{ ...unknownAt(scene, first, last), type: 'group' }] : []
}
/** Verbs whose object with "to" is always somebody: "urged the neighbours to". */
const asksPeople = /^(?:urge|ask|implore|beg|beseech|exhort|encourage|invite|entreat|press|call(?: |_)(?:on|upon)|appeal(?: |_)to|plead(?: |_)with|(?:count|rely)(?: |_)on)$/

/** A noun of people or of bodies, by the tables, by its ending or by its capital. */
const actor = (scene: Scene, i: number): boolean => {
  const { lower, text } = scene.tokens[i]!, { groups, bodies, roles } = scene.names
  return groups.has(lower) || bodies.has(lower) || roles.has(lower) || /^\p{Lu}/u.test(text) || /(?:er|or|ist|ian|ee|man|men|woman|women|ies|people|states|nations|governments|capitals|makers)s?$/.test(lower)
}

/** ", by the end of March,": an insertion between the addressee and "to". */
function insertionEnd(scene: Scene, comma: number): number {
  for (let k = comma + 1; k < comma + 14 && k < scene.tokens.length; k++) if (scene.text(k) === ',') return scene.lower(k + 1) === 'to' ? k : -1
  return -1
}

/** From the verb of what is asked to the end of its clause. */
function requested(scene: Scene, addressees: readonly Mention[], from: number): Request | null {
  let start = from
  while (scene.text(start) === ',') start++
  const inside = scene.quoted(start - 1), last = asideStart(scene, start, scene.tokens.length)
  let to = start
  for (; to < last; to++) {
    if (inside && !scene.quoted(to)) break
    if (/^(?:\.+|[;:!?])$/.test(scene.text(to)) && scene.quoted(to) === inside) break
    if (inside || !scene.outside(to) || to < start + 2) continue
    const next = scene.tokens[to + 1]
    if (scene.text(to) === ',' && next && (/^(?:but|though|although|while|after|which|who)$/.test(next.lower) || next.lower === 'as' && scene.tokens[to + 2]?.pos === 'PRON' || /ing$/.test(next.lower) && scene.speech.verbs.has(next.lower))) break
    if (/^(?:and|but)$/.test(scene.lower(to)) && (goesOn(scene, to + 1) || asksAgain(scene, to + 1))) break
    if (scene.text(to) === ',' && !scene.tokens.slice(start, to).some((t) => t.text === ',') && comments(scene, to + 1, last)) break
    if (scene.isDash(to) && to > start + 3) break
  }
  while (to > start && (scene.isBreak(to - 1) || scene.isMark(to - 1) && !balanced(scene, start, to))) to--
  return to > start ? { addressees, from: start, to } : null
}
/** ", officials said", ", so far without an answer", ", a sum that one paper called high": the reporter's own words behind a comma. */
function comments(scene: Scene, at: number, end: number): boolean {
  if (/^(?:so|thus)$/.test(scene.lower(at)) && scene.lower(at + 1) === 'far' || /^(?:in|under|of|for|with)$/.test(scene.lower(at)) && /^(?:which|whom)$/.test(scene.lower(at + 1))) return true
  let k = at
  while (k < end && k < at + 9 && (/^(?:NOUN|PROPN|ADJ|DET|NUM|PART)$/.test(scene.tokens[k]!.pos ?? '') || scene.lower(k) === 'and')) k++
  if (k === at || k >= end) return false
  if (/^an?$/.test(scene.lower(at)) && /^(?:that|which|who)$/.test(scene.lower(k))) return true
  return scene.tokens[k]!.pos === 'VERB' && /^(?:said|told|added|reported|confirmed)$/.test(scene.lower(k)) && scene.tokens[k - 1]!.pos !== 'DET'
}

/** "… and warned", "and he said", "and its president said": the reporter goes on. */
function goesOn(scene: Scene, at: number): boolean {
  for (let k = at; k < at + 8 && !scene.isBreak(k) && scene.outside(k); k++) {
    if (scene.tokens[k]!.pos === 'VERB' && scene.speech.verbs.get(scene.lower(k))?.clause && /(?:ed|said|told|wrote)$/.test(scene.lower(k)) && (k === at || scene.mentionOver(k - 1)?.last === k - 1)) return true
  }
  if (/^(?:he|she|they|we|i)$/.test(scene.lower(at)) && scene.text(at - 2) === ',' && /^(?:AUX|VERB)$/.test(scene.tokens[at + 1]?.pos ?? '')) return true
  let v = at
  while (v < at + 3 && (scene.speech.auxiliaries.has(scene.lower(v)) || scene.speech.adverbs.has(scene.lower(v)) || /^(?:he|she|they|it)$/.test(scene.lower(v)))) v++
  const { pos, lower } = scene.tokens[v] ?? { pos: null, lower: '' }
  if (v === at && pos === 'VERB' && /s$/.test(lower) && scene.asking.has(lower)) return true
  return pos === 'VERB' && /(?:ed|said|told|wrote|made|gave|took|met)$/.test(lower) && (scene.speech.verbs.has(lower) || scene.asking.has(lower) || v > at)
}
/** "…, and in a letter it calls on Paris to …", "…, and appeal to the yards to …": a further verb of asking with whom it asks. */
function asksAgain(scene: Scene, at: number): boolean {
  for (let k = at; k < at + 10 && k < scene.tokens.length && !scene.isBreak(k); k++) {
    const { pos, lower } = scene.tokens[k]!, next = scene.lower(k + 1), two = scene.asking.has(lower + ' ' + next)
    if (pos !== 'VERB' && !(two && k === at) || !two && !scene.asking.has(lower) || k > at && !/^(?:it|he|she|they|we|i|also|then|further)$/.test(scene.lower(k - 1))) continue
    const end = addresseeEnd(scene, k + (two ? 2 : 1))
    if (end > k + (two ? 2 : 1) && scene.lower(end) === 'to') return true
  }
  return false
}
const balanced = (scene: Scene, from: number, to: number): boolean => { let marks = 0; for (let i = from; i < to; i++) if (scene.isMark(i)) marks++; return marks % 2 === 0 }

/** Who asks: the voice of "I" and "we", the subject of the verb, the speaker of its words, whoever acted before. */
function askerOf(scene: Scene, i: number, said: readonly Speech[], before: Mention | null): Mention | null {
  const start = scene.tokens[i]!.start, inside = said.find((s) => s.content.some((c) => c.start <= start && c.end > start))
  let at = i
  while (at > 0 && (scene.speech.auxiliaries.has(scene.lower(at - 1)) || scene.speech.adverbs.has(scene.lower(at - 1)) || scene.tokens[at - 1]!.pos === 'ADV' || /^(?:to|like|want|wanted)$/.test(scene.lower(at - 1)))) at--
  if (scene.names.firstPerson.has(scene.lower(at - 1))) return inside?.speaker ?? (scene.quoted(i) ? null : voiceOf(scene) ?? publishing(scene))
  // "7. Invite the Union to …": those whose joint text it is.
  if (at === 0 && /^\p{Lu}/u.test(scene.text(0)) && scene.tokens[i]!.pos === 'VERB' && !/(?:s|ed|ing)$/.test(scene.lower(i))) { const joint = ourselves(scene.analysis); if (joint) return joint }
  const leaning = /ing$/.test(scene.lower(i)) && !scene.speech.auxiliaries.has(scene.lower(i - 1))
  const subject = leaning ? null : subjectBefore(scene, at)?.speakers[0]
  if (subject) return subject
  if (scene.text(at - 1) === ',' && !leaning) { const m = scene.mentionOver(at - 2); if (m && m.last === at - 2 && m.mention.type === 'person') return m.mention }
  return inside?.speaker ?? mainSubject(scene, i) ?? plainSubject(scene, at) ?? said.findLast((s) => s.cue && s.cue.start < start)?.speaker ?? scene.turn.mentions.find((m) => m.first < i && !m.quoted && !scene.preposition(m.first - 1) && m.mention.type !== 'unknown')?.mention ?? (at === 0 || scene.isBreak(at - 1) ? before : null)
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
  const owner = /^['’]s$/.test(scene.text(i - 1)) ? scene.mentionOver(i - 2) ?? scene.mentionOver(i - 1) : scene.mentionOver(i - 1)
  return owner?.mention ?? mainSubject(scene, i) ?? null
}

import type { Mention } from '../../core/claim.ts'
import { selfOf, stateMention } from '../names/parties.ts'
import { afterAdverbials, asideStart } from '../speech/english-contents.ts'
import { voiceOf } from '../speech/first-person.ts'
import { unknownAt } from '../speech/nominals.ts'
import { speaks, type Scene } from '../speech/scene.ts'
import { toldBefore } from './addressees.ts'

/** What was asked of whom, with the token after the last. */
export interface Request { readonly addressees: readonly Mention[]; readonly from: number; readonly to: number }

/** The requests behind a verb or noun of asking, of which none but the first stand without a word of their own for whom they ask. */
export function requestsAt(scene: Scene, at: number, verb: string, noun: boolean): Request[] {
  const out: Request[] = []
  // "An appeal was addressed by the Minister to the yards to …": the noun is the subject of a passive.
  if (noun && scene.lower(at) === 'that') { const request = requestOf(scene, at, 'demand', true); return request ? [request] : [] }
  if (noun && /^(?:from|by)$/.test(scene.lower(at))) { const end = addresseeEnd(scene, at + 1); if (/^(?:for|to|on|that)$/.test(scene.lower(end))) at = end }
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
  const request = requestOf(scene, at, verb, true) ?? ofWhom(scene, at, verb) ?? fromWhom(scene, at, verb), next = request && /(?: |_)(?:on|upon)$/.test(verb) ? chained(scene, request) : null, second = next && requestOf(scene, next.at + 1, 'call', false)
  return second ? [{ ...request!, to: next!.end }, second] : request ? [request] : []
}

/** "What he asked of us was to …", "demanded of Slovakia that it …", "expects from its allies that they …". */
function ofWhom(scene: Scene, at: number, verb: string): Request | null {
  if (!/^(?:of|from)$/.test(scene.lower(at)) || !/^(?:ask|demand|expect|want|needs?|request|seeks?|sought)$/.test(verb)) return null
  const end = addresseeEnd(scene, at + 1), addressees = pronounAt(scene, at + 1, end) ?? addresseesIn(scene, at + 1, end)
  if (addressees.length === 0) return null
  const cleft = /^(?:is|was|are|were)$/.test(scene.lower(end)) && scene.tokens.slice(Math.max(0, at - 9), at).some((t) => t.lower === 'what')
  const k = cleft ? end + 1 : end
  if (scene.lower(k) === 'that') return requested(scene, addressees, /^(?:it|they|he|she)$/.test(scene.lower(k + 1)) ? k + 2 : k + 1)
  if (scene.lower(k) === 'to' && doing(scene, k + 1)) return requested(scene, addressees, k + 1)
  return scene.text(k) === ':' || cleft ? requested(scene, addressees, scene.text(k) === ':' ? k + 1 : k) : null
}

/** "Sought two more loans from Berlin": what is asked for stands before whom it is asked of. */
function fromWhom(scene: Scene, at: number, verb: string): Request | null {
  if (!/^(?:demand|request|seeks?|sought|seeking)$/.test(verb)) return null
  let k = at
  while (k < at + 12 && (/^(?:NOUN|PROPN|ADJ|DET|NUM|PART|ADV|SYM)$/.test(scene.tokens[k]?.pos ?? '') || k > at && /^(?:of|and)$/.test(scene.lower(k)))) k++
  if (k === at || scene.lower(k) !== 'from') return null
  const first = /^(?:the|its|their|his|her|our)$/.test(scene.lower(k + 1)) ? k + 2 : k + 1, m = scene.mentionFrom(first)
  if (!m || !/^(?:state|body|group)$/.test(m.mention.type) || !(scene.isBreak(m.last + 1) || /^(?:and|for|to|in|at|on|before|after|by)$/.test(scene.lower(m.last + 1)))) return null
  const addressees = addresseesIn(scene, first, addresseeEnd(scene, first))
  // "Sought permission from London to fly": one word says too little without what follows.
  return k - at > 1 ? { addressees, from: at, to: k } : scene.lower(m.last + 1) === 'to' ? requested(scene, addressees, at) : null
}

/** "Wrote to the Commission last week to request that components be counted": whom a letter or a call goes to is asked, where the verb of asking names another or nobody. */
export function byLetter(scene: Scene, i: number, verb: string): Request | null {
  if (!/^(?:ask|request|demand|urge|propose|recommend|call|press|insist)$/.test(verb) || !(scene.lower(i - 1) === 'to' || /ing$/.test(scene.lower(i)))) return null
  const opens = scene.lower(i + 1), start = opens === 'that' || opens === 'for' ? i + 2 : -1
  if (start < 0) return null
  for (let k = i - 2; k > i - 16 && k > 0 && !/^[.;:]$/.test(scene.text(k)); k--) {
    if (scene.lower(k) !== 'to' || !writing.test(scene.lower(k - 1))) continue
    const end = addresseeEnd(scene, k + 1), addressees = end < i ? addresseesIn(scene, k + 1, end) : []
    return addressees.length > 0 ? requested(scene, addressees, start) : null
  }
  return null
}
const writing = /^(?:wrote|written|writes?|writing|letters?|appealed|turned|message|spoke|spoken|cabled|petitioned)$/

/** Verbs with which a call is made, and where those stand who are called on: "was addressed by the Minister on Monday to the yards". */
const making = /^(?:addressed|made|sent|put|issued|directed|submitted|conveyed|launched|went|goes|gone|is|was)$/
function behindPassive(scene: Scene, at: number): number {
  let k = at, made = false
  while (k < at + 6 && (scene.speech.auxiliaries.has(scene.lower(k)) || scene.speech.adverbs.has(scene.lower(k)) || making.test(scene.lower(k)) || scene.lower(k) === 'out')) { made ||= making.test(scene.lower(k)); k++ }
  if (!made) return at
  for (const end = k + 10; k < end && !/^(?:to|on|upon|for)$/.test(scene.lower(k)); k++) if (scene.isBreak(k)) return at
  return k
}

/** ", and for allies to", ", and on the yards to": the next addressee of the same verb. */
function chained(scene: Scene, { from, to }: Request): { at: number; end: number } | null {
  for (let k = from + 1; k < to - 3; k++) if (scene.outside(k) && scene.lower(k) === 'and' && /^(?:for|on|upon)$/.test(scene.lower(k + 1)) && requestOf(scene, k + 2, 'call', false)) return { at: k + 1, end: scene.text(k - 1) === ',' ? k - 1 : k }
  return null
}

/** The addressee that begins here, and what it shall do: "to …", a bare verb behind "that" or a verb of demanding, "for …". */
export function requestOf(scene: Scene, at: number, verb: string, free: boolean): Request | null {
  const that = scene.lower(at) === 'that', first = that ? at + 1 : at, end = that ? nameEnd(scene, first) ?? addresseeEnd(scene, first) : addresseeEnd(scene, first)
  if (end === first) return null
  const addressees = pronounAt(scene, first, end) ?? addresseesIn(scene, first, end, free && asksPeople.test(verb) && scene.lower(end) === 'to')
  if (addressees.length === 0) return null
  let k = behindRelative(scene, end) ?? afterAdverbials(scene, end, scene.tokens.length)
  if (scene.text(k) === ',' && !that) { const close = insertionEnd(scene, k); if (close > 0) k = close + 1 }
  if (scene.lower(k) === 'to' && !that && doing(scene, k + 1)) return requested(scene, addressees, k + 1)
  if (scene.lower(k) === 'not' && scene.lower(k + 1) === 'to') return requested(scene, addressees, k)
  if (!free) return /^(?:request|appeal|plea|appeals|requests|pleas)$/.test(verb) && scene.lower(k) === 'for' ? requested(scene, addressees, k + 1) : null
  if ((that && !/^(?:tell|told|needs?|seeks?|sought)/.test(verb) || /^(?:request|demand|ask|insist|recommend)/.test(verb)) && subjunctive(scene, scene.isMark(k) ? k + 1 : k, addressees, /^expect/.test(scene.lower(at - 1)))) return requested(scene, addressees, /^(?:should|must|would|will)$/.test(scene.lower(k)) ? k + 1 : k)
  if (!that && scene.lower(k) === 'for' && /^(?:ask|press|lobby|beg|petition|push|appeal(?: |_)to|turn(?: |_)to|plead(?: |_)with)/.test(verb)) return requested(scene, addressees, k + 1)
  return !that && verb === 'task' && scene.lower(k) === 'with' ? requested(scene, addressees, k + 1) : null
}
/** "Those states which have sent nothing to give a share": the "to" of what is asked, behind a clause on those asked. */
function behindRelative(scene: Scene, at: number): number | null {
  if (!/^(?:which|who|that|whose)$/.test(scene.lower(at)) || !/^(?:AUX|VERB|ADV|PART|NOUN)$/.test(scene.tokens[at + 1]?.pos ?? '')) return null
  for (let k = at + 2; k < at + 16 && k < scene.tokens.length && !/^[,.;:]$/.test(scene.text(k)); k++) if (scene.lower(k) === 'to' && scene.tokens[k + 1]?.pos === 'VERB' && !/^(?:have|has|had|yet|want|wish|hope|need|able|ready|willing|plan|intend|fail|failed|going|due|used|promised|pledged|agreed)$/.test(scene.lower(k - 1))) return k
  return null
}

/** "That the Netherlands station a detachment": the end of the name that opens a clause, where a word that could be a verb stands between it and an article. */
function nameEnd(scene: Scene, first: number): number | null {
  const name = scene.mentionFrom(first) ?? (/^the$/.test(scene.lower(first)) ? scene.mentionFrom(first + 1) : undefined), at = name ? name.last + 1 : 0
  return name && /^(?:state|body|person)$/.test(name.mention.type) && scene.tokens[at]?.pos === 'NOUN' && /^(?:DET|NUM)$/.test(scene.tokens[at + 1]?.pos ?? '') ? at : null
}
/** A verb, a quotation or an adverb before one. */
export const doing = (scene: Scene, k: number): boolean => /^(?:VERB|AUX|ADV)$/.test(scene.tokens[k]?.pos ?? '') || scene.isMark(k) || scene.lower(k) === 'not' || scene.text(k) === ',' || scene.tokens[k]?.pos === 'NOUN' && !scene.mentionOver(k)

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
export function addresseeEnd(scene: Scene, at: number): number {
  let k = at
  while (k < scene.tokens.length && k < at + 18 && (scene.outside(k) || scene.quoted(at))) {
    const { pos, lower } = scene.tokens[k]!
    const noun = /^(?:NOUN|PROPN|ADJ|DET|NUM|PART)$/.test(pos!) || scene.mentionOver(k) !== undefined || pos === 'VERB' && /(?:ing|ed)$/.test(lower) && (/^(?:NOUN|PROPN|ADJ)$/.test(scene.tokens[k + 1]?.pos ?? '') || /(?:ing|ed)$/.test(scene.lower(k + 1)) && scene.tokens[k + 2]?.pos === 'NOUN') || pos === 'PRON' && k === at && /^(?:them|him|her|it|all|everyone|us)$/.test(lower)
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
  if (end === first + 1 && scene.lower(first) === 'us' && scene.outside(first)) { const { parties } = selfOf(scene.analysis), country = voiceOf(scene)?.country; return parties.length > 0 ? [...parties] : country ? [stateMention(country, null)] : null }
  if (end !== first + 1 || !/^(?:them|it)$/.test(scene.lower(first))) return null
  const written = scene.lower(first) === 'it' ? scene.turn.mentions.findLast((m) => m.last < first - 2 && !m.quoted && m.mention.type === 'body' && /^(?:to|with|from)$/.test(scene.lower(scene.names.determiners.has(scene.lower(m.first - 1)) ? m.first - 2 : m.first - 1))) : undefined
  const known = written ?? scene.mentionOver(first) ?? scene.turn.mentions.findLast((m) => m.last < first - 2 && !m.quoted && /^(?:group|body|state|forum)$/.test(m.mention.type) && scene.preposition(m.first - 1)) ?? scene.turn.mentions.findLast((m) => m.last < first - 2 && !m.quoted && /^(?:group|body|state|forum)$/.test(m.mention.type))
  return known ? [known.mention] : scene.lower(first) === 'them' ? toldBefore(scene, null) : []
}

/** The actors of a noun phrase, not those inside its phrases; else the phrase itself, if it has a noun. */
export function addresseesIn(scene: Scene, first: number, end: number, people = false): Mention[] {
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
  // "Asked the five to …": those told before by their number.
  if (people && words.length === 2 && words[0]!.lower === 'the' && scene.analysis.language.numbers.cardinals[words[1]!.lower] !== undefined) return [{ ...unknownAt(scene, first, last), type: 'group' }]
  return words.some((t) => t.pos === 'NOUN' || t.pos === 'PROPN') && words.every((t) => t.pos !== 'PRON') && (people || actor(scene, last - 1)) ? [{ ...unknownAt(scene, first, last), type: 'group' }] : []
}
/** Verbs whose object with "to" is always somebody: "urged the neighbours to". */
const asksPeople = /^(?:urge|ask|implore|beg|beseech|exhort|encourage|invite|entreat|press|call(?: |_)(?:on|upon)|appeal(?: |_)to|plead(?: |_)with|(?:count|rely)(?: |_)on)$/

/** A noun of people or of bodies, by the tables, by its ending or by its capital. */
export const actor = (scene: Scene, i: number): boolean => {
  const { lower, text } = scene.tokens[i]!, { groups, bodies, roles } = scene.names
  return groups.has(lower) || bodies.has(lower) || roles.has(lower) || /^\p{Lu}/u.test(text) || /(?:er|or|ist|ian|ee|man|men|woman|women|ies|people|states|nations|governments|capitals|makers|industr(?:y|ies)|sector|bank|donor|council|parliament)s?$/.test(lower)
}

/** ", by the end of March,": an insertion between the addressee and "to". */
function insertionEnd(scene: Scene, comma: number): number {
  for (let k = comma + 1; k < comma + 14 && k < scene.tokens.length; k++) if (scene.text(k) === ',') return scene.lower(k + 1) === 'to' ? k : -1
  return -1
}

/** From the verb of what is asked to the end of its clause. */
export function requested(scene: Scene, addressees: readonly Mention[], from: number): Request | null {
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
    if (scene.lower(to) === 'as' && /^(?:he|she|they)$/.test(scene.lower(to + 1)) && (scene.asking.has(scene.lower(to + 2)) || scene.speech.verbs.has(scene.lower(to + 2)) || scene.asking.has(scene.lower(to + 2) + ' ' + scene.lower(to + 3)) || /ed$/.test(scene.lower(to + 2)))) break
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
  if (v === at && pos === 'VERB' && /s$/.test(lower) && (scene.asking.has(lower) || scene.speech.verbs.get(lower)?.clause && scene.lower(v + 1) === 'that')) return true
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

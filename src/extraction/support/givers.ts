import type { Mention } from '../../core/claim.ts'
import type { Span } from '../../core/evidence.ts'
import type { Analysis, MentionAt } from '../analysis.ts'
import { stateWords } from '../names/atlas.ts'
import { byTheWay } from '../frames/asides.ts'
import { doerOf } from '../frames/doer.ts'
import { isOfTheTrade } from '../frames/trade.ts'
import { cuesOf, gap, hasCue, onReading, overlaps, type Reading } from '../frames/frames.ts'
import { aboutUkraine, actorKey, bodyMention, distinct, isPaper, mainState, opponents, partyOf, stateMention } from '../names/parties.ts'
import { homeland } from '../names/coreference.ts'
import { selfAt } from '../speech/speakers.ts'
import { forumActing, forumOfMembers, headOfAside, peopleActing, unionsFund, weAct } from './acting.ts'

interface PartyAt { readonly at: MentionAt; readonly party: Mention }

/** The mentions of a stretch that can give or receive, each with the party it stands for. */
export function partiesIn(reading: Reading, span: Span = reading): PartyAt[] {
  return reading.mentions.filter((m) => m.start >= span.start && m.end <= span.end).flatMap((at) => { const party = isUnion(reading, at) ? { ...at.mention, name: 'European Union', country: null } : isPaper(at.mention) ? null : partyOf(at); return party ? [{ at, party }] : [] })
}

/** "The Union has delivered", "l’Unione": the European Union; in German it is two parties. */
const isUnion = ({ language, text, start }: Reading, { mention, ...at }: MentionAt): boolean =>
  mention.type === 'body' && mention.candidates.length === 0 && language.code !== 'de' && /^(?:the\s|l['’])?(?:Union|Unione|Uni[aięą]|Союз\p{L}{0,2})$/iu.test(text.slice(at.start - start, at.end - start))

const isUkraine = (p: Mention) => p.country === 'UA'
const isOpponent = (p: Mention) => p.country !== null && opponents.has(p.country)

/** Who gives and who receives. */
export interface Exchange { readonly givers: readonly Mention[]; readonly receivers: readonly Mention[]; readonly why: string }

/**
 * Arms that an enemy gets from a third state: "Iran has sent Russia drones", "Moscow bought shells from North Korea".
 * Null where an enemy neither gets nor gives, or where Ukraine has a part in it; then it is no support of ours.
 */
export function rivalExchange(reading: Reading, clause: Span, act: Span, core: Span): Exchange | null {
  const states = partiesIn(reading, clause).filter((p) => p.party.type === 'state')
  const taker = states.find((p) => isOpponent(p.party) && !precededBy(reading, p.at, 'frames.from', 1))
  if (!taker || states.some((p) => isUkraine(p.party) && p.at.end <= act.start)) return null
  const source = states.find((p) => actorKey(p.party) !== actorKey(taker.party) && !isUkraine(p.party) && p.at.start > act.end && precededBy(reading, p.at, 'support.source', 1))
  if (source && taker.at.end <= act.start) return { givers: joinedWith(reading, states, source), receivers: [taker.party], why: 'whom the enemy gets it from' }
  const enemy = states.find((p) => isOpponent(p.party) && p !== taker && p.at.end <= act.start) ?? (isOpponent(taker.party) && taker.at.end <= act.start ? taker : undefined)
  const goal = states.find((p) => isOpponent(p.party) && p !== enemy && p.at.start > act.start && (precededBy(reading, p.at, 'frames.to', 1) || p.at.end <= core.start))
  return enemy && goal ? { givers: [enemy.party], receivers: [goal.party], why: 'an enemy gives to another' } : null
}

/** Is the party nearest before an act an enemy? Then nothing is given to us. */
export function enemyDoes(reading: Reading, clause: Span, act: Span): boolean {
  const doer = partiesIn(reading, clause).filter((p) => p.at.end <= act.start + 1 && !precededBy(reading, p.at, 'frames.to', 1)).at(-1)
  return doer !== undefined && isOpponent(doer.party) && doer.at.mention.type !== 'person' && act.start - doer.at.end < 40
}

/** Words between two places of a reading. */
const between = (reading: Reading, from: number, to: number) => reading.text.slice(Math.max(0, from - reading.start), Math.max(0, to - reading.start))
/** "To Moldova", "for the Netherlands": behind a word of purpose, an article between or not. */
const isGoal = (reading: Reading, at: Span): boolean =>
  precededBy(reading, at, 'frames.to', 1) || cuesOf(reading, 'frames.to').some((c) => c.end < at.start && at.start - c.end < 9 && cuesOf(reading, 'frames.determiners', { start: c.end, end: at.start }).some((d) => d.start - c.end <= 1 && at.start - d.end <= 1))
const precededBy = (reading: Reading, at: Span, table: string, words = 2) => cuesOf(reading, table).some((c) => c.end <= at.start && at.start - c.end <= 2 + 12 * (words - 1) && !/[,;:.]/.test(between(reading, c.end, at.start)))

/**
 * Who gives: the agent of a passive ("donated by Italy"), the party nearest before the verb with those joined to it, the
 * owner of the sum ("the UK's £500m"), the speaker or writer who says "we", else the giver told last.
 */
export function giversOf(analysis: Analysis, reading: Reading, clause: Span, verb: Span | null, core: Span, last: readonly Mention[]): { givers: readonly Mention[]; why: string } {
  const all = partiesIn(reading).filter((p) => !isReceiver(reading, p) && !overlaps(p.at, core))
  const able = all.filter((p) => !isWhere(reading, p) && !takersIn(reading).some((t) => t.some((x) => x.at === p.at)) && !isUkraine(p.party) && !isOpponent(p.party) && p.party.type !== 'forum' && !byTheWay(reading, p.at, core))
  const agent = able.find((p) => precededBy(reading, p.at, 'frames.from') && (verb ? p.at.start >= verb.end || p.at.start > core.end : p.at.start > core.end) && p.at.start - Math.max(verb?.end ?? 0, core.start) < 90 && inClause(p.at, clause))
  const named = hasCue(reading, 'support.behalf') ? partiesIn(reading) : [], principal = named.find((p) => !isUkraine(p.party) && inClause(p.at, clause) && isBehalf(reading, p.at))
  if (principal) return { givers: joinedWith(reading, named, principal), why: onBehalf }
  const head = verb ? headOfAside(reading, verb, core) : null, aside = head === null ? undefined : able.find((p) => p.at.end <= head && head - p.at.end < 2), asideWord = head === null || aside ? undefined : stateWords(analysis, reading).find((w) => w.end === head && w.country !== 'UA' && !opponents.has(w.country))
  if (aside || asideWord) return { givers: aside ? joinedWith(reading, able, aside) : [stateMention(asideWord!.country, null)], why: beforeAside }
  const self = selfAt(analysis, reading), own = self.parties.filter((p) => !isUkraine(p)), doer = verb ? doerOf(reading, verb) : null
  if (verb && !agent && own.length > 0 && (doer?.head.lower === 'we' || doer?.head.lower === 'i') && !able.some((p) => p.at.start >= verb.end && p.at.end <= core.start)) return { givers: own, why: 'the writer of the text' }
  const partner = verb ? partOwner(reading, able, verb, core) : undefined
  if (partner) return { givers: joinedWith(reading, able, partner), why: ofOwnPart }
  const owner = able.find((p) => p.at.end <= core.start && core.start - p.at.end <= 4 && !isTaker(reading, able, p, core) && !isServed(reading, p, verb))
  if (owner) return { givers: joinedWith(reading, able, owner), why: 'owner of the sum' }
  const adjective = ownerByAdjective(analysis, reading, clause, core)
  if (adjective) return { givers: [adjective], why: 'adjective of the sum' }
  const before = verb ? able.filter((p) => p.at.end <= verb.start + 1) : able.filter((p) => p.at.end <= core.start)
  const nearest = before.filter((p) => inClause(p.at, clause)).at(-1)
  // "The minister praised Poland’s patience and pledged 12 howitzers": whose thing the first verb is about does not act.
  const acting = nearest && doer && !doer.passive && /^['’]s?\s/.test(between(reading, nearest.at.end, nearest.at.end + 3)) ? before.findLast((p) => overlaps(p.at, doer.head)) : undefined
  const subject = acting ?? nearest
  const until = Math.min(verb?.start ?? core.start, core.start), forum = forumOfMembers(analysis, reading, clause, verb?.start ?? core.start, nearest?.at)
  if (forum) return { givers: [forum], why: inName }
  const coalition = forumActing(analysis, reading, clause, until, nearest?.at)
  if (coalition) return { givers: [coalition], why: inName }
  if (own.length > 0 && verb && weAct(reading, clause, verb) && !(subject && verb.start - subject.at.end < 30)) return { givers: own, why: 'the writer of the text' }
  const people = subject ? null : peopleActing(analysis, reading, clause, until)
  if (people) return { givers: [people], why: theirPeople }
  if (!subject && unionsFund(analysis, reading, clause)) return { givers: [bodyMention('European Union')], why: ofUnion }
  if (subject) return { givers: joinedWith(reading, able, subject), why: 'subject of the verb' }
  if (agent) return { givers: joinedWith(reading, able, agent), why: 'after “by” or “from”' }
  if (own.length > 0 && hasCue(reading, 'frames.self') && (!reading.speech || self.official)) return { givers: own, why: 'the writer of the text' }
  const state = stateWords(analysis, reading).find((w) => (w.kind === 'state' || (w.kind === 'place' && w.start - clause.start < 4)) && !precededBy(reading, w, 'frames.at', 1) && w.country !== 'UA' && !opponents.has(w.country) && inClause(w, clause) && (verb ? w.end <= verb.start + 1 : w.end <= core.start) && !precededBy(reading, w, 'frames.to', 1))
  if (state && before.length === 0) return { givers: [stateMention(state.country, null)], why: 'state before the verb' }
  const earlier = before.at(-1)
  if (earlier) return { givers: joinedWith(reading, able, earlier), why: 'party before the verb' }
  const speaker = reading.speech?.speaker
  if (speaker?.country && speaker.country !== 'UA' && !isOpponent(speaker) && hasCue(reading, ['frames.anaphor', 'frames.self', 'frames.group'])) return { givers: [stateMention(speaker.country, null)], why: 'the speaker’s state' }
  const body = before.length === 0 && cuesOf(reading, 'support.government').some((c) => inClause(c, clause) || c.end <= core.start)
  const homeState = homeland(analysis), home = homeState ? stateMention(homeState, null) : mainState(analysis)
  if (body && home && !isUkraine(home)) return { givers: [home], why: 'government of the state the text is about' }
  const agentBody = verb ? namedAfter(reading, verb) : null
  if (agentBody) return { givers: [agentBody], why: 'after “by” or “from”' }
  if (last.length > 0) return { givers: last, why: 'the giver told before' }
  if (able.length > 0) return { givers: joinedWith(reading, able, able[0]!), why: 'the only party named' }
  const word = stateWords(analysis, reading).find((w) => w.country !== 'UA' && !opponents.has(w.country) && w.kind !== 'place' && !isShop(reading, w))
  if (word) return { givers: [stateMention(word.country, null)], why: 'state of the body that acts' }
  if (speaker?.country && speaker.country !== 'UA' && !isOpponent(speaker)) return { givers: [stateMention(speaker.country, null)], why: 'the speaker’s state' }
  return self.official && self.parties.length > 0 ? { givers: self.parties, why: 'the writer of the text' } : { givers: [], why: '' }
}

/** Why somebody gives of whom what stands right before the verb tells. */
const beforeAside = 'told more of before the verb'
/** Why a forum or an alliance gives whose members act. */
const inName = 'its members act'
/** Why a state gives whose people act. */
const theirPeople = 'its people act'
/** Why the Union gives. */
const ofUnion = 'its fund gives'

/** Why somebody gives in whose name another acts: nobody else named beside him does. */
export const onBehalf = 'in whose name another acts'
/** Is a giver read by a rule that leaves no doubt? */
export const isSure = (why: string | undefined): boolean => why !== undefined && sure.has(why)

/** "On behalf of Belgium", "im Auftrag der Niederlande". */
const isBehalf = (reading: Reading, at: Span): boolean => cuesOf(reading, 'support.behalf').some((c) => c.end <= at.start && /^[\s'’]{0,3}(?:\p{L}{1,4}['’\s]\s?)?$/u.test(between(reading, c.end, at.start)))

/** "Donated by the Protezione civile regionale": a body that is no mention, by its capital after the preposition. */
function namedAfter(reading: Reading, verb: Span): Mention | null {
  const by = cuesOf(reading, 'frames.from').find((c) => c.start >= verb.end && c.start - verb.end < 60)
  const m = by && /^\s?(\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+)*(?:\s\p{Ll}{5,}){0,2})/u.exec(reading.text.slice(by.end - reading.start))
  if (!m) return null
  const start = by.end + m[0].length - m[1]!.length
  if (reading.mentions.some((x) => x.mention.type === 'state' && x.start <= start + m[1]!.length && x.end > start)) return null
  return { kind: 'mention', type: 'body', name: m[1]!, written: m[1]!, span: { start, end: start + m[1]!.length }, country: null, office: null, candidates: [] }
}

/** "The British loan of £2bn", "the Danish fund": the state whose adjective stands at the noun of support by the sum. */
function ownerByAdjective(analysis: Analysis, reading: Reading, clause: Span, core: Span): Mention | null {
  const nouns = cuesOf(reading, ['support.aid'], clause).filter((c) => gap(c, core) < 40)
  const word = stateWords(analysis, reading).find((w) => w.kind === 'demonym' && w.country !== 'UA' && !opponents.has(w.country) && nouns.some((n) => gap(n, w) <= 12))
  return word ? stateMention(word.country, null) : null
}

/** "Gave the forces of Armenia 10 million", "pour elle 7 millions": behind a verb, a state whose forces get it, or a word for it behind "for", owns nothing of it. */
const isServed = (reading: Reading, p: PartyAt, verb: Span | null): boolean =>
  verb !== null && verb.end <= p.at.start && (precededBy(reading, p.at, 'frames.to', 1) || cuesOf(reading, 'support.served', { start: verb.end, end: p.at.start }).some((c) => p.at.start - c.end <= 8 && isGoal(reading, c) || /^(?:uk|pl)$/.test(reading.language.code) && p.at.start - c.end <= 1))

/** "Berlin gave Athens 40 carriers": a state right before what is given and right behind a verb of giving, with another party before that, gets it. */
const isTaker = (reading: Reading, parties: readonly PartyAt[], p: PartyAt, core: Span): boolean =>
  p.party.type === 'state' && core.start >= p.at.end && core.start - p.at.end <= 1 && !precededBy(reading, p.at, 'frames.at', 1) && cuesOf(reading, ['support.giving', 'support.given', 'support.delivered', 'support.announced'], { start: reading.start, end: p.at.start }).some((verb) => between(reading, verb.end, p.at.start).trim().length <= 4 && !hasCue(reading, 'frames.and', { start: verb.end, end: p.at.start }) &&
    parties.some((q) => q.at.end <= verb.start && verb.start - q.at.end < 40 && actorKey(q.party) !== actorKey(p.party) && !precededBy(reading, q.at, 'frames.at', 1) && !/[,;:–—]/.test(between(reading, q.at.end, verb.start))))

const inClause = (at: Span, clause: Span) => at.start >= clause.start && at.end <= clause.end

/** Parties joined to one by commas and "and". */
function joinedWith(reading: Reading, able: readonly PartyAt[], one: PartyAt): Mention[] {
  const i = able.indexOf(one)
  let from = i, to = i
  const linked = (a: PartyAt, b: PartyAt) => a.at.end <= b.at.start && b.at.start - a.at.end <= 14 && /^[\s,]*(?:\p{L}{1,3}\s+)?(?:\p{L}{1,4}\s+)?$/u.test(between(reading, a.at.end, b.at.start)) && (between(reading, a.at.end, b.at.start).includes(',') || cuesOf(reading, 'frames.and').some((c) => c.start >= a.at.end && c.end <= b.at.start))
  while (from > 0 && linked(able[from - 1]!, able[from]!)) from--
  while (to + 1 < able.length && linked(able[to]!, able[to + 1]!)) to++
  return distinct(able.slice(from, to + 1).map((p) => p.party))
}

/** A name, and no "it" that stands for one. */
const isName = (reading: Reading, at: Span): boolean => /^(?:l['’])?\p{Lu}/u.test(reading.text.slice(at.start - reading.start))

/** "À Londres, les Dix ont promis": a capital that opens the sentence and has a comma behind it is where it happened. */
const isScene = (reading: Reading, { at }: PartyAt): boolean => at.start - reading.start < 6 && precededBy(reading, at, 'frames.at', 1) && /^\s?,/.test(reading.text.slice(at.end - reading.start))

/** Endings or articles by which a phrase in the dative stands for "to": "der moldauischen Armee", "mołdawskiej armii". */
const datives: Readonly<Record<string, RegExp>> = { de: /(?<!\p{L})(?:der|den|dem)\s\p{L}+e[nr]$/u, pl: /(?:ej|emu|im|ym)$/u, uk: /(?:ій|ому|им)$/u }

/** States whose forces or people get something: "for the Moldovan army", "to the Georgian coast guard", "140 Moldovan soldiers". */
function servedIn(analysis: Analysis, reading: Reading, core: Span): Mention[] {
  const served = cuesOf(reading, 'support.served')
  if (served.length === 0) return []
  return stateWords(analysis, reading).flatMap((w) => {
    const noun = w.country === 'UA' || opponents.has(w.country) ? undefined : served.find((c) => gap(c, w) <= 12 && /^[\p{L}\s]*$/u.test(between(reading, Math.min(c.end, w.end), Math.max(c.start, w.start))))
    if (!noun) return []
    const whole = { start: Math.min(noun.start, w.start), end: Math.max(noun.end, w.end) }, trained = hasCue(reading, 'support.people', noun) && gap(whole, core) <= 12
    return trained || isGoal(reading, whole) || datives[reading.language.code]?.test(reading.text.slice(0, w.end - reading.start)) && whole.start - reading.start > 3 ? [stateMention(w.country, null)] : []
  })
}

/** "For its own army", "für die eigene Truppe": what a state buys for itself is no support. */
const isForOwn = (reading: Reading, core: Span): boolean =>
  cuesOf(reading, 'support.own').some((c) => gap(c, core) < 90 && (isGoal(reading, c) || datives[reading.language.code]?.test(reading.text.slice(0, c.end - reading.start))) && cuesOf(reading, 'support.served').some((s) => s.start >= c.end && s.start - c.end <= 14 || s.end <= c.start && c.start - s.end <= 3))

/** Why somebody gives who opens the words of what is given: nobody else does. */
export const ofOwnPart = 'opens the words of what is given'
/** "Norway pledged trucks, and Spain 40 boats": a party that opens the words of what is given, behind the verb and a comma or "and". */
function partOwner(reading: Reading, able: readonly PartyAt[], verb: Span, core: Span): PartyAt | undefined {
  const behind = able.filter((p) => p.at.start >= verb.end && p.at.end <= core.start && p.party.type === 'state'), last = behind.at(-1)
  if (!last || core.start - last.at.end > 40 || /[,;:–—]/.test(between(reading, last.at.end, core.start))) return undefined
  let first = behind.length - 1
  while (first > 0 && behind[first]!.at.start - behind[first - 1]!.at.end <= 10 && !/\d/.test(between(reading, behind[first - 1]!.at.end, behind[first]!.at.start))) first--
  const opening = between(reading, verb.end, behind[first]!.at.start)
  return /[,;]\s(?:\p{L}{1,5}[\s'’]){0,2}$/u.test(opening) || cuesOf(reading, 'frames.and').some((c) => c.start >= verb.end && c.end <= behind[first]!.at.start && behind[first]!.at.start - c.end <= 5 && /\d|\p{L}{5}/u.test(between(reading, verb.end, c.start))) ? last : undefined
}

const sure: ReadonlySet<string> = new Set([onBehalf, ofOwnPart, beforeAside, inName, theirPeople, ofUnion])

/** "In Brussels, I announced": where something is said gives nothing. */
const isWhere = (reading: Reading, p: PartyAt) => p.at.mention.type !== 'person' && precededBy(reading, p.at, 'frames.at', 1) && !precededBy(reading, p.at, 'frames.from', 1) && p.at.mention.written.length > 0 && (p.party.name !== p.at.mention.written || isShop(reading, p.at))

/** "Shells bought in South Korea", "закупівля зброї в США": where goods are bought or made. @example isShop(reading, southKorea) // true */
const isShop = (reading: Reading, at: Span): boolean =>
  precededBy(reading, at, 'frames.at', 1) && cuesOf(reading, ['projects.buy', 'projects.make', 'support.contracted']).some((c) => c.end <= at.start && at.start - c.end < 40 && !/[,;:.–—]/.test(between(reading, c.end, at.start)))

const isReceiver = (reading: Reading, p: PartyAt) => p.party.type === 'state' && !isUkraine(p.party) && isGoal(reading, p.at) && (p.at.mention.type === 'state' || hasCue(reading, 'support.served', p.at))

/**
 * States that get something together: a list behind "to" or "for", or one that Ukraine leads behind a word of giving.
 * @example // "gave Ukraine and Moldova 30 buses", "for Georgia, Moldova and Ukraine"
 */
export const takersIn = onReading((reading): readonly (readonly PartyAt[])[] => {
  if (!hasCue(reading, 'frames.and') || !hasCue(reading, giving)) return []
  const states = partiesIn(reading).filter((p) => p.party.type === 'state' && p.at.mention.type !== 'person' && !isOpponent(p.party)), out: PartyAt[][] = []
  const ands = cuesOf(reading, 'frames.and'), joins = (a: PartyAt, b: PartyAt) => ands.some((c) => c.start >= a.at.end && c.end <= b.at.start)
  for (let i = 0; i < states.length; i++) {
    const list = [states[i]!]
    for (let next = states[i + 1]; next && isShort.test(between(reading, list.at(-1)!.at.end, next.at.start)) && (/,/.test(between(reading, list.at(-1)!.at.end, next.at.start)) || joins(list.at(-1)!, next)); next = states[i + 1]) { list.push(next); i++; if (joins(list.at(-2)!, next)) break }
    const first = list[0]!, last = list.at(-1)!
    if (list.length < 2 || !joins(list.at(-2)!, last) || /,\s\p{L}+\s$/u.test(between(reading, list.at(-2)!.at.end, last.at.start)) && list.length === 2 || acts(reading, last.at)) continue
    if (precededBy(reading, first.at, 'frames.to', 1) || isUkraine(first.party) && cuesOf(reading, giving, { start: reading.start, end: first.at.start }).length > 0) out.push(list)
  }
  return out
})
const giving = ['support.giving', 'support.given', 'support.delivered', 'support.announced', 'support.allocated', 'support.approved', 'support.aid']
const isShort = /^,?\s?(?:\p{L}{1,4}\s)?(?:\p{L}{1,4}\s)?(?:\p{L}{1,3}[\s'’])?$/u
/** Does who stands here act: is a verb right behind it, or goods of its own ("to Kyiv and Berlin 10 trucks")? */
const acts = (reading: Reading, at: Span): boolean => /^\s\d/.test(between(reading, at.end, at.end + 3)) && !reading.amounts.some((a) => a.start - at.end <= 2 && a.start >= at.end) && cuesOf(reading, 'frames.to', { start: reading.start, end: at.start }).length > 0 || cuesOf(reading, ['frames.future', ...giving]).some((c) => c.start - at.end === 1) || reading.sentence.tokens.some((t) => t.start - at.end === 1 && (t.pos === 'VERB' || t.pos === 'AUX'))

/**
 * Who receives: the party after "to" or "for", Ukraine where it is named, the forces of another state, whoever got what was
 * told right before, else Ukraine where the text is about it. Nobody where it is for a giver's own forces.
 */
export function receiversOf(analysis: Analysis, reading: Reading, core: Span, givers: readonly Mention[], told: readonly Mention[] = []): { receivers: readonly Mention[]; why: string } {
  const { receivers, why } = receiverOf(analysis, reading, core, givers, told), keys = receivers.map(actorKey), list = takersIn(reading).find((t) => t.some((p) => keys.includes(actorKey(p.party))))
  return list ? { receivers: distinct(list.map((p) => p.party)), why } : { receivers, why }
}

function receiverOf(analysis: Analysis, reading: Reading, core: Span, givers: readonly Mention[], told: readonly Mention[]): { receivers: readonly Mention[]; why: string } {
  const keys = new Set(givers.map(actorKey))
  const parties = partiesIn(reading).filter((p) => !keys.has(actorKey(p.party)))
  const taker = parties.find((p) => isTaker(reading, partiesIn(reading), p, core))
  if (taker && !isOpponent(taker.party)) return { receivers: [taker.party], why: 'between the verb and what is given' }
  const after = parties.find((p) => p.at.start >= core.end && p.at.start - core.end < 40 && p.at.mention.type !== 'person' && isName(reading, p.at) && precededBy(reading, p.at, 'frames.to', 1) && ['state', 'company', 'body'].includes(p.party.type) && !isOpponent(p.party))
  if (after && !reading.amounts.some((a) => a.start > core.end && a.end <= after.at.start)) return { receivers: [after.party], why: 'after “to” or “for”' }
  const ukraine = parties.find((p) => isUkraine(p.party)), named = parties.find((p) => p.party.type === 'state' && p.at.mention.type !== 'person' && !isOpponent(p.party) && isGoal(reading, p.at) && !isScene(reading, p) && isName(reading, p.at))
  const toOthers = !stateWords(analysis, reading).some((w) => w.country === 'UA')
  // "It" may be Ukraine, and what goes to Moldova does not go there.
  if (ukraine && !(named && toOthers)) return { receivers: [stateMention('UA', ukraine.at)], why: 'named in the sentence' }
  if (named) return { receivers: [named.party], why: 'after “to” or “for”' }
  if (toOthers) {
    if (isForOwn(reading, core)) return { receivers: [], why: '' }
    const served = servedIn(analysis, reading, core).find((s) => !keys.has(actorKey(s)))
    if (served) return { receivers: [served], why: 'its forces or people' }
    if (told.length > 0 && told.every((m) => m.type === 'state' && !isUkraine(m) && !keys.has(actorKey(m)))) return { receivers: told, why: 'the receiver told before' }
  }
  // "Sent $3 million to flood victims in Kenya": where those live who get it.
  const elsewhere = parties.find((p) => p.party.type === 'state' && p.at.mention.type === 'state' && !isOpponent(p.party) && p.at.start > core.end && p.at.start - core.end < 80 && sufferers.test(between(reading, core.end, p.at.start)))
  if (elsewhere) return { receivers: [elsewhere.party], why: 'after “to” or “for”' }
  return aboutUkraine(analysis) && isOfTheTrade(analysis) && !keys.has('state UA') ? { receivers: [stateMention('UA', null)], why: 'the text is about Ukraine' } : { receivers: [], why: '' }
}
/** People in need, right before where they are. */
const sufferers = /(?:victims|survivors|refugees|displaced|opfern?|flüchtlingen?|überlebenden?|victimes|sinistrés|réfugiés|rescapés|vittime|sfollati|rifugiati|profughi|ofiar\p{L}{0,3}|uchodźc\p{L}{1,3}|powodzian\p{L}{0,3}|постражда\p{L}{1,5}|біженц\p{L}{1,3})\s\p{L}{1,4}\s(?:\p{L}{2,4}\s)?$/iu

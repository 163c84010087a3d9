import type { ClaimKind, Mention } from '../../core/claim.ts'
import type { Analysis } from '../analysis.ts'
import { onAnalysis } from '../kept.ts'
import { forumsIn, stateWords } from '../names/atlas.ts'
import { firmsIn, mainFirm } from '../names/firms.ts'
import { actorKey, bodyMention, mainState, partyOf, selfOf, stateMention } from '../names/parties.ts'
import { cuesOf, hasCue, overlaps, readingsOf, type Reading } from '../frames/frames.ts'
import { namedBefore, voicesAt } from '../asks/voices.ts'
import { authorsOf, selfAt } from '../speech/speakers.ts'
import { oddsAt, triggerIn } from './learned.ts'
import { joined, made, sign, signOf, signOfTerm, signWeightsOf, type Sign } from './signs.ts'
import { stepsOf, type Step } from './steps.ts'

/** Somebody who may play a part in a claim, with what tells for or against it. */
export interface Candidate { readonly mention: Mention; readonly key: string; readonly signs: Sign[] }

/** The fields that are chosen among candidates. */
export const actorFields = ['asker', 'addressee', 'actor', 'learner'] as const
export type ActorField = (typeof actorFields)[number]
export const kindOfField: Readonly<Record<ActorField, ClaimKind>> = { asker: 'ask', addressee: 'ask', actor: 'planning', learner: 'lesson' }
const roles: Readonly<Record<ActorField, string>> = { asker: 'a', addressee: 'b', actor: 'p', learner: 'l' }
/** By how much another candidate must be likelier than those a rule gave, and how likely those are that stand nowhere in the list. */
const margins: Readonly<Record<ActorField, number>> = { asker: 0, addressee: 1, actor: 2.5, learner: 2 }, unlisted = -2

/** How often a text names each actor, states by their words too. */
const countsOf = onAnalysis((analysis): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>(), count = (key: string) => { counts.set(key, (counts.get(key) ?? 0) + 1) }
  for (const r of readingsOf(analysis)) for (const w of stateWords(analysis, r)) count('state ' + w.country)
  for (const { mention } of analysis.mentions) count(actorKey(mention))
  return counts
})

const person = (name: string): Mention => ({ kind: 'mention', type: 'person', name, written: '', span: null, country: null, office: null, candidates: [] })
const nato = bodyMention('NATO'), union = bodyMention('European Union'), commission = bodyMention('European Commission')

const bias = sign('bias'), nth = sign('nth'), stem = sign('l'), start = sign('^'), before = sign('before'), behind = sign('behind'), open = sign('open'), odds = sign('odds'), type = sign('type'), away = sign('away')
const place = { said: sign('said'), we: sign('we'), told: sign('told') }, numerals = ['0', '1', '2', '3', '4', '5', '6', '7', '8'].map(sign), oddsSigns = [-4, -3, -2, -1, 0, 1, 2, 3, 4].map((n) => sign(String(n)))
const here = { here: sign('here'), inContent: sign('in content'), isUkraine: sign('here UA') }, speaker = { speaker: sign('speaker'), we: sign('speaker we'), they: sign('speaker they'), alone: sign('speaker alone') }
const follows = { follows: sign('follows'), first: sign('follows first'), therefore: sign('follows therefore') }
const spoke = sign('spoke before'), acted = sign('acted before'), forumBefore = sign('forum before'), alone = sign('alone'), beside = sign('beside')
const text = { author: sign('author'), authorOf: sign('author of'), voice: sign('voice'), many: sign('many'), one: sign('one'), publisher: sign('publisher'), official: sign('publisher official'), press: sign('publisher press'), main: sign('main'), mainFirm: sign('main firm') }
const known = { ukraine: sign('UA'), nato: sign('NATO'), natoWord: sign('NATO word'), union: sign('EU'), unionWord: sign('EU word'), commission: sign('Commission') }
const about = { times: sign('times'), most: sign('most'), isUkraine: sign('is UA'), isRussia: sign('is RU'), noName: sign('no name'), hereSpeaker: sign('here speaker'), actedAndSpoke: sign('acted and spoke before') }

const ruledBy = { rule: sign('rule'), firm: sign('firm of rule'), firmBefore: sign('firm before'), noun: sign('noun of rule'), nounOf: sign('noun of'), own: sign('own'), not: sign('not'), other: sign('other'), firmHere: sign('firm here'), firmSaid: sign('firm said'), forumHere: sign('forum here') }
/** What is joined with the kind of the rule's answer. */
const besideRule = ['here', 'in content', 'speaker', 'spoke before 1', 'acted before 1', 'spoke before', 'acted before', 'author', 'voice', 'publisher', 'main', 'voice label', 'voice title', 'voice lead', 'voice joint', 'firm here', 'noun of rule', 'firm of rule', 'is UA'].map((words) => [made(words), made('at ' + words.replaceAll(' ', '_'))] as const)

/**
 * Those who may be meant by a field of a claim in a sentence: who stands in it, who speaks it, who acted or spoke last,
 * the writer, the publisher, and whom the text is about.
 */
export function candidatesFor(analysis: Analysis, reading: Reading, field: ActorField, ruled: readonly Mention[], others: readonly Mention[] = []): Candidate[] {
  const kind = kindOfField[field], asParty = field !== 'asker', out = new Map<string, Candidate>(), readings = readingsOf(analysis), steps = stepsOf(analysis, reading), trigger = triggerIn(analysis, reading, kind)
  const add = (mention: Mention | null | undefined, ...signs: Sign[]) => {
    if (!mention) return
    const key = actorKey(mention)
    let candidate = out.get(key)
    if (!candidate) out.set(key, (candidate = { mention, key, signs: [bias] }))
    for (let i = 0; i < signs.length; i++) if (signs[i] !== 0) candidate.signs.push(signs[i]!)
  }
  const actorOf = (s: Step): Mention | null => (s.mention ? (asParty ? partyOf(s.mention) ?? (s.mention.mention.type === 'group' || s.mention.mention.type === 'body' ? s.mention.mention : null) : s.mention.mention) : s.country ? stateMention(s.country, null) : null)
  const we = hasCue(reading, 'frames.self'), speech = reading.speech?.speaker, voice = selfAt(analysis, reading)
  const told = speech ? place.said : we ? place.we : place.told
  let n = 0
  steps.forEach((s, i) => {
    const m = s.kind ? actorOf(s) : null
    if (!m) return
    const likely = Math.max(-4, Math.min(4, Math.round(oddsAt(analysis, reading, kind, roles[field], i)))), side = i < trigger ? before : behind, prev = steps[i - 1] ? signOfTerm(steps[i - 1]!.seen.stem) : start, is = signOfTerm(s.seen.word), rank = numerals[Math.min(3, n)]!
    add(m, here.here, joined(here.here, is), joined(here.here, told), joined(here.here, side), joined(odds, oddsSigns[likely + 4]!), joined(nth, rank), joined(stem, prev), joined(side, is, rank), reading.speech?.content.some((c) => c.start <= s.start && c.end >= s.end) ? here.inContent : 0)
    if (s.country === 'UA' || s.kind === 'ukraine') add(m, here.isUkraine)
    n++
  })
  if (speech) {
    add(asParty ? partyOf({ mention: speech, start: 0, end: 0, sentence: 0 }) : speech, speaker.speaker, joined(speaker.speaker, told), joined(speaker.speaker, signOf(speech.type)), we ? speaker.we : speaker.they, n === 0 ? speaker.alone : 0)
  }
  const first = signOf(reading.words[0]?.lower ?? ''), company = n === 0 ? alone : beside
  let far = 0
  for (let i = reading.index - 1; i >= Math.max(0, reading.index - 6) && far < 3; i--) {
    const r = readings[i]!, said = r.speech?.speaker, near = numerals[Math.min(3, reading.index - i)]!, subject = r.mentions.find((m) => m.mention.type !== 'unknown' && !m.quoted)
    if (said) add(asParty ? partyOf({ mention: said, start: 0, end: 0, sentence: 0 }) : said, spoke, joined(spoke, near), joined(spoke, numerals[far]!), joined(spoke, company), joined(spoke, told))
    if (subject) { add(asParty ? partyOf(subject) : subject.mention, acted, joined(acted, near), joined(acted, numerals[far]!), joined(acted, company), joined(acted, told), joined(open, first)); far++ }
    for (const f of forumsIn(analysis, r)) add(f.mention, forumBefore, joined(forumBefore, near))
  }
  if (field === 'learner') followers(analysis, reading, (m, ...signs) => add(m, ...signs))
  if (!asParty) { const authors = authorsOf(analysis); for (const name of authors) add(person(name), text.author, joined(text.author, told), joined(text.authorOf, signOf(String(authors.length)))) }
  if (voice.person && !asParty) add(voice.person, text.voice, joined(text.voice, told))
  for (const p of voice.parties) add(p, text.voice, joined(text.voice, told), joined(text.voice, voice.parties.length > 1 ? text.many : text.one))
  const publisher = analysis.document.publisher
  if (publisher && !asParty) add(bodyMention(publisher), text.publisher, joined(text.publisher, told), selfOf(analysis).official ? text.official : text.press)
  add(mainState(analysis), text.main, joined(text.main, told))
  if (field !== 'asker') { add(mainFirm(analysis), text.mainFirm, joined(text.mainFirm, told)); add(stateMention('UA', null), known.ukraine); add(nato, known.nato, hasCue(reading, 'planning.alliance') ? known.natoWord : 0); add(union, known.union, hasCue(reading, 'planning.union') ? known.unionWord : 0); add(commission, known.commission) }
  const kindOfRule = ruleOf(ruled), rule = signOf(kindOfRule)
  if (field === 'asker') for (const v of voicesAt(analysis, reading)) { const by = joined(text.voice, signOf(v.by)); add(v.mention, by, joined(by, told)) }
  if (field === 'asker' || field === 'learner') {
    for (const f of firmsIn(analysis, reading)) add(f, ruledBy.firmHere, f.span && reading.speech?.content.some((c) => c.start <= f.span!.start && c.end >= f.span!.end) ? ruledBy.firmSaid : 0)
    for (const f of forumsIn(analysis, reading)) add(f.mention, ruledBy.forumHere)
  }
  const weighsRule = field === 'asker' || field === 'addressee'
  if (weighsRule) for (const m of ruled) {
    add(m, ruledBy.rule, joined(ruledBy.rule, signOf(m.type)))
    if (kindOfRule === 'plain' && m.span && cuesOf(reading, 'projects.firm').some((c) => overlaps(c, m.span!))) { add(mainFirm(analysis), ruledBy.firm); add(firmBefore(analysis, reading), ruledBy.firm, ruledBy.firmBefore) }
    if (kindOfRule === 'plain') add(namedBefore(analysis, reading, m.name.split(/\s+/).at(-1)!), ruledBy.noun, joined(ruledBy.nounOf, signOf(m.type)))
  }
  const counts = countsOf(analysis), all = [...out.values()], most = Math.max(...all.map((c) => counts.get(c.key) ?? 0))
  for (const { mention, key, signs } of all) {
    const times = counts.get(key) ?? 0, is = signOf(mention.type), add = (s: Sign) => { if (s !== 0) signs.push(s) }
    add(joined(type, is)); add(joined(about.times, numerals[times > 7 ? 8 : times > 3 ? 4 : times > 1 ? 2 : times]!))
    if (times === most) add(about.most)
    if (mention.country === 'UA') add(about.isUkraine)
    if (mention.country === 'RU') add(about.isRussia)
    add(joined(is, signs.includes(here.here) ? here.here : away))
    if (!/\p{Lu}/u.test(mention.name)) add(about.noName)
    if (signs.includes(here.here) && signs.includes(speaker.speaker)) add(about.hereSpeaker)
    if (signs.includes(acted) && signs.includes(spoke)) add(about.actedAndSpoke)
    if (!weighsRule) continue
    const own = signs.includes(ruledBy.rule) ? ruledBy.own : ruledBy.not, ofRule = joined(ruledBy.rule, rule, own)
    if (others.some((m) => actorKey(m) === key)) { add(ruledBy.other); add(joined(ruledBy.other, own)) }
    add(ofRule); add(joined(ofRule, told)); add(joined(ofRule, is))
    for (const [of, at] of besideRule) if (signs.includes(of)) { add(joined(at, rule, own)); add(joined(at, told, own)) }
  }
  return all
}

/** Those whom the sentence behind a lesson names, in its own paragraph: who draws the conclusion. */
function followers(analysis: Analysis, reading: Reading, add: (mention: Mention | null, ...signs: Sign[]) => void): void {
  const next = readingsOf(analysis)[reading.index + 1]
  if (!next || next.sentence.block - reading.sentence.block > 1) return
  const turn = hasCue(next, ['frames.therefore', 'lessons.change', 'frames.future']) ? follows.therefore : 0 as Sign
  let n = 0
  stepsOf(analysis, next).forEach((s) => {
    const m = s.kind ? s.mention ? partyOf(s.mention) ?? (/^(?:group|body)$/.test(s.mention.mention.type) ? s.mention.mention : null) : s.country ? stateMention(s.country, null) : null : null
    if (m) add(m, follows.follows, turn, n++ === 0 ? follows.first : 0 as Sign, joined(follows.follows, signOfTerm(s.seen.word)))
  })
  for (const f of firmsIn(analysis, next)) add(f, follows.follows, turn, ruledBy.firmHere)
  for (const f of forumsIn(analysis, next)) add(f.mention, follows.follows, turn, ruledBy.forumHere)
}

/** The firm named last before a sentence. */
function firmBefore(analysis: Analysis, reading: Reading): Mention | null {
  const readings = readingsOf(analysis)
  for (let i = reading.index - 1; i >= 0; i--) { const firm = firmsIn(analysis, readings[i]!).at(-1); if (firm) return firm }
  return null
}

/** What kind of answer a rule gave: somebody by name, a state, a noun alone, nobody. */
function ruleOf([first]: readonly Mention[]): string {
  if (!first) return 'none'
  if (first.type === 'state') return 'state'
  return first.candidates.length === 0 && !/\p{L}\s+\p{Lu}|^\p{Lu}\p{Ll}+$/u.test(first.name) || first.type === 'group' || first.type === 'body' && !/\s/.test(first.name) && first.candidates.length === 0 ? 'plain' : first.type
}

/** Several learners, a forum, a group by name ("European yards") or a firm that the text names more than once stand as a rule gave them. */
const surely = (analysis: Analysis, ruled: readonly Mention[]): boolean => ruled.length > 1 || ruled.some((m) => m.type === 'forum' || m.type === 'group' && /^\p{Lu}/u.test(m.name) || m.type === 'company' && (countsOf(analysis).get(actorKey(m)) ?? 0) > 1)

const weightsOf = signWeightsOf('choosers-learned.json', actorFields)

/** Those who may play a part, the likeliest first, however unlikely. */
export const ranked = (analysis: Analysis, reading: Reading, field: ActorField, ruled: readonly Mention[], others: readonly Mention[]): readonly Mention[] => {
  const weights = weightsOf(field)
  return candidatesFor(analysis, reading, field, ruled, others).map((c) => ({ mention: c.mention, odds: weights.oddsOf(c.signs) })).sort((a, b) => b.odds - a.odds).map((c) => c.mention)
}

/**
 * Those whom a rule gave for a field, unless others are likelier by a wide margin: as a list in its order.
 * @example chosen(analysis, reading, 'actor', [germany]) // [france], where "its new brigade" stands in a sentence on France
 */
export function chosen(analysis: Analysis, reading: Reading, field: ActorField, ruled: readonly Mention[], others: readonly Mention[] = []): readonly Mention[] {
  if (ruled.length > 0 && (field === 'addressee' && ruled.every((m) => /^\p{Lu}/u.test(m.name)) || field === 'learner' && surely(analysis, ruled))) return ruled
  const weights = weightsOf(field), scored = candidatesFor(analysis, reading, field, ruled, others).map((c) => ({ mention: c.mention, key: c.key, odds: weights.oddsOf(c.signs) })).sort((a, b) => b.odds - a.odds), best = scored[0]
  if (!best || best.odds <= 0) return ruled
  const own = Math.min(...ruled.map((m) => scored.find((s) => s.key === actorKey(m))?.odds ?? unlisted))
  if (ruled.length > 0 && best.odds - own <= margins[field]) return ruled
  return scored.filter((s, i) => i === 0 || (field !== 'asker' && s.odds > 0.5)).map((s) => s.mention)
}

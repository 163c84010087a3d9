import type { CountryCode, Mention } from '../../core/claim.ts'
import type { Span } from '../../core/evidence.ts'
import type { Analysis, MentionAt } from '../analysis.ts'
import { answersOn, onAnalysis, type Keeping } from '../kept.ts'
import { clauseAt, cuesOf, gap, onReading, hasCue, inside, overlaps, readingsOf, type Reading } from '../frames/frames.ts'
import { voicesAt } from '../asks/voices.ts'
import { forumsIn, stateWords } from '../names/atlas.ts'
import { homeOf } from '../names/coreference.ts'
import { firmsIn } from '../names/firms.ts'
import { isGivenName } from '../names/given-names.ts'
import { nameTable } from '../names/name-words.ts'
import { actorKey, bodyMention, opponents, partyOf, selfOf, stateMention, stateOfPost, statesIn } from '../names/parties.ts'
import { isTurnOf, selfAt } from '../speech/speakers.ts'
import { companyOf, sizesIn, mainOf, sameWord } from './companies.ts'
import type { Draft } from './drafts.ts'
import { alliancesMeant, firmsMeant, regionsIn } from './bodies.ts'
import { namesBuilding, placeKind } from './grounds.ts'
import { joined, sign, signOf, type Sign } from '../learned/signs.ts'
import { aside, calledIn, delegates, isNamed, isNoParty, lastName, namesForum, peopleOf } from './parties.ts'

/** Somebody who may take part in a meeting, with all that speaks for and against it. */
export interface Candidate { readonly key: string; mention: Mention; readonly signs: Sign[]; /** Where in the text he stands first, own sentences before others. */ readonly at: number }

/** Sentences that a meeting may be told in: how far from its own, and by which name. */
const around = [[-1, sign('before')], [1, sign('after')], [-2, sign('early')], [2, sign('late')]] as const
const posts = ['meetings.leaders', 'meetings.foreign', 'meetings.defence', 'meetings.officials', 'meetings.posts']
const numerals = ['0', '1', '2', '3', 'many'].map(sign)
/** A number, from four on "many". */
const some = (n: number): Sign => numerals[Math.min(n, 4)]!

/** A meeting with its own sentences, and the places of those of the other meetings. */
export interface Scene extends Keeping { readonly analysis: Analysis; readonly draft: Draft; readonly drafts: readonly Draft[]; readonly own: readonly Reading[]; readonly others: ReadonlySet<number> }
const onScene = answersOn<Scene>()

/** Kept with the text, not in a table of its own: a weak table would keep whole texts alive until the next great collection of garbage. */
const scenesTold = onAnalysis(() => new Map<readonly Draft[], ReadonlyMap<Draft, Scene>>())
/** The scene of a meeting among all of a text; those of a text are made once. */
export function sceneOf(analysis: Analysis, draft: Draft, drafts: readonly Draft[]): Scene {
  const told = scenesTold(analysis)
  let known = told.get(drafts)
  if (!known) told.set(drafts, (known = scenesOf(analysis, drafts)))
  return known.get(draft)!
}

function scenesOf(analysis: Analysis, drafts: readonly Draft[]): ReadonlyMap<Draft, Scene> {
  const sentences = drafts.map((d) => readingsOf(analysis).filter((r) => d.spans.some((s) => overlaps(s, r))))
  return new Map(drafts.map((draft, i) => [draft, { analysis, draft, drafts, own: sentences[i]!, others: new Set(sentences.flatMap((list, j) => (j === i ? [] : list.map((r) => r.index)))), known: [] }]))
}

/** The sentences of a meeting and those around it in the same turn of a talk, with their place. */
export const placesOf = onScene(({ analysis, own }): readonly (readonly [Reading, Sign])[] => {
  const turn = selfAt(analysis, own[0]!), readings = readingsOf(analysis), first = own[0]!.index, last = own.at(-1)!.index, indices = new Set(own.map((r) => r.index))
  const out: (readonly [Reading, Sign])[] = own.map((r) => [r, is.own] as const)
  // "They met … An agency attended …. One was represented by …": what stands between two sentences of one meeting.
  for (let i = first + 1; i < last; i++) { const r = readings[i]!; if (!indices.has(i) && [i - 1, i - 2].some((j) => indices.has(j)) && [i + 1, i + 2].some((j) => indices.has(j)) && isTurnOf(analysis, r, turn)) out.push([r, is.amid] as const) }
  for (const [step, name] of around) { const r = readings[step < 0 ? first + step : last + step]; if (r && !indices.has(r.index) && isTurnOf(analysis, r, turn)) out.push([r, name]) }
  return out
})

/** What is true of a meeting whoever comes to it; signs of candidates are joined with some of it. */
export interface SceneSigns { readonly cue: Sign; readonly state: Sign; readonly parties: Sign; readonly people: Sign; readonly forum: Sign; /** Told in several sentences, or in one. */ readonly sentences: Sign; readonly has: readonly Sign[]; readonly official: readonly Sign[]; readonly speech: readonly Sign[]; readonly all: readonly Sign[]; /** All of them joined with each way a candidate may stand. */ readonly standing: ReadonlyMap<Sign, readonly Sign[]> }

const general = { cue: sign('cue'), state: sign('state'), parties: sign('parties'), people: sign('people'), forum: sign('forum'), noForum: sign('no forum'), several: sign('several'), one: sign('one'), has: sign('has'), two: sign('has two'), official: sign('official'), speech: sign('speech') }
const hasTables = ['meetings.same', 'frames.group', 'frames.anaphor', 'frames.self', 'meetings.leaders', 'meetings.posts', 'meetings.with'].map((table) => [table, sign('has ' + table)] as const)

export const sceneSigns = onScene(({ draft, own, analysis }): SceneSigns => {
  const { fields } = draft, head = own[0]!, has: Sign[] = []
  for (const [table, found] of hasTables) if (own.some((r) => hasCue(r, table))) has.push(found)
  if (own.some((r) => r.words.some((w) => r.language.numbers.cardinals[w.lower] === 2))) has.push(general.two)
  const cue = joined(general.cue, signOf(draft.cue.table)), state = joined(general.state, signOf(fields.state)), parties = joined(general.parties, some(fields.parties.length)), people = joined(general.people, some(fields.people.length))
  const forum = fields.forum ? general.forum : general.noForum, sentences = own.length > 1 ? general.several : general.one, official = selfAt(analysis, head).official ? [general.official] : [], speech = head.speech ? [general.speech] : []
  const all = [cue, state, parties, people, forum, sentences, ...has, ...official, ...speech]
  return { cue, state, parties, people, forum, sentences, has, official, speech, all, standing: new Map(Object.values(standsAs).map((stands) => [stands, all.map((g) => joined(g, stands)).filter((s) => s !== 0)])) }
})

/** How a candidate stands to the sentences of a meeting and to what the rules found, in two words. */
export const standsAs = { ownRule: sign('own rule'), own: sign('own -'), rule: sign('else rule'), neither: sign('else -') }
export const standingOf = (own: boolean, rule: boolean): Sign => (own ? rule ? standsAs.ownRule : standsAs.own : rule ? standsAs.rule : standsAs.neither)
export const yesNo = (is: boolean): Sign => (is ? yes : no)
const yes = sign('true'), no = sign('false')
/** Adds signs of a candidate to those it has, where one may stand twice; unknown ones are left out. */
export function addSigns(to: Sign[], signs: readonly Sign[]): Sign[] {
  for (let i = 0; i < signs.length; i++) if (signs[i] !== 0) to.push(signs[i]!)
  return to
}

/** Joins a sign of candidates with all that is true beside them, once for all of them: "before & cue meetings.verbs true". */
export function joinedBeside(beside: readonly Sign[]): (of: Sign, here: boolean) => readonly Sign[] {
  const known = new Map<Sign, readonly Sign[]>()
  return (of, here) => {
    let list = known.get(here ? of : -of)
    if (!list) { const and = joined(of, is.and); known.set(here ? of : -of, (list = beside.map((t) => joined(and, t, yesNo(here))).filter((s) => s !== 0))) }
    return list
  }
}

/** Names of signs that more than one chooser of meetings asks for. */
export const is = { own: sign('own'), rule: sign('rule'), named: sign('named'), of: sign('of'), told: sign('told'), apart: sign('apart'), and: sign('&'), alone: sign('alone'), before: sign('before'), after: sign('after'), early: sign('early'), late: sign('late'), amid: sign('amid'), metLast: sign('met 0'), metBefore: sign('met 1') }
const met = sign('met'), near = sign('near'), far = sign('far')
/** "met 0 of many", "met 1 far": a meeting told before, the last one first. */
export const metSigns = (back: number, count: number | null, close: boolean): Sign[] => { const one = joined(met, some(back)); return [one, count === null ? 0 : joined(one, is.of, some(count)), joined(one, close ? near : far)] }

/** A run of words that looks like the name of a person whom the text introduces by nothing but a nationality, or by nothing at all. */
interface Run extends Span { readonly name: string; readonly country: CountryCode | null }
const runsIn = onReading((reading, analysis: Analysis): readonly Run[] => findRuns(analysis, reading))

function findRuns(analysis: Analysis, reading: Reading): Run[] {
  const words = stateWords(analysis, reading), firms = firmsIn(analysis, reading), forums = forumsIn(analysis, reading), names = nameTable(reading.language)
  const taken = (w: Span) => reading.mentions.some((m) => overlaps(m, w)) || words.some((x) => overlaps(x, w)) || firms.some((f) => f.span && overlaps(f.span, w)) || forums.some((f) => overlaps(f, w))
  const out: Run[] = [], list = reading.words
  for (let i = 1; i < list.length; i++) {
    let j = i
    while (j < list.length && j - i < 4 && isCapital(reading, list[j]!) && !taken(list[j]!) && (j === i || list[j]!.start - list[j - 1]!.end === 1)) j++
    // Where all nouns have capitals, only a given name tells a name from two of them: "Ende August".
    const known = !reading.language.names.nounsInCapitals || isGivenName(reading.text.slice(list[i]!.start - reading.start, list[i]!.end - reading.start))
    if (j - i >= 2 && known && !list.slice(i, j).some((w) => names.bodies.has(w.lower) || names.roles.has(w.lower) || names.groups.has(w.lower))) {
      const span = { start: list[i]!.start, end: list[j - 1]!.end }, nation = words.find((w) => w.kind === 'demonym' && w.end <= span.start && span.start - w.end <= 2)
      out.push({ ...span, name: reading.text.slice(span.start - reading.start, span.end - reading.start), country: nation?.country ?? null })
    }
    i = Math.max(i, j - 1)
  }
  return out
}

/** A capital and small letters: no shorthand of letters, no figure. */
const isCapital = (reading: Reading, w: Span) => /^\p{Lu}[\p{Ll}’'-][\p{L}’'-]*$/u.test(reading.text.slice(w.start - reading.start, w.end - reading.start))

const personOf = (run: Run): Mention => ({ kind: 'mention', type: 'person', name: run.name, written: run.name, span: { start: run.start, end: run.end }, country: run.country, office: null, candidates: [] })

const sides = { left: sign('left'), right: sign('right'), within: sign('within') }, distances = { close: sign('close'), near: sign('near'), off: sign('off'), far: sign('far') }, numbersOfCommas = ['0', '1', '2', '3'].map(sign)
const place = { clause: sign('clause'), otherClause: sign('other clause'), broken: sign('broken'), commas: sign('commas'), beforePost: sign('before a post'), afterPost: sign('after a post'), quoted: sign('quoted'), first: sign('first') }
const tablesBefore = ['meetings.with', 'frames.at', 'frames.and', 'meetings.agenda', 'frames.breaks'].map((table) => [table, sign('after ' + table)] as const)

/** Adds how a name stands in a sentence: each sign alone and behind its kind. */
export function addStanding(to: Sign[], { draft, analysis }: Scene, reading: Reading, span: Span, kind: Sign): void {
  const { cue } = draft, here = cue.start >= reading.start && cue.end <= reading.end, words = reading.words, i = words.findIndex((w) => w.end > span.start)
  const add = (s: Sign) => { if (s !== 0) { to.push(s); const ofKind = joined(kind, s); if (ofKind !== 0) to.push(ofKind) } }
  add(kind)
  if (here) {
    const side = span.end <= cue.start ? sides.left : span.start >= cue.end ? sides.right : sides.within, at = words.findIndex((w) => w.end > cue.start), off = Math.abs(i - at)
    add(side); add(joined(side, off < 3 ? distances.close : off < 7 ? distances.near : off < 13 ? distances.off : distances.far)); add(joined(side, signOf(cue.table))); add(inside(span, clauseAt(reading, cue)) ? place.clause : place.otherClause)
    const between = reading.text.slice(Math.max(0, Math.min(span.end, cue.end) - reading.start), Math.max(0, Math.max(span.start, cue.start) - reading.start))
    if (/[;:–—]/.test(between)) add(joined(side, place.broken))
    let commas = 0
    for (let at = between.indexOf(','); at >= 0; at = between.indexOf(',', at + 1)) commas++
    add(joined(side, place.commas, numbersOfCommas[Math.min(commas, 3)]!))
  }
  for (const [table, sign] of tablesBefore) if (reading.byTable.get(table)?.some((c) => c.end <= span.start && span.start - c.end <= 6)) add(sign)
  for (const post of posts) for (const c of reading.byTable.get(post) ?? none) {
    if (c.start >= span.end && c.start - span.end <= 3) add(place.beforePost)
    if (c.end <= span.start && span.start - c.end <= 8) add(place.afterPost)
  }
  if (analysis.quotations.some((q) => overlaps(q, span))) add(place.quoted)
  if (i === 0) add(place.first)
}
const none: readonly Span[] = []

/** "PRESIDENT OKORO:": in the label of a turn, which tells who speaks and not who meets. */
const isLabel = (reading: Reading, m: Span): boolean => m.end <= endOfLabel(reading)
const endOfLabel = onReading((reading): number => (/^\p{Lu}[\p{Lu}.’' -]{2,48}:/u.test(reading.text) ? reading.start + reading.text.indexOf(':') : -1))

interface Found { readonly mention: Mention; readonly span: Span; readonly kind: Sign; readonly aside: boolean }
const word = sign('word'), firm = sign('firm'), region = joined(sign('demonym'), word)

/** Those who stand for a party in a sentence, which may be told of in several meetings. */
export const partiesIn = onReading((reading, analysis: Analysis): readonly Found[] => findParties(analysis, reading))

function findParties(analysis: Analysis, reading: Reading): Found[] {
  const out: Found[] = []
  for (const m of [...reading.mentions, ...calledIn(reading, analysis)]) {
    if (isLabel(reading, m)) continue
    const party = partyOf(m) ?? delegates(analysis, reading, m) ?? stateOfPost(analysis, m.mention)
    if (party && party.type !== 'forum' && !namesForum(party) && !isNoParty(reading, m)) out.push({ mention: party, span: m, kind: signOf(m.mention.type), aside: aside(analysis, reading, m) })
  }
  for (const w of stateWords(analysis, reading)) if (!reading.mentions.some((m) => overlaps(m, w) && m.mention.country === w.country)) out.push({ mention: stateMention(w.country, null), span: w, kind: joined(signOf(w.kind), word), aside: false })
  for (const { country, span } of regionsIn(reading)) if (!out.some((o) => o.mention.country === country)) out.push({ mention: stateMention(country, null), span, kind: region, aside: false })
  for (const f of firmsIn(analysis, reading)) if (f.span && !namesForum(f) && !out.some((o) => overlaps(o.span, f.span!) && o.mention.type !== 'state')) out.push({ mention: f, span: f.span, kind: firm, aside: false })
  return out
}

const voiceSigns = ['voice title', 'voice lead', 'voice label'].map(sign)
const party = { voice: sign('voice'), aside: sign('aside'), notAside: sign('not aside'), ruleOf: sign('rule of'), self: sign('self'), selfOfficial: sign('self official'), selfNoOfficial: sign('self no official'), writer: sign('writer'), speaker: sign('speaker'), title: sign('title'), rank: sign('rank'), rank0: sign('rank 0'), person: sign('person'), person0: sign('person 0'), lastSubject: sign('last subject'), sits: sign('sits'), notOwn: sign('not own'), noRule: sign('no rule'), host: sign('host'), ukraine: sign('ukraine'), opponent: sign('opponent'), type: sign('type'), atSummit: sign('at summit'), atForum: sign('at forum'), again: sign('again'), anew: sign('new'), party: sign('party'), subject: sign('subject') }

/** "before told apart": where a name stands around a meeting, and whether other meetings are told there. */
function whereSigns(where: Sign, toldThere: boolean, apart: boolean): Sign {
  const told = toldThere ? joined(where, is.told) : where
  return apart ? joined(told, is.apart) : told
}

const series = { counted: sign('counted'), listed: sign('listed'), main: sign('main'), same: sign('same word') }
/** Whom a meeting may share with what was told before: those its words count, those of the largest meeting, those of one told with the same word. */
function companiesBefore({ analysis, draft, drafts, own }: Scene): (readonly [Sign, readonly Mention[]])[] {
  const earlier = drafts.slice(0, drafts.indexOf(draft)).filter((d) => d.sentence < draft.sentence), out: (readonly [Sign, readonly Mention[]])[] = []
  for (const size of own.flatMap((r) => sizesIn(r))) { const c = companyOf(analysis, draft, earlier, size); if (c) out.push([c.by === 'meeting' ? series.counted : series.listed, c.members]) }
  const main = mainOf(earlier), same = sameWord(analysis, draft, earlier)
  if (main) out.push([series.main, main.fields.parties])
  if (same) out.push([series.same, same.fields.parties])
  return out
}

const building = sign('building'), asPlace = sign('as place')
/** "In Vilnius", "at the Riga talks": a name that tells where, and by what kind of words. */
function placedSigns(analysis: Analysis, reading: Reading, f: Found): Sign[] {
  const kind = placeKind(analysis, reading, f.span)
  return kind === null ? [noPlace, joined(noPlace, f.kind)] : [asPlace, joined(asPlace, kind), joined(asPlace, f.kind)]
}
const noPlace = sign('no place')
/** All who may be parties to a meeting. */
export function partyCandidates(analysis: Analysis, draft: Draft, drafts: readonly Draft[]): Candidate[] {
  const scene = sceneOf(analysis, draft, drafts), found = new Map<string, Candidate>(), { fields } = draft
  const add = (mention: Mention, at: number, ...signs: Sign[]): Sign[] => {
    const key = actorKey(mention)
    let known = found.get(key)
    if (!known) found.set(key, (known = { key, mention, signs: [], at }))
    return addSigns(known.signs, signs)
  }
  for (const [reading, where] of placesOf(scene)) {
    const told = scene.others.has(reading.index), apart = reading.sentence.block !== scene.own[0]!.sentence.block
    for (const f of partiesIn(reading, analysis)) {
      if (where === is.own) addStanding(add(f.mention, f.span.start, is.own, f.aside ? party.aside : party.notAside, namesBuilding(analysis, reading, f.span) ? building : 0, ...placedSigns(analysis, reading, f)), scene, reading, f.span, f.kind)
      else { const kind = joined(where, f.kind); add(f.mention, f.span.start + 1e6, where, kind, whereSigns(where, told, apart), whereSigns(kind, told, apart), f.aside ? joined(where, party.aside) : 0) }
    }
  }
  for (const p of fields.parties) add(p, p.span?.start ?? 2e6, is.rule, joined(party.ruleOf, some(fields.parties.length)))
  const at = drafts.indexOf(draft), last = drafts[at - 1]
  for (const [i, d] of drafts.slice(Math.max(0, at - 2), at).reverse().entries()) for (const p of d.fields.parties) add(p, 2e6, ...metSigns(i, d.fields.parties.length, draft.sentence - d.sentence < 4))
  for (const [by, members] of companiesBefore(scene)) for (const p of members) add(p, 2e6, by, joined(by, is.of, some(members.length)))
  const self = selfAt(analysis, scene.own[0]!), writer = selfOf(analysis), speech = scene.own[0]!.speech
  for (const p of self.parties) add(p, 3e6, party.self, self.official ? party.selfOfficial : party.selfNoOfficial)
  for (const p of writer.parties) add(p, 3e6, party.writer)
  for (const v of voicesAt(analysis, scene.own[0]!)) { const state = v.mention.country ?? homeOf(analysis); if (state) add(stateMention(state, null), 3e6, party.voice, joined(party.voice, signOf(v.by))) }
  if (speech?.speaker.country) add(stateMention(speech.speaker.country, null), 3e6, party.speaker, joined(party.speaker, signOf(speech.form)))
  for (const p of statesOfTitle(analysis)) add(p, 3e6, party.title)
  for (const [rank, country] of countsOf(analysis).slice(0, 3).entries()) add(stateMention(country, null), 4e6, joined(party.rank, some(rank)))
  for (const [rank, m] of peopleOf(analysis).slice(0, 2).entries()) if (m.country) add(stateMention(m.country, null), 4e6, joined(party.person, some(rank)))
  const subject = lastSubject(scene.own[0]!, analysis)
  if (subject?.country) add(stateMention(subject.country, null), 4e6, party.lastSubject)
  for (const p of sittersOf(fields.forum)) add(p, 4e6, party.sits, joined(party.sits, signOf(p.type)))
  for (const { mention, signs } of [...alliancesMeant(analysis, scene.own), ...firmsMeant(analysis, scene.own)]) add(mention, 4e6, ...signs)
  const general = sceneSigns(scene), list = [...found.values()].filter((c) => c.mention.type !== 'forum' && c.key !== fields.forum?.name.toLowerCase() && (self === writer || isNear(c)))
  const named = list.filter((c) => c.signs.includes(is.own)).length, ruled = list.filter((c) => c.signs.includes(is.rule)).length, beside = joinedBeside([joined(is.alone, yesNo(named < 2)), general.cue, ...general.has])
  for (const { mention, signs } of list) {
    const own = signs.includes(is.own), rule = signs.includes(is.rule), stands = standingOf(own, rule), isOwn = yesNo(own), both = joined(isOwn, yesNo(rule)), summit = fields.forum?.name === 'NATO Summit' || fields.forum?.name === 'European Council'
    const out = [...ownAndRule(own, rule, named, ruled), own ? 0 : party.notOwn, rule ? 0 : party.noRule, ...general.standing.get(stands)!]
    if (mention.country !== null && fields.country === mention.country) out.push(party.host, joined(party.host, stands))
    if (mention.country === 'UA') out.push(party.ukraine, joined(party.ukraine, both))
    else if (mention.country && opponents.has(mention.country)) out.push(party.opponent)
    else if (mention.type !== 'state') out.push(joined(party.type, signOf(mention.type), both))
    if (fields.forum) out.push(joined(summit ? party.atSummit : party.atForum, yesNo(signs.includes(party.sits)), both))
    if (last) out.push(joined(signs.includes(is.metLast) ? party.again : party.anew, both))
    for (const g of joinedOfParties) if (signs.includes(g)) out.push(...beside(g, own))
    addSigns(signs, out)
  }
  return list
}
const joinedOfParties = [series.counted, series.listed, series.main, series.same, party.self, party.writer, party.speaker, ...voiceSigns, party.title, is.metLast, is.before, is.after, is.amid, party.rank0, party.person0, party.lastSubject, party.sits]

/** "named true rule false of 2 1": is a candidate named in the meeting's own sentences and by a rule, and how many are. */
function ownAndRule(own: boolean, rule: boolean, named: number, ruled: number): Sign[] {
  const both = joined(is.named, yesNo(own), is.rule, yesNo(rule))
  return [both, joined(joined(both, is.of), some(named), some(ruled))]
}

/** Whose meetings a forum's are: bodies that sit under another name, and groups of few states that come all. */
export function sittersOf(forum: Mention | null): Mention[] {
  if (!forum) return []
  const states = groups[forum.name]
  if (states) return states.split(' ').map((c) => stateMention(c, null))
  const out = /NATO/i.test(forum.name) ? ['NATO'] : /^European Council|^Foreign Affairs Council|\bEU\b/.test(forum.name) ? ['European Union'] : /^UN |United Nations/.test(forum.name) ? ['United Nations'] : []
  return [...out.map(bodyMention), ...(/^(?:NATO|EU)-Ukraine/.test(forum.name) ? [stateMention('UA', null)] : [])]
}
const groups: Readonly<Record<string, string>> = { 'Group of Five': 'DE FR GB IT PL', 'Weimar Triangle': 'DE FR PL', 'Nordic-Baltic Eight': 'DK EE FI IS LV LT NO SE', 'Nordic Five': 'DK FI IS NO SE', G7: 'CA DE FR GB IT JP US', 'Visegrád Group': 'CZ HU PL SK', 'Lublin Triangle': 'LT PL UA' }

const named = [is.own, is.amid, is.rule, is.metLast, party.self, party.sits, ...around.map(([, name]) => name)]
/** Is a candidate named near by? In a talk of several, those whom only its title or another speaker's turn names stay out. */
const isNear = (c: Candidate): boolean => named.some((s) => c.signs.includes(s))


/** The states of a text, those named most first. */
const countsOf = onAnalysis((analysis): readonly CountryCode[] => {
  const counts = new Map<CountryCode, number>()
  for (const r of readingsOf(analysis)) { for (const w of stateWords(analysis, r)) counts.set(w.country, (counts.get(w.country) ?? 0) + 1); for (const m of r.mentions) if (m.mention.type === 'person' && m.mention.country) counts.set(m.mention.country, (counts.get(m.mention.country) ?? 0) + 0.5) }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([c]) => c)
})

const statesOfTitle = onAnalysis((analysis): readonly Mention[] => statesIn(analysis, analysis.document.title ?? ''))
const offices = { office: sign('office'), known: sign('known'), private: sign('private'), national: sign('national'), run: sign('run') }

/** All named persons who may take part in a meeting. */
export function personCandidates(analysis: Analysis, draft: Draft, drafts: readonly Draft[]): Candidate[] {
  const scene = sceneOf(analysis, draft, drafts), found = new Map<string, Candidate>(), { fields } = draft
  const add = (mention: Mention, at: number, ...signs: Sign[]): Sign[] => {
    const key = lastName(mention.name)
    let known = found.get(key)
    if (!known) found.set(key, (known = { key, mention, signs: [], at }))
    else if (mention.name.length > known.mention.name.length) known.mention = mention
    return addSigns(known.signs, signs)
  }
  for (const [reading, where] of placesOf(scene)) {
    const told = scene.others.has(reading.index), apart = reading.sentence.block !== scene.own[0]!.sentence.block
    for (const m of [...reading.mentions, ...calledIn(reading, analysis)]) if (isNamed(reading, m) && !isLabel(reading, m)) {
      const office = m.mention.office ? offices.office : m.mention.country ? offices.known : offices.private, opens = joined(where, party.subject)
      if (where === is.own) addStanding(add(m.mention, m.start, is.own, aside(analysis, reading, m) ? party.aside : 0), scene, reading, m, office)
      else add(m.mention, m.start + 1e6, where, joined(where, office), whereSigns(where, told, apart), ...(subjectAt(reading, m) ? [opens, whereSigns(opens, told, apart)] : []))
    }
  }
  for (const reading of scene.own) for (const run of runsIn(reading, analysis)) addStanding(add(personOf(run), run.start, is.own), scene, reading, run, run.country ? offices.national : offices.run)
  for (const p of fields.people) add(p, p.span?.start ?? 2e6, is.rule, joined(party.ruleOf, some(fields.people.length)))
  const at = drafts.indexOf(draft), head = scene.own[0]!
  for (const [i, d] of drafts.slice(Math.max(0, at - 2), at).reverse().entries()) for (const p of d.fields.people) add(p, 2e6, ...metSigns(i, d.fields.people.length, draft.sentence - d.sentence < 4))
  const self = selfAt(analysis, head), writer = selfOf(analysis), speaker = head.speech?.speaker
  if (self.person) add(self.person, 3e6, party.self, self.official ? party.selfOfficial : party.selfNoOfficial)
  if (writer.person) add(writer.person, 3e6, party.writer)
  for (const v of voicesAt(analysis, head)) if (v.mention.type === 'person') add(v.mention, 3e6, party.voice, joined(party.voice, signOf(v.by)))
  if (speaker && isNamed(head, { mention: speaker, start: 0, end: 0, sentence: 0 })) add(speaker, 3e6, party.speaker, joined(party.speaker, signOf(head.speech!.form)))
  for (const [rank, m] of peopleOf(analysis).slice(0, 2).entries()) add(m, 4e6, joined(party.rank, some(rank)))
  const subject = lastSubject(head, analysis)
  if (subject) add(subject, 4e6, party.lastSubject)
  const title = (analysis.document.title ?? '').toLowerCase(), general = sceneSigns(scene), list = [...found.values()].filter((c) => self === writer || isNear(c))
  const named = list.filter((c) => c.signs.includes(is.own)).length, ruled = list.filter((c) => c.signs.includes(is.rule)).length, beside = joinedBeside([joined(is.alone, yesNo(named < 2)), general.cue, ...general.has])
  const codes = fields.parties.map((p) => p.country)
  for (const { mention, key, signs } of list) {
    if (key.length > 3 && title.includes(key)) signs.push(party.title)
    const own = signs.includes(is.own), rule = signs.includes(is.rule), stands = standingOf(own, rule), isOwn = yesNo(own), both = joined(isOwn, yesNo(rule)), ofParty = joined(party.party, yesNo(mention.country !== null && codes.includes(mention.country)))
    const out = [...ownAndRule(own, rule, named, ruled), own ? 0 : party.notOwn, rule ? 0 : party.noRule, joined(ofParty, both), ...general.standing.get(stands)!]
    if (mention.country && fields.country === mention.country) out.push(joined(party.host, both))
    for (const g of joinedOfPeople) if (signs.includes(g)) out.push(joined(joined(g, is.and), ofParty, isOwn), ...beside(g, own))
    addSigns(signs, out)
  }
  return list
}
const joinedOfPeople = [party.self, party.writer, party.speaker, ...voiceSigns, party.title, is.metLast, is.before, is.after, is.amid, party.rank0, party.lastSubject]

/** Does a name open its sentence? */
const subjectAt = (reading: Reading, m: Span): boolean => gap(m, { start: reading.start, end: reading.start }) < 40

/** The person that opened the nearest sentence before. */
const lastSubject = onReading((reading, analysis: Analysis): Mention | null => {
  const readings = readingsOf(analysis)
  for (let i = reading.index - 1; i >= Math.max(0, reading.index - 4); i--) { const m = readings[i]!.mentions.find((x) => isNamed(readings[i]!, x)); if (m) return m.mention }
  return null
})

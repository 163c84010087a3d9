import type { ClaimKind, Mention } from '../../core/claim.ts'
import type { Analysis } from '../analysis.ts'
import { forumsIn, stateWords } from '../names/atlas.ts'
import { mainFirm } from '../names/firms.ts'
import { actorKey, mainState, partyOf, selfOf, stateMention } from '../names/parties.ts'
import { hasCue, readingsOf, type Reading } from '../frames/frames.ts'
import { selfAt } from '../speech/speakers.ts'
import { chooserOf, type Scorer } from './scorer.ts'
import { oddsOf, triggerIn } from './learned.ts'
import { stepsOf, type Step } from './steps.ts'
import { term, type Term } from './terms.ts'

/** Somebody who may play a part in a claim, with what tells for or against it. */
export interface Candidate { readonly mention: Mention; readonly features: Set<string> }

/** The fields that are chosen among candidates. */
export const actorFields = ['asker', 'addressee', 'actor'] as const
export type ActorField = (typeof actorFields)[number]
export const kindOfField: Readonly<Record<ActorField, ClaimKind>> = { asker: 'ask', addressee: 'ask', actor: 'planning' }
const roles: Readonly<Record<ActorField, string>> = { asker: 'a', addressee: 'b', actor: 'p' }
/** By how much another candidate must be likelier than those a rule gave, and how likely those are that stand nowhere in the list. */
const margins: Readonly<Record<ActorField, number>> = { asker: 2, addressee: 2.5, actor: 2.5 }, unlisted = -2

const counted = new WeakMap<Analysis, ReadonlyMap<string, number>>()
/** How often a text names each actor, states by their words too. */
function countsOf(analysis: Analysis): ReadonlyMap<string, number> {
  const before = counted.get(analysis)
  if (before) return before
  const counts = new Map<string, number>(), count = (key: string) => { counts.set(key, (counts.get(key) ?? 0) + 1) }
  for (const r of readingsOf(analysis)) for (const w of stateWords(analysis, r)) count('state ' + w.country)
  for (const { mention } of analysis.mentions) count(actorKey(mention))
  counted.set(analysis, counts)
  return counts
}

const person = (name: string): Mention => ({ kind: 'mention', type: 'person', name, written: '', span: null, country: null, office: null, candidates: [] })
const body = (name: string): Mention => ({ kind: 'mention', type: 'body', name, written: '', span: null, country: null, office: null, candidates: [] })

/**
 * Those who may be meant by a field of a claim in a sentence: who stands in it, who speaks it, who acted or spoke last,
 * the writer, the publisher, and whom the text is about.
 */
export function candidatesFor(analysis: Analysis, reading: Reading, field: ActorField): Candidate[] {
  const kind = kindOfField[field], asParty = field !== 'asker', out = new Map<string, Candidate>(), readings = readingsOf(analysis), steps = stepsOf(analysis, reading), trigger = triggerIn(analysis, reading, kind)
  const add = (mention: Mention | null | undefined, ...features: string[]) => {
    if (!mention) return
    const key = actorKey(mention)
    let known = out.get(key)
    if (!known) out.set(key, (known = { mention, features: new Set(['bias']) }))
    for (const f of features) known.features.add(f)
  }
  const actorOf = (s: Step): Mention | null => (s.mention ? (asParty ? partyOf(s.mention) ?? (s.mention.mention.type === 'group' || s.mention.mention.type === 'body' ? s.mention.mention : null) : s.mention.mention) : s.country ? stateMention(s.country, null) : null)
  const we = hasCue(reading, 'frames.self'), speech = reading.speech?.speaker, voice = selfAt(analysis, reading)
  const place = speech ? 'said' : we ? 'we' : 'told'
  let n = 0
  steps.forEach((s, i) => {
    const m = s.kind ? actorOf(s) : null
    if (!m) return
    const odds = oddsOf(analysis, reading, kind, roles[field], s), side = i < trigger ? 'before' : 'behind', prev = steps[i - 1]?.seen.stem.text ?? '^'
    add(m, 'here', `here ${s.kind}`, `here ${place}`, `here ${side}`, `odds ${Math.max(-4, Math.min(4, Math.round(odds)))}`, `nth ${Math.min(3, n)}`, `l ${prev}`, `${side} ${s.kind} ${Math.min(3, n)}`, ...(reading.speech?.content.some((c) => c.start <= s.start && c.end >= s.end) ? ['in content'] : []))
    if (s.country === 'UA' || s.kind === 'ukraine') add(m, 'here UA')
    n++
  })
  if (speech) {
    add(asParty ? partyOf({ mention: speech, start: 0, end: 0, sentence: 0 }) : speech, 'speaker', `speaker ${place}`, `speaker ${speech.type}`, we ? 'speaker we' : 'speaker they', ...(n === 0 ? ['speaker alone'] : []))
  }
  const first = reading.words[0]?.lower ?? ''
  let far = 0
  for (let i = reading.index - 1; i >= Math.max(0, reading.index - 6) && far < 3; i--) {
    const r = readings[i]!, said = r.speech?.speaker, near = `${Math.min(3, reading.index - i)}`, subject = r.mentions.find((m) => m.mention.type !== 'unknown' && !m.quoted)
    if (said) add(asParty ? partyOf({ mention: said, start: 0, end: 0, sentence: 0 }) : said, 'spoke before', `spoke before ${near}`, `spoke before ${far}`, `spoke before ${n === 0 ? 'alone' : 'beside'}`, `spoke before ${place}`)
    if (subject) { add(asParty ? partyOf(subject) : subject.mention, 'acted before', `acted before ${near}`, `acted before ${far}`, `acted before ${n === 0 ? 'alone' : 'beside'}`, `acted before ${place}`, `open ${first}`); far++ }
    for (const f of forumsIn(analysis, r)) add(f.mention, 'forum before', `forum before ${near}`)
  }
  if (!asParty) for (const name of analysis.document.authors) add(person(name), 'author', `author ${place}`, `author of ${analysis.document.authors.length}`)
  if (voice.person && !asParty) add(voice.person, 'voice', `voice ${place}`)
  for (const p of voice.parties) add(p, 'voice', `voice ${place}`, `voice ${voice.parties.length > 1 ? 'many' : 'one'}`)
  const publisher = analysis.document.publisher
  if (publisher && !asParty) add(body(publisher), 'publisher', `publisher ${place}`, selfOf(analysis).official ? 'publisher official' : 'publisher press')
  add(mainState(analysis), 'main', `main ${place}`)
  if (field !== 'asker') { add(mainFirm(analysis), 'main firm', `main firm ${place}`); add(stateMention('UA', null), 'UA'); add(body('NATO'), 'NATO', ...(hasCue(reading, 'planning.alliance') ? ['NATO word'] : [])); add(body('European Union'), 'EU', ...(hasCue(reading, 'planning.union') ? ['EU word'] : [])); add(body('European Commission'), 'Commission') }
  const counts = countsOf(analysis), all = [...out.values()], most = Math.max(...all.map((c) => counts.get(actorKey(c.mention)) ?? 0))
  for (const c of all) {
    const times = counts.get(actorKey(c.mention)) ?? 0
    c.features.add(`type ${c.mention.type}`); c.features.add(`times ${times > 7 ? 8 : times > 3 ? 4 : times > 1 ? 2 : times}`)
    if (times === most) c.features.add('most')
    if (c.mention.country === 'UA') c.features.add('is UA')
    if (c.mention.country === 'RU') c.features.add('is RU')
    c.features.add(`${c.mention.type} ${c.features.has('here') ? 'here' : 'away'}`)
    if (!/\p{Lu}/u.test(c.mention.name)) c.features.add('no name')
    if (c.features.has('here') && c.features.has('speaker')) c.features.add('here speaker')
    if (c.features.has('acted before') && c.features.has('spoke before')) c.features.add('acted and spoke before')
  }
  return all
}

const split = new Map<string, readonly Term[]>()
/** The words of a feature, split once. */
function termsOf(feature: string): readonly Term[] {
  let terms = split.get(feature)
  if (!terms) { terms = feature.split(' ').map(term); if (split.size < 20_000) split.set(feature, terms) }
  return terms
}

function oddsFor(scorer: Scorer, { features }: Candidate): number {
  scorer.begin()
  for (const feature of features) { const [name, a, b, c] = termsOf(feature); scorer.add(name!, a, b, c) }
  return scorer.sums[0]!
}

/**
 * Those whom a rule gave for a field, unless others are likelier by a wide margin: as a list in its order.
 * @example chosen(analysis, reading, 'actor', [germany]) // [france], where "its new brigade" stands in a sentence on France
 */
export function chosen(analysis: Analysis, reading: Reading, field: ActorField, ruled: readonly Mention[]): readonly Mention[] {
  const scorer = chooserOf(field), scored = candidatesFor(analysis, reading, field).map((c) => ({ mention: c.mention, odds: oddsFor(scorer, c) })).sort((a, b) => b.odds - a.odds), best = scored[0]
  if (!best || best.odds <= 0) return ruled
  const own = Math.min(...ruled.map((m) => scored.find((s) => actorKey(s.mention) === actorKey(m))?.odds ?? unlisted))
  if (ruled.length > 0 && (best.odds - own <= margins[field] || (field === 'addressee' && ruled.every((m) => /^\p{Lu}/u.test(m.name))))) return ruled
  return scored.filter((s, i) => i === 0 || (field !== 'asker' && s.odds > 0.5)).map((s) => s.mention)
}

import type { CountryCode, Mention } from '../../core/claim.ts'
import type { Span } from '../../core/evidence.ts'
import { once } from '../../core/once.ts'
import type { Analysis, MentionAt } from '../analysis.ts'
import { onAnalysis } from '../kept.ts'
import { forumsIn, stateWords } from './atlas.ts'
import { homeOf } from './coreference.ts'
import { wordBefore, startsUpper } from '../words/characters.ts'
import { wordsOf } from '../words/cues.ts'
import { nameTable } from './name-words.ts'
import { cuesOf, hasCue, readingsOf, type Reading } from '../frames/frames.ts'
import { signerOf } from './signers.ts'

const regions = once(() => new Intl.DisplayNames(['en'], { type: 'region' }))
const stateNames = new Map<CountryCode, string>()
function stateName(country: CountryCode): string {
  let name = stateNames.get(country)
  if (name === undefined) stateNames.set(country, (name = regions().of(country) ?? country))
  return name
}

/** A state as an actor. @example stateMention('DE', null).name // 'Germany' */
export function stateMention(country: CountryCode, at: MentionAt | null): Mention {
  return { kind: 'mention', type: 'state', name: stateName(country), written: at?.mention.written ?? '', span: at ? { start: at.start, end: at.end } : null, country, office: null, candidates: [] }
}

/** A body by its name alone, where no words of the text stand for it. @example bodyMention('NATO').type // 'body' */
export const bodyMention = (name: string): Mention => ({ kind: 'mention', type: 'body', name, written: '', span: null, country: null, office: null, candidates: [] })

/** Key by which two mentions are one actor within a document. */
export const actorKey = (m: Mention): string => (m.type === 'state' && m.country ? 'state ' + m.country : m.name.toLowerCase())

/** The list without repeated actors, in order. */
export function distinct(list: readonly Mention[]): Mention[] {
  const seen = new Set<string>()
  return list.filter((m) => { const key = actorKey(m); if (seen.has(key)) return false; seen.add(key); return true })
}

const kept = new Set(['NATO', 'European Union', 'European Commission', 'United Nations'])

/**
 * The party an actor stands for: states for their ministers, capitals, ministries and parliaments; international bodies,
 * companies and towns for themselves; nothing for a private person.
 */
export function partyOf(at: MentionAt): Mention | null {
  const { mention } = at
  if (mention.type === 'company' || mention.type === 'forum') return mention
  if (mention.type === 'group' || mention.type === 'unknown') return null
  const office = mention.type === 'person' && !/ambassador|botschafter|ambassad|ambasciator|ambasador|посол|посл[аи]/i.test(mention.office ?? '') ? bodyOfOffice(mention) : null
  if (office) return office
  if (mention.country && !(mention.type === 'body' && kept.has(mention.name))) return mention.type === 'state' ? mention : stateMention(mention.country, at)
  if (mention.type === 'person') return null
  return described(mention) ? null : mention
}

const offices: readonly (readonly [RegExp, string])[] = [
  [/\bnato\b|\bотан\b|\botan\b|альянс|нато/i, 'NATO'],
  [/commission|commissaire|commissario|kommission|kommissar|komis|коміс/i, 'European Commission'],
  [/außenbeauftragt/i, 'European Union'],
  [/\beu\b|european union|union européenne|unione europea|\bue\b|(?<!\p{L})єс(?!\p{L})|europäische union/iu, 'European Union'],
]

/** Words that end the name of a document, a day, a building or a gathering. */
const papers = /(?:concept|charter|package|act|strategy|plan|day|compact|agreement|declaration|treaty|bill|law|pact|program(?:me)?|initiative|summit|conference|house|palace|castle|hall|airport|base|airfield|war|assets?|hotel)$/i
/** Is a body that nobody knows none at all, but a paper or a place with a name of its own ("Defense Production Act")? */
export const isPaper = (m: Mention): boolean => m.type === 'body' && m.candidates.length === 0 && papers.test(m.name)

/** "lawmakers", "the partners": a body by a noun alone is nobody in particular. */
const described = (m: Mention) => m.candidates.length === 0 && (!/^\p{Lu}/u.test(m.name) || !/[\s-]/.test(m.name))

function bodyOfOffice(person: Mention): Mention | null {
  const body = person.office ? offices.find(([pattern]) => pattern.test(person.office!))?.[1] : undefined
  return body ? { ...person, type: 'body', name: body, office: null, country: null, candidates: [] } : null
}

/** Who the writer of a first-person text is, and for whom he speaks. */
export interface Self { readonly person: Mention | null; readonly parties: readonly Mention[]; /** Is the text an official one, told in the first person? */ readonly official: boolean }

/** The writer of the text: the speaker its title names, else the states that say "we, the ministers of …", else its publisher. */
export const selfOf = onAnalysis((analysis): Self => findSelf(analysis))

function findSelf(analysis: Analysis): Self {
  const { document, mentions } = analysis, title = document.title ?? '', readings = readingsOf(analysis)
  const titleStates = statesIn(analysis, title), publisher = publisherState(analysis)
  const joint = readings.slice(0, 6).find((r) => cuesOf(r, 'frames.self').some((c) => c.from <= 1 && /^,/.test(r.text.slice(c.end - r.start))) && statesOf(r).length >= 2)
  const titlePeople = peopleNamed(analysis, title, mentions)
  const official = publisher !== null || joint !== undefined || firstPerson(readings)
  if (joint) return { person: null, parties: statesOf(joint), official: true }
  if (titleStates.length >= 3 && official) return { person: null, parties: titleStates, official }
  const signer = titlePeople.length === 0 && official ? signerOf(analysis) : null
  if (signer) return { person: signer, parties: [publisher ?? signer.country].flatMap((c) => (c ? [stateMention(c, null)] : [])), official }
  const person = titlePeople[0] ?? null
  if (person?.country && official) return { person, parties: [stateMention(person.country, null)], official }
  return { person: publisher ? person : null, parties: publisher ? [stateMention(publisher, null)] : [], official }
}

/** Does a good part of the text outside quotations speak in the first person? */
function firstPerson(readings: readonly Reading[]): boolean {
  const own = readings.filter((r) => !r.speech && !/["“„«]/.test(r.text))
  return own.length >= 3 && own.filter((r) => hasCue(r, 'frames.self')).length / own.length > 0.3
}

const statesOf = (reading: Reading): Mention[] => distinct(reading.mentions.flatMap((m) => (m.mention.country ? [stateMention(m.mention.country, m)] : [])))

function peopleNamed(analysis: Analysis, title: string, mentions: readonly MentionAt[]): Mention[] {
  const people = new Map<string, Mention>()
  const low = title.toLowerCase()
  for (const { mention } of mentions) {
    if (mention.type !== 'person' || nameTable(analysis.language).roles.has(mention.name.toLowerCase().split(/\s+/).at(-1)!)) continue
    const last = mention.name.split(/\s+/).filter((w) => !/^(?:jr|sr)\.?,?$/i.test(w)).at(-1)?.replace(/,$/, '').toLowerCase()
    if (last && last.length > 2 && low.includes(last) && !people.has(mention.name)) people.set(mention.name, mention)
  }
  if (people.size === 0) return personsOfLexicon(analysis, title)
  return [...people.values()].sort((a, b) => low.indexOf(lastName(a)) - low.indexOf(lastName(b)))
}
/** Persons of a title by the lexicon alone: who signs a text is often named nowhere else. */
function personsOfLexicon(analysis: Analysis, title: string): Mention[] {
  const spans = wordsOf(title, 0), words = spans.map((w) => title.slice(w.start, w.end))
  return words.flatMap((_, i) => {
    const match = analysis.lexicon.match(words, i, analysis.language.code), sense = match?.senses.find((s) => s.type === 'person')
    if (!match || !sense) return []
    const name = title.slice(spans[i]!.start, spans[i + match.words - 1]!.end)
    return [{ kind: 'mention', type: 'person', name, written: name, span: null, country: sense.country, office: null, candidates: match.senses.map((s) => s.id) } satisfies Mention]
  }).slice(0, 1)
}

const lastName = (m: Mention) => m.name.split(/\s+/).filter((w) => !/^(?:jr|sr)\.?,?$/i.test(w)).at(-1)!.replace(/,$/, '').toLowerCase()

/** The states a short text names, by the lexicon. */
export function statesIn(analysis: Analysis, text: string): Mention[] {
  const words = (text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}.’'-]*/gu) ?? []).map((w) => w.replace(/['’]s?$/, '')), out: Mention[] = []
  for (let i = 0; i < words.length;) {
    const match = analysis.lexicon.match(words, i, analysis.language.code)
    const sense = match?.senses.find((s) => s.type === 'state' && s.country)
    if (sense?.country) out.push(stateMention(sense.country, null))
    i += match && match.words > 0 ? match.words : 1
  }
  return distinct(out)
}

/** State of an official publisher ("The White House", "Ministerstwo Obrony"), by the lexicon; null for the press. */
const publisherState = onAnalysis((analysis): CountryCode | null => {
  const { publisher } = analysis.document
  if (!publisher) return null
  const senses = analysis.lexicon.senses(publisher.replace(/^the /i, ''), analysis.language.code)
  return senses.find((s) => s.type === 'body' && s.country)?.country ?? organState(analysis, publisher)
})

/** Words of the organs of a state in the names of publishers; with the stems of cases. */
const organ = /(?<!\p{L})(?:ministry|department of (?:state|defen[cs]e|the)|(?<=^\p{Lu}\p{L}{2,20} )government|government of|office of the (?:president|prime minister|government)|(?:state|federal) chancellery|presidency of the|cabinet office|embassy|eidgenössisch\p{L}* departement|département fédéral|dipartimento federale|\p{L}*ministerium|bundesregierung|bundeskanzleramt|regierung|botschaft|ministère|gouvernement|présidence|ambassade|ministero|governo|presidenza|ambasciata|ministerstw\p{L}*|kancelari\p{L}*|rządu|ambasad\p{L}*|міністерств\p{L}*|уряд(?:у|ов\p{L}*)?|канцелярі\p{L}*|офіс\p{L}* президента|посольств\p{L}*|кабінет\p{L}* міністрів)(?!\p{L})/iu
/** Organs whose name only one state has, in a language of several. */
const named: readonly (readonly [RegExp, CountryCode])[] = [[/landesverteidigung|bundesministerium für europäische/i, 'AT'], [/eidgenössisch|département fédéral|dipartimento federale|departement für (?:verteidigung|auswärtige)/i, 'CH']]
/** "Office of the President of the Republic of Slovenia", "Ministero della Cultura": the state such a publisher names, else that of the language. */
function organState(analysis: Analysis, publisher: string): CountryCode | null {
  const { lexicon, language } = analysis
  if (!organ.test(publisher)) return null
  const only = named.find(([shape]) => shape.test(publisher))?.[1]
  if (only) return only
  const words = publisher.split(/[\s,.()]+/).filter(Boolean)
  for (const code of [language.code, 'en'] as const) for (let i = 0; i < words.length; i++) { const sense = lexicon.match(words, i, code)?.senses[0]; if (sense?.country && (sense.as === 'demonym' || sense.as === 'name') && sense.type === 'state') return sense.country }
  return homeOf(analysis) ?? language.names.homeState
}

/** States that wage this war or arm it: they give and meet nobody here. */
export const opponents = new Set(['RU', 'BY', 'KP', 'IR'])

/**
 * The parties named together last, two states or more: what "the sides" and "the participants" mean.
 * @param except states that are not among them: who asks "the two governments"
 */
export function groupBefore(analysis: Analysis, reading: Reading, except: readonly (CountryCode | null)[] = []): Mention[] {
  const readings = readingsOf(analysis)
  const number = cuesOf(reading, 'frames.group').flatMap((c) => wordsOf(reading.text.slice(c.start - reading.start, c.end - reading.start), 0)).map((w) => analysis.language.numbers.cardinals[w.lower]).find((n) => n !== undefined && n > 1)
  for (let i = reading.index - 1; i >= Math.max(0, reading.index - 25); i--) {
    const states = distinct([...readings[i]!.mentions.filter((m) => m.mention.type === 'state').map((m) => m.mention), ...statesOf(readings[i]!)]).filter((m) => m.country && !opponents.has(m.country) && !except.includes(m.country))
    if (number ? states.length === number || states.length === number + 1 : states.length >= 2 && (states.length > 2 || !readings[i]!.speech)) return number ? states.slice(0, number) : states
  }
  return []
}

/** The forum a text names most, at least so many times: who "they" and "the ministers" are together. */
export function forumOf(analysis: Analysis, times = 1): Mention | null {
  const best = mostNamedForum(analysis)
  return best && best.n >= times ? best.mention : null
}

const mostNamedForum = onAnalysis((analysis): { readonly mention: Mention; readonly n: number } | null => {
  const counts = new Map<string, { mention: Mention; n: number }>()
  for (const r of readingsOf(analysis)) for (const { mention } of forumsIn(analysis, r)) { const known = counts.get(mention.name); if (known) known.n++; else counts.set(mention.name, { mention, n: 1 }) }
  return [...counts.values()].sort((a, b) => b.n - a.n)[0] ?? null
})

/** The state, not Ukraine and no opponent of it, that a text names most: whose plans it tells when nobody else is named. */
export const mainState = onAnalysis((analysis): Mention | null => findMainState(analysis))

function findMainState(analysis: Analysis): Mention | null {
  const counts = new Map<string, number>()
  for (const r of readingsOf(analysis)) for (const w of stateWords(analysis, r)) if (w.country !== 'UA' && !opponents.has(w.country) && w.kind !== 'place') counts.set(w.country, (counts.get(w.country) ?? 0) + 1)
  for (const { mention } of analysis.mentions) if (mention.type === 'person' && mention.country && mention.country !== 'UA' && !opponents.has(mention.country)) counts.set(mention.country, (counts.get(mention.country) ?? 0) + 0.5)
  const best = [...counts].sort((a, b) => b[1] - a[1])[0]
  return best ? stateMention(best[0], null) : analysis.language.names.homeState ? stateMention(analysis.language.names.homeState, null) : null
}

const postsOf = onAnalysis((): Map<string, Mention | null> => new Map())

/** State of a minister or official whose office names none: the publisher's, else the first one named where he is named first. */
export function stateOfPost(analysis: Analysis, person: Mention): Mention | null {
  if (person.type !== 'person' || person.country || !person.office) return null
  const known = postsOf(analysis)
  if (!known.has(person.name)) known.set(person.name, findStateOfPost(analysis, person))
  return known.get(person.name)!
}

function findStateOfPost(analysis: Analysis, person: Mention): Mention | null {
  const publisher = publisherState(analysis)
  if (publisher) return stateMention(publisher, null)
  const readings = readingsOf(analysis), at = readings.find((r) => r.mentions.some((m) => m.mention.name === person.name))
  if (!at) return null
  const named = (r: Reading | undefined) => (r ? stateWords(analysis, r).find((w) => w.kind === 'state' && w.country !== 'UA' && !opponents.has(w.country)) : undefined)
  const word = named(at) ?? named(readings[at.index - 1])
  return word ? stateMention(word.country, null) : null
}

/** A group with the adjective before it: "European industries". */
export function groupNamed(reading: Reading, m: MentionAt): Mention {
  const { text } = reading, end = m.start - reading.start - 1, before = wordBefore(text, end)
  const from = startsUpper(before) ? end - before.length : end - before.length - 1 - wordBefore(text, end - before.length - 1).length
  return /^\p{Lu}\p{L}/u.test(text.slice(from, end)) && /^\s$/.test(text[end] ?? '') && !/\p{Lu}/u.test(m.mention.name) ? { ...m.mention, name: text.slice(from, m.end - reading.start) } : m.mention
}

/** How often the text names Ukraine or its people: support is for it when nobody else is named. */
export const aboutUkraine = onAnalysis((analysis): boolean => analysis.mentions.some((m) => m.mention.country === 'UA') || readingsOf(analysis).some((r) => stateWords(analysis, r).some((w) => w.country === 'UA')) || statesIn(analysis, analysis.document.title ?? '').some((m) => m.country === 'UA'))

import type { Mention } from '../../core/claim.ts'
import type { Span } from '../../core/evidence.ts'
import type { Analysis, MentionAt } from '../analysis.ts'
import { stateWords } from '../names/atlas.ts'
import type { Cue } from '../words/cues.ts'
import { cuesOf, gap, hasCue, inside, onReading, overlaps, readingsOf, type Reading } from '../frames/frames.ts'
import { onAnalysis } from '../kept.ts'
import { nameTable } from '../names/name-words.ts'
import { distinct, isPaper, opponents, partyOf, stateMention, stateOfPost } from '../names/parties.ts'
import { selfAt } from '../speech/speakers.ts'

export function participants(analysis: Analysis, reading: Reading, clause: Span, cue: Cue, forum: Mention | null): { parties: Mention[]; people: Mention[] } {
  const topics = topicOf(reading, clause, cue)
  const mentions = [...reading.mentions, ...calledIn(reading, analysis)].sort((a, b) => a.start - b.start).filter((m) => inside(m, clause) && m.mention.type !== 'forum' && !topics.some((t) => inside(m, t)) && !isNoParty(reading, m) && (!aside(analysis, reading, m) || delegates(analysis, reading, m) !== null))
  const self = selfAt(analysis, reading), own = self.official && (hasCue(reading, 'frames.self', clause) || isOurs(reading, cue))
  const selfParties = own ? self.parties : [], selfPeople = own && self.person ? [self.person] : []
  const alone = mentions.filter((m) => m.mention.type === 'person').length < 2 && cue.table !== 'meetings.weak'
  const subject = alone ? reading.mentions.filter((m) => m.mention.type === 'person' && !inside(m, clause) && (hasCue(reading, 'frames.anaphor', clause) || m.end <= cue.start)).slice(-1) : []
  if (mentions.length < 2 && subject.length > 0) subject.unshift(...besideName(reading, clause, subject[0]!))
  const people = [...mentions, ...subject].filter((m) => isNamed(reading, m)).map((m) => m.mention)
  const parties = [...mentions, ...subject].flatMap((m) => partyOf(m) ?? delegates(analysis, reading, m) ?? stateOfPost(analysis, m.mention) ?? []).filter((p) => p.name !== forum?.name)
  return { parties: distinct([...parties, ...adjectives(analysis, reading, clause), ...selfParties]), people: distinct([...people, ...selfPeople]) }
}

/** "Announced by Anna Lund and Jan Vesk, who met in Oslo": those named in one breath with the one a relative clause goes on with. */
function besideName(reading: Reading, clause: Span, subject: MentionAt): MentionAt[] {
  const first = reading.words.find((w) => w.start >= clause.start)
  if (!first || !relative.test(first.lower) || clause.start - subject.end > 4) return []
  const out: MentionAt[] = []
  for (let end = subject.start, i = reading.mentions.indexOf(subject) - 1; i >= 0; i--) { const m = reading.mentions[i]!; if (m.mention.type !== 'person' || end - m.end > 6 || end < m.end) break; out.unshift(m); end = m.start }
  return out
}
const relative = /^(?:who|whom|which|die|qui|lesquel(?:le)?s|che|i|które?|którzy|які|який|котрі)$/u

/** "Spotkamy się", "incontreremo", "зустрінемося": a word of meeting whose ending says "I" or "we", where none stands before it. */
const isOurs = (reading: Reading, cue: Cue): boolean => reading.words.slice(cue.from, cue.to + 1).some((w) => endings[reading.language.code]?.test(w.lower))
const endings: Partial<Record<string, RegExp>> = { pl: /(?:[łęa]m|łem|[lł][iy]śmy|[aeiy]my|ę)$/u, it: /(?:iamo|emo|rò)$/u, uk: /(?:[аеєиїі]мо(?:ся|сь)?|[ую]ся)$/u, fr: /(?:ons|rai)$/u }

/** What is talked about, from a word of agenda to the next "with" or sign: "to discuss Syria with France" is a meeting with France. */
function topicOf(reading: Reading, clause: Span, cue: Cue): Span[] {
  return cuesOf(reading, 'meetings.agenda', clause).filter((a) => a.start >= cue.start).map((a) => {
    const behind = cuesOf(reading, 'meetings.with', clause).find((w) => w.start > a.end)
    return { start: a.end, end: behind?.start ?? clause.end }
  })
}

/** Parliaments only sit; papers and buildings meet nobody. */
export const isNoParty = (reading: Reading, m: MentionAt): boolean =>
  isPaper(m.mention) || (m.mention.type !== 'person' && cuesOf(reading, 'meetings.parliament').some((c) => overlaps(c, m)))

/** "The ministers of Spain", "NATO defence ministers": a group of delegates stands for its state or body. */
export function delegates(analysis: Analysis, reading: Reading, m: MentionAt): Mention | null {
  if (m.mention.type !== 'group' || !hasCue(reading, ['meetings.leaders', 'meetings.foreign', 'meetings.defence', 'meetings.officials', 'meetings.posts'], m)) return null
  if (m.mention.country) return opponents.has(m.mention.country) ? null : stateMention(m.mention.country, m)
  const senses = m.mention.name.split(' ').filter((w) => /^\p{Lu}/u.test(w)).flatMap((w) => analysis.lexicon.senses(w, analysis.language.code)), sense = senses.find((s) => s.type === 'body' && s.country === null)
  return sense ? { ...m.mention, type: 'body', name: sense.name, candidates: [sense.id] } : null
}

/** A person with a name, and not one only described. */
export const isNamed = (reading: Reading, m: MentionAt): boolean => m.mention.type === 'person' && /^\p{Lu}/u.test(m.mention.name) && m.mention.name !== m.mention.office && !/^(?:His|Her|The) /.test(m.mention.name) && !isOffice(reading, m.mention.name)

/** "PRESIDENT", "Allies", "Minister", "my right hon. Friend": an office or a group with a capital is nobody's name. */
function isOffice(reading: Reading, name: string): boolean {
  const names = nameTable(reading.language), words = name.toLowerCase().split(/\s+/)
  return words.every((w) => w === 'friend' || names.roles.has(w) || names.groups.has(w) || names.bodies.has(w) || names.titles.has(w))
}

/** "The German, British and Polish ministers": states by their adjectives beside a word for ministers or delegates. */
export function adjectives(analysis: Analysis, reading: Reading, clause: Span): Mention[] {
  const posts = cuesOf(reading, ['meetings.leaders', 'meetings.foreign', 'meetings.defence', 'meetings.officials', 'meetings.posts'], clause)
  const words = stateWords(analysis, reading).filter((w) => w.kind === 'demonym' && inside(w, clause) && !opponents.has(w.country))
  return words.filter((w) => posts.some((p) => gap(p, w) < 14) || words.some((v) => v !== w && gap(v, w) < 8 && posts.some((p) => gap(p, v) < 40))).map((w) => stateMention(w.country, null))
}

/** "NATO capability targets", "Ukraine aid": a name that only describes the noun after it, and that noun is no delegate. */
function describesNoun(reading: Reading, m: MentionAt): boolean {
  const next = reading.sentence.tokens.find((t) => t.start >= m.end)
  if (!next || next.start - m.end > 1 || (next.pos !== 'NOUN' && next.pos !== 'ADJ')) return false
  return !cuesOf(reading, ['meetings.leaders', 'meetings.foreign', 'meetings.defence', 'meetings.officials', 'meetings.posts', 'meetings.nouns', 'meetings.summit', 'meetings.weak']).some((c) => c.start >= m.end && c.start - m.end < 24)
}

/** Mentions that are not those who meet: places after "in", the topic after "about", the subject of a crime or an attack. */
export function aside(analysis: Analysis, reading: Reading, m: MentionAt): boolean {
  const before = reading.text.slice(Math.max(0, m.start - reading.start - 14), m.start - reading.start)
  if (m.mention.type === 'person') return /\p{L}/u.test(m.mention.name) && reading.speech?.speaker.name === m.mention.name && m.mention.office === null && reading.speech.form === 'direct'
  if (m.mention.type === 'unknown' || m.mention.type === 'group') return true
  if (describesNoun(reading, m)) return true
  const joined = cuesOf(reading, ['meetings.with', 'frames.and']).some((c) => c.end <= m.start && m.start - c.end <= 5)
  if (m.mention.country && opponents.has(m.mention.country) && !joined) return true
  if (/^['’]s\b/.test(reading.text.slice(m.end - reading.start)) && !cuesOf(reading, ['meetings.leaders', 'meetings.foreign', 'meetings.defence', 'meetings.officials', 'meetings.posts']).some((c) => c.start >= m.end && c.start - m.end < 22)) return true
  return cuesOf(reading, 'frames.at').some((c) => c.end <= m.start && m.start - c.end <= 5 && !/[,;]/.test(reading.text.slice(c.end - reading.start, m.start - reading.start))) || isAbout(before)
}

/** Words before what a meeting is about or against, perhaps with an article between. */
function isAbout(before: string): boolean {
  const words = before.toLowerCase().split(/\s+/).filter(Boolean), last = words.at(-1) ?? ''
  return topical.has(last) || (articles.has(last) && topical.has(words.at(-2) ?? ''))
}
const topical = new Set("against about on for support supporting help helping arm arming über gegen für contre pour sur soutenir contro per sull’ sull' przeciw przeciwko dla o проти для щодо про".split(' '))
const articles = new Set(['the', 'die', 'la', 'l’', "l'"])

/** "The Japan-Ukraine Energy Dialogue": a body by whose name nobody sits anywhere but in a meeting. */
export const namesForum = ({ type, name }: Mention): boolean => (type === 'body' || type === 'company') && /[\p{L}\d] (?:Dialogue|Dialog|Consultations|Conference|Summit|Roundtable|Colloquium|Konsultationen|Konferenz)$/u.test(name)

/** The last word of a name, in small letters. @example lastName('Anna Lund') // 'lund' */
export const lastName = (name: string) => name.toLowerCase().split(/\s+/).filter((w) => !/^(?:jr|sr)\.?,?$/.test(w)).at(-1) ?? ''

/** The persons of a text, those named most first. */
export const peopleOf = onAnalysis((analysis): readonly Mention[] => {
  const counts = new Map<string, { mention: Mention; n: number }>()
  for (const r of readingsOf(analysis)) for (const m of r.mentions) if (isNamed(r, m)) { const k = lastName(m.mention.name), known = counts.get(k); if (known) known.n++; else counts.set(k, { mention: m.mention, n: 1 }) }
  return [...counts.values()].sort((a, b) => b.n - a.n).map((c) => c.mention)
})

/**
 * Persons of the text whom a sentence calls by the last name alone in a form that no mention was made of: "Telefonat
 * Rinkēvičs’ mit", "das Gespräch Lunds mit". Where nouns have capitals such a name grows together with the noun before it.
 */
export const calledIn = onReading((reading, analysis: Analysis): readonly MentionAt[] => {
  if (!reading.language.names.nounsInCapitals || !/\p{Ll}(?:s|['’])(?!\p{L})/u.test(reading.text)) return []
  return peopleOf(analysis).flatMap((mention) => {
    const name = mention.name.split(' ').at(-1)!, at = name.length < 4 ? -1 : reading.text.indexOf(name), span = { start: reading.start + at, end: reading.start + at + name.length }
    if (at < 0 || !ending.test(reading.text.slice(at + name.length)) || /\p{L}/u.test(reading.text[at - 1] ?? '') || reading.mentions.some((m) => m.mention.type === 'person' && overlaps(m, span))) return []
    return [{ mention: { ...mention, span }, ...span, sentence: reading.index }]
  })
})
const ending = /^(?:s|['’])?(?!\p{L})/u

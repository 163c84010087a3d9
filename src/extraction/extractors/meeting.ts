import type { Drawn, MeetingFields, Mention, Place, Written } from '../../core/claim.ts'
import { addDays, bounds, isWholeDay, type DatedValue } from '../../core/dates.ts'
import { evidenceOf, type Span } from '../../core/evidence.ts'
import type { Analysis, MentionAt } from '../analysis.ts'
import { topicsIn } from '../agenda.ts'
import { forumsIn, stateWords } from '../atlas.ts'
import type { Cue } from '../cues.ts'
import type { Extractor } from '../extractor.ts'
import { clausesOf, cuesOf, gap, hasCue, inside, overlaps, readingsOf, trim, type Reading } from '../frames.ts'
import { actorKey, distinct, partyOf, selfOf, stateMention, stateOfPost } from '../parties.ts'

type Fields = MeetingFields<Written>
interface Draft { fields: Fields; spans: Span[]; readonly sentence: number; readonly cue: Cue; readonly strength: number }

/** Parties come, came or will come together: in a room, by telephone, by video. One claim a meeting. */
export default {
  name: 'meeting',
  version: 1,
  kind: 'meeting',
  extract(analysis) {
    const drafts: Draft[] = []
    for (const reading of readingsOf(analysis)) {
      if (analysis.document.blocks[reading.sentence.block]?.kind === 'heading') continue
      const found: Draft[] = []
      for (const cue of [...cuesOfMeetings(reading), ...forumsAsMeetings(analysis, reading)]) found.push(...draft(analysis, reading, cue, [...drafts, ...found]))
      const joins = hasCue(reading, 'meetings.attended') && reading.dates.length === 0 && found.every((d) => d.cue.table === 'meetings.video')
      const own = joins ? [] : found.filter((d) => !bare(d.fields) || d.strength > 2)
      for (const one of perMeeting(own)) absorb(drafts, one)
      if (own.length === 0) addParticipants(analysis, reading, drafts, found.length > 0)
      addTopics(reading, drafts)
    }
    return drafts.filter((d) => plausible(d)).map((d) => drawn(analysis, d))
  },
} satisfies Extractor

function drawn(analysis: Analysis, d: Draft): Drawn<Fields> {
  const [first, ...rest] = d.spans.map((s) => evidenceOf(analysis.document.text, s))
  const word = analysis.document.text.slice(d.cue.start, d.cue.end)
  return { fields: d.fields, evidence: [first!, ...rest], confidence: Math.min(0.9, 0.45 + 0.1 * d.strength), explain: { rule: 'meeting: ' + d.cue.table.slice(9), fields: { state: `“${word}”` } } }
}

const strong = ['meetings.verbs', 'meetings.nouns', 'meetings.call', 'meetings.video']
const weak = ['meetings.weak', 'meetings.visit']

/** The words of meeting in a sentence, without those that are none ("meets the requirements"). */
function cuesOfMeetings(reading: Reading): Cue[] {
  const others = cuesOf(reading, 'meetings.other')
  const owns = (c: Cue) => reading.mentions.some((m) => m.start <= c.end + 2 && m.end > c.end && m.start >= c.start && /^['’]s\s\p{Ll}/u.test(reading.text.slice(m.end - reading.start)))
  return cuesOf(reading, [...strong, ...weak]).filter((c) => !others.some((o) => overlaps(o, c)) && !(c.table === 'meetings.verbs' && owns(c)))
}

/** No date, place or forum of its own: such a word speaks of a meeting told before. */
const bare = (f: Fields) => f.date === null && f.place === null && f.forum === null && f.state === 'held'

/** "Pledged at the Contact Group in Brussels in mid-October": a forum with a place or a date after a preposition is a meeting. */
function forumsAsMeetings(analysis: Analysis, reading: Reading): Cue[] {
  if (cuesOfMeetings(reading).length > 0 || reading.dates.length === 0) return []
  return reading.mentions.filter((m) => m.mention.type === 'forum').flatMap((m) => {
    const led = cuesOf(reading, 'frames.at').find((c) => c.end <= m.start && m.start - c.end <= 6)
    return led ? [{ start: m.start, end: m.end, table: 'meetings.nouns', from: led.from, to: led.to }] : []
  }).filter(() => cuesOf(reading, 'frames.at').some((at) => placeAfter(analysis, reading, at)?.country))
}

/** Does it hold together: a forum, or two parties, or a party with a date or a place? */
const plausible = ({ fields, strength }: Draft): boolean => {
  const who = fields.parties.length + (fields.forum ? 2 : 0), where = (fields.date ? 1 : 0) + (fields.place ? 1 : 0)
  if (fields.parties.length + fields.people.length === 0 && !fields.forum && fields.state === 'held') return false
  return who >= 2 || (who === 1 && where >= 1 && strength >= 2) || (where === 2 && strength >= 2) || (strength >= 2 && where >= 1 && fields.state !== 'held')
}

function draft(analysis: Analysis, reading: Reading, cue: Cue, before: readonly Draft[]): Draft[] {
  const clause = clauseOf(reading, cue), isWeak = weak.includes(cue.table)
  const said = dateOf(reading, cue, clause), state = stateOf(analysis, reading, clause, cue, said)
  const date = said ?? (isWeak ? null : impliedDate(analysis, reading, cue, state))
  const forum = forumOf(analysis, reading, cue, clause), place = placeOf(analysis, reading, cue, clause, forum)
  const who = participants(analysis, reading, clause, cue, forum)
  const earlier = sameAs(reading, clause, before)
  const told = forum && [...before].reverse().find((d) => d.fields.forum?.name === forum.name && d.fields.parties.length > 2)
  const shared = forum && !told && earlier?.fields.forum?.name !== forum.name ? undefined : told ?? earlier
  const parties = who.parties.length >= 2 && !(told && who.parties.length < 3) || !shared ? who.parties : distinct([...shared.fields.parties, ...who.parties])
  const mode = modeOf(reading, clause, cue, place, state)
  if (isWeak && parties.length + (forum ? 2 : 0) < 2 && !(date && state !== 'held')) return []
  if (isWeak && !date && !place && !forum && state === 'held') return []
  if (cue.table === 'meetings.visit' && (parties.length < 2 || !(who.people.length > 0 && (date || place)))) return []
  const fields: Fields = {
    kind: 'meeting', date, state, mode, place: mode === 'call' || mode === 'video' ? null : place, country: mode === 'call' || mode === 'video' ? null : place?.country ?? null,
    forum: forum ?? (shared && who.parties.length < 2 ? shared.fields.forum : null), parties, people: who.people,
    level: levelOf(reading, clause), agenda: agendaOf(reading, clause), ordinal: ordinalOf(reading, clause),
  }
  const strength = (isWeak ? 0 : 1) + (date ? 1 : 0) + (place ? 1 : 0) + (forum ? 1 : 0) + (parties.length >= 2 ? 2 : parties.length) 
  const one: Draft = { fields, spans: [trim(reading, reading)], sentence: reading.index, cue, strength }
  return [one, ...earlierOnes(analysis, reading, one)]
}

/** The clause of a meeting word; one too short to stand alone is taken with its neighbours. */
function clauseOf(reading: Reading, cue: Cue): Span {
  const clauses = clausesOf(reading), own = clauses.find((c) => cue.start >= c.start && cue.start < c.end) ?? reading
  return own.end - own.start < 45 ? reading : own
}

/** Does another word of meeting stand outside the clause? Then dates and places out there are not this meeting's. */
const othersOutside = (reading: Reading, clause: Span) => cuesOfMeetings(reading).some((c) => !inside(c, clause))

/** "After those of Berlin in November and Helenów in January": meetings before it, each a place with its date. */
function earlierOnes(analysis: Analysis, reading: Reading, one: Draft): Draft[] {
  const from = cuesOf(reading, 'meetings.earlier')[0]
  if (!from || one.cue.start > from.start || one.fields.parties.length + (one.fields.forum ? 2 : 0) < 2) return []
  return reading.dates.filter((d) => d.start >= from.end).flatMap((d, i, dates): Draft[] => {
    const start = i > 0 ? dates[i - 1]!.end : from.end
    const word = stateWords(analysis, reading).find((w) => w.start >= start && w.end <= d.start)
    if (!word || d.value.edtf.includes('..')) return []
    const place: Place<Written> = { written: reading.text.slice(word.start - reading.start, word.end - reading.start), country: word.country, span: { start: word.start, end: word.end } }
    const fields: Fields = { ...one.fields, date: d.value, state: 'held', mode: 'in person', place, country: word.country, people: [], agenda: [], ordinal: null }
    return [{ fields, spans: [{ start: word.start, end: d.end }], sentence: reading.index, cue: from, strength: 4 }]
  })
}

function dateOf(reading: Reading, cue: Cue, clause: Span): DatedValue | null {
  const before = cuesOf(reading, 'meetings.earlier').find((c) => c.start > cue.end)
  const dates = reading.dates.filter((d) => !d.value.edtf.includes('..') && d.value.edtf.length >= 7 && !(before && d.start > before.start))
  const here = dates.filter((d) => inside(d, clause)), list = here.length > 0 ? here : othersOutside(reading, clause) ? [] : dates
  const best = [...list].sort((a, b) => gap(a, cue) - gap(b, cue))[0]
  return best?.value ?? null
}

/** A meeting told without a day: the day of the official text that tells it, or the day named in the sentence before. */
function impliedDate(analysis: Analysis, reading: Reading, cue: Cue, state: Fields['state']): DatedValue | null {
  const published = analysis.document.published?.edtf
  if (!published || state !== 'held') return null
  if (selfOf(analysis).official && (cue.table === 'meetings.call' || hasCue(reading, 'frames.self'))) return { edtf: published, basis: 'inferred', why: 'told in a text of that day' }
  const before = readingsOf(analysis)[reading.index - 1]?.dates.find((d) => isWholeDay(d.value.edtf) && d.value.edtf <= published && addDays(d.value.edtf, 3) >= published)
  return before ? { ...before.value, basis: 'inferred', why: 'the day named in the sentence before' } : null
}

function stateOf(analysis: Analysis, reading: Reading, clause: Span, cue: Cue, date: DatedValue | null): Fields['state'] {
  const near = (table: string) => cuesOf(reading, table).some((c) => inside(c, clause) || gap(c, cue) < 60)
  if (near('meetings.postponed')) return 'postponed'
  if (near('meetings.cancelled')) return 'cancelled'
  const published = analysis.document.published?.edtf
  if (date && published) {
    const [first] = bounds(date.edtf), [, today] = bounds(published)
    if (first > today) return 'planned'
    if (first < today) return 'held'
  }
  return near('meetings.planned') && !date ? 'planned' : 'held'
}

function modeOf(reading: Reading, clause: Span, cue: Cue, place: Place<Written> | null, state: Fields['state']): Fields['mode'] {
  if (cue.table !== 'meetings.verbs' && cue.table !== 'meetings.nouns' && cue.table === 'meetings.video' || (hasCue(reading, 'meetings.video', clause) && cue.table === 'meetings.call')) return 'video'
  if (cue.table === 'meetings.call' || hasCue(reading, 'meetings.call', clause) && cue.table !== 'meetings.verbs') return 'call'
  if (state === 'held') return 'in person'
  return place ? 'in person' : null
}

/** The place named nearest after a preposition of place. */
function placeOf(analysis: Analysis, reading: Reading, cue: Cue, clause: Span, forum: Mention | null): Place<Written> | null {
  const named = somewhere(analysis, reading, clause) ?? placeBefore(analysis, reading, cue)
  if (named) return named
  const visited = cue.table === 'meetings.visit' ? stateWords(analysis, reading).find((w) => w.kind !== 'demonym' && w.start >= cue.end && w.start - cue.end <= 5) : undefined
  if (visited) return { written: reading.text.slice(visited.start - reading.start, visited.end - reading.start), country: visited.country, span: { start: visited.start, end: visited.end } }
  const before = cuesOf(reading, 'meetings.earlier').find((c) => c.start > cue.end), apart = othersOutside(reading, clause)
  const found = cuesOf(reading, 'frames.at').flatMap((at) => {
    if (overlaps(at, cue) || (before && at.start >= before.start) || (apart && !inside(at, clause)) || (forum?.span && at.start >= forum.span.start && at.end <= forum.span.end)) return []
    const place = placeAfter(analysis, reading, at)
    return place && !reading.dates.some((d) => overlaps(d, place.span)) ? [place] : []
  })
  const score = (p: { span: Span }) => gap(p.span, cue) + (inside(p.span, clause) ? 0 : 50) + (p.span.start < cue.start ? 10 : 0)
  const best = found.sort((a, b) => score(a) - score(b))[0]
  if (!best || gap(best.span, cue) > 140) return null
  const { start, end } = best.span
  return { written: reading.text.slice(start - reading.start, end - reading.start), country: best.country ?? analysis.language.names.homeState, span: best.span }
}

/** "The capital", "the town hall", "the White House": written so; the country by the places named before. */
function somewhere(analysis: Analysis, reading: Reading, clause: Span): Place<Written> | null {
  const cue = cuesOf(reading, 'meetings.somewhere', clause)[0]
  if (!cue) return null
  const text = reading.text.slice(cue.start - reading.start, cue.end - reading.start)
  const sense = analysis.lexicon.senses(text.replace(/^the /i, ''), analysis.language.code).find((s) => s.country)
  const near = readingsOf(analysis).slice(Math.max(0, reading.index - 3), reading.index + 1).reverse().flatMap((r) => stateWords(analysis, r)).find((w) => w.kind === 'place' || w.kind === 'state')
  return { written: text.replace(/^(?:the|der|im|la|le|l['’])\s*/i, ''), country: sense?.country ?? near?.country ?? analysis.language.names.homeState, span: { start: cue.start, end: cue.end } }
}

/** "The Capri meeting": a place right before the noun. */
function placeBefore(analysis: Analysis, reading: Reading, cue: Cue): Place<Written> | null {
  const m = /(\p{Lu}[\p{L}’-]{1,60})\s$/u.exec(reading.text.slice(0, cue.start - reading.start))
  if (!m || cue.table === 'meetings.verbs') return null
  const sense = analysis.lexicon.senses(m[1]!, analysis.language.code).find((s) => s.type === 'place')
  return sense ? { written: m[1]!, country: sense.country, span: { start: reading.start + m.index, end: reading.start + m.index + m[1]!.length } } : null
}

/** A run of capitalised words after a preposition that the lexicon knows as a place or state, or that no mention claims. */
function placeAfter(analysis: Analysis, reading: Reading, at: Cue): { span: Span; country: string | null } | null {
  const rest = reading.text.slice(at.end - reading.start)
  const m = /^\s+(?:(?:the|il|la|le|der|dem|den|al|alla|au)\s+|l['’])?((?:\p{Lu}[\p{L}\p{M}’'-]*)(?:(?:\s|,\s(?:near|bei|près de|vicino a|koło|під|біля)\s|\s(?:of|de|di|del|della|am|an der)\s)\p{Lu}[\p{L}\p{M}’'-]*){0,4})/u.exec(rest)
  if (!m) return null
  const start = at.end + m[0].length - m[1]!.length, span = { start, end: start + m[1]!.length }
  const known = placeCountry(analysis, m[1]!)
  const claimed = reading.mentions.find((x) => overlaps(x, span))
  if (known === undefined && claimed && claimed.mention.type !== 'unknown') return null
  if (known === undefined && !claimed && m[1]!.split(/\s/).length > 5) return null
  return { span, country: known ?? null }
}

/** Country of the first word run that the lexicon knows as a place or state; undefined when it knows none. */
function placeCountry(analysis: Analysis, text: string): string | null | undefined {
  const words = text.split(/[\s,]+/)
  for (let i = 0; i < words.length; i++) {
    const match = analysis.lexicon.match(words, i, analysis.language.code)
    const sense = match?.senses.find((s) => s.type === 'place' || s.type === 'state')
    if (sense) return sense.country
  }
  return undefined
}

function forumOf(analysis: Analysis, reading: Reading, cue: Cue, clause: Span): Mention | null {
  const made = summitOf(reading, cue)
  if (made) return made
  const forums = forumsIn(analysis, reading).filter((m) => !behindBreak(reading, cue, m))
  const here = forums.filter((m) => inside(m, clause))
  const best = [...(here.length > 0 ? here : forums)].sort((a, b) => gap(a, cue) - gap(b, cue))[0]
  return best && gap(best, cue) < 120 ? best.mention : null
}

/** "They convened before the Contact Group meeting": a forum behind "before" or "after" belongs to another meeting. */
const behindBreak = (reading: Reading, cue: Cue, m: Span): boolean =>
  cue.table === 'meetings.verbs' && cuesOf(reading, 'frames.breaks').some((b) => b.start >= cue.end && b.end <= m.start)

/** "The NATO summit", "Summit for Peace in Ukraine": a summit named by whose or what it is. */
function summitOf(reading: Reading, cue: Cue): Mention | null {
  const summit = cuesOf(reading, 'meetings.summit').find((c) => overlaps(c, cue))
  if (!summit) return null
  const owner = reading.mentions.find((m) => m.mention.type === 'body' && gap(m, summit) <= 2 && (m.mention.name === 'NATO' || m.mention.name === 'European Union'))
  if (owner) return { ...owner.mention, type: 'forum', name: owner.mention.name === 'NATO' ? 'NATO Summit' : 'European Council', country: null, candidates: [] }
  const named = /^\p{Lu}\p{Ll}+ (?:for|on|pour|sur|per|für|w sprawie) (?:\p{Lu}[\p{L}’'-]+)(?: (?:in|of|en|de|in|w) \p{Lu}[\p{L}’'-]+)?/u.exec(reading.text.slice(summit.start - reading.start))
  if (!named) return null
  const span = { start: summit.start, end: summit.start + named[0].length }
  return { kind: 'mention', type: 'forum', name: named[0], written: named[0], span, country: null, office: null, candidates: [] }
}

function participants(analysis: Analysis, reading: Reading, clause: Span, cue: Cue, forum: Mention | null): { parties: Mention[]; people: Mention[] } {
  const mentions = reading.mentions.filter((m) => inside(m, clause) && m.mention.type !== 'forum' && (!aside(analysis, reading, m) || delegates(reading, m) !== null))
  const self = selfOf(analysis), own = hasCue(reading, 'frames.self', clause) && self.official
  const selfParties = own ? self.parties : [], selfPeople = own && self.person ? [self.person] : []
  const alone = mentions.filter((m) => m.mention.type === 'person').length < 2 && cue.table !== 'meetings.weak'
  const subject = alone ? reading.mentions.filter((m) => m.mention.type === 'person' && !inside(m, clause) && (hasCue(reading, 'frames.anaphor', clause) || m.end <= cue.start)).slice(-1) : []
  const people = [...mentions, ...subject].filter((m) => isNamed(m)).map((m) => m.mention)
  const parties = [...mentions, ...subject].flatMap((m) => partyOf(m) ?? delegates(reading, m) ?? stateOfPost(analysis, m.mention) ?? []).filter((p) => p.name !== forum?.name)
  return { parties: distinct([...parties, ...adjectives(analysis, reading, clause), ...selfParties]), people: distinct([...people, ...selfPeople]) }
}

/** "The ministers of Spain", "representatives of the Polish ministry": a group of delegates stands for its state. */
const delegates = (reading: Reading, m: MentionAt): Mention | null =>
  m.mention.type === 'group' && m.mention.country && !opponents.has(m.mention.country) && hasCue(reading, ['meetings.leaders', 'meetings.foreign', 'meetings.defence', 'meetings.officials', 'meetings.posts'], m) ? stateMention(m.mention.country, m) : null

/** A person with a name, and not one only described. */
const isNamed = (m: MentionAt) => m.mention.type === 'person' && /^\p{Lu}/u.test(m.mention.name) && m.mention.name !== m.mention.office && !/^(?:His|Her|The) /.test(m.mention.name)

/** "The German, British and Polish ministers": states by their adjectives beside a word for ministers or delegates. */
function adjectives(analysis: Analysis, reading: Reading, clause: Span): Mention[] {
  const posts = cuesOf(reading, ['meetings.leaders', 'meetings.foreign', 'meetings.defence', 'meetings.officials', 'meetings.posts'], clause)
  const words = stateWords(analysis, reading).filter((w) => w.kind === 'demonym' && inside(w, clause) && !opponents.has(w.country))
  return words.filter((w) => posts.some((p) => gap(p, w) < 14) || words.some((v) => v !== w && gap(v, w) < 8 && posts.some((p) => gap(p, v) < 40))).map((w) => stateMention(w.country, null))
}

const opponents = new Set(['RU', 'BY', 'KP', 'IR'])

/** "NATO capability targets", "Ukraine aid": a name that only describes the noun after it, and that noun is no delegate. */
function describesNoun(reading: Reading, m: MentionAt): boolean {
  const next = reading.sentence.tokens.find((t) => t.start >= m.end)
  if (!next || next.start - m.end > 1 || (next.pos !== 'NOUN' && next.pos !== 'ADJ')) return false
  return !cuesOf(reading, ['meetings.leaders', 'meetings.foreign', 'meetings.defence', 'meetings.officials', 'meetings.posts', 'meetings.nouns', 'meetings.summit', 'meetings.weak']).some((c) => c.start >= m.end && c.start - m.end < 24)
}

/** Mentions that are not those who meet: places after "in", the topic after "about", the subject of a crime or an attack. */
function aside(analysis: Analysis, reading: Reading, m: MentionAt): boolean {
  const before = reading.text.slice(Math.max(0, m.start - reading.start - 14), m.start - reading.start)
  if (m.mention.type === 'person') return /\p{L}/u.test(m.mention.name) && reading.speech?.speaker.name === m.mention.name && m.mention.office === null && reading.speech.form === 'direct'
  if (m.mention.type === 'unknown' || m.mention.type === 'group') return true
  if (describesNoun(reading, m)) return true
  if (m.mention.country && opponents.has(m.mention.country)) return true
  if (/^['’]s\b/.test(reading.text.slice(m.end - reading.start)) && !cuesOf(reading, ['meetings.leaders', 'meetings.foreign', 'meetings.defence', 'meetings.officials', 'meetings.posts']).some((c) => c.start >= m.end && c.start - m.end < 22)) return true
  return cuesOf(reading, 'frames.at').some((c) => c.end <= m.start && m.start - c.end <= 5 && !/[,;]/.test(reading.text.slice(c.end - reading.start, m.start - reading.start))) || /(?:against|über|about|on)\s+(?:the\s+)?$/i.test(before)
}

/** The meeting told before whose parties and forum this one shares: "they met again", "the next meeting". */
function sameAs(reading: Reading, clause: Span, before: readonly Draft[]): Draft | undefined {
  const last = [...before].reverse().find((d) => d.fields.parties.length >= 2) ?? before.at(-1)
  return last && hasCue(reading, ['meetings.same', 'frames.group', 'frames.self'], clause) ? last : undefined
}

function levelOf(reading: Reading, clause: Span): Fields['level'] {
  const has = (table: string) => hasCue(reading, 'meetings.' + table, clause)
  return has('leaders') ? 'leaders' : has('foreign') ? 'foreign ministers' : has('defence') ? 'defence ministers' : has('officials') ? 'officials' : null
}

function agendaOf(reading: Reading, clause: Span): string[] {
  const cue = cuesOf(reading, 'meetings.agenda', clause)[0]
  const topic = cue ? reading.text.slice(cue.end - reading.start, clause.end - reading.start).replace(/^[\s:]+/, '').replace(/(?<![\s.])[\s.]+$/, '') : ''
  return topic.length > 3 ? [topic] : []
}

/** "Outlined the agenda topics: how …, where …": the agenda of the meeting told in the sentences before. */
function addTopics(reading: Reading, drafts: readonly Draft[]): void {
  const topics = topicsIn(reading), last = drafts.findLast((d) => reading.index - d.sentence <= 4)
  if (topics.length > 0 && last) last.fields = { ...last.fields, agenda: [...topics] }
}

function ordinalOf(reading: Reading, clause: Span): number | null {
  const cue = reading.cues.find((c) => c.table.startsWith('meetings.ordinals.') && inside(c, clause))
  return cue ? Number(cue.table.slice(18)) : null
}

/** Several words of one sentence that tell one meeting become one; two dates or two clauses with their own parties stay two. */
function perMeeting(found: readonly Draft[]): Draft[] {
  const out: Draft[] = []
  for (const one of found) {
    const twin = out.find((d) => !joinedByAnd(d, one) && (sameMeeting(d.fields, one.fields) || (d.fields.date?.edtf === one.fields.date?.edtf && (d.fields.forum === null || one.fields.forum === null))))
    if (twin) join(twin, one); else out.push(one)
  }
  return out
}

function absorb(drafts: Draft[], one: Draft): void {
  const twin = drafts.find((d) => d.sentence !== one.sentence && sameMeeting(d.fields, one.fields))
  if (twin) join(twin, one); else drafts.push(one)
}

/** "The summit for peace and her sixth meeting with the president": two nouns, one with a forum, the other with a number. */
const joinedByAnd = (a: Draft, b: Draft) => a.fields.forum?.name !== b.fields.forum?.name && a.cue.table === b.cue.table && (a.fields.ordinal ?? b.fields.ordinal) !== null && a.fields.ordinal !== b.fields.ordinal

const compatible = <T>(a: T | null, b: T | null, same: (a: T, b: T) => boolean) => a === null || b === null || same(a, b)
const datesAgree = (a: DatedValue, b: DatedValue) => { const [p, q] = bounds(a.edtf), [r, s] = bounds(b.edtf); return p <= s && r <= q }

/** Two tellings of one meeting: nothing they say differs, and something names it. */
function sameMeeting(a: Fields, b: Fields): boolean {
  if (!compatible(a.date, b.date, datesAgree) || a.state !== b.state) return false
  if (!compatible(a.forum, b.forum, (x, y) => x.name === y.name)) return false
  if (!compatible(a.place, b.place, (x, y) => x.written === y.written || (x.country !== null && x.country === y.country))) return false
  if ((a.mode === 'call' || a.mode === 'video') !== (b.mode === 'call' || b.mode === 'video')) return false
  const shared = a.parties.filter((p) => b.parties.some((q) => actorKey(p) === actorKey(q))).length
  const smaller = Math.min(a.parties.length, b.parties.length)
  return (a.forum !== null && b.forum !== null) || (smaller > 0 && shared === smaller && (a.date !== null || b.date !== null || a.place !== null)) || (smaller === 0 && (a.date !== null && b.date !== null))
}

function join(into: Draft, one: Draft): void {
  const a = into.fields, b = one.fields
  into.fields = {
    ...a, date: a.date && b.date ? (a.date.edtf.length >= b.date.edtf.length ? a.date : b.date) : a.date ?? b.date, place: a.place ?? b.place, country: a.country ?? b.country, forum: a.forum ?? b.forum,
    parties: distinct([...a.parties, ...b.parties]), people: distinct([...a.people, ...b.people]), level: a.level ?? b.level, ordinal: a.ordinal ?? b.ordinal, agenda: [...a.agenda, ...b.agenda],
  }
  for (const span of one.spans) if (!into.spans.some((s) => s.start === span.start)) into.spans.push(span)
}

/** A sentence that brings people to the meeting told just before: "the host was …", "Finland was represented by …". */
function addParticipants(analysis: Analysis, reading: Reading, drafts: Draft[], named: boolean): void {
  const last = drafts.findLast((d) => d.cue.table !== 'meetings.earlier')
  const late = last && reading.index - last.sentence > 3 && reading.mentions.some((m) => m.mention.type === 'person' && last.fields.parties.some((p) => p.country !== null && p.country === m.mention.country))
  if (!last || reading.index - last.sentence > (late ? 9 : 3) || !(named || hasCue(reading, 'meetings.attended')) || last.fields.state !== 'held') return
  const people = reading.mentions.filter((m) => isNamed(m)).map((m) => m.mention)
  const parties = [...reading.mentions.filter((m) => m.mention.type !== 'forum').flatMap((m) => (aside(analysis, reading, m) ? [] : partyOf(m) ?? [])), ...(people.length > 0 ? adjectives(analysis, reading, reading) : [])]
  if (people.length === 0 && !(named && parties.length >= 2)) return
  last.fields = { ...last.fields, people: distinct([...last.fields.people, ...people]), parties: distinct([...last.fields.parties, ...parties]) }
  last.spans.push(trim(reading, reading))
}

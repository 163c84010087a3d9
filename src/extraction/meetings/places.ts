import type { Mention, Place, Written } from '../../core/claim.ts'
import type { Span } from '../../core/evidence.ts'
import type { Analysis } from '../analysis.ts'
import { forumsIn, stateWords } from '../names/atlas.ts'
import { wordBefore, startsUpper } from '../words/characters.ts'
import type { Cue } from '../words/cues.ts'
import { cuesOf, gap, inside, overlaps, readingsOf, type Reading } from '../frames/frames.ts'
import { cuesOfMeetings, farFrom, othersOutside } from './cues.ts'
import { sittingsIn } from './sittings.ts'

/** The place named nearest after a preposition of place. */
export function placeOf(analysis: Analysis, reading: Reading, cue: Cue, clause: Span, forum: Mention | null): Place<Written> | null {
  const named = somewhere(analysis, reading, clause) ?? placeBefore(analysis, reading, cue) ?? placeOfWhere(analysis, reading, cue)
  if (named) return named
  const visited = cue.table === 'meetings.visit' ? stateWords(analysis, reading).find((w) => w.kind !== 'demonym' && w.start >= cue.end && w.start - cue.end <= 5) : undefined
  if (visited) return { written: reading.text.slice(visited.start - reading.start, visited.end - reading.start), country: visited.country, span: { start: visited.start, end: visited.end } }
  const before = cuesOf(reading, 'meetings.earlier').find((c) => c.start > cue.end), apart = othersOutside(reading, clause)
  const found = cuesOf(reading, 'frames.at').flatMap((at) => {
    if (overlaps(at, cue) && (at.start <= cue.start || at.end >= cue.end) || (before && at.start >= before.start) || (apart && !inside(at, clause)) || (forum?.span && at.start >= forum.span.start && at.end <= forum.span.end)) return []
    const place = placeAfter(analysis, reading, at)
    return place && !reading.dates.some((d) => overlaps(d, place.span)) ? [place] : []
  })
  // "Due in June in Turin, it will instead be held on 4 July in Genoa": the place behind the word of being moved.
  const put = cuesOf(reading, 'meetings.postponed')[0], isMoved = (p: { span: Span; country: string | null }) => put !== undefined && p.country !== null && p.span.start >= put.end && !reading.text.slice(put.end - reading.start, p.span.start - reading.start).includes(',') && found.some((f) => f.span.end <= put.start)
  const score = (p: { span: Span; country: string | null }) => farFrom(reading, p.span, cue) + (inside(p.span, clause) ? 0 : 50) + (p.span.start < cue.start ? 10 : 0) - (isMoved(p) ? 500 : 0)
  const best = found.sort((a, b) => score(a) - score(b))[0]
  if (!best || gap(best.span, cue) > 140) return null
  const { start, end } = best.span
  return { written: reading.text.slice(start - reading.start, end - reading.start), country: best.country ?? analysis.language.names.homeState, span: best.span }
}

/** "Returned from Lviv, where she had met …": the place that the last word of relation before goes back to, in the same clause. */
function placeOfWhere(analysis: Analysis, reading: Reading, cue: Cue): Place<Written> | null {
  const before = reading.text.slice(0, cue.start - reading.start), part = before.slice(before.lastIndexOf(';') + 1), found = [...part.matchAll(where)].at(-1)
  if (!found) return null
  const at = cue.start - part.length + found.index, place = stateWords(analysis, reading).findLast((w) => w.kind !== 'demonym' && w.end <= at && at - w.end <= farthest)
  return place && place.start >= cue.start - part.length ? { written: reading.text.slice(place.start - reading.start, place.end - reading.start), country: place.country, span: { start: place.start, end: place.end } } : null
}
const where = /, (?:where|wo|où|dove|gdzie|де)\s/gu, farthest = 40

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
  const end = cue.start - reading.start - 1, written = /\s/.test(reading.text[end] ?? '') ? wordBefore(reading.text, end) : ''
  if (written.length < 2 || !startsUpper(written) || cue.table === 'meetings.verbs') return null
  const sense = analysis.lexicon.senses(written, analysis.language.code).find((s) => s.type === 'place')
  return sense ? { written, country: sense.country, span: { start: reading.start + end - written.length, end: reading.start + end } } : null
}

/** A run of capitalised words after a preposition that the lexicon knows as a place or state, or that no mention claims. */
export function placeAfter(analysis: Analysis, reading: Reading, at: Cue): { span: Span; country: string | null } | null {
  const rest = reading.text.slice(at.end - reading.start)
  const m = /^\s+(?:(?:the|il|la|le|der|dem|den|al|alla|au)\s+|l['’])?((?:\p{Lu}[\p{L}\p{M}’'-]*)(?:(?:\s|,\s(?:near|bei|près de|vicino a|koło|під|біля)\s|\s(?:of|de|di|del|della|am|an der)\s)\p{Lu}[\p{L}\p{M}’'-]*){0,4})/u.exec(rest)
  if (!m) return null
  const start = at.end + m[0].length - m[1]!.length, span = { start, end: start + m[1]!.length }
  const known = placeCountry(analysis, m[1]!)
  const claimed = reading.mentions.find((x) => overlaps(x, span))
  if (known === undefined && claimed && claimed.mention.type !== 'unknown') return null
  // "Am Treffen", "in der Sitzung": German writes the word of meeting like a name.
  if (known === undefined && cuesOf(reading, ['meetings.nouns', 'meetings.weak', 'meetings.summit']).some((c) => c.start === span.start)) return null
  if (known === undefined && (!claimed && m[1]!.split(/\s/).length > 5 || !mayBePlace(reading, span))) return null
  return { span, country: known ?? null }
}

/**
 * Where all nouns have capitals, may an unknown word behind a preposition be a place? "Im Rahmen" and "in Zusammenarbeit"
 * are none: with an article it must be a building or the like, without one no common noun by its ending.
 * @example mayBePlace(reading, span) // true for "im Ballhaus", "in Aileu"
 */
export function mayBePlace(reading: Reading, span: Span): boolean {
  if (!reading.language.names.nounsInCapitals) return true
  const name = reading.text.slice(span.start - reading.start, span.end - reading.start)
  if (name.split(/[\s,-]/).some((w) => site.test(w))) return true
  return /^\p{Lu}/u.test(name) && bareBefore.test(reading.text.slice(Math.max(0, span.start - reading.start - 8), span.start - reading.start)) && !abstract.test(name)
}
const bareBefore = /(?:^|\s)(?:in|bei|nahe|nach)\s$/i
const site = /(?:haus|häuser|amt|palais|palast|schlos[st]|schloß|burg|halle|hotel|saal|salon|zentrum|gebäude|kaserne|block|quartier|stützpunkt|flughafen|hafen|werft|werk|fabrik|akademie|universität|hochschule|museum|kirche|kathedrale|kloster|abtei|stadt|platz|residenz|botschaft|konsulat|park|stadion|insel|sitz|ministerium|kanzlei|kreml|parlament|senat|center|zentrale|base|straße|allee|berg|dorf|heim|hof|feld|tal|see|ufer|garten|villa|bahnhof|rathaus|pentagon|elysée|élysée|elysee|vatikan|ring)(?:s|es)?$/iu
const abstract = /(?:ung|ungen|heit|heiten|keit|keiten|schaft|schaften|tion|tionen|ismus|nis|nisse|nissen|tät|enz|anz|tag|tage|tagen|lage|nahme|nahmen|arbeit|kampf|kämpfe|sicht|hinsicht|folge|form|höhe|zeit|zeiten|jahr|jahre|jahren|monat|monaten|wochen|stunden|fall|zug|weise|kraft|frage|bezug|worten|angaben|reihe|teilen|willen|rahmen|verbindung|anzeigen|briefen|gespräch|gesprächen|verhandlungen|zukunft|ordnung|angriff|streit|sorge|haft|freiheit|hause)$/i

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

export function forumOf(analysis: Analysis, reading: Reading, cue: Cue, clause: Span): Mention | null {
  const made = summitOf(reading, cue)
  if (made) return made
  const forums = forumsIn(analysis, reading).filter((m) => !behindBreak(reading, cue, m))
  const here = forums.filter((m) => inside(m, clause))
  const best = [...(here.length > 0 ? here : forums)].sort((a, b) => farFrom(reading, a, cue) - farFrom(reading, b, cue))[0]
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

/**
 * "Pledged at the Contact Group in Brussels in mid-October", "the European Council of 18 December", "chaired the Contact
 * Group in Brussels on 4 June": a forum with a place or a day, or with a verb of sitting in it, is a meeting by its name.
 */
export function forumsAsMeetings(analysis: Analysis, reading: Reading): Cue[] {
  if (reading.dates.length === 0) return []
  const words = cuesOfMeetings(reading), asCue = (f: Span): Cue => { const from = reading.words.findIndex((w) => w.end > f.start); return { start: f.start, end: f.end, table: 'meetings.nouns', from, to: from } }
  const chaired = forumsIn(analysis, reading).filter((f) => words.every((w) => isApart(reading, w, f)) && cuesOf(reading, 'meetings.attended').some((c) => c.end <= f.start && f.start - c.end <= 6))
  if (words.length > 0) return chaired.map(asCue)
  const placed = cuesOf(reading, 'frames.at').some((at) => placeAfter(analysis, reading, at)?.country)
  const led = !placed ? [] : forumsIn(analysis, reading).filter((f) => cuesOf(reading, 'frames.at').some((c) => c.end <= f.start && f.start - c.end <= 6))
  return [...new Set([...led, ...chaired, ...sittingsIn(analysis, reading)].map((f) => f.start))].map((start) => asCue([...led, ...chaired, ...sittingsIn(analysis, reading)].find((f) => f.start === start)!))
}
/** Is a forum so far from another word of meeting, or parted from it by a comma, that it tells of a meeting of its own? */
const isApart = (reading: Reading, word: Span, forum: Span): boolean => gap(word, forum) > 40 || reading.text.slice(Math.min(word.end, forum.end) - reading.start, Math.max(word.start, forum.start) - reading.start).includes(', ')

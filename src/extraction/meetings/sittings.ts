import type { Analysis } from '../analysis.ts'
import { onAnalysis } from '../kept.ts'
import type { Span } from '../../core/evidence.ts'
import { isWholeDay } from '../../core/dates.ts'
import { cuesOf, gap, overlaps, readingsOf, type Reading } from '../frames/frames.ts'
import { forumsIn, stateWords } from '../names/atlas.ts'
import { homeOf } from '../names/coreference.ts'
import { trait } from '../words/forms.ts'
import type { Draft } from './drafts.ts'

/** Parliaments and their committees, in the title or the publisher of a text, in six languages. */
const parliaments = /committee|parliament|hansard|house of|\bhouse\b|senate|congress|ausschuss|bundestag|nationalrat|landtag|assemblée|sénat|chambre des|commission de la défense|commissione (?:difesa|esteri)|camera dei|senato|resoconto|sejm|senat|komisj\p{L}{0,6} obrony|комітет|парламент|верховн/iu
/** Does a text come from a parliament or tell of one by its title? Its own sitting is no meeting of parties. What reads like minutes is asked more strictly in names/records.ts. */
const ofParliament = onAnalysis(({ document: { title, publisher } }): boolean => parliaments.test(title ?? '') || parliaments.test(publisher ?? ''))

/** Sitting, opening and adjourning, as records tell of themselves. */
const sits = trait(({ lower }): boolean => /^(?:sat|sits?|sittings?|sessions?|met|meets|meetings?|adjourn\p{L}*|reconven\p{L}*|convened?|séances?|réunions?|réunie?s?|siég\p{L}*|sitzung\p{L}*|tagt\p{L}*|sedut[ae]|riunion[ei]|riunit[aoei]|posiedzeni\p{L}*|obradow\p{L}*|obraduj\p{L}*|zebra\p{L}*|засідан\p{L}*|зібра\p{L}*)$/u.test(lower))
/** A body that sits, or the one who has the chair of it. */
const bench = trait(({ lower }): boolean => /^(?:committees?|commissions?|commissione|chair\p{L}*|presiding|sittings?|séances?|seduta|sitzung\p{L}*|ausschuss\p{L}*|vorsitz\p{L}*|présid\p{L}*|presied\p{L}*|presidenza|komisj\p{L}*|przewodnicz\p{L}*|posiedzeni\p{L}*|комітет\p{L}*|голов\p{L}*|засідан\p{L}*|adjourn\p{L}*|sessions?)$/u.test(lower))

/** "The committee sat at 9.30 a.m., Ms Lund in the chair", in its own minutes: nobody from elsewhere is named. */
export function isOwnSitting(analysis: Analysis, { fields, spans }: Draft): boolean {
  const home = homeOf(analysis)
  if (fields.forum || (fields.country !== null && fields.country !== home) || !ofParliament(analysis)) return false
  const own = readingsOf(analysis).filter((r) => spans.some((s) => overlaps(s, r)))
  return own.some((r) => r.words.some((w) => sits(w.form)) && r.words.some((w) => bench(w.form))) && own.every((r) => atHome(analysis, r))
}

function atHome(analysis: Analysis, reading: Reading): boolean {
  const home = homeOf(analysis), foreign = (country: string | null) => country !== null && country !== home
  return !reading.mentions.some((m) => m.mention.type !== 'unknown' && (m.mention.type !== 'body' || home !== null) && foreign(m.mention.country)) && !stateWords(analysis, reading).some((w) => w.kind !== 'place' && foreign(w.country))
}

/** Bodies that are told of by their name alone when they sit. */
const councils = new Set(['European Council', 'Foreign Affairs Council', 'NATO-Ukraine Council'])
/** What may stand between a forum and the day it sat. */
const ofDay = /^,?\s?(?:(?:of|on|du|des|vom|am|del|dei|dell['’]|z|ze|від|from|le|il)\s?){0,2}(?:the\s)?$/

/**
 * Forums that a sentence surely tells a sitting of, by form alone: with the day right behind the name, or with a word of
 * meeting beside the name and a day somewhere.
 * @example sittingsIn(analysis, reading) // "The European Council of 18 December approved a loan.": the span of its name
 */
export function sittingsIn(analysis: Analysis, reading: Reading): Span[] {
  const days = reading.dates.filter((d) => isWholeDay(d.value.edtf.split('/')[0]!) && !d.value.edtf.includes('..'))
  if (days.length === 0) return []
  const named: Span[] = [...forumsIn(analysis, reading), ...reading.mentions.filter((m) => councils.has(m.mention.name))]
  return named.filter((f) => days.some((d) => d.start >= f.end && d.start - f.end < 12 && ofDay.test(reading.text.slice(f.end - reading.start, d.start - reading.start))) || cuesOf(reading, 'meetings.nouns').some((c) => c.end <= f.start && gap(c, f) <= 6 || c.start >= f.end && gap(c, f) <= 1))
}

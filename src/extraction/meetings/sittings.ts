import type { Analysis } from '../analysis.ts'
import { onAnalysis } from '../kept.ts'
import { overlaps, readingsOf, type Reading } from '../frames/frames.ts'
import { stateWords } from '../names/atlas.ts'
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

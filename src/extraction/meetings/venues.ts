import type { CountryCode, Mention, Place, Written } from '../../core/claim.ts'
import type { Span } from '../../core/evidence.ts'
import type { LanguageCode } from '../../core/document.ts'
import type { Analysis } from '../analysis.ts'
import { cuesOf, onReading, overlaps, readingsOf, type Reading } from '../frames/frames.ts'
import { stateWords } from '../names/atlas.ts'
import { opponents, selfOf } from '../names/parties.ts'
import { joined, sign, signOf, type Sign } from '../learned/signs.ts'
import { addSigns, is, metSigns, placesOf, sceneOf, sceneSigns, standing, standingOf, yesNo } from './candidates.ts'
import type { Draft } from './drafts.ts'
import { placeAfter } from './places.ts'

/** Where a meeting may have been, with all that speaks for and against it. */
export interface Venue { readonly place: Place<Written>; readonly signs: Set<Sign> }

/** A common noun with a name behind it, perhaps with an adjective before: "headquarters", "sede della Nato". */
const described = /^\s+(?:(?:the|il|la|le|der|dem|den|al|alla|au|its|their)\s+|l['’])?((?:\p{Ll}[\p{L}’-]+\s+){1,2}(?:(?:of|de|du|des|di|del|della|dell['’]|der|d['’])\s*)?\p{Lu}[\p{L}\p{M}’'-]+(?:\s\p{Lu}[\p{L}\p{M}’'-]+){0,3})/u
/** A name with a common noun behind it: "NATO headquarters", "the Koper terminal". */
const headed = /^\s+(?:(?:the|its|their)\s+)?(\p{Lu}[\p{L}\p{M}’'-]+(?:\s\p{Lu}[\p{L}\p{M}’'-]+){0,3}\s(?:headquarters|terminal|palace|castle|base|airport|barracks|works|shipyard|plant|hotel|embassy))/u

/** All places a meeting may have been at. */
export function venueCandidates(analysis: Analysis, draft: Draft, drafts: readonly Draft[]): Venue[] {
  const scene = sceneOf(analysis, draft, drafts), found = new Map<string, Venue>(), { fields } = draft
  const add = (place: Place<Written>, ...signs: Sign[]) => {
    const key = place.written.toLowerCase(), known = found.get(key) ?? { place, signs: new Set<Sign>() }
    found.set(key, known)
    addSigns(known.signs, signs)
  }
  for (const [reading, where] of placesOf(scene)) for (const { place, kind } of placesIn(reading, analysis)) {
    if (where === is.own) add(place, ...standing(scene, reading, place.span!, kind), is.own, followed(reading, place.span!) ? nameBehind : 0)
    else { const told = scene.others.has(reading.index), ofKind = joined(where, kind); add(place, where, ofKind, told ? joined(where, is.told) : 0, told ? joined(ofKind, is.told) : 0) }
  }
  if (fields.place) add(fields.place, is.rule)
  const at = drafts.indexOf(draft)
  for (const [i, d] of drafts.slice(Math.max(0, at - 2), at).reverse().entries()) if (d.fields.place) add(d.fields.place, ...metSigns(i, null, draft.sentence - d.sentence < 4))
  const first = readingsOf(analysis)[0]
  if (first) for (const { place } of placesIn(first, analysis).slice(0, 1)) add(place, opening)
  const general = sceneSigns(scene), byMode = joined(mode, signOf(String(fields.mode))), list = [...found.values()], own = list.filter((v) => v.signs.has(is.own)).length
  for (const { signs } of list) {
    const here = signs.has(is.own), rule = signs.has(is.rule), stands = standingOf(here, rule), isHere = yesNo(here), both = joined(is.own, isHere, is.rule, yesNo(rule))
    const out = [both, joined(both, is.of, signOf(String(Math.min(own, 3)))), fields.place === null ? noneByRule : 0, ...general.standing.get(stands)!, joined(byMode, stands)]
    for (const g of joinedSigns) if (signs.has(g)) for (const t of [joined(is.alone, signOf(String(own))), joined(is.alone, yesNo(own > 0), yesNo(rule)), general.cue, general.state, ...general.has]) out.push(joined(joined(g, is.and), t, isHere))
    addSigns(signs, out)
  }
  return list
}
const nameBehind = sign('name behind'), opening = sign('opening'), mode = sign('mode'), noneByRule = sign('none by rule'), joinedSigns = [is.metLast, is.before, is.after, is.early, opening]

/** Does the name of a person or firm go on behind a place: "Lviv Mayor", "Vaticano di Rangel"? */
const followed = (reading: Reading, span: Span): boolean => /^\s\p{Lu}/u.test(reading.text.slice(span.end - reading.start))

/** The places in a sentence: words the lexicon knows, names behind a preposition of place, nouns with a name. */
const placesIn = onReading((reading, analysis: Analysis): readonly { place: Place<Written>; kind: Sign }[] => findPlaces(analysis, reading))

const word = sign('word'), knownRun = sign('known run'), run = sign('run'), shapes = [[sign('described'), described], [sign('headed'), headed]] as const
function findPlaces(analysis: Analysis, reading: Reading): { place: Place<Written>; kind: Sign }[] {
  const out: { place: Place<Written>; kind: Sign }[] = [], words = stateWords(analysis, reading)
  const add = (span: Span, country: CountryCode | null, kind: Sign) => { if (!out.some((o) => o.place.span!.start === span.start && o.place.span!.end === span.end)) out.push({ place: { written: reading.text.slice(span.start - reading.start, span.end - reading.start), country, span }, kind }) }
  for (const w of words) if (w.kind !== 'demonym') add(w, w.country, joined(signOf(w.kind), word))
  for (const at of cuesOf(reading, 'frames.at')) {
    const rest = reading.text.slice(at.end - reading.start, at.end - reading.start + 120)
    const after = placeAfter(analysis, reading, at)
    if (after && !reading.dates.some((d) => overlaps(d, after.span))) add(cut(reading, after.span), after.country ?? countryAt(analysis, reading, after.span), after.country ? knownRun : run)
    for (const [kind, shape] of shapes) {
      const m = shape.exec(rest)
      if (!m) continue
      const start = at.end + m[0].length - m[1]!.length, span = { start, end: start + m[1]!.length }
      if (reading.dates.some((d) => overlaps(d, span)) || cuesOf(reading, ['frames.at', 'meetings.with', 'frames.and', 'meetings.nouns', 'meetings.weak', 'meetings.leaders', 'meetings.posts', 'meetings.defence', 'meetings.foreign'], span).length > 0) continue
      add(span, countryAt(analysis, reading, span), kind)
    }
  }
  return out
}

/** A run that goes on with the name of somebody ends before him. */
function cut(reading: Reading, span: Span): Span {
  const who = reading.mentions.find((m) => m.start > span.start && m.start < span.end && m.mention.type !== 'unknown')
  if (!who) return span
  const text = reading.text.slice(span.start - reading.start, who.start - reading.start), name = /^(?:\p{Lu}[\p{L}’'-]*\s?)+/u.exec(text)
  return name && name[0].trim().length > 2 ? { start: span.start, end: span.start + name[0].trim().length } : span
}

/** The state of a place that the lexicon does not know: one in its words, that of a body's seat, of its name in another language, the nearest place's. */
function countryAt(analysis: Analysis, reading: Reading, span: Span): CountryCode | null {
  const within = stateWords(analysis, reading).find((w) => overlaps(w, span))
  if (within) return within.country
  const written = reading.text.slice(span.start - reading.start, span.end - reading.start)
  if (/\b(?:NATO|Nato|OTAN|EU|UE)\b|НАТО|(?<!\p{L})ЄС(?!\p{L})/u.test(written) || alliances.some((body) => reading.mentions.some((m) => m.mention.name === body && overlaps(m, span)))) return 'BE'
  return abroad(analysis, written) ?? stateWords(analysis, reading).find((w) => w.kind === 'place')?.country ?? null
}
const alliances = ['NATO', 'European Union'], tongues: readonly LanguageCode[] = ['en', 'de', 'fr', 'it', 'pl', 'uk']

/** The state of a town by a name it has in any language. */
function abroad({ lexicon }: Analysis, written: string): CountryCode | null {
  for (const language of tongues) { const sense = lexicon.senses(written, language).find((s) => s.type === 'place'); if (sense) return sense.country }
  return null
}

/**
 * The state of a meeting place that nothing around it tells: that of whoever publishes or of the language where they meet
 * or nobody else does, else that of the first who meets.
 */
export function hostOf(analysis: Analysis, parties: readonly Mention[]): CountryCode | null {
  const self = selfOf(analysis).parties[0]?.country ?? analysis.language.names.homeState
  if (self && parties.some((p) => p.country === self)) return self
  return parties.find((p) => p.country !== null && p.country !== 'UA' && !opponents.has(p.country))?.country ?? self
}

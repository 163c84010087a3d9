import type { CountryCode, Place, Written } from '../../core/claim.ts'
import type { LanguageCode } from '../../core/document.ts'
import type { Span } from '../../core/evidence.ts'
import type { Analysis } from '../analysis.ts'
import { cuesOf, onReading, overlaps, type Reading } from '../frames/frames.ts'
import { joined, sign, signOf, type Sign } from '../learned/signs.ts'
import { stateWords } from '../names/atlas.ts'
import { mayBePlace, placeAfter } from './places.ts'

/** A common noun with a name behind it, perhaps with an adjective before: "headquarters", "sede della Nato". */
const described = /^\s+(?:(?:the|il|la|le|der|dem|den|al|alla|au|its|their)\s+|l['’])?((?:\p{Ll}[\p{L}’-]+\s+){1,2}(?:(?:of|de|du|des|di|del|della|dell['’]|der|d['’])\s*)?\p{Lu}[\p{L}\p{M}’'-]+(?:\s\p{Lu}[\p{L}\p{M}’'-]+){0,3})/u
/** A name with a common noun behind it: "NATO headquarters", "the Koper terminal". */
const headed = /^\s+(?:(?:the|its|their)\s+)?(\p{Lu}[\p{L}\p{M}’'-]+(?:\s\p{Lu}[\p{L}\p{M}’'-]+){0,3}\s(?:headquarters|terminal|palace|castle|base|airport|barracks|works|shipyard|plant|hotel|embassy))/u

/** The places in a sentence: words the lexicon knows, names behind a preposition of place, nouns with a name. */
export const placesIn = onReading((reading, analysis: Analysis): readonly { place: Place<Written>; kind: Sign }[] => findPlaces(analysis, reading))

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
      if (reading.dates.some((d) => overlaps(d, span)) || cuesOf(reading, ['frames.at', 'meetings.with', 'frames.and', 'meetings.nouns', 'meetings.weak', 'meetings.leaders', 'meetings.posts', 'meetings.defence', 'meetings.foreign'], span).length > 0 || kind === shapes[0][0] && !mayBePlace(reading, span)) continue
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

/** Is a name part of what a building is called: "NATO" in "at NATO headquarters", "sede della Nato"? */
export const namesBuilding = (analysis: Analysis, reading: Reading, span: Span): boolean =>
  placesIn(reading, analysis).some(({ place, kind }) => (kind === shapes[0][0] || kind === shapes[1][0]) && overlaps(place.span!, span))

/** How a name tells where something is, or null where it does not. */
export const placeKind = (analysis: Analysis, reading: Reading, span: Span): Sign | null => {
  const at = placesIn(reading, analysis).filter(({ place }) => overlaps(place.span!, span)), led = at.find(({ kind }) => kind !== placeWord && kind !== stateWord)
  return (led ?? at.find(({ kind }) => kind === placeWord))?.kind ?? null
}
const placeWord = joined(sign('place'), word), stateWord = joined(sign('state'), word)

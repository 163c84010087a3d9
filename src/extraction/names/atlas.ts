import type { CountryCode, Mention } from '../../core/claim.ts'
import type { Span } from '../../core/evidence.ts'
import type { Analysis } from '../analysis.ts'
import { onReading, type Reading } from '../frames/frames.ts'
import { findPieces } from '../words/pieces.ts'

/** A word for a state or place: "Germany", "German", "Berlin", "Ramstein". */
export interface StateWord extends Span { readonly country: CountryCode; readonly kind: 'state' | 'demonym' | 'place' }

/**
 * The words for states and places in a sentence, adjectives included, which are no mentions of actors by themselves.
 * @example stateWords(analysis, reading) // "the Dutch cabinet": NL as a demonym
 */
export const stateWords = (analysis: Analysis, reading: Reading): readonly StateWord[] => found(reading, analysis)
const found = onReading((reading, analysis: Analysis): readonly StateWord[] => {
  const all = find(analysis, reading), whole = reading.start <= reading.sentence.start && reading.end >= reading.sentence.end
  return whole ? all : all.filter((w) => w.start >= reading.start && w.end <= reading.end)
})

/** A forum by name. */
export interface ForumAt extends Span { readonly mention: Mention }

/** The forums a sentence names, also inside a longer description ("foreign ministers of the G7 nations"). */
export const forumsIn = (analysis: Analysis, reading: Reading): readonly ForumAt[] => forums(reading, analysis)
const forums = onReading(({ sentence }, { lexicon, language, document }: Analysis): readonly ForumAt[] => {
  return findPieces(sentence, lexicon, language).flatMap((piece) => {
    const sense = piece.senses[0]
    if (piece.kind !== 'forum' || !sense) return []
    const span = { start: sentence.tokens[piece.from]!.start, end: sentence.tokens[piece.to - 1]!.end }
    return [{ ...span, mention: { kind: 'mention', type: 'forum', name: sense.name, written: document.text.slice(span.start, span.end), span, country: null, office: null, candidates: piece.senses.map((s) => s.id) } }]
  })
})

function find({ lexicon, language }: Analysis, { sentence, text }: Reading): StateWord[] {
  const known = findPieces(sentence, lexicon, language).flatMap((piece): StateWord[] => {
    const country = piece.senses[0]?.country
    if (!country || (piece.kind !== 'state' && piece.kind !== 'demonym' && piece.kind !== 'place')) return []
    return [{ start: sentence.tokens[piece.from]!.start, end: sentence.tokens[piece.to - 1]!.end, country, kind: piece.kind }]
  })
  if (!text.includes('-')) return known
  const paired = sentence.tokens.flatMap((t) => (t.lower.length > 8 && t.lower.includes('-') ? nationsIn(t.lower).map((country): StateWord => ({ start: t.start, end: t.end, country, kind: 'demonym' })) : []))
  return paired.length === 0 ? known : [...known.filter((k) => !paired.some((p) => k.start < p.end && p.start < k.end)), ...paired].sort((a, b) => a.start - b.start)
}

/** How adjectives of nations begin that are joined by a hyphen, in all languages. */
const stems: readonly (readonly [CountryCode, RegExp])[] = ([
  ['UA', 'ukra|ucrain|україн'], ['DE', 'german|deutsch|tedesc|niemiec|німец'], ['FR', 'franco|french|franz|franç|frances|francus|француз'], ['GB', 'anglo|brit|brytyj|британ'], ['IT', 'ital|włosk|італій'],
  ['PL', 'pol(?:ono|ish|n|on|sk|acc)|польс'], ['NL', 'dutch|niederländ|holländ|néerland|olandes|holender|niderland|нідерланд'], ['BE', 'belg|бельг'], ['LU', 'luxemb|luksemb|люксембур'], ['ES', 'hispano|spani|espagn|spagn|hiszpa|іспан'], ['PT', 'luso|portug|португ'],
  ['DK', 'dan(?:o|ish|ois|es)|dän|duńsk|данс'], ['NO', 'norw|norv|норвез'], ['SE', 'swed|schwed|suéd|svedes|szwed|швед'], ['FI', 'finn|finland|fińsk|фінс'], ['EE', 'eston|estn|естон'], ['LV', 'lett|latv|łot|латв|латис'], ['LT', 'lith|litau|litu|lituan|litew|литов'],
  ['CZ', 'czech|tschech|tchè|ceco|czes|чес'], ['SK', 'slovak|slowak|slovac|słowac|словац'], ['RO', 'rom(?:an|en)|roum|rumän|rumeno|rumuń|румун'], ['BG', 'bulg|bułg|болгар'], ['HU', 'hung|ungar|hongr|unghe|węg|угор'], ['GR', 'greco|greek|griech|grec|grek|грек|грец'], ['TR', 'turk|türk|turc|tureck|турец'],
  ['US', 'americ|amerik|amérik|américano|amerykań|америк'], ['CA', 'canad|kanad|канад'], ['JP', 'jap|nippo|япон'], ['CH', 'swiss|schweiz|suiss|svizzer|szwajcar|швейцар'], ['AT', 'austr(?:o|ia)|österr|autri|austri|австрій'],
] as const).map(([country, stem]) => [country, new RegExp(`^(?:${stem})\\p{L}{0,8}$`, 'u')] as const)

/** The states of "German-Italian", "polsko-ukraiński"; none where a part is no nation's adjective. */
function nationsIn(word: string): CountryCode[] {
  const found = word.split('-').map((part) => stems.find(([, stem]) => stem.test(part))?.[0])
  return found.length < 4 && found.every((c) => c !== undefined) ? [...new Set(found as CountryCode[])] : []
}

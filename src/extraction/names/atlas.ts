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
const found = onReading((reading, analysis: Analysis): readonly StateWord[] => find(analysis, reading))

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

function find({ lexicon, language }: Analysis, { sentence }: Reading): StateWord[] {
  return findPieces(sentence, lexicon, language).flatMap((piece) => {
    const country = piece.senses[0]?.country
    if (!country || (piece.kind !== 'state' && piece.kind !== 'demonym' && piece.kind !== 'place')) return []
    return [{ start: sentence.tokens[piece.from]!.start, end: sentence.tokens[piece.to - 1]!.end, country, kind: piece.kind }]
  })
}

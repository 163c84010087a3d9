import { onReading } from '../frames/frames.ts'
import { closedTerms, type Term } from './terms.ts'

const termOf = closedTerms()

/** The word tables of the cues of a sentence, in the order of `reading.cues`. */
export const tablesIn = onReading((reading): readonly Term[] => reading.cues.map((cue) => termOf(cue.table)))

import { onReading, type Reading } from '../frames/frames.ts'
import { closedTerms, type Term } from './terms.ts'

const termOf = closedTerms()

/** The word tables of the cues of a sentence, in the order of `reading.cues`. */
export const tablesIn = (reading: Reading): readonly Term[] => made(reading, undefined)
const made = onReading((reading, _: undefined): readonly Term[] => reading.cues.map((cue) => termOf(cue.table)))

import type { Span } from '../../core/evidence.ts'
import type { Cue } from '../words/cues.ts'
import { cuesOf, hasCue, onReading, overlaps, trim, type Reading } from '../frames/frames.ts'

const tables = ['meetings.verbs', 'meetings.nouns', 'meetings.call', 'meetings.video', 'meetings.weak', 'meetings.visit']

/** Signs and words that part two meetings of one sentence. */
const parting: Readonly<Partial<Record<string, RegExp>>> = { en: /[;:]\s|,\s|\sand\s/g, de: /[;:]\s|,\s|\sund\s/g, fr: /[;:]\s|,\s|\set\s/g, it: /[;:]\s|,\s|\sed?\s/g, pl: /[;:]\s|,\s|\s(?:i|oraz|a)\s/g, uk: /[;:]\s|,\s|\s(?:і|й|та|а)\s/g }

/**
 * The stretches of a sentence that each tell a meeting of their own: every one has a word of meeting and a day. None
 * where the sentence cannot be cut so.
 * @example meetingStretches(reading) // "They met in Riga in May, and on 4 June they will talk by telephone.": two
 */
export const meetingStretches = onReading((reading): readonly Span[] => {
  if (reading.dates.length < 2) return []
  // "Gathered yesterday in Riga, the ministers held …": a word of meeting that opens a sentence leads to the next one.
  const words = cuesOf(reading, tables).filter((w) => w.from > 0)
  if (words.length < 2 || hasCue(reading, ['meetings.earlier', 'meetings.postponed'])) return []
  const out: Span[] = []
  let from = reading.start
  for (const m of reading.text.matchAll(parting[reading.language.code] ?? parting['en']!)) {
    const at = reading.start + m.index, cut = at + m[0].length
    if (at <= from || words.some((w) => w.start < cut && w.end > at) || reading.dates.some((d) => d.start < cut && d.end > at)) continue
    if (isWhole(reading, words, { start: from, end: at }) && isWhole(reading, words, { start: cut, end: reading.end })) { out.push(trim(reading, { start: from, end: at })); from = at }
  }
  if (out.length === 0) return []
  out.push(trim(reading, { start: from, end: reading.end }))
  return out
})

/** Does a stretch have a word of meeting and a day? */
const isWhole = (reading: Reading, words: readonly Cue[], span: Span): boolean => words.some((w) => overlaps(w, span)) && reading.dates.some((d) => overlaps(d, span) && !d.value.edtf.includes('..'))

/** The stretch a word of meeting stands in, where its sentence tells several meetings. */
export const stretchOf = (reading: Reading, cue: Span): Span | undefined => meetingStretches(reading).find((s) => cue.start >= s.start && cue.end <= s.end)

import { cuesOf, onReading, type Reading } from './frames.ts'
import { sliced } from './plans.ts'

/** Marks and joints between clauses: "; ", ": ", " – ", ", and ". */
const joint = /[;:]\s|\s[–—-]\s|,\s(?:and|but|while|whereas|which|und|aber|während|et|mais|tandis que?|e|ma|mentre|oraz|i|a|ale|podczas gdy|та|і|й|а|але|тоді як)\s/gu
/** What stands before something learned as "that" does, and opens no clause. */
const copula = /^(?::|is|ist|est|è|jest)$/
/** Letters that a clause has at least. */
const shortest = 25

/**
 * The clauses of a sentence as readings of their own: parted at its joints and behind "that". None where it is one clause.
 * @example // "The minister said that Latvia will spend 5 percent, and two brigades will move north": two
 */
export const clausesOf = onReading((reading): readonly Reading[] => {
  if (reading.text.length < 2 * shortest) return []
  const cuts = [...reading.text.matchAll(joint)].map((m) => ({ start: reading.start + m.index, end: reading.start + m.index + m[0].length }))
  for (const cue of cuesOf(reading, 'lessons.that')) if (!copula.test(reading.text.slice(cue.start - reading.start, cue.end - reading.start))) cuts.push({ start: cue.start, end: Math.min(cue.end + 1, reading.end) })
  if (cuts.length === 0) return []
  cuts.sort((a, b) => a.start - b.start)
  const out: Reading[] = []
  let from = reading.start
  for (const cut of [...cuts, { start: reading.end, end: reading.end }]) {
    if (cut.start - from >= shortest) out.push(sliced(reading, { start: from, end: cut.start }))
    from = Math.max(from, cut.end)
  }
  return out
})

import { cuesOf, type Reading } from '../frames/frames.ts'

/** How far a colon may stand behind the word of agenda. */
const reach = 60

/**
 * The topics that a sentence lists after a colon behind a word of agenda: "the key agenda topics: how A, where B, and
 * how C". Fewer than two are no list.
 * @example topicsIn(reading) // ['how A', 'where B', 'how C']
 */
export function topicsIn(reading: Reading): readonly string[] {
  const cue = cuesOf(reading, 'meetings.agenda').findLast((c) => { const gap = reading.text.indexOf(':', c.end - reading.start) - (c.end - reading.start); return gap >= 0 && gap <= reach })
  if (!cue) return []
  const listed = reading.text.slice(reading.text.indexOf(':', cue.end - reading.start) + 1)
  const and = new Set(reading.language.numbers.joins)
  const topics = listed.split(/[,;]\s/).map((part) => {
    const words = part.trim().split(' ')
    return (and.has(words[0]!.toLowerCase()) ? words.slice(1) : words).join(' ').replace(/[.:]$/, '')
  }).filter((topic) => topic.length > 3)
  return topics.length >= 2 ? topics : []
}

import type { CountryCode, Mention } from '../../core/claim.ts'
import type { Analysis } from '../analysis.ts'
import { cuesOf, readingsOf, type Reading } from '../frames/frames.ts'
import { onAnalysis } from '../kept.ts'
import { wordsOf } from '../words/cues.ts'
import { stateWords } from './atlas.ts'
import { distinct, opponents, selfOf, stateMention } from './parties.ts'

/** How often a text names each state that is no enemy, those named most first. */
const statesNamed = onAnalysis((analysis): readonly (readonly [country: CountryCode, n: number])[] => {
  const counts = new Map<CountryCode, number>()
  for (const r of readingsOf(analysis)) for (const w of stateWords(analysis, r)) if (!opponents.has(w.country)) counts.set(w.country, (counts.get(w.country) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])
})

const regions: readonly (readonly [RegExp, readonly CountryCode[]])[] = [[/balt|балт/iu, ['EE', 'LV', 'LT']], [/benelux/iu, ['BE', 'NL', 'LU']], [/visegrad/iu, ['CZ', 'HU', 'PL', 'SK']], [/nordic/iu, ['DK', 'FI', 'IS', 'NO', 'SE']]]

/**
 * Who "the three countries", "both navies" or "the sides" are, where such words open a plan: the states that speak in the
 * text, those named in a row before, so many as are said, else so many as the text names most. Null where no such words stand
 * before `until`, or one state is named there.
 * @example jointly(analysis, reading, reading.end) // [Croatia, Slovenia, Ukraine]
 */
export function jointly(analysis: Analysis, reading: Reading, until: number): readonly Mention[] | null {
  const cue = cuesOf(reading, 'planning.members').find((c) => c.end <= until || c.start - until < 14)
  if (!cue || reading.mentions.some((m) => m.mention.type === 'state' && m.end <= until)) return null
  const region = regions.find(([pattern]) => pattern.test(reading.text.slice(cue.start - reading.start, cue.end - reading.start)))
  if (region) return region[1].map((country) => stateMention(country, null))
  const self = selfOf(analysis).parties, n = wordsOf(reading.text.slice(cue.start - reading.start, cue.end - reading.start), 0).map((w) => analysis.language.numbers.cardinals[w.lower]).find((x) => x !== undefined && x > 1) ?? 0
  if (self.length > 1 && (n === 0 || n === self.length)) return self
  const readings = readingsOf(analysis)
  for (let i = reading.index; i >= 0; i--) {
    const r = readings[i]!, states = distinct(stateWords(analysis, r).filter((w) => w.kind !== 'place' && !opponents.has(w.country) && (i < reading.index || w.end <= cue.start)).map((w) => stateMention(w.country, null))), apart = states.length > Math.max(2, n) ? states.filter((m) => m.country !== 'UA') : states
    if (n > 0 ? apart.length === n : reading.index - i <= 12 && apart.length > 1 && apart.length < 6) return apart
  }
  const most = statesNamed(analysis).slice(0, n)
  return n > 1 && most.length === n ? most.map(([country]) => stateMention(country, null)) : null
}

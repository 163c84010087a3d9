import type { Analysis } from '../analysis.ts'
import { onAnalysis } from '../kept.ts'
import { hasCue, onReading, readingsOf } from './frames.ts'

/** Sentences from which on a text tells what it is about. */
const enough = 5
/** The share of its sentences that speak of arms, forces or Ukraine in a text of the trade; in news of anything else it is far lower. */
const least = 0.08

/** Does a sentence speak of arms, forces or, from abroad, of Ukraine or NATO? @example speaksOfTrade(reading, analysis) // "18 tanks" */
export const speaksOfTrade = onReading((reading, analysis: Analysis): boolean =>
  hasCue(reading, 'support.military') || analysis.language.code !== 'uk' && reading.mentions.some((m) => m.mention.country === 'UA' || m.mention.name === 'NATO'))

/**
 * Is a text about arms and support for them, as far as it is long enough to tell? What was learned from such texts holds
 * in such texts; in news of courts, football or wine it finds meetings and lessons where there are none.
 * @example isOfTheTrade(footballNews) // false
 */
export const isOfTheTrade = onAnalysis((analysis): boolean => {
  const readings = readingsOf(analysis)
  return readings.length < enough || readings.filter((r) => speaksOfTrade(r, analysis)).length >= least * readings.length
})

import type { Item } from '../../core/claim.ts'
import type { Span } from '../../core/evidence.ts'
import type { Analysis } from '../analysis.ts'
import { cuesOf, inside, onReading, overlaps, type Reading } from '../frames/frames.ts'
import { itemsIn, numberBefore, phraseAfter, type ItemAt } from '../money/items.ts'
import { numberAt } from '../money/numbers.ts'
import { lexemes } from '../words/lexemes.ts'
import { itemFeatures } from './features.ts'
import { itemsLearned } from './learned.ts'
import { scorerOf } from './scorer.ts'
import { stepsOf } from './steps.ts'

/** Goods by number or list, and those that their words tell; found once. */
export const goodsAt = (analysis: Analysis, reading: Reading): readonly ItemAt[] => found(reading, analysis)
const found = onReading((reading, analysis: Analysis): readonly ItemAt[] => goodsIn(analysis, reading))

function goodsIn(analysis: Analysis, reading: Reading): ItemAt[] {
  const known = itemsIn(reading, reading), more = itemsLearned(analysis, reading).filter((g) => !known.some((k) => overlaps(k, g)) && !reading.amounts.some((a) => overlaps(a, g)))
  return [...known, ...more.map((g) => ({ ...g, item: itemOf(reading, g) }))].filter((i) => i.item.name.length > 2).sort((a, b) => a.start - b.start)
}

function itemOf(reading: Reading, span: Span): Item {
  const text = reading.text.slice(span.start - reading.start, span.end - reading.start), words = lexemes(text, { start: 0, end: text.length }), number = numberAt(words, 0, reading.language.numbers), next = number && words[number.to]
  // "155-millimetre fuzes", "40 mm rounds": the number measures the goods.
  return number && next && next.kind === 'word' && !reading.language.goods.measures.includes(next.lower) ? { name: text.slice(words[number.to]!.start).trim(), quantity: number.value } : { name: text, quantity: numberBefore(reading, span) }
}

/** Odds above which words right behind a sum and "for" are goods: what money buys stands there. */
const leastBought = -1.2

/**
 * The goods that a sum buys, within the words that belong to it: those known by number or list, else those told by their
 * words, else what stands right behind "for".
 * @example // "three million kroner for welding masks" has the welding masks
 */
export function goodsBought(analysis: Analysis, reading: Reading, span: Span): readonly ItemAt[] {
  const known = itemsIn(reading, span)
  if (known.length > 0) return known
  const told = goodsAt(analysis, reading).filter((i) => inside(i, span) && i.start - span.start < 60)
  const purpose = cuesOf(reading, 'frames.to', span).find((c) => c.start - span.start <= 4), phrase = purpose ? phraseAfter(reading, purpose, span) : null
  if (!phrase || reading.mentions.some((m) => overlaps(m, phrase))) return told
  if (told.length === 1 && told[0]!.start === phrase.start && told[0]!.end < phrase.end) return [{ ...phrase, item: itemOf(reading, phrase) }]
  return told.length > 0 ? told : rightBehind(analysis, reading, phrase)
}

function rightBehind(analysis: Analysis, reading: Reading, phrase: Span): ItemAt[] {
  const steps = stepsOf(analysis, reading), at = steps.findIndex((s) => s.end > phrase.start), scorer = scorerOf('item')
  itemFeatures(scorer.begin(), reading, steps, at)
  return scorer.odds(0) > leastBought ? [{ ...phrase, item: itemOf(reading, phrase) }] : []
}

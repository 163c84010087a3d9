import type { Item } from '../../core/claim.ts'
import type { Span } from '../../core/evidence.ts'
import type { Analysis } from '../analysis.ts'
import { onReading, overlaps, type Reading } from '../frames/frames.ts'
import { itemsIn, numberBefore, type ItemAt } from '../money/items.ts'
import { numberAt } from '../money/numbers.ts'
import { lexemes } from '../words/lexemes.ts'
import { itemsLearned } from './learned.ts'

/** Goods by number or list, and those that their words tell; found once. */
export const goodsAt = (analysis: Analysis, reading: Reading): readonly ItemAt[] => found(reading, analysis)
const found = onReading((reading, analysis: Analysis): readonly ItemAt[] => goodsIn(analysis, reading))

function goodsIn(analysis: Analysis, reading: Reading): ItemAt[] {
  const known = itemsIn(reading, reading), more = itemsLearned(analysis, reading).filter((g) => !known.some((k) => overlaps(k, g)) && !reading.amounts.some((a) => overlaps(a, g)))
  return [...known, ...more.map((g) => ({ ...g, item: itemOf(reading, g) }))].filter((i) => i.item.name.length > 2).sort((a, b) => a.start - b.start)
}

function itemOf(reading: Reading, span: Span): Item {
  const text = reading.text.slice(span.start - reading.start, span.end - reading.start), words = lexemes(text, { start: 0, end: text.length }), number = numberAt(words, 0, reading.language.numbers)
  return number && number.to < words.length ? { name: text.slice(words[number.to]!.start).trim(), quantity: number.value } : { name: text, quantity: numberBefore(reading, span) }
}

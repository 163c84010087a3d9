import type { Item } from '../../core/claim.ts'
import type { Span } from '../../core/evidence.ts'
import type { Analysis } from '../analysis.ts'
import { clauseAt, cuesOf, hasCue, inside, overlaps, trim, type Reading } from '../frames/frames.ts'
import { countsIn, lexemesIn, type CountAt } from '../money/counts.ts'
import type { ItemAt } from '../money/items.ts'
import { build } from './build.ts'
import type { Draft } from './drafts.ts'
import { partiesIn } from './givers.ts'
import { actTables, stageAt, takenBack, withdrawn } from './stage.ts'

/** How many sentences back goods may have been told that a number alone stands for. */
const reach = 3

/**
 * Numbers that stand alone for goods told before, each a commitment of its own: who gives them is named beside them, or
 * they are more of the same.
 * @example // "Belgium sent 40 trucks. Norway has given six.": six trucks from Norway
 */
export function fromCounts(analysis: Analysis, reading: Reading, before: readonly Draft[]): Draft[] {
  if (before.length === 0 || !hasCue(reading, actTables)) return []
  const goods = goodsBefore(reading, before)
  if (!goods) return []
  const alone = countsIn(reading).filter((c) => isAlone(reading, c)), out: Draft[] = []
  for (const [i, count] of alone.entries()) {
    const { start, end } = count, clause = clauseAt(reading, count), at = stageAt(reading, clause, count)
    if (!at || at === 'refused' || !inside(at.cue, clause) || withdrawn(at.stage) && !takenBack(reading, at.cue, count)) continue
    const giver = partiesIn(reading, clause).some((p) => p.party.country !== 'UA' && p.at.end <= Math.max(start, at.cue.end))
    if (!giver && !isMore(reading, count)) continue
    const item: ItemAt = { start, end, item: { name: goods.name, quantity: count.number.value } }
    const span = trim(reading, { start: Math.max(clause.start, alone[i - 1]?.end ?? 0), end: Math.min(clause.end, alone[i + 1]?.start ?? Infinity) })
    const draft = build(analysis, reading, { core: { start, end }, span, at, items: [item], sum: null, before: [...before, ...out], several: false, rule: 'counted', alone: alone.length > 1 })
    if (draft) out.push(draft)
  }
  return out
}

/** The goods told last, if they were counted or are named in the plural, and no sum was told since. */
function goodsBefore(reading: Reading, before: readonly Draft[]): Item | null {
  const last = before.findLast((d) => d.sentence < reading.index)
  if (!last || reading.index - last.sentence > reach) return null
  const item = last.fields.items.at(-1)
  return item && (item.quantity === null || item.quantity > 1) ? item : null
}

/** Does a whole number stand where goods would, with no noun to count: behind the act or at the head of a clause, before a sign, a small word or the act? */
function isAlone(reading: Reading, { number, start, end }: CountAt): boolean {
  const span = { start, end }, { value } = number
  if (value < 2 || value >= 1e6 || !Number.isInteger(value) || number.scale >= 1e6) return false
  if ([...reading.dates, ...reading.amounts, ...reading.goods].some((x) => overlaps(x, span))) return false
  const words = lexemesIn(reading), at = words.findIndex((w) => w.start >= start), next = words.find((w) => w.start >= end), previous = words[at - 1]
  const behind = reading.text.slice(end - reading.start, end - reading.start + 2)
  if (/^\s?[%‰°/–-]|^[\p{L}\d]/u.test(behind)) return false
  const isEnd = !next || next.kind === 'mark' && /^[.,;:!?)”"»]$/.test(next.lower)
  const isFree = isEnd || next.kind === 'word' && reading.cues.some((c) => c.start === next.start && (/^frames\.(?:and|future|breaks|relative)$/.test(c.table) || c.table === 'support.others' || actTables.includes(c.table)))
  if (!isFree) return false
  const opens = !previous || previous.kind === 'mark' && /^[,;:—–]$/.test(previous.lower)
  return opens ? !isEnd : previous.kind === 'word' && reading.cues.some((c) => c.end === previous.end && (c.table === 'support.others' || actTables.includes(c.table) && c.end <= start))
}

/** "Another six", "six more": more of the same. */
const isMore = (reading: Reading, count: Span): boolean => cuesOf(reading, 'support.others').some((c) => c.end <= count.start ? count.start - c.end <= 2 : c.start >= count.end && c.start - count.end <= 2)

import type { Item } from '../../core/claim.ts'
import type { Span } from '../../core/evidence.ts'
import type { Analysis } from '../analysis.ts'
import { overlaps, trim, type Reading } from '../frames/frames.ts'
import { countsIn, type CountAt } from '../money/counts.ts'
import { stateWords } from '../names/atlas.ts'
import { stateMention } from '../names/parties.ts'
import type { Draft } from './drafts.ts'
import { sameGoods } from './wholes.ts'

/**
 * The numbers behind a whole that fill it up exactly, two or more; none where they do not. What has no scale of its own is
 * in the scale of the whole.
 * @example // of 32 in "32 million: twenty for the grid, eight for clinics and four for towns": twenty, eight and four
 */
export function fillingOf(reading: Reading, whole: Span, value: number, scale = 1): readonly CountAt[] {
  const out: CountAt[] = []
  let rest = value
  for (const count of countsIn(reading)) {
    if (count.start < whole.end || reading.dates.some((d) => overlaps(d, count))) continue
    const part = count.number.scale >= 1e6 ? count.number.value / scale : count.number.value
    if (part <= 0 || part > rest + tiny) return []
    out.push(count)
    rest -= part
    if (rest < tiny) return out.length > 1 ? out : []
  }
  return []
}
const tiny = 1e-6

/**
 * Goods by number with the numbers of their parts behind them, which fill them up exactly: a total and its parts, each
 * given by the state that stands beside its number, else by the same.
 * @example // "19 jets: six in May, eight next year and five in 2026" is a total of 19 and three parts
 */
export function filled(analysis: Analysis, reading: Reading, draft: Draft, here: readonly Draft[]): Draft[] | null {
  const { core, fields } = draft, [item] = fields.items
  if (!item?.quantity || item.quantity < 3 || fields.items.length > 1 || fields.amount !== null || reading.amounts.length > 0) return null
  const parts = fillingOf(reading, core, item.quantity), first = parts[0]
  if (!first || !/[:,;–—(]/.test(reading.text.slice(core.end - reading.start, first.start - reading.start))) return null
  // Whatever else is counted there is no part of it.
  const other = (name: string) => !sameGoods(name, item.name)
  if (reading.goods.some((g) => g.start >= core.end && g.quantity !== null && other(g.name)) || here.some((d) => d !== draft && d.core.start >= core.end && (!parts.some((p) => overlaps(p, d.core)) || d.fields.items.some((i) => other(i.name))))) return null
  return [{ ...draft, fields: { ...fields, items: [item], total: true } }, ...parts.map((part, i) => partOf(analysis, reading, draft, item, part, parts[i + 1]?.start ?? reading.end))]
}

function partOf(analysis: Analysis, reading: Reading, draft: Draft, item: Item, part: CountAt, end: number): Draft {
  const span = trim(reading, { start: part.start, end }), giver = stateWords(analysis, reading).find((w) => w.start >= part.start && w.end <= end && w.country !== 'UA')
  return { ...draft, core: { start: part.start, end: part.end }, rule: 'part', spans: [span], fields: { ...draft.fields, provider: giver ? [stateMention(giver.country, null)] : draft.fields.provider, items: [{ ...item, quantity: part.number.value }], total: false } }
}

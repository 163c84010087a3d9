import type { Span } from '../../core/evidence.ts'
import type { Analysis, MoneyMention } from '../analysis.ts'
import { clauseAt, cuesOf, gap, hasCue, inside, overlaps, readingsOf, trim, type Reading } from '../frames/frames.ts'
import { goodsAt } from '../learned/goods.ts'
import { stepsOf } from '../learned/steps.ts'
import { countsIn } from '../money/counts.ts'
import { phraseAfter, type ItemAt } from '../money/items.ts'
import { bareSums, levelsOf } from './bare.ts'
import type { Draft } from './drafts.ts'

/**
 * What a commitment of its own may be about: a sum, a list of goods, a number that counts goods told before, a package or a course.
 */
export interface Core extends Span {
  readonly kind: 'sum' | 'counted' | 'goods' | 'loose' | 'number' | 'package'
  readonly sum: MoneyMention | null
  readonly items: readonly ItemAt[]
  /** Its words within the sentence: up to what comes before and after it. */
  readonly span: Span
}

type Bare = Omit<Core, 'span'>

const acts = ['announced', 'delivered', 'allocated', 'approved', 'contracted', 'reduced', 'suspended', 'cancelled', 'signalled', 'giving', 'given'].map((s) => 'support.' + s)

/** All that a sentence may promise or give, in order of place. */
export function coresOf(analysis: Analysis, reading: Reading, before: readonly Draft[]): Core[] {
  const sums = levelsOf(reading, [...reading.amounts, ...bareSums(analysis, reading, before)].sort((a, b) => a.start - b.start)).filter((a) => a.money.minor >= 1000 * 10 ** a.money.digits), out: Bare[] = sums.map((sum) => ({ kind: 'sum', start: sum.start, end: sum.end, sum, items: [] }))
  for (const items of listsOf(reading, goodsAt(analysis, reading))) out.push({ kind: items.some((i) => i.item.quantity !== null) ? 'counted' : 'goods', start: items[0]!.start, end: items.at(-1)!.end, sum: null, items })
  const free = (x: Span) => ![...out, ...reading.amounts, ...reading.dates].some((o) => overlaps(o, x))
  for (const number of numbersOf(analysis, reading, before)) if (free(number)) out.push(number)
  for (const cue of cuesOf(reading, ['support.bundle', 'support.training', 'support.aid'])) if (free(cue) && !out.some((o) => gap(o, cue) < 30 || inside(o, clauseAt(reading, cue)))) out.push({ kind: 'package', start: cue.start, end: cue.end, sum: null, items: [] })
  out.sort((a, b) => a.start - b.start)
  return out.map((core, i) => ({ ...core, span: spanOf(reading, out, i) }))
}

/** Goods that follow one another with nothing but commas and small words between them, and no act. */
function listsOf(reading: Reading, items: readonly ItemAt[]): ItemAt[][] {
  const out: ItemAt[][] = []
  for (const item of items) {
    const list = out.at(-1), last = list?.at(-1)
    if (list && last && gap(last, item) <= 40 && !/[;:–—]/.test(reading.text.slice(last.end - reading.start, item.start - reading.start)) && cuesOf(reading, acts, { start: last.end, end: item.start }).length === 0) list.push(item)
    else out.push([item])
  }
  return out
}

const behind = /^frames\.(?:to|from|at|and|breaks|relative|future|negation)$/

/** Numbers no goods are known for: before a noun ("66 further instructors"), or alone, counting the goods told last ("the eight delivered in May"). */
function numbersOf(analysis: Analysis, reading: Reading, before: readonly Draft[]): Bare[] {
  return countsIn(reading).flatMap(({ number, start, end }): Bare[] => {
    const at = { start, end }
    if (number.value < 2 || !Number.isInteger(number.value) || isOrdinal(reading, end) || /[\p{Sc}%]/u.test(reading.text.slice(Math.max(0, start - 1 - reading.start), end + 2 - reading.start)) || reading.mentions.some((m) => overlaps(m, at))) return []
    const steps = stepsOf(analysis, reading), next = steps.find((s) => s.start >= end), stands = !next || !next.seen.wordlike || reading.cues.some((c) => c.start === next.start && (acts.includes(c.table) || behind.test(c.table)))
    const more = stands ? undefined : cuesOf(reading, ['frames.determiners', 'support.others'], { start: next.start, end: reading.end }).find((c) => c.start === next.start), phrase = stands ? null : phraseAfter(reading, more ?? at, reading), name = phrase ? reading.text.slice(phrase.start - reading.start, phrase.end - reading.start) : stands || hasCue(reading, 'frames.stop', next) ? goodsBefore(analysis, reading, before) : null
    return name === null || phrase && hasCue(reading, 'support.uncounted', phrase) ? [] : [{ kind: phrase ? 'loose' : 'number', start, end: phrase?.end ?? end, sum: null, items: [{ start, end: phrase?.end ?? end, item: { name, quantity: number.value } }] }]
  })
}

/** "Ein 22. Paket": a number with a stop behind it counts nothing in languages that write ordinals so. */
const isOrdinal = (reading: Reading, end: number): boolean => reading.language.dates.dotOrdinal && /^\.\s\p{L}/u.test(reading.text.slice(end - reading.start, end - reading.start + 3))

/** The goods told last, by a draft or in the sentences just before. */
function goodsBefore(analysis: Analysis, reading: Reading, before: readonly Draft[]): string | null {
  const last = before.findLast((d) => d.fields.items.length > 0 && reading.index - d.sentence <= 8)
  if (last) return last.fields.items[0]!.name
  for (let i = reading.index - 1; i >= Math.max(0, reading.index - 3); i--) { const goods = goodsAt(analysis, readingsOf(analysis)[i]!)[0]; if (goods) return goods.item.name }
  return null
}

/** The words of a core: its clause, cut at the neighbours that stand in it. */
function spanOf(reading: Reading, all: readonly Span[], i: number): Span {
  const core = all[i]!, clause = clauseAt(reading, core), previous = all[i - 1], next = all[i + 1]
  const start = previous && previous.end > clause.start ? previous.end : clause.start, end = next && next.start < clause.end ? edgeBetween(reading, core.end, next.start) : Math.max(clause.end, core.end)
  return trim(reading, { start: previous && previous.end > clause.start ? Math.min(edgeBetween(reading, previous.end, core.start), core.start) : start, end })
}

/** Where the words of one core end and those of the next begin: at the last comma or "and" between them. */
function edgeBetween(reading: Reading, from: number, to: number): number {
  const text = reading.text.slice(from - reading.start, to - reading.start), comma = Math.max(text.lastIndexOf(','), text.lastIndexOf(';')), and = cuesOf(reading, 'frames.and', { start: from, end: to }).at(-1)
  const at = Math.max(comma >= 0 ? from + comma : -1, and?.start ?? -1)
  return at >= 0 ? at : to
}

/** Was a core told in a draft of its sentence, or is it bound to one with nothing between ("shells to a value of €5m")? */
export const isDrawn = (core: Core, reading: Reading, drafts: readonly Draft[]): boolean =>
  drafts.some((d) => d.sentence === reading.index && (overlaps(d.core, core) || isBound(reading, core, d) || (core.sum ? d.fields.amount?.minor === core.sum.money.minor : core.items.some((i) => d.fields.items.some((j) => j.name === i.item.name && j.quantity === i.item.quantity)))))

/** No comma, "and" or act parts them: goods and their price, a number and what it is a number of. */
function isBound(reading: Reading, core: Core, { core: told, fields }: Draft): boolean {
  if (core.sum && fields.amount || gap(told, core) > 60) return false
  const between = { start: Math.min(told.end, core.end), end: Math.max(told.start, core.start) }
  return !/[,;:–—]/.test(reading.text.slice(between.start - reading.start, between.end - reading.start)) && !cuesOf(reading, [...acts, 'frames.and', 'frames.breaks', 'frames.relative'], between).length
}

import type { AidKind, CommitmentStage } from '../../core/claim.ts'
import type { Span } from '../../core/evidence.ts'
import type { Analysis, MoneyMention } from '../analysis.ts'
import { onAnalysis } from '../kept.ts'
import { hasCue, inside, overlaps, readingsOf, trim, type Reading } from '../frames/frames.ts'
import type { ItemAt } from '../money/items.ts'
import { aboutUkraine, actorKey, distinct, opponents, stateMention } from '../names/parties.ts'
import { bareSums, levelsOf } from '../support/bare.ts'
import { build, namesUkraine } from '../support/build.ts'
import type { Draft } from '../support/drafts.ts'
import { isTold } from '../support/follow.ts'
import { withdrawn, type StageAt } from '../support/stage.ts'
import { goodsOfSum } from '../support/priced.ts'
import { isOwnSpending } from '../support/sums.ts'
import { goodsAt } from './goods.ts'
import { partiesOf, partsIn, scoreIn, triggerIn, valueIn, type Part } from './learned.ts'
import { stepsOf, type Step } from './steps.ts'

/** Odds above which a sentence that no rule reads is support: with a sum, with goods by number, with goods or a course alone. */
const least = -0.3, leastGoods = -0.8, leastUncounted = 1.2

/** Is the text about Ukraine? Asked of every sentence, worked out once. */
const forUkraine = onAnalysis((analysis): boolean => aboutUkraine(analysis))

/**
 * Support in a sentence that no rule reads: who gives, who receives, sums and goods by the parts they likely play; what
 * the sentence does not name is settled as by the rules.
 */
export function learnedSupport(analysis: Analysis, reading: Reading, all: readonly Draft[]): Draft[] {
  const odds = scoreIn(analysis, reading, 'commitment')
  if (odds < leastGoods || isTold(reading, all) || !mayTell(analysis, reading)) return []
  // What somebody is asked to give is not promised yet.
  if (scoreIn(analysis, reading, 'ask') > odds) return []
  const drawn = all.filter((d) => d.sentence === reading.index), before = all.filter((d) => d.sentence <= reading.index).sort((a, b) => a.sentence - b.sentence)
  if (drawn.length > 0 && reading.amounts.every((s) => drawn.some((d) => overlaps(d.core, s) || d.fields.amount?.minor === s.money.minor))) return []
  // Most sentences have neither sums nor goods, and need no look at their parts.
  const named = odds < least ? [] : levelsOf(reading, [...reading.amounts, ...bareSums(analysis, reading, before)].sort((a, b) => a.start - b.start)).filter((a) => a.money.minor >= 1000 * 10 ** a.money.digits), sums = named.length === 0 ? named : named.filter((a) => partsIn(analysis, reading, 'commitment').some((p) => p.role === 'm' && p.step.start === a.start) && !isOwnSpending(analysis, reading, a))
  const open = sums.filter((s) => !drawn.some((d) => overlaps(d.core, s) || (d.fields.amount?.minor === s.money.minor)))
  if (drawn.length > 0 && open.length === 0) return []
  const items = goodsAt(analysis, reading)
  if (sums.length === 0 && isOwnPeople(analysis, reading, items)) return []
  if (sums.length === 0 && !items.some((i) => i.item.quantity !== null) && odds < leastUncounted) return []
  const parts = partsIn(analysis, reading, 'commitment'), out: Draft[] = []
  for (const [i, sum] of sums.entries()) {
    if (!open.includes(sum)) continue
    const span = sums.length === 1 ? reading : trim(reading, { start: i === 0 ? reading.start : sums[i - 1]!.end, end: sums[i + 1]?.start ?? reading.end })
    const draft = made(analysis, reading, { core: sum, span, sum, items: goodsOf(analysis, reading, items, sum, span), before: [...before, ...out], several: sums.length > 1, parts })
    if (draft) out.push(draft)
  }
  if (sums.length > 0 || reading.amounts.length > 0 && odds < least) return out
  const core = items[0] ?? (parts.some((p) => p.role === 'p') && parts.some((p) => p.role === 'r') ? stepsOf(analysis, reading)[triggerIn(analysis, reading, 'commitment')] : undefined)
  const draft = core && made(analysis, reading, { core, span: reading, sum: null, items, before, several: false, parts })
  return draft ? [draft] : []
}

/** "225 Canadian instructors are deployed in Britain": forces of one's own, where Ukraine has no part in it. */
const isOwnPeople = (analysis: Analysis, reading: Reading, items: readonly ItemAt[]): boolean =>
  items.length > 0 && items.every((i) => hasCue(reading, 'support.people', i)) && !namesUkraine(analysis, reading)

/** The goods among the words of a sum, else those right behind it. */
function goodsOf(analysis: Analysis, reading: Reading, items: readonly ItemAt[], sum: Span, span: Span): readonly ItemAt[] {
  const within = items.filter((g) => inside(g, span))
  return within.length > 0 ? within : goodsOfSum(analysis, reading, sum, { start: sum.end, end: Math.max(sum.end, span.end) })
}

/** May a sentence tell of support at all? Scraps, points of other lists and what others than Ukraine get do not. */
export const mayTell = (analysis: Analysis, reading: Reading): boolean =>
  reading.words.length >= 4 && forUkraine(analysis) && !inOtherList(analysis, reading) && !othersGet(analysis, reading)

const point = /^\s*[-–—•*·]/
/** A point of a list whose opening words speak of something else, turnover or losses, or ask for what follows. */
function inOtherList(analysis: Analysis, reading: Reading): boolean {
  if (analysis.document.blocks[reading.sentence.block]?.kind !== 'item' && !point.test(reading.text)) return false
  const opening = readingsOf(analysis).slice(0, reading.index).findLast((r) => analysis.document.blocks[r.sentence.block]?.kind !== 'item' && !point.test(r.text))
  return opening !== undefined && opening.text.trimEnd().endsWith(':') && (scoreIn(analysis, opening, 'commitment') < -2.5 || scoreIn(analysis, opening, 'ask') > Math.max(0, scoreIn(analysis, opening, 'commitment')))
}

/** A state that is not Ukraine gets something: most such sentences tell of trade, and are left to the rules. */
const othersGet = (analysis: Analysis, reading: Reading): boolean => !namesUkraine(analysis, reading) && hasCue(reading, 'support.receiving')

/** Is an enemy named among these? */
export const namesEnemy = (steps: readonly Step[]): boolean => steps.some((s) => s.country !== null && opponents.has(s.country))

interface Found { core: Span; span: Span; sum: MoneyMention | null; items: readonly ItemAt[]; before: readonly Draft[]; several: boolean; parts: readonly Part[] }

function made(analysis: Analysis, reading: Reading, f: Found): Draft | null {
  const steps = stepsOf(analysis, reading), trigger = steps[triggerIn(analysis, reading, 'commitment')]!, stage = valueIn<CommitmentStage>(analysis, reading, 'commitment.stage')
  if (withdrawn(stage) && !hasCue(reading, ['support.aid', 'support.giving', 'support.announced', 'support.training', 'support.goods'])) return null
  const from = Math.max(0, reading.words.findIndex((w) => w.end > trigger.start))
  const at: StageAt = { stage, firm: true, why: `learned, “${reading.text.slice(trigger.start - reading.start, trigger.end - reading.start)}”`, cue: { table: 'support.' + stage, from, to: from, start: trigger.start, end: trigger.end } }
  const here = f.several ? f.parts.filter((p) => inside(p.step, f.span)) : f.parts
  const givers = partiesOf(here, 'p').filter((p) => p.country !== 'UA' && !(p.country !== null && opponents.has(p.country))), receivers = partiesOf(here, 'r').filter((r) => !givers.some((g) => actorKey(g) === actorKey(r)))
  if (givers.length === 0 && namesEnemy(steps)) return null
  const draft = build(analysis, reading, { core: f.core, span: f.span, at, items: f.items, sum: f.sum, before: f.before, several: f.several, rule: 'learned', givers })
  // Who gets it, when it is not Ukraine, is left to the rules: most such sentences tell of trade.
  if (!draft || receivers.some((r) => r.country !== 'UA') && !receivers.some((r) => r.country === 'UA')) return null
  const aid = draft.fields.aid === 'other' ? valueIn<AidKind>(analysis, reading, 'commitment.aid') : draft.fields.aid
  draft.fields = { ...draft.fields, aid, recipient: receivers.length > 0 ? distinct(receivers.map((r) => (r.country === 'UA' ? stateMention('UA', null) : r))) : draft.fields.recipient }
  return draft
}

import type { CommitmentStage } from '../../core/claim.ts'
import { idle } from '../frames/acts.ts'
import type { Analysis } from '../analysis.ts'
import { clauseAt, cuesOf, hasCue, inside, readingsOf, type Reading } from '../frames/frames.ts'
import { mayMake } from '../learned/doubt.ts'
import { partsIn, partiesOf, scoreIn, triggerIn, valueIn } from '../learned/learned.ts'
import { mayTell, namesEnemy } from '../learned/support.ts'
import { stepsOf } from '../learned/steps.ts'
import { itemsIn, phraseAfter, type ItemAt } from '../money/items.ts'
import { opponents, selfOf } from '../names/parties.ts'
import { isBare } from './bare.ts'
import { build } from './build.ts'
import { coreSigns } from './choice/cores.ts'
import { choiceOf } from './choice/scores.ts'
import { coresOf, isDrawn, type Core } from './cores.ts'
import { recentAt, type Draft } from './drafts.ts'
import { isTold } from './follow.ts'
import { goodsPriced } from './priced.ts'
import { isOwnSpending, parentOf, partDraft } from './sums.ts'
import { stageAt, type StageAt } from './stage.ts'

/** Odds above which what no reader took is a commitment of its own. */
const least = -0.7

/**
 * Sums and goods that no reader took and that are likely commitments of their own: the second of a sentence, one told by
 * an arrival or a description, one that goes on with what was told before.
 * @example // "Six of the boats promised in May have left; the other eight follow by autumn" has the eight as well
 */
export function leftOpen(analysis: Analysis, drafts: readonly Draft[]): Draft[] {
  const out: Draft[] = [], weights = choiceOf('core')
  for (const reading of readingsOf(analysis)) {
    if (analysis.document.blocks[reading.sentence.block]?.kind === 'heading' || /[:?]\s*$/.test(reading.text) || !mayMake(analysis, reading, 'commitment') || isTold(reading, drafts) || !mayTell(analysis, reading)) continue
    const before = drafts.filter((d) => d.sentence <= reading.index), cores = coresOf(analysis, reading, before), weighed = isWeighed(analysis, reading)
    for (const core of cores.length > 0 || !weighed ? cores : weighedIn(reading)) {
      if (isDrawn(core, reading, before) || core.sum && isOwnSpending(analysis, reading, core.sum)) continue
      const likely = weights.oddsOf(coreSigns(analysis, reading, core, cores, before)) > least || isShare(reading, core, [...before, ...out])
      if (!likely && !weighed) continue
      const reach = Math.min(clauseAt(reading, core).end, cores.find((c) => c.sum && c.start > core.end)?.span.start ?? Infinity)
      const draft = made(analysis, reading, core, [...before, ...out], { several: cores.length > 1, reach, weighed: !likely })
      if (draft) out.push(draft)
    }
  }
  return out
}

/** Odds of support above which words of doubt make it one that is considered. */
const leastWeighed = -2.6

/** "Oslo is weighing the transfer of four radars": what is only considered is told in few words. */
const isWeighed = (analysis: Analysis, reading: Reading): boolean =>
  hasCue(reading, ['frames.doubt', 'support.signalled']) && !hasCue(reading, ['support.vague', 'support.bill']) && scoreIn(analysis, reading, 'commitment') > leastWeighed && valueIn<CommitmentStage>(analysis, reading, 'commitment.stage') === 'signalled'

/** "The mayor is thinking of sending a mobile bakery": things that no table knows as goods, right behind a word for giving. */
function weighedIn(reading: Reading): Core[] {
  const giving = cuesOf(reading, 'support.giving')[0], phrase = giving ? phraseAfter(reading, giving, reading) : null
  return phrase ? [{ ...phrase, kind: 'loose', sum: null, items: [{ ...phrase, item: { name: reading.text.slice(phrase.start - reading.start, phrase.end - reading.start), quantity: null } }], span: reading }] : []
}

/** "Of this, 600 million is for shells": a sum without a currency of its own behind the larger one it is a part of. */
const isShare = (reading: Reading, { sum, start }: Core, told: readonly Draft[]): boolean =>
  sum !== null && isBare(sum) && parentOf(reading, sum, told.filter((d) => d.sentence === reading.index && d.core.end <= start), told.filter((d) => d.sentence < reading.index)) !== null

/** How a core stands in its sentence: beside others, up to where its words reach, told only by words of doubt. */
interface Standing { readonly several: boolean; readonly reach: number; readonly weighed: boolean }

function made(analysis: Analysis, reading: Reading, core: Core, before: readonly Draft[], { several, reach, weighed }: Standing): Draft | null {
  const whole = core.sum && parentOf(reading, core.sum, before.filter((d) => d.sentence === reading.index && d.core.end <= core.start), before.filter((d) => d.sentence < reading.index))
  if (core.sum && whole) return partDraft(analysis, reading, core.sum, { start: core.span.start, end: Math.max(core.span.end, reach) }, whole)
  const givers = partiesOf(partsIn(analysis, reading, 'commitment').filter((p) => !several || inside(p.step, core.span)), 'p').filter((p) => p.country !== 'UA' && !(p.country !== null && opponents.has(p.country)))
  const told = actOf(analysis, reading, core), act = told && weighed && !told.firm ? { ...told, stage: 'signalled' as const } : told
  if (!act || weighed && (act.stage !== 'signalled' || givers.length === 0 && !hasCue(reading, 'frames.self') && selfOf(analysis).parties.length === 0 && !recentAt(before, reading))) return null
  if (givers.length === 0 && namesEnemy(stepsOf(analysis, reading).filter((s) => inside(s, core.span)))) return null
  const items = core.sum ? pricedOrIn(analysis, reading, core) : core.items
  return build(analysis, reading, { core, span: core.span, at: act, items, sum: core.sum, before: [...before].sort((a, b) => a.sentence - b.sentence), several, rule: 'open', givers })
}

/** The goods a sum is the price of, else those behind it. */
function pricedOrIn(analysis: Analysis, reading: Reading, core: Core): readonly ItemAt[] {
  const priced = goodsPriced(analysis, reading, core)
  return priced.length > 0 ? priced : itemsIn(reading, { start: core.end, end: Math.max(core.span.end, core.end) })
}

/** The act by the words of the core itself, else by what was learned of the sentence; null where it is denied, asked for or idle. */
function actOf(analysis: Analysis, reading: Reading, core: Core): StageAt | null {
  const own = stageAt(reading, core.span, core)
  if (own === 'refused' && hasCue(reading, 'frames.negation', core.span)) return null
  if (own && own !== 'refused' && inside(own.cue, core.span)) return idle(analysis, reading, core.span, own.cue, core) ? null : own
  if (scoreIn(analysis, reading, 'ask') > scoreIn(analysis, reading, 'commitment')) return null
  const stage = valueIn<CommitmentStage>(analysis, reading, 'commitment.stage'), trigger = stepsOf(analysis, reading)[triggerIn(analysis, reading, 'commitment')]!, from = Math.max(0, reading.words.findIndex((w) => w.end > trigger.start))
  return { stage, firm: true, why: `learned, “${reading.text.slice(trigger.start - reading.start, trigger.end - reading.start)}”`, cue: { table: 'support.' + stage, from, to: from, start: trigger.start, end: trigger.end } }
}

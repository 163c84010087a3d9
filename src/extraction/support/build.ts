import type { Mention } from '../../core/claim.ts'
import type { Span } from '../../core/evidence.ts'
import type { Analysis, MoneyMention } from '../analysis.ts'
import { stateWords } from '../names/atlas.ts'
import { clauseAt, cuesOf, hasCue, trim, type Reading } from '../frames/frames.ts'
import { enemyDoes, giversOf, isSure, receiversOf, rivalExchange } from './givers.ts'
import { mainState, opponents, stateMention } from '../names/parties.ts'
import type { ItemAt } from '../money/items.ts'
import type { StageAt } from './stage.ts'
import type { Draft, Fields } from './drafts.ts'
import { aidOf } from './kinds.ts'
import { timesOf } from './times.ts'

export const namesUkraine = (analysis: Analysis, reading: Reading) => stateWords(analysis, reading).some((w) => w.country === 'UA') || reading.mentions.some((m) => m.mention.country === 'UA')

interface Parts { core: Span; span: Span; at: StageAt | null; items: readonly ItemAt[]; sum: MoneyMention | null; before: readonly Draft[]; several: boolean; rule: string; /** Who likely gives, by what was learned; none known when empty. */ givers?: readonly Mention[]; /** One act of several in its clause: the words of the act alone prove it. */ alone?: boolean }

export function build(analysis: Analysis, reading: Reading, p: Parts): Draft | null {
  const clause = clauseAt(reading, p.core), last = p.before.at(-1)
  const recent = last && reading.index - last.sentence <= 3 ? last.fields.provider : []
  const rival = p.at ? rivalExchange(reading, clause, p.at.cue, p.core) : null
  const told = rival ?? giversOf(analysis, reading, clause, p.at?.cue ?? null, p.core, recent), surer = p.rule === 'learned' && !rival && !isSure(told.why) ? p.givers ?? [] : []
  const givers = surer.length > 0 ? surer : told.givers.length > 0 ? told.givers : p.givers ? ownState(analysis, reading) : [], giverWhy = surer.length > 0 ? 'learned' : told.givers.length > 0 ? told.why : 'the state the text is about'
  if (givers.length === 0 || (!rival && p.at && enemyDoes(reading, clause, p.at.cue))) return null
  const { receivers, why: receiverWhy } = rival ? { receivers: rival.receivers, why: rival.why } : receiversOf(analysis, reading, p.core, givers, nearBy(analysis, reading, last) ? last.fields.recipient : [])
  if (receivers.length === 0) return null
  const stage = p.at?.stage ?? (hasCue(reading, 'support.bill') ? 'signalled' : 'announced')
  const { date, period } = timesOf(analysis, reading, p.several ? p.span : clause, p.at, p.core, stage, p.several)
  const total = p.sum !== null && (period?.edtf.endsWith('..') === true || hasCue(reading, 'support.total', p.several ? p.span : clause))
  const again = cuesOf(reading, 'support.again', clause)[0]
  const fields: Fields = {
    kind: 'commitment', provider: givers, recipient: receivers, aid: aidOf(analysis, reading, p.span, p.core, p.items, last, p.several), stage, amount: p.sum?.money ?? null,
    items: p.items.map((i) => i.item), date, period, total, condition: conditionOf(reading), channel: channelOf(reading), restates: again ? reading.text.slice(again.start - reading.start, again.end - reading.start) : null,
  }
  return { fields, spans: [evidenceSpan(reading, p.span, p.several || p.alone ? 2 : 1)], sentence: reading.index, rule: p.rule, core: p.core, why: { stage: p.at?.why ?? 'no verb of its own', provider: giverWhy, recipient: receiverWhy } }
}

/** Was a draft told in this sentence or the one before it, in the same paragraph? */
const nearBy = (analysis: Analysis, reading: Reading, last: Draft | undefined): last is Draft =>
  last !== undefined && reading.index - last.sentence <= 1 && analysis.sentences[last.sentence]!.block === reading.sentence.block

/** Whoever speaks or writes, else the state the text is about. */
function ownState(analysis: Analysis, reading: Reading): readonly Mention[] {
  const speaker = reading.speech?.speaker.country, home = analysis.language.names.homeState
  const state = speaker && speaker !== 'UA' && !opponents.has(speaker) ? stateMention(speaker, null) : mainState(analysis) ?? (home && home !== 'UA' ? stateMention(home, null) : null)
  return state && state.country !== 'UA' ? [state] : []
}

/** The whole sentence proves a commitment; its own words do where it makes several, or runs on beyond reading. */
const evidenceSpan = (reading: Reading, span: Span, sums: number): Span => ((sums > 1 || reading.words.length > longest) && span.end - span.start > 20 ? trim(reading, span) : trim(reading, reading))
const longest = 70

function conditionOf(reading: Reading): string | null {
  const cue = cuesOf(reading, 'support.condition')[0]
  return cue ? reading.text.slice(cue.start - reading.start).replace(/(?<![\s.”"»])[\s.”"»]+$/, '').split(/[;–—]/)[0]!.trim() : null
}

function channelOf(reading: Reading): Mention | null {
  const cue = cuesOf(reading, 'support.channel')[0]
  return cue ? reading.mentions.find((m) => m.start >= cue.end && m.start - cue.end < 8 && m.mention.type === 'body')?.mention ?? null : null
}

import type { Mention } from '../../core/claim.ts'
import type { Span } from '../../core/evidence.ts'
import type { Analysis, MoneyMention } from '../analysis.ts'
import { clauseAt, cuesOf, hasCue, readingsOf, trim, type Reading } from '../frames/frames.ts'
import { giversOf, partiesIn } from './givers.ts'
import { itemsIn, type ItemAt } from '../money/items.ts'
import { mainState, opponents, stateMention } from '../names/parties.ts'
import { stageAt, type StageAt } from './stage.ts'
import { namesUkraine } from './build.ts'
import { smaller, type Draft, type Fields } from './drafts.ts'
import { aidOf, titleOfAid } from './kinds.ts'
import { timesOf } from './times.ts'

/** The sentence with a colon that a list of pledges hangs on, with the stage it gives them. */
interface Lead { readonly reading: Reading; readonly at: StageAt | null }

const acts = ['support.announced', 'support.giving', 'support.given', 'support.delivered', 'support.allocated', 'support.approved', 'support.contracted', 'support.contents', 'support.part']
const others = ['support.other', 'support.asking', 'frames.negation', 'planning.spending']

/**
 * A point with its giver and goods in a list of which another point was read as support: what one point of a list is, all are.
 * @example // "• Latvia – 15 carriers • Malta – €2m for clinics"
 */
export function fromPoints(analysis: Analysis, reading: Reading, drafts: readonly Draft[]): Draft[] {
  if (!isPoint(analysis, reading)) return []
  const owner = headOf(reading), from = owner?.from ?? bodyOf(reading), sum = reading.amounts[0] ?? null, items = itemsIn(reading, { start: sum?.end ?? from, end: reading.end }), core = sum ?? items[0]
  const like = core && owner ? siblingOf(analysis, reading, drafts) : undefined
  if (!core || !owner || !like || core.start - from > 40 || hasCue(reading, others) || (!sum && !items.some((i) => i.item.quantity !== null))) return []
  const at = stageAt(reading, reading, core)
  if (at === 'refused') return []
  const draft = pointDraft(analysis, reading, { reading: readingsOf(analysis)[like.sentence]!, at: at?.firm ? at : null }, { core, sum, items, givers: [owner.party], whole: null })
  return [{ ...draft, fields: { ...draft.fields, stage: at?.firm ? at.stage : like.fields.stage, date: draft.fields.date ?? like.fields.date, recipient: like.fields.recipient } }]
}

/** Support that another point of the same list tells, which begins with its giver too. */
function siblingOf(analysis: Analysis, reading: Reading, drafts: readonly Draft[]): Draft | undefined {
  const all = readingsOf(analysis), block = reading.sentence.block
  const listed = (from: number, step: number): number => { let i = from; while (all[i + step] && Math.abs(all[i + step]!.sentence.block - all[i]!.sentence.block) <= 1 && (isPoint(analysis, all[i + step]!) || pointBlock(analysis, all, i + step))) i += step; return i }
  const first = listed(reading.index, -1), last = listed(reading.index, 1)
  return drafts.find((d) => d.sentence >= first && d.sentence <= last && all[d.sentence]!.sentence.block !== block && isPoint(analysis, all[d.sentence]!) && headOf(all[d.sentence]!) !== null)
}

/**
 * Support told as a point of a list: the point has only a giver and goods, or goods alone; the verb stands before the colon.
 * @example // "Partners announced new contributions: • Latvia – 15 carriers" gives Latvia's 15 carriers
 */
export function fromList(analysis: Analysis, reading: Reading, before: readonly Draft[]): Draft[] {
  const lead = isPoint(analysis, reading) ? leadOf(analysis, reading) : null
  if (!lead) return []
  const owner = headOf(reading), start = owner?.from ?? bodyOf(reading)
  const sum = reading.amounts[0] ?? null, items = itemsIn(reading, { start: sum?.end ?? start, end: reading.end })
  const core = sum ?? items[0]
  if (!core || core.start - start > 14 || (!sum && !items.some((i) => i.item.quantity !== null)) || hasCue(reading, others)) return []
  const out: Draft[] = [], whole = owner ? null : wholeOf(analysis, lead, before, out)
  const givers = owner ? [owner.party] : whole?.fields.provider ?? giversAt(analysis, lead, core)
  if (givers.length === 0) return out
  if (sum && whole?.fields.amount && smaller(sum.money, whole.fields.amount)) whole.fields = { ...whole.fields, total: true }
  const draft = pointDraft(analysis, reading, lead, { core, sum, items, givers, whole })
  return [...out, draft]
}

const bullet = /^\s*[-–—•*·▪●]\s+/u
const isPoint = (analysis: Analysis, reading: Reading): boolean => analysis.document.blocks[reading.sentence.block]?.kind === 'item' || bullet.test(reading.text)
const bodyOf = (reading: Reading): number => reading.start + (bullet.exec(reading.text)?.[0].length ?? 0)

/** The last sentence before the list, where it ends in a colon and tells of support. */
function leadOf(analysis: Analysis, reading: Reading): Lead | null {
  const all = readingsOf(analysis), block = reading.sentence.block
  if (!bullet.test(reading.text) && all[reading.index - 1]?.sentence.block === block) return null
  const points = new Set<number>()
  let i = reading.index - 1
  while (i >= 0 && reading.index - i < 40 && (isPoint(analysis, all[i]!) || points.has(all[i]!.sentence.block) || pointBlock(analysis, all, i))) points.add(all[i--]!.sentence.block)
  const lead = all[i]
  if (!lead || !/:\s*$/.test(lead.text) || !hasCue(lead, acts) || !hasCue(lead, ['support.aid', 'support.bundle']) || hasCue(lead, others)) return null
  if (!namesUkraine(analysis, lead) && !titleOfAid(analysis)) return null
  const noun = cuesOf(lead, ['support.bundle', 'support.aid'])[0]!, at = stageAt(lead, lead, noun)
  return at === 'refused' ? null : { reading: lead, at }
}

/** A later sentence of a point belongs to the point. */
function pointBlock(analysis: Analysis, all: readonly Reading[], i: number): boolean {
  const { block } = all[i]!.sentence
  for (let j = i - 1; j >= 0 && all[j]!.sentence.block === block; j--) if (isPoint(analysis, all[j]!)) return true
  return false
}

/** "Latvia – ", "Canada: ": the state a point begins with. */
function headOf(reading: Reading): { party: Mention; from: number } | null {
  const from = bodyOf(reading), first = partiesIn(reading).find((p) => p.at.start - from <= 3 && p.party.type === 'state')
  if (!first || first.party.country === 'UA' || (first.party.country !== null && opponents.has(first.party.country))) return null
  const mark = /^\s*[–—:-]\s+/u.exec(reading.text.slice(first.at.end - reading.start))
  return mark ? { party: first.party, from: first.at.end + mark[0].length } : null
}

/** The sum that the list divides; told now if the sentence before the colon has a sum that no reader took. */
function wholeOf(analysis: Analysis, lead: Lead, before: readonly Draft[], out: Draft[]): Draft | null {
  const { reading } = lead, told = [...before].reverse().find((d) => d.rule !== 'part' && d.sentence <= reading.index && reading.index - d.sentence <= 2)
  const sum = reading.amounts[0]
  if (told || !sum) return told ?? null
  const givers = giversAt(analysis, lead, sum)
  if (givers.length === 0) return null
  const draft = pointDraft(analysis, reading, lead, { core: sum, sum, items: [], givers, whole: null })
  out.push(draft)
  return draft
}

function giversAt(analysis: Analysis, lead: Lead, core: Span): readonly Mention[] {
  const { givers } = giversOf(analysis, lead.reading, lead.reading, lead.at?.cue ?? null, core.start < lead.reading.end ? core : { start: lead.reading.end, end: lead.reading.end }, [])
  const state = mainState(analysis)
  return givers.length > 0 || !state || state.country === 'UA' ? givers : [state]
}

interface Point { core: Span; sum: MoneyMention | null; items: readonly ItemAt[]; givers: readonly Mention[]; whole: Draft | null }

function pointDraft(analysis: Analysis, reading: Reading, lead: Lead, p: Point): Draft {
  const stage = lead.at?.stage ?? p.whole?.fields.stage ?? 'announced', own = timesOf(analysis, reading, clauseAt(reading, p.core), lead.at, p.core, stage, true), told = timesOf(analysis, lead.reading, lead.reading, lead.at, p.core, stage, false)
  const kind = aidOf(analysis, reading, reading, p.core, p.items, p.whole ?? undefined, true)
  const fields: Fields = {
    kind: 'commitment', provider: p.givers, recipient: p.whole?.fields.recipient ?? [stateMention('UA', null)], aid: kind === 'other' && p.whole ? p.whole.fields.aid : kind, stage,
    amount: p.sum?.money ?? null, items: p.items.map((i) => i.item), date: own.date ?? told.date ?? p.whole?.fields.date ?? null, period: own.period ?? null, total: false, condition: null, channel: null, restates: null,
  }
  return { fields, spans: [trim(reading, { start: bodyOf(reading), end: reading.end })], sentence: reading.index, rule: 'list', core: p.core, why: { stage: lead.at?.why ?? 'as the list', provider: 'head of the point or of the list' } }
}

import type { Mention } from '../../core/claim.ts'
import type { Span } from '../../core/evidence.ts'
import type { Analysis, MoneyMention } from '../analysis.ts'
import { clauseAt, cuesOf, hasCue, overlaps, readingsOf, trim, type Reading } from '../frames/frames.ts'
import { giversOf, partiesIn } from './givers.ts'
import { goodsAt } from '../learned/goods.ts'
import { countsIn } from '../money/counts.ts'
import { itemsIn, phraseAfter, type ItemAt } from '../money/items.ts'
import { mainState, opponents, stateMention } from '../names/parties.ts'
import { stageAt, type StageAt } from './stage.ts'
import { namesUkraine } from './build.ts'
import { partDraft } from './sums.ts'
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
  const sum = reading.amounts[0] ?? null, items = sum ? itemsIn(reading, { start: sum.end, end: reading.end }) : itemsOfPoint(analysis, reading).filter((i) => i.start >= start)
  const core = sum ?? items[0]
  if (!core || core.start - start > 14 || (!sum && !items.some((i) => i.item.quantity !== null)) || hasCue(reading, others)) return []
  const out: Draft[] = [], whole = owner ? null : wholeOf(analysis, lead, before, out)
  const givers = owner ? [owner.party] : whole?.fields.provider ?? giversAt(analysis, lead, core)
  if (givers.length === 0) return out
  const told = owner || sum ? undefined : before.findLast((d) => d.fields.amount === null && (d.rule === 'list' && d.sentence > lead.reading.index || d.rule === 'package' && d.sentence === lead.reading.index))
  if (told) {
    told.fields = { ...told.fields, items: [...told.fields.items, ...items.map((i) => i.item)] }
    told.spans.push(trim(reading, { start: bodyOf(reading), end: reading.end }))
    return out
  }
  if (sum && whole?.fields.amount && smaller(sum.money, whole.fields.amount)) whole.fields = { ...whole.fields, total: true }
  const draft = pointDraft(analysis, reading, lead, { core, sum, items, givers, whole })
  return [...out, draft]
}

const bullet = /^\s*[-–—•*·▪●]\s+/u
/** Does a sentence open a point of a list? */
export const isPoint = (analysis: Analysis, reading: Reading): boolean => analysis.document.blocks[reading.sentence.block]?.kind === 'item' || bullet.test(reading.text)
const bodyOf = (reading: Reading): number => reading.start + (bullet.exec(reading.text)?.[0].length ?? 0)

/**
 * "The package comprises: • 18 guns • €40m for drones": points of a list of what a commitment told before holds. Goods are
 * added to it, a sum is a part of it; true where the point was told so.
 */
export function addsPoint(analysis: Analysis, reading: Reading, drafts: Draft[]): boolean {
  if (!isPoint(analysis, reading)) return false
  const lead = introOf(analysis, reading)
  if (!lead || !hasCue(lead, 'support.contents') || !hasCue(lead, ['support.bundle', 'support.aid', 'frames.anaphor']) || hasCue(reading, others)) return false
  const whole = drafts.findLast((d) => d.rule !== 'part' && d.sentence <= lead.index && lead.index - d.sentence <= 4 && d.fields.recipient.length > 0), sum = reading.amounts[0]
  if (!whole || headOf(reading)) return false
  if (sum) {
    const part = whole.fields.amount && smaller(sum.money, whole.fields.amount) ? partDraft(analysis, reading, sum, trim(reading, { start: bodyOf(reading), end: reading.end }), whole) : null
    if (part) drafts.push(part)
    return part !== null
  }
  const items = itemsOfPoint(analysis, reading).filter((i, n) => n === 0 || !cuesOf(reading, 'support.part').some((c) => c.start >= i.start && c.start - i.end < 12)), names = new Set(whole.fields.items.map((i) => i.name))
  if (items.length === 0) return false
  whole.fields = { ...whole.fields, items: [...whole.fields.items, ...items.map((i) => i.item).filter((i) => !names.has(i.name))] }
  whole.spans.push(trim(reading, { start: bodyOf(reading), end: reading.end }))
  return true
}

/** The goods of a point, those among them that only their number tells. */
function itemsOfPoint(analysis: Analysis, reading: Reading): ItemAt[] {
  const known = goodsAt(analysis, reading), counted = countsIn(reading).flatMap(({ number, start, end }): ItemAt[] => {
    const free = (x: Span) => ![...known, ...reading.dates, ...reading.amounts].some((k) => overlaps(k, x))
    const phrase = number.value > 1 && Number.isInteger(number.value) && free({ start, end }) && /(?:^|[-–—•*·,])\s*$|\s\p{L}{1,4}\s$/u.test(reading.text.slice(0, start - reading.start)) ? phraseAfter(reading, { start, end }, reading) : null
    return phrase && free(phrase) && !hasCue(reading, 'support.uncounted', phrase) ? [{ ...phrase, item: { name: reading.text.slice(phrase.start - reading.start, phrase.end - reading.start), quantity: number.value } }] : []
  })
  return [...known, ...counted].sort((a, b) => a.start - b.start)
}

/** The last sentence before the list a point stands in, where it ends in a colon. */
function introOf(analysis: Analysis, reading: Reading): Reading | null {
  const all = readingsOf(analysis), block = reading.sentence.block
  if (!bullet.test(reading.text) && all[reading.index - 1]?.sentence.block === block) return null
  const points = new Set<number>()
  let i = reading.index - 1
  while (i >= 0 && reading.index - i < 40 && (isPoint(analysis, all[i]!) || points.has(all[i]!.sentence.block) || pointBlock(analysis, all, i))) points.add(all[i--]!.sentence.block)
  const lead = all[i]
  return lead && /:\s*$/.test(lead.text) ? lead : null
}

/** The sentence a list hangs on, where it tells of support. */
function leadOf(analysis: Analysis, reading: Reading): Lead | null {
  const lead = introOf(analysis, reading)
  if (!lead || !hasCue(lead, acts) || !hasCue(lead, ['support.aid', 'support.bundle']) || hasCue(lead, others)) return null
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

import type { CommitmentStage } from '../../core/claim.ts'
import type { DatedValue } from '../../core/dates.ts'
import type { Span } from '../../core/evidence.ts'
import { clauseAt, cuesOf, readingsOf, trim, type Reading } from '../frames/frames.ts'
import type { Analysis } from '../analysis.ts'
import type { Cue } from '../words/cues.ts'
import type { Draft, Fields } from './drafts.ts'
import { filled } from './fills.ts'
import { kept, lessened, ofThe, partBefore } from './promised.ts'
import { stageAt } from './stage.ts'

const promises = ['support.announced', 'support.approved', 'support.contracted', 'support.allocated'], outcomes = ['support.delivered', 'support.suspended', 'support.cancelled']

/**
 * What was promised at one time and came about at another is two commitments, each with its own day; of a number of goods
 * or a sum "of the" whole, only that much came about.
 * @example // "Four of the 50 lorries ordered in 2024 arrived on 4 May" has 50 ordered in 2024 and 4 delivered on 4 May
 */
export function twofold(analysis: Analysis, drafts: readonly Draft[]): Draft[] {
  const readings = readingsOf(analysis)
  const parts = new Set<Draft>()
  return drafts.flatMap((draft, i) => {
    const reading = readings[draft.sentence]!, here = drafts.filter((d) => d.sentence === draft.sentence)
    if (parts.has(draft)) return []
    const split = filled(analysis, reading, draft, here)
    if (split) { for (const d of here) if (d !== draft && d.core.start > draft.core.end) parts.add(d); return split }
    if (draft.fields.provider.length > 1 && isEach(reading, draft)) return draft.fields.provider.map((giver) => ({ ...draft, fields: { ...draft.fields, provider: [giver] } }))
    return draft.fields.amount ? [shareOf(reading, draft)] : kept(reading, draft) ?? outOf(reading, draft) ?? apart(reading, lessened(reading, draft, drafts.slice(0, i)), here.filter((d) => d !== draft))
  })
}

/** "€50m each", "je 20 Panzer": every giver gives that much. */
const isEach = (reading: Reading, { core }: Draft): boolean =>
  /(?<!\p{L})(?:je|jeweils|po|по)\s(?:rund\s|etwa\s|około\s|близько\s)?\p{Sc}?$/iu.test(reading.text.slice(0, core.start - reading.start)) || /^\s(?:each|apiece|chacun\p{L}*|ciascun\p{L}*|a testa|każd\p{L}+|кож\p{L}+)(?!\p{L})/iu.test(reading.text.slice(core.end - reading.start))

const stageOf = (cue: Cue): CommitmentStage => cue.table.slice(8) as CommitmentStage

/** "Has delivered 300 shells, out of 900 pledged": a larger number with nothing but a word of promise behind it is the whole that was promised. */
function outOf(reading: Reading, draft: Draft): Draft[] | null {
  const { items } = draft.fields, [some] = items
  if (draft.fields.stage !== 'delivered' || items.length < 2 || !some?.quantity) return null
  for (const [k, whole] of items.entries()) {
    const at = k === 0 || (whole.quantity ?? 0) <= some.quantity ? -1 : reading.text.indexOf(whole.name), promise = at < 0 ? undefined : cuesOf(reading, promises).find((c) => c.start === reading.start + at && c.end - c.start >= whole.name.length)
    if (!promise) continue
    const day = reading.dates.find((d) => d.start >= promise.end && d.start - promise.end < 12)
    return [changed(draft, { items: items.filter((i) => i !== whole), date: day && day.value.edtf === draft.fields.date?.edtf ? null : draft.fields.date }), { ...changed(draft, { items: [{ ...some, quantity: whole.quantity }], stage: stageOf(promise), date: day?.value ?? null, period: null, total: true }), core: { start: promise.start - 1, end: promise.end } }]
  }
  return null
}

/** Goods with a word of promise and its date right behind them, and what came of them behind that. */
function apart(reading: Reading, draft: Draft, others: readonly Draft[]): Draft[] {
  const { core, fields } = draft, clause = clauseAt(reading, core)
  const share = partBefore(reading, draft), outcome = cuesOf(reading, outcomes, clause).find((c) => c.start > core.end)
  if (!outcome && share !== null) return ofPromised(reading, draft, share)
  if (!outcome || fields.items.length === 0 || cuesOf(reading, ['frames.future', 'frames.doubt'], clause).some((c) => c.end <= outcome.start && outcome.start - c.end < 12) || /\bwould\s$/.test(reading.text.slice(0, outcome.start - reading.start))) return [draft]
  const part = share, promise = cuesOf(reading, promises, clause).find((c) => c.start >= core.end && c.start - core.end <= 2 && c.end <= outcome.start)
  const dates = reading.dates.filter((d) => d.start >= core.end && d.end <= clause.end), first = promise && dates.find((d) => d.start >= promise.end && d.end <= outcome.start)
  const [item, ...more] = fields.items, items = part === null ? fields.items : [{ ...item!, quantity: part }, ...more]
  if (!promise || !first) return [part === null ? draft : changed(draft, { items })]
  const later = dates.find((d) => d.start >= outcome.end)
  const came = changed(draft, { items, stage: stageOf(outcome), date: later?.value ?? (fields.date?.edtf === first.value.edtf ? null : fields.date) })
  // What was only offered, and what was taken back or has no number, is one commitment; who granted it, or a whole of which a part came, makes two.
  const own = part !== null || cuesOf(reading, 'frames.from', clause).some((c) => c.start >= promise.end && c.end <= outcome.start)
  if (!own || outcome.table !== 'support.delivered' || (item!.quantity ?? 0) < 2 || others.some((d) => d.fields.stage === stageOf(promise))) return [came]
  const promised = changed(draft, { stage: stageOf(promise), date: first.value, period: null, total: part !== null })
  return [{ ...promised, spans: [trim(reading, { start: core.start, end: first.end })] }, came]
}

/** "Has delivered the first of the three batteries promised in August": the whole was promised, and a part of it came about. */
function ofPromised(reading: Reading, draft: Draft, share: number): Draft[] {
  const { core, fields } = draft, [item, ...more] = fields.items
  if (!item) return [draft]
  const came = changed(draft, { items: [{ ...item, quantity: share }, ...more] }), clause = clauseAt(reading, core)
  const promise = cuesOf(reading, promises, clause).find((c) => c.start >= core.end && c.start - core.end <= 12)
  if (!promise || item.quantity === null || fields.stage !== 'delivered') return [came]
  const day = reading.dates.find((d) => d.start >= promise.end && d.start - promise.end < 12), promised = changed(draft, { items: [item], stage: stageOf(promise), date: day?.value ?? null, period: null, total: true })
  return [{ ...promised, spans: [trim(reading, { start: core.start, end: day?.end ?? promise.end })] }, day && fields.date?.edtf === day.value.edtf ? changed(came, { date: null }) : came]
}

const changed = (draft: Draft, fields: { readonly items?: Fields['items']; readonly stage?: CommitmentStage; readonly date?: DatedValue | null; readonly period?: DatedValue | null; readonly total?: boolean }): Draft => ({ ...draft, fields: { ...draft.fields, ...fields } })

/** "Has spent 600 million of the 4.5 billion it promised": what is said of the whole is not said of the share. */
function shareOf(reading: Reading, draft: Draft): Draft {
  const { core } = draft, whole = reading.amounts.find((a) => a.start > core.end), share = reading.amounts.findLast((a) => a.end < core.start)
  if (share && ofThe.test(reading.text.slice(share.end - reading.start, core.start - reading.start))) return { ...draft, spans: [trim(reading, { start: core.start, end: Math.max(core.end, clauseAt(reading, core).end) }), ...draft.spans.slice(1)] }
  if (!whole || !ofThe.test(reading.text.slice(core.end - reading.start, whole.start - reading.start))) return draft
  const clause = clauseAt(reading, core), at = stageAt(reading, { start: clause.start, end: core.end }, core)
  return at && at !== 'refused' && at.cue.end <= core.start ? changed({ ...draft, spans: [trim(reading, reading), ...draft.spans.slice(1)] }, { stage: at.cue.table === 'support.given' ? 'delivered' : at.stage, total: false }) : draft
}

import type { Span } from '../../core/evidence.ts'
import { cuesOf, hardBreak, overlaps, refusesNothing, trim, type Reading } from '../frames/frames.ts'
import { countsIn } from '../money/counts.ts'
import type { Cue } from '../words/cues.ts'
import type { Draft, Fields } from './drafts.ts'
import { sameGoods } from './wholes.ts'

const promises = ['support.announced', 'support.contracted'], came = ['support.delivered', 'support.given']
const open: ReadonlySet<string> = new Set(['announced', 'contracted', 'delivered', 'approved'])

/**
 * What became of goods that a relative clause tells to be promised: they came, which makes a promise and a delivery, each
 * with its own day, or do not come, which makes a promise that is taken back. Null where nothing is told of it.
 * @example // "The 20 boats that Latvia promised in May arrived in July" has 20 promised in May and 20 delivered in July
 */
export function kept(reading: Reading, draft: Draft): Draft[] | null {
  const { core, fields } = draft
  if (fields.items.length === 0 || !open.has(fields.stage) || fields.aid === 'training' && fields.stage === 'delivered') return null
  const promise = promiseBehind(reading, core)
  if (!promise) return null
  const rest = { start: promise.end, end: reading.end }
  if (isTakenBack(reading, rest)) return [changed(draft, { stage: 'cancelled', date: null, period: null })]
  const outcome = cuesOf(reading, came, rest).find((c) => c.start - promise.end < farthest) ?? arrivalIn(reading, rest)
  if (!outcome || isAhead(reading, outcome) || (fields.items[0]!.quantity ?? 0) < 2) return null
  // The relative clause ends at its comma, or where the verb of the goods stands.
  const comma = reading.text.indexOf(',', promise.end - reading.start) + reading.start, edge = comma >= promise.end && comma < outcome.start ? comma : outcome.start
  const first = reading.dates.find((d) => d.start >= core.end && d.end <= edge), later = reading.dates.find((d) => d.start >= edge)
  const told = changed(draft, { stage: promise.table === 'support.contracted' ? 'contracted' : 'announced', date: first?.value ?? null, period: null })
  return [{ ...told, spans: [trim(reading, { start: core.start, end: Math.max(first?.end ?? 0, promise.end) })] }, changed(draft, { stage: 'delivered', date: later?.value ?? null, period: null })]
}
const farthest = 60

/** "Reached the port", "crossed the border". */
function arrivalIn(reading: Reading, rest: Span): Span | undefined {
  const told = /^.{0,40}?(?<!\p{L})(reached|arrived|came|crossed|erreichten|kamen|atteint|arrivés|franchi|raggiunto|arrivati|arrivate|dotarły|dotarli|przekroczyły|прибули|дісталися|перетнули)(?!\p{L})/iu.exec(reading.text.slice(rest.start - reading.start))
  return told ? { start: rest.start + told[0].length - told[1]!.length, end: rest.start + told[0].length } : undefined
}

/** "That Latvia promised in May", "die Lettland im Mai versprochen hatte": a verb of promise in a relative clause right behind the goods. */
function promiseBehind(reading: Reading, core: Span): Cue | undefined {
  const relative = cuesOf(reading, 'frames.relative').find((c) => c.start >= core.end && c.start - core.end <= 4)
  return relative && cuesOf(reading, promises).find((c) => c.start >= relative.end && c.start - relative.end < farthest && !hardBreak(reading, relative, c))
}

/** A word of refusal behind the relative clause, with the verb of the goods right beside it. */
function isTakenBack(reading: Reading, rest: Span): boolean {
  const refusal = cuesOf(reading, 'frames.negation', rest).find((n) => n.start - rest.start < farthest && !refusesNothing(reading, n))
  if (!refusal) return false
  const near = reading.text.slice(rest.start - reading.start, Math.min(reading.text.length, refusal.end + 24 - reading.start))
  return !yet.test(near) && moves.test(near)
}
/** Not here so far is no refusal. */
const yet = /(?<!\p{L})(?:yet|still|so far|noch|bislang|bisher|encore|toujours|ancora|finora|jeszcze|dotąd|dotychczas|ще|досі|поки)(?!\p{L})/iu
/** Verbs of what goods do when they are given. */
const moves = /(?<!\p{L})(?:send|sent|come|coming|arrive|deliver|delivered|leave|given|handed|transferred|reach|geliefert|kommen|geschickt|gesendet|übergeben|abgegeben|eintreffen|partir|livré|arriver|envoyé|remis|viendr|partiront|arriver|consegn|inviat|arriver|partir|ceduti|cedut|dotr|wysłan|przekazan|dostarczon|trafi|przyjed|надійд|прибуд|надішл|передад|відправ|приїд|поїд)/iu

const isAhead = (reading: Reading, act: Span): boolean => cuesOf(reading, ['frames.future', 'frames.doubt'], { start: act.start - 16, end: act.end }).some((c) => !reading.dates.some((d) => overlaps(c, d)))

/** Right before a number that is less than was hoped for. */
const only: Readonly<Record<string, RegExp>> = { en: /(?<!\p{L})(?:only|just)\s$/iu, de: /(?<!\p{L})(?:nur|lediglich|bloss|bloß)(?: noch)?\s$/iu, fr: /(?<!\p{L})(?:que|seulement)\s$/iu, it: /(?<!\p{L})(?:solo|soltanto|solamente|appena)\s$/iu, pl: /(?<!\p{L})(?:tylko|jedynie|zaledwie)\s$/iu, uk: /(?<!\p{L})(?:лише|тільки|лиш)\s$/iu }

/**
 * Of goods that were promised only so many are to come: a promise that is reduced.
 * @example // "Latvia, which promised three ships in April, will send only two" has two, reduced
 */
export function lessened(reading: Reading, draft: Draft, before: readonly Draft[]): Draft {
  const { core, fields: { items: [item], stage, provider } } = draft
  if (stage !== 'announced' || !item?.quantity) return draft
  const share = countsIn(reading).find((c) => c.end <= core.start && ofThe.test(reading.text.slice(c.end - reading.start, core.start - reading.start))), at = share ?? core
  if (!only[reading.language.code]?.test(reading.text.slice(0, at.start - reading.start))) return draft
  const larger = before.some(({ fields: f, sentence }) => draft.sentence - sentence <= 2 && f.items[0]?.quantity && f.items[0].quantity > item.quantity! && sameGoods(item.name, f.items[0].name) && f.provider[0]?.country === provider[0]?.country)
  return larger || share && cuesOf(reading, promises).some((c) => c.start > core.start && c.start - core.end < farthest) ? changed(draft, { stage: 'reduced' }) : draft
}

/** Between a share and the whole it is of. */
export const ofThe = /^\s(?:of (?:the|its|their|our|those|these|his|her)|des|der|seiner|ihrer|unserer|von den|dei|delle|degli|de (?:ses|leurs|nos)|sur les|z|ze|з|із|зі)\s(?:\p{L}+\s)?$/u

/** "Four of the 50 lorries", "one of its batteries", "the first of three batteries": how many of the whole. */
export function partBefore(reading: Reading, { core, fields }: Draft): number | null {
  const whole = fields.items[0]?.quantity ?? Infinity, near = (at: Span) => at.end <= core.start && core.start - at.end < 22
  const part = countsIn(reading).find((c) => near(c) && ofThe.test(reading.text.slice(c.end - reading.start, core.start - reading.start)))
  if (part) return part.number.value < whole && Number.isInteger(part.number.value) ? part.number.value : null
  const first = whole > 1 && whole < Infinity ? reading.cues.find((c) => c.table.startsWith('meetings.ordinals.') && near(c) && ofWhole.test(reading.text.slice(c.end - reading.start, core.start - reading.start))) : undefined
  return first ? 1 : null
}
/** Between an ordinal and the number of a whole. */
const ofWhole = /^\s(?:of|der|von|des|sur|parmi|de|dei|delle|degli|di|su|z|ze|з|із|зі)\s(?:\p{L}+\s)?$/u

const changed = (draft: Draft, fields: Partial<Pick<Fields, 'stage' | 'date' | 'period'>>): Draft => ({ ...draft, fields: { ...draft.fields, ...fields } })

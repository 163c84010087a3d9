import type { Span } from '../../core/evidence.ts'
import type { Analysis } from '../analysis.ts'
import { asidesOf } from '../frames/asides.ts'
import { cuesOf, hasCue, inside, overlaps, trim, type Reading } from '../frames/frames.ts'
import { goodsAt } from '../learned/goods.ts'
import { stateWords } from '../names/atlas.ts'
import type { ItemAt } from '../money/items.ts'
import type { Cue } from '../words/cues.ts'
import type { Draft } from './drafts.ts'

const acts = ['support.giving', 'support.given', 'support.announced', 'support.delivered', 'support.contracted', 'support.allocated', 'support.approved']

/**
 * "It comprises de-mining gear, 40 scanners and boats", "Das Paket, das am Freitag beschlossen wurde, wird 30 Boote umfassen":
 * a sentence that opens with the package told before, and tells nothing but what it holds. Its goods become those of that
 * commitment; true where they did.
 * @example // "Norway announced a package of €40m. It will include 12 boats." is one commitment of €40m and 12 boats
 */
export function addsContents(analysis: Analysis, reading: Reading, before: readonly Draft[]): boolean {
  const verb = cuesOf(reading, 'support.contents')[0]
  if (!verb || reading.amounts.length > 0 || before.length === 0 || !opens(reading, verb) || cuesOf(reading, acts).some((c) => !aside(reading, c) && !cuesOf(reading, 'support.training').some((t) => overlaps(t, c)))) return false
  const items = heldIn(analysis, reading, verb), whole = items.length > 0 ? wholeHeld(reading, before, hasCue(reading, 'support.bundle', { start: reading.start, end: verb.start })) : null
  return whole !== null && !namesOther(analysis, reading, { start: reading.start, end: verb.start }, whole) && holds(reading, whole, items)
}

/** "Sweden's package includes": somebody else than whoever gave what was told before. */
const namesOther = (analysis: Analysis, reading: Reading, span: Span, whole: Draft): boolean =>
  stateWords(analysis, reading).some((w) => inside(w, span) && w.kind !== 'place' && w.country !== 'UA' && !whole.fields.provider.some((p) => p.country === w.country))

/** The goods behind a word for what a package holds; before it where it ends the sentence. */
export function heldIn(analysis: Analysis, reading: Reading, verb: Cue): readonly ItemAt[] {
  const all = goodsAt(analysis, reading), behind = all.filter((i) => i.start >= verb.end)
  return behind.length === 0 && verb.to >= reading.words.length - 2 ? all : behind
}

const aside = (reading: Reading, span: Span): boolean => asidesOf(reading).some((x) => inside(span, x))
const opening = ['support.bundle', 'frames.anaphor', 'support.aid', 'support.same', 'support.inside', 'frames.future', 'frames.determiners']

/** Does nothing stand before a verb but the package, words for "it" and small words? A verb at the end of a sentence has one of the latter at its head. */
function opens(reading: Reading, verb: Cue): boolean {
  const last = verb.to >= reading.words.length - 2
  const before = reading.words.slice(0, last ? Math.min(2, verb.from) : verb.from).filter((w) => !aside(reading, w))
  return (last ? cuesOf(reading, 'frames.future').some((c) => c.from <= 3) : before.length <= 6) && before.every((w) => w.end - w.start <= smallest || cuesOf(reading, opening).some((c) => overlaps(c, w)))
}
const smallest = 4

/** "The package includes 60 boats", "it covered 12 mortars": goods of the commitment told before, and no new one. */
export function contentsOf(analysis: Analysis, reading: Reading, clause: Span, items: readonly ItemAt[], before: readonly Draft[]): boolean {
  const verb = cuesOf(reading, 'support.contents', clause)[0]
  const isFirst = (c: Cue | undefined) => c !== undefined && c.start - clause.start <= 3
  const subject = verb && (cuesOf(reading, ['support.bundle', 'frames.anaphor', 'support.aid', 'support.same', 'support.inside'], clause).find((c) => c.end <= verb.start + 1 || c.start - verb.end < 6) ?? (isFirst(verb) ? verb : undefined))
  if (!verb || !subject || (verb.from - (cuesOf(reading, 'support.bundle', clause)[0]?.from ?? 0) > 12 && !isFirst(subject))) return false
  const whole = wholeHeld(reading, before, subject.table === 'support.bundle')
  return whole !== null && !namesOther(analysis, reading, { start: clause.start, end: verb.start }, whole) && holds(reading, whole, items)
}

/** The commitment that holds what is listed: told just before, else one promised without a sum, or any where a package is named. */
function wholeHeld(reading: Reading, before: readonly Draft[], named: boolean): Draft | null {
  const recent = [...before].reverse()
  return recent.find((d) => reading.index - d.sentence <= 3) ?? recent.find((d) => d.fields.amount === null && d.fields.stage === 'announced') ?? recent.find((d) => d.rule !== 'part' && d.fields.stage !== 'approved' && named) ?? null
}

/** Gives goods to the commitment that holds them. What a running total holds was given by acts of its own. */
export function holds(reading: Reading, whole: Draft, items: readonly ItemAt[]): boolean {
  if (whole.fields.period?.edtf.endsWith('..')) return false
  const names = new Set(whole.fields.items.map((i) => i.name))
  // What was named without a number only sums up what is listed now.
  const counted = items.length > 1 || items[0]!.item.quantity !== null ? whole.fields.items.filter((i) => i.quantity !== null) : whole.fields.items
  whole.fields = { ...whole.fields, items: [...counted, ...items.map((i) => i.item).filter((i) => !names.has(i.name))] }
  whole.spans.push(trim(reading, reading))
  return true
}

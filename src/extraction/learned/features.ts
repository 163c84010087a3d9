import type { ClaimKind } from '../../core/claim.ts'
import type { Analysis } from '../analysis.ts'
import type { Reading } from '../frames/frames.ts'
import type { Features } from './scorer.ts'
import type { Step } from './steps.ts'
import { tablesIn } from './tables.ts'
import { closedTerms, term, type Term } from './terms.ts'

/** Names of features, and marks that stand where a word could. */
const [bias, k, w, s, c, b, j, o, t, block, length] = ['bias', 'k', 'w', 's', 'c', 'b', 'j', 'o', 't', 'block', 'length'].map(term) as [Term, Term, Term, Term, Term, Term, Term, Term, Term, Term, Term]
const start = term('^'), end = term('$'), nothing = term(''), left = term('<'), right = term('>'), here = term('=')
const near = { l1: term('l1'), l2: term('l2'), r1: term('r1'), r2: term('r2'), ll: term('ll'), rr: term('rr'), lr: term('lr'), end: term('end'), nth: term('nth'), before: term('kb'), after: term('ka'), side: term('side'), trigger: term('trig'), distance: term('dist') }
const open = { w: term('b-w'), l1: term('b-l1'), l2: term('b-l2'), ll: term('b-ll'), lr: term('b-lr'), rr: term('b-rr'), llr: term('b-llr'), place: term('b-place'), before: term('b-before'), at: term('b-at'), behind: term('b-behind'), trigger: term('b-trig'), led: term('b-tl'), cueBefore: term('b-tb'), cueAt: term('b-ta'), speech: term('b-sp'), content: term('b-content'), bias: term('b-bias') }
const close = { w: term('e-w'), r1: term('e-r1'), r2: term('e-r2'), rr: term('e-rr'), lr: term('e-lr'), left: term('e-left'), before: term('e-before'), behind: term('e-behind'), word: term('e-word'), mark: term('e-mark'), cueBehind: term('e-tb'), speech: term('e-sp'), content: term('e-content'), bias: term('e-bias') }
const item = { e: term('e'), ls: term('ls'), sr: term('sr'), far: term('far'), upper: term('upper'), lower: term('lower'), cueBefore: term('tl') }
/** Small counts, kinds of blocks and the like. */
const closed = closedTerms()

/** What tells of the kind of claim a sentence makes: its words, beginnings of words and ideas, pairs of them, kinds of names in their order, and the word tables that know one of its words. One may come several times. */
export function sentenceFeatures(to: Features, analysis: Analysis, reading: Reading, steps: readonly Step[]): void {
  const n = steps.length
  to.add(bias)
  for (let i = 0; i < n; i++) {
    const { kind, seen, ideas } = steps[i]!, next = steps[i + 1], far = steps[i + 2]
    for (const idea of ideas) to.add(c, idea)
    if (kind) to.add(k, seen.word)
    else { to.add(w, seen.word); if (seen.stem !== seen.word) to.add(s, seen.stem) }
    to.add(b, seen.stem, next ? next.seen.stem : end)
    if (far) to.add(j, seen.stem, far.seen.stem)
    if (!kind || kind === 'number') continue
    for (let at = i + 1; at < n; at++) { const other = steps[at]!; if (other.kind && other.kind !== 'number') to.add(o, seen.word, other.seen.word) }
  }
  if (steps[0]) to.add(b, start, steps[0].seen.stem)
  for (const table of tablesIn(reading)) to.add(t, table)
  to.add(block, closed(analysis.document.blocks[reading.sentence.block]?.kind ?? 'none'))
  to.add(length, closed(n < 6 ? 'short' : n > 40 ? 'long' : 'middling'))
}

/** What tells of the part a name, sum or date plays in a claim of some kind. `trigger` is the step that speaks most for the claim. */
export function partFeatures(to: Features, reading: Reading, steps: readonly Step[], at: number, trigger: number): void {
  const step = steps[at]!, kind = step.seen.word, stem = (i: number) => steps[i]?.seen.stem ?? end
  const both = (name: Term, a: Term, b?: Term) => { to.add(name, a, b); to.add(name, kind, a, b) }
  to.add(bias, kind)
  both(near.l1, stem(at - 1)); both(near.l2, stem(at - 2)); both(near.r1, stem(at + 1)); both(near.r2, stem(at + 2))
  both(near.ll, stem(at - 2), stem(at - 1)); both(near.rr, stem(at + 1), stem(at + 2)); both(near.lr, stem(at - 1), stem(at + 1))
  // A space would part two words.
  both(near.end, term(reading.text.slice(Math.max(0, step.end - 2 - reading.start), step.end - reading.start).replace(' ', '_')))
  let earlier = 0, alike = 0, before = start, after = end
  for (let i = 0; i < steps.length; i++) {
    const other = steps[i]!
    if (other.kind === step.kind) { if (i < at) earlier++; alike++ }
    if (!other.kind || other.kind === 'number') continue
    if (i < at) before = other.seen.word
    else if (i > at && after === end) after = other.seen.word
  }
  both(near.nth, closed(`${Math.min(3, earlier)}/${Math.min(4, alike)}`))
  both(near.before, before); both(near.after, after)
  const side = at < trigger ? left : right, far = Math.abs(at - trigger)
  both(near.side, side); both(near.trigger, side, stem(trigger)); both(near.distance, side, closed(far < 2 ? '1' : far < 5 ? '4' : far < 10 ? '9' : '10'))
  const tables = tablesIn(reading)
  for (let i = 0; i < tables.length; i++) { const cue = reading.cues[i]!; both(t, cue.start >= step.end ? left : cue.end <= step.start ? right : here, tables[i]!) }
  let inside = 0
  for (let i = at - 1; i >= Math.max(0, at - 8); i--) { const other = steps[i]!; if (!other.kind && other.seen.letters) { both(b, other.seen.stem); if (++inside > 4) break } }
}

/** What tells that the words of a claim begin at a step. */
export function beginFeatures(to: Features, reading: Reading, steps: readonly Step[], at: number, trigger: number): void {
  const mark = (i: number) => (i < 0 ? start : end), stem = (i: number) => steps[i]?.seen.stem ?? mark(i), word = (i: number) => steps[i]?.seen.word ?? mark(i)
  to.add(open.bias)
  to.add(open.w, word(at)); to.add(open.l1, word(at - 1)); to.add(open.l2, stem(at - 2)); to.add(open.ll, stem(at - 2), word(at - 1)); to.add(open.lr, word(at - 1), stem(at)); to.add(open.rr, stem(at), stem(at + 1)); to.add(open.llr, stem(at - 2), word(at - 1), stem(at))
  to.add(open.place, closed(String(Math.min(at, 6)))); to.add(at < trigger ? open.before : at === trigger ? open.at : open.behind)
  to.add(open.trigger, closed(String(at === trigger ? 0 : at < trigger ? -1 : Math.min(5, at - trigger)))); to.add(open.led, stem(trigger), word(at - 1))
  const tables = tablesIn(reading), from = steps[at]?.start ?? 0, before = steps[at - 1]?.start ?? 0
  for (let i = 0; i < tables.length; i++) { const cue = reading.cues[i]!; if (cue.end <= from && cue.end >= before) to.add(open.cueBefore, tables[i]!); if (cue.start === from) to.add(open.cueAt, tables[i]!) }
  if (reading.speech) { to.add(open.speech); if (reading.speech.content.some((c) => Math.abs(c.start - steps[at]!.start) < 2)) to.add(open.content) }
}

/** What tells that the words of a claim end at a step. */
export function endFeatures(to: Features, reading: Reading, steps: readonly Step[], at: number, trigger: number): void {
  const mark = (i: number) => (i < 0 ? start : end), stem = (i: number) => steps[i]?.seen.stem ?? mark(i), word = (i: number) => steps[i]?.seen.word ?? mark(i)
  to.add(close.bias)
  to.add(close.w, word(at)); to.add(close.r1, word(at + 1)); to.add(close.r2, stem(at + 2)); to.add(close.rr, word(at + 1), stem(at + 2)); to.add(close.lr, stem(at), word(at + 1))
  to.add(close.left, closed(String(Math.min(6, steps.length - 1 - at)))); to.add(at < trigger ? close.before : close.behind); to.add(steps[at]!.seen.wordlike ? close.word : close.mark)
  const tables = tablesIn(reading), until = steps[at]?.end ?? 0, next = steps[at + 1]?.end ?? 0
  for (let i = 0; i < tables.length; i++) { const cue = reading.cues[i]!; if (cue.start >= until && cue.start <= next) to.add(close.cueBehind, tables[i]!) }
  if (reading.speech) { to.add(close.speech); if (reading.speech.content.some((c) => Math.abs(c.end - steps[at]!.end) < 3)) to.add(close.content) }
}

/** Kinds that are learned by example. */
export const learnedKinds: readonly ClaimKind[] = ['statement', 'meeting', 'commitment', 'ask', 'project', 'lesson', 'planning']

/** The step that speaks most for a claim of a kind: where the act stands. */
export function triggerOf(steps: readonly Step[], weightOf: (name: Term, word: Term) => number): number {
  let at = 0, most = -Infinity
  for (let i = 0; i < steps.length; i++) {
    const { kind, seen } = steps[i]!
    if (kind) continue
    const weight = weightOf(w, seen.word) + (seen.stem === seen.word ? 0 : weightOf(s, seen.stem))
    if (weight > most) { most = weight; at = i }
  }
  return at
}

/** What tells that a step is the first or a later one of the words for something given, or for somebody who has no name. */
export function itemFeatures(to: Features, reading: Reading, steps: readonly Step[], at: number, trigger = -1): void {
  const mark = (i: number) => (i < 0 ? start : end), stem = (i: number) => steps[i]?.seen.stem ?? mark(i), step = steps[at]!, { seen } = step
  to.add(bias)
  to.add(w, seen.word); to.add(s, seen.stem); to.add(item.e, seen.tail); to.add(near.l1, stem(at - 1)); to.add(near.l2, stem(at - 2)); to.add(near.r1, stem(at + 1)); to.add(near.r2, stem(at + 2)); to.add(item.ls, stem(at - 1), seen.stem); to.add(item.sr, seen.stem, stem(at + 1)); to.add(near.ll, stem(at - 2), stem(at - 1))
  if (trigger >= 0) {
    const side = at < trigger ? left : at === trigger ? here : right, far = Math.abs(at - trigger)
    to.add(near.side, side); to.add(item.far, side, closed(String(far < 3 ? far : far < 6 ? 5 : far < 12 ? 11 : 12))); to.add(k, side, step.kind ? seen.word : nothing); to.add(near.trigger, side, stem(trigger))
    to.add(/^\p{Lu}/u.test(reading.text.slice(step.start - reading.start, step.start - reading.start + 2)) ? item.upper : item.lower)
  }
  const tables = tablesIn(reading)
  for (let i = 0; i < tables.length; i++) {
    const cue = reading.cues[i]!
    if (cue.start < step.end && step.start < cue.end) to.add(t, tables[i]!)
    else if (cue.end <= step.start && step.start - cue.end < 30) to.add(item.cueBefore, tables[i]!)
  }
}

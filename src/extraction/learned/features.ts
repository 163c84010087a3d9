import type { ClaimKind } from '../../core/claim.ts'
import type { Analysis } from '../analysis.ts'
import type { Reading } from '../frames/frames.ts'
import { codeOf, codeOfThree } from './codes.ts'
import type { Step } from './steps.ts'

/** Takes a feature: its name and up to two words, each with its number. */
type Taker = (name: Name, a: string, aCode: number, b: string | null, bCode: number) => void
interface Name { readonly text: string; readonly code: number }
const name = (text: string): Name => ({ text, code: codeOf(text) })
const names = { bias: name('bias'), kind: name('k'), word: name('w'), stem: name('s'), pair: name('b'), far: name('j'), order: name('o'), left: name('l'), right: name('r'), table: name('t'), block: name('block'), length: name('length') }
const end = name('$'), start = name('^')

/** What tells of the kind of claim a sentence makes: its words and beginnings of words, pairs of them, kinds of names in their order, and the word tables that know one of its words. */
function eachFeature(analysis: Analysis, reading: Reading, steps: readonly Step[], take: Taker): void {
  const n = steps.length
  take(names.bias, '', 0, null, 0)
  for (let i = 0; i < n; i++) {
    const { word, stem, kind, wordCode, stemCode } = steps[i]!, next = steps[i + 1], far = steps[i + 2]
    if (kind) take(names.kind, kind, stemCode, null, 0)
    else { take(names.word, word, wordCode, null, 0); if (stem !== word) take(names.stem, stem, stemCode, null, 0) }
    take(names.pair, stem, stemCode, next ? next.stem : end.text, next ? next.stemCode : end.code)
    if (far) take(names.far, stem, stemCode, far.stem, far.stemCode)
    if (!kind || kind === 'number') continue
    for (let j = i + 1; j < n; j++) { const other = steps[j]!; if (other.kind && other.kind !== 'number') take(names.order, kind, stemCode, other.kind, other.stemCode) }
    for (let j = Math.max(0, i - 6); j < Math.min(n, i + 7); j++) { const near = steps[j]!; if (!near.kind && near.stem.length > 2) take(j < i ? names.left : names.right, kind, stemCode, near.stem, near.stemCode) }
  }
  if (steps[0]) take(names.pair, start.text, start.code, steps[0].stem, steps[0].stemCode)
  for (const cue of reading.cues) take(names.table, cue.table, codeOf(cue.table), null, 0)
  const block = analysis.document.blocks[reading.sentence.block]?.kind ?? 'none', length = n < 6 ? 'short' : n > 40 ? 'long' : 'middling'
  take(names.block, block, codeOf(block), null, 0)
  take(names.length, length, codeOf(length), null, 0)
}

/** The features of a sentence as they are written in the weights, each once. */
export function sentenceFeatures(analysis: Analysis, reading: Reading, steps: readonly Step[]): string[] {
  const out = new Set<string>()
  eachFeature(analysis, reading, steps, (named, a, _, b) => out.add(a === '' ? named.text : b === null ? `${named.text} ${a}` : `${named.text} ${a} ${b}`))
  return [...out]
}

/** The same as numbers, which are made and looked up faster: every sentence is asked for them. One may come several times. */
export function eachCode(analysis: Analysis, reading: Reading, steps: readonly Step[], take: (code: number) => void): void {
  eachFeature(analysis, reading, steps, (named, _, a, __, b) => take(codeOfThree(named.code, a, b)))
}

/** What tells of the part a name, sum or date plays in a claim of some kind. `trigger` is the step that speaks most for the claim. */
export function partFeatures(reading: Reading, steps: readonly Step[], at: number, trigger: number): string[] {
  const step = steps[at]!, kind = step.kind ?? '', stem = (i: number) => steps[i]?.stem ?? '$', out = ['bias ' + kind]
  const near = (name: string, value: string) => { out.push(`${name} ${value}`, `${name} ${kind} ${value}`) }
  near('l1', stem(at - 1)); near('l2', stem(at - 2)); near('r1', stem(at + 1)); near('r2', stem(at + 2))
  near('ll', `${stem(at - 2)} ${stem(at - 1)}`); near('rr', `${stem(at + 1)} ${stem(at + 2)}`); near('lr', `${stem(at - 1)} ${stem(at + 1)}`)
  const end = reading.text.slice(Math.max(0, step.end - 2 - reading.start), step.end - reading.start)
  near('end', end)
  const alike = steps.flatMap((s, i) => (s.kind === kind ? [i] : []))
  near('nth', `${Math.min(3, alike.indexOf(at))} of ${Math.min(4, alike.length)}`)
  const before = steps.slice(0, at).findLast((s) => s.kind && s.kind !== 'number')?.kind ?? '^', after = steps.slice(at + 1).find((s) => s.kind && s.kind !== 'number')?.kind ?? '$'
  near('kb', before); near('ka', after)
  const side = at < trigger ? '<' : '>', far = Math.abs(at - trigger)
  near('side', side); near('trig', `${side} ${stem(trigger)}`); near('dist', `${side} ${far < 2 ? 1 : far < 5 ? 4 : far < 10 ? 9 : 10}`)
  for (const cue of reading.cues) { near('t', `${cue.start >= step.end ? '<' : cue.end <= step.start ? '>' : '='} ${cue.table}`) }
  let inside = 0
  for (let i = at - 1; i >= Math.max(0, at - 8); i--) { const s = steps[i]!; if (!s.kind && /^\p{L}{3,}$/u.test(s.word)) { near('b', s.stem); if (++inside > 4) break } }
  return out
}

/** What tells that the words of a claim begin at a step. */
export function beginFeatures(analysis: Analysis, reading: Reading, steps: readonly Step[], at: number, trigger: number): string[] {
  const stem = (i: number) => steps[i]?.stem ?? (i < 0 ? '^' : '$'), word = (i: number) => steps[i]?.word ?? (i < 0 ? '^' : '$'), out = ['bias']
  out.push(`w ${word(at)}`, `l1 ${word(at - 1)}`, `l2 ${stem(at - 2)}`, `ll ${stem(at - 2)} ${word(at - 1)}`, `lr ${word(at - 1)} ${stem(at)}`, `rr ${stem(at)} ${stem(at + 1)}`, `llr ${stem(at - 2)} ${word(at - 1)} ${stem(at)}`)
  out.push(`place ${Math.min(at, 6)}`, at < trigger ? 'before' : at === trigger ? 'at' : 'behind', `trig ${at === trigger ? 0 : at < trigger ? -1 : Math.min(5, at - trigger)}`, `tl ${stem(trigger)} ${word(at - 1)}`)
  for (const cue of reading.cues) { if (cue.end <= (steps[at]?.start ?? 0) && cue.end >= (steps[at - 1]?.start ?? 0)) out.push('tb ' + cue.table); if (cue.start === steps[at]?.start) out.push('ta ' + cue.table) }
  if (reading.speech) { out.push('sp'); if (reading.speech.content.some((c) => Math.abs(c.start - steps[at]!.start) < 2)) out.push('content') }
  return out
}

/** What tells that the words of a claim end at a step. */
export function endFeatures(reading: Reading, steps: readonly Step[], at: number, trigger: number): string[] {
  const stem = (i: number) => steps[i]?.stem ?? (i < 0 ? '^' : '$'), word = (i: number) => steps[i]?.word ?? (i < 0 ? '^' : '$'), out = ['bias']
  out.push(`w ${word(at)}`, `r1 ${word(at + 1)}`, `r2 ${stem(at + 2)}`, `rr ${word(at + 1)} ${stem(at + 2)}`, `lr ${stem(at)} ${word(at + 1)}`)
  out.push(`left ${Math.min(6, steps.length - 1 - at)}`, at < trigger ? 'before' : 'behind', /^[\p{L}\p{N}%]/u.test(word(at)) ? 'word' : 'mark')
  for (const cue of reading.cues) if (cue.start >= (steps[at]?.end ?? 0) && cue.start <= (steps[at + 1]?.end ?? 0)) out.push('tb ' + cue.table)
  if (reading.speech) { out.push('sp'); if (reading.speech.content.some((c) => Math.abs(c.end - steps[at]!.end) < 3)) out.push('content') }
  return out
}

/** Kinds that are learned by example. */
export const learnedKinds: readonly ClaimKind[] = ['statement', 'meeting', 'commitment', 'ask', 'project', 'lesson', 'planning']

/** The step that speaks most for a claim of a kind: where the act stands. */
export function triggerOf(steps: readonly Step[], weightOf: (code: number) => number): number {
  let at = 0, most = -Infinity
  steps.forEach((step, i) => {
    if (step.kind) return
    const weight = weightOf(codeOfThree(names.word.code, step.wordCode, 0)) + (step.stem === step.word ? 0 : weightOf(codeOfThree(names.stem.code, step.stemCode, 0)))
    if (weight > most) { most = weight; at = i }
  })
  return at
}

/** What tells that a step is the first or a later one of the words for something given, or for somebody who has no name. */
export function itemFeatures(reading: Reading, steps: readonly Step[], at: number, trigger = -1): string[] {
  const stem = (i: number) => steps[i]?.stem ?? (i < 0 ? '^' : '$'), step = steps[at]!, out = ['bias']
  out.push(`w ${step.word}`, `s ${step.stem}`, `e ${step.word.slice(-3)}`, `l1 ${stem(at - 1)}`, `l2 ${stem(at - 2)}`, `r1 ${stem(at + 1)}`, `r2 ${stem(at + 2)}`, `ls ${stem(at - 1)} ${step.stem}`, `sr ${step.stem} ${stem(at + 1)}`, `ll ${stem(at - 2)} ${stem(at - 1)}`)
  if (trigger >= 0) { const side = at < trigger ? '<' : at === trigger ? '=' : '>', far = Math.abs(at - trigger); out.push('side ' + side, `far ${side} ${far < 3 ? far : far < 6 ? 5 : far < 12 ? 11 : 12}`, `k ${side} ${step.kind ?? ''}`, `trig ${side} ${stem(trigger)}`, /^\p{Lu}/u.test(reading.text.slice(step.start - reading.start)) ? 'upper' : 'lower') }
  for (const cue of reading.cues) if (cue.start < step.end && step.start < cue.end) out.push('t ' + cue.table)
    else if (cue.end <= step.start && step.start - cue.end < 30) out.push('tl ' + cue.table)
  return out
}

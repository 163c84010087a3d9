import type { Mention } from '../../core/claim.ts'
import type { Span } from '../../core/evidence.ts'
import type { Speech } from '../analysis.ts'
import type { Run } from './runs.ts'
import type { Attribution, Scene } from './scene.ts'

/** A speech in the making: later quotations may still be added to it. */
export interface Draft { speaker: Mention; content: Span[]; inside: number; outside: number; evidence: Span[]; cue: Speech['cue']; rule: string; turn: number; open: boolean }

/** A speech by `speaker` of the words in `runs`. */
export function draft(scene: Scene, speaker: Mention, runs: readonly Run[], a: Attribution | null, index: number, rule: string): Draft {
  let inside = 0, outside = 0
  const content: Span[] = []
  for (const run of runs) {
    for (let i = run.from; i < run.to; i++) { if (scene.quoted(i)) inside++; else if (!scene.isMark(i) && !scene.isBreak(i)) outside++ }
    const span = spanOf(scene, run)
    if (span) content.push(span)
  }
  const cue = a && a.cue < scene.tokens.length ? { start: scene.tokens[a.cue]!.start, end: scene.tokens[a.cue]!.end, lemma: a.verb?.lemma ?? scene.lower(a.cue) } : null
  return { speaker, content, inside, outside, evidence: evidenceOf(scene), cue, rule, turn: index, open: inside > 0 }
}

/** A run as it is printed: no marks around a run that is wholly quoted, no comma at its end. */
export function spanOf(scene: Scene, run: Run): Span | null {
  let { from, to } = run
  let plain = true
  for (let i = from; i < to && plain; i++) if (scene.outside(i) && !scene.isBreak(i)) plain = false
  if (plain) { while (from < to && !scene.quoted(from)) from++; while (to > from && !scene.quoted(to - 1)) to-- }
  while (to > from && (scene.text(to - 1) === ',' || scene.isDash(to - 1))) to--
  return to > from ? { start: scene.tokens[from]!.start, end: scene.tokens[to - 1]!.end } : null
}

/** A whole turn. */
export const evidenceOf = (scene: Scene): Span[] => (scene.tokens.length > 0 ? [{ start: scene.tokens[0]!.start, end: scene.tokens.at(-1)!.end }] : [])

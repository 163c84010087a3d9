import type { Scene } from './scene.ts'

/** A run of tokens, `to` exclusive. */
export interface Run { readonly from: number; readonly to: number }

/** What stands behind a source, and by which rule it was found. */
export interface Right { readonly run: Run; readonly rule: 'clause' | 'that' | 'quotation' | 'noun phrase' | 'colon' | 'judgement' }

/** Ends before the full stop and before the credit of an agency; begins at a word or a mark. */
export function trimRight(scene: Scene, from: number, end: number): Run | null {
  let start = from, stop = end
  // "Salué « un geste » tout en rappelant …": what the speaker does beside it.
  if (scene.tokens[0]!.pos === null) for (let i = from + 1; i < end - 1; i++) if (scene.lower(i) === 'tout' && scene.lower(i + 1) === 'en' && scene.outside(i)) stop = end = i
  while (start < stop && scene.isBreak(start) && scene.outside(start)) start++
  stop = beforeAsk(scene, start, reporterAt(scene, start, stop))
  while (stop > start && scene.isBreak(stop - 1) && scene.outside(stop - 1)) stop--
  return stop > start ? { from: start, to: stop } : null
}

/** "… the first priority, and asked Lithuania to open": a second verb, of asking, ends what the first one carries. */
function beforeAsk(scene: Scene, from: number, end: number): number {
  for (let i = from + 2; i < end - 3; i++) {
    if (!scene.outside(i) || !scene.speech.and.has(scene.lower(i))) continue
    // "salué « une étape » et remercié Berlin": behind a quoted name the reporter goes on.
    if (scene.tokens[0]!.pos === null && scene.isMark(i - 1) && scene.isMark(from) && !scene.tokens.slice(i, end).some((_, k) => !scene.outside(i + k))) return i
    // 'that it was "good enough", and appealed to Oslo': behind words quoted in part a second verb is the reporter's.
    if (scene.tokens[0]!.pos !== null && (scene.isMark(i - 1) || scene.text(i - 1) === ',' && scene.isMark(i - 2)) && !scene.isMark(from) && scene.tokens[i + 1]!.pos === 'VERB' && /ed$/.test(scene.lower(i + 1)) && scene.outside(i + 1)) return i
    let v = i + 1
    while (v < i + 4 && (scene.speech.auxiliaries.has(scene.lower(v)) || scene.speech.adverbs.has(scene.lower(v)))) v++
    const { pos, lower } = scene.tokens[v] ?? { pos: null, lower: '' }
    if (scene.asking.has(lower) && scene.outside(v) && (pos === null || /(?:ed|told|sought|begged|bade)$/.test(lower)) && (scene.lower(v + 1) !== 'to' || /^appealed$/.test(lower)) && !scene.isBreak(v + 1)) return i
  }
  return end
}

export function right(scene: Scene, from: number, end: number, rule: Right['rule']): Right | null {
  let stop = end
  // A noun phrase ends with its clause.
  if (rule === 'noun phrase' || rule === 'judgement') for (let i = end - 1; i > from + 1; i--) if (scene.text(i) === ';' && scene.outside(i)) stop = i
  const run = trimRight(scene, from, stop)
  return run && { run, rule }
}

/** "…, though nobody believes it", "…; the price is open": where behind what was said the reporter goes on. */
function reporterAt(scene: Scene, from: number, end: number): number {
  let at = -1
  for (let i = from + 5; i < end - 2; i++) {
    if (!scene.outside(i) || scene.isMark(i + 1)) continue
    // A further comma would close an insertion: "the plan, though late, was good".
    if (scene.text(i) === ',') at = conceding.test(scene.lower(i + 1)) ? i : at < 0 || /^(?:чи\p{L}+|який|яка|як|що|dass|wer|was|wie|che|qui|que|który\p{L}*|że|that|what|who|which)$/u.test(scene.lower(i + 1)) ? at : -1
    if (scene.text(i) === ';' && !reported(scene, i + 1, end)) return i
  }
  return at < 0 ? end : at
}
const conceding = /^(?:though|although|obwohl|obgleich|wenngleich|sebbene|benché|chociaż|choć|aczkolwiek|хоча|хоч)$/u
/** Does what stands behind a semicolon go on with the words of somebody: by the subjunctive or the tense, or in quotation marks? */
const reported = (scene: Scene, from: number, end: number): boolean => scene.tokens.slice(from, end).some((t, k) => !scene.outside(from + k) || scene.speech.subjunctive.has(t.lower) || /^(?:would|had|could)$/.test(t.lower) && t.pos !== null || scene.speech.that.has(t.lower) && k < 3)

/** Only words of time, place or address stand between source and quotation. */
export function quotedWhole(scene: Scene, from: number, quote: number): boolean {
  for (let i = from; i < quote; i++) {
    const pos = scene.tokens[i]!.pos
    if (scene.text(i) === ':' || scene.text(i) === ',') continue
    if (pos ? pos === 'VERB' || pos === 'PRON' || pos === 'AUX' : scene.speech.that.has(scene.lower(i))) return false
  }
  return quote - from < 3 || scene.text(quote - 1) === ':' || scene.text(quote - 1) === ',' || scene.isBreak(from)
}

import type { Mention } from '../core/claim.ts'
import type { Span } from '../core/evidence.ts'
import type { Analysis, Speech } from './analysis.ts'
import { findAttributions } from './attributions.ts'
import { contentOf, endsContent } from './contents.ts'
import type { Run } from './runs.ts'
import { Scene, type Attribution, type Memory } from './scene.ts'
import { phraseAt } from './speech-words.ts'
import { turnsOf, type Turn } from './turns.ts'

/** A speech in the making: later quotations may still be added to it. */
interface Draft { speaker: Mention; content: Span[]; inside: number; outside: number; evidence: Span[]; cue: Speech['cue']; rule: string; turn: number; open: boolean }

/**
 * Who said what, in reading order: direct, indirect and mixed, with quotations joined over their source and over
 * paragraphs, and with sources that stand in the next sentence.
 * @example findSpeech(analysis)[0] // { speaker, form: 'direct', content, … }
 */
export function findSpeech(analysis: Analysis): Speech[] {
  const turns = turnsOf(analysis), drafts: Draft[] = [], memory: Memory = { subject: null, speaker: null, body: null, author: authorOf(analysis) }
  let last: Draft | null = null
  turns.forEach((turn, index) => {
    const kind = analysis.document.blocks[turn.block]!.kind
    if (kind === 'heading') return
    const scene = new Scene(turn, analysis), attributions = findAttributions(scene, memory)
    const pointed = backward(scene, attributions, turns, index, analysis), own = pointed ?? drafted(scene, attributions, index)
    const found = own.length > 0 ? own : carried(scene, attributions, last, index, turns)
    memory.subject = turn.mentions.find((m) => m.mention.type === 'person' && !m.quoted && m.first <= 2 && !scene.preposition(m.first - 1))?.mention ?? null
    if (found === 'joined') { last!.turn = index; return }
    for (const draft of found) { drafts.push(draft); memory.speaker = draft.speaker; if (draft.speaker.type === 'body' || draft.speaker.type === 'company') memory.body = draft.speaker }
    for (const a of attributions) if (a.speakers[0]) memory.speaker = a.speakers.at(-1)!
    last = found.findLast((d) => d.open && d.speaker.name === found.at(-1)!.speaker.name) ?? found.at(-1) ?? (last && index - last.turn < 2 ? last : null)
  })
  return drafts.filter((d) => d.content.length > 0).map(finished)
}

const finished = (d: Draft): Speech => ({ speaker: d.speaker, form: d.outside === 0 ? 'direct' : d.inside === 0 ? 'indirect' : 'mixed', content: d.content, evidence: d.evidence, cue: d.cue, rule: d.rule })

/** The body that put out the text, for "the report said" where nobody else is in play. */
const authorOf = (analysis: Analysis): Mention | null => analysis.mentions.find((m) => m.mention.type === 'body' && !m.quoted)?.mention ?? null

function drafted(scene: Scene, attributions: readonly Attribution[], index: number): Draft[] {
  const out: Draft[] = []
  let done = 0
  attributions.forEach((a, i) => {
    const content = contentOf(scene, a, attributions.slice(i + 1).find((b) => endsContent(scene, b, a.to)), done)
    if (!content || (a.verb && !a.verb.clause && a.cue < done && !a.leaning)) return
    if (a.cue < done && !a.leaning && a.speakers[0]!.name === out.at(-1)?.speaker.name) return
    if (credits(scene, a, content.runs, out)) { shorten(scene, out, a); return }
    for (const speaker of a.speakers) out.push(draft(scene, speaker, content.runs, a, index, content.rule))
    done = Math.max(done, a.to, ...content.runs.map((r) => r.to))
  })
  return out
}

/** "… , reports Ukrinform" behind a statement that has its source: the agency the text copies, not a speaker. */
function credits(scene: Scene, a: Attribution, runs: readonly Run[], before: readonly Draft[]): boolean {
  if (!a.verb?.credit || before.length === 0) return false
  const first = runs[0]!
  return before.some((d) => d.content.some((s) => s.start <= scene.tokens[first.from]!.start && s.end >= scene.tokens[first.from]!.end)) || (first.to <= a.from && before.length > 0)
}
function shorten(scene: Scene, drafts: readonly Draft[], a: Attribution): void {
  const at = scene.tokens[a.from]!.start
  for (const d of drafts) d.content = d.content.flatMap((s) => (s.start >= at ? [] : s.end > at ? [{ start: s.start, end: endOfWords(scene, s.start, at) }] : [s]))
}
const endOfWords = (scene: Scene, from: number, before: number): number => {
  let end = from
  for (let i = 0; i < scene.tokens.length && scene.tokens[i]!.start < before; i++) if (scene.tokens[i]!.start >= from && !scene.isBreak(i)) end = scene.tokens[i]!.end
  return end
}

function draft(scene: Scene, speaker: Mention, runs: readonly Run[], a: Attribution | null, index: number, rule: string): Draft {
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
function spanOf(scene: Scene, run: Run): Span | null {
  let { from, to } = run
  let plain = true
  for (let i = from; i < to && plain; i++) if (scene.outside(i) && !scene.isBreak(i)) plain = false
  if (plain) { while (from < to && !scene.quoted(from)) from++; while (to > from && !scene.quoted(to - 1)) to-- }
  while (to > from && (scene.text(to - 1) === ',' || scene.isDash(to - 1))) to--
  return to > from ? { start: scene.tokens[from]!.start, end: scene.tokens[to - 1]!.end } : null
}

const evidenceOf = (scene: Scene): Span[] => (scene.tokens.length > 0 ? [{ start: scene.tokens[0]!.start, end: scene.tokens.at(-1)!.end }] : [])

/** "This was stated by X": the sentence before is the content. */
function backward(scene: Scene, attributions: readonly Attribution[], turns: readonly Turn[], index: number, analysis: Analysis): Draft[] | null {
  const a = attributions.find((b) => b.kind === 'verb'), before = turns[index - 1]
  if (!a || !before || !scene.speech.backward.size) return null
  if (scene.text(1) === ',') return null
  const words = scene.lower(0), two = words + ' ' + scene.lower(1)
  const points = scene.speech.backward.has(two) || scene.speech.backward.has(words) && (a.passive || a.inverted || scene.analysis.language.code === 'it') || scene.speech.backward.has(scene.lower(a.cue + 1) + ' ' + scene.lower(a.cue + 2))
  if (!points || (a.cue > 9)) return null
  const earlier = new Scene(before, analysis)
  if (before.tokens.length < 4 || before.block < scene.turn.block - 1) return null
  const start = datelineEnd(earlier)
  return a.speakers.map((speaker) => ({ ...draft(earlier, speaker, [{ from: start, to: lastWord(earlier) }], null, index, 'source in the next sentence'), evidence: [...evidenceOf(earlier), ...evidenceOf(scene)], cue: { start: scene.tokens[a.cue]!.start, end: scene.tokens[a.cue]!.end, lemma: a.verb!.lemma } }))
}
const lastWord = (scene: Scene): number => { let to = scene.tokens.length; while (to > 0 && scene.isBreak(to - 1) && scene.outside(to - 1)) to--; return to }
/** "BERLIN: (nkn) " or "LISBON, Nov 20 (Tideline) - " before the first sentence is no part of it. */
function datelineEnd(scene: Scene): number {
  if (!/^\p{Lu}/u.test(scene.text(0))) return 0
  for (let i = 1; i < Math.min(scene.tokens.length, 14); i++) {
    if (scene.isDash(i) && i + 1 < scene.tokens.length && (scene.text(i - 1) === ')' || /^\p{Lu}+$/u.test(scene.text(0)))) return i + 1
    if (scene.text(i) === ')' && (scene.text(1) === ':' || scene.text(1) === '(')) return i + 1
  }
  return 0
}

/** Sentences without a source of their own that go on with the speaker before, where that is safe. */
function carried(scene: Scene, attributions: readonly Attribution[], last: Draft | null, index: number, turns: readonly Turn[]): Draft[] | 'joined' {
  if (!last || attributions.some((a) => a.kind === 'verb' && !a.speakers.includes(last.speaker) && a.speakers[0]?.name !== last.speaker.name)) return []
  const { tokens } = scene
  let inside = 0, outside = 0
  for (let i = 0; i < tokens.length; i++) { if (scene.quoted(i)) inside++; else if (scene.outside(i) && !scene.isBreak(i)) outside++ }
  const near = index - last.turn === 1, sameBlock = turns[last.turn]!.block === scene.turn.block
  if (near && inside > 0 && outside === 0 && (last.open || sameBlock)) {
    const run = spanOf(scene, { from: 0, to: tokens.length })
    if (run) last.content.push(run)
    last.inside += inside; last.open = true
    last.evidence.push(...evidenceOf(scene))
    return 'joined'
  }
  if (attributions.length > 0) return []
  const opener = phraseAt(scene.speech.opening, tokens, 0), from = opener && scene.text(opener) === ',' ? opener + 1 : 0
  const rest = { from, to: lastWord(scene) }
  if (near && (sameBlock || last.open) && inside >= 4 && outside >= 2) return [draft(scene, last.speaker, [rest], null, index, 'quotation that goes on with the speaker before')]
  // A capital makes a noun of it ("Reiche"), behind "ich" it is no reported speech.
  const reported = tokens.some((t, i) => scene.speech.subjunctive.has(t.lower) && (t.text === t.lower || i === 0) && !scene.names.firstPerson.has(scene.lower(i - 1)) && !scene.names.firstPerson.has(scene.lower(i + 1)))
  if (near && sameBlock && inside === 0 && reported) return [draft(scene, last.speaker, [{ from: 0, to: tokens.length }], null, index, 'indirect speech kept up by the subjunctive')]
  return []
}

import type { Mention } from '../../core/claim.ts'
import type { Analysis } from '../analysis.ts'
import { findAttributions } from './attributions.ts'
import { draft, evidenceOf, spanOf, type Draft } from './drafts.ts'
import { mainSubject } from './english-subjects.ts'
import { Scene, type Attribution } from './scene.ts'
import { phraseAt } from './speech-words.ts'
import type { Turn } from './turns.ts'

/** Sentences without a source of their own that go on with the speaker before, where that is safe. */
export function carried(scene: Scene, attributions: readonly Attribution[], last: Draft | null, index: number, turns: readonly Turn[]): Draft[] | 'joined' {
  const { tokens } = scene, english = tokens[0]!.pos !== null
  let inside = 0, outside = 0
  for (let i = 0; i < tokens.length; i++) { if (scene.quoted(i)) inside++; else if (scene.outside(i) && !scene.isBreak(i)) outside++ }
  const near = last !== null && index - last.turn === 1, sameBlock = last !== null && turns[last.turn]!.block === scene.turn.block
  if (inside > 0 && outside === 0) {
    const run = spanOf(scene, { from: 0, to: tokens.length })
    if (near && (last.open && (last.outside === 0 || sameBlock || !english) || sameBlock && !english) && run) {
      last.content.push(run)
      last.inside += inside
      last.evidence.push(...evidenceOf(scene))
      return 'joined'
    }
    const speaker = near ? last.speaker : subjectBefore(scene, turns, index)
    return english && speaker && inside >= 4 && !titled(scene, 0) ? [draft(scene, speaker, [{ from: 0, to: tokens.length }], null, index, 'quotation behind its speaker')] : []
  }
  const opener = phraseAt(scene.speech.opening, tokens, 0), from = opener && scene.text(opener) === ',' ? opener + 1 : 0
  if (english && last && near && sameBlock && inside === 0 && last.inside === 0 && attributions.every((a) => a.speakers[0]?.type === 'unknown') && last.outside > 3 && shifted(scene)) return [draft(scene, last.speaker, [{ from, to: Math.min(lastWord(scene), reporterFrom(scene)) }], null, index, 'indirect speech kept up by the tense')]
  if (!last || attributions.length > 0 || !near) return []
  if ((english ? (sameBlock || last.open && inside > outside) && goesOn(scene, last.speaker) : sameBlock || last.open) && inside >= 4 && outside >= 2) return [draft(scene, last.speaker, [{ from, to: lastWord(scene) }], null, index, 'quotation that goes on with the speaker before')]
  // A capital makes a noun of it ("Reiche"); behind "ich" it is no reported speech.
  const reported = inside === 0 && tokens.some((t, i) => scene.speech.subjunctive.has(t.lower) && (t.text === t.lower || i === 0) && !scene.names.firstPerson.has(scene.lower(i - 1)) && !scene.names.firstPerson.has(scene.lower(i + 1)))
  if (sameBlock && reported) return [draft(scene, last.speaker, [{ from: 0, to: tokens.length }], null, index, 'indirect speech kept up by the subjunctive')]
  return []
}

/** ", but she could not give a figure": where the reporter goes on about the speaker. */
function reporterFrom(scene: Scene): number {
  const at = scene.tokens.findIndex((t, i) => t.text === ',' && /^(?:but|and|though|although)$/.test(scene.lower(i + 1)) && (scene.names.he.has(scene.lower(i + 2)) || scene.names.she.has(scene.lower(i + 2))))
  return at < 0 ? scene.tokens.length : at
}

/** "The rest was to follow in May", "A third battery would come later": the tense of what somebody said goes on, and nobody acts. */
function shifted(scene: Scene): boolean {
  const { tokens } = scene
  let at = tokens.findIndex((t) => t.pos === 'AUX' || t.pos === 'VERB')
  // "The talks announced for May had been put off": the participle behind the noun is not the verb of the sentence.
  if (at > 0 && tokens[at]!.pos === 'VERB' && /(?:ed|en|wn|de)$/.test(scene.lower(at)) && tokens[at - 1]!.pos === 'NOUN') { const next = tokens.findIndex((t, i) => i > at && /^(?:AUX|VERB|PUNCT)$/.test(t.pos ?? '')); if (tokens[next]?.pos === 'AUX') at = next }
  const word = scene.lower(at)
  if (at < 1 || scene.turn.mentions.some((m) => !m.quoted && m.mention.type === 'person' && m.first < reporterFrom(scene) && !(m.first > at && [1, 2].some((k) => scene.lower(m.first - k) === 'by'))) || tokens.some((t, i) => i < at && (t.pos === 'SCONJ' || scene.text(i) === ','))) return false
  return word === 'would' || word === 'had' && scene.lower(at + 1) === 'been' || /^(?:was|were)$/.test(word) && scene.lower(at + 1) === 'being' || /^(?:was|were)$/.test(word) && scene.lower(at + 1) === 'to' && /^(?:be|VERB)$/.test(tokens[at + 2]?.pos === 'VERB' ? 'VERB' : scene.lower(at + 2))
}

/** Nobody but the speaker acts in a sentence that is partly quoted, nothing is asked, and the quoted words are no title. */
const goesOn = (scene: Scene, speaker: Mention): boolean =>
  !scene.turn.mentions.some((m) => !m.quoted && (m.mention.type === 'person' || m.mention.type === 'group') && m.mention.name !== speaker.name)
  && !scene.tokens.some((t, i) => scene.outside(i) && scene.asking.has(t.lower))
  && !scene.tokens.some((_, i) => scene.isMark(i) && scene.quoted(i + 1) && titled(scene, i + 1))
/** Words that begin with capitals, as titles do. */
function titled(scene: Scene, from: number): boolean {
  let words = 0, capitals = 0
  for (let i = from; i < scene.tokens.length && (scene.quoted(i) || words === 0 && scene.isMark(i)); i++) if (/^\p{L}/u.test(scene.text(i))) { words++; if (/^\p{Lu}/u.test(scene.text(i))) capitals++ }
  return words > 1 && words < 9 && capitals * 3 > words * 2
}

/** The subject of the sentence right before a quotation that has no source: "Lund praised the crews. “They held.”" */
function subjectBefore(scene: Scene, turns: readonly Turn[], index: number): Mention | null {
  const before = turns[index - 1]
  if (!before || before.block < scene.turn.block - 1 || before.tokens[0]?.pos == null) return null
  const earlier = new Scene(before, scene.analysis), subject = mainSubject(earlier, before.tokens.length)
  return subject && (subject.type === 'person' || subject.type === 'body') ? subject : null
}

/** A source with a colon at the end of its paragraph: the paragraphs after it are its words. */
export interface Introduction { readonly speaker: Mention; readonly cue: Draft['cue']; readonly turn: number; /** First and last paragraph of the words. */ readonly from: number; to: number; draft: Draft | null; /** It ends with its paragraph. */ readonly closed?: boolean }

/** "Foreign Secretary Anna Lund said:" at the end of a paragraph, or before words in the first person that have no marks. */
export function introduction(scene: Scene, attributions: readonly Attribution[], turns: readonly Turn[], index: number): Introduction | null {
  const a = attributions.findLast((b) => b.kind === 'verb' && b.verb!.clause && !b.passive), end = scene.tokens.length, { block } = scene.turn
  if (!a || scene.tokens.some((_, i) => i > a.to && !scene.outside(i))) return null
  const cue = { start: scene.tokens[a.cue]!.start, end: scene.tokens[a.cue]!.end, lemma: a.verb!.lemma }, source = { speaker: a.speakers[0]!, cue, turn: index }
  if (scene.text(end - 1) === ':' && end - a.to <= 12) {
    const { blocks } = scene.analysis.document
    let to = block + 1
    while (blocks[to]?.kind === 'quote' && blocks[to + 1]?.kind === 'quote') to++
    return blocks[block + 1] ? { ...source, from: block + 1, to, draft: null } : null
  }
  if (scene.text(a.to) !== ':' || attributions.length > 1 || turns[index + 1]?.block !== block || !ownWords(scene, turns, index, a.to)) return null
  return { ...source, from: block, to: block, draft: spoken(draft(scene, source.speaker, [{ from: a.to + 1, to: end }], a, index, 'paragraphs behind a colon')) }
}
/** The rest of the paragraph speaks in the first person and quotes nobody. */
function ownWords(scene: Scene, turns: readonly Turn[], index: number, from: number): boolean {
  let own = scene.tokens.some((t, i) => i > from && scene.names.firstPerson.has(t.lower))
  for (let i = index + 1; turns[i]?.block === scene.turn.block; i++) {
    if (turns[i]!.quote[0] !== -1) return false
    own ||= turns[i]!.tokens.some((t) => scene.names.firstPerson.has(t.lower))
  }
  return own
}
/** The first sentence behind a label of a radio script: the words are his whom it names, to the end of the paragraph. */
export function heardIn(scene: Scene, bite: { readonly speaker: Mention; readonly start: number }, index: number): Introduction {
  const from = Math.max(0, scene.tokens.findIndex((t) => t.start >= bite.start)), { block } = scene.turn
  return { speaker: bite.speaker, cue: null, turn: index, from: block, to: block, closed: true, draft: spoken(draft(scene, bite.speaker, [{ from, to: scene.tokens.length }], null, index, 'heard in a radio script')) }
}

/** Words without marks that are somebody's own. */
const spoken = (made: Draft): Draft => Object.assign(made, { inside: made.outside, outside: 0, open: false })

/** The sentences of the paragraphs that were introduced; plain paragraphs go on while they speak in the first person or nobody else speaks any more. */
export function introduced(scene: Scene, attributions: readonly Attribution[], opening: Introduction | null, turns: readonly Turn[], index: number): Draft[] | 'joined' | null {
  const { block } = scene.turn
  if (!opening || opening.turn === index || block < opening.from || block > opening.to || !scene.outside(0) || scene.tokens.length < 2) return null
  const run = { from: 0, to: scene.tokens.length }
  if (turns[index + 1]?.block !== block && block === opening.to && !opening.closed && continues(scene, turns, index)) opening.to++
  if (opening.draft) {
    const span = spanOf(scene, run)
    if (span) opening.draft.content.push(span)
    opening.draft.evidence.push(...evidenceOf(scene))
    return 'joined'
  }
  if (attributions.some((a) => a.kind === 'verb' && a.from === 0 && a.speakers[0]?.name !== opening.speaker.name)) return null
  const made = draft(scene, opening.speaker, [run], null, index, 'paragraphs behind a colon')
  opening.draft = Object.assign(spoken(made), { cue: opening.cue })
  return [opening.draft]
}

function continues(scene: Scene, turns: readonly Turn[], index: number): boolean {
  const { analysis } = scene, next = turns[index + 1]
  if (!next || analysis.document.blocks[next.block]!.kind !== 'paragraph' || next.block !== scene.turn.block + 1) return false
  const none = { subject: null, speaker: null, body: null, author: null }
  let own = false
  for (let i = index + 1; i < turns.length && i < index + 40; i++) {
    const at = new Scene(turns[i]!, analysis)
    if (at.tokens.some((t, k) => !at.outside(k))) return false
    if (turns[i]!.block === next.block && at.tokens.some((t) => at.names.firstPerson.has(t.lower))) own = true
    else if (findAttributions(at, none).some((a) => a.kind === 'verb' && a.from <= 1)) return own
    if (own && turns[i]!.block > next.block) return true
  }
  return own || turns.length - index < 12
}

/** "This was stated by X": the sentence before is the content. */
export function backward(scene: Scene, attributions: readonly Attribution[], turns: readonly Turn[], index: number, analysis: Analysis): Draft[] | null {
  const a = attributions.find((b) => b.kind === 'verb'), before = turns[index - 1]
  if (!a || !before || !scene.speech.backward.size) return null
  if (scene.text(1) === ',') return null
  if (scene.tokens[0]!.pos !== null && saidSo(scene, attributions)) return toldBack(scene, attributions.find((b) => b.kind === 'verb' && b.verb!.clause)!, before, index, analysis)
  const words = scene.lower(0), two = words + ' ' + scene.lower(1)
  const points = scene.speech.backward.has(two) || scene.speech.backward.has(words) && (a.passive || a.inverted || scene.analysis.language.code === 'it') || scene.speech.backward.has(scene.lower(a.cue + 1) + ' ' + scene.lower(a.cue + 2))
  if (!points || (a.cue > 9)) return null
  return toldBack(scene, a, before, index, analysis)
}
const weekday = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/
/** "Lund said so in Kyiv", "announced this at a briefing", "said as much", "So said Lund", "The minister has said that herself". */
function saidSo(scene: Scene, attributions: readonly Attribution[]): boolean {
  const a = attributions.length === 1 ? attributions[0]! : null
  if (!a || a.kind !== 'verb' || !a.verb!.clause || a.leaning || a.passive) return false
  const after = scene.lower(a.cue + 1)
  return scene.lower(0) === 'so' && a.cue === 1 && a.inverted || (after === 'so' || after === 'this' || after === 'as' && scene.lower(a.cue + 2) === 'much') && !(after === 'this' && /^(?:NOUN|PROPN|VERB|AUX|NUM)$/.test(scene.tokens[a.cue + 2]?.pos ?? '') && !weekday.test(scene.lower(a.cue + 2))) && !/^(?:ADJ|ADV|SCONJ|PRON|DET)$/.test(scene.tokens[a.cue + (after === 'as' ? 3 : 2)]?.pos ?? 'PUNCT') && !scene.tokens.some((t, i) => i > a.cue && t.pos === 'SCONJ')
}
function toldBack(scene: Scene, a: Attribution, before: Turn, index: number, analysis: Analysis): Draft[] | null {
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

import type { Mention } from '../../core/claim.ts'
import type { Span } from '../../core/evidence.ts'
import type { Analysis, Speech } from '../analysis.ts'
import { readingsOf } from '../frames/frames.ts'
import { mayMake } from '../learned/doubt.ts'
import { askTable, type AskTable } from './ask-words.ts'
import { advising } from './fuller.ts'
import { englishAsks, englishNecessity, imperatives } from './english-asks.ts'
import { voiceOf } from '../speech/first-person.ts'
import { inDate } from './limits.ts'
import { necessityIn } from './necessities.ts'
import { byNoun } from './nouns.ts'
import { askedPassive } from './passives.ts'
import { and as joining, Scene, speaks } from '../speech/scene.ts'
import { phraseAt } from '../speech/speech-words.ts'
import { turnsOf, type Turn } from '../speech/turns.ts'
import { byVerb } from './verbs.ts'

export interface Ask { /** Null where the words name nobody: whoever speaks them. */ readonly asker: Mention | null; readonly addressees: readonly Mention[]; readonly content: Span; readonly evidence: readonly Span[]; readonly rule: 'verb of asking' | 'noun of asking' | 'demand in a statement'; /** Does the subject of the verb leave no doubt who asks? */ readonly sure?: boolean }

/**
 * Calls, demands and expectations with a named addressee, in reading order.
 * @example findAsks(analysis)[0] // { asker: Vilhena, addressees: [Greece, Spain], content: "name one national contact each" }
 */
export function findAsks(analysis: Analysis): Ask[] {
  const table = askTable(analysis.language), out: Ask[] = [], scenes: Scene[] = []
  let asker: Mention | null = null
  const turns = turnsOf(analysis), speeches = byTurn(analysis.speech, turns, (s) => s.evidence)
  const readings = readingsOf(analysis), asks = turns.map((t) => { for (let i = t.from; i < t.to; i++) if (mayMake(analysis, readings[i]!, 'ask')) return true; return false })
  for (const [index, turn] of turns.entries()) {
    const scene = new Scene(turn, analysis)
    scenes.push(scene)
    const said = speeches.get(index) ?? []
    let here: Mention | null = null
    if (asks[index]) for (let i = 0; i < turn.tokens.length; i++) {
      if (turn.tokens[i]!.pos !== null) {
        const english = englishAsks(scene, i, table, said, asker, here)
        if (english) { out.push(...english.asks); here = english.asks.at(-1)!.asker; i = english.to }
        continue
      }
      const found: { ask: Ask; to: number } | null = askedPassive(scene, i, table) ?? byVerb(scene, i, table, said, asker) ?? byNoun(scene, i, table)
      if (found) { out.push(found.ask); asker = found.ask.asker ?? asker; i = found.to }
    }
    const actor = turn.mentions.find((m) => !m.quoted && !scene.preposition(m.first - 1) && speaks(m.mention) && m.mention.type !== 'unknown')
    asker = said.at(-1)?.speaker ?? actor?.mention ?? asker
  }
  const taken = new Set(out.map((o) => o.content.end))
  for (const [index, list] of byTurn(analysis.speech, turns, (s) => s.content)) if (asks[index]) for (const s of list) {
    const ask = byModal(scenes[index]!, s, table) ?? byNecessity(scenes[index]!, s, table)
    if (ask && !taken.has(ask.content.end)) { taken.add(ask.content.end); out.push(ask) }
  }
  for (const [index, scene] of scenes.entries()) {
    if (!asks[index]) continue
    const said = speeches.get(index) ?? []
    out.push(...said.flatMap((s) => imperatives(scene, s)))
    const ask = said.length === 0 && demands(scene, table) ? ofVoice(scene, table) : null
    if (ask && !taken.has(ask.content.end)) out.push(ask)
  }
  return out.sort((a, b) => a.content.start - b.content.start)
}

/** "Congress needs to pass the bill" in remarks, signed texts and those of institutes: a demand of who speaks, of a body or a group alone. */
function ofVoice(scene: Scene, table: AskTable): Ask | null {
  const voice = voiceOf(scene), speaker = voice ?? (scene.tokens.some((t) => advice.test(t.lower)) ? advising(scene.analysis) : null), span = { start: scene.tokens[0]!.start, end: scene.tokens.at(-1)!.end }
  const ask = speaker && byModal(scene, { speaker, form: 'direct', content: [span], evidence: [span], cue: null, rule: '' }, table)
  return ask && ask.addressees.some((m) => /^(?:body|forum|group)$/.test(m.type) && m.name !== 'people' || isCapital(scene, m)) ? ask : null
}
/** "Rome should …": a government by its capital, of which nobody tells what happens to it. */
const isCapital = ({ analysis: { document, lexicon, language } }: Scene, { type, span }: Mention): boolean =>
  type === 'state' && span !== null && lexicon.senses(document.text.slice(span.start, span.end), language.code).some((s) => s.as === 'capital')
/** Modals with which a text advises: "had to" and "soll" tell what was or is to come. */
const advice = /^(?:should|must|ought|needs?|sollten?|muss|müssen|devrai(?:t|ent)|doi(?:t|vent)|dovrebbe(?:ro)?|dev(?:e|ono)|powin(?:na|no|ni|ny|ien)|musi|muszą|повин(?:ен|на|но|ні)|мус(?:ить|ять))$/
const demands = (scene: Scene, table: AskTable): boolean => (scene.tokens[0]!.pos !== null || advising(scene.analysis) !== null) && scene.tokens.some((t, i) => table.modals.has(t.lower) && phraseAt(table.modals, scene.tokens, i) > 0)

/** The speeches of each turn that they touch; each span is found by bisection. */
function byTurn(speeches: readonly Speech[], turns: readonly Turn[], spansOf: (s: Speech) => readonly Span[]): Map<number, Speech[]> {
  const out = new Map<number, Speech[]>()
  for (const s of speeches) for (const span of spansOf(s)) {
    let low = 0, high = turns.length
    while (low < high) { const mid = (low + high) >> 1; if (turns[mid]!.tokens.at(-1)!.end <= span.start) low = mid + 1; else high = mid }
    for (let i = low; i < turns.length && turns[i]!.tokens[0]!.start < span.end; i++) {
      const list = out.get(i)
      if (!list) out.set(i, [s])
      else if (list.at(-1) !== s) list.push(s)
    }
  }
  return out
}

/** The subject of a demand opens a clause: nothing but an article stands between it and the stop or conjunction before. */
function opensClause(scene: Scene, first: number, start: number): boolean {
  let at = first - 1
  while (at >= 0 && scene.names.determiners.has(scene.lower(at))) at--
  return at < 0 || scene.tokens[at]!.start < start || scene.isBreak(at) || scene.isMark(at) || scene.speech.coordinators.has(scene.lower(at)) || scene.speech.that.has(scene.lower(at)) || scene.speech.opening.has(scene.lower(at))
}

function byNecessity(scene: Scene, s: Speech, table: AskTable): Ask | null {
  if (scene.tokens[0]!.pos !== null) return englishNecessity(scene, s)
  const found = necessityIn(scene, s, table)
  return found && { asker: s.speaker, addressees: [found.addressee], content: found.content, evidence: s.evidence, rule: 'demand in a statement' }
}

/** "The Commission and NATO’s staff should …": all those joined before a verb, with the place of the first. */
function headOf(scene: Scene, m: Turn['mentions'][number]): { mentions: Mention[]; first: number } {
  const mentions = [m.mention]
  let { first } = m
  for (let and = false; ;) {
    if (/^['’]s$/.test(scene.text(first - 1))) first = scene.mentionOver(first - 2)?.first ?? first
    let at = first - 1
    while (scene.names.determiners.has(scene.lower(at))) at--
    const joins = joining.has(scene.lower(at)) ? !and : scene.text(at) === ',' && and, prior = joins ? scene.mentionOver(at - 1) : undefined
    if (!prior || prior.last !== at - 1 || !/^(?:state|body|forum|group|company)$/.test(prior.mention.type)) return { mentions, first }
    and = true; first = prior.first
    mentions.unshift(prior.mention)
  }
}

/** "Told Italy it must pay", "reminded Oslo that it should": the pronoun is whom he told. */
function toldAs(scene: Scene, m: Turn['mentions'][number] | undefined): Turn['mentions'][number] | undefined {
  if (!m || m.first !== m.last || !pronoun.test(scene.lower(m.first))) return m
  const told = scene.mentionOver(m.first - (scene.lower(m.first - 1) === 'that' ? 2 : 1)), verb = told && scene.lower(told.first - (scene.names.determiners.has(scene.lower(told.first - 1)) ? 2 : 1))
  return verb && scene.speech.verbs.get(verb)?.tell ? told : m
}
const pronoun = /^(?:it|they|he|she)$/
/** Words that open why something is asked. */
const reason = /^(?:because|since|weil|denn|da|car|puisque|parce|perché|poiché|bo|ponieważ|gdyż|bowiem|бо|адже|оскільки)$/

/** "X said Europe should do more": a demand whose subject is the addressee. */
function byModal(scene: Scene, s: Speech, table: AskTable): Ask | null {
  for (const content of s.content) {
    for (let i = 0; i < scene.tokens.length; i++) {
      const t = scene.tokens[i]!
      if (t.start < content.start || t.end > content.end) continue
      const modal = phraseAt(table.modals, scene.tokens, i)
      if (!modal) continue
      const over = scene.mentionOver(i - 1), m = toldAs(scene, over), told = m !== over
      if (!m || !told && (m.last !== i - 1 || m.end <= content.start) || scene.preposition(m.first - 1) || !speaks(m.mention) || m.mention.type === 'unknown' && t.pos === null || m.mention.name === s.speaker.name || m.mention.type === 'person' && m.mention.office === null || !told && !opensClause(scene, headOf(scene, m).first, content.start)) continue
      let from = i + modal, to = from
      while (to < scene.tokens.length && scene.tokens[to]!.end <= content.end && (!/^[.;:]$/.test(scene.text(to)) || inDate(scene, to)) && !(scene.text(to) === ',' && to > from + 2 && reason.test(scene.lower(to + 1)))) to++
      // "Should have told": what was not done, and is asked no more.
      if (scene.lower(from) === 'have' && scene.tokens[from + 1]?.pos === 'VERB' || scene.speech.negations.has(scene.lower(from)) || scene.speech.passives.has(scene.lower(to - 1)) || scene.lower(from) === 'be' && (scene.tokens[from + 1]?.pos === 'VERB' && !/ing$/.test(scene.lower(from + 1)) || /(?:ed|en)$/.test(scene.lower(from + 1)))) continue
      while (from < to && table.to.has(scene.lower(from))) from++
      if (to - from < 2 && !/^need/.test(scene.lower(i))) continue
      if (/^need/.test(scene.lower(i))) from = m.first
      return { asker: s.speaker, addressees: headOf(scene, m).mentions, content: { start: scene.tokens[from]!.start, end: scene.tokens[to - 1]!.end }, evidence: s.evidence, rule: 'demand in a statement' }
    }
  }
  return null
}

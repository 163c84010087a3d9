import type { Mention } from '../../core/claim.ts'
import type { Analysis, Speech } from '../analysis.ts'
import { findAttributions } from './attributions.ts'
import { backward, carried, heardIn, introduced, introduction, type Introduction } from './carry.ts'
import { contentOf, endsContent } from './contents.ts'
import { wholeSource } from './descriptions.ts'
import { draft, type Draft } from './drafts.ts'
import type { Run } from './runs.ts'
import { soundbites } from './reports.ts'
import { Scene, type Attribution, type Memory } from './scene.ts'
import { turnsOf } from './turns.ts'

/**
 * Who said what, in reading order: direct, indirect and mixed, with quotations joined over their source and over
 * paragraphs, and with sources that stand in the next sentence.
 * @example findSpeech(analysis)[0] // { speaker, form: 'direct', content, … }
 */
export function findSpeech(analysis: Analysis): Speech[] {
  const turns = turnsOf(analysis), drafts: Draft[] = [], memory: Memory = { subject: null, speaker: null, body: null, author: authorOf(analysis) }
  const drops = analysis.language.names.cases.length > 0 || analysis.language.code === 'it'
  const people = new Map<string, Mention>(), bites = soundbites(analysis)
  let last: Draft | null = null, opening: Introduction | null = null, kept = -9
  turns.forEach((turn, index) => {
    const kind = analysis.document.blocks[turn.block]!.kind
    if (kind === 'heading') return
    memory.before = last && index - last.turn === 1 && turns[last.turn]!.block === turn.block ? last.speaker : null
    const scene = new Scene(turn, analysis), attributions = findAttributions(scene, memory)
    const bite = bites.get(turn.block)
    if (bite && (index === 0 || turns[index - 1]!.block !== turn.block)) opening = heardIn(scene, bite, index)
    const told = bite && opening?.turn === index ? [opening.draft!] : introduced(scene, attributions, opening, turns, index), intro = told ? null : introduction(scene, attributions, turns, index)
    const own = told ? [] : intro ? [intro.draft].filter((d) => d !== null) : backward(scene, attributions, turns, index, analysis) ?? drafted(scene, attributions, index, memory)
    const found = told ?? (own.length > 0 || intro ? own : carried(scene, attributions, last, index, turns))
    opening = told ? opening : intro ?? (own.length === 0 && opening && turn.block <= opening.to ? opening : null)
    const subject = turn.mentions.find((m) => m.mention.type === 'person' && !m.quoted && m.first <= 2 && !scene.preposition(m.first - 1))?.mention ?? null
    // Where the subject drops it stays the same over a few sentences that name nobody.
    if (subject) { kept = index; memory.latest = subject }
    // "Richiama quindi le parole di Mair.": a sentence that opens with such a verb has the subject of the one before.
    const goesOn = drops && !subject && (scene.speech.verbs.has(scene.lower(0)) || scene.asking.has(scene.lower(0)))
    if (goesOn) kept = index
    else if (subject || !drops || index - kept > 3 || turn.mentions.some((m) => m.mention.type === 'person' && !m.quoted)) memory.subject = subject
    const named = turn.mentions.filter((m) => m.mention.type === 'person' && !m.quoted && / \p{Lu}/u.test(m.mention.name))
    for (const m of named) people.set(m.mention.name, m.mention)
    const here = new Map(named.map((m) => [m.mention.name, m.mention]))
    if (here.size === 2 || people.size === 2) memory.pair = [...(here.size === 2 ? here : people).values()]
    memory.only = drops && !goesOn && found.length === 0 && new Set(named.map((m) => m.mention.name)).size === 1 ? named[0]!.mention : null
    memory.named = turn.mentions.findLast((m) => m.mention.type === 'person' && !m.quoted)?.mention ?? memory.named ?? null
    memory.house = turn.mentions.findLast((m) => (m.mention.type === 'body' || m.mention.type === 'company') && !m.quoted)?.mention ?? null
    memory.introduced = found.length === 0 ? subject ?? named.at(-1)?.mention ?? null : null
    if (found === 'joined') { (told ? opening!.draft! : last!).turn = index; return }
    for (const draft of found) { drafts.push(draft); memory.speaker = draft.speaker; if (draft.speaker.type === 'body' || draft.speaker.type === 'company') memory.body = draft.speaker }
    // "dass die Verbündeten geben …": a group that said nothing here is not who "he" is next.
    for (const a of attributions) if (a.speakers[0] && (!/^(?:group|unknown)$/.test(a.speakers.at(-1)!.type) || found.some((d) => d.speaker === a.speakers.at(-1)))) memory.speaker = a.speakers.at(-1)!
    if (found.length > 0 && memory.speaker?.type !== 'group') memory.latest = memory.speaker
    last = found.findLast((d) => d.open && d.speaker.name === found.at(-1)!.speaker.name) ?? found.at(-1) ?? (last && index - last.turn < 2 ? last : null)
  })
  return drafts.filter((d) => d.content.length > 0).map(finished)
}

const finished = (d: Draft): Speech => ({ speaker: d.speaker, form: d.outside === 0 ? 'direct' : d.inside === 0 ? 'indirect' : 'mixed', content: d.content, evidence: d.evidence, cue: d.cue, rule: d.rule })

/** The body that put out the text, for "the report said" where nobody else is in play. */
const authorOf = (analysis: Analysis): Mention | null => analysis.mentions.find((m) => m.mention.type === 'body' && !m.quoted)?.mention ?? null

function drafted(scene: Scene, attributions: readonly Attribution[], index: number, memory: Memory): Draft[] {
  const out: Draft[] = []
  let done = 0
  attributions.forEach((a, i) => {
    const content = contentOf(scene, a, attributions.slice(i + 1).find((b, k) => endsContent(scene, b, a.to) && (b.leaning || b.inverted || b.kind === 'phrase' || contentOf(scene, b, attributions[i + k + 2], a.to) !== null)), done)
    if (!content || (a.verb && !a.verb.clause && a.cue < done && !a.leaning)) return
    if (a.cue < done && !a.leaning && a.speakers[0]!.name === out.at(-1)?.speaker.name) return
    if (content.rule === 'noun phrase' && courtesy(scene, content.runs[0]!.from)) return
    if (content.rule !== 'that' && credits(scene, a, content.runs, out)) { shorten(scene, out, a); return }
    for (const speaker of a.speakers.flatMap((s) => bothOf(scene, s, memory) ?? [s])) out.push(draft(scene, wholeSource(scene, speaker, a), content.runs, a, index, content.rule))
    done = Math.max(done, a.to, ...content.runs.map((r) => r.to))
  })
  return out
}

/** "Both ministers", "les deux présidents": the two persons whom the text has named. */
function bothOf(scene: Scene, speaker: Mention, { pair }: Memory): readonly Mention[] | null {
  if (pair && speaker.type === 'unknown' && /^(?:two|pair|both|deux|due|entramb[ie]|beiden?|dwaj|obaj|oboje|обоє|обидва|двоє)$/iu.test(speaker.name)) return pair
  if (speaker.type !== 'group' && speaker.type !== 'unknown' || !speaker.span || !pair || !colleagues.test(speaker.name)) return null
  const first = scene.tokens.findIndex((t) => t.start >= speaker.span!.start), last = scene.tokens.findLastIndex((t) => t.end <= speaker.span!.end)
  for (let i = Math.max(0, first - 2); i <= last; i++) if (both.test(scene.lower(i)) || two.test(scene.lower(i)) && /^(?:the|les|i|le|gli|die)$/.test(scene.lower(i - 1))) return pair
  return null
}
const both = /^(?:both|entramb[ie]|beiden?|obaj|obie|oboje|обидва|обидві|обоє)$/u, two = /^(?:two|deux|due|zwei)$/
const colleagues = /(?:minist|présid|presid|präsid|prezyd|президент|міністр|leader|lider|лідер|chefs|politi|generals|générau|colleagues|kolleg|collègues|colleghi)/iu

/** "Expressed his deep gratitude for …": thanks and good wishes say nothing. */
function courtesy(scene: Scene, from: number): boolean {
  for (let i = from; i < from + 3 && scene.outside(i) && !scene.isBreak(i); i++) {
    if (polite.test(scene.lower(i))) return true
    if (i > from && scene.preposition(i)) return false
  }
  return false
}
const polite = /^(?:appreciation|wertschätzung|apprezzamento|gratitude|thanks|respect|respects|condolences?|congratulations|sympathy|sympathies|dank|beileid|glückwünsche|mitgefühl|respekt|reconnaissance|remerciements?|condoléances|félicitations|gratitudine|ringraziament[oi]|solidarity|solidarität|solidarité|solidarietà|vicinanza|solidarność|солідарність|cordoglio|congratulazioni|wdzięczność|podziękowani[ae]|kondolencje|współczucie|gratulacje|szacunek|вдячність|подяк[уи]|співчуття|привітання|вітання|повагу|шану)$/u

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

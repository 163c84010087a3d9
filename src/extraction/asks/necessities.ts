import type { Mention } from '../../core/claim.ts'
import type { Span } from '../../core/evidence.ts'
import type { Speech } from '../analysis.ts'
import type { AskTable } from './ask-words.ts'
import { inDate } from './limits.ts'
import { speaks, type Scene } from '../speech/scene.ts'
import { phraseAt } from '../speech/speech-words.ts'
import { peopleAt } from './unlisted.ts'

/**
 * "Il faut que Paris débloque …", "spetta a Bruxelles aprire …": what somebody says is needed of another.
 * @example necessityIn(scene, speech, table) // { addressee: Paris, content: "débloque …" }
 */
export function necessityIn(scene: Scene, speech: Speech, table: AskTable): { addressee: Mention; content: Span } | null {
  for (const content of speech.content) for (let i = 0; i < scene.tokens.length; i++) {
    const t = scene.tokens[i]!
    const words = t.start >= content.start && t.end <= content.end ? phraseAt(table.necessity, scene.tokens, i) : 0
    if (!words) continue
    const at = i + words, m = scene.mentionFrom(at) ?? (scene.names.determiners.has(scene.lower(at)) ? scene.mentionFrom(at + 1) : undefined)
    const told = !m && everybody.test(scene.lower(at)) ? toldTo(scene, speech, table) : null
    if (told) { const inside = scene.tokens.filter((x) => x.start >= t.start && x.end <= content.end && !/^[.,;]$/.test(x.text)), first = scene.tokens[at - 1]!; return { addressee: told, content: { start: first.start, end: inside.at(-1)!.end } } }
    if (!m || !speaks(m.mention) || m.mention.type === 'unknown' || m.mention.name === speech.speaker.name) continue
    let from = m.last + 1, to = from
    while (to < scene.tokens.length && scene.tokens[to]!.end <= content.end && (!/^[.;]$/.test(scene.text(to)) || inDate(scene, to))) to++
    while (from < to && (scene.text(from) === ',' || table.to.has(scene.lower(from)))) from++
    if (to - from > 1) return { addressee: m.mention, content: { start: scene.tokens[from]!.start, end: scene.tokens[to - 1]!.end } }
  }
  return null
}

/** Words for each of those spoken to. */
const everybody = /^(?:chacun|chacune|tous|jeder|alle|ciascuno|ognuno|tutti|każdy|wszyscy|кожен|кожний|усі|всі)$/

/** "…, a lancé Mme Duval à ses homologues": to whom the words were said. */
function toldTo(scene: Scene, speech: Speech, table: AskTable): Mention | null {
  const cue = speech.cue ? scene.tokens.findIndex((t) => t.start >= speech.cue!.start) : -1
  for (let k = cue + 1; cue >= 0 && k < cue + 8 && k < scene.tokens.length; k++) {
    if (!table.before.has(scene.lower(k))) continue
    const at = scene.names.determiners.has(scene.lower(k + 1)) ? k + 2 : k + 1
    const found = scene.mentionFrom(at)?.mention ?? peopleAt(scene, at)
    if (found) return found
  }
  return null
}

import type { Mention } from '../../core/claim.ts'
import { speaks, type Scene } from '../speech/scene.ts'
import type { Ask } from './asks.ts'
import type { AskTable } from './ask-words.ts'
import { limit } from './limits.ts'
import { infinitives } from './unlisted.ts'

/**
 * "Die Kantone sind aufgerufen, …", "les communes sont priées de …": whom the subject of a passive names is asked; who
 * asks stands behind "von", "par", "da" or "przez", or is for others to find.
 * @example askedPassive(scene, at, table)?.ask.addressees // [communes]
 */
export function askedPassive(scene: Scene, i: number, table: AskTable): { ask: Ask; to: number } | null {
  if (!asked.test(scene.lower(i)) || scene.quoted(i)) return null
  let by: Mention | null = null, at = i
  const agent = agentBefore(scene, i)
  if (agent) { by = agent.mention; at = agent.first }
  while (at > 0 && (scene.speech.adverbs.has(scene.lower(at - 1)) || been.test(scene.lower(at - 1)))) at--
  if (!being.test(scene.lower(at - 1))) return null
  const subject = subjectAt(scene, at - 2)
  if (!subject) return null
  let start = i + 1
  if (!by && agents.has(scene.lower(start))) {
    const m = scene.mentionFrom(start + 1) ?? (scene.names.determiners.has(scene.lower(start + 1)) ? scene.mentionFrom(start + 2) : undefined)
    if (!m || !speaks(m.mention)) return null
    by = m.mention; start = m.last + 1
  }
  const opens = scene.text(start) === ',' || table.to.has(scene.lower(start)) || table.before.has(scene.lower(start))
  if (!opens) return null
  while (scene.text(start) === ',' || table.to.has(scene.lower(start)) || scene.speech.that.has(scene.lower(start))) start++
  // "Invités au dîner": who is only asked in has nothing to do.
  if (infinitives[scene.analysis.language.code]?.test(scene.lower(start)) === false) return null
  let stop = limit(scene, start, i)
  while (stop > start && (scene.isBreak(stop - 1) || scene.isMark(stop - 1))) stop--
  if (stop - start < 2) return null
  return { ask: { asker: by, addressees: [subject], content: { start: scene.tokens[start]!.start, end: scene.tokens[stop - 1]!.end }, evidence: [{ start: scene.tokens[0]!.start, end: scene.tokens.at(-1)!.end }], rule: 'verb of asking' }, to: stop - 1 }
}

/** Participles of asking that agree with whom they ask. */
const asked = /^(?:aufgerufen|aufgefordert|gebeten|ersucht|angehalten|(?:invit|pri|exhort|appel|convi|somm|encourag)(?:é|ée|és|ées)|(?:invitat|chiamat|esortat|pregat|sollecitat|incoraggiat)[oaie]|(?:proszon|wezwan|zachęcan)[yiae]|(?:proszeni|wezwani|zachęcani))$/u
const being = /^(?:ist|sind|seien|sei|werden|wird|wurden?|waren|war|est|sont|seront|sera|étaient|ont|a|è|sono|saranno|sarà|erano|vengono|viene|venivano|są|jest|zostały|zostali|został|została|będą|będzie)$/u
const been = /^(?:été|stat[oaie])$/u
const agents = new Set(['von', 'vom', 'par', 'da', 'dal', 'dalla', 'dall’', 'dall\'', 'dai', 'przez'])

/** "Wurden vom Bund aufgerufen": who asks stands between the auxiliary and the participle. */
function agentBefore(scene: Scene, i: number): { mention: Mention; first: number } | null {
  const m = scene.mentionOver(i - 1)
  if (!m) {
    // German: "vom Bund", a noun that no table has.
    const token = scene.tokens[i - 1], german = token && scene.analysis.language.names.nounsInCapitals && /^\p{Lu}\p{Ll}/u.test(token.text), at = scene.names.determiners.has(scene.lower(i - 2)) ? i - 3 : i - 2
    return german && agents.has(scene.lower(at)) ? { mention: { kind: 'mention', type: 'body', name: token.text, written: token.text, span: { start: token.start, end: token.end }, country: null, office: null, candidates: [] }, first: at } : null
  }
  if (m.last !== i - 1 || !speaks(m.mention)) return null
  const first = scene.names.determiners.has(scene.lower(m.first - 1)) ? m.first - 1 : m.first
  return agents.has(scene.lower(first - 1)) ? { mention: m.mention, first: first - 1 } : null
}

/** The subject that ends at a token: a name, or a noun of people and bodies with its article that opens its clause. */
function subjectAt(scene: Scene, at: number): Mention | null {
  const m = scene.mentionOver(at)
  if (m) return m.last === at && speaks(m.mention) && m.mention.type !== 'person' && !scene.preposition(scene.names.determiners.has(scene.lower(m.first - 1)) ? m.first - 2 : m.first - 1) ? m.mention : null
  const token = scene.tokens[at], first = at - 1
  if (!token) return null
  // Polish has no articles: a noun that opens the sentence by itself.
  const bare = at === 0 && scene.analysis.language.code === 'pl'
  if (!bare && !scene.names.determiners.has(scene.lower(first)) || !bare && !(first === 0 || scene.isBreak(first - 1) || scene.speech.that.has(scene.lower(first - 1)))) return null
  if (!/^\p{L}{3,}$/u.test(token.text) || scene.names.never.has(token.lower)) return null
  return { kind: 'mention', type: 'group', name: token.text, written: token.text, span: { start: token.start, end: token.end }, country: null, office: null, candidates: [] }
}

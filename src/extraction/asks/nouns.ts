import type { Mention } from '../../core/claim.ts'
import { speaks, type Scene } from '../speech/scene.ts'
import type { AskTable } from './ask-words.ts'
import type { Ask } from './asks.ts'
import { limit } from './limits.ts'

/**
 * "Warsaw's call on Berlin to release …", "l'appel de Kiev à Paris": a noun with its two parties, then what is asked.
 * @example byNoun(scene, at, table)?.ask.addressees // [Germany]
 */
export function byNoun(scene: Scene, i: number, table: AskTable): { ask: Ask; to: number } | null {
  const token = scene.tokens[i]!
  // ", richiesta che Roma valuta": what was asked before, told of by its noun.
  if (!table.calls.has(token.lower) || !scene.outside(i) || scene.text(i - 1) === ',' && /^(?:che|qu|que|qu[’'])$/.test(scene.lower(i + 1))) return null
  const owner = /^['’]s$/.test(scene.text(i - 1)) ? scene.mentionOver(i - 2) ?? scene.mentionOver(i - 1) : undefined
  const near: { mention: Mention; last: number }[] = owner ? [owner] : []
  for (let k = i + 1; k < i + 9 && near.length < 2 && !scene.isBreak(k); k++) {
    const m = scene.mentionFrom(k)
    if (!m) continue
    if (!speaks(m.mention) || (near.length === 0 && m.first > i + 3)) return null
    near.push(m); k = m.last
  }
  // "An die Verbündeten richtete Rutte den Appell, …", "звернення до Конгресу з проханням …": whom it is directed to, with no owner beside the noun.
  const toward = near.length < 2 ? directed(scene, i, table) : null
  if (near.length < 2 && !toward) return null
  const [giver, taker] = toward ? [toward.asker, toward.addressee] : [near[0]!.mention, near[1]!.mention]
  let start = toward ? toward.at : near[1]!.last + 1
  while (start < scene.tokens.length && (scene.speech.passives.has(scene.lower(start)) || scene.text(start) === ',')) start++
  if (!toward && !table.to.has(scene.lower(start)) && !table.before.has(scene.lower(start))) return null
  while (table.to.has(scene.lower(start)) || table.before.has(scene.lower(start))) start++
  let stop = limit(scene, start, i)
  // The main verb of the sentence ends the noun phrase: "à livrer les chars est resté sans réponse".
  for (let k = start + 2; k < stop; k++) if (scene.speech.auxiliaries.has(scene.lower(k)) && scene.outside(k)) { stop = k; break }
  while (stop > start && scene.isBreak(stop - 1)) stop--
  if (stop - start < 2) return null
  return { ask: { asker: giver, addressees: [taker], content: { start: scene.tokens[start]!.start, end: scene.tokens[stop - 1]!.end }, evidence: [{ start: scene.tokens[0]!.start, end: scene.tokens.at(-1)!.end }], rule: 'noun of asking' }, to: stop - 1 }
}

/** Those to whom a sentence directs a call, before or behind its noun, who directs it, and where what is asked begins. */
function directed(scene: Scene, i: number, table: AskTable): { asker: Mention | null; addressee: Mention; at: number } | null {
  const towards = (m: { readonly first: number }) => table.before.has(scene.lower(scene.names.determiners.has(scene.lower(m.first - 1)) ? m.first - 2 : m.first - 1)) || /^(?:alla|all[’']|al|ai|alle|agli|au|aux|à)$/.test(scene.lower(m.first)) 
  const all = scene.turn.mentions.filter((m) => !m.quoted && speaks(m.mention) && m.mention.type !== 'unknown' && Math.abs(m.first - i) < 12), addressee = all.find((m) => towards(m))
  if (!addressee || !scene.tokens.some((t, k) => Math.abs(k - i) < 12 && directing.test(t.lower))) return null
  const asker = all.find((m) => m !== addressee && m.first < Math.max(i, addressee.first) + 1 && !towards(m) && !scene.preposition(m.first - 1)) ?? null
  let at = addressee.first > i ? addressee.last + 1 : i + 1
  if (scene.text(at) === ',') at++
  return table.to.has(scene.lower(at)) || table.before.has(scene.lower(at)) || scene.text(at - 1) === ',' ? { asker: asker?.mention ?? null, addressee: addressee.mention, at } : null
}
/** Verbs with which a call is directed to somebody. */
const directing = /^(?:richte\p{L}*|gerichtet|rivol(?:to|ta|ge|gono|se)|adress(?:e|é|ée|ent)|lanc(?:e|é|ée|ent)|skierowa\p{L}*|wystosowa\p{L}*|звернен\p{L}*|адресова\p{L}*|надісла\p{L}*|схвален\p{L}*|ухвален\p{L}*)$/u

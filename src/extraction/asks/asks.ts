import type { Mention } from '../../core/claim.ts'
import type { Span } from '../../core/evidence.ts'
import type { Analysis, Speech } from '../analysis.ts'
import { readingsOf } from '../frames/frames.ts'
import { mayMake } from '../learned/doubt.ts'
import { findAttributions } from '../speech/attributions.ts'
import { stateWords } from '../names/atlas.ts'
import { partyOf, stateMention } from '../names/parties.ts'
import { askTable, type AskTable } from './ask-words.ts'
import { toldBefore } from './addressees.ts'
import { advising } from './fuller.ts'
import { englishAsks, englishNecessity, imperatives } from './english-asks.ts'
import { voiceOf } from '../speech/first-person.ts'
import { inDate, limit } from './limits.ts'
import { necessityIn } from './necessities.ts'
import { byNoun } from './nouns.ts'
import { askedPassive } from './passives.ts'
import { Scene, speaks } from '../speech/scene.ts'
import { phraseAt } from '../speech/speech-words.ts'
import { turnsOf, type Turn } from '../speech/turns.ts'

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
  return ask && /^(?:body|forum|group)$/.test(ask.addressees[0]!.type) && ask.addressees[0]!.name !== 'people' ? ask : null
}
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

function byVerb(scene: Scene, i: number, table: AskTable, said: readonly Speech[], before: Mention | null): { ask: Ask; to: number } | null {
  const { tokens, speech } = scene, token = tokens[i]!
  const two = table.double.has(token.lower) && table.verbs.has(token.lower + ' ' + scene.lower(i + 1))
  const noun = phraseAt(table.nouns, tokens, i)
  if (!two && !table.verbs.has(token.lower) && !noun) return null
  let end = i + (noun || (two ? 2 : 1))
  // "Erwarte ich" asks; "erwarte sie" is told of somebody else.
  if (ofSelf.test(token.lower) && !scene.names.firstPerson.has(scene.lower(end)) && !scene.names.firstPerson.has(scene.lower(i - 1))) return null
  if (table.separable.has(token.lower) && !particleAfter(scene, end)) return null
  for (let k = i - 1; k > i - 4 && k >= 0 && !scene.isBreak(k); k--) if (speech.negations.has(scene.lower(k))) return null
  if (wishing.test(token.lower) && !scene.speech.that.has(scene.lower(end)) && !/^qu/.test(scene.lower(end)) && !/^qu/.test(scene.lower(end + 1))) return null
  if (counting.test(token.lower)) { const on = [0, 1, 2].find((d) => onWhom.has(scene.lower(end + d)) && (scene.mentionFrom(end + d + 1) ?? scene.mentionFrom(end + d + 2)) !== undefined); if (on === undefined) return null; end += on + 1 }
  const demand = demandBefore(scene, i, end, table) ?? askedFor(scene, i, end)
  if (demand) return demand
  const asker = askerOf(scene, i, end, said, before, table)
  if (!asker) return null
  if (asker.to > end) end = asker.to
  const reach = limit(scene, end, i)
  const addressees: Mention[] = []
  let last = end, generic: Mention | null = null
  const framed = framedBy(scene, i, end, before)
  if (framed) { addressees.push(framed.addressee); asker.mention = framed.asker; asker.skip = -1 }
  for (let k = end; k < reach && k < end + 16 && !framed; k++) {
    const m = scene.mentionFrom(k)
    if (m && k > asker.skip && speaks(m.mention)) { if (m.mention !== asker.mention) addressees.push(m.mention); k = m.last; last = m.last + 1; continue }
    const nation = addressees.length === 0 || conjunction.has(scene.lower(k - 1)) ? nationAt(scene, k) : null
    if (nation) { addressees.push(nation); last = k + 1; continue }
    if (addressees.length > 0 && !(/^,$/.test(scene.text(k)) || conjunction.has(scene.lower(k)) || scene.names.determiners.has(scene.lower(k)) || scene.names.links.has(scene.lower(k)) && !table.to.has(scene.lower(k)) || table.before.has(scene.lower(k)))) break
    if (table.to.has(scene.lower(k)) && (addressees.length > 0 || generic)) break
    generic ??= plainAddressee(scene, k)
    if (generic && addressees.length === 0) { while (k < reach && !table.to.has(scene.lower(k)) && scene.text(k) !== ',') k++; last = k; break }
  }
  if (addressees.length === 0 && generic) addressees.push(generic)
  if (addressees.length === 0) for (let k = end; k < end + 2; k++) if (themselves.has(scene.lower(k))) {
    const m = scene.turn.mentions.findLast((x) => x.last < i && !x.quoted && x.mention.name !== asker.mention?.name && (x.mention.type === 'group' || x.mention.type === 'body' || x.mention.type === 'state' || x.mention.type === 'forum'))
    if (m) { addressees.push(m.mention); last = k + 1 }
  }
  if (addressees.length === 0) {
    let c = i - 1
    while (c > 0 && (speech.auxiliaries.has(scene.lower(c)) || speech.adverbs.has(scene.lower(c)))) c--
    const m = clitics.has(scene.lower(c)) && (c < i - 1 || table.to.has(scene.lower(end))) ? scene.turn.mentions.findLast((x) => x.last < c && !x.quoted && x.mention.name !== asker.mention?.name && x.mention.type !== 'unknown' && x.mention.type !== 'forum') : undefined
    const told = m ? joinedBefore(scene, m) : several.has(scene.lower(c)) && table.to.has(scene.lower(end)) ? toldBefore(scene, asker.mention) : []
    if (told.length > 0) { addressees.push(...told); last = end }
  }
  let by = asker.mention
  if (addressees.length === 0 && asker.skip >= 0 && before && asker.mention) { addressees.push(asker.mention); by = before }
  if (addressees.length === 0) {
    // The verb closes its clause: "hatten von der Regierung verlangt, …".
    const left = scene.turn.mentions.find((m) => m.last < i && table.before.has(scene.lower(scene.names.determiners.has(scene.lower(m.first - 1)) || scene.names.determiners.has(scene.lower(m.first)) ? Math.min(m.first - 1, scene.names.determiners.has(scene.lower(m.first - 1)) ? m.first - 2 : m.first - 1) : m.first - 1)))
    const first = scene.turn.mentions.find((m) => m.last < i && m !== left && !scene.preposition(m.first - 1))
    const plain = left ? null : nounBefore(scene, i, table)
    if (left && first) { addressees.push(left.mention); by = first.mention }
    else if (plain) { addressees.push(plain); const { firstPerson, he, she, they } = scene.names, word = scene.lower(end); if (firstPerson.has(word) || he.has(word) || she.has(word) || they.has(word)) last = end + 1 }
    else if (scene.text(end) === ',') {
      // "hatte X die Verbündeten aufgefordert, …": both stand before the verb.
      const both = scene.turn.mentions.filter((m) => m.last < i && i - m.first < 20 && !m.quoted && speaks(m.mention) && !scene.preposition(scene.names.determiners.has(scene.lower(m.first - 1)) ? m.first - 2 : m.first - 1))
      if (both.length > 1) { by = both[0]!.mention; addressees.push(both.at(-1)!.mention) }
    }
  }
  // "Латвії та Естонії рекомендовано …": those asked stand before the verb.
  const fronted = asker.mention === null && table.impersonal.has(token.lower) && scene.mentionFrom(0) !== undefined
  if (fronted) { addressees.length = 0; addressees.push(...scene.turn.mentions.filter((m) => m.last < i && i - m.first < 10 && !m.quoted && speaks(m.mention) && m.mention.type !== 'unknown' && !scene.preposition(m.first - 1)).map((m) => m.mention)); last = end }
  if (addressees.length === 0) return null
  let start = last
  // "… się z prośbą o": small words with one of those that open what is asked.
  for (let k = start, small = false; k < start + 5 && (table.before.has(scene.lower(k)) || table.to.has(scene.lower(k))); k++) { small ||= table.to.has(scene.lower(k)) && framing.test(scene.lower(k)); if (small && !table.before.has(scene.lower(k + 1)) && !table.to.has(scene.lower(k + 1)) && !dated(scene, k + 1)) { start = k + 1; break } }
  while (start < reach && (scene.text(start) === ',' || table.to.has(scene.lower(start)) && !dated(scene, start + 1) || scene.speech.that.has(scene.lower(start)) || scene.speech.particles.has(scene.lower(start)) || table.before.has(scene.lower(start)) && (scene.text(start - 1) === ',' || table.to.has(scene.lower(start + 1))))) start++
  if (counting.test(token.lower) && /^(?:pour|per|perché|um)$/.test(scene.lower(start))) start++
  let stop = nextAsk(scene, table, start, reach)
  while (stop > start && (scene.isBreak(stop - 1) || scene.isMark(stop - 1))) stop--
  if (stop - start < 2) return null
  const content = { start: tokens[start]!.start, end: tokens[stop - 1]!.end }
  return { ask: { asker: by, addressees, content, evidence: [{ start: tokens[0]!.start, end: tokens.at(-1)!.end }], rule: 'verb of asking' }, to: stop - 1 }
}
/** German forms that the first person shares with reported speech. */
const ofSelf = /^(?:fordere|verlange|appelliere|erwarte|ersuche|rufe)$/

/** "Von der Industrie erwarte ich, dass": a German noun that no table has, behind the small word that opens the sentence. */
function nounBefore(scene: Scene, i: number, table: AskTable): Mention | null {
  const token = scene.tokens[i - 1], at = scene.names.determiners.has(scene.lower(i - 2)) ? i - 3 : i - 2
  if (!token || at !== 0 || !scene.analysis.language.names.nounsInCapitals || !/^\p{Lu}\p{Ll}/u.test(token.text) || !table.before.has(scene.lower(0)) || scene.mentionOver(i - 1)) return null
  return { kind: 'mention', type: 'group', name: token.text, written: token.text, span: { start: token.start, end: token.end }, country: null, office: null, candidates: [] }
}

/** "До липня", "do 30 czerwca": the small word opens a time, and no request. */
const dated = (scene: Scene, at: number): boolean => /^\d/.test(scene.text(at)) || scene.analysis.dates.some((d) => d.start <= (scene.tokens[at]?.start ?? -1) && d.end > (scene.tokens[at]?.start ?? -1))

/** Nouns between verb and request: "z prośbą o", "із закликом". */
const framing = /(?:bą|lem|iem|ням|ком|єю|єм)$/u

/** "Nous comptons par ailleurs sur l'OTAN pour …": verbs of counting that ask only with whom they count on. */
const counting = /^(?:compt(?:e|ent|ons|ait|aient)|cont(?:a|ano|iamo|ava)|zähl(?:t|te|ten|en)|licz(?:y|ą|ymy|ył|yła)|розрахову(?:є|ють|ємо|вав|вала))$/, onWhom = new Set(['sur', 'su', 'sul', 'sulla', 'sull’', "sull'", 'sui', 'sugli', 'sulle', 'auf', 'na', 'на'])

/** "Die Ukraine hat Rumänien um zwei Radare gebeten": what is asked for stands before the participle. */
function askedFor(scene: Scene, i: number, end: number): { ask: Ask; to: number } | null {
  if (!/^(?:gebeten|ersucht|angefragt)$/.test(scene.lower(i)) || end < scene.tokens.length && !scene.isBreak(end)) return null
  let um = i - 2
  while (um > 0 && scene.lower(um) !== 'um' && !scene.isBreak(um)) um--
  const asked = scene.lower(um) === 'um' ? scene.mentionOver(um - 1) : undefined, asker = asked && scene.turn.mentions.find((m) => m.last < asked.first && !m.quoted && speaks(m.mention) && !scene.preposition(m.first - 1))
  if (!asked || asked.last !== um - 1 || !speaks(asked.mention) || !asker) return null
  return { ask: { asker: asker.mention, addressees: [asked.mention], content: { start: scene.tokens[um + 1]!.start, end: scene.tokens[i - 1]!.end }, evidence: [{ start: scene.tokens[0]!.start, end: scene.tokens.at(-1)!.end }], rule: 'verb of asking' }, to: i }
}

/** "Litauen hat die Kommission ersucht, …", "Oslo hat uns gebeten, …": asker, auxiliary and addressee stand before a participle that closes its clause. */
function framedBy(scene: Scene, i: number, end: number, told: Mention | null): { asker: Mention; addressee: Mention } | null {
  if (scene.text(end) !== ',' || scene.tokens[i]!.pos !== null) return null
  const before = scene.turn.mentions.filter((m) => m.last < i && i - m.first < 20 && !m.quoted && speaks(m.mention)), first = before[0], near = before.at(-1)
  let aux = i - 1
  while (aux >= 0 && !scene.speech.auxiliaries.has(scene.lower(aux)) && scene.text(aux) !== ',') aux--
  // "Er hat uns übrigens auch gebeten, …": "he" is who spoke or asked last.
  const us = ours.has(scene.lower(aux + 1)), pronoun = us && told && aux > 0 && (scene.names.he.has(scene.lower(aux - 1)) || scene.names.she.has(scene.lower(aux - 1)) || scene.names.they.has(scene.lower(aux - 1)))
  if (pronoun && before.length === 0) { const voice = voiceOf(scene); return voice && voice.name !== told.name ? { asker: told, addressee: partyOf({ mention: voice, start: 0, end: 0, sentence: 0 }) ?? voice } : null }
  if (!first || !near || aux < 0 || scene.text(aux) === ',' || first.last > aux || scene.preposition(first.first - 1)) return null
  if (us || ours.has(scene.lower(i - 1))) { const voice = voiceOf(scene); return voice ? { asker: first.mention, addressee: partyOf({ mention: voice, start: 0, end: 0, sentence: 0 }) ?? voice } : null }
  return near !== first && near.first > aux && near.last === i - 1 && !scene.preposition(scene.names.determiners.has(scene.lower(near.first - 1)) ? near.first - 2 : near.first - 1) ? { asker: first.mention, addressee: near.mention } : null
}
const ours = new Set(['uns', 'us', 'nous', 'ci', 'nas', 'нас'])

/** "Die Regierung müsse liefern, forderte X", "Berlin doit livrer, réclame X": the demand stands before its verb. */
function demandBefore(scene: Scene, i: number, end: number, table: AskTable): { ask: Ask; to: number } | null {
  if (scene.text(i - 1) !== ',' || !scene.outside(i - 2)) return null
  let first = end
  while (first < end + 4 && !scene.mentionFrom(first) && !scene.isBreak(first) && !scene.preposition(first) && !scene.isMark(first)) first++
  const right = scene.mentionFrom(first)
  if (!right || !speaks(right.mention) || right.mention.type === 'unknown') return null
  for (let k = i - 3; k > 0; k--) {
    const modal = phraseAt(table.modals, scene.tokens, k), m = modal ? scene.mentionOver(k - 1) : undefined
    if (!m || m.last !== k - 1 || !speaks(m.mention) || scene.preposition(m.first - 1) || k + modal >= i - 1) continue
    return { ask: { asker: right.mention, addressees: [m.mention], content: { start: scene.tokens[k + modal]!.start, end: scene.tokens[i - 2]!.end }, evidence: [{ start: scene.tokens[0]!.start, end: scene.tokens.at(-1)!.end }], rule: 'verb of asking' }, to: right.last }
  }
  return null
}

/** "Auspica che Roma …": a wish asks only with its clause. */
const wishing = /^(?:insist|souhait|veu|voulai|auspic|vuole|vogliono|vorrebb|augurat|si augur)/
/** "Les a invités à", "li ha esortati a": those named just before. */
const clitics = new Set(['les', 'l’', "l'", 'lo', 'li', 'la', 'le'])

/** Of these, those that stand for several and are no articles of what follows. */
const several = new Set(['les', 'li', 'le', 'їх', 'ich'])

/** "Rome, Athènes et Lisbonne … les invitons": a name with those joined to it before. */
function joinedBefore(scene: Scene, m: Turn['mentions'][number]): Mention[] {
  const out = [m.mention], all = scene.turn.mentions
  let first = m.first, and = false
  for (;;) {
    let at = first - 1
    while (scene.names.determiners.has(scene.lower(at))) at--
    const joins = conjunction.has(scene.lower(at)) ? !and : scene.text(at) === ',' && and, prior = joins ? all.find((x) => x.last === at - 1 && !x.quoted && x.mention.type === m.mention.type) : undefined
    if (!prior) return out
    and = true; first = prior.first
    out.unshift(prior.mention)
  }
}

const themselves = new Set(['them', 'it'])
const conjunction = new Set(['and', 'or', 'und', 'et', 'e', 'ed', 'i', 'oraz', 'та', 'і', 'й'])

/** ", und erwartet von der Kommission, dass …": where a second verb of asking with its addressee goes on, joined by "and". */
function nextAsk(scene: Scene, table: AskTable, start: number, reach: number): number {
  for (let k = start + 2; k < reach - 3; k++) {
    if (!scene.outside(k) || !scene.speech.and.has(scene.lower(k))) continue
    for (let v = k + 1; v < k + 3; v++) if ((table.verbs.has(scene.lower(v)) || table.verbs.has(scene.lower(v) + ' ' + scene.lower(v + 1))) && [1, 2, 3].some((d) => { const m = scene.mentionFrom(v + d); return m !== undefined && speaks(m.mention) })) return k
  }
  return reach
}

const particleAfter = (scene: Scene, from: number): boolean => {
  for (let k = from; k < Math.min(from + 14, scene.tokens.length); k++) if (scene.speech.particles.has(scene.lower(k)) && (scene.isBreak(k + 1) || scene.isMark(k + 1))) return true
  return false
}

/** Who asks: the subject of the verb, the speaker of the words it stands in, or the actor of the sentence before. */
function askerOf(scene: Scene, i: number, end: number, said: readonly Speech[], before: Mention | null, table: AskTable): { mention: Mention | null; to: number; skip: number } | null {
  const inside = said.find((s) => s.content.some((c) => c.start <= scene.tokens[i]!.start && c.end >= scene.tokens[i]!.end))
  let at = i
  while (at > 0 && (scene.speech.auxiliaries.has(scene.lower(at - 1)) || scene.speech.adverbs.has(scene.lower(at - 1)))) at--
  if (scene.names.firstPerson.has(scene.lower(at - 1)) || table.first.has(scene.lower(i)) || scene.analysis.language.names.nounsInCapitals && scene.names.firstPerson.has(scene.lower(end))) return { mention: inside?.speaker ?? (scene.quoted(i) ? null : voiceOf(scene)), to: end, skip: -1 }
  if (table.impersonal.has(scene.lower(i)) || /^(?:è|sia|venga|viene) stat[oa]$/.test(scene.lower(i - 2) + ' ' + scene.lower(i - 1)) || scene.lower(i - 1) === 'est' && scene.lower(i - 2) === 'il') return { mention: null, to: end, skip: -1 }
  const left = nearestLeft(scene, at)
  if (left) return { mention: left, to: end, skip: -1 }
  // "Ministrowie wezwali", "Лідери закликали": a group no list names, right before the verb.
  const group = at > 0 && scene.analysis.language.names.acts !== undefined && scene.names.groups.has(scene.lower(at - 1)) && !scene.mentionOver(at - 1) && !scene.preposition(at - 2) ? plainAddressee(scene, at - 1) : null
  if (group) return { mention: group, to: end, skip: -1 }
  const right = scene.mentionFrom(end) ?? scene.mentionFrom(end + 1)
  if (right && (at === 0 || scene.isBreak(at - 1) || scene.analysis.language.names.nounsInCapitals) && speaks(right.mention) && !scene.preposition(right.first - 1) && !scene.names.links.has(scene.lower(right.first - 1)) && !askedOf(scene, right.last + 1)) return { mention: right.mention, to: right.last + 1, skip: right.last }
  const attribution = findAttributions(scene, { subject: null, speaker: before, body: null, author: null }).findLast((a) => a.cue < i)
  const fallback = inside?.speaker ?? attribution?.speakers[0] ?? scene.turn.mentions.find((m) => m.first < i && !m.quoted && !scene.preposition(m.first - 1) && m.mention.type !== 'unknown')?.mention ?? (at === 0 || scene.isBreak(at - 1) ? before : null)
  return fallback ? { mention: fallback, to: end, skip: -1 } : null
}

/** "Esorta Madrid a non fermarsi": a name between the verb and the particle of what is asked is the one asked, where the subject drops. */
const askedOf = (scene: Scene, at: number): boolean => drops.has(scene.analysis.language.code) && askTable(scene.analysis.language).to.has(scene.lower(at)) && scene.mentionFrom(at + 1) === undefined
const drops: ReadonlySet<string> = new Set(['it', 'pl', 'uk'])

function nearestLeft(scene: Scene, at: number): Mention | null {
  const m = scene.mentionOver(at - 1)
  // "Von der Kommission erwarte sie": whom a small word governs does not ask.
  const governed = m && (scene.preposition(m.first - 1) || scene.analysis.language.names.nounsInCapitals && scene.names.determiners.has(scene.lower(m.first - 1)) && scene.preposition(m.first - 2))
  if (m && m.last === at - 1 && speaks(m.mention) && !governed) return m.mention
  if (scene.text(at - 1) === ',') {
    for (let k = at - 2; k > 0 && k > at - 25; k--) if (scene.text(k) === ',') { const n = scene.mentionOver(k - 1); if (n && n.last === k - 1) return n.mention }
  }
  return null
}

/** "Попросив словаків", "prosi Niemców": a nation by the name of its people, where no noun follows that it belongs to. */
function nationAt(scene: Scene, k: number): Mention | null {
  const { start, end } = scene.tokens[k]!, { analysis } = scene
  if (scene.mentionOver(k) || !nations.test(scene.text(k))) return null
  const reading = readingsOf(analysis).slice(scene.turn.from, scene.turn.to).find((r) => r.start <= start && r.end >= end), word = reading && stateWords(analysis, reading).find((w) => w.kind === 'demonym' && w.start === start && w.end === end)
  return word ? { ...stateMention(word.country, null), written: scene.text(k), span: { start, end } } : null
}
/** Polish and Ukrainian plurals in the cases that a verb or preposition of asking takes; no adjective ends so. */
const nations = /(?:ów|om|ів|ам|ям)$/u

/** An addressee that no table of names knows: "попросив слідчих", "zwrócili się do rządu". */
function plainAddressee(scene: Scene, k: number): Mention | null {
  const t = scene.tokens[k]!
  const body = scene.analysis.language.names.acts !== undefined && scene.names.bodies.has(t.lower)
  if (!body && !scene.names.groups.has(t.lower)) return null
  const span = { start: t.start, end: t.end }, words = t.text
  return { kind: 'mention', type: body ? 'body' : 'group', name: words, written: words, span, country: null, office: null, candidates: [] }
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
    const joins = conjunction.has(scene.lower(at)) ? !and : scene.text(at) === ',' && and, prior = joins ? scene.mentionOver(at - 1) : undefined
    if (!prior || prior.last !== at - 1 || !/^(?:state|body|forum|group|company)$/.test(prior.mention.type)) return { mentions, first }
    and = true; first = prior.first
    mentions.unshift(prior.mention)
  }
}

/** "X said Europe should do more": a demand whose subject is the addressee. */
function byModal(scene: Scene, s: Speech, table: AskTable): Ask | null {
  for (const content of s.content) {
    for (let i = 0; i < scene.tokens.length; i++) {
      const t = scene.tokens[i]!
      if (t.start < content.start || t.end > content.end) continue
      const modal = phraseAt(table.modals, scene.tokens, i)
      if (!modal) continue
      const m = scene.mentionOver(i - 1)
      if (!m || m.last !== i - 1 || m.end <= content.start || scene.preposition(m.first - 1) || !speaks(m.mention) || m.mention.type === 'unknown' && t.pos === null || m.mention.name === s.speaker.name || m.mention.type === 'person' && m.mention.office === null || !opensClause(scene, headOf(scene, m).first, content.start)) continue
      let from = i + modal, to = from
      while (to < scene.tokens.length && scene.tokens[to]!.end <= content.end && (!/^[.;]$/.test(scene.text(to)) || inDate(scene, to))) to++
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

import type { Mention } from '../../core/claim.ts'
import type { Speech } from '../analysis.ts'
import { readingsOf } from '../frames/frames.ts'
import { stateWords } from '../names/atlas.ts'
import { partyOf, stateMention } from '../names/parties.ts'
import { findAttributions } from '../speech/attributions.ts'
import { voiceOf } from '../speech/first-person.ts'
import { and as joining, speaks, type Scene } from '../speech/scene.ts'
import { phraseAt } from '../speech/speech-words.ts'
import type { Turn } from '../speech/turns.ts'
import { toldBefore } from './addressees.ts'
import { askTable, type AskTable } from './ask-words.ts'
import type { Ask } from './asks.ts'
import { limit } from './limits.ts'
import { behindModifiers, peopleAt, phraseAsked, sideAt, sideBefore, ukrainianInfinitive } from './unlisted.ts'

/**
 * The ask of a verb at a token, in the languages without tags: "forderte Dänemark auf, …", "a demandé à Paris de …".
 * @param said the acts of speech of the turn
 * @param before who asked or spoke in the sentence before
 * @example byVerb(scene, at, table, said, null)?.ask.addressees // [Denmark]
 */
export function byVerb(scene: Scene, i: number, table: AskTable, said: readonly Speech[], before: Mention | null): { ask: Ask; to: number } | null {
  const { tokens, speech } = scene, token = tokens[i]!
  const two = table.double.has(token.lower) && table.verbs.has(token.lower + ' ' + scene.lower(i + 1))
  const noun = phraseAt(table.nouns, tokens, i)
  if (!two && !table.verbs.has(token.lower) && !noun) return null
  // ", richiesta che Roma valuta": what was asked before, told of by its noun.
  if (/^richiest[ae]$/.test(token.lower) && scene.text(i - 1) === ',') return null
  let end = i + (noun || (two ? 2 : 1))
  // "Erwarte ich" asks; "erwarte sie" is told of somebody else.
  if (ofSelf.test(token.lower) && !scene.names.firstPerson.has(scene.lower(end)) && !scene.names.firstPerson.has(scene.lower(i - 1))) return null
  if (table.separable.has(token.lower) && !particleAfter(scene, end)) return null
  for (let k = i - 1; k > i - 4 && k >= 0 && !scene.isBreak(k); k--) if (speech.negations.has(scene.lower(k))) return null
  const trusts = counting.test(token.lower) && scene.text(end) === ',' && scene.speech.that.has(scene.lower(end + 1)) && scene.mentionFrom(end + 2) !== undefined
  const wish = wishing.test(token.lower) || trusts, clause = scene.text(end) === ',' ? end + 1 : end
  // "Наполягав, що", "переконував, що": what somebody says is so, and no demand.
  if (/^(?:наполяга|переконува)/.test(token.lower) && scene.lower(clause) === 'що') return null
  if (wish && !scene.speech.that.has(scene.lower(clause)) && !(clause > end && table.to.has(scene.lower(clause))) && !/^qu/.test(scene.lower(end)) && !/^qu/.test(scene.lower(end + 1))) return null
  if (counting.test(token.lower) && !trusts) { const on = [0, 1, 2].find((d) => onWhom.has(scene.lower(end + d)) && (scene.mentionFrom(end + d + 1) ?? scene.mentionFrom(end + d + 2)) !== undefined); if (on === undefined) return null; end += on + 1 }
  const demand = demandBefore(scene, i, end, table) ?? askedFor(scene, i, end)
  if (demand) return demand
  const asker = askerOf(scene, i, end, said, before, table)
  if (!asker) return null
  if (asker.to > end) end = asker.to
  let reach = limit(scene, end, i)
  const addressees: Mention[] = []
  let last = end, generic: Mention | null = null
  const framed = framedBy(scene, i, end, before)
  if (framed) { addressees.push(framed.addressee); asker.mention = framed.asker; asker.skip = -1 }
  for (let k = end; k < reach && k < end + 16 && !framed; k++) {
    const m = scene.mentionFrom(k)
    if (m && k > asker.skip && speaks(m.mention)) { if (m.mention !== asker.mention) addressees.push(m.mention); k = m.last; last = m.last + 1; continue }
    const side = sideAt(scene, k)
    if (side) { addressees.push(side.mention); k = side.last; last = k + 1; continue }
    const nation = addressees.length === 0 || joining.has(scene.lower(k - 1)) ? nationAt(scene, k) : null
    if (nation) { addressees.push(nation); last = k + 1; continue }
    if (addressees.length > 0 && !(table.to.has(scene.lower(k)) && joining.has(scene.lower(k - 1)) && scene.mentionFrom(k + 1)) && !(/^,$/.test(scene.text(k)) || joining.has(scene.lower(k)) || scene.names.determiners.has(scene.lower(k)) || scene.names.links.has(scene.lower(k)) && !table.to.has(scene.lower(k)) || table.before.has(scene.lower(k)))) break
    // "De Paris et de Berlin qu'ils …": the small word stands before each.
    if (table.to.has(scene.lower(k)) && addressees.length > 0 && joining.has(scene.lower(k - 1)) && scene.mentionFrom(k + 1)) continue
    if (table.to.has(scene.lower(k)) && (addressees.length > 0 || generic)) break
    generic ??= peopleAt(scene, k)
    if (generic && addressees.length === 0 && wish) { last = k + 1; break }
    if (generic && addressees.length === 0) { while (k < reach && !table.to.has(scene.lower(k)) && scene.text(k) !== ',' && !ukrainianInfinitive(scene, k)) k++; last = k; break }
  }
  if (addressees.length === 0 && generic) addressees.push(generic)
  else if (addressees.length > 0 && !framed && !wish) last = behindModifiers(scene, addressees, last, reach, table)
  if (addressees.length === 0) { const told = pronounAt(scene, i, end, asker.mention, table); if (told) { addressees.push(told); last = end + 1 } }
  if (addressees.length === 0) {
    let c = i - 1
    while (c > 0 && (speech.auxiliaries.has(scene.lower(c)) || speech.adverbs.has(scene.lower(c)))) c--
    const m = clitics.has(scene.lower(c)) && (c < i - 1 || table.to.has(scene.lower(end))) ? scene.turn.mentions.findLast((x) => x.last < c && !x.quoted && x.mention.name !== asker.mention?.name && x.mention.type !== 'unknown' && x.mention.type !== 'forum') : undefined
    const told = m ? joinedBefore(scene, m) : several.has(scene.lower(c)) && table.to.has(scene.lower(end)) ? toldBefore(scene, asker.mention) : []
    if (told.length > 0) { addressees.push(...told); last = end }
  }
  if (addressees.length === 0 && !wish && !framed && !counting.test(token.lower)) { const told = phraseAsked(scene, end, reach, table); if (told) { addressees.push(told.mention); last = told.to } }
  let by = asker.mention
  // "Lund sagte, …, und drängte die Nato dazu": a second verb of the same subject.
  const own = joining.has(scene.lower(i - 1)) ? scene.turn.mentions.find((m) => m.last < i && !m.quoted && /^(?:person|state|body|forum)$/.test(m.mention.type) && m.mention.name !== asker.mention?.name && !scene.preposition(m.first - 1)) : undefined
  if (addressees.length === 0 && asker.skip >= 0 && (own || before) && asker.mention) { addressees.push(asker.mention); by = own?.mention ?? before }
  if (addressees.length === 0) {
    // The verb closes its clause: "hatten von der Regierung verlangt, …".
    const left = scene.turn.mentions.find((m) => m.last < i && (m.first < 3 || scene.analysis.language.names.nounsInCapitals) && table.before.has(scene.lower(scene.names.determiners.has(scene.lower(m.first - 1)) || scene.names.determiners.has(scene.lower(m.first)) ? Math.min(m.first - 1, scene.names.determiners.has(scene.lower(m.first - 1)) ? m.first - 2 : m.first - 1) : m.first - 1)))
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
  // "Prosimy sąsiadów: otwórzcie granicę": the demand itself behind a colon.
  if (start === reach && scene.text(start) === ':') { start++; if (scene.isMark(start)) start++; reach = limit(scene, start, i) }
  if (counting.test(token.lower) && /^(?:pour|per|perché|um)$/.test(scene.lower(start))) start++
  let stop = nextAsk(scene, table, start, reach)
  while (stop > start && (scene.isBreak(stop - 1) || scene.isMark(stop - 1))) stop--
  if (stop - start < 2) return null
  const content = { start: tokens[start]!.start, end: tokens[stop - 1]!.end }
  return { ask: { asker: by, addressees, content, evidence: [{ start: tokens[0]!.start, end: tokens.at(-1)!.end }], rule: 'verb of asking' }, to: stop - 1 }
}
/** German forms that the first person shares with reported speech. */
const ofSelf = /^(?:bitte|fordere|verlange|appelliere|erwarte|ersuche|rufe)$/

/** "Von der Industrie erwarte ich, dass": a German noun that no table has, behind the small word that opens the sentence. */
function nounBefore(scene: Scene, i: number, table: AskTable): Mention | null {
  const token = scene.tokens[i - 1], at = scene.names.determiners.has(scene.lower(i - 2)) ? i - 3 : i - 2
  if (!token || !scene.analysis.language.names.nounsInCapitals || !/^\p{Lu}\p{Ll}/u.test(token.text)) return null
  // "Den Landtag bitte ich, …": who is asked opens the sentence, in the case in which he is.
  const fronted = at === -1 && scene.names.determiners.has(scene.lower(0)) && scene.names.firstPerson.has(scene.lower(i + 1))
  if (fronted && scene.mentionOver(i - 1)) return scene.mentionOver(i - 1)!.mention
  if (!fronted && (at !== 0 || !table.before.has(scene.lower(0))) || scene.mentionOver(i - 1)) return null
  return { kind: 'mention', type: 'group', name: token.text, written: token.text, span: { start: token.start, end: token.end }, country: null, office: null, candidates: [] }
}

/** "До липня", "do 30 czerwca": the small word opens a time, and no request. */
const dated = (scene: Scene, at: number): boolean => /^\d/.test(scene.text(at)) || times.test(scene.lower(at)) || scene.analysis.dates.some((d) => d.start <= (scene.tokens[at]?.start ?? -1) && d.end > (scene.tokens[at]?.start ?? -1))

/** Seasons, feasts and parts of a year, in the case that follows "do" and "до". */
const times = /^(?:lata|jesieni|wiosny|zimy|końca|połowy|świąt|nowego|wakacji|wieczora|jutra|літа|осені|весни|зими|кінця|середини|нового|різдва|великодня|вечора|завтра|наступн\p{L}{1,3})$/u

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
const wishing = /^(?:insist|souhait|veu|voulai|désir|auspic|vuole|vogliono|vorrebb|desider|augurat|si augur|will$|woll|möcht|chc|chciał|хоч|хоті|бажа|наполяга|nalega)/
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
    const joins = joining.has(scene.lower(at)) ? !and : scene.text(at) === ',' && and, prior = joins ? all.find((x) => x.last === at - 1 && !x.quoted && x.mention.type === m.mention.type) : undefined
    if (!prior) return out
    and = true; first = prior.first
    out.unshift(prior.mention)
  }
}

/** "Traf Andrij Koschel und bat ihn, …": somebody named before the verb, or in the sentence before. */
function pronounAt(scene: Scene, i: number, end: number, asker: Mention | null, table: AskTable): Mention | null {
  const word = scene.lower(end), next = scene.lower(end + 1)
  if (!objects.has(word) && !(word === 'sie' && joining.has(scene.lower(i - 1))) || next !== ',' && !table.to.has(next) && !ukrainianInfinitive(scene, end + 1)) return null
  const named = scene.turn.mentions.filter((m) => m.last < i && !m.quoted && m.mention.name !== asker?.name && m.mention.type !== 'unknown' && m.mention.type !== 'forum')
  return ((one.has(word) ? named.findLast((m) => m.mention.type === 'person') : undefined) ?? named.at(-1))?.mention ?? toldBefore(scene, asker)[0] ?? null
}
/** Of the following, those that stand for one. */
const one = new Set(['ihn', 'ihm', 'go', 'mu', 'його', 'йому', 'її', 'їй'])
/** Pronouns for whom somebody asks, behind the verb. */
const objects = new Set(['ihn', 'ihm', 'ihnen', 'go', 'mu', 'ją', 'ich', 'його', 'йому', 'її', 'їй', 'їх', 'їм'])

/** ", und erwartet von der Kommission, dass …": where a second verb of asking with its addressee goes on, joined by "and". */
function nextAsk(scene: Scene, table: AskTable, start: number, reach: number): number {
  for (let k = start + 2; k < reach - 3; k++) {
    if (!scene.outside(k) || !scene.speech.and.has(scene.lower(k)) && !also.has(scene.lower(k))) continue
    for (let v = k + 1; v < k + 4; v++) if ((table.verbs.has(scene.lower(v)) || table.verbs.has(scene.lower(v) + ' ' + scene.lower(v + 1))) && [1, 2, 3].some((d) => { const m = scene.mentionFrom(v + d); return m ? speaks(m.mention) : sideAt(scene, v + d) !== null || peopleAt(scene, v + d) !== null })) return scene.text(k - 1) === ',' ? k - 1 : k
  }
  return reach
}

/** Small words that go on with a further verb: "а також попросив", "a także wezwał", "nonché chiesto". */
const also = new Set(['а', 'a', 'sowie', 'nonché', 'puis', 'oraz'])

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
  const group = at > 0 && scene.analysis.language.names.acts !== undefined && scene.names.groups.has(scene.lower(at - 1)) && !scene.mentionOver(at - 1) && !scene.preposition(at - 2) ? peopleAt(scene, at - 1) : null
  if (group) return { mention: group, to: end, skip: -1 }
  const subject = sideBefore(scene, at)
  if (subject) return { mention: subject, to: end, skip: -1 }
  const right = scene.mentionFrom(end) ?? scene.mentionFrom(end + 1)
  if (right && !listAsked(scene, right) && (at === 0 || scene.isBreak(at - 1) || scene.analysis.language.names.nounsInCapitals) && speaks(right.mention) && !scene.preposition(right.first - 1) && !scene.names.links.has(scene.lower(right.first - 1)) && !askedOf(scene, right.last + 1)) return { mention: right.mention, to: right.last + 1, skip: right.last }
  const attribution = findAttributions(scene, { subject: null, speaker: before, body: null, author: null }).findLast((a) => a.cue < i)
  const fallback = inside?.speaker ?? attribution?.speakers[0] ?? scene.turn.mentions.find((m) => m.first < i && !m.quoted && !scene.preposition(m.first - 1) && m.mention.type !== 'unknown')?.mention ?? (at === 0 || scene.isBreak(at - 1) ? before : null)
  return fallback ? { mention: fallback, to: end, skip: -1 } : null
}

/** "Und mahnte Spanien und Belgien, …": several behind the verb, and nobody behind them: they are asked. */
function listAsked(scene: Scene, first: Turn['mentions'][number]): boolean {
  let end = first.last + 1, several = false
  for (;;) {
    let at = end
    while (scene.text(at) === ',' || joining.has(scene.lower(at)) || scene.names.determiners.has(scene.lower(at))) at++
    const next = at > end && joining.has(scene.lower(end)) || scene.text(end) === ',' ? scene.mentionFrom(at) : undefined
    if (!next || !speaks(next.mention)) break
    several ||= joining.has(scene.lower(end)); end = next.last + 1
  }
  if (!several) return false
  for (let k = end; k < end + 4 && !scene.isBreak(k); k++) if (scene.mentionFrom(k) || peopleAt(scene, k)) return false
  return true
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
    // "La vice-ministre de l'Industrie, Anna Roux, a appelé": the name between the commas.
    const apposed = scene.mentionOver(at - 2)
    if (apposed && apposed.last === at - 2 && apposed.mention.type === 'person' && scene.text(apposed.first - 1) === ',') return apposed.mention
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

import type { Mention } from '../../core/claim.ts'
import { readingsOf } from '../frames/frames.ts'
import { stateWords } from '../names/atlas.ts'
import { stateMention } from '../names/parties.ts'
import type { Scene } from '../speech/scene.ts'
import { askTable, type AskTable } from './ask-words.ts'

// Those who ask and are asked without a name, in the languages without tags.

const plain = (scene: Scene, type: 'group' | 'body' | 'unknown', first: number, last: number): Mention => {
  const span = { start: scene.tokens[first]!.start, end: scene.tokens[last]!.end }, name = scene.analysis.document.text.slice(span.start, span.end)
  return { kind: 'mention', type, name, written: name, span, country: null, office: null, candidates: [] }
}

/**
 * People or a body by a noun that no table of names knows: "попросив слідчих", "zwrócili się do rządu", "wezwał uczestników".
 * @example peopleAt(scene, 3)?.name // 'uczestników'
 */
export function peopleAt(scene: Scene, k: number): Mention | null {
  const word = scene.lower(k), body = scene.analysis.language.names.acts !== undefined && scene.names.bodies.has(word)
  return body || scene.names.groups.has(word) || askTable(scene.analysis.language).people.has(word) ? plain(scene, body ? 'body' : 'group', k, k) : null
}

/** Nouns for those who speak or act for a state: "Seite", "stronę", "колег". */
const sides = /^(?:seite|partnern?|(?:amts)?kolleg(?:en|innen)|freunden?|partie|partenaires?|collègues|homologues?|amis|parte|partner|colleghi|omologhi|amici|stron(?:a|ę|y|ie)|koleg(?:ów|om|i)|koledzy|partner(?:ów|om|zy)|przyjaci(?:ół|ołom)|сторон[аиуі]|колег(?:и|ам)?|партнер(?:ів|ам|и)|друз(?:ів|ям|і))$/u

/**
 * "Die ukrainische Seite", "stronę niemiecką", "polskich kolegów": a state by those who speak for it, with the place of its last word.
 * @example sideAt(scene, 4)?.mention.country // 'DE'
 */
export function sideAt(scene: Scene, k: number): { readonly mention: Mention; readonly last: number } | null {
  const noun = sides.test(scene.lower(k)) ? k : sides.test(scene.lower(k + 1)) ? k + 1 : -1, adjective = noun === k ? k + 1 : k
  const token = scene.tokens[adjective]
  if (noun < 0 || !token) return null
  const reading = readingsOf(scene.analysis).slice(scene.turn.from, scene.turn.to).find((r) => r.start <= token.start && r.end >= token.end), word = reading && stateWords(scene.analysis, reading).find((w) => w.kind === 'demonym' && w.start === token.start && w.end === token.end)
  const first = Math.min(noun, adjective), last = Math.max(noun, adjective)
  return word ? { mention: { ...stateMention(word.country, null), written: scene.text(first), span: { start: scene.tokens[first]!.start, end: scene.tokens[last]!.end } }, last } : null
}

/** The subject right before a verb that opens its sentence and that no table of names knows: "Die ukrainische Seite bat", "Die Reederei bat", "Dronex demande". */
export function sideBefore(scene: Scene, at: number): Mention | null {
  const side = at > 1 ? sideAt(scene, at - 2) : null
  if (side?.last === at - 1) return side.mention
  const { names, analysis: { language } } = scene, first = at - 1, word = scene.text(first)
  if (at < 1 || scene.mentionOver(first) || !/^\p{Lu}\p{Ll}{2}/u.test(word) || names.never.has(scene.lower(first))) return null
  if (language.names.nounsInCapitals) return first > 0 && first < 4 && names.determiners.has(scene.lower(0)) && scene.tokens.slice(1, first).every((t) => /^\p{Ll}.*e[nrs]?$/u.test(t.text)) ? plain(scene, 'group', first, first) : null
  const alone = first === 0 && (language.code === 'fr' || language.code === 'it')
  return alone && !language.sentences.starters.includes(scene.lower(0)) && !scene.speech.adverbs.has(scene.lower(0)) && !names.he.has(scene.lower(0)) && !names.she.has(scene.lower(0)) && !names.they.has(scene.lower(0)) ? plain(scene, 'unknown', 0, 0) : null
}

/** What is asked begins with a verb, or a small word before one. */
export const infinitives: Readonly<Record<string, RegExp>> = { fr: /(?:er|ir|re|oir)$|^(?:ne|n[’']|se|s[’']|y|en|ce|les?|la)$/u, it: /(?:re|rsi|rl[aeio]|rne|rvi|rci)$|^non$/u }

/** "Відкрити": what is asked begins with a verb, and no small word before it. */
export const ukrainianInfinitive = (scene: Scene, k: number): boolean => scene.analysis.language.code === 'uk' && /\p{L}{2}(?:ти|тися|тись)$/u.test(scene.lower(k))

/**
 * Where what is asked begins behind words that only describe those asked: "les États membres de la coalition à préciser",
 * "gli alleati rimasti fuori a versare", "учасників зустрічі ухвалити". Members keep their name.
 */
export function behindModifiers(scene: Scene, addressees: Mention[], last: number, reach: number, table: AskTable): number {
  const { code } = scene.analysis.language, infinitive = infinitives[code]
  const opens = (k: number) => infinitive ? table.to.has(scene.lower(k)) && infinitive.test(scene.lower(k + 1)) && scene.lower(k + 1).length > 3 : ukrainianInfinitive(scene, k)
  if (!infinitive && code !== 'uk' || opens(last) || scene.isBreak(last) || scene.names.determiners.has(scene.lower(last)) || scene.speech.that.has(scene.lower(last)) || /^(?:à|a|ad)$/.test(scene.lower(last)) || /^\d/.test(scene.text(last))) return last
  let k = last
  while (k < reach && k < last + 8 && !scene.isBreak(k) && !opens(k)) k++
  const of = addressees.at(-1)!
  if (members.test(scene.lower(last)) && /^(?:group|body|unknown)$/.test(of.type)) { const name = `${of.name} ${scene.text(last)}`; addressees[addressees.length - 1] = { ...of, name, written: name }; if (!opens(k)) return last + 1 }
  return k > last && opens(k) ? k : last
}
const members = /^(?:membres|membri|члени|членів|членам)$/u

/**
 * Those asked by a phrase that no table of names knows, between the verb and what it asks: "bitte unsere Stadtwerke, … zu",
 * "a exhorté les compagnies européennes à", "закликав оборонну промисловість подати". Without its article; with the place behind it.
 * @example phraseAsked(scene, end, reach, table)?.mention.name // 'compagnies européennes'
 */
export function phraseAsked(scene: Scene, end: number, reach: number, table: AskTable): { readonly mention: Mention; readonly to: number } | null {
  const { names, speech, analysis: { language } } = scene, german = language.names.nounsInCapitals, cased = language.names.cases.length > 0, infinitive = infinitives[language.code]
  let first = end
  const before = table.before.has(scene.lower(first))
  if (before) first++
  const article = names.determiners.has(scene.lower(first)) || /^(?:aux?|alle?|agli|ai|al|gli|i|vom|zum|zur|unsere?[nmr]?|ihre?[nmr]?|nos|leurs|nasz\p{L}{1,3}|наш\p{L}{1,2})$/u.test(scene.lower(first)) || /^(?:l|all|dall)['’]/.test(scene.lower(first))
  if (article && !/^(?:l|all|dall)['’]\p{L}/u.test(scene.lower(first))) first++
  if (!cased && !article && !/^vom$/.test(scene.lower(end))) return null
  const opens = (k: number) => infinitive ? table.to.has(scene.lower(k)) && infinitive.test(scene.lower(k + 1)) && (scene.lower(k + 1).length > 3 || infinitive.test(scene.lower(k + 2)) && scene.lower(k + 2).length > 3)
    : german ? scene.text(k) === ',' : ukrainianInfinitive(scene, k) || scene.text(k) === ',' && (speech.that.has(scene.lower(k + 1)) || table.to.has(scene.lower(k + 1))) || language.code === 'pl' && table.to.has(scene.lower(k)) && k > first
  let to = first
  while (to < reach + 1 && to < first + 5 && !opens(to) && /^\p{L}[\p{L}’'-]+$/u.test(scene.text(to)) && !speech.that.has(scene.lower(to)) && !speech.adverbs.has(scene.lower(to))) to++
  let last = to - 1
  while (last > first && (german ? !/^\p{Lu}/u.test(scene.text(last)) : scene.preposition(last) || names.determiners.has(scene.lower(last)))) last--
  if (last < first || to === first || scene.preposition(first) || names.firstPerson.has(scene.lower(first)) || pronouns.test(scene.lower(first)) || scene.lower(first).length < 4 || german && !/^\p{Lu}/u.test(scene.text(last)) || adverb.test(scene.lower(first))) return null
  let at = to
  while (at < to + 8 && at < scene.tokens.length && !opens(at)) at++
  if (!opens(at) || at > to + 4 && !cased) return null
  return { mention: plain(scene, 'group', first, last), to: german || cased && scene.text(at) === ',' ? at : to }
}
const pronouns = /^(?:sich|mich|dich|es|das|dies\p{L}{0,2}|etwas|alles|nichts|cela|ceci|ça|tout|rien|ciò|questo|quello|tutto|nulla|się|tego|tym|czegoś|wszystkiego|цього|того|себе|щось|усього|більше|więcej|davantage|plus|di più|mehr|jeden|jede|jeder)$/u
const adverb = /(?:лише|тільки|терміново|негайно|невідкладно|швидше|якнайшвидше|pilnie|natychmiast|również|także|ponownie|знову|також|ще|jeszcze|teraz|зараз)$/u

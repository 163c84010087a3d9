import { speaks, type Scene } from '../speech/scene.ts'

/**
 * Where the asking ends: the next stop, a second verb joined by "but", the end of the quotation.
 * @example limit(scene, from, verb) // before ", but", at the full stop
 */
export function limit(scene: Scene, from: number, verb: number): number {
  const inside = scene.quoted(verb)
  for (let k = from; k < scene.tokens.length; k++) {
    if (/^[.;:!?]$/.test(scene.text(k)) && scene.quoted(k) === inside && !inDate(scene, k)) return k
    if (inside && !scene.quoted(k)) return k
    // "… – powiedział minister": the reporter's source behind a dash.
    if (scene.isDash(k) && k > from + 1 && scene.speech.verbs.get(scene.lower(k + 1))?.clause) return k
    if (!inside && k > from + 1 && scene.speech.and.has(scene.lower(k)) && speaksNext(scene, k + 1)) return k
    if (scene.text(k) === ',' && !inside && k > from + 1 && turnsAside(scene, k + 1)) return k
    if (scene.text(k) === ',' && !inside && (scene.lower(k + 1) === 'but' || /(?:warn|add|say|stress|not)ing$/.test(scene.lower(k + 1)))) return k
  }
  return scene.tokens.length
}

/** "Bis zum 30. Juni": the point belongs to the day. */
export const inDate = (scene: Scene, k: number): boolean => { const at = scene.tokens[k]!.start; return /^\d/.test(scene.text(k - 1)) && scene.analysis.dates.some((d) => d.start < at && d.end > at + 1) }

/** ", denn der Winter naht", ", wofür wenig spricht", ", і ми чекаємо", ", sagte Lund": a ground, a remark on the whole, another subject or the reporter's source. */
function turnsAside(scene: Scene, at: number): boolean {
  const word = scene.lower(at), next = scene.lower(at + 1), { names, speech } = scene, subject = (k: number) => nominatives.has(scene.lower(k)) || names.he.has(scene.lower(k)) || names.she.has(scene.lower(k)) || names.they.has(scene.lower(k))
  if (grounds.has(word) || grounds.has(word + ' ' + next) || remarks.has(word) || remarks.has(word + ' ' + next) || relates(scene, at)) return true
  if (speech.and.has(word) && subject(at + 1)) return true
  // Polish "a", Ukrainian "а": what somebody else does meanwhile.
  if (/^[aа]$/.test(word) && scene.mentionFrom(at + 1) !== undefined && speaks(scene.mentionFrom(at + 1)!.mention)) return true
  return speech.verbs.get(word)?.clause === true && (scene.mentionFrom(at + 1) !== undefined || subject(at + 1))
}
/** ", qui finance …", ", через який …", ", un fondo con cui …", ", richiesta che …": what is told of the last noun, or of a noun that stands for it. */
function relates(scene: Scene, at: number): boolean {
  const relative = relatives[scene.analysis.language.code]
  if (!relative) return false
  let k = at
  if (scene.names.determiners.has(scene.lower(k))) k++
  // The noun of an apposition, in the languages that part relative clauses by the same small words.
  if (/^\p{Ll}{4,}$/u.test(scene.text(k)) && !scene.preposition(k) && !relative.test(scene.lower(k)) && (relative.test(scene.lower(k + 1)) || scene.preposition(k + 1) && relative.test(scene.lower(k + 2)))) return true
  return relative.test(scene.lower(at)) || scene.preposition(at) && relative.test(scene.lower(at + 1))
}
const relatives: Readonly<Record<string, RegExp>> = {
  fr: /^(?:qui|dont|lequel|laquelle|lesquel(?:le)?s|auquel|auxquels|duquel|desquels)$/, it: /^(?:che|cui|quale|quali)$/,
  pl: /^któr\p{L}{1,3}$/u, uk: /^(?:як(?:ий|а|е|і|ого|ої|их|ому|ій|им|ими|у|ою)|котр\p{L}{1,3})$/u,
}
/** Words that open a ground as a main clause. */
const grounds = new Set(['denn', 'weil', 'car', 'parce que', 'puisque', 'адже', 'бо', 'оскільки', 'тому що', 'bowiem', 'bo', 'gdyż', 'ponieważ', 'infatti', 'poiché', 'en effet'])
/** Words that speak of the whole clause before. */
const remarks = new Set(['wofür', 'woran', 'worauf', 'worüber', 'womit', 'wovon', 'weshalb', 'weswegen', 'o czym', 'czego', 'про що', 'ce qui', 'ce que', 'ce dont', 'il che', 'cosa che'])
const nominatives = new Set(['ich', 'wir', 'je', 'j’', "j'", 'nous', 'io', 'noi', 'ja', 'my', 'я', 'ми'])

/** "… and warned that": the asking is over where the reporter goes on with a verb of speech. */
function speaksNext(scene: Scene, at: number): boolean {
  let v = at
  while (v < at + 3 && (scene.speech.auxiliaries.has(scene.lower(v)) || scene.speech.adverbs.has(scene.lower(v)))) v++
  return scene.speech.verbs.get(scene.lower(v))?.clause === true && (scene.speech.that.has(scene.lower(v + 1)) || scene.speech.that.has(scene.lower(v + 2)))
}

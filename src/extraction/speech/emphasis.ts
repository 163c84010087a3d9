import type { Language } from '../language.ts'
import { traitOf } from '../words/forms.ts'
import type { Scene } from './scene.ts'
import type { Verb } from './speech-words.ts'

/** How a language lays stress on a thing: verbs, the noun that some of them need, and the preposition before the thing. */
interface Emphasis { readonly verbs: ReadonlySet<string>; /** Verbs that stress only with this noun: "posto l’accento su". */ readonly phrases: ReadonlySet<string>; readonly nouns: RegExp; readonly on: RegExp; /** A particle that ends the clause: "wies auf … hin". */ readonly particle: RegExp | null }

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))
const table: Readonly<Record<string, Emphasis | undefined>> = {
  de: { verbs: words('wies wiesen weist weisen'), phrases: words('machte machten macht machen'), nouns: /^$/, on: /^(?:auf|darauf)$/, particle: /^(?:hin|aufmerksam)$/ },
  fr: { verbs: words('insisté insiste insistait insistent'), phrases: words('mis met attiré attire appelé appelle'), nouns: /^(?:accent|attention)$/, on: /^sur$/, particle: null },
  it: { verbs: words('insistito insiste insisteva'), phrases: words('posto pone richiamato richiama attirato attira messo'), nouns: /^(?:accento|attenzione)$/, on: /^(?:su|sul|sulla|sull’|sull'|sui|sulle|sugli|sullo)$/, particle: null },
  pl: { verbs: words('poinformował poinformowała poinformowali przypomniał przypomniała przypomnieli'), phrases: words('zwrócił zwróciła zwrócili zwraca położył położyła kładzie'), nouns: /^(?:uwagę|nacisk)$/, on: /^(?:na|o)$/, particle: null },
  uk: { verbs: words('акцентував акцентувала акцентували акцентує акцентують наголосив наголосила наголосили наголошує наголошують наголошував наголошувала'), phrases: words('звернув звернула звернули звертає звертають'), nouns: /^увагу$/, on: /^на$/, particle: null },
}

/**
 * Where the thing that somebody lays stress on begins, in the languages without tags; -1 where the word at `i` stresses none.
 * @example stressedAt(scene, 4) // behind "sulla" in "ha posto l’accento sulla penuria di squadre"
 */
export function stressedAt(scene: Scene, i: number): { from: number; to: number } | null {
  const own = table[scene.analysis.language.code]
  if (!own || !own.verbs.has(scene.lower(i)) && !own.phrases.has(scene.lower(i))) return null
  let on = -1, noun = own.verbs.has(scene.lower(i)) || own.particle !== null
  for (let k = i + 1; k < i + (own.particle ? 9 : 5) && scene.outside(k) && !scene.isBreak(k) && on < 0; k++) {
    if (own.nouns.test(scene.lower(k).replace(/^l['’]/, ''))) noun = true
    else if (noun && own.on.test(scene.lower(k))) on = k + 1
  }
  if (on < 0 || /^(?:to|tym|те|це|тому|цьому|цім|тім|ce|cela|ciò)$/.test(scene.lower(on)) || scene.isBreak(on)) return null
  let to = on
  while (to < scene.tokens.length && !/^[;:]$/.test(scene.text(to)) && !(own.particle && scene.isBreak(to))) to++
  if (!own.particle) return to - on > 2 ? { from: on, to } : null
  while (to > on && !own.particle.test(scene.lower(to - 1))) to--
  return to - on > 2 ? { from: on, to: to - 1 } : null
}

/** "Ritiene insufficiente il quadro", "juge votre annonce trop maigre": verbs that name a thing by a quality, without a quotation. */
const judging: Readonly<Record<string, RegExp | undefined>> = {
  fr: /^(?:juge|jugé|jugeait|estime|estimé|trouve|trouvé)$/, it: /^(?:ritiene|ritenuto|giudica|giudicato|considera|considerato)$/,
  pl: /^(?:uznał|uznała|uznali|uznaje|uważa|uważają|ocenił|oceniła|nazwał|nazwała|nazwali|nazywa|nazywają|określił|określiła|określili|określa)$/, uk: /^(?:вважає|вважають|визнав|визнала|назвав|назвала|назвали|називає|називають)$/, de: /^(?:hält|hielt|nennt|nannte)$/,
}
const quality: Readonly<Record<string, RegExp | undefined>> = {
  fr: /(?:able|ible|ant|ante|if|ive|eux|euse|aire|el|elle|igre|rd|rde|ste|ique|ais|aise)s?$/, it: /(?:ente|ante|ile|ivo|iva|oso|osa|ario|aria|evole|bole|uto|uta|ale)$/,
  pl: /^za$|(?:[^i]em|iem|ym|im|ą|ami|ymi|imi)$/, uk: /(?:им|ою|ими|ом|ем|єю|ами)$/u, de: /^für$/,
}

/** "Nannte das Paket „Schwindel“", "nazwał politykę „workiem”": verbs that give a thing a name. */
export const naming = (scene: Scene, i: number): boolean => givesName[scene.analysis.language.code]?.test(scene.lower(i)) ?? false
const givesName: Readonly<Record<string, RegExp | undefined>> = {
  de: /^(?:nannte|nennt|nannten|nennen)$/, fr: /^(?:juge|jugé|jugée|jugeait|qualifie|qualifié|qualifiait)$/, it: /^(?:definisce|definito|definito|chiama|chiamato|giudica|giudicato|ritiene)$/,
  pl: /^(?:nazwał|nazwała|nazwali|nazywa|nazywają|określił|określiła|określili|określa)$/, uk: /^(?:назвав|назвала|назвали|називає|називають|охарактеризував|охарактеризувала)$/u,
}

/** Does a verb of judging have an object with its quality in the next words? */
export function judged(scene: Scene, i: number): boolean {
  const { code } = scene.analysis.language, verb = judging[code]
  if (!verb?.test(scene.lower(i))) return false
  for (let k = i + 1; k < i + 8 && scene.outside(k) && !scene.isBreak(k); k++) {
    if (scene.speech.that.has(scene.lower(k)) || /^(?:di|de|d’|że|що)$/.test(scene.lower(k)) && k === i + 1) return false
    if ((k > i + 1 || code === 'it') && quality[code]!.test(scene.lower(k)) && (code === 'de' || code === 'pl' && scene.lower(k) === 'za' ? !scene.isBreak(k + 1) : scene.isBreak(k + 1) || code === 'it' && k === i + 1 && scene.names.determiners.has(scene.lower(k + 1)) || /^(?:trop|troppo|peu|poco|занадто|надто)$/.test(scene.lower(k - 1)))) return true
  }
  return false
}

/** "Звернув увагу присутніх на те, що …", "ha richiamato l’attenzione sul fatto che …": the noun of stress, and a clause behind the pointer. */
function pointsTo(scene: Scene, i: number): boolean {
  const own = table[scene.analysis.language.code]
  if (!own?.phrases.has(scene.lower(i)) || own.particle) return false
  let noun = false
  for (let k = i + 1; k < i + 9 && scene.outside(k); k++) {
    if (own.nouns.test(scene.lower(k).replace(/^l['’]/, ''))) noun = true
    if (noun && scene.speech.that.has(scene.lower(k)) && pointer.test(scene.text(k - 1) === ',' ? scene.lower(k - 2) : scene.lower(k - 1))) return true
  }
  return false
}
const pointer = /^(?:те|тому|to|tym|fait|fatto)$/

/** Can a word begin either? Asked once of each word of a language. */
const opens = traitOf(({ lower }, { code }: Language): boolean => table[code]?.verbs.has(lower) || table[code]?.phrases.has(lower) || judging[code]?.test(lower) || false)

/** The verb that these words make of one that the tables do not list, or list for clauses alone. */
export const emphasis = (scene: Scene, i: number): Verb | null =>
  scene.tokens[i]!.pos === null && opens(scene.analysis.language)(scene.tokens[i]!.form) && (stressedAt(scene, i) !== null || judged(scene, i) || pointsTo(scene, i)) ? { lemma: scene.lower(i), clause: true, object: true, tell: false, credit: false } : null

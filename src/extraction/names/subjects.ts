import type { Mention, PlanningTopic } from '../../core/claim.ts'
import type { Span } from '../../core/evidence.ts'
import type { Analysis } from '../analysis.ts'
import { cuesOf, hasCue, readingsOf, type Reading } from '../frames/frames.ts'
import { onAnalysis } from '../kept.ts'
import { forumsIn, stateWords, type StateWord } from './atlas.ts'
import { bodyMention, distinct, opponents, stateMention, statesIn } from './parties.ts'
import { selfAt } from '../speech/speakers.ts'

/** Words right before the name of a place where something is or happens. */
const where = /(?<!\p{L})(?:in|at|near|outside|from|to|im|bei|nach|aus|à|en|depuis|dans|a|ad|nell['’]|nella|w|we|pod|na|z|ze|do|у|в|під|з|із|до|біля)\s(?:the\s|la\s|l['’])?$/iu
/** Nouns by which an adjective tells of a place: "the Latvian capital", "an der estnischen Ostgrenze". */
const spot = /^\s(?:\p{L}+\s)?(?:capital|city|town|port|resort|border|coast|Hauptstadt|Stadt|Hafenstadt|\p{L}*grenze|Küste|capitale|ville|frontière|città|confine|frontiera|stolic|miast|granic|столиц|міст|кордон)/u
const beforeSpot = /(?:capital|city|town|capitale|ville|città|stolic\p{L}|столиц\p{L})\s(?:of\s|de\s(?:la\s)?|d['’])?$/iu

/** Does a word for a state tell only where something is? @example // "in The Hague", "in the Latvian capital": true */
export function tellsWhere(reading: Reading, word: StateWord): boolean {
  const before = reading.text.slice(Math.max(0, word.start - reading.start - 16), word.start - reading.start), after = reading.text.slice(word.end - reading.start, word.end - reading.start + 24)
  return word.kind === 'demonym' ? spot.test(after) && !/border|grenze|frontière|confine|frontiera|granic|кордон/iu.test(after) : where.test(before) || beforeSpot.test(before)
}

const nato = bodyMention('NATO'), union = bodyMention('European Union'), partners: ReadonlySet<string> = new Set(['NATO', 'European Union', 'European Commission', 'European Defence Agency'])

/** "NATO and EU planners", "le plan de l'OTAN et celui de l'Union": both open a sentence, joined by "and". */
function sideBySide(reading: Reading): boolean {
  const [a] = cuesOf(reading, 'planning.alliance'), [b] = cuesOf(reading, 'planning.union')
  if (!a || !b) return false
  const [first, second] = a.start < b.start ? [a, b] : [b, a], between = { start: first.end, end: second.start }
  return first.start - reading.start < 60 && hasCue(reading, 'frames.and', between) && !hasCue(reading, ['planning.aim', 'frames.future'], { start: reading.start, end: second.start }) && !/[,;]/.test(reading.text.slice(between.start - reading.start, between.end - reading.start))
}

const ownCountry = /(?<!\p{L})(?:(?:his|her|our|their) country|(?:sein|ihr|unser) Land|(?:son|notre) pays|(?:suo|nostro) Paese|(?:jego|jej|nasz) kraj|(?:його|її|наша) країна)(?!\p{L})/iu
const members = /(?<!\p{L})(?:member states|(?:EU|NATO) (?:states|members|countries)|(?:EU-|NATO-)?Mitglied(?:s?staaten|er)|(?:EU|NATO)-(?:Staaten|Länder)|États membres|pays (?:membres|de l['’](?:UE|OTAN))|(?:Stati|Paesi) (?:membri|UE|NATO|dell['’]Unione)|(?:państwa|kraje) (?:członkowskie|UE|NATO)|(?:держави|країни)(?:-члени)? (?:ЄС|НАТО|Союзу)|держави-члени)(?!\p{L})/iu
/** A goal at the head of a sentence, nobody's in particular. */
const goal = /^[«„“"\s]*(?:the |das |der |die |le |la |l['’]|il |lo )?(?:goal|target|benchmark|guideline|threshold|ziel|zielmarke|zielwert|richtwert|vorgabe|objectif|cible|seuil|traguardo|obiettivo|soglia|cel|celem|próg|ціль|мета|метою|поріг|орієнтир)(?:\s(?!of (?:the )?\p{Lu}|des? |du |del|von |der |für ))/iu
/** Is the Alliance named in a sentence or in the three before it? */
const allianceNear = (analysis: Analysis, reading: Reading): boolean => readingsOf(analysis).slice(Math.max(0, reading.index - 3), reading.index + 1).some((r) => hasCue(r, 'planning.alliance'))

/** The state of the heading that a block stands under, where the heading is no more than its name: "Lithuania". */
const headings = onAnalysis((analysis): ReadonlyMap<number, string> => {
  const out = new Map<number, string>(), readings = readingsOf(analysis), blocks = analysis.document.blocks
  let country: string | null = null, last = -1
  for (const r of readings) {
    if (r.sentence.block !== last) {
      last = r.sentence.block
      const block = blocks[last], alone = block !== undefined && r.end - r.start >= block.end - block.start - 4 && r.words.length < 5 && !/[.!?:]["”»]?\s*$/.test(r.text)
      if (alone || block?.kind === 'heading') { const words = stateWords(analysis, r), [only] = words; country = only && only.kind === 'state' && words.length === 1 && r.words.length < 4 ? only.country : null }
    }
    if (country) out.set(r.sentence.block, country)
  }
  return out
})

/**
 * Who acts of those found for a sentence: without states that only tell where something is, the state whose heading it
 * stands under where it names no other, and with those named in a row with the one who acts.
 * @example subjectsOf(analysis, reading, [netherlands, nato], 'spending') // "At the summit in The Hague NATO leaders undertook …": NATO
 */
export const subjectsOf = (analysis: Analysis, reading: Reading, found: readonly Mention[], topic: PlanningTopic): readonly Mention[] => {
  const named = asStates(analysis, reading, found)
  return inRow(analysis, reading, unnamed(analysis, reading, named) ?? amongThese(analysis, reading, named, topic))
}

const armed = /(?<!\p{L})(?:army|navy|air force|marines?|marine corps|armed forces|coast guard|military|national guard|streitkräfte|armée|marine|esercito|marina|armia|wojsk\p{L}*|армі\p{L}*|флот\p{L}*)(?!\p{L})/iu
/** "The U.S. Army" as the state it serves; the Commission alone where it is all that is named of the Union. */
function asStates(analysis: Analysis, reading: Reading, found: readonly Mention[]): readonly Mention[] {
  const commission = found.find((m) => m.name === 'European Commission'), unions = cuesOf(reading, 'planning.union')
  return distinct(found.flatMap((m) => {
    if (m.type === 'body' && m.country === null && armed.test(m.name)) return statesIn(analysis, m.name).slice(0, 1).concat(statesIn(analysis, m.name).length > 0 ? [] : [m])
    return m.name === 'European Union' && commission && unions.every((c) => !/^(?:EU|European Union|UE|Union|Unione|ЄС|UE|Unia)$/iu.test(reading.text.slice(c.start - reading.start, c.end - reading.start))) ? [] : [m]
  }))
}

/** Who acts in a sentence that names no state: the country of who spoke before ("His own country will"), or the speaker's own parliament and army. */
function unnamed(analysis: Analysis, reading: Reading, found: readonly Mention[]): readonly Mention[] | null {
  if (found.length > 1 || found.some((m) => m.type !== 'state') || stateWords(analysis, reading).some((w) => !tellsWhere(reading, w))) return null
  if (ownCountry.test(reading.text)) {
    const spoke = readingsOf(analysis).slice(Math.max(0, reading.index - 2), reading.index + 1).findLast((r) => r.speech?.speaker.country)?.speech?.speaker.country
    if (spoke) return [stateMention(spoke, null)]
  }
  const intro = introOf(analysis, reading)
  if (intro && allied.test(intro.text) && !stateWords(analysis, intro).some((w) => w.start - intro.start < 20)) return [nato]
  const own = selfAt(analysis, reading).parties
  // "Parliament", "the army" with no word of whose: the writer's.
  return !reading.speech && own.length === 1 && own[0]!.type === 'state' && found.some((m) => m.country !== own[0]!.country && reading.mentions.some((x) => x.mention.type === 'body' && x.mention.country === m.country)) ? own : null
}

/** The sentence that ends with a colon and opens the list in which an item stands. */
function introOf(analysis: Analysis, reading: Reading): Reading | null {
  const { blocks } = analysis.document, readings = readingsOf(analysis)
  if (blocks[reading.sentence.block]?.kind !== 'item') return null
  let i = reading.index
  while (i >= 0 && blocks[readings[i]!.sentence.block]?.kind === 'item') i--
  const intro = readings[i]
  return intro && intro.text.trimEnd().endsWith(':') ? intro : null
}
const allied = /(?<!\p{L})(?:allies|alliés|alleati|verbündete[n]?|bündnispartner|sojusznicy|союзники)(?!\p{L})/iu

const joint = /^(?:,|,?\s(?:and|und|et|e|ed|i|oraz|a także|та|і|й))\s(?:the\s|die\s|der\s|den\s|la\s|le\s|les\s|il\s|l['’])?$/u
/** States in a row with the one found: "Bulgaria, Romania and Turkey will". */
function inRow(analysis: Analysis, reading: Reading, found: readonly Mention[]): readonly Mention[] {
  const [first] = found, words = stateWords(analysis, reading).filter((w) => w.kind === 'state')
  if (!first || words.length < 2 || found.some((m) => m.type !== 'state')) return found
  const at = words.findIndex((w) => w.country === first.country), text = (a: number, b: number) => reading.text.slice(a - reading.start, b - reading.start)
  if (at < 0) return found
  const out = [...found]
  for (let i = at + 1; i < words.length && joint.test(text(words[i - 1]!.end, words[i]!.start)); i++) if (words[i]!.country !== 'UA') out.push(stateMention(words[i]!.country, null))
  return distinct(out)
}

/** Those found without states that only tell where something is, by the heading, the speaker or the members of an alliance. */
function amongThese(analysis: Analysis, reading: Reading, found: readonly Mention[], topic: PlanningTopic): readonly Mention[] {
  const words = stateWords(analysis, reading), own = (m: Mention) => words.filter((w) => w.country === m.country), acts = (w: StateWord) => !tellsWhere(reading, w)
  // Planners of the Alliance and of the Union together plan in step.
  if (topic === 'alignment' && !words.some(acts) && found.some((m) => partners.has(m.name)) && sideBySide(reading)) return [...new Map([...found.filter((m) => partners.has(m.name)), nato, union].map((m) => [m.name === 'NATO' ? 'NATO' : 'EU', m])).values()].slice(0, 2)
  // "The goal remains 5% of GDP", told of the Alliance: its own.
  if (topic === 'spending' && goal.test(reading.text) && !words.some(acts) && hasCue(reading, 'planning.share') && !hasCue(reading, ['frames.self', 'planning.union']) && allianceNear(analysis, reading)) return [nato]
  const kept = found.filter((m) => m.type !== 'state' || own(m).length === 0 || own(m).some(acts)), headed = headings(analysis).get(reading.sentence.block)
  if (headed && found.every((m) => m.type === 'state') && !hasCue(reading, ['planning.alliance', 'planning.union']) && !words.some((w) => acts(w) && !opponents.has(w.country))) return [stateMention(headed, null)]
  const speaker = reading.speech?.speaker.country
  if (speaker && ownCountry.test(reading.text) && kept.some((m) => m.country === speaker)) return [stateMention(speaker, null)]
  // "Member states will": the members of either, where the states found stand elsewhere in the text.
  const planners = members.exec(reading.text)
  if (planners && !speaker && found.every((m) => m.type === 'state' && own(m).length === 0) && !hasCue(reading, 'frames.self')) return [/NATO|OTAN|НАТО|allies|alli|Verbündete|sojuszni|союзник/iu.test(planners[0]) ? nato : union]
  if (kept.length > 0) return kept
  // "The Danish brigade in Latvia": whose it is, not where it stands.
  const owner = words.find((w) => acts(w) && w.kind !== 'place' && !opponents.has(w.country))
  if (owner) return [stateMention(owner.country, null)]
  const [forum] = forumsIn(analysis, reading), cue = (table: string) => hasCue(reading, table)
  return forum ? [forum.mention] : cue('planning.alliance') ? [nato] : cue('planning.union') ? [union] : found
}

/** The state that a part of a sentence begins with, as its subject: "la Russie a inscrit …". */
export const subjectState = (analysis: Analysis, slice: Reading): Mention | null => {
  const [word] = stateWords(analysis, slice), before: Span | null = word ? { start: slice.start, end: word.start } : null
  return word && before && word.kind !== 'demonym' && before.end - before.start < 14 && !tellsWhere(slice, word) ? stateMention(word.country, null) : null
}

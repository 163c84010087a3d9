import type { Mention, PlanningTopic } from '../../core/claim.ts'
import type { Span } from '../../core/evidence.ts'
import type { Analysis } from '../analysis.ts'
import { cuesOf, hasCue, readingsOf, type Reading } from '../frames/frames.ts'
import { onAnalysis } from '../kept.ts'
import { forumsIn, stateWords, type StateWord } from './atlas.ts'
import { bodyMention, opponents, stateMention } from './parties.ts'

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
 * Who acts of those found for a sentence: without states that only tell where something is, and the state whose heading it
 * stands under where it names no other.
 * @example subjectsOf(analysis, reading, [netherlands, nato], 'spending') // "At the summit in The Hague NATO leaders undertook …": NATO
 */
export function subjectsOf(analysis: Analysis, reading: Reading, found: readonly Mention[], topic: PlanningTopic): readonly Mention[] {
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

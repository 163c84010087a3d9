import type { Analysis } from '../analysis.ts'
import { firmsIn } from '../names/firms.ts'
import { stateWords } from '../names/atlas.ts'
import { formOf } from '../frames/cooperation.ts'
import { cuesOf, hasCue, readingsOf, type Reading } from '../frames/frames.ts'
import { sliced } from '../frames/plans.ts'
import { onAnalysis } from '../kept.ts'
import { actorKey, stateMention } from '../names/parties.ts'
import { scoreIn } from './learned.ts'

/** Least signs of a part that tells of a project. */
const least = 40
/** Where a sentence goes on with something else: a semicolon, or a comma before a word that joins or sets against. */
const seams = /;\s|,\s(?:and|while|whereas|but|und|während|aber|et|tandis que?|alors que?|mais|e|mentre|ma|oraz|i|a|podczas gdy|natomiast|ale|lecz|та|і|й|а|тоді як|але|проте)\s/gu
/** Words for one more, or one that is not the first. */
export const another = /(?<!\p{L})(?:also|another|second|further|separately|moreover|auch|außerdem|weiter\p{L}{1,2}|ander(?:e|es|er|en)|zweit\p{L}{1,2}|zudem|aussi|autre|second\p{L}?|deuxième|également|anche|inoltre|altr[oa]|second[oa]|też|także|również|drug\p{L}{1,3}|inn[aey]|kolejn\p{L}{1,3}|також|друг\p{L}{1,3}|ще один|ще одн\p{L}{1,2}|інш\p{L}{1,3})(?!\p{L})/iu

/** The sentences of a text, those that tell of two projects parted in two; in order. */
export const projectReadings = onAnalysis((analysis): readonly Reading[] => readingsOf(analysis).flatMap((r) => projectParts(analysis, r)))

/** Does a part tell of a project, by its words or by what was learned? */
const isProject = (analysis: Analysis, part: Reading): boolean => formOf(analysis, part) !== null || scoreIn(analysis, part, 'project') > 0

/** A word of the text's own language: "a" joins in Polish, and not in Italian. */
const joins = (reading: Reading, at: number): boolean => cuesOf(reading, ['frames.and', 'frames.breaks']).some((c) => c.start === at)

/** Keys of the firms and states of a part. */
const keysOf = (analysis: Analysis, part: Reading): Set<string> =>
  new Set([...firmsIn(analysis, part), ...stateWords(analysis, part).filter((w) => w.kind !== 'place' && w.country !== 'UA').map((w) => stateMention(w.country, null))].map(actorKey))

/**
 * The parts of a sentence that each tell of a project of their own, with parties of their own: else the whole sentence.
 * @example projectParts(analysis, reading).length // 2 for "Aldor and Zirka build drones in Lviv, while Brema has given up its plan for a shell plant"
 */
function projectParts(analysis: Analysis, reading: Reading): readonly Reading[] {
  if (reading.text.length < 2 * least || !reading.cues.some((c) => c.table.startsWith('projects.'))) return [reading]
  const cuts = [...reading.text.matchAll(seams)].filter((m) => m.index >= least && reading.text.length - m.index >= least && (m[0][0] === ';' || joins(reading, reading.start + m.index + 2)))
  if (cuts.length === 0) return [reading]
  const part = (start: number, end: number): Reading => {
    const span = { start: reading.start + start, end: reading.start + end }, cut = sliced(reading, span)
    return { ...cut, sentence: { ...reading.sentence, ...span, known: [], tokens: reading.sentence.tokens.filter((t) => t.start >= span.start && t.end <= span.end) } }
  }
  const whole: Reading[] = []
  let from = 0
  for (const cut of cuts) {
    const before = part(from, cut.index), rest = part(cut.index + cut[0].length, reading.text.length)
    if (!isProject(analysis, before) || !isProject(analysis, rest)) continue
    const first = keysOf(analysis, before), then = keysOf(analysis, rest)
    if (first.size === 0 || ![...then].some((k) => !first.has(k)) && !(cut[0].startsWith(';') && another.test(rest.text))) continue
    if (then.size > 0 && [...first].every((k) => then.has(k)) && !hasCue(rest, 'projects.ended')) continue
    whole.push(before)
    from = cut.index + cut[0].length
  }
  return from === 0 ? [reading] : [...whole, part(from, reading.text.length)]
}

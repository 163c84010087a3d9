import type { PlanningTopic } from '../../core/claim.ts'
import type { Analysis } from '../analysis.ts'
import { stateWords } from '../names/atlas.ts'
import { cuesOf, gap, hardBreak, hasCue, negated, overlaps, type Reading } from './frames.ts'
import { opponents, selfOf } from '../names/parties.ts'
import { tellsWhere } from '../names/subjects.ts'

/** A changing verb or noun beside what it changes, within one clause: "strengthen its posture", "the presence was doubled". */
const changes = (reading: Reading, verbs: string, objects: readonly string[]) => cuesOf(reading, verbs).some((verb) => !negated(reading, verb) && !cuesOf(reading, 'frames.doubt').some((d) => d.end <= verb.start && gap(d, verb) < 30) && cuesOf(reading, objects).some((o) => !overlaps(o, verb) && !cuesOf(reading, 'planning.civil').some((c) => gap(c, o) <= 1) && gap(o, verb) <= (o.start > verb.start ? 60 : 25) && !hardBreak(reading, verb, o)))

/** What a sentence tells of an own force posture, of arms output or of a force's needs; null when it tells none. @example "NATO will bolster its presence." // 'readiness' */
export function postureOf(analysis: Analysis, group: readonly Reading[]): PlanningTopic | null {
  const reading = group.find((r) => hasCue(r, ['planning.posture', 'planning.output', 'planning.ability', 'planning.units', 'planning.duty']))
  if (!reading || /:\s*$/.test(reading.text) || group.some((r) => hasCue(r, 'planning.asked'))) return null
  if (hasCue(reading, 'planning.ability') && !hasCue(reading, 'support.giving')) return 'capability'
  const words = stateWords(analysis, reading), given = words.some((w) => w.country === 'UA') || reading.mentions.some((m) => m.mention.country === 'UA' && m.mention.type === 'state')
  const hostile = words.some((w) => opponents.has(w.country) && w.start - reading.start < 40)
  if (hostile) return !given && changes(reading, 'planning.shift', ['planning.output']) ? 'industry' : null
  if (!planners(analysis, reading)) return null
  if (changes(reading, 'planning.shift', ['planning.posture'])) return 'readiness'
  if (given) return null
  if (onDuty(reading) && (official(analysis) || reading.dates.length > 0 && words.some((w) => w.kind !== 'place' && !tellsWhere(reading, w)) || hasCue(reading, ['planning.aim', 'frames.future']))) return 'readiness'
  if (changes(reading, 'planning.station', official(analysis) ? ['planning.units', 'planning.posture'] : ['planning.posture'])) return 'readiness'
  if (changes(reading, 'planning.shift', ['planning.output'])) return 'industry'
  return listed(analysis, reading) ? 'readiness' : null
}

/** Forces that patrol or exercise, none that are taught. */
const onDuty = (reading: Reading): boolean => {
  const duties = cuesOf(reading, 'planning.duty').filter((c) => !negated(reading, c))
  return duties.length > 0 && !hasCue(reading, ['support.aid', 'frames.doubt']) && cuesOf(reading, 'support.training').every((c) => duties.some((d) => overlaps(c, d)))
}

const official = (analysis: Analysis) => { const self = selfOf(analysis); return self.official && self.parties.some((p) => p.country !== 'UA' && !opponents.has(p.country ?? '')) }

/** Does one act here that plans forces of its own: the alliance, a state, a writer or speaker who says "we"? */
function planners(analysis: Analysis, reading: Reading): boolean {
  if (official(analysis) || hasCue(reading, 'planning.alliance') || hasCue(reading, 'planning.europe')) return true
  if (reading.speech?.speaker.country && hasCue(reading, 'frames.self')) return reading.speech.speaker.country !== 'UA' && !opponents.has(reading.speech.speaker.country)
  return stateWords(analysis, reading).some((w) => w.kind !== 'place' && w.country !== 'UA' && !opponents.has(w.country))
}

/** An item that opens with units, in an official list of what is stationed: "Two squadrons of F-35 aircraft to Norway." */
function listed(analysis: Analysis, reading: Reading): boolean {
  const blocks = analysis.document.blocks, { block } = reading.sentence
  if (!official(analysis) || blocks[block]?.kind !== 'item' || !cuesOf(reading, 'planning.units').some((c) => c.from <= 2)) return false
  let intro = block
  while (intro >= 0 && blocks[intro]?.kind === 'item') intro--
  const before = intro < 0 ? '' : analysis.document.text.slice(blocks[intro]!.start, blocks[intro]!.end)
  return /posture|presence|deploy|station|stellt|präsenz|présence|présenc|déploi|presenza|schier|obecnoś|rozmieszcz|присутн|розміщ|розгорт/iu.test(before) && !/ukrain|україн/iu.test(before.slice(-200))
}

import type { CountryCode, Mention, Place, Written } from '../../core/claim.ts'
import type { Span } from '../../core/evidence.ts'
import type { Analysis } from '../analysis.ts'
import { hasCue, readingsOf, type Reading } from '../frames/frames.ts'
import { stateWords } from '../names/atlas.ts'
import { opponents, selfOf } from '../names/parties.ts'
import { joined, sign, signOf, type Sign } from '../learned/signs.ts'
import { addSigns, addStanding, is, joinedBeside, metSigns, placesOf, sceneOf, sceneSigns, standingOf, yesNo } from './candidates.ts'
import type { Draft } from './drafts.ts'
import { placesIn } from './grounds.ts'

/** Where a meeting may have been, with all that speaks for and against it. */
export interface Venue { readonly place: Place<Written>; readonly signs: Sign[] }

/** All places a meeting may have been at. */
export function venueCandidates(analysis: Analysis, draft: Draft, drafts: readonly Draft[]): Venue[] {
  const scene = sceneOf(analysis, draft, drafts), found = new Map<string, Venue>(), { fields } = draft
  const add = (place: Place<Written>, ...signs: Sign[]): Sign[] => {
    const key = place.written.toLowerCase(), known = found.get(key) ?? { place, signs: [] }
    found.set(key, known)
    return addSigns(known.signs, signs)
  }
  for (const [reading, where] of placesOf(scene)) for (const { place, kind } of placesIn(reading, analysis)) {
    if (where === is.own) addStanding(add(place, is.own, followed(reading, place.span!) ? nameBehind : 0), scene, reading, place.span!, kind)
    else { const told = scene.others.has(reading.index), ofKind = joined(where, kind); add(place, where, ofKind, told ? joined(where, is.told) : 0, told ? joined(ofKind, is.told) : 0) }
  }
  if (fields.place) add(fields.place, is.rule)
  const at = drafts.indexOf(draft)
  for (const [i, d] of drafts.slice(Math.max(0, at - 2), at).reverse().entries()) if (d.fields.place) add(d.fields.place, ...metSigns(i, null, draft.sentence - d.sentence < 4))
  const first = readingsOf(analysis)[0]
  if (first) for (const { place } of placesIn(first, analysis).slice(0, 1)) add(place, opening)
  const general = sceneSigns(scene), byMode = joined(mode, signOf(String(fields.mode))), list = [...found.values()], own = list.filter((v) => v.signs.includes(is.own)).length
  const beside = joinedBeside([joined(is.alone, signOf(String(own))), general.cue, general.state, ...general.has])
  for (const { signs } of list) {
    const here = signs.includes(is.own), rule = signs.includes(is.rule), stands = standingOf(here, rule), isHere = yesNo(here), both = joined(is.own, isHere, is.rule, yesNo(rule))
    const out = [both, joined(both, is.of, signOf(String(Math.min(own, 3)))), fields.place === null ? noneByRule : 0, ...general.standing.get(stands)!, joined(byMode, stands)]
    for (const g of joinedSigns) if (signs.includes(g)) out.push(joined(joined(g, is.and), joined(is.alone, yesNo(own > 0), yesNo(rule)), isHere), ...beside(g, here))
    addSigns(signs, out)
  }
  return list
}
const nameBehind = sign('name behind'), opening = sign('opening'), mode = sign('mode'), noneByRule = sign('none by rule'), joinedSigns = [is.metLast, is.before, is.after, is.early, opening]

/** Does the name of a person or firm go on behind a place: "Lviv Mayor", "Vaticano di Rangel"? */
const followed = (reading: Reading, span: Span): boolean => /^\s\p{Lu}/u.test(reading.text.slice(span.end - reading.start))

/**
 * The state of a meeting place that nothing around it tells: that of whoever publishes or of the language where they meet
 * or nobody else does, else that of the first who meets.
 */
export function hostOf(analysis: Analysis, parties: readonly Mention[]): CountryCode | null {
  const self = selfOf(analysis).parties[0]?.country ?? analysis.language.names.homeState
  if (self && parties.some((p) => p.country === self)) return self
  return parties.find((p) => p.country !== null && p.country !== 'UA' && !opponents.has(p.country))?.country ?? self
}

/** "A loan to Ukraine", "à l’Ukraine", "all'Ucraina": a state that gets something, and not where they meet; towns are led by the same words. */
export function isReceiver(analysis: Analysis, { span }: Place<Written>): boolean {
  const reading = span && readingsOf(analysis).find((r) => span.start >= r.start && span.end <= r.end)
  if (!reading || !stateWords(analysis, reading).some((w) => w.kind === 'state' && w.start <= span.start && w.end >= span.end) || hasCue(reading, 'meetings.visit')) return false
  return toSomebody.test(reading.text.slice(Math.max(0, span.start - reading.start - 8), span.start - reading.start))
}
const toSomebody = /(?<!\p{L})(?:to|à la|à l['’]|alla|all['’]|al|agli|do|до)\s?$/u

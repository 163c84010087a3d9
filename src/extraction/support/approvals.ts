import type { Analysis } from '../analysis.ts'
import { clauseAt, cuesOf, hasCue, readingsOf, refusesNothing, trim, type Reading } from '../frames/frames.ts'
import { stateWords } from '../names/atlas.ts'
import type { Draft } from './drafts.ts'

/** A government, a cabinet or a parliament that has decided. */
const decided: Readonly<Record<string, RegExp>> = {
  en: /(?<!\p{L})(?:government|cabinet|council of ministers|council|parliament|senate|committee)(?: in \p{Lu}\p{L}+)?(?: (?:has|had|on \p{Lu}\p{L}+|yesterday|today))? (?:decided|took the decision|gave (?:its|their) (?:consent|approval|blessing|assent|agreement))|decision (?:taken|made) by [^,;:.]{0,30}(?:government|cabinet|parliament)|decided by [^,;:.]{0,20}(?:government|cabinet|parliament)/iu,
  de: /(?<!\p{L})(?:(?:bundes|landes|staats)?regierung|kabinett|bundesrat|ministerrat|parlament|bundestag|nationalrat)(?!\p{L})[^.;:]{0,60}(?:beschloss|beschlossen|entschied|entschieden|zugestimmt|gebilligt|genehmigt)(?!\p{L})/iu,
  fr: /(?<!\p{L})(?:gouvernement|conseil des ministres|conseil fédéral|parlement)(?!\p{L})[^.;:,]{0,30}(?:a|avait) (?:décidé|tranché|donné son (?:accord|aval|feu vert))(?!\p{L})|décidée?s? par le (?:gouvernement|parlement|conseil)/iu,
  it: /(?<!\p{L})(?:governo|consiglio dei ministri|consiglio federale|parlamento)(?!\p{L})[^.;:,]{0,30}(?:ha|aveva) (?:deciso|deliberato|dato il (?:via libera|suo assenso))(?!\p{L})|decis[oaie] dal (?:governo|parlamento|consiglio)/iu,
  pl: /(?<!\p{L})(?:rząd|gabinet|sejm|parlament|rada ministrów)(?!\p{L})[^.;:,]{0,30}(?:zdecydował|zdecydowała|podjął|podjęła|postanowił|postanowiła|zgodził się|zgodziła się)(?!\p{L})/iu,
  uk: /(?<!\p{L})(?:уряд|кабінет міністрів|кабмін|парламент|сейм|кнесет)(?!\p{L})[^.;:,]{0,30}(?:вирішив|ухвалив|постановив|погодився|дав згоду)(?!\p{L})/iu,
}
/** Words by which a sentence goes on with what was told just before. */
const goesOn = /^["“„«–—\s]*(?:it|this|that|the (?:decision|sum|package|money|plan)|das|dies|es|der beschluss|die entscheidung|cela|elle|il|la décision|questo|la decisione|lo|to|ta|decyzj\p{L}+|це|рішення)(?!\p{L})/iu
/** Words of a sentence that tells no more than a decision. */
const longest = 16

/**
 * What a government or a parliament has decided is approved, whether its own sentence tells it or the next one, which adds
 * the day.
 * @example // "Oslo will give 340m. The Finance Committee gave its approval on Thursday." is approved, on Thursday
 */
export function approved(analysis: Analysis, drafts: readonly Draft[]): Draft[] {
  const readings = readingsOf(analysis), out = [...drafts]
  drafts.forEach((draft, i) => {
    if (draft.fields.stage !== 'announced' || draft.rule === 'part') return
    const reading = readings[draft.sentence]!, alone = drafts.every((d) => d === draft || d.rule === 'part' || d.sentence !== draft.sentence), clause = alone ? reading : clauseAt(reading, draft.core)
    const next = readings[draft.sentence + 1], day = next && alone && !drafts.some((d) => d.sentence === next.index) && isDecision(analysis, next, draft) ? next.dates[0]?.value ?? null : undefined
    if (day === undefined && !isDecided(reading, clause.start, clause.end)) return
    const spans = day === undefined ? draft.spans : [...draft.spans, trim(next!, next!)]
    out[i] = { ...draft, spans, fields: { ...draft.fields, stage: 'approved', date: day ?? draft.fields.date }, why: { ...draft.why, stage: 'a government decided' } }
    for (let k = i + 1; drafts[k]?.rule === 'part' && drafts[k]!.sentence - draft.sentence <= 2; k++) if (drafts[k]!.fields.stage === 'announced') out[k] = { ...drafts[k]!, fields: { ...drafts[k]!.fields, stage: 'approved' } }
  })
  return out
}

function isDecided(reading: Reading, start: number, end: number): boolean {
  const words = decided[reading.language.code], told = words?.exec(reading.text.slice(start - reading.start, end - reading.start))
  return told !== null && told !== undefined && !cuesOf(reading, ['frames.negation', 'frames.doubt'], { start: start + told.index, end: Math.min(end, start + told.index + told[0].length + 12) }).some((n) => n.table !== 'frames.negation' || !refusesNothing(reading, n))
}

/** A short sentence that tells nothing but that what was told before is decided. */
function isDecision(analysis: Analysis, reading: Reading, { fields }: Draft): boolean {
  if (reading.words.length > longest || reading.amounts.length > 0 || reading.goods.length > 0 || hasCue(reading, ['frames.negation', 'frames.future', 'frames.doubt'])) return false
  if (!isDecided(reading, reading.start, reading.end) && !(goesOn.test(reading.text) && hasCue(reading, 'support.approved'))) return false
  return stateWords(analysis, reading).every((w) => fields.provider.some((p) => p.country === w.country))
}

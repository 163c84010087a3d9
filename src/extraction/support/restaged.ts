import type { CommitmentStage } from '../../core/claim.ts'
import { clauseAt, cuesOf, gap, hasCue, type Reading } from '../frames/frames.ts'
import type { Draft } from './drafts.ts'
import { withdrawn } from './stage.ts'

/** Goods that somebody's own forces have done with, which takes back nothing. */
const retired = /^[^.;:]{0,50}?(?<!\p{L})(?:withdrawn from|retired from|taken out of|phased out|decommissioned|ausgemustert|außer dienst|ausser dienst|retirée?s? d[ue]|réformée?s?|déclassée?s?|ritirat[aeio] dal|dismess[aeio]|radiat[aeio]|wycof\p{L}+|zdjęt\p{L}+ z|списан\p{L}+|знят\p{L}+ з|виведен\p{L}+ з)(?!\p{L})/iu
/** Verbs of what is still to come, in the languages whose future is one word. */
const ahead: Readonly<Record<string, RegExp>> = {
  fr: /(?<!\p{L})(?:arriver|partir|parviendr|atteindr|recevr|ser)(?:a|ont)(?!\p{L})/iu,
  it: /(?<!\p{L})(?:arriver|partir|giunger|ricever|sar)(?:à|anno)(?!\p{L})/iu,
  pl: /(?<!\p{L})(?:dotrze|dotrą|przyjedzie|przyjadą|otrzyma|otrzymają|będzie|będą|trafią)(?!\p{L})/iu,
  uk: /(?<!\p{L})(?:прибуде|прибудуть|надійде|надійдуть|приїде|приїдуть|отримає|отримають|дістане|дістануть|буде|будуть)(?!\p{L})/iu,
}
const given = ['support.given', 'support.delivered'], giving = ['support.giving', 'support.announced']

/**
 * The stage that words beside the goods correct: what is withdrawn from service is given all the same, and what has its
 * verb in the future is not delivered yet.
 * @example // "Denmark gives Ukraine 14 tanks withdrawn from service in 2019" is announced, not cancelled
 */
export function restaged(reading: Reading, { core, fields: { stage }, why }: Draft): CommitmentStage {
  if (withdrawn(stage)) {
    if (!retired.test(reading.text.slice(core.end - reading.start)) || hasCue(reading, 'frames.negation')) return stage
    const clause = clauseAt(reading, core), act = cuesOf(reading, [...given, ...giving], clause).filter((c) => c.start < core.end).sort((a, b) => gap(a, core) - gap(b, core))[0]
    return act && given.includes(act.table) ? 'delivered' : 'announced'
  }
  if (stage !== 'delivered' || !/learned|outweighed/.test(why['stage'] ?? '')) return stage
  const clause = clauseAt(reading, core)
  return ahead[reading.language.code]?.test(reading.text.slice(clause.start - reading.start, clause.end - reading.start)) && !hasCue(reading, given, clause) ? 'announced' : stage
}

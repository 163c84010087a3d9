import type { CommitmentStage } from '../../core/claim.ts'
import { clauseAt, cuesOf, gap, overlaps, type Reading } from '../frames/frames.ts'
import type { Draft } from './drafts.ts'

/** Words by which money is set aside, collected or pays for what others buy, as it has come about. */
const setAside: Readonly<Record<string, RegExp>> = {
  en: /(?<!\p{L})(?:financed|bankrolled|(?:is|are|first to) (?:financ|bankroll)(?:e|ing)|(?:has|have|had) (?:so far |already |together |also |now )?(?:contributed|collected|raised|gathered|pooled|chipped in|paid in|put in)|(?:has|have|had|was|were|been) (?:already )?(?:earmarked|budgeted|set aside)|earmarks|earmarked|budgeted for)(?!\p{L})/giu,
  de: /(?<!\p{L})(?:(?:mit)?finanziert(?:en|e)?|beigesteuert|eingezahlt|eingesammelt|gesammelt|zurückgelegt|eingeplant|veranschlagt)(?!\p{L})/giu,
  fr: /(?<!\p{L})(?:finance(?:nt)?|(?:a|ont|avait|avaient) (?:déjà )?(?:financé|réuni|récolté|collecté|contribué|abondé|prévu|réservé|provisionné|mis de côté))(?!\p{L})/giu,
  it: /(?<!\p{L})(?:finanzia(?:no)?|(?:ha|hanno|aveva|avevano) (?:già )?(?:finanziato|raccolto|contribuito|accantonato|riservato|messo da parte))(?!\p{L})/giu,
  pl: /(?<!\p{L})(?:sfinansowa(?:ł|ła|ło|li|ły|no)|finansuj(?:e|ą)|zebra(?:ł|ła|ło|li|ły|no)|(?:dopłaci|dołoży|dorzuci|wpłaci|odłoży|wyłoży)(?:ł|ła|ło|li|ły)|zarezerwowa(?:ł|ła|ło|li|ły|no))(?!\p{L})/giu,
  uk: /(?<!\p{L})(?:профінансува(?:в|ла|ло|ли)|фінансу(?:є|ють)|зібра(?:в|ла|ло|ли|но)|доклал(?:а|и)|відкла(?:в|ла|ли)|відвод(?:ить|ять)|зарезервува(?:в|ла|ли))(?!\p{L})/giu,
}
/** How far from its sum such a word may stand. */
const reach = 60

/**
 * The stage of a sum with which others' purchases are paid, or that lies in a common fund: it is set aside, and not yet what it
 * buys delivered.
 * @example // "Norway and Sweden have financed a package of $500m" is allocated
 */
export function stageOfMoney(reading: Reading, { core, fields }: Draft): CommitmentStage {
  const words = setAside[reading.language.code]
  if (fields.amount === null || fields.stage !== 'announced' && fields.stage !== 'delivered' || !words) return fields.stage
  const clause = clauseAt(reading, core), offset = reading.start
  for (const match of reading.text.matchAll(words)) {
    const at = { start: offset + match.index, end: offset + match.index + match[0].length }
    if (at.start < clause.start || at.end > clause.end || gap(at, core) > reach || isAhead(reading, at.start)) continue
    // A promise that stands nearer to the sum, or is what was collected, tells its stage.
    if (!cuesOf(reading, 'support.announced', clause).some((c) => !overlaps(c, at) && (gap(c, core) < gap(at, core) || c.start >= at.end && c.end <= core.start))) return 'allocated'
  }
  return fields.stage
}

/** A word of the future or of doubt shortly before. */
const isAhead = (reading: Reading, start: number): boolean =>
  cuesOf(reading, ['frames.future', 'frames.doubt', 'frames.negation'], { start: start - 24, end: start }).some((c) => !reading.dates.some((d) => overlaps(c, d)))

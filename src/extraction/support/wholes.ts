import type { Analysis } from '../analysis.ts'
import type { Span } from '../../core/evidence.ts'
import { clauseAt, cuesOf, readingsOf, type Reading } from '../frames/frames.ts'
import { countsIn } from '../money/counts.ts'
import { actorKey } from '../names/parties.ts'
import { smaller, type Draft, type Fields } from './drafts.ts'
import { withdrawn } from './stage.ts'

/**
 * What is told together with a part of it is a whole, and so is what is given from a day until now; the latter has no day.
 * @example // "Latvia offered 39 carriers, of which eight have arrived" has a whole of 39 and a part of eight
 */
export function wholes(analysis: Analysis, drafts: readonly Draft[]): Draft[] {
  const readings = readingsOf(analysis)
  const told = drafts.filter((draft, i) => !isOnlyFirst(readings[draft.sentence]!, draft, drafts[i - 1]))
  return told.map((draft, i) => {
    const { fields } = draft, reading = readings[draft.sentence]!
    if (isUncounted(fields)) return fields.total ? { ...draft, fields: { ...fields, total: false } } : draft
    if (fields.period?.edtf.endsWith('/..') && draft.rule !== 'part') return { ...draft, fields: { ...fields, total: true, date: null } }
    const whole = !fields.total && told.some((other, k) => k !== i && Math.abs(other.sentence - draft.sentence) <= 3 && (k > i && isShare(other, draft, told.slice(i + 1, k), told.slice(0, i)) || isSome(readings[other.sentence]!, other, draft, k > i)))
    const total = whole || (fields.total ? !isOneMore(reading, draft, told[i + 1]) : isSummedUp(reading, draft))
    return total === fields.total ? draft : { ...draft, fields: { ...fields, total } }
  })
}

/** Goods without a number sum up nothing. */
const isUncounted = ({ amount, items }: Fields): boolean => amount === null && items.length > 0 && items.every((i) => i.quantity === null)

/** "Another 40 million": a sum beside those told before, with no part of its own behind it. */
const isOneMore = (reading: Reading, { core, fields, sentence }: Draft, next: Draft | undefined): boolean =>
  !fields.period?.edtf.endsWith('..') && cuesOf(reading, 'support.others').some((c) => c.end <= core.start && core.start - c.end <= 3) && !(next !== undefined && next.sentence - sentence <= 2 && next.fields.amount && fields.amount && smaller(next.fields.amount, fields.amount)) && !inAll.test(around(reading, core))

/** "In all", "so far": what sums up all that was given. */
const isSummedUp = (reading: Reading, { core, fields, rule }: Draft): boolean =>
  rule !== 'part' && !withdrawn(fields.stage) && fields.stage !== 'signalled' && (inAll.test(around(reading, core)) || came.has(fields.stage) && soFar.test(clauseText(reading, core)))
const came: ReadonlySet<string> = new Set(['delivered', 'allocated'])
const inAll = /(?<!\p{L})(?:all told|in all|in total|altogether|a total of|insgesamt|alles in allem|en tout|au total|in tutto|in totale|complessivamente|łącznie|w sumie|ogółem|усього|всього|загалом)(?!\p{L})/iu
const soFar = /(?<!\p{L})(?:so far|to date|up to now|until now|bislang|bisher|bis heute|bis jetzt|finora|sinora|fino a oggi|fino ad oggi|à ce jour|jusqu['’]ici|jusqu['’]à présent|dotąd|dotychczas|do tej pory|досі|дотепер|наразі|на сьогодні)(?!\p{L})/iu
/** The words of the clause up to some way behind the sum or the goods, and those right around them. */
const clauseText = (reading: Reading, core: Span): string => { const clause = clauseAt(reading, core); return reading.text.slice(clause.start - reading.start, Math.min(clause.end, core.end + 40) - reading.start) }
const around = (reading: Reading, core: Span): string => { const clause = clauseAt(reading, core); return reading.text.slice(Math.max(clause.start, core.start - 60) - reading.start, Math.min(clause.end, core.end + 30) - reading.start) }

/** A sum that was told as a part of the one before, with no other between, and none larger before, that it may be a part of. */
function isShare({ rule, fields: { amount } }: Draft, whole: Draft, between: readonly Draft[], before: readonly Draft[]): boolean {
  const mayHold = (d: Draft) => d.rule !== 'part' && d.fields.amount !== null && smaller(amount!, d.fields.amount)
  return rule === 'part' && amount !== null && mayHold(whole) && !between.some(mayHold) && !before.some((d) => whole.sentence - d.sentence <= 3 && mayHold(d) && smaller(whole.fields.amount!, d.fields.amount!))
}

/** "40 boats, the first ten before summer": when the first of them come is no commitment of its own. */
function isOnlyFirst(reading: Reading, { rule, core, sentence, fields }: Draft, before: Draft | undefined): boolean {
  const [some] = fields.items, [all] = before?.fields.items ?? []
  return rule === 'open' && before?.sentence === sentence && fields.amount === null && some?.quantity !== null && some !== undefined && all !== undefined && (all.quantity ?? 0) > some.quantity && sameGoods(some.name, all.name) && fields.stage === before.fields.stage && fields.stage !== 'delivered'
    && cuesOf(reading, 'meetings.ordinals.1').some((c) => c.end <= core.end && core.start - c.end < 3)
}

const promised: ReadonlySet<string> = new Set(['announced', 'approved', 'allocated', 'contracted'])

/** Fewer of the same goods from the same giver: "of which ten", "the first ten", or what came of a promise. */
function isSome(reading: Reading, part: Draft, whole: Draft, behind: boolean): boolean {
  const [some] = part.fields.items, [all] = whole.fields.items
  if (!some?.quantity || !all?.quantity || some.quantity >= all.quantity || part.fields.items.length > 1 || !sameGoods(some.name, all.name) || !part.fields.provider.some((p) => whole.fields.provider.some((q) => actorKey(p) === actorKey(q)))) return false
  const count = countsIn(reading).find((c) => c.number.value === some.quantity && c.start >= part.core.start - 30 && c.start <= part.core.end), at = count ?? part.core
  const beside = { start: at.start - 24, end: at.end + 24 }
  if (cuesOf(reading, 'support.others', beside).length > 0) return false
  if (reading.cues.some((c) => (c.table === 'support.part' || c.table === 'meetings.ordinals.1') && c.start >= beside.start && c.end <= beside.end)) return true
  return behind && part.fields.stage === 'delivered' && promised.has(whole.fields.stage)
}

const stems = (name: string): string[] => (name.toLowerCase().match(/\p{L}{4,}/gu) ?? []).map((w) => w.slice(0, 5))
/** Do two names tell of the same goods? By the beginnings of their longer words. */
export const sameGoods = (a: string, b: string): boolean => { const of = new Set(stems(b)); return a === b || stems(a).some((s) => of.has(s)) }

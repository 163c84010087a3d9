import type { Analysis } from '../analysis.ts'
import { cuesOf, readingsOf, type Reading } from '../frames/frames.ts'
import { countsIn } from '../money/counts.ts'
import { actorKey } from '../names/parties.ts'
import { smaller, type Draft } from './drafts.ts'

/**
 * What is told together with a part of it is a whole, and so is what is given from a day until now; the latter has no day.
 * @example // "Latvia offered 39 carriers, of which eight have arrived" has a whole of 39 and a part of eight
 */
export function wholes(analysis: Analysis, drafts: readonly Draft[]): Draft[] {
  const readings = readingsOf(analysis)
  const told = drafts.filter((draft, i) => !isOnlyFirst(readings[draft.sentence]!, draft, drafts[i - 1]))
  return told.map((draft, i) => {
    const { fields } = draft
    if (fields.period?.edtf.endsWith('/..') && draft.rule !== 'part') return { ...draft, fields: { ...fields, total: true, date: null } }
    const whole = !fields.total && told.some((other, k) => k !== i && Math.abs(other.sentence - draft.sentence) <= 3 && (k > i && isShare(other, draft, told.slice(i + 1, k), told.slice(0, i)) || isSome(readings[other.sentence]!, other, draft, k > i)))
    return whole ? { ...draft, fields: { ...fields, total: true } } : draft
  })
}

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

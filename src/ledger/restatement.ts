import type { CommitmentFields, Known } from '../core/claim.ts'
import { bounds } from '../core/dates.ts'
import { amounts, items, sameActor, type Side } from './match.ts'
import type { Convert } from './totals.ts'

/** After this many days, the same sum for the same goods is told again rather than reported late. */
const longAfter = 60

/** Which of two claims tells the other's money again, and why. */
export interface Restatement { readonly later: 'a' | 'b'; readonly why: string }

/**
 * Is one of two commitments the other one, announced again? The same givers and takers and an equal sum, on a later day
 * when the text says so ("as pledged in May"), and without such words only for the same goods a long time after: equal
 * sums alone are no sign, for givers like round figures. Symmetric, so that the order of reading does not matter.
 * @example restated(april, september)?.why // 'the same sum for the same goods, 152 days later'
 */
export function restated(a: Side, b: Side, convert?: Convert): Restatement | undefined {
  const x = a.fields, y = b.fields
  if (x.kind !== 'commitment' || y.kind !== 'commitment' || x.dataset || y.dataset || x.total || y.total) return undefined
  const p = dayOf(x, a), q = dayOf(y, b)
  if (!p || !q || p === q || !equalParties(x, y) || !promises(x) || !promises(y)) return undefined
  const money = amounts(x, y, a, b, convert), goods = items(x, y)
  if ((money !== 'equal' && money !== 'equal after conversion') || goods === 'differ') return undefined
  if (x.channel && y.channel && !sameActor(x.channel, y.channel)) return undefined
  const later = p > q ? 'a' : 'b', words = later === 'a' ? x.restates : y.restates
  const days = Math.round(Math.abs(Date.parse(p) - Date.parse(q)) / 864e5)
  if (words) return { later, why: `“${words}”, and the same sum ${days} days before` }
  if (a.document === b.document || goods !== 'equal' || days <= longAfter) return undefined
  return { later, why: `the same sum for the same goods, ${days} days later` }
}

/** Stages in which money is promised: what is delivered or cut later is the life of the promise, not another one. */
const promises = ({ stage }: CommitmentFields<Known>): boolean => stage === 'announced' || stage === 'approved' || stage === 'allocated'

const equalParties = (x: CommitmentFields<Known>, y: CommitmentFields<Known>): boolean =>
  x.provider.length === y.provider.length && x.provider.every((p) => y.provider.some((q) => sameActor(p, q))) &&
  (x.recipient.length === 0 || y.recipient.length === 0 || x.recipient.some((p) => y.recipient.some((q) => sameActor(p, q))))

/** First day the commitment may be of: its own date, else the day of its document. */
function dayOf(fields: CommitmentFields<Known>, { published }: Side): string | null {
  const first = fields.date ? bounds(fields.date.edtf)[0] : published?.slice(0, 10) ?? null
  return first && first > '1900' && first.length === 10 ? first : null
}

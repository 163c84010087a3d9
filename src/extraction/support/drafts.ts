import type { CommitmentFields, Written } from '../../core/claim.ts'
import type { Span } from '../../core/evidence.ts'
import { moneyValue, type Money } from '../../core/money.ts'
import type { Reading } from '../frames/frames.ts'
import { actorKey } from '../names/parties.ts'

/** What a commitment says, its actors as written. */
export type Fields = CommitmentFields<Written>
/** A commitment in the making: later sentences may add goods and quotes to it. */
export interface Draft { fields: Fields; spans: Span[]; readonly sentence: number; readonly rule: string; readonly why: Record<string, string>; readonly core: Span }

/** Was a commitment told in this sentence or the two before it? */
export const recentAt = (before: readonly Draft[], reading: Reading): boolean => { const told = before.at(-1); return told !== undefined && reading.index - told.sentence <= 2 }

export const smaller = (a: Money, b: Money) => a.currency === b.currency && a.minor < b.minor

/** Mentions of one commitment told twice become one claim with several quotes. */
export function merged(drafts: readonly Draft[]): Draft[] {
  const out: Draft[] = []
  for (const draft of drafts) {
    const same = out.find((d) => sameCommitment(d.fields, draft.fields))
    if (!same) { out.push({ ...draft }); continue }
    const { fields } = same, more = draft.fields
    const goods = [...fields.items, ...more.items.filter((i) => !fields.items.some((j) => j.name === i.name))]
    same.fields = { ...fields, items: goods, date: fields.date ?? more.date, period: fields.period ?? more.period, total: fields.total || more.total, restates: fields.restates ?? more.restates, aid: fields.aid === 'other' ? more.aid : fields.aid }
    same.spans.push(...draft.spans)
  }
  return out
}

function sameCommitment(a: Fields, b: Fields): boolean {
  if (a.stage !== b.stage || !a.provider.some((p) => b.provider.some((q) => actorKey(p) === actorKey(q)))) return false
  if (a.amount && b.amount) return a.amount.currency === b.amount.currency && moneyValue(a.amount) === moneyValue(b.amount) && (a.date === null || b.date === null || a.date.edtf === b.date.edtf)
  return a.amount === null && b.amount === null && a.items.length > 0 && JSON.stringify(a.items) === JSON.stringify(b.items)
}

import type { LedgerRecord } from '../ledger/record.ts'
import { actorsOf, textOf } from './fields.ts'

/** What the register of commitments is narrowed to, by the labels that are printed; an empty string is everything. */
export interface Narrow { readonly provider: string; readonly recipient: string; readonly stage: string; readonly aid: string }

/** How many commitments are alike in all that the register is narrowed by. */
export interface Alike { readonly providers: readonly string[]; readonly recipients: readonly string[]; readonly stage: string; readonly aid: string; readonly count: number }

/** Commitments counted by what the register is narrowed by. @example countAlike([commitment])[0].count // 1 */
export function countAlike(commitments: readonly LedgerRecord[]): readonly Alike[] {
  return commitments.map((r) => ({ providers: labels(r, 'provider'), recipients: labels(r, 'recipient'), stage: r.state, aid: textOf(r.fields['aid']) ?? 'other', count: 1 }))
}

const labels = (record: LedgerRecord, field: string): readonly string[] => actorsOf(record.fields[field]).map((a) => a.label)

/** @example fits({ providers: ['DE'], … }, { provider: 'DE', recipient: '', stage: '', aid: '' }) // true */
export const fits = (alike: Alike, { provider, recipient, stage, aid }: Narrow): boolean =>
  (provider === '' || alike.providers.includes(provider)) && (recipient === '' || alike.recipients.includes(recipient)) && (stage === '' || alike.stage === stage) && (aid === '' || alike.aid === aid)

import type { Json } from '../ledger/entry.ts'
import { say } from '../ledger/diff.ts'
import type { LedgerRecord } from '../ledger/record.ts'

/** A record in a few words, for lists. @example labelOf(record) // 'commitment: DE → UA, EUR 12' */
export function labelOf(record: LedgerRecord): string {
  const f = record.fields, word = (key: string) => say((f[key] ?? null) as Json)
  const parts: Readonly<Record<string, readonly (string | null)[]>> = {
    commitment: [`${word('provider') ?? 'unknown'} → ${word('recipient') ?? 'unknown'}`, word('amount'), word('items'), word('date')],
    meeting: [word('forum') ?? word('parties'), word('place'), word('date')],
    ask: [`${word('asker') ?? 'unknown'} → ${word('addressee') ?? 'unknown'}`, word('text')],
    statement: [word('speaker'), word('text')], project: [word('parties'), word('subject')], lesson: [word('learner'), word('text')], planning: [word('actor'), word('text')],
  }
  return `${record.kind}: ${(parts[record.kind] ?? []).filter(Boolean).join(', ')}`.slice(0, 160)
}

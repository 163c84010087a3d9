import type { AidKind } from '../../../core/claim.ts'
import type { Analysis } from '../../analysis.ts'
import { readingsOf } from '../../frames/frames.ts'
import { actorKey } from '../../names/parties.ts'
import type { Draft, Fields } from '../drafts.ts'
import { dateCandidates, type Candidate } from './dates.ts'
import { giverCandidates } from './givers.ts'
import { choiceOf } from './scores.ts'
import type { Around } from './signs.ts'
import { chosenValue } from './values.ts'

/**
 * Looks a second time at what a rule settled alone: with all drafts of the text before it, each field takes the value
 * for which most speaks, the rule's own among them. All look at the rules' values, so their order changes nothing.
 */
export function settled(analysis: Analysis, drafts: readonly Draft[]): Draft[] {
  const readings = readingsOf(analysis)
  return drafts.map((draft, index) => {
    const a: Around = { analysis, reading: readings[draft.sentence]!, draft, drafts, index }
    return { ...draft, fields: { ...draft.fields, ...fieldsOf(a) } }
  })
}

function fieldsOf(a: Around): Partial<Fields> {
  const { fields, why } = a.draft
  const aid = chosenValue(a, 'aid') as AidKind, total = chosenValue(a, 'total') === 'true'
  const date = chosen('date', () => dateCandidates(a, 'date')), period = chosen('period', () => dateCandidates(a, 'period'))
  // Arms that an enemy gets are read by a rule of their own.
  if (why['provider']?.includes('enemy')) return { aid, total, date, period }
  const provider = chosen('giver', () => giverCandidates(a)), keys = new Set(provider.map(actorKey)), recipient = fields.recipient.filter((r) => !keys.has(actorKey(r)))
  // Nobody gives to himself alone.
  return { aid, total, date, period, ...(recipient.length > 0 || fields.recipient.length === 0 ? { provider, recipient } : {}) }
}

/** The candidate for which most speaks; of equals the first. */
function chosen<T>(choice: string, candidatesOf: () => readonly Candidate<T>[]): T {
  const weights = choiceOf(choice), candidates = candidatesOf()
  let best = candidates[0]!, most = -Infinity
  for (const candidate of candidates) {
    const sum = weights.sumOf(candidate.signs)
    if (sum > most) { most = sum; best = candidate }
  }
  return best.value
}

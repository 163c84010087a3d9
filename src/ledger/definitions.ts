import type { EventKind } from './entry.ts'
import type { LedgerRecord, Step } from './record.ts'
import { isMoney } from './json.ts'
import type { Json } from './entry.ts'

/** What a figure counts: a named, versioned rule that is printed with it. */
export interface Definition {
  readonly name: string
  readonly version: number
  /** One sentence for the foot of a table. */
  readonly words: string
  /** Events whose amount counts, by falling precedence: the last step with a figure of the first group that has one. */
  readonly steps: readonly (readonly EventKind[])[]
  /** States that keep a record out. */
  readonly without: ReadonlySet<EventKind>
}

const off: ReadonlySet<EventKind> = new Set<EventKind>(['signalled', 'cancelled', 'lapsed', 'suspended', 'withdrawn', 'retracted'])

/** The definitions a total may run on. A changed rule gets a new version; old figures name theirs. */
export const definitions: readonly Definition[] = [
  { name: 'promised', version: 2, without: off, steps: [['announced', 'approved', 'undisclosed'], ['allocated', 'contracted'], ['in delivery', 'delivered', 'reimbursed']],
    words: 'Promised: every commitment once, at the latest value of its promise; where none is known, at the value set aside, then at the value delivered; hints, cancelled, lapsed and suspended ones left out.' },
  { name: 'allocated', version: 1, without: off, steps: [['allocated', 'contracted'], ['in delivery', 'delivered', 'reimbursed']],
    words: 'Allocated: commitments set aside as a specific package, contracted, or delivered; at the latest allocated value.' },
  { name: 'delivered', version: 1, without: new Set<EventKind>(['withdrawn', 'retracted']), steps: [['delivered', 'in delivery', 'reimbursed']],
    words: 'Delivered: what was reported as handed over or paid, at the latest reported value; cancelled ones count with what had arrived.' },
]

/** @example definitionOf('promised')?.version // 1 */
export const definitionOf = (name: string): Definition | undefined => definitions.find((d) => d.name === name)

/** How a record counts under a definition: with money, without a figure, or not at all and why. */
export type Counted =
  | { readonly as: 'money'; readonly money: { readonly minor: bigint; readonly digits: number; readonly currency: string; readonly qualifier: string }; readonly day: string | null }
  | { readonly as: 'undisclosed' }
  | { readonly as: 'left out'; readonly why: string }

/** @example count(record, definitionOf('delivered')!) // { as: 'left out', why: 'not delivered' } */
export function count(record: LedgerRecord, definition: Definition): Counted {
  if (definition.without.has(record.state)) return { as: 'left out', why: record.state }
  if (record.fields['total'] === true) return { as: 'left out', why: 'a total of other commitments' }
  const seen = record.relations?.find((r) => r.event === 'restates')
  if (seen) return { as: 'left out', why: 'restates money that is counted already' }
  const groups = definition.steps.map((group) => (record.course ?? []).filter((s) => group.includes(s.event) || adjusts(s, group))).filter((found) => found.some((s) => s.event !== 'adjusted'))
  if (groups.length === 0) return { as: 'left out', why: `not ${definition.name}` }
  const valued = groups.map((steps) => steps.filter((s) => isMoney(s.amount as Json)).at(-1)).find((s) => s !== undefined)
  return valued ? { as: 'money', money: read(valued), day: valued.date } : { as: 'undisclosed' }
}

/** A correction counts for the stage it corrects; a cut, which names none, for what was promised or set aside, never for what has arrived. */
const adjusts = (step: Step, group: readonly EventKind[]): boolean => step.event === 'adjusted' && (step.stage ? group.includes(step.stage) : !group.includes('delivered'))

function read(step: Step) {
  const m = step.amount as unknown as { minor: string; digits: number; currency: string; qualifier?: string }
  return { minor: BigInt(m.minor), digits: m.digits, currency: m.currency, qualifier: m.qualifier ?? 'exact' }
}

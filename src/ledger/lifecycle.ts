import type { ClaimKind } from '../core/claim.ts'
import type { EventKind } from './entry.ts'

/**
 * What an event does to the state of a record of each kind: it becomes the state named; `keep` brings facts and leaves
 * the state; an event missing here does not belong to the kind and changes nothing. The order of the states is their
 * rank: of two events that may have happened on the same day, the later in the list is the later.
 */
const course: Readonly<Record<ClaimKind, readonly EventKind[]>> = {
  commitment: ['undisclosed', 'signalled', 'announced', 'approved', 'allocated', 'contracted', 'in delivery', 'delivered', 'reimbursed', 'suspended', 'lapsed', 'cancelled'],
  project: ['proposed', 'agreed', 'building', 'operating', 'suspended', 'ended', 'cancelled'],
  meeting: ['planned', 'postponed', 'held', 'cancelled'],
  ask: ['asked', 'answered', 'lapsed'],
  statement: ['stated'],
  lesson: ['stated'],
  planning: ['stated'],
}

const factsOnly: ReadonlySet<EventKind> = new Set(['adjusted', 'decided', 'part-of', 'restates', 'expands', 'replaces'])

/**
 * The state that an event brings a record of this kind to, `keep`, or undefined when it means nothing for the kind.
 * @example stateAfter('commitment', 'adjusted') // 'keep'
 */
export function stateAfter(kind: ClaimKind, event: EventKind): EventKind | 'keep' | undefined {
  if (course[kind].includes(event)) return event
  return factsOnly.has(event) ? 'keep' : undefined
}

/** Rank of an event among those of its kind; -1 for events without one. @example rankOf('meeting', 'held') // 2 */
export const rankOf = (kind: ClaimKind, event: EventKind): number => course[kind].indexOf(event)

/** The events that move records of a kind, in their order. */
export const eventsOf = (kind: ClaimKind): readonly EventKind[] => course[kind]

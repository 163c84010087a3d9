import { bounds, parseEdtf } from '../core/dates.ts'
import type { ReferenceId } from '../core/ids.ts'
import type { Reference, Tenure, Thing } from './reference.ts'

/**
 * First and last day that a tenure can cover; what is not known is open, but for an end that a source last saw open on
 * some day: nobody knows who held the office after it.
 */
export function tenureDays(tenure: Pick<Tenure, 'from' | 'to' | 'seen'>): readonly [first: string, last: string] {
  const end = tenure.to ?? tenure.seen
  const from = tenure.from ? parseEdtf(tenure.from) : undefined, to = end ? parseEdtf(end) : undefined
  return [from ? bounds(from)[0] : '0000-01-01', to ? bounds(to)[1] : '9999-12-31']
}

/** Could the office have been held at some day of the span? */
export const holdsDuring = (tenure: Tenure, first: string, last: string): boolean => {
  const [from, to] = tenureDays(tenure)
  return from <= last && to >= first
}

/** Does the holder of the office lead a state or its government? */
export const isLeading = (office: Thing): boolean => office.facts['role'] === 'head of state' || office.facts['role'] === 'head of government'

/** Who held which office, ready to be asked by person, by office and by country and role. */
export interface Offices {
  readonly ofPerson: ReadonlyMap<ReferenceId, readonly Tenure[]>
  readonly ofOffice: ReadonlyMap<ReferenceId, readonly Tenure[]>
  /** Offices by `country role`, and by `body role` for posts of no state. */
  readonly byRole: ReadonlyMap<string, readonly Thing[]>
}

export function indexOffices(reference: Reference): Offices {
  const ofPerson = new Map<ReferenceId, Tenure[]>(), ofOffice = new Map<ReferenceId, Tenure[]>(), byRole = new Map<string, Thing[]>()
  const put = <K, V>(map: Map<K, V[]>, key: K, value: V) => { const list = map.get(key); if (list) list.push(value); else map.set(key, [value]) }
  for (const tenure of reference.tenures) {
    put(ofPerson, tenure.person, tenure)
    put(ofOffice, tenure.office, tenure)
  }
  for (const thing of reference.things.values()) {
    if (thing.type !== 'office') continue
    put(byRole, `${thing.country ?? thing.facts['body'] ?? ''} ${thing.facts['role'] ?? ''}`, thing)
  }
  return { ofPerson, ofOffice, byRole }
}

/**
 * Who held an office on a day; several where the reference is in doubt (a hand-over day, a vague date).
 * @example holdersOf(offices, 'office-de-defence', '2025-01-13') // [{ person: 'boris-pistorius', … }]
 */
export const holdersOf = (offices: Offices, office: ReferenceId, first: string, last = first): readonly Tenure[] =>
  (offices.ofOffice.get(office) ?? []).filter((tenure) => holdsDuring(tenure, first, last))

import type { ActorType, CountryCode } from '../core/claim.ts'
import type { ReferenceId } from '../core/ids.ts'
import type { Issue } from '../core/issue.ts'

/** Where a row of the reference comes from: every fact carries a source and a grade. */
export interface Sourced {
  /** Id of a row in `sources.csv`. */
  readonly source: string
  /** Admiralty letter and digit (`B2`), or `GK` for general knowledge nobody has checked. */
  readonly grade: string
  /** File and line, for messages: `persons.csv:12`. */
  readonly row: string
}

/** What a thing of the reference is. Actors may be linked to; the others explain a text. */
export type ThingType = Exclude<ActorType, 'group' | 'unknown'> | 'place' | 'instrument' | 'office'

/** One thing that names stand for. `label` is its usual English name. */
export interface Thing extends Sourced {
  readonly id: ReferenceId
  readonly type: ThingType
  readonly label: string
  readonly country: CountryCode | null
  /** Further columns of its file, by column name: `code3`, `parent`, `seat`, `latitude`, `rule` … */
  readonly facts: Readonly<Record<string, string>>
}

export type NameUse = 'name' | 'demonym' | 'capital' | 'short'

/** A name of a thing in one language; `*` stands for every language. */
export interface Name extends Sourced {
  readonly id: ReferenceId
  readonly language: string
  readonly as: NameUse
  readonly name: string
  /** `auto`: the forms of the language follow from the base form; `no`: it never changes; else listed forms, parted by `/`. */
  readonly forms: string
}

/** Who held which office, from the first to the last day; an empty day is open or not known. */
export interface Tenure extends Sourced {
  readonly person: ReferenceId
  readonly office: ReferenceId
  /** ISO date or a shorter one (`2021-12`, `2021`); its length is its precision. */
  readonly from: string | null
  readonly to: string | null
  /** Day on which a source saw an end that is not given still open: later days are not known. */
  readonly seen: string | null
}

/** A state, body or company that belonged to a forum or body over time. */
export interface Membership extends Sourced {
  readonly group: ReferenceId
  readonly member: ReferenceId
  readonly role: string
  readonly from: string | null
  readonly to: string | null
}

/** A meeting the reference knows of, held or only planned. */
export interface KnownMeeting extends Sourced {
  readonly id: ReferenceId
  readonly forum: ReferenceId
  readonly ordinal: number | null
  readonly date: string
  readonly state: 'held' | 'planned' | 'cancelled' | 'postponed'
  readonly mode: 'in person' | 'video' | null
  readonly place: string | null
  readonly country: CountryCode | null
  readonly note: string
}

export interface CurrencyRow extends Sourced {
  readonly code: string
  readonly digits: number
  readonly name: string
  readonly signs: readonly string[]
}

/** Where documents come from, with its Admiralty letter (A reliable … E unreliable, F cannot be judged). */
export interface SourceRow {
  readonly id: string
  readonly name: string
  /** Host of its pages, without `www.`; empty for a source that is no site. */
  readonly host: string
  readonly letter: string
  readonly licence: string
  readonly note: string
  readonly row: string
}

/** All reference data of one run: shipped rows, with those of the user's own folder in their place. */
export interface Reference {
  readonly things: ReadonlyMap<ReferenceId, Thing>
  readonly names: readonly Name[]
  readonly tenures: readonly Tenure[]
  readonly memberships: readonly Membership[]
  readonly meetings: readonly KnownMeeting[]
  readonly currencies: ReadonlyMap<string, CurrencyRow>
  readonly sources: ReadonlyMap<string, SourceRow>
  /** Rows that could not be used, each with its place. */
  readonly issues: readonly Issue[]
}

/** The things of one type, in the order of their file. @example thingsOf(reference, 'forum').map((f) => f.label) */
export const thingsOf = (reference: Reference, type: ThingType): readonly Thing[] =>
  [...reference.things.values()].filter((thing) => thing.type === type)

/** The id of a state. @example stateId('DE') // 'state-de' */
export const stateId = (code: string): ReferenceId => `state-${code.toLowerCase()}` as ReferenceId

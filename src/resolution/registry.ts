import type { CountryCode } from '../core/claim.ts'
import type { ReferenceId } from '../core/ids.ts'
import type { Lexicon } from '../core/lexicon.ts'
import { buildLexicon } from './lexicon.ts'
import { fold } from './spelling.ts'
import { indexOffices, type Offices } from './tenures.ts'
import type { Reference, Thing } from './reference.ts'

/** The reference made ready for resolution: built once, asked for every document. */
export interface Registry {
  readonly reference: Reference
  readonly lexicon: Lexicon
  readonly offices: Offices
  /** Bodies by `country kind`: `UA ministry`. */
  readonly bodiesByKind: ReadonlyMap<string, readonly Thing[]>
  /** Names that distance may propose, by type and first letter. Never states, never a name with a number in it. */
  readonly proposals: ReadonlyMap<string, readonly Proposal[]>
}
export interface Proposal { readonly key: string; readonly id: ReferenceId; readonly country: CountryCode | null }

const made = new WeakMap<Reference, Registry>()

/** The registry of a reference; the same reference gives the same one. */
export function registryOf(reference: Reference): Registry {
  const known = made.get(reference)
  if (known) return known
  const registry: Registry = { reference, lexicon: buildLexicon(reference), offices: indexOffices(reference), bodiesByKind: indexBodies(reference), proposals: indexProposals(reference) }
  made.set(reference, registry)
  return registry
}

function indexBodies(reference: Reference): ReadonlyMap<string, readonly Thing[]> {
  const index = new Map<string, Thing[]>()
  for (const thing of reference.things.values()) {
    if (thing.type !== 'body' || !thing.country) continue
    const key = `${thing.country} ${thing.facts['kind'] ?? ''}`
    index.set(key, [...(index.get(key) ?? []), thing])
  }
  return index
}

const proposable = new Set(['person', 'company', 'body', 'forum'])
function indexProposals(reference: Reference): ReadonlyMap<string, readonly Proposal[]> {
  const index = new Map<string, Proposal[]>()
  for (const name of reference.names) {
    const thing = reference.things.get(name.id)
    if (!thing || !proposable.has(thing.type) || name.as === 'demonym' || name.name.length < 6 || /\d/.test(name.name)) continue
    const key = fold(name.name).toLowerCase()
    const bucket = `${thing.type} ${key[0]}`
    const list = index.get(bucket)
    const proposal = { key, id: thing.id, country: thing.country }
    if (list) list.push(proposal)
    else index.set(bucket, [proposal])
  }
  return index
}

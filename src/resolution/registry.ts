import type { CountryCode } from '../core/claim.ts'
import type { ReferenceId } from '../core/ids.ts'
import type { Lexicon, Sense } from '../core/lexicon.ts'
import { once } from '../core/once.ts'
import { letterBits } from './distance.ts'
import { buildLexicon } from './lexicon.ts'
import { fold } from './spelling.ts'
import { indexOffices, type Offices } from './tenures.ts'
import { foreignKey, looseKey, romanise } from './transliteration.ts'
import type { Reference, Thing } from './reference.ts'

/** The reference made ready for resolution: each index is built on first use, and asked for every document. */
export interface Registry {
  readonly reference: Reference
  /** The alias table, which remembers what it was asked: the same names come again and again. */
  readonly lexicon: Lexicon
  readonly offices: Offices
  /** Bodies by `country kind`: `UA ministry`. */
  readonly bodiesByKind: ReadonlyMap<string, readonly Thing[]>
  /** People of East Slavic languages by the loose key of their whole names. */
  readonly looseNames: ReadonlyMap<string, readonly ReferenceId[]>
  /** All other people by the loose key of their whole names, for Ukrainian spellings that are not listed. */
  readonly foreignNames: ReadonlyMap<string, readonly ReferenceId[]>
  /** Names that distance may propose, by `bucketOf`. Never states, never a name with a number in it. */
  readonly proposals: ReadonlyMap<string, readonly Proposal[]>
}
export interface Proposal { readonly key: string; readonly bits: number; readonly id: ReferenceId; readonly country: CountryCode | null }

/** Names of one type, first letter and length. */
export const bucketOf = (type: string, first: string, length: number): string => `${type} ${first} ${length}`

const made = new WeakMap<Reference, Registry>()

/** The registry of a reference; the same reference gives the same one. */
export function registryOf(reference: Reference): Registry {
  const known = made.get(reference)
  if (known) return known
  const loose = once(() => indexLoose(reference)), foreign = once(() => indexForeign(reference)), proposals = once(() => indexProposals(reference))
  const registry: Registry = {
    reference, lexicon: remembering(buildLexicon(reference)), offices: indexOffices(reference), bodiesByKind: indexBodies(reference),
    get looseNames() { return loose() }, get foreignNames() { return foreign() }, get proposals() { return proposals() },
  }
  made.set(reference, registry)
  return registry
}

/** As many answers are remembered; then it starts anew. */
const mostRemembered = 50_000

function remembering(lexicon: Lexicon): Lexicon {
  const answers = new Map<string, readonly Sense[]>()
  return {
    ...lexicon,
    senses: (name, language) => {
      if (name.length > 100) return lexicon.senses(name, language)
      const key = `${language}\n${name}`, known = answers.get(key)
      if (known) return known
      const found = lexicon.senses(name, language)
      if (answers.size >= mostRemembered) answers.clear()
      answers.set(key, found)
      return found
    },
  }
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

const eastSlavic = new Set(['UA', 'RU', 'BY'])
function indexLoose(reference: Reference): ReadonlyMap<string, readonly ReferenceId[]> {
  const index = new Map<string, ReferenceId[]>()
  for (const name of reference.names) {
    const thing = reference.things.get(name.id)
    if (thing?.type !== 'person' || name.as !== 'name' || !thing.country || !eastSlavic.has(thing.country)) continue
    for (const written of [name.name, ...romanise(name.name)]) {
      const key = looseKey(written), ids = index.get(key) ?? []
      if (key.includes(' ') && !ids.includes(thing.id)) index.set(key, [...ids, thing.id])
    }
  }
  return index
}

/** A shorter key may be anybody's. */
const shortestKey = 6
function indexForeign(reference: Reference): ReadonlyMap<string, readonly ReferenceId[]> {
  const index = new Map<string, ReferenceId[]>()
  for (const { id, name, as } of reference.names) {
    const thing = as === 'name' && name.includes(' ') ? reference.things.get(id) : undefined
    if (thing?.type !== 'person' || !thing.country || eastSlavic.has(thing.country) || !/^\p{Script=Latin}/u.test(name)) continue
    const key = foreignKey(name), ids = index.get(key) ?? []
    if (key.length >= shortestKey && key.includes(' ') && !ids.includes(id)) index.set(key, [...ids, id])
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
    const bucket = bucketOf(thing.type, key[0]!, key.length)
    const list = index.get(bucket)
    const proposal = { key, bits: letterBits(key), id: thing.id, country: thing.country }
    if (list) list.push(proposal)
    else index.set(bucket, [proposal])
  }
  return index
}

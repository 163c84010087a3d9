import type { Claim, Known, Link } from '../core/claim.ts'
import type { Document } from '../core/document.ts'
import type { ReferenceId } from '../core/ids.ts'
import type { Name, Reference, Thing } from './reference.ts'
import { registryOf } from './registry.ts'
import { find, linkOf } from './resolve.ts'
import { settingOf } from './setting.ts'
import { fold } from './spelling.ts'
import { mapActors, mentionsOf } from './walk.ts'

/** A row of a wide register of actors: of companies, bodies, people. Too many to be held in memory, so the store keeps them. */
export interface RegisteredActor {
  readonly id: ReferenceId
  readonly type: 'person' | 'company' | 'body' | 'forum'
  readonly name: string
  readonly country: string | null
  /** Further names, in any language. */
  readonly names: readonly string[]
  readonly source: string
  readonly grade: string
}

/** How the names of a wide register are compared: folded, in small letters. @example actorKey(' Helenów  Works') // 'helenow works' */
export const actorKey = (name: string): string => fold(name).toLowerCase().replace(/\s+/g, ' ').trim()

const wide = new Set(['person', 'company', 'body', 'forum', 'unknown'])
const isOpen = ({ to, mention }: Link): boolean => to === null && wide.has(mention.type) && mention.name.trim().length > 3 && mention.name.length <= 200

/** The names that the reference left open and that a wide register may know. */
export const openActorNames = (claims: readonly Claim<Known>[]): readonly string[] =>
  [...new Set(claims.flatMap((claim) => mentionsOf<Link>(claim.fields)).filter(isOpen).map((link) => link.mention.name))]

/**
 * Links what the reference left open to the rows of a wide register that bear its names, by the same rules: one row of
 * the name and of no other state. A person is only proposed: among millions, a name alone does not say who.
 * @param found the rows with these names or with names much like them
 * @example linkToRegister(claims, document, rows)[0].fields.parties[0].to // 'reg-karhula-dynamics'
 */
export function linkToRegister(claims: readonly Claim<Known>[], document: Pick<Document, 'language' | 'published' | 'text'>, found: readonly RegisteredActor[]): readonly Claim<Known>[] {
  if (found.length === 0) return claims
  const reference = referenceOf(found), mentions = claims.flatMap((claim) => mentionsOf<Link>(claim.fields)).map((link) => link.mention)
  const setting = settingOf(mentions, document, registryOf(reference))
  const relink = (link: Link): Link => {
    if (!isOpen(link)) return link
    const finding = find(link.mention, setting, []), thing = finding.to ? reference.things.get(finding.to) : undefined
    if (thing && thing.type !== 'person') return { ...linkOf(link.mention, finding, reference), why: `${finding.why}, a row of the wide register (source ${thing.source}, grade ${thing.grade})` }
    const choices = [...new Set([...link.choices, ...thing ? [thing.id] : finding.choices])].slice(0, 5)
    return choices.length === link.choices.length ? link : { ...link, choices, why: `${link.why}; the wide register has names like it` }
  }
  return claims.map((claim) => (mentionsOf<Link>(claim.fields).some(isOpen) ? { ...claim, fields: mapActors<Link>(claim.fields, relink, (place) => place) } : claim))
}

function referenceOf(rows: readonly RegisteredActor[]): Reference {
  const sourced = (row: RegisteredActor) => ({ source: row.source, grade: row.grade, row: `wide register, ${row.id}` })
  const things = new Map(rows.map((row): [ReferenceId, Thing] => [row.id, { id: row.id, type: row.type, label: row.name, country: row.country, facts: {}, ...sourced(row) }]))
  const names = rows.flatMap((row) => [row.name, ...row.names].map((name): Name => ({ id: row.id, language: '*', as: 'name', name, forms: 'no', ...sourced(row) })))
  return { things, names, issues: [], tenures: [], memberships: [], meetings: [], currencies: new Map(), sources: new Map() }
}

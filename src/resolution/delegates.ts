import type { Claim, Known, Link } from '../core/claim.ts'
import { bounds } from '../core/dates.ts'
import type { Issue } from '../core/issue.ts'
import { readOffice } from './roles.ts'
import type { Setting } from './setting.ts'
import { holdersOf, holdsDuring } from './tenures.ts'

/** Who came for a state: the holder of the office, or somebody in the holder's place. */
export interface Representation { readonly country: string; readonly person: Link; readonly as: 'principal' | 'delegate'; readonly principal: string | null }

const roleOfLevel: Readonly<Record<string, string>> = { 'defence ministers': 'defence minister', 'foreign ministers': 'foreign minister' }

/**
 * The people of a meeting of ministers with what they came as. A deputy who sits for a minister takes part for the state
 * and is not the minister.
 */
export function representations(claim: Claim<Known>, setting: Setting): readonly Representation[] {
  if (claim.fields.kind !== 'meeting') return []
  const { level, people, date } = claim.fields
  const role = level ? roleOfLevel[level] : undefined
  if (!role) return []
  const days = date ? bounds(date.edtf) : setting.days
  return people.flatMap((person) => {
    const country = person.mention.country ?? (person.to ? setting.registry.reference.things.get(person.to)?.country : null)
    if (!country) return []
    const office = setting.registry.offices.byRole.get(`${country} ${role}`)?.[0]
    const holder = office ? holdersOf(setting.registry.offices, office.id, ...days)[0] : undefined
    const words = person.mention.office ? readOffice(person.mention.office, country) : null
    const ownDeputy = person.to ? (setting.registry.offices.ofPerson.get(person.to) ?? []).some((t) => holdsDuring(t, ...days) && setting.registry.reference.things.get(t.office)?.facts['role'] === 'deputy minister') : false
    const isDelegate = (words?.role === 'deputy minister' || ownDeputy) && (!person.to || holder?.person !== person.to)
    const principal = holder ? setting.registry.reference.things.get(holder.person)?.label ?? null : null
    return isDelegate || (holder && holder.person === person.to) ? [{ country, person, as: isDelegate ? 'delegate' as const : 'principal' as const, principal }] : []
  })
}

/** One note for each delegate of the meetings of a document. */
export function delegateIssues(claims: readonly Claim<Known>[], setting: Setting): readonly Issue[] {
  return claims.flatMap((claim) => representations(claim, setting)).filter((r) => r.as === 'delegate').map((r): Issue => ({
    code: 'delegate', level: 'note',
    message: `${r.person.label} takes part for ${r.country} in the place of the minister${r.principal ? ` (${r.principal})` : ''}.`,
  }))
}

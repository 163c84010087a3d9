import type { Claim, Known } from '../core/claim.ts'
import { storable, type Row } from './copy.ts'
import { linksOf } from './rows.ts'

/** The names of a claim that lead to nobody yet, as rows of the list for review: once a name and claim. */
export function openNames(claim: Claim<Known>): readonly Row[] {
  const open = linksOf(claim).filter((link) => link.to === null)
  const rows = open.map((link) => [storable(link.mention.name).slice(0, 500), link.mention.type, claim.document, claim.id])
  return [...new Map(rows.map((row) => [`${row[1]} ${row[0]}`, row])).values()]
}

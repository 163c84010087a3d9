import type { Claim, Known } from '../core/claim.ts'
import { canonicalJson } from '../core/hash.ts'
import { facts } from './facts.ts'

/** All that a claim says and the words it says it in, wherever they stand. @example saidAs(claim) === saidAs(copy) // true */
export const saidAs = (claim: Claim<Known>): string => canonicalJson([claim.fields.kind, facts(claim.fields), claim.evidence.map((e) => e.exact)])

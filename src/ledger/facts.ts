import type { ClaimFields, Known, Link } from '../core/claim.ts'
import type { Json } from './entry.ts'

/** An actor in the facts of an entry: the reference id where it is known, and the label for print. */
export interface ActorFact { readonly label: string; readonly to: string | null; readonly type: string; readonly country: string | null; readonly office: string | null }
/** Money in the facts of an entry: minor units as a digit string. */
export interface MoneyFact { readonly minor: string; readonly digits: number; readonly currency: string; readonly qualifier: string; readonly upTo?: string }

/**
 * The fields of a resolved claim as plain JSON, as entries and records carry them: actors as `ActorFact`, money as
 * `MoneyFact`, dates as `{ edtf, basis, why? }`, places as `{ written, country, to }`. Nulls are kept, spans are not.
 * @example facts(claim.fields).provider // [{ label: 'DE', to: 'state-de', type: 'state', country: 'DE', office: null }]
 */
export function facts(fields: ClaimFields<Known>): { readonly [key: string]: Json } {
  return Object.fromEntries(Object.entries(fields).filter(([key]) => key !== 'kind').map(([key, value]) => [key, plain(value)]))
}

function plain(value: unknown): Json {
  if (value === null || value === undefined) return null
  if (typeof value === 'bigint') return String(value)
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object') return value as Json
  if (isLink(value)) return { label: value.label, to: value.to, type: value.mention.type, country: value.mention.country, office: value.mention.office }
  return Object.fromEntries(Object.entries(value).filter(([key, v]) => key !== 'span' && v !== undefined).map(([key, v]) => [key, plain(v)]))
}

const isLink = (value: object): value is Link => (value as Link).kind === 'link'

import type { Claim, Known } from '../core/claim.ts'
import type { Money } from '../core/money.ts'
import type { Json } from './entry.ts'

/**
 * A value of the domain as plain JSON that stores and hashes the same everywhere: minor units become strings,
 * undefined members are left out.
 * @example toJson(money(12, 'EUR')) // { minor: '1200', digits: 2, currency: 'EUR', qualifier: 'exact' }
 */
export function toJson(value: unknown): Json {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value === 'bigint') return String(value)
  if (Array.isArray(value)) return value.map(toJson)
  if (typeof value !== 'object') throw new Error(`not a value that can be stored: ${typeof value}`)
  const members = Object.entries(value).filter(([, member]) => member !== undefined)
  return Object.fromEntries(members.map(([key, member]) => [key, toJson(member)]))
}

export type JsonObject = { readonly [key: string]: Json }
export const isObject = (value: Json | undefined): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Is this the stored form of money? */
export const isMoney = (value: Json | undefined): value is JsonObject & { readonly minor: string; readonly digits: number; readonly currency: string; readonly qualifier: string } =>
  isObject(value) && typeof value.minor === 'string' && typeof value.currency === 'string' && typeof value.digits === 'number'

/** Money back from its stored form. @example moneyFromJson(toJson(money(12, 'EUR'))).minor // 1200n */
export function moneyFromJson(value: Json): Money {
  if (!isMoney(value)) throw new Error(`not stored money: ${JSON.stringify(value)}`)
  const upTo = typeof value.upTo === 'string' ? { upTo: BigInt(value.upTo) } : {}
  return { ...value, minor: BigInt(value.minor), ...upTo } as unknown as Money
}

/** The value back from its stored form, money at any depth included. */
export function fromJson(value: Json): unknown {
  if (Array.isArray(value)) return value.map(fromJson)
  if (!isObject(value)) return value
  if (isMoney(value)) return moneyFromJson(value)
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, fromJson(member)]))
}

export const claimToJson = (claim: Claim<Known>): JsonObject => toJson(claim) as JsonObject
/** @example claimFromJson(claimToJson(claim)) // deeply equal to claim */
export const claimFromJson = (json: Json): Claim<Known> => fromJson(json) as Claim<Known>

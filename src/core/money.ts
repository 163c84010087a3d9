import type { Edtf } from './dates.ts'

declare const currencyBrand: unique symbol
/** ISO 4217, three capitals. */
export type Currency = string & { readonly [currencyBrand]: true }
/** @example asCurrency('EUR') */
export const asCurrency = (text: string): Currency | undefined => (/^[A-Z]{3}$/.test(text) ? (text as Currency) : undefined)

export type Qualifier = 'exact' | 'about' | 'up to' | 'at least' | 'over' | 'almost'

/**
 * An amount as a document gives it: whole minor units (cents), so sums are exact.
 * `minor` is a bigint; `digits` is how many decimal places the currency has (2 for EUR, 0 for JPY).
 */
export interface Money {
  readonly minor: bigint
  readonly digits: number
  readonly currency: Currency
  readonly qualifier: Qualifier
  /** Upper end of a range, in the same minor units; `minor` is then the lower end. */
  readonly upTo?: bigint
  /** The day at which the value holds, where known. */
  readonly valueDate?: Edtf
}

const withoutCents = new Set(['JPY', 'KRW', 'ISK', 'CLP', 'VND'])
/** Decimal places of a currency (ISO 4217 minor unit). @example minorDigits('JPY') // 0 */
export const minorDigits = (currency: string): number => (withoutCents.has(currency) ? 0 : 2)

/**
 * Money from full units. The value may be a decimal string, so that nothing is lost on the way. Datasets that give more
 * decimals than the currency has (converted values) name their own number of digits.
 * @example money('1.5', 'EUR').minor // 150n
 */
export function money(value: number | string, currency: string, qualifier: Qualifier = 'exact', digits = minorDigits(currency)): Money {
  const code = asCurrency(currency)
  if (!code) throw new Error(`not an ISO 4217 code: ${currency}`)
  return { minor: toMinor(value, digits), digits, currency: code, qualifier }
}

function toMinor(value: number | string, digits: number): bigint {
  const text = typeof value === 'number' ? plainDecimal(value) : value
  const m = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text)
  if (!m) throw new Error(`not a decimal number: ${text}`)
  const fraction = (m[3] ?? '').padEnd(digits + 1, '0')
  const units = BigInt(m[2] + fraction.slice(0, digits)) + (fraction[digits]! >= '5' ? 1n : 0n)
  return m[1] === '-' ? -units : units
}

const plainDecimal = (value: number): string => {
  if (!Number.isFinite(value)) throw new Error(`not a finite amount: ${value}`)
  const text = String(value)
  return text.includes('e') ? value.toFixed(8) : text
}

/** Full units as a number, for print and comparison (sums are made on minor units). @example moneyValue(money(12, 'EUR')) // 12 */
export const moneyValue = (m: Money): number => Number(m.minor) / 10 ** m.digits

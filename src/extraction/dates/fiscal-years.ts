import type { CountryCode } from '../../core/claim.ts'
import { monthOf, monthValue, yearOf } from './timex.ts'

/**
 * The month in which a state's financial year begins, where that is not January, and whether a year of two calendar years
 * carries the number of the second ("fiscal 2025" of the United States ends in September 2025).
 */
const starts: Readonly<Record<string, { readonly month: number; readonly namedByEnd: boolean }>> = {
  GB: { month: 4, namedByEnd: false }, US: { month: 10, namedByEnd: true }, CA: { month: 4, namedByEnd: false }, JP: { month: 4, namedByEnd: false },
  IN: { month: 4, namedByEnd: false }, AU: { month: 7, namedByEnd: true }, NZ: { month: 7, namedByEnd: true }, PK: { month: 7, namedByEnd: true },
}

/**
 * Months covered by the financial year that holds a day.
 * @example fiscalYearOf('2024-04-22', 'GB') // ['2024-04', '2025-03']
 */
export function fiscalYearOf(day: string, country: CountryCode | null): readonly [string, string] {
  const rule = country ? starts[country] : undefined
  if (!rule) return span(yearOf(day), 1)
  return span(monthOf(day) >= rule.month ? yearOf(day) : yearOf(day) - 1, rule.month)
}

/** Months covered by the financial year with this number. @example fiscalYear(2025, 'US') // ['2024-10', '2025-09'] */
export function fiscalYear(year: number, country: CountryCode | null): readonly [string, string] {
  const rule = country ? starts[country] : undefined
  return rule ? span(rule.namedByEnd ? year - 1 : year, rule.month) : span(year, 1)
}

/**
 * Months covered by a financial year written with both its calendar years, where a state writes its own so; the United
 * States name theirs by one. @example fiscalPair(2033, 'AU') // ['2033-07', '2034-06'] for "2033-34"
 */
export function fiscalPair(first: number, country: CountryCode | null): readonly [string, string] | null {
  const rule = country && country !== 'US' ? starts[country] : undefined
  return rule ? span(first, rule.month) : null
}

const span = (year: number, month: number): readonly [string, string] =>
  [monthValue(year, month), month === 1 ? monthValue(year, 12) : monthValue(year + 1, month - 1)]

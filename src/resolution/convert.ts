import { minorDigits, moneyValue, type Currency, type Money } from '../core/money.ts'
import { edtf, type Edtf } from '../core/dates.ts'
import { fixing, meanRate, type Gdp, type Rates } from './rates.ts'

/** Converted money with all that it rests on. */
export interface Conversion {
  readonly money: Money
  /** Units of the new currency for one unit of the old. */
  readonly rate: number
  /** Day of the fixing; the earlier one where two were needed. */
  readonly rateDate: string
  readonly source: string
  /** For print, beside every converted figure. */
  readonly rule: string
  /** The rates end before the value date: the last ones known were taken. */
  readonly stale: boolean
}
export interface NoConversion { readonly money: null; readonly why: string }

const scale = 100_000_000
const scaled = (rate: number): bigint => BigInt(Math.round(rate * scale))

/**
 * Money in another currency at the rate of a day: the fixing of that day, else the last one before it, and by way of
 * the euro where neither currency is the euro.
 * @example convert(money(100, 'USD'), 'EUR', '2025-01-12', rates).rateDate // '2025-01-10'
 */
export function convert(money: Money, to: string, day: string, rates: Rates): Conversion | NoConversion {
  if (money.currency === to) return { money, rate: 1, rateDate: day, source: 'none needed', rule: 'as given', stale: false }
  const from = fixing(rates, money.currency, day), into = fixing(rates, to, day)
  if (!from || !into) return { money: null, why: `no rate for ${from ? to : money.currency} on ${day}` }
  const rateDate = from.day < into.day ? from.day : into.day, stale = from.stale || into.stale
  const cross = money.currency !== 'EUR' && to !== 'EUR'
  const words = stale ? 'the last fixing known' : rateDate === day ? 'the fixing of the day' : 'the last fixing before the day'
  return {
    money: { ...money, ...rescaled(money, to, scaled(into.rate), scaled(from.rate)), valueDate: edtf(day) },
    rate: into.rate / from.rate, rateDate, source: rates.source, stale,
    rule: `${rates.source}, ${rateDate}: ${words}${cross ? ', by way of the euro' : ''}`,
  }
}

/** Amounts at the mean of the fixings of a span, as yearbooks and trackers do. */
export function convertAtMean(money: Money, to: string, from: string, until: string, rates: Rates): Conversion | NoConversion {
  const old = meanRate(rates, money.currency, from, until), into = meanRate(rates, to, from, until)
  if (!old || !into) return { money: null, why: `no rate for ${old ? to : money.currency} from ${from} to ${until}` }
  return {
    money: { ...money, ...rescaled(money, to, scaled(into.rate), scaled(old.rate)) }, rate: into.rate / old.rate, rateDate: until, source: rates.source, stale: false,
    rule: `${rates.source}, mean of the fixings from ${from} to ${until}`,
  }
}

function rescaled(money: Money, to: string, up: bigint, down: bigint): Pick<Money, 'minor' | 'digits' | 'currency'> & { upTo?: bigint } {
  const digits = minorDigits(to)
  const part = (minor: bigint): bigint => divide(minor * up * 10n ** BigInt(digits), down * 10n ** BigInt(money.digits))
  return { minor: part(money.minor), digits, currency: to as Currency, ...(money.upTo === undefined ? {} : { upTo: part(money.upTo) }) }
}

/** Division to the nearest whole, halves away from zero. */
function divide(a: bigint, b: bigint): bigint {
  const sign = a < 0n ? -1n : 1n
  return (sign * (2n * sign * a + b)) / (2n * b)
}

export interface GdpShare { readonly share: number; readonly year: number; readonly rule: string }

/**
 * Money as a share of a state's GDP of a year, at the mean rate of that year; the last year known stands in for a later
 * one and the rule says so.
 * @example shareOfGdp(money(1e9, 'EUR'), 'EE', 2023, gdp, rates)?.share // 0.026…
 */
export function shareOfGdp(money: Money, country: string, year: number, gdp: Gdp, rates: Rates): GdpShare | null {
  let known = year
  while (known > year - 5 && !gdp.values.has(`${country} ${known}`)) known--
  const value = gdp.values.get(`${country} ${known}`)
  const dollars = convertAtMean(money, 'USD', `${known}-01-01`, `${known}-12-31`, rates)
  if (!value || !dollars.money) return null
  return { share: moneyValue(dollars.money) / value, year: known, rule: `${gdp.source} ${known}${known === year ? '' : ` (none for ${year})`}; ${dollars.rule}` }
}

/** The first day of a value date, for the choice of a rate; null when it is open at the start. */
export const rateDay = (date: Edtf): string | null => {
  const first = date.split('/')[0]!.replace(/[~?%]$/, '')
  return first === '..' || first === '' ? null : first.length === 10 ? first : `${first}${first.length === 4 ? '-01' : ''}-01`
}

/**
 * A conversion into one currency for sums: full units and the general rule, or null when there is no rate or no day.
 * @example converterTo('EUR', rates)({ minor: 100n, digits: 2, currency: 'USD' }, '2025-01-10')?.value
 */
export const converterTo = (currency: string, rates: Rates) =>
  (money: { readonly minor: bigint; readonly digits: number; readonly currency: string }, day: string | null): { readonly value: number; readonly rule: string } | null => {
    if (money.currency === currency) return { value: Number(money.minor) / 10 ** money.digits, rule: 'as given' }
    const from = day ? fixing(rates, money.currency, day) : null, into = day ? fixing(rates, currency, day) : null
    if (!from || !into) return null
    const stale = from.stale || into.stale
    return {
      value: (Number(money.minor) / 10 ** money.digits / from.rate) * into.rate,
      rule: `${money.currency} to ${currency}: ${rates.source}, ${stale ? `the last fixing known (${rates.days.at(-1)})` : 'fixing of the value date or the last before it'}${money.currency !== 'EUR' && currency !== 'EUR' ? ', by way of the euro' : ''}`,
    }
  }

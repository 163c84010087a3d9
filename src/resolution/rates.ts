import { parseCsv } from './csv.ts'

/** Reference rates by day: units of a currency for one EUR. */
export interface Rates {
  /** Days with a fixing, rising. */
  readonly days: readonly string[]
  /** By currency, in step with `days`; null where the day has no fixing. */
  readonly series: ReadonlyMap<string, readonly (number | null)[]>
  readonly source: string
}

/** Gross domestic product in current US dollars, by `DE 2023`. */
export interface Gdp { readonly values: ReadonlyMap<string, number>; readonly source: string }

/**
 * Rates from a table with a column `date` and one column a currency, as the European Central Bank publishes them.
 * @example readRates('date,USD\n2025-01-10,1.0304\n').days // ['2025-01-10']
 */
export function readRates(text: string, source = 'European Central Bank, euro reference rates'): Rates {
  const [header, ...rows] = parseCsv(text)
  const currencies = header?.cells.slice(1) ?? []
  const sorted = [...rows].sort((a, b) => (a.cells[0]! < b.cells[0]! ? -1 : 1))
  const series = new Map(currencies.map((currency, column) => [currency, sorted.map((row) => rate(row.cells[column + 1]))] as const))
  return { days: sorted.map((row) => row.cells[0]!), series, source }
}

/**
 * Rates from fixings one by one, in any order.
 * @example ratesOf([{ day: '2025-01-10', currency: 'USD', rate: 1.0304 }], 'a bank').days // ['2025-01-10']
 */
export function ratesOf(fixings: readonly { readonly day: string; readonly currency: string; readonly rate: number }[], source: string): Rates {
  const days = [...new Set(fixings.map((f) => f.day))].sort(), at = new Map(days.map((day, i) => [day, i]))
  const series = new Map<string, (number | null)[]>()
  for (const { day, currency, rate: value } of fixings) {
    let column = series.get(currency)
    if (!column) series.set(currency, column = days.map(() => null))
    column[at.get(day)!] = value
  }
  return { days, series, source }
}

const rate = (cell: string | undefined): number | null => {
  const value = cell ? Number(cell) : NaN
  return Number.isFinite(value) && value > 0 ? value : null
}

/** GDP from a table `country,year,value`. */
export function readGdp(text: string, source = 'World Bank, GDP in current US dollars'): Gdp {
  const [, ...rows] = parseCsv(text)
  return { source, values: new Map(rows.map(({ cells }) => [`${cells[0]} ${cells[1]}`, Number(cells[2])] as const).filter(([, value]) => value > 0)) }
}

/** A price index of one area by year, and where it is from. */
export interface PriceIndex { readonly area: string; readonly byYear: ReadonlyMap<string, number>; readonly source: string }

/**
 * Price indexes by area from a table `area,year,value,source,release,grade`; names of sources by their ids.
 * @example readPrices(text, new Map([['s', 'An office']])).get('US')?.byYear.get('2022')
 */
export function readPrices(text: string, sources: ReadonlyMap<string, string>): ReadonlyMap<string, PriceIndex> {
  const found = new Map<string, { area: string; byYear: Map<string, number>; source: string }>()
  for (const { cells: [area, year, value, source, release] } of parseCsv(text).slice(1)) {
    const index = Number(value)
    if (!area || !year || !(index > 0)) continue
    const known = found.get(area) ?? { area, byYear: new Map<string, number>(), source: `${sources.get(source ?? '') ?? source}, as of ${release}` }
    known.byYear.set(year, index)
    found.set(area, known)
  }
  return found
}

export interface Fixing { readonly rate: number; readonly day: string; /** The file ends before the day asked for. */ readonly stale: boolean }

/** A series may pause for holidays; a longer pause means that the currency was no longer quoted. */
const longestPause = 10

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000

/**
 * The fixing of the day, else the last one before it. Past the end of the file the last fixing stands and is marked
 * stale; inside the file a currency that was no longer quoted has none.
 * @example fixing(rates, 'USD', '2025-01-12')?.day // '2025-01-10'
 */
export function fixing(rates: Rates, currency: string, day: string): Fixing | null {
  if (currency === 'EUR') return { rate: 1, day, stale: false }
  const series = rates.series.get(currency), at = lastAtOrBefore(rates.days, day)
  if (!series || at < 0) return null
  for (let i = at; i >= 0; i--) {
    const value = series[i]
    if (value === null || value === undefined) continue
    const found = rates.days[i]!, end = rates.days.at(-1)!
    const past = day > end
    if (daysBetween(found, past ? end : day) > longestPause) return null
    return { rate: value, day: found, stale: past && daysBetween(found, day) > longestPause }
  }
  return null
}

function lastAtOrBefore(days: readonly string[], day: string): number {
  let low = 0, high = days.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (days[middle]! <= day) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** Plain mean of the fixings of a span of days, with how many there were; null without any. */
export function meanRate(rates: Rates, currency: string, from: string, to: string): { readonly rate: number; readonly fixings: number } | null {
  if (currency === 'EUR') return { rate: 1, fixings: 0 }
  const series = rates.series.get(currency)
  if (!series) return null
  let sum = 0, fixings = 0
  for (let i = lastAtOrBefore(rates.days, from); i < rates.days.length && (i < 0 || rates.days[i]! <= to); i++) {
    const value = i < 0 ? null : series[i]
    if (value === null || value === undefined || rates.days[i]! < from) continue
    sum += value
    fixings++
  }
  return fixings > 0 ? { rate: sum / fixings, fixings } : null
}

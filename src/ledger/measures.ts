import type { Figure } from '../core/observation.ts'
import { valuesOf, type Value } from './figures.ts'
import type { PriceIndex } from '../resolution/rates.ts'
import type { Total } from './totals.ts'

/** How sums may be set in relation: to the giver's GDP, in prices of one year, with the members' shares in support by the EU. */
export const measures = ['gdp', 'constant', 'eu-share'] as const
export type Measure = (typeof measures)[number]

/** A total in another measure: its rows, what has none and why, and the rule it follows. */
export interface Measured {
  readonly unit: string
  readonly rows: readonly { readonly keys: readonly string[]; readonly value: number; readonly basis: string }[]
  readonly leftOut: readonly { readonly why: string; readonly keys: readonly (readonly string[])[] }[]
  readonly rules: readonly string[]
}

const units = (micro: bigint): number => Number(micro) / 1e6
const origin = (f: Value | undefined): string => (f ? `${f.dataset}, release ${f.release}` : '')

/** Collects what is left out by reason. */
function leftOuts() {
  const found = new Map<string, (readonly string[])[]>()
  return { add: (why: string, keys: readonly string[]) => { const list = found.get(why); if (list) list.push(keys); else found.set(why, [keys]) }, all: (): Measured['leftOut'] => [...found].map(([why, keys]) => ({ why, keys })) }
}

/**
 * Sums as a share of the provider's GDP: of the year of the row where rows are by year, else of the base year, else of
 * the last year on record; which one stands beside each figure. The total must be in the currency of the GDP.
 * @example perGdp(total, figures, {}).rows[0] // { keys: ['EE'], value: 1.4, basis: 'GDP of 2023' }
 */
export function perGdp(total: Total, figures: readonly Value[], { baseYear }: { readonly baseYear?: string | undefined }): Measured {
  const gdp = valuesOf(figures, 'gdp'), out = leftOuts(), provider = total.by.indexOf('provider'), year = total.by.indexOf('year')
  const last = new Map<string, string>()
  for (const key of gdp.keys()) { const at = key.lastIndexOf(' '), subject = key.slice(0, at), of = key.slice(at + 1); if (of > (last.get(subject) ?? '')) last.set(subject, of) }
  const rows = total.rows.flatMap(({ keys, micro }) => {
    const who = keys[provider] ?? '', newest = last.get(who)
    if (!newest) { out.add(who.includes(' + ') ? 'several providers have no GDP of their own' : 'no GDP on record', keys); return [] }
    if (keys[year] === 'undated') { out.add('undated: its year is not known', keys); return [] }
    const wanted = year >= 0 ? keys[year]! : baseYear ?? newest, of = year >= 0 && wanted > newest ? newest : wanted, value = gdp.get(`${who} ${of}`)
    if (!value) { out.add(`no GDP of ${wanted} on record`, keys); return [] }
    return [{ keys, value: (100 * units(micro)) / value, basis: `GDP of ${of}${of === wanted ? '' : `, none for ${wanted}`}` }]
  }).sort((a, b) => b.value - a.value)
  return { unit: '% of GDP', rows, leftOut: out.all(), rules: [`Gross domestic product in current ${total.currency} (${origin(figures.find((f) => f.series === 'gdp'))}), ${year >= 0 ? 'of the year of each row' : baseYear ? `of ${baseYear}` : 'of the last year on record'}.`] }
}

/** The area whose prices a currency is spent in: the euro area, else the state of the currency. @example homeOf('NOK') // 'NO' */
export const homeOf = (currency: string): string => (currency === 'EUR' ? 'Euro area' : currency.slice(0, 2))

/**
 * The price index of an area: an imported index, or for the United States the ratio of GDP in current and constant
 * dollars; for other states that ratio would carry the exchange rate with it.
 */
export function priceIndex(figures: readonly Figure[], area: string): PriceIndex | undefined {
  const direct = figures.filter((f) => f.series === 'prices' && f.subject === area && f.value !== null)
  if (direct.length) return { area, byYear: new Map(direct.map((f) => [f.period, Number(f.value)])), source: `price index of ${area} (${origin(direct[0])})` }
  const current = valuesOf(figures, 'gdp'), constant = figures.filter((f) => f.series === 'gdp-constant' && f.subject === area && f.value !== null)
  const ratio = constant.flatMap((f) => { const now = current.get(`${area} ${f.period}`); return now ? [[f.period, (100 * now) / Number(f.value)] as const] : [] })
  return area === 'US' && ratio.length ? { area, byYear: new Map(ratio), source: `GDP of the United States in current and constant dollars (${origin(constant[0])})` } : undefined
}

/**
 * Sums in prices of one year: each year's sum is multiplied by the index of the base year over that of its own year.
 * @param total a total whose last dimension is the year, which is folded again
 * @example inConstantPrices(byProviderAndYear, index, '2022').unit // 'EUR m in prices of 2022'
 */
export function inConstantPrices(total: Total, index: PriceIndex, baseYear: string): Measured {
  const base = index.byYear.get(baseYear)
  if (!base) throw new Error(`no index of ${baseYear} for ${index.area}`)
  const out = leftOuts(), sums = new Map<string, { keys: readonly string[]; value: number; years: Set<string> }>()
  for (const { keys, micro } of total.rows) {
    const year = keys.at(-1)!, own = index.byYear.get(year), kept = keys.slice(0, -1), id = kept.join('\u0000')
    if (!own) { out.add(year === 'undated' ? 'undated: its year of prices is not known' : `no index of ${year} on record`, keys); continue }
    const sum = sums.get(id) ?? { keys: kept, value: 0, years: new Set<string>() }
    sum.value += ((units(micro) / 1e6) * base) / own
    sum.years.add(year)
    sums.set(id, sum)
  }
  const rows = [...sums.values()].map(({ keys, value, years }) => ({ keys, value, basis: years.size === 1 ? [...years][0]! : `${[...years].sort()[0]}–${[...years].sort().at(-1)}` })).sort((a, b) => b.value - a.value)
  return { unit: `${total.currency} m in prices of ${baseYear}`, rows, leftOut: out.all(), rules: [`Prices of ${baseYear}: each year's sum times the index of ${baseYear} (${base}) over that of its own year; ${index.source}.`] }
}

/**
 * Sums with support by the European Union given to its members by a key: what each member's part of the whole is. The
 * key is data of a release and is named; nothing is added or lost.
 * @example withShares(total, figures, (label) => label === 'EU').rows.find((r) => r.keys[0] === 'DE')
 */
export function withShares(total: Total, figures: readonly Figure[], isUnion: (label: string) => boolean): Measured {
  const key = figures.filter((f) => f.series === 'kiel-eu-share' && f.value !== null && Number(f.value) > 0), whole = key.reduce((s, f) => s + Number(f.value), 0)
  const provider = total.by.indexOf('provider'), out = leftOuts(), sums = new Map<string, { keys: readonly string[]; own: number; shared: number }>()
  const add = (keys: readonly string[], own: number, shared: number) => { const id = keys.join('\u0000'), sum = sums.get(id) ?? { keys, own: 0, shared: 0 }; sum.own += own; sum.shared += shared; sums.set(id, sum) }
  for (const { keys, micro } of total.rows) {
    const amount = units(micro) / 1e6
    if (!isUnion(keys[provider] ?? '')) add(keys, amount, 0)
    else for (const f of key) add(keys.map((k, i) => (i === provider ? f.subject : k)), 0, (amount * Number(f.value)) / whole)
  }
  const rows = [...sums.values()].map(({ keys, own, shared }) => ({ keys, value: own + shared, basis: shared ? `${own.toFixed(2)} own + ${shared.toFixed(2)} by way of the EU` : 'own' })).sort((a, b) => b.value - a.value)
  return { unit: `${total.currency} m with the share in the EU`, rows, leftOut: out.all(), rules: [`Support by the European Union is given to its ${key.length} members by the key ${key[0]?.series} (${origin(key[0])}): each member's part of ${whole.toFixed(3)} ${key[0]?.unit}.`] }
}

import { loadGdp, loadPrices } from '../io/reference.ts'
import type { Store } from '../io/store.ts'
import type { Definition } from '../ledger/definitions.ts'
import type { Value } from '../ledger/figures.ts'
import { homeOf, inConstantPrices, perGdp, priceIndex, withShares, type Measure, type Measured } from '../ledger/measures.ts'
import type { Dimension } from '../ledger/totals.ts'
import { totalOn } from '../pipeline.ts'
import { UsageError, type Call, type ExitCode } from './command.ts'
import { headLine } from './store.ts'
import { table } from './table.ts'

interface Asked { readonly by: readonly Dimension[]; readonly definition: Definition; readonly currency: string; readonly level: 'package' | 'item'; readonly dataset: string | undefined; readonly asOf: string | null }

/** Prints a total in another measure, with its rule and what has no figure in it. */
export async function measured(call: Call, store: Store, measure: Measure, asked: Asked): Promise<ExitCode> {
  const { rows, unit, leftOut, rules, conversions } = await sumsIn(store, measure, asked, call.options['base-year'] as string | undefined)
  if (call.options['json']) { call.out(JSON.stringify({ measure, unit, definition: { name: asked.definition.name, version: asked.definition.version }, rows, leftOut, rules: [...rules, ...conversions] })); return 0 }
  const by = asked.by, digits = measure === 'gdp' ? 3 : 2
  call.out(table([...by, unit, 'basis'], rows.map((r) => [...r.keys, r.value.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits }), r.basis]), new Set([by.length]), call.width))
  call.out(`\n${asked.definition.words} [${asked.definition.name} ${asked.definition.version}]`)
  for (const { why, keys } of leftOut) call.out(`Left out: ${keys.length} (${why}): ${keys.slice(0, 6).map((k) => k.join(', ')).join('; ')}${keys.length > 6 ? ' …' : ''}`)
  for (const rule of [...rules, ...conversions]) call.out(rule)
  call.out(headLine(await store.head()))
  return 0
}

async function sumsIn(store: Store, measure: Measure, asked: Asked, baseYear: string | undefined): Promise<Measured & { readonly conversions: readonly string[] }> {
  const { asOf } = asked
  if (baseYear !== undefined && !/^\d{4}$/.test(baseYear)) throw new UsageError(`--base-year takes a year such as 2022, not "${baseYear}".`)
  const total = (by: readonly Dimension[], currency: string) => totalOn(store, { ...asked, by, currency }, asOf, asked.dataset)
  const needs = (what: boolean, message: string) => { if (!what) throw new UsageError(message) }
  needs(measure === 'constant' || asked.by.includes('provider'), `--measure ${measure} needs the dimension provider: --by ${['provider', ...asked.by].join(',')}.`)
  if (measure === 'gdp') {
    const imported = await store.figures.current({ series: ['gdp'], asOf }), gdp = imported.length > 0 ? imported : gdpOfReference()
    const sums = await total(asked.by, 'USD')
    return { ...perGdp(sums, gdp, { baseYear }), conversions: sums.rules }
  }
  if (measure === 'eu-share') {
    const shares = await store.figures.current({ series: ['kiel-eu-share'], asOf })
    needs(shares.length > 0, 'sums with the share in support by the EU need the key by which it is given to its members: "helenow import kiel eu_aid_shares.csv".')
    const sums = await total(asked.by, asked.currency)
    return { ...withShares(sums, shares, isUnion), conversions: sums.rules }
  }
  const area = homeOf(asked.currency), index = priceIndex(await store.figures.current({ series: ['prices', 'gdp', 'gdp-constant'], asOf }), area) ?? loadPrices().get(area)
  if (!index) throw new UsageError(`constant prices in ${asked.currency} need a price index of ${area}: "helenow import prices FILE" takes a table with the columns area, year, index.`)
  const base = baseYear ?? [...index.byYear.keys()].sort().at(-1)!
  needs(index.byYear.has(base), `there is no index of ${base} for ${area} on record; there is ${[...index.byYear.keys()].sort().join(', ')}.`)
  const sums = await total([...asked.by, 'year'], asked.currency)
  return { ...inConstantPrices(sums, index, base), conversions: sums.rules }
}

/** The products of the reference data, until a table of them is imported. */
function gdpOfReference(): readonly Value[] {
  const { source, values } = loadGdp()
  return [...values].map(([key, value]) => ({ dataset: source, release: 'of the reference data', series: 'gdp', subject: key.slice(0, 2), detail: null, period: key.slice(3), value: String(value) }))
}

/** Names under which support by the Union as a whole is given. */
const isUnion = (label: string): boolean => /^(?:EU|European Union|European Commission|Council of the European Union|EU \(.*\))$/.test(label)

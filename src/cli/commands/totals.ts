import { definitionOf, definitions } from '../../ledger/definitions.ts'
import { dimensions, type Dimension } from '../../ledger/totals.ts'
import { totalOn } from '../../pipeline.ts'
import { UsageError, type Command } from '../command.ts'
import { asOfOf, asOfOption, headLine, storeOptions, withStore } from '../store.ts'
import { cents, millions, table } from '../table.ts'
import { measured } from '../measured.ts'
import { measures, type Measure } from '../../ledger/measures.ts'

export default {
  name: 'totals',
  usage: '[--by DIMENSIONS] [--definition NAME] [--currency CODE] [--level package|item]',
  options: {
    by: { type: 'string', value: 'LIST', help: `One or more of ${dimensions.join(', ')}, parted by commas; provider when left out.` },
    definition: { type: 'string', value: 'NAME', help: `What counts: ${definitions.map((d) => d.name).join(', ')}; promised when left out.` },
    currency: { type: 'string', value: 'CODE', help: 'Currency of the sums; EUR when left out. Conversions name their rule.' },
    level: { type: 'string', value: 'LEVEL', help: 'package (as it is) or item: a total runs on one level.' },
    dataset: { type: 'string', value: 'NAME', help: 'Only the rows of an imported dataset, such as kiel; "none" for what documents say.' },
    measure: { type: 'string', value: 'NAME', help: `Sums in another measure, from imported figures: gdp (share of the provider's GDP), constant (prices of one year), eu-share (with the members' shares in support by the EU).` },
    'base-year': { type: 'string', value: 'YEAR', help: 'Year of the GDP or of the prices.' },
    exact: { type: 'boolean', help: 'Print sums to the cent instead of millions.' },
    ...asOfOption, ...storeOptions,
  },
  examples: [
    { line: 'totals', shows: 'promised support by provider in millions of EUR, with what was left out and why' },
    { line: 'totals --measure gdp --by provider,year', shows: 'what each provider promised in a year as a share of its GDP of that year, once a table of GDP is imported' },
    { line: 'totals --by provider,aid --definition delivered', shows: 'what was delivered, by provider and kind of aid' },
  ],
  run: (call) => withStore(call, async (store) => {
    const by = ((call.options['by'] as string | undefined) ?? 'provider').split(',').map((d) => d.trim()) as Dimension[]
    const wrong = by.find((d) => !dimensions.includes(d))
    if (wrong !== undefined) throw new UsageError(`there is no dimension "${wrong}"; use ${dimensions.join(', ')}.`)
    const definition = definitionOf((call.options['definition'] as string | undefined) ?? 'promised')
    if (!definition) throw new UsageError(`there is no definition "${String(call.options['definition'])}"; use ${definitions.map((d) => d.name).join(', ')}.`)
    const currency = ((call.options['currency'] as string | undefined) ?? 'EUR').toUpperCase(), level = (call.options['level'] as string | undefined) ?? 'package'
    if (level !== 'package' && level !== 'item') throw new UsageError(`--level takes package or item, not "${level}".`)
    const measure = call.options['measure'] as Measure | undefined
    if (measure !== undefined && !measures.includes(measure)) throw new UsageError(`there is no measure "${measure}"; use ${measures.join(', ')}.`)
    if (measure !== undefined) return measured(call, store, measure, { by, definition, currency, level, dataset: call.options['dataset'] as string | undefined, asOf: asOfOf(call) })
    const total = await totalOn(store, { by, definition, currency, level }, asOfOf(call), call.options['dataset'] as string | undefined)
    if (call.options['json']) { call.out(JSON.stringify(total, (_, v: unknown) => (typeof v === 'bigint' ? Number(v) / 1e6 : v))); return 0 }
    const say = call.options['exact'] ? cents : millions
    call.out(table([...by, call.options['exact'] ? currency : `${currency} million`, 'records', 'undisclosed'],
      [...total.rows.map((r) => [...r.keys, say(r.micro), String(r.records.length), String(r.undisclosed)]), [...by.map((_, i) => (i === 0 ? 'all' : '')), say(total.all.micro), String(total.all.records), String(total.all.undisclosed)]],
      new Set([by.length, by.length + 1, by.length + 2]), call.width))
    call.out(`\n${definition.words} [${definition.name} ${definition.version}]`)
    for (const { why, records } of total.leftOut) call.out(`Left out: ${records.length} (${why}).`)
    for (const rule of total.rules) call.out(rule)
    call.out(headLine(await store.head()))
    return 0
  }),
} satisfies Command

import { coverage, gaps } from '../../ledger/gaps.ts'
import { converterOf, currenciesOf, loadCommitments } from '../../pipeline.ts'
import type { Command } from '../command.ts'
import { asOfOf, asOfOption, storeOptions, withStore } from '../store.ts'
import { millions, table } from '../table.ts'

export default {
  name: 'gaps',
  usage: '[--coverage] [--currency CODE]',
  options: {
    currency: { type: 'string', value: 'CODE', help: 'Currency of the sums; EUR when left out.' },
    coverage: { type: 'boolean', help: 'Show instead how much each provider discloses at each stage.' },
    dataset: { type: 'string', value: 'NAME', help: 'Only the rows of an imported dataset, such as kiel; "none" for what documents say.' },
    ...asOfOption, ...storeOptions,
  },
  examples: [{ line: 'gaps', shows: 'one line a provider: promised, allocated, delivered, the two gaps, overdue and undisclosed commitments' }, { line: 'gaps --coverage', shows: 'of which share of its commitments each provider tells the stage, a figure, a number of goods, and until when' }],
  run: (call) => withStore(call, async (store) => {
    const records = await loadCommitments(store, asOfOf(call), call.options['dataset'] as string | undefined)
    const today = (asOfOf(call) ?? new Date().toISOString()).slice(0, 10), currency = ((call.options['currency'] as string | undefined) ?? 'EUR').toUpperCase()
    if (call.options['coverage']) {
      const rows = coverage(records), share = (n: number, of: number) => `${Math.round((100 * n) / of)} %`
      if (call.options['json']) { call.out(JSON.stringify(rows)); return 0 }
      call.out(table(['provider', 'stage', 'commitments', 'told', 'with a figure', 'with a number of goods', 'last told of'], rows.map((r) => [r.provider, r.stage, String(r.commitments), share(r.told, r.commitments), share(r.withAmount, r.commitments), share(r.withQuantity, r.commitments), r.told === 0 ? 'nothing told' : r.last ?? 'undated']), new Set([2, 3, 4, 5]), call.width))
      call.out('\nShares are of all commitments of the provider: a stage that nothing is told of counts as silence, whatever other stages say.')
      return 0
    }
    const rows = gaps(records, currency, await converterOf(store, currency, asOfOf(call), currenciesOf(records)), today)
    if (call.options['json']) { call.out(JSON.stringify(rows, (_, v: unknown) => (typeof v === 'bigint' ? Number(v) / 1e6 : v))); return 0 }
    call.out(table(['provider', 'promised', 'allocated', 'delivered', 'not allocated', 'not delivered', 'overdue', 'undisclosed'],
      rows.map((r) => [r.provider, ...[r.promised, r.allocated, r.delivered, r.promised - r.allocated, r.promised - r.delivered].map(millions), String(r.overdue.length), String(r.undisclosed)]), new Set([1, 2, 3, 4, 5, 6, 7]), call.width))
    call.out(`\nMillions of ${currency}; overdue on ${today}. A negative gap is kept as it is: more was allocated or delivered than is known to be promised.`)
    const reopened = rows.flatMap((r) => r.reopened)
    if (reopened.length > 0) call.out(`${reopened.length} of these commitments rest${reopened.length === 1 ? 's' : ''} on a page that has changed: ${reopened.slice(0, 5).join(', ')}${reopened.length > 5 ? ' …' : ''}. "helenow review" shows the words that are gone.`)
    return 0
  }),
} satisfies Command

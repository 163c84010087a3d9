import type { Figure } from '../../core/observation.ts'
import { seriesByName } from '../../pipeline/datasets.ts'
import { UsageError, type Command } from '../command.ts'
import { asOfOf, asOfOption, storeOptions, withStore } from '../store.ts'
import { table } from '../table.ts'

const most = 40

export default {
  name: 'series',
  usage: '[SERIES] [--of SUBJECT] [--history]',
  options: {
    of: { type: 'string', value: 'SUBJECT', help: 'Only the figures of a state (DE), a body, a group or a currency.' },
    history: { type: 'boolean', help: 'Every value each figure had, with the moment it was recorded; needs SERIES and --of.' },
    ...asOfOption, ...storeOptions,
  },
  examples: [
    { line: 'series', shows: 'every series on record: whom it covers, from when to when, the release it rests on' },
    { line: 'series nato-share --of PL', shows: 'each year\'s figure with its cell in the file' },
  ],
  run: (call) => withStore(call, async (store) => {
    const [name] = call.words, of = call.options['of'] as string | undefined, asOf = asOfOf(call)
    const lines = await store.figures.series(asOf)
    if (name === undefined) {
      if (call.options['json']) for (const l of lines) call.out(JSON.stringify({ ...l, title: seriesByName.get(l.series)?.title ?? l.series }))
      else if (lines.length === 0) call.out('No series on record. "helenow import gdp FILE" adds one; "helenow import --help" lists the datasets.')
      else call.out(table(['series', 'what', 'unit', 'figures', 'subjects', 'from', 'to', 'release'], lines.map((l) => [l.series, seriesByName.get(l.series)?.title ?? '', l.unit, String(l.figures), String(l.subjects), l.first, l.last, l.release]), new Set([3, 4]), call.width))
      return 0
    }
    if (!lines.some((l) => l.series === name)) throw new UsageError(`there is no series "${name}" on record; there is ${lines.map((l) => l.series).join(', ') || 'none yet'}.`)
    if (call.options['history']) {
      if (of === undefined) throw new UsageError('--history needs a subject: --of DE.')
      const values = await store.figures.history({ series: name, subject: of })
      for (const f of values) call.out(call.options['json'] ? JSON.stringify(f) : `${f.period}  ${f.value ?? 'withdrawn'}  recorded ${f.recorded.slice(0, 10)}, release ${f.release}`)
      return 0
    }
    const found = (await store.figures.current({ series: [name], asOf, ...(of === undefined ? {} : { subjects: [of] }) })).toSorted((a, b) => (a.subject < b.subject ? -1 : a.subject > b.subject ? 1 : a.period < b.period ? -1 : 1))
    if (call.options['json']) { for (const f of found) call.out(JSON.stringify(f)); return 0 }
    if (found.length === 0) { call.out(`No figure of ${name}${of ? ` for ${of}` : ''}.`); return 0 }
    const shown = of === undefined ? newest(found) : found.slice(-most)
    call.out(table(['of', 'period', found[0]!.unit, 'status', 'cell'], shown.map((f) => [f.subject + (f.detail ? `, ${f.detail}` : ''), f.period, f.value!, f.status, cellOf(f)]), new Set([2]), call.width))
    if (shown.length < found.length) call.out(`${shown.length} of ${found.length} figures${of === undefined ? ', the newest of each; --of SUBJECT shows all of one' : ''}; --json gives all.`)
    return 0
  }),
} satisfies Command

/** The newest figure of each subject. */
const newest = (figures: readonly Figure[]): readonly Figure[] => [...Map.groupBy(figures, (f) => `${f.subject}\u0000${f.detail ?? ''}`).values()].map((list) => list.at(-1)!)
/** "gdp.csv, row 12, column 4", counted as people do. */
const cellOf = ({ release, evidence }: Figure): string => (evidence?.cell ? `${evidence.cell.table || release}, row ${evidence.cell.row + 1}, column ${evidence.cell.column + 1}` : '')

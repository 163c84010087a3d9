import { createReadingPool } from '../../io/reading-pool.ts'
import { protections } from '../../io/workers.ts'
import type { Command } from '../command.ts'
import { homeOf, storeOptions, withStore } from '../store.ts'

export default {
  name: 'doctor',
  usage: '[--json]',
  options: storeOptions,
  examples: [{ line: 'doctor', shows: 'versions, the data folder, counts, and how reading is kept apart from the rest of the machine' }],
  async run(call) {
    const pool = createReadingPool({ size: 1 })
    const guards = await protections(pool.pool as never).finally(() => pool.close())
    return withStore(call, async (store) => {
      const counts = await store.counts(), head = await store.head(), lines = await store.figures.series()
      const series = { series: lines.length, figures: lines.reduce((s, l) => s + l.figures, 0) }
      const report = { node: process.versions.node, platform: `${process.platform}-${process.arch}`, store: call.env['DATABASE_URL'] ? 'server of DATABASE_URL' : 'own PostgreSQL', data: homeOf(call), counts, ...series, head, protections: guards }
      if (call.options['json']) { call.out(JSON.stringify(report)); return 0 }
      call.out([`Node ${report.node} on ${report.platform}`, `Store: ${report.store}, data in ${report.data}`,
        `Holds: ${counts.documents} documents, ${counts.claims} claims, ${counts.records} records, ${counts.entries} entries; ${counts.quarantined} quarantined; ${series.figures} figures in ${series.series} series`, `Chain: ${head.sequence} rows, head ${head.hash}`, ...head.figures ? [`Figures: ${head.figures.imports} imports, head ${head.figures.hash}`] : [], '', 'Reading runs apart:',
        ...guards.map((g) => `  ${g.inForce ? 'yes' : 'NO '}  ${g.name} — ${g.how}`)].join('\n'))
      return 0
    })
  },
} satisfies Command

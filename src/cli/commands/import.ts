import * as datasets from '../../extraction/datasets/index.ts'
import { createReadingPool } from '../../io/reading-pool.ts'
import { findInputs } from '../../io/inputs.ts'
import { importDataset } from '../../pipeline.ts'
import { UsageError, type Command } from '../command.ts'
import { storeOptions, withStore } from '../store.ts'

const names = Object.values(datasets).map((d) => d.name)

export default {
  name: 'import',
  summary: 'import a published dataset; says what it adds, changes and withdraws before it writes',
  usage: `DATASET FILE [--dry-run]   (datasets: ${names.join(', ')})`,
  options: { 'dry-run': { type: 'boolean', help: 'Say what would happen and write nothing.' }, ...storeOptions },
  examples: [{ line: 'import kiel Ukraine_Support_Tracker.xlsx --dry-run', shows: 'rows read, traps met, cells of the file\'s own summary that differ, what would be added, changed, withdrawn' }],
  async run(call) {
    const [name, file] = call.words
    if (!name || !file) throw new UsageError(`give a dataset (${names.join(', ')}) and a file.`)
    if (!names.includes(name)) throw new UsageError(`there is no dataset "${name}"; there is ${names.join(', ')}.`)
    return withStore(call, async (store) => {
      const pool = createReadingPool({ size: 1 })
      try {
        for await (const input of findInputs([file], { cwd: call.cwd, published: null })) {
          if ('refused' in input) throw new UsageError(input.refused.message, 1)
          const done = await importDataset(store, pool, input, name, call.options['dry-run'] === true, (plan) => {
            if (call.options['json']) return
            const { account, figures, issues } = plan.reading, ignored = Object.entries(account.ignored)
            call.out(`${plan.title}, release ${plan.reading.release}`)
            call.out(`rows ${account.rows} = handled ${account.handled} + ignored ${ignored.reduce((s, [, n]) => s + n, 0)}${ignored.length ? ` (${ignored.map(([why, n]) => `${n} ${why}`).join(', ')})` : ''} + reported ${account.reported}; ${account.activities} activities`)
            for (const issue of issues) if (issue.level !== 'note') call.out(`  ${issue.message} [${issue.code}]`)
            const notes = new Map<string, number>()
            for (const issue of issues) if (issue.level === 'note') notes.set(issue.code, (notes.get(issue.code) ?? 0) + 1)
            if (notes.size) call.out(`  notes: ${[...notes].map(([code, n]) => `${n} ${code}`).join(', ')} (--json lists them)`)
            if (figures.length) call.out(`Own summary: ${figures.filter((f) => f.agrees).length} of ${figures.length} cells agree with the rows to the cent.`)
            call.out(`Adds ${plan.adds}, changes ${plan.changes}, withdraws ${plan.withdraws.length}${plan.unchanged ? `, finds ${plan.unchanged} unchanged` : ''}.`)
            for (const key of plan.withdraws.slice(0, 20)) call.out(`  withdrawn: ${key}`)
          })
          if (call.options['json']) call.out(JSON.stringify({ ...done, reading: { ...done.reading, drawn: done.reading.drawn.length } }))
          else call.out(done.known ? 'These bytes were imported before: nothing was written.' : call.options['dry-run'] ? 'Nothing was written (--dry-run).' : 'Written.')
        }
        return 0
      } finally { await pool.close() }
    })
  },
} satisfies Command

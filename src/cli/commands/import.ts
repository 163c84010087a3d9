import { createReadingPool } from '../../io/reading-pool.ts'
import { findInputs, type Input } from '../../io/inputs.ts'
import { datasetNames, importDataset, readDataset, type ImportPlan } from '../../pipeline/datasets.ts'
import { NotTheDataset } from '../../pipeline/not-the-dataset.ts'
import type { ReadingPool } from '../../io/reading-pool.ts'
import type { Store } from '../../io/store.ts'
import { UsageError, type Call, type Command, type ExitCode } from '../command.ts'
import { storeOptions, withStore } from '../store.ts'

const names = datasetNames.join(', ')
type File = Extract<Input, { readonly bytes: Uint8Array }>

export default {
  name: 'import',
  usage: `DATASET FILE… [--dry-run]   (datasets: ${names})`,
  options: {
    'dry-run': { type: 'boolean', help: 'Say what would happen and write nothing.' },
    release: { type: 'string', value: 'LABEL', help: 'Release of tables that do not name their own; a release_info file among the files says it as well.' },
    ...storeOptions,
  },
  examples: [
    { line: 'import kiel Ukraine_Support_Tracker.xlsx --dry-run', shows: 'rows read, traps met, cells of the file\'s own summary that differ, what would be added, changed, withdrawn' },
    { line: 'import gdp gdp.csv', shows: 'figures of a series, each with its cell; "helenow series gdp" shows them, "totals --measure gdp" uses them' },
  ],
  async run(call) {
    const [name, ...words] = call.words
    if (!name || words.length === 0) throw new UsageError(`give a dataset (${names}) and a file.`)
    if (!datasetNames.includes(name)) throw new UsageError(`there is no dataset "${name}"; there is ${names}.`)
    return withStore(call, async (store) => {
      const pool = createReadingPool({ size: 1 })
      try {
        const release = (call.options['release'] as string | undefined) ?? await releaseAmong(pool, call, words, name)
        let code: ExitCode = 0
        for await (const input of findInputs(words, { cwd: call.cwd, published: null })) {
          if ('refused' in input) { call.err(`helenow import: ${input.refused.message}`); code = 1 } else if ('bytes' in input && !await importOne(call, store, pool, input, name, release)) code = 1
        }
        return code
      } finally { await pool.close() }
    })
  },
} satisfies Command

/** The label that a file among several gives to the others. */
async function releaseAmong(pool: ReadingPool, call: Call, words: readonly string[], name: string): Promise<string | undefined> {
  for await (const input of findInputs(words, { cwd: call.cwd, published: null })) {
    if (!('bytes' in input) || !/release_?info/i.test(input.label)) continue
    const read = await readDataset(pool, input, name).catch((error: unknown) => { if (error instanceof NotTheDataset) return undefined; throw error })
    if (read) return read.reading.release
  }
  return undefined
}

/** @returns false when the file is not the dataset: the next one goes on */
async function importOne(call: Call, store: Store, pool: ReadingPool, file: File, name: string, release: string | undefined): Promise<boolean> {
  const dryRun = call.options['dry-run'] === true
  try {
    const done = await importDataset(store, pool, file, name, { dryRun, release }, (plan) => { if (!call.options['json']) tell(call, file, plan) })
    if (call.options['json']) call.out(JSON.stringify({ file: file.label, ...done, figures: counted(done), reading: { ...done.reading, drawn: done.reading.drawn.length, observations: done.reading.observations.length } }))
    else call.out(done.known ? 'These bytes were imported before: nothing was written.' : dryRun ? 'Nothing was written (--dry-run).' : 'Written.')
    return true
  } catch (error) {
    if (!(error instanceof NotTheDataset)) throw error
    call.err(`helenow import: ${error.message} Nothing of ${file.label} was imported.`)
    return false
  }
}

const counted = ({ figures: f }: ImportPlan) => ({ adds: f.adds.length, changes: f.changes.length, withdraws: f.withdraws.length, unchanged: f.unchanged })

function tell(call: Call, file: File, plan: ImportPlan): void {
  const { account, figures: sums, issues, drawn, observations } = plan.reading, ignored = Object.entries(account.ignored)
  call.out(`${plan.title}, release ${plan.reading.release} (${file.label})`)
  call.out(`rows ${account.rows} = handled ${account.handled} + ignored ${ignored.reduce((s, [, n]) => s + n, 0)}${ignored.length ? ` (${ignored.map(([why, n]) => `${n} ${why}`).join(', ')})` : ''} + reported ${account.reported}; ${[account.activities ? `${account.activities} activities` : '', observations.length ? `${observations.length} figures` : ''].filter(Boolean).join(', ') || 'no figures'}`)
  for (const issue of issues) if (issue.level !== 'note') call.out(`  ${issue.message} [${issue.code}]`)
  const notes = new Map<string, number>()
  for (const issue of issues) if (issue.level === 'note') notes.set(issue.code, (notes.get(issue.code) ?? 0) + 1)
  if (notes.size) call.out(`  notes: ${[...notes].map(([code, n]) => `${n} ${code}`).join(', ')} (--json lists them)`)
  if (sums.length) call.out(`Sums that the file itself gives: ${sums.filter((f) => f.agrees).length} of ${sums.length} agree with its rows.`)
  if (plan.checks.length) call.out(`Sums across files: ${plan.checks.filter((f) => f.agrees).length} of ${plan.checks.length} agree.${plan.checks.filter((f) => !f.agrees).slice(0, 5).map((f) => ` ${f.column} of ${f.row} is ${f.stated}, ${f.sheet} gives ${f.computed}.`).join('')}`)
  if (drawn.length) {
    call.out(`Adds ${plan.adds}, changes ${plan.changes}, withdraws ${plan.withdraws.length}${plan.unchanged ? `, finds ${plan.unchanged} unchanged` : ''}.`)
    for (const key of plan.withdraws.slice(0, 20)) call.out(`  withdrawn: ${key}`)
  }
  if (observations.length) tellFigures(call, plan)
}

function tellFigures(call: Call, plan: ImportPlan): void {
  const { adds, changes, withdraws, unchanged } = counted(plan)
  call.out(`Figures: adds ${adds}, changes ${changes}, withdraws ${withdraws}${unchanged ? `, finds ${unchanged} unchanged` : ''}.`)
  const shown = 10
  for (const { before, after } of plan.figures.changes.slice(0, shown)) call.out(`  ${after.series} of ${after.subject}, ${after.period}: ${before.value} → ${after.value}${before.unit === after.unit ? '' : ` (${before.unit} → ${after.unit})`}`)
  for (const f of plan.figures.withdraws.slice(0, shown)) call.out(`  withdrawn: ${f.series} of ${f.subject}, ${f.period} (${f.value})`)
}

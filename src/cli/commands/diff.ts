import { claimKinds, type CommitmentFields, type Written } from '../../core/claim.ts'
import { diffRecords, diffRows, type Difference } from '../../ledger/diff.ts'
import { createReadingPool } from '../../io/reading-pool.ts'
import { findInputs } from '../../io/inputs.ts'
import { readDataset } from '../../pipeline/datasets.ts'
import { UsageError, type Call, type Command } from '../command.ts'
import { labelOf } from '../labels.ts'
import { storeOptions, withStore } from '../store.ts'

const day = /^\d{4}-\d{2}-\d{2}$/

export default {
  name: 'diff',
  summary: 'what differs between two releases of a dataset, or between the record on two days',
  usage: 'FILE FILE | DAY DAY',
  options: { dataset: { type: 'string', value: 'NAME', help: 'Dataset of the files; kiel when left out.' }, ...storeOptions },
  examples: [
    { line: 'diff tracker-r28.xlsx tracker-r29.xlsx', shows: 'rows added and withdrawn, each changed cell, ids given to something else' },
    { line: 'diff 2026-01-01 2026-06-30', shows: 'what came into the record between two days, and what changed' },
  ],
  async run(call) {
    const [a, b] = call.words
    if (a === undefined || b === undefined || call.words.length > 2) throw new UsageError('give two files or two days. "--help" shows examples.')
    if (day.test(a) && day.test(b)) return withStore(call, async (store) => {
      const at = async (when: string) => (await Promise.all(claimKinds.map((kind) => store.records({ kind, asOf: `${when}T23:59:59.999Z`, limit: 1_000_000 })))).flat()
      print(call, diffRecords(await at(a), await at(b), labelOf))
      return 0
    })
    const [before, after] = [await rows(call, a), await rows(call, b)]
    print(call, diffRows(before, after))
    return 0
  },
} satisfies Command

async function rows(call: Call, word: string): Promise<readonly CommitmentFields<Written>[]> {
  const pool = createReadingPool({ size: 1 })
  try {
    for await (const input of findInputs([word], { cwd: call.cwd, published: null })) {
      if ('refused' in input) throw new UsageError(input.refused.message, 1)
      const { reading } = await readDataset(pool, input, (call.options['dataset'] as string | undefined) ?? 'kiel')
      return reading.drawn.map((d) => d.fields)
    }
    return []
  } finally { await pool.close() }
}

function print(call: Call, differences: readonly Difference[]): void {
  for (const d of differences) call.out(call.options['json'] ? JSON.stringify(d) : `${d.what.padEnd(10)} ${d.id}  ${d.label}${d.field && d.what === 'changed' ? `\n             ${d.field}: ${d.before ?? 'none'} → ${d.after ?? 'none'}` : d.what === 're-used id' ? `\n             was ${d.before}` : ''}`)
  const counts = new Map<string, number>()
  for (const d of differences) counts.set(d.what, (counts.get(d.what) ?? 0) + 1)
  if (!call.options['json']) call.out(differences.length === 0 ? 'Nothing differs.' : [...counts].map(([what, n]) => `${n} ${what}`).join(', ') + '.')
}

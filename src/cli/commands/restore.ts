import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { readLines } from '../../io/backup-file.ts'
import { RestoreError } from '../../io/backup.ts'
import { UsageError, type Command } from '../command.ts'
import { progress } from '../progress.ts'
import { headLine, storeOptions, withStore } from '../store.ts'

export default {
  name: 'restore',
  usage: 'FILE',
  options: storeOptions,
  examples: [{ line: 'restore record.jsonl.gz --data copy', shows: 'the heads of the chains, which are those of the record that was backed up' }],
  async run(call) {
    const file = call.words[0] === undefined ? undefined : resolve(call.cwd, call.words[0])
    if (file === undefined || !existsSync(file)) throw new UsageError(`name a backup that is there${file ? `: ${file} is not` : ': helenow restore record.jsonl.gz'}.`)
    return withStore(call, async (store) => {
      const bar = progress(call, 'lines', null)
      const heads = await store.restore((async function* () { for await (const line of readLines(file)) { bar.step(); yield line } })()).catch((error: Error & { code?: string }) => {
        if (error instanceof RestoreError || error.code?.startsWith('Z_')) throw new UsageError(`${file} was not restored: ${error.message}`, 1)
        throw error
      })
      bar.end()
      const counts = await store.counts()
      if (call.options['json']) call.out(JSON.stringify({ ...counts, head: heads }))
      else call.out(`Restored ${counts.documents} documents, ${counts.claims} claims, ${counts.records} records, ${counts.entries} entries.\n${headLine(heads)}`)
      return 0
    })
  },
} satisfies Command

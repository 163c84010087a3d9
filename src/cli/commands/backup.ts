import { resolve } from 'node:path'
import { writeLines } from '../../io/backup-file.ts'
import { UsageError, type Command } from '../command.ts'
import { progress } from '../progress.ts'
import { headLine, storeOptions, withStore } from '../store.ts'

export default {
  name: 'backup',
  usage: 'FILE',
  options: storeOptions,
  examples: [{ line: 'backup record.jsonl.gz', shows: 'the heads that the file leads to; "helenow restore" makes the same record of it, on any machine or server' }],
  run: (call) => withStore(call, async (store) => {
    const [file] = call.words
    if (file === undefined) throw new UsageError('name the file to write: helenow backup record.jsonl.gz')
    const bar = progress(call, 'lines', null)
    let first: string | undefined
    await writeLines(resolve(call.cwd, file), (async function* () { for await (const line of store.backup()) { first ??= line; bar.step(); yield line } })())
    bar.end()
    const { head, figures } = JSON.parse(first!) as { head: { sequence: number; hash: string }; figures: { imports: number; hash: string } | null }
    if (call.options['json']) call.out(JSON.stringify({ file, ...head, figures }))
    else call.out(`${file} holds: ${headLine({ ...head, figures })}`)
    return 0
  }),
} satisfies Command

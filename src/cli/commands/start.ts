import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createReadingPool } from '../../io/reading-pool.ts'
import { briefOf, newestMeeting, record, sayRun } from '../../pipeline.ts'
import { renderText } from '../../reporting/render-text.ts'
import type { Store } from '../../io/store.ts'
import type { Call, Command } from '../command.ts'
import { progress } from '../progress.ts'
import { incoming } from '../incoming.ts'
import { serveOptions, serveUntilEnded } from '../serving.ts'
import { open } from '../store.ts'

const examples = join(fileURLToPath(new URL('../../../examples/documents', import.meta.url)))

export default {
  name: 'start',
  usage: '[--port PORT]',
  options: serveOptions,
  examples: [{ line: 'start', shows: 'what "npm start" does: the brief of the newest meeting in the terminal, then the address of the web app' }],
  async run(call) {
    const store = await open(call)
    try {
      await readExamples(call, store)
      const meeting = await newestMeeting(store)
      const brief = meeting && await briefOf(store, meeting.id)
      if (brief) call.out(`\n${renderText(brief, { width: Math.min(call.width, 100) })}\n`)
      await serveUntilEnded(call, store)
    } finally { await store.close() }
    return 0
  },
} satisfies Command

/** The project's own example documents, once: a store that holds documents is left as it is. */
async function readExamples(call: Call, store: Store): Promise<void> {
  if (!existsSync(examples) || (await store.counts()).documents > 0) return
  call.err('Reading the example documents …')
  const pool = createReadingPool(), bar = progress(call, 'read', null)
  try {
    const run = await record(store, incoming({ ...call, words: [examples] }, pool, store.pages), () => bar.step())
    bar.end()
    await store.saveRun('start', run)
    call.err(sayRun(run))
  } finally { await pool.close() }
}

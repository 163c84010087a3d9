import type { Command } from '../command.ts'
import { serveOptions, serveUntilEnded } from '../serving.ts'
import { open } from '../store.ts'

export default {
  name: 'serve',
  usage: '[--port PORT] [--host HOST]',
  options: serveOptions,
  examples: [{ line: 'serve', shows: 'the address of the web app; Ctrl-C ends it cleanly' }, { line: 'serve --port 8080 --host 0.0.0.0', shows: 'the same for the whole network' }],
  async run(call) {
    const store = await open(call)
    try { await serveUntilEnded(call, store) } finally { await store.close() }
    return 0
  },
} satisfies Command

/**
 * What runs in a worker process: closes the network, loads the module it was given, answers one job at a time.
 * The answer is packed here, so that one too large is found before it is sent.
 */
import './worker-guard.ts'
import { flushCompileCache } from 'node:module'
import { deserialize, serialize } from 'node:v8'
import { attempts } from './worker-attempts.ts'
import type { Answer, Work } from './workers.ts'

const reply = (answer: Answer) => process.send!(answer)
const loaded = load(process.argv[2]!)
loaded.then(() => reply({ id: 0, state: 'ready' }), (error: unknown) => { console.error(error); process.exit(70) })

/** Loads the module of the jobs. Where compiled code is kept, what is new of it is written down, and no job will find its folder open. */
async function load(module: string): Promise<{ default(job: unknown): unknown }> {
  const { permission } = process as unknown as { permission: { drop(scope: string): void } }
  const kept = process.env['NODE_COMPILE_CACHE'] !== undefined
  delete process.env['NODE_COMPILE_CACHE']
  const loaded = await import(module)
  if (kept) { flushCompileCache(); permission.drop('fs.write') }
  return loaded
}

async function answer(work: Work): Promise<Answer> {
  if (work.probe) return { id: work.id, state: 'done', packed: serialize(await attempts()), rss: 0 }
  try {
    const value = await (await loaded).default(deserialize(work.packed))
    const packed = serialize(value)
    if (packed.length > work.outputLimit) return { id: work.id, state: 'too-large', message: `${packed.length} bytes` }
    return { id: work.id, state: 'done', packed, rss: process.memoryUsage.rss() }
  } catch (error) {
    return { id: work.id, state: 'threw', message: error instanceof Error ? error.stack ?? error.message : String(error) }
  }
}

process.on('message', (work: Work) => void answer(work).then(reply))
process.on('disconnect', () => process.exit(0))

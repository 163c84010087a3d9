/**
 * What runs in a worker process: closes the network, loads the module it was given, answers one job at a time.
 * The answer is packed here, so that one too large is found before it is sent.
 */
import './worker-guard.ts'
import { enableCompileCache, flushCompileCache } from 'node:module'
import { deserialize, serialize } from 'node:v8'
import { attempts } from './worker-attempts.ts'
import type { Answer, Work } from './workers.ts'

const reply = (answer: Answer) => process.send!(answer)
const [jobModule, codeCache] = process.argv.slice(2)
const loaded: Promise<{ default(job: unknown): unknown }> = codeCache === undefined ? import(jobModule!) : loadKept(jobModule!, codeCache)
loaded.then(() => reply({ id: 0, state: 'ready' }), (error: unknown) => { console.error(error); process.exit(70) })

/** Loads a module with the code that was compiled of it before, and keeps what is compiled now. No job was read yet, and none will find the folder open. */
async function loadKept(module: string, folder: string): Promise<{ default(job: unknown): unknown }> {
  const { permission } = process as unknown as { permission: { drop(scope: string): void } }
  enableCompileCache(folder)
  const loaded = await import(module)
  flushCompileCache()
  permission.drop('fs.write')
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

/**
 * What runs in a worker process: closes the network, loads the module it was given, answers one job at a time.
 * The answer is packed here, so that one too large is found before it is sent.
 */
import './worker-guard.ts'
import { deserialize, serialize } from 'node:v8'
import { attempts } from './worker-attempts.ts'
import type { Answer, Work } from './workers.ts'

const reply = (answer: Answer) => process.send!(answer)
const jobModule = process.argv[2]!
const loaded: Promise<{ default(job: unknown): unknown }> = import(jobModule)
loaded.then(() => reply({ id: 0, state: 'ready' }), (error: unknown) => { console.error(error); process.exit(70) })

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

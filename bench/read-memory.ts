// Memory while many documents are read by the workers: it must not grow. `node bin/node bench/read-memory.ts [--count N] [--json]`
import { createReadingPool } from '../src/io/reading-pool.ts'
import { usage } from '../src/io/usage.ts'
import { sourceOf } from '../src/reading/read.ts'
import { goodFiles } from '../test/hostile/mutations.ts'

const at = process.argv.indexOf('--count'), documents = at < 0 ? 50_000 : Number(process.argv[at + 1])
const pages = goodFiles.filter(([name]) => /\.(?:html|txt|md|rss|docx)$/.test(name))
const pool = createReadingPool()
const megabytes = () => [process.pid, ...pool.pool.pids()].reduce((sum, pid) => sum + (usage(pid)?.rss ?? 0), 0) / 1e6
const samples: number[] = []
const started = performance.now()
let next = 0
const lane = async () => {
  while (next < documents) {
    const [name, bytes] = pages[next++ % pages.length]!
    await pool.read(bytes, sourceOf(name))
    if (next % Math.max(1, Math.floor(documents / 50)) === 0) samples.push(megabytes())
  }
}
await Promise.all(Array.from({ length: pool.size * 2 }, lane))
const seconds = (performance.now() - started) / 1000
await pool.close()
const mean = (list: readonly number[]) => list.reduce((a, b) => a + b, 0) / list.length
const figures = { documents, perSecond: Math.round(documents / seconds), startMB: Math.round(mean(samples.slice(5, 15))), endMB: Math.round(mean(samples.slice(-10))), peakMB: Math.round(Math.max(...samples)) }
if (process.argv.includes('--json')) console.log(JSON.stringify({ name: 'read-memory', figures, floors: { 'max:endMB': figures.startMB * 1.2 } }))
else console.log(`read-memory: ${documents} documents at ${figures.perSecond}/s; ${figures.startMB} MB at first, ${figures.endMB} MB at the end, ${figures.peakMB} MB at most (all processes)`)

// Documents a second through the reading pool, reading and extraction together, with one worker and with two: by the clock, so it tells the truth only on a machine with two free cores. The two sizes take turns, and each shows its best turn.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createReadingPool, type ReadingPool } from '../src/io/reading-pool.ts'
import { sourceOf } from '../src/reading/read.ts'

const examples = join(import.meta.dirname, '../examples/documents'), many = 240, turns = 3, warmUps = 10
const texts = readdirSync(examples).filter((f) => f.endsWith('.md')).map((f) => readFileSync(join(examples, f), 'utf8'))
const documents = Array.from({ length: many }, (_, i) => Buffer.from(`${texts[i % texts.length]!}\n\nCopy ${i} of the register was filed.\n`))

async function seconds(pool: ReadingPool, count = many): Promise<number> {
  const started = performance.now()
  await Promise.all(documents.slice(0, count).map((bytes, i) => pool.read(bytes, sourceOf(`copy-${i}.md`), { extract: true })))
  return (performance.now() - started) / 1000
}

// No worker is replaced while it is measured.
const pools = [1, 2].map((size) => createReadingPool({ size, recycleAfter: Infinity, recycleMemory: Infinity })), best = [Infinity, Infinity]
// Workers load their reference data and warm up, each on as many documents: until Node has made machine code of most that runs often, which it does on threads of its own, one worker takes more than a core.
for (const pool of pools) for (let k = 0; k < warmUps * pool.size; k++) await seconds(pool)
for (let turn = 0; turn < turns; turn++) for (const [k, pool] of pools.entries()) best[k] = Math.min(best[k]!, await seconds(pool))
await Promise.all(pools.map((pool) => pool.close()))
const figures = { 'one worker, documents a second': many / best[0]!, 'two workers, documents a second': many / best[1]!, 'speed-up': best[0]! / best[1]! }
if (process.argv.includes('--json')) console.log(JSON.stringify({ name: 'two-workers', figures }))
else console.log(`two-workers: ${figures['one worker, documents a second'].toFixed(0)} documents a second with one, ${figures['two workers, documents a second'].toFixed(0)} with two, ${figures['speed-up'].toFixed(2)} times`)

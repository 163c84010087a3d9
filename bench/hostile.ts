// Each hostile input by itself in a worker: its outcome, processor time and growth of memory. `node bin/node bench/hostile.ts [--json]`
import { createReadingPool } from '../src/io/reading-pool.ts'
import { usage } from '../src/io/usage.ts'
import { sourceOf } from '../src/reading/read.ts'
import { hostileInputs } from '../test/hostile/inputs.ts'

const json = process.argv.includes('--json')
const rows: { readonly name: string; readonly end: string; readonly seconds: number; readonly growth: number }[] = []
const pool = createReadingPool({ size: 1, recycleMemory: Infinity })
for (const input of hostileInputs) {
  await pool.read(new TextEncoder().encode('The council met on Monday.'), sourceOf('warm.txt'))
  const bytes = input.bytes(), pid = pool.pool.pids()[0], before = usage(pid)
  let peak = before?.rss ?? 0
  const watch = setInterval(() => { peak = Math.max(peak, usage(pid)?.rss ?? 0) }, 10)
  const results = await pool.read(bytes, sourceOf(input.name, { declaredType: input.type ?? null, declaredCharset: input.charset ?? null }))
  clearInterval(watch)
  const after = usage(pid)
  const end = results.map(({ outcome }) => (outcome.state === 'quarantined' || outcome.state === 'refused' ? outcome.issues[0].code : outcome.state)).join(' ')
  rows.push({ name: input.name, end, seconds: ((after?.cpu ?? 0) - (before?.cpu ?? 0)) / 1000, growth: (Math.max(peak, after?.rss ?? 0) - (before?.rss ?? 0)) / 1e6 })
  const row = rows.at(-1)!
  if (!json) console.log(`${row.name.padEnd(26)} ${row.end.slice(0, 60).padEnd(60)} ${row.seconds.toFixed(2).padStart(6)} s ${row.growth.toFixed(0).padStart(5)} MB`)
}
await pool.close()
const bombs = rows.filter((r) => /bomb/.test(r.end) || /bomb/.test(r.name))
const figures = { inputs: rows.length, limits: rows.filter((r) => /-limit/.test(r.end)).length, crashes: rows.filter((r) => /crashed/.test(r.end)).length, bombSeconds: Math.max(...bombs.map((r) => r.seconds)), bombMegabytes: Math.round(Math.max(...bombs.map((r) => r.growth))) }
if (json) console.log(JSON.stringify({ name: 'hostile', figures, floors: { 'max:crashes': 0, 'max:bombSeconds': 2, 'max:bombMegabytes': 128 }, rows }))
else console.log(`hostile: ${figures.inputs} inputs, ${figures.limits} stopped by a limit, ${figures.crashes} crashes; bombs at most ${figures.bombSeconds.toFixed(2)} s and ${figures.bombMegabytes} MB`)

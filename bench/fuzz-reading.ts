// 10,000 damaged and random inputs through the workers: no hang, no crash, none lost. `node bin/node bench/fuzz-reading.ts [--count N] [--seed N] [--json]`
import fc from 'fast-check'
import { createReadingPool } from '../src/io/reading-pool.ts'
import { sourceOf } from '../src/reading/read.ts'
import { anyInput } from '../test/hostile/mutations.ts'

const option = (name: string, otherwise: number) => { const at = process.argv.indexOf(name); return at < 0 ? otherwise : Number(process.argv[at + 1]) }
const inputs = option('--count', 10_000), seed = option('--seed', 20_250_113)
const pool = createReadingPool({ limits: { cpu: 10_000, wall: 30_000 } })
const figures = { inputs, documents: 0, accepted: 0, warned: 0, quarantined: 0, refused: 0, hangs: 0, crashes: 0, lost: 0 }
const bad: string[] = []

const chunk = 500
for (let done = 0; done < inputs; done += chunk) {
  const sample = fc.sample(anyInput, { numRuns: Math.min(chunk, inputs - done), seed: seed + done })
  await Promise.all(sample.map(async ({ name, bytes }, i) => {
    const results = await pool.read(bytes, sourceOf(name))
    if (results.length === 0) { figures.lost++; bad.push(`lost: ${name}, seed ${seed + done}, number ${i}`) }
    for (const { outcome } of results) {
      figures.documents++
      figures[outcome.state]++
      const code = outcome.issues[0]?.code ?? ''
      if (/-limit$/.test(code)) { figures.hangs++; bad.push(`${code}: ${name}, seed ${seed + done}, number ${i}`) }
      if (code === 'crashed' || code === 'bad-answer' || code === 'failed') { figures.crashes++; bad.push(`${code}: ${name}, seed ${seed + done}, number ${i}: ${outcome.issues[0]!.message}`) }
    }
  }))
}
await pool.close()
const floors = { 'max:hangs': 0, 'max:crashes': 0, 'max:lost': 0 }
if (process.argv.includes('--json')) console.log(JSON.stringify({ name: 'fuzz-reading', figures, floors, bad: bad.slice(0, 20) }))
else console.log(`fuzz-reading: ${inputs} inputs, ${figures.documents} documents = ${figures.accepted} accepted + ${figures.warned} warned + ${figures.quarantined} quarantined + ${figures.refused} refused; ${figures.hangs} hangs, ${figures.crashes} crashes, ${figures.lost} lost`, ...bad.slice(0, 20).map((b) => `\n  ${b}`))
process.exitCode = figures.hangs + figures.crashes + figures.lost > 0 ? 1 : 0

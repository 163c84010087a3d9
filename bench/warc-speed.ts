// Records of a packed web archive a second, without reading the pages: megabytes of packed bytes. `node bin/node bench/warc-speed.ts [--json]`
import { gzipSync } from 'node:zlib'
import { createBudget, standardLimits } from '../src/reading/budget.ts'
import { readAnswer } from '../src/reading/http-message.ts'
import { warcParts } from '../src/reading/warc-records.ts'
import { makeRecord } from '../test/hostile/warcs.ts'

// Pages of words that differ, so that they pack as pages do (about four times).
let state = 1
const random = (below: number) => (state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff) % below
const words = Array.from({ length: 20_000 }, () => Array.from({ length: 3 + random(7) }, () => String.fromCharCode(97 + random(26))).join(''))
const page = () => `<html><head><title>${words[random(20_000)]}</title></head><body>${Array.from({ length: 60 }, () => `<p class="text">${Array.from({ length: 60 }, () => words[random(20_000)]).join(' ')}</p>`).join('\n')}</body></html>`
const packed = Array.from({ length: 300 }, (_, i) => gzipSync(makeRecord({ url: `https://a.example/${i}`, body: page() })))
const file = Buffer.concat(Array.from({ length: 10 }, () => packed).flat())

const budget = createBudget({ ...standardLimits, total: Infinity })
const started = process.cpuUsage()
let records = 0, bytes = 0
for await (const part of warcParts(file, 'bench.warc.gz', budget)) {
  if (part.kind === 'gap') throw new Error(`a gap at ${part.offset}: ${part.why}`)
  const answer = await readAnswer(part.block, 'bench', budget)
  records++
  bytes += answer!.body.length
}
const { user, system } = process.cpuUsage(started), seconds = (user + system) / 1e6
const figures = { packedMBs: file.length / 1e6 / seconds, recordsPerSecond: Math.round(records / seconds), ratio: bytes / file.length }
if (process.argv.includes('--json')) console.log(JSON.stringify({ name: 'warc-speed', figures, floors: { packedMBs: 20 } }))
else console.log(`warc-speed: ${figures.packedMBs.toFixed(1)} MB/s packed (${(figures.packedMBs * figures.ratio).toFixed(0)} MB/s unfolded), ${figures.recordsPerSecond} records/s on one core`)

// Memory while one large web archive is read from the disk: it must not grow with the size of the archive. `node bin/node bench/warc-memory.ts [--mb N] [--json]`
import { once } from 'node:events'
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findInputs } from '../src/io/inputs.ts'
import { createReadingPool } from '../src/io/reading-pool.ts'
import { usage } from '../src/io/usage.ts'
import { makeRecord } from '../test/hostile/warcs.ts'

const at = process.argv.indexOf('--mb'), megabytes = at < 0 ? 256 : Number(process.argv[at + 1])
const folder = mkdtempSync(join(tmpdir(), 'helenow-warc-')), path = join(folder, 'large.warc')
const paragraph = (n: number) => `<p>${Array.from({ length: 90 }, (_, i) => `word${(n * 31 + i * 7) % 4999}`).join(' ')}.</p>`
const records = Array.from({ length: 64 }, (_, i) => makeRecord({ url: `https://a.example/${i}`, body: `<html><head><title>Page ${i}</title></head><body><article>${Array.from({ length: 400 }, (_, n) => paragraph(i * 400 + n)).join('\n')}</article></body></html>` }))

const out = createWriteStream(path)
let size = 0
for (let i = 0; size < megabytes * 1e6; i++) {
  const record = records[i % records.length]!
  size += record.length
  if (!out.write(record)) await once(out, 'drain')
}
out.end()
await once(out, 'finish')

const pool = createReadingPool(), samples: number[] = []
const sample = () => samples.push([process.pid, ...pool.pool.pids()].reduce((sum, pid) => sum + (usage(pid)?.rss ?? 0), 0) / 1e6)
let documents = 0
for await (const input of findInputs([path], { cwd: folder, published: null, large: true }))
  if ('file' in input) for await (const one of pool.each(input.file, input.source)) { if ('value' in one.outcome) documents++; if (documents % 50 === 0) sample() }
await pool.close()
rmSync(folder, { recursive: true, force: true })
const mean = (list: readonly number[]) => list.reduce((a, b) => a + b, 0) / Math.max(1, list.length), tenth = Math.max(1, Math.floor(samples.length / 10))
const figures = { megabytes: Math.round(size / 1e6), documents, earlyMB: Math.round(mean(samples.slice(tenth, 3 * tenth))), endMB: Math.round(mean(samples.slice(-2 * tenth))), peakMB: Math.round(Math.max(...samples)) }
if (process.argv.includes('--json')) console.log(JSON.stringify({ name: 'warc-memory', figures, floors: { 'max:endMB': Math.round(figures.earlyMB * 1.2) } }))
else console.log(`warc-memory: ${figures.documents} pages of ${figures.megabytes} MB; ${figures.earlyMB} MB early on, ${figures.endMB} MB at the end, ${figures.peakMB} MB at most (all processes)`)

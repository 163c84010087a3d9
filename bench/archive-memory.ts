// Memory while one large archive is read from the disk: it must not grow with the size of the archive. `node bin/node bench/archive-memory.ts [--zip] [--mb N] [--json]`
import { once } from 'node:events'
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findInputs } from '../src/io/inputs.ts'
import { createReadingPool } from '../src/io/reading-pool.ts'
import { usage } from '../src/io/usage.ts'
import { makeZip } from '../test/hostile/archives.ts'
import { makeRecord } from '../test/hostile/warcs.ts'

const zip = process.argv.includes('--zip'), at = process.argv.indexOf('--mb'), megabytes = at < 0 ? 256 : Number(process.argv[at + 1])
const folder = mkdtempSync(join(tmpdir(), 'helenow-archive-')), path = join(folder, zip ? 'large.zip' : 'large.warc')
const paragraph = (n: number) => `<p>${Array.from({ length: 90 }, (_, i) => `word${(n * 31 + i * 7) % 4999}`).join(' ')}.</p>`
const page = (i: number) => `<html><head><title>Page ${i}</title></head><body><article>${Array.from({ length: 400 }, (_, n) => paragraph(i * 400 + n)).join('\n')}</article></body></html>`
const out = createWriteStream(path)
let size = 0
const write = async (bytes: Uint8Array) => { size += bytes.length; if (!out.write(bytes)) await once(out, 'drain') }
if (zip) {
  // One archive by hand would hold it all: pages are stored one by one, and their directory is put behind them.
  const made = Array.from({ length: 64 }, (_, i) => ({ name: `${i}.html`, all: makeZip([{ name: `${String(i).padStart(2, '0')}.html`, data: page(i), stored: true }]) })).map(({ all }) => ({ local: all.subarray(0, all.readUInt32LE(all.length - 6)), entry: all.subarray(all.readUInt32LE(all.length - 6), -22), end: all.subarray(-22) }))
  const directory: Buffer[] = []
  for (let i = 0; size < megabytes * 1e6; i++) {
    const one = made[i % made.length]!, entry = Buffer.from(one.entry)
    entry.writeUInt32LE(size, 42)
    directory.push(entry)
    await write(one.local)
  }
  const end = Buffer.from(made[0]!.end)
  for (const place of [8, 10]) end.writeUInt16LE(directory.length, place)
  end.writeUInt32LE(size, 16)
  await write(Buffer.concat([...directory, end]))
} else {
  const records = Array.from({ length: 64 }, (_, i) => makeRecord({ url: `https://a.example/${i}`, body: page(i) }))
  for (let i = 0; size < megabytes * 1e6; i++) await write(records[i % records.length]!)
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
if (process.argv.includes('--json')) console.log(JSON.stringify({ name: 'archive-memory', figures, floors: { 'max:endMB': Math.round(figures.earlyMB * 1.2) } }))
else console.log(`archive-memory: ${figures.documents} pages of ${figures.megabytes} MB; ${figures.earlyMB} MB early on, ${figures.endMB} MB at the end, ${figures.peakMB} MB at most (all processes)`)

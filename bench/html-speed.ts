/** Pages a second on one core, bytes to document, at the page of median size and over all pages of the two sets of pages. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { readBytes, sourceOf } from '../src/reading/read.ts'

const base = new URL('../../shared/data/benchmarks/', import.meta.url)
if (!existsSync(base)) { console.log('html-speed: ../shared is missing, nothing measured'); process.exit(0) }
const pages = ['article-extraction/html/', 'trafilatura-eval/html/'].flatMap((folder) => readdirSync(new URL(folder, base)).map((file) => new Uint8Array(gunzipSync(readFileSync(new URL(folder + encodeURIComponent(file), base))))))
pages.sort((a, b) => a.length - b.length)
const middle = pages.slice(Math.floor(pages.length / 2) - 20, Math.floor(pages.length / 2) + 20)

/** Processor time, so that other work on the machine does not count. */
async function rate(list: readonly Uint8Array[]): Promise<number> {
  const before = process.cpuUsage()
  for (const page of list) await readBytes(page, sourceOf('page.html'))
  const { user, system } = process.cpuUsage(before)
  return list.length / ((user + system) / 1e6)
}
await rate(middle)
const median = Math.max(await rate(middle), await rate(middle)), all = await rate(pages)
const megabytes = pages.reduce((n, p) => n + p.length, 0) / 1e6 / (pages.length / all)
if (process.argv.includes('--json')) console.log(JSON.stringify({ name: 'html-speed', figures: { 'pages a second at the median': median, 'pages a second, all': all, 'MB a second': megabytes }, floors: { 'pages a second at the median': 40 } }))
else console.log(`html-speed: ${median.toFixed(0)} pages a second at the median page (${Math.round(middle[20]!.length / 1000)} kB), ${all.toFixed(0)} over all ${pages.length}, ${megabytes.toFixed(1)} MB a second`)

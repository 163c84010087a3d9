/**
 * Main text of 91 news and blog pages against hand-made bodies (scrapinghub/article-extraction-benchmark): 4-word
 * shingles a page, precision and recall as means over pages, F1 of those means.
 */
import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { readBytes, sourceOf } from '../src/reading/read.ts'
import { articleText, percent } from './helpers/reading.ts'

const folder = new URL('../../shared/data/benchmarks/article-extraction/', import.meta.url)
if (!existsSync(folder)) { console.log('article-extraction: ../shared is missing, nothing measured'); process.exit(0) }
const gold = JSON.parse(readFileSync(new URL('ground-truth.json', folder), 'utf8')) as Record<string, { articleBody: string; url: string }>

const tokens = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? []
function shingles(text: string): Map<string, number> {
  const words = tokens(text), counts = new Map<string, number>()
  for (let i = 0; i + 4 <= Math.max(words.length, 4); i++) { const s = words.slice(i, i + 4).join(' '); counts.set(s, (counts.get(s) ?? 0) + 1) }
  return counts
}

let precision = 0, recall = 0, exact = 0
const pages = Object.entries(gold)
for (const [key, { articleBody, url }] of pages) {
  const bytes = gunzipSync(readFileSync(new URL(`html/${key}.html.gz`, folder)))
  const text = articleText(await readBytes(bytes, sourceOf(`${key}.html`, { url })))
  const want = shingles(articleBody), got = shingles(text)
  let hit = 0, all = 0, goal = 0
  for (const [s, n] of got) { hit += Math.min(n, want.get(s) ?? 0); all += n }
  for (const n of want.values()) goal += n
  precision += all ? hit / all : 0
  recall += goal ? hit / goal : 1
  if (tokens(text).join(' ') === tokens(articleBody).join(' ')) exact++
}
precision /= pages.length
recall /= pages.length
const F1 = (2 * precision * recall) / (precision + recall), accuracy = exact / pages.length
if (process.argv.includes('--json')) console.log(JSON.stringify({ name: 'article-extraction', figures: { F1, precision, recall, accuracy }, floors: { F1: 0.96 } }))
else console.log(`article-extraction: F1 ${F1.toFixed(4)}, precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}, exact ${percent(accuracy)} of ${pages.length} pages`)

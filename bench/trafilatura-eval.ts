/**
 * Pages of the evaluation set of adbar/trafilatura: segments that must and must not be in the text, and title, author
 * and date where the set gives them. A date is right on the day; a title when its words are the same, or one wording
 * holds the other and is at least half as long; authors when the names are the same. The set's own runner scores the
 * segments alone, so the rules for the other fields are ours. A title is given without the name of its site, which falls
 * from the key as well; the key's slips of the pen count as misses. A page carries a title when its words stand in the
 * text or in an attribute of the page: the rate over such pages is the one with an aim, that over all keys stands beside it.
 */
import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { readBytes, sourceOf } from '../src/reading/read.ts'
import { decode } from '../src/reading/charset.ts'
import { elementsOf, parseTree, textOf } from '../src/reading/html/tree.ts'
import { articleText, documentOf, percent } from './helpers/reading.ts'

const folder = new URL('../../shared/data/benchmarks/trafilatura-eval/', import.meta.url)
if (!existsSync(folder)) { console.log('trafilatura-eval: ../shared is missing, nothing measured'); process.exit(0) }
interface Page { file: string; with?: string[]; without?: string[]; title?: string; author?: string; date?: string }
const pages = Object.entries(JSON.parse(readFileSync(new URL('evaldata.json', folder), 'utf8')) as Record<string, Page>)

const fold = (text: string) => text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim()
/** Do these words stand anywhere on the page: in its text, with or without its tags for spaces, or in an attribute? */
const carries = (bytes: Uint8Array, title: string) => {
  const root = parseTree(decode(bytes, null).text), values = [...elementsOf(root)].flatMap((e) => [...e.attributes.values(), ...e.children.flatMap((c) => ('tag' in c ? [] : [c.text]))])
  return [textOf(root), ...values, values.join(' ')].some((t) => fold(t).includes(fold(title)))
}
const names = (list: readonly string[]) => list.map(fold).sort().join('|')
const sameTitle = (a: string, b: string) => { const x = fold(a), y = fold(b); return x === y || ((x.includes(y) || y.includes(x)) && Math.min(x.length, y.length) * 2 >= Math.max(x.length, y.length)) }

const counts = { hit: 0, miss: 0, extra: 0, clean: 0 }
const rate = { date: [0, 0], title: [0, 0], carriedTitle: [0, 0], exactTitle: [0, 0], author: [0, 0] }
const tell = (field: keyof typeof rate, right: boolean, want: string, got: unknown, file: string) => {
  rate[field][1]!++
  if (right) rate[field][0]!++
  else if (process.argv.includes('--show') && !/Title$/.test(field)) console.log(field, file, '| want', want, '| got', got)
}
for (const [url, page] of pages) {
  const bytes = gunzipSync(readFileSync(new URL(`html/${page.file}.gz`, folder)))
  const results = await readBytes(bytes, sourceOf(page.file, { url })), document = documentOf(results), text = squeeze(articleText(results))
  for (const segment of page.with ?? []) text.includes(squeeze(segment)) ? counts.hit++ : counts.miss++
  for (const segment of page.without ?? []) text.includes(squeeze(segment)) ? counts.extra++ : counts.clean++
  if (page.date) tell('date', document?.published?.source === 'metadata' && document.published.edtf === page.date, page.date, document?.published?.edtf, page.file)
  if (page.title) {
    const site = ` - ${document?.publisher}`, wanted = page.title.trim().endsWith(site) ? page.title.trim().slice(0, -site.length) : page.title
    const right = document?.title != null && sameTitle(document.title, wanted)
    tell('title', right, page.title, document?.title, page.file)
    if (right || carries(bytes, wanted)) tell('carriedTitle', right, page.title, document?.title, page.file)
    tell('exactTitle', document?.title != null && fold(document.title) === fold(wanted), page.title, document?.title, page.file)
  }
  if (page.author) tell('author', names(document?.authors ?? []) === names(page.author.replace(/^von /i, '').split(/;\s*|, | & | und | and /)), page.author, document?.authors, page.file)
}
const precision = counts.hit / (counts.hit + counts.extra), recall = counts.hit / (counts.hit + counts.miss), F1 = (2 * precision * recall) / (precision + recall)
const share = ([right, all]: number[]) => right! / all!
const figures = { F1, precision, recall, dates: share(rate.date), titles: share(rate.carriedTitle), 'titles of all keys': share(rate.title), 'titles to the letter': share(rate.exactTitle), authors: share(rate.author) }
if (process.argv.includes('--json')) console.log(JSON.stringify({ name: 'trafilatura-eval', figures, floors: { F1: 0.9, dates: 0.9, titles: 0.95, 'titles of all keys': 0.93, authors: 0.75 } }))
else console.log(`trafilatura-eval: F1 ${F1.toFixed(4)} (precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}), dates ${percent(figures.dates)}, titles ${percent(figures.titles)} (of all keys ${percent(figures['titles of all keys'])}, to the letter ${percent(figures['titles to the letter'])}), authors ${percent(figures.authors)}`)

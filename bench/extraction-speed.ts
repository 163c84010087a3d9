/** Kilobytes of news (UTF-8) a second through all extractors, on one core: English articles and each other language. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { extract } from '../src/extraction/extract.ts'
import { loadReference } from '../src/io/reference.ts'
import { buildLexicon } from '../src/resolution/lexicon.ts'
import { plain } from '../test/extraction/plain.ts'

const shared = join(import.meta.dirname, '../../shared')
if (!existsSync(shared)) { console.log('extraction-speed: ../shared is missing, nothing measured'); process.exit(0) }
const lexicon = buildLexicon(loadReference())
const body = (file: string) => readFileSync(file, 'utf8').replace(/^---\n[\s\S]*?\n---\n/, '')
const texts = (folder: string, pattern: RegExp) => readdirSync(join(shared, folder)).filter((f) => pattern.test(f)).map((f) => body(join(shared, folder, f)))
const sets: Record<string, string[]> = {
  en: texts('data/articles', /^(?:news|wh)-.*\.md$/), de: [...texts('data/articles', /^de-.*\.md$/), ...texts('gold/dev/texts', /^own-de/)],
  uk: [...texts('data/articles', /^uk-.*\.md$/), ...texts('gold/dev/texts', /^own-uk/)], fr: texts('gold/dev/texts', /^own-fr/), pl: texts('gold/dev/texts', /^own-pl/), it: texts('gold/dev/texts', /^own-it/),
}
const figures: Record<string, number> = {}
for (const [code, list] of Object.entries(sets)) {
  const size = list.reduce((n, t) => n + Buffer.byteLength(t), 0), rounds = Math.max(1, Math.ceil(500_000 / size)), documents = list.map((t) => plain(t, code, '2025-01-13'))
  // A worker reads thousands of documents, so what is measured is a program that has been running for a while: in its first megabytes Node still makes machine code, on threads of its own whose time counts here.
  for (let read = 0; read < 4_000_000; read += size) for (const d of documents) extract(d, lexicon)
  // Processor time, so that a busy machine does not look like a slow program.
  const started = process.cpuUsage()
  for (let i = 0; i < rounds; i++) for (const d of documents) extract(d, lexicon)
  const { user, system } = process.cpuUsage(started)
  figures[code] = Math.round((size * rounds) / ((user + system) / 1000))
}
if (process.argv.includes('--json')) console.log(JSON.stringify({ name: 'extraction-speed', figures, floors: Object.fromEntries(Object.keys(figures).map((c) => [c, 150])) }))
else console.log('extraction-speed: ' + Object.entries(figures).map(([c, f]) => `${c} ${f} kB/s`).join(', ') + ' of processor time')

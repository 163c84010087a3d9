/**
 * Kilobytes of text (UTF-8) a second through all extractors, on one core, by language: articles on support and arms, news
 * and encyclopedia of all kinds (a thousand sentences of Universal Dependencies, the same in five languages; speeches for
 * Ukrainian), and, where a language has no articles, its two short documents of the development set, in
 * which nearly every sentence makes a claim.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { extract } from '../src/extraction/extract.ts'
import { loadReference } from '../src/io/reference.ts'
import { buildLexicon } from '../src/resolution/lexicon.ts'
import { plain } from '../test/extraction/plain.ts'
import { documentsOf } from './lib/universal-dependencies.ts'

const shared = join(import.meta.dirname, '../../shared')
if (!existsSync(shared)) { console.log('extraction-speed: ../shared is missing, nothing measured'); process.exit(0) }
const lexicon = buildLexicon(loadReference())
const body = (file: string) => readFileSync(file, 'utf8').replace(/^---\n[\s\S]*?\n---\n/, '')
const texts = (folder: string, pattern: RegExp) => readdirSync(join(shared, folder)).filter((f) => pattern.test(f)).map((f) => body(join(shared, folder, f)))
const prose = (name: string) => documentsOf(join(shared, 'data/ud', `${name}.conllu`), 25)
const sets: Record<string, readonly [language: string, texts: readonly string[]]> = {
  'en, on support': ['en', texts('data/articles', /^(?:news|wh)-.*\.md$/)], 'de, on support': ['de', texts('data/articles', /^de-.*\.md$/)], 'uk, on support': ['uk', texts('data/articles', /^uk-.*\.md$/)],
  ...Object.fromEntries(['en', 'de', 'fr', 'pl', 'it'].map((code) => [code, [code, prose(`${code}_pud-test`)] as const])), uk: ['uk', prose('uk_parlamint-dev')],
  ...Object.fromEntries(['fr', 'pl', 'it'].map((code) => [`${code}, all claims`, [code, texts('gold/dev/texts', new RegExp(`^own-${code}`))] as const])),
}
const figures: Record<string, number> = {}
for (const [name, [code, list]] of Object.entries(sets)) {
  const size = list.reduce((n, t) => n + Buffer.byteLength(t), 0), rounds = Math.max(1, Math.ceil(500_000 / size)), documents = list.map((t) => plain(t, code, '2025-01-13'))
  // A worker reads thousands of documents, so what is measured is a program that has been running for a while: in its first megabytes Node still makes machine code, on threads of its own whose time counts here.
  for (let read = 0; read < 3_000_000; read += size) for (const d of documents) extract(d, lexicon)
  // Processor time, so that a busy machine does not look like a slow program.
  const started = process.cpuUsage()
  for (let i = 0; i < rounds; i++) for (const d of documents) extract(d, lexicon)
  const { user, system } = process.cpuUsage(started)
  figures[name] = Math.round((size * rounds) / ((user + system) / 1000))
}
if (process.argv.includes('--json')) console.log(JSON.stringify({ name: 'extraction-speed', figures, floors: Object.fromEntries(Object.keys(figures).map((name) => [name, 150])) }))
else console.log('extraction-speed: ' + Object.entries(figures).map(([c, f]) => `${c} ${f} kB/s`).join(', ') + ' of processor time')

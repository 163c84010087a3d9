// Runs every bench file (or those named) and prints its figures; with --check, ends with 1 when a
// figure lies below its floor; with --write, writes docs/reference/benchmarks.md, where benches that were not run keep
// the rows they had.
import { spawnSync } from 'node:child_process'
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { marks } from './rivals.ts'

/** What a bench file prints with --json: figures with their floors; a floor named `max:…` is a ceiling. */
export interface BenchResult { readonly name: string; readonly figures: Readonly<Record<string, number>>; readonly floors?: Readonly<Record<string, number>>; readonly skipped?: string }

const words = process.argv.slice(2), check = words.includes('--check'), named = words.filter((w) => !w.startsWith('--'))
const slow = new Set(['run.ts', 'store-crash.ts', 'store-scale.ts', 'store-state-hash.ts', 'fuzz-reading.ts', 'read-memory.ts', 'archive-memory.ts'])
const files = readdirSync(import.meta.dirname).filter((f) => f.endsWith('.ts') && (named.length ? named.some((n) => f.includes(n)) : !slow.has(f))).sort()

let below = 0
const page: string[] = []
for (const file of files) {
  const { stdout, status } = spawnSync(process.execPath, [...process.execArgv, join(import.meta.dirname, file), '--json'], { encoding: 'utf8', maxBuffer: 1 << 26 })
  const line = stdout.trim().split('\n').at(-1) ?? ''
  const result = parse(line)
  if (!result) { console.log(`${file.padEnd(28)} ${status === 0 ? line || 'no figures' : `failed (exit ${status})`}`); if (status !== 0) below++; continue }
  if (result.skipped) { console.log(`${file.padEnd(28)} skipped: ${result.skipped}`); continue }
  for (const [name, value] of Object.entries(result.figures)) {
    const floor = result.floors?.[name], ceiling = result.floors?.[`max:${name}`]
    const bad = (floor !== undefined && !(value >= floor)) || (ceiling !== undefined && !(value <= ceiling))
    if (bad) below++
    const mark = marks[result.name]?.[name]
    page.push(`| ${result.name} | ${name} | ${Math.round(value * 1000) / 1000} | ${mark?.aim ?? ''} | ${floor ?? (ceiling === undefined ? '' : `at most ${ceiling}`)} | ${mark?.rivals ?? ''} |`)
    console.log(`${file.padEnd(28)} ${name.padEnd(36)} ${String(Math.round(value * 10000) / 10000).padStart(10)}${floor === undefined ? '' : `  floor ${floor}`}${ceiling === undefined ? '' : `  ceiling ${ceiling}`}${bad ? '  BELOW' : ''}`)
  }
}
if (words.includes('--write')) {
  const file = join(import.meta.dirname, '../docs/reference/benchmarks.md'), benchOf = (row: string) => row.split('|')[1]!.trim(), ran = new Set(page.map(benchOf))
  const here = new Set(readdirSync(import.meta.dirname).map((f) => f.replace(/\.ts$/, '')))
  const kept = readFileSync(file, 'utf8').split('\n').filter((row) => /^\| [a-z]/.test(row) && !ran.has(benchOf(row)) && here.has(benchOf(row)))
  const rows = [...kept, ...page].sort((a, b) => (benchOf(a) < benchOf(b) ? -1 : benchOf(a) > benchOf(b) ? 1 : 0))
  writeFileSync(file, ['# Benchmarks', '', 'Made by `npm run bench -- --write` from the files in `bench/`, each of which runs by itself and says what it measures and how. The public sets are', 'not part of the project; a bench that misses its set says so and ends. Figures are those of the development half of each set, so expect less on unseen text;', 'the aim is what the project set out to reach, the floor what `npm run bench:check` guards. Speeds were taken on two shared cores.', '', '| bench | figure | here | aim | floor | rivals |', '|---|---|---|---|---|---|', ...rows, ''].join('\n'))
}
if (check && below > 0) { console.error(`${below} figure${below === 1 ? '' : 's'} below the floor`); process.exit(1) }

function parse(line: string): BenchResult | undefined {
  try { const value = JSON.parse(line) as BenchResult; return typeof value === 'object' && value !== null && 'figures' in value ? value : undefined } catch { return undefined }
}

/**
 * How long the command line takes to start, as ratios to a bare Node started in turn with it, so that a busy machine counts less:
 * a help page, and the claims of one sentence, which also waits for a worker. Compiled code is kept from a first run, as a user's is.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const folder = mkdtempSync(join(tmpdir(), 'helenow-start-')), program = join(import.meta.dirname, '../bin/helenow'), file = join(folder, 'note.txt')
writeFileSync(file, 'Germany will deliver 20 armoured vehicles to Ukraine in 2025, the defence ministry said on Monday.\n')
const env = { PATH: process.env['PATH'] ?? '', HOME: folder, XDG_CACHE_HOME: join(folder, 'caches') }
const lines: Readonly<Record<string, readonly string[]>> = { 'bare Node': ['-e', '0'], help: [program, '--help'], 'help of a command': [program, 'totals', '--help'], 'one sentence': [program, 'extract', file] }

function seconds(args: readonly string[]): number {
  const from = performance.now(), { status, stderr } = spawnSync(process.execPath, args, { env, encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return (performance.now() - from) / 1000
}

const rounds = 7, taken = Object.values(lines).map((): number[] => [])
for (const args of Object.values(lines)) seconds(args)
for (let round = 0; round < rounds; round++) Object.values(lines).forEach((args, i) => taken[i]!.push(seconds(args)))
rmSync(folder, { recursive: true, force: true })
const [bare, ...medians] = taken.map((list) => list.sort((a, b) => a - b)[(rounds - 1) / 2]!)
const figures = Object.fromEntries(Object.keys(lines).slice(1).map((name, i) => [name, medians[i]! / bare!]))
if (process.argv.includes('--json')) console.log(JSON.stringify({ name: 'start', figures, floors: { 'max:help': 8, 'max:help of a command': 20, 'max:one sentence': 60 } }))
else console.log(`start: bare Node ${bare!.toFixed(2)} s; ${Object.entries(figures).map(([name, ratio]) => `${name} ${ratio.toFixed(1)} times that`).join(', ')}`)

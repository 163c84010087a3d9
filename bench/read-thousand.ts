// 1,000 varied copies of the example documents through one `read`: documents per second, processor time and peak memory.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..'), examples = join(root, 'examples/documents'), json = process.argv.includes('--json')
const many = Number(process.argv.find((a) => /^\d+$/.test(a)) ?? 1000)
const folder = mkdtempSync(join(tmpdir(), 'helenow-thousand-'))
const texts = readdirSync(examples).filter((f) => f.endsWith('.md')).map((f) => readFileSync(join(examples, f), 'utf8'))
for (let i = 0; i < many; i++) {
  // Each copy differs: its day, its sums, and a paragraph of its own, so that nothing is known already.
  const day = new Date(Date.UTC(2022, 0, 1 + (i % 1000))).toISOString().slice(0, 10)
  const text = texts[i % texts.length]!.replace(/^published: .*$/m, `published: "${day}"`).replace(/\$(\d+)/g, (_, n: string) => `$${Number(n) + (i % 97)}`)
  writeFileSync(join(folder, `copy-${String(i).padStart(4, '0')}.md`), `${text}\n\nCopy ${i} of the register was filed on ${day}.\n`)
}
const data = mkdtempSync(join(tmpdir(), 'helenow-thousand-data-')), started = Date.now()
const run = spawnSync(process.execPath, [join(import.meta.dirname, 'lib/peak.ts'), join(root, 'bin/helenow'), 'read', folder, '--json', '--data', data], { encoding: 'utf8', maxBuffer: 1 << 26 })
const seconds = (Date.now() - started) / 1000
const report = JSON.parse(run.stdout.trim().split('\n').find((l) => l.startsWith('{"read"')) ?? '{}') as { read?: number; accepted?: number; warned?: number }
const peak = JSON.parse(run.stderr.trim().split('\n').at(-1) ?? '{}') as { peakMb?: number; halfMb?: number; endMb?: number; cpuSeconds?: number }
const figures = { documents: report.read ?? 0, 'documents a second': (report.read ?? 0) / seconds, 'ms of processor time a document': Math.round((1000 * (peak.cpuSeconds ?? 0)) / Math.max(1, report.read ?? 0)), 'peak MB of the main process': peak.peakMb ?? 0, 'growth in the second half, MB': (peak.endMb ?? 0) - (peak.halfMb ?? 0) }
console.log(json ? JSON.stringify({ name: 'read-thousand', figures, floors: { documents: many } }) : figures)
for (const made of [folder, data]) rmSync(made, { recursive: true, force: true })

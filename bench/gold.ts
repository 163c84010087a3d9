// Scores `extract` on the hand-made answers: one process, the contract's own scorer.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { draw } from '../src/io/worker-job.ts'
import { readBytes, sourceOf } from '../src/reading/read.ts'
import { documentJson } from '../src/reporting/claim-json.ts'

const shared = resolve(import.meta.dirname, '../../shared'), gold = process.env['HELENOW_GOLD'] ?? join(shared, 'gold/dev')
const texts = process.env['HELENOW_TEXTS']?.split(',') ?? [join(gold, 'texts'), join(shared, 'data/articles')]
const json = process.argv.includes('--json'), show = process.argv.includes('--show')
if (!existsSync(gold)) { console.log(json ? JSON.stringify({ name: 'gold', figures: {}, skipped: 'no ../shared/gold' }) : 'skipped: there is no ../shared/gold'); process.exit(0) }

const only = process.argv.find((a) => a.startsWith('--doc='))?.slice(6)
const folder = mkdtempSync(join(tmpdir(), 'helenow-gold-')), goldHere = join(folder, 'gold'), predictions = join(folder, 'predictions')
mkdirSync(goldHere); mkdirSync(predictions)
for (const file of readdirSync(gold).filter((f) => f.endsWith('.json') && (!only || f.includes(only)))) {
  const id = file.slice(0, -5), path = texts.flatMap((d) => ['.md', '.txt', '.html'].map((e) => join(d, id + e))).find((p) => existsSync(p))
  if (!path) continue
  writeFileSync(join(goldHere, file), readFileSync(join(gold, file)))
  const [read] = await readBytes(readFileSync(path), sourceOf(path.split('/').at(-1)!))
  if (!read || (read.outcome.state !== 'accepted' && read.outcome.state !== 'warned')) { writeFileSync(join(predictions, file), '{"claims":[]}'); continue }
  const document = read.outcome.value
  const drawn = await draw(document, { extract: true }, () => readFileSync(path, 'utf8'))
  for (const i of drawn!.issues) if (i.code === 'extractor-failed') { console.error(i.message); process.exitCode = 1 }
  writeFileSync(join(predictions, file), JSON.stringify(documentJson(document, drawn!.claims, true, drawn!.verbatim)))
}
const scorer = join(shared, 'gold/score.mjs')
const score = spawnSync(process.execPath, [scorer, '--gold', goldHere, '--pred', predictions, '--texts', texts.join(','), ...(json ? ['--json'] : []), ...(show ? ['--show'] : []), ...process.argv.slice(2).filter((a) => a.startsWith('--only=')).flatMap((a) => ['--only', a.slice(7)])], { encoding: 'utf8', maxBuffer: 1 << 26 })
if (!json) { console.log(score.stdout); console.log(`predictions in ${predictions}`) }
else {
  const report = JSON.parse(score.stdout) as { headline: number; macro: number; evidence: number; languages: Record<string, number>; kinds: Record<string, { slots: { f: number } }> }
  const figures = { headline: report.headline, 'mean over kinds': report.macro, 'evidence found': report.evidence, ...report.languages, ...Object.fromEntries(Object.entries(report.kinds).map(([k, v]) => [k, v.slots.f])) }
  console.log(JSON.stringify({ name: 'gold', figures, floors: { 'evidence found': 1 } }))
  rmSync(folder, { recursive: true })
}

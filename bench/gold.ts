// Scores `extract` on the hand-made answers: one process, the contract's own scorer. HELENOW_GOLD and HELENOW_TEXTS name other folders, --show lists misses.
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { answerFigures, predict, scored, sharedGold } from './lib/scored-answers.ts'

const gold = process.env['HELENOW_GOLD'] ?? join(sharedGold, 'dev')
const texts = process.env['HELENOW_TEXTS']?.split(',') ?? [join(gold, 'texts'), resolve(sharedGold, '../data/articles')]
const json = process.argv.includes('--json'), only = process.argv.find((a) => a.startsWith('--doc='))?.slice(6)
if (!existsSync(gold)) { console.log(json ? JSON.stringify({ name: 'gold', figures: {}, skipped: 'no ../shared/gold' }) : 'skipped: there is no ../shared/gold'); process.exit(0) }

if (json) console.log(JSON.stringify({ name: 'gold', figures: await answerFigures({ gold, texts, only }), floors: { 'evidence found': 1 } }))
else {
  const { goldHere, predictions } = await predict({ gold, texts, only })
  console.log(scored(goldHere, predictions, texts, [...(process.argv.includes('--show') ? ['--show'] : []), ...process.argv.slice(2).filter((a) => a.startsWith('--only=')).flatMap((a) => ['--only', a.slice(7)])]))
  console.log(`predictions in ${predictions}`)
}

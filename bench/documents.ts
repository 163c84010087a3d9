// Scores `extract` on the project's own invented documents: those that were read while mending, those that nobody who mends may read, and unread ones of rarer genres.
import { join } from 'node:path'
import { answerFigures, scorerIsHere } from './lib/scored-answers.ts'

const json = process.argv.includes('--json')
if (!scorerIsHere()) { console.log(json ? JSON.stringify({ name: 'documents', figures: {}, skipped: 'no ../shared/gold/score.mjs' }) : 'skipped: there is no ../shared/gold/score.mjs'); process.exit(0) }

const figures: Record<string, number> = {}
for (const set of ['unseen', 'rare', 'known']) {
  const gold = join(import.meta.dirname, 'documents', set), found = await answerFigures({ gold, texts: [join(gold, 'texts')] })
  for (const [name, value] of Object.entries(found)) if (set === 'unseen' || ['headline', 'mean over kinds', 'evidence found'].includes(name)) figures[`${set}: ${name}`] = value
}
if (json) console.log(JSON.stringify({ name: 'documents', figures, floors: { 'unseen: evidence found': 1, 'unseen: headline': 0.7, 'unseen: mean over kinds': 0.66, 'rare: evidence found': 1, 'rare: headline': 0.65 } }))
else for (const [name, value] of Object.entries(figures)) console.log(`${name.padEnd(28)} ${value.toFixed(3)}`)

/** Dates in German news: value F1 on the three parts of KRAUTS, beside the HeidelTime output its authors ship. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { de } from '../src/extraction/languages/index.ts'
import type { TimeMention } from '../src/extraction/dates/dates.ts'
import { plain, readTimeml, score, systemTimex, type Timex3 } from './lib/timex3.ts'

const folder = fileURLToPath(new URL('../../shared/data/benchmarks/krauts-german-timex', import.meta.url))
if (!existsSync(folder)) { console.log('krauts: ../shared is missing, nothing measured'); process.exit(0) }

/** KRAUTS marks "vor zwei Jahren" by its duration, `P2Y`, and takes "heute" as the present. */
const adapt = (mention: TimeMention, text: string): readonly Timex3[] => {
  const words = text.slice(mention.start, mention.end).toLowerCase()
  const value = mention.span ?? (words === 'heute' ? 'PRESENT_REF' : undefined)
  return value ? [{ start: mention.start, end: mention.end, type: mention.kind.toUpperCase(), value }] : plain(mention)
}

const show = process.argv.includes('--show')
const figures: Record<string, number> = {}
for (const part of ['Dolomiten-42', 'Dolomiten-100', 'DieZeit']) {
  const documents = readTimeml(`${folder}/KRAUTS_${part}`)
  const rival = new Map(readTimeml(`${folder}/KRAUTS_${part}_Heideltime`).map((d) => [d.name, d]))
  figures[part] = 100 * score(documents, (d) => systemTimex(d, de, adapt), show && (!process.argv[3] || process.argv[3] === part)).value
  figures[`${part} HeidelTime`] = 100 * score(documents, (d) => rival.get(d.name)?.gold ?? []).value
}
const floors = { 'Dolomiten-42': 76.7, 'Dolomiten-100': 62.1, DieZeit: 58.4 }
if (process.argv.includes('--json')) console.log(JSON.stringify({ name: 'krauts', figures, floors }))
else console.log(`krauts: value F1 ${Object.entries(figures).map(([name, f]) => `${name} ${f.toFixed(1)}`).join(', ')}`)

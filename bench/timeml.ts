/** Dates in English news: value F1 on TimeBank and AQUAINT (TimeML), as in TempEval-3. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { en } from '../src/extraction/languages/index.ts'
import { readTimeml, score, systemTimex } from './lib/timex3.ts'

const folder = fileURLToPath(new URL('../../shared/data/benchmarks/timeml-english', import.meta.url))
if (!existsSync(folder)) { console.log('timeml: ../shared is missing, nothing measured'); process.exit(0) }

const show = process.argv.includes('--show')
const of = (part: string) => score(readTimeml(`${folder}/${part}`), (d) => systemTimex(d, en), show && (!process.argv[3] || process.argv[3] === part))
const timebank = of('TimeBank'), aquaint = of('AQUAINT')
const figures = { 'TimeBank value F1': timebank.value, 'AQUAINT value F1': aquaint.value, 'TimeBank relaxed F1': timebank.relaxed, 'AQUAINT relaxed F1': aquaint.relaxed }
const floors = { 'TimeBank value F1': 0.76, 'AQUAINT value F1': 0.8 }
if (process.argv.includes('--json')) console.log(JSON.stringify({ name: 'timeml', figures, floors }))
else console.log(`timeml: value F1 TimeBank ${timebank.value.toFixed(3)}, AQUAINT ${aquaint.value.toFixed(3)} (overlap ${timebank.relaxed.toFixed(3)}, ${aquaint.relaxed.toFixed(3)}; same span ${timebank.strict.toFixed(3)}, ${aquaint.strict.toFixed(3)})`)

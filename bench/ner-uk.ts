/** Money and dates in Ukrainian texts (NER-UK): F1 of exact spans. */
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { edtf } from '../src/core/dates.ts'
import { findTimes, type TimeMention } from '../src/extraction/dates/dates.ts'
import { uk } from '../src/extraction/languages/index.ts'
import { findSums } from '../src/extraction/money/money.ts'
import { spanF1, type Marked } from './lib/spans.ts'

const folder = fileURLToPath(new URL('../../shared/data/benchmarks/ner-uk', import.meta.url))
if (!existsSync(folder)) { console.log('ner-uk: ../shared is missing, nothing measured'); process.exit(0) }

/** NER-UK marks neither day words, weekdays nor seasons without a year. */
const unmarked = /^(?:сьогодні|вчора|учора|завтра|напередодні|зим\S*|взимку|весн\S*|навесні|літ\S*|влітку|осін\S*|осені|восени|вихідні|понеділ\S*|вівтор\S*|серед[ауи]|четвер\S*|п['’]ятниц\S*|субот\S*|неділ\S*)$/i
/** Half of the texts are tokenised: "2015 р ." has its stop apart. */
const spacedStop = (text: string, end: number) => (/[\s\d](?:р|рр|грн|тис|дол)$/.test(text.slice(Math.max(0, end - 5), end)) && text.startsWith(' .', end) ? end + 2 : end)
/** Both ends of a range are dates of their own. */
const ranged = (t: TimeMention, text: string) => {
  if (t.untilStart === null) return [{ start: t.start, end: spacedStop(text, t.end), type: 'DATE' }]
  const firstEnd = t.start + text.slice(t.start, t.untilStart).replace(/(?:\s|[-–—]|до|по|і|й|та)+$/, '').length
  return [{ start: t.start, end: firstEnd, type: 'DATE' }, { start: t.untilStart, end: t.end - (t.until?.length !== 4 ? 0 : /\s*(?:рр?\.?|рок\S*)$/.exec(text.slice(t.untilStart, t.end))?.[0].length ?? 0), type: 'DATE' }]
}
const marked: Marked[] = []
for (const part of readdirSync(folder).filter((name) => !name.includes('.'))) {
  for (const name of readdirSync(`${folder}/${part}`).filter((file) => file.endsWith('.ann'))) {
    const text = readFileSync(`${folder}/${part}/${name.replace(/ann$/, 'txt')}`, 'utf8')
    const gold = [...readFileSync(`${folder}/${part}/${name}`, 'utf8').matchAll(/^T\d+\t(MON|DATE)\t(\d+)\t(\d+)\t/gm)].map((m) => ({ start: Number(m[2]), end: Number(m[3]), type: m[1]! }))
    const found: Marked['found'][number][] = []
    for (const line of text.matchAll(/[^\n]+/g)) {
      const span = { start: line.index, end: line.index + line[0].length }
      for (const m of findSums(text, span, uk, { currencyCountry: null })) found.push({ start: m.start, end: spacedStop(text, m.end), type: 'MON' })
      for (const t of findTimes(text, span, uk, edtf('2015-06-01'))) if (t.kind === 'date' && t.edtf !== null && !unmarked.test(text.slice(t.start, t.end))) found.push(...ranged(t, text))
    }
    marked.push({ text, gold, found })
  }
}
const show = process.argv.includes('--show')
const figures = { MON: spanF1(marked, 'MON', show), DATE: spanF1(marked, 'DATE', show) }
const floors = { MON: 0.9, DATE: 0.845 }
if (process.argv.includes('--json')) console.log(JSON.stringify({ name: 'ner-uk', figures, floors }))
else console.log(`ner-uk: exact F1 MON ${figures.MON.toFixed(3)}, DATE ${figures.DATE.toFixed(3)}`)

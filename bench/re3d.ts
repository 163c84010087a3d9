/**
 * Money and dates in English defence texts (re3d): F1 of exact spans. The set marks as money also words without a sum
 * ("wages", "handouts", "money"): `Money` is taken over sums, that is spans with a number, and `Money, words too` over all.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { edtf } from '../src/core/dates.ts'
import { findTimes, type TimeMention } from '../src/extraction/dates/dates.ts'
import { en } from '../src/extraction/languages/index.ts'
import { findSums } from '../src/extraction/money/money.ts'
import { spanF1, type Marked } from './lib/spans.ts'

const folder = fileURLToPath(new URL('../../shared/data/benchmarks/re3d', import.meta.url))
if (!existsSync(folder)) { console.log('re3d: ../shared is missing, nothing measured'); process.exit(0) }

interface Doc { _id: string; text: string }
interface Entity { documentId: string; begin: number; end: number; type: string }
const lines = <T>(file: string): T[] => readFileSync(file, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line) as T)
/** Ranges of full years are marked end by end ("1977-1979"), short ones whole ("1980-88"). */
const ends = (t: TimeMention, text: string) => t.untilStart !== null && t.until?.length === 4 && /\d-$/.test(text.slice(t.start, t.untilStart))
  ? [{ start: t.start, end: t.untilStart - 1, type: 'Temporal' }, { start: t.untilStart, end: t.end, type: 'Temporal' }]
  : [{ start: t.wideStart, end: t.end, type: 'Temporal' }]

/** A sum has a number, in figures or words; "wages" has none. */
const isSum = (written: string) => /\d/.test(written) || written.toLowerCase().split(/\P{L}+/u).some((word) => word in en.numbers.cardinals)

const marked: Marked[] = [], sums: Marked[] = []
for (const source of readdirSync(folder).filter((name) => existsSync(`${folder}/${name}/documents.jsonl`))) {
  const entities = lines<Entity>(`${folder}/${source}/entities.jsonl`)
  for (const { _id, text } of lines<Doc>(`${folder}/${source}/documents.jsonl`)) {
    const gold = entities.filter((e) => e.documentId === _id && (e.type === 'Money' || e.type === 'Temporal')).map((e) => ({ start: e.begin, end: e.end, type: e.type }))
    const found: Marked['found'][number][] = []
    for (const part of text.matchAll(/[^\n]+/g)) {
      const span = { start: part.index, end: part.index + part[0].length }
      for (const m of findSums(text, span, en, { currencyCountry: null })) found.push({ start: m.start, end: m.end, type: 'Money' })
      for (const t of findTimes(text, span, en, edtf('2016-12-01'))) if (!t.value.endsWith('_REF') && (t.kind !== 'set' || /^every/i.test(text.slice(t.start, t.end)))) found.push(...ends(t, text))
    }
    marked.push({ text, gold, found })
    sums.push({ text, gold: gold.filter((t) => t.type === 'Money' && isSum(text.slice(t.start, t.end))), found })
  }
}
const show = process.argv.includes('--show')
const figures = { Money: spanF1(sums, 'Money', show), 'Money, words too': spanF1(marked, 'Money'), Temporal: spanF1(marked, 'Temporal', show) }
const floors = { Money: 0.85, Temporal: 0.85 }
if (process.argv.includes('--json')) console.log(JSON.stringify({ name: 're3d', figures, floors }))
else console.log(`re3d: exact F1 Money ${figures.Money.toFixed(3)} (with words for money ${figures['Money, words too'].toFixed(3)}), Temporal ${figures.Temporal.toFixed(3)}`)

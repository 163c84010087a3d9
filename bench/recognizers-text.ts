/**
 * Cases of Microsoft Recognizers-Text: a currency case passes when every sum has its exact span, value and currency; a date
 * case when every date or range of days has its span and the days it covers, by the conventions of the set (stated in
 * `lib/recognizers-dates.ts`). Cases of the other types (times of day, durations, sets) are not date cases, nor are cases
 * whose answer rests on a day that the file does not give.
 */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { addDays, edtf } from '../src/core/dates.ts'
import { findTimes } from '../src/extraction/dates/dates.ts'
import type { Language } from '../src/extraction/language.ts'
import { de, en, fr, it } from '../src/extraction/languages/index.ts'
import { findCurrencyNames, findSums } from '../src/extraction/money/money.ts'
import { bareStart, resolved, wordsOf } from './lib/recognizers-dates.ts'

const folder = fileURLToPath(new URL('../../shared/data/benchmarks/recognizers-text', import.meta.url))
if (!existsSync(folder)) { console.log('recognizers-text: ../shared is missing, nothing measured'); process.exit(0) }

interface Value { timex?: string; type: string; value?: string; start?: string; end?: string; Mod?: string }
interface Result { Text: string; Start: number; End: number; TypeName: string; Resolution: { value?: string | null; unit?: string; isoCurrency?: string; values?: Value[] } }
interface Case { Input: string; Context?: { ReferenceDateTime?: string }; Results: Result[] }
const cases = (path: string): Case[] => JSON.parse(readFileSync(`${folder}/${path}.json`, 'utf8').replace(/^\uFEFF/, '')) as Case[]
const show = process.argv.includes('--show') ? process.argv[3] ?? '' : undefined

/** Units as the cases name them; those of no single state stand for the currency our tables settle on. */
const isoOfUnit: Readonly<Record<string, string>> = {
  Dollar: 'USD', 'United States dollar': 'USD', 'Dollar États-Unis': 'USD', Euro: 'EUR', Pound: 'GBP', 'British pound': 'GBP', Livre: 'GBP', Cent: 'cent', Pence: 'cent', Penny: 'cent', Franc: 'CHF', 'Swiss franc': 'CHF', 'Franc Suisse': 'CHF',
  'Japanese yen': 'JPY', 'Yen Japonais': 'JPY', 'Chinese yuan': 'CNY', 'Canadian dollar': 'CAD', 'Dollar Canadien': 'CAD', 'Dollar de Hong Kong': 'HKD', 'Mexican peso': 'MXN', 'Netherlands guilder': 'NLG', Rupee: 'INR', Roupie: 'INR', 'Indian rupee': 'INR',
  'Australian dollar': 'AUD', 'Cambodian riel': 'KHR', 'Finnish markka': 'FIM',
}

function currencyPasses(c: Case, language: Language): boolean {
  const span = { start: 0, end: c.Input.length }
  const found = [
    ...findSums(c.Input, span, language, { currencyCountry: null }).map((m) => ({ ...m, code: m.minor ? 'cent' : m.money.currency as string })),
    ...findCurrencyNames(c.Input, span, language).map((m) => ({ ...m, number: NaN })),
  ].sort((a, b) => a.start - b.start)
  const got = found.map((m) => `${m.start}-${m.end - 1} ${m.number} ${m.code}`)
  const want = c.Results.map((r) => {
    const start = r.Start ?? c.Input.toLowerCase().indexOf(r.Text), end = r.End ?? start + r.Text.length - 1
    return `${start}-${end} ${Number(String(r.Resolution.value ?? NaN).replace(',', '.'))} ${r.Resolution.isoCurrency ?? isoOfUnit[r.Resolution.unit ?? ''] ?? r.Resolution.unit}`
  })
  return verdict(c, want, got)
}

/** Cases whose file gives no day of reference count only where the words name the years of their answer. */
const isSettled = (c: Case) => c.Context?.ReferenceDateTime !== undefined || c.Results.every((r) => /\b\d{4}\b/.test(r.Text)
  && (r.Resolution.values ?? []).every((v) => (v.timex?.match(/\b\d{4}(?=-|\b)/g) ?? []).every((year) => r.Text.includes(year))))
const isDateCase = (c: Case) => c.Results.length > 0 && isSettled(c) && c.Results.every((r) => r.TypeName === 'datetimeV2.date' || r.TypeName === 'datetimeV2.daterange')

function datePasses(c: Case, language: Language): boolean {
  const anchor = edtf((c.Context?.ReferenceDateTime ?? '2016-11-07').slice(0, 10))
  const words = wordsOf(c.Input, language), mentions = findTimes(c.Input, { start: 0, end: c.Input.length }, language, anchor)
  const got = mentions.flatMap((t) => resolved(t, c.Input, words, anchor))
  const ok = got.length === c.Results.length && c.Results.every((r, i) => {
    const { starts, end, days } = got[i]!
    const at = r.Start ?? c.Input.toLowerCase().indexOf(r.Text.toLowerCase()), until = at + r.Text.replace(/\.$/, '').length
    if (!starts.some((s) => bareStart(s, words) === bareStart(at, words)) || c.Input.slice(0, end).replace(/\.$/, '').length !== until) return false
    return (r.Resolution.values ?? []).some((v) => days.some(([first, last]) => sameDays(v, first, last)))
  })
  if (!ok && show !== undefined && show.includes(language.code)) console.log('-', c.Input, '|', anchor, '| want', c.Results.map((r) => `${r.Text} ${JSON.stringify(r.Resolution.values?.map((v) => v.value ?? `${v.start ?? ''}..${v.end ?? ''} ${v.timex}`))}`).join('; '), '| got', got.map((t) => `${c.Input.slice(t.starts.at(-1), t.end)} ${t.days.map((d) => d.join('..')).join(' ')}`).join('; '))
  return ok
}

/** One of the readings a case allows: the same first and last day (their ranges end on the day after). */
function sameDays(v: Value, from: string, to: string): boolean {
  if (v.type === 'date') return v.value === from && from === to
  if (v.value === 'not resolved') return v.timex?.slice(0, 4) === from.slice(0, 4)
  const end = v.end === undefined ? '9999-12-31' : addDays(v.end, -1)
  return (v.start ?? '0000-01-01') === from && (end === to || v.end === to)
}

function verdict(c: Case, want: readonly string[], got: readonly string[]): boolean {
  const ok = JSON.stringify(want) === JSON.stringify(got)
  if (!ok && show === 'currency') console.log('-', c.Input, '| want', want.join('; '), '| got', got.join('; '))
  return ok
}

const share = (list: readonly Case[], passes: (c: Case) => boolean) => list.filter(passes).length / list.length
const figures: Record<string, number> = {}
for (const [name, language] of [['English', en], ['German', de], ['French', fr], ['Italian', it]] as const) {
  figures[`currency ${language.code}`] = share(cases(`NumberWithUnit/${name}/CurrencyModel`), (c) => currencyPasses(c, language))
}
for (const [name, language] of [['English', en], ['French', fr], ['German', de]] as const) {
  figures[`dates ${language.code}`] = share(cases(`DateTime/${name}/DateTimeModel`).filter(isDateCase), (c) => datePasses(c, language))
}
const floors = { 'currency en': 0.95, 'currency de': 0.9, 'currency fr': 0.95, 'currency it': 0.8, 'dates en': 0.83, 'dates fr': 0.84, 'dates de': 0.79 }
if (process.argv.includes('--json')) console.log(JSON.stringify({ name: 'recognizers-text', figures, floors }))
else console.log(`recognizers-text: ${Object.entries(figures).map(([name, f]) => `${name} ${f.toFixed(3)}`).join(', ')}`)

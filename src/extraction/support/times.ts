import type { DatedValue } from '../../core/dates.ts'
import { bounds, edtf } from '../../core/dates.ts'
import type { Span } from '../../core/evidence.ts'
import type { Analysis, DateMention } from '../analysis.ts'
import { byTheWay } from '../frames/asides.ts'
import { cuesOf, gap, hasCue, inside, readingsOf, type Reading } from '../frames/frames.ts'
import { selfOf } from '../names/parties.ts'
import type { StageAt } from './stage.ts'

/** The date of the act and the period the money covers. */
export function timesOf(analysis: Analysis, reading: Reading, clause: Span, at: StageAt | null, core: Span, stage: string, several: boolean): { date: DatedValue | null; period: DatedValue | null } {
  const published = analysis.document.published?.edtf ?? null
  let date: DateMention | null = null, period: DateMention | null = null
  const first = reading.amounts[0]
  const near = reading.dates.filter((d) => !isSeason(d) && !byTheWay(reading, d, at?.cue ?? core) && !(several && !inside(d, clause) && !(first && d.end <= first.start))).sort((a, b) => gap(a, at?.cue ?? core) + (inside(a, clause) ? 0 : 60) - gap(b, at?.cue ?? core) - (inside(b, clause) ? 0 : 60))
  for (const d of near) {
    if (opensPeriod(reading, d)) period ??= { ...d, value: { ...d.value, edtf: edtf(d.value.edtf + '/..') } }
    else if (isPeriod(reading, d, published, stage)) period ??= inside(d, clause) || near.length === 1 || d.value.edtf.endsWith('..') ? d : null
    else if (!(published && bounds(d.value.edtf)[0] > published && stage !== 'announced' && stage !== 'signalled')) date ??= d
  }
  const future = date && published && bounds(date.value.edtf)[0] > published
  return { date: future ? null : date?.value ?? impliedDate(analysis, reading, at, stage, period), period: period ? withNextYear(reading, period.value) : null }
}

/**
 * "For 2026 and 2027": two years in a row, joined by "and", are one period; any other value stays as it is.
 * @example withNextYear(reading, year2026).edtf // '2026/2027'
 */
export function withNextYear(reading: Reading, value: DatedValue): DatedValue {
  if (value.edtf.length !== 4) return value
  for (let i = 1; i < reading.dates.length; i++) {
    const first = reading.dates[i - 1]!, next = reading.dates[i]!
    if ((first.value.edtf === value.edtf || next.value.edtf === value.edtf) && next.value.edtf.length === 4 && Number(next.value.edtf) === Number(first.value.edtf) + 1 && cuesOf(reading, 'frames.and', { start: first.end, end: next.start }).some((c) => c.start - first.end <= 1 && next.start - c.end <= 4)) return { ...value, edtf: edtf(`${first.value.edtf}/${next.value.edtf}`) }
  }
  return value
}

/** "This winter", "in summer": months without a number date nothing. */
const isSeason = (d: DateMention) => { const [first, last] = bounds(d.value.edtf), days = (Date.parse(last) - Date.parse(first)) / 864e5; return !/\d/.test(d.written) && days > 45 && days < 200 }

/** Long or open intervals, and years that the money is for, are periods; days and months are dates. */
function isPeriod(reading: Reading, d: DateMention, published: string | null, stage: string): boolean {
  const value = d.value.edtf
  if (value.includes('..')) return true
  const [first, last] = bounds(value), days = (Date.parse(last) - Date.parse(first)) / 864e5
  if (days < 45) return false
  if (value.length === 4) return published === null || value >= published.slice(0, 4) || stage === 'delivered' || cuesOf(reading, 'frames.to').some((c) => c.end <= d.start && d.start - c.end <= 2)
  return true
}

/** "Since the start of the invasion in February 2022": the words before the date open the period. */
const opensPeriod = (reading: Reading, d: DateMention): boolean =>
  !d.value.edtf.includes('/') && cuesOf(reading, 'support.since').some((c) => c.end <= d.start && d.start - c.end < 70 && !/[,;:]/.test(reading.text.slice(c.end - reading.start, d.start - reading.start)))

/** An official text, or one that speaks in the present, dates its own promises with the day it was published. */
function impliedDate(analysis: Analysis, reading: Reading, at: StageAt | null, stage: string, period: DateMention | null): DatedValue | null {
  const published = analysis.document.published
  if (!published || period?.value.edtf.includes('..') || stage === 'delivered') return null
  const lead = reading.index <= 1 && ['announced', 'approved', 'allocated', 'contracted'].includes(stage)
  const now = reading.speech?.form === 'direct' && hasCue(reading, 'frames.self') && at?.firm
  if (at && !period && ['announced', 'signalled'].includes(stage) && !selfOf(analysis).official && reading.speech) {
    const said = readingsOf(analysis).slice(Math.max(0, reading.index - 3), reading.index).flatMap((r) => r.dates).reverse().find((d) => d.value.edtf.length === 10 && d.value.edtf <= published.edtf && Date.parse(published.edtf) - Date.parse(d.value.edtf) < 7 * 864e5)
    if (said) return { ...said.value, basis: 'inferred', why: 'the day named before the words' }
    if (reading.speech.form !== 'direct') return { edtf: published.edtf, basis: 'inferred', why: 'said in a text of that day' }
  }
  if (!at || !(selfOf(analysis).official || lead || now)) return null
  return { edtf: published.edtf, basis: 'inferred', why: 'said in a text of that day' }
}

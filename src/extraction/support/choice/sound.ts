import type { Span } from '../../../core/evidence.ts'
import { bounds, edtf, type DatedValue } from '../../../core/dates.ts'
import { clauseAt, hasCue, inside, type Reading } from '../../frames/frames.ts'
import { courseAhead, fromYear } from '../durations.ts'
import { withdrawn } from '../stage.ts'
import { withNextYear } from '../times.ts'
import type { Draft } from '../drafts.ts'
import { isOfAside } from './dates.ts'
import { lastOf, type Around } from './signs.ts'

interface Times { readonly date: DatedValue | null; readonly period: DatedValue | null }

const done: ReadonlySet<string> = new Set(['delivered', 'allocated', 'contracted'])

/**
 * The times of a commitment as its words hold them; a sum that is promised for some months or years covers those from its promise on.
 * @example soundTimes(around, { date: null, period: null }).period?.edtf // "340 million kroner over the next two years": '2025-05/2027-05'
 */
export function soundTimes(a: Around, chosen: Times): Times {
  const times = heldTimes(a, chosen), { reading, draft } = a, from = (times.date && /^\d{4}-\d\d/.test(times.date.edtf) ? times.date.edtf : null) ?? a.analysis.document.published?.edtf
  if (!from || draft.fields.amount === null || !promised.has(draft.fields.stage)) return times
  return { date: times.date, period: times.period ? fromYear(times.period, from) : courseAhead(reading, clauseAt(reading, draft.core), from) }
}
const promised: ReadonlySet<string> = new Set(['signalled', 'announced', 'approved', 'allocated', 'contracted'])

/**
 * What holds of the times of a commitment whatever speaks for others: "2026 and 2027" are one period, "so far this year"
 * is an open one, "in the same period" is that of the one before, and an open period goes over to no other sentence by itself;
 * a year gone by is when a delivery came, and no deadline is the day something was taken back.
 * @example heldTimes(around, { date: null, period: year2025 }).period?.edtf // "so far this year": '2025-01/..'
 */
function heldTimes(a: Around, { date, period }: Times): Times {
  const { analysis, reading, draft } = a, { stage } = draft.fields, published = analysis.document.published?.edtf ?? null, clause = clauseAt(reading, draft.core)
  if (hasCue(reading, 'support.sameTime')) { const before = lastOf(a)?.fields.period; if (before) return { date: null, period: before } }
  if (date?.edtf.startsWith('../') && withdrawn(stage)) return { date: null, period }
  // A deadline is no day of a promise; that was made when it was told.
  if (date?.edtf.startsWith('../')) return heldTimes(a, { date: published ? { edtf: edtf(published), basis: 'inferred', why: 'said in a text of that day' } : null, period })
  const year = done.has(stage) ? yearNamed(reading, date, period) : null
  if (year && published && year.edtf === published.slice(0, 4) && hasCue(reading, 'support.sofar', clause)) return { date: null, period: { ...year, edtf: edtf(year.edtf + '-01/..') } }
  if (stage === 'delivered' && !date && year && period?.edtf === year.edtf && published && year.edtf < published.slice(0, 4)) return { date: year, period: null }
  const isOthers = period?.edtf.endsWith('/..') && draft.rule !== 'part' && !reading.dates.some((d) => d.value.edtf.startsWith(period.edtf.slice(0, -3)))
  if (stage === 'delivered' && date && ofPromise(reading, draft.core, date)) return { date: null, period }
  const only = !date && !period ? onlyDay(reading, draft, published) : null
  if (only) return { date: only, period }
  return { date, period: isOthers ? null : period && withNextYear(reading, period) }
}

/** "Handed over 20 trucks, out of 60 promised in December": the day of a promise told behind a comma. */
const ofPromise = (reading: Reading, core: Span, date: DatedValue): boolean => reading.dates.some((d) => {
  const between = { start: core.end, end: d.start }
  return d.value.edtf === date.edtf && d.start > core.end && hasCue(reading, promises, between) && /[,;]\s/.test(reading.text.slice(between.start - reading.start, between.end - reading.start))
})
const promises = ['support.announced', 'support.approved', 'support.contracted', 'support.allocated']

/** The one date of the words of a commitment, where it is a day, a week, a month or a season gone by or the week that runs. */
function onlyDay(reading: Reading, draft: Draft, published: string | null): DatedValue | null {
  const [day, ...more] = reading.dates.filter((d) => inside(d, clauseAt(reading, draft.core)) && !isOfAside(reading, d, draft))
  if (!published || !day || more.length > 0 || day.value.edtf.includes('..') || day.value.edtf.length === 4) return null
  const [first, last] = bounds(day.value.edtf)
  return last <= published || first <= published && Date.parse(last) - Date.parse(first) < 7 * 864e5 ? day.value : null
}

/** The year that was chosen and that the sentence names. */
function yearNamed(reading: Reading, date: DatedValue | null, period: DatedValue | null): DatedValue | null {
  const year = [period, date].find((d) => d?.edtf.length === 4)
  return year && reading.dates.some((d) => d.value.edtf === year.edtf) ? year : null
}

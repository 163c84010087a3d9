import type { ProjectForm, ProjectStage } from '../../core/claim.ts'
import { bounds, edtf, type DatedValue, type Edtf } from '../../core/dates.ts'
import type { Span } from '../../core/evidence.ts'
import type { Analysis } from '../analysis.ts'
import { cuesOf, nearest, readingsOf, type Reading } from './frames.ts'

/**
 * The day or time at which a project came to its stage: the start of "since October" for what runs or is over, the date
 * beside its words, and for what is agreed or paid for without a date the day of the event that the text tells.
 * @example dayOf(analysis, reading, cue, 'memorandum', 'agreed', null) // "During the visit both sides signed …": the day of the visit
 */
export function dayOf(analysis: Analysis, reading: Reading, cue: Span, form: ProjectForm, stage: ProjectStage, paid: boolean): DatedValue | null {
  const published = analysis.document.published?.edtf, past = (value: Edtf) => !published || bounds(value)[0] <= bounds(published)[1]
  const since = stage === 'operating' || stage === 'ended' || stage === 'building' ? reading.dates.find((d) => d.value.edtf.endsWith('/..') && past(edtf(d.value.edtf.slice(0, -3))))?.value : undefined
  if (since) return { ...since, edtf: edtf(since.edtf.slice(0, -3)) }
  if (stage === 'proposed' && form !== 'procurement') return null
  const dates = reading.dates.filter((d) => !d.value.edtf.includes('..') && d.value.edtf.length >= 7 && !/^\d{4}\/\d{4}$/.test(d.value.edtf) && past(d.value.edtf)), beside = dates.filter((d) => d.start < cue.start || d.start - cue.end < 60 || stage === 'ended' || dates.length === 1)
  const here = form === 'procurement' ? beside.find((d) => d.start < cue.start) ?? beside.find((d) => d.start - cue.end < 60) : nearest(cue, beside)
  // "Was agreed in 2024": a year counts right beside the word for the stage.
  const year = here ? undefined : reading.dates.find((d) => /^\d{4}$/.test(d.value.edtf) && past(d.value.edtf) && cuesOf(reading, 'projects.' + stage).some((c) => d.start >= c.end ? d.start - c.end < 9 : c.start - d.end < 3 && c.start >= d.end))
  return here?.value ?? year?.value ?? (dates.length === 0 && (stage === 'agreed' || form === 'procurement') ? eventDay(analysis, reading) : null)
}

const week = 7 * 864e5
/** The day told last before a sentence, within the week before the text came out; else the day on which it did. */
function eventDay(analysis: Analysis, reading: Reading): DatedValue | null {
  const published = analysis.document.published?.edtf
  if (!published || published.length < 10) return null
  const readings = readingsOf(analysis)
  for (let i = reading.index - 1; i >= 0; i--) {
    const told = readings[i]!.dates.findLast(({ value }) => { const [first, last] = bounds(value.edtf); return !value.edtf.includes('..') && last <= published && Date.parse(last) - Date.parse(first) < 4 * 864e5 && Date.parse(published) - Date.parse(first) < week })
    if (told) return { ...told.value, basis: 'inferred', why: 'the day told before' }
  }
  return { edtf: edtf(published), basis: 'inferred', why: 'said in a text of that day' }
}

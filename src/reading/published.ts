import { addDays, edtf, parseEdtf, weekday, type DatedValue } from '../core/dates.ts'
import type { DateSource, Document } from '../core/document.ts'
import type { Issue } from '../core/issue.ts'
import { isoDay, writtenDays, type WrittenDay } from './days.ts'
import { weekdayNumber } from './months.ts'

type Published = NonNullable<Document['published']>

/** All that may say when a document was published. */
export interface DateClues {
  readonly frontMatter?: string | undefined
  readonly metadata?: string | undefined
  readonly dateline?: WrittenDay | null | undefined
  readonly option: string | null
  readonly label: string
  readonly retrieved: string | null
  readonly text: string
}

/** The day, month or year at the start of a timestamp. @example datePart('2022-12-11 19:30:43-05:00') // '2022-12-11' */
export function datePart(stamp: string): string | undefined {
  const m = /^(\d{4})(?:-?(\d{2})(?:-?(\d{2}))?)?(?![\d])/.exec(stamp.trim()) ?? /^(\d{4})(\d{2})(\d{2})/.exec(stamp.trim())
  const text = m && [m[1], m[2], m[3]].filter(Boolean).join('-')
  return text ? parseEdtf(text) : undefined
}

/**
 * The date of publication, by the first clue that gives one: front matter, metadata, dateline, option, file name,
 * weekday with day nearest to retrieval. What had to be inferred says so in an issue.
 * @example choosePublished({ label: 'x-2025-01-13.txt', option: null, retrieved: null, text: '' }).published.source // 'file name'
 */
export function choosePublished(clues: DateClues): { readonly published: Published | null; readonly issues: readonly Issue[] } {
  const said = (source: DateSource, day: string | undefined): Published | undefined => (day ? { edtf: edtf(day), basis: 'said', source } : undefined)
  const inName = dayInName(clues.label)
  const settled = said('front matter', clues.frontMatter && datePart(clues.frontMatter))
    ?? said('metadata', clues.metadata && datePart(clues.metadata))
    ?? fromDateline(clues, inName)
    ?? said('option', clues.option === null ? undefined : datePart(clues.option))
  if (settled) return { published: settled, issues: [] }
  const inferred = inName ? { edtf: edtf(inName), basis: 'inferred' as const, why: `date in the name ${clues.label.replace(/^.*[/\\](?=[^/\\]+$)/, '')}`, source: 'file name' as const } : fromWeekday(clues)
  const issue: Issue = inferred
    ? { code: 'date-inferred', level: 'warning', message: `The publication date ${inferred.edtf} comes from ${inferred.source === 'file name' ? 'the file name' : 'a weekday in the text'}; give --published if it is another.` }
    : { code: 'date-unsettled', level: 'warning', message: 'The document does not say when it was published; relative dates stay unsettled. Give --published to settle them.' }
  return { published: inferred ?? null, issues: [issue] }
}

function dayInName(label: string): string | undefined {
  const name = label.replace(/^.*[/\\](?=[^/\\]+$)/, '')
  for (const m of name.matchAll(/(?<!\d)((?:19|20)\d{2})([-_.]?)(\d{2})\2(\d{2})(?=\D|$)/g)) {
    const day = isoDay(Number(m[1]), Number(m[3]), Number(m[4]))
    if (day) return day
  }
  const path = /\/((?:19|20)\d{2})\/(\d{1,2})\/(\d{1,2})\//.exec(label)
  return path ? isoDay(Number(path[1]), Number(path[2]), Number(path[3])) : undefined
}

function fromDateline(clues: DateClues, inName: string | undefined): Published | undefined {
  const day = clues.dateline
  if (!day) return undefined
  if (day.year !== null) {
    const full = isoDay(day.year, day.month, day.day)
    return full && { edtf: full, basis: 'said', source: 'dateline' }
  }
  const anchor = inName ?? clues.option?.slice(0, 10) ?? clues.retrieved?.slice(0, 10)
  const year = anchor ? nearest(day, anchor) : latestYear(clues.text)
  const full = year === undefined ? undefined : isoDay(year, day.month, day.day)
  return full && { edtf: full, basis: 'inferred', why: anchor ? `year nearest to ${anchor}` : 'latest year the text names', source: 'dateline' }
}

/** The year in which the day lies last before the anchor, with a month's grace for names given beforehand. */
function nearest(day: WrittenDay, anchor: string): number {
  const year = Number(anchor.slice(0, 4)), same = isoDay(year, day.month, day.day)
  return same && same <= addDays(anchor.slice(0, 10), 31) ? year : year - 1
}

/** Texts speak of the past and of plans; the year most often named that is not a plan far ahead stays a guess, so it must be named without a preposition of planning. */
function latestYear(text: string): number | undefined {
  const years = [...text.matchAll(/(?<!(?:until|by|bis|до|do|entro|d'ici|for|für|in)\s)(?<![\d.,-])((?:19|20)\d{2})(?![\d-])/giu)].map((m) => Number(m[1]))
  return years.length ? Math.max(...years) : undefined
}

const namedDay = /(?<!\p{L})(\p{L}{1,24}(?:['’ʼ]\p{L}{1,24})?)(?:,? (?:the |den |le |il )?|\s\()/giu
function fromWeekday(clues: DateClues): Published | undefined {
  if (clues.retrieved === null) return undefined
  const start = clues.text.slice(0, 3000)
  for (const day of writtenDays(start)) {
    const before = [...start.slice(Math.max(0, day.start - 24), day.start).matchAll(namedDay)].at(-1)?.[1]
    const wanted = before && weekdayNumber(before)
    if (!wanted || day.year !== null) continue
    const last = Number(clues.retrieved.slice(0, 4))
    for (let year = last; year > last - 12; year--) {
      const full = isoDay(year, day.month, day.day)
      if (full && full <= clues.retrieved.slice(0, 10) && weekday(full) === wanted) return { edtf: full, basis: 'inferred', why: `${before} ${day.day} nearest before retrieval`, source: 'weekday' }
    }
  }
  return undefined
}

/** A date of a page as said, or null. @example dated('2025-01-13T09:00Z').edtf // '2025-01-13' */
export const dated = (stamp: string | undefined): DatedValue | null => {
  const day = stamp && datePart(stamp)
  return day ? { edtf: edtf(day), basis: 'said' } : null
}

import type { Reading } from './date-reading.ts'
import type { DateItem, DatePart } from './date-words.ts'
import { addDays, isWholeDay } from '../../core/dates.ts'
import { weekOfDay } from './date-periods.ts'
import { edtfRange, shiftDay, weekStart, weekValue, type CalendarUnit } from './timex.ts'

/** One match of the grammar, in items. */
export interface Found { readonly from: number; readonly to: number; readonly reading: Reading }

/** A found date with what stands before it: "since", "until", "early", or the first end of a range. */
export interface Group { readonly from: number; readonly to: number; readonly reading: Reading; readonly until: Reading | null; readonly untilFrom: number | null; /** Where the match of the grammar itself begins. */ readonly foundFrom: number; readonly opener: { item: number; c: string } | null; readonly part: DatePart | null }

export function combine(found: readonly Found[], items: readonly DateItem[], anchor: string | null): Group[] {
  const out: Group[] = []
  for (let k = 0; k < found.length; k++) {
    const first = leadOf(found[k]!, items, out.at(-1)?.to ?? 0)
    const next = found[k + 1]
    const timed = next && clockJoin(first, next, items)
    if (timed) { out.push(timed); k++; continue }
    const counted = next && (partOfYear(first, next, items) ?? spanFrom(first, next, items) ?? countFrom(first, next, items) ?? weekdayOf(first, next, items))
    if (counted) { out.push(counted); k++; continue }
    const last = next && untilNow(next, anchor)
    const joined = last && first.reading.kind === 'date' && last.reading.kind === 'date' ? joinRange(first, last, items) : undefined
    if (joined) { out.push(joined); k++ } else out.push(first)
  }
  return out
}

/** "last year's third quarter", "2025’s first half". */
function partOfYear(first: Group, next: Found, items: readonly DateItem[]): Group | undefined {
  const gap = items.slice(first.to, next.from).map((item) => item.v).join('')
  if (!/^['’]s$/.test(gap) || !/^\d{4}$/.test(first.reading.value) || !/^\d{4}-[QH]\d$/.test(next.reading.value)) return undefined
  return { ...first, to: next.to, reading: { ...first.reading, value: first.reading.value + next.reading.value.slice(4) } }
}

/** "two days after 5 June", "3 weeks from Tuesday", "zwei Tage vor dem 5. Mai", "deux semaines avant le 13 mai". */
function countFrom(first: Group, next: Found, items: readonly DateItem[]): Group | undefined {
  const span = spanOf(first), day = next.reading.value
  const gap = items.slice(first.to, next.from).map((item) => item.c).join(''), side = first.reading.span ? items[first.to - 1]!.c : ''
  const way = /^[pF]a?$/.test(gap) || (side === 'H' && /^a?$/.test(gap)) ? 1 : /^[bG]a?$/.test(gap) || (side === 'J' && /^a?$/.test(gap)) ? -1 : 0
  if (!span || way === 0 || next.reading.kind !== 'date' || !isWholeDay(day)) return undefined
  return { ...first, to: next.to, reading: { kind: 'date', value: shiftDay(day, span.unit, way * span.count), inferred: true } }
}

/** "for 3 days from today", "two weeks starting 20 May": from the first day to the last. */
function spanFrom(first: Group, next: Found, items: readonly DateItem[]): Group | undefined {
  const span = spanOf(first), day = next.reading.value
  const gap = items.slice(first.to, next.from), from = gap.find((item) => item.c === 'F')
  const lasts = items[first.from - 1]?.c === 'g' || gap[0]?.c === ',' || !/^(?:from|von|vom|da|dal)$/.test(String(from?.v))
  if (first.reading.kind !== 'duration' || !span || !from || !lasts || !/^,?Fi?a?$/.test(gap.map((item) => item.c).join('')) || next.reading.kind !== 'date' || !isWholeDay(day)) return undefined
  return { ...first, to: next.to, reading: { kind: 'date', value: day, until: addDays(shiftDay(day, span.unit, span.count), -1), inferred: next.reading.inferred } }
}

/** "Monday two weeks from now": that weekday of the week which the count leads to. */
function weekdayOf(first: Group, next: Found, items: readonly DateItem[]): Group | undefined {
  const named = first.to - first.from === 1 && items[first.from]!.c === 'W' ? items[first.from]! : undefined
  if (!named || !next.reading.about && !next.reading.span || next.reading.kind !== 'date') return undefined
  if (!/^,?$/.test(items.slice(first.to, next.from).map((item) => item.c).join(''))) return undefined
  const week = isWholeDay(next.reading.value) ? weekValue(next.reading.value) : /W\d\d$/.test(next.reading.value) ? next.reading.value : undefined
  if (week === undefined) return undefined
  return { ...first, to: next.to, reading: { kind: 'date', value: addDays(weekStart(week), Number(named.v) - 1), inferred: true } }
}

/** The span that a duration tells, or by which a date was counted. */
function spanOf({ reading }: Group): { count: number; unit: CalendarUnit } | undefined {
  const span = /^P(\d{1,3})([DWMY])$/.exec(reading.kind === 'duration' ? reading.value : reading.span ?? '')
  return span ? { count: Number(span[1]), unit: span[2] as CalendarUnit } : undefined
}

/** "between January 2022 and now": now is the day of the anchor. */
const untilNow = (next: Found, anchor: string | null): Found =>
  next.reading.value === 'PRESENT_REF' && anchor !== null ? { ...next, reading: { ...next.reading, value: anchor, inferred: true } } : next

/** "9 a.m. on Thursday 28 July", "5 p.m. EST Nov. 9": one time. */
function clockJoin(first: Group, next: Found, items: readonly DateItem[]): Group | undefined {
  if (first.to - first.from !== 1 || items[first.from]!.c !== 'h' || next.reading.kind !== 'date' || next.reading.value.length !== 10) return undefined
  const gap = items.slice(first.to, next.from).map((item) => item.c).join('')
  if (!/^_?,?i?a?$/.test(gap)) return undefined
  return { ...first, to: next.to, reading: { ...next.reading, kind: 'time', value: `${next.reading.value}${items[first.from]!.v}` } }
}

/** Words before a date that belong to it: parts ("early", "Mitte"), and openers of intervals. */
function leadOf(found: Found, items: readonly DateItem[], floor: number): Group {
  let from = found.from, part: DatePart | null = found.reading.part ?? null
  const skip = (classes: string) => { let i = from; while (i > floor && classes.includes(items[i - 1]!.c)) i--; return i }
  const of = skip('a') - 1
  if (of > floor && isWholeDay(found.reading.value) && !found.reading.until && namesWeek(items[of - 1]!, items[of]!)) {
    return { from: of - 1, to: found.to, reading: weekOfDay(found.reading), until: null, untilFrom: null, foundFrom: found.from, opener: null, part: null }
  }
  if (found.reading.kind === 'date') {
    const at = skip('ao-')
    if (at > floor && items[at - 1]!.c === 'E' && from - at <= 3) { part = items[at - 1]!.v as DatePart; from = at - 1 }
  }
  let opener: Group['opener'] = null
  const at = skip('aixoE')
  if (found.reading.kind === 'date' && at > floor && ('suF'.includes(items[at - 1]!.c) || (found.reading.until && items[at - 1]!.c === 'B'))) opener = { item: at - 1, c: items[at - 1]!.c }
  return { from, to: found.to, reading: found.reading, until: null, untilFrom: null, foundFrom: found.from, opener, part }
}

/** "the week of 10 April", "Woche vom 3. März", "the week beginning 4 February". */
const namesWeek = (unit: DateItem, link: DateItem): boolean => unit.c === 'U' && unit.v === 'W' && ('oF'.includes(link.c) || (link.c === 'E' && link.v === 'start'))

/** "from May to July", "2025–2027", "between 2026 and 2029", "4 June – 5 July 2025". */
function joinRange(first: Group, next: Found, items: readonly DateItem[]): Group | undefined {
  let at = first.to
  const gap: string[] = []
  while (at < next.from) gap.push(items[at++]!.c)
  const between = gap.join('')
  const opened = first.opener?.c === 'F' || first.opener?.c === 's' || hasBefore(items, first.from, 'BI') !== undefined || fromWord(items, first.from) !== undefined
  const dash = /^[-/]$/.test(between), to = /^,?[tu]i?a?(?:E?a?o?a?)$/.test(between), and = /^&i?a?(?:E?o?a?)?$/.test(between)
  if (!(dash || to || (and && hasBefore(items, first.from, 'BI') !== undefined))) return undefined
  const through = items.slice(first.to, next.from).some((item) => item.v === 'through')
  if (!opened && to && !through && (between.startsWith(',') || first.reading.value.length !== next.reading.value.length)) return undefined
  const settled = inOrder(borrowYear(first.reading, next.reading), next.reading)
  if (edtfRange(settled.value, next.reading.value) === undefined) return undefined
  const openItem = hasBefore(items, first.from, 'BI') ?? fromWord(items, first.from) ?? first.opener?.item
  return { from: first.from, to: next.to, reading: settled, until: next.reading, untilFrom: next.from, foundFrom: first.foundFrom, opener: openItem === undefined ? null : { item: openItem, c: 'F' }, part: null }
}

/** French "de 2014 à 2018", "du 4 au 23 mai": the word for "of" opens a range. */
const fromWord = (items: readonly DateItem[], from: number) => { const at = hasBefore(items, from, 'o'); return at !== undefined && /^d(?:[eu]| ['’])$/.test(String(items[at]!.v)) ? at : undefined }

function hasBefore(items: readonly DateItem[], from: number, c: string): number | undefined {
  let i = from - 1
  while (i >= 0 && 'ai'.includes(items[i]!.c)) i--
  return items[i] && c.includes(items[i]!.c) ? i : undefined
}

/** "from May to September", both undated: the first lies before the second. */
function inOrder(first: Reading, next: Reading): Reading {
  if (!first.inferred || !next.inferred || first.value <= next.value || !/^\d{4}-\d{2}$/.test(first.value) || !/^\d{4}-\d{2}$/.test(next.value)) return first
  const year = Number(next.value.slice(0, 4)), same = `${year}${first.value.slice(4)}`
  return { ...first, value: same <= next.value ? same : `${year - 1}${first.value.slice(4)}` }
}

/** "from May to July 2024": the first end takes the year of the second. */
function borrowYear(first: Reading, next: Reading): Reading {
  if (!first.inferred || next.inferred || first.value.length < 7 || !/^\d{4}-/.test(first.value) || !/^\d{4}-/.test(next.value)) return first
  const moved = next.value.slice(0, 4) + first.value.slice(4)
  const earlier = `${Number(next.value.slice(0, 4)) - 1}${first.value.slice(4)}`
  return { ...first, value: moved <= next.value ? moved : earlier, inferred: false }
}

import { addDays, bounds, edtf, isWholeDay, type DatedValue } from '../../core/dates.ts'
import type { Span } from '../../core/evidence.ts'
import type { Analysis } from '../analysis.ts'
import { onAnalysis } from '../kept.ts'
import { cuesOf, gap, type Reading } from '../frames/frames.ts'
import { valueIn } from '../learned/learned.ts'
import { joined, sign, signOf, type Sign } from '../learned/signs.ts'
import { addSigns, addStanding, is, joinedBeside, metSigns, placesOf, sceneOf, sceneSigns, standingOf, yesNo } from './candidates.ts'
import type { Draft, Fields } from './drafts.ts'

/** When a meeting may have been or may be, with all that speaks for and against it. */
export interface Day { readonly date: DatedValue; readonly signs: Sign[] }

/** All dates a meeting may have. */
export function dayCandidates(analysis: Analysis, draft: Draft, drafts: readonly Draft[]): Day[] {
  const scene = sceneOf(analysis, draft, drafts), found = new Map<string, Day>(), { fields } = draft, published = analysis.document.published?.edtf, window = windowOf(analysis)
  const add = (date: DatedValue, ...signs: Sign[]): Sign[] => {
    const known = found.get(date.edtf) ?? { date, signs: [] }
    found.set(date.edtf, known)
    return addSigns(known.signs, signs)
  }
  for (const [reading, where] of placesOf(scene)) for (const d of reading.dates) {
    const date = closed(d.value), kind = kindOf(date), ofKind = joined(where, kind), told = where !== is.own && scene.others.has(reading.index)
    const about = where === is.own ? [is.own, ...moved(reading, d), order(reading, d), d.value.edtf.startsWith('..') ? day.until : day.plain] : [where, ofKind, told ? joined(where, is.told) : 0, told ? joined(ofKind, is.told) : 0]
    if (where === is.own) addStanding(about, scene, reading, d, kind)
    addSigns(add(date, day.asRead), about)
    const next = window ? nextOf(date, window) : null
    if (next) { const why = signOf(next.why!); addSigns(add(next, day.turned, joined(day.turned, kind), joined(day.turned, signOf(fields.state)), why, joined(why, kind)), about) }
  }
  if (fields.date) add(fields.date, is.rule, day.asRead)
  const at = drafts.indexOf(draft)
  for (const [i, d] of drafts.slice(Math.max(0, at - 2), at).reverse().entries()) if (d.fields.date) { const met = metSigns(i, null, draft.sentence - d.sentence < 4); add(d.fields.date, ...met, d.fields.state === 'held' ? joined(met[0]!, day.held) : 0) }
  if (published) { add({ edtf: published, basis: 'inferred', why: 'told in a text of that day' }, day.published); if (isWholeDay(published)) add({ edtf: edtf(window!.eve), basis: 'inferred', why: 'the day before the text' }, day.eve) }
  const likely = joined(day.likely, signOf(valueIn<string>(analysis, scene.own[0]!, 'meeting.state'))), general = sceneSigns(scene), place = scene.own[0]!.index < 3 ? day.opening : day.body, list = [...found.values()], own = list.filter((v) => v.signs.includes(is.own) && !v.signs.includes(day.turned)).length
  const beside = joinedBeside([joined(is.alone, signOf(String(own))), general.cue, general.state, ...general.has, ...general.official, ...general.speech, place])
  for (const { signs, date } of list) {
    const here = signs.includes(is.own), rule = signs.includes(is.rule), isHere = yesNo(here), isRule = yesNo(rule), stands = standingOf(here, rule), turned = joined(day.turned, yesNo(signs.includes(day.turned) && !signs.includes(day.asRead))), time = window ? timeOf(date, window) : day.undated, both = joined(is.own, isHere, is.rule, isRule)
    const out = [time, joined(both, turned), joined(joined(both, is.of, signOf(String(Math.min(own, 3)))), turned), fields.date === null ? day.noneByRule : 0, ...general.standing.get(stands)!, joined(likely, stands), joined(place, stands)]
    for (const g of [general.state, likely, general.cue]) out.push(joined(g, time), joined(g, turned), joined(g, time, turned))
    out.push(joined(joined(general.state, likely, time, turned), is.rule, isRule))
    for (const g of joinedSigns) if (signs.includes(g)) { const and = joined(g, is.and); out.push(joined(and, joined(is.alone, yesNo(own > 0), isRule), isHere), joined(and, time, isHere), ...beside(g, here)) }
    addSigns(signs, out)
  }
  return list
}
const day = { until: sign('until'), plain: sign('plain'), asRead: sign('as read'), turned: sign('turned'), held: sign('held'), published: sign('published'), eve: sign('eve'), likely: sign('likely'), opening: sign('opening'), body: sign('body'), undated: sign('undated'), noneByRule: sign('none by rule') }
const joinedSigns = [is.metLast, is.metBefore, is.before, is.after, is.early, day.published, day.eve]

const isDay = (d: string): boolean => isWholeDay(d)
/** "Until 4 April" said of the day a meeting is moved to is that day. */
export const closed = (d: DatedValue): DatedValue => (d.edtf.startsWith('../') ? { ...d, edtf: edtf(d.edtf.slice(3)) } : d)
const kinds = { day: sign('day'), open: sign('open'), interval: sign('interval'), month: sign('month'), year: sign('year') }
const kindOf = ({ edtf: d }: { readonly edtf: string }): Sign => (isDay(d) ? kinds.day : d.includes('..') ? kinds.open : d.includes('/') ? kinds.interval : d.length > 4 ? kinds.month : kinds.year)

const orders = { only: sign('only date'), first: sign('first date'), last: sign('last date'), middle: sign('middle date') }, behindMoved = sign('behind moved'), beforeMoved = sign('before moved'), nextToMoved = sign('next to moved')
/** Where a date stands among those of its sentence, and beside a word of being moved. */
function order(reading: Reading, d: Span): Sign {
  const at = reading.dates.findIndex((x) => x.start === d.start), n = reading.dates.length
  return n < 2 ? orders.only : at === 0 ? orders.first : at === n - 1 ? orders.last : orders.middle
}
function moved(reading: Reading, d: Span): Sign[] {
  const put = cuesOf(reading, 'meetings.postponed')[0]
  return put ? [put.end <= d.start ? behindMoved : beforeMoved, reading.dates.every((x) => gap(x, put) >= gap(d, put)) ? nextToMoved : 0] : []
}

const times = { farToCome: sign('far to come'), toCome: sign('to come'), longPast: sign('long past'), past: sign('past'), weekPast: sign('week past'), today: sign('today') }
/** The day of a text and some around it. */
interface Window { readonly today: string; readonly eve: string; readonly weekAgo: string; readonly monthAgo: string; readonly longAgo: string; readonly farAhead: string }
const windowOf = onAnalysis(({ document: { published } }): Window | null => {
  if (!published) return null
  const [, today] = bounds(published.edtf)
  return { today, eve: addDays(today, -1), weekAgo: addDays(today, -7), monthAgo: addDays(today, -30), longAgo: addDays(today, -60), farAhead: addDays(today, 60) }
})
/** Past, today or to come, and how far. */
function timeOf(d: DatedValue, { today, weekAgo, longAgo, farAhead }: Window): Sign {
  const [first, last] = bounds(d.edtf)
  return first > today ? (first > farAhead ? times.farToCome : times.toCome) : last < today ? (last < longAgo ? times.longPast : last < weekAgo ? times.past : times.weekPast) : times.today
}

/** The next day of that name: a date without a year that was read as past, and a day of the week. */
function nextOf(date: DatedValue, { today, weekAgo, monthAgo }: Window): DatedValue | null {
  const { edtf: value } = date
  if (date.basis !== 'inferred' || value.includes('..')) return null
  const [, last] = bounds(value)
  if (last >= today) return null
  if (isDay(value) && last >= weekAgo) return { edtf: edtf(addDays(last, 7)), basis: 'inferred', why: 'the next day of that name' }
  if (last > monthAgo || value.length < 7) return null
  const turned = value.split('/').map((p) => String(Number(p.slice(0, 4)) + 1) + p.slice(4)).join('/')
  return { edtf: edtf(turned), basis: 'inferred', why: 'the next date of that name' }
}

/** The state of a meeting that its date tells: to come or past; on the day itself, called off or moved, as its words have it. */
export function stateAt(state: Fields['state'], date: DatedValue | null, published: string | undefined): Fields['state'] {
  if (!date || !published || state === 'cancelled' || state === 'postponed') return state
  const [first, last] = bounds(date.edtf), [, today] = bounds(edtf(published))
  return first > today ? 'planned' : last < today ? 'held' : state
}

import { addDays, bounds, edtf, isWholeDay, type DatedValue } from '../../core/dates.ts'
import type { Span } from '../../core/evidence.ts'
import type { Analysis } from '../analysis.ts'
import { cuesOf, gap, type Reading } from '../frames/frames.ts'
import { valueIn } from '../learned/learned.ts'
import { placesOf, sceneFeatures, sceneOf, standing } from './candidates.ts'
import type { Draft, Fields } from './drafts.ts'

/** When a meeting may have been or may be, with all that speaks for and against it. */
export interface Day { readonly date: DatedValue; readonly features: Set<string> }

/** All dates a meeting may have. */
export function dayCandidates(analysis: Analysis, draft: Draft, drafts: readonly Draft[]): Day[] {
  const scene = sceneOf(analysis, draft, drafts), found = new Map<string, Day>(), { fields } = draft, published = analysis.document.published?.edtf
  const add = (date: DatedValue, features: readonly string[]) => {
    const known = found.get(date.edtf) ?? { date, features: new Set<string>() }
    found.set(date.edtf, known)
    for (const f of features) known.features.add(f)
  }
  for (const [reading, where] of placesOf(scene)) for (const d of reading.dates) {
    const date = closed(d.value), told = where !== 'own' && scene.others.has(reading.index) ? ' told' : '', kind = kindOf(date)
    const about = where === 'own' ? [...standing(scene, reading, d, kind).flatMap((f) => [f, `${kind} ${f}`]), 'own', ...moved(reading, d), ...order(reading, d), d.value.edtf.startsWith('..') ? 'until' : 'plain'] : [where, `${where} ${kind}`, `${where}${told}`, `${where} ${kind}${told}`]
    add(date, [...about, 'as read'])
    const next = published ? nextOf(date, published) : null
    if (next) add(next, [...about, 'turned', `turned ${kind}`, `turned ${fields.state}`, next.why!, `${next.why} ${kind}`])
  }
  if (fields.date) add(fields.date, ['rule', 'as read'])
  const at = drafts.indexOf(draft)
  for (const [i, d] of drafts.slice(Math.max(0, at - 2), at).reverse().entries()) if (d.fields.date) add(d.fields.date, [`met ${i}`, draft.sentence - d.sentence < 4 ? `met ${i} near` : `met ${i} far`, ...(d.fields.state === 'held' ? [`met ${i} held`] : [])])
  if (published) { add({ edtf: published, basis: 'inferred', why: 'told in a text of that day' }, ['published']); if (isWholeDay(published)) add({ edtf: edtf(addDays(published, -1)), basis: 'inferred', why: 'the day before the text' }, ['eve']) }
  const likely = valueIn<string>(analysis, scene.own[0]!, 'meeting.state'), general = [...sceneFeatures(scene), 'likely ' + likely, scene.own[0]!.index < 3 ? 'opening' : 'body'], list = [...found.values()], own = list.filter((v) => v.features.has('own') && !v.features.has('turned')).length
  for (const { features: f, date } of list) {
    const here = f.has('own'), rule = f.has('rule'), turned = f.has('turned') && !f.has('as read'), time = published ? timeOf(date, published) : 'undated'
    f.add(time); f.add(`own ${here} rule ${rule} turned ${turned}`); f.add(`own ${here} rule ${rule} of ${Math.min(own, 3)} turned ${turned}`)
    if (fields.date === null) f.add('none by rule')
    for (const g of general) { f.add(`${g} ${here ? 'own' : 'else'} ${rule ? 'rule' : '-'}`); if (/^(?:state|likely|cue)/.test(g)) { f.add(`${g} ${time}`); f.add(`${g} turned ${turned}`); f.add(`${g} ${time} turned ${turned}`) } }
    f.add(`state ${fields.state} likely ${likely} ${time} turned ${turned} rule ${rule}`)
    for (const g of ['met 0', 'met 1', 'before', 'after', 'early', 'published', 'eve']) if (f.has(g)) for (const t of [`alone ${own}`, `alone ${own > 0} ${rule}`, time, ...general.filter((x) => /^(?:has|cue|state|official|speech|opening|body)/.test(x))]) f.add(`${g} & ${t} ${here}`)
  }
  return list
}

const isDay = (d: string): boolean => isWholeDay(d)
/** "Until 4 April" said of the day a meeting is moved to is that day. */
const closed = (d: DatedValue): DatedValue => (d.edtf.startsWith('../') ? { ...d, edtf: edtf(d.edtf.slice(3)) } : d)
const kindOf = ({ edtf: d }: { readonly edtf: string }): string => (isDay(d) ? 'day' : d.includes('..') ? 'open' : d.includes('/') ? 'interval' : d.length > 4 ? 'month' : 'year')

/** Where a date stands among those of its sentence, and beside a word of being moved. */
function order(reading: Reading, d: Span): string[] {
  const at = reading.dates.findIndex((x) => x.start === d.start), n = reading.dates.length
  return n < 2 ? ['only date'] : [at === 0 ? 'first date' : at === n - 1 ? 'last date' : 'middle date']
}
function moved(reading: Reading, d: Span): string[] {
  const put = cuesOf(reading, 'meetings.postponed')[0]
  return put ? [put.end <= d.start ? 'behind moved' : 'before moved', ...(reading.dates.every((x) => gap(x, put) >= gap(d, put)) ? ['next to moved'] : [])] : []
}

/** Past, today or to come, and how far. */
function timeOf(d: DatedValue, published: string): string {
  const [first, last] = bounds(d.edtf), [, today] = bounds(edtf(published))
  return first > today ? (first > addDays(today, 60) ? 'far to come' : 'to come') : last < today ? (last < addDays(today, -60) ? 'long past' : last < addDays(today, -7) ? 'past' : 'week past') : 'today'
}

/** The next day of that name: a date without a year that was read as past, and a day of the week. */
function nextOf(date: DatedValue, published: string): DatedValue | null {
  const { edtf: value } = date
  if (date.basis !== 'inferred' || value.includes('..')) return null
  const [, last] = bounds(value), [, today] = bounds(edtf(published))
  if (last >= today) return null
  if (isDay(value) && last >= addDays(today, -7)) return { edtf: edtf(addDays(last, 7)), basis: 'inferred', why: 'the next day of that name' }
  if (last > addDays(today, -30) || value.length < 7) return null
  const turned = value.split('/').map((p) => String(Number(p.slice(0, 4)) + 1) + p.slice(4)).join('/')
  return { edtf: edtf(turned), basis: 'inferred', why: 'the next date of that name' }
}

/** The state of a meeting that its date tells: to come or past; on the day itself, called off or moved, as its words have it. */
export function stateAt(state: Fields['state'], date: DatedValue | null, published: string | undefined): Fields['state'] {
  if (!date || !published || state === 'cancelled' || state === 'postponed') return state
  const [first, last] = bounds(date.edtf), [, today] = bounds(edtf(published))
  return first > today ? 'planned' : last < today ? 'held' : state
}

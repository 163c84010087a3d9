import type { Item } from '../../core/claim.ts'
import type { Analysis } from '../analysis.ts'
import { cuesOf, hasCue, readingsOf, type Reading } from '../frames/frames.ts'
import { isGeneral, leadsToExamples } from '../money/goods.ts'
import { forumsIn, stateWords } from '../names/atlas.ts'
import type { Draft } from './drafts.ts'
import { withShared } from './heads.ts'

/**
 * Goods told once each and by what they are: what a list sums up, names told twice and whom goods are for are no goods of
 * their own; what goods are made for belongs to their name.
 * @example // "equipment, including spare tracks for ferries" has spare tracks for ferries
 */
export function tidied(analysis: Analysis, drafts: readonly Draft[]): Draft[] {
  const readings = readingsOf(analysis)
  return drafts.filter((draft) => draft.fields.amount !== null || draft.fields.items.length === 0 || !draft.fields.items.every((i) => isCurrency(readings[draft.sentence]!, i))).map((draft) => {
    const { items } = draft.fields
    if (items.length === 0) return draft
    const reading = readings[draft.sentence]!, named = items.filter((i) => !namesForum(analysis, reading, i) && (draft.fields.aid === 'military' || draft.fields.aid === 'training' || !isMended(reading, i))).map((i) => withoutTaker(analysis, reading, i)), joined = withShared(reading, named), told = joined.length < 2 ? joined : once(withoutCourse(reading, withoutSums(reading, withPurpose(analysis, reading, joined))))
    return { ...draft, fields: { ...draft.fields, items: told } }
  })
}

/** "Send Ukraine ammunition": who gets it, right before what is given. */
function withoutTaker(analysis: Analysis, reading: Reading, item: Item): Item {
  const at = placeOf(reading, item), start = reading.start + at, taker = at < 0 ? undefined : stateWords(analysis, reading).find((w) => w.start === start && w.kind !== 'demonym' && w.end < start + item.name.length)
  return taker ? { ...item, name: item.name.slice(taker.end - start).trimStart() } : item
}

/** "30 sailors for a six-week course": the course of those who are counted is no goods beside them. */
function withoutCourse(reading: Reading, items: readonly Item[]): Item[] {
  const tells = (table: string, i: Item) => { const at = reading.start + placeOf(reading, i); return at >= reading.start && hasCue(reading, table, { start: at, end: at + i.name.length }) }
  return items.some((i) => i.quantity !== null && tells('support.people', i)) ? items.filter((i) => i.quantity !== null || !tells('support.training', i)) : [...items]
}

/** "To the drone coalition": a word in the name of a forum is no goods. */
function namesForum(analysis: Analysis, reading: Reading, item: Item): boolean {
  const start = item.quantity === null ? reading.start + placeOf(reading, item) : -1, end = start + item.name.length
  return start >= reading.start && forumsIn(analysis, reading).some((f) => f.start <= start && f.end >= end)
}

/** "For the repair of high-voltage lines": what is mended there, uncounted, is given to nobody. */
function isMended(reading: Reading, item: Item): boolean {
  const at = reading.start + placeOf(reading, item)
  return item.quantity === null && at >= reading.start && cuesOf(reading, 'projects.mend').some((c) => c.end <= at && at - c.end <= farthest && !/[,;:–—]/.test(reading.text.slice(c.end - reading.start, at - reading.start)))
}
const farthest = 24

/** "1 Swedish krona – 3.4 hryvnias": a currency is no goods. */
const isCurrency = (reading: Reading, { name }: Item): boolean => Object.hasOwn(reading.language.money.units, name.toLowerCase().split(' ').at(-1)!)

const placeOf = (reading: Reading, { name }: Item): number => reading.text.indexOf(name)

/** "Equipment, including 30 masks", "arms and equipment such as radars": what sums up the goods behind it is none of them. */
function withoutSums(reading: Reading, items: readonly Item[]): Item[] {
  const sums = new Set<Item>()
  items.forEach((item, i) => {
    const next = items[i + 1], at = placeOf(reading, item), end = at + item.name.length, behind = next ? reading.text.indexOf(next.name, end) : -1
    if (!next || item.quantity !== null || at < 0 || behind < 0 || behind - end > 48) return
    const between = reading.text.slice(end, behind)
    if (isGeneral(item.name, reading.language) && leadsToExamples(between, reading.language)) {
      // "Arms and equipment such as …": both.
      for (let k = i; k >= 0 && items[k]!.quantity === null && isGeneral(items[k]!.name, reading.language) && (k === i || placeOf(reading, items[k + 1]!) - placeOf(reading, items[k]!) - items[k]!.name.length < 8); k--) sums.add(items[k]!)
    } else if (next.quantity !== null && (cuesOf(reading, 'support.part').some((c) => c.start >= reading.start + end && c.start - reading.start - end <= 3) || /[,–—(]\s?\p{L}/u.test(between) && leadsToExamples(between.slice(between.search(/[,–—(]\s?\p{L}/u)), reading.language))) sums.add(item)
  })
  return items.filter((i) => !sums.has(i))
}

/** Of names one within the other, with one number or none, the longer. */
const once = (items: readonly Item[]): Item[] => items.filter((item, i) => !items.some((other, k) => k !== i && (item.quantity === null || item.quantity === other.quantity) && isWithin(item.name, other.name) && (item.name.length < other.name.length || k < i)))

const isWithin = (part: string, whole: string): boolean => ` ${whole.toLowerCase()} `.includes(` ${part.toLowerCase()} `)

/** "Spare parts for tanks", "shells for Ukrainian batteries": what stands behind goods and one word of purpose. */
function withPurpose(analysis: Analysis, reading: Reading, items: readonly Item[]): Item[] {
  const out: Item[] = []
  for (const item of items) {
    const last = out.at(-1), from = last ? placeOf(reading, last) : -1, at = placeOf(reading, item)
    const between = last && from >= 0 && at > from ? { start: reading.start + from + last.name.length, end: reading.start + at } : null
    const purpose = between && item.quantity === null && cuesOf(reading, 'frames.to', between).find((c) => c.start - between.start <= 1)
    if (!last || !between || !purpose || between.end - purpose.end > 24 || /[,;:()–—]/.test(reading.text.slice(purpose.end - reading.start, at))) { out.push(item); continue }
    const behind = { start: purpose.end, end: between.end + item.name.length }
    if (hasCue(reading, 'support.people', behind) || stateWords(analysis, reading).some((w) => w.country === 'UA' && w.start >= behind.start && w.end <= behind.end)) continue
    out[out.length - 1] = { ...last, name: reading.text.slice(from, at + item.name.length) }
  }
  return out
}

import type { Item } from '../../core/claim.ts'
import type { Span } from '../../core/evidence.ts'
import type { Word } from '../words/cues.ts'
import { cuesOf, hasCue, overlaps, type Reading } from '../frames/frames.ts'
import { describes } from '../money/goods.ts'
import { numberBefore } from '../money/items.ts'

/**
 * Goods whose words share one noun are one: what describes it, joined by "and" before or behind, belongs to the name.
 * @example // "unmanned aerial and ground systems", "Panzer- und Flugabwehrraketen", "missiles antichars et antiaériens"
 */
export function withShared(reading: Reading, items: readonly Item[]): Item[] {
  if (items.length === 0 || !hasCue(reading, 'frames.and')) return [...items]
  const wider = items.map((item): Item & { at?: Span } => {
    const at = reading.text.indexOf(item.name)
    if (at < 0 || !/[\s-]/.test(item.name) && reading.language.goods.smallNouns) return item
    const start = reading.start + at, name = { start, end: start + item.name.length }, whole = { start: sharedBefore(reading, name), end: reading.language.goods.trailing ? sharedBehind(reading, name) : name.end }
    if (whole.start === name.start && whole.end === name.end) return item
    return { name: reading.text.slice(whole.start - reading.start, whole.end - reading.start), quantity: item.quantity ?? numberBefore(reading, whole), at: whole }
  })
  const taken = (item: Item) => { const start = reading.start + reading.text.indexOf(item.name); return wider.some((w) => w.at && w.at.start <= start && w.at.end >= start + item.name.length) }
  return wider.filter((w) => w.at || !taken(w)).map(({ name, quantity }) => ({ name, quantity }))
}

/** Where the words begin that share the noun of a name with those before an "and". */
function sharedBefore(reading: Reading, name: Span): number {
  let from = reading.words.findIndex((w) => w.start === name.start)
  if (from < 2 || !isAnd(reading, from - 1)) return name.start
  from -= 2
  if (!shares(reading, from)) return name.start
  while (from > 0 && beside(reading, from - 1, /^(?:-| |, )$/) && shares(reading, from - 1)) from--
  // What a hyphen binds ("anti-ship") is one word.
  while (from > 0 && beside(reading, from - 1, /^-$/)) from--
  return reading.words[from]!.start
}

/** Where a name ends whose last word describes it, when "and" leads to one more such word and no noun of its own follows. */
function sharedBehind(reading: Reading, name: Span): number {
  const last = reading.words.findIndex((w) => w.end === name.end), more = last + 2
  if (last < 1 || !reading.words[more] || !isAnd(reading, last + 1) || !describes(reading.words[last]!.lower, reading.language) || !isBare(reading, reading.words[more]!)) return name.end
  const next = reading.words[more + 1]
  return next && beside(reading, more, /^ $/) && hasCue(reading, 'support.goods', next) ? name.end : reading.words[more]!.end
}

const between = (reading: Reading, i: number): string => reading.text.slice(reading.words[i]!.end - reading.start, reading.words[i + 1]!.start - reading.start)
/** Do the signs between a word and the next fit? */
const beside = (reading: Reading, i: number, signs: RegExp): boolean => signs.test(between(reading, i))
const isAnd = (reading: Reading, i: number): boolean => cuesOf(reading, 'frames.and').some((c) => c.from === i && c.to === i) && /^-? $/.test(between(reading, i - 1)) && reading.words[i + 1] !== undefined && beside(reading, i, /^ $/)

/** Does a word wait for a noun: "anti-tank", "Panzer-", "aerial"? */
function shares(reading: Reading, i: number): boolean {
  const word = reading.words[i]!
  if (/^-,? /.test(reading.text.slice(word.end - reading.start))) return true
  if (i > 0 && beside(reading, i - 1, /^-$/) && /^(?:anti|counter)$/.test(reading.words[i - 1]!.lower)) return true
  return isBare(reading, word)
}

/** A word that describes and names nothing itself. */
const isBare = (reading: Reading, word: Word): boolean => describes(word.lower, reading.language) && !cuesOf(reading, ['support.goods', 'support.people', 'support.aid', 'support.bundle', 'support.training']).some((c) => overlaps(c, word))

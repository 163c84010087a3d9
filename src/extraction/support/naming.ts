import type { Item } from '../../core/claim.ts'
import type { Span } from '../../core/evidence.ts'
import type { Analysis, Token } from '../analysis.ts'
import { hasCue, overlaps, readingsOf, type Reading } from '../frames/frames.ts'
import { numberBefore } from '../money/items.ts'
import { stateWords } from '../names/atlas.ts'
import type { Draft } from './drafts.ts'
import { withJoinedGoods } from './joined.ts'

/**
 * Names of goods as far as their words reach, and the goods joined to them that no table knows. For English, whose words
 * are tagged, names run on to the right, to the noun they are of; German tells the joined goods by its capitals.
 * @example // "a gift of bomb disposal robots and spare tyres" has bomb disposal robots and spare tyres, not "bomb"
 */
export function fullyNamed(analysis: Analysis, drafts: readonly Draft[]): Draft[] {
  if (analysis.language.names.nounsInCapitals) return drafts.map((d) => withJoined(analysis, readingsOf(analysis)[d.sentence]!, d))
  if (analysis.language.code !== 'en') return drafts.map((d) => withJoinedGoods(analysis, readingsOf(analysis)[d.sentence]!, d))
  const readings = readingsOf(analysis), out: Draft[] = []
  for (const draft of drafts) out.push(draft.fields.items.length > 0 ? named(draft, readings, out.at(-1)) : draft)
  return out
}

/** "60 Fahrzeuge sowie Sanitätsmaterial und Winterkleidung": nouns in capitals that a word for "and" or a comma joins to the last goods, up to the last "and". */
function withJoined(analysis: Analysis, reading: Reading, draft: Draft): Draft {
  const last = draft.fields.items.at(-1), at = last ? reading.text.indexOf(last.name) : -1
  if (!last || at < 0 || draft.fields.aid === 'training') return draft
  const more: Item[] = []
  for (let end = at + last.name.length; more.length < 5; ) {
    const next = joinedNoun.exec(reading.text.slice(end))
    if (!next) break
    const start = end + next[0].length - next[1]!.length, span = { start: reading.start + start, end: reading.start + start + next[1]!.length }
    if (hasCue(reading, [...noGoods, 'support.people'], span) || [...reading.mentions, ...reading.dates, ...reading.amounts, ...stateWords(analysis, reading)].some((x) => overlaps(x, span))) return draft
    more.push({ name: next[1]!, quantity: null })
    end = start + next[1]!.length
    if (!/^\s?,/.test(next[0])) { const joint = /^\s(?:sowie|und)\s/u.exec(reading.text.slice(end)); if (!joint) break }
  }
  return more.length === 0 || !/^\s?(?:[.;:!?)]|$|\p{Ll}+(?:\s\p{Ll}+)?[.;!?,])/u.test(reading.text.slice(reading.text.indexOf(more.at(-1)!.name) + more.at(-1)!.name.length)) ? draft : { ...draft, fields: { ...draft.fields, items: [...draft.fields.items, ...more.filter((m) => !draft.fields.items.some((i) => i.name === m.name))] } }
}
const joinedNoun = /^(?:,|\s(?:sowie|und))\s((?:\p{Ll}{3,}e[nrs]?\s)?\p{Lu}\p{Ll}{3,}(?:-\p{L}+)?)(?=[\s.,;:!?)]|$)/u

function named(draft: Draft, readings: readonly Reading[], before: Draft | undefined): Draft {
  const near = [readings[draft.sentence]!, ...draft.spans.slice(1).flatMap((s) => readings.filter((r) => r.start <= s.start && r.end >= s.end && r.index !== draft.sentence))]
  const items: Item[] = [], places: Place[] = []
  const add = (item: Item) => { if (!items.some((i) => i.name === item.name && i.quantity === item.quantity)) items.push(item) }
  for (const item of draft.fields.items) {
    const at = placeOf(near, item.name)
    if (at && at.to - at.from === 1 && isActed(at.reading.sentence.tokens[at.from]!)) { const name = listed(at) ?? (before && draft.sentence - before.sentence <= 2 ? before.fields.items.at(-1)?.name : undefined); if (name) add({ ...item, name }); continue }
    if (at && tokensOf(at)[at.from]!.pos === 'PRON') continue
    const whole = at ? reaching(at) : null
    if (whole) places.push(whole)
    add(whole ? { ...item, name: textOf(whole) } : item)
  }
  if (draft.fields.aid !== 'training') for (const reading of near) for (const { place, item } of joinedTo(places.filter((p) => p.reading === reading))) if (!places.some((p) => p.reading === reading && p.from < place.to && place.from < p.to) && !items.some((i) => i.name.toLowerCase().endsWith(item.name.toLowerCase()))) add(item)
  return { ...draft, fields: { ...draft.fields, items } }
}

/** Tokens of a sentence: the first, and the one behind the last. */
interface Place { readonly reading: Reading; readonly from: number; readonly to: number }

const tokensOf = ({ reading }: Place) => reading.sentence.tokens
const spanOf = (at: Place): Span => ({ start: tokensOf(at)[at.from]!.start, end: tokensOf(at)[at.to - 1]!.end })
const textOf = (at: Place): string => { const { start, end } = spanOf(at); return at.reading.text.slice(start - at.reading.start, end - at.reading.start) }

function placeOf(readings: readonly Reading[], name: string): Place | null {
  for (const reading of readings) {
    const at = reading.text.indexOf(name)
    if (at < 0) continue
    const { tokens } = reading.sentence, start = reading.start + at, end = start + name.length
    const from = tokens.findIndex((t) => t.end > start), to = tokens.findIndex((t) => t.start >= end)
    if (from >= 0 && tokens[from]!.start === start && (to < 0 || tokens[to - 1]!.end === end)) return { reading, from, to: to < 0 ? tokens.length : to }
  }
  return null
}

/** "Tonnes of coal" are coal; "sets of clothing" are sets. */
const measures: ReadonlySet<string> = new Set(['tonnes', 'tons', 'litres', 'liters', 'gallons', 'barrels', 'kilograms', 'kilogrammes', 'pounds']), vessels: ReadonlySet<string> = new Set(['sets', 'boxes', 'crates', 'pairs', 'packs', 'pallets', 'bags', 'cases', 'containers', 'rolls', 'reels', 'pieces'])

/** A name without what its goods did, else up to the noun it is of. */
function reaching(at: Place): Place {
  const tokens = tokensOf(at)
  let { to } = at
  while (to > at.from + 1 && (isActed(tokens[to - 1]!) || tokens[to - 1]!.pos === 'ADP')) to--
  if (to < at.to) return { ...at, to }
  const held = to - at.from === 1 && tokens[to]?.lower === 'of' ? tokens[at.from]!.lower : ''
  const inside = measures.has(held) || vessels.has(held) ? runFrom(at.reading, to + 1) : null
  if (inside) return measures.has(held) ? inside : { ...at, to: inside.to }
  while (to < tokens.length && to - at.to < 3 && tokens[to]!.start - tokens[to - 1]!.end === 1 && tokens[to]!.pos === 'NOUN' && isPlain(at.reading, tokens[to]!)) to++
  return { ...at, to }
}

/** "180 recruits finished": what goods did is no part of their name. */
const isActed = (t: Token): boolean => (t.pos === 'VERB' || t.pos === 'AUX') && /^\p{Ll}+ed$/u.test(t.text)

/** A small word of three letters or more, of no name, date or sum. */
const isPlain = (reading: Reading, t: Token): boolean => /^\p{Ll}{3,}$/u.test(t.text) && ![...reading.dates, ...reading.amounts, ...reading.mentions].some((x) => overlaps(x, t))

/** "Lorries: 120 pledged": what the list speaks of stands before its colon. */
const listed = ({ reading }: Place): string | undefined => /^[^\p{L}]*(\p{L}[^:.,;]{3,60}):\s/u.exec(reading.text)?.[1]

const noGoods = ['support.people', 'support.aid', 'support.bundle', 'support.training', 'support.uncounted', 'support.other', 'support.part', 'support.total', 'frames.anaphor', 'frames.negation', 'frames.future']

/** Goods behind the last and before the first, joined by commas and "and". */
function joinedTo(places: readonly Place[]): { place: Place; item: Item }[] {
  const first = places[0], last = places.at(-1), out: { place: Place; item: Item }[] = []
  for (const next of last ? behind(last) : []) out.push({ place: next, item: { name: textOf(next), quantity: countedBefore(next) } })
  for (let at = first; at; ) { const next = ahead(at); if (next) out.unshift({ place: next, item: { name: textOf(next), quantity: numberBefore(next.reading, spanOf(next)) } }); at = next ?? undefined }
  return out
}

/** The number right before goods, or one behind "a". */
const countedBefore = ({ reading, from }: Place): number | null => { const before = reading.sentence.tokens[from - 1]; return before?.lower === 'a' || before?.lower === 'an' ? 1 : before?.pos === 'NUM' ? numberBefore(reading, reading.sentence.tokens[from]!) : null }

/** Words within a name of goods: nouns and what describes them, the season of clothing among them. */
const isPart = (reading: Reading, t: Token | undefined): t is Token => t !== undefined && (((t.pos === 'NOUN' || t.pos === 'ADJ') && isPlain(reading, t)) || t.lower === 'winter' || /^\p{L}+-\p{Ll}+$/u.test(t.text))

/** The run of such words from token `from` on; null where none ends there in a noun. */
function runFrom(reading: Reading, from: number): Place | null {
  const { tokens } = reading.sentence
  let to = from
  while (to - from < 5 && isPart(reading, tokens[to])) to++
  const stop = tokens[to]
  if (to === from || tokens[to - 1]!.pos !== 'NOUN' || (stop && stop.pos !== 'ADP' && stop.pos !== 'PUNCT' && stop.pos !== 'CCONJ')) return null
  const place = { reading, from, to }
  return hasCue(reading, noGoods, spanOf(place)) ? null : place
}

/** ", winter clothing, and school meals": a list is read where it ends in an "and". */
function behind(at: Place): Place[] {
  const out: Place[] = [], tokens = tokensOf(at)
  for (let i = at.to; out.length < 5; ) {
    const comma = tokens[i]?.text === ',' || tokens[i]?.text === ';'
    if (comma) i++
    const and = tokens[i]?.lower === 'and'
    if (and) i++
    // "200 external fixators and a mobile X-ray unit".
    if ((comma || and) && (tokens[i]?.pos === 'NUM' || tokens[i]?.lower === 'a' || tokens[i]?.lower === 'an')) i++
    const next = comma || and ? runFrom(at.reading, i) : null
    if (!next) return []
    out.push(next)
    if (and) return out
    i = next.to
  }
  return []
}

function ahead(at: Place): Place | null {
  const tokens = tokensOf(at)
  let i = at.from - 1
  if (tokens[i]?.pos === 'NUM') i--
  const and = tokens[i]?.lower === 'and'
  if (and) i--
  if (tokens[i]?.text === ',') i--
  else if (!and) return null
  const to = i + 1
  while (to - 1 - i < 5 && isPart(at.reading, tokens[i])) i--
  const before = tokens[i]
  if (i + 1 === to || tokens[to - 1]!.pos !== 'NOUN' || !before || !['ADP', 'VERB', 'NUM'].includes(before.pos ?? '') && before.text !== ',' && before.text !== ':') return null
  const place = { ...at, from: i + 1, to }
  return hasCue(at.reading, noGoods, spanOf(place)) ? null : place
}

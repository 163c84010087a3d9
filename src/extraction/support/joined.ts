import type { Item } from '../../core/claim.ts'
import type { Analysis } from '../analysis.ts'
import { cuesOf, hasCue, overlaps, type Reading } from '../frames/frames.ts'
import { stateWords } from '../names/atlas.ts'
import type { Draft } from './drafts.ts'

/** How goods are joined in languages without tags or capitals: words that lead one thing of a list, and endings of verbs, which name none. */
interface Shape { readonly lead: RegExp; readonly verb: RegExp; readonly bare: boolean }
const shapes: Readonly<Record<string, Shape>> = {
  fr: { lead: /^(?:des|du|d['’]|de la|de l['’]|les|la|le|l['’])\s?/iu, verb: /(?:ra|ront|era|eront|ait|aient|é|ées?|és|er|ir|ant)$/u, bare: false },
  it: { lead: /^(?:dei|delle|degli|del|della|dell['’]|i|gli|le|il|la|lo|l['’])\s?/iu, verb: /(?:à|ò|ì|ono|anno|are|ere|ire|ato|uto|ito|ando|endo)$/u, bare: true },
  pl: { lead: /^(?:też|także|również)\s/iu, verb: /(?:ł|ła|ło|li|ły|ją|uje|ują|że|żą|ać|ić|yć|eć|ąć)$/u, bare: true },
  uk: { lead: /^(?:також)\s/iu, verb: /(?:ла|ло|ли|ть|ти|ться|вся|лися)$/u, bare: true },
}

const noGoods = ['support.aid', 'support.bundle', 'support.training', 'support.people', 'support.uncounted', 'support.other', 'support.part', 'support.total', 'support.given', 'support.giving', 'support.announced', 'support.delivered', 'support.approved', 'support.allocated', 'support.contracted', 'support.cancelled', 'support.suspended', 'support.reduced', 'support.signalled', 'frames.anaphor', 'frames.negation', 'frames.future', 'frames.relative', 'frames.breaks']
const small = ['frames.to', 'frames.at', 'frames.from', 'frames.relative']

/** Words that hang a noun on the one before it within a name. */
const hangs = /^(?:de|d|di|da|do|per|à|для)$/

/**
 * A draft with the goods that commas and "and" join to those it has, where no table knows them; a list is read where it
 * ends in an "and". For French, Italian, Polish and Ukrainian.
 * @example // "14 ambulances et un hôpital de campagne.": the field hospital beside the ambulances
 */
export function withJoinedGoods(analysis: Analysis, reading: Reading, draft: Draft): Draft {
  const { items, aid } = draft.fields, shape = shapes[reading.language.code]
  if (!shape || items.length === 0 || aid === 'training' || !hasCue(reading, 'frames.and')) return draft
  const places = items.map((i) => reading.text.indexOf(i.name)), out: Item[] = []
  items.forEach((item, i) => out.push(item, ...(places[i]! < 0 ? [] : joinedTo(analysis, reading, places[i]! + item.name.length, places, shape))))
  return out.length === items.length ? draft : { ...draft, fields: { ...draft.fields, items: out.filter((item, i) => items.includes(item) || !out.some((o, k) => k !== i && (o.name.includes(item.name) || item.name.includes(o.name) && items.includes(o)))) } }
}

/** What commas and "and" join to the goods that end at a place, up to the "and" or to goods that are known. */
function joinedTo(analysis: Analysis, reading: Reading, from: number, known: readonly number[], shape: Shape): Item[] {
  const more: Item[] = []
  for (let end = from; more.length < 5; ) {
    const joint = jointAt(reading, end)
    if (!joint) return []
    if (known.some((k) => k >= joint.end && k - joint.end < 12)) return more
    const next = phraseAt(analysis, reading, joint.end, shape)
    if (!next) return []
    more.push(next.item)
    end = next.end
    if (joint.and) return more
  }
  return []
}

/** A comma or a word for "and" right behind a place in the text, and where it ends. */
function jointAt(reading: Reading, from: number): { readonly end: number; readonly and: boolean } | null {
  const start = reading.start + from, and = cuesOf(reading, 'frames.and').find((c) => c.start >= start && c.start - start <= 2)
  if (and && /^,?\s$/.test(reading.text.slice(from, and.start - reading.start))) return { end: and.end - reading.start + 1, and: true }
  return /^,\s\p{L}/u.test(reading.text.slice(from, from + 3)) ? { end: from + 2, and: false } : null
}

/** A noun with what describes it, up to a mark or a small word; null where a verb, a name or other words stand. */
function phraseAt(analysis: Analysis, reading: Reading, from: number, shape: Shape): { readonly item: Item; readonly end: number } | null {
  const { language } = reading, rest = reading.text.slice(from), lead = shape.lead.exec(rest)?.[0] ?? ''
  let at = from + lead.length, quantity: number | null = null
  const number = /^(\d{1,3}(?:[.\u00a0 ]\d{3})*|\p{L}+['’]?)\s?/u.exec(reading.text.slice(at)), word = number?.[1]!.toLowerCase().replace(/['’]$/, '') ?? ''
  if (!lead && number) {
    const value = /^\d/.test(word) ? Number(word.replace(/[.\u00a0 ]/g, '')) : language.goods.ones.includes(word) ? 1 : language.numbers.cardinals[word]
    if (value) { quantity = value; at += number[0].length }
  }
  const first = reading.words.findIndex((w) => w.start - reading.start === at)
  if (first < 0 || !lead && quantity === null && !shape.bare) return null
  let to = first
  while (to < reading.words.length && to - first < 5) {
    const w = reading.words[to]!, signs = to > first ? reading.text.slice(reading.words[to - 1]!.end - reading.start, w.start - reading.start) : ' '
    if (!/^[\s’'-]$/u.test(signs) || to > first && cuesOf(reading, [...small, 'frames.and'], w).some((c) => c.from === to) && !(hangs.test(w.lower) && /^[\s’']\p{Ll}{4}/u.test(reading.text.slice(w.end - reading.start)))) break
    to++
  }
  const end = to > first ? reading.words[to - 1]!.end : 0, span = { start: reading.words[first]!.start, end }, name = reading.text.slice(span.start - reading.start, end - reading.start), behind = reading.text.slice(end - reading.start)
  if (to === first || !/^\p{Ll}{3,}/u.test(name) || /\d/.test(name) || shape.verb.test(reading.words[first]!.lower) || hasCue(reading, noGoods, span)) return null
  if (!/^(?:\s?[.,;:!?)»”"]|\s\(|$|\s\p{L})/u.test(behind) || /^\s\p{L}/u.test(behind) && !cuesOf(reading, [...small, 'frames.and']).some((c) => c.start === end + 1)) return null
  if ([...reading.mentions, ...reading.dates, ...reading.amounts, ...stateWords(analysis, reading)].some((x) => overlaps(x, span))) return null
  return { item: { name, quantity }, end: end - reading.start }
}

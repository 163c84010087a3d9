import type { Item, Mention, Place } from '../../core/claim.ts'
import type { Span } from '../../core/evidence.ts'
import type { Analysis, DateMention, MentionAt, MoneyMention } from '../analysis.ts'
import { stateWords } from '../names/atlas.ts'
import { hasCue, overlaps, readingsOf, type Reading } from '../frames/frames.ts'
import { lexemes } from '../words/lexemes.ts'
import { numberAt } from '../money/numbers.ts'
import { actorKey, partyOf, stateMention } from '../names/parties.ts'

/** What our own grammars read at a place in the text, or the reason why they read nothing there. */
export type Value<T> = T | string

/** The words at a span, on one line. */
export const wordsAt = ({ document }: Analysis, span: Span): string => document.text.slice(span.start, span.end).replace(/\s+/g, ' ')

/** The sentences a span touches; they run in order of place. */
export function readingsAt(analysis: Analysis, span: Span): readonly Reading[] {
  const all = readingsOf(analysis)
  let low = 0, high = all.length
  while (low < high) { const middle = (low + high) >> 1; if (all[middle]!.end <= span.start) low = middle + 1; else high = middle }
  let end = low
  while (end < all.length && all[end]!.start < span.end) end++
  return all.slice(low, end)
}

const longestName = 120
const opensLarge = /^[^\p{L}\d]*\p{Lu}/u
/** Could the words be a name: few, and the first or the last with a capital? */
function isName(words: string): boolean {
  const parts = words.slice(0, longestName + 1).split(' ')
  return words.length <= longestName && parts.length <= 8 && (opensLarge.test(parts[0]!) || opensLarge.test(parts.at(-1)!))
}

const stateWordsAt = (analysis: Analysis, span: Span) => readingsAt(analysis, span).flatMap((r) => stateWords(analysis, r)).filter((w) => overlaps(w, span))

/** The one actor at a place: as the document settles the mention there, a word for a state, else a name nobody knows. */
export function actorAt(analysis: Analysis, span: Span): Value<{ readonly mention: Mention; readonly at: MentionAt | null }> {
  if (span.end - span.start > longestName) return 'too long for a name'
  const there = analysis.mentions.filter((m) => overlaps(m, span))
  if (new Set(there.map((m) => actorKey(m.mention))).size > 1) return 'more than one actor'
  if (there[0]) return { mention: there[0].mention, at: there[0] }
  const states = stateWordsAt(analysis, span), [state] = states
  if (new Set(states.map((w) => w.country)).size > 1) return 'more than one actor'
  if (state) return { mention: { ...stateMention(state.country, null), written: wordsAt(analysis, state), span: { start: state.start, end: state.end } }, at: null }
  const written = wordsAt(analysis, span)
  return isName(written) ? { mention: { kind: 'mention', type: 'unknown', name: written, written, span, country: null, office: null, candidates: [] }, at: null } : 'not an actor'
}

/** The party that the actor at a place stands for: the state for its minister. */
export function partyAt(analysis: Analysis, span: Span): Value<Mention> {
  const found = actorAt(analysis, span)
  if (typeof found === 'string') return found
  return (found.at ? partyOf(found.at) : found.mention) ?? (found.mention.type === 'person' ? 'a person without a party' : found.mention)
}

export function placeAt(analysis: Analysis, span: Span): Value<Place<Mention>> {
  const written = wordsAt(analysis, span)
  if (!isName(written) && !readingsAt(analysis, span).some((r) => hasCue(r, 'meetings.somewhere', span))) return 'not a place'
  const country = analysis.mentions.find((m) => overlaps(m, span))?.mention.country ?? stateWordsAt(analysis, span)[0]?.country ?? null
  return { written, country, span }
}

export const sumAt = (analysis: Analysis, span: Span): Value<MoneyMention> => only(analysis.amounts, span, 'not a sum')
export const dateAt = (analysis: Analysis, span: Span): Value<DateMention> => only(analysis.dates, span, 'no date')

/** Goods with their number: as the goods grammar reads them, else the number at the head of the words and the rest. */
export function itemAt(analysis: Analysis, span: Span): Value<Item & Span> {
  if (analysis.amounts.some((a) => overlaps(a, span))) return 'a sum, not goods'
  const goods = only(analysis.goods, span, 'no goods')
  if (typeof goods !== 'string') return { start: goods.start, end: goods.end, name: goods.name, quantity: goods.quantity }
  return goods === 'no goods' ? counted(analysis, span) : goods
}

function counted(analysis: Analysis, span: Span): Value<Item & Span> {
  const { text } = analysis.document, [reading] = readingsAt(analysis, span)
  const words = reading ? lexemes(text, reading) : []
  for (let i = 0; i < words.length;) {
    const number = numberAt(words, i, analysis.language.numbers)
    if (!number) { i++; continue }
    const at = { start: words[i]!.start, end: words[number.to - 1]!.end }
    if (overlaps(at, span)) {
      const name = text.slice(at.end, span.end).replace(/\s+/g, ' ').trim()
      return at.start === span.start && /\p{L}{3}/u.test(name) && !/\d/.test(name) ? { ...span, name, quantity: number.value } : 'no goods'
    }
    i = number.to
  }
  return { ...span, name: wordsAt(analysis, span), quantity: null }
}

function only<T extends Span>(list: readonly T[], span: Span, none: string): Value<T> {
  const there = list.filter((x) => overlaps(x, span))
  return there.length === 1 ? there[0]! : there.length === 0 ? none : 'more than one value'
}

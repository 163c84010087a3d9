import type { Item, Mention, Place } from '../core/claim.ts'
import type { DatedValue } from '../core/dates.ts'
import type { Span } from '../core/evidence.ts'
import type { Money } from '../core/money.ts'
import type { Analysis, MentionAt } from './analysis.ts'
import { stateWords } from './atlas.ts'
import { hasCue, inside, overlaps, readingsOf, type Reading } from './frames.ts'
import { lexemes } from './lexemes.ts'
import type { Locator } from './locate.ts'
import { numberAt } from './numbers.ts'
import { actorKey, distinct, partyOf, stateMention } from './parties.ts'

/** Values of the fields of one proposed claim, each read by our own grammars from words that stand in the text. */
export interface Grounds {
  readonly analysis: Analysis
  /** All words that a value was read from. */
  readonly used: readonly Span[]
  readonly explain: Readonly<Record<string, string>>
  person(field: string): Mention | null
  parties(field: string): readonly Mention[]
  people(field: string): readonly Mention[]
  place(field: string): Place<Mention> | null
  amount(field: string): Money | null
  items(field: string): readonly Item[]
  date(field: string): DatedValue | null
  /** The words themselves, in their places; null when one of them is not in the text. */
  passages(field: string): readonly Span[] | null
  text(field: string): string | null
  /** A class the model chose, with words that our own tables do not read as another class. */
  choice<T extends string>(field: string, tables: Readonly<Record<T, readonly string[]>>): T | null
  /** Do the words the model points at hold a word of a table? */
  holds(field: string, table: string): boolean
  /** Words of a sum or of goods, round which the rules look for the stage. */
  core(): { readonly reading: Reading; readonly span: Span } | null
  /** Counts the fields that no kind of claim asked for. */
  unread(): void
}

const mostQuotes = 40

/** @param evidence where the claim rests; sums, goods and classes must stand in the same sentences */
export function createGrounds(analysis: Analysis, where: Locator, evidence: readonly Span[], fields: Readonly<Record<string, unknown>>, miss: (reason: string) => void): Grounds {
  const { document, language } = analysis, used: Span[] = [], explain: Record<string, string> = {}, asked = new Set<string>()
  const readings = readingsOf(analysis), home = readings.filter((r) => evidence.some((e) => overlaps(r, e)))
  const said = (span: Span) => document.text.slice(span.start, span.end).replace(/\s+/g, ' ')
  let core: { reading: Reading; span: Span } | null = null

  const given = (field: string): readonly unknown[] => {
    asked.add(field)
    const value = Object.hasOwn(fields, field) ? fields[field] : null
    if (value === null || value === undefined) return []
    const list = Array.isArray(value) ? value : [value]
    return list.slice(0, mostQuotes + 1)
  }
  const spansOf = (field: string, near: boolean): Span[] => given(field).flatMap((quote, i) => {
    if (i === mostQuotes) { miss('too many quotations'); return [] }
    const found = where.find(quote)
    if (typeof found === 'string') { miss(found); return [] }
    if (near && !home.some((r) => overlaps(r, found))) { miss('far from the evidence'); return [] }
    return [found]
  })
  /** Reads one value from each quotation; what cannot be read is counted. */
  const read = <T>(field: string, near: boolean, reader: (span: Span) => T | string): T[] => spansOf(field, near).flatMap((span) => {
    const value = reader(span)
    if (typeof value === 'string') { miss(value); return [] }
    used.push(span)
    explain[field] = (explain[field] ? explain[field] + ', ' : '') + `“${said(span)}”`
    return [value]
  })
  const one = <T>(values: readonly T[]): T | null => { for (let i = 1; i < values.length; i++) miss('one value, not several'); return values[0] ?? null }

  const actorAt = (span: Span): { mention: Mention; at: MentionAt | null } | string => {
    if (span.end - span.start > longestName) return 'too long for a name'
    const there = analysis.mentions.filter((m) => overlaps(m, span))
    const keys = new Set(there.map((m) => actorKey(m.mention)))
    if (keys.size > 1) return 'more than one actor'
    if (there[0]) return { mention: there[0].mention, at: there[0] }
    const states = readings.filter((r) => overlaps(r, span)).flatMap((r) => stateWords(analysis, r)).filter((w) => overlaps(w, span))
    if (new Set(states.map((w) => w.country)).size > 1) return 'more than one actor'
    if (states[0]) return { mention: { ...stateMention(states[0].country, null), written: said(states[0]), span: { start: states[0].start, end: states[0].end } }, at: null }
    if (!isName(said(span))) return 'not an actor'
    return { mention: { kind: 'mention', type: 'unknown', name: said(span), written: said(span), span, country: null, office: null, candidates: [] }, at: null }
  }
  const party = (span: Span): Mention | string => {
    const found = actorAt(span)
    if (typeof found === 'string') return found
    return (found.at ? partyOf(found.at) : found.mention) ?? (found.mention.type === 'person' ? 'a person without a party' : found.mention)
  }
  const actor = (span: Span): Mention | string => { const found = actorAt(span); return typeof found === 'string' ? found : found.mention }
  const only = <T extends Span>(list: readonly T[], span: Span, none: string): T | string => {
    const there = list.filter((x) => overlaps(x, span))
    return there.length === 1 ? there[0]! : there.length === 0 ? none : 'more than one value'
  }
  const remember = (span: Span) => { core ??= { reading: readings.find((r) => overlaps(r, span))!, span } }
  const itemAt = (span: Span): Item | string => {
    if (analysis.amounts.some((a) => overlaps(a, span))) return 'a sum, not goods'
    const goods = only(analysis.goods, span, 'no goods')
    if (typeof goods !== 'string') { remember(goods); return { name: goods.name, quantity: goods.quantity } }
    if (goods === 'more than one value') return goods
    const item = countedItem(document.text, readings.find((r) => overlaps(r, span))!, span)
    if (typeof item !== 'string') remember(span)
    return item
  }
  function countedItem(text: string, reading: Reading, span: Span): Item | string {
    const words = lexemes(text, reading)
    for (let i = 0; i < words.length;) {
      const number = numberAt(words, i, language.numbers)
      if (!number) { i++; continue }
      const at = { start: words[i]!.start, end: words[number.to - 1]!.end }
      if (overlaps(at, span)) {
        const name = text.slice(at.end, span.end).trim()
        return at.start === span.start && /\p{L}{3}/u.test(name) && !/\d/.test(name) ? { name, quantity: number.value } : 'no goods'
      }
      i = number.to
    }
    return { name: said(span), quantity: null }
  }
  const passages = (field: string): readonly Span[] | null => {
    const quotes = given(field), spans = read(field, true, (span) => unquoted(document.text, span))
    return spans.length > 0 && spans.length === quotes.length ? spans : null
  }

  return {
    analysis, used, explain, passages,
    person: (field) => one(read(field, false, actor)),
    parties: (field) => distinct(read(field, false, party)),
    people: (field) => distinct(read(field, false, (span) => { const found = actor(span); return typeof found === 'string' || found.type === 'person' ? found : 'not a person' })),
    place: (field) => one(read(field, false, (span) => {
      const around = readings.filter((r) => overlaps(r, span)), state = around.flatMap((r) => stateWords(analysis, r)).find((w) => overlaps(w, span))
      if (!isName(said(span)) && !around.some((r) => hasCue(r, 'meetings.somewhere', span))) return 'not a place'
      return { written: said(span), country: analysis.mentions.find((m) => overlaps(m, span))?.mention.country ?? state?.country ?? null, span }
    })),
    amount: (field) => one(read(field, true, (span) => {
      const sum = only(analysis.amounts, span, 'not a sum')
      if (typeof sum === 'string') return sum
      remember(sum)
      return sum.money
    })),
    items: (field) => read(field, true, itemAt),
    date: (field) => one(read(field, false, (span) => { const date = only(analysis.dates, span, 'no date'); return typeof date === 'string' ? date : date.value })),
    text: (field) => passages(field)?.map(said).join(' ') ?? null,
    choice<T extends string>(field: string, tables: Readonly<Record<T, readonly string[]>>): T | null {
      const names = Object.keys(tables) as T[]
      const [quote] = given(field), value = (quote as { value?: unknown } | undefined)?.value
      const chosen = names.find((name) => name === value)
      if (quote !== undefined && !chosen) { miss('no such value'); return null }
      return one(read(field, true, (span) => {
        const heard = home.flatMap((r) => names.filter((name) => tables[name].length > 0 && hasCue(r, tables[name], span)))
        return heard.length > 0 && !heard.includes(chosen!) ? 'the words say another thing' : { chosen: chosen! }
      }))?.chosen ?? null
    },
    holds: (field, table) => read(field, true, (span) => (home.some((r) => hasCue(r, table, span)) ? { yes: true } : 'the words say another thing')).length > 0,
    core: () => core,
    unread() { for (const field of Object.keys(fields)) if (!asked.has(field) && fields[field] !== null) miss('no such field') },
  }
}

const longestName = 120
/** Could the words be a name: few, and with a capital at either end? */
const isName = (words: string): boolean => words.length <= longestName && words.split(' ').length <= 8 && (/^[^\p{L}\d]*\p{Lu}/u.test(words) || /\p{Lu}\S*$/u.test(words))

/** The words without quotation marks around them and the stop behind. */
function unquoted(text: string, span: Span): Span | string {
  let { start, end } = span
  while (start < end && /["“”„«»‹›\s]/.test(text[start]!)) start++
  while (end > start && /["“”„«»‹›\s.,;]/.test(text[end - 1]!)) end--
  return end > start ? { start, end } : 'no quotation'
}

/** How much of some words stands inside quotation marks, from 0 to 1. */
export function quotedShare(analysis: Analysis, spans: readonly Span[]): number {
  const length = (s: Span) => s.end - s.start
  const all = spans.reduce((sum, s) => sum + length(s), 0)
  const quoted = spans.flatMap((s) => analysis.quotations.filter((q) => overlaps(q, s)).map((q) => (inside(s, q) ? length(s) : Math.min(s.end, q.end) - Math.max(s.start, q.start))))
  return all === 0 ? 0 : Math.min(1, quoted.reduce((sum, n) => sum + n, 0) / all)
}

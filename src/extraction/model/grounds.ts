import type { Item, Mention, Place } from '../../core/claim.ts'
import type { DatedValue } from '../../core/dates.ts'
import type { Span } from '../../core/evidence.ts'
import type { Money } from '../../core/money.ts'
import type { Analysis } from '../analysis.ts'
import { hasCue, inside, overlaps, type Reading } from '../frames/frames.ts'
import { actorAt, dateAt, itemAt, partyAt, placeAt, readingsAt, sumAt, wordsAt, type Value } from './grounded-values.ts'
import type { Locator } from './locate.ts'
import { distinct } from '../names/parties.ts'

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
  /** Counts the fields that the kind of claim does not have. */
  unread(): void
}

const mostQuotes = 40

/** @param evidence where the claim rests; sums, goods and classes must stand in the same sentences */
export function createGrounds(analysis: Analysis, where: Locator, evidence: readonly Span[], fields: Readonly<Record<string, unknown>>, miss: (reason: string) => void): Grounds {
  const home = [...new Set(evidence.flatMap((e) => readingsAt(analysis, e)))]
  const used: Span[] = [], explain: Record<string, string> = {}, asked = new Set<string>()
  let core: Span | null = null

  const given = (field: string): readonly unknown[] => {
    asked.add(field)
    const value = Object.hasOwn(fields, field) ? fields[field] : null
    return value === null || value === undefined ? [] : [value].flat()
  }
  /** Reads one value from each quotation; what is not found or cannot be read is counted. */
  const read = <T>(field: string, near: boolean, reader: (span: Span) => Value<T>): T[] => given(field).flatMap((quote, i) => {
    const found = i < mostQuotes ? where.find(quote) : 'too many quotations'
    const value = typeof found === 'string' ? found : near && !home.some((r) => overlaps(r, found)) ? 'far from the evidence' : reader(found)
    if (typeof found === 'string' || typeof value === 'string') { miss(String(value)); return [] }
    used.push(found)
    explain[field] = (explain[field] ? explain[field] + ', ' : '') + `“${wordsAt(analysis, found)}”`
    return [value]
  })
  const one = <T>(values: readonly T[]): T | null => { for (let i = 1; i < values.length; i++) miss('one value, not several'); return values[0] ?? null }
  const actor = (span: Span): Value<Mention> => { const found = actorAt(analysis, span); return typeof found === 'string' ? found : found.mention }
  const party = (span: Span) => partyAt(analysis, span)
  const person = (span: Span) => { const found = actor(span); return typeof found === 'string' || found.type === 'person' ? found : 'not a person' }
  /** The first sum or goods of the claim: round it the rules look for the stage. */
  const asCore = <T extends Span>(found: Value<T>): Value<T> => { if (typeof found !== 'string') core ??= found; return found }
  const passages = (field: string): readonly Span[] | null => {
    const spans = read(field, true, (span) => unquoted(analysis.document.text, span))
    return spans.length > 0 && spans.length === given(field).length ? spans : null
  }

  return {
    analysis, used, explain, passages,
    person: (field) => one(read(field, false, actor)),
    parties: (field) => distinct(read(field, false, party)),
    people: (field) => distinct(read(field, false, person)),
    place: (field) => one(read(field, false, (span) => placeAt(analysis, span))),
    amount: (field) => one(read(field, true, (span) => asCore(sumAt(analysis, span))))?.money ?? null,
    items: (field) => read(field, true, (span) => asCore(itemAt(analysis, span))).map(({ name, quantity }) => ({ name, quantity })),
    date: (field) => one(read(field, false, (span) => dateAt(analysis, span)))?.value ?? null,
    text: (field) => passages(field)?.map((span) => wordsAt(analysis, span)).join(' ') ?? null,
    choice<T extends string>(field: string, tables: Readonly<Record<T, readonly string[]>>): T | null {
      const names = Object.keys(tables) as T[], [quote] = given(field)
      const chosen = names.find((name) => name === (quote as { value?: unknown } | undefined)?.value)
      if (quote !== undefined && !chosen) { miss('no such value'); return null }
      const agrees = (span: Span): Value<Span> => {
        const heard = names.filter((name) => home.some((r) => tables[name].length > 0 && hasCue(r, tables[name], span)))
        return heard.length > 0 && !heard.includes(chosen!) ? 'the words say another thing' : span
      }
      return one(read(field, true, agrees)) && chosen!
    },
    holds: (field, table) => read(field, true, (span): Value<Span> => (home.some((r) => hasCue(r, table, span)) ? span : 'the words say another thing')).length > 0,
    core: () => (core ? { reading: readingsAt(analysis, core)[0]!, span: core } : null),
    unread() { for (const field of Object.keys(fields)) if (!asked.has(field) && fields[field] !== null) miss('no such field') },
  }
}

/** The words without quotation marks around them and the stop behind. */
function unquoted(text: string, span: Span): Value<Span> {
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

import type { CountryCode } from '../../core/claim.ts'
import type { Span } from '../../core/evidence.ts'
import { money, type Qualifier } from '../../core/money.ts'
import type { MoneyMention, Sentence } from '../analysis.ts'
import { codes, currencyOf, dollarPrefixes, families, signs } from './currencies.ts'
import { traitOf } from '../words/forms.ts'
import { holds, holdsNone, lexemes, spelled, type Lexeme } from '../words/lexemes.ts'
import type { Language } from '../language.ts'
import { numberAt, own, type NumberAt } from './numbers.ts'
import { ownStop, phraseAt, phraseBefore, phraseMap, phraseSet } from '../words/phrases.ts'

/** How a language speaks of money. Phrases are lexemes with one space between them. */
export interface MoneyWords {
  /** Currency words in all their forms, with their family: "kroner" → 'crown'. Abbreviations too, without the stop. */
  readonly units: Readonly<Record<string, string>>
  /** Abbreviations of currencies whose stop is their own: "грн.", "дол.". */
  readonly stopped: readonly string[]
  /** Adjectives and names of states that settle a family: "norwegian", "США". */
  readonly states: Readonly<Record<string, CountryCode>>
  /** Short words between number and currency: "of", "de". */
  readonly links: readonly string[]
  readonly qualifiers: Readonly<Partial<Record<Qualifier, readonly string[]>>>
  /** The same, said after the sum: "or more". */
  /** Qualifiers that mean "worth" after a noun: German "ein Paket über 500 Millionen". */
  readonly worth: readonly string[]
  readonly after: Readonly<Partial<Record<Qualifier, readonly string[]>>>
  /** Words before a sum that make it the price of what stands before them: "for", "at". */
  readonly prices: readonly string[]
  /** Between the ends of a range: "to", "bis"; after "between" also "and". */
  readonly to: readonly string[]
  readonly between: Readonly<Record<string, string>>
  readonly additional: readonly string[]
  readonly additionalAfter: readonly string[]
  readonly perYear: readonly string[]
  readonly perMonth: readonly string[]
  /** Hundredths, with the families they belong to: "cents". */
  readonly minor: Readonly<Record<string, string>>
}

/** What the parser may ask of the document: the state whose "kroner" these are, where the sentence does not say. */
export interface MoneyContext { readonly currencyCountry: CountryCode | null; /** Whose dollars a bare "$" means; those of the United States where none is known. */ readonly dollarCountry?: CountryCode | null }

/** A currency expression: the lexemes it takes, its family or its code. */
interface CurrencyAt { readonly from: number; readonly to: number; readonly code: string | null; readonly family: string | null; readonly sign: boolean; /** Hundredths: cents, pence. */ readonly minor: boolean; /** "MEUR": the scale that is part of the word. */ readonly scale: number }
interface SumAt { readonly from: number; readonly to: number; readonly low: NumberAt; readonly high: NumberAt | null; readonly currency: CurrencyAt }

/**
 * All sums of money in a stretch of text, in order. "millions of dollars" is none: a sum has a number.
 * @example findMoney('up to €2.5bn a year', span, english, { currencyCountry: null })[0]?.per // 'year'
 */
export function findMoney(text: string, span: Span | Sentence, language: Language, context: MoneyContext): MoneyMention[] {
  if (holdsNone(span, mayPay(language.money))) return []
  const words = lexemes(text, span)
  return foldConversions(words, readSums(text, words, language, context), language)
}

/**
 * As `findMoney`, but conversions in brackets stand as sums of their own.
 * @example findSums('3 bn kroner (€255m)', span, english, { currencyCountry: 'NO' }).length // 2
 */
export const findSums = (text: string, span: Span, language: Language, context: MoneyContext): SumMention[] =>
  readSums(text, lexemes(text, span), language, context).map((r) => r.mention)

/** Currency words that are everyday words, too ("won", "livre"): alone they say nothing. */
const ambiguousAlone = new Set(['won', 'pound', 'mark', 'real', 'crown', 'lira', 'lev', 'rand', 'leu', 'franc'])

/**
 * Names and signs of currencies that stand without a number: "the dollar".
 * @example findCurrencyNames('the dollar fell', span, english)[0]?.code // 'USD'
 */
export function findCurrencyNames(text: string, span: Span, language: Language): (Span & { readonly code: string })[] {
  const words = lexemes(text, span), currencies = findCurrencies(words, language.money)
  const sums = sumsAt(words, currencies, language)
  return currencies.filter((c) => !sums.some((s) => s.from <= c.from && c.to <= s.to)).flatMap((c) => {
    if (c.family && !c.code && ambiguousAlone.has(c.family)) return []
    const code = c.code ?? (c.family && families[c.family]?.[''])
    return code ? [{ start: words[c.from]!.start, end: words[c.to - 1]!.end, code }] : []
  })
}

/** A sum with its number as written: "12 cents" is 12, in hundredths. */
export interface SumMention extends MoneyMention { readonly number: number; readonly minor: boolean }

interface ReadSum { readonly sum: SumAt; readonly mention: SumMention }

function readSums(text: string, words: readonly Lexeme[], language: Language, context: MoneyContext): ReadSum[] {
  const currencies = findCurrencies(words, language.money)
  if (currencies.length === 0) return []
  const read = sumsAt(words, currencies, language).flatMap((sum) => {
    const mention = readSum(text, words, sum, language, context)
    return mention ? [{ sum, mention }] : []
  })
  return foldCents(text, words, read, language)
}

/** "3 dollars and 50 cents" and, at the end of a clause, "15 dollars 50" are one sum. */
function foldCents(text: string, words: readonly Lexeme[], read: readonly ReadSum[], language: Language): ReadSum[] {
  const out: ReadSum[] = []
  for (const next of read) {
    const main = out.at(-1)
    const gap = main ? words.slice(main.sum.to, next.sum.from) : []
    if (main && next.mention.minor && !main.mention.minor && next.mention.number < 100 && (gap.length === 0 || (gap.length === 1 && gap[0]!.kind === 'word' && gap[0]!.lower.length <= 3))) {
      out[out.length - 1] = longer(text, main, next.mention.number, next.sum.to, words)
    } else out.push(next)
  }
  return out.map((main) => {
    const at = main.sum.to, digits = words[at], after = words[at + 1]
    const bare = digits?.kind === 'digits' && digits.lower.length === 2 && (after === undefined || /^[.,;:!?)]$/.test(after.lower) && words[at + 2]?.kind !== 'digits')
    return bare && !main.mention.minor && !main.sum.currency.sign && main.sum.currency.to === main.sum.to && Number.isInteger(main.mention.number) ? longer(text, main, Number(digits.lower), at + 1, words) : main
  })
}

function longer(text: string, main: ReadSum, cents: number, to: number, words: readonly Lexeme[]): ReadSum {
  const { mention } = main, end = words[to - 1]!.end, number = Number((mention.number + cents / 100).toFixed(2))
  return { sum: { ...main.sum, to }, mention: { ...mention, end, written: text.slice(mention.start, end), number, money: money(number, mention.money.currency, mention.money.qualifier) } }
}

function findCurrencies(words: readonly Lexeme[], table: MoneyWords): CurrencyAt[] {
  const out: CurrencyAt[] = []
  for (let i = 0; i < words.length; i++) {
    const found = currencyAt(words, i, table)
    if (!found) continue
    out.push(found)
    i = found.to - 1
  }
  return out
}

const scaledCodes = new Set(['k', 'm', 'mn', 'md', 'mrd', 'mld', 'bn'].flatMap((scale) => ['eur', 'usd', 'gbp'].map((code) => scale + code)))
/** Could a currency stand in this word? Most hold none. */
const holdsCurrency = traitOf(({ text, lower }, { units, minor }: MoneyWords): boolean => {
  const word = spelled(lower)
  return [units, minor, dollarPrefixes, signs].some((table) => Object.hasOwn(table, word)) || Object.hasOwn(signs, text) || codes.has(word.toUpperCase()) || scaledCodes.has(word)
})

/** Could a currency stand in a word of the text? */
const mayPay = holds(({ form }, table: MoneyWords): boolean => holdsCurrency(table)(form))

function currencyAt(words: readonly Lexeme[], i: number, table: MoneyWords): CurrencyAt | undefined {
  if (!words[i] || !holdsCurrency(table)(words[i]!.form)) return undefined
  const word = words[i]!, plain = { from: i, to: i + 1, code: null, family: null, sign: true, minor: false, scale: 1 }
  if (word.kind === 'digits') return undefined
  if (word.kind === 'mark') {
    const code = own(signs, word.lower)
    if (!code) return undefined
    const dotted = word.lower === '$' && isDottedUs(words, i)
    if (dotted) return { ...plain, from: dotted, code: 'USD' }
    const tail = word.lower === '$' ? words[i + 1] : undefined
    const named = tail?.kind === 'word' && tail.lower.length <= 3 && tail.lower !== 'a' && tail.lower !== 's' && tail.lower !== 'r' && (tail.glued || tail.lower !== 'can') ? own(dollarPrefixes, tail.lower) : undefined
    const usable = named !== undefined
    return { ...plain, to: usable ? i + 2 : i + 1, code: named ?? code, family: code === 'USD' && !usable ? 'dollar' : null }
  }
  if (words[i + 1]?.lower === '$' && own(dollarPrefixes, word.lower) && (words[i + 1]!.glued || word.lower.length > 1)) return { ...plain, to: i + 2, code: own(dollarPrefixes, word.lower)! }
  if (word.caps && word.lower.length === 3 && codes.has(word.lower.toUpperCase()) && isCode(words, i)) return { ...plain, code: word.lower.toUpperCase() }
  const scaled = /^(k|m|mn|md|mrd|mld|bn)(eur|usd|gbp)$/.exec(word.lower)
  if (scaled && word.capital) return { ...plain, code: scaled[2]!.toUpperCase(), scale: scaled[1]!.startsWith('k') ? 1e3 : /^(?:m|mn)$/.test(scaled[1]!) ? 1e6 : 1e9 }
  const unit = own(table.units, word.lower), family = unit ?? own(table.minor, word.lower)
  if (family === undefined) return undefined
  let from = i, to = i + 1, country: string | undefined
  if (table.stopped.includes(word.lower) && ownStop(words, to)) to++
  const ahead = stateAt(words, to, table)
  if (ahead) { country = ahead.country; to = ahead.to }
  let back = from
  while (back > 0 && words[back - 1]!.lower === '-' && words[back]!.glued) back--
  const before = words[back - 1]
  const state = before?.kind === 'word' ? own(table.states, before.lower) : undefined
  if (state) { from = back - 1; country = state }
  const code = country && families[family]?.[country]
  return { from, to, code: code ?? null, family, sign: false, minor: unit === undefined, scale: 1 }
}

/** "U.S. $" and "u.s $": where it starts. */
function isDottedUs(words: readonly Lexeme[], i: number): number | undefined {
  const k = words[i - 1]?.lower === '.' ? i - 2 : i - 1
  return words[k]?.lower === 's' && words[k - 1]?.lower === '.' && words[k - 2]?.lower === 'u' ? k - 2 : undefined
}

/** A code only stands for money beside a number: "ALL" and "TOP" are words, too. */
const isCode = (words: readonly Lexeme[], i: number) => {
  const before = words[i - 1], after = words[i + 1]
  if (/^(?:all|top|try|cup|bam|mop|sos)$/.test(words[i]!.lower) && before?.kind !== 'digits') return false
  return after?.kind === 'digits' || before?.kind === 'digits' || (before?.kind === 'word' && words[i - 2]?.kind === 'digits') || (before?.lower === '.' && words[i - 3]?.kind === 'digits')
}

function stateAt(words: readonly Lexeme[], at: number, table: MoneyWords): { country: string; to: number } | undefined {
  const i = words[at]?.lower === '-' ? at + 1 : at
  const country = words[i]?.kind === 'word' ? own(table.states, words[i]!.lower) : undefined
  return country ? { country, to: i + 1 } : undefined
}

function sumsAt(words: readonly Lexeme[], currencies: readonly CurrencyAt[], language: Language): SumAt[] {
  const numbers = numbersIn(words, language)
  const byFrom = new Map(numbers.map((n) => [n.from, n])), byTo = new Map(numbers.map((n) => [n.to, n]))
  const out: SumAt[] = []
  let taken = 0
  for (const currency of currencies) {
    const suffix = suffixSum(words, currency, byTo, language)
    const free = suffix && suffix.from >= taken ? suffix : undefined
    const prefix = currency.sign || !free ? prefixSum(words, currency, byFrom, language) : undefined
    const sum = prefix && free ? closer(words, prefix, free, currency, language) : prefix ?? free
    if (!sum || sum.from < taken) continue
    out.push(sum)
    taken = sum.to
  }
  return out
}

/** A sign or code between two numbers belongs to the one it touches; else to the one after it. */
function closer(words: readonly Lexeme[], prefix: SumAt, suffix: SumAt, currency: CurrencyAt, language: Language): SumAt {
  const left = words[currency.from]!.glued, right = words[currency.to]!.glued
  if (left !== right) return left ? suffix : prefix
  const chained = currencyAt(words, prefix.to, language.money) !== undefined
  return chained || language.numbers.decimal === ',' ? suffix : prefix
}

function numbersIn(words: readonly Lexeme[], language: Language): NumberAt[] {
  const out: NumberAt[] = []
  for (let i = 0; i < words.length; i++) {
    const number = numberAt(words, i, language.numbers)
    if (!number) continue
    out.push(number)
    i = number.to - 1
  }
  return out
}

function prefixSum(words: readonly Lexeme[], currency: CurrencyAt, byFrom: ReadonlyMap<number, NumberAt>, language: Language): SumAt | undefined {
  let at = currency.to
  if (currency.scale !== 1) return undefined
  while (language.money.links.includes(words[at]?.lower ?? '')) at++
  const low = byFrom.get(at)
  if (!low || !low.digits) return undefined
  if (!currency.sign && low.scale === 1 && low.value < 100 && !/^(?:usd|eur|gbp|rmb)$/.test(currency.family ?? '')) return undefined
  const high = rangeEnd(words, low, byFrom, currency, language)
  return { from: currency.from, to: high?.to ?? low.to, low, high, currency }
}

/** The upper end of "$5–7 million", "€2bn to €3bn". */
function rangeEnd(words: readonly Lexeme[], low: NumberAt, byFrom: ReadonlyMap<number, NumberAt>, currency: CurrencyAt, language: Language): NumberAt | null {
  const link = words[low.to]
  if (!link || !isRangeLink(words, link, currency.from, language)) return null
  let at = low.to + 1
  const second = currencyAt(words, at, language.money)
  if (second) { if (second.code !== currency.code && second.family !== currency.family) return null; at = second.to }
  const high = byFrom.get(at)
  if (!high || !high.digits) return null
  if (!second && (link.lower !== '-' && link.lower !== '–') && high.scale === 1 && low.scale > 1) return null
  const lowValue = low.scale === 1 && high.scale > 1 ? low.value * high.scale : low.value
  return high.value > lowValue ? high : null
}

const isRangeLink = (words: readonly Lexeme[], link: Lexeme, start: number, language: Language) => {
  if (link.lower === '-' || link.lower === '–' || link.lower === '—' || language.money.to.includes(link.lower)) return true
  const opener = own(language.money.between, words[start - 1]?.lower ?? '')
  return opener === link.lower
}

function suffixSum(words: readonly Lexeme[], currency: CurrencyAt, byTo: ReadonlyMap<number, NumberAt>, language: Language): SumAt | undefined {
  let end = currency.from
  while (end > 0 && !byTo.has(end) && (isLink(words[end - 1]!, language))) end--
  const high = byTo.get(end)
  if (!high) return undefined
  const low = rangeStart(words, high, byTo, language)
  return { from: low?.from ?? high.from, to: currency.to, low: low ?? high, high: low ? high : null, currency }
}

const isLink = (word: Lexeme, language: Language) => (word.kind === 'mark' ? word.lower === '-' || word.lower === '‑' || word.lower === "'" || word.lower === '’' : language.money.links.includes(word.lower) || own(language.money.states, word.lower) !== undefined)

function rangeStart(words: readonly Lexeme[], high: NumberAt, byTo: ReadonlyMap<number, NumberAt>, language: Language): NumberAt | undefined {
  const link = words[high.from - 1]
  if (!link || high.from < 2) return undefined
  const low = byTo.get(high.from - 1)
  if (!low || low.digits !== high.digits || !isRangeLink(words, link, low.from, language)) return undefined
  const lowValue = low.scale === 1 && high.scale > 1 ? low.value * high.scale : low.value
  return lowValue < high.value ? low : undefined
}

function readSum(text: string, words: readonly Lexeme[], sum: SumAt, language: Language, context: MoneyContext): SumMention | undefined {
  const table = language.money
  const code = dollarAtHome(sum, context) ?? sum.currency.code ?? settleCurrency(text, words, sum, table, context)
  if (!code) return undefined
  const start = words[sum.from]!.start, end = words[sum.to - 1]!.end
  const scale = (sum.high && sum.low.scale === 1 ? sum.high.scale : 1) * sum.currency.scale
  const number = sum.low.value * scale, low = sum.currency.minor ? number / 100 : number
  if (!(low < 1e17) || low < 0) return undefined
  const qualifier = qualifierBefore(words, sum.from, table) ?? phraseAt(words, sum.to, phraseMap(table.after))?.value ?? 'exact'
  const value = money(low, code, qualifier)
  return {
    start, end, written: text.slice(start, end),
    money: sum.high ? { ...value, upTo: money(sum.high.value * sum.currency.scale / (sum.currency.minor ? 100 : 1), code).minor } : value,
    per: perOf(words, sum, table),
    additional: isAdditional(words, sum, table),
    same: null,
    number, minor: sum.currency.minor,
  }
}

function qualifierBefore(words: readonly Lexeme[], at: number, table: MoneyWords): Qualifier | undefined {
  const found = phraseBefore(words, at, phraseMap(table.qualifiers))
  const noun = found && words[found.from - 1]
  return found && !(noun?.capital && found.from === at - 1 && table.worth.includes(words[found.from]!.lower)) ? found.value : undefined
}

/** A bare "$" or "dollars" in a text whose state has dollars of its own. */
const dollarAtHome = ({ currency }: SumAt, { dollarCountry }: MoneyContext): string | undefined =>
  dollarCountry && currency.family === 'dollar' && (currency.sign || currency.code === null) ? families['dollar']?.[dollarCountry] : undefined

/** "kroner" by the state in play: the nearest one named before it in the same stretch, else the document's. */
function settleCurrency(text: string, words: readonly Lexeme[], sum: SumAt, table: MoneyWords, context: MoneyContext): string | undefined {
  const family = sum.currency.family
  if (!family) return undefined
  const plain = families[family]?.['']
  if (plain && (family === 'dollar' || family === 'euro' || family === 'pound')) return plain
  for (let i = sum.from - 1; i >= Math.max(0, sum.from - 120); i--) {
    const country = words[i]!.kind === 'word' ? own(table.states, words[i]!.lower) : undefined
    const code = country && families[family]?.[country]
    if (code) return code
  }
  return namedElsewhere(text, family, table) ?? nearestAfter(words, sum, table, family) ?? ((context.currencyCountry && families[family]?.[context.currencyCountry]) || plain)
}

let named: { text: string; table: MoneyWords; codes: Map<string, string> } | undefined
/** The currency of a family that the document names in full somewhere: "Norwegian kroner". Read once for a document. */
function namedElsewhere(text: string, family: string, table: MoneyWords): string | undefined {
  if (!named || named.table !== table || named.text !== text) {
    const codesByFamily = new Map<string, string>()
    const words = lexemes(text, { start: 0, end: Math.min(text.length, 100_000) })
    for (const c of findCurrencies(words, table)) if (c.code && c.family && c.family !== 'dollar' && !codesByFamily.has(c.family)) codesByFamily.set(c.family, c.code)
    named = { text, table, codes: codesByFamily }
  }
  return named.codes.get(family)
}

function nearestAfter(words: readonly Lexeme[], sum: SumAt, table: MoneyWords, family: string): string | undefined {
  for (let i = sum.to; i < Math.min(words.length, sum.to + 120); i++) {
    const country = words[i]!.kind === 'word' ? own(table.states, words[i]!.lower) : undefined
    const code = country && currencyOf(family, country)
    if (code) return code
  }
  return undefined
}

function perOf(words: readonly Lexeme[], sum: SumAt, table: MoneyWords): 'year' | 'month' | null {
  if (phraseAt(words, sum.to, phraseSet(table.perYear)) || phraseBefore(words, sum.from, phraseSet(table.perYear))) return 'year'
  if (phraseAt(words, sum.to, phraseSet(table.perMonth)) || phraseBefore(words, sum.from, phraseSet(table.perMonth))) return 'month'
  return null
}

function isAdditional(words: readonly Lexeme[], sum: SumAt, table: MoneyWords): boolean {
  const qualified = phraseBefore(words, sum.from, phraseMap(table.qualifiers))?.from ?? sum.from
  return phraseBefore(words, qualified, phraseSet(table.additional)) !== undefined || phraseBefore(words, sum.from, phraseSet(table.additional)) !== undefined
    || phraseAt(words, sum.to, phraseSet(table.additionalAfter)) !== undefined
}

/** "3 млрд крон (близько 255 млн євро)": the sum in brackets is the one before it, in other money. */
function foldConversions(words: readonly Lexeme[], read: readonly ReadSum[], language: Language): MoneyMention[] {
  const out: MoneyMention[] = []
  let before: SumAt | undefined
  for (const { sum, mention } of read) {
    const main = out.at(-1)
    if (main && before && main.same === null && main.money.currency !== mention.money.currency && isConversion(words, before, sum, language)) {
      out[out.length - 1] = { ...main, same: mention.money }
      before = undefined
      continue
    }
    out.push(mention)
    before = sum
  }
  return out
}

function isConversion(words: readonly Lexeme[], main: SumAt, other: SumAt, language: Language): boolean {
  const start = phraseBefore(words, other.from, phraseMap(language.money.qualifiers))?.from ?? other.from
  const gap = words.slice(main.to, start).map((w) => w.lower)
  const opens = gap.findIndex((mark) => mark === '(' || mark === '[' || mark === '/')
  if (opens < 0 || opens > 2 || gap.length - opens > 4) return false
  const closes = words[other.to]?.lower
  return gap[opens] === '/' ? gap.length === 1 : closes === ')' || closes === ']' || closes === ',' || closes === ';'
}


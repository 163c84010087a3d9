import { traitOf } from '../words/forms.ts'
import { holds, spelled, type Lexeme } from '../words/lexemes.ts'
import { beginsNumber, numberAt, own, type NumberAt, type NumberWords } from '../money/numbers.ts'
import { ownStop } from '../words/phrases.ts'
import type { Language } from '../language.ts'
import type { FeastRule } from './feasts.ts'
import { digitsItem } from './date-figures.ts'
import type { CalendarUnit } from './timex.ts'

/** Where in a year or month: "early", "mid-", "the end of". */
export type DatePart = 'start' | 'mid' | 'end'

/** How a language speaks of dates. Words in all their forms, lower case; phrases as lexemes with one space between. */
export interface DateWords {
  readonly months: Readonly<Record<string, number>>
  /** Months, seasons and feasts that are other words, too, and count only with a capital: "May", "March". */
  readonly ambiguous: readonly string[]
  readonly weekdays: Readonly<Record<string, number>>
  readonly units: Readonly<Record<string, CalendarUnit>>
  readonly seasons: Readonly<Record<string, 'SP' | 'SU' | 'FA' | 'WI'>>
  readonly dayparts: Readonly<Record<string, 'MO' | 'MI' | 'AF' | 'EV' | 'NI'>>
  readonly ordinals: Readonly<Record<string, number>>
  /** "today" 0, "yesterday" -1, "day after tomorrow" 2. */
  readonly days: Readonly<Record<string, number>>
  /** Adverbs of the year: "heuer" 0, "br" 0. */
  readonly years: Readonly<Record<string, number>>
  readonly refs: Readonly<Record<string, 'PAST_REF' | 'PRESENT_REF' | 'FUTURE_REF'>>
  readonly parts: Readonly<Record<string, DatePart>>
  /** "daily" 'P1D', "annual" 'P1Y'. */
  readonly sets: Readonly<Record<string, string>>
  /** Moments that everybody dates alike: "the start of the full-scale invasion" '2022-02'; behind "since" alone with `>`. */
  readonly events: Readonly<Record<string, string>>
  /** Feasts and memorial days by the rule that dates them: "christmas" '12-25', "good friday" 'easter-2'. */
  readonly feasts: Readonly<Record<string, FeastRule>>
  /** One further than the next or the last: "übernächste" 2, "before last" -2. */
  readonly far: Readonly<Record<string, -2 | 2>>
  /** Words that add a half to a number before its unit: "and a half". */
  readonly halves: readonly string[]
  /** Letters for a quarter, glued to its number: "Q3", in French "T3". */
  readonly quarters: readonly string[]
  /** Word classes by letter, see `DateClass`. */
  readonly classes: Readonly<Partial<Record<DateClass, readonly string[]>>>
  /** Units in the plural: "the coming months" are a span of unknown length, not one month. */
  readonly plurals: readonly string[]
  /** Words after an age: "6-year-old". */
  readonly ages: readonly string[]
  /** Decades as words: "seventies" 1970. */
  readonly decades: Readonly<Record<string, number>>
  /** After the hour: "Uhr". */
  readonly clock: readonly string[]
  /** Letters glued to digits: "1st", "2-го"; and decades: "1990s", "1990-х", "90er". */
  readonly ordinalSuffixes: readonly string[]
  readonly decadeSuffixes: readonly string[]
  /** Order of "01/02/2025", and whether "May 3" (month first) is said. */
  readonly order: 'dmy' | 'mdy'
  readonly monthFirst: boolean
  /** A stop makes an ordinal of digits: "3. Mai". */
  readonly dotOrdinal: boolean
  /** Verbs of coming together whose present tense beside a day tells of one to come. */
  readonly comes?: readonly string[]
  /** Words that tell, behind the day something was due, that it did not come about. */
  readonly failed?: readonly string[]
  /** Words that set what is near them in the future or in the past. */
  readonly future: readonly string[]
  readonly past: readonly string[]
  /** Endings of verbs in the past: "ed"; only for words of five letters or more. */
  readonly pastEndings: readonly string[]
}

/**
 * The grammar reads one letter a word:
 * L last, X next, K this, A "ago" after its number, G before it ("vor", "il y a"), H "later", J "earlier", I "in" before a
 * span of time, F from, s since, t to, u until, b by, B between, & and, e each, q several, x about, a the, n a (one), o of,
 * i "in" or "on", f fiscal, g "during", w half ("ein halbes Jahr"), + more ("four more days"), p after; made here: D day number, N number, # number with decimals, C cardinal word,
 * O ordinal, Y year, Z decade, M month, W weekday, U unit, S season, T part of day, R day word, v year word, P vague time,
 * E part, d set adverb, h time of day, j "Q3", V whole date, z event, y feast, m day and month in figures ("22.04"), _ anything else, and the marks . , - / : ( ).
 */
export type DateClass = 'L' | 'X' | 'K' | 'A' | 'G' | 'H' | 'J' | 'I' | 'F' | 's' | 't' | 'u' | 'b' | 'B' | '&' | 'e' | 'q' | 'x' | 'a' | 'n' | 'o' | 'i' | 'f' | 'g' | 'w' | '+' | 'p'

/** One word of the grammar: its class letter, its value, and the lexemes it takes. */
export interface DateItem { readonly c: string; readonly v: string | number; readonly from: number; readonly to: number }

interface Known { readonly c: string; readonly v: string | number; /** A short form whose stop is its own. */ readonly short?: boolean }
interface Index { readonly table: DateWords; readonly numbers: NumberWords; readonly words: ReadonlyMap<string, Known>; readonly phrases: ReadonlyMap<string, readonly (readonly [readonly string[], Known])[]> }
const indexes = new WeakMap<DateWords, Index>()

function indexOf(table: DateWords, numbers: NumberWords): Index {
  const ready = indexes.get(table)
  if (ready) return ready
  const words = new Map<string, Known>(), phrases = new Map<string, [readonly string[], Known][]>()
  const add = (key: string, c: string, v: string | number) => {
    const parts = key.split(' ')
    if (key.includes("'") && parts.length > 1) add(key.replaceAll("'", '’'), c, v)
    if (parts.length === 1) { if (!words.has(key)) words.set(key, { c, v, short: isShort(key, c, v, table) }); return }
    const list = phrases.get(parts[0]!) ?? []
    list.push([parts, { c, v }])
    phrases.set(parts[0]!, list)
  }
  const addAll = (list: Readonly<Record<string, string | number>>, c: string) => { for (const [key, v] of Object.entries(list)) add(key, c, v) }
  addAll(table.months, 'M'); addAll(table.weekdays, 'W'); addAll(table.days, 'R'); addAll(table.years, 'v'); addAll(table.refs, 'P')
  addAll(table.units, 'U'); addAll(table.seasons, 'S'); addAll(table.dayparts, 'T'); addAll(table.parts, 'E'); addAll(table.sets, 'd')
  addAll(table.events, 'z'); addAll(table.feasts, 'y')
  for (const [key, v] of Object.entries(table.far)) add(key, v < 0 ? 'L' : 'X', v)
  for (const [c, list] of Object.entries(table.classes)) for (const key of list) add(key, c, c === 'n' ? 1 : key)
  addAll(table.ordinals, 'O'); addAll(table.decades, 'Z')
  for (const list of phrases.values()) list.sort((a, b) => b[0].length - a[0].length)
  const index = { table, numbers, words, phrases }
  indexes.set(table, index)
  return index
}

/** "Jan" beside "January"; "r" for "roku", "br": the stop after them belongs to them. */
function isShort(key: string, c: string, v: string | number, table: DateWords): boolean {
  if (c === 'U' || c === 'v') return key.length <= 2
  const full = c === 'M' ? table.months : c === 'W' ? table.weekdays : {}
  return key.length <= 5 && Object.entries(full).some(([other, value]) => value === v && other.length > key.length && key.length < 5 && other.startsWith(key) && other.length > key.length + 2)
}

/** Classes that alone make a date possible; without one of them the stretch is not looked at further. */
const telling = new Set('MWRvPUSTYZVjzydmhKLX')

/**
 * The words of a stretch by class, or undefined when nothing in it can be a date.
 * @example dateItems(lexemes('on 13 January', span), english.dates, english.numbers)?.map((i) => i.c).join('') // 'iDM'
 */
export function dateItems(words: readonly Lexeme[], table: DateWords, numbers: NumberWords): DateItem[] | undefined {
  const index = indexOf(table, numbers), may = mayTell(index), begins = beginsPhrase(index), out: DateItem[] = []
  if (!words.some((word, i) => word.kind === 'digits' || (word.kind === 'word' && (may(word.form) || (begins(word.form) && phraseAt(words, i, index) !== undefined))))) return undefined
  let any = false
  for (let i = 0; i < words.length;) {
    const item = itemAt(words, i, table, numbers, index)
    any ||= telling.has(item.c)
    const century = out.at(-1)
    if (item.c === '_' && pushCompound(out, item, words, table)) any = true
    else if (item.c === 'C' && century?.c === 'C' && century.to === item.from && isSpelledYear(century, item)) { out[out.length - 1] = { c: 'Y', v: Number(century.v) * 100 + Number(item.v), from: century.from, to: item.to }; any = true }
    else if (item.c === 'O' && tensBefore(out, item)) pushOrdinal(out, item)
    else out.push(item)
    i = item.to
  }
  return any || inFigures(out) ? out : undefined
}

/** "22/04", "27. 11.", "on the 3rd", "le 23": figures that may be a day where nothing else tells of one. */
function inFigures(items: readonly DateItem[]): boolean {
  for (let i = 1; i < items.length; i++) {
    const c = items[i]!.c
    if ((c === 'D' || c === 'O') && 'ia'.includes(items[i - 1]!.c)) return true
    if (c === 'D' && '/.'.includes(items[i - 1]!.c) && 'DO'.includes(items[i - 2]?.c ?? '_')) return true
  }
  return false
}

/** Can a word be part of what makes a date possible? Most sentences have none, and are not read further. */
const mayTell = traitOf(({ lower }, { table, numbers, words }: Index): boolean => {
  const word = spelled(lower), known = words.get(word), century = own(numbers.cardinals, word) ?? 0
  return (known !== undefined && telling.has(known.c)) || word === 'q' || word === 'h'
    || (century >= 17 && century <= 20) || (table.dotOrdinal && /tag|woch/.test(word))
})

const beginsPhrase = traitOf(({ lower }, { phrases }: Index): boolean => phrases.get(spelled(lower))?.some(([, { c }]) => telling.has(c)) ?? false)

/** Is a word none of the grammar, wherever it stands? Most are none. */
const tellsNothing = traitOf((form, { table, numbers, words, phrases }: Index): boolean => {
  const word = spelled(form.lower)
  return !words.has(word) && !phrases.has(word) && word !== 'q' && word !== 'h' && !table.quarters.includes(word) && !isRoman(word) && !beginsNumber(numbers)(form)
})

/** Of these, and of the ordinals, the classes of a date that stands on the calendar: "now" or "last" alone tell of none. */
const dating = new Set('MWRvUSTYZVjzymhO')

/** Could a word of the text belong to a date that stands on the calendar? */
export const mayDate = holds(({ kind, lower }, { dates, numbers }: Language): boolean => {
  const { words, phrases } = indexOf(dates, numbers), century = own(numbers.cardinals, lower) ?? 0
  return kind === 'digits' || (kind === 'word' && (dating.has(words.get(lower)?.c ?? '') || (phrases.get(lower)?.some(([, { c }]) => dating.has(c)) ?? false)
    || (century >= 17 && century <= 20) || (dates.dotOrdinal && /tag|woch/.test(lower))))
})

/** "nineteen ninety-seven" */
const isSpelledYear = (century: DateItem, rest: DateItem) => Number(century.v) >= 17 && Number(century.v) <= 20 && Number(rest.v) >= 10 && Number(rest.v) < 100

/** "twenty-third", "двадцять третього", "dwudziestego trzeciego": the tens before an ordinal below ten. */
const tensBefore = (out: readonly DateItem[], item: DateItem): boolean => {
  const tens = out.at(-1)?.c === '-' ? out.at(-2) : out.at(-1)
  if (tens?.c === 'Y') return tens.to - tens.from > 1 && Number(tens.v) % 10 === 0 && Number(item.v) < 10
  return tens !== undefined && 'CO'.includes(tens.c) && (tens.v === 20 || tens.v === 30) && Number(item.v) < 10
}

function pushOrdinal(out: DateItem[], item: DateItem): void {
  if (out.at(-1)!.c === '-') out.pop()
  const tens = out.pop()!
  out.push({ c: tens.c === 'Y' ? 'Y' : 'O', v: Number(tens.v) + Number(item.v), from: tens.from, to: item.to })
}

/** German joins weekday and part of day: "Montagvormittag" is read as two words. */
function pushCompound(out: DateItem[], item: DateItem, words: readonly Lexeme[], table: DateWords): boolean {
  if (!table.dotOrdinal || item.to !== item.from + 1) return false
  const word = words[item.from]!.lower
  const tag = word.indexOf('tag') + 3 || word.indexOf('woch') + 4
  if (tag < 5) return false
  const day = own(table.weekdays, word.slice(0, tag)), part = own(table.dayparts, word.slice(tag))
  if (day === undefined || part === undefined) return false
  out.push({ c: 'W', v: day, from: item.from, to: item.to }, { c: 'T', v: part, from: item.from, to: item.to })
  return true
}

function itemAt(words: readonly Lexeme[], i: number, table: DateWords, numbers: NumberWords, index: Index): DateItem {
  const word = words[i]!
  if (word.kind === 'digits') return digitsItem(words, i, table, numbers)
  if (word.kind === 'mark') return { c: markClass(word.lower), v: word.lower, from: i, to: i + 1 }
  if (tellsNothing(index)(word.form)) return { c: '_', v: word.lower, from: i, to: i + 1 }
  const compact = quarterAt(words, i, table) ?? romanAt(words, i, table)
  if (compact) return compact
  const phrase = phraseAt(words, i, index)
  if (phrase) return phrase
  const known = index.words.get(word.lower)
  if (known && !('MWy'.includes(known.c) && !word.capital && table.ambiguous.includes(word.lower) && !(known.short && known.c === 'M' && behindNumber(words, i))) && !(known.short && 'MW'.includes(known.c) && table.ambiguous.includes(word.lower) && !besideNumber(words, i))) {
    const stop = known.short && words[i + 1]?.lower === '.' && words[i + 1]!.glued && (known.c === 'M' || known.c === 'W' || ownStop(words, i + 1))
    return { c: known.c, v: known.v, from: i, to: stop ? i + 2 : i + 1 }
  }
  const number = numberAt(words, i, numbers), half = number ? halfAfter(words, number.to, table) : undefined
  if (number && half) return { c: '#', v: number.value + 0.5, from: i, to: half }
  if (number && isYearInWords(number)) return { c: 'Y', v: number.value, from: i, to: number.to }
  if (number) return { c: number.scale > 1 ? '#' : 'C', v: number.value, from: i, to: number.to }
  return { c: '_', v: word.lower, from: i, to: i + 1 }
}

/** "two and a half years": past the words that add a half to a number. */
const halfAfter = (words: readonly Lexeme[], at: number, table: DateWords): number | undefined => {
  const half = table.halves.find((phrase) => matches(words, at, phrase.split(' ')))
  return half === undefined ? undefined : at + half.split(' ').length
}

/** "two thousand and fifteen", "nineteen hundred ninety-three": no round number, which counts things. */
const isYearInWords = ({ value, digits }: NumberAt): boolean => !digits && value > 1700 && value < 2100 && value % 100 !== 0

/** "Jan" and "Dec" may be names: without a stop they need a number beside them. */
const behindNumber = (words: readonly Lexeme[], i: number) => words[i - 1]?.kind === 'digits' || (words[i - 1]?.glued === true && words[i - 2]?.kind === 'digits')
const besideNumber = (words: readonly Lexeme[], i: number) => words[i + 1]?.kind === 'digits' || (words[i - 1]?.glued && words[i - 2]?.kind === 'digits') || (words[i + 1]?.lower === '/' && words[i + 2]?.kind === 'digits') || (/^(?:in|of|since|until|by)$/.test(words[i - 1]?.lower ?? '') && words[i]!.capital && words[i + 1]?.kind !== 'word') || (words[i + 1]?.lower === ',' && words[i + 2]?.lower.length === 4 && words[i + 2]!.kind === 'digits') || words[i - 1]?.kind === 'digits' && words[i + 1]?.capital !== true || (words[i + 1]?.lower === '.' && words[i + 1]!.glued && words[i - 1]?.lower !== '.')

/** The longest phrase of the table that stands at a place. */
function phraseAt(words: readonly Lexeme[], i: number, { phrases }: Index): DateItem | undefined {
  const found = phrases.get(words[i]!.lower)?.find(([parts]) => matches(words, i, parts))
  return found && { c: found[1].c, v: found[1].v, from: i, to: i + found[0].length }
}

const matches = (words: readonly Lexeme[], i: number, parts: readonly string[]) => parts.every((part, k) => words[i + k]?.lower === part)

const markClass = (mark: string) => (mark === '–' || mark === '—' || mark === '‑' || mark === '−' || mark === '-' || mark === '~' ? '-' : '.,/:()'.includes(mark) ? mark : '?!;'.includes(mark) ? ')' : '_')

/** "Q3", "H1", "T2 2025", "trimestre3"; a letter that names other things, too, needs a year beside it. */
function quarterAt(words: readonly Lexeme[], i: number, table: DateWords): DateItem | undefined {
  const word = words[i]!, next = words[i + 1], n = Number(next?.lower)
  if (!next?.glued || next.kind !== 'digits' || next.lower.length > 1) return undefined
  const unit = own(table.units, word.lower)
  const letter = unit === 'Q' || unit === 'H' ? unit : word.lower === 'q' || (table.quarters.includes(word.lower) && (isYear(words[i + 2]) || isYear(words[i - 1]))) ? 'Q' : word.lower === 'h' ? 'H' : undefined
  return letter && n >= 1 && n <= (letter === 'Q' ? 4 : 2) ? { c: 'j', v: `${letter}${n}`, from: i, to: i + 2 } : undefined
}

const isYear = (word: Lexeme | undefined) => word?.kind === 'digits' && /^(?:19|20)\d\d$/.test(word.lower)

/** "III квартал", "XXI століття": Roman figures before a quarter, half or century, in Latin or Cyrillic letters. */
function romanAt(words: readonly Lexeme[], i: number, table: DateWords): DateItem | undefined {
  const next = words[i + 1], written = words[i]!.lower
  if (!isRoman(written) || next?.kind !== 'word' || !'QHCE'.includes(own(table.units, next.lower) ?? '_')) return undefined
  const v = romans.indexOf(written.replaceAll('і', 'i').replaceAll('х', 'x'))
  return v > 0 ? { c: 'O', v, from: i, to: i + 1 } : undefined
}
const isRoman = (word: string) => word.length <= 5 && /^[ivxіх]+$/.test(word)
const romans = ['', ...['', 'x'].flatMap((ten) => ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'].map((one) => ten + one)), 'xxi']

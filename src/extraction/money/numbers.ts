import { traitOf } from '../words/forms.ts'
import { spelled, type Lexeme } from '../words/lexemes.ts'

/** How a language writes and spells numbers. */
export interface NumberWords {
  /** The mark before decimals: "2.5" or "2,5". */
  readonly decimal: '.' | ','
  /** Words below a thousand with their value: "twelve", "hundred", "двадцять". All cases and genders. */
  readonly cardinals: Readonly<Record<string, number>>
  /** Words and abbreviations that multiply: "million", "bn", "млрд", "Mio". A stop after them is taken along. */
  readonly scales: Readonly<Record<string, number>>
  /** Words between the parts of a spelled number: "and", "et". */
  readonly joins: readonly string[]
  /** Words for a half: "half a million". */
  readonly halves: readonly string[]
  /** Scale words that stand alone for one of them: "мільйон", "tausend"; others need a count ("millions" has none). */
  readonly single: readonly string[]
  /** Articles that count as one before a scale: "a million". */
  readonly articles: readonly string[]
}

/** A number as written, from lexeme `from` up to but not including `to`. */
export interface NumberAt {
  readonly from: number
  readonly to: number
  readonly value: number
  /** Written in digits (perhaps with a scale word), not in words alone. */
  readonly digits: boolean
  /** Power of the scale word it ends with, or 1. */
  readonly scale: number
}

/**
 * The number that starts at lexeme `at`, with grouping, decimals and scale words, or undefined.
 * @example numberAt(lexemes('2,5 Mrd. Euro', span), 0, german.numbers)?.value // 2500000000
 */
export function numberAt(words: readonly Lexeme[], at: number, table: NumberWords): NumberAt | undefined {
  const first = words[at]
  if (!first) return undefined
  if (first.kind === 'digits') return digitsAt(words, at, table)
  if (first.kind === 'word') return spelledAt(words, at, table)
  return undefined
}

function digitsAt(words: readonly Lexeme[], at: number, table: NumberWords): NumberAt {
  const run = digitRun(words, at, table)
  const scaled = scaleAt(words, run.to, table)
  const mantissa = scaled && run.loose ? run.loose : run.mantissa
  if (!scaled) return { from: at, to: run.to, value: Number(mantissa), digits: true, scale: 1 }
  const value = times(mantissa, scaled.scale)
  const rest = words[scaled.to]?.kind === 'digits' ? digitRun(words, scaled.to, table) : undefined
  const smaller = rest && scaleAt(words, rest.to, table)
  if (rest && smaller && smaller.scale < scaled.scale) return { from: at, to: smaller.to, value: value + times(rest.mantissa, smaller.scale), digits: true, scale: scaled.scale }
  return { from: at, to: scaled.to, value, digits: true, scale: scaled.scale }
}

/** Power-of-ten scales move the decimal point, so 1.005 million stays exact. */
const times = (mantissa: string, scale: number) => {
  const power = Math.log10(scale)
  return Number.isInteger(power) ? Number(`${mantissa}e${power}`) : Number(mantissa) * scale
}

interface DigitRun { readonly to: number; readonly mantissa: string; /** The reading to prefer before a scale word. */ readonly loose?: string }

/** Indian groups, "12,34,567.89": pairs before the last three. */
function indianRun(words: readonly Lexeme[], at: number): DigitRun | undefined {
  let mantissa = words[at]!.lower, to = at + 1
  if (mantissa.length > 2) return undefined
  while (words[to]?.lower === ',' && words[to]!.glued && words[to + 1]?.kind === 'digits' && words[to + 1]!.glued && words[to + 1]!.lower.length === 2) { mantissa += words[to + 1]!.lower; to += 2 }
  const last = words[to + 1]
  if (to === at + 1 || words[to]?.lower !== ',' || last?.lower.length !== 3) return undefined
  const fraction = words[to + 2]?.lower === '.' && words[to + 3]?.kind === 'digits' && words[to + 3]!.glued ? words[to + 3]!.lower : undefined
  return { to: to + (fraction ? 4 : 2), mantissa: mantissa + last.lower + (fraction ? `.${fraction}` : '') }
}

/** Digits with their groups ("12 500", "1,600", "1'000") and decimals. */
function digitRun(words: readonly Lexeme[], at: number, table: NumberWords): DigitRun {
  let mantissa = words[at]!.lower, to = at + 1, grouped = false
  const groupMark = table.decimal === '.' ? ',' : '.'
  const indian = table.decimal === '.' ? indianRun(words, at) : undefined
  if (indian) return indian
  if (mantissa.length <= 3) {
    let mark = ''
    for (;;) {
      const next = words[to]
      if (next?.kind === 'digits' && next.lower.length === 3 && !next.glued && next.start - words[to - 1]!.end === 1 && (mark === '' || mark === ' ') && table.decimal === ',') {
        mantissa += next.lower; to++; mark = ' '; grouped = true
        continue
      }
      const digits = words[to + 1]
      if (next?.kind === 'mark' && next.glued && (next.lower === groupMark || next.lower === "'" || next.lower === '’') && (mark === '' || mark === next.lower)
        && digits?.kind === 'digits' && digits.glued && digits.lower.length === 3) {
        mantissa += digits.lower; to += 2; mark = next.lower; grouped = true
        continue
      }
      break
    }
  }
  const point = words[to], fraction = words[to + 1]
  if (point?.kind === 'mark' && point.glued && fraction?.kind === 'digits' && fraction.glued) {
    const usual = point.lower === table.decimal
    const foreign = !grouped && (point.lower === ',' || point.lower === '.') && fraction.lower.length !== 3
    const chain = words[to + 2]
    const dated = chain?.lower === point.lower && chain.glued && words[to + 3]?.kind === 'digits' && words[to + 3]!.glued
    if ((usual || foreign) && !dated) return { to: to + 2, mantissa: `${mantissa}.${fraction.lower}` }
  }
  // "1.125 млрд" is more likely one and an eighth than a thousand thousand million.
  if (grouped && to === at + 3 && words[at + 1]!.lower === '.') return { to, mantissa, loose: `${words[at]!.lower}.${words[at + 2]!.lower}` }
  return { to, mantissa }
}

function scaleAt(words: readonly Lexeme[], at: number, table: NumberWords): { to: number; scale: number } | undefined {
  let i = at
  if (words[i]?.lower === '-' && words[i]!.glued) i++
  const word = words[i]
  if (word?.kind !== 'word') return undefined
  const scale = own(table.scales, word.lower)
  if (scale === undefined) return undefined
  // One-letter scales ("5m", "3k", "2B") only count when they touch the digits.
  const touching = word.glued && i === at
  if (word.lower.length === 1 && !touching && !(isSign(words[i + 1]) && words[i + 1]!.glued)) return undefined
  let to = i + 1
  if (words[to]?.lower === '.' && words[to]!.glued && word.lower.length <= 4 && (words[to + 1]?.kind === 'word' || isSign(words[to + 1]))) to++
  const more = words[to]
  const again = more?.kind === 'word' && more.lower.length > 1 ? own(table.scales, more.lower) : undefined
  if (again !== undefined && again > scale) return { to: to + 1, scale: scale * again }
  return { to, scale }
}

const isSign = (word: Lexeme | undefined) => word?.kind === 'mark' && /[$€£¥₴]/.test(word.lower)

/** A member of a table by its own key only: "constructor" is no number word. */
export const own = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined => (Object.hasOwn(table, key) ? table[key] : undefined)

/** Could a spelled number begin with this word? Most begin none. */
export const beginsNumber = traitOf(({ lower }, { cardinals, scales, halves, articles }: NumberWords): boolean => {
  const word = spelled(lower)
  return own(cardinals, word) !== undefined || own(scales, word) !== undefined || halves.includes(word) || articles.includes(word)
})

function spelledAt(words: readonly Lexeme[], at: number, table: NumberWords): NumberAt | undefined {
  if (!beginsNumber(table)(words[at]!.form)) return undefined
  let total = 0, current = 0, seen = false, scale = 1, i = at, to = at, previous = Infinity
  const lead = words[at]!.lower
  const quarter = lead === 'quarter' ? 4 : 2
  if (table.halves.includes(lead)) {
    const next = words[at + 1] && table.articles.includes(words[at + 1]!.lower) ? at + 2 : at + 1
    const big = scaleWord(words[next], table)
    return big ? { from: at, to: next + 1, value: big / quarter, digits: false, scale: big } : undefined
  }
  if (table.articles.includes(lead) && own(table.cardinals, lead) === undefined) {
    const hundred = words[at + 1] && own(table.cardinals, words[at + 1]!.lower)
    if (scaleWord(words[at + 1], table) === undefined && hundred !== 100) return undefined
    current = 1; i = at + 1
  }
  for (;;) {
    const word = words[i]
    if (word?.kind !== 'word') {
      if (seen && word?.lower === '-' && word.glued && words[i + 1]?.glued && pieceAt(words[i + 1], table)) { i++; continue }
      break
    }
    const value = own(table.cardinals, word.lower)
    const big = value === undefined ? scaleWord(word, table) : undefined
    if (value !== undefined) {
      if (value === 100 && !seen && current === 0 && !table.single.includes(word.lower)) return undefined
      if (value === 100) current = Math.max(current, 1) * 100
      else if (value === 20 && current % 100 === 4) current += 76
      // "Dix-huit": a ten and a unit that a hyphen joins.
      else if (seen && previous === 10 && value < 10 && words[i - 1]?.lower === '-') current += value
      else if (seen && previous < 100 && !(previous >= 20 && value < 20)) break
      else current += value
      previous = value
    } else if (big !== undefined) {
      if (!seen && current === 0) {
        if (!table.single.includes(word.lower)) return undefined
        current = 1
      }
      total += current * big; current = 0; scale = big; previous = Infinity
    } else if (seen && table.joins.includes(word.lower) && pieceAt(words[i + 1], table) && joinable(words, i, table)) { i++; continue }
    else break
    seen = true; i++; to = i
  }
  return seen ? { from: at, to, value: total + current, digits: false, scale: current === 0 ? scale : 1 } : undefined
}

const pieceAt = (word: Lexeme | undefined, table: NumberWords) => word?.kind === 'word' && (own(table.cardinals, word.lower) !== undefined || scaleWord(word, table) !== undefined)
/** "one hundred and five" goes on; "two and three" are two numbers. */
const joinable = (words: readonly Lexeme[], i: number, table: NumberWords) => {
  const before = words[i - 1]!, value = own(table.cardinals, before.lower) ?? scaleWord(before, table) ?? 0
  const after = own(table.cardinals, words[i + 1]!.lower) ?? Infinity
  return value >= 20 && after < value
}
const scaleWord = (word: Lexeme | undefined, table: NumberWords): number | undefined =>
  word?.kind === 'word' && word.lower.length > 2 ? own(table.scales, word.lower) : undefined

/**
 * Spelled-out forms from a compact list, "stem: ending ending" or plain words, each with its value.
 * @example forms({ 'січ: ень ня ні': 1 }) // { січень: 1, січня: 1, січні: 1 }
 */
export function forms<T>(list: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  const out: Record<string, T> = {}
  for (const [key, value] of Object.entries(list)) {
    const [stem, endings] = key.split(': ')
    if (endings === undefined) for (const word of key.split('|')) out[word] = value
    else for (const ending of endings.split(' ')) out[stem + (ending === '_' ? '' : ending)] = value
  }
  return out
}

const germanUnits = ['', 'ein', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun']
const germanTeens = ['zehn', 'elf', 'zwölf', 'dreizehn', 'vierzehn', 'fünfzehn', 'sechzehn', 'siebzehn', 'achtzehn', 'neunzehn']
const germanTens = ['', '', 'zwanzig', 'dreißig', 'vierzig', 'fünfzig', 'sechzig', 'siebzig', 'achtzig', 'neunzig']

/** German writes a number below a million as one word: all of them below a thousand, and the round thousands. */
export function germanCardinals(): Readonly<Record<string, number>> {
  const small: Record<string, number> = { eins: 1, hundert: 100, tausend: 1000 }
  for (let n = 1; n < 10; n++) small[germanUnits[n]!] = n
  germanTeens.forEach((word, k) => { small[word] = 10 + k })
  for (let t = 2; t < 10; t++) for (let u = 0; u < 10; u++) small[(u ? `${germanUnits[u]}und` : '') + germanTens[t]] = 10 * t + u
  const out: Record<string, number> = { ...small, eine: 1, einen: 1, einem: 1, einer: 1, eines: 1, zwo: 2, beide: 2, beiden: 2, dreissig: 30 }
  for (let h = 1; h < 10; h++) {
    const hundred = `${h === 1 ? 'ein' : germanUnits[h]}hundert`
    out[hundred] = 100 * h
    for (const [word, n] of Object.entries(small)) if (n < 100) { out[hundred + word] = 100 * h + n; if (h === 1) out[`hundert${word}`] = 100 + n }
  }
  for (const [word, n] of Object.entries(small)) if (n < 100 && word !== 'eins') out[`${word}tausend`] = 1000 * n
  for (let n = 2; n < 10; n++) out[`${germanUnits[n]}einhalb`] = n + 0.5
  for (const ending of ['', 'e', 'en', 'er']) out[`anderthalb${ending}`] = 1.5
  return out
}

const italianUnits = ['', 'uno', 'due', 'tre', 'quattro', 'cinque', 'sei', 'sette', 'otto', 'nove']
const italianTeens = ['dieci', 'undici', 'dodici', 'tredici', 'quattordici', 'quindici', 'sedici', 'diciassette', 'diciotto', 'diciannove']
const italianTens = ['', '', 'venti', 'trenta', 'quaranta', 'cinquanta', 'sessanta', 'settanta', 'ottanta', 'novanta']

/** Italian numbers below a thousand as one word, with the vowel dropped before "uno" and "otto", and round thousands. */
export function italianCardinals(): Readonly<Record<string, number>> {
  const small: Record<string, number> = {}
  for (let n = 1; n < 10; n++) small[italianUnits[n]!] = n
  italianTeens.forEach((word, k) => { small[word] = 10 + k })
  for (let t = 2; t < 10; t++) for (let u = 0; u < 10; u++) {
    const tens = u === 1 || u === 8 ? italianTens[t]!.slice(0, -1) : italianTens[t]!
    small[tens + (u === 3 ? 'tré' : italianUnits[u])] = 10 * t + u
  }
  const out: Record<string, number> = { ...small, un: 1, una: 1, cento: 100 }
  for (const [word, n] of Object.entries(small)) out[`cento${word}`] = 100 + n
  for (let h = 2; h < 10; h++) { out[`${italianUnits[h]}cento`] = 100 * h; for (const [word, n] of Object.entries(small)) out[`${italianUnits[h]}cento${word}`] = 100 * h + n }
  for (const [word, n] of Object.entries(small)) if (n > 1) out[`${word}mila`] = 1000 * n
  return out
}

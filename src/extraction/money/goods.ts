import type { Span } from '../../core/evidence.ts'
import type { GoodsMention, Sentence } from '../analysis.ts'
import { formOf, traitOf } from '../words/forms.ts'
import type { Language } from '../language.ts'
import { holds, holdsNone, lexemes, spelled, type Lexeme } from '../words/lexemes.ts'
import { numberAt, own } from './numbers.ts'

/** How a language names military and other goods. */
export interface GoodsWords {
  /** Stems of nouns that are goods, matched at the start of a word ("raket" reads "raketen"); `=` before a whole word. */
  readonly nouns: readonly string[]
  /** Stems of the words for goods of any sort ("equipment", "heavy weapons"), which name nothing beside their examples. */
  readonly general: readonly string[]
  /** What leads from such words to examples: "such as", "among them". */
  readonly examples: readonly string[]
  /** What a sum makes possible: "will allow", "damit"; and stems of words for buying. */
  readonly enabling: readonly string[]
  readonly buying: readonly string[]
  /** How many letters of ending a stem may take. */
  readonly tail: number
  /** Nouns are written small, so that a capital inside a name marks a proper name. */
  readonly smallNouns: boolean
  /** The same at the end of a compound: German "-panzer", "-munition". */
  readonly endings: readonly string[]
  /** Adjectives and nouns that may stand inside a name: "armoured", "air", "155-mm". Stems. */
  readonly modifiers: readonly string[]
  /** Goods only with a number, a modifier or a model: "system", "round". Whole words. */
  readonly weak: readonly string[]
  /** Adjectives and complements follow the noun: "groupes électrogènes". */
  readonly trailing: boolean
  /** Small words inside a name: "of", "de"; they neither begin nor end it. */
  readonly joints: readonly string[]
  /** Words between a noun and the rest of its name: "of", "de", "für". */
  readonly links: readonly string[]
  /** Vague numbers: "dozens", "hundreds": the quantity is not known. */
  readonly vague: readonly string[]
  /** Numbers of things as nouns, with their value: "couple" 2, "dozen" 12, "пара" 2. */
  readonly counts: Readonly<Record<string, number>>
  /** Words skipped between a number and its goods: "more", "new", "additional", "of". */
  readonly fillers: readonly string[]
  /** Articles that mean one: "a Patriot battery". */
  readonly ones: readonly string[]
  /** Words for units of measure that follow a number without counting goods: "mm", "km", "percent". */
  readonly measures: readonly string[]
}

/** A name of goods, in lexemes. `firm` where the words alone say goods, without a number. */
interface Head { readonly from: number; readonly to: number; readonly firm: boolean; readonly model: boolean }

/**
 * Goods with their number, in order: "18 Leopard 2A6 tanks" is 18 of "Leopard 2A6 tanks", "dozens of drones" and plain
 * "drones" have none. Words that may mean other things ("system", "round") only count with a number, a modifier or a
 * model; the digits inside names are never quantities.
 * @example findGoods('18 Leopard 2A6 tanks', span, english)[0]?.quantity // 18
 */
export function findGoods(text: string, span: Span | Sentence, language: Language): GoodsMention[] {
  if (holdsNone(span, mayName(language.goods))) return []
  const words = lexemes(text, span)
  const out: GoodsMention[] = []
  for (let i = 0; i < words.length;) {
    const head = headAt(words, i, language)
    if (!head) { i++; continue }
    const whole = bracketed(words, head, language), found = goodsOf(text, words, whole, language, out.at(-1)?.end ?? span.start)
    if (found) out.push(found)
    i = whole.to
  }
  return out
}

/** Models known by name alone; letters with digits are found by their shape. */
const models = new Set(['leopard', 'abrams', 'challenger', 'bradley', 'bradleys', 'marder', 'marders', 'gepard', 'gepards', 'stryker', 'strykers', 'patriot', 'patriots', 'patriot-systeme', 'himars', 'nasams', 'hawk', 'hawks', 'iris', 'javelin', 'javelins', 'stinger', 'stingers', 'nlaw', 'nlaws', 'starstreak', 'starlink', 'starlinks', 'storm', 'scalp', 'taurus', 'atacms', 'caesar', 'krab', 'krabs', 'archer', 'bayraktar', 'bayraktars', 'husky', 'mastiff', 'wolfhound', 'gripen', 'mirage', 'typhoon', 'boxer', 'puma', 'lynx', 'samp', 'crotale', 'aspide', 'avenger', 'switchblade', 'phoenix', 'harpoon', 'neptune', 'piorun', 'grom', 'rosomak', 'twardy', 'amraam', 'vampire', 'humvee', 'humvees', 'mrap', 'mraps', 'dingo', 'dingos', 'panzerhaubitze', 'panzerhaubitzen', 'vulcano', 'biber', 'wisent', 'glsdb', 'jdam', 'jdams', 'excalibur', 'milan', 'matador', 'sea', 'skynex', 'skyranger', 'rapier', 'brimstone', 'martlet', 'vector', 'zuzana', 'dana', 'bohdana', 'богдана', 'байрактар', 'хаймарс', 'леопард', 'леопардів', 'патріот', 'стінгер', 'джавелін', 'мардер', 'гепард'])

/** Does a name of goods begin here? It must hold a noun of goods or a model; the longest run is taken. */
function headAt(words: readonly Lexeme[], at: number, language: Language): Head | undefined {
  const table = language.goods
  let to = at, nouns = 0, parts = 0, firm = false, model = false
  for (let i = at; i < words.length && i < at + 12;) {
    const word = words[i]!
    const end = modelAt(words, i) ?? spacedModel(words, i, nouns > 0, language)
    if (end !== undefined) { model = firm = true; i = to = end; continue }
    // "Rounds of large-calibre ammunition": a word joined by a hyphen describes the noun behind it.
    if (nouns > 0 && i > at && !table.trailing && word.kind === 'word' && table.joints.includes(words[i - 1]!.lower) && words[i + 1]?.lower === '-' && words[i + 1]!.glued && words[i + 2]?.kind === 'word' && words[i + 2]!.glued) { i += 3; continue }
    if (word.kind === 'word' && isGoods(word, language)) {
      nouns++; parts++; i++; to = i
      firm ||= parts > 1 || !isWeak(word, table)
      continue
    }
    if (word.kind === 'word' && isModifier(word, language)) {
      parts++; i++
      if (nouns > 0 && table.trailing && !table.joints.includes(word.lower)) { to = i; firm ||= word.lower.length > 3 }
      continue
    }
    const caliber = caliberAt(words, i)
    if (caliber !== undefined) { i = caliber; parts++; if (nouns > 0 && table.trailing) to = i; continue }
    if (word.lower === '-' && i > at && word.glued) { i += words[i + 1]?.kind === 'word' && words[i + 2]?.lower === '-' && words[i + 2]!.glued ? 2 : 1; continue }
    if (i > at && table.joints.includes(word.lower) && (nouns > 0 || model)) { i++; continue }
    const named = nouns > 0 && table.trailing ? namedModel(words, i) : undefined
    if (named !== undefined) { i = to = named; firm = true; continue }
    // "Unmanned aerial and ground systems": two kinds of one noun.
    if (i > at && nouns === 0 && word.lower === 'and' && realms.test(words[i - 1]!.lower) && realms.test(words[i + 1]?.lower ?? '')) { i++; continue }
    const quoted = i > at ? quoteAt(words, i) : undefined
    if (quoted !== undefined) { i = quoted; if (nouns > 0) to = i; continue }
    break
  }
  if (to === at || (nouns === 0 && !model)) return undefined
  return { from: at, to, firm, model }
}

/** Where goods move or reach: adjectives that no goods are called by alone. */
const realms = /^(?:aerial|air|airborne|ground|land|surface|sea|naval|maritime|underwater|short|medium|long|light|heavy|tracked|wheeled|armou?red)$/

/** "Joint Standoff Weapon (JSOW) long-range munition": a name, its letters in brackets, and what it is. */
function bracketed(words: readonly Lexeme[], head: Head, language: Language): Head {
  const letters = words[head.to + 1]
  if (words[head.to]?.lower !== '(' || words[head.to + 2]?.lower !== ')' || letters?.kind !== 'word' || !letters.caps || letters.lower.length < 2) return head
  const more = headAt(words, head.to + 3, language)
  return more ? { ...head, to: more.to, firm: head.firm || more.firm } : head
}

/** “Husky”, «Богдана»: a name in quotation marks inside the run. */
function quoteAt(words: readonly Lexeme[], i: number): number | undefined {
  if (!/^[“"„«]$/.test(words[i]!.lower)) return undefined
  for (let k = i + 1; k < Math.min(words.length, i + 5); k++) if (/^[”"“»]$/.test(words[k]!.lower)) return k + 1
  return undefined
}

const caliber = /^(?:mm|мм|millimet\p{L}*|millimèt\p{L}*|milimetr\p{L}*|міліметр\p{L}*|kw|kilowatt|квт)$/u
/** "155mm", "155-mm", "155 мм", "155-міліметрових". */
function caliberAt(words: readonly Lexeme[], i: number): number | undefined {
  if (words[i]?.kind !== 'digits') return undefined
  let k = i + 1
  if (words[k]?.lower === ',' || words[k]?.lower === '.') { if (words[k]!.glued && words[k + 1]?.kind === 'digits') k += 2 }
  if (words[k]?.lower === '-' || words[k]?.lower === '‑') k++
  return caliber.test(words[k]?.lower ?? '') ? k + 1 : undefined
}

/** Letters that name who rather than what: "will give NATO 20 tanks". */
const bodies = /^(?:nato|otan|eu|ue|un|onu|uno|us|usa|uk|uae|mod|mfa|idf|ceo|gdp|bbc|afp|dpa|pap|нато|оон|сша|єс|зсу|всу|мо)$/

/** A model of capitals and figures apart, by its number, behind its noun or "of": "six RBS 70 launchers", "Boote CB 90". */
function spacedModel(words: readonly Lexeme[], i: number, behind: boolean, language: Language): number | undefined {
  const word = words[i]!, figures = words[i + 1]
  if (word.kind !== 'word' || !word.caps || word.glued || word.lower.length < 2 || word.lower.length > 4 || figures?.kind !== 'digits' || figures.glued || figures.lower.length > 4 || bodies.test(word.lower) || own(language.money.units, word.lower) !== undefined) return undefined
  const before = words[i - 1], joint = before !== undefined && language.goods.joints.includes(before.lower) && words[i + 2]?.kind === 'word' && isGoods(words[i + 2]!, language)
  if (!behind && !joint && !(before !== undefined && (before.kind === 'digits' || numberAt(words, i - 1, language.numbers)?.to === i))) return undefined
  if (caliberAt(words, i + 1) !== undefined || numberAt(words, i + 1, language.numbers)!.scale > 1) return undefined
  return words[i + 2]?.kind === 'word' && words[i + 2]!.glued ? i + 3 : i + 2
}

/** A model: "Leopard 2A6", "F-16s", "M1A1", "S-300", "IRIS-T SLM", "HIMARS". */
function modelAt(words: readonly Lexeme[], i: number): number | undefined {
  const word = words[i]!
  if (word.kind !== 'word' || !word.capital || (word.glued && words[i - 1] !== undefined && (words[i - 1]!.kind === 'digits' || /[-_/.]/.test(words[i - 1]!.lower)))) return undefined
  const known = models.has(word.lower)
  if (!known && word.lower.length > 4) return undefined
  let k = i + 1, digits = false
  for (; k < words.length && k < i + 8; k++) {
    const next = words[k]!
    if (next.kind === 'digits' && (next.glued || (known && next.lower.length <= 2))) { digits = true; continue }
    if ((next.lower === '-' || next.lower === '/') && next.glued && words[k + 1]?.glued) continue
    if (next.kind === 'word' && next.glued && (digits || /[-/]/.test(words[k - 1]!.lower)) && next.lower.length <= 3) continue
    if (known && next.kind === 'word' && (next.caps || (next.lower.length === 1 && next.capital)) && next.lower.length <= 4 && words[k - 1]!.kind === 'word') continue
    break
  }
  if (known) return k
  return digits && word.lower.length <= 3 && !/^(?:q|h|g|fy|p|no|nr|art|covid|us|eu|un|ua)$/.test(word.lower) ? k : undefined
}

const noun = 1, modifier = 2
/** What a word is among goods, as bits. */
const kindOf = traitOf(({ lower }, table: GoodsWords): number => {
  const word = spelled(lower), isNoun = table.nouns.some((stem) => fits(word, stem, table.tail)) || table.endings.some((ending) => word.endsWith(ending))
  return (isNoun ? noun : 0) | (table.modifiers.some((stem) => fits(word, stem, Infinity)) ? modifier : 0)
})
const fits = (word: string, stem: string, tail: number) => (stem.startsWith('=') ? word.length === stem.length - 1 && stem.endsWith(word) : word.startsWith(stem) && word.length - stem.length <= tail)

/** Could a word of the text be a noun for goods, a model, or the figures in one? */
const mayName = holds((lexeme, table: GoodsWords): boolean => lexeme.kind === 'digits' || models.has(lexeme.lower) || (kindOf(table)(lexeme.form) & noun) !== 0)

const isGoods = (word: Lexeme, language: Language) => (kindOf(language.goods)(word.form) & noun) !== 0
const isModifier = (word: Lexeme, language: Language) => (kindOf(language.goods)(word.form) & modifier) !== 0
/** Does a word only describe goods: "light", "aerial", "протитанкові"? */
export const describes = (word: string, { goods }: Language): boolean => kindOf(goods)(formOf(word)) === modifier
/**
 * Does a name say no more than that it is goods?
 * @example isGeneral('heavy weapons', english) // true
 */
export const isGeneral = (name: string, { goods }: Language): boolean => name.toLowerCase().split(/\s+/).every((word) => goods.general.some((stem) => fits(word, stem, 4)))
/** Do words lead from goods to examples of them? */
export const leadsToExamples = (words: string, { goods }: Language): boolean => { const text = ` ${words.toLowerCase().replace(/[\s,:;()–—-]+/g, ' ')} `; return goods.examples.some((e) => text.includes(` ${e} `)) }
const isWeak = (word: Lexeme, table: GoodsWords) => table.weak.includes(word.lower)

function goodsOf(text: string, words: readonly Lexeme[], head: Head, language: Language, floor: number): GoodsMention | undefined {
  const table = language.goods
  let at = head.from
  while (at > Math.max(0, head.from - 6) && (table.fillers.includes(words[at - 1]!.lower) || (table.smallNouns && nameBefore(words, at - 1)) || hyphenated(words, at))) at--
  if (at > 1 && isModelNumber(words, at - 1, language)) {
    const from = capitalsBefore(words, at - 1), first = words[from - 1]!, end = words[head.to - 1]!.end
    return first.start < floor ? undefined : { start: first.start, end, quantity: 1, name: text.slice(words[from]!.start, end), written: text.slice(first.start, end) }
  }
  const start = nameStart(words, head, at, table)
  const count = countBefore(words, at, language) ?? (start > at ? undefined : countBefore(words, head.from, language))
  const named = start < head.from && words[head.from]!.capital && nameBefore(words, head.from - 1) && table.smallNouns
  if (!count && !head.firm && !named) return undefined
  const from = count ? words[count.from]!.start : words[start]!.start, end = words[head.to - 1]!.end
  if (from < floor) return undefined
  const name = text.slice(words[start]!.start, end)
  return { start: from, end, quantity: count?.value ?? null, name, written: text.slice(from, end) }
}

/** "UK-built drones": what hangs on by a hyphen belongs to the name. */
const hyphenated = (words: readonly Lexeme[], at: number) => at > 1 && (words[at]!.glued && words[at - 1]!.lower === '-' && words[at - 1]!.glued || words[at - 1]!.kind === 'word' && words[at]!.lower === '-' && words[at]!.glued)

/** A proper name inside the run: "10 Ukrainian Bohdana howitzers". */
const nameBefore = (words: readonly Lexeme[], i: number) => words[i]!.kind === 'word' && words[i]!.capital && !words[i]!.glued && words[i - 1] !== undefined && words[i - 1]!.kind !== 'mark'

/** Where the name itself starts: after the fillers. */
function nameStart(words: readonly Lexeme[], head: Head, at: number, table: GoodsWords): number {
  let start = at
  while (start < head.from && table.fillers.includes(words[start]!.lower)) start++
  return start
}

/** The number right before lexeme `end`: digits, words, "dozens of", "a". */
function countBefore(words: readonly Lexeme[], end: number, language: Language): { from: number; value: number | null } | undefined {
  const table = language.goods
  let stop = end
  while (stop > 0 && table.links.includes(words[stop - 1]!.lower)) stop--
  const last = words[stop - 1]
  if (!last) return undefined
  if (table.vague.includes(last.lower)) return { from: stop - 1, value: null }
  const counted = own(table.counts, last.lower)
  for (let from = Math.max(0, stop - 6); from < stop; from++) {
    const number = numberAt(words, from, language.numbers)
    if (!number || number.to < stop - (counted ? 1 : 0) || number.to > stop) continue
    if (number.to === stop - 1 && counted) return { from, value: number.value * counted }
    if (number.to !== stop || insideName(words, from) || isModelNumber(words, from, language) || number.value === 0) continue
    return { from, value: number.value }
  }
  if (counted) return { from: stop - 1, value: counted }
  return table.ones.includes(last.lower) && stop === end ? { from: stop - 1, value: 1 } : undefined
}

/**
 * "A Ground Master 200 radar": figures right behind names in capitals that one article leads are a part of the name. Of
 * such a thing there is one.
 */
const isModelNumber = (words: readonly Lexeme[], at: number, { goods }: Language): boolean => { const from = capitalsBefore(words, at); return words[at]?.kind === 'digits' && from < at && from > 0 && goods.ones.includes(words[from - 1]!.lower) }

/** The first of up to three words in capitals that end right before a lexeme. */
function capitalsBefore(words: readonly Lexeme[], end: number): number {
  let from = end
  while (from > 0 && end - from < 3 && words[from - 1]!.kind === 'word' && words[from - 1]!.capital) from--
  return from
}

/** "Un radar Ground Master 200": up to three words in capitals and figures right behind a noun. */
function namedModel(words: readonly Lexeme[], i: number): number | undefined {
  let to = i
  while (to < words.length && to - i < 3 && words[to]!.kind === 'word' && words[to]!.capital && !words[to]!.glued) to++
  const figures = words[to]
  return to > i && figures?.kind === 'digits' && !figures.glued && figures.lower.length <= 4 && !(words[to + 1]?.kind === 'word' && words[to + 1]!.glued) ? to + 1 : undefined
}

/** The "6" of "2A6" or the "16" of "F-16" is part of a name; a year, an amount or a date is no number of goods. */
const insideName = (words: readonly Lexeme[], from: number) => {
  const word = words[from]!, before = words[from - 1]
  if (words[from + 1]?.glued && words[from + 1]!.kind === 'word' && word.kind === 'digits' && word.lower.length > 4) return true
  return word.glued && before !== undefined && (before.kind === 'word' || before.lower === '-' || /[$€£,.]/.test(before.lower))
}

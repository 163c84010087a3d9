import type { Item } from '../../core/claim.ts'
import type { Span } from '../../core/evidence.ts'
import type { Analysis } from '../analysis.ts'
import { stateWords } from '../names/atlas.ts'
import { clauseAt, cuesOf, gap, hasCue, inside, onReading, overlaps, type Reading } from '../frames/frames.ts'
import { countsIn } from './counts.ts'
import { opponents } from '../names/parties.ts'

/** Goods as they stand in a commitment, with their place. */
export interface ItemAt extends Span {
  readonly item: Item
  /** Taken for goods only because they are counted beside a verb of giving. */
  readonly loose?: true
}

/**
 * The goods a stretch of text names: with their number ("18 howitzers"), and bare ones that a list word, a verb of
 * giving or another member of the list leads to ("including artillery and drones").
 */
export function itemsIn(reading: Reading, span: Span): ItemAt[] {
  const found = reading.goods.filter((g) => inside(g, span) && !reading.amounts.some((a) => overlaps(a, g)))
    .map((g): ItemAt => ({ start: g.start, end: g.end, item: { name: g.name, quantity: g.quantity } }))
  const counted = found.filter((g, i) => g.item.quantity !== null || (!hasCue(reading, 'support.people', g) && hasCue(reading, 'support.goods', g) && led(reading, g, span, found.slice(0, i))))
  const named = [...counted, ...bareGoods(reading, span, counted).filter((b) => !counted.some((c) => namedAgain(b, c)))].map((i) => (i.item.quantity === null ? numbered(reading, i, span) : i))
  return [...named, ...countedObjects(reading, span, named)].sort((a, b) => a.start - b.start)
}

/** "40 carriers …; the carriers arrive in autumn": one word for goods that were counted before. */
const namedAgain = (bare: ItemAt, counted: ItemAt): boolean => {
  const word = bare.item.name.toLowerCase()
  return counted.item.quantity !== null && bare.start > counted.end && !/\s/.test(word) && word.length > 4 && counted.item.name.toLowerCase().split(/\s+/).some((w) => w.startsWith(word.slice(0, 5)))
}

/** "Two mobile radars", "90 first-person-view drones": a number up to two unknown words before goods counts them; what hyphens join is one. */
function numbered(reading: Reading, at: ItemAt, span: Span): ItemAt {
  if (isNth(reading, at)) return { ...at, item: { ...at.item, quantity: 1 } }
  const first = reading.words.findIndex((w) => w.end > at.start), stops = closing(reading)
  for (let i = first - 1, names = 0; i >= 0 && names < 3; i--) {
    const word = reading.words[i]!, signs = reading.text.slice(word.end - reading.start, (reading.words[i + 1]?.start ?? at.start) - reading.start)
    if (signs !== '-') names++
    if (word.start < span.start || !/^[ \u00a0-]*$/.test(signs)) break
    const count = isNumber(reading, word.lower) ? countTo(reading, word) : null
    if (count !== null) {
      const { value } = count, glued = /[\d.,-]$/.test(reading.text.slice(0, count.start - reading.start)) && /\d/.test(word.lower)
      if (i === first - 1 || glued || value < 2 || hasCue(reading, 'support.uncounted', reading.words[i + 1]!) || [...reading.dates, ...reading.amounts].some((x) => overlaps(x, word))) break
      const start = reading.words[i + 1]!.start
      return { start, end: at.end, item: { name: reading.text.slice(start - reading.start, at.end - reading.start), quantity: value } }
    }
    if (signs !== '-' && stops.some((c) => c.from <= i && c.to >= i && inside(c, span)) || isNumber(reading, word.lower)) return partOf(reading, at, i) ?? at
  }
  return at
}

/** What leads one thing of several, by language; English tells the number by the noun alone. */
const singular: Readonly<Record<string, RegExp>> = { en: /(?<!\p{L})(?:a|the|its|their|his|her|our|this)\s$/iu, de: /(?<!\p{L})(?:ein\p{L}{0,2}|das|seine?|ihre?|unsere?|[sk]ein|ihr)\s$/iu, fr: /(?<!\p{L})(?:une?|la|le|sa|son|notre|cette)\s$/iu, it: /(?<!\p{L})(?:un[oa]?|la|il|sua|suo|nostra|questa)\s$/iu }

/** "Its second battery", "une deuxième batterie": by an ordinal behind a word for one. */
function isNth(reading: Reading, { start, item }: ItemAt): boolean {
  const nth = reading.cues.find((c) => c.end < start && start - c.end <= 1 && c.table.startsWith('meetings.ordinals.'))
  return nth !== undefined && (reading.language.code !== 'en' || isOne(item.name)) && singular[reading.language.code]?.test(reading.text.slice(0, nth.start - reading.start)) === true
}
/** "14 of its heavy tanks", "six de ses chars", "sechs seiner Panzer": so many of those that somebody has. */
function partOf(reading: Reading, at: ItemAt, owner: number): ItemAt | null {
  const { words } = reading
  if (!owners.test(words[owner]!.lower)) return null
  const number = words[owner - (ofThem.test(words[owner - 1]?.lower ?? '') ? 2 : 1)], count = number && isNumber(reading, number.lower) ? countTo(reading, number) : null
  if (!count || count.value < 2 || [...reading.dates, ...reading.amounts].some((x) => overlaps(x, number!)) || !/^[\p{L}\s’']+$/u.test(reading.text.slice(number!.end - reading.start, at.start - reading.start))) return null
  const { start } = words[owner + 1]!
  return start > at.start ? null : { start, end: at.end, item: { name: reading.text.slice(start - reading.start, at.end - reading.start), quantity: count.value } }
}
const owners = /^(?:its|their|his|her|our|seiner|ihrer|unserer|ses|leurs|nos|suoi|sue|loro|nostri|nostre|swoich|ich|naszych|своїх|їхніх|наших)$/
const ofThem = /^(?:of|de|von|dei|delle|degli|z|ze|spośród|з|зі|із)$/

const acts = ['support.giving', 'support.given', 'support.announced', 'support.approved', 'support.allocated', 'support.contracted', 'support.delivered', 'support.reduced', 'support.suspended', 'support.cancelled', 'support.signalled'], trained = [...acts, 'support.training']

const doneActs = ['support.approved', 'support.allocated', 'support.contracted', 'support.delivered', 'support.suspended', 'support.cancelled']

/** "Will hand over six pontoon bridges", "train 80 sappers": whatever is counted beside a verb of giving and is no measure, time or office. */
function countedObjects(reading: Reading, span: Span, named: readonly ItemAt[]): ItemAt[] {
  if (!hasCue(reading, trained)) return []
  const out: ItemAt[] = [], verbs = cuesOf(reading, trained)
  for (const { number, start, end } of countsIn(reading)) {
    const at = { start, end }
    const phrase = Number.isInteger(number.value) && number.value > (number.digits ? 0 : 1) && number.value < 1e7 && inside(at, span) ? phraseAfter(reading, at, span) ?? ofTheirs(reading, at, span) : null
    const taken = (x: Span) => overlaps(x, at) || (phrase !== null && overlaps(x, phrase))
    if (!phrase || cuesOf(reading, doneActs, phrase).some((c) => c.start <= phrase.start && c.end >= phrase.end) || [...reading.dates, ...reading.amounts, ...reading.goods, ...named].some(taken) || reading.mentions.some((m) => overlaps(m, at)) || hasCue(reading, 'support.uncounted', phrase)) continue
    const clause = clauseAt(reading, at)
    if (!verbs.some((v) => inside(v, clause) && gap(v, at) <= 48 && (!overlaps(v, at) || v.start < at.start && v.end > at.end) && (v.end <= at.start || gap(v, phrase) <= 48)) && ![...out, ...named].some((o) => o.end <= at.start && joined(reading, o, at) && gap(o, at) < 12)) continue
    out.push({ ...phrase, item: { name: reading.text.slice(phrase.start - reading.start, phrase.end - reading.start), quantity: number.value }, loose: true })
  }
  return out
}

/** "200 of its soldiers", "200 de leurs militaires": what stands behind whose they are. */
function ofTheirs(reading: Reading, { start, end }: Span, span: Span): Span | null {
  const whose = theirs.exec(reading.text.slice(end - reading.start))
  return whose && phraseAfter(reading, { start, end: end + whose[0].length }, span)
}
const theirs = /^\s(?:of (?:its|their|our|his|her)|(?:sein|ihr|unser)er|de (?:ses|leurs|nos)|(?:dei|delle|degli) (?:suoi|sue|loro|nostri|nostre)|(?:z|ze) (?:jego|jej|ich|swoich|naszych)|(?:з|із|зі) (?:його|її|їхніх|своїх|наших))(?=\s)/u

/** Goods without those an enemy owns: "ten systems for every Russian tank". */
export function withoutEnemys(analysis: Analysis, reading: Reading, items: readonly ItemAt[]): ItemAt[] {
  const enemies = stateWords(analysis, reading).filter((w) => w.kind === 'demonym' && opponents.has(w.country))
  return items.filter((i) => !enemies.some((w) => overlaps(w, i) || (w.end <= i.start && i.start - w.end <= 2)))
}

/** The noun phrase right after a number: up to four words, closed by small words, signs, verbs, names of states and dates. */
export function phraseAfter(reading: Reading, number: Span, span: Span): Span | null {
  const first = reading.words.findIndex((w) => w.start >= number.end)
  if (first < 0) return null
  const stops = ending(reading)
  let end = first, before = number.end, names = 0
  while (end < reading.words.length && names < 4) {
    const word = reading.words[end]!, signs = reading.text.slice(before - reading.start, word.start - reading.start), glued = end > first && isGlue(signs, reading)
    if (!glued) names++
    if (word.end > span.end || !glued && !/^[ \u00a0]*$/.test(signs) || isNumber(reading, word.lower) || !/\p{L}{2}/u.test(word.lower)) break
    if (stops.some((c) => c.from <= end && c.to >= end && !(end === first && c.table.startsWith('support.'))) || reading.dates.some((d) => overlaps(d, word)) || reading.amounts.some((a) => overlaps(a, word))) break
    before = word.end
    end++
  }
  // "20 million live in towns": a verb is nothing that is counted.
  if (end === first + 1 && reading.sentence.tokens.some((t) => t.start === reading.words[first]!.start && t.pos === 'VERB') || end > first && isAct(reading, first, end)) return null
  return end > first ? { start: reading.words[first]!.start, end: reading.words[end - 1]!.end } : null
}

/** "24 gegeben", "six arriveront autour du 3 mai", "7 apportés par la région": what is told of goods named before, and no goods. */
function isAct(reading: Reading, first: number, end: number): boolean {
  const word = reading.words[first]!, alone = end === first + 1, { code } = reading.language, written = reading.text.slice(word.start - reading.start, word.end - reading.start)
  if (finite[code]?.test(word.lower)) return true
  if (!alone) return false
  return reading.language.names.nounsInCapitals ? /^\p{Ll}/u.test(written) && !/-$/.test(written) && cuesOf(reading, acts, word).length > 0 : done[code]?.test(reading.text.slice(word.start - reading.start)) === true
}
/** Endings that only verbs have, and participles with the one who did it behind them. */
const finite: Readonly<Record<string, RegExp>> = { fr: /\p{L}{2}ront$/u, it: /(?:\p{L}{2}ranno|^vanno|\p{L}{2}[aei]rono)$/u }, done: Readonly<Record<string, RegExp>> = { fr: /^\p{Ll}+és? par(?!\p{L})/u, it: /^\p{Ll}+ti? d(?:a|al|alla|all|ai|dagli|alle)(?!\p{L})/u }

/** "First-person-view drones", "зв’язківців": a hyphen within a word, and the apostrophe of Ukrainian. */
const isGlue = (signs: string, { language }: Reading): boolean => signs === '-' || language.code === 'uk' && /^['’ʼ]$/.test(signs)

function bareGoods(reading: Reading, span: Span, counted: readonly ItemAt[]): ItemAt[] {
  const out: ItemAt[] = []
  for (const cue of cuesOf(reading, 'support.goods', span)) {
    if (hasCue(reading, 'support.people', cue) || counted.some((g) => overlaps(g, cue)) || reading.amounts.some((a) => overlaps(a, cue))) continue
    const last = out.at(-1)
    if (last && inside(cue, last)) continue
    if (last && cue.start - last.end <= 1 && !/[,;]/.test(between(reading, last, cue))) { out[out.length - 1] = grown(reading, { start: last.start, end: cue.end }, last); continue }
    const whole = widened(reading, cue, span)
    if (/['’]s?\s?$/.test(reading.text.slice(Math.max(0, whole.start - reading.start - 2), whole.start - reading.start)) && !/^(?:l|d|un)['’]/.test(reading.text.slice(whole.start - reading.start - 2))) continue
    if (numberBefore(reading, whole) !== null || led(reading, whole, span, [...counted, ...out])) out.push(grown(reading, whole))
  }
  return out
}

const between = (reading: Reading, a: Span, b: Span) => reading.text.slice(a.end - reading.start, b.start - reading.start)
const grown = (reading: Reading, at: Span, before?: ItemAt): ItemAt => ({ ...at, item: { name: reading.text.slice(at.start - reading.start, at.end - reading.start), quantity: before?.item.quantity ?? numberBefore(reading, at) } })
const closed = ['frames.determiners', 'frames.stop', 'frames.and', 'frames.to', 'frames.from', 'frames.at', 'frames.future', 'support.list', 'support.giving', 'support.given', 'support.announced', 'support.approved', 'support.allocated', 'support.delivered', 'support.contracted', 'support.cancelled', 'support.suspended', 'support.part', 'support.total', 'support.aid']
/** The words that close a name of goods to the left, and those that end one to the right. */
const closing = onReading((reading) => cuesOf(reading, closed)), ending = onReading((reading) => cuesOf(reading, [...closed, 'frames.negation', 'frames.breaks', 'frames.relative']))

const isNumber = (reading: Reading, word: string) => /^\d/.test(word) || Object.hasOwn(reading.language.numbers.cardinals, word)

/** "five demining machines", "15 tys. rekrutów": the number right before goods that the goods finder does not know; an "18-month course" is one. */
export function numberBefore(reading: Reading, at: Span): number | null {
  const scaled = countsIn(reading).find((c) => (c.number.scale >= 1000 || c.number.value >= 1000) && c.end <= at.start && /^\.?[ \u00a0]?$/.test(reading.text.slice(c.end - reading.start, at.start - reading.start)))
  if (scaled && Number.isInteger(scaled.number.value) && !reading.dates.some((d) => overlaps(d, scaled))) return scaled.number.value
  const i = reading.words.findIndex((w) => w.start === at.start), word = i > 0 ? reading.words[i - 1]!.lower : ''
  if (reading.language.code === 'en' && (word === 'a' || word === 'an') && isOne(reading.text.slice(at.start - reading.start, at.end - reading.start))) return 1
  if (reading.text[at.start - 1 - reading.start] === '-') return null
  return /^\d{1,3}$/.test(word) ? Number(word) : Object.hasOwn(reading.language.numbers.cardinals, word) ? countTo(reading, reading.words[i - 1]!)?.value ?? null : null
}

/** The whole number whose last word this is: "двадцять шість", "9,000". */
function countTo(reading: Reading, word: Span): { readonly value: number; readonly start: number } | null {
  const count = countsIn(reading).find((c) => c.start <= word.start && c.end === word.end)
  return count && Number.isInteger(count.number.value) && count.number.value < 1e7 ? { value: count.number.value, start: count.start } : null
}

/** "A field hospital": one of them; a course or a supply is no count. */
const isOne = (name: string): boolean => !/^(?:course|training)\b|(?:s|for|of|training|supply|aid|defen[cs]e|ammunition|artillery|equipment|technology)$/i.test(name)

/** The noun with up to three words of description before it. */
function widened(reading: Reading, cue: { from: number; to: number; start: number; end: number }, span: Span): Span {
  let from = cue.from
  const stops = closing(reading)
  while (from > 0 && cue.from - from < 3) {
    const word = reading.words[from - 1]!, gapText = reading.text.slice(word.end - reading.start, reading.words[from]!.start - reading.start)
    if (word.start < span.start || /[,;:.()"“”«»„—–]/.test(gapText) || isNumber(reading, word.lower)) break
    if (stops.some((c) => c.from <= from - 1 && c.to >= from - 1 && inside(c, span)) || reading.amounts.some((a) => overlaps(a, word)) || reading.mentions.some((m) => overlaps(m, word))) break
    from--
  }
  return { start: reading.words[from]!.start, end: cue.end }
}

const leading = onReading((reading) => cuesOf(reading, ['support.list', 'support.reduced', 'support.giving', 'support.given', 'support.announced', 'support.allocated', 'support.contracted', 'support.cancelled', 'support.delivered', 'support.suspended', 'frames.to']))
/** Does a list word, a verb of giving or a neighbour in the list lead to these goods? */
function led(reading: Reading, at: Span, span: Span, before: readonly ItemAt[]): boolean {
  if (leading(reading).some((c) => c.end <= at.start && at.start - c.end <= 28 && inside(c, span))) return true
  if (before.some((b) => gap(b, at) <= 30 && b.end <= at.start && joined(reading, b, at))) return true
  const since = /[:—–]([^:—–]*)$/.exec(reading.text.slice(Math.max(0, at.start - reading.start - 14), at.start - reading.start))?.[1]
  return since !== undefined && !/\s/.test(since.trim())
}

const joined = (reading: Reading, a: Span, b: Span) => {
  const text = between(reading, a, b)
  return /[,;]/.test(text) || cuesOf(reading, 'frames.and').some((c) => c.start >= a.end && c.end <= b.start)
}

import { loadData, unpack } from '../data.ts'
import type { LanguageCode } from '../../core/document.ts'
import { once } from '../../core/once.ts'
import type { Token, Upos } from '../analysis.ts'
import { charClass, classes } from './characters.ts'
import { formOf, trait, type Form } from './forms.ts'

/** Parts of speech for the tokens of a block, one for each. */
export type Tagger = (tokens: readonly Token[]) => readonly Upos[]

const taggers: Partial<Record<LanguageCode, () => Tagger>> = { en: once(() => makeTagger(loadData<TaggerData>('tagger-en.json'))) }

/** The tagger of a language, or null where word tables must do. Loads its weights on first use. */
export const taggerOf = (language: LanguageCode): Tagger | null => taggers[language]?.() ?? null

export const tags: readonly Upos[] = ['ADJ', 'ADP', 'ADV', 'AUX', 'CCONJ', 'DET', 'INTJ', 'NOUN', 'NUM', 'PART', 'PRON', 'PROPN', 'PUNCT', 'SCONJ', 'SYM', 'VERB', 'X']

/** Weights by feature: a letter for each tag (a is the first of `tags`) and its weight, as in "h25l-4". */
export interface TaggerData { readonly weights: Readonly<Record<string, string>> }

/** Sums of weights, one for each tag. */
type Scores = Int16Array
/** The same with two tags to a number, so that both are added at once: the even one in its low half, the odd one in its high half. */
type Pairs = Int32Array
/**
 * What a word adds to the scores of its own place (inside a sentence and where one opens) and of its neighbours: a row of scores
 * for each, end to end, and behind them a bit for each companion by its spot, since most neighbours are none.
 */
interface Vectors { readonly rows: Pairs; /** The bit that stands for the word among the companions of others. */ readonly spot: number; /** By the word behind it, for its own place. */ readonly followed: Companions; /** By the word before it. */ readonly led: Companions }
type Companions = ReadonlyMap<string, Pairs>
/** Neighbours by the word they are for: the features as they are written. */
type Neighbours = ReadonlyMap<string, readonly string[]>

const T = tags.length, P = Math.ceil(T / 2), row = { own: 0, opening: P, before: 2 * P, after: 3 * P, twoBefore: 4 * P, twoAfter: 5 * P, ledBits: 6 * P, followedBits: 6 * P + 8 } as const, rowsLength = 6 * P + 16
const none = T, noun = tags.indexOf('NOUN'), properNoun = tags.indexOf('PROPN'), unlikely = 60
/** Classes of words that take no new members. */
const closed = (['ADP', 'AUX', 'CCONJ', 'DET', 'PART', 'PRON', 'SCONJ', 'PUNCT', 'SYM', 'INTJ', 'X'] as const).map((tag) => tags.indexOf(tag))

/**
 * A greedy linear tagger. Most of its features are those of one word (the word, its ends, its shape, for its own place or
 * for that of a neighbour), so that all that a word says is summed once and kept with the word; the others are pairs of
 * neighbours and the two tags before.
 */
export function makeTagger({ weights }: TaggerData): Tagger {
  const read = (feature: string): Scores | undefined => (Object.hasOwn(weights, feature) ? scoresOf(weights[feature]!) : undefined)
  const sum = (features: readonly string[]): Scores => {
    const out = new Int16Array(T)
    for (const feature of features) { const scores = read(feature); if (scores) for (let t = 0; t < out.length; t++) out[t]! += scores[t]! }
    return out
  }
  const followed = new Map<string, string[]>(), led = new Map<string, string[]>()
  for (const feature in weights) if (feature[1] === ' ') { if (feature[0] === 'R') addPair(followed, feature); else if (feature[0] === 'L') addPair(led, feature) }
  const companions = (neighbours: Neighbours, { lower }: Form): Companions => {
    const features = neighbours.get(lower)
    return features ? new Map(features.map((f) => [f.slice(lower.length + 3), paired(scoresOf(weights[f]!))] as const)) : alone
  }
  /** What shapes rule out: a word in small letters is hardly a name but its noun, and one never met in training is no small word. */
  const placed = (form: Form, opening: boolean): Scores => {
    const out = sum(ownFeatures(form, opening)), shape = shapeOf(form.text)
    if (shape === 'l') { out[noun] = Math.max(out[noun]!, out[properNoun]!); out[properNoun]! -= unlikely }
    if (/\p{L}/u.test(form.text) && !Object.hasOwn(weights, `w ${form.lower}`)) for (const tag of closed) out[tag]! -= 10 * unlikely
    return out
  }
  const vectors = trait((form): Vectors => {
    const rows = new Int32Array(rowsLength), ledBy = companions(led, form), followedBy = companions(followed, form)
    rows.set(paired(placed(form, false), noTag), row.own); rows.set(paired(placed(form, true), noTag), row.opening)
    rows.set(paired(sum(nearFeatures('P', form))), row.before); rows.set(paired(sum(nearFeatures('N', form))), row.after)
    rows.set(paired(sum([`Q ${form.lower}`])), row.twoBefore); rows.set(paired(sum([`M ${form.lower}`])), row.twoAfter)
    for (const word of ledBy.keys()) setBit(rows, row.ledBits, spotOf(word))
    for (const word of followedBy.keys()) setBit(rows, row.followedBits, spotOf(word))
    return { rows, spot: spotOf(form.lower), followed: followedBy, led: ledBy }
  })
  /** What stands before the first word and behind the last. */
  const edge = new Int32Array(rowsLength)
  edge.set(paired(sum(['P'])), row.before); edge.set(paired(sum(['N'])), row.after); edge.set(paired(sum(['Q'])), row.twoBefore); edge.set(paired(sum(['M'])), row.twoAfter)
  const history: Pairs[] = []
  for (let last = 0; last <= none; last++) for (let first = 0; first <= none; first++) history.push(paired(sum(tagFeatures(tags[last], tags[first]))))

  return (tokens) => {
    const out: Upos[] = [], n = tokens.length, all = tokens.map((t) => vectors(t.form))
    let last = none, first = none
    for (let i = 0; i < n; i++) {
      const here = all[i]!, own = here.rows, from = opens(tokens, i) ? row.opening : row.own
      const a = i > 0 ? all[i - 1]!.rows : edge, b = i + 1 < n ? all[i + 1]!.rows : edge, c = i > 1 ? all[i - 2]!.rows : edge, d = i + 2 < n ? all[i + 2]!.rows : edge
      const e = history[last * (none + 1) + first]!, f = (i > 0 && hasBit(own, row.ledBits, all[i - 1]!.spot) && here.led.get(tokens[i - 1]!.lower)) || nothing, g = (i + 1 < n && hasBit(own, row.followedBits, all[i + 1]!.spot) && here.followed.get(tokens[i + 1]!.lower)) || nothing
      let best = 0, most = -Infinity
      for (let p = 0; p < P; p++) {
        const both = own[from + p]! + a[row.before + p]! + b[row.after + p]! + c[row.twoBefore + p]! + d[row.twoAfter + p]! + e[p]! + f[p]! + g[p]!, even = (both << 16) >> 16, odd = (both - even) >> 16
        if (even > most) { most = even; best = 2 * p }
        if (odd > most) { most = odd; best = 2 * p + 1 }
      }
      out.push(tags[best]!)
      first = last; last = best
    }
    return out
  }
}

/** One of 256 places, by the letters of a word. */
function spotOf(word: string): number {
  let hash = word.length
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x9e3779b1)
  return hash >>> 24
}
const setBit = (rows: Pairs, from: number, spot: number): void => { rows[from + (spot >> 5)]! |= 1 << (spot & 31) }
const hasBit = (rows: Pairs, from: number, spot: number): boolean => ((rows[from + (spot >> 5)]! >>> (spot & 31)) & 1) === 1

const alone: Companions = new Map(), nothing: Pairs = new Int32Array(P)
/** Tags are odd in number: what keeps the place behind the last one from winning. */
const noTag = -0x2000
function paired(scores: Scores, last = 0): Pairs {
  const out = new Int32Array(P)
  for (let p = 0; p < P; p++) out[p] = scores[2 * p]! + 0x10000 * (scores[2 * p + 1] ?? last)
  return out
}
/** Puts a pair of neighbours, "R word companion", to those of its word; what it says is worked out when the word is met. */
function addPair(to: Map<string, string[]>, feature: string): void {
  const behind = feature.indexOf(' ', 2)
  if (behind < 0) return
  const word = feature.slice(2, behind), known = to.get(word)
  if (known) known.push(feature)
  else to.set(word, [feature])
}

function scoresOf(row: string): Scores {
  const out = new Int16Array(T)
  unpack(row, out, 0)
  return out
}

const openers = new Set('"“”.:!?')
/** A capital says little at the start of a sentence and behind a quotation mark, a colon or a stop. */
export const opens = (tokens: readonly { readonly text: string }[], at: number): boolean => at === 0 || openers.has(tokens[at - 1]!.text)

/** The features of a word in its own place. */
export function ownFeatures({ text, lower }: Form, opening: boolean): string[] {
  const shape = shapeOf(text) + (opening ? '1' : '0'), end = (n: number) => lower.slice(-n)
  return ['b', `w ${lower}`, `c ${text}${opening ? '1' : '0'}`, `h ${shape}`, `g ${shape}${end(2)}`, `1 ${end(1)}`, `2 ${end(2)}`, `3 ${end(3)}`, `4 ${end(4)}`, `p ${lower.slice(0, 2)}`, `q ${lower.slice(0, 3)}`, lower.includes('-') ? `y ${end(4)}` : 'y']
}

/** The features of a word as the one before (P) or after (N) another. */
export const nearFeatures = (place: 'P' | 'N', { text, lower }: Form): string[] => [`${place} ${lower}`, `${place}s ${lower.slice(-3)}`, `${place}h ${shapeOf(text)}`]

/** d: begins with a digit; p: no letters; A: capitals only; C: a capital first; m: a digit inside; l: small letters. */
function shapeOf(text: string): string {
  const kind = classes(), all = [...text].map((c) => kind[c.charCodeAt(0)]!), { letter, capital, digit, mark } = charClass
  if (all[0] === digit) return 'd'
  if (!all.some((k) => k === letter || k === capital || k === digit || k === mark)) return 'p'
  if (all.length > 1 && all.every((k) => k === capital)) return 'A'
  return all[0] === capital ? 'C' : all.includes(digit) ? 'm' : 'l'
}

/** The features of a place that its words give, whatever the tags before. */
export function wordFeatures(words: readonly string[], at: number): string[] {
  const form = (k: number) => (words[k] === undefined ? undefined : formOf(words[k]!))
  const near = (place: 'P' | 'N', k: number) => { const f = form(k); return f ? nearFeatures(place, f) : [place] }
  const far = (place: 'Q' | 'M', k: number) => { const f = form(k); return f ? `${place} ${f.lower}` : place }
  const pair = (place: 'L' | 'R', k: number) => { const f = form(k); return f ? [`${place} ${form(at)!.lower} ${f.lower}`] : [] }
  return [...ownFeatures(form(at)!, opens(words.map((text) => ({ text })), at)), ...near('P', at - 1), ...near('N', at + 1), far('Q', at - 2), far('M', at + 2), ...pair('L', at - 1), ...pair('R', at + 1)]
}

/** The features that the two tags before give: the last one, and both. */
export const tagFeatures = (last: Upos | undefined, first: Upos | undefined): readonly [string, string] => [`T ${last ?? '-'}`, `T ${last ?? '-'} ${first ?? '-'}`]

import { bounds } from '../../core/dates.ts'
import type { Span } from '../../core/evidence.ts'
import type { Analysis } from '../analysis.ts'
import { cuesOf, hasCue, inside, overlaps, trim, type Reading } from '../frames/frames.ts'
import { sharesIn } from '../frames/plans.ts'
import { stateWords } from '../names/atlas.ts'
import { triggerIn } from './learned.ts'
import { joined, sign, signOf, signWeightsOf, type Sign } from './signs.ts'
import { stepsOf } from './steps.ts'

/** A stretch of a sentence between two marks or joints, and what parts it from the one before. */
export interface Stretch extends Span { readonly mark: Mark }
type Mark = 'start' | 'comma' | 'semicolon' | 'colon' | 'dash' | 'quote' | 'bracket' | 'and' | 'that'

const marks: Readonly<Record<string, Mark>> = { ',': 'comma', ';': 'semicolon', ':': 'colon', '–': 'dash', '—': 'dash', '-': 'dash', '(': 'bracket', ')': 'bracket' }

/** The stretches of a sentence: parted at its marks, before "and" and behind "that". Together they cover it. */
export function stretchesOf(analysis: Analysis, reading: Reading): Stretch[] {
  const cuts = new Map<number, Mark>()
  for (const m of reading.text.matchAll(/[,;:](?=\s)|\s[–—-]{1,2}\s|[()]|[«»“”„"]/g)) cuts.set(reading.start + m.index + m[0].length, marks[m[0].trim()[0]!] ?? 'quote')
  for (const cue of cuesOf(reading, 'frames.and')) if (!cuts.has(cue.start - 1) && !cuts.has(cue.start)) cuts.set(cue.start, 'and')
  for (const cue of cuesOf(reading, 'lessons.that')) if (cue.end < reading.end && /\p{L}{2}/u.test(reading.text.slice(cue.start - reading.start, cue.end - reading.start))) cuts.set(cue.end, 'that')
  const edges: (readonly [number, Mark])[] = [[reading.start, 'start'], ...[...cuts].sort((a, b) => a[0] - b[0])]
  const out: Stretch[] = []
  edges.forEach(([start, mark], i) => {
    const s = { ...trim(reading, { start, end: edges[i + 1]?.[0] ?? reading.end }), mark }, previous = out.at(-1)
    if (!/[\p{L}\p{N}]/u.test(reading.text.slice(s.start - reading.start, s.end - reading.start))) return
    // "Slovakia, Romania and Hungary": names in a row belong together.
    if (previous && (mark === 'comma' || mark === 'and') && isName(analysis, reading, s)) out[out.length - 1] = { ...previous, end: s.end }
    else out.push(s)
  })
  return out
}

/** Is a stretch no more than the name of a state or body, with a joint before it? */
const isName = (analysis: Analysis, reading: Reading, s: Span): boolean => {
  const named = [...stateWords(analysis, reading), ...reading.mentions.filter((m) => m.mention.type !== 'person')].find((x) => inside(x, s))
  return named !== undefined && s.end - named.end < 2 && named.start - s.start < 5
}

const bias = sign('bias'), before = sign('before'), at = sign('at'), behind = sign('behind'), last = sign('last'), first = sign('first'), next = sign('next'), both = sign('both'), length = sign('length'), has = sign('has'), opens = sign('opens'), word = sign('word'), word2 = sign('word2'), ends = sign('ends'), content = sign('content'), outside = sign('outside'), aside = sign('aside')
/** Words that open a clause of contrast, cause, result or comment beside the plan. */
const asides = /^(?:which|who|whose|because|since|while|whereas|although|though|so|but|yet|not|nor|as|after|when|up from|down from|compared with|says?|said|according to|während|weil|da|obwohl|wobei|wovon|wozu|was|womit|sodass|so dass|aber|doch|jedoch|nicht|nachdem|als|wie|heißt|sagte?|laut|ce qui|ce que|ce dont|tandis qu\p{L}*|alors qu\p{L}*|parce qu\p{L}*|car|dont|mais|quand|après|contre|selon|comme|soit|a-t-(?:il|elle)|mentre|perché|poiché|il che|cosa che|di cui|dei quali|ma|quando|dopo|contro|secondo|come|così|podczas gdy|ponieważ|gdyż|bo|choć|chociaż|czego|z czego|co|ale|lecz|gdy|kiedy|po|wobec|według|jak|więc|тоді як|в той час як|тому що|бо|адже|оскільки|хоча|хоч|що|з яких|але|проте|однак|коли|після|проти|за словами|як|тож|отже|йдеться|ідеться|каже|сказав|сказала)(?!\p{L})/iu

const numerals = ['0', '1', '2', '3', '4', '5'].map(sign)
const contents: readonly (readonly [Sign, (analysis: Analysis, reading: Reading, s: Span) => boolean])[] = [
  [sign('date ahead'), (a, r, s) => r.dates.some((d) => inside(d, s) && (!a.document.published || bounds(d.value.edtf)[1] >= bounds(a.document.published.edtf)[0]))],
  [sign('date past'), (a, r, s) => r.dates.some((d) => inside(d, s) && a.document.published !== null && bounds(d.value.edtf)[1] < bounds(a.document.published.edtf)[0])],
  [sign('share'), (_, r, s) => sharesIn(r).some((x) => inside(x, s))],
  [sign('sum'), (_, r, s) => r.amounts.some((x) => inside(x, s))],
  [sign('person'), (_, r, s) => r.mentions.some((m) => m.mention.type === 'person' && inside(m, s))],
  [sign('body'), (_, r, s) => r.mentions.some((m) => m.mention.type !== 'person' && inside(m, s))],
  [sign('state'), (a, r, s) => stateWords(a, r).some((w) => inside(w, s))],
  [sign('speech'), (_, r, s) => r.speech !== null && r.speech.evidence.some((e) => overlaps(e, s)) && !r.speech.content.some((c) => overlaps(c, s))],
]
const tables = ['frames.future', 'planning.aim', 'planning.units', 'planning.raise', 'planning.spending', 'planning.defence', 'planning.align', 'planning.plans', 'planning.capability', 'planning.readiness', 'planning.share', 'planning.forces', 'frames.self', 'frames.negation', 'frames.doubt', 'support.asking'].map((t) => [t, sign(t)] as const)
const openers = ['frames.relative', 'frames.breaks', 'frames.and', 'lessons.that', 'frames.therefore', 'frames.group', 'frames.anaphor', 'frames.future', 'planning.aim'].map((t) => [t, sign(t)] as const)

/** What tells whether a stretch belongs to the words of a plan whose core stands in another (or this) stretch. */
export function stretchSigns(analysis: Analysis, reading: Reading, all: readonly Stretch[], i: number, core: number): Sign[] {
  const s = all[i]!, out: Sign[] = [], side = i < core ? before : i > core ? behind : at, mark = sign(s.mark), far = numerals[Math.min(3, Math.abs(i - core))]!
  const n = reading.words.filter((w) => inside(w, s)), size = numerals[n.length < 2 ? 0 : n.length < 4 ? 1 : n.length < 7 ? 2 : n.length < 12 ? 3 : 4]!, nextMark = all[i + 1] ? sign(all[i + 1]!.mark) : last
  const add = (x: Sign) => { out.push(x, joined(side, x), joined(side, mark, x), joined(side, far, x)) }
  out.push(bias, side, joined(side, far))
  add(mark); add(joined(next, nextMark)); add(joined(length, size)); add(i === 0 ? first : i === all.length - 1 ? last : both)
  if (i < core) for (let k = i + 1; k <= core; k++) out.push(joined(sign('between'), sign(all[k]!.mark)))
  for (const [is, test] of contents) if (test(analysis, reading, s)) add(joined(has, is))
  for (const [table, is] of tables) if (hasCue(reading, table, s)) add(joined(has, is))
  for (const [table, is] of openers) if (n[0] && cuesOf(reading, table, s).some((c) => c.start <= n[0]!.start + 1)) add(joined(opens, is))
  if (asides.test(reading.text.slice(s.start - reading.start, s.start - reading.start + 24))) add(joined(opens, aside))
  if (n[0]) add(joined(word, signOf(n[0].lower)))
  if (n[1]) out.push(joined(side, word2, signOf(n[0]!.lower), signOf(n[1].lower)))
  if (n.length > 0) add(joined(ends, signOf(n.at(-1)!.lower)))
  const said = reading.speech ? reading.speech.content.some((c) => overlaps(c, s)) ? content : outside : 0
  if (said !== 0) { add(said); out.push(joined(said, reading.speech!.form === 'direct' ? sign('direct') : sign('indirect'), side)) }
  return out
}

const weightsOf = signWeightsOf('choosers-learned.json', ['stretch'])

/** The place of the stretch with the core of a plan: where its target begins, else the word that speaks most for a plan. */
export function coreAt(analysis: Analysis, reading: Reading, all: readonly Stretch[], target: Span | null): number {
  const core = target ?? stepsOf(analysis, reading)[triggerIn(analysis, reading, 'planning')] ?? reading
  return Math.max(0, all.findIndex((s) => s.end > core.start))
}

/**
 * The words of a plan: the stretch with its core and those beside it that likely belong to it.
 * @example stretched(analysis, reading, target) // "Latvia will field a brigade by 2027", of "…, which pleased the mayor"
 */
export function stretched(analysis: Analysis, reading: Reading, target: Span | null): Span {
  const weights = weightsOf('stretch'), all = stretchesOf(analysis, reading)
  if (all.length < 2) return trim(reading, reading)
  const c = coreAt(analysis, reading, all, target)
  const odds = all.map((_, i) => weights.oddsOf(stretchSigns(analysis, reading, all, i, c)))
  let from = c, to = c, sum = 0, most = 0
  for (let i = c - 1; i >= 0; i--) { sum += odds[i]!; if (sum > most) { most = sum; from = i } }
  sum = most = 0
  for (let i = c + 1; i < all.length; i++) { sum += odds[i]!; if (sum > most) { most = sum; to = i } }
  return { start: all[from]!.start, end: all[to]!.end }
}

import { hasFinite } from './english-contents.ts'
import { isRole } from '../names/name-words.ts'
import type { Run } from './runs.ts'
import type { Attribution, Scene } from './scene.ts'
import { phraseAt } from './speech-words.ts'

/** "As", before a source that is set off by marks. */
const as = new Set(['as', 'wie', 'jak', 'як', 'come', 'comme'])

/**
 * A source between two commas or dashes inside its clause: what was said stands before and behind it, from the semicolon or
 * colon before. @example 'Rain is on its way; the boats are, by her account, all afloat.' // "the boats are", "all afloat"
 */
export function aroundInsertion(scene: Scene, a: Attribution, end: number, done: number): readonly Run[] | null {
  if (a.leaning || a.passive) return null
  const open = as.has(scene.lower(a.from - 1)) ? a.from - 2 : a.from - 1
  if (open < 1 || !scene.outside(open) || !isPause(scene, open) || !scene.outside(open - 1)) return null
  const close = closing(scene, a, open, end)
  if (close < 0) return null
  const begin = clauseStart(scene, done, open), right = behind(scene, a, close + 1, end)
  if (begin === open || !right) return null
  const last = scene.lower(open - 1)
  if (wholeQuote(scene, right) && (hangs(last) || scene.speech.that.has(last) || scene.speech.and.has(last))) return [right]
  if (scene.speech.and.has(last) || opensOnly(scene, begin, open)) return [right]
  if (hangs(last)) return [upToComma(scene, right)]
  const left = { from: begin, to: open }
  return fits(scene, a, left, right) ? [left, right] : null
}

const isPause = (scene: Scene, i: number): boolean => scene.text(i) === ',' || scene.isDash(i)

/** Nothing but "however", "at the same time". */
function opensOnly(scene: Scene, from: number, to: number): boolean {
  const words = scene.tokens.slice(from, to).map((t) => t.lower)
  return words.every((w, k) => scene.tokens[from + k]!.pos === 'ADV' || scene.speech.adverbs.has(w)) || scene.speech.adverbs.has(words.join(' ')) || phraseAt(scene.speech.opening, scene.tokens, from) === to - from
}

/** The mark of the same kind that closes the insertion: right behind the source, or behind an object or place of it. */
function closing(scene: Scene, a: Attribution, open: number, end: number): number {
  const same = (i: number) => (scene.isDash(open) ? scene.isDash(i) : scene.text(i) === ',') && scene.outside(i)
  if (!a.inverted && a.kind === 'verb' && scene.tokens.slice(a.from, a.cue).some((t) => scene.speech.that.has(t.lower) && t.pos === null)) return -1
  if (same(a.to)) return a.to
  const { lower } = scene.tokens[a.to] ?? { lower: '' }
  // "A third boat, he told reporters in Oslo, was …": to whom.
  if (a.kind === 'verb' && !a.inverted && !(scene.preposition(a.to) && !a.verb!.object) && !(a.verb!.lemma === 'tell' && !hasFinite(scene, a.to, Math.min(end, a.to + 3)))) return -1
  if (a.kind === 'verb' && scene.speech.that.has(lower)) return -1
  for (let i = a.to; i < end && i < a.to + 10; i++) {
    if (same(i)) return i
    if (!scene.outside(i) || scene.isBreak(i) && !scene.isDash(i) || scene.speech.that.has(scene.lower(i))) return -1
  }
  return -1
}

/** Where the clause of the insertion begins: behind the semicolon, colon or stop before it, or where the content before ended. */
function clauseStart(scene: Scene, done: number, open: number): number {
  let i = open
  while (i > done && !(scene.outside(i - 1) && (/^[;:.!?…]$/.test(scene.text(i - 1)) || (contrasts.has(scene.lower(i)) || i > done + 3 && open - i > 1 && slavicAnd(scene, i)) && scene.text(i - 1) === ','))) i--
  while (i < open && (scene.isBreak(i) && scene.outside(i) || scene.speech.coordinators.has(scene.lower(i)))) i++
  return i
}

/** ", whereas": behind the comma begins what is told of somebody else. */
/** In Polish and Ukrainian a comma before "and" parts two clauses. */
const slavicAnd = (scene: Scene, i: number): boolean => scene.analysis.language.names.cases.length > 0 && /^(?:i|a|ale|lecz|і|й|та|а|але|проте)$/u.test(scene.lower(i))
const contrasts = new Set(['whereas', 'while', 'während', 'wohingegen', 'tandis', 'mentre', 'podczas', 'natomiast', 'тоді', 'натомість'])

/** The words behind the insertion, without what still tells of the speaker: "…, once head of the port, …". */
function behind(scene: Scene, a: Attribution, from: number, end: number): Run | null {
  let at = from
  const named = (a.inverted || a.kind === 'phrase') && a.to === from - 1 && scene.mentionOver(a.to - 1) !== undefined
  if (named) for (let comma = nextComma(scene, at, end); comma < end && describes(scene, at, comma); comma = nextComma(scene, at, end)) at = comma + 1
  let to = end
  while (to > at && scene.isBreak(to - 1) && scene.outside(to - 1)) to--
  while (at < to && scene.isBreak(at) && scene.outside(at)) at++
  return (to - at >= 2 || to > at && scene.tokens[at]!.pos === null && /^\p{Ll}/u.test(scene.text(at))) && !(named && describes(scene, at, to)) ? { from: at, to } : null
}
function nextComma(scene: Scene, from: number, end: number): number {
  let i = from
  while (i < end && !(scene.text(i) === ',' && scene.outside(i))) i++
  return i
}

/** Behind a source and its apposition: "according to Lund, head of the port, …". */
export function afterApposition(scene: Scene, comma: number, end: number): number {
  const next = nextComma(scene, comma + 1, end)
  return next < end - 2 && next > comma + 1 && (describes(scene, comma + 1, next) || participleAt(scene, comma + 1, next)) ? next : comma
}

/** ", adopted in June,": a few words of a participle alone. */
function participleAt(scene: Scene, from: number, to: number): boolean {
  const { pos, lower } = scene.tokens[from]!, rest = scene.tokens.slice(from + 1, to), endings = participles[scene.analysis.language.code]
  return to - from < 9 && to - from > 1 && endings !== undefined && endings.test(lower) && (pos === null ? scene.preposition(from + 1) || scene.names.determiners.has(scene.lower(from + 1)) : pos === 'VERB' && !rest.some((t) => t.pos === 'VERB' || t.pos === 'AUX'))
}
const participles: Readonly<Record<string, RegExp>> = { en: /(?:ed|en|wn|seen|put|set|held)$/, fr: /(?:ée?s?|ue?s?|ise?s?|ite?s?)$/, it: /(?:at|it|ut|s|tt|st)[oaie]$/, pl: /(?:[nt]y|[nt]a|[nt]e|nego|nej|tego|tej)$/, uk: /(?:[нт]ий|[нт]а|[нт]е|ного|ної|тої)$/u }

/** An apposition: an office or trade near its beginning and no other clause of its own. */
function describes(scene: Scene, from: number, to: number): boolean {
  if (to - from > 14 || scene.tokens.slice(from, to).some((_, k) => !scene.outside(from + k) || /^[;:]$/.test(scene.text(from + k)))) return false
  if (scene.tokens[from]!.pos !== null) return !hasFinite(scene, from, to) && !scene.tokens.slice(from, to).some((t) => t.pos === 'VERB' || t.pos === 'AUX')
  for (let i = from; i < Math.min(to, from + 4); i++) if (isRole(scene.names, scene.tokens[i]) || scene.names.groups.has(scene.lower(i))) return i === from || i < from + 3 || to - from < 6
  return false
}

const relatives = /^(?:where|which|whom|whose|who|der|die|das|dem|den|dessen|deren|qui|dont|lequel|laquelle|lesquels|duquel|où|cui|quale|quali|który\p{L}*|któr\p{L}{1,3}|яки\p{L}|яка|яке|які|як(?:ого|ої|ому|ій|им|ою|их|ими))$/u
const hangs = (word: string): boolean => relatives.test(word)

/** Nothing but one quotation. */
const wholeQuote = (scene: Scene, { from, to }: Run): boolean => scene.isMark(from) && scene.tokens.slice(from, to).every((_, k) => !scene.outside(from + k) || scene.isBreak(from + k))

function upToComma(scene: Scene, { from, to }: Run): Run { const comma = nextComma(scene, from, to); return comma - from >= 2 ? { from, to: comma } : { from, to } }

/** Words that open what goes on at the same time: behind a whole clause they tell of the speaker. */
const meanwhile = /^(?:as|though|although|while|when|after|before|during|who|which|whose|während|als|nachdem|bevor|wobei|wo|die|der|das|tandis|avant|après|lors|qui|alors|mentre|prima|dopo|che|gdy|kiedy|po|podczas|który|która|коли|після|під|який|яка|що)$/

const given = /^(?:provided|given|assuming|depending|including|excluding)$/

/** Do the two halves make one clause? A short half has no verb of its own; a long one must not be followed by what the reporter adds. */
function fits(scene: Scene, a: Attribution, left: Run, right: Run): boolean {
  const english = scene.tokens[0]!.pos !== null, first = scene.tokens[right.from]!
  if (english) {
    const whole = hasFinite(scene, left.from, left.to)
    if (!whole) return left.to - left.from < 14 || a.inverted
    return !(first.pos === 'VERB' && /(?:ing|ed)$/.test(first.lower) && !given.test(first.lower)) && !meanwhile.test(first.lower) && first.pos !== 'ADP' && (a.kind === 'phrase' || hasFinite(scene, right.from, right.to) || scene.isMark(right.from))
  }
  const short = left.to - left.from <= 7
  return short || a.kind === 'phrase' || scene.isDash(left.to) && !meanwhile.test(first.lower)
}

import type { Span } from '../../core/evidence.ts'
import { cuesOf, inside, onReading, overlaps, type Reading } from './frames.ts'
import { speechTable } from '../speech/speech-words.ts'

/** Words put between a noun and its verb: the comma before them is behind `head`, the one behind them before the verb. */
export interface Aside extends Span { readonly head: number }

const acts = ['support.announced', 'support.approved', 'support.allocated', 'support.contracted', 'support.delivered', 'support.reduced', 'support.suspended', 'support.cancelled', 'support.signalled', 'support.giving', 'support.given', 'support.receiving', 'frames.future', 'projects.proposed', 'projects.agreed', 'projects.building', 'projects.ended', 'planning.asked', 'support.contents', 'support.worth']

/**
 * Relative clauses, and what somebody is said to have said ("as he let it be known"), that stand between a noun and its verb, closed by a comma with the verb right behind it.
 * @example // "Norway, which had doubled its aid in May, will send 12 boats": "which had doubled its aid in May"
 */
export const asidesOf = onReading((reading): readonly Aside[] => (reading.byTable.has('frames.aside') ? findAsides(reading) : []))

function findAsides(reading: Reading): Aside[] {
  const out: Aside[] = [], { text, start, words } = reading
  for (const cue of cuesOf(reading, 'frames.aside')) {
    if (out.some((o) => overlaps(o, cue)) || cue.from === 0 || words[cue.to + 1]?.lower === 'well') continue
    // "…, which", "…, in which", "…, de laquelle".
    const first = /,\s+(?:\p{L}{1,5}\s+)?$/u.exec(text.slice(Math.max(0, cue.start - start - 9), cue.start - start))
    if (!first) continue
    const comma = cue.start - first[0].length
    for (let i = cue.to + 2; i < words.length; i++) {
      if (!/^,\s+$/.test(text.slice(words[i - 1]!.end - start, words[i]!.start - start)) || !isVerb(reading, i)) continue
      out.push({ start: comma + first[0].search(/\p{L}|$/u), end: words[i - 1]!.end, head: comma })
      break
    }
  }
  return out
}

/** Endings of finite verbs, which no table knows whole: the past of Slavic ones, the future of Romance ones. */
const endings: Readonly<Record<string, RegExp>> = { fr: /\p{L}{2}(?:era|ira|dra|eront|iront|dront)$/u, it: /\p{L}{2}(?:[ei]rà|rranno|[eiv]ranno|drà)$/u, pl: /\p{L}{2}(?:ł|ła|ło|li|ły)$/u, uk: /\p{L}{2}(?:ла|ло|ли|ють|ять)(?:ся)?$/u }

/** Participles, which open a stretch of their own and are no verb of the noun before. */
const participles: Readonly<Record<string, RegExp>> = { fr: /(?:é|ée|és|ées)$/u, it: /[aiu]t[oaie]$/u, pl: /[nt](?:y|a|e|ych|ego|ej|ą)$/u, uk: /[нт](?:ий|а|е|і|их|ого|ої|у)$/u }

/** Does a finite verb stand here, or right behind an adverb? */
function isVerb(reading: Reading, i: number): boolean {
  const speech = speechTable(reading.language)
  for (let at = i; at < Math.min(reading.words.length, i + 2); at++) {
    const word = reading.words[at]!, token = reading.sentence.tokens.find((t) => t.start === word.start)
    if (token?.pos) { if (token.pos === 'AUX' || token.pos === 'VERB' && !token.lower.endsWith('ing') || token.pos === 'PART' && token.lower === 'to') return true }
    else if (speech.auxiliaries.has(word.lower) || speech.verbs.has(word.lower) || endings[reading.language.code]?.test(word.lower) || !participles[reading.language.code]?.test(word.lower) && cuesOf(reading, acts).some((c) => c.from === at)) return true
    if (!speech.adverbs.has(word.lower) && !speech.negations.has(word.lower) && word.lower !== 'n') return false
  }
  return false
}

/** Does a span stand in an aside that another one is no part of? What is told by the way says nothing of the rest. */
export const byTheWay = (reading: Reading, span: Span, of: Span): boolean => asidesOf(reading).some((x) => inside(span, x) && !inside(of, x))

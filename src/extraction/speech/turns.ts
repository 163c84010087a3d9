import type { Analysis, MentionAt, Token } from '../analysis.ts'
import { onAnalysis } from '../kept.ts'
import { speechTable } from './speech-words.ts'

/**
 * A stretch of text that is read as one sentence where speech is concerned: sentences whose border lies inside a
 * quotation are joined, so that "“A. B,” she said." is one turn.
 */
export interface Turn {
  readonly block: number
  /** First sentence, and the one after the last. */
  readonly from: number
  readonly to: number
  readonly tokens: readonly Token[]
  /** For each token the quotation it stands in; -1 outside, -2 for the marks themselves. */
  readonly quote: readonly number[]
  /** For each token the mention that covers it, by index in `mentions`; -1 where none does. */
  readonly covered: readonly number[]
  readonly mentions: readonly (MentionAt & { readonly first: number; readonly last: number })[]
}

/** The turns of a text; made once. @example turnsOf(analysis)[0]?.tokens */
export const turnsOf = onAnalysis((analysis): readonly Turn[] => makeTurns(analysis))

function makeTurns(analysis: Analysis): Turn[] {
  const { sentences, quotations } = analysis, out: Turn[] = []
  let q = 0, m = 0
  for (let i = 0; i < sentences.length;) {
    let to = i + 1
    while (q < quotations.length && quotations[q]!.outer.end <= sentences[i]!.start) q++
    const first = q
    while (to < sentences.length && sentences[to]!.block === sentences[i]!.block) {
      const border = sentences[to]!.start
      while (q < quotations.length && quotations[q]!.outer.end <= sentences[to - 1]!.start) q++
      let inside = false
      for (let k = q; k < quotations.length && quotations[k]!.start < border; k++) if (sentences[to - 1]!.end < quotations[k]!.end && border > quotations[k]!.start) { inside = true; break }
      if (!inside && !sourceFollows(analysis, to, q)) break
      to++
    }
    const tokens = to === i + 1 ? sentences[i]!.tokens : sentences.slice(i, to).flatMap((s) => s.tokens)
    while (m < analysis.mentions.length && analysis.mentions[m]!.sentence < i) m++
    let n = m
    while (n < analysis.mentions.length && analysis.mentions[n]!.sentence < to) n++
    out.push(turn(analysis, i, to, tokens, analysis.mentions.slice(m, n), first))
    i = to
  }
  return out
}

/** "“Why now?” the minister asked.": a sentence right behind a closing mark that does no more than give the source. */
function sourceFollows(analysis: Analysis, at: number, from: number): boolean {
  const { tokens, start } = analysis.sentences[at]!, { quotations } = analysis, { verbs } = speechTable(analysis.language)
  let q = from
  while (q < quotations.length && quotations[q]!.outer.end < start - 2) q++
  const quotation = quotations[q]
  if (!quotation || quotation.outer.end > start || quotation.outer.end < start - 2 || !/[?!…]["”“»’]?\s?$/u.test(analysis.document.text.slice(start - 4, start))) return false
  for (let i = 0; i < 7 && i < tokens.length; i++) {
    if (/^\p{P}+$/u.test(tokens[i]!.text)) return false
    if (!verbs.has(tokens[i]!.lower)) continue
    const next = tokens[i + 1]
    return i > 0 && (!next || /^(?:\p{P}+|(?:on|in|at|to|during|when|as|after|mon|tues|wednes|thurs|fri|satur|sun)(?:day)?)$/iu.test(next.text))
  }
  return false
}

function turn(analysis: Analysis, from: number, to: number, tokens: readonly Token[], found: readonly MentionAt[], firstQuotation: number): Turn {
  const { quotations } = analysis, quote = new Array<number>(tokens.length).fill(-1), covered = new Array<number>(tokens.length).fill(-1)
  let q = firstQuotation
  for (let i = 0; i < tokens.length && q < quotations.length; i++) {
    const token = tokens[i]!
    while (q < quotations.length && quotations[q]!.outer.end <= token.start) q++
    const at = quotations[q]
    if (at && token.start >= at.outer.start) quote[i] = token.start >= at.start && token.end <= at.end ? q : token.end <= at.outer.end ? -2 : -1
  }
  const mentions: (MentionAt & { first: number; last: number })[] = []
  let t = 0
  for (const mention of found) {
    while (t < tokens.length && tokens[t]!.end <= mention.start) t++
    let last = t
    while (last < tokens.length && tokens[last]!.start < mention.end) { if (covered[last] === -1) covered[last] = mentions.length; last++ }
    mentions.push({ ...mention, first: t, last: last - 1 })
  }
  return { block: analysis.sentences[from]!.block, from, to, tokens, quote, covered, mentions }
}

import type { Mention } from '../../core/claim.ts'
import type { Analysis } from '../analysis.ts'
import { onAnalysis } from '../kept.ts'
import { onReading, readingsOf, type Reading } from '../frames/frames.ts'
import { stateWords } from '../names/atlas.ts'
import { partyOf, stateMention } from '../names/parties.ts'
import type { Word } from '../words/cues.ts'
import { stemOf } from '../asks/voices.ts'
import type { Draft } from './drafts.ts'

/** States that a text names in one breath, or that met: whom "the three" may mean later on. */
export interface Company { readonly members: readonly Mention[]; readonly sentence: number; readonly by: 'meeting' | 'list' }

/** Words that count those who come together without being a number: "both", "the trio", "siódemka". By their first letters, as most are declined. */
const collective: readonly (readonly [number, RegExp])[] = [
  [2, /^(?:both|beide[nrsm]?|entramb[ie]|ambedue|ob(?:a|ie|aj|u|oje|ydw\p{L}+)|обидв[аіо]\p{L}*|обо(?:х|м|ма|є)|duo|pair|zweier\p{L}*|bilateral\p{L}*)$/u],
  [3, /^(?:trio|trios|tr(?:ó|oi)jk\p{L}+|трійк\p{L}+|dreier\p{L}*|trilateral\p{L}*|trójstronn\p{L}+|тристоронн\p{L}+)$/u],
  [4, /^(?:quartett?|quartetto|quatuor|czwórk\p{L}+|четвірк\p{L}+|vierer\p{L}*)$/u], [5, /^(?:quintett?|piątk\p{L}+|п['’]ятірк\p{L}+|fünfer\p{L}*)$/u],
  [6, /^(?:szóstk\p{L}+|шістк\p{L}+|sechser\p{L}*)$/u], [7, /^(?:siódemk\p{L}+|сімк\p{L}+|siebener\p{L}*)$/u], [8, /^(?:ósemk\p{L}+|вісімк\p{L}+|achter\p{L}*)$/u], [9, /^(?:dziewiątk\p{L}+|дев['’]ятк\p{L}+|neuner\p{L}*)$/u],
]

/** How many a word counts: a number, or a word for so many. @example countOf(reading, word) // "trio": 3 */
export function countOf({ language: { numbers } }: Reading, { lower }: Word): number | null {
  const number = Object.hasOwn(numbers.cardinals, lower) ? numbers.cardinals[lower]! : /^[23]\d$/.test(lower) ? Number(lower) : lower.length < 3 ? undefined : collective.find(([, shape]) => shape.test(lower))?.[0]
  return number !== undefined && number >= 2 && number <= 32 && Number.isInteger(number) ? number : null
}

/** How many come together, as the words of a sentence count them. @example sizesIn(reading) // "The three will meet again": [3] */
export const sizesIn = onReading((reading): readonly number[] => [...new Set(reading.words.flatMap((w) => countOf(reading, w) ?? []))])

/** The states that sentences of a text list side by side, in order. */
const listsOf = onAnalysis((analysis): readonly Company[] => readingsOf(analysis).flatMap((r) => listsIn(analysis, r)))

/** How far names of one list may stand apart: an office and a name between two states. */
const reach = 48

function listsIn(analysis: Analysis, reading: Reading): Company[] {
  const named = [...stateWords(analysis, reading).filter((w) => w.kind !== 'place').map((w) => ({ start: w.start, end: w.end, mention: stateMention(w.country, null) })), ...reading.mentions.flatMap((m) => { const p = m.mention.type === 'person' ? partyOf(m) : null; return p?.country ? [{ start: m.start, end: m.end, mention: p }] : [] })].sort((a, b) => a.start - b.start)
  const out: Company[] = []
  for (let i = 0; i < named.length;) {
    const members = new Map([[named[i]!.mention.country, named[i]!.mention]])
    let j = i + 1
    for (; j < named.length && named[j]!.start - named[j - 1]!.end <= reach; j++) if (!members.has(named[j]!.mention.country)) members.set(named[j]!.mention.country, named[j]!.mention)
    if (members.size > 1) out.push({ members: [...members.values()], sentence: reading.index, by: 'list' })
    i = j
  }
  return out
}

/** The nearest company of so many that is told before a meeting; one that met before one that a sentence only lists. */
export function companyOf(analysis: Analysis, draft: Draft, earlier: readonly Draft[], size: number): Company | undefined {
  const met = earlier.findLast((d) => d.fields.parties.length === size)
  if (met) return { members: met.fields.parties, sentence: met.sentence, by: 'meeting' }
  return listsOf(analysis).findLast((c) => c.sentence < draft.sentence && c.members.length === size)
}

/** How far behind a meeting of many a list of them may stand. */
const behind = 3
/** States that are listed nearest to a meeting, so many of them, or one fewer where the writer's own is the last. */
export function listOf(analysis: Analysis, draft: Draft, size: number, self: readonly Mention[]): readonly Mention[] | undefined {
  const near = listsOf(analysis).filter((c) => c.sentence <= draft.sentence + (size > 2 ? behind : 0)).reverse(), own = self.length === 1 ? self[0]! : null
  const all = near.find((c) => c.members.length === size)?.members
  if (all || own === null || size < 4) return all
  const others = near.find((c) => c.members.length === size - 1 && !c.members.some((p) => p.country === own.country))
  return others && [...others.members, own]
}

/** Lists of three states or more in the sentence of a meeting and in the two before it. @example listsNear(analysis, draft) // "France, Italy and Spain agreed. They met …": the three */
export const listsNear = (analysis: Analysis, { sentence }: Draft): readonly (readonly Mention[])[] => listsOf(analysis).filter((c) => c.members.length > 2 && c.sentence <= sentence && sentence - c.sentence <= 2).map((c) => c.members)

/** The meeting before that most came to: what "the next round" goes on with. */
export const mainOf = (earlier: readonly Draft[]): Draft | undefined => earlier.reduce<Draft | undefined>((best, d) => (d.fields.parties.length > Math.max(1, best?.fields.parties.length ?? 0) ? d : best), undefined)

/** The last meeting before that is told with the same word. */
export function sameWord({ document: { text } }: Analysis, draft: Draft, earlier: readonly Draft[]): Draft | undefined {
  const stem = (d: Draft) => stemOf(text.slice(d.cue.start, d.cue.end).toLowerCase()), own = stem(draft)
  return earlier.findLast((d) => d.fields.parties.length > 1 && stem(d) === own)
}

import type { Claim, Known, Written } from '../core/claim.ts'
import type { Document } from '../core/document.ts'
import type { Span } from '../core/evidence.ts'
import type { Lexicon } from '../core/lexicon.ts'
import { analyse, languageOf } from './analyse.ts'

/** A sentence that looks like a claim and yielded none. */
export interface Miss extends Span { readonly why: string }

/**
 * The sentences that hold a sum, goods with a number, or a quotation, and that no claim rests on: where a careful
 * reader looks first for what was missed.
 * @example findMisses(document, lexicon, claims)[0]?.why // 'a sum'
 */
export function findMisses(document: Document, lexicon: Lexicon, claims: readonly Claim<Known | Written>[]): readonly Miss[] {
  if (!languageOf(document.language)) return []
  const analysis = analyse(document, lexicon), evidence = claims.flatMap((c) => c.evidence)
  const within = (outer: Span, inner: Span) => inner.start >= outer.start && inner.end <= outer.end
  return analysis.sentences.flatMap((s): Miss[] => {
    if (evidence.some((e) => e.start < s.end && s.start < e.end)) return []
    const why = analysis.amounts.some((a) => within(s, a)) ? 'a sum' : analysis.goods.some((g) => g.quantity !== null && within(s, g)) ? 'goods with a number' : /["“”„«»]/.test(document.text.slice(s.start, s.end)) ? 'a quotation' : null
    return why ? [{ start: s.start, end: s.end, why }] : []
  })
}

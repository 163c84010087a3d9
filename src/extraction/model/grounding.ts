import { claimKinds, type ClaimKind, type Drawn } from '../../core/claim.ts'
import { evidenceOf, type Span } from '../../core/evidence.ts'
import type { Analysis } from '../analysis.ts'
import { inside, overlaps } from '../frames/frames.ts'
import { fieldsOf } from './grounded-fields.ts'
import { createGrounds } from './grounds.ts'
import { locator, type Locator } from './locate.ts'

/** What a model's answer comes to: claims whose every field rests on words of the text, and a count of all that did not. */
export interface Grounding {
  readonly drawn: readonly Drawn[]
  /** Claims and fields that were left out, and why, by reason. */
  readonly dropped: { readonly claims: number; readonly fields: number; readonly reasons: Readonly<Record<string, number>> }
}

/** Confidence of what only a model reads, and of what it reads otherwise than the rules. */
export const confidenceAlone = 0.3, confidenceAgainst = 0.2
const mostClaims = 200

/**
 * Takes a model's answer apart and keeps what the text bears out. The model names sentences and quotes words; each
 * quotation is found again in the text, and the value of the field is read from those words by our own grammars:
 * sums, dates, quantities, actors. A value the model writes itself is never stored.
 * @param claims the `claims` of the answer, unchecked
 * @param seen how many sentences the model was shown
 * @example ground(analysis, [{ kind: 'commitment', evidence: [{ s: 1, words: '…' }], fields: { … } }]).drawn.length
 */
export function ground(analysis: Analysis, claims: readonly unknown[], seen = analysis.sentences.length): Grounding {
  const reasons = new Map<string, number>(), count = (reason: string) => reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
  const where = locator(analysis.document.text, analysis.sentences, seen), drawn: Drawn[] = []
  let fields = 0, dropped = Math.max(0, claims.length - mostClaims)
  if (dropped > 0) reasons.set('too many claims', dropped)
  for (const claim of claims.slice(0, mostClaims)) {
    const one = groundOne(analysis, where, claim, (reason) => { fields++; count(reason) })
    if (typeof one === 'string') { dropped++; count(one) } else drawn.push(one)
  }
  return { drawn, dropped: { claims: dropped, fields, reasons: Object.fromEntries([...reasons].sort()) } }
}

interface Proposal { readonly kind: ClaimKind; readonly evidence: readonly unknown[]; readonly fields: Readonly<Record<string, unknown>> }

/** The claim, or why there is none. */
function groundOne(analysis: Analysis, where: Locator, claim: unknown, miss: (reason: string) => void): Drawn | string {
  if (!isProposal(claim)) return 'not a claim'
  const evidence = claim.evidence.slice(0, 20).flatMap((quote) => {
    const found = where.find(quote)
    if (typeof found !== 'string') return [found]
    miss(`evidence ${found}`)
    return []
  })
  if (evidence.length === 0) return 'no evidence in the text'
  const grounds = createGrounds(analysis, where, evidence, claim.fields, miss)
  const fields = fieldsOf(claim.kind, grounds)
  grounds.unread()
  if (typeof fields === 'string') return fields
  const [first, ...rest] = joined([...evidence, ...grounds.used]).map((span) => evidenceOf(analysis.document.text, span))
  return { fields, evidence: [first!, ...rest], confidence: confidenceAlone, explain: { rule: 'proposed by a model, grounded in the text', fields: grounds.explain } }
}

function isProposal(value: unknown): value is Proposal {
  if (typeof value !== 'object' || value === null) return false
  const { kind, evidence, fields } = value as { kind?: unknown; evidence?: unknown; fields?: unknown }
  return typeof kind === 'string' && (claimKinds as readonly string[]).includes(kind) && Array.isArray(evidence) && typeof fields === 'object' && fields !== null && !Array.isArray(fields)
}

/** Spans in order of place; one that lies in another goes, those that overlap are one. */
function joined(spans: readonly Span[]): Span[] {
  const out: Span[] = []
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = out.at(-1)
    if (last && inside(span, last)) continue
    if (last && overlaps(span, last)) out[out.length - 1] = { start: last.start, end: span.end }
    else out.push({ start: span.start, end: span.end })
  }
  return out
}

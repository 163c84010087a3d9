import type { Claim, ClaimFields, Known, Link } from '../../core/claim.ts'
import type { Issue } from '../../core/issue.ts'
import { confidenceAgainst } from './grounding.ts'
import { overlaps } from '../frames/frames.ts'

/** How a model's claims stand beside those of the rules. */
export interface Agreement {
  /** Claims only the model has, and those that differ from a claim of the rules: proposals. */
  readonly proposed: readonly Claim<Known>[]
  /** How many claims both have, alike in all that the model gave. */
  readonly agreed: number
  /** One for each claim that differs: for review. */
  readonly conflicts: readonly Issue[]
}

/** Is the claim only a proposal: drawn by a model and by no rule? Proposals enter no record until a person takes them up. */
export const isProposed = (claim: Pick<Claim<Known>, 'method'>): boolean => claim.method.startsWith('model ')

/**
 * Sets a model's claims beside those of the rules, which stay as they are: nothing is merged. What both have is counted,
 * what only the model has is a proposal, what differs is a proposal with an issue.
 * @example compareWithRules(rules, proposals).agreed
 */
export function compareWithRules(rules: readonly Claim<Known>[], proposals: readonly Claim<Known>[]): Agreement {
  const proposed: Claim<Known>[] = [], conflicts: Issue[] = []
  let agreed = 0
  for (const claim of new Map(proposals.map((p) => [p.id, p])).values()) {
    const best = rules.filter((r) => sameThing(r, claim)).map((rule) => ({ rule, differing: differences(rule.fields, claim.fields) })).sort((a, b) => a.differing.length - b.differing.length)[0]
    if (!best) { proposed.push(claim); continue }
    if (best.differing.length === 0) { agreed++; continue }
    if (rules.some((r) => r.id === claim.id)) { agreed++; continue }
    proposed.push({ ...claim, confidence: confidenceAgainst, explain: { ...claim.explain, rule: `${claim.explain.rule}; differs from ${best.rule.id}` } })
    conflicts.push({ code: 'model-conflict', level: 'warning', message: `A ${claim.fields.kind} is read differently by the rules (${best.rule.id}) and by the model (${claim.id}): ${best.differing.join('; ')}. Neither was changed; a person decides.`, place: String(claim.evidence[0].start) })
  }
  return { proposed, agreed, conflicts }
}

/** Do two claims of one document rest on the same words and speak of the same thing? */
function sameThing(a: Claim<Known>, b: Claim<Known>): boolean {
  if (a.fields.kind !== b.fields.kind || !a.evidence.some((x) => b.evidence.some((y) => overlaps(x, y)))) return false
  const x = a.fields, y = b.fields
  if ('text' in x && 'text' in y) return alike(x.text, y.text)
  if (x.kind === 'commitment' && y.kind === 'commitment') {
    if (x.amount && y.amount) return print(x.amount) === print(y.amount)
    if (x.items.length > 0 && y.items.length > 0) return x.items.some((i) => y.items.some((j) => alike(i.name, j.name)))
  }
  return true
}

const wordsIn = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
/** Half of the words of the shorter text stand in the other. */
function alike(a: string, b: string): boolean {
  const x = wordsIn(a), y = wordsIn(b)
  return x.intersection(y).size * 2 >= Math.min(x.size, y.size)
}

const compared = new Set(['speaker', 'form', 'date', 'state', 'mode', 'place', 'forum', 'parties', 'people', 'level', 'provider', 'recipient', 'aid', 'stage', 'amount', 'items', 'period', 'total', 'asker', 'addressee', 'by', 'learner', 'source', 'actor', 'topic', 'year'])

/** Fields in which the model says something that the rules do not say. What the model leaves out is no difference. */
function differences(rule: ClaimFields<Known>, model: ClaimFields<Known>): string[] {
  const known = rule as unknown as Readonly<Record<string, unknown>>
  return Object.entries(model).flatMap(([field, value]) => {
    if (!compared.has(field) || empty(value) || print(value) === print(known[field])) return []
    return [`${field}: ${empty(known[field]) ? 'nothing' : print(known[field])} by the rules, ${print(value)} by the model`]
  })
}

const empty = (value: unknown) => value === null || value === undefined || value === false || value === 'other' || (Array.isArray(value) && value.length === 0)

/** A value as it is compared and shown: actors by what they were resolved to, dates in EDTF, money in minor units. */
function print(value: unknown): string {
  if (Array.isArray(value)) return value.map(print).sort().join(', ')
  if (typeof value !== 'object' || value === null) return String(value)
  if ('kind' in value && value.kind === 'link') { const link = value as Link; return link.to ?? link.label }
  if ('edtf' in value) return String(value.edtf)
  if ('minor' in value && 'currency' in value) { const m = value as unknown as { minor: bigint; digits: number; currency: string; qualifier: string }; return `${m.qualifier === 'exact' ? '' : m.qualifier + ' '}${m.currency} ${Number(m.minor) / 10 ** m.digits}` }
  if ('written' in value) return String(value.written)
  if ('quantity' in value) { const item = value as { name: string; quantity: number | null }; return `${item.quantity ?? 'some'} ${item.name}` }
  return JSON.stringify(value)
}

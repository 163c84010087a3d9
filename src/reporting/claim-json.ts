import type { Claim, ClaimFields, Known, Link } from '../core/claim.ts'
import type { DatedValue } from '../core/dates.ts'
import type { Evidence } from '../core/evidence.ts'
import type { Document } from '../core/document.ts'
import { moneyValue, type Money } from '../core/money.ts'

/** Evidence of claims in parts that stand word for word in the bytes, where markup was cut out of it. */
type Verbatim = Readonly<Record<string, readonly Evidence[]>>
type Json = Readonly<Record<string, unknown>>

/**
 * A document and its claims as `extract --json` prints them: the shape of the contract of extraction, with further
 * fields (`id`, `inferred`, `issues`, a meeting's `agenda`, `level`) beside the contract's.
 * @example documentJson(document, []).document.language // 'en'
 */
export function documentJson(document: Document, claims: readonly Claim<Known>[], explain = false, verbatim: Verbatim = {}): Json {
  return {
    document: {
      id: document.label, title: document.title, publisher: document.publisher, published: document.published?.edtf ?? null, language: document.language,
      hash: document.hash, reader: document.reader, ...(document.published?.basis === 'inferred' ? { inferred: ['published'] } : {}),
      ...(document.origin ? { origin: document.origin } : {}),
    },
    claims: claims.map((c) => claimJson(c, explain, verbatim[c.id])),
    issues: document.issues,
  }
}

/** One claim in the contract's shape: countries as codes, bodies by their usual English name, money in full units. */
export function claimJson(claim: Claim<Known>, explain = false, evidence: readonly Evidence[] = claim.evidence): Json {
  const { kind, ...fields } = claim.fields
  const inferred = Object.entries(fields).filter(([, v]) => isDated(v) && v.basis === 'inferred').map(([key]) => key)
  return {
    kind, id: claim.id,
    evidence: evidence.map(evidenceJson),
    ...Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, print(value)])),
    ...(inferred.length ? { inferred } : {}),
    confidence: claim.confidence, method: claim.method,
    ...(explain ? { explain: claim.explain, links: links(claim.fields) } : {}),
  }
}

/** @example evidenceJson({ exact: 'Kyiv', start: 0, end: 4, place: 'page 3' }) // as it is, without what only a store needs */
export const evidenceJson = ({ exact, start, end, place }: Evidence) => ({ exact, start, end, ...(place !== undefined && { place }) })

/** Each actor of a claim with what it was resolved to and why: for `--explain`. */
function links(fields: ClaimFields<Known>): Json[] {
  return Object.entries(fields).flatMap(([field, value]) => [value].flat().filter(isLink).map((l) => ({ field, written: l.mention.written, to: l.to, basis: l.basis, why: l.why, ...(l.choices.length ? { choices: l.choices } : {}) })))
}

function print(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(print)
  if (value === null || typeof value !== 'object') return value
  if (isLink(value)) return nameOf(value)
  if (isMoney(value)) return { value: moneyValue(value), currency: value.currency, qualifier: value.qualifier, ...(value.upTo === undefined ? {} : { upTo: Number(value.upTo) / 10 ** value.digits }) }
  if (isDated(value)) return value.edtf
  if ('written' in value && 'country' in value) return value.written
  return value
}

/** A firm that the text calls by another name altogether, a former one or a shorthand, keeps that name; all others have their usual one. */
function nameOf({ label, mention }: Link): string {
  if (mention.type !== 'company') return label
  const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [], known = new Set(words(label))
  return words(mention.name).some((w) => known.has(w)) ? label : mention.name
}

const isLink = (value: unknown): value is Link => typeof value === 'object' && value !== null && (value as Link).kind === 'link'
const isMoney = (value: object): value is Money => typeof (value as Money).minor === 'bigint'
const isDated = (value: unknown): value is DatedValue => typeof value === 'object' && value !== null && typeof (value as DatedValue).edtf === 'string'

import { canonicalFields, type Claim, type ClaimFields, type Known, type Link, type Written } from '../core/claim.ts'
import type { Span } from '../core/evidence.ts'
import { canonicalJson } from '../core/hash.ts'
import { claimId, type ClaimId, type DocumentId, type EntryId, type RecordId } from '../core/ids.ts'
import { anchorOf, reanchor } from '../reading/anchor.ts'
import { effective } from './effective.ts'
import { entry, type Entry, type StoredEntry } from './entry.ts'
import type { Carried } from './reconcile.ts'
import { saidAs } from './said.ts'

/** A claim on record, with the text that its words stand in. */
export interface Held { readonly claim: Claim<Known>; readonly record: RecordId; readonly text: string }

/** The text that counts now: a newer version of the page, or the same bytes as another reader reads them. */
export interface NewText { readonly document: DocumentId; readonly text: string; readonly since: string; readonly what: 'page' | 'reader' }

/** A claim whose words are no longer where they were found, until somebody says what that means for it. */
export interface Question { readonly record: RecordId; readonly claim: ClaimId; readonly entry: EntryId; readonly why: string; readonly recorded: string }

const version = { machine: 'versions 1' }

/**
 * How the claims of earlier texts stand in a new one: those whose words are gone or altered are re-opened, those that
 * were open and whose words are back are closed. All others stay as they are, and nothing is deleted.
 * @param states what the entries on record say of claims already asked about
 */
export function reopen(held: readonly Held[], to: NewText, states: States): readonly Entry[] {
  return held.flatMap(({ claim, record, text }): readonly Entry[] => {
    const open = states.open.get(claim.id), lost = lostWords(claim, text, to.text)
    if ((lost === null) === (open === undefined) || (lost !== null && states.settled.has(claim.id))) return []
    const base = { record, kind: claim.fields.kind, date: null, fields: { document: to.document, since: to.since }, by: version }
    return [lost === null
      ? entry({ ...base, event: 'withdrawn', claims: [], other: open!.entry, why: `${changed[to.what]} again: the words are there once more` })
      : entry({ ...base, event: 'reopened', claims: [claim.id], other: null, why: `${changed[to.what]}: ${lost === 'not found' ? 'this sentence is gone or altered' : 'these words now stand in several places'}` })]
  })
}

const changed = { page: 'the page changed', reader: 'the text is read in another way' } as const

/** Why a claim's words do not stand in a text, or null when all of them do. */
function lostWords(claim: Claim<Known>, before: string, text: string): 'not found' | 'found in several places' | null {
  for (const evidence of claim.evidence) {
    const found = reanchor(anchorOf(before, evidence), text)
    if (found.state === 'lost') return found.why
  }
  return null
}

/** What was asked about claims and has no answer yet, and what a person has settled for good. */
export interface States { readonly open: ReadonlyMap<ClaimId, Question>; readonly settled: ReadonlySet<ClaimId> }

/** @example statesOf(entries).open.get(claim.id)?.why // 'the page changed: this sentence is gone or altered' */
export function statesOf(entries: readonly StoredEntry[]): States {
  const open = new Map<ClaimId, Question>(), settled = new Set<ClaimId>()
  for (const { entry: e, claims } of effective(entries)) if (e.event === 'reopened') for (const claim of claims) open.set(claim, { record: e.record, claim, entry: e.id, why: e.why, recorded: e.recorded })
  const asked = new Map(entries.filter((e) => e.event === 'reopened').map((e) => [e.id, e.claims]))
  for (const e of entries) {
    if (e.event === 'retracted') e.claims.forEach((c) => settled.add(c))
    if (e.event === 'withdrawn' && 'person' in e.by) asked.get(e.other as EntryId)?.forEach((c) => settled.add(c))
  }
  return { open, settled }
}

/**
 * Claims of a new text that an earlier one makes in the same words: they belong to the same record, whatever a
 * comparison would say.
 * @returns records by new claim
 */
export function carriedOver(fresh: readonly Claim<Known>[], held: readonly Held[]): ReadonlyMap<ClaimId, Carried> {
  const known = new Map(held.map((h) => [saidAs(h.claim), h.record]))
  return new Map(fresh.flatMap((c) => { const record = known.get(saidAs(c)); return record ? [[c.id, { record, why: 'the same words in another version of the page' }] as const] : [] }))
}

/** How the claims of a new reading of a document stand to those on record. */
export interface Redrawn {
  /** Claims that are on record already, in these words and with these facts. */
  readonly again: readonly Claim<Known>[]
  readonly anew: readonly Claim<Known>[]
  /** New claims that take the place of one no longer drawn: the same kind from the same words. */
  readonly replaced: ReadonlyMap<ClaimId, Held>
}

/**
 * Pairs the claims of a new reading with those on record, so that a better extractor corrects a record and does not
 * double it.
 * @param fresh with their words at the places of the kept text
 */
export function redraw(fresh: readonly Claim<Known>[], held: readonly Held[]): Redrawn {
  const known = new Map(held.map((h) => [saidAs(h.claim), h])), again = fresh.filter((c) => known.has(saidAs(c)) || held.some((h) => h.claim.id === c.id))
  const stands = new Set(again.flatMap((c) => [c.id, known.get(saidAs(c))?.claim.id])), anew = fresh.filter((c) => !stands.has(c.id))
  const left = held.filter((h) => !stands.has(h.claim.id)), replaced = new Map<ClaimId, Held>()
  for (const claim of anew) {
    const best = left.filter((h) => h.claim.fields.kind === claim.fields.kind && ![...replaced.values()].includes(h)).map((h) => ({ h, shared: sharedWords(h.claim, claim) })).sort((a, b) => b.shared - a.shared)[0]
    if (best && best.shared > 0) replaced.set(claim.id, best.h)
  }
  return { again, anew, replaced }
}

/** Characters that two claims of one text both rest on. */
const sharedWords = (a: Claim<Known>, b: Claim<Known>): number =>
  a.evidence.reduce((sum, p) => sum + b.evidence.reduce((s, q) => s + Math.max(0, Math.min(p.end, q.end) - Math.max(p.start, q.start)), 0), 0)

/** The claim with its words at their places in the kept text, or undefined where the kept text does not have them. */
export function inKeptText(claim: Claim<Known>, from: string, kept: string): Claim<Known> | undefined {
  const found = claim.evidence.map((e) => reanchor(anchorOf(from, e), kept))
  if (found.some((f) => f.state === 'lost')) return undefined
  const evidence = found.map((f, i) => { const { start, end } = (f as Extract<typeof f, { span: Span }>).span; return { ...claim.evidence[i]!, start, end, exact: kept.slice(start, end) } })
  return { ...claim, evidence: evidence as unknown as Claim<Known>['evidence'], id: rebuiltId(claim, evidence) }
}

/** As `claim` makes it: the facts are those that were drawn, before names were resolved. */
const rebuiltId = (claim: Claim<Known>, evidence: readonly Span[]): ClaimId =>
  claimId(canonicalJson([claim.document, claim.fields.kind, evidence.map((e) => [e.start, e.end])]) + canonicalFields(asDrawn(claim.fields) as ClaimFields<Written>))

function asDrawn(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asDrawn)
  if (typeof value !== 'object' || value === null) return value
  if ((value as Link).kind === 'link') return (value as Link).mention
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== 'to').map(([key, v]) => [key, asDrawn(v)]))
}

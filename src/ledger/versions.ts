import type { Claim, Known } from '../core/claim.ts'
import { canonicalJson } from '../core/hash.ts'
import type { ClaimId, DocumentId, EntryId, RecordId } from '../core/ids.ts'
import { anchorOf, reanchor } from '../reading/anchor.ts'
import { effective } from './effective.ts'
import { entry, type Entry, type StoredEntry } from './entry.ts'
import { facts } from './facts.ts'

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
export function carriedOver(fresh: readonly Claim<Known>[], held: readonly Held[]): ReadonlyMap<ClaimId, RecordId> {
  const known = new Map(held.map((h) => [saidAs(h.claim), h.record]))
  return new Map(fresh.flatMap((c) => { const record = known.get(saidAs(c)); return record ? [[c.id, record] as const] : [] }))
}

/** All that a claim says and the words it says it in, wherever they stand. */
export const saidAs = (claim: Claim<Known>): string => canonicalJson([claim.fields.kind, facts(claim.fields), claim.evidence.map((e) => e.exact)])

import type { Claim, Known } from '../core/claim.ts'
import type { Document } from '../core/document.ts'
import type { ClaimId, DocumentId } from '../core/ids.ts'
import { accept, type Issue } from '../core/issue.ts'
import type { Entry } from '../ledger/entry.ts'
import type { Carried } from '../ledger/reconcile.ts'
import type { LedgerRecord } from '../ledger/record.ts'
import { carriedOver, reopen, statesOf, type Held, type NewText, type Question, type States } from '../ledger/versions.ts'
import { pageOf, type PageVersion } from './page-log.ts'
import type { DocumentRow, Store } from './store.ts'

/** A document on its way into the store. */
export interface Arriving { readonly document: Document; readonly claims: readonly Claim<Known>[]; readonly issues: readonly Issue[] }

/** What the versions on record mean for documents that arrive. */
export interface Turned<D extends Arriving> {
  /** As they are to be recorded: one that reads as an earlier version does brings no claims of its own. */
  readonly documents: readonly D[]
  /** Claims that an earlier version makes in the same words, with their records. */
  readonly carried: ReadonlyMap<ClaimId, Carried>
  /** Entries that re-open what no longer stands, or close it again, by the document that brings them. */
  readonly entries: ReadonlyMap<DocumentId, readonly Entry[]>
  /** Documents that turned out older than a version on record: their own claims are held against that one. */
  readonly late: ReadonlyMap<DocumentId, NewText>
  /** Bytes that are back at their address after others. */
  readonly back: readonly { readonly address: string; readonly version: PageVersion }[]
}

/**
 * Looks up the pages that arriving documents are versions of. Of one page no more than one may arrive at a time.
 * @example const turned = await turnPages(store, documents); turned.entries.get(documents[0].document.id)
 */
export async function turnPages<D extends Arriving>(store: Pick<Store, 'pages' | 'document' | 'recordOf'>, arriving: readonly D[]): Promise<Turned<D>> {
  const pages = new Map(arriving.flatMap((d) => { const address = pageOf(d.document); return address === null ? [] : [[d.document.id, address] as const] }))
  const known = await store.pages.versions([...new Set(pages.values())])
  const carried = new Map<ClaimId, Carried>(), entries = new Map<DocumentId, readonly Entry[]>(), late = new Map<DocumentId, NewText>(), back: { address: string; version: PageVersion }[] = [], documents: D[] = []
  for (const one of arriving) {
    const { document } = one, address = pages.get(document.id), versions = (address !== undefined && known.get(address)) || []
    const newest = versions.at(-1)
    if (!newest || newest.document === document.id) { documents.push(one); continue }
    const texts = await load(store, versions, document)
    const same = texts.find((t) => t.document.text === document.text && t.document.id !== document.id)
    documents.push(same ? sameText(one, same.document) : one)
    const held = texts.flatMap((t) => t.held)
    for (const [claim, record] of carriedOver(same ? [] : one.claims, held)) carried.set(claim, record)
    if (document.retrieved! < newest.retrieved) { late.set(document.id, newText(texts.find((t) => t.document.id === newest.document)!.document, newest.retrieved)); continue }
    entries.set(document.id, reopen(held, newText(document, document.retrieved!), await statesOfRecords(store, held)))
    if (versions.some((v) => v.document === document.id)) back.push({ address: address!, version: { document: document.id, retrieved: document.retrieved! } })
  }
  return { documents, carried, entries, late, back }
}

const newText = ({ id, text }: Document, since: string): NewText => ({ document: id, text, since, what: 'page' })

/** The versions of a page with the claims that are on record for each. */
async function load(store: Pick<Store, 'document'>, versions: readonly PageVersion[], arriving: Document): Promise<readonly { readonly document: Document; readonly held: readonly Held[] }[]> {
  const ids = new Set([...versions.map((v) => v.document), arriving.id])
  const found = await Promise.all([...ids].map((id) => store.document(id)))
  return found.flatMap((d) => (d ? [{ document: d.document, held: d.claims.flatMap(({ claim, record }) => (record ? [{ claim, record, text: d.document.text }] : [])) }] : []))
}

/** What was asked about the claims of some records, and what was answered. */
export async function statesOfRecords(store: Pick<Store, 'recordOf'>, held: readonly Held[]): Promise<States> {
  const records = await Promise.all([...new Set(held.map((h) => h.record))].map((id) => store.recordOf(id)))
  return statesOf(records.flatMap((r) => r?.entries ?? []))
}

/** The version is kept, its claims are those of the version it reads as: nothing is counted twice. */
function sameText<D extends Arriving>(one: D, as: Document): D {
  const issue: Issue = { code: 'same-text', level: 'note', message: `The text is that of the version retrieved ${as.retrieved ?? 'before'} (${as.id}); its claims stand, and none are added.` }
  const kept = accept(one.document, [...one.issues, issue])
  return { ...one, document: { ...one.document, issues: [...one.document.issues, issue] }, issues: kept.issues, claims: [] }
}

/** A claim that waits for a person, with its record and the document whose words are gone. */
export interface OpenQuestion extends Question { readonly of: LedgerRecord; readonly words: string; readonly document: DocumentRow }

/** Claims that rest on words no longer there, in the order they were re-opened. */
export async function openQuestions(store: Pick<Store, 'pages' | 'recordOf'>, limit = 100): Promise<readonly OpenQuestion[]> {
  const found: OpenQuestion[] = []
  for (const id of await store.pages.reopened()) {
    const record = await store.recordOf(id)
    if (!record) continue
    for (const question of statesOf(record.entries).open.values()) {
      const row = record.claims.find((c) => c.claim.id === question.claim)
      if (row) found.push({ ...question, record: record.record.id, of: record.record, words: row.claim.evidence.map((e) => e.exact).join(' … '), document: row.document })
    }
  }
  return found.sort((a, b) => (a.recorded < b.recorded ? -1 : a.recorded > b.recorded ? 1 : 0)).slice(0, limit)
}

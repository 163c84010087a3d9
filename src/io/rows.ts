import type { Claim, Known, Link } from '../core/claim.ts'
import type { Document } from '../core/document.ts'
import type { ClaimId, RecordId } from '../core/ids.ts'
import { bounds, parseEdtf } from '../core/dates.ts'
import type { Chained, ChainRow } from '../ledger/chain.ts'
import { contentOf, type Entry, type Json, type StoredEntry } from '../ledger/entry.ts'
import { claimFromJson, claimToJson, isMoney, isObject } from '../ledger/json.ts'
import { filedKeys } from '../ledger/keys.ts'
import type { LedgerRecord } from '../ledger/record.ts'
import { definitions } from '../ledger/definitions.ts'
import { dimensions, keyOf, standing, type Dimension } from '../ledger/totals.ts'
import { storable, type Row } from './copy.ts'

/** A row of the chain with the value it was made from. */
export type DocumentEntry = ChainRow & { readonly table: 'documents'; readonly value: Document }
export type ClaimEntry = ChainRow & { readonly table: 'claims'; readonly value: Claim<Known> }
export type EventEntry = ChainRow & { readonly table: 'entries'; readonly value: Entry }
export type LedgerRow = DocumentEntry | ClaimEntry | EventEntry

export const documentRow = (value: Document): DocumentEntry => ({ table: 'documents', id: value.id, body: JSON.stringify(value), value })
export const claimRow = (value: Claim<Known>): ClaimEntry => ({ table: 'claims', id: value.id, body: JSON.stringify(claimToJson(value)), value })
/** The body is what the entry's id is the hash of. */
export const entryRow = (value: Entry): EventEntry => ({ table: 'entries', id: value.id, body: contentOf(value), value })

export const readDocument = (body: string): Document => JSON.parse(body) as Document
export const readClaim = (body: string): Claim<Known> => claimFromJson(JSON.parse(body) as Json)
/** An entry as it was stored, with its place. */
export interface StoredRow { readonly id: string; readonly body: string; readonly sequence: number; readonly batch: number; readonly recorded: string; readonly hash: string }
export function readEntry(row: StoredRow): StoredEntry {
  const { id, body, ...place } = row
  return { id, ...(JSON.parse(body) as Omit<Entry, 'id'>), ...place } as StoredEntry
}

const label = (text: string | null): string | null => (text === null ? null : storable(text).slice(0, 1000))

export const documentColumns = ['sequence bigint', 'batch bigint', 'hash', 'id', 'bytes_hash', 'label', 'title', 'publisher', 'published', 'language', 'url', 'body']
export const documentCells = ({ value: d, ...row }: Chained<DocumentEntry>): Row => [row.sequence, row.batch, row.hash, row.id, d.hash, label(d.label)!, label(d.title), label(d.publisher), d.published?.edtf ?? null, label(d.language), label(d.url), row.body]

export const claimColumns = ['sequence bigint', 'batch bigint', 'hash', 'id', 'document', 'kind', 'method', 'record', 'body']
/** @param records the record of each claim whose entry comes with it */
export const claimCells = ({ value: c, sequence, batch, hash, id, body }: Chained<ClaimEntry>, records: ReadonlyMap<ClaimId, RecordId>): Row => [sequence, batch, hash, id, c.document, c.fields.kind, c.method, records.get(c.id) ?? null, body]

export const keyColumns = ['key int', 'claims bigint[]']
const mostOfARow = 100
/**
 * The keys that claims are looked up by (see `candidates`), a row a key, with its claims from the newest to the oldest. Rows
 * come in the order of their index, which then takes them in for two thirds of the work: key and place among the claims are
 * sorted as one number.
 */
export function* keyRows(claims: readonly Chained<ClaimEntry>[]): Generator<Row> {
  const found: number[] = [], places = 2 ** 21, lowest = 2 ** 31
  if (claims.length >= places) throw new Error(`a batch of ${claims.length} claims: ${places} is the most`)
  for (let i = 0; i < claims.length; i++) for (const key of filedKeys(claims[i]!.value)) found.push((key + lowest) * places + i)
  const sorted = new Float64Array(found).sort()
  for (let from = 0; from < sorted.length;) {
    const key = Math.floor(sorted[from]! / places), first = key * places, row: number[] = []
    for (; row.length < mostOfARow && sorted[from]! < first + places; from++) row.push(claims[sorted[from]! - first]!.sequence)
    yield [key - lowest, row.reverse()]
  }
}

export const entryColumns = ['sequence bigint', 'batch bigint', 'hash', 'id', 'record', 'kind', 'event', 'body']
export const entryCells = ({ value: e, ...row }: Chained<EventEntry>): Row => [row.sequence, row.batch, row.hash, row.id, e.record, e.kind, e.event, row.body]

/** All links of a claim, wherever they stand in its fields. */
export function linksOf(claim: Claim<Known>): readonly Link[] {
  const found: Link[] = []
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk)
    else if (typeof value === 'object' && value !== null) { if ((value as Link).kind === 'link') found.push(value as Link) }
  }
  Object.values(claim.fields).forEach(walk)
  return found
}

export const recordColumns = ['id', 'kind', 'state', 'into_id', 'day', 'first bigint', 'providers text[]', 'recipients text[]', 'aid']
/** A record with what lists are narrowed and ordered by; a merged one keeps its line and says where it went. */
export const recordCells = (record: LedgerRecord, first: number): Row =>
  [record.id, record.kind, record.state, null, dayOf(record), first, names(record.fields.provider), names(record.fields.recipient), typeof record.fields.aid === 'string' ? record.fields.aid : null]

/** The column of a dimension in the table of standings. */
export const dimensionColumn = (dimension: Dimension): string => `by_${dimension}`
export const standingColumns = ['record', 'definition', 'why', 'currency', 'digits smallint', 'minor numeric', 'day', 'dataset', ...dimensions.map(dimensionColumn)]
/** How a commitment counts under each definition of a total, with all it may be summed by, so that sums read one table. */
export function standingRows(record: LedgerRecord): readonly Row[] {
  if (record.kind !== 'commitment') return []
  const by = [datasetOf(record), ...dimensions.map((d) => storable(keyOf(record, d)))]
  return definitions.map((d) => { const { why, money, day } = standing(record, d, 'package'); return [record.id, d.name, why, money?.currency ?? null, money?.digits ?? null, money ? String(money.minor) : null, day, ...by] })
}
const datasetOf = ({ fields }: LedgerRecord): string | null => (isObject(fields.dataset) && typeof fields.dataset.name === 'string' ? fields.dataset.name : null)

export const mergedCells = (id: string, into: LedgerRecord, first: number): Row => [id, into.kind, into.state, into.id, dayOf(into), first, [], [], null]

const names = (value: Json | undefined): readonly string[] => (Array.isArray(value) ? value : []).map((a) => (isObject(a) && typeof a.label === 'string' ? a.label : '')).filter((n) => n !== '').map(storable)

/** The day a record is listed by: of its own date, else of its last dated event; '' when nothing is dated. */
function dayOf(record: LedgerRecord): string {
  const own = isObject(record.fields.date) ? record.fields.date.edtf : undefined
  const edtf = typeof own === 'string' ? own : record.course?.findLast((s) => s.date !== null)?.date
  const parsed = edtf ? parseEdtf(edtf) : undefined
  return parsed ? bounds(parsed)[0] : ''
}

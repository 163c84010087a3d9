import { sql, type Kysely } from 'kysely'
import type pg from 'pg'
import type { ClaimKind } from '../core/claim.ts'
import type { ClaimId, DocumentId, RecordId } from '../core/ids.ts'
import { project } from '../ledger/project.ts'
import type { LedgerRecord } from '../ledger/record.ts'
import type { Database } from './database.ts'
import { connected, entriesOf } from './projection.ts'
import { readClaim, readDocument } from './rows.ts'
import type { AsOf, ClaimRow, DocumentRow, Store } from './store.ts'

export interface ReaderTools { readonly pool: pg.Pool; readonly db: Kysely<Database> }

const now = Number.MAX_SAFE_INTEGER

/** The last place of the chain that a view at this moment may see. A day means its end. */
export async function cut({ db }: ReaderTools, asOf: AsOf | undefined): Promise<number> {
  if (asOf === null || asOf === undefined) return now
  const moment = /^\d{4}-\d{2}-\d{2}$/.test(asOf) ? `${asOf}T23:59:59.999Z` : asOf
  const date = new Date(moment)
  if (Number.isNaN(date.getTime())) throw new Error(`not a moment to look back to: ${asOf}; give a day such as 2025-01-13 or an instant such as 2025-01-13T10:00:00Z`)
  const found = await db.selectFrom('batches').select('last').where('recorded', '<=', date.toISOString()).orderBy('batch', 'desc').limit(1).executeTakeFirst()
  return found?.last ?? 0
}

const documentFields = ['d.id', 'd.label', 'd.title', 'd.publisher', 'd.published', 'd.language', 'd.url', 'b.recorded', 's.agency'] as const

/** Documents with how many claims they brought, ready for a filter and an order. */
const documentQuery = (db: Kysely<Database>) => db.selectFrom('documents as d').innerJoin('batches as b', 'b.batch', 'd.batch').leftJoin('document_stories as s', 's.document', 'd.id')
  .select(documentFields).select((eb) => eb.fn.coalesce('s.story', 'd.id').as('story')).select((eb) => eb.selectFrom('claims as c').whereRef('c.document', '=', 'd.id').select((e) => e.fn.countAll<number>().as('n')).as('claims'))

const asDocumentRow = (row: { id: string; claims: number | null; story: string } & Omit<DocumentRow, 'id' | 'claims' | 'story'>): DocumentRow => ({ ...row, id: row.id as DocumentId, story: row.story as DocumentId, claims: row.claims ?? 0 })

export async function documents(tools: ReaderTools, options: { limit?: number; before?: string; asOf?: AsOf } = {}): Promise<readonly DocumentRow[]> {
  const last = await cut(tools, options.asOf)
  let query = documentQuery(tools.db).where('d.sequence', '<=', last).orderBy('d.sequence', 'desc').limit(options.limit ?? 50)
  const { before } = options
  if (before !== undefined) query = query.where('d.sequence', '<', (eb) => eb.selectFrom('documents as p').select('p.sequence').where('p.id', '=', before))
  return (await query.execute()).map(asDocumentRow)
}

export async function documentRows({ db }: ReaderTools, ids: readonly string[]): Promise<ReadonlyMap<string, DocumentRow>> {
  if (ids.length === 0) return new Map()
  const rows = await documentQuery(db).where('d.id', 'in', [...ids]).execute()
  return new Map(rows.map((row) => [row.id, asDocumentRow(row)]))
}

/** In SQL, the record of the claim `c`: that of the first entry which rests on it. Most claims came with theirs. */
export const recordOfClaim = '(coalesce(c.record, (select ec.record from entry_claims ec where ec.claim = c.id order by ec.entry limit 1)))'

/** Claims with the record each belongs to, merged records followed. */
const claimQuery = (db: Kysely<Database>) => db.selectFrom('claims as c').select(['c.id', 'c.body', 'c.document']).select((eb) => eb
  .selectFrom(sql<{ record: string | null }>`(select ${sql.raw(recordOfClaim)} as record)`.as('own')).leftJoin('records as r', 'r.id', 'own.record')
  .select((e) => e.fn.coalesce('r.into_id', 'own.record').as('record')).as('record'))

const asClaimRow = (row: { body: string; record: string | null }): ClaimRow => ({ claim: readClaim(row.body), record: row.record as RecordId | null })

export async function document(tools: ReaderTools, id: DocumentId): ReturnType<Store['document']> {
  const row = (await documentRows(tools, [id])).get(id)
  if (!row) return undefined
  const { body } = await tools.db.selectFrom('documents').select('body').where('id', '=', id).executeTakeFirstOrThrow()
  const claims = await claimQuery(tools.db).where('c.document', '=', id).orderBy('c.sequence').execute()
  return { row, document: readDocument(body), claims: claims.map(asClaimRow) }
}

export async function claim(tools: ReaderTools, id: ClaimId): ReturnType<Store['claim']> {
  return (await claimsWithDocuments(tools, [id]))[0]
}

async function claimsWithDocuments(tools: ReaderTools, ids: readonly ClaimId[]): Promise<readonly (ClaimRow & { readonly document: DocumentRow })[]> {
  if (ids.length === 0) return []
  const rows = await claimQuery(tools.db).where('c.id', 'in', [...ids]).orderBy('c.sequence').execute()
  const of = await documentRows(tools, [...new Set(rows.map((row) => row.document))])
  return rows.map((row) => ({ ...asClaimRow(row), document: of.get(row.document)! }))
}

/** Records by day, newest first. A view of the past is computed from the entries that it may see. */
export async function records(tools: ReaderTools, options: { kind: ClaimKind; asOf?: AsOf; limit?: number; offset?: number }): Promise<readonly LedgerRecord[]> {
  const { kind, asOf, limit = 100, offset = 0 } = options
  if (asOf === null || asOf === undefined) {
    const rows = await tools.db.selectFrom('records as r').innerJoin('record_bodies as b', 'b.id', 'r.id').select('b.body').where('r.kind', '=', kind).where('r.into_id', 'is', null).orderBy('r.day', 'desc').orderBy('r.id').limit(limit).offset(offset).execute()
    return rows.map((row) => JSON.parse(row.body) as LedgerRecord)
  }
  const last = await cut(tools, asOf), found: LedgerRecord[] = []
  const wanted = offset + limit, page = Math.max(50, limit)
  for (let from = 0; found.length < wanted; from += page) {
    const rows = await tools.db.selectFrom('records').select('id').where('kind', '=', kind).where('first', '<=', last).orderBy('day', 'desc').orderBy('id').limit(page).offset(from).execute()
    if (rows.length === 0) break
    const ids = rows.map((row) => row.id as RecordId)
    const projection = project(await entriesOf(tools.pool, await connected(tools.pool, ids), last))
    const then = new Map(projection.records.map((r) => [r.id, r]))
    found.push(...ids.map((id) => then.get(id)).filter((r) => r !== undefined && r.kind === kind) as LedgerRecord[])
  }
  return found.slice(offset, wanted)
}

export async function recordOf(tools: ReaderTools, id: RecordId, asOf?: AsOf): ReturnType<Store['recordOf']> {
  const last = await cut(tools, asOf)
  const all = await entriesOf(tools.pool, await connected(tools.pool, [id]), last)
  const { records: found, redirects } = project(all)
  const root = redirects.get(id) ?? id, record = found.find((r) => r.id === root)
  if (!record) return undefined
  const own = new Set(record.entries)
  return { record, entries: all.filter((e) => own.has(e.id)), claims: await claimsWithDocuments(tools, record.claims) }
}

export async function unresolved({ db }: ReaderTools, limit = 100): ReturnType<Store['unresolved']> {
  const rows = await db.selectFrom('open_names').select(['name', 'type', sql<number>`count(*)`.as('count'), sql<string[]>`(array_agg(distinct document))[1:20]`.as('documents')])
    .groupBy(['name', 'type']).orderBy('count', 'desc').orderBy('name').limit(limit).execute()
  return rows.map((row) => ({ ...row, documents: row.documents as DocumentId[] }))
}

export async function quarantined({ db }: ReaderTools): ReturnType<Store['quarantined']> {
  const rows = await db.selectFrom('quarantine').selectAll().orderBy('recorded', 'desc').orderBy('label').execute()
  return rows.map((row) => ({ hash: row.bytes_hash, label: row.label, issues: JSON.parse(row.issues), recorded: row.recorded }))
}

export async function counts({ db }: ReaderTools): ReturnType<Store['counts']> {
  const head = await db.selectFrom('chain_head').select(['documents', 'claims', 'entries']).executeTakeFirstOrThrow()
  const count = async (table: 'records' | 'quarantine') => (await db.selectFrom(table).select((e) => e.fn.countAll<number>().as('n')).$if(table === 'records', (q) => q.where('into_id' as never, 'is', null)).executeTakeFirstOrThrow()).n
  return { ...head, records: await count('records'), quarantined: await count('quarantine') }
}

export async function head({ db }: ReaderTools): ReturnType<Store['head']> {
  const { sequence, hash, imports, figures } = await db.selectFrom(['chain_head as c', 'figure_head as f']).select(['c.sequence', 'c.hash', 'f.import as imports', 'f.hash as figures']).executeTakeFirstOrThrow()
  return { sequence, hash, figures: imports === 0 ? null : { imports, hash: figures } }
}

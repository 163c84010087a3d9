import { sql, type Kysely } from 'kysely'
import type pg from 'pg'
import type { Document } from '../core/document.ts'
import type { DocumentId, RecordId } from '../core/ids.ts'
import { storable } from './copy.ts'
import type { Database } from './database.ts'

/** How a fetch ended: a new page, the same bytes as before, "not modified", a feed, or why there is no page. */
export type FetchOutcome = 'read' | 'unchanged' | 'set aside' | 'refused'

/** One fetch of an address, kept so that the next one can ask whether anything changed. */
export interface FetchRecord {
  readonly address: string
  /** Where redirects led, or null when nothing came back. */
  readonly final: string | null
  readonly at: string
  readonly status: number | null
  readonly etag: string | null
  readonly modified: string | null
  readonly contentType: string | null
  /** SHA-256 of the bytes that came back; of the bytes of the version that stands, when nothing changed. */
  readonly hash: string | null
  readonly outcome: FetchOutcome
  /** Code of the reason, where there is no page. */
  readonly issue: string | null
  readonly retryAfter: string | null
}

/** A version of a page: one document, and when it was retrieved. */
export interface PageVersion { readonly document: DocumentId; readonly retrieved: string }

/** What is known of addresses: their fetches and the versions of their pages. */
export interface PageLog {
  /** The newest fetch of an address after which its page, or its feed, was on record whole. */
  lastRead(address: string): Promise<FetchRecord | undefined>
  fetchesOf(address: string, limit?: number): Promise<readonly FetchRecord[]>
  /** The instant before which a host asked not to be asked again, when it has not come yet. */
  waitFor(host: string): Promise<string | undefined>
  saveFetches(fetches: readonly FetchRecord[]): Promise<void>
  /** Versions of the pages at these addresses, the oldest first. */
  versions(addresses: readonly string[]): Promise<ReadonlyMap<string, readonly PageVersion[]>>
  /** Addresses that a document is a version of. */
  addressesOf(document: DocumentId): Promise<readonly string[]>
  /** The document was found at its address once more, after other versions. */
  addVersion(address: string, version: PageVersion): Promise<void>
  /** Records with a claim that was re-opened, settled or not. */
  reopened(): Promise<readonly RecordId[]>
}

/** @example await pageLog({ db, now }).lastRead('https://www.example.org/statement.html') */
export function pageLog({ db, now }: { readonly db: Kysely<Database>; readonly now: () => string }): PageLog {
  return {
    async lastRead(address) {
      const row = await db.selectFrom('fetches').selectAll().where('address', '=', address).where('outcome', 'in', ['read', 'unchanged']).orderBy('id', 'desc').limit(1).executeTakeFirst()
      return row && asFetch(row)
    },
    async fetchesOf(address, limit = 50) {
      return (await db.selectFrom('fetches').selectAll().where('address', '=', address).orderBy('id', 'desc').limit(limit).execute()).map(asFetch)
    },
    async waitFor(host) {
      const row = await db.selectFrom('fetches').select('retry_after').where('host', '=', host).where('retry_after', 'is not', null).orderBy('id', 'desc').limit(1).executeTakeFirst()
      return row?.retry_after && row.retry_after > now() ? row.retry_after : undefined
    },
    async saveFetches(fetches) {
      if (fetches.length > 0) await db.insertInto('fetches').values(fetches.map(fetchRow)).execute()
    },
    async versions(addresses) {
      if (addresses.length === 0) return new Map()
      const rows = await db.selectFrom('page_versions').selectAll().where('address', 'in', [...addresses]).orderBy('retrieved').orderBy('document').execute()
      return Map.groupBy(rows.map((r) => ({ address: r.address, document: r.document as DocumentId, retrieved: r.retrieved })), (r) => r.address)
    },
    async addressesOf(document) {
      return (await db.selectFrom('page_versions').select('address').distinct().where('document', '=', document).orderBy('address').execute()).map((r) => r.address)
    },
    async addVersion(address, { document, retrieved }) {
      await db.insertInto('page_versions').values({ address, document, retrieved }).onConflict((c) => c.doNothing()).execute()
    },
    async reopened() {
      const { rows } = await sql<{ record: RecordId }>`select distinct coalesce(r.into_id, e.record) as record from entries e left join records r on r.id = e.record where e.event = 'reopened' order by 1`.execute(db)
      return rows.map((r) => r.record)
    },
  }
}

/** The address a document is a version of: that of its page, when it was fetched and is no item of a feed. */
export const pageOf = ({ url, retrieved, reader }: Document): string | null => (url !== null && retrieved !== null && !reader.startsWith('feed') ? withoutFragment(url) : null)

const withoutFragment = (url: string): string => { const at = url.indexOf('#'); return storable(at < 0 ? url : url.slice(0, at)) }

/** Files new documents under their pages, in the transaction that records them. */
export async function addVersions(client: pg.ClientBase, documents: readonly Document[]): Promise<void> {
  const rows = documents.flatMap((d) => { const address = pageOf(d); return address === null ? [] : [{ address, document: d.id, retrieved: d.retrieved! }] })
  if (rows.length === 0) return
  await client.query('insert into page_versions (address, document, retrieved) select * from unnest($1::text[], $2::text[], $3::text[]) on conflict do nothing', [rows.map((r) => r.address), rows.map((r) => r.document), rows.map((r) => r.retrieved)])
}

type Row = Omit<Database['fetches'], 'id'>
const fetchRow = (f: FetchRecord): Row => ({
  address: storable(f.address), host: URL.parse(f.final ?? f.address)?.host ?? '', at: f.at, final: f.final && storable(f.final), status: f.status, etag: f.etag && storable(f.etag), modified: f.modified && storable(f.modified),
  content_type: f.contentType && storable(f.contentType), bytes_hash: f.hash, outcome: f.outcome, issue: f.issue, retry_after: f.retryAfter,
})
const asFetch = (r: Row): FetchRecord => ({ address: r.address, final: r.final, at: r.at, status: r.status, etag: r.etag, modified: r.modified, contentType: r.content_type, hash: r.bytes_hash, outcome: r.outcome as FetchOutcome, issue: r.issue, retryAfter: r.retry_after })

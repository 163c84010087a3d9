import { sha256 } from '../core/hash.ts'
import type { Issue } from '../core/issue.ts'
import type { Source } from '../reading/format.ts'
import type { Fetched, Fetcher } from './fetch.ts'
import type { FetchRecord, PageLog } from './page-log.ts'

/** What an address gives to a command: bytes with their source, "nothing changed", or the reason why there are none. */
export type FetchedInput = { readonly label: string; readonly fetch: FetchRecord } & (
  | { readonly bytes: Uint8Array; readonly source: Source }
  | { readonly unchanged: true }
  | { readonly refused: Issue })

export interface InputFetcherOptions {
  readonly published?: string | null
  /** Earlier fetches: an address that was read before is asked for only if it changed. */
  readonly log?: Pick<PageLog, 'lastRead'>
  readonly now?: () => string
}

/**
 * Addresses as inputs of a command. A wall that asks for consent and a "not found" in all but name are refused: they
 * are not the page that was asked for, and reading them would record a false one.
 * @example findInputs(words, { cwd, published, fetch: inputFetcher(createFetcher(), { log: store.pages }) })
 */
export const inputFetcher = (fetcher: Fetcher, { published = null, log, now = () => new Date().toISOString() }: InputFetcherOptions = {}) => async (address: string): Promise<FetchedInput> => {
  const before = await log?.lastRead(address)
  const got = await fetcher.fetch(address, before && { etag: before.etag, modified: before.modified })
  const base = { label: address, fetch: fetchRecord(address, got, before, now()) }
  if (got.state === 'unchanged') return { ...base, unchanged: true }
  if (got.state === 'refused') return { ...base, refused: got.issue }
  const [flaw] = got.issues
  if (flaw) return { ...base, refused: { ...flaw, level: 'error' } }
  return { ...base, bytes: got.bytes, source: { ...got.source, published } }
}

/** What is kept of a fetch. That nothing changed leaves what was known of the version as it was. */
function fetchRecord(address: string, got: Fetched, before: FetchRecord | undefined, now: string): FetchRecord {
  const none = { address, final: null, at: now, status: null, etag: null, modified: null, contentType: null, hash: null, issue: null, retryAfter: null }
  if (got.state === 'refused') return { ...none, status: got.status ?? null, outcome: 'refused', issue: got.issue.code, retryAfter: got.retryAfter ?? null }
  if (got.state === 'unchanged') return { ...none, etag: before?.etag ?? null, modified: before?.modified ?? null, contentType: before?.contentType ?? null, hash: before?.hash ?? null, final: got.url, at: got.retrieved, status: 304, outcome: 'unchanged' }
  const [flaw] = got.issues
  return { ...none, final: got.source.url, at: got.source.retrieved!, status: 200, etag: got.version.etag, modified: got.version.modified, contentType: got.source.declaredType, hash: sha256(got.bytes), outcome: flaw ? 'refused' : 'read', issue: flaw?.code ?? null }
}

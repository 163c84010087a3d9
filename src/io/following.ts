import type { Document } from '../core/document.ts'
import { accept, type Issue } from '../core/issue.ts'
import type { Source } from '../reading/format.ts'
import type { FetchedInput } from './fetch-input.ts'
import type { FetchRecord, PageLog } from './page-log.ts'
import type { ReadAndDrawn } from './reading-pool.ts'

/** What came of one address of a list (a feed, a sitemap), or of a document by itself: documents, or nothing new. */
export type Followed = { readonly label: string; readonly fetches: readonly FetchRecord[]; /** The list is to be asked whole again next time. */ readonly again?: true } & ({ readonly documents: readonly ReadAndDrawn[] } | { readonly unchanged: true })

export interface FollowTools {
  readonly fetch: (address: string) => Promise<FetchedInput>
  readonly read: (bytes: Uint8Array, source: Source) => Promise<readonly ReadAndDrawn[]>
  readonly log: Pick<PageLog, 'lastRead'>
  readonly now?: () => string
}

/** Entries whose pages are under way at one time: servers are asked one after the other, while the last page is read. */
const ahead = 2

/** Is it an entry of a feed, read from the feed itself? */
export const isEntry = (one: ReadAndDrawn): boolean => 'value' in one.outcome && one.outcome.value.reader.startsWith('feed')

/**
 * Reads the pages that the entries of a feed lead to. A page that was read before is asked for again only when the feed
 * says that it changed since; where no page can be had, what the feed says of the entry is read instead, with a warning.
 * @example for await (const entry of followEntries(results, tools)) if ('documents' in entry) keep(entry.documents)
 */
export async function* followEntries(entries: readonly ReadAndDrawn[], tools: FollowTools): AsyncGenerator<Followed> {
  const running: Promise<Followed>[] = []
  for (const one of entries) {
    running.push(follow(one, tools))
    if (running.length > ahead) yield await running.shift()!
  }
  for (const one of running) yield await one
}

async function follow(entry: ReadAndDrawn, { fetch, read, log }: FollowTools): Promise<Followed> {
  const document = 'value' in entry.outcome ? entry.outcome.value : undefined, address = document?.url
  if (!document || !address) return { label: entry.label, documents: [entry], fetches: [] }
  const before = await log.lastRead(address)
  if (before && !changedSince(document, before.at)) return { label: address, unchanged: true, fetches: [] }
  const got = await fetch(address), base = { label: address, fetches: [got.fetch] }
  if ('unchanged' in got) return { ...base, unchanged: true }
  if ('refused' in got) return { ...base, documents: [instead(entry, document, got.refused)], ...(isPassing(got) && { again: true }) }
  const documents = await read(got.bytes, { ...got.source, published: got.source.published ?? document.published?.edtf ?? null })
  const whole = documents.some((d) => 'value' in d.outcome)
  return whole ? { ...base, documents } : { label: address, fetches: [{ ...got.fetch, outcome: 'set aside' }], documents: [...documents, entry] }
}

/** A feed gives days: a change on the day of the last fetch may have come after it. */
const changedSince = ({ modified }: Document, at: string): boolean => modified !== null && modified.edtf.slice(0, 10) >= at.slice(0, 10)

/** May the reason be gone tomorrow? A page that is said to be gone is not waited for. */
export const isPassing = ({ refused, fetch }: { readonly refused: Issue; readonly fetch: FetchRecord }): boolean => passing.has(refused.code) && fetch.status !== 404 && fetch.status !== 410
const passing = new Set(['fetch-timeout', 'fetch-failed', 'truncated', 'retry-later', 'http-status'])

/**
 * Puts the fetch of a list to the last of what it lists, so that it is on record once all of that is: as read when every
 * address could be had and anything at all was kept, else as set aside, and then the list is asked whole again.
 */
export async function* closedBy(fetch: FetchRecord | undefined, followed: AsyncIterable<Followed>): AsyncGenerator<Followed> {
  let held: Followed | undefined, whole = true, good = false
  for await (const one of followed) {
    whole &&= one.again !== true
    good ||= 'unchanged' in one || one.documents.some((d) => 'value' in d.outcome)
    if (held) yield held
    held = one
  }
  if (held) yield fetch ? { ...held, fetches: [...held.fetches, whole && good ? fetch : { ...fetch, outcome: 'set aside' }] } : held
}

/** The entry as the feed gives it, with the reason why its page was not read. */
function instead(entry: ReadAndDrawn, document: Document, refused: Issue): ReadAndDrawn {
  if (!('issues' in entry.outcome)) return entry
  const issue: Issue = { code: 'page-not-read', level: 'warning', message: `What the feed says of ${entry.label} was read instead of its page: ${refused.message}` }
  const issues = [...entry.outcome.issues, issue]
  return { ...entry, outcome: accept({ ...document, issues: [...document.issues, issue] }, issues) }
}

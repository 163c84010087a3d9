import { createFetcher } from '../io/fetch.ts'
import { inputFetcher } from '../io/fetch-input.ts'
import { closedBy, followEntries, isEntry, type Followed, type FollowTools } from '../io/following.ts'
import type { PageLog } from '../io/page-log.ts'
import type { ReadAndDrawn, ReadingPool } from '../io/reading-pool.ts'
import { followSitemap, isSitemap } from '../io/sitemaps.ts'
import type { Incoming } from '../pipeline.ts'
import type { Call } from './command.ts'
import { secondReader } from './model.ts'
import { inTurn, readInputs, sayIssues, sayOutcome, type InputResult } from './reading.ts'

/**
 * Inputs of the command line as the pipeline takes them; what cannot be opened counts as refused. Addresses that were
 * read before are asked for only if they changed, and the entries of a feed and the addresses of a sitemap are followed
 * to their pages.
 */
export async function* incoming(call: Call, pool: ReadingPool, log: PageLog): AsyncGenerator<Incoming> {
  const fetcher = createFetcher({ waitFor: log.waitFor, ...(call.env['HELENOW_FETCH_LOOPBACK'] && { allow: { loopback: true } }) })
  const published = (call.options['published'] as string | undefined) ?? null, second = await secondReader(call)
  const fetch = inputFetcher(fetcher, { published, log }), follows = call.options['entries'] !== true
  const read = (bytes: Uint8Array, source: Parameters<ReadingPool['read']>[1]) => Array.fromAsync(inTurn(pool.each(bytes, source, { extract: true }), second))
  try {
    for await (const input of readInputs(call, pool, true, fetch)) {
      const { label, unchanged, refused } = input, fetches = input.fetch ? [input.fetch] : []
      if (unchanged) yield { label, unchanged, fetches }
      else if (refused) { sayIssues(call, label, [refused]); yield { label, bytes: new Uint8Array(), outcome: { state: 'refused', issues: [refused] }, claims: [], fetches } }
      // A file found in a folder is there to be read; a list that a person named, or that was fetched, is there to be followed.
      else yield* documentsOf(call, closedBy(input.fetch, follows && (input.fetch || call.words.includes(label)) ? follow(input, { fetch, read, log }) : alone(input.results)))
    }
  } finally { await fetcher.close() }
}

/** Follows an input that is a list; a feed on disk is read as it stands, and a sitemap among other documents is one of them. */
async function* follow({ fetch, results }: InputResult, tools: FollowTools): AsyncGenerator<Followed> {
  const documents = results[Symbol.asyncIterator](), first = await documents.next()
  if (first.done) return
  if (fetch && isEntry(first.value)) { yield* followEntries([first.value, ...await Array.fromAsync(rest(documents))], tools); return }
  const second = await documents.next()
  if (second.done && isSitemap(first.value)) { yield* followSitemap(first.value, tools); return }
  yield* alone([first.value])
  if (!second.done) { yield* alone([second.value]); yield* alone(rest(documents)) }
}

async function* rest<T>(iterator: AsyncIterator<T>): AsyncGenerator<T> {
  for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value
}

async function* alone(results: AsyncIterable<ReadAndDrawn> | readonly ReadAndDrawn[]): AsyncGenerator<Followed> {
  for await (const one of results) yield { label: one.label, documents: [one], fetches: [] }
}

/** Says what came of each document; the fetches of an address go with its last one. */
async function* documentsOf(call: Call, followed: AsyncIterable<Followed>): AsyncGenerator<Incoming> {
  for await (const { label, fetches, ...came } of followed) {
    if ('unchanged' in came) { yield { label, unchanged: true, fetches }; continue }
    for (const [i, one] of came.documents.entries()) {
      sayOutcome(call, one)
      yield { ...incomingOf(one), ...(i === came.documents.length - 1 && { fetches }) }
    }
  }
}

const incomingOf = ({ label, bytes, outcome, extracted }: ReadAndDrawn): Incoming => ({ label, bytes, outcome, claims: extracted?.claims ?? [] })

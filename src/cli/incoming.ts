import { createFetcher } from '../io/fetch.ts'
import { inputFetcher } from '../io/fetch-input.ts'
import { followEntries, isEntry, type Followed } from '../io/following.ts'
import type { FetchRecord, PageLog } from '../io/page-log.ts'
import type { ReadAndDrawn, ReadingPool } from '../io/reading-pool.ts'
import type { Incoming } from '../pipeline.ts'
import type { Call } from './command.ts'
import { secondReader } from './model.ts'
import { inTurn, isSetAside, readInputs, sayIssues, sayOutcome, type InputResult } from './reading.ts'

/**
 * Inputs of the command line as the pipeline takes them; what cannot be opened counts as refused. Addresses that were
 * read before are asked for only if they changed, and the entries of a feed are followed to their pages.
 */
export async function* incoming(call: Call, pool: ReadingPool, log: PageLog): AsyncGenerator<Incoming> {
  const fetcher = createFetcher({ waitFor: log.waitFor, ...(call.env['HELENOW_FETCH_LOOPBACK'] && { allow: { loopback: true } }) })
  const published = (call.options['published'] as string | undefined) ?? null, second = await secondReader(call)
  const fetch = inputFetcher(fetcher, { published, log }), follows = call.options['entries'] !== true
  const read = (bytes: Uint8Array, source: Parameters<ReadingPool['read']>[1]) => Array.fromAsync(inTurn(pool.each(bytes, source, { extract: true }), second))
  try {
    for await (const input of readInputs(call, pool, true, fetch)) {
      if (!input.fetch || !follows) { yield* documentsOf(call, input); continue }
      // What an address gives is held as a whole already: to see whether it is a feed costs nothing more.
      const results = await Array.fromAsync(input.results)
      if (results.some(isEntry)) yield* entriesOf(call, input.fetch, results, followEntries(results, { fetch, read, log }))
      else yield* documentsOf(call, { ...input, results })
    }
  } finally { await fetcher.close() }
}

type Results = Omit<InputResult, 'results'> & { readonly results: InputResult['results'] | readonly ReadAndDrawn[] }

async function* documentsOf(call: Call, { label, results, refused, unchanged, fetch }: Results): AsyncGenerator<Incoming> {
  const fetched = fetch ? { fetches: [fetch] } : {}
  if (unchanged) { yield { label, unchanged, ...fetched }; return }
  if (refused) { sayIssues(call, label, [refused]); yield { label, bytes: new Uint8Array(), outcome: { state: 'refused', issues: [refused] }, claims: [], ...fetched }; return }
  let good = false, held: ReadAndDrawn | undefined
  for await (const one of results) {
    sayOutcome(call, one)
    if (held) yield incomingOf(held)
    held = one
    good ||= !isSetAside(one)
  }
  // The fetch goes with the last document: once it is on record, all that came with it is.
  if (held) yield { ...incomingOf(held), ...(fetch && { fetches: [good ? fetch : { ...fetch, outcome: 'set aside' }] }) }
}

/** The entries of a feed; the fetch of the feed goes with the last one, as whole only if every page could be had. */
async function* entriesOf(call: Call, feed: FetchRecord, results: readonly ReadAndDrawn[], followed: AsyncIterable<Followed>): AsyncGenerator<Incoming> {
  let left = results.length, whole = true
  for await (const entry of followed) {
    whole &&= entry.again !== true
    const fetches = [...entry.fetches, ...(--left === 0 ? [whole ? feed : { ...feed, outcome: 'set aside' as const }] : [])]
    if ('unchanged' in entry) { yield { label: entry.label, unchanged: true, fetches }; continue }
    for (const [i, one] of entry.documents.entries()) {
      sayOutcome(call, one)
      yield { ...incomingOf(one), ...(i === entry.documents.length - 1 && { fetches }) }
    }
  }
}

const incomingOf = ({ label, bytes, outcome, extracted }: ReadAndDrawn): Incoming => ({ label, bytes, outcome, claims: extracted?.claims ?? [] })

import { createFetcher, type Fetcher } from '../io/fetch.ts'
import { inputFetcher } from '../io/fetch-input.ts'
import type { PageLog } from '../io/page-log.ts'
import type { ReadAndDrawn, ReadingPool } from '../io/reading-pool.ts'
import type { Incoming } from '../pipeline.ts'
import type { Call } from './command.ts'
import { isSetAside, readInputs, sayIssues, sayOutcome, type InputResult } from './reading.ts'

/**
 * Inputs of the command line as the pipeline takes them; what cannot be opened counts as refused. Addresses that were
 * read before are asked for only if they changed.
 */
export async function* incoming(call: Call, pool: ReadingPool, log: PageLog): AsyncGenerator<Incoming> {
  const fetcher = createFetcher({ waitFor: log.waitFor, ...(call.env['HELENOW_FETCH_LOOPBACK'] && { allow: { loopback: true } }) })
  const published = (call.options['published'] as string | undefined) ?? null
  try {
    for await (const input of readInputs(call, pool, true, inputFetcher(fetcher, { published, log }))) yield* documentsOf(call, input)
  } finally { await fetcher.close() }
}

async function* documentsOf(call: Call, { label, results, refused, unchanged, fetch }: InputResult): AsyncGenerator<Incoming> {
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

const incomingOf = ({ label, bytes, outcome, extracted }: ReadAndDrawn): Incoming => ({ label, bytes, outcome, claims: extracted?.claims ?? [] })

import type { Issue } from '../core/issue.ts'
import { createFetcher, type Fetcher } from '../io/fetch.ts'
import { inputFetcher } from '../io/fetch-input.ts'
import { findInputs, type Input } from '../io/inputs.ts'
import type { ReadAndDrawn, ReadingPool } from '../io/reading-pool.ts'
import type { Incoming } from '../pipeline.ts'
import { type Call, type ExitCode, UsageError } from './command.ts'
import { secondReader, type SecondReader } from './model.ts'

/** What became of one input: its documents, or why there are none. */
export interface InputResult { readonly label: string; readonly results: readonly ReadAndDrawn[]; readonly refused?: Issue }

/**
 * Reads the inputs of a command line in the workers, a few at a time, and hands the results on in the order of the
 * inputs; a slow document holds back its followers' print, never their reading.
 */
export async function* readInputs(call: Call, pool: ReadingPool, extract: boolean, fetch?: (url: string) => Promise<Input>): AsyncGenerator<InputResult> {
  const published = call.options['published'] as string | undefined
  if (published !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(published)) throw new UsageError(`--published takes a day such as 2025-01-13, not "${published}".`)
  const second = await secondReader(call), running: Promise<InputResult>[] = []
  for await (const input of findInputs(call.words, { cwd: call.cwd, published: published ?? null, ...(fetch ? { fetch } : {}) })) {
    running.push(readOne(call, input, pool, extract, second))
    if (running.length > pool.size * 2) yield running.shift()!
  }
  yield* running
}

async function readOne(call: Call, input: Input, pool: ReadingPool, extract: boolean, second: SecondReader | undefined): Promise<InputResult> {
  if ('refused' in input) return { label: input.label, results: [], refused: input.refused }
  const results = await pool.read(input.bytes, input.source, { extract, misses: call.options['explain-misses'] === true })
  return { label: input.label, results: second ? await inTurn(results, second) : results }
}

/** One document after the other: an endpoint is asked for one of an input at a time. */
export async function inTurn(results: readonly ReadAndDrawn[], second: SecondReader): Promise<readonly ReadAndDrawn[]> {
  const done: ReadAndDrawn[] = []
  for (const read of results) done.push(await second(read))
  return done
}

/** One clear line for each thing a reader of the terminal should know. */
export function sayIssues(call: Call, label: string, issues: readonly Issue[]): void {
  for (const issue of issues) if (issue.level !== 'note') call.err(`${issue.level === 'error' ? 'error' : 'warning'}: ${issue.message.includes(label) ? '' : `${label}: `}${issue.message} [${issue.code}]`)
}

/** The line of one document: what set it aside, or each warning of one that was read. */
export const sayOutcome = (call: Call, { label, outcome }: ReadAndDrawn): void =>
  sayIssues(call, label, outcome.state === 'quarantined' || outcome.state === 'refused' ? outcome.issues.slice(0, 1) : outcome.issues)

/** 1 when something was set aside or refused, else 0. */
export const exitOf = (results: readonly InputResult[]): ExitCode =>
  results.some((r) => r.refused || r.results.some((x) => x.outcome.state === 'quarantined' || x.outcome.state === 'refused')) ? 1 : 0

export function needWords(call: Call, what: string): void {
  if (call.words.length === 0) throw new UsageError(`give ${what}. "--help" shows examples.`)
}

/** Inputs of the command line as the pipeline takes them; what cannot be opened counts as refused. */
export async function* incoming(call: Call, pool: ReadingPool): AsyncGenerator<Incoming> {
  const fetcher = createFetcher(call.env['HELENOW_FETCH_LOOPBACK'] ? { allow: { loopback: true } } : {})
  try { yield* fetched(call, pool, fetcher) } finally { await fetcher.close() }
}

async function* fetched(call: Call, pool: ReadingPool, fetcher: Fetcher): AsyncGenerator<Incoming> {
  const published = (call.options['published'] as string | undefined) ?? null
  for await (const { label, results, refused } of readInputs(call, pool, true, inputFetcher(fetcher, published))) {
    if (refused) { sayIssues(call, label, [refused]); yield { label, bytes: new Uint8Array(), outcome: { state: 'refused', issues: [refused] }, claims: [] }; continue }
    for (const one of results) {
      sayOutcome(call, one)
      yield { label: one.label, bytes: one.bytes, outcome: one.outcome, claims: one.extracted?.claims ?? [] }
    }
  }
}

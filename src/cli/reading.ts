import type { Issue } from '../core/issue.ts'
import type { FetchedInput } from '../io/fetch-input.ts'
import { findInputs, type Input } from '../io/inputs.ts'
import type { FetchRecord } from '../io/page-log.ts'
import type { ReadAndDrawn, ReadingPool } from '../io/reading-pool.ts'
import { type Call, UsageError } from './command.ts'
import { secondReader, type SecondReader } from './model.ts'

/** What became of one input: its documents one by one, or why there are none. */
export interface InputResult {
  readonly label: string
  readonly results: AsyncIterable<ReadAndDrawn>
  readonly refused?: Issue
  readonly fetch?: FetchRecord
  /** Its server said that nothing changed since it was last read. */
  readonly unchanged?: true
}

/**
 * Reads the inputs of a command line in the workers, a few at a time, and hands the results on in the order of the
 * inputs; a slow document holds back its followers' print, never their reading. Of a large archive no more is held
 * than is being read.
 */
export async function* readInputs(call: Call, pool: ReadingPool, extract: boolean, fetch?: (url: string) => Promise<FetchedInput>): AsyncGenerator<InputResult> {
  const published = call.options['published'] as string | undefined
  if (published !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(published)) throw new UsageError(`--published takes a day such as 2025-01-13, not "${published}".`)
  const second = await secondReader(call), running: InputResult[] = []
  for await (const input of findInputs(call.words, { cwd: call.cwd, published: published ?? null, large: true, fetch })) {
    running.push(readOne(call, input, pool, extract, second))
    if (running.length > pool.size * 2) yield running.shift()!
  }
  yield* running
}

function readOne(call: Call, input: Input, pool: ReadingPool, extract: boolean, second: SecondReader | undefined): InputResult {
  const base = { label: input.label, ...('fetch' in input && { fetch: input.fetch }) }
  if ('refused' in input) return { ...base, results: none(), refused: input.refused }
  if ('unchanged' in input) return { ...base, results: none(), unchanged: true }
  const options = { extract, misses: call.options['explain-misses'] === true }
  if ('file' in input) return { ...base, results: inTurn(pool.each(input.file, input.source, options), second) }
  const read = pool.read(input.bytes, input.source, options)
  // What goes wrong is met by whoever takes the results.
  read.catch(() => {})
  return { ...base, results: inTurn(each(read), second) }
}

async function* none(): AsyncGenerator<never> {}
async function* each<T>(list: Promise<readonly T[]>): AsyncGenerator<T> { yield* await list }

/** One document after the other: an endpoint is asked for one of an input at a time. */
export async function* inTurn(results: AsyncIterable<ReadAndDrawn> | Iterable<ReadAndDrawn>, second: SecondReader | undefined): AsyncGenerator<ReadAndDrawn> {
  for await (const read of results) yield second ? await second(read) : read
}

/** One clear line for each thing a reader of the terminal should know. */
export function sayIssues(call: Call, label: string, issues: readonly Issue[]): void {
  for (const issue of issues) if (issue.level !== 'note') call.err(`${issue.level === 'error' ? 'error' : 'warning'}: ${issue.message.includes(label) ? '' : `${label}: `}${issue.message} [${issue.code}]`)
}

/** The line of one document: what set it aside, or each warning of one that was read. */
export const sayOutcome = (call: Call, { label, outcome }: ReadAndDrawn): void =>
  sayIssues(call, label, outcome.state === 'quarantined' || outcome.state === 'refused' ? outcome.issues.slice(0, 1) : outcome.issues)

/** Was the document set aside or refused? Then the command ends with 1. */
export const isSetAside = ({ outcome }: ReadAndDrawn): boolean => outcome.state === 'quarantined' || outcome.state === 'refused'

export function needWords(call: Call, what: string): void {
  if (call.words.length === 0) throw new UsageError(`give ${what}. "--help" shows examples.`)
}

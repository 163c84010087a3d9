import { createInterface } from 'node:readline'
import { createReadingPool, type ReadAndDrawn, type ReadingPool } from '../../io/reading-pool.ts'
import { sourceOf } from '../../reading/read.ts'
import { documentJson } from '../../reporting/claim-json.ts'
import { claimsText } from '../../reporting/claims-text.ts'
import { type Call, type Command, type ExitCode } from '../command.ts'
import { modelOption, secondReader, type SecondReader } from '../model.ts'
import { inTurn, isSetAside, needWords, readInputs, sayIssues, sayOutcome } from '../reading.ts'

export default {
  name: 'extract',
  usage: 'FILE… [--json] [--explain] [--explain-misses] | --stdin',
  options: {
    stdin: { type: 'boolean', help: 'Read one JSON object a line, {id, type, url, retrieved, published, text | base64}; print one line each, in order, failures included.' },
    explain: { type: 'boolean', help: 'Show, for each claim, the rule, the words it rests on, and why each field has its value.' },
    'explain-misses': { type: 'boolean', help: 'Show sentences that look like claims and yielded none.' },
    published: { type: 'string', value: 'DAY', help: 'Publication day, for documents that do not say.' },
    ...modelOption,
  },
  examples: [
    { line: 'extract examples/documents/white-house-2024-09-26-statement-from-president-joe-biden-on-u-s-support.md', shows: 'who promised what to whom, each claim with its words' },
    { line: 'extract report.html --json', shows: 'the same as one JSON object' },
    { line: 'extract notes.txt --published 2025-01-13 --explain', shows: 'with the reasons behind each field' },
  ],
  async run(call) {
    if (call.options['stdin']) return stream(call)
    needWords(call, 'one or more files')
    const pool = createReadingPool()
    let bad = false
    try {
      for await (const result of readInputs(call, pool, true)) {
        if (result.refused) { sayIssues(call, result.label, [result.refused]); bad = true }
        for await (const read of result.results) { bad ||= isSetAside(read); sayOutcome(call, read); print(call, read) }
      }
    } finally { await pool.close() }
    return bad ? 1 : 0
  },
} satisfies Command

function print(call: Call, { outcome, extracted }: ReadAndDrawn): void {
  if (outcome.state !== 'accepted' && outcome.state !== 'warned') return
  const claims = extracted?.claims ?? [], explain = call.options['explain'] === true
  if (call.options['json']) call.out(JSON.stringify({ ...documentJson(outcome.value, claims, explain, extracted?.verbatim), ...(call.options['explain-misses'] ? { misses: extracted?.misses ?? [] } : {}) }))
  else call.out(claimsText(outcome.value, claims, { width: call.width, explain, misses: call.options['explain-misses'] ? extracted?.misses ?? [] : [] }))
}

interface Line { readonly id?: string; readonly type?: string; readonly url?: string; readonly retrieved?: string; readonly published?: string; readonly text?: string; readonly base64?: string }

/** One JSON line in, one out, in the same order: what an archive job pipes documents through. */
async function stream(call: Call): Promise<ExitCode> {
  const second = await secondReader(call), pool = createReadingPool(), waiting: Promise<{ line: string; bad: boolean }>[] = []
  let bad = false
  const flush = async () => { const { line, bad: failed } = await waiting.shift()!; call.out(line); bad ||= failed }
  try {
    for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
      if (!line.trim()) continue
      waiting.push(answer(line, pool, second))
      while (waiting.length > pool.size * 4) await flush()
    }
    while (waiting.length > 0) await flush()
  } finally { await pool.close() }
  return bad ? 1 : 0
}

async function answer(line: string, pool: ReadingPool, second: SecondReader | undefined): Promise<{ line: string; bad: boolean }> {
  let input: Line
  try { input = JSON.parse(line) as Line } catch { return failed(null, 'not-json', 'The line is not a JSON object.') }
  if (typeof input !== 'object' || input === null || (typeof input.text !== 'string' && typeof input.base64 !== 'string')) return failed(input?.id ?? null, 'no-content', 'The line has neither text nor base64.')
  const bytes = typeof input.text === 'string' ? new TextEncoder().encode(input.text) : new Uint8Array(Buffer.from(input.base64!, 'base64'))
  const source = sourceOf(input.id ?? input.url ?? 'stdin', { url: input.url ?? null, retrieved: input.retrieved ?? null, declaredType: input.type ?? null, published: input.published ?? null, ...(typeof input.text === 'string' ? { declaredCharset: 'utf-8' } : {}) })
  const results = await Array.fromAsync(inTurn(pool.each(bytes, source, { extract: true }), second))
  const documents = results.map((r) => (r.outcome.state === 'accepted' || r.outcome.state === 'warned' ? documentJson(r.outcome.value, r.extracted?.claims ?? [], false, r.extracted?.verbatim) : { document: { id: r.label }, failed: r.outcome.state, issues: r.outcome.issues }))
  const bad = results.some((r) => r.outcome.state === 'quarantined' || r.outcome.state === 'refused')
  return { line: JSON.stringify(documents.length === 1 ? { id: input.id ?? null, ...documents[0] } : { id: input.id ?? null, documents }), bad }
}

const failed = (id: string | null, code: string, message: string) => ({ line: JSON.stringify({ id, failed: 'refused', issues: [{ code, level: 'error', message }] }), bad: true })


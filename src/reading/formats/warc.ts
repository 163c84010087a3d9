import { count, createBudget, type Budget } from '../budget.ts'
import type { Format, ReadMember, ReadResult, Source } from '../format.ts'
import { readAnswer } from '../http-message.ts'
import { withIssue } from '../results.ts'
import { head } from '../sniff.ts'
import { issueOf, outcomeOf, quarantined, refused, Stop } from '../stop.ts'
import { startsRecord, warcParts, type WarcGap, type WarcRecord } from '../warc-records.ts'
import { nextMember } from '../gzip-members.ts'

export default {
  name: 'warc',
  version: 1,
  sniff(bytes) {
    if (startsRecord(bytes, 0)) return 0.95
    return head(bytes, 3) === '\x1f\x8b\x08' && nextMember(bytes.subarray(0, 4096), 0, (start) => startsRecord(start, 0)) === 0 ? 0.95 : 0
  },
  async read(bytes, source, readMember, budget = createBudget()) {
    const results: ReadResult[] = []
    for await (const part of warcParts(bytes, source.label, budget))
      results.push(...(part.kind === 'gap' ? [gapResult(part, bytes, source)] : await readRecord(part, source, readMember, budget)))
    if (results.length === 0) throw quarantined('no-documents', `${source.label} is a web archive without a kept page.`)
    return results
  },
} satisfies Format

/** A gap is quarantined with its bytes, named by offset and length. */
function gapResult({ offset, length, why }: WarcGap, file: Uint8Array, source: Source): ReadResult {
  const at = offset + (source.offset ?? 0)
  const issue = issueOf('error', 'warc-gap', `${source.label}: ${count(length)} bytes from byte ${count(at)} could not be read (${why}); the records around them were.`, `${at}+${length}`)
  return { label: `${source.label}@${at}`, bytes: file.subarray(offset, offset + length), outcome: outcomeOf(new Stop('quarantined', issue)) }
}

/** The documents of one record: none for requests, metadata and repeats, which carry no page. */
async function readRecord(record: WarcRecord, source: Source, readMember: ReadMember, budget: Budget): Promise<readonly ReadResult[]> {
  const type = record.headers.get('warc-type') ?? ''
  if (!['response', 'resource', 'conversion'].includes(type)) return []
  const url = address(record.headers.get('warc-target-uri'))
  const label = url ?? `${source.label}@${record.offset + (source.offset ?? 0)}`
  try {
    budget.member(source.label)
    const retrieved = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.exec(record.headers.get('warc-date') ?? '')?.[0] ?? source.retrieved
    const answer = type === 'response' ? await readAnswer(record.block, label, budget) : undefined
    if (answer && (answer.status < 200 || answer.status > 299)) throw refused('http-status', `${label}: the server answered ${answer.status}, so there is no page; look for another copy.`)
    const contentType = answer?.headers.get('content-type') ?? record.headers.get('content-type') ?? ''
    const { offset: _whole, ...rest } = source
    const of: Source = { ...rest, label, url, retrieved, declaredType: answer || type !== 'response' ? contentType || null : null, declaredCharset: /charset=["']?([\w.:-]{1,40})/i.exec(contentType)?.[1] ?? null }
    const results = await readMember(answer?.body ?? record.block, of)
    return results.map((result) => flaws(record, label, answer?.headers.get('content-length'), answer?.body.length).reduce(withIssue, result))
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    return [{ label, bytes: record.block, outcome: outcomeOf(error) }]
  }
}

function flaws(record: WarcRecord, label: string, said: string | undefined, got: number | undefined) {
  const cut = record.headers.get('warc-truncated') ?? (said !== undefined && got !== undefined && /^\d+$/.test(said) && got < Number(said) ? `${got} of ${said} bytes` : null)
  return [
    ...(record.flaw === null ? [] : [issueOf('warning', 'warc-length', `${label}: ${record.flaw}; it was read up to the next record.`, String(record.offset))]),
    ...(cut === null ? [] : [issueOf('warning', 'truncated', `${label} was kept only in part (${cut}); fetch it again.`)]),
  ]
}

function address(uri: string | undefined): string | null {
  const url = URL.parse((uri ?? '').replace(/^<|>$/g, ''))
  return url && /^https?:$/.test(url.protocol) ? url.href : null
}

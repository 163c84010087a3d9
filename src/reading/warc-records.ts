import { gunzipMember, nextMember } from './gzip-members.ts'
import type { Budget } from './budget.ts'

/** One record of an archive: where it stands in the file, its headers in lower case, its block. */
export interface WarcRecord {
  readonly kind: 'record'
  readonly offset: number
  readonly length: number
  readonly headers: ReadonlyMap<string, string>
  readonly block: Uint8Array
  /** What is wrong with the record although it could be read: a length that does not fit. */
  readonly flaw: string | null
}
/** A stretch of the file in which no record could be read, with the reason. */
export interface WarcGap { readonly kind: 'gap'; readonly offset: number; readonly length: number; readonly why: string }
export type WarcPart = WarcRecord | WarcGap

const mostHeader = 64 * 1024

/**
 * The records of a WARC file, packed member by member or plain, and the gaps between them. Lengths of records and gaps
 * add up to that of the file: a broken record costs itself, never the ones behind it.
 * @example for (const part of warcParts(bytes, budget)) if (part.kind === 'record') part.headers.get('warc-target-uri')
 */
export async function* warcParts(file: Uint8Array, label: string, budget: Budget): AsyncGenerator<WarcPart> {
  if (file[0] === 0x1f && file[1] === 0x8b) yield* packedParts(file, label, budget)
  else yield* plainParts(file, 0, file.length)
}

async function* packedParts(file: Uint8Array, label: string, budget: Budget): AsyncGenerator<WarcPart> {
  let at = 0
  while (at < file.length) {
    const member = await gunzipMember(file, at, label, budget)
    if (member.state === 'read' && (startsRecord(member.bytes, 0) || member.bytes.length === 0)) {
      yield* spread(member.bytes, at, member.length)
      at += member.length
      continue
    }
    const next = nextMember(file, member.state === 'read' ? at + member.length : at + 1, (start) => startsRecord(start, 0))
    const why = member.state === 'read' ? 'a packed part that is no WARC record' : member.why
    yield { kind: 'gap', offset: at, length: next - at, why }
    at = next
  }
}

/** The records inside one packed member share its bytes: the first stands for them in the sum. */
function* spread(bytes: Uint8Array, offset: number, length: number): Generator<WarcPart> {
  let counted = false
  for (const part of plainParts(bytes, 0, bytes.length)) {
    yield { ...part, offset, length: counted ? 0 : length }
    counted = true
  }
  if (!counted) yield { kind: 'gap', offset, length, why: 'an empty packed part' }
}

/** Records of plain WARC text between two offsets. */
export function* plainParts(file: Uint8Array, from: number, to: number): Generator<WarcPart> {
  let at = from
  while (at < to) {
    const record = readRecord(file, at, to)
    if (typeof record !== 'string') {
      yield record
      at += record.length
      continue
    }
    const next = nextRecord(file, at + 1, to)
    if (record !== blank) yield { kind: 'gap', offset: at, length: next - at, why: record }
    at = next
  }
}

const blank = 'blank lines'

/** The record at an offset, or the reason why there is none. */
function readRecord(file: Uint8Array, at: number, to: number): WarcRecord | string {
  if (!startsRecord(file, at)) return 'bytes that begin no record'
  const head = headerEnd(file, at, Math.min(to, at + mostHeader))
  if (head < 0) return 'a header without an end'
  const headers = parseHeaders(latin1.decode(file.subarray(at, head)))
  const said = headers.get('content-length') ?? ''
  if (!/^\d{1,12}$/.test(said)) return `a record whose length is “${said.slice(0, 20)}”`
  const end = head + Number(said)
  // A record ends in two line ends. Where they are missing, the length is wrong: the next record tells where it ends.
  if (end <= to && isClosed(file, end, to)) return { kind: 'record', offset: at, length: closing(file, end, to) - at, headers, block: file.subarray(head, end), flaw: null }
  const next = nextRecord(file, head, to)
  if (next === to && end > to) return `a record cut short (${to - head} of ${said} bytes)`
  const block = file.subarray(head, trimEnd(file, head, next))
  return { kind: 'record', offset: at, length: next - at, headers, block, flaw: `its length is given as ${said} bytes but is ${block.length}` }
}

const latin1 = new TextDecoder('latin1')
const magic = [0x57, 0x41, 0x52, 0x43, 0x2f, 0x31, 0x2e]

/** Do the bytes begin with `WARC/1.`? */
export const startsRecord = (bytes: Uint8Array, at: number): boolean => magic.every((byte, i) => bytes[at + i] === byte)

/** Offset of the next line that begins a record, or the end. */
function nextRecord(file: Uint8Array, from: number, to: number): number {
  const buffer = Buffer.from(file.buffer, file.byteOffset, to)
  for (let at = buffer.indexOf('WARC/1.', from, 'latin1'); at >= 0 && at < to; at = buffer.indexOf('WARC/1.', at + 1, 'latin1'))
    if ((at === 0 || file[at - 1] === 10) && /^WARC\/1\.[01]\r?\n[\w-]{1,60}:/.test(latin1.decode(file.subarray(at, Math.min(to, at + 80))))) return at
  return to
}

function headerEnd(file: Uint8Array, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    if (file[at] !== 10) continue
    if (file[at + 1] === 10) return at + 2
    if (file[at + 1] === 13 && file[at + 2] === 10) return at + 3
  }
  return -1
}

const isLineEnd = (byte: number | undefined) => byte === 13 || byte === 10
const isClosed = (file: Uint8Array, end: number, to: number) => end === to || (isLineEnd(file[end]) && (end + 1 === to || isLineEnd(file[end + 1])))
function closing(file: Uint8Array, end: number, to: number): number {
  while (end < to && isLineEnd(file[end])) end++
  return end
}
function trimEnd(file: Uint8Array, from: number, to: number): number {
  while (to > from && isLineEnd(file[to - 1])) to--
  return to
}

/** Header lines as a map; a line that begins with white space goes on with the one before. */
export function parseHeaders(text: string): ReadonlyMap<string, string> {
  const headers = new Map<string, string>()
  let last = ''
  for (const line of text.split(/\r?\n/).slice(1)) {
    const colon = line.indexOf(':')
    if (/^[ \t]/.test(line) && last !== '') headers.set(last, `${headers.get(last)} ${line.trim()}`)
    else if (colon > 0) {
      last = line.slice(0, colon).trim().toLowerCase()
      if (!headers.has(last)) headers.set(last, line.slice(colon + 1).trim())
    }
  }
  return headers
}

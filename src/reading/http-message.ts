import { brotliDecompressSync } from 'node:zlib'
import type { Budget } from './budget.ts'
import { inflate, joinBytes } from './inflate.ts'
import { quarantined } from './stop.ts'
import { parseHeaders } from './warc-records.ts'

/** An answer of a server as it was kept: status, headers in lower case, body without its codings. */
export interface HttpAnswer { readonly status: number; readonly headers: ReadonlyMap<string, string>; readonly body: Uint8Array }

const mostHeader = 256 * 1024

/** Splits a kept answer; undefined when the bytes are none. Chunks are joined and packed bodies unfolded within the budget. */
export async function readAnswer(bytes: Uint8Array, label: string, budget: Budget): Promise<HttpAnswer | undefined> {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, mostHeader))
  const status = /^HTTP\/\d(?:\.\d)? (\d{3})/.exec(start)
  if (!status) return undefined
  const end = /\r?\n\r?\n/.exec(start)
  const headers = parseHeaders(end ? start.slice(0, end.index) : start)
  const raw = end ? bytes.subarray(end.index + end[0].length) : new Uint8Array()
  const whole = /chunked/i.test(headers.get('transfer-encoding') ?? '') ? joinChunks(raw) ?? raw : raw
  return { status: Number(status[1]), headers, body: await decodeBody(whole, headers.get('content-encoding') ?? '', label, budget) }
}

// Archives often keep the header of a coding that they have already undone: the bytes tell.
async function decodeBody(body: Uint8Array, coding: string, label: string, budget: Budget): Promise<Uint8Array> {
  if (/gzip/i.test(coding)) return body[0] === 0x1f && body[1] === 0x8b ? inflate(body, 'gzip', label, budget) : body
  if (/deflate/i.test(coding)) {
    const wrapped = (body[0]! & 0x0f) === 8 && ((body[0]! << 8) | body[1]!) % 31 === 0
    return wrapped ? inflate(body.subarray(2, -4), 'raw', label, budget) : body
  }
  if (/\bbr\b/i.test(coding) && !/^\s*</.test(String.fromCharCode(...body.subarray(0, 20)))) return unfoldBrotli(body, label, budget)
  return body
}

function unfoldBrotli(body: Uint8Array, label: string, budget: Budget): Uint8Array {
  try {
    const out = brotliDecompressSync(body, { maxOutputLength: Math.min(budget.limits.member, Math.max(budget.limits.ratioAfter, body.length * budget.limits.ratio)) })
    budget.spend(out.length, label)
    return out
  } catch {
    throw quarantined('broken-archive', `${label}: its body is packed (brotli) and damaged or unfolds like a bomb.`)
  }
}

/** The body of chunks, or undefined when the bytes are not chunked. A missing end is borne. @example joinChunks(Buffer.from('3\r\nabc\r\n0\r\n\r\n')) */
export function joinChunks(bytes: Uint8Array): Uint8Array | undefined {
  const parts: Uint8Array[] = []
  let at = 0
  while (at < bytes.length) {
    const size = /^([0-9a-f]{1,8})[^\r\n]{0,200}\r?\n/i.exec(String.fromCharCode(...bytes.subarray(at, at + 212)))
    if (!size) return parts.length > 0 ? joinBytes(parts) : undefined
    const length = parseInt(size[1]!, 16)
    at += size[0].length
    if (length === 0) return joinBytes(parts)
    parts.push(bytes.subarray(at, at + length))
    at += length
    if (bytes[at] === 13) at++
    if (bytes[at] === 10) at++
  }
  return joinBytes(parts)
}

import { constants, crc32, inflateRawSync } from 'node:zlib'
import type { Budget } from './budget.ts'
import { inflateFrom } from './inflate.ts'
import { Stop } from './stop.ts'

export type GzipMember =
  | { readonly state: 'read'; readonly bytes: Uint8Array; readonly length: number }
  | { readonly state: 'broken'; readonly why: string }

const atOnce = 4 * 1024 * 1024

/** Unfolds the gzip member at an offset and says how long it is; checks its sum. A bomb counts as broken. */
export async function gunzipMember(file: Uint8Array, at: number, label: string, budget: Budget): Promise<GzipMember> {
  const body = memberBody(file, at)
  if (body < 0) return { state: 'broken', why: 'bytes that begin no packed part' }
  try {
    const { bytes, used } = unfoldSmall(file.subarray(body)) ?? await inflateFrom(file.subarray(body), label, budget)
    const end = body + used
    if (end + 8 > file.length) return { state: 'broken', why: 'a packed part cut short' }
    const view = new DataView(file.buffer, file.byteOffset + end, 8)
    if (view.getUint32(0, true) !== crc32(bytes) || view.getUint32(4, true) !== bytes.length >>> 0) return { state: 'broken', why: 'a packed part with a wrong checksum' }
    budget.spend(bytes.length, label)
    return { state: 'read', bytes, length: end + 8 - at }
  } catch (error) {
    if (error instanceof Stop && error.issue.code === 'archive-bomb') return { state: 'broken', why: 'a packed part that unfolds like a bomb' }
    if (error instanceof Stop && error.issue.code !== 'broken-archive') throw error
    return { state: 'broken', why: 'a damaged packed part' }
  }
}

function unfoldSmall(packed: Uint8Array): { readonly bytes: Uint8Array; readonly used: number } | undefined {
  try {
    const { buffer, engine } = inflateRawSync(packed, { maxOutputLength: atOnce, info: true }) as unknown as { buffer: Uint8Array; engine: { bytesWritten: number } }
    return { bytes: buffer, used: engine.bytesWritten }
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') return undefined
    throw error
  }
}

/** Where the deflated data of a member begins, behind its header (RFC 1952), or -1 when there is no header. */
function memberBody(file: Uint8Array, at: number): number {
  if (file[at] !== 0x1f || file[at + 1] !== 0x8b || file[at + 2] !== 8) return -1
  const flags = file[at + 3] ?? 0
  let body = at + 10
  if (flags & 4) body += 2 + (file[body] ?? 0) + (file[body + 1] ?? 0) * 256
  for (const flag of [8, 16]) if (flags & flag) {
    const zero = file.indexOf(0, body)
    if (zero < 0) return -1
    body = zero + 1
  }
  if (flags & 2) body += 2
  return body < file.length ? body : -1
}

/**
 * Offset of the next gzip member whose first bytes are wanted, or the end of the file. Three bytes are a weak mark, so
 * the start of each candidate is unfolded and looked at.
 */
export function nextMember(file: Uint8Array, from: number, wanted: (start: Uint8Array) => boolean): number {
  const buffer = Buffer.from(file.buffer, file.byteOffset, file.length)
  for (let at = buffer.indexOf('\x1f\x8b\x08', from, 'latin1'); at >= 0; at = buffer.indexOf('\x1f\x8b\x08', at + 1, 'latin1')) {
    const body = memberBody(file, at)
    if (body >= 0 && wanted(startOf(file.subarray(body, body + 512)))) return at
  }
  return file.length
}

function startOf(packed: Uint8Array): Uint8Array {
  try {
    return inflateRawSync(packed, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 1024 * 1024 })
  } catch {
    return new Uint8Array()
  }
}

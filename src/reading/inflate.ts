import { createGunzip, createInflateRaw, gunzipSync, inflateRawSync, type Gunzip, type InflateRaw } from 'node:zlib'
import { count, size, type Budget } from './budget.ts'
import { quarantined, refused, Stop } from './stop.ts'

const smallEnough = 8 * 1024 * 1024
const step = 16 * 1024

/**
 * Unfolds one deflated or gzipped member within the budget. A bomb throws a `Stop` while it is still small; a broken
 * stream throws one that says so.
 * @example await inflate(gzipSync('abc'), 'gzip', 'a.gz', createBudget()) // the bytes of 'abc'
 */
export async function inflate(packed: Uint8Array, how: 'raw' | 'gzip', label: string, budget: Budget): Promise<Uint8Array> {
  const { limits } = budget
  const most = Math.min(limits.member, Math.max(limits.ratioAfter, packed.length * limits.ratio))
  const out = most <= smallEnough ? unfoldAtOnce(packed, how, label, most, limits.ratio) : await unfoldInSteps(packed, how, label, budget)
  budget.spend(out.length, label)
  return out
}

function unfoldAtOnce(packed: Uint8Array, how: 'raw' | 'gzip', label: string, most: number, ratio: number): Uint8Array {
  try {
    return how === 'raw' ? inflateRawSync(packed, { maxOutputLength: most }) : gunzipSync(packed, { maxOutputLength: most })
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') throw bomb(label, ratio)
    throw broken(label, error)
  }
}

// The ratio is watched while unfolding: a bomb of 2 GB must not fill memory before it is found out.
async function unfoldInSteps(packed: Uint8Array, how: 'raw' | 'gzip', label: string, budget: Budget): Promise<Uint8Array> {
  return (await watch(how === 'raw' ? createInflateRaw() : createGunzip(), packed, label, budget)).bytes
}

/**
 * Unfolds deflated data that may be followed by something else, and says how much of it was used.
 * @throws Stop when it is a bomb or broken
 */
export const inflateFrom = (packed: Uint8Array, label: string, budget: Budget): Promise<{ readonly bytes: Uint8Array; readonly used: number }> =>
  watch(createInflateRaw(), packed, label, budget)

async function watch(stream: InflateRaw | Gunzip, packed: Uint8Array, label: string, { limits }: Budget): Promise<{ readonly bytes: Uint8Array; readonly used: number }> {
  const parts: Uint8Array[] = []
  let length = 0
  const fed = feed(stream, packed)
  try {
    for await (const part of stream as AsyncIterable<Uint8Array>) {
      parts.push(part)
      length += part.length
      if (length > limits.ratioAfter && length > (stream.bytesWritten + step) * limits.ratio) throw bomb(label, limits.ratio)
      if (length > limits.member) throw refused('archive-bomb', `${label} unfolds to more than ${size(limits.member)}; it was not read. Split it and read its parts.`)
    }
  } catch (error) {
    throw error instanceof Stop ? error : broken(label, error)
  } finally {
    stream.destroy()
    await fed
  }
  return { bytes: joinBytes(parts, length), used: stream.bytesWritten }
}

/**
 * How long zlib data unfolds, without keeping it unless wanted; null when it unfolds like a bomb. Data that breaks off
 * counts as far as it goes.
 */
export async function inflateHead(packed: Uint8Array, limits: { readonly ratio: number; readonly after: number; readonly most: number }, keep: boolean): Promise<{ readonly length: number | null; readonly head: Uint8Array }> {
  const stream = createInflateRaw(), parts: Uint8Array[] = []
  let length = 0
  const fed = feed(stream, packed)
  try {
    for await (const part of stream as AsyncIterable<Uint8Array>) {
      length += part.length
      if (keep) parts.push(part)
      if (length > limits.after && length > (stream.bytesWritten + step) * limits.ratio) return { length: null, head: new Uint8Array() }
      if (length > limits.most) break
    }
  } catch {
    // A parser may still read what came before the break; its length is what counts.
  } finally {
    stream.destroy()
    await fed
  }
  return { length, head: joinBytes(parts) }
}

/** Writes the bytes step by step; ends early when the stream has what it needs. */
async function feed(stream: InflateRaw | Gunzip, packed: Uint8Array): Promise<void> {
  let wake = () => {}
  for (const event of ['drain', 'close', 'end']) stream.on(event, () => wake())
  for (let at = 0; at < packed.length && !stream.destroyed && !stream.readableEnded; at += step)
    if (!stream.write(packed.subarray(at, at + step))) await new Promise<void>((go) => { wake = go })
  if (!stream.destroyed) stream.end()
}

/** Byte arrays as one. */
export function joinBytes(parts: readonly Uint8Array[], length = parts.reduce((sum, p) => sum + p.length, 0)): Uint8Array {
  const out = new Uint8Array(length)
  let at = 0
  for (const part of parts) { out.set(part, at); at += part.length }
  return out
}

const bomb = (label: string, ratio: number) =>
  refused('archive-bomb', `${label} unfolds to more than ${count(ratio)} times its size, as a bomb does; it was not read.`)
const broken = (label: string, error: unknown) =>
  quarantined('broken-archive', `${label} is damaged or cut short (${(error as Error).message}); fetch it again.`)

import { nextMember } from '../reading/gzip-members.ts'
import { startsRecord } from '../reading/warc-records.ts'
import type { Cuts } from '../reading/warc-cuts.ts'

const MB = 1024 * 1024
const stretch = 16 * MB, longest = 512 * MB
/** Packed bytes of records that are read in one job. */
const together = MB

/** Bytes that are read where they are wanted: a file on disk, or an array. */
export interface FileBytes { readonly length: number; slice(from: number, to: number): Promise<Uint8Array> }

/** A part of an archive with whole records in it, and where it begins. */
export interface Stretch { readonly bytes: Uint8Array; readonly offset: number }

/** @example await heldBytes(bytes).slice(0, 4) */
export const heldBytes = (bytes: Uint8Array): FileBytes => ({ length: bytes.length, slice: (from, to) => Promise.resolve(bytes.subarray(from, to)) })

/**
 * An archive in parts of about a megabyte with whole records in them. The bytes are looked at by `cut`, in a worker.
 * A record longer than the longest stretch is a part by itself, for its reader to refuse. One stretch is held at a time.
 */
export async function* stretchesOf(file: FileBytes, cut: (bytes: Uint8Array, last: boolean) => Promise<Cuts>): AsyncGenerator<Stretch> {
  let at = 0, size = stretch
  while (at < file.length) {
    const end = Math.min(file.length, at + size), last = end === file.length, held = await file.slice(at, end)
    if (held.length === 0) return
    const { ends } = await cut(held, last)
    if (ends.length === 0 && !last && size < longest) { size *= 2; continue }
    const cuts = ends.length > 0 ? ends : [held.length]
    let from = 0
    for (const [i, to] of cuts.entries()) {
      const next = cuts[i + 1]
      if (next !== undefined && next - from <= together) continue
      // A copy: a part that waits for its worker must not hold the whole stretch.
      yield { bytes: held.slice(from, to), offset: at + from }
      from = to
    }
    at += cuts.at(-1)!
    size = stretch
  }
}

/** Is it a web archive, by its first bytes or its name? A gzip file may be one; cutting tells. */
export const isWebArchive = (head: Uint8Array, label: string): boolean =>
  startsRecord(head, 0) || (head[0] === 0x1f && head[1] === 0x8b && (/\.warc(?:\.gz)?$/i.test(label) || nextMember(head.subarray(0, 4096), 0, (start) => startsRecord(start, 0)) === 0))

/** Is the file a web archive large enough to be read in parts? */
export const isLargeArchive = (bytes: Uint8Array, label: string): boolean => bytes.length > 2 * MB && isWebArchive(bytes, label)

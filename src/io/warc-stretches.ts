import type { Cuts } from '../reading/warc-cuts.ts'

const MB = 1024 * 1024
const stretch = 16 * MB, longest = 512 * MB
/** Packed bytes of records that are read in one job. */
const together = MB

/** A part of an archive with whole records in it, and where it begins. */
export interface Stretch { readonly bytes: Uint8Array; readonly offset: number }

/**
 * An archive in parts of about a megabyte with whole records in them. The bytes are looked at by `cut`, in a worker.
 * A record longer than the longest stretch is a part by itself, for its reader to refuse.
 */
export async function* stretchesOf(file: Uint8Array, cut: (bytes: Uint8Array, last: boolean) => Promise<Cuts>): AsyncGenerator<Stretch> {
  let at = 0, size = stretch
  while (at < file.length) {
    const end = Math.min(file.length, at + size), last = end === file.length
    const { ends } = await cut(file.subarray(at, end), last)
    if (ends.length === 0 && !last && size < longest) { size *= 2; continue }
    const cuts = ends.length > 0 ? ends : [end - at]
    let from = 0
    for (const [i, to] of cuts.entries()) {
      const next = cuts[i + 1]
      if (next !== undefined && next - from <= together) continue
      yield { bytes: file.subarray(at + from, at + to), offset: at + from }
      from = to
    }
    at += cuts.at(-1)!
    size = stretch
  }
}

/** Is the file a web archive large enough to be read in parts? A gzip file may be one; cutting tells. */
export const isLargeArchive = (bytes: Uint8Array, label: string): boolean =>
  bytes.length > 2 * MB && (Buffer.from(bytes.subarray(0, 7)).toString('latin1') === 'WARC/1.' || (bytes[0] === 0x1f && bytes[1] === 0x8b && /\.warc(?:\.gz)?$/i.test(label)))

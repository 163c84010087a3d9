import { crc32 } from 'node:zlib'
import type { Entry } from 'yauzl'
import { count, size, type Budget } from './budget.ts'
import { inflate } from './inflate.ts'
import { quarantined, refused, Stop } from './stop.ts'

/** One file of an archive, as its directory gives it. Its name is a label and is never opened as a path. */
export interface ZipEntry {
  readonly name: string
  /** The archive gave a name that points outside of it: `../../etc/passwd`. */
  readonly unsafe: boolean
  /** Where it stands in the archive, and how long it is there and unfolded. */
  readonly at: number
  readonly packed: number
  readonly size: number
  readonly crc32: number
  readonly method: number
  readonly encrypted: boolean
}

/** A file of an archive that is held whole. */
export interface ZipPart extends ZipEntry {
  /** Unfolds the part within the budget. @throws Stop when it is a bomb, broken or encrypted */
  bytes(): Promise<Uint8Array>
}

/** The directory of an archive; or where it begins, when more of the archive's end is needed to read it. */
export type ZipListing = { readonly entries: readonly ZipEntry[] } | { readonly needs: number }

/**
 * The files that the directory at the end of a ZIP archive lists, in its order; folders are left out.
 * @param end the last bytes of the archive, or all of it
 * @param length the length of the archive
 * @example await listZip(bytes, bytes.length, 'a.zip', createBudget()) // { entries: [{ name: 'word/document.xml', … }, …] }
 */
export async function listZip(end: Uint8Array, length: number, label: string, budget: Budget): Promise<ZipListing> {
  const { default: yauzl } = await import('yauzl')
  const from = length - end.length, entries: ZipEntry[] = []
  let needs: number | undefined
  const reader = new class extends yauzl.RandomAccessReader {
    override read(into: Buffer, offset: number, most: number, position: number, done: (error: Error | null, read?: number) => void): void {
      if (position < from) { needs = position; done(new Error('more of the archive is needed')); return }
      const part = end.subarray(position - from, position - from + most)
      into.set(part, offset)
      // Later, as from a disk: an answer within the call would nest as deep as there are files.
      setImmediate(() => done(null, part.length))
    }
  }()
  try {
    const zip = await yauzl.fromRandomAccessReaderPromise(reader, length, { decodeStrings: false, validateEntrySizes: false })
    if (zip.entryCount > budget.limits.members) throw refused('too-many-members', `${label} holds ${count(zip.entryCount)} files, more than ${count(budget.limits.members)}; unpack it and read its parts.`)
    for await (const entry of zip.eachEntry()) {
      const written = nameOf(entry)
      if (written.endsWith('/')) continue
      const name = safeName(written)
      entries.push({ name, unsafe: name !== written, at: entry.relativeOffsetOfLocalHeader, packed: entry.compressedSize, size: entry.uncompressedSize, crc32: entry.crc32, method: entry.compressionMethod, encrypted: (entry.generalPurposeBitFlag & 1) !== 0 })
    }
  } catch (error) {
    if (error instanceof Stop) throw error
    if (needs !== undefined) return { needs }
    throw quarantined('broken-archive', `${label} is a damaged or cut ZIP archive (${(error as Error).message}); fetch it again.`)
  }
  return { entries }
}

/**
 * The files of a ZIP archive that is held whole, in the order of its directory.
 * @example (await readZip(bytes, 'a.zip', createBudget())).map((p) => p.name) // ['word/document.xml', …]
 */
export async function readZip(bytes: Uint8Array, label: string, budget: Budget): Promise<readonly ZipPart[]> {
  const listing = await listZip(bytes, bytes.length, label, budget)
  if ('needs' in listing) throw quarantined('broken-archive', `${label} is a damaged or cut ZIP archive (its directory lies outside of it); fetch it again.`)
  return listing.entries.map((entry) => ({ ...entry, bytes: () => unfoldEntry(bytes, 0, entry, `${label}/${entry.name}`, budget) }))
}

/** Bytes that the header of a file takes before its content, at most. */
export const longestHeader = 30 + 2 * 0xffff

/**
 * The parts of an Office file by name. Two parts of one name are refused: each program would show another one.
 * @example (await readPackage(bytes, 'a.xlsx', budget)).get('xl/workbook.xml')
 */
export async function readPackage(bytes: Uint8Array, label: string, budget: Budget): Promise<ReadonlyMap<string, ZipPart>> {
  const parts = new Map<string, ZipPart>()
  for (const part of await readZip(bytes, label, budget)) {
    const name = part.name.toLowerCase()
    if (parts.has(name)) throw refused('duplicate-part', `${label} holds two parts named ${part.name}, so programs disagree on what it says; it was not read.`)
    parts.set(name, part)
  }
  return parts
}

/**
 * Unfolds one file of an archive within the budget.
 * @param stretch bytes of the archive that hold the file, which begin at `from` in it
 * @throws Stop when the file is a bomb, broken or encrypted
 */
export async function unfoldEntry(stretch: Uint8Array, from: number, entry: ZipEntry, label: string, budget: Budget): Promise<Uint8Array> {
  if (entry.encrypted) throw quarantined('encrypted', `${label} is encrypted; read a version without a password.`)
  const content = await unpack(packedBytes(stretch, entry.at - from, entry, label), entry, label, budget)
  if (content.length !== entry.size) throw quarantined('broken-archive', `${label} holds ${size(content.length)} where the archive says ${size(entry.size)}; fetch it again.`)
  if (crc32(content) !== entry.crc32) throw quarantined('broken-archive', `${label} is damaged (its checksum does not agree); fetch it again.`)
  return content
}

async function unpack(packed: Uint8Array, entry: ZipEntry, label: string, budget: Budget): Promise<Uint8Array> {
  if (entry.method === 8) return inflate(packed, 'raw', label, budget)
  if (entry.method !== 0) throw quarantined('unknown-compression', `${label} is packed by method ${entry.method}, which is not read; pack it again as an ordinary ZIP.`)
  budget.spend(packed.length, label)
  return packed
}

function packedBytes(stretch: Uint8Array, at: number, entry: ZipEntry, label: string): Uint8Array {
  const view = new DataView(stretch.buffer, stretch.byteOffset, stretch.byteLength)
  if (at < 0 || at + 30 > stretch.length || view.getUint32(at, true) !== 0x04034b50) throw quarantined('broken-archive', `${label} is not where the archive says; fetch it again.`)
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  if (start + entry.packed > stretch.length) throw quarantined('broken-archive', `${label} is cut short; fetch it again.`)
  return stretch.subarray(start, start + entry.packed)
}

function nameOf(entry: Entry): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(entry.fileName).replaceAll('\\', '/')
  } catch {
    return new TextDecoder('windows-1252').decode(entry.fileName).replaceAll('\\', '/')
  }
}

const safeName = (name: string): string => {
  const safe = name.replace(/\0/g, '').replace(/^[a-z]:/i, '').split('/').filter((part) => part !== '' && part !== '.' && part !== '..').join('/')
  return safe || 'unnamed'
}

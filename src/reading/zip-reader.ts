import { crc32 } from 'node:zlib'
import type { Entry } from 'yauzl'
import { count, size, type Budget } from './budget.ts'
import { inflate } from './inflate.ts'
import { quarantined, refused, Stop } from './stop.ts'

/** One file of an archive. Its name is a label and is never opened as a path. */
export interface ZipPart {
  readonly name: string
  /** The archive gave a name that points outside of it: `../../etc/passwd`. */
  readonly unsafe: boolean
  readonly size: number
  /** Unfolds the part within the budget. @throws Stop when it is a bomb, broken or encrypted */
  bytes(): Promise<Uint8Array>
}

/**
 * The files of a ZIP archive in the order of its directory; folders are left out.
 * @example (await readZip(bytes, 'a.zip', createBudget())).map((p) => p.name) // ['word/document.xml', …]
 */
export async function readZip(bytes: Uint8Array, label: string, budget: Budget): Promise<readonly ZipPart[]> {
  const { default: yauzl } = await import('yauzl')
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts: ZipPart[] = []
  try {
    const zip = await yauzl.fromBufferPromise(archive, { decodeStrings: false, validateEntrySizes: false })
    if (zip.entryCount > budget.limits.members) throw refused('too-many-members', `${label} holds ${count(zip.entryCount)} files, more than ${count(budget.limits.members)}; unpack it and read its parts.`)
    for await (const entry of zip.eachEntry()) {
      const written = nameOf(entry)
      if (written.endsWith('/')) continue
      const name = safeName(written)
      parts.push({ name, unsafe: name !== written, size: entry.uncompressedSize, bytes: () => unfold(archive, entry, `${label}/${name}`, budget) })
    }
  } catch (error) {
    if (error instanceof Stop) throw error
    throw quarantined('broken-archive', `${label} is a damaged or cut ZIP archive (${(error as Error).message}); fetch it again.`)
  }
  return parts
}

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

async function unfold(archive: Uint8Array, entry: Entry, label: string, budget: Budget): Promise<Uint8Array> {
  if (entry.generalPurposeBitFlag & 1) throw quarantined('encrypted', `${label} is encrypted; read a version without a password.`)
  const packed = packedBytes(archive, entry, label)
  const content = await unpack(packed, entry, label, budget)
  if (content.length !== entry.uncompressedSize) throw quarantined('broken-archive', `${label} holds ${size(content.length)} where the archive says ${size(entry.uncompressedSize)}; fetch it again.`)
  if (crc32(content) !== entry.crc32) throw quarantined('broken-archive', `${label} is damaged (its checksum does not agree); fetch it again.`)
  return content
}

async function unpack(packed: Uint8Array, entry: Entry, label: string, budget: Budget): Promise<Uint8Array> {
  if (entry.compressionMethod === 8) return inflate(packed, 'raw', label, budget)
  if (entry.compressionMethod !== 0) throw quarantined('unknown-compression', `${label} is packed by method ${entry.compressionMethod}, which is not read; pack it again as an ordinary ZIP.`)
  budget.spend(packed.length, label)
  return packed
}

function packedBytes(archive: Uint8Array, entry: Entry, label: string): Uint8Array {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength)
  const at = entry.relativeOffsetOfLocalHeader
  if (at + 30 > archive.length || view.getUint32(at, true) !== 0x04034b50) throw quarantined('broken-archive', `${label} is not where the archive says; fetch it again.`)
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  if (start + entry.compressedSize > archive.length) throw quarantined('broken-archive', `${label} is cut short; fetch it again.`)
  return archive.subarray(start, start + entry.compressedSize)
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

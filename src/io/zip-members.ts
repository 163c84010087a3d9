import type { ReadResult, Source } from '../reading/format.ts'
import { count, standardLimits } from '../reading/budget.ts'
import { refused } from '../reading/stop.ts'
import { createCourse, leftOut, sourceOfEntry, stopped } from '../reading/zip-course.ts'
import { longestHeader, type ZipEntry } from '../reading/zip-reader.ts'
import type { FileBytes } from './warc-stretches.ts'

const MB = 1024 * 1024
/** The first look at an archive's end, and the longest directory that is read. */
const firstLook = 2 * MB, longestDirectory = 64 * MB
/** Packed and unfolded bytes of files that are unfolded in one job. */
const together = MB, togetherUnfolded = 16 * MB

/** What became of one file: its bytes, or why there are none. */
export type Unfolded = { readonly bytes: Uint8Array } | { readonly stop: ReadResult }

/** Jobs for a worker, where the bytes of an archive are looked at. */
export interface ZipTools {
  /** Lists the files by the archive's last bytes, says from where more of them are needed, or gives up. */
  readonly list: (end: Uint8Array, length: number) => Promise<{ readonly entries: readonly ZipEntry[] } | { readonly needs: number } | { readonly stop: ReadResult }>
  /** Unfolds some files out of a stretch of the archive that begins at `from`; `left` bytes may still be unfolded. */
  readonly take: (stretch: Uint8Array, from: number, entries: readonly ZipEntry[], left: number) => Promise<readonly Unfolded[]>
}

/** A file of an archive with its bytes, or a result that stands for files without. */
export type ZipMember = { readonly entry: ZipEntry; readonly bytes: Uint8Array; readonly source: Source; /** Bytes that may still be unfolded. */ readonly left: number } | { readonly result: ReadResult }

/**
 * The files of a ZIP archive one after the other, the archive itself never held: its directory first, then stretches of
 * about a megabyte. Undefined when it is an Office file, which is one document. Each file is a member or a result.
 * @param spent bytes that containers inside the archive have unfolded to so far
 * @example for await (const member of (await membersOf(file, source, tools)) ?? []) …
 */
export async function membersOf(file: FileBytes, source: Source, tools: ZipTools, spent: () => number): Promise<AsyncGenerator<ZipMember> | undefined> {
  let listing = await tools.list(await file.slice(Math.max(0, file.length - firstLook), file.length), file.length)
  if ('needs' in listing && file.length - listing.needs <= longestDirectory) listing = await tools.list(await file.slice(listing.needs, file.length), file.length)
  if ('needs' in listing) return only(stopped(source.label, refused('too-many-members', `${source.label} has a directory of more than ${longestDirectory / MB} MB; unpack it and read its parts.`)))
  if ('stop' in listing) return only(listing.stop)
  const { entries } = listing
  if (entries.length === 0) return only(stopped(source.label, refused('no-documents', `${source.label} is an empty archive.`)))
  return entries.some((e) => e.name === '[Content_Types].xml') ? undefined : members(file, source, entries, tools, spent)
}

async function* only(result: ReadResult): AsyncGenerator<ZipMember> { yield { result } }

async function* members(file: FileBytes, source: Source, entries: readonly ZipEntry[], { take }: ZipTools, spent: () => number): AsyncGenerator<ZipMember> {
  const ends = createCourse()
  let own = 0, done = 0
  for (const group of groupsOf(entries)) {
    const [first] = group, from = first!.at, to = Math.max(...group.map((e) => e.at + longestHeader + e.packed))
    const tooLong = first!.packed > standardLimits.member
    const taken: readonly Unfolded[] = tooLong ? [{ stop: longMember(source, first!) }] : await take(await file.slice(from, Math.min(to, file.length)), from, group, standardLimits.total - own - spent())
    for (const [i, one] of taken.entries()) {
      done++
      if ('bytes' in one) own += one.bytes.length
      yield 'stop' in one ? { result: one.stop } : { entry: group[i]!, bytes: one.bytes, source: sourceOfEntry(source, group[i]!), left: standardLimits.total - own - spent() }
      if (!ends('stop' in one ? [one.stop] : []) || done === entries.length) continue
      yield { result: leftOut(source, entries.length - done) }
      return
    }
  }
}

const longMember = (source: Source, entry: ZipEntry): ReadResult => {
  const { label } = sourceOfEntry(source, entry)
  return stopped(label, refused('archive-bomb', `${label} has ${count(Math.round(entry.packed / MB))} MB, more than the ${standardLimits.member / MB} MB that a file of an archive may have; it was not read. Split it and read its parts.`))
}

/** Files that follow each other closely in the archive go together. */
function* groupsOf(entries: readonly ZipEntry[]): Generator<readonly ZipEntry[]> {
  let group: ZipEntry[] = [], unfolded = 0
  for (const entry of entries) {
    const first = group[0]
    if (first && (entry.at < group.at(-1)!.at || entry.at + entry.packed - first.at > together || unfolded + entry.size > togetherUnfolded)) { yield group; group = []; unfolded = 0 }
    group.push(entry)
    unfolded += entry.size
  }
  if (group.length > 0) yield group
}

/** Is it a ZIP archive, by its first bytes? */
export const isZip = (head: Uint8Array): boolean => head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5)

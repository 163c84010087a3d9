import { mediaTypeOf } from './media-types.ts'
import type { ReadResult, Source } from './format.ts'
import { issueOf, outcomeOf, Stop } from './stop.ts'
import { withIssue } from './results.ts'
import type { ZipEntry } from './zip-reader.ts'

// An archive with one bomb may still hold good files; one with several is an attack.
const bombsBorne = 3

/**
 * Watches what came of the files of one archive, and says when its rest is left unread: at the third bomb, or when a
 * budget is used up.
 * @example const ends = createCourse(); for (const part of parts) if (ends(await read(part))) break
 */
export function createCourse(): (results: readonly ReadResult[]) => boolean {
  let bombs = 0
  return (results) => {
    const codes = results.flatMap(({ outcome }) => (outcome.state === 'refused' ? [outcome.issues[0].code] : []))
    if (codes.includes('archive-bomb')) bombs++
    return bombs >= bombsBorne || codes.includes('archive-too-large') || codes.includes('too-many-members')
  }
}

/** The files of an archive that were left, as one result. */
export const leftOut = (source: Source, rest: number): ReadResult => ({
  label: source.label, bytes: new Uint8Array(),
  outcome: outcomeOf(new Stop('refused', issueOf('error', 'archive-left', `${source.label} is too large or holds bombs; its other ${rest} files were not read.`))),
})

/** What is known of a file of an archive. */
export const sourceOfEntry = (source: Source, { name }: ZipEntry): Source => ({ ...source, label: `${source.label}/${name}`, declaredType: mediaTypeOf(name), declaredCharset: null })

/** The results of a file whose name pointed outside of its archive say so. */
export const withName = <R extends ReadResult>(results: readonly R[], entry: ZipEntry): readonly R[] =>
  entry.unsafe ? results.map((r) => ({ ...r, ...withIssue(r, issueOf('warning', 'unsafe-name', `${r.label}: the archive gives it a name that points outside of the archive; the name is used as a label only.`)) })) : results

/** A file that could not be unfolded, as a result. */
export const stopped = (label: string, stop: Stop): ReadResult => ({ label, bytes: new Uint8Array(), outcome: outcomeOf(stop) })

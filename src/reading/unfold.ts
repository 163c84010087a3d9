import { createBudget } from './budget.ts'
import type { ReadMember, ReadResult, Source } from './format.ts'
import { chooseFormat } from './read.ts'
import { outcomeOf, Stop } from './stop.ts'

/** A member of an archive, not read yet. */
export interface Member { readonly bytes: Uint8Array; readonly source: Source }

const archives = new Set(['zip', 'gzip', 'warc'])

/**
 * The members of an archive without reading them, and results for what could not be unfolded; undefined when the bytes
 * are no archive. Used when an archive broke a limit: its members are then read one by one, so that a bad one takes no
 * good one with it.
 */
export async function unfold(bytes: Uint8Array, source: Source): Promise<{ readonly members: readonly Member[]; readonly results: readonly ReadResult[] } | undefined> {
  const members: Member[] = []
  const collect: ReadMember = (member, of) => { members.push({ bytes: member, source: of }); return Promise.resolve([]) }
  try {
    const format = chooseFormat(bytes, source)
    return archives.has(format.name) ? { members, results: await format.read(bytes, source, collect, createBudget()) } : undefined
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    return { members, results: [{ label: source.label, bytes, outcome: outcomeOf(error) }] }
  }
}

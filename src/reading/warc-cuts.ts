import { createBudget, standardLimits } from './budget.ts'
import { warcParts } from './warc-records.ts'

/** Where the records and gaps of a stretch end, one after the other; behind the last one more of the file is needed. */
export interface Cuts { readonly ends: readonly number[] }

/**
 * Cuts a stretch of a web archive where its records end, so that a large archive is read in parts. What touches the end
 * of a stretch that is not the last may go on behind it, and is left for the next one.
 * @example await cutWarc(bytes, true) // { ends: [1200, 3400] }
 */
export async function cutWarc(bytes: Uint8Array, last: boolean): Promise<Cuts> {
  const ends: number[] = []
  let at = 0
  // Each record is looked at by itself later; together they may be as large as the archive is.
  const budget = createBudget({ ...standardLimits, total: Infinity, members: Infinity })
  for await (const part of warcParts(bytes, 'archive', budget)) {
    at = Math.max(at, part.offset + part.length)
    if (part.length === 0) continue
    if (!last && at >= bytes.length) break
    ends.push(at)
  }
  return { ends }
}

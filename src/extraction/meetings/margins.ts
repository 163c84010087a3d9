import type { Analysis } from '../analysis.ts'
import { hasCue, inside, overlaps, readingsOf, type Reading } from '../frames/frames.ts'
import { clauseOf } from './cues.ts'
import type { Draft } from './drafts.ts'

/** How far before a talk on its margins a meeting may be told. */
const reach = 20

/**
 * The meeting on whose margins another is: where and when it is held where its own clause tells neither.
 * @example besideWhich(analysis, draft, drafts) // "On the sidelines, the two signed …": the meeting of the ministers told before
 */
export function besideWhich(analysis: Analysis, draft: Draft, drafts: readonly Draft[]): Draft | undefined {
  if (!hasCue(readingOf(analysis, draft), 'meetings.margins')) return undefined
  const earlier = drafts.filter((d) => d !== draft && d.sentence < draft.sentence && draft.sentence - d.sentence <= reach && !isRemote(d) && !hasCue(readingOf(analysis, d), 'meetings.margins') && (d.fields.state === 'held' || d.fields.state === draft.fields.state))
  return earlier.findLast((d) => d.fields.forum !== null) ?? earlier.findLast((d) => d.fields.parties.length > 2) ?? earlier.at(-1)
}

const readingOf = (analysis: Analysis, draft: Draft): Reading => readingsOf(analysis)[draft.sentence]!
const isRemote = ({ fields: { mode } }: Draft): boolean => mode === 'call' || mode === 'video'

/** Does something stand in the clause of the word of meeting, and not in what was signed or said there? */
export const inItsClause = (analysis: Analysis, draft: Draft, span: { readonly start: number; readonly end: number } | null): boolean =>
  span !== null && overlaps(span, readingOf(analysis, draft)) && inside(span, clauseOf(readingOf(analysis, draft), draft.cue))

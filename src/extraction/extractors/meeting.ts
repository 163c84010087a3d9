import type { Drawn } from '../../core/claim.ts'
import { evidenceOf } from '../../core/evidence.ts'
import type { Analysis } from '../analysis.ts'
import type { Extractor } from '../extractor.ts'
import { allSettled } from '../meetings/choice.ts'
import type { Draft, Fields } from '../meetings/drafts.ts'
import { meetingsTold } from '../meetings/told.ts'

/** Parties come, came or will come together: in a room, by telephone, by video. One claim a meeting. */
export default {
  name: 'meeting',
  version: 1,
  kind: 'meeting',
  extract(analysis) {
    return [...allSettled(analysis, meetingsTold(analysis))].map(([d, fields]) => drawn(analysis, { ...d, fields }))
  },
} satisfies Extractor

function drawn(analysis: Analysis, d: Draft): Drawn<Fields> {
  const [first, ...rest] = d.spans.map((s) => evidenceOf(analysis.document.text, s))
  const word = analysis.document.text.slice(d.cue.start, d.cue.end)
  return { fields: d.fields, evidence: [first!, ...rest], confidence: Math.min(0.9, 0.45 + 0.1 * d.strength), explain: { rule: 'meeting: ' + d.cue.table.slice(9), fields: { state: `“${word}”` } } }
}

import { askDrafts, drawnAsk } from '../asks/drafts.ts'
import type { Extractor } from '../extractor.ts'

/** A call on, demand to, or expectation of a named addressee to do something. */
export default {
  name: 'ask',
  version: 1,
  kind: 'ask',
  extract: (analysis) => askDrafts(analysis).flatMap((d) => drawnAsk(analysis, d) ?? []),
} satisfies Extractor

import type { Drawn } from '../../core/claim.ts'
import { evidenceOf } from '../../core/evidence.ts'
import type { Analysis } from '../analysis.ts'
import type { Extractor } from '../extractor.ts'
import { readingsOf } from '../frames/frames.ts'
import { learnedSupport } from '../learned/support.ts'
import { merged, type Draft, type Fields } from '../support/drafts.ts'
import { besideSums, fromGoods } from '../support/goods.ts'
import { fromList } from '../support/lists.ts'
import { fromSums } from '../support/sums.ts'

/** Support promised, decided, funded, contracted, delivered, cut or cancelled. */
export default {
  name: 'commitment',
  version: 1,
  kind: 'commitment',
  extract(analysis) {
    const drafts = ruled(analysis)
    for (const reading of readingsOf(analysis)) drafts.push(...learnedSupport(analysis, reading, drafts))
    return merged(drafts.sort((a, b) => a.sentence - b.sentence)).map((d) => drawn(analysis, d))
  },
} satisfies Extractor

/** What the rules read, in order of place. */
function ruled(analysis: Analysis): Draft[] {
  const drafts: Draft[] = []
  for (const reading of readingsOf(analysis)) {
    if (analysis.document.blocks[reading.sentence.block]?.kind === 'heading') continue
    const found = fromSums(analysis, reading, drafts)
    drafts.push(...found)
    const goods = found.length === 0 ? fromGoods(analysis, reading, drafts) : []
    drafts.push(...goods)
    if (found.length === 0 && goods.length === 0) drafts.push(...fromList(analysis, reading, drafts))
    if (found.length > 0) drafts.push(...besideSums(analysis, reading, drafts, found.map((d) => d.core)))
  }
  return drafts
}

function drawn(analysis: Analysis, draft: Draft): Drawn<Fields> {
  const [first, ...rest] = draft.spans.map((s) => evidenceOf(analysis.document.text, s))
  return { fields: draft.fields, evidence: [first!, ...rest], confidence: draft.rule === 'sum' ? 0.75 : 0.65, explain: { rule: 'commitment: ' + draft.rule, fields: draft.why } }
}

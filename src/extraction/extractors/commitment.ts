import type { Drawn } from '../../core/claim.ts'
import { evidenceOf } from '../../core/evidence.ts'
import type { Analysis } from '../analysis.ts'
import type { Extractor } from '../extractor.ts'
import { merged, type Draft, type Fields } from '../support/drafts.ts'
import { supportIn } from '../support/told.ts'

/** Support promised, decided, funded, contracted, delivered, cut or cancelled. */
export default {
  name: 'commitment',
  version: 1,
  kind: 'commitment',
  extract: (analysis) => merged(supportIn(analysis)).map((d) => drawn(analysis, d)),
} satisfies Extractor

function drawn(analysis: Analysis, draft: Draft): Drawn<Fields> {
  const [first, ...rest] = draft.spans.map((s) => evidenceOf(analysis.document.text, s))
  return { fields: draft.fields, evidence: [first!, ...rest], confidence: draft.rule === 'sum' ? 0.75 : 0.65, explain: { rule: 'commitment: ' + draft.rule, fields: draft.why } }
}

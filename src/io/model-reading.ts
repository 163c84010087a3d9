import { claim } from '../core/claim.ts'
import type { Document } from '../core/document.ts'
import { accept, type Issue } from '../core/issue.ts'
import { compareWithRules } from '../extraction/model/agreement.ts'
import { analyse, languageOf } from '../extraction/analyse.ts'
import { ground } from '../extraction/model/grounding.ts'
import { numberSentences } from '../extraction/model/model-prompt.ts'
import { buildLexicon } from '../resolution/lexicon.ts'
import { resolve } from '../resolution/resolve.ts'
import type { Model } from './model.ts'
import type { ReadAndDrawn } from './reading-pool.ts'
import { loadReference } from './reference.ts'
import type { Extracted } from './worker-job.ts'

/** How much of a document a model is shown, in characters, and from which length on none is asked. */
const mostShown = 60_000, mostText = 200_000

let loaded: { readonly reference: ReturnType<typeof loadReference>; readonly lexicon: ReturnType<typeof buildLexicon> } | undefined
function reference() {
  if (!loaded) { const all = loadReference(); loaded = { reference: all, lexicon: buildLexicon(all) } }
  return loaded
}

/**
 * What a document yields when a model reads it as well: the claims of the rules, unchanged, then the model's proposals.
 * Runs in the main process, after the worker, which has no network. A model that fails takes nothing away.
 * @example await readWithModel(result, createModel({ url, name }))
 */
export async function readWithModel(read: ReadAndDrawn, model: Model): Promise<ReadAndDrawn> {
  const { outcome, extracted } = read
  if (!extracted || outcome.state === 'quarantined' || outcome.state === 'refused' || !languageOf(outcome.value.language)) return read
  const { claims, issues } = await propose(outcome.value, extracted, model)
  const all = [...outcome.issues, ...issues]
  return { ...read, outcome: accept({ ...outcome.value, issues: all }, all), extracted: { ...extracted, claims: [...extracted.claims, ...claims], issues: [...extracted.issues, ...issues] } }
}

async function propose(document: Document, extracted: Extracted, model: Model): Promise<Pick<Extracted, 'claims' | 'issues'>> {
  if (document.text.length > mostText) return { claims: [], issues: [failed(document, `it has more than ${mostText} characters`)] }
  const { lexicon, reference: known } = reference(), analysis = analyse(document, lexicon), shown = numberSentences(analysis, mostShown)
  if (shown.seen === 0) return { claims: [], issues: [] }
  const answer = await model.ask(shown.text)
  if (answer.state === 'failed') return { claims: [], issues: [failed(document, answer.why)] }
  const { drawn, dropped } = ground(analysis, answer.claims, shown.seen)
  const resolved = resolve(drawn.map((d) => claim(document.id, model.method, d)), { document, reference: known })
  const { proposed, agreed, conflicts } = compareWithRules(extracted.claims, resolved.claims)
  const reasons = Object.entries(dropped.reasons).map(([why, n]) => `${why} ${n}`).join(', ')
  const summary: Issue = {
    code: 'model-read', level: dropped.claims + dropped.fields > 0 ? 'warning' : 'note',
    message: `The model gave ${counted(answer.claims.length, 'claim')} for ${document.label}: ${agreed} as the rules have them, ${proposed.length} proposed, ${conflicts.length} of them against the rules. Without words in the text and dropped: ${counted(dropped.claims, 'claim')}, ${counted(dropped.fields, 'field')}${reasons ? ` (${reasons})` : ''}.`,
  }
  const cut: readonly Issue[] = shown.seen < shown.all ? [{ code: 'model-saw-part', level: 'warning', message: `The model was shown the first ${shown.seen} of ${shown.all} sentences of ${document.label}.` }] : []
  return { claims: proposed, issues: [summary, ...cut, ...conflicts] }
}

const counted = (n: number, what: string) => `${n} ${what}${n === 1 ? '' : 's'}`

const failed = (document: Document, why: string): Issue =>
  ({ code: 'model-failed', level: 'warning', message: `No model read ${document.label}: ${why}. Its claims are those of the rules alone.` })

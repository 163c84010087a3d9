/**
 * Which claims of different texts speak of one event: the labelled texts of test/cases/pairs, in six languages, from bytes to records.
 * Precision and recall over pairs of claims (a claim that is not drawn misses its pairs), B-cubed F1 over the claims that are drawn.
 * `--show` names the wrong and the missed pairs.
 */
import { findLabels, labelledTexts, ledger, readTexts, scorePairs } from './lib/labelled-pairs.ts'
import { converter } from '../src/pipeline.ts'

const texts = labelledTexts(), read = await readTexts(texts)
const s = scorePairs(findLabels(texts, read, ledger([...read.values()], converter('EUR'))))
const figures = { pairs: s.pairs, precision: s.precision, recall: s.recall, 'B-cubed F1': s.bCubed, 'recall of drawn claims': s.recallOfDrawn, drawn: s.drawn }
if (process.argv.includes('--show')) for (const [what, list] of [['wrong', s.wrong], ['missed', s.missed]] as const) for (const name of list) console.error(`${what}: ${name}`)
if (process.argv.includes('--json')) console.log(JSON.stringify({ name: 'reconciliation', figures, floors: { pairs: 300, precision: 0.97, recall: 0.62, 'recall of drawn claims': 0.85, 'B-cubed F1': 0.92 } }))
else console.log(`reconciliation: ${texts.length} texts, ${s.pairs} pairs, ${s.same} of one event: precision ${pct(s.precision)}, recall ${pct(s.recall)} (${pct(s.recallOfDrawn)} of claims that were drawn), B-cubed F1 ${pct(s.bCubed)}; ${pct(s.drawn)} of the labels were drawn`)
function pct(x: number): string { return `${(100 * x).toFixed(1)} %` }

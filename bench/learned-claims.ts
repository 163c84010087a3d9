/**
 * What the second reader learns: its scorers are trained on four fifths of the tagged sentences (`bench/sentences`) and
 * asked for the rest. Counted are sentences of a kind found or missed (F1 at even odds), and values, parts and words of
 * those that are of the kind. The shipped weights were trained on all sentences and on documents, and do not enter here.
 */
import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { learnedKinds, partFeatures, sentenceFeatures, triggerOf } from '../src/extraction/learned/features.ts'
import { Scorer } from '../src/extraction/learned/scorer.ts'
import { loadReference } from '../src/io/reference.ts'
import { buildLexicon } from '../src/resolution/lexicon.ts'
import { trainAll } from './helpers/train-claims.ts'
import { taggedSentences } from './lib/answers.ts'

const folder = join(import.meta.dirname, 'sentences'), lexicon = buildLexicon(loadReference())
// The look-alikes come as pairs of one idea in several languages, so they are only trained on.
const all = readdirSync(folder).filter((f) => f.endsWith('.tsv')).flatMap((f) => taggedSentences(join(folder, f), basename(f, '.tsv').slice(-2), lexicon).answers.map((answer) => ({ answer, paired: f.startsWith('neg-') })))
const asked = all.filter(({ paired }, i) => !paired && i % 5 === 0).map((x) => x.answer), trained = all.filter(({ paired }, i) => paired || i % 5 !== 0).map((x) => x.answer)
const groups = trainAll(trained), claim = new Scorer(groups['claim']!), figures: Record<string, number> = {}
const f1 = (hit: number, found: number, wanted: number) => (found + wanted ? (2 * hit) / (found + wanted) : 0)

const scores = asked.map((a) => { sentenceFeatures(claim.begin(true), a.analysis, a.reading, a.steps); return claim.allOdds() })
for (const [k, kind] of learnedKinds.entries()) {
  let hit = 0, found = 0, wanted = 0
  asked.forEach((a, i) => { const likely = scores[i]![k]! > 0, right = a.kinds.has(kind); if (likely) found++; if (right) wanted++; if (likely && right) hit++ })
  figures[`${kind}: sentences`] = f1(hit, found, wanted)
  const parts = new Scorer(groups['part.' + kind]!)
  let partHit = 0, partFound = 0, partWanted = 0
  for (const a of asked.filter((x) => x.kinds.has(kind))) {
    const trigger = triggerOf(a.steps, (name, word) => claim.weight(k, name, word))
    a.steps.forEach((step, i) => {
      if (!step.kind) return
      partFeatures(parts.begin(), a.reading, a.steps, i, trigger)
      const [role, score] = parts.best(), got = score > 0 ? role : null, want = a.parts.get(kind)?.get(i) ?? null
      if (got) partFound++
      if (want) partWanted++
      if (got && got === want) partHit++
    })
  }
  figures[`${kind}: parts`] = f1(partHit, partFound, partWanted)
}
figures['mean over kinds'] = learnedKinds.reduce((sum, kind) => sum + figures[`${kind}: sentences`]!, 0) / learnedKinds.length
if (process.argv.includes('--json')) console.log(JSON.stringify({ name: 'learned-claims', figures, floors: { 'mean over kinds': 0.7 } }))
else { console.log(`trained on ${trained.length} sentences, asked for ${asked.length}`); for (const [name, value] of Object.entries(figures)) console.log(`${name.padEnd(28)} ${value.toFixed(3)}`) }

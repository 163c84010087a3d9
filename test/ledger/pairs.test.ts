// The labelled texts, from bytes to records: the floors below which joining has become worse, and one state in any order.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { findLabels, labelledTexts, ledger, readTexts, scorePairs } from '../../bench/lib/labelled-pairs.ts'
import { shuffled } from '../../bench/lib/shuffled.ts'
import { stateHash } from '../../src/ledger/project.ts'
import type { Fresh } from '../../src/ledger/reconcile.ts'
import { converter } from '../../src/pipeline.ts'

const texts = labelledTexts(), euro = converter('EUR')
let read: ReadonlyMap<string, readonly Fresh[]>
before(async () => { read = await readTexts(texts) })

test('claims of one event join, and no two events are joined', () => {
  const score = scorePairs(findLabels(texts, read, ledger([...read.values()], euro)))
  assert.ok(score.pairs >= 300, `${score.pairs} pairs`)
  assert.ok(score.precision >= 0.97, `wrong: ${score.wrong.join('; ')}`)
  assert.ok(score.recallOfDrawn >= 0.92, `missed: ${score.missed.join('; ')}`)
  assert.ok(score.bCubed >= 0.92, `B-cubed F1 ${score.bCubed}`)
})

for (const set of ['second', 'third'] as const) test(`the ${set} set of texts: no two events are joined either`, async () => {
  const others = labelledTexts(set), claims = await readTexts(others), score = scorePairs(findLabels(others, claims, ledger([...claims.values()], euro)))
  assert.ok(score.pairs >= 150 && score.precision >= 0.97, `wrong: ${score.wrong.length} of ${score.pairs} pairs`)
  assert.ok(score.bCubed >= 0.92, `B-cubed F1 ${score.bCubed}`)
})

test('any order of reading gives one state', () => {
  const states = new Set(Array.from({ length: 5 }, (_, seed) => stateHash(ledger(shuffled([...read.values()], seed), euro).records)))
  assert.equal(states.size, 1)
})

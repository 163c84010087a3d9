import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { checkAnswers } from '../../src/io/answer-check.ts'
import { readBytes, sourceOf } from '../../src/reading/read.ts'
import { anyInput, goodFiles } from '../hostile/mutations.ts'

for (const [name, bytes] of goodFiles)
  test(`the good ${name} is read`, async () => {
    for (const { outcome, label } of await readBytes(bytes, sourceOf(name))) assert.ok(outcome.state === 'accepted' || outcome.state === 'warned', `${label}: ${outcome.issues[0]?.code}`)
  })

test('whatever the bytes, reading ends in outcomes that can be trusted', async () => {
  await fc.assert(fc.asyncProperty(anyInput, async ({ name, bytes }) => {
    const results = await readBytes(bytes, sourceOf(name))
    assert.ok(results.length > 0, 'an input without an outcome is lost in silence')
    checkAnswers(results.map((r) => ({ ...r, extracted: null })))
    for (const { outcome } of results) if (outcome.state === 'accepted' || outcome.state === 'warned') assert.match(outcome.value.text, /\S/)
  }), { numRuns: 300 })
})

test('reading the same bytes twice gives the same documents', async () => {
  for (const [name, bytes] of goodFiles) assert.deepEqual(await readBytes(bytes, sourceOf(name)), await readBytes(bytes, sourceOf(name)))
})

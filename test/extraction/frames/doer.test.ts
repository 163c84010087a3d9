import assert from 'node:assert/strict'
import { test } from 'node:test'
import { doerOf } from '../../../src/extraction/frames/doer.ts'
import { readingsOf } from '../../../src/extraction/frames/frames.ts'
import { paragraph } from '../frame-cases.ts'

const rows: readonly (readonly [text: string, verb: string, head: string | null, passive: boolean])[] = [
  ['The new systems will help Ukraine.', 'help', 'systems', false],
  ['The ministers of the two states met in Oslo.', 'met', 'ministers', false],
  ['The ministry plans to send ten trucks.', 'send', 'ministry', false],
  ['Ten trucks were sent last week.', 'sent', 'trucks', true],
  ['The trucks donated by Malta have arrived.', 'donated', 'trucks', true],
  ['We have bought ten trucks and will send them.', 'send', 'We', false],
  ['The council last week approved ten trucks.', 'approved', 'council', false],
  ['On Monday, sent by sea.', 'sent', null, true],
]

test('who or what does the act of a verb', async () => {
  for (const [text, verb, head, passive] of rows) {
    const reading = readingsOf(await paragraph(text))[0]!, at = text.indexOf(verb), start = reading.start + at
    const doer = doerOf(reading, { start, end: start + verb.length })
    assert.equal(doer?.head.text ?? null, head, text)
    if (doer) assert.equal(doer.passive, passive, text)
  }
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dateCandidates } from '../../../src/extraction/support/choice/dates.ts'
import { giverCandidates } from '../../../src/extraction/support/choice/givers.ts'
import { choiceOf } from '../../../src/extraction/support/choice/scores.ts'
import { settled } from '../../../src/extraction/support/choice/settle.ts'
import type { Around } from '../../../src/extraction/support/choice/signs.ts'
import { chosenValue, signsOf, valuesOfField } from '../../../src/extraction/support/choice/values.ts'
import { sign } from '../../../src/extraction/learned/signs.ts'
import { readingsOf } from '../../../src/extraction/frames/frames.ts'
import { draftsOf } from '../../../src/extraction/support/told.ts'
import { paragraph } from '../frame-cases.ts'

const around = async (text: string, index = 0): Promise<Around> => { const analysis = await paragraph(text), drafts = draftsOf(analysis), draft = drafts[index]!; return { analysis, reading: readingsOf(analysis)[draft.sentence]!, draft, drafts, index, known: [] } }

test('a choice without weights is an error', () => assert.throws(() => choiceOf('colour'), /support-choices/))

test('the values that a field may have stand beside the rule’s own, each once', async () => {
  const a = await around('On 3 March Norway and Denmark gave Ukraine 40 generators; Estonia watched.')
  const dates: (string | null)[] = dateCandidates(a, 'date').map((c) => c.value?.edtf ?? null), givers = giverCandidates(a).map((c) => c.value.map((m) => m.country).join('+'))
  for (const wanted of [null, '2025-03-03', a.analysis.document.published!.edtf]) assert.ok(dates.includes(wanted), String(wanted))
  for (const wanted of ['NO+DK', 'NO', 'DK', 'EE']) assert.ok(givers.includes(wanted), wanted)
  assert.ok(!givers.includes('UA'))
  for (const list of [dates, givers]) assert.equal(new Set(list).size, list.length)
  assert.equal(dates.includes(a.draft.fields.date?.edtf ?? null), true)
})

test('a closed field takes one of its values', async () => {
  const a = await around('Spain has delivered 12 ambulances to Ukraine.')
  for (const field of ['aid', 'total'] as const) assert.ok(valuesOfField[field].includes(chosenValue(a, field)))
  assert.ok(signsOf(a, 'aid').own.includes(sign('bias')))
})

test('a second look changes no sum, goods or stage, does not depend on how often it is taken, and leaves an enemy’s arms', async () => {
  const { analysis, drafts } = await around('Latvia will send Ukraine 15 carriers worth 6 million euros. Iran has shipped hundreds of drones to Russia.')
  const once = settled(analysis, drafts)
  assert.deepEqual(once, settled(analysis, drafts))
  once.forEach((d, i) => { for (const field of ['amount', 'items', 'stage'] as const) assert.deepEqual(d.fields[field], drafts[i]!.fields[field]) })
  for (const d of once) assert.ok(!d.fields.provider.some((p) => d.fields.recipient.includes(p)))
  assert.deepEqual(once.filter((d) => d.fields.recipient.some((r) => r.country === 'RU')).flatMap((d) => d.fields.provider.map((p) => p.country)), ['IR'])
})

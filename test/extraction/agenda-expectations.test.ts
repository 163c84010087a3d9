import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extract } from '../../src/extraction/extract.ts'
import { readBytes, sourceOf } from '../../src/reading/read.ts'
import { buildLexicon } from '../../src/resolution/lexicon.ts'
import { loadReference } from '../../src/io/reference.ts'

const lexicon = buildLexicon(loadReference())
async function claimsOf(text: string) {
  const [read] = await readBytes(new TextEncoder().encode(text), sourceOf('note.txt', { published: '2031-05-14' }))
  assert.ok(read && (read.outcome.state === 'accepted' || read.outcome.state === 'warned'))
  return extract(read.outcome.value, lexicon).claims
}
const agendas = async (text: string) => (await claimsOf(text)).flatMap((c) => (c.fields.kind === 'meeting' ? [c.fields.agenda] : []))

test('the topics after the colon are the agenda of the meeting told before', async () => {
  const found = await agendas('Ministers meet\n\nThe defence ministers of Norway and Finland met in Oslo on Wednesday. The Norwegian minister named three topics: how the ferries will be paid for, where the crews can train, and who repairs the hulls.\n')
  assert.deepEqual(found[0], ['how the ferries will be paid for', 'where the crews can train', 'who repairs the hulls'])
})
test('one topic, or a colon far away, is no list', async () => {
  const [found] = await agendas('Ministers meet\n\nThe defence ministers of Norway and Finland met in Oslo on Wednesday. They discussed many things over a long and quiet dinner at the harbour, and the menu had it all: fish, bread, and cheese.\n')
  assert.notDeepEqual(found, ['fish', 'bread', 'cheese'])
})

test('an expectation of somebody points to the need told just before', async () => {
  const asks = (await claimsOf('A talk in Oslo\n\nThe Norwegian defence minister, Kari Holm, stressed the need to repair the two ferries before the winter. She expressed clear expectations from NATO in this regard.\n')).flatMap((c) => (c.fields.kind === 'ask' ? [[c.fields.asker.name, c.fields.addressee.map((a) => a.name), c.fields.text]] : []))
  assert.deepEqual(asks, [['Kari Holm', ['NATO'], 'repair the two ferries before the winter']])
})
test('an expectation without a need before it asks nothing', async () => {
  const asks = (await claimsOf('A talk in Oslo\n\nThe Norwegian defence minister, Kari Holm, spoke of the weather. She expressed clear expectations from NATO.\n')).filter((c) => c.fields.kind === 'ask')
  assert.deepEqual(asks, [])
})

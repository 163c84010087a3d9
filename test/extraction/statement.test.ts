import { test } from 'node:test'
import assert from 'node:assert/strict'
import { analyse } from '../../src/extraction/analyse.ts'
import statement from '../../src/extraction/extractors/statement.ts'
import { plain } from './plain.ts'
import { words } from './words.ts'

test('a statement has its speaker, state, form and words, and rests on the text', () => {
  const document = plain('Norwegian Defence Minister Signe Haugrud said the bridge would open in May.')
  const [drawn] = statement.extract(analyse(document, words))
  assert.deepEqual([drawn!.fields.speaker.name, drawn!.fields.country, drawn!.fields.form, drawn!.fields.text], ['Signe Haugrud', 'NO', 'indirect', 'the bridge would open in May'])
  for (const e of drawn!.evidence) assert.equal(document.text.slice(e.start, e.end), e.exact)
})

test('what the writer says in the first person is no statement of someone else', () => {
  assert.deepEqual(statement.extract(analyse(plain('I said that we would open the bridge in May. We announced it.'), words)), [])
})

const said = (text: string) => statement.extract(analyse(plain(text), words)).map((d) => [d.fields.speaker.name, d.fields.form, d.fields.text] as const)
const lines: [text: string, found: [string, string, string][]][] = [
  ['“The bridge is open,” Signe Haugrud said as she left the hall.', [['Signe Haugrud', 'direct', 'The bridge is open']]],
  ['Minister Signe Haugrud said the bridge was open, and asked Denmark to repair the road.', [['Signe Haugrud', 'indirect', 'the bridge was open']]],
  ['Minister Signe Haugrud called the bridge “a small wonder”.', [['Signe Haugrud', 'mixed', 'the bridge “a small wonder”']]],
  ['Signe Haugrud, a minister, said Denmark should open the bridge.', [['Signe Haugrud', 'indirect', 'Denmark should open the bridge']]],
  ['The bridge takes 40 per cent of the load.', []],
]

test('the reporter’s words end what was said', () => {
  for (const [text, found] of lines) assert.deepEqual(said(text), found, text)
})

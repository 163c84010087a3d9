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
  ['“Why now?” Signe Haugrud asked on Monday. The hall was empty.', [['Signe Haugrud', 'direct', 'Why now?']]],
  ['“The bridge is open,” said a clerk close to the talks.', [['clerk', 'direct', 'The bridge is open']]],
  ['“The bridge is open,” said her friend at the office, Signe Haugrud.', [['Signe Haugrud', 'direct', 'The bridge is open']]],
  ['A clerk stationed in Norway said the bridge was open.', [['clerk', 'indirect', 'the bridge was open']]],
  ['Signe Haugrud accused the firm of “sleeping on the job” and left.', [['Signe Haugrud', 'mixed', 'the firm of “sleeping on the job”']]],
  ['Signe Haugrud said the bridge would open, in a clear reference to Denmark.', [['Signe Haugrud', 'indirect', 'the bridge would open']]],
  ['Signe Haugrud said if Denmark pays, the bridge will open.', [['Signe Haugrud', 'indirect', 'if Denmark pays, the bridge will open']]],
  ['Signe Haugrud quoted a letter saying the bridge was closed.', [['Signe Haugrud', 'indirect', 'the bridge was closed']]],
  ['Signe Haugrud called on Denmark to “stay strong”.', [['Signe Haugrud', 'mixed', 'Denmark to “stay strong”']]],
  ['Signe Haugrud reiterated the promise of a free bridge.', [['Signe Haugrud', 'indirect', 'the promise of a free bridge']]],
  // Nobody says these.
  ['Signe Haugrud called for Denmark to pay “the highest price”.', []],
  ['Reports have speculated on the role that Denmark will play.', []],
  ['Signe Haugrud announced 40 vehicles for Denmark.', []],
  ['Norway reiterates the pledge of two billion kroner in military assistance to Ukraine for 2026.', []],
  ['Signe Haugrud reiterated the offer of 40 million euros for Denmark.', []],
  ['Signe Haugrud could say that the bridge is open.', []],
  ['As Signe Haugrud will tell you, the bridge is open.', []],
  ['The broken bridge highlights a weakness in the roads.', []],
  ['What Signe Haugrud says, the town does.', []],
  ['Signe Haugrud agreed to such a “capitulation” in the end.', []],
  ['Signe Haugrud claimed only two clear wins: the bridge and the road.', []],
  ['Signe Haugrud denied the town its share of the fund it had built.', []],
]

test('the reporter’s words end what was said', () => {
  for (const [text, found] of lines) assert.deepEqual(said(text), found, text)
})

const paragraphs: [text: string, found: [string, string, string][]][] = [
  ['Minister Signe Haugrud said:\n\nThe bridge is open. We thank the crews.\n\nWe will open the road in May.', [['Signe Haugrud', 'direct', 'The bridge is open. We thank the crews. We will open the road in May.']]],
  ['Minister Signe Haugrud said: The bridge is open. We thank the crews.', [['Signe Haugrud', 'direct', 'The bridge is open. We thank the crews.']]],
  ['Minister Signe Haugrud said: the bridge is open. The town is glad.', [['Signe Haugrud', 'indirect', 'the bridge is open']]],
  ['“We need cranes,” Henrik Dahl said.\n\n“Lars Dahl has cranes to lend us,” he added.', [['Henrik Dahl', 'direct', 'We need cranes'], ['Henrik Dahl', 'direct', 'Lars Dahl has cranes to lend us']]],
  ['Minister Signe Haugrud thanked the crews. “They held the bridge open all winter.”', [['Signe Haugrud', 'direct', 'They held the bridge open all winter.']]],
  ['The bridge was open, said Signe Haugrud.\n\n“We held it open all winter, and we shall again.”', [['Signe Haugrud', 'indirect', 'The bridge was open'], ['Signe Haugrud', 'direct', 'We held it open all winter, and we shall again.']]],
  ['“The bridge is open,” Signe Haugrud said. Henrik Dahl sang “a song of the road” for the crews.', [['Signe Haugrud', 'direct', 'The bridge is open']]],
]

test('paragraphs behind a colon and quotations behind their speaker have a source', () => {
  for (const [text, found] of paragraphs) assert.deepEqual(said(text), found, text)
})

import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import type { Document } from '../../src/core/document.ts'
import { inline } from '../../src/reading/inline.ts'
import { verbatimParts } from '../../src/reading/layer.ts'
import { readBytes, sourceOf } from '../../src/reading/read.ts'

async function read(text: string, label = 'notes.md'): Promise<Document> {
  const [result] = await readBytes(Buffer.from(text), sourceOf(label))
  assert.ok(result && 'value' in result.outcome, JSON.stringify(result?.outcome))
  return result.outcome.value
}
const shape = (d: Document) => d.blocks.map((b) => [b.kind, d.text.slice(b.start, b.end)])

test('headings, items, quotations and a bold lead-in become blocks', async () => {
  const d = await read(['# Ferries', '', '**Lending boats:** The port lends', 'four ferries to its neighbour.', '', '-   First ferry, wide and', '    slow', '-   Second ferry', '', '> Nobody asked us.', '', '1. One rule', '2. Another', '', '**All about ropes**', '', 'The end of the text is near, says the port office.', '', '\\###'].join('\n'))
  assert.deepEqual(shape(d), [
    ['title', 'Ferries'], ['heading', 'Lending boats:'], ['paragraph', 'The port lends four ferries to its neighbour.'], ['item', 'First ferry, wide and slow'], ['item', 'Second ferry'],
    ['quote', 'Nobody asked us.'], ['item', '1. One rule'], ['item', '2. Another'], ['heading', 'All about ropes'], ['paragraph', 'The end of the text is near, says the port office.'], ['boilerplate', '###'],
  ])
})

test('a dash that opens speech is no item', async () => {
  const d = await read('The office spoke on Monday and said what it would do.\n\n- We will lend the ferries - said Holt, who heads the office.\n\nIt ended there.\n')
  assert.equal(shape(d)[1]![1], '- We will lend the ferries - said Holt, who heads the office.')
})

const marks: readonly (readonly [source: string, text: string])[] = [
  ['a **plan** of *two* parts', 'a plan of two parts'], ['see [the plan](https://example.org/a_(b)) here', 'see the plan here'], ['5 * 3 and snake_case_name', '5 * 3 and snake_case_name'],
  ['\\[added\\] words \\*', '[added] words *'], ['they <s>lend</s> sell', 'they sell'], ['<span style="x">inside</span> out', 'inside out'], ['![a ferry](a.png) sails', 'sails'], ['AT&amp;T `code`', 'AT&T code'], ['a ** b', 'a ** b'],
]
for (const [source, text] of marks) test(`inline: ${source}`, () => assert.equal(inline([{ text: source, source: 0 }]).map((p) => p.text).join(''), text))

test('pieces point at their characters', () => {
  const source = 'a **plan** [here](x) \\[b\\]'
  for (const piece of inline([{ text: source, source: 0 }])) assert.equal(source.slice(piece.source, piece.source + piece.text.length), piece.text)
})

test('evidence across cut markup falls into parts that stand in the file', async () => {
  const source = 'The port lends [four ferries](https://example.org) to its\nneighbour this year.\n', d = await read(source), at = d.text.indexOf('The port'), end = d.text.indexOf(' this year')
  const parts = verbatimParts(d, source, { start: at, end }).map((p) => d.text.slice(p.start, p.end))
  assert.deepEqual(parts, ['The port lends ', 'four ferries', ' to its neighbour'])
})

const articles = new URL('../../../shared/data/articles/', import.meta.url)
test('the articles keep their words verbatim but for cut markup', { skip: existsSync(articles) ? false : '../shared is missing' }, async () => {
  for (const file of readdirSync(articles).filter((f) => f.endsWith('.md') && f !== 'SOURCE.md')) {
    const source = readFileSync(new URL(file, articles), 'utf8'), d = await read(source, file), raw = source.replace(/\s+/g, ' ')
    for (const b of d.blocks) for (const part of verbatimParts(d, source, b)) {
      const words = d.text.slice(part.start, part.end).replace(/\s+/g, ' ').trim()
      assert.ok(raw.includes(words), `${file}: ${words.slice(0, 200)}`)
    }
  }
})

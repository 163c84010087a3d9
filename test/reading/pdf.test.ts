import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placesOf } from '../../src/core/places.ts'
import { deflateSync } from 'node:zlib'
import { joinLinesAtHyphen, wordsOf } from '../../src/reading/hyphens.ts'
import { readBytes, sourceOf } from '../../src/reading/read.ts'
import { drawLines, makePdf } from '../hostile/pdfs.ts'

const read = async (bytes: Uint8Array, label = 'talks.pdf') => (await readBytes(bytes, sourceOf(label)))[0]!.outcome
const document = async (bytes: Uint8Array) => {
  const outcome = await read(bytes)
  assert.ok(outcome.state === 'accepted' || outcome.state === 'warned', JSON.stringify(outcome))
  return outcome.value
}

const hyphens: readonly (readonly [before: string, after: string, elsewhere: string, joined: string])[] = [
  ['the infra-', 'structure plan', '', 'the infrastructure plan'], ['a well-', 'known harbour', '', 'a well-known harbour'],
  ['the F-', '16 fleet', '', 'the F-16 fleet'], ['Kosiniak-', 'Kamysz said', '', 'Kosiniak-Kamysz said'],
  ['co-', 'operation', 'the cooperation of', 'cooperation'], ['dual-', 'use goods', 'of dual-use goods', 'dual-use goods'], ['soft\u00ad', 'ware', '', 'software'],
]
for (const [before, after, elsewhere, joined] of hyphens) test(`"${before}" and "${after}" join`, () => assert.equal(joinLinesAtHyphen(before, after, wordsOf([elsewhere])), joined))

const pages = [
  drawLines([['Report on the harbour', 22], ['The council met on Tuesday and agreed on a plan for the infra-', 11, 0, 3], ['structure of the port, which will be carried out over two'], ['years. The work begins in spring.'], ['A second paragraph stands apart from the first one.', 11, 0, 2.5]]) + ' BT /F1 9 Tf 72 30 Td (Harbour Council - page 1) Tj ET',
  drawLines([['Page two goes on with something else entirely in its text.']]) + ' BT /F1 9 Tf 72 30 Td (Harbour Council - page 2) Tj ET',
]

test('title, paragraphs, hyphens, running feet and pages', async () => {
  const { text, blocks, places, title } = await document(makePdf(pages))
  assert.equal(title, 'Report on the harbour')
  assert.match(text, /plan for the infrastructure of the port, which will be carried out over two years\. The work/)
  assert.deepEqual(blocks.map((b) => b.kind), ['title', 'paragraph', 'paragraph', 'boilerplate', 'paragraph', 'boilerplate'])
  assert.deepEqual(places!.map(([at, place]) => [place, text.slice(at, at + 6)]), [['page 1', 'Report'], ['page 2', 'Page t']])
})

test('a paragraph that goes on over the page is on both', async () => {
  const d = await document(makePdf([drawLines([['The council met on Tuesday and agreed on a plan for the']]), drawLines([['harbour and its four cranes.']])])), at = placesOf(d)
  assert.deepEqual([at(d.text.indexOf('Tuesday')), at(d.text.indexOf('four cranes'))], ['page 1', 'page 2'])
})

test('text that the page does not show is left out and said', async () => {
  const outcome = await document(makePdf([drawLines([['The council gave nothing.'], ['Hidden: the council gave 900 million.', 11, 3], ['The meeting ended at noon.']])]))
  assert.doesNotMatch(outcome.text, /900/)
  assert.match(outcome.text, /nothing\.[\s\S]*noon/)
  assert.ok(outcome.issues.some((i) => i.code === 'invisible-text'))
})

const noise = Buffer.from(Array.from({ length: 3000 }, (_, i) => (i * 7919) % 256))
const layered = (times: number) => { let data: Buffer = Buffer.alloc(3_000_000, 32); for (let i = 0; i < times; i++) data = deflateSync(data); return data }
const table: readonly (readonly [what: string, bytes: () => Uint8Array, state: string, code: string])[] = [
  ['no text layer', () => makePdf(['0 0 100 100 re f']), 'quarantined', 'no-text-layer'],
  ['a bomb as content', () => makePdf(['x'], { rawStream: { filter: '/FlateDecode', data: deflateSync(Buffer.alloc(60_000_000, 32)) } }), 'refused', 'archive-bomb'],
  ['a bomb packed twice', () => makePdf(['x'], { rawStream: { filter: '[/FlateDecode /FlateDecode]', data: deflateSync(deflateSync(Buffer.alloc(60_000_000, 32))) } }), 'refused', 'archive-bomb'],
  ['2,000 filters', () => makePdf(['x'], { rawStream: { filter: `[${'/FlateDecode '.repeat(2000)}]`, data: layered(2) } }), 'quarantined', 'pdf-filters'],
  ['a page tree that loops', () => makePdf(['x'], { kids: '2 0 R', pageCount: 5 }), 'quarantined', ''],
  ['noise behind its mark', () => Buffer.concat([Buffer.from('%PDF-1.4\n'), noise]), 'quarantined', 'broken-pdf'],
  ['no second half', () => { const whole = makePdf(pages); return whole.subarray(0, whole.length / 2) }, 'quarantined', ''],
]
for (const [what, bytes, state, code] of table)
  test(`a PDF with ${what} is ${state}${code && `: ${code}`}`, async () => {
    const outcome = await read(bytes())
    assert.equal(outcome.state, state, JSON.stringify(outcome).slice(0, 300))
    if (code) assert.equal(outcome.issues[0]!.code, code)
  })

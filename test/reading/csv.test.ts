import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseCell, styleWitness } from '../../src/reading/numbers.ts'
import { readBytes, sourceOf } from '../../src/reading/read.ts'

const read = async (text: string, label: string, declaredType: string | null = null) => {
  const [result] = await readBytes(new TextEncoder().encode(text), sourceOf(label, { declaredType }))
  const { outcome } = result!
  assert.ok(outcome.state === 'accepted' || outcome.state === 'warned', JSON.stringify(outcome))
  return outcome.value
}

const numbers: readonly (readonly [text: string, style: 'point' | 'comma' | null, value: number | undefined])[] = [
  ['12', null, 12], ['-12', null, -12], ['1.5', 'point', 1.5], ['1,5', 'comma', 1.5], ['1,234', null, undefined], ['1,234', 'point', 1234], ['1,234', 'comma', 1.234],
  ['1.234,5', 'comma', 1234.5], ['1 234,5', 'comma', 1234.5], ['1,234,567', 'point', 1234567], ['007', null, undefined], ['2025-01-13', null, undefined], ['12 tanks', null, undefined], ['', null, undefined], ['1e5', 'point', 1e5],
]
for (const [text, style, value] of numbers) test(`"${text}" written with ${style} is ${value}`, () => assert.equal(parseCell(text, style), value))

const numberStyle = (cells: readonly string[]) => { const witness = styleWitness(); for (const cell of cells) witness.see(cell); return witness.style() }
test('a style needs a witness and no witness against it', () => {
  assert.equal(numberStyle(['1,5', '2']), 'comma')
  assert.equal(numberStyle(['1,5', '2.5']), null)
  assert.equal(numberStyle(['1,234']), null)
})

const tables: readonly (readonly [what: string, text: string, rows: readonly (readonly unknown[])[], header: number | null])[] = [
  ['commas and quotes', 'donor,amount,note\nNorway,12.5,"a, b"\nSpain,3,"line\nbreak"\nItaly,1,""\n', [['donor', 'amount', 'note'], ['Norway', 12.5, 'a, b'], ['Spain', 3, 'line\nbreak'], ['Italy', 1]], 0],
  ['semicolons and decimal commas', 'Land;Betrag\nNorwegen;1.234,5\nSpanien;3,25\n', [['Land', 'Betrag'], ['Norwegen', 1234.5], ['Spanien', 3.25]], 0],
  ['tabs', 'a\tb\tc\n1\t2\t3\n4\t5\t6\n', [['a', 'b', 'c'], [1, 2, 3], [4, 5, 6]], 0],
]
for (const [what, text, rows, header] of tables)
  test(`a table with ${what}`, async () => {
    const document = await read(text, 'table.csv', 'text/csv')
    assert.deepEqual(document.tables[0]!.rows.map((r) => r.cells.map((c) => c?.value)), rows)
    assert.equal(document.tables[0]!.header, header)
    for (const row of document.tables[0]!.rows) for (const cell of row.cells) if (cell) assert.equal(document.text.slice(cell.start, cell.end), cell.text)
  })

test('doubtful numbers stay text and are counted', async () => {
  const document = await read('a,b\nx,"1,234"\ny,"5,678"\n', 'doubt.csv', 'text/csv')
  assert.ok(document.issues.some((i) => i.code === 'ambiguous-numbers'))
  assert.equal(document.tables[0]!.rows[1]!.cells[1]!.value, '1,234')
})

test('quotation marks that never close lose no line', async () => {
  const document = await read('a,b,c\n1,"x,3\n4,5,6\n', 'open.csv', 'text/csv')
  assert.equal(document.tables[0]!.rows.length, 3)
  assert.ok(document.issues.some((i) => i.code === 'broken-quotes'))
})

test('prose with commas is no table', async () => {
  const document = await read('The ministers met in Warsaw, as planned.\nThey spoke of ammunition, air defence and money.\nA next meeting will follow, they said.\n', 'talks.txt')
  assert.equal(document.tables.length, 0)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placesOf } from '../../src/core/places.ts'
import { readBytes, sourceOf } from '../../src/reading/read.ts'
import { layTables } from '../../src/reading/tables.ts'

test('a place holds from its offset to the next', () => {
  const at = placesOf({ tables: [], places: [[0, 'page 1'], [90, 'page 2'], [120, 'page 1'], [150, 'page 3']] })
  assert.deepEqual([0, 89, 90, 119, 130, 9999].map(at), ['page 1', 'page 1', 'page 2', 'page 2', 'page 1', 'page 3'])
  assert.equal(placesOf({ tables: [] })(5), undefined)
})

test('a cell by its sheet, column and row; a merged heading by its first', () => {
  const cell = (column: number, text: string) => ({ column, text, value: text })
  const { layer, tables } = layTables([
    { name: 'Aid', hidden: false, merges: [{ top: 0, left: 0, bottom: 0, right: 2 }], rows: [{ index: 0, cells: [cell(0, 'Harbour')] }, { index: 4, cells: [cell(1, 'Norden'), cell(27, 'four')] }] },
    { name: 'Notes', hidden: true, merges: [], rows: [{ index: 0, cells: [cell(0, 'last')] }] },
  ])
  const at = placesOf({ tables })
  assert.deepEqual(['Harbour', 'Norden', 'four', 'last', 'Aid'].map((word) => at(layer.text.indexOf(word))), ['Aid, cell A1', 'Aid, cell B5', 'Aid, cell AB5', 'Notes, cell A1', undefined])
})

test('a comma-separated table has cells without the name of a sheet', async () => {
  const [result] = await readBytes(Buffer.from('town,cranes\nNorden,4\nSüden,3\n'), sourceOf('t.csv', { declaredType: 'text/csv' }))
  assert.ok(result && 'value' in result.outcome)
  const { text, tables } = result.outcome.value
  assert.equal(placesOf({ tables })(text.indexOf('Süden')), 'cell A3')
})

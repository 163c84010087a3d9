import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import type { Document } from '../../src/core/document.ts'
import { isDateFormat, serialDate, cellAt, cellName } from '../../src/reading/cells.ts'
import { readBytes, sourceOf } from '../../src/reading/read.ts'
import { makeWorkbook, makeZip, type SheetPart } from '../hostile/archives.ts'

async function read(sheets: readonly SheetPart[], options: Parameters<typeof makeWorkbook>[1] = {}): Promise<Document> {
  const [result] = await readBytes(makeWorkbook(sheets, options), sourceOf('aid.xlsx'))
  const { outcome } = result!
  assert.ok(outcome.state === 'accepted' || outcome.state === 'warned', JSON.stringify(outcome))
  return outcome.value
}
const rows = (xml: string) => `<sheetData>${xml}</sheetData>`
const values = (document: Document, table = 0) => document.tables[table]!.rows.map((r) => r.cells.map((c) => c?.value ?? null))

const serials: readonly (readonly [serial: number, from1904: boolean, date: string | undefined])[] = [
  [44616, false, '2022-02-24'], [1, false, '1900-01-01'], [59, false, '1900-02-28'], [61, false, '1900-03-01'],
  [43154, true, '2022-02-24'], [0, true, '1904-01-01'], [44616.5, false, '2022-02-24T12:00'], [0.25, false, '06:00'], [44616.99999, false, '2022-02-25'], [-1, false, undefined], [9e9, false, undefined],
]
for (const [serial, from1904, date] of serials) test(`serial ${serial} is ${date}`, () => assert.equal(serialDate(serial, from1904), date))

const formats: readonly (readonly [id: number, code: string | undefined, date: boolean])[] = [
  [14, undefined, true], [0, undefined, false], [2, undefined, false], [164, 'dd/mm/yyyy', true], [164, '[$-409]d mmm yy;@', true], [164, '#,##0 "days"', false],
  [164, '0.00\\ \\d', false], [164, '[Red]General', false], [164, 'yyyy\\-mm\\-dd hh:mm:ss.000', true], [164, '_(* #,##0.00_)', false], [164, '[h]', false],
]
for (const [id, code, date] of formats) test(`format ${code ?? id} ${date ? 'is' : 'is not'} a date`, () => assert.equal(isDateFormat(id, code), date))

test('cell names', () => {
  assert.deepEqual(cellAt('XFD1048576'), { row: 1048575, column: 16383 })
  assert.equal(cellName(1048575, 16383), 'XFD1048576')
  assert.equal(cellAt('nonsense'), undefined)
})

test('types, dates, formulas with their saved values, and spans of the text', async () => {
  const document = await read([{ name: 'Aid', xml: rows(`<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>Value</t></is></c><c r="C1" t="s"><v>1</v></c></row>
    <row r="2"><c r="A2" t="str"><v>Norway</v></c><c r="B2"><f>B3*2</f><v>12.5</v></c><c r="C2" s="2"><v>44616</v></c></row>
    <row r="3"><c r="A3" t="b"><v>1</v></c><c r="B3" t="e"><v>#REF!</v></c><c r="C3" s="3"><v>44616</v></c></row>
    <row r="4"><c r="A4"><f>NOW()</f></c></row>`) }], { strings: ['<t>Donor</t>', '<r><t>Da</t></r><r><t>te</t></r><rPh><t>x</t></rPh>'] })
  assert.deepEqual(values(document), [['Donor', 'Value', 'Date'], ['Norway', 12.5, '2022-02-24'], [true, null, 44616], [null]])
  assert.equal(document.tables[0]!.header, 0)
  assert.equal(document.tables[0]!.rows[1]!.cells[1]!.formula, 'B3*2')
  assert.ok(document.issues.some((i) => i.code === 'no-cached-value'))
  for (const row of document.tables[0]!.rows) for (const cell of row.cells) if (cell) assert.equal(document.text.slice(cell.start, cell.end), cell.text)
})

test('dates of the 1904 calendar', async () => {
  const document = await read([{ name: 'Aid', xml: rows('<row r="1"><c r="A1" s="1"><v>43154</v></c></row>') }], { date1904: true })
  assert.deepEqual(values(document), [['2022-02-24']])
})

test('hidden sheets are read and said to be hidden', async () => {
  const xml = rows('<row r="1"><c r="A1" t="str"><v>x</v></c></row>')
  const document = await read([{ name: 'Open', xml }, { name: 'Hid', xml, state: 'hidden' }, { name: 'Deep', xml, state: 'veryHidden' }])
  assert.deepEqual(document.tables.map((t) => t.hidden), [false, true, true])
  assert.equal(document.issues.filter((i) => i.code === 'hidden-sheet').length, 2)
})

test('a far cell and full-width merges stay small', async () => {
  const merges = Array.from({ length: 500 }, (_, i) => `<mergeCell ref="A${i + 1}:XFD${i + 1}"/>`).join('')
  const document = await read([{ name: 'Far', xml: rows('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>') + `<mergeCells>${merges}</mergeCells>` }])
  assert.equal(document.tables[0]!.rows.length, 2)
  assert.deepEqual(document.tables[0]!.rows.at(-1)!.cells.at(-1)!.value, 2)
})

test('a merged heading names each of its columns', async () => {
  const cell = (at: string, text: string) => `<c r="${at}" t="str"><v>${text}</v></c>`
  const document = await read([{ name: 'Aid', xml: rows(`<row r="1">${cell('A1', 'Donor')}${cell('B1', 'Tanks')}${cell('D1', 'Guns')}</row><row r="2">${cell('A2', 'NO')}<c r="B2"><v>1</v></c><c r="C2"><v>2</v></c><c r="D2"><v>3</v></c></row>`) + '<mergeCells><mergeCell ref="B1:C1"/></mergeCells>' }])
  assert.deepEqual(document.tables[0]!.rows[0]!.cells.map((c) => c?.text), ['Donor', 'Tanks', 'Tanks', 'Guns'])
})

const refused: readonly (readonly [what: string, bytes: () => Uint8Array, code: string])[] = [
  ['two parts of one name', () => makeWorkbook([{ name: 'A', xml: '' }], { more: [{ name: 'xl/worksheets/Sheet1.xml', data: '<worksheet/>' }] }), 'duplicate-part'],
  ['a string bomb', () => makeWorkbook([{ name: 'A', xml: '' }], { strings: ['<t>' + 'a'.repeat(30_000_000) + '</t>'] }), 'archive-bomb'],
  ['entities of its own', () => makeZip([{ name: '[Content_Types].xml', data: '' }, { name: 'xl/workbook.xml', data: '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><workbook><sheets><sheet name="&x;"/></sheets></workbook>' }]), 'doctype'],
  ['a directory that lies about sizes', () => makeZip([{ name: '[Content_Types].xml', data: '' }, { name: 'xl/workbook.xml', data: ' '.repeat(5000), sizeSaid: 100 }]), 'broken-archive'],
  ['a cut file', () => makeWorkbook([{ name: 'A', xml: '' }]).subarray(0, 900), 'broken-archive'],
]
for (const [what, bytes, code] of refused)
  test(`a workbook with ${what} is set aside as ${code}`, async () => {
    const [result] = await readBytes(bytes(), sourceOf('aid.xlsx'))
    assert.equal(result!.outcome.issues[0]?.code, code)
  })

const kiel = new URL('../../../shared/data/kiel-r7/Ukraine_Support_Tracker_R7_original.xlsx', import.meta.url)
test('the release 7 workbook of the Ukraine Support Tracker', { skip: existsSync(kiel) ? false : 'the shared data is not here' }, async () => {
  const [result] = await readBytes(readFileSync(kiel), sourceOf('r7.xlsx'))
  assert.equal(result!.outcome.state, 'accepted')
  const tables = result!.outcome.state === 'accepted' ? result!.outcome.value.tables : []
  assert.equal(tables.length, 37)
  const sheet = tables.find((t) => t.name === 'Bilateral assistance, MAIN DATA')!
  assert.deepEqual([sheet.header, sheet.rows.length], [0, 1033])
})

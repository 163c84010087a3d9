import type { Block, Table, TableCell } from '../core/document.ts'
import type { Issue } from '../core/issue.ts'
import { count } from './budget.ts'
import type { Layer } from './layer.ts'
import { issueOf } from './stop.ts'

/** A cell before it has a place in the text. */
export interface RawCell { readonly column: number; readonly text: string; readonly value: string | number | boolean | null; readonly formula?: string }
export interface RawRow { readonly index: number; readonly cells: readonly RawCell[] }
/** A range of cells shown as one; both ends belong to it. */
export interface Merge { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number }
export interface RawTable { readonly name: string; readonly hidden: boolean; readonly rows: readonly RawRow[]; readonly merges: readonly Merge[] }

/** Slots of all rows together, empty ones included: a cell in column XFD takes 16,384. */
const mostSlots = 4_000_000

/**
 * Lays tables out as text, a row a line and cells between tabs, so that every cell is a span of the text.
 * @example layTables([{ name: 'Aid', hidden: false, merges: [], rows: [{ index: 0, cells: [{ column: 0, text: 'DE', value: 'DE' }] }] }]).layer.text // 'Aid\nDE'
 */
export function layTables(raw: readonly RawTable[]): { readonly layer: Layer; readonly tables: readonly Table[]; readonly issues: readonly Issue[] } {
  const parts: string[] = [], blocks: Block[] = [], tables: Table[] = []
  let at = 0, slots = 0, far = 0
  const write = (text: string) => { parts.push(text); at += text.length }
  for (const table of raw) {
    if (at > 0) write('\n\n')
    if (table.name !== '') { blocks.push({ kind: 'cell', start: at, end: at + table.name.length }); write(table.name) }
    const rows: { index: number; cells: (TableCell | null)[] }[] = []
    for (const row of table.rows) {
      if (at > 0) write('\n')
      const cells: (TableCell | null)[] = [], start = at
      for (const cell of row.cells) {
        if (cell.column >= cells.length && slots + cell.column - cells.length > mostSlots) { far++; continue }
        slots += Math.max(0, cell.column + 1 - cells.length)
        while (cells.length < cell.column) cells.push(null)
        if (at > start) write('\t')
        const { text, value, formula } = cell
        cells[cell.column] = { text, value, ...(formula !== undefined && { formula }), start: at, end: at + text.length }
        write(text)
      }
      if (at > start) blocks.push({ kind: 'cell', start, end: at })
      rows.push({ index: row.index, cells })
    }
    spreadMerges(rows, table.merges)
    tables.push({ name: table.name, hidden: table.hidden, header: findHeader(rows), rows })
  }
  const issues = far > 0 ? [issueOf('warning', 'far-cells', `${count(far)} cells lie far to the right of the tables and were left out; look at the sheets' last columns.`)] : []
  return { layer: { text: parts.join(''), blocks, sourceMap: [] }, tables, issues }
}

const headerRows = 40
const mostMerges = 2000

// A merged heading stands over several columns: each of them gets it. Merges further down are layout, and stay empty.
function spreadMerges(rows: readonly { readonly index: number; readonly cells: (TableCell | null)[] }[], merges: readonly Merge[]): void {
  const top = rows.slice(0, headerRows), width = Math.max(0, ...top.map((r) => r.cells.length))
  for (const { top: first, bottom, left, right } of merges.slice(0, mostMerges)) {
    const cell = top.find((r) => r.index === first)?.cells[left]
    if (!cell || right === left) continue
    for (const row of top) {
      if (row.index < first || row.index > Math.min(bottom, first + 3)) continue
      for (let column = left; column <= Math.min(right, width - 1); column++) {
        while (row.cells.length < column) row.cells.push(null)
        row.cells[column] ??= cell
      }
    }
  }
}

type Row = { readonly index: number; readonly cells: readonly (TableCell | null)[] }
const filled = (row: Row) => row.cells.filter((c): c is TableCell => c !== null && c.text.trim() !== '')
const isYear = (c: TableCell) => typeof c.value === 'number' && Number.isInteger(c.value) && c.value >= 1900 && c.value <= 2100
const isName = (c: TableCell) => (typeof c.value === 'string' && c.text.length <= 200 && !/^\d{4}-\d\d-\d\d/.test(c.text)) || isYear(c)

/**
 * Index of the row that names the columns: names only, nearly all different, as wide as the rows below it. Null when
 * no row is like that.
 */
export function findHeader(rows: readonly Row[]): number | null {
  const candidates = rows.slice(0, headerRows)
  for (const [i, row] of candidates.entries()) {
    const cells = filled(row)
    if (cells.length < 2 || !cells.every(isName) || cells.every(isYear)) continue
    if (new Set(cells.map((c) => c.text)).size < cells.length * 0.6) continue
    const next = rows.slice(i + 1, i + 21)
    const below = next.map((r) => filled(r).length).filter((n) => n > 0).sort((a, b) => a - b)
    if (below.length === 0) return null
    const named = row.cells.flatMap((c, column) => (c !== null && c.text.trim() !== '' ? [column] : []))
    const used = named.filter((column) => next.some((r) => (r.cells[column]?.text ?? '').trim() !== ''))
    if (used.length * 2 <= named.length) continue
    const usual = below[Math.floor(below.length * 0.75)]!
    if (cells.length >= Math.min(usual, 40) * 0.6) return row.index
  }
  return null
}

import { cellAt, serialDate } from './cells.ts'
import type { Merge, RawCell, RawRow } from './tables.ts'
import type { XmlHandlers } from './xml.ts'

/** What the cells of all sheets share, and what was odd about them. */
export interface SheetContext {
  readonly strings: readonly string[]
  readonly from1904: boolean
  readonly isDate: readonly boolean[]
  cellsLeft: number
  leftOut: number
  uncached: number
  errors: number
  badDates: number
}

interface OpenCell { readonly row: number; readonly column: number; readonly type: string; readonly style: number; value: string; inline: string; formula: string | undefined }

/** Event handlers that gather the rows of one sheet. Rows and cells without a name follow the one before. */
export function sheetReader(context: SheetContext): { readonly handlers: XmlHandlers; done(): { readonly rows: readonly RawRow[]; readonly merges: readonly Merge[] } } {
  const rows = new Map<number, RawCell[]>(), merges: Merge[] = []
  let row = -1, column = -1, cell: OpenCell | null = null, into: 'value' | 'inline' | 'formula' | null = null, phonetic = 0
  const keep = (open: OpenCell) => {
    const raw = rawCell(open, context)
    if (raw === null) return
    if (context.cellsLeft-- <= 0) { context.leftOut++; return }
    const cells = rows.get(open.row)
    if (cells) cells.push(raw)
    else rows.set(open.row, [raw])
  }
  const handlers: XmlHandlers = {
    open(name, attributes) {
      if (name === 'c') {
        const at = cellAt(attributes['r'] ?? '') ?? { row, column: column + 1 }
        column = at.column
        cell = { row: at.row, column, type: attributes['t'] ?? 'n', style: Number(attributes['s'] ?? 0), value: '', inline: '', formula: undefined }
      } else if (name === 'v') into = 'value'
      else if (name === 'f' && cell) { into = 'formula'; cell.formula = '' }
      else if (name === 't') into = 'inline'
      else if (name === 'rPh') phonetic++
      else if (name === 'row') { row = attributes['r'] === undefined ? row + 1 : Number(attributes['r']) - 1; column = -1 }
      else if (name === 'mergeCell') { const merge = mergeOf(attributes['ref'] ?? ''); if (merge) merges.push(merge) }
    },
    text(text) {
      if (!cell || !into || phonetic > 0) return
      if (into === 'value') cell.value += text
      else if (into === 'inline') cell.inline += text
      else cell.formula += text
    },
    close(name) {
      if (name === 'c' && cell) { keep(cell); cell = null }
      else if (name === 'v' || name === 'f' || name === 't') into = null
      else if (name === 'rPh') phonetic--
    },
  }
  return {
    handlers,
    done: () => ({
      rows: [...rows].sort(([a], [b]) => a - b).map(([index, cells]) => ({ index, cells: inOrder(cells) })),
      merges,
    }),
  }
}

/** Cells by column; of two in one column the first counts, as spreadsheet programs refuse such files. */
function inOrder(cells: readonly RawCell[]): readonly RawCell[] {
  const sorted = cells.every((c, i) => i === 0 || cells[i - 1]!.column < c.column) ? cells : [...cells].sort((a, b) => a.column - b.column)
  return sorted.filter((c, i) => i === 0 || sorted[i - 1]!.column !== c.column)
}

function mergeOf(ref: string): Merge | undefined {
  const [from, to] = ref.split(':').map(cellAt)
  return from && to ? { top: from.row, left: from.column, bottom: to.row, right: to.column } : undefined
}

function rawCell(open: OpenCell, context: SheetContext): RawCell | null {
  const found = valueOf(open, context)
  if (found === null) {
    if (open.formula === undefined) return null
    if (open.type !== 'str') context.uncached++
    return { column: open.column, text: '', value: null, formula: open.formula }
  }
  return { column: open.column, text: found.text, value: found.value, ...(open.formula !== undefined && { formula: open.formula }) }
}

function valueOf({ type, style, value, inline }: OpenCell, context: SheetContext): { readonly text: string; readonly value: string | number | boolean | null } | null {
  if (type === 'inlineStr') return textValue(inline)
  if (value === '') return null
  if (type === 's') return textValue(context.strings[Number(value)] ?? '')
  if (type === 'str' || type === 'd') return textValue(value)
  if (type === 'b') return { text: value === '1' ? 'TRUE' : 'FALSE', value: value === '1' }
  if (type === 'e') { context.errors++; return { text: clean(value), value: null } }
  const number = Number(value)
  if (!Number.isFinite(number)) return textValue(value)
  if (context.isDate[style]) {
    const date = serialDate(number, context.from1904)
    if (date !== undefined) return { text: date, value: date }
    context.badDates++
  }
  return { text: String(number), value: number }
}

const textValue = (text: string) => { const kept = clean(text); return kept === '' ? null : { text: kept, value: kept } }
// Excel writes control characters as _x000D_; a NUL must not reach a text column.
const clean = (text: string) => text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))).replaceAll('\r\n', '\n').replaceAll('\0', '\ufffd')

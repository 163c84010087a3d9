import type { Document, Table } from './document.ts'

/**
 * Tells where in its source a reader finds an offset of the text: the cell of a table, else the page or paragraph.
 * @example placesOf({ tables: [], places: [[0, 'page 1'], [90, 'page 2']] })(120) // 'page 2'
 */
export function placesOf({ tables, places = [] }: Pick<Document, 'tables' | 'places'>): (offset: number) => string | undefined {
  const rows = tables.flatMap(rowsOf)
  return (offset) => {
    const at = lastFrom(rows, offset, (row) => row.start), found = at && offset < at.end ? at : undefined
    if (!found) return lastFrom(places, offset, ([start]) => start)?.[1]
    // A heading over several columns stands in each of them: the first is its own.
    const column = found.cells.reduce((best, cell, i) => (cell !== null && cell.start <= offset && cell.start > (found.cells[best]?.start ?? -1) ? i : best), -1)
    return `${found.table === '' ? '' : `${found.table}, `}cell ${letters(column)}${found.index + 1}`
  }
}

/** The rows of a table that hold text of their own, with its range. A merged heading is a cell of the rows below it, too. */
function rowsOf({ name, rows }: Table) {
  let seen = -1
  return rows.flatMap(({ index, cells: all }) => {
    const cells = all.map((cell) => (cell && cell.start > seen ? cell : null)), own = cells.filter((cell) => cell !== null)
    if (own.length === 0) return []
    seen = Math.max(...own.map((cell) => cell.start))
    return [{ table: name, index, cells, start: Math.min(...own.map((cell) => cell.start)), end: Math.max(...own.map((cell) => cell.end)) }]
  })
}

/** The last of a rising list that begins at the offset or before it. */
function lastFrom<T>(list: readonly T[], offset: number, startOf: (one: T) => number): T | undefined {
  let low = 0, high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (startOf(list[middle]!) <= offset) low = middle + 1
    else high = middle
  }
  return list[low - 1]
}

/** The name of a column as a spreadsheet gives it. @example letters(27) // 'AB' */
function letters(column: number): string {
  let name = ''
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) name = String.fromCharCode(65 + ((n - 1) % 26)) + name
  return name
}

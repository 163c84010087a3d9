/**
 * The rows of a CSV text (RFC 4180), header included, each with the line it starts on. Written for the small tables of
 * the reference data: everything is text, no value is trimmed or guessed at.
 * @example parseCsv('id,name\n1,"a, b"\n')[1].cells // ['1', 'a, b']
 */
export function parseCsv(text: string): readonly CsvRow[] {
  const rows: CsvRow[] = []
  const end = text.length
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0, line = 1
  while (at < end) {
    const stop = text.indexOf('\n', at)
    const last = stop < 0 ? end : stop
    const plain = text.slice(at, text.charCodeAt(last - 1) === 13 ? last - 1 : last)
    if (!plain.includes('"')) {
      if (plain !== '') rows.push({ line, cells: plain.split(',') })
      at = last + 1
      line++
      continue
    }
    const quoted = readQuoted(text, at)
    rows.push({ line, cells: quoted.cells })
    at = quoted.next
    line += quoted.lines
  }
  return rows
}

export interface CsvRow { readonly line: number; readonly cells: readonly string[] }

function readQuoted(text: string, from: number): { cells: string[]; next: number; lines: number } {
  const cells: string[] = []
  let at = from, cell = '', lines = 1
  for (;;) {
    const c = text[at]
    if (c === undefined || c === '\n' || c === '\r') {
      cells.push(cell)
      return { cells, next: c === '\r' && text[at + 1] === '\n' ? at + 2 : at + 1, lines }
    }
    if (c === ',') { cells.push(cell); cell = ''; at++; continue }
    if (c !== '"' || cell !== '') { cell += c; at++; continue }
    const close = closingQuote(text, at + 1)
    const inner = text.slice(at + 1, close)
    lines += inner.split('\n').length - 1
    cell = inner.replaceAll('""', '"')
    at = close + 1
  }
}

function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) if (text[at + 1] !== '"') return at
  return text.length
}

/** One row as CSV, quoted where it must be. @example writeCsvRow(['a', 'b, c']) // 'a,"b, c"' */
export const writeCsvRow = (cells: readonly string[]): string =>
  cells.map((c) => (/[",\r\n]/.test(c) ? `"${c.replaceAll('"', '""')}"` : c)).join(',')

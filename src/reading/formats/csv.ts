import type { Issue } from '../../core/issue.ts'
import { count, size } from '../budget.ts'
import { decode } from '../charset.ts'
import { documentResult } from '../document.ts'
import type { Format } from '../format.ts'
import { bareType } from '../media-types.ts'
import { isDoubtful, parseCell, styleWitness, type NumberStyle, type StyleWitness } from '../numbers.ts'
import { sampleText } from '../sniff.ts'
import { issueOf, quarantined } from '../stop.ts'
import { layTables, type RawRow } from '../tables.ts'

const mostBytes = 64 * 1024 * 1024
const mostCells = 3_000_000
/** Columns beyond these share the style of the whole table. */
const mostColumns = 2000
const delimiters = ['\t', ';', ',', '|'] as const

export default {
  name: 'csv',
  version: 1,
  sniff(bytes, source) {
    const sample = sampleText(bytes, 16_384)
    if (/^\s*[<{]/.test(sample) || sample.includes('\0')) return 0
    const { delimiter, even } = findDelimiter(sample, bytes.length > 16_384)
    if (delimiter === null) return 0
    if (/^text\/(?:csv|tab-separated-values)$/.test(bareType(source.declaredType) ?? '')) return 0.9
    return even ? 0.6 : 0
  },
  async read(bytes, source) {
    if (bytes.length > mostBytes) throw quarantined('too-large', `${source.label} is larger than ${size(mostBytes)}; split it.`)
    const { text, issues } = decode(bytes, source.declaredCharset)
    const delimiter = findDelimiter(text.slice(0, 16_384), text.length > 16_384).delimiter ?? ','
    const { records, issues: more } = await parseRecords(text, delimiter, source.label)
    const { rows, issues: doubts } = typed(records, source.label)
    const { layer, tables, issues: far } = layTables([{ name: '', hidden: false, merges: [], rows }])
    const mediaType = delimiter === '\t' ? 'text/tab-separated-values' : 'text/csv'
    return [documentResult(bytes, source, { reader: 'csv 1', mediaType, layer, tables, issues: [...issues, ...more, ...doubts, ...far] })]
  },
} satisfies Format

/** The character between cells, and whether every line has the same number of it. */
function findDelimiter(sample: string, cut: boolean): { readonly delimiter: string | null; readonly even: boolean } {
  const lines = sample.replace(/"[^"]*"/g, 'q').split(/\r?\n/).slice(0, 50)
  if (cut) lines.pop()
  const full = lines.filter((line) => line.trim() !== '')
  let best: { delimiter: string | null; even: boolean; score: number } = { delimiter: null, even: false, score: 0 }
  for (const delimiter of delimiters) {
    const counts = full.map((line) => line.split(delimiter).length - 1)
    const usual = median(counts)
    if (usual === 0) continue
    const agree = counts.filter((n) => n === usual).length / counts.length
    // In prose commas are followed by spaces, and their number changes from line to line.
    const prose = delimiter === ',' && full.filter((line) => /,\s/.test(line)).length > full.length / 2
    const even = agree === 1 && full.length >= 3 && !prose && (usual >= 2 || delimiter !== ',')
    const score = agree * Math.min(usual, 5) + (delimiter === '\t' ? 0.5 : 0)
    if (agree >= 0.6 && score > best.score) best = { delimiter, even, score }
  }
  return best
}

const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

async function parseRecords(text: string, delimiter: string, label: string): Promise<{ readonly records: readonly (readonly string[])[]; readonly issues: readonly Issue[] }> {
  const { parse } = await import('csv-parse/sync')
  const options = { delimiter, relax_column_count: true, skip_empty_lines: true, bom: true, max_record_size: 10_000_000 }
  try {
    return { records: parse(text, { ...options, relax_quotes: true }), issues: [] }
  } catch {
    const issue = issueOf('warning', 'broken-quotes', `${label}: its quotation marks do not close; they were read as ordinary characters.`)
    return { records: parse(text, { ...options, quote: false }), issues: [issue] }
  }
}

/** Cells with their types. A number that could be read in two ways stays text, and is counted. */
function typed(records: readonly (readonly string[])[], label: string): { readonly rows: readonly RawRow[]; readonly issues: readonly Issue[] } {
  const width = records.reduce((most, r) => Math.max(most, r.length), 0)
  const whole = styleWitness(), columns: StyleWitness[] = []
  for (const record of records) for (const [column, raw] of record.entries()) {
    const text = raw.trim()
    whole.see(text)
    if (column < mostColumns) (columns[column] ??= styleWitness()).see(text)
  }
  const overall = whole.style(), styles: readonly NumberStyle[] = columns.map((c) => c.style() ?? overall)
  let doubtful = 0, cells = 0, left = 0
  const rows = records.map((record, index): RawRow => ({
    index,
    cells: record.flatMap((raw, column) => {
      const text = raw.trim()
      if (text === '') return []
      if (++cells > mostCells) { left++; return [] }
      const style = styles[column] ?? overall, number = parseCell(text, style)
      if (number === undefined && style === null && isDoubtful(text)) doubtful++
      return [{ column, text, value: number ?? text }]
    }),
  }))
  const ragged = records.filter((r) => r.length !== width).length
  return { rows, issues: [
    ...(doubtful > 0 ? [issueOf('warning', 'ambiguous-numbers', `${label}: ${count(doubtful)} numbers such as 1,234 could be read in two ways; they were kept as text.`)] : []),
    ...(left > 0 ? [issueOf('warning', 'too-many-cells', `${label}: ${count(left)} cells beyond the first ${count(mostCells)} were not read; split the file.`)] : []),
    ...(ragged > 0 ? [issueOf('note', 'ragged-rows', `${label}: ${count(ragged)} rows have fewer cells than the widest one.`)] : []),
  ] }
}

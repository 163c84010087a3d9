import { quoted, type Block, type Column, type Footnote, type Inline, type Report, type Runs } from './report.ts'

/**
 * A report for the terminal: wrapped at `width`, hanging lists, footnotes at the end.
 * @example renderText(report, { width: 80 }).split('\n').every((line) => line.length <= 80) // true, long addresses apart
 */
export function renderText(report: Report, { width = 80 }: { readonly width?: number } = {}): string {
  const inner = Math.max(width, 40)
  const head = [wrap(report.title, inner), '═'.repeat(Math.min(inner, columns(report.title))), ...(report.subtitle.length ? [wrap(line(report.subtitle), inner)] : [])].join('\n')
  const notes = report.footnotes.map((note, i) => footnote(note, i + 1, inner)).join('\n')
  return [head, ...report.blocks.map((block) => renderBlock(block, inner)), ...(notes ? [`${'─'.repeat(12)}\n${notes}`] : [])].join('\n\n') + '\n'
}

function renderBlock(block: Block, width: number): string {
  switch (block.kind) {
    case 'heading': return block.level === 2 ? `${block.text.toLocaleUpperCase('en')}\n${'─'.repeat(Math.min(width, columns(block.text)))}` : block.text
    case 'paragraph': return wrap(line(block.runs), width)
    case 'list': return block.items.map((item, i) => wrap(line(item), width, block.ordered ? `${i + 1}. ` : '• ')).join('\n')
    case 'quote': return wrap(`“${block.text}”${line(block.cites)}`, width - 2, '  ') + `\n    — ${block.speaker}`
    case 'facts': return facts(block.rows, width)
    case 'note': return wrap(line(block.runs), width, `${block.label}: `)
    case 'table': return `${block.caption}\n${table(block.columns, block.rows, width)}`
    case 'figure': return `${wrap(block.caption, width)}\n${wrap(block.words, width - 2, '  ')}`
  }
}

const line = (runs: Runs): string => runs.map(inline).join('')
const inline = (run: Inline): string => {
  if (typeof run === 'string') return run
  if (run.kind === 'cite') return `[${run.note}]`
  return run.kind === 'doubt' ? `${run.text} (${run.why})` : run.text
}

function footnote(note: Footnote, number: number, width: number): string {
  const source = [note.document, note.publisher, note.date, note.place].filter(Boolean).join(', ')
  const words = wrap(`${source}: ${quoted(note.quote)}`, width, `[${number}] `)
  return note.url ? `${words}\n    ${note.url}` : words
}

function facts(rows: readonly { readonly label: string; readonly value: Runs }[], width: number): string {
  const indent = Math.max(...rows.map((row) => columns(row.label))) + 2
  return rows.map((row) => wrap(line(row.value), width, row.label.padEnd(indent))).join('\n')
}

/** Columns keep their natural width; when the sum is too wide, the widest give way and their cells wrap. */
function table(heads: readonly Column[], rows: readonly (readonly Runs[])[], width: number): string {
  const cells = [heads.map((h) => h.label), ...rows.map((row) => row.map(line))]
  const widths = fit(heads.map((_, i) => Math.max(...cells.map((row) => columns(row[i] ?? '')))), width - 2 * (heads.length - 1))
  const lines = cells.map((row) => tableRow(row, widths, heads))
  return [lines[0], widths.map((w) => '─'.repeat(w)).join('  '), ...lines.slice(1)].join('\n')
}

function fit(natural: readonly number[], room: number): readonly number[] {
  const widths = [...natural], narrowest = 8
  while (widths.reduce((a, b) => a + b, 0) > room) {
    const widest = widths.indexOf(Math.max(...widths))
    if (widths[widest]! <= narrowest) break
    widths[widest]!--
  }
  return widths
}

function tableRow(texts: readonly string[], widths: readonly number[], heads: readonly Column[]): string {
  const wrapped = texts.map((text, i) => wrap(text, widths[i] ?? 0).split('\n'))
  const height = Math.max(...wrapped.map((lines) => lines.length))
  const cell = (i: number, row: number) => (heads[i]?.align === 'end' ? padStart : padEnd)(wrapped[i]?.[row] ?? '', widths[i] ?? 0)
  return Array.from({ length: height }, (_, row) => texts.map((_, i) => cell(i, row)).join('  ').trimEnd()).join('\n')
}

/** Wraps at spaces; later lines are indented as far as the lead, unless the lead is very long. */
function wrap(text: string, width: number, lead = ''): string {
  const indent = ' '.repeat(Math.min(columns(lead), 24)), lines: string[] = []
  let current = lead, empty = true
  for (const word of text.split(/\s+/).filter(Boolean)) {
    if (!empty && columns(current) + 1 + columns(word) > width) { lines.push(current); current = indent; empty = true }
    current += empty ? word : ` ${word}`
    empty = false
  }
  return [...lines, current].join('\n')
}

/** Columns a text takes: combining marks take none; wide scripts are not met in the six languages. */
const columns = (text: string): number => [...text.replace(/\p{M}/gu, '')].length
const padEnd = (text: string, width: number) => text + ' '.repeat(Math.max(0, width - columns(text)))
const padStart = (text: string, width: number) => ' '.repeat(Math.max(0, width - columns(text))) + text

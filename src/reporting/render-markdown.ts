import { quoted, type Block, type Column, type Footnote, type Inline, type Report, type Runs } from './report.ts'

/**
 * A report as Markdown with footnotes (the syntax of GitHub, Pandoc and Hugo). `base` is put before paths of the web
 * app; without it such links are printed as plain text.
 */
export function renderMarkdown(report: Report, { base }: { readonly base?: string } = {}): string {
  const head = [`# ${escape(report.title)}`, ...(report.subtitle.length ? [`*${line(report.subtitle, undefined)}*`] : [])]
  const notes = report.footnotes.map((note, i) => footnote(note, i + 1))
  return [...head, ...report.blocks.map((block) => renderBlock(block, base)), ...(notes.length ? [notes.join('\n')] : [])].join('\n\n') + '\n'
}

function renderBlock(block: Block, base: string | undefined): string {
  switch (block.kind) {
    case 'heading': return `${'#'.repeat(block.level)} ${escape(block.text)}`
    case 'paragraph': return line(block.runs, base)
    case 'list': return block.items.map((item, i) => `${block.ordered ? `${i + 1}.` : '-'} ${line(item, base)}`).join('\n')
    case 'quote': return `> “${escape(block.text)}”${line(block.cites, base)}\n>\n> — ${escape(block.speaker)}`
    case 'facts': return block.rows.map((row) => `- **${escape(row.label)}:** ${line(row.value, base)}`).join('\n')
    case 'note': return `> **${escape(block.label)}:** ${line(block.runs, base)}`
    case 'table': return `**${escape(block.caption)}**\n\n${table(block.columns, block.rows, base)}`
    case 'figure': return `**${escape(block.caption)}**\n\n${escape(block.words)}`
  }
}

const line = (runs: Runs, base: string | undefined): string => runs.map((run) => inline(run, base)).join('').replace(/\s+/g, ' ')

function inline(run: Inline, base: string | undefined): string {
  if (typeof run === 'string') return escape(run)
  switch (run.kind) {
    case 'strong': return `**${escape(run.text)}**`
    case 'doubt': return `${escape(run.text)} *(${escape(run.why)})*`
    case 'cite': return `[^${run.note}]`
    case 'link': {
      const href = run.href.startsWith('/') ? (base === undefined ? null : base.replace(/\/$/, '') + run.href) : publicAddress(run.href)
      return href === null ? escape(run.text) : `[${escape(run.text)}](<${href}>)`
    }
  }
}

function table(heads: readonly Column[], rows: readonly (readonly Runs[])[], base: string | undefined): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [row(heads.map((h) => escape(h.label))), row(heads.map((h) => (h.align === 'end' ? '---:' : '---'))), ...rows.map((cells) => row(cells.map((cell) => line(cell, base))))].join('\n')
}

function footnote(note: Footnote, number: number): string {
  const source = [note.document, note.publisher, note.date, note.place].filter((part) => typeof part === 'string').map(escape).join(', ')
  const address = note.url === null ? null : publicAddress(note.url)
  return `[^${number}]: ${source}: ${escape(quoted(note.quote))}${address === null ? '' : ` <${address}>`}`
}

/** Only http(s), and nothing that could leave the angle brackets. */
const publicAddress = (url: string): string | null => (/^https?:\/\/[^\s<>]+$/.test(url) ? url : null)

/** Text of documents is data: no character of it may act as markup. */
const escape = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|~#]/g, '\\$&').replace(/&/g, '&amp;').replace(/^([-+]|\d+[.)])(?=\s)/, '\\$1')

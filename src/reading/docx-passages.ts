import type { Passage } from './composed.ts'
import { parseXml } from './xml.ts'

interface Paragraph { text: string; style: string; listed: boolean; level: number | undefined }
interface OpenTable { readonly index: number; row: number; column: number; cell: string[]; readonly span: { width: number } }

/**
 * The paragraphs, headings, items and table cells of a Word part. Text that was deleted or is hidden is not what the
 * document says: it is left out and counted. Of the two faces of a drawing only the first is read.
 */
export async function documentPassages(xml: string, headings: ReadonlyMap<string, number>, label: string): Promise<{ readonly passages: Passage[]; readonly deleted: number; readonly hidden: number }> {
  const passages: Passage[] = [], tables: OpenTable[] = []
  const paragraphs: Paragraph[] = []
  let run = '', vanished = false, inProperties = 0, left = 0, deleted = 0, hidden = 0, tableCount = 0, inText = false

  const finish = ({ text: raw, style, listed, level }: Paragraph) => {
    const text = raw.replace(/\s+/g, ' ').trim()
    const table = tables.at(-1)
    if (text === '') return
    if (table) { table.cell.push(text); return }
    const heading = headings.get(style) ?? level
    passages.push(heading !== undefined && text.length < 300 ? { kind: 'heading', level: heading, text } : { kind: listed ? 'item' : /quote|zitat|citation/i.test(style) ? 'quote' : 'paragraph', text })
  }
  const closeCell = (table: OpenTable) => {
    const text = table.cell.splice(0).join(' ')
    // Cells of a table inside a cell belong to the outer one: one table at a time has columns.
    const outer = tables.at(-2)
    if (outer) { if (text !== '') outer.cell.push(text) }
    else if (text !== '') passages.push({ kind: 'cell', text, cell: { table: table.index, row: table.row, column: table.column } })
    table.column += Math.min(table.span.width, 64)
    table.span.width = 1
  }

  await parseXml(xml, {
    open(name, attributes, prefix) {
      const on = (key = 'w:val') => !/^(?:0|false|off|none)$/.test(attributes[key] ?? '1')
      if (name === 'Fallback' && prefix === 'mc') left++
      if (left > 0) return
      if (name === 'p' && prefix === 'w') paragraphs.push({ text: '', style: '', listed: false, level: undefined })
      const paragraph = paragraphs.at(-1)
      if (name === 'tbl') tables.push({ index: tableCount++, row: -1, column: 0, cell: [], span: { width: 1 } })
      else if (name === 'tr') { const table = tables.at(-1); if (table) { table.row++; table.column = 0 } }
      else if (name === 'gridSpan') { const table = tables.at(-1); if (table) table.span.width = Math.max(1, Number(attributes['w:val']) || 1) }
      else if (name === 'pPr') inProperties++
      else if (name === 'pStyle' && paragraph) paragraph.style = attributes['w:val'] ?? ''
      else if (name === 'numPr' && paragraph) paragraph.listed = true
      else if (name === 'outlineLvl' && paragraph && Number(attributes['w:val']) < 6) paragraph.level = Number(attributes['w:val']) + 1
      else if (name === 'r' && prefix === 'w') { run = ''; vanished = false }
      else if ((name === 'vanish' || name === 'webHidden') && inProperties === 0 && on()) vanished = true
      else if (name === 't' && prefix === 'w') inText = true
      else if (name === 'delText') deleted++
      else if (name === 'tab' && inProperties === 0) run += '\t'
      else if (name === 'br' || name === 'cr') run += ' '
      else if (name === 'noBreakHyphen') run += '-'
    },
    text(text) { if (inText && left === 0) run += text },
    close(name, prefix) {
      if (name === 'Fallback' && prefix === 'mc') { left--; return }
      if (left > 0) return
      if (name === 't') inText = false
      else if (name === 'pPr') inProperties--
      else if (name === 'r' && prefix === 'w') {
        const paragraph = paragraphs.at(-1)
        if (vanished && run.trim() !== '') hidden++
        else if (paragraph) paragraph.text += run
        run = ''
      } else if (name === 'p' && prefix === 'w') { const paragraph = paragraphs.pop(); if (paragraph) finish(paragraph) }
      else if (name === 'tc') { const table = tables.at(-1); if (table) closeCell(table) }
      else if (name === 'tbl') tables.pop()
    },
  }, { label })
  return { passages, deleted, hidden }
}

import type { BlockKind } from '../../core/document.ts'
import { decode } from '../charset.ts'
import type { Format } from '../format.ts'
import { frontMatter } from '../front-matter.ts'
import { inline } from '../inline.ts'
import { mediaTypeOf } from '../media-types.ts'
import { writeProse, type Stretch } from '../prose.ts'
import { isWrapped, joinLines, linesOf, wrapWidth, type Line } from '../wrapping.ts'
import { writtenResult } from '../written.ts'

/** Markdown: marks are cut, words stay; a bold lead-in or line becomes a heading. */
const markdown: Format = {
  name: 'markdown',
  version: 1,
  sniff: (_bytes, source) => (mediaTypeOf(source.label) === 'text/markdown' || source.declaredType?.startsWith('text/markdown') ? 0.4 : 0),
  async read(bytes, source) {
    const { text, issues } = decode(bytes, source.declaredCharset)
    const head = frontMatter(text)
    const prose = writeProse(stretches(text, head.bodyStart), head.fields.get('title') ?? null)
    return [await writtenResult(bytes, source, { reader: 'markdown 1', mediaType: 'text/markdown', fields: head.fields, prose, issues })]
  },
}
export default markdown

interface Mark { readonly kind: BlockKind; readonly level?: number; readonly length: number }

const itemMark = /^\s*(?:[*+•-]|\d{1,3}[.)])\s+/
/** A dash may open an item or speech; speech has its attribution after a second dash, or stands alone among paragraphs. */
function markOf(line: string, alone: boolean): Mark | null {
  const heading = /^ {0,3}(#{1,6})\s+/.exec(line)
  if (heading) return { kind: 'heading', level: heading[1]!.length, length: heading[0].length }
  const quote = /^ {0,3}>\s?/.exec(line)
  if (quote) return { kind: 'quote', length: quote[0].length }
  const item = itemMark.exec(line)
  if (!item) return null
  if (/^\s*-\s\S/.test(line) && (/\s[-–—]\s\p{Ll}/u.test(line.slice(item[0].length)) || alone)) return null
  return { kind: 'item', length: /\d/.test(item[0]) ? /^\s*/.exec(line)![0].length : item[0].length }
}

/** Paragraphs, headings, items and quotations; hard breaks divide only where the line was not full. */
function stretches(text: string, from: number): readonly Stretch[] {
  const lines = linesOf(text, from), width = wrapWidth(lines), found: Stretch[] = []
  let open: Line[] = [], mark: Mark | null = null, fence = false
  const close = () => {
    if (open.length) found.push(...divide(mark?.kind ?? 'paragraph', mark?.level, open))
    open = []
    mark = null
  }
  const blank = (i: number) => (lines[i]?.text ?? '').trim() === ''
  for (const [i, line] of lines.entries()) {
    if (/^\s*(?:```|~~~)/.test(line.text)) { close(); fence = !fence; continue }
    if (fence) continue
    if (line.text.trim() === '' || /^ {0,3}(?:(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,}|=+\s*)$|\[[^\]]+\]:\s+\S)/.test(line.text)) { close(); continue }
    const last = open.at(-1), next = markOf(line.text, blank(i - 1) && blank(i + 1))
    const hard = last && /(?: {2}|\\)$/.test(last.text) && !isWrapped(last.text, line.text, width)
    if (hard || (next && !(next.kind === 'quote' && (mark as Mark | null)?.kind === 'quote')) || (mark as Mark | null)?.kind === 'heading') close()
    if (open.length === 0) mark = next
    const cut = next?.length ?? 0
    open.push({ text: line.text.slice(cut).replace(/\\$/, ''), start: line.start + cut })
  }
  close()
  return found
}

/** "**Label:** text" is a heading and a paragraph. */
function divide(kind: BlockKind, level: number | undefined, lines: readonly Line[]): readonly Stretch[] {
  const pieces = inline(joinLines(lines))
  const whole = level === undefined ? { kind } : { kind, level }
  if (kind === 'heading' || pieces.length === 0) return pieces.length ? [{ ...whole, pieces }] : []
  const bold = pieces.findIndex((p) => !p.strong)
  const lead = (bold < 0 ? pieces : pieces.slice(0, bold)), words = lead.map((p) => p.text).join('').trim()
  const standsAlone = bold < 0 && kind === 'paragraph' && words.length < 160 && !/[.!?]$/.test(words)
  if (standsAlone) return [{ kind: 'heading', pieces: lead }]
  const rest: Stretch = { ...whole, pieces: trimmed(pieces.slice(bold)) }
  if (bold > 0 && /[:.]$/.test(words) && words.length < 160) return [{ kind: 'heading', pieces: lead }, ...(rest.pieces.length > 0 ? [rest] : [])]
  return [{ ...whole, pieces }]
}

const trimmed = (pieces: Stretch['pieces']): Stretch['pieces'] => {
  const first = pieces.findIndex((p) => p.text.trim() !== '')
  if (first < 0) return []
  const { text, source } = pieces[first]!, cut = text.length - text.trimStart().length
  return [{ text: text.slice(cut), source: source + cut }, ...pieces.slice(first + 1)]
}

import type { BlockKind } from '../core/document.ts'
import { blockKind, isHeadingLine, opensAbout, type Position } from './blocks.ts'
import { dateline, type Dateline } from './dateline.ts'
import { createLayer, type Layer, type LayerWriter } from './layer.ts'

/** A stretch of the source that a format took apart: its words in pieces, with what the markup says it is. */
export interface Stretch {
  readonly kind: BlockKind
  readonly level?: number
  /** Words and where they stand in the source; markup between them is left out. */
  readonly pieces: readonly { readonly text: string; readonly source: number }[]
}

/** The layer of prose, with the dateline that opened it. */
export interface Prose { readonly layer: Layer; readonly title: string | null; readonly dateline: Dateline | null }

/**
 * Writes stretches as blocks and tells title, captions, links to other texts, boilerplate and dateline apart.
 * @param titleKnown the document says its title elsewhere, so the first line is not taken for it
 */
export function writeProse(stretches: readonly Stretch[], titleKnown: string | null): Prose {
  const layer = createLayer(), texts = stretches.map((s) => words(s))
  const shouting = texts.filter((t) => t.length > 200).some((t) => t === t.toUpperCase())
  let title: string | null = null, found: Dateline | null = null, about = false, spoken = 0
  for (const [index, stretch] of stretches.entries()) {
    const text = texts[index]!, position: Position = { index, total: stretches.length, shouting }
    about ||= opensAbout(text, position)
    const isTitle = index === 0 && (titleKnown === null ? looksLikeTitle(stretch, text, texts[1]) : same(text, titleKnown))
    const kind = isTitle ? 'title' : about ? 'boilerplate' : settle(stretch, text, position, texts[index + 1])
    if (isTitle) title = text
    const line: Dateline | undefined = found === null && spoken < 2 && (kind === 'paragraph' || kind === 'heading') ? dateline(text) : undefined
    if (kind === 'paragraph') spoken++
    if (line) found = line
    writeStretch(layer, stretch, kind, line?.end ?? 0, kind === 'item' && stretches[index - 1]?.kind === 'item' ? '\n' : '\n\n')
  }
  return { layer: layer.done(), title: title ?? titleKnown, dateline: found }
}

const words = (stretch: Stretch) => stretch.pieces.map((p) => p.text).join('')
const same = (a: string, b: string) => a.replace(/\s+/g, ' ').trim().toLowerCase() === b.replace(/\s+/g, ' ').trim().toLowerCase()

function looksLikeTitle(stretch: Stretch, text: string, next: string | undefined): boolean {
  if (stretch.kind === 'heading') return stretch.level === undefined || stretch.level === 1
  return stretch.kind === 'paragraph' && next !== undefined && text.length < 200 && !/[.!:;,][”"»)]*$/.test(text) && blockKind(text, { index: 5, total: 10 }) === 'paragraph' && !dateline(text)
}

function settle(stretch: Stretch, text: string, position: Position, next: string | undefined): BlockKind {
  if (stretch.kind === 'cell') return 'cell'
  const kind = blockKind(text, position)
  if (kind !== 'paragraph') return kind
  if (stretch.kind !== 'paragraph') return stretch.kind
  return position.index > 0 && next !== undefined && next.length > text.length && isHeadingLine(text) && !dateline(text) ? 'heading' : 'paragraph'
}

function writeStretch(layer: LayerWriter, stretch: Stretch, kind: BlockKind, dated: number, joiner: string): void {
  const options = stretch.level !== undefined && kind === 'heading' ? { level: stretch.level, joiner } : { joiner }
  layer.open(dated > 0 ? 'dateline' : kind, options)
  let at = 0
  for (const piece of stretch.pieces) {
    const cut = Math.max(0, Math.min(piece.text.length, dated - at))
    if (cut > 0) layer.write(cut === dated - at ? piece.text.slice(0, cut).trimEnd() : piece.text.slice(0, cut), piece.source)
    at += piece.text.length
    if (dated > 0 && at >= dated && cut < piece.text.length && cut === dated - (at - piece.text.length)) { layer.close(); layer.open(kind, { joiner: ' ' }) }
    if (cut < piece.text.length) layer.write(piece.text.slice(cut), piece.source + cut)
  }
  layer.close()
}

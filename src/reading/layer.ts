import type { Block, BlockKind } from '../core/document.ts'

/** The text layer of a document: its kept text, blocks over it, and the way back to the source. */
export interface Layer {
  readonly text: string
  readonly blocks: readonly Block[]
  readonly sourceMap: readonly (readonly [text: number, source: number])[]
}

/** Builds a layer block by block. Characters run in step with the source unless a write jumps. */
export interface LayerWriter {
  /** Begins a block; the joiner stands between it and the block before. */
  open(kind: BlockKind, options?: { readonly level?: number; readonly joiner?: string }): void
  /** Appends characters as they stand at this offset of the source. */
  write(chars: string, source: number): void
  /** Ends the block; a block without characters leaves no trace. */
  close(): void
  readonly length: number
  done(): Layer
}

/**
 * @example
 * const w = createLayer(); w.open('paragraph'); w.write('Kyiv', 3); w.close()
 * w.done() // { text: 'Kyiv', blocks: [{ start: 0, end: 4, kind: 'paragraph' }], sourceMap: [[0, 3]] }
 */
export function createLayer(): LayerWriter {
  let text = '', delta = NaN, pending: { kind: BlockKind; level: number | undefined; joiner: string } | null = null, start = -1
  const blocks: Block[] = [], sourceMap: [number, number][] = []
  const begin = () => {
    if (start >= 0 || !pending) return
    if (text !== '') text += pending.joiner
    start = text.length
    delta = NaN
  }
  return {
    get length() { return text.length },
    open(kind, options = {}) { pending = { kind, level: options.level, joiner: options.joiner ?? '\n\n' }; start = -1 },
    write(chars, source) {
      if (chars === '') return
      begin()
      if (source - text.length !== delta) { sourceMap.push([text.length, source]); delta = source - text.length }
      text += chars
    },
    close() {
      if (pending && start >= 0) {
        const { kind, level } = pending
        blocks.push(level === undefined ? { kind, start, end: text.length } : { kind, level, start, end: text.length })
      }
      pending = null
      start = -1
    },
    done: () => ({ text, blocks, sourceMap }),
  }
}

/**
 * Writes a range of the source with each run of white space as one space, none at the edges.
 * @example writeCollapsed(layer, ' a\n  b ', 0, 7) // 'a b'
 */
export function writeCollapsed(layer: LayerWriter, source: string, from: number, to: number): void {
  const word = /[^ \t\r\n\f\u00a0]+(?:\u00a0[^ \t\r\n\f\u00a0]+)*/g
  word.lastIndex = from
  let last = -1
  for (let m = word.exec(source); m && m.index < to; m = word.exec(source)) {
    const end = Math.min(m.index + m[0].length, to)
    if (last >= 0) layer.write(' ', m.index - 1)
    layer.write(source.slice(m.index, end), m.index)
    last = end
  }
}

/** Offset in the source of an offset in the text. @example toSource([[0, 3], [5, 10]], 6) // 11 */
export function toSource(map: Layer['sourceMap'], offset: number): number {
  let low = 0, high = map.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (map[middle]![0] <= offset) low = middle
    else high = middle - 1
  }
  const pair = map[low]
  return pair ? pair[1] + (offset - pair[0]) : offset
}

const collapse = (text: string) => text.replace(/\s+/g, ' ').trim()

/**
 * The parts of a range that stand in the source without a break other than white space: where markup was cut from the
 * middle of a sentence, the words before and after it are parts of their own.
 */
export function verbatimParts(layer: Layer, source: string, span: { readonly start: number; readonly end: number }): readonly { readonly start: number; readonly end: number }[] {
  const parts: { start: number; end: number }[] = []
  let start = span.start
  for (const [at, from] of layer.sourceMap) {
    if (at <= span.start || at >= span.end) continue
    const before = toSource(layer.sourceMap, at - 1) + 1
    if (before <= from && collapse(source.slice(before, from)) === '') continue
    if (collapse(layer.text.slice(start, at)) !== '') parts.push({ start, end: at })
    start = at
  }
  parts.push({ start, end: span.end })
  return parts
}

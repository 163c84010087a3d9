import type { PdfItem } from './pdf-lines.ts'

/** The drawing commands of a page as pdf.js lists them, and the numbers of those that matter here. */
export interface PdfCommands { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] }
export interface CommandNumbers {
  readonly save: number; readonly restore: number; readonly setTextRenderingMode: number; readonly showText: number; readonly setGState: number
  readonly paintFormXObjectBegin: number; readonly paintFormXObjectEnd: number; readonly paintImageXObject: number; readonly paintInlineImageXObject: number
}

/** What a page shows: its items without those drawn invisibly, and what was left out or could not be told apart. */
export interface Visible { readonly items: readonly PdfItem[]; readonly hidden: number; readonly untold: boolean; readonly scan: boolean }

const letters = (text: string) => text.normalize('NFKC').replace(/\s+/g, '')

/**
 * Leaves out text in rendering mode 3 or 7, which no reader of the page sees. A page whose text is all invisible over
 * a picture is a scan with its recognised text: that is kept, and said.
 */
export function visibleItems(items: readonly PdfItem[], commands: PdfCommands, ops: CommandNumbers): Visible {
  const { shown, hiddenAny, pictures } = shownText(commands, ops)
  if (!hiddenAny) return { items, hidden: 0, untold: false, scan: false }
  const all = shown.map((s) => s.text).join('')
  if (pictures && shown.every((s) => s.hidden || s.text === '')) return { items, hidden: 0, untold: false, scan: true }
  if (all !== items.map((i) => letters(i.str)).join('')) return { items, hidden: 0, untold: true, scan: false }
  const flags: boolean[] = shown.flatMap((s) => Array<boolean>(s.text.length).fill(s.hidden))
  let at = 0, hidden = 0
  const kept: PdfItem[] = []
  for (const item of items) {
    const length = letters(item.str).length
    if (length > 0 && flags.slice(at, at + length).every(Boolean)) hidden += length
    else if (length > 0 && flags.slice(at, at + length).some(Boolean)) {
      const { str, cut } = withoutHidden(item.str, flags, at)
      hidden += cut
      kept.push({ ...item, str })
    } else kept.push(item)
    at += length
  }
  return { items: kept, hidden, untold: false, scan: false }
}

function withoutHidden(text: string, flags: readonly boolean[], from: number): { readonly str: string; readonly cut: number } {
  let str = '', at = from, cut = 0
  for (const char of text) {
    const length = letters(char).length
    if (length > 0 && flags[at]) cut += length
    else str += char
    at += length
  }
  return { str, cut }
}

function shownText({ fnArray, argsArray }: PdfCommands, ops: CommandNumbers) {
  const shown: { text: string; hidden: boolean }[] = [], stack: number[] = []
  let mode = 0, hiddenAny = false, pictures = 0
  for (const [i, fn] of fnArray.entries()) {
    const args = argsArray[i] as readonly unknown[] | null
    if (fn === ops.save || fn === ops.paintFormXObjectBegin) stack.push(mode)
    else if (fn === ops.restore || fn === ops.paintFormXObjectEnd) mode = stack.pop() ?? 0
    else if (fn === ops.setTextRenderingMode) mode = Number(args?.[0] ?? 0)
    else if (fn === ops.paintImageXObject || fn === ops.paintInlineImageXObject) pictures++
    else if (fn === ops.showText) {
      const glyphs = (args?.[0] ?? []) as readonly ({ readonly unicode?: string } | number | null)[]
      const text = letters(glyphs.map((g) => (typeof g === 'object' ? g?.unicode ?? '' : '')).join(''))
      const hidden = mode === 3 || mode === 7
      hiddenAny ||= hidden && text !== ''
      shown.push({ text, hidden })
    }
  }
  return { shown, hiddenAny, pictures: pictures > 0 }
}

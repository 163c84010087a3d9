import type { Passage } from './composed.ts'
import { joinLinesAtHyphen, wordsOf } from './hyphens.ts'
import type { PdfLine } from './pdf-lines.ts'

/**
 * Lines of all pages as paragraphs, headings and items. Running heads, page numbers and the like come after the text
 * of their page as boilerplate, so that a paragraph may go on over the page.
 */
export function passagesOf(pages: readonly (readonly PdfLine[])[]): readonly Passage[] {
  const furniture = findFurniture(pages), size = bodySize(pages), font = bodyFont(pages)
  const elsewhere = wordsOf(pages.flat().map((l) => l.text))
  const passages: Passage[] = []
  let open: { lines: PdfLine[]; kind: Passage['kind']; level?: number } | null = null
  const close = () => {
    if (open) passages.push({ kind: open.kind, ...joined(open.lines, elsewhere), ...(open.level !== undefined && { level: open.level }) })
    open = null
  }
  const waiting: (Passage & { readonly page: number })[] = []
  for (const lines of pages) {
    for (const line of lines) {
      if (furniture.has(line)) { waiting.push({ kind: 'boilerplate', text: line.text, page: line.page, places: [[0, `page ${line.page}`]] }); continue }
      const last: PdfLine | undefined = open?.lines.at(-1)
      const item = bullet.exec(line.text), level = headingLevel(line, size, font)
      const goesOn = last && open && !item && (open.level ?? 0) === (level ?? 0) && (level !== undefined || !endsShort(last, line, lines)) && continues(last, line, open.lines.slice(-20))
      if (!goesOn) {
        close()
        if (waiting.length > 0 && waiting[0]!.page < line.page) passages.push(...waiting.splice(0))
        open = level === undefined ? { lines: [], kind: item ? 'item' : 'paragraph' } : { lines: [], kind: 'heading', level }
      }
      open!.lines.push(item && open!.lines.length === 0 ? { ...line, text: line.text.slice(item[0].length) } : line)
    }
  }
  close()
  return [...passages, ...waiting]
}

/** A page with more lines than people would set is not looked at for its margins. */
const mostLines = 2000
const bullet = /^[•▪◦‣●■–]\s+(?=\S)/

/** The lines as one text, with the offsets in it at which pages begin. */
function joined(lines: readonly PdfLine[], elsewhere: ReadonlySet<string>): Pick<Passage, 'text'> & { readonly places: readonly (readonly [number, string])[] } {
  const places: [number, string][] = []
  let text = '', page = 0
  for (const { text: next, page: on } of lines) {
    if (on !== page) places.push([text.length, `page ${on}`])
    page = on
    text = text === '' ? next : /[\p{L}\d][-\u2010\u00ad]$/u.test(text.slice(-2)) ? joinLinesAtHyphen(text, next, elsewhere) : `${text} ${next}`
  }
  return { text, places }
}

/** Does a line go on with the paragraph of the line before? */
function continues(last: PdfLine, line: PdfLine, before: readonly PdfLine[]): boolean {
  const size = Math.max(last.size, line.size)
  if (Math.abs(last.size - line.size) > size * 0.12) return false
  const down = last.y - line.y
  if (last.page === line.page && down > 0) {
    const usual = before.length > 1 ? before.at(-2)!.y - last.y : size * 1.3
    const indented = line.x - Math.min(...before.map((l) => l.x)) > size * 0.8 && Math.abs(before[0]!.x - line.x) > 1
    const full = before.length < 2 || last.right > Math.max(...before.map((l) => l.right)) - size * 4
    return down < Math.max(usual, size * 1.2) * 1.3 + 1 && !(indented && /[.!?:”"»]$/.test(last.text)) && (full || !/[.!?:]$/.test(last.text))
  }
  // A new column or page: the sentence tells whether it is the same paragraph.
  return !/[.!?:;”"»]$/.test(last.text) && /^[\p{Ll}\d(„“"«]/u.test(line.text)
}

/** Did a line end although the first word of the next one had room? Then it was ended on purpose, as items are. */
function endsShort(last: PdfLine, line: PdfLine, page: readonly PdfLine[]): boolean {
  if (last.page !== line.page || line.y >= last.y || page.length > mostLines || /^\p{Ll}/u.test(line.text)) return false
  const margin = page.reduce((most, l) => (Math.abs(l.x - last.x) < 40 ? Math.max(most, l.right) : most), 0)
  const word = (/^\S+/.exec(line.text)?.[0].length ?? 0) * line.size * 0.55
  return last.right + word + last.size * 2 < margin
}

function headingLevel(line: PdfLine, size: number, font: string): number | undefined {
  if (line.text.length > 160 || !/\p{L}/u.test(line.text)) return undefined
  if (line.size > size * 1.6) return 1
  if (line.size > size * 1.15) return 2
  return line.font !== font && line.size >= size * 0.98 && line.text.length < 90 && !/[.,;:”"»]$/.test(line.text) && /^[\p{Lu}\d]/u.test(line.text) ? 3 : undefined
}

const weigh = <T>(pages: readonly (readonly PdfLine[])[], of: (line: PdfLine) => T): T | undefined => {
  const weights = new Map<T, number>()
  for (const line of pages.flat()) weights.set(of(line), (weights.get(of(line)) ?? 0) + line.text.length)
  return [...weights].sort((a, b) => b[1] - a[1])[0]?.[0]
}
const bodySize = (pages: readonly (readonly PdfLine[])[]) => weigh(pages, (l) => Math.round(l.size * 2) / 2) ?? 1
const bodyFont = (pages: readonly (readonly PdfLine[])[]) => weigh(pages, (l) => l.font) ?? ''

/** Lines at the head or foot that come back on other pages (whatever their number), and page numbers. */
function findFurniture(pages: readonly (readonly PdfLine[])[]): ReadonlySet<PdfLine> {
  const found = new Set<PdfLine>(), seen = new Map<string, PdfLine[]>()
  for (const lines of pages) {
    const sorted = [...lines].sort((a, b) => b.y - a.y)
    for (const line of new Set([...sorted.slice(0, 2), ...sorted.slice(-3)])) {
      if (/^[-–—\s]*(?:(?:page|seite|strona|pagina|p\.|стор\.|сторінка)\s*)?\d{1,4}(?:\s*(?:\/|of|von|z|sur|di|із?|з)\s*\d{1,4})?[-–—\s]*$/iu.test(line.text) && pages.length > 1) found.add(line)
      const key = `${line.text.replace(/\d+/g, '#').toLowerCase()}@${Math.round(line.y / 12)}`
      seen.set(key, [...(seen.get(key) ?? []), line])
    }
  }
  const enough = pages.length <= 3 ? 2 : 3
  for (const lines of seen.values()) if (lines.length >= enough && lines[0]!.text.length < 150) for (const line of lines) found.add(line)
  return found
}

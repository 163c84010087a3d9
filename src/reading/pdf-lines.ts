/** A piece of text as pdf.js gives it: where it stands and how large it is. */
export interface PdfItem { readonly str: string; readonly transform: readonly number[]; readonly width: number; readonly hasEOL: boolean; readonly fontName: string }

/** A line on a page; `y` runs upwards from the foot. */
export interface PdfLine { readonly text: string; readonly x: number; readonly y: number; readonly right: number; readonly size: number; readonly font: string; readonly page: number }

/**
 * Items that stand on one base line and follow each other become a line; a wide gap between them ends it, since it
 * parts columns. The order is that of the file, which is the order of reading in nearly all of them.
 */
export function linesOfPage(items: readonly PdfItem[], page: number): readonly PdfLine[] {
  const lines: PdfLine[] = []
  let open: { text: string; x: number; y: number; right: number; size: number; font: string } | null = null
  const close = () => {
    const text = open?.text.replace(/\s+/g, ' ').trim()
    if (open && text) lines.push({ ...open, text, page })
    open = null
  }
  for (const item of items) {
    const [a = 1, b = 0, , , x = 0, y = 0] = item.transform, size = Math.hypot(a, b) || 1
    if (item.str !== '') {
      const gap: number = open ? x - open.right : 0
      // Raised figures and footnote marks stand a little off the line.
      if (open && (Math.abs(open.y - y) > Math.max(open.size, size) * 0.5 || gap > open.size * 4 || gap < -open.size * 2)) close()
      if (!open) open = { text: item.str, x, y, right: x + item.width, size, font: item.fontName }
      else {
        const apart = gap > open.size * 0.2 && !/\s$/.test(open.text) && !/^\s/.test(item.str)
        open.text += (apart ? ' ' : '') + item.str
        open.right = Math.max(open.right, x + item.width)
        if (item.str.trim().length > 3) { open.size = Math.max(open.size, size) }
      }
    }
    if (item.hasEOL) close()
  }
  close()
  return lines
}

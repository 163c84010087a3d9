import { deflateSync } from 'node:zlib'

export interface PdfOptions {
  /** Extra entries of the catalog, and the filter list of the first content stream with its data. */
  readonly catalog?: string
  readonly rawStream?: { readonly filter: string; readonly data: Uint8Array }
  readonly pageCount?: number
  /** The page tree's own text, to make it loop or repeat. */
  readonly kids?: string
}

/** A PDF whose pages run these drawing commands, in Helvetica as /F1. @example makePdf(['BT /F1 12 Tf 72 700 Td (Hello) Tj ET']) */
export function makePdf(pages: readonly string[], options: PdfOptions = {}): Buffer {
  const objects: Buffer[] = []
  const add = (content: string | Buffer) => objects.push(Buffer.isBuffer(content) ? content : Buffer.from(content, 'latin1'))
  const first = 4
  add(`<< /Type /Catalog /Pages 2 0 R ${options.catalog ?? ''} >>`)
  add(`<< /Type /Pages /Kids [${options.kids ?? pages.map((_, i) => `${first + i * 2} 0 R`).join(' ')}] /Count ${options.pageCount ?? pages.length} >>`)
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>')
  for (const [i, commands] of pages.entries()) {
    const raw = i === 0 ? options.rawStream : undefined
    const data = raw?.data ?? deflateSync(Buffer.from(commands, 'latin1'))
    add(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${first + i * 2 + 1} 0 R >>`)
    add(Buffer.concat([Buffer.from(`<< /Length ${data.length} /Filter ${raw?.filter ?? '/FlateDecode'} >>\nstream\n`), data, Buffer.from('\nendstream')]))
  }
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')], offsets: number[] = []
  let at = parts[0]!.length
  for (const [i, object] of objects.entries()) {
    const part = Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')])
    offsets.push(at)
    parts.push(part)
    at += part.length
  }
  const rows = offsets.map((o) => `${String(o).padStart(10, '0')} 00000 n \n`).join('')
  return Buffer.concat([...parts, Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`)])
}

/** Lines of text from the head of a page, each `[text, size, mode]`. */
export const drawLines = (lines: readonly (readonly [text: string, size?: number, mode?: number, gap?: number])[]): string => {
  let y = 780
  return lines.map(([text, size = 11, mode = 0, gap = 1.3]) => {
    y -= size * gap
    return `BT ${mode} Tr /F1 ${size} Tf 72 ${y.toFixed(1)} Td (${text.replace(/[()\\]/g, '\\$&')}) Tj ET`
  }).join('\n')
}

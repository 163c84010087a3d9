import type { Document } from '../../src/core/document.ts'
import { documentId } from '../../src/core/ids.ts'
import { sha256 } from '../../src/core/hash.ts'
import { edtf } from '../../src/core/dates.ts'

/** A document of paragraphs between blank lines, as extraction tests need it. */
export function plain(text: string, language: string = 'en', published: string | null = null): Document {
  const blocks: { kind: 'paragraph'; start: number; end: number }[] = []
  const gap = /\n[ \t]*\n/g
  let from = 0
  for (let m = gap.exec(text); ; m = gap.exec(text)) {
    const end = m ? m.index : text.length
    if (text.slice(from, end).trim()) blocks.push({ kind: 'paragraph', start: from, end })
    if (!m) break
    from = m.index + m[0].length
  }
  const hash = sha256(text)
  return {
    id: documentId(hash), hash, label: 'plain', mediaType: 'text/plain', url: null, retrieved: null, title: null, publisher: null, authors: [],
    published: published ? { edtf: edtf(published), basis: 'said', source: 'front matter' } : null, modified: null, language, canonicalUrl: null, origin: null,
    text, blocks, tables: [], sourceMap: [], reader: 'plain', issues: [],
  }
}

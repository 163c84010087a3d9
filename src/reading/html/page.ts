import type { BlockKind } from '../../core/document.ts'
import type { Issue } from '../../core/issue.ts'
import { decode } from '../charset.ts'
import { documentResult } from '../document.ts'
import type { ReadResult, Source } from '../format.ts'
import { findLanguage } from '../language.ts'
import type { Layer } from '../layer.ts'
import { agencyName, findOrigin } from '../origin.ts'
import { writeProse, type Stretch } from '../prose.ts'
import { choosePublished, dated } from '../published.ts'
import { textHead } from '../sniff.ts'
import { isDataCell } from './cells.ts'
import { readHead } from './head.ts'
import { mainText } from './main-text.ts'
import { readMetadata } from './metadata.ts'
import type { Strip } from './strips.ts'
import { showsLess, toldStretches } from './told.ts'
import { parseTree } from './tree.ts'

/** A page as a document: tree, metadata, main text, blocks, in this order. */
export async function readPage(bytes: Uint8Array, source: Source, reader: string): Promise<ReadResult> {
  const { text, issues: charsetIssues } = decode(bytes, source.declaredCharset ?? declaredCharset(bytes))
  const head = readHead(parseTree(text, source.label)), meta = readMetadata(head, source.url), main = mainText(head, meta.told, meta.titles)
  const shown = main.strips.reduce((n, s) => n + (main.captions.has(s) ? 0 : s.text.length), 0), hidden = showsLess(shown, meta.told)
  const body = hidden && meta.told !== null ? toldStretches(text, meta.told) : main.strips.map((s): Stretch => (main.captions.has(s) ? { kind: 'caption', pieces: s.pieces } : stretch(s)))
  const prose = writeProse([...titleStretch(main.all, meta.titles), ...body], meta.title)
  const agency = prose.dateline?.agency, kept = wordsOf(prose.layer)
  const { published, issues: dateIssues } = choosePublished({ metadata: meta.published, dateline: prose.dateline?.day, option: source.published, label: source.url ?? source.label, retrieved: source.retrieved, text: kept })
  return documentResult(bytes, source, {
    reader, mediaType: 'text/html', layer: prose.layer, title: prose.title ?? meta.title, publisher: meta.publisher, authors: meta.authors,
    published, modified: dated(meta.modified), language: await findLanguage(kept, meta.language), url: meta.canonicalUrl, canonicalUrl: meta.canonicalUrl,
    origin: agency ? agencyName(agency) : findOrigin(kept), issues: [...charsetIssues, ...dateIssues, ...textIssues(kept.length, hidden)],
  })
}

function textIssues(length: number, hidden: boolean): readonly Issue[] {
  const issues: Issue[] = []
  if (hidden) issues.push({ code: 'text-from-metadata', level: 'note', message: 'The page shows less than half of its article; the text is the one it gives to search engines (JSON-LD).' })
  if (length < 200) issues.push({ code: 'little-text', level: 'warning', message: `Only ${length} characters of text were found; the page may be made by scripts or stand behind a wall.` })
  return issues
}

/** The text without the captions, whose credits name the agencies of pictures. */
const wordsOf = ({ text, blocks }: Layer) => (blocks.some((b) => b.kind === 'caption') ? blocks.filter((b) => b.kind !== 'caption').map((b) => text.slice(b.start, b.end)).join('\n\n') : text)

/** The charset that a page declares in its first kilobytes. */
function declaredCharset(bytes: Uint8Array): string | null {
  return /<meta[^<>]{0,200}?charset\s{0,9}=\s{0,9}(?:["']\s{0,9})?([\w:.-]+)|<\?xml[^<>]{0,80}encoding=["']([\w:.-]+)/i.exec(textHead(bytes, 8192))?.slice(1).find(Boolean) ?? null
}

const fold = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
/** The heading that shows the title, as a stretch, so that the title has its place in the source. */
function titleStretch(all: readonly Strip[], titles: readonly string[]): readonly Stretch[] {
  const wanted = new Set(titles.map(fold)), heading = all.find((s) => s.tag === 'h1' && wanted.has(fold(s.text))) ?? all.find((s) => /^h[2-6]$/.test(s.tag) && wanted.has(fold(s.text)))
  return heading ? [{ kind: 'heading', level: 1, pieces: heading.pieces }] : []
}

function stretch(strip: Strip): Stretch {
  const level = /^h([1-6])$/.exec(strip.tag)?.[1]
  if (level) return { kind: 'heading', level: Number(level), pieces: strip.pieces }
  return { kind: isDataCell(strip) ? 'cell' : kinds[strip.tag] ?? 'paragraph', pieces: strip.pieces }
}
const kinds: Readonly<Record<string, BlockKind>> = { li: 'item', dt: 'item', blockquote: 'quote' }

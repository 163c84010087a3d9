import { claimKinds } from '../../core/claim.ts'
import type { Block, Document } from '../../core/document.ts'
import type { PageVersion } from '../../io/page-log.ts'
import type { ClaimRow, DocumentRow } from '../../io/store.ts'
import { inferredWords } from '../../reporting/fields.ts'
import { kindName } from '../../reporting/record-facts.ts'
import { sayCount, sayDate, sayInstant } from '../../reporting/words.ts'
import { claimCard } from '../claim-card.ts'
import { issueList } from '../facts.ts'
import { each, html, outsideLink, when, type Html } from '../html.ts'
import { markedText, numbered, type Numbered } from '../marked-text.ts'

export interface DocumentView {
  readonly row: DocumentRow
  readonly document: Document
  readonly claims: readonly ClaimRow[]
  /** From 1; long documents are shown in parts. */
  readonly part: number
  /** All versions of its page, this one among them, the oldest first. */
  readonly versions?: readonly PageVersion[]
}

const partLength = 120_000

/** The text with its evidence marked, the claims beside it, and where it comes from. */
export function documentPage({ row, document, claims, part, versions = [] }: DocumentView): Html {
  const parts = partsOf(document), shown = parts[part - 1] ?? parts[0]!
  const from = shown[0]?.start ?? 0, to = shown.at(-1)?.end ?? document.text.length
  const all = numbered(claims.map((c) => c.claim)), here = all.filter((n) => parts.length === 1 || n.claim.evidence.some((e) => e.end > from && e.start < to))
  const recordOf = new Map(claims.map((c) => [c.claim.id, c.record]))
  return html`
<header class="document-head"><p class="over">Document</p><h1>${document.title ?? document.label}</h1>
<p class="quiet">${publication(document)} ${outsideLink(document.url ?? document.canonicalUrl, 'Original')}</p></header>
<div class="reading">
<section class="text" aria-label="Text of the document" lang="${document.language ?? 'und'}">
${partsNav(row.id, part, parts.length)}
${markedText(document, shown.filter((b) => !repeatsTitle(document, b, here)), here)}
${partsNav(row.id, part, parts.length)}
</section>
<aside class="claims" aria-label="Claims of the document">
<h2>${sayClaims(claims.length)}</h2>
<p class="quiet hint">Marked words lead to their claim, each claim leads back.<span class="keys"> Keys <kbd>j</kbd> <kbd>k</kbd> step through the marks.</span></p>
${each(claimKinds.filter((kind) => here.some((n) => n.claim.fields.kind === kind)), (kind) => {
    const list = here.filter((n) => n.claim.fields.kind === kind)
    return html`<h3>${kindName(kind, list.length)} <span class="quiet">${list.length}</span></h3>${each(list, (n: Numbered) => claimCard(n, recordOf.get(n.claim.id) ?? null))}`
  })}
</aside>
</div>
<section class="provenance"><h2>About this document</h2>
${issueList(document.issues)}
<dl class="facts">${each(metaOf(document, row), ([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>
${versionList(row.id, versions)}
<p><a href="/documents/${row.id}/bytes">The stored bytes</a>, as they were read</p></section>`
}

const versionList = (id: string, versions: readonly PageVersion[]): Html => when(versions.length > 1, () => html`
<h3>Versions of this page</h3><ol class="versions">${each(versions, (v) => html`<li>${v.document === id ? html`<strong>${sayInstant(v.retrieved)}</strong>, this one` : html`<a href="/documents/${v.document}">${sayInstant(v.retrieved)}</a>`}</li>`)}</ol>`)

/** The title stands above the text already; it is shown again only where a claim rests on it. */
const repeatsTitle = (document: Document, block: Block, claims: readonly Numbered[]): boolean =>
  block.kind === 'title' && document.text.slice(block.start, block.end) === document.title && !claims.some((n) => n.claim.evidence.some((e) => e.start < block.end && e.end > block.start))

const sayClaims = (n: number) => (n === 0 ? 'No claims' : sayCount(n, 'claim').replace(/^./, (c) => c.toUpperCase()))

function publication(document: Document): Html {
  const date = document.published
  return html`${[document.publisher, ...document.authors].filter(Boolean).join(', ')}${document.publisher && date ? ', ' : ''}${when(date, () => html`${sayDate(date!.edtf)}${date!.basis === 'inferred' ? ` (${inferredWords(date!.why ?? 'from the file')})` : ''}`)}`
}

const metaOf = (document: Document, row: DocumentRow): readonly (readonly [string, Html])[] => ([
  ['SHA-256 of the bytes', html`<code class="hash">${document.hash}</code>`],
  ['Label', document.label], ['Kind', document.mediaType], ['Language', document.language], ['Date found in', document.published?.source], ['Changed', document.modified && sayDate(document.modified.edtf)],
  ['Agency credited', document.origin], ['Retrieved', document.retrieved && sayInstant(document.retrieved)], ['Recorded', sayInstant(row.recorded)], ['Text made by', document.reader],
] as const).flatMap(([label, value]) => (value ? [[label, html`${value}`] as const] : []))

function partsNav(id: string, part: number, all: number): Html {
  return when(all > 1, () => html`<nav class="parts" aria-label="Parts of the document">Part ${part} of ${all} ${when(part > 1, () => html`<a rel="prev" href="/documents/${id}?part=${part - 1}">Previous part</a>`)} ${when(part < all, () => html`<a rel="next" href="/documents/${id}?part=${part + 1}">Next part</a>`)}</nav>`)
}

/** The blocks in stretches short enough for a page; a text without blocks is one. */
export function partsOf(document: Document): readonly (readonly Block[])[] {
  const blocks = document.blocks.length ? document.blocks : [{ kind: 'paragraph', start: 0, end: document.text.length } as const]
  const parts: Block[][] = [[]]
  let size = 0
  for (const block of blocks) {
    if (size > 0 && size + block.end - block.start > partLength) { parts.push([]); size = 0 }
    parts.at(-1)!.push(block)
    size += block.end - block.start
  }
  return parts
}

/** The part of the document in which a claim's evidence begins, from 1. */
export const partWith = (document: Document, offset: number): number => Math.max(1, partsOf(document).findIndex((part) => part.some((b) => b.start <= offset && offset < b.end)) + 1)

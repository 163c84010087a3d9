import { parseEdtf } from '../../core/dates.ts'
import type { DocumentRow } from '../../io/store.ts'
import { sayCount, sayDate } from '../../reporting/words.ts'
import { pager } from '../facts.ts'
import { each, html, type Html } from '../html.ts'

/** A document in a list: title, publisher, date, claims. */
export const documentLine = (row: DocumentRow): Html => html`<li><a href="/documents/${row.id}">${row.title ?? row.label}</a> <span class="quiet">${documentMeta(row)} · ${sayCount(row.claims, 'claim')}</span></li>`

/** @example documentMeta(row) // 'Sample Gazette, 15 May 2031' */
export const documentMeta = (row: Pick<DocumentRow, 'publisher' | 'published'>): string =>
  [row.publisher, row.published === null ? 'undated' : parseEdtf(row.published) ? sayDate(row.published) : row.published].filter((part) => part !== null).join(', ')

export const documentsPage = ({ documents, older }: { readonly documents: readonly DocumentRow[]; readonly older?: string | undefined }): Html => html`
<h1>Documents</h1>
${documents.length ? html`<ul class="lines">${each(documents, documentLine)}</ul>` : html`<p>No documents here. <code>helenow read FILE</code> adds one.</p>`}
${pager({ earlier: older })}`

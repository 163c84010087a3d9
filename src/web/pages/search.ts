import type { SearchHit } from '../../io/store.ts'
import { capital, sayCount } from '../../reporting/words.ts'
import { each, html, when, type Html } from '../html.ts'
import { documentMeta } from './documents.ts'

/** What was found, by document, each passage leading to its place in the text. */
export function searchPage({ words, hits, limit }: { readonly words: string; readonly hits: readonly SearchHit[]; readonly limit: number }): Html {
  const byDocument = [...Map.groupBy(hits, (hit) => hit.document.id).values()]
  return html`<h1>${words ? html`Search: <q>${words}</q>` : 'Search'}</h1>
${when(!words, () => html`<p>Type words that stand in a document or in a claim: a name, a place, a weapon, a quotation.</p>`)}
${when(words && hits.length === 0, () => html`<p>Nothing found for these words.</p>`)}
${when(hits.length, () => html`<p class="quiet">${capital(sayCount(hits.length, 'passage'))} in ${sayCount(byDocument.length, 'document')}, the best first${hits.length >= limit ? '; there may be more' : ''}.</p>`)}
<ol class="hits">${each(byDocument, (list) => html`<li><h2><a href="/documents/${list[0]!.document.id}">${list[0]!.document.title ?? list[0]!.document.label}</a></h2><p class="quiet">${documentMeta(list[0]!.document)}</p>
<ul>${each(list, (hit) => html`<li><a href="${hit.claim ? `/claims/${hit.claim}` : `/documents/${hit.document.id}`}">${hit.snippet}</a></li>`)}</ul></li>`)}</ol>`
}

import type { Store } from '../../io/store.ts'
import type { OpenQuestion } from '../../io/versions.ts'
import { factTitle } from '../../reporting/record-facts.ts'
import type { LaterWords } from '../../pipeline/later-words.ts'
import { capital, clip, sayCount, sayInstant, stopped } from '../../reporting/words.ts'
import { issueList } from '../facts.ts'
import { each, html, when, type Html } from '../html.ts'

export interface ReviewView {
  readonly changed: readonly OpenQuestion[]
  /** Words that only a later reader found in a document on record. */
  readonly later?: readonly LaterWords[]
  readonly unresolved: Awaited<ReturnType<Store['unresolved']>>
  readonly quarantined: Awaited<ReturnType<Store['quarantined']>>
}

/** What waits for a person: claims whose page changed, words that a later reader found, names that stand for nothing known, and documents that were set aside. */
export const reviewPage = ({ changed, later = [], unresolved, quarantined }: ReviewView): Html => html`
<h1>Review</h1>
<section id="changed"><h2>Pages that changed</h2>
${changed.length ? html`<ul class="lines">${each(changed, (q) => html`<li><a href="/records/${q.record}">${factTitle(q.of.kind, q.of.fields)}</a><blockquote><p><a href="/claims/${q.claim}">${clip(q.words, 400)}</a></p></blockquote><span class="quiet">${stopped(capital(q.why))} ${q.document.title ?? q.document.label} · ${sayInstant(q.recorded)}</span></li>`)}</ul>` : html`<p class="quiet">Every claim stands where it was found.</p>`}</section>
${when(later.length, () => html`<section id="later"><h2>Words of later readers</h2><ul class="lines">${each(later, (w) => html`<li><strong>${w.label}</strong> <span class="quiet">${sayInstant(w.recorded)} · <code>${w.hash.slice(0, 16)}</code></span>${issueList(w.issues)}</li>`)}</ul></section>`)}
<section id="names"><h2>Names not in the reference data</h2>
${unresolved.length ? html`<table class="stack"><thead><tr><th scope="col">Name</th><th scope="col">Taken for</th><th scope="col" class="end">Claims</th><th scope="col">Documents</th></tr></thead>
<tbody>${each(unresolved, (u) => html`<tr><td data-label="Name"><strong>${u.name}</strong></td><td data-label="Taken for">${u.type === 'unknown' ? 'not known' : u.type}</td><td data-label="Claims" class="end">${u.count}</td><td data-label="Documents">${each(u.documents.slice(0, 5), (id, i) => html`${i ? ', ' : ''}<a href="/documents/${id}" aria-label="Document ${i + 1} with ${u.name}">${i + 1}</a>`)}${when(u.documents.length > 5, () => html` and ${u.documents.length - 5} more`)}</td></tr>`)}</tbody></table>` : html`<p class="quiet">Every name is settled.</p>`}</section>
<section id="quarantine"><h2>Documents set aside</h2>
${quarantined.length ? html`<p class="quiet">${sayCount(quarantined.length, 'document')}: the bytes are kept, nothing was drawn from them.</p><ul class="lines">${each(quarantined, (q) => html`<li><strong>${q.label}</strong> <span class="quiet">${sayInstant(q.recorded)} · SHA-256 <code>${q.hash.slice(0, 16)}…</code></span>${issueList(q.issues)}</li>`)}</ul>` : html`<p class="quiet">None.</p>`}</section>`

import type { DocumentRow, Store } from '../../io/store.ts'
import type { LedgerRecord } from '../../ledger/record.ts'
import { openingOf, titleOf } from '../../reporting/brief/opening.ts'
import { each, html, runsHtml, when, type Html } from '../html.ts'
import { documentLine } from './documents.ts'

export interface Home {
  readonly meeting: LedgerRecord | null
  readonly documents: readonly DocumentRow[]
  readonly counts: Awaited<ReturnType<Store['counts']>>
}

/** The front page: the newest meeting, what came in last, how much there is. */
export const homePage = ({ meeting, documents, counts }: Home): Html => html`
${when(meeting, () => html`<section class="lead"><p class="over">Newest meeting</p>
<h1><a href="/meetings/${meeting!.id}">${titleOf(meeting!)}</a></h1>
<p class="opening">${runsHtml(openingOf(meeting!))}</p>
<p class="links"><a class="button" href="/meetings/${meeting!.id}/brief">Read the brief</a> <a href="/meetings/${meeting!.id}">The meeting</a></p></section>`)}
${when(!meeting, () => html`<h1>Who promised what to whom, and what came of it</h1>
<p class="opening">The record holds no meeting yet. Read a document with <code>helenow read FILE</code>, and it appears here.</p>`)}
<div class="columns">
<section><h2>Latest documents</h2>
${documents.length ? html`<ul class="lines">${each(documents, documentLine)}</ul><p><a href="/documents">All documents</a></p>` : html`<p class="quiet">None yet.</p>`}</section>
<section><h2>In the record</h2>
<dl class="figures">${each(figuresOf(counts), ([label, n, href]) => html`<div><dt>${href ? html`<a href="${href}">${label}</a>` : label}</dt><dd>${n.toLocaleString('en')}</dd></div>`)}</dl></section>
</div>`

const figuresOf = (counts: Home['counts']): readonly (readonly [string, number, string?])[] => [
  ['Documents', counts.documents, '/documents'], ['Claims', counts.claims], ['Records', counts.records], ['Entries', counts.entries], ['Set aside', counts.quarantined, '/review#quarantine'],
]

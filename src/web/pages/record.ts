import { parseEdtf } from '../../core/dates.ts'
import { idKind } from '../../core/ids.ts'
import type { ClaimRow, DocumentRow } from '../../io/store.ts'
import type { LedgerRecord, StoredEntry } from '../../ledger/record.ts'
import { statesOf } from '../../ledger/versions.ts'
import { sayOrigins } from '../../reporting/origins.ts'
import { factTitle, kindName } from '../../reporting/record-facts.ts'
import { capital, clip, sayCount, sayDate, sayInstant, stopped } from '../../reporting/words.ts'
import { sureness } from '../claim-card.ts'
import { conflictList, factList, issueList, kindLabel, stateLabel } from '../facts.ts'
import { each, html, when, type Html } from '../html.ts'
import { documentMeta } from './documents.ts'

export interface RecordView {
  readonly record: LedgerRecord
  readonly entries: readonly StoredEntry[]
  readonly claims: readonly (ClaimRow & { readonly document: DocumentRow })[]
  readonly asOf: string | null
}

/** Any record: its state, what it says, the claims it rests on, its history. */
export const recordPage = (view: RecordView): Html => html`
<header><p class="over">${kindName(view.record.kind)}</p>
<h1>${factTitle(view.record.kind, view.record.fields)}</h1>
<p>${stateLabel(view.record.state)} ${when(view.record.kind === 'meeting', () => html`<a href="/meetings/${view.record.id}">The meeting’s page</a>`)} ${asOfNote(view.asOf)}</p></header>
${factList(view.record.kind, view.record.fields)}
${issueList(view.record.issues)}
${conflictList(view.record.conflicts)}
${evidenceList(view)}
${historyTable(view)}`

export const asOfNote = (asOf: string | null): Html => when(asOf, () => html`<span class="as-of">As the record stood on ${sayInstant(asOf!)}.</span>`)

/** How many reports there are, and from how many origins: copies of one text count once. */
const sourcesLine = (claims: RecordView['claims']): Html => { const line = sayOrigins(claims.map((c) => c.document)); return when(line, () => html`<p class="quiet">${capital(line!)}.</p>`) }

/** The claims that a record rests on, each with its words and its document. */
export const evidenceList = ({ claims, entries }: Pick<RecordView, 'claims' | 'entries'>): Html => when(claims.length, () => { const { open } = statesOf(entries); return html`
<section class="evidence"><h2>Rests on</h2>
${sourcesLine(claims)}
<ol>${each(claims, ({ claim, document }) => html`<li class="k-${claim.fields.kind}" id="${claim.id}"><blockquote><p>${each(claim.evidence, (e, i) => html`${i ? ' … ' : ''}${clip(e.exact, 600)}`)}</p></blockquote>
<p class="quiet">${kindLabel(claim.fields.kind)} <a href="/claims/${claim.id}">${document.title ?? document.label}</a>, ${documentMeta(document)}${when(claim.evidence[0].place, () => html`, ${claim.evidence[0].place}`)} · ${sureness(claim.confidence)}${when(open.get(claim.id), () => html`<br><strong>In question:</strong> ${open.get(claim.id)!.why}.`)}</p></li>`)}</ol></section>` })

/** What happened to the record, entry by entry, with the place of each in the chain. */
export const historyTable = ({ record, entries }: Pick<RecordView, 'record' | 'entries'>): Html => html`
<section class="history"><h2>History</h2>
<p class="quiet">${capital(sayCount(entries.length, 'entry', 'entries'))}; nothing is ever changed or deleted. Record <code>${record.id}</code>${when(record.formerly.length, () => html`, formerly ${each(record.formerly, (id, i) => html`${i ? ', ' : ''}<code>${id}</code>`)}`)}</p>
<table class="stack"><thead><tr><th scope="col">Event</th><th scope="col">Dated</th><th scope="col">Why</th><th scope="col">By</th><th scope="col">Recorded</th><th scope="col">Entry</th></tr></thead>
<tbody>${each(entries, (e) => html`<tr><td data-label="Event"><strong>${capital(e.event)}</strong>${otherOf(e)}</td><td data-label="Dated">${dated(e)}</td><td data-label="Why">${stopped(capital(e.why))}</td><td data-label="By">${'person' in e.by ? e.by.person : e.by.machine}</td><td data-label="Recorded">${sayInstant(e.recorded)}</td><td data-label="Entry"><code title="Hash ${e.hash}">${e.sequence} · ${e.hash.slice(0, 10)}</code></td></tr>`)}</tbody></table></section>`

const dated = (e: StoredEntry): string => (e.date && parseEdtf(e.date.edtf) ? `${sayDate(e.date.edtf)} (${e.date.basis === 'inferred' ? `${e.date.kind}, inferred` : e.date.kind})` : 'not dated')
const otherOf = (e: StoredEntry): Html => when(e.other !== null, () => (idKind(e.other!) === 'rec' ? html` <a href="/records/${e.other}">${e.other!.slice(0, 12)}…</a>` : html` <code>${e.other!.slice(0, 12)}…</code>`))

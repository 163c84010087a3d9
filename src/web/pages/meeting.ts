import type { ClaimRow, DocumentRow } from '../../io/store.ts'
import type { LedgerRecord } from '../../ledger/record.ts'
import { facts } from '../../ledger/facts.ts'
import { openingOf, titleOf } from '../../reporting/brief/opening.ts'
import { textsOf } from '../../reporting/fields.ts'
import { factTitle, kindName } from '../../reporting/record-facts.ts'
import { capital } from '../../reporting/words.ts'
import type { ClaimKind } from '../../core/claim.ts'
import { conflictList, factList, issueList, stateLabel } from '../facts.ts'
import { each, html, runsHtml, when, type Html } from '../html.ts'
import { neighbourLine } from './meetings.ts'
import { asOfNote, evidenceList, historyTable, type RecordView } from './record.ts'

export interface MeetingView extends RecordView {
  /** Other claims of the documents that report the meeting. */
  readonly around: readonly (ClaimRow & { readonly document: DocumentRow })[]
  readonly earlier: readonly LedgerRecord[]
  readonly later: readonly LedgerRecord[]
}

/** A meeting: what it is, its agenda, what was said and asked, what went before and came after, its history. */
export const meetingPage = (view: MeetingView): Html => html`
<header><p class="over">Meeting</p><h1>${titleOf(view.record)}</h1>
<p class="opening">${runsHtml(openingOf(view.record))}</p>
<p class="links">${stateLabel(view.record.state)} <a class="button" href="/meetings/${view.record.id}/brief">Read the brief</a> ${asOfNote(view.asOf)}</p></header>
${factList('meeting', view.record.fields, ['Agenda'])}
${issueList(view.record.issues)}
${conflictList(view.record.conflicts)}
${agenda(textsOf(view.record.fields['agenda']))}
${each(['statement', 'ask', 'commitment', 'project', 'planning', 'lesson'] satisfies ClaimKind[], (kind) => around(kind, view.around.filter((c) => c.claim.fields.kind === kind)))}
${neighbours('Earlier meetings', view.earlier)}
${neighbours('Later meetings', view.later)}
${evidenceList(view)}
${historyTable(view)}`

const agenda = (topics: readonly string[]): Html => when(topics.length, () => html`<section><h2>Agenda</h2><ol>${each(topics, (topic) => html`<li>${capital(topic)}</li>`)}</ol></section>`)

/** Claims made by the same documents, each leading to its words and to its record. */
const around = (kind: ClaimKind, claims: MeetingView['around']): Html => when(claims.length, () => html`
<section><h2>${kindName(kind, 2)} in its documents</h2>
<ul class="lines">${each(claims.slice(0, 60), ({ claim, document, record }) => html`<li><a href="/claims/${claim.id}">${factTitle(kind, facts(claim.fields))}</a>${when(record, () => html` <a class="quiet" href="/records/${record}">record</a>`)}</li>`)}</ul>
${when(claims.length > 60, () => html`<p class="quiet">${claims.length - 60} more stand in the documents.</p>`)}</section>`)

const neighbours = (title: string, meetings: readonly LedgerRecord[]): Html => when(meetings.length, () => html`<section><h2>${title}</h2><ul class="lines">${each(meetings, neighbourLine)}</ul></section>`)

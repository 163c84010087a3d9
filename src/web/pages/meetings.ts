import type { LedgerRecord } from '../../ledger/record.ts'
import { titleOf } from '../../reporting/brief/opening.ts'
import { actorsOf, dateOf } from '../../reporting/fields.ts'
import { sayActor, sayDate, sayList } from '../../reporting/words.ts'
import { pager, stateLabel } from '../facts.ts'
import { each, html, when, type Html } from '../html.ts'

/** A meeting in a list. */
export const meetingLine = (meeting: LedgerRecord): Html => {
  const parties = actorsOf(meeting.fields['parties']), forum = actorsOf(meeting.fields['forum']).length > 0
  return html`<li><a href="/meetings/${meeting.id}">${titleOf(meeting)}</a> ${stateLabel(meeting.state)}${when(forum && parties.length, () => html` <span class="quiet">${sayList(parties.slice(0, 8).map((p) => sayActor(p.label)))}${parties.length > 8 ? ` and ${parties.length - 8} more` : ''}</span>`)}</li>`
}

export interface MeetingsView { readonly meetings: readonly LedgerRecord[]; readonly newer?: string | undefined; readonly older?: string | undefined }

/** All meetings by year, the latest first, those without a date at the end. */
export function meetingsPage({ meetings, newer, older }: MeetingsView): Html {
  const years = [...Map.groupBy(meetings, (m) => dateOf(m.fields['date'])?.edtf.match(/\d{4}/)?.[0] ?? '')].sort(([a], [b]) => (a < b ? 1 : -1))
  return html`<h1>Meetings</h1>
${each(years, ([year, list]) => html`<section><h2>${year || 'Undated'}</h2><ul class="lines">${each(list, meetingLine)}</ul></section>`)}
${when(meetings.length === 0, () => html`<p>No meetings in the record yet.</p>`)}
${pager({ later: newer, earlier: older })}`
}

/** A meeting that went before or came after, by its date. */
export const neighbourLine = (meeting: LedgerRecord): Html => html`<li><a href="/meetings/${meeting.id}">${titleOf(meeting)}</a>${when(!dateOf(meeting.fields['date']), () => html` <span class="quiet">undated</span>`)}</li>`
export const sayMeetingDate = (meeting: LedgerRecord): string => { const date = dateOf(meeting.fields['date']); return date ? sayDate(date.edtf) : 'undated' }

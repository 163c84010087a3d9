import type { LedgerRecord } from '../../ledger/record.ts'
import { actorsOf, dateCell, purposeOf } from '../../reporting/fields.ts'
import type { Narrow } from '../../reporting/register.ts'
import { capital, sayActor, sayCount, sayList } from '../../reporting/words.ts'
import { pager, stateLabel } from '../facts.ts'
import { each, html, raw, runsHtml, when, type Html } from '../html.ts'

export interface CommitmentsView {
  readonly filter: Narrow
  /** What each filter can be set to: values with their labels. */
  readonly choices: Readonly<Record<keyof Narrow, readonly (readonly [value: string, label: string])[]>>
  readonly commitments: readonly LedgerRecord[]
  readonly found: number
  readonly all: number
  /** More are in the record than this page looked through. */
  readonly beyond: boolean
  readonly chart: { readonly svg: string; readonly words: string } | null
  readonly newer?: string | undefined
  readonly older?: string | undefined
}

/** The register of commitments: filters, the picture of their stages, the list. */
export const commitmentsPage = (view: CommitmentsView): Html => html`
<h1>Commitments</h1>
<form class="filters" method="get" action="/commitments">
${each(['provider', 'recipient', 'stage', 'aid'] as const, (name) => html`<p><label for="${name}">${labels[name]}</label> <select id="${name}" name="${name}"><option value="">All</option>${each(view.choices[name], ([value, label]) => html`<option value="${value}"${value === view.filter[name] ? ' selected' : ''}>${label}</option>`)}</select></p>`)}
<p><button type="submit">Show</button> ${when(Object.values(view.filter).some(Boolean), () => html`<a href="/commitments">All commitments</a>`)}</p>
</form>
<p class="quiet">${capital(sayCount(view.found, 'commitment'))}${view.found === view.all ? '' : ` of ${view.all.toLocaleString('en')}`}. Totals and re-announcements are listed as records of their own and are never added up here.${view.beyond ? ' The record holds more than this page looks through: search finds the others.' : ''}</p>
${when(view.chart, () => html`<figure class="chart">${raw(view.chart!.svg)}<figcaption>Commitments by provider and stage, by number. ${view.chart!.words}</figcaption></figure>`)}
${when(view.commitments.length, () => html`<table class="stack register"><caption class="hidden">Commitments, the latest first</caption><thead><tr><th scope="col">From</th><th scope="col">To</th><th scope="col">What</th><th scope="col">Stage</th><th scope="col">Date</th></tr></thead>
<tbody>${each(view.commitments, row)}</tbody></table>`)}
${when(view.commitments.length === 0, () => html`<p>Nothing here matches.</p>`)}
${pager({ later: view.newer, earlier: view.older })}`

const labels = { provider: 'From', recipient: 'To', stage: 'Stage', aid: 'Aid' } as const
const names = (r: LedgerRecord, field: string) => sayList(actorsOf(r.fields[field]).map((a) => sayActor(a.label))) || 'not named'

const row = (r: LedgerRecord): Html => html`<tr><td data-label="From">${names(r, 'provider')}</td><td data-label="To">${names(r, 'recipient')}</td><td data-label="What"><a href="/records/${r.id}">${capital(purposeOf(r.fields))}</a>${r.fields['total'] === true ? ' (a total)' : ''}</td><td data-label="Stage">${stateLabel(r.state)}</td><td data-label="Date">${runsHtml([dateCell(r.fields['date'])])}</td></tr>`

import type { ClaimKind } from '../core/claim.ts'
import type { Json } from '../ledger/entry.ts'
import type { LedgerRecord } from '../ledger/record.ts'
import { factRows, kindName } from '../reporting/record-facts.ts'
import { sayValue } from '../reporting/fields.ts'
import { capital, stopped } from '../reporting/words.ts'
import type { Issue } from '../core/issue.ts'
import { each, html, runsHtml, when, type Html } from './html.ts'

/** The facts of a record or claim as a list of terms. */
export const factList = (kind: ClaimKind, fields: { readonly [key: string]: Json }, without: readonly string[] = []): Html =>
  html`<dl class="facts">${each(factRows(kind, fields).filter((row) => !without.includes(row.label)), (row) => html`<div><dt>${row.label}</dt><dd>${runsHtml(row.value)}</dd></div>`)}</dl>`

/** The name of a kind, with the mark that its highlights carry in the text. */
export const kindLabel = (kind: ClaimKind): Html => html`<span class="kind k-${kind}">${kindName(kind)}</span>`

/** A state as a small label. */
export const stateLabel = (state: string): Html => html`<span class="state s-${state.replaceAll(' ', '-')}">${capital(state)}</span>`

/** Values on which sources differ, side by side, with the reason for the one that is used. */
export const conflictList = (conflicts: LedgerRecord['conflicts']): Html => when(conflicts.length, () => html`
<section class="conflicts"><h2>Where sources differ</h2>
<ul>${each(conflicts, ({ field, values, chosen, why }) => html`<li><strong>${capital(field)}:</strong> ${each(values, (v, i) => html`${i ? ' or ' : ''}${sayValue(v.value)}${i === chosen ? ' (used)' : ''}`)}. ${stopped(capital(why))}</li>`)}</ul></section>`)

/** Doubts about a document or record. */
export const issueList = (issues: readonly Issue[]): Html => when(issues.length, () => html`
<ul class="issues">${each(issues, (issue) => html`<li class="${issue.level}"><strong>${capital(issue.level)}:</strong> ${issue.message}${issue.place ? ` (${issue.place})` : ''} <code>${issue.code}</code></li>`)}</ul>`)

/** "Earlier" and "Later" below a list that has more than fits. */
export const pager = (links: { readonly earlier?: string | undefined; readonly later?: string | undefined }): Html => when(links.earlier ?? links.later, () => html`
<nav class="pager" aria-label="Pages">${when(links.later, () => html`<a rel="prev" href="${links.later}">← Newer</a>`)} ${when(links.earlier, () => html`<a rel="next" href="${links.earlier}">Older →</a>`)}</nav>`)

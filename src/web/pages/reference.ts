import type { Issue } from '../../core/issue.ts'
import type { TableView, ThingView } from '../../io/reference-desk.ts'
import type { Sourced } from '../../resolution/reference.ts'
import { sayCount } from '../../reporting/words.ts'
import { issueList } from '../facts.ts'
import { each, html, when, type Html } from '../html.ts'

export interface ReferenceView { readonly query: string; readonly found: readonly ThingView[]; readonly tables: readonly TableView[]; readonly most: number }

/** Who is who: a search over the reference data, and its tables. */
export const referencePage = ({ query, found, tables, most }: ReferenceView): Html => html`
<h1>Reference data</h1>
<p>What names in documents are linked to: who is who, who held which office when, who belongs to what. Each fact has its source and grade.</p>
<form class="filters" method="get" action="/reference"><p><label for="name">Name, in any of the six languages, or id</label> <input id="name" name="name" type="search" value="${query}" maxlength="200" size="32"></p><p><button type="submit">Look up</button></p></form>
${when(query && found.length === 0, () => html`<p>Nothing here has a name like “${query}”. A name that stands for nothing in the data is left open in documents; it can be added to the tables below.</p>`)}
${when(found.length === most, () => html`<p class="quiet">The first ${most}; a longer name finds fewer.</p>`)}
${each(found, thingSection)}
<section id="tables"><h2>Tables</h2>
<table class="stack"><thead><tr><th scope="col">Table</th><th scope="col" class="end">Rows</th><th scope="col" class="end">Your own</th></tr></thead>
<tbody>${each(tables, (t) => html`<tr><td data-label="Table"><a href="/reference/${t.name}">${t.name}</a></td><td data-label="Rows" class="end">${t.rows.toLocaleString('en')}</td><td data-label="Your own" class="end">${t.own.length}</td></tr>`)}</tbody></table></section>`

function thingSection({ thing, reference }: ThingView): Html {
  const label = (id: string) => reference.things.get(id as typeof thing.id)?.label ?? id
  const names = reference.names.filter((n) => n.id === thing.id)
  const tenures = reference.tenures.filter((t) => t.person === thing.id || t.office === thing.id)
  const memberships = reference.memberships.filter((m) => m.member === thing.id || m.group === thing.id)
  return html`<section class="thing" id="${thing.id}"><h2>${thing.label} <span class="quiet">${thing.type}${thing.country ? ` · ${thing.country}` : ''}</span></h2>
<dl class="facts"><div><dt>Id</dt><dd><code>${thing.id}</code> ${graded(thing)}</dd></div>
${each(Object.entries(thing.facts), ([name, value]) => html`<div><dt>${name}</dt><dd>${reference.things.has(value as typeof thing.id) ? label(value) : value}</dd></div>`)}
${when(names.length, () => html`<div><dt>Names</dt><dd>${each(names.slice(0, 60), (n, i) => html`${i ? ' · ' : ''}<span${n.language === '*' ? '' : html` lang="${n.language}"`}>${n.name}</span>${n.as === 'name' ? '' : html` <span class="quiet">(${n.as})</span>`}`)}</dd></div>`)}
${each(tenures.slice(0, 60), (t) => html`<div><dt>${t.person === thing.id ? 'Office' : 'Held by'}</dt><dd>${label(t.person === thing.id ? t.office : t.person)}, ${t.from ?? 'start not known'} – ${t.to ?? (t.seen ? `open on ${t.seen}` : 'open')} ${graded(t)}</dd></div>`)}
${each(memberships.slice(0, 60), (m) => html`<div><dt>${m.member === thing.id ? 'Belongs to' : 'Member'}</dt><dd>${label(m.member === thing.id ? m.group : m.member)}${m.role ? ` (${m.role})` : ''}${m.from || m.to ? `, ${m.from ?? 'start not known'} – ${m.to ?? 'open'}` : ''} ${graded(m)}</dd></div>`)}</dl></section>`
}

const graded = (fact: Sourced): Html => html`<span class="quiet">${fact.row} · source ${fact.source || 'none'} · grade ${fact.grade || 'none'}</span>`

export interface TablePageView {
  readonly table: TableView
  readonly folder: string | null
  /** May this page write? Only for a reader on the machine that serves it, and into a folder of their own. */
  readonly writable: boolean
  readonly filled: Readonly<Record<string, string>>
  readonly outcome: { readonly written: boolean; readonly issues: readonly Issue[] } | null
}

/** One table: what its columns hold, a form for a new row, and the rows of one's own. */
export const tablePage = ({ table, folder, writable, filled, outcome }: TablePageView): Html => html`
<p class="over"><a href="/reference">Reference data</a></p>
<h1>${table.name}</h1>
<p>${sayCount(table.rows, 'row')}, ${table.own.length ? `${table.own.length} of them your own` : 'none of them your own'}. A row of yours about the same fact takes the place of a shipped one; the shipped files are never written.</p>
${when(outcome, () => html`<div role="status">${outcome!.written ? html`<p class="done">The row is in ${folder}/${table.name}.csv and counts for everything read from now on.</p>` : html`<p class="failed">Nothing was written.</p>`}${issueList(outcome!.issues)}</div>`)}
<section id="add"><h2>Add a row</h2>
${writable ? html`<form class="row-form" method="post" action="/reference/${table.name}">
${each(table.columns, (column) => html`<p><label for="c-${column}">${column}${when(column === 'source' || column === 'grade', () => html` <span class="quiet">(needed)</span>`)}</label> <input id="c-${column}" name="${column}" value="${filled[column] ?? ''}" maxlength="500" autocomplete="off"${column === 'source' || column === 'grade' ? ' required' : ''}>${when(hints[column], () => html` <small>${hints[column]}</small>`)}</p>`)}
<p><button type="submit">Check and add</button></p></form>` : html`<p>${folder === null ? html`Rows go into a folder of your own. Name it and start again: <code>HELENOW_REFERENCE=$PWD/my-data bin/helenow serve</code>.` : html`Rows are written only from the machine that serves this page.`} On the command line: <code>bin/helenow data add ${table.name} ${table.columns.slice(0, 2).map((c) => `${c}=…`).join(' ')} …</code></p>`}</section>
${when(table.own.length, () => html`<section id="own"><h2>Your own rows</h2><div class="sheet" tabindex="0" role="region" aria-label="Your own rows"><table><thead><tr>${each(table.columns, (c) => html`<th scope="col">${c}</th>`)}</tr></thead><tbody>${each(table.own.slice(0, 500), (row) => html`<tr>${each(table.columns, (c) => html`<td>${row[c] ?? ''}</td>`)}</tr>`)}</tbody></table></div></section>`)}`

/** What a column takes, where its name does not say it. */
const hints: Readonly<Record<string, string>> = {
  id: 'small letters, digits and hyphens: anna-berg',
  country: 'ISO 3166 code of two letters: SE',
  from: 'a day, a month or a year; empty where not known', to: 'a day, a month or a year; empty while it lasts or where not known',
  source: 'id of a row in the table sources', grade: 'Admiralty letter and digit: B2; GK for general knowledge',
  language: 'en, uk, de, fr, pl, it, or * for all', as: 'name, demonym, capital or short', forms: 'auto, no, or the forms parted by /',
}

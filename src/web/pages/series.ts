import type { Figure } from '../../core/observation.ts'
import type { SeriesLine } from '../../io/figures.ts'
import { sayActor, sayCount, sayDate, capital } from '../../reporting/words.ts'
import { each, html, raw, when, type Html } from '../html.ts'

/** A series with its title, where its dataset names one. */
export interface NamedLine extends SeriesLine { readonly title: string }

const link = (name: string, asOf: string | null, of?: string) => `/series/${encodeURIComponent(name)}${query({ of, 'as-of': asOf ?? undefined })}`
const query = (values: Readonly<Record<string, string | undefined>>): string => { const set = Object.entries(values).filter((e): e is [string, string] => e[1] !== undefined); return set.length ? `?${new URLSearchParams(set)}` : '' }
const period = (text: string): string => (/^\d{4}(?:-\d\d){0,2}$/.test(text) ? sayDate(text) : text.endsWith('/..') ? `since ${sayDate(text.slice(0, -3))}` : text.replace('/', ' to '))

/** All series on record, by dataset. */
export const seriesListPage = ({ datasets, asOf }: { readonly datasets: readonly { readonly title: string; readonly lines: readonly NamedLine[] }[]; readonly asOf: string | null }): Html => html`
<h1>Series</h1>
<p class="quiet">Indicators, rates and sums of imported datasets that are no commitments. Each figure stands in a cell of a document.${asOf ? ` As recorded at the end of ${asOf}.` : ''}</p>
${each(datasets, ({ title, lines }) => html`<section><h2>${title}</h2>
<table class="stack"><thead><tr><th scope="col">Series</th><th scope="col">Unit</th><th scope="col">Covers</th><th scope="col">Period</th><th scope="col">Release</th></tr></thead>
<tbody>${each(lines, (l) => html`<tr><td data-label="Series"><a href="${link(l.series, asOf)}">${l.title}</a></td><td data-label="Unit">${l.unit}</td><td data-label="Covers">${l.subjects.toLocaleString('en')}</td><td data-label="Period">${period(l.first)}${l.last === l.first ? '' : ` to ${period(l.last)}`}</td><td data-label="Release">${l.release}</td></tr>`)}</tbody></table></section>`)}
${when(datasets.length === 0, () => html`<p>No series on record yet. <code>helenow import gdp FILE</code> adds one.</p>`)}`

export interface SeriesView {
  readonly series: NamedLine
  readonly asOf: string | null
  /** The subject that is shown alone. */
  readonly of: string | null
  /** The newest figure of each subject, or all of one. */
  readonly figures: readonly Figure[]
  readonly chart: string | null
  /** Earlier values of the figures of one subject. */
  readonly corrected: readonly (Figure & { readonly recorded: string })[]
}

/** One series: the newest figure of everybody, or the figures of one over time. */
export const seriesPage = ({ series, asOf, of, figures, chart, corrected }: SeriesView): Html => html`
<h1>${series.title}${of ? `: ${capital(sayActor(of))}` : ''}</h1>
<p class="quiet">In ${series.unit}.${asOf ? ` As recorded at the end of ${asOf}.` : ''} ${of ? html`<a href="${link(series.series, asOf)}">All of this series</a>` : html`The newest figure of each; a name leads to its figures over time. <a href="${`/series${query({ 'as-of': asOf ?? undefined })}`}">All series</a>`}</p>
${when(chart, () => html`<figure class="chart">${raw(chart!)}<figcaption>Estimates are hollow. The figures stand below.</figcaption></figure>`)}
<table class="stack"><caption class="hidden">${capital(sayCount(figures.length, 'figure'))}</caption><thead><tr>${of ? html`<th scope="col">Period</th>` : html`<th scope="col">Of</th><th scope="col">Period</th>`}<th scope="col">Figure</th><th scope="col">Stands in</th></tr></thead>
<tbody>${each(figures, (f) => html`<tr>${when(!of, () => html`<td data-label="Of"><a href="${link(series.series, asOf, f.subject)}">${capital(sayActor(f.subject))}</a>${f.detail ? `, ${f.detail}` : ''}</td>`)}<td data-label="Period">${period(f.period)}${of && f.detail ? `, ${f.detail}` : ''}</td><td data-label="Figure">${f.value}${f.status === 'estimate' ? ' (estimate)' : ''}</td><td data-label="Stands in">${cell(f)}</td></tr>`)}</tbody></table>
${when(corrected.length, () => html`<section><h2>Corrected or withdrawn</h2><ul class="lines">${each(corrected, (f) => html`<li>${period(f.period)}: ${f.value ?? 'withdrawn'}, recorded ${sayDate(f.recorded.slice(0, 10))}, release ${f.release}</li>`)}</ul></section>`)}`

const cell = ({ document, evidence, release }: Figure): Html => html`<a href="/documents/${document}">${release}</a>${evidence?.cell ? `, row ${evidence.cell.row + 1}, column ${evidence.cell.column + 1}` : ''}`

import type { RecordId } from '../../core/ids.ts'
import { renderHtml } from '../../reporting/render-html.ts'
import type { Report } from '../../reporting/report.ts'
import { html, raw, type Html } from '../html.ts'

/** The brief as a page that prints on two sheets. */
export const briefPage = (meeting: RecordId, report: Report, query: string): Html => html`
<p class="links no-print"><a href="/meetings/${meeting}">The meeting</a> <a href="/meetings/${meeting}/brief.txt${query}">Plain text</a> <a href="/meetings/${meeting}/brief.md${query}">Markdown</a></p>
${raw(renderHtml(report))}`

import { html, raw } from 'hono/html'
import type { Inline, Runs } from '../reporting/report.ts'

export { html, raw }
/** What a template returns: text that is escaped already. */
export type Html = ReturnType<typeof html>

/** Runs of a report line as HTML. Only paths of this app and public addresses become links. */
export const runsHtml = (runs: Runs): readonly Html[] => runs.map(runHtml)

function runHtml(run: Inline): Html {
  if (typeof run === 'string') return html`${run}`
  switch (run.kind) {
    case 'strong': return html`<strong>${run.text}</strong>`
    case 'doubt': return html`<span class="doubt">${run.text}</span> <small class="why">(${run.why})</small>`
    case 'link': return safeHref(run.href) ? html`<a href="${run.href}">${run.text}</a>` : html`${run.text}`
    case 'cite': return html`<sup>${run.note}</sup>`
  }
}

/** A path of this app or a public http(s) address: the only addresses that documents may bring onto a page. */
export const safeHref = (href: string): boolean => /^(\/(?!\/)|#|https?:\/\/)/.test(href)

/** A link to the original document on the web, when its address is a public one. */
export const outsideLink = (url: string | null, text: string): Html => (url !== null && /^https?:\/\//.test(url) ? html`<a href="${url}" rel="noreferrer external">${text}</a>` : html``)

/** One template after another, for lists. */
export const each = <T>(items: readonly T[], template: (item: T, index: number) => Html): readonly Html[] => items.map(template)

/** The template when the condition holds, else nothing. */
export const when = (condition: unknown, template: () => Html): Html => (condition ? template() : html``)

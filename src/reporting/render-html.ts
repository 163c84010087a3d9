import { quoted, type Block, type Column, type Footnote, type Inline, type Report, type Runs } from './report.ts'

/**
 * A report as an HTML fragment: one `<article>` with semantic tags, no styles, no scripts, every text escaped.
 * Footnotes lead to the evidence in the web app and back.
 */
export function renderHtml(report: Report): string {
  const subtitle = report.subtitle.length ? `<p class="subtitle">${line(report.subtitle)}</p>` : ''
  const cited = new Set<number>()
  const body = report.blocks.map((block) => renderBlock(block, cited)).join('\n')
  const notes = report.footnotes.map((note, i) => footnote(note, i + 1)).join('\n')
  const list = notes && `<section class="footnotes" aria-labelledby="sources"><h2 id="sources">Sources</h2>\n<ol>\n${notes}\n</ol></section>`
  return `<article class="report">\n<header><h1>${escape(report.title)}</h1>${subtitle}</header>\n${body}\n${list}\n</article>`
}

function renderBlock(block: Block, cited: Set<number>): string {
  const runs = (value: Runs) => line(value, cited)
  switch (block.kind) {
    case 'heading': return `<h${block.level}>${escape(block.text)}</h${block.level}>`
    case 'paragraph': return `<p>${runs(block.runs)}</p>`
    case 'list': return `<${block.ordered ? 'ol' : 'ul'}>${block.items.map((item) => `<li>${runs(item)}</li>`).join('')}</${block.ordered ? 'ol' : 'ul'}>`
    case 'quote': return `<figure class="quote"><blockquote><p>“${escape(block.text)}”${runs(block.cites)}</p></blockquote><figcaption>${escape(block.speaker)}</figcaption></figure>`
    case 'facts': return `<dl class="facts">${block.rows.map((row) => `<div><dt>${escape(row.label)}</dt><dd>${runs(row.value)}</dd></div>`).join('')}</dl>`
    case 'note': return `<p class="note"><strong>${escape(block.label)}:</strong> ${runs(block.runs)}</p>`
    case 'table': return table(block.caption, block.columns, block.rows, runs)
    case 'figure': return `<figure class="chart">${block.svg}<figcaption>${escape(block.caption)}. ${escape(block.words)}</figcaption></figure>`
  }
}

/** `cited` remembers which notes were referred to: only the first reference carries the id that its note leads back to. */
const line = (runs: Runs, cited: Set<number> = new Set()): string => runs.map((run) => inline(run, cited)).join('')

function inline(run: Inline, cited: Set<number>): string {
  if (typeof run === 'string') return escape(run)
  switch (run.kind) {
    case 'strong': return `<strong>${escape(run.text)}</strong>`
    case 'doubt': return `<span class="doubt">${escape(run.text)}</span> <small class="why">(${escape(run.why)})</small>`
    case 'link': return link(run.href, escape(run.text))
    case 'cite': {
      const id = cited.has(run.note) ? '' : ` id="ref-${run.note}"`
      cited.add(run.note)
      return `<sup class="cite"><a${id} href="#note-${run.note}" role="doc-noteref" aria-label="Source ${run.note}">${run.note}</a></sup>`
    }
  }
}

function table(caption: string, heads: readonly Column[], rows: readonly (readonly Runs[])[], runs: (value: Runs) => string): string {
  const align = (i: number) => (heads[i]?.align === 'end' ? ' class="end"' : '')
  const head = heads.map((h, i) => `<th scope="col"${align(i)}>${escape(h.label)}</th>`).join('')
  const body = rows.map((row) => `<tr>${row.map((cell, i) => `<td${align(i)} data-label="${escape(heads[i]?.label ?? '')}">${runs(cell)}</td>`).join('')}</tr>`).join('\n')
  return `<table><caption>${escape(caption)}</caption><thead><tr>${head}</tr></thead><tbody>\n${body}\n</tbody></table>`
}

function footnote(note: Footnote, number: number): string {
  const about = [note.publisher, note.date, note.place].filter((part) => typeof part === 'string').map(escape).join(', ')
  const source = link(note.path, escape(note.document)) + (about && `, ${about}`)
  const outside = note.url !== null && /^https?:\/\//.test(note.url) ? ` ${link(note.url, 'original')}` : ''
  return `<li id="note-${number}">${source}: <span class="words">${escape(quoted(note.quote))}</span>${outside} <a class="back" href="#ref-${number}" role="doc-backlink" aria-label="Back to reference ${number}">↩</a></li>`
}

/** Paths of the app, fragments and public addresses become links; anything else (`javascript:` …) stays text. */
function link(href: string, inner: string): string {
  if (/^(\/(?!\/)|#)/.test(href)) return `<a href="${escape(href)}">${inner}</a>`
  return /^https?:\/\//.test(href) ? `<a href="${escape(href)}" rel="noreferrer external">${inner}</a>` : inner
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
/** @example escape('<b>') // '&lt;b&gt;' */
export const escape = (text: string): string => text.replace(/[&<>"']/g, (c) => entities[c]!)

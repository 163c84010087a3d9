import type { Claim, ClaimKind, Known } from '../core/claim.ts'
import type { Block, Document, Table } from '../core/document.ts'
import type { Span } from '../core/evidence.ts'
import { each, html, when, type Html } from './html.ts'

/** A claim with its number on the page. */
export interface Numbered { readonly claim: Claim<Known>; readonly number: number }

/** A stretch of text and the claims that rest on it, the narrowest first. */
export interface Piece extends Span { readonly claims: readonly Numbered[]; /** Claims whose last word in this range ends the piece. */ readonly ends: readonly Numbered[] }

/** Claims in the order of the text, numbered from 1. */
export const numbered = (claims: readonly Claim<Known>[]): readonly Numbered[] =>
  [...claims].sort((a, b) => a.evidence[0].start - b.evidence[0].start || a.evidence[0].end - b.evidence[0].end || (a.id < b.id ? -1 : 1)).map((claim, i) => ({ claim, number: i + 1 }))

/**
 * Cuts a range of the text where evidence begins or ends, so that overlapping highlights nest nowhere.
 * @example pieces({ start: 0, end: 9 }, []) // [{ start: 0, end: 9, claims: [], ends: [] }]
 */
export function pieces(range: Span, claims: readonly Numbered[]): readonly Piece[] {
  const spans = claims.flatMap((n) => n.claim.evidence.map((e) => ({ n, start: Math.max(e.start, range.start), end: Math.min(e.end, range.end) }))).filter((s) => s.start < s.end)
  const cuts = [...new Set([range.start, range.end, ...spans.flatMap((s) => [s.start, s.end])])].sort((a, b) => a - b)
  const width = (n: Numbered) => n.claim.evidence.reduce((sum, e) => sum + e.end - e.start, 0)
  return cuts.slice(0, -1).map((start, i) => {
    const end = cuts[i + 1]!, over = spans.filter((s) => s.start <= start && s.end >= end)
    const here = [...new Set(over.map((s) => s.n))].sort((a, b) => width(a) - width(b) || a.number - b.number)
    return { start, end, claims: here, ends: here.filter((n) => over.some((s) => s.n === n && s.end === end)) }
  })
}

/** The text of a document, block by block, with every piece of evidence leading to its claim. */
export function markedText(document: Document, blocks: readonly Block[], claims: readonly Numbered[]): Html {
  const seen = new Set<string>()
  const marked = (range: Span) => markedRange(document.text, range, claims, seen)
  return html`${each(grouped(blocks.filter((b) => b.kind !== 'cell')), (group) => group[0]!.kind === 'item' ? html`<ul>${each(group, (b) => html`<li>${marked(b)}</li>`)}</ul>` : blockHtml(group[0]!, marked))}${each(document.tables, (table) => tableHtml(table, marked))}`
}

/** Neighbouring list items belong to one list; every other block stands alone. */
function grouped(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const groups: Block[][] = []
  for (const block of blocks) {
    const last = groups.at(-1)
    if (block.kind === 'item' && last?.[0]?.kind === 'item') last.push(block)
    else groups.push([block])
  }
  return groups
}

function blockHtml(block: Block, marked: (range: Span) => Html): Html {
  switch (block.kind) {
    case 'title': return html`<p class="block-title">${marked(block)}</p>`
    case 'heading': return html`<h2>${marked(block)}</h2>`
    case 'quote': return html`<blockquote><p>${marked(block)}</p></blockquote>`
    case 'byline': case 'dateline': case 'caption': case 'read also': case 'boilerplate':
      return html`<p class="aside" data-kind="${block.kind}"><span class="aside-label">${block.kind}</span> ${marked(block)}</p>`
    default: return html`<p>${marked(block)}</p>`
  }
}

function markedRange(text: string, range: Span, claims: readonly Numbered[], seen: Set<string>): Html {
  const inside = claims.filter((n) => n.claim.evidence.some((e) => e.start < range.end && e.end > range.start))
  return html`${each(pieces(range, inside), (piece) => pieceHtml(text.slice(piece.start, piece.end), piece, seen))}`
}

/** White space alone is no link. The narrowest claim owns the link; the numbers of the others stand behind the words where they end. */
function pieceHtml(words: string, piece: Piece, seen: Set<string>): Html {
  const owner = /\S/.test(words) ? piece.claims[0] : undefined
  if (piece.claims.length === 0) return html`${words}`
  const firsts = piece.claims.filter((n) => !seen.has(n.claim.id))
  for (const n of firsts) seen.add(n.claim.id)
  const others = firsts.filter((n) => n !== owner)
  return html`${each(others, (n) => html`<span class="anchor" id="at-${n.claim.id}"></span>`)}${owner ? mark(words, owner, firsts.includes(owner), piece.ends.includes(owner)) : words}${each(piece.ends.filter((n) => n !== owner), (n) => html`<sup><a class="ref k-${n.claim.fields.kind}" href="#${n.claim.id}" aria-label="${label(n.claim.fields.kind, n.number)}">${n.number}</a></sup>`)}`
}

const mark = (words: string, { claim, number }: Numbered, first: boolean, ends: boolean): Html =>
  html`<a class="hl k-${claim.fields.kind}"${first ? html` id="at-${claim.id}"` : ''} href="#${claim.id}">${words}${when(ends, () => html`<sup>${number}</sup>`)}</a>`

const label = (kind: ClaimKind, number: number) => `Claim ${number}: ${kind}`

const rowLimit = 300
function tableHtml(table: Table, marked: (range: Span) => Html): Html {
  const rows = table.rows.slice(0, rowLimit), more = table.rows.length - rows.length
  return html`<div class="sheet" tabindex="0" role="region" aria-label="Table ${table.name}"><table><caption>${table.name}${table.hidden ? ' (hidden in the source)' : ''}</caption><tbody>${each(rows, (row) => html`<tr>${each(row.cells, (cell) => row.index === table.header ? html`<th scope="col">${cell ? marked(cell) : ''}</th>` : html`<td>${cell ? marked(cell) : ''}</td>`)}</tr>`)}</tbody></table>${when(more > 0, () => html`<p class="quiet">${more.toLocaleString('en')} further rows are kept and not shown here.</p>`)}</div>`
}

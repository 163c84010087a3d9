import type { Claim, Known } from '../../core/claim.ts'
import type { DocumentId } from '../../core/ids.ts'
import { parseEdtf } from '../../core/dates.ts'
import type { Footnote, Inline, Runs } from '../report.ts'
import { clip, sayDate } from '../words.ts'

/** What a footnote needs to know of a document. */
export interface Source {
  readonly id: DocumentId
  readonly label: string
  readonly title: string | null
  readonly publisher: string | null
  readonly published: string | null
  readonly url: string | null
  /** The story its text is a copy of, and the agency it names, where they are known. */
  readonly story?: DocumentId
  readonly agency?: string | null
}

/** A claim with the document that makes it. */
export interface Cited { readonly claim: Claim<Known>; readonly document: Source }

/** Collects footnotes while a brief is written: the same words of the same document are one note. */
export interface Notes {
  /** References to the sources of a sentence: one a document, two at most. */
  cite(claims: readonly Cited[]): Runs
  readonly list: readonly Footnote[]
}

const quoteLimit = 130, titleLimit = 90, titleAgain = 44

export function startNotes(): Notes {
  const list: Footnote[] = [], words: { document: string; quote: string }[] = []
  const add = ({ claim, document }: Cited): number => {
    const quote = claim.evidence.map((e) => e.exact).join(' … ').replace(/\s+/g, ' ')
    const known = words.findIndex((w) => w.document === document.id && w.quote.includes(quote))
    if (known >= 0) return known + 1
    words.push({ document: document.id, quote })
    const first = !words.slice(0, -1).some((w) => w.document === document.id)
    return list.push(footnoteOf(claim, document, quote, first))
  }
  const cite = (claims: readonly Cited[]): Runs =>
    [...new Set(onePerDocument(claims).slice(0, 2).map(add))].map((note): Inline => ({ kind: 'cite', note }))
  return { cite, list }
}

const footnoteOf = (claim: Claim<Known>, document: Source, quote: string, first: boolean): Footnote => ({
  document: clip(document.title ?? document.label, first ? titleLimit : titleAgain),
  publisher: document.publisher,
  date: document.published && parseEdtf(document.published) ? sayDate(document.published) : document.published,
  quote: clip(quote, quoteLimit), place: claim.evidence[0].place,
  path: `/claims/${claim.id}`,
  url: first ? document.url : null,
})

const onePerDocument = (claims: readonly Cited[]): readonly Cited[] => [...new Map([...claims].reverse().map((c) => [c.document.id, c])).values()].reverse()

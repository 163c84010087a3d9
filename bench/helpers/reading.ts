import type { Document } from '../../src/core/document.ts'
import type { ReadResult } from '../../src/reading/format.ts'

/** The document of a single page, or null when it was quarantined or refused. */
export function documentOf(results: readonly ReadResult[]): Document | null {
  const outcome = results[0]?.outcome
  return outcome && 'value' in outcome ? outcome.value : null
}

const outside = new Set(['title', 'byline', 'caption', 'read also', 'boilerplate'])
/** The text of a page as extractors see it: without title, captions, links to other texts and boilerplate. */
export function articleText(results: readonly ReadResult[]): string {
  const document = documentOf(results)
  return document ? document.blocks.filter((b) => !outside.has(b.kind)).map((b) => document.text.slice(b.start, b.end)).join('\n') : ''
}

export const percent = (share: number): string => `${(100 * share).toFixed(1)} %`

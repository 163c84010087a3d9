import type { Stretch } from '../prose.ts'

/**
 * The article's body as JSON-LD tells it, for pages that show less than half of it. Each paragraph points at its words
 * in the source, where they stand there as JSON; offsets inside a paragraph may drift by its escapes.
 */
export function toldStretches(source: string, told: string): readonly Stretch[] {
  const found: Stretch[] = []
  let from = Math.max(0, source.search(/"(?:articleBody|reviewBody)"\s*:/))
  for (const paragraph of told.replace(/<\/(?:p|div|h[1-6]|li)>|<br\s*\/?>/gi, '\n').replace(/<[^<>]*>/g, '').split('\n')) {
    const text = paragraph.replace(/\s+/g, ' ').trim()
    if (text === '') continue
    const at = source.indexOf(JSON.stringify(text.slice(0, 40)).slice(1, -1), from)
    if (at >= 0) from = at
    found.push({ kind: 'paragraph', pieces: [{ text, source: at >= 0 ? at : from }] })
  }
  return found
}

/** Does the page show less than half of a body of some length? */
export const showsLess = (shown: number, told: string | null): told is string => told !== null && told.length > 600 && shown < told.length / 2

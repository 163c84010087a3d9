import { hintOf } from './hints.ts'
import type { Strip } from './strips.ts'
import type { Element } from './tree.ts'

/**
 * The elements that hold more than half of a page's prose. A name that speaks against an element (widget, recent news)
 * does not count there; readers' comments are never the page.
 */
export function coreOf(strips: readonly Strip[]): ReadonlySet<Element> {
  const held = new Map<Element, number>()
  let total = 0
  for (const { text, links, element } of strips) {
    if (text.length < 80 || links > 0.4) continue
    total += text.length
    for (let at: Element | null = element; at; at = at.parent) held.set(at, (held.get(at) ?? 0) + text.length)
  }
  return new Set([...held].filter(([element, n]) => n > total * 0.55 && hintOf(element) !== 'reply').map(([element]) => element))
}

import { coreOf } from './core.ts'
import { isHidden, stripsOf, type Strip } from './strips.ts'
import { attribute, elementsOf, textOf, type Element } from './tree.ts'

/** What of a page may say something about it. */
export interface Head {
  readonly root: Element
  readonly metas: ReadonlyMap<string, readonly string[]>
  readonly title: string
  readonly canonical: string | null
  readonly language: string | null
  readonly headings: readonly string[]
  readonly subheadings: readonly string[]
  readonly times: readonly Element[]
  readonly named: readonly Element[]
  readonly strips: readonly Strip[]
  /** The boxes that hold most of the prose: whatever they are called, what is in them belongs to it. */
  readonly core: ReadonlySet<Element>
}

/** Gathers it in one walk over the page. */
export function readHead(root: Element): Head {
  const strips = stripsOf(root), core = coreOf(strips), metas = new Map<string, string[]>(), headings: string[] = [], aside: string[] = [], subheadings: string[] = [], times: Element[] = [], named: Element[] = []
  let title = '', canonical: string | null = null, language: string | null = null
  for (const element of elementsOf(root)) {
    const a = element.attributes
    if (element.tag === 'meta') {
      // One element may give a value under several names.
      for (const key of [a.get('name'), a.get('property'), a.get('itemprop'), a.get('http-equiv')].flatMap((k) => k?.toLowerCase().split(/\s+/, 8) ?? [])) if (key) metas.set(key, [...(metas.get(key) ?? []), attribute(element, 'content').trim()])
    } else if (element.tag === 'title') { if (title === '' && element.parent?.tag !== 'svg') title = words(element) }
    else if (element.tag === 'link') { if (/\bcanonical\b/i.test(attribute(element, 'rel'))) canonical ??= attribute(element, 'href').trim() || null }
    else if (element.tag === 'html') language ??= a.get('lang') ?? a.get('xml:lang') ?? null
    else if (element.tag === 'h1') { const text = words(element); if (text && !isHidden(element)) (beside(element, /sidebar|widget|related|teaser|slider|carousel|comment/i, core) ? aside : headings).push(text) }
    else if (/^h[23]$/.test(element.tag)) { if (subheadings.length < 40 && !isHidden(element)) subheadings.push(words(element)) }
    else if (element.tag === 'time') times.push(element)
    if (a.has('itemprop') || a.has('rel') || a.has('class') || element.tag === 'byline' || element.tag === 'author') named.push(element)
  }
  return { root, metas, title, canonical, language, headings: [...headings, ...aside], subheadings, times, named, strips, core }
}

/** As `words`, with a space between elements: month, day and year often stand in boxes of their own. */
export const spaced = (element: Element): string => element.children.map((c) => ('tag' in c ? ` ${textOf(c)} ` : c.text)).join('').replace(/\s+/g, ' ').trim()
export const words = (element: Element, except?: (inner: Element) => boolean) => textOf(element, except).replace(/\s+/g, ' ').trim()

/** Does the element stand in a box of one of these names, beside the prose? */
export function beside(element: Element, names: RegExp, core: ReadonlySet<Element>, from: Element | null = element.parent): boolean {
  for (let at = from, steps = 0; at && steps < 8; at = at.parent, steps++) {
    if (core.has(at) || at.tag === 'main' || at.tag === 'body' || (at.tag === 'article' && !names.test(attribute(at, 'class')))) return false
    if (at.tag === 'nav' || names.test((attribute(at, 'class') + ' ' + attribute(at, 'id')).replace(/\belementor-\S+/g, ''))) return true
  }
  return false
}

import { attribute, isElement, type Chars, type Element } from './tree.ts'

/** A strip is a run of words that stands as a block of its own on the page. */
export interface Strip {
  /** The nearest block element. */
  readonly element: Element
  readonly pieces: readonly Piece[]
  readonly text: string
  /** Share of the characters inside links. */
  readonly links: number
  /** Tag that says what it is: p, li, h2, td, blockquote, figcaption, dt, pre, div. */
  readonly tag: string
  /** Set when all of the words are bold or the like. */
  readonly strong: boolean
}
export interface Piece { readonly text: string; readonly source: number }

/** Never words of the page. */
const silent = new Set('script style noscript template head title meta link svg math iframe object embed canvas audio video map select option optgroup textarea input button datalist progress meter dialog frameset noframes noembed applet rt rp'.split(' '))
const inlineTags = new Set('a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q ruby rb s samp small span strike strong sub sup time tt u var wbr nobr blink img picture source amp-img center-inline g-span output'.split(' '))
const strongTags = new Set(['b', 'strong', 'em', 'i', 'u'])

const hover = /(?:^|[\s_-])(?:tooltips?|popovers?|rollover-?(?:people|block|content|text)\S*|hover-?card|aural|sr-only|visually-?hidden|visuallyhidden|screen-?reader-(?:text|only)|screenreader|element-invisible|offscreen)(?=$|[\s_-])/i

/** Does the page itself keep this element from its readers? */
export function isHidden(element: Element): boolean {
  const a = element.attributes
  if (a.has('hidden') && attribute(element, 'hidden') !== 'until-found') return true
  if (a.get('aria-hidden') === 'true') return true
  const names = a.get('class')
  if (names !== undefined && hover.test(names) && !/^(?:html|body|main|article)$/.test(element.tag)) return true
  const style = a.get('style')
  return style !== undefined && /display:none|visibility:hidden|(?:^|;)opacity:0(?:\.0+)?(?:;|$|!)|font-size:0(?:px|em|rem)?(?:;|$|!)/i.test(style.replace(/\s+/g, ''))
}

/**
 * The visible words of a tree as strips, in the order of the page. Unknown elements are blocks when they hold blocks;
 * text beside blocks makes strips of its own; two line breaks divide.
 */
export function stripsOf(root: Element, skip: (element: Element) => boolean = () => false): readonly Strip[] {
  const strips: Strip[] = []
  let pieces: Piece[] = [], linked = 0, bold = 0, total = 0, breaks = 0, block = root
  const flush = () => {
    const text = pieces.map((p) => p.text).join('').replace(/[\u00ad\u200b\u2060\ufeff]/g, '').trim()
    if (text !== '' && /[\p{L}\p{N}]/u.test(text)) strips.push({ element: block, pieces: trimmed(pieces), text, links: total === 0 ? 0 : linked / total, tag: tagOf(block, text), strong: total > 0 && bold / total > 0.9 })
    pieces = []
    linked = bold = total = breaks = 0
  }
  const say = (chars: Chars, inLink: boolean, inBold: boolean) => {
    for (const run of runsOf(chars.text)) {
      const source = chars.source + run.start, last = pieces.at(-1)
      if (run.space) { if (last && !last.text.endsWith(' ')) pieces.push({ text: ' ', source }); continue }
      const text = chars.text.slice(run.start, run.end)
      breaks = 0
      if (last && last.source + last.text.length === source) pieces[pieces.length - 1] = { text: last.text + text, source: last.source }
      else pieces.push({ text, source })
      total += text.length
      if (inLink) linked += text.length
      if (inBold) bold += text.length
    }
  }
  type Step = { node: Element | Chars; link: boolean; bold: boolean } | { leave: Element }
  const queue: Step[] = [{ node: root, link: false, bold: false }]
  while (queue.length) {
    const step = queue.pop()!
    if ('leave' in step) { flush(); block = step.leave; continue }
    const { node } = step
    if (!isElement(node)) { say(node, step.link, step.bold); continue }
    if (silent.has(node.tag) && node !== root) { if (/^(?:noscript|iframe|rt|rp|script|style)$/.test(node.tag)) continue; if (pieces.length) pieces.push({ text: ' ', source: node.start }); continue }
    if (isHidden(node) || skip(node)) continue
    if (node.tag === 'br') {
      if (++breaks >= 2) { flush() } else if (pieces.length && !pieces.at(-1)!.text.endsWith(' ')) pieces.push({ text: ' ', source: node.start })
      continue
    }
    if (node.tag === 'hr') { flush(); continue }
    const inline = inlineTags.has(node.tag) && !holdsBlock(node)
    const link = step.link || (node.tag === 'a' && /^(?!#)./.test(attribute(node, 'href'))), strong = step.bold || strongTags.has(node.tag)
    if (!inline) { flush(); queue.push({ leave: block }); block = node }
    for (let i = node.children.length - 1; i >= 0; i--) queue.push({ node: node.children[i]!, link, bold: strong })
  }
  flush()
  return strips
}

interface Run { readonly start: number; readonly end: number; readonly space: boolean }
const isSpace = (code: number) => code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x2028 || code === 0x2029
/** Words parted by single spaces are one run; any other white space is a run of its own. */
function runsOf(text: string): readonly Run[] {
  const runs: Run[] = []
  let start = 0, i = 0
  while (i < text.length) {
    if (!isSpace(text.charCodeAt(i))) { i++; continue }
    if (text.charCodeAt(i) === 32 && i > start && i + 1 < text.length && !isSpace(text.charCodeAt(i + 1))) { i += 2; continue }
    if (i > start) runs.push({ start, end: i, space: false })
    const from = i
    while (i < text.length && isSpace(text.charCodeAt(i))) i++
    runs.push({ start: from, end: i, space: true })
    start = i
  }
  if (i > start) runs.push({ start, end: text.length, space: false })
  return runs
}

const holding = new WeakMap<Element, boolean>()
function holdsBlock(element: Element): boolean {
  const known = holding.get(element)
  if (known !== undefined) return known
  let found = false
  const queue = [element]
  for (let seen = 0; queue.length && !found && seen < 200; seen++) {
    for (const child of queue.pop()!.children) if (isElement(child) && !silent.has(child.tag)) { if (inlineTags.has(child.tag)) queue.push(child); else if (child.tag !== 'br' && child.tag !== 'hr') { found = true; break } }
  }
  holding.set(element, found)
  return found
}

const telling = new Set('p li h1 h2 h3 h4 h5 h6 td th blockquote figcaption caption dt dd pre summary legend address'.split(' '))
/** A heading of many words is a paragraph in large type. */
function tagOf(element: Element, text: string): string {
  for (let at: Element | null = element, steps = 0; at && steps < 6; at = at.parent, steps++) {
    if (at.tag === 'p') { const around = quoteAround(at); return around ?? 'p' }
    if (telling.has(at.tag)) return /^h[1-6]$/.test(at.tag) && text.length > 180 ? 'p' : at.tag
  }
  return 'div'
}
function quoteAround(element: Element): string | undefined {
  for (let at = element.parent, steps = 0; at && steps < 3; at = at.parent, steps++) {
    if (at.tag === 'blockquote') return 'blockquote'
    if (at.tag === 'li' || at.tag === 'figcaption' || at.tag === 'td' || at.tag === 'th') return at.tag
  }
  return undefined
}

function trimmed(pieces: readonly Piece[]): readonly Piece[] {
  let from = 0, to = pieces.length
  while (from < to && pieces[from]!.text === ' ') from++
  while (to > from && pieces[to - 1]!.text === ' ') to--
  return pieces.slice(from, to)
}

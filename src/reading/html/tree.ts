import { Tokenizer } from 'htmlparser2'
import { quarantined } from '../stop.ts'

/** Characters of the page with their place in its source, in step. */
export interface Chars { readonly text: string; readonly source: number; readonly parent: Element }
export interface Element {
  readonly tag: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: (Element | Chars)[]
  readonly parent: Element | null
  readonly start: number
}
export const isElement = (node: Element | Chars): node is Element => 'tag' in node

export const limits = { nodes: 200_000, depth: 512, attributes: 64 } as const

/** Elements that hold no content and have no end tag. */
const empty = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'param', 'source', 'track', 'wbr', 'keygen', 'frame'])
const blocks = new Set('address article aside blockquote body button center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup html li main menu nav object ol p pre section summary table tbody td tfoot th thead tr ul template noscript iframe select svg math video audio'.split(' '))
/** An end tag inside one of these does not reach elements outside. */
const walls = new Set(['table', 'td', 'th', 'caption', 'html', 'template', 'object', 'svg', 'math'])
const endsParagraph = new Set('address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre section table ul li dd dt'.split(' '))
/** An opening tag that closes an open element of these names, up to a wall of the second list. */
const closes: Readonly<Record<string, readonly [names: ReadonlySet<string>, until: ReadonlySet<string>]>> = {
  li: [new Set(['li']), new Set(['ul', 'ol', 'menu', 'dir'])],
  dd: [new Set(['dd', 'dt']), new Set(['dl'])], dt: [new Set(['dd', 'dt']), new Set(['dl'])],
  td: [new Set(['td', 'th']), new Set(['tr', 'table'])], th: [new Set(['td', 'th']), new Set(['tr', 'table'])],
  tr: [new Set(['tr', 'td', 'th']), new Set(['table'])],
  tbody: [new Set(['tbody', 'thead', 'tfoot', 'tr', 'td', 'th']), new Set(['table'])], thead: [new Set(['tbody', 'thead', 'tfoot', 'tr', 'td', 'th']), new Set(['table'])], tfoot: [new Set(['tbody', 'thead', 'tfoot', 'tr', 'td', 'th']), new Set(['table'])],
  option: [new Set(['option']), new Set(['select'])], optgroup: [new Set(['option', 'optgroup']), new Set(['select'])],
}

/**
 * The page as a tree, in one pass over its tokens and in time that grows with its length alone: no re-parenting, so no
 * explosion; deeper content hangs at the depth limit and none is lost; past the node budget the page is given up.
 * @throws Stop `html-too-many-nodes`
 * @example parseTree('<p>Kyiv <b>said').children[0].tag // 'p'
 */
export function parseTree(source: string, label = 'The page'): Element {
  const root: Element = { tag: '#root', attributes: new Map(), children: [], parent: null, start: 0 }
  const stack: Element[] = [root], deep = new Map<string, number>()
  let nodes = 0, tag = '', tagStart = 0, attributes = new Map<string, string>(), name = '', value = ''
  const count = () => { if (++nodes > limits.nodes) throw quarantined('html-too-many-nodes', `${label} has more than ${limits.nodes.toLocaleString('en')} nodes; look for a print or text version.`) }
  const top = () => stack[stack.length - 1]!

  const open = () => {
    count()
    makeRoom(stack, tag)
    const parent = top(), element: Element = { tag, attributes, children: [], parent, start: tagStart }
    parent.children.push(element)
    if (empty.has(tag)) return
    if (stack.length < limits.depth) stack.push(element)
    else deep.set(tag, (deep.get(tag) ?? 0) + 1)
  }
  const close = (closing: string) => {
    const below = deep.get(closing) ?? 0
    if (below > 0) { deep.set(closing, below - 1); return }
    if (closing === 'body' || closing === 'html') return
    for (let i = stack.length - 1; i > 0; i--) {
      const at = stack[i]!.tag
      if (at === closing || (/^h[1-6]$/.test(closing) && /^h[1-6]$/.test(at))) { stack.length = i; return }
      // An inline end tag does not reach through blocks; a block's does not reach through cells.
      if (blocks.has(closing) ? walls.has(at) && !/^(?:table|tr|t[dh]|tbody|thead|tfoot|svg|math|template|object|caption)$/.test(closing) : blocks.has(at)) return
    }
  }
  const characters = (text: string, at: number) => {
    count()
    const parent = top()
    parent.children.push({ text, source: at, parent })
  }

  const tokenizer = new Tokenizer({ decodeEntities: true }, {
    onattribname(start, end) { name = source.slice(start, end).toLowerCase(); value = '' },
    onattribdata(start, end) { value += source.slice(start, end) },
    onattribentity(code) { value += String.fromCodePoint(code) },
    onattribend() { if (attributes.size < limits.attributes && !attributes.has(name)) attributes.set(name, value) },
    onopentagname(start, end) { tag = source.slice(start, end).toLowerCase(); tagStart = start - 1; attributes = new Map() },
    onopentagend: open,
    onselfclosingtag: open,
    onclosetag(start, end) {
      const closing = source.slice(start, end).toLowerCase()
      if (closing === 'br') { tag = 'br'; tagStart = start - 2; attributes = new Map(); open() } else close(closing)
    },
    ontext(start, end) { characters(source.slice(start, end), start) },
    ontextentity(code, end) { characters(String.fromCodePoint(code), Math.max(0, source.lastIndexOf('&', end - 1))) },
    oncdata() {}, oncomment() {}, ondeclaration() {}, onend() {}, onprocessinginstruction() {},
  })
  tokenizer.write(source)
  tokenizer.end()
  return root
}

/** Closes what a new element ends by being opened: paragraphs before blocks, items before items, cells before cells. */
function makeRoom(stack: Element[], tag: string): void {
  if (endsParagraph.has(tag)) {
    for (let i = stack.length - 1; i > 0; i--) {
      const at = stack[i]!.tag
      if (at === 'p') { stack.length = i; break }
      if (blocks.has(at)) break
    }
  }
  const rule = closes[tag]
  if (!rule) return
  for (let i = stack.length - 1; i > 0; i--) {
    const at = stack[i]!.tag
    if (rule[1].has(at)) return
    if (rule[0].has(at)) { stack.length = i; if (!/^(?:tr|tbody|thead|tfoot)$/.test(tag)) return }
  }
}

/** All elements below, in the order of the page, without recursion. */
export function* elementsOf(root: Element): Generator<Element> {
  const queue: Element[] = [root]
  while (queue.length) {
    const element = queue.pop()!
    yield element
    for (let i = element.children.length - 1; i >= 0; i--) { const child = element.children[i]!; if (isElement(child)) queue.push(child) }
  }
}

/** The characters of an element, as they stand, without those of the inner elements that are excepted. */
export function textOf(element: Element, except?: (inner: Element) => boolean): string {
  let text = ''
  const queue: (Element | Chars)[] = [element]
  while (queue.length) {
    const node = queue.pop()!
    if (!isElement(node)) { text += node.text; continue }
    if (node.tag === 'br') text += ' '
    if (node.tag === 'rt' || node.tag === 'rp' || (except && node !== element && except(node))) continue
    for (let i = node.children.length - 1; i >= 0; i--) queue.push(node.children[i]!)
  }
  return text
}

export const attribute = (element: Element, name: string): string => element.attributes.get(name) ?? ''

/** A run of words with its place in the source, and whether it was set in bold. */
export interface Inline { readonly text: string; readonly source: number; readonly strong: boolean }

/** What a mark does: it is left out; keeps the sign behind it; opens an address; sets words off. */
type MarkKind = 'out' | 'escape' | 'address' | 'emphasis'
const trigger = /[\\<![\]*_`&]/g
// By the sign they begin with; each looks on from its own place only, and lengths are bounded, so that a mark that never ends costs little.
const marksBySign: Readonly<Record<string, readonly (readonly [RegExp, MarkKind])[]>> = {
  '\\': [[/\\[!-/:-@[-`{-~]/y, 'escape']],
  '<': [[/<(?:s|del|strike)>[^<]{0,500}<\/(?:s|del|strike)>/iy, 'out'], [/<\/?[a-z][^<>]{0,500}>/iy, 'out'], [/<!--[^>]{0,1000}-->/y, 'out']],
  '!': [[/!\[[^\]]{0,300}\]\(/y, 'address']],
  ']': [[/\]\(/y, 'address']],
  '[': [[/\[(?=[^\]]{0,500}\]\()/y, 'out']],
  '*': [[/\*{1,3}/y, 'emphasis']],
  _: [[/(?<![\p{L}\d])_{1,3}|_{1,3}(?![\p{L}\d])/uy, 'emphasis']],
  '`': [[/`+/y, 'out']],
  '&': [[/&(?:amp|lt|gt|quot|nbsp);/iy, 'out']],
}
interface Mark { readonly index: number; readonly text: string; readonly kind: MarkKind }
const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&nbsp;': ' ' }

/**
 * Pieces of Markdown without their inline marks: emphasis, links (the words stay), code marks, escapes, tags; what is
 * struck out falls. A sign that marks nothing, as in "5 * 3", stays.
 * @example inline([{ text: 'a **plan** [here](x)', source: 0 }]).map((p) => p.text).join('') // 'a plan here'
 */
export function inline(pieces: readonly { readonly text: string; readonly source: number }[]): readonly Inline[] {
  const joined = pieces.map((p) => p.text).join(''), out: Inline[] = []
  const place = locator(pieces)
  let strong = false, at = 0
  const keep = (from: number, to: number) => { for (const p of place(from, to)) out.push({ ...p, strong }) }
  for (const mark of marksIn(joined)) {
    const end = mark.index + mark.text.length, emphasis = mark.kind === 'emphasis'
    if (mark.text.startsWith('*') && /\s|^$/.test(joined[mark.index - 1] ?? '') && /\s|^$/.test(joined[end] ?? '')) continue
    keep(at, mark.index)
    at = end
    if (emphasis) { if (mark.text.length >= 2) strong = !strong }
    else if (mark.kind === 'escape') keep(mark.index + 1, end)
    else if (entities[mark.text]) out.push({ text: entities[mark.text]!, source: place(mark.index, mark.index + 1)[0]!.source, strong })
  }
  keep(at, joined.length)
  return tidy(out)
}

/** The marks in order; the opening of an image or of a link's address runs on to its closing bracket, and is none without one. */
function* marksIn(text: string): Generator<Mark> {
  for (let at = 0; ;) {
    trigger.lastIndex = at
    const sign = trigger.exec(text)
    if (!sign) return
    const mark = markAt(text, sign.index)
    const end = mark ? mark.index + mark.text.length : 0
    const close = mark?.kind === 'address' ? closing(text, end, sign[0] === '!') : end
    at = mark && close >= 0 ? close : sign.index + 1
    if (mark && close >= 0) yield { ...mark, text: text.slice(mark.index, at) }
  }
}

function markAt(text: string, index: number): Mark | undefined {
  for (const [shape, kind] of marksBySign[text[index]!]!) {
    shape.lastIndex = index
    const found = shape.exec(text)?.[0]
    if (found !== undefined) return { index, text: found, kind }
  }
  return undefined
}

const longestAddress = 1600
/** Behind the bracket that closes an address, -1 where none does; brackets inside it come in pairs, an image has no spaces. */
function closing(text: string, from: number, image: boolean): number {
  let open = 1
  for (let i = from; i < text.length && i < from + longestAddress; i++) {
    const c = text[i]!
    if (c === '(') { if (++open > 2) return -1 }
    else if (c === ')') { if (--open === 0) return i + 1 }
    else if (image && /\s/.test(c)) return -1
  }
  return -1
}

/** Finds the source of a range of the joined text. */
function locator(pieces: readonly { readonly text: string; readonly source: number }[]) {
  return (from: number, to: number): { text: string; source: number }[] => {
    const found: { text: string; source: number }[] = []
    let start = 0
    for (const piece of pieces) {
      const a = Math.max(from, start), b = Math.min(to, start + piece.text.length)
      if (a < b) found.push({ text: piece.text.slice(a - start, b - start), source: piece.source + a - start })
      start += piece.text.length
      if (start >= to) break
    }
    return found
  }
}

/** One space where a cut left two, none at the edges. */
function tidy(pieces: readonly Inline[]): readonly Inline[] {
  const out: Inline[] = []
  for (const piece of pieces) {
    const open = out.length === 0 || out.at(-1)!.text.endsWith(' ')
    const cut = open ? piece.text.length - piece.text.trimStart().length : 0
    if (cut < piece.text.length) out.push({ ...piece, text: piece.text.slice(cut), source: piece.source + cut })
  }
  while (out.length && out.at(-1)!.text.trimEnd() !== out.at(-1)!.text) {
    const last = out.pop()!, text = last.text.trimEnd()
    if (text) { out.push({ ...last, text }); break }
  }
  return out
}

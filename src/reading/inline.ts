/** A run of words with its place in the source, and whether it was set in bold. */
export interface Inline { readonly text: string; readonly source: number; readonly strong: boolean }

// Lengths are bounded, so that a mark that never ends costs little.
const token = /\\([!-/:-@[-`{-~])|<(?:s|del|strike)>[^<]{0,500}<\/(?:s|del|strike)>|<\/?[a-z][^<>]{0,500}>|<!--[^>]{0,1000}-->|(!\[[^\]]{0,300}\]\(|\]\()|\[(?=[^\]]{0,500}\]\()|(\*{1,3}|(?<![\p{L}\d])_{1,3}|_{1,3}(?![\p{L}\d]))|`+|&(?:amp|lt|gt|quot|nbsp);/giu
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
  for (const m of marksIn(joined)) {
    const mark = m[3], end = m.index + m[0].length
    if (mark?.startsWith('*') && /\s|^$/.test(joined[m.index - 1] ?? '') && /\s|^$/.test(joined[end] ?? '')) continue
    keep(at, m.index)
    at = end
    if (mark) { if (mark.length >= 2) strong = !strong }
    else if (m[1]) keep(m.index + 1, end)
    else if (entities[m[0]]) out.push({ text: entities[m[0]]!, source: place(m.index, m.index + 1)[0]!.source, strong })
  }
  keep(at, joined.length)
  return tidy(out)
}

/** The marks in order; the opening of an image or of a link's address runs on to its closing bracket, and is none without one. */
function* marksIn(text: string): Generator<RegExpExecArray> {
  for (let at = 0; ;) {
    token.lastIndex = at
    const m = token.exec(text)
    if (!m) return
    const close = m[2] ? closing(text, m.index + m[0].length, m[2].startsWith('!')) : 0
    at = m.index + (close < 0 ? 1 : Math.max(m[0].length, close - m.index))
    if (close < 0) continue
    m[0] = text.slice(m.index, at)
    yield m
  }
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

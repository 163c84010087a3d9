import type { Evidence, Span } from '../core/evidence.ts'

const contextLength = 32

/** Evidence with the words around it, so that it can be found again in another text layer of the same bytes. */
export interface Anchor extends Span { readonly exact: string; readonly before: string; readonly after: string }

/** How evidence stands in a new text layer. `lost` goes to review: nothing moves in silence. */
export type Anchored =
  | { readonly state: 'same'; readonly span: Span }
  | { readonly state: 'moved'; readonly span: Span }
  | { readonly state: 'lost'; readonly why: 'not found' | 'found in several places' }

/** @example anchorOf('Kyiv said no to it', { exact: 'said no', start: 5, end: 12 }).after // ' to it' */
export const anchorOf = (text: string, { exact, start, end }: Evidence): Anchor =>
  ({ exact, start, end, before: text.slice(Math.max(0, start - contextLength), start), after: text.slice(end, end + contextLength) })

/**
 * Finds an anchor in a text: at its old place, else where the quotation stands, and of several places where the words
 * around it agree clearly best.
 * @example reanchor({ exact: 'no', start: 0, end: 2, before: '', after: '' }, 'oh no') // { state: 'moved', span: { start: 3, end: 5 } }
 */
export function reanchor(anchor: Anchor, text: string): Anchored {
  const { exact, start, end } = anchor
  if (exact === '') return { state: 'lost', why: 'not found' }
  const places = occurrences(text, exact).map((at) => ({ at, agree: agreement(text, at, anchor) }))
  if (text.slice(start, end) === exact) {
    // The old place may hold the same word of another sentence when the text before it changed.
    const here = places.find((p) => p.at === start)?.agree ?? agreement(text, start, anchor)
    const better = places.some((p) => p.at !== start && p.agree > here)
    if (!better) return { state: 'same', span: { start, end } }
  }
  const [best, second] = places.sort((a, b) => b.agree - a.agree || a.at - b.at)
  if (!best) return inOtherSpacing(anchor, text)
  if (second && second.agree >= best.agree) return { state: 'lost', why: 'found in several places' }
  return { state: 'moved', span: { start: best.at, end: best.at + exact.length } }
}

const mostPlaces = 1000
function occurrences(text: string, exact: string): number[] {
  const found: number[] = []
  for (let at = text.indexOf(exact); at >= 0 && found.length < mostPlaces; at = text.indexOf(exact, at + 1)) found.push(at)
  return found
}

/** How many characters before and after agree, white space aside. */
function agreement(text: string, at: number, { exact, before, after }: Anchor): number {
  const left = squeeze(text.slice(Math.max(0, at - contextLength * 2), at)), wantedLeft = squeeze(before)
  const right = squeeze(text.slice(at + exact.length, at + exact.length + contextLength * 2)), wantedRight = squeeze(after)
  let agree = 0
  while (agree < wantedLeft.length && left.at(-1 - agree) === wantedLeft.at(-1 - agree)) agree++
  let forward = 0
  while (forward < wantedRight.length && right[forward] === wantedRight[forward]) forward++
  return agree + forward
}

const squeeze = (text: string) => text.replace(/\s/g, '')

/** A reader may break lines in another way: the same words with other white space are the same quotation. */
function inOtherSpacing(anchor: Anchor, text: string): Anchored {
  const wanted = squeeze(anchor.exact)
  if (wanted === '') return { state: 'lost', why: 'not found' }
  const offsets: number[] = []
  let squeezed = ''
  for (let i = 0; i < text.length; i++) if (!/\s/.test(text[i]!)) { offsets.push(i); squeezed += text[i]! }
  const first = squeezed.indexOf(wanted)
  if (first < 0) return { state: 'lost', why: 'not found' }
  if (squeezed.indexOf(wanted, first + 1) >= 0) return { state: 'lost', why: 'found in several places' }
  return { state: 'moved', span: { start: offsets[first]!, end: offsets[first + wanted.length - 1]! + 1 } }
}

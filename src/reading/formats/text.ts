import { decode } from '../charset.ts'
import type { Format } from '../format.ts'
import { frontMatter } from '../front-matter.ts'
import { writtenResult } from '../written.ts'
import { writeProse, type Stretch } from '../prose.ts'
import { isWrapped, joinLines, linesOf, wrapWidth, type Line } from '../wrapping.ts'

/** Plain text: the fallback for whatever is made of letters. */
const text: Format = {
  name: 'text',
  version: 1,
  sniff: () => 0.3,
  async read(bytes, source) {
    const { text: written, issues } = decode(bytes, source.declaredCharset)
    const head = frontMatter(written)
    const prose = writeProse(stretches(written, head.bodyStart), head.fields.get('title') ?? null)
    return [await writtenResult(bytes, source, { reader: 'text 1', mediaType: 'text/plain', fields: head.fields, prose, issues })]
  },
}
export default text

/** Paragraphs between blank lines; inside them lines are joined only where they were broken for width. */
function stretches(written: string, from: number): readonly Stretch[] {
  const lines = linesOf(written, from), width = wrapWidth(lines), found: Stretch[] = []
  let open: Line[] = []
  const close = () => { if (open.length) found.push({ kind: isItem(open[0]!.text) ? 'item' : 'paragraph', pieces: joinLines(unmarked(open)) }); open = [] }
  for (const line of lines) {
    const last = open.at(-1)
    if (line.text.trim() === '') { close(); continue }
    if (last && (isItem(line.text) || !isWrapped(last.text, line.text, width))) close()
    open.push(line)
  }
  close()
  return found
}

const bullet = /^\s*(?:[•▪◦‣●■]|\*(?=\s))\s*/
const isItem = (line: string) => bullet.test(line)
/** Bullets are no words; numbers of items and dashes, which open speech in some languages, stay. */
function unmarked([first, ...rest]: readonly Line[]): readonly Line[] {
  const mark = bullet.exec(first!.text)?.[0].length ?? 0
  return [{ text: first!.text.slice(mark), start: first!.start + mark }, ...rest]
}

/** One line of a text with its place in the source. */
export interface Line { readonly text: string; readonly start: number }

/** Lines with their offsets; the line ends are not part of them. */
export function linesOf(text: string, from: number): readonly Line[] {
  const lines: Line[] = []
  for (const m of text.slice(from).matchAll(/([^\n\r\u2028\u2029\u0085]*)(?:\r\n|[\n\r\u2028\u2029\u0085]|$)/g)) {
    if (m[0] === '' && m.index + from >= text.length) break
    lines.push({ text: m[1]!, start: from + m.index })
  }
  return lines
}

/** The width at which a text is broken into lines, or null when its paragraphs are single lines. */
export function wrapWidth(lines: readonly Line[]): number | null {
  const lengths = lines.map((l) => l.text.trimEnd().length).filter((n) => n > 0).sort((a, b) => a - b)
  if (lengths.length < 3) return null
  // A few lines may run over: long addresses, words that do not break.
  const width = lengths[Math.floor(lengths.length * 0.97)]!
  return width >= 40 && width <= 120 ? width : null
}

/**
 * Was the text broken after this line only because the next word did not fit?
 * @example isWrapped('a line of words that ends near the', 'margin', 38) // true
 */
export function isWrapped(line: string, next: string, width: number | null): boolean {
  if (width === null) return false
  const first = /\S+/.exec(next)?.[0].length ?? 0
  return line.trimEnd().length + 1 + first > width - 4
}

/**
 * A piece for each line, joined by single spaces, runs of white space inside a line collapsed.
 * @example joinLines([{ text: 'one ', start: 0 }, { text: '  two', start: 5 }]) // 'one' at 0, ' ' at 6, 'two' at 7
 */
export function joinLines(lines: readonly Line[]): { text: string; source: number }[] {
  const pieces: { text: string; source: number }[] = []
  for (const line of lines) {
    for (const m of line.text.matchAll(/\S+/g)) {
      const source = line.start + m.index, last = pieces.at(-1)
      if (last && last.source + last.text.length + 1 === source) { pieces[pieces.length - 1] = { text: last.text + ' ' + m[0], source: last.source }; continue }
      if (last) pieces.push({ text: ' ', source: source - 1 })
      pieces.push({ text: m[0], source })
    }
  }
  return pieces
}

// Words that begin compounds written with a hyphen: "long-term", "well-known".
const firstParts = new Set(['well', 'long', 'short', 'high', 'low', 'self', 'ex', 'so', 'cross', 'half', 'mid', 'non', 'first', 'second', 'third', 'two', 'three', 'four', 'five', 'multi', 'co', 'vice', 'anti', 'counter', 'post', 'pre', 'full', 'large', 'small', 'medium', 'ground', 'air', 'sea', 'hard', 'soft', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'])

/**
 * How two lines join where the first ends in a hyphen: `''` joins the halves of a word, `'-'` keeps the hyphen. The rest
 * of the document is asked first: it may write the word in the middle of a line.
 * @example joinLinesAtHyphen('the infra-', 'structure', new Set(['infrastructure'])) // 'the infrastructure'
 */
export function joinLinesAtHyphen(before: string, after: string, elsewhere: ReadonlySet<string>): string {
  const left = /(?<![\p{L}\d])[\p{L}\d]+(?=[-\u2010\u00ad]$)/u.exec(before.slice(-60))?.[0], right = /^[\p{L}\d]+/u.exec(after)?.[0]
  if (left === undefined || right === undefined) return `${before} ${after}`
  const stem = before.slice(0, -1)
  if (before.endsWith('\u00ad')) return stem + after
  if (!/^\p{Ll}/u.test(right) || !/\p{Ll}$/u.test(left)) return before + after
  if (elsewhere.has(`${left}-${right}`.toLowerCase())) return `${stem}-${after}`
  if (elsewhere.has((left + right).toLowerCase())) return stem + after
  return firstParts.has(left.toLowerCase()) ? `${stem}-${after}` : stem + after
}

/** The words of lines, in lower case, for telling how a word is written where no line ends in it. */
export function wordsOf(lines: Iterable<string>): ReadonlySet<string> {
  const words = new Set<string>()
  for (const line of lines) for (const [word] of line.toLowerCase().matchAll(/[\p{L}\d]+(?:-[\p{L}\d]+){0,3}/gu)) words.add(word)
  return words
}

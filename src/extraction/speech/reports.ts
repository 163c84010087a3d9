import type { Mention } from '../../core/claim.ts'
import type { Analysis } from '../analysis.ts'
import { onAnalysis } from '../kept.ts'

/** Who tells the story in a script of radio or television, in six languages, by the first letters. */
const tellers = /^(?:reporter|presenter|anchor|narrator|newsreader|correspondent|announcer|studio|sprecher|autor|korrespondent|présentat|journaliste|correspondant|conduttor|conduttric|giornalist|inviat|corrispondent|prowadząc|dziennikar|reporterk|korespondent|lektor|ведуч|кореспондент|репортер|журналіст|диктор)/iu
const label = /^(\p{Lu}[\p{L}.’' -]{2,40}?)(\s?\([^()]{1,40}\))?\s?:\s/u

/**
 * The paragraphs of a radio script in which somebody other than the reporter is heard, with who he is and where the words
 * begin: a script is a text whose reporter says at least as much as all others together, and more than he asks.
 * @example soundbites(analysis).get(4)?.speaker.name // the minister of "LUND (translated): We have none left."
 */
export const soundbites = onAnalysis((analysis): ReadonlyMap<number, { readonly speaker: Mention; readonly start: number }> => {
  const { text, blocks } = analysis.document, heard = new Map<number, { speaker: Mention; start: number }>()
  let told = 0, other = 0, asked = 0, now: 'told' | 'other' | null = null
  blocks.forEach((b, i) => {
    const words = text.slice(b.start, b.end), found = label.exec(words)
    if (found) now = tellers.test(found[1]!) ? 'told' : 'other'
    if (now === 'told') { told += words.length; if (/\?\s*$/.test(words)) asked += words.length }
    if (now === 'other') other += words.length
    const speaker = found && now === 'other' ? bearer(analysis, found[1]!) : null
    if (speaker) heard.set(i, { speaker, start: b.start + found![0].length })
  })
  return told >= other && told > 2 * asked ? heard : new Map()
})

/** The person whom the text names in full, by the surname in a label. */
function bearer({ mentions }: Analysis, written: string): Mention | null {
  const name = written.toLowerCase().split(' ').at(-1)!
  return mentions.find((m) => m.mention.type === 'person' && m.mention.name.includes(' ') && m.mention.name.toLowerCase().endsWith(' ' + name))?.mention ?? null
}

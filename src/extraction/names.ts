import type { Analysis, MentionAt } from './analysis.ts'
import type { Mention } from '../core/claim.ts'
import type { Sense } from '../core/lexicon.ts'

/**
 * The actors a document names, in reading order.
 * @example findNames(analyse(document, lexicon)).map((m) => m.mention.name)
 */
export function findNames(analysis: Omit<Analysis, 'mentions' | 'speech'>): MentionAt[] {
  const out: MentionAt[] = []
  analysis.sentences.forEach((sentence, index) => {
    const words = sentence.tokens.map((t) => t.text)
    for (let i = 0; i < words.length;) {
      const found = analysis.lexicon.match(words, i, analysis.language.code), sense = found?.senses[0]
      if (!found || !sense || sense.as === 'demonym' || sense.type === 'place' || sense.type === 'instrument' || sense.type === 'office') { i += found?.words ?? 1; continue }
      const span = { start: sentence.tokens[i]!.start, end: sentence.tokens[i + found.words - 1]!.end }
      out.push({ ...span, sentence: index, mention: mentionOf(sense, found.senses, analysis.document.text.slice(span.start, span.end), span) })
      i += found.words
    }
  })
  return out
}

function mentionOf(sense: Sense, senses: readonly Sense[], written: string, span: { start: number; end: number }): Mention {
  return { kind: 'mention', type: sense.type as Mention['type'], name: sense.name, written, span, country: sense.country, office: null, candidates: senses.map((s) => s.id) }
}

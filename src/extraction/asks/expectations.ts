import type { Mention } from '../../core/claim.ts'
import type { LanguageCode } from '../../core/document.ts'
import type { Span } from '../../core/evidence.ts'
import type { Analysis, Speech } from '../analysis.ts'

/** Words of expecting as nouns, and of a need told before, by language. */
const words: Readonly<Record<LanguageCode, { readonly expectation: RegExp; readonly need: RegExp }>> = {
  en: { expectation: /\bexpectations?\b/i, need: /\bneed to\s/i }, de: { expectation: /\bErwartung(?:en)?\b/, need: /\bnotwendig,\s|\bNotwendigkeit,\s/ },
  fr: { expectation: /\battentes?\b/i, need: /\bnécessité (?:de |d['’])/i }, it: { expectation: /\baspettativ[ae]\b/i, need: /\bnecessità di\s/i },
  pl: { expectation: /\boczekiwani[ae]\b/i, need: /\bpotrzebę\s|\bkonieczność\s/i }, uk: { expectation: /очікування/i, need: /(?:необхідність|потребу)\s/i },
}

export interface Expectation { readonly asker: Mention; readonly addressees: readonly Mention[]; readonly content: Span; readonly evidence: readonly Span[] }

/**
 * "Highlighted the need to do X. He expressed expectations from Y": the expectation says of whom, the need just before
 * by the same speaker says what. Without a need told before nothing is guessed.
 * @example findExpectations(analysis)[0]?.addressees.map((a) => a.name) // ['European Commission']
 */
export function findExpectations(analysis: Analysis): readonly Expectation[] {
  const { text } = analysis.document, table = words[analysis.language.code]
  return analysis.speech.flatMap((told, i): Expectation[] => {
    const before = analysis.speech[i - 1], [content] = told.content, need = before?.content.at(-1)
    const noun = content && table.expectation.exec(text.slice(content.start, content.end))
    const wanted = need && table.need.exec(text.slice(need.start, need.end))
    if (!content || !noun || !before || !need || !wanted || before.speaker.name !== told.speaker.name || content.start - need.end > 300) return []
    const from = content.start + noun.index + noun[0].length, { end } = content
    const addressees = analysis.mentions.filter((m) => m.start >= from && m.end <= end && ['body', 'state', 'forum', 'company', 'person'].includes(m.mention.type) && m.mention.name !== told.speaker.name).map((m) => m.mention)
    if (addressees.length === 0) return []
    const start = need.start + wanted.index + wanted[0].length, stop = text.slice(start, need.end).replace(/(?<![.\s])[.\s]+$/, '').length
    return [{ asker: told.speaker, addressees, content: { start, end: start + stop }, evidence: [spanOf(before), spanOf(told)] }]
  })
}

const spanOf = ({ evidence }: Speech): Span => ({ start: Math.min(...evidence.map((e) => e.start)), end: Math.max(...evidence.map((e) => e.end)) })

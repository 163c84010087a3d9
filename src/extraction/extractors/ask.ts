import type { AskFields, Mention, Written } from '../../core/claim.ts'
import { evidenceOf, nonEmpty, type Span } from '../../core/evidence.ts'
import type { Analysis, DateMention } from '../analysis.ts'
import { settled } from '../asks/addressees.ts'
import { findAsks } from '../asks/asks.ts'
import { findExpectations } from '../asks/expectations.ts'
import type { Extractor } from '../extractor.ts'
import { readingsOf } from '../frames/frames.ts'
import { chosen } from '../learned/actors.ts'
import { learnedAsks } from '../learned/claims.ts'

/** A call on, demand to, or expectation of a named addressee to do something. */
export default {
  name: 'ask',
  version: 1,
  kind: 'ask',
  extract(analysis) {
    const { text } = analysis.document
    const drawn = [...findAsks(analysis), ...findExpectations(analysis).map((e) => ({ ...e, rule: 'expectation of a need' }))].flatMap((ask) => {
      const words = text.slice(ask.content.start, ask.content.end).replace(/\s+/g, ' ').trim()
      const evidence = nonEmpty(ask.evidence.map((e) => evidenceOf(text, e)))
      if (!evidence || words.length < 3) return []
      const reading = readingsOf(analysis).find((r) => r.start <= ask.content.start && r.end > ask.content.start), asker = reading ? chosen(analysis, reading, 'asker', [ask.asker])[0]! : ask.asker
      const fields: AskFields<Written> = { kind: 'ask', asker, addressee: distinct(reading ? chosen(analysis, reading, 'addressee', settled(analysis, reading, asker, ask.addressees)) : ask.addressees), text: words, by: deadline(analysis, ask.content)?.value ?? null }
      return [{ fields, evidence, confidence: ask.rule === 'verb of asking' ? 0.85 : 0.7, explain: { rule: ask.rule, fields: { asker: asker.written, addressee: ask.addressees.map((a) => a.written).join(', '), text: words } } }]
    })
    return [...drawn, ...learnedAsks(analysis, drawn.flatMap((d) => d.evidence))]
  },
} satisfies Extractor

const distinct = (mentions: readonly Mention[]): Mention[] => mentions.filter((m, i) => mentions.findIndex((n) => n.name === m.name) === i)

/** The day by which it is to be done: a date in the words after "by" or "before". */
const deadline = ({ dates, document }: Analysis, content: Span): DateMention | undefined =>
  dates.find((d) => d.start >= content.start && d.end <= content.end && /\b(?:by|before|until|bis|vor|d[’']ici|avant|entro|prima|do|przed|до|перед)\b.{0,24}$/iu.test(document.text.slice(Math.max(content.start, d.start - 24), d.start + 8)))

import type { StatementFields, Written } from '../../core/claim.ts'
import { evidenceOf, nonEmpty } from '../../core/evidence.ts'
import type { Extractor } from '../extractor.ts'
import { learnedStatements } from '../learned/statements.ts'

/** Somebody is reported to have said or written something. */
export default {
  name: 'statement',
  version: 1,
  kind: 'statement',
  extract(analysis) {
    const { document, speech } = analysis
    const drawn = speech.flatMap((s) => {
      const text = s.content.map((c) => document.text.slice(c.start, c.end)).join(' ').replace(/\s+/g, ' ').trim().replace(/^[–—-]\s+/, '')
      const evidence = nonEmpty(s.evidence.map((e) => evidenceOf(document.text, e)))
      if (!evidence || text.length < 3) return []
      const fields: StatementFields<Written> = { kind: 'statement', speaker: s.speaker, country: s.speaker.country, form: s.form, text }
      const known = s.speaker.type !== 'unknown'
      return [{
        fields, evidence, confidence: (s.form === 'direct' ? 0.95 : 0.85) - (known ? 0 : 0.2) - (s.cue ? 0 : 0.15),
        explain: { rule: s.rule, fields: { speaker: s.speaker.written, text: s.cue ? document.text.slice(s.cue.start, s.cue.end) : 'no verb of its own', form: 'words inside and outside quotation marks', ...(s.speaker.country ? { country: s.speaker.office ?? s.speaker.written } : {}) } },
      }]
    })
    return [...drawn, ...learnedStatements(analysis, drawn.flatMap((d) => d.evidence))]
  },
} satisfies Extractor

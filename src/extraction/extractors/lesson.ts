import type { Drawn, LessonFields, Mention, Written } from '../../core/claim.ts'
import { evidenceOf, nonEmpty, type Span } from '../../core/evidence.ts'
import type { Analysis } from '../analysis.ts'
import type { Cue } from '../cues.ts'
import type { Extractor } from '../extractor.ts'
import { contentAt, cuesOf, hasCue, negated, readingsOf, trim, type Reading } from '../frames.ts'
import { aboutUkraine, distinct, partyOf, selfOf, stateMention } from '../parties.ts'

type Fields = LessonFields<Written>

/** Something learned, or to be learned, from use in the field that should change what is made or planned. */
export default {
  name: 'lesson',
  version: 1,
  kind: 'lesson',
  extract(analysis) {
    const readings = readingsOf(analysis), out: Drawn<Fields>[] = []
    let until = -1
    readings.forEach((reading, i) => {
      if (reading.index <= until) return
      const found = learned(analysis, readings, i) ?? consequence(analysis, readings, i)
      if (!found) return
      out.push(found.drawn)
      until = found.last
    })
    return out
  },
} satisfies Extractor

interface Found { readonly drawn: Drawn<Fields>; readonly last: number }

/** "We learned that …", "experience has shown that …": a word of learning beside use in the field. */
function learned(analysis: Analysis, readings: readonly Reading[], i: number): Found | null {
  const reading = readings[i]!, cue = cuesOf(reading, 'lessons.learned').find((c) => !negated(reading, c))
  if (!cue || !hasCue(reading, 'lessons.experience')) return null
  const next = follower(readings, i)
  const text = { start: lessonStart(reading, cue), end: contentAt(reading, cue).end }
  const spans = [trim(reading, reading), ...(next ? [trim(next, next)] : [])]
  const whole = next && next.speech !== null && next.speech === reading.speech ? [text, contentAt(next, next)] : [text]
  return { drawn: lesson(analysis, reading, whole, spans, 'learned'), last: next?.index ?? reading.index }
}

/** An observation and, in the next sentence of the same speaker, "therefore" with a change of what is made or bought. */
function consequence(analysis: Analysis, readings: readonly Reading[], i: number): Found | null {
  const reading = readings[i]!, next = readings[i + 1]
  if (!next || !reading.speech || !next.speech || next.speech.speaker.name !== reading.speech.speaker.name || reading.speech.form === 'indirect') return null
  const therefore = cuesOf(next, 'frames.therefore').find((c) => c.from <= 2)
  if (!therefore || !hasCue(next, 'lessons.change') || !hasCue(reading, ['support.goods', 'projects.industry', 'lessons.experience']) ) return null
  return { drawn: lesson(analysis, reading, [contentAt(reading, reading), contentAt(next, next)], [trim(reading, reading), trim(next, next)], 'observation and consequence'), last: next.index }
}

/** The next sentence, when it draws the consequence. */
function follower(readings: readonly Reading[], i: number): Reading | null {
  const next = readings[i + 1], reading = readings[i]!
  if (!next || next.sentence.block - reading.sentence.block > 1) return null
  return cuesOf(next, 'frames.therefore').some((c) => c.from <= 3) && hasCue(next, 'lessons.change') ? next : null
}

/** What was learned begins after "that" or a colon behind the word of learning, else with the sentence. */
function lessonStart(reading: Reading, cue: Cue): number {
  const content = contentAt(reading, cue), colon = reading.text.indexOf(':', cue.end - reading.start)
  if (colon >= 0 && colon < reading.text.length - 12) return reading.start + colon + 1 + (/^\s*/.exec(reading.text.slice(colon + 1))?.[0].length ?? 0)
  const that = cuesOf(reading, 'lessons.that').find((c) => c.start >= cue.end && c.start - cue.end < 30)
  return that && /\p{L}/u.test(reading.text[that.end - reading.start + 1] ?? '') ? that.end + 1 : content.start
}

function lesson(analysis: Analysis, reading: Reading, text: readonly Span[], spans: readonly Span[], rule: string): Drawn<Fields> {
  const { document } = analysis
  const say = text.map((s) => document.text.slice(s.start, s.end).trim()).join(' ')
  const fields: Fields = { kind: 'lesson', learner: learners(analysis, reading), source: sources(analysis, reading), text: say }
  return { fields, evidence: nonEmpty(spans.map((s) => evidenceOf(document.text, s)))!, confidence: rule === 'learned' ? 0.65 : 0.45, explain: { rule: 'lesson: ' + rule, fields: {} } }
}

/** Who learns: the writer or speaker who says "we", else the party or group that is the subject, else the speaker's side. */
function learners(analysis: Analysis, reading: Reading): Mention[] {
  const self = selfOf(analysis), we = hasCue(reading, 'frames.self'), speaker = reading.speech?.speaker
  if (we && !reading.speech && self.parties.length > 0) return [...self.parties]
  if (we && speaker) return sideOf(speaker)
  const subject = reading.mentions.find((m) => m.mention.country !== 'UA' && m.mention.type !== 'person' && (m.mention.type === 'group' || partyOf(m)))
  if (subject) return [subject.mention.type === 'group' ? subject.mention : partyOf(subject)!]
  return speaker && speaker.country !== 'UA' ? sideOf(speaker) : [...self.parties].filter((p) => p.country !== 'UA')
}

const sideOf = (speaker: Mention): Mention[] => (speaker.country ? [stateMention(speaker.country, null)] : speaker.type === 'person' ? [] : [speaker])

/** Whose use it was: the state of the fighting named in the sentence, Ukraine where the text is about it. */
function sources(analysis: Analysis, reading: Reading): Mention[] {
  const named = reading.mentions.flatMap((m) => (m.mention.country === 'UA' ? [stateMention('UA', m)] : []))
  return named.length > 0 ? distinct(named).slice(0, 1) : aboutUkraine(analysis) ? [stateMention('UA', null)] : []
}

import type { Drawn, LessonFields, Mention, Written } from '../../core/claim.ts'
import { evidenceOf, nonEmpty, type Span } from '../../core/evidence.ts'
import type { Analysis } from '../analysis.ts'
import { forumsIn, stateWords } from '../atlas.ts'
import type { Cue } from '../cues.ts'
import type { Extractor } from '../extractor.ts'
import { firmsIn } from '../firms.ts'
import { contentAt, cuesOf, hasCue, negated, readingsOf, trim, type Reading } from '../frames.ts'
import { aboutUkraine, groupNamed, mainState, partyOf, selfOf, stateMention } from '../parties.ts'

type Fields = LessonFields<Written>
interface Found { readonly text: readonly Span[]; readonly readings: readonly Reading[]; readonly rule: string }

/** Something learned, or to be learned, from use in the field that should change what is made or planned. */
export default {
  name: 'lesson',
  version: 2,
  kind: 'lesson',
  extract(analysis) {
    const readings = readingsOf(analysis), out: Drawn<Fields>[] = []
    let until = -1
    readings.forEach((reading, i) => {
      if (reading.index <= until) return
      const found = told(readings, i) ?? learned(analysis, readings, i) ?? consequence(readings, i)
      if (!found) return
      out.push(lesson(analysis, found))
      until = found.readings.at(-1)!.index
    })
    return out
  },
} satisfies Extractor

const isLearned = (reading: Reading) => cuesOf(reading, 'lessons.learned').find((c) => !negated(reading, c))
const sameSpeaker = (a: Reading, b: Reading | undefined): b is Reading => b !== undefined && b.speech !== null && a.speech !== null && a.speech.speaker.name === b.speech.speaker.name
const quotes = (reading: Reading) => reading.speech !== null && reading.speech.form !== 'indirect'

/** A word of learning, and the lesson itself in the two sentences of the same speaker that follow: an observation and its consequence. */
function told(readings: readonly Reading[], i: number): Found | null {
  const reading = readings[i]!, cue = isLearned(reading), [next, after] = [readings[i + 1], readings[i + 2]]
  if (cue && next && reading.words.length <= 9 && !reading.speech && !next.speech && next.sentence.block === reading.sentence.block && hasCue(next, 'lessons.change') && hasCue(next, 'frames.therefore')) return { text: [trim(next, next)], readings: [reading, next], rule: 'learned, then told' }
  if (!cue || !next || !after || !quotes(next) || !sameSpeaker(next, after)) return null
  if (reading.speech && !sameSpeaker(reading, next)) return null
  const third = readings[i + 3]
  if (third && sameSpeaker(after, third) && quotes(third) && !changes(after) && hasCue(third, 'lessons.change') && third.words.length <= 14) return { text: [contentAt(next, next), contentAt(after, after), contentAt(third, third)], readings: [reading, next, after, third], rule: 'learned, then told' }
  const draws = changes(after) || (hasCue(next, 'lessons.experience') && hasCue(after, 'lessons.change') && !hasCue(reading, 'lessons.experience'))
  return draws ? { text: [contentAt(next, next), contentAt(after, after)], readings: [reading, next, after], rule: 'learned, then told' } : null
}

/** "We learned that …", "experience has shown that …": a word of learning beside use in the field. */
function learned(analysis: Analysis, readings: readonly Reading[], i: number): Found | null {
  const reading = readings[i]!, cue = isLearned(reading)
  if (!cue || !(hasCue(reading, 'lessons.experience') || stateWords(analysis, reading).some((w) => w.country === 'UA') || (hasCue(reading, 'frames.self') && aboutUkraine(analysis) && /^(?:[^.]{0,24}:|\s(?:that|dass|que|qu|che|że|що)\s)/u.test(reading.text.slice(cue.end - reading.start).replace(/^,/, ''))))) return null
  const next = readings[i + 1], follows = next !== undefined && next.sentence.block - reading.sentence.block <= 1 && changes(next) ? next : null
  const text = { start: lessonStart(reading, cue), end: contentAt(reading, cue).end }
  const joined = follows && (reading.speech === null ? follows.speech === null && hasCue(reading, 'frames.self') : reading.speech === follows.speech)
  return { text: joined ? [text, contentAt(follows, follows)] : [text], readings: follows ? [reading, follows] : [reading], rule: 'learned' }
}

/** An observation on equipment or the field and, in the next sentence of the same quotation, "therefore" with a change. */
function consequence(readings: readonly Reading[], i: number): Found | null {
  const reading = readings[i]!, next = readings[i + 1]
  if (!sameSpeaker(reading, next) || !quotes(reading) || !changes(next)) return null
  if (!hasCue(reading, ['support.goods', 'projects.industry', 'lessons.experience']) || !hasCue([reading, next].find((r) => hasCue(r, ['support.goods', 'projects.industry'])) ?? next, ['support.goods', 'projects.industry'])) return null
  return { text: [contentAt(reading, reading), contentAt(next, next)], readings: [reading, next], rule: 'observation and consequence' }
}

/** "Therefore" near its beginning, and a verb of making, buying or changing. */
const changes = (reading: Reading) => cuesOf(reading, 'frames.therefore').some((c) => c.from <= 3) && hasCue(reading, 'lessons.change')

/** What was learned begins after "that" or a colon behind the word of learning, else with the sentence. */
function lessonStart(reading: Reading, cue: Cue): number {
  const content = contentAt(reading, cue), colon = reading.text.indexOf(':', cue.end - reading.start)
  if (colon >= 0 && colon < reading.text.length - 12) return reading.start + colon + 1 + (/^\s*/.exec(reading.text.slice(colon + 1))?.[0].length ?? 0)
  const that = cuesOf(reading, 'lessons.that').find((c) => c.start >= cue.end - 5 && c.start - cue.end < 30)
  return that && content.end - that.end > 15 && !/^(?:is|ist|est|è)$/.test(reading.text.slice(that.start - reading.start, that.end - reading.start)) ? that.end + 1 : content.start
}

function lesson(analysis: Analysis, { text, readings, rule }: Found): Drawn<Fields> {
  const { document } = analysis
  const say = text.map((s) => document.text.slice(s.start, s.end).trim()).join(' ')
  const fields: Fields = { kind: 'lesson', learner: learners(analysis, readings), source: sources(analysis, readings), text: say }
  const evidence = nonEmpty(readings.map((r) => evidenceOf(document.text, trim(r, r))))!
  return { fields, evidence, confidence: rule === 'learned' ? 0.65 : 0.5, explain: { rule: 'lesson: ' + rule, fields: {} } }
}

/** Who learns: the writer or speaker who says "we", else the firm, forum, group or state that is the subject, else the speaker's side. */
function learners(analysis: Analysis, readings: readonly Reading[]): Mention[] {
  const self = selfOf(analysis), speaker = readings.find((r) => r.speech)?.speech?.speaker
  const we = readings.some((r) => hasCue(r, 'frames.self'))
  if (we && !speaker && self.parties.length > 0) return [...self.parties]
  if (we && speaker) return sideOf(analysis, speaker)
  for (const reading of [...readings].reverse()) {
    const forum = forumsIn(analysis, reading)[0]
    if (forum) return [forum.mention]
    const firm = firmsIn(analysis, reading)[0]
    if (firm) return [firm]
    const group = reading.mentions.filter((m) => m.mention.type === 'group').map((m) => groupNamed(reading, m)).find((m) => /\p{Lu}/u.test(m.name) && m.country !== 'UA')
    if (group) return [group]
    const subject = reading.mentions.find((m) => m.mention.country !== 'UA' && m.mention.type === 'state')
    if (subject) return [partyOf(subject)!]
    const word = stateWords(analysis, reading).find((w) => w.country !== 'UA' && w.country !== 'RU')
    if (word) return [stateMention(word.country, null)]
  }
  if (speaker) return speaker.country === 'UA' ? [] : sideOf(analysis, speaker)
  return self.parties.length > 0 ? self.parties.filter((p) => p.country !== 'UA') : [mainState(analysis)].filter((m) => m !== null)
}

/** Whom a speaker's "we" means: the firm of his office, his state, else the state the text is about. */
function sideOf(analysis: Analysis, speaker: Mention): Mention[] {
  const firm = speaker.office && readingsOf(analysis).flatMap((r) => firmsIn(analysis, r)).find((f) => speaker.office!.includes(f.name))
  if (firm) return [firm]
  const own = speaker.type === 'person' && speaker.office && business.test(speaker.office) ? firmBefore(analysis, speaker) : null
  if (own) return [own]
  if (speaker.type !== 'person') return [speaker.country ? stateMention(speaker.country, null) : speaker]
  const state = speaker.country ? stateMention(speaker.country, null) : mainState(analysis)
  return state && state.country !== 'UA' ? [state] : []
}

const business = /(?:technical|managing|works|plant|factory|general) (?:director|manager)|chief (?:executive|engineer)|\bceo\b|\bpdg\b|yard|company|firm|usine|entreprise|direct(?:eur|rice)|geschäftsführ|werk(?:s)?leiter|firmenchef|vorstand|prezes|dyrektor|amministrat|stabilimento|direttor|azienda|директор|керівни|інженер|engineer|ingénieur|ingegner|inżynier|ingenieur/i

/** The firm named last before a manager speaks, of his own country. */
function firmBefore(analysis: Analysis, speaker: Mention): Mention | null {
  const readings = readingsOf(analysis), at = readings.findIndex((r) => r.mentions.some((m) => m.mention.name === speaker.name))
  const firms = readings.slice(0, at + 1).flatMap((r) => firmsIn(analysis, r).filter((f) => f.type === 'company' && f.country !== 'UA'))
  const counts = (name: string) => firms.filter((f) => f.name === name).length
  return firms.sort((a, b) => counts(b.name) - counts(a.name))[0] ?? null
}

/** Whose use it was: the state of the fighting named in the sentence, Ukraine where the text is about it. */
function sources(analysis: Analysis, readings: readonly Reading[]): Mention[] {
  const named = readings.flatMap((r) => r.mentions).find((m) => m.mention.country === 'UA')
  return named || aboutUkraine(analysis) ? [stateMention('UA', named ?? null)] : []
}

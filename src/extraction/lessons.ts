import type { Span } from '../core/evidence.ts'
import type { Analysis } from './analysis.ts'
import { stateWords } from './atlas.ts'
import type { Cue } from './cues.ts'
import { clausesOf, contentAt, cuesOf, hasCue, inside, negated, trim, type Reading } from './frames.ts'
import { aboutUkraine } from './parties.ts'

/** What was learned: its words, the sentences it rests on and the rule that found it. */
export interface Lesson { readonly text: readonly Span[]; readonly readings: readonly Reading[]; readonly rule: string; /** The word of learning in the first sentence. */ readonly cue: Cue | null }

/** The lesson that begins in a sentence: told with its word of learning, drawn from the field, or seen with its consequence. */
export function lessonAt(analysis: Analysis, readings: readonly Reading[], i: number): Lesson | null {
  return announced(readings, i) ?? drawn(analysis, readings[i]!) ?? told(analysis, readings, i) ?? consequence(analysis, readings, i)
}

const quotes = (reading: Reading) => reading.speech !== null && reading.speech.form !== 'indirect'
const sameSpeaker = (a: Reading, b: Reading | undefined): b is Reading => b !== undefined && b.speech !== null && a.speech !== null && a.speech.speaker.name === b.speech.speaker.name
const isUkrainian = (analysis: Analysis, reading: Reading, span: Span = reading) => stateWords(analysis, reading).some((w) => w.country === 'UA' && inside(w, span))
const inField = (analysis: Analysis, reading: Reading, span: Span = reading) => hasCue(reading, 'lessons.field', span) || stateWords(analysis, reading).some((w) => w.country === 'UA' && w.kind === 'place' && inside(w, span))
const things = ['support.goods', 'projects.industry', 'lessons.change']

/** "Therefore" near its beginning and a verb of making, buying or changing; or a new model, standard or order from now on. */
const changes = (reading: Reading) => hasCue(reading, 'lessons.change') && cuesOf(reading, 'frames.therefore').some((c) => c.from <= 4)
const renews = (reading: Reading) => hasCue(reading, 'lessons.change') && !pleads(reading) && (hasCue(reading, 'lessons.next') || (cuesOf(reading, 'frames.self').some((c) => c.from <= 2) && hasCue(reading, 'frames.future')))
/** Words of support asked for or given: politics, and no lesson. */
const pleads = (reading: Reading) => hasCue(reading, ['support.aid', 'support.asking', 'support.condition', 'planning.asked'])

/** A word of learning by itself, and the lesson in the sentences of the same speaker that follow: an observation and its consequence. */
function announced(readings: readonly Reading[], i: number): Lesson | null {
  const reading = readings[i]!, cue = cuesOf(reading, 'lessons.learned').find((c) => !negated(reading, c)) ?? null, [next, after, third] = [readings[i + 1], readings[i + 2], readings[i + 3]]
  if (!cue || !next || thatAfter(reading, cue) !== null) return null
  if (reading.words.length <= 9 && !reading.speech && !next.speech && next.sentence.block === reading.sentence.block && hasCue(next, 'lessons.change') && hasCue(next, 'frames.therefore') && !cuesOf(next, 'lessons.learned').some((c) => thatAfter(next, c) !== null)) return { text: [trim(next, next)], readings: [reading, next], rule: 'learned, then told', cue }
  if (!after || !quotes(next) || !sameSpeaker(next, after) || (reading.speech && !sameSpeaker(reading, next))) return null
  if (third && sameSpeaker(after, third) && quotes(third) && !changes(after) && (hasCue(third, 'lessons.change') || renews(third)) && third.words.length <= 14) return { text: [contentAt(next, next), contentAt(after, after), contentAt(third, third)], readings: [reading, next, after, third], rule: 'learned, then told', cue }
  const draws = changes(after) || (hasCue(next, 'lessons.experience') && hasCue(after, 'lessons.change') && !hasCue(reading, 'lessons.experience'))
  return draws ? { text: [contentAt(next, next), contentAt(after, after)], readings: [reading, next, after], rule: 'learned, then told', cue } : null
}

/** "We learned that …", "the front showed: …", "…, that is what the crews taught us": a word of learning beside use in the field. */
function told(analysis: Analysis, readings: readonly Reading[], i: number): Lesson | null {
  const reading = readings[i]!, strong = cuesOf(reading, 'lessons.learned').find((c) => !negated(reading, c)), cue = strong ?? cuesOf(reading, 'lessons.weak').find((c) => !negated(reading, c) && thatAfter(reading, c) !== null)
  if (!cue) return null
  const content = contentAt(reading, cue), that = thatAfter(reading, cue), start = that ?? content.start, body = { start, end: Math.max(content.end, start) }, about = { start: reading.start, end: that ?? reading.end }
  const field = inField(analysis, reading, about), ukraine = isUkrainian(analysis, reading, about), own = hasCue(reading, 'frames.self') && aboutUkraine(analysis)
  const thing = hasCue(reading, things, body) || (that !== null && readings[i + 1] !== undefined && changes(readings[i + 1]!))
  if (strong ? !((that !== null && (field || ukraine || own)) || ((field || ukraine || own || inField(analysis, reading) || isUkrainian(analysis, reading)) && thing)) : !field || !thing) return null
  const pointing = cuesOf(reading, 'lessons.pointing').find((c) => that === null && c.start > content.start + 20 && c.end <= cue.end + 30)
  const next = readings[i + 1], follows = next !== undefined && next.sentence.block - reading.sentence.block <= 1 && changes(next) ? next : null, joined = follows !== null && joins(reading, follows)
  const text = pointing && !joined ? trim(reading, { start: content.start, end: pointing.start }) : body
  return { text: joined ? [text, contentAt(follows, follows)] : [text], readings: follows ? [reading, follows] : [reading], rule: 'learned', cue }
}

/** The consequence belongs to the lesson's words inside one quotation or in the first person; behind an attribution or by the reporter it only follows. */
const joins = (reading: Reading, next: Reading) => reading.speech === null ? next.speech === null && hasCue(next, 'frames.self') : reading.speech === next.speech && reading.speech.content.some((c) => c.start < next.start && c.end > next.start + 8)

/** Where what was learned begins: after a colon or "that" behind the word of learning, for weak words right behind. */
function thatAfter(reading: Reading, cue: Cue): number | null {
  const { end } = contentAt(reading, cue), near = cue.table === 'lessons.weak' ? 30 : 70
  const colon = /:\s+["“„«]?/.exec(reading.text.slice(cue.end - reading.start, end - reading.start)), after = colon ? cue.end + colon.index + colon[0].length : null
  const that = cuesOf(reading, 'lessons.that').find((c) => c.start >= cue.end - 5 && c.start - cue.end < near && end - c.end > 15 && !/^(?::|is|ist|est|è|jest)$/.test(reading.text.slice(c.start - reading.start, c.end - reading.start)))
  const colonCounts = after !== null && end - after > 12 && (near > 30 || after - cue.end < 45)
  return that && !(colonCounts && that.start - cue.end > 2) ? that.end + 1 : colonCounts ? after : null
}

/** "Drawing on reports from the front, the army will bury its fuel lines": what is changed, and on what ground. */
function drawn(analysis: Analysis, reading: Reading): Lesson | null {
  const cue = cuesOf(reading, 'lessons.basis').find((c) => !negated(reading, c))
  if (!cue || !hasCue(reading, 'lessons.change') || cuesOf(reading, 'lessons.learned').some((c) => thatAfter(reading, c) !== null)) return null
  const comma = reading.text.indexOf(',', cue.end - reading.start), ground = { start: cue.start, end: comma < 0 ? reading.end : reading.start + comma }
  if (!inField(analysis, reading, ground) && !(isUkrainian(analysis, reading, ground) && hasCue(reading, 'lessons.experience', ground))) return null
  const ahead = cue.start - reading.start < 12, main = ahead ? mainAfter(reading, ground, cue) : { start: contentAt(reading, cue).start, end: cue.start }
  if (!main || !hasCue(reading, 'lessons.change', main) || main.end - main.start < 20) return null
  return { text: [trim(reading, main)], readings: [reading], rule: 'drawn from the field', cue }
}

/** The main clause behind the ground: after its comma, else from the first state or group that acts. */
function mainAfter(reading: Reading, ground: Span, cue: Cue): Span | null {
  const end = contentAt(reading, cue).end
  if (ground.end < reading.end) return { start: ground.end + 1, end }
  const actor = reading.mentions.find((m) => m.start > cue.end && m.mention.country !== 'UA' && m.mention.type !== 'unknown')
  const article = actor && cuesOf(reading, 'frames.determiners').find((c) => c.end <= actor.start && actor.start - c.end <= 1)
  return actor ? { start: (article ?? actor).start, end } : null
}

/** An observation on equipment or the field and, in the next sentence of the same speaker, the change that follows from it. */
function consequence(analysis: Analysis, readings: readonly Reading[], i: number): Lesson | null {
  const reading = readings[i]!, next = readings[i + 1], field = inField(analysis, reading) || isUkrainian(analysis, reading)
  if (quotes(reading) && clausesOf(reading).length > 1 && field && cuesOf(reading, 'frames.therefore').some((c) => c.start > reading.start + 25) && hasCue(reading, things)) return within(reading)
  if (!sameSpeaker(reading, next) || !quotes(reading)) return null
  if (!changes(next) && !(field && !pleads(reading) && renews(next))) return null
  if (!hasCue(reading, ['support.goods', 'projects.industry', 'lessons.experience', 'lessons.field'])) return null
  if (![reading, next].some((r) => hasCue(r, ['support.goods', 'projects.industry']) || (field && !pleads(r) && renews(r)))) return null
  return { text: [contentAt(reading, reading), contentAt(next, next)], readings: [reading, next], rule: 'observation and consequence', cue: null }
}

const within = (reading: Reading): Lesson => ({ text: [contentAt(reading, reading)], readings: [reading], rule: 'observation and consequence', cue: null })

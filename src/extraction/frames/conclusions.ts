import type { Drawn, LessonFields, Written } from '../../core/claim.ts'
import { evidenceOf, type Evidence, type Span } from '../../core/evidence.ts'
import type { Analysis } from '../analysis.ts'
import { scoreIn } from '../learned/learned.ts'
import { timely } from './lessons.ts'
import { contentAt, cuesOf, hasCue, overlaps, readingsOf, trim, type Reading } from './frames.ts'

type Lesson = Drawn<LessonFields<Written>>
/** Words within which "therefore" stands in a sentence that draws a conclusion. */
const early = 6
/** Odds above which the sentence before a conclusion is what it is drawn from. */
const least = -2

/**
 * Lessons with what stands beside them: the sentence that draws the conclusion from what was seen ("So the brigade buys
 * sensors first"), or before a conclusion what it is drawn from. Such a sentence is no lesson of its own.
 * @example withConclusions(analysis, [lesson]) // "A gun that stays is lost. The next one will therefore have wheels."
 */
export function withConclusions(analysis: Analysis, lessons: readonly Lesson[]): Lesson[] {
  const readings = readingsOf(analysis), ordered = [...lessons].sort((a, b) => a.evidence[0].start - b.evidence[0].start), out: Lesson[] = []
  ordered.forEach((one, i) => {
    if (out.at(-1)?.evidence.some((e) => e.start === one.evidence[0].start)) return
    const own = readings.filter((r) => one.evidence.some((e) => overlaps(e, r))), first = own[0], last = own.at(-1), before = first && readings[first.index - 1], after = last && readings[last.index + 1]
    const taken = (r: Reading) => [...out, ...ordered.slice(i + 1)].find((l) => l.evidence.some((e) => overlaps(e, r)))
    if (last && after && beside(last, after) && concludes(after) && (taken(after)?.evidence.length ?? 1) === 1) out.push(joined(analysis, one, after, true))
    else if (first && before && own.length === 1 && beside(before, first) && cuesOf(first, 'frames.therefore').some((c) => c.from <= 2) && !taken(before) && scoreIn(analysis, before, 'lesson') > least) out.push(joined(analysis, one, before, false))
    else out.push(one)
  })
  return out
}

/** In one paragraph, or in two that follow each other, and told by the same: what the reporter concludes from somebody's words is not theirs. */
const beside = (a: Reading, b: Reading): boolean => b.sentence.block - a.sentence.block <= (a.speech && b.speech ? 1 : 0) && (a.speech ? b.speech ? a.speech.speaker.name === b.speech.speaker.name : toldUs(a, b) : true)

/** "The crews told us that … So our next tender asks for …": who tells "us" what others said concludes. */
const toldUs = (a: Reading, b: Reading): boolean => a.speech?.form === 'indirect' && hasCue(a, 'frames.self') && hasCue(b, 'frames.self')

/**
 * Does what follows from a sentence make a lesson of it? A conclusion drawn in the next sentence with a change in it or by
 * who says "we", or a change that follows from what the sentence itself found before.
 * @example bearsConclusion(analysis, reading) // "Steel tracks froze to the ground. The army will therefore order rubber ones."
 */
export function bearsConclusion(analysis: Analysis, reading: Reading, taken: readonly Span[] = []): boolean {
  const odds = scoreIn(analysis, reading, 'lesson'), readings = readingsOf(analysis), after = readings[reading.index + 1], before = readings[reading.index - 1]
  if (odds > followed && after && after.sentence.block - reading.sentence.block <= 1 && !reading.text.trimEnd().endsWith('?') && !after.text.trimEnd().endsWith('?') && concludes(after) && (hasCue(after, ['lessons.change', 'frames.self']) || weAct(after) || odds > likely && turnsFirst(after))) return true
  // What follows from a lesson told before is no other lesson.
  if (before && before.sentence.block === reading.sentence.block && (scoreIn(analysis, before, 'lesson') > 0 || taken.some((t) => overlaps(t, before)))) return false
  return odds > within && !hasCue(reading, ['support.asking', 'planning.asked']) && cuesOf(reading, 'frames.therefore').some((c) => c.start > reading.start + late && !timely.test(reading.text.slice(c.start - reading.start, c.end - reading.start)) && hasCue(reading, 'lessons.change', { start: c.start - late, end: reading.end }))
}
/** "Dlatego przepisujemy": who concludes stands in the ending of the verb behind the turn. */
const weAct = (reading: Reading): boolean => {
  const ending = firstPersons[reading.language.code]
  return ending !== undefined && cuesOf(reading, 'frames.therefore').some((c) => c.from <= 2 && [1, 2].some((n) => ending.test(reading.words[c.to - 1 + n]?.lower ?? '')))
}
const firstPersons: Readonly<Record<string, RegExp>> = { pl: /\p{L}{2}[eiay]my$/u, uk: /\p{L}{2}(?:ємо|емо|имо|їмо)$/u, it: /\p{L}{2}(?:iamo|remo)$/u }

/** "Deshalb" or "so" as the first word, by which what stands before is the ground of what was changed. */
const turnsFirst = (reading: Reading): boolean => reading.language.code === 'en' && /^["“]?So\s/.test(reading.text) || cuesOf(reading, 'frames.therefore').some((c) => c.from === 0 && !timely.test(reading.text.slice(c.start - reading.start, c.end - reading.start)))

/** Odds above which a sentence is a lesson when the next one draws a conclusion, and when it draws one itself; letters before such a conclusion. */
const followed = -2, likely = -1.8, within = -1.3, late = 25

/** "Therefore" near the beginning; for words that tell no more than the time, something that is made otherwise too. */
const concludes = (reading: Reading): boolean => {
  const learned = cuesOf(reading, 'lessons.learned')
  if (hasCue(reading, ['support.asking', 'planning.asked']) || learned.some((c) => !inferred.test(reading.text.slice(c.start - reading.start, c.end - reading.start)))) return false
  if (learned.length > 0) return true
  if (/^["“«„]?\s?So\s/.test(reading.text) && reading.language.code === 'en') return true
  const turns = cuesOf(reading, 'frames.therefore').filter((c) => c.from <= early)
  return turns.some((c) => !timely.test(reading.text.slice(c.start - reading.start, c.end - reading.start))) || (turns.length > 0 && hasCue(reading, ['lessons.change', 'lessons.next']))
}
/** "The yard has drawn the consequence: …": what is learned stands before. */
const inferred = /conséquen|consequen|inferenc|konsequenz|conseguenz|konsekwencj/iu

function joined(analysis: Analysis, lesson: Lesson, reading: Reading, behind: boolean): Lesson {
  const { text } = analysis.document, content = contentAt(reading, reading), words = text.slice(content.start, content.end).replace(/\s+/g, ' ').trim(), added = evidenceOf(text, trim(reading, reading)), own = lesson.fields.text
  return {
    ...lesson, fields: { ...lesson.fields, text: behind ? `${/[.!?;:]$/.test(own) ? own : own + '.'} ${words}` : `${words} ${own}` },
    evidence: (behind ? [...lesson.evidence, added] : [added, ...lesson.evidence]) as unknown as readonly [Evidence, ...Evidence[]],
  }
}

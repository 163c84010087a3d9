import type { Span } from '../../core/evidence.ts'
import type { Analysis } from '../analysis.ts'
import { firmsIn } from '../names/firms.ts'
import { cuesOf, trim, type Reading } from './frames.ts'

/** Words that open the verb of the sentence behind its subject. */
const verbs = /\s(?:was|were|is|are|has|have|had|will|would|wurden?|wird|werden|ist|sind|war|hat|haben|soll|sollen|a été|ont été|est|sont|sera|seront|était|ont|è|sono|sarà|saranno|era|verrà|verranno|ha|hanno|został\p{L}*|zostan\p{L}*|będzie|będą|jest|są|було|була|буде|будуть)\s/gu
/** Behind what is made, in English alone: elsewhere the word stands before it. */
const joint = /\s(?:together|jointly)(?![\p{L}])/u
/** Those before a partner or a day. */
const beforePartner = /\s(?:between|by|zwischen|durch|entre|par|tra|fra|między|pomiędzy|przez|між)\s(?:\S+\s){0,4}$/iu, beforeDay = /\s(?:on|in|since|am|im|seit|le|en|depuis|il|nel|dal|od|w|у|в|з)\s$/iu
/** Least letters that a subject has. */
const least = 9

/**
 * The words on what a project is about without what stands behind them: another clause, the verb, the partner, the day.
 * @example subjectWithin(analysis, reading, span) // "memorandum on radar masts", of "… was signed on 9 May by both firms"
 */
export function subjectWithin(analysis: Analysis, reading: Reading, span: Span): Span {
  const text = reading.text.slice(span.start - reading.start, span.end - reading.start)
  let to = text.length
  const cut = (at: number) => { if (at >= least && at < to) to = at }
  for (const m of text.matchAll(/[;:]|\s[–—-]\s|,(?!\d)|\.(?=\s\p{Lu})/gu)) { if (m.index >= least) { cut(m.index); break } }
  const together = joint.exec(text)
  if (together) cut(together.index)
  const relative = cuesOf(reading, ['frames.relative', 'lessons.that'], span)
  for (const m of text.matchAll(verbs)) if (m.index >= least && !relative.some((c) => c.start <= span.start + m.index)) { cut(m.index); break }
  const behind = (list: readonly Span[], pattern: RegExp) => {
    for (const x of list) {
      const at = x.start - span.start, before = at >= least && at < to ? pattern.exec(text.slice(0, at)) : null
      // "A memorandum in September on drones": the day stands within.
      const inner = pattern === beforeDay && /^\s(?:on|about|regarding|concerning|for|to|of|über|zu|zur|zum|für|sur|pour|relatif|su|sul|sulla|per|o|w sprawie|dotycząc\p{L}*|про|щодо|на)\s/iu.test(text.slice(x.end - span.start))
      if (before && !inner && text.slice(0, before.index).split(/\s+/).length > 2) cut(before.index)
    }
  }
  behind(firmsIn(analysis, reading).flatMap((f) => f.span ?? []), beforePartner)
  behind(reading.dates, beforeDay)
  return trim(reading, { start: span.start, end: span.start + to })
}

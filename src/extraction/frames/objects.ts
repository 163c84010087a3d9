import type { Span } from '../../core/evidence.ts'
import type { Analysis } from '../analysis.ts'
import { firmsIn } from '../names/firms.ts'
import { clauseAt, cuesOf, hasCue, inside, overlaps, trim, type Reading } from './frames.ts'

const wordsAt = (reading: Reading, { start, end }: Span) => reading.text.slice(start - reading.start, end - reading.start)
const count = (text: string) => text.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu)?.length ?? 0

/** A word for the plan alone, which says nothing of what is planned. */
const planAlone = /^(?:(?:an?|the|its|their|das|ein|ihr|le|un|leur|son|il|uno?|il suo|l['’])\s?)?(?:joint\s|gemeinsame[sn]?\s|wspóln\p{L}{1,3}\s|спільн\p{L}{1,3}\s)?(?:plans?|projects?|ideas?|schemes?|pläne?n?|projekte?s?|vorhabens?|idee|projets?|idée|progett[oi]|piani?|projekt\p{L}{0,2}|plan\p{L}{0,2}|pomysł\p{L}{0,2}|план\p{L}{0,2}|про[єе]кт\p{L}{0,2}|іде[яюї])(?=$|\s(?:von|of|by|de|di|des|between|zwischen|entre|tra|fra|między|між)\s)/iu
/** What a memorandum is about, behind those who signed it. */
const between = /(?<!\p{L})(?:between|zwischen|entre|tra|fra|między|pomiędzy|між)\s[^,;]{5,120}?\s(?:on|about|regarding|concerning|to|for|über|zur|zum|für|sur|pour|portant sur|relatif à|su|sulla|sul|per|riguardante|w sprawie|o|dotyczące|про|щодо|стосовно)\s(?!\p{Lu}\p{Ll}+(?:,|\s(?:and|und|et|e|i|та)\s))/iu
/** What opens a clause in German before what it tells of. */
const openers = /^(?:dass|ob|weil|damit|um|wo|und|die|der|das|den|welche[rsnm]?|diese[rsn]?|sie|er|es|man|dort|hier|künftig|nun|auch|bald|gemeinsam|zusammen|wieder)\s/iu

/** The words before a German verb that closes its clause: what it makes. Null where it does not close one or nothing stands there. */
function beforeVerb(reading: Reading, verb: Span): Span | null {
  if (!reading.language.names.nounsInCapitals || !/^(?:\s(?:kann|können|soll|sollen|will|wollen|wird|werden|zu \p{Ll}+|setzen|stellen))?\s?(?:[,;.:–—]|$)/u.test(reading.text.slice(verb.end - reading.start))) return null
  const before = reading.text.slice(0, verb.start - reading.start), from = Math.max(before.lastIndexOf(', '), before.lastIndexOf('; '), before.lastIndexOf(': '))
  let start = from < 0 ? 0 : from + 2
  for (let m = openers.exec(before.slice(start)); m; m = openers.exec(before.slice(start))) start += m[0].length
  return count(before.slice(start)) >= 2 ? trim(reading, { start: reading.start + start, end: verb.start }) : null
}

/** What stands between a verb and its object: a partner, a day, a place, a word for "together", an aside. */
const interruptions = /^(?:,?\s*(?:together|jointly|already|now|gemeinsam|zusammen|bereits|ensemble|déjà|insieme|già|razem|wspólnie|już|разом|спільно|вже|уже)(?!\p{L})|,\s(?:dont|qui|que|où|dans|à|en|in|a|w|na|у|в|на|con|avec|mit|with)\s[^,;]{2,80},)/iu
const sinceWord = /^\s*(?:(?:since|from|seit|ab|depuis|dès|da|dal|dallo|dalla|dall['’]|od|від|з|із|in|im|en|w|у|в)\s*)?$/iu

/** The object behind a verb that something else follows first: "repairs since June, in a shed near Lviv, [the lorries]". Null where nothing stands between them or no object comes. */
function behindInterruption(analysis: Analysis, reading: Reading, verb: Span): Span | null {
  const firms = firmsIn(analysis, reading).flatMap((f) => f.span ?? []), text = reading.text
  let at = verb.end - reading.start
  const from = at
  for (let turns = 0; turns < 5; turns++) {
    const rest = text.slice(at), partner = cuesOf(reading, 'projects.with').find((c) => c.start - reading.start - at >= 0 && c.start - reading.start - at <= 2)
    const firm = partner && firms.find((f) => f.start >= partner.end && f.start - partner.end < 40), date = reading.dates.find((d) => d.start - reading.start >= at && sinceWord.test(text.slice(at, d.start - reading.start))), other = interruptions.exec(rest)
    if (firm) at = firm.end - reading.start
    else if (date) at = date.end - reading.start
    else if (other) at += other[0].length - (other[0].endsWith(',') ? 1 : 0)
    else break
  }
  if (at === from) return null
  const rest = text.slice(at), lead = /^[\s,]*/.exec(rest)![0].length, stop = rest.slice(lead).search(/[,;:.]\s|[;.]$/), end = stop < 0 ? text.length : at + lead + stop
  const object = trim(reading, { start: reading.start + at + lead, end: reading.start + end })
  return count(wordsAt(reading, object)) >= 2 && !/^(?:in|à|en|w|u|у|в|за|zu|bei|mit|per|pour|for|at|by|par|von|dans|under|sous|et|and|und|та)\s/iu.test(wordsAt(reading, object)) ? object : null
}

/** What opens a clause on a place or a venture, behind its noun. */
const described = /^,?\s(?:(?:in|an|on|at|auf|dans|sur|w|na|у|в|на|pod)\s)?(?:which|where|that|welche[rmn]?|de[rmn]|die|das|wo|où|laquelle|lequel|qui|que|cui|dove|che|któr\p{L}{1,3}|gdzie|як\p{L}{1,3}|що|де)\s/iu

/** A place or venture with the clause that tells what is made or mended there. */
function withClause(reading: Reading, span: Span): Span {
  const rest = reading.text.slice(span.end - reading.start), opens = described.exec(rest)
  if (!opens) return span
  const stop = rest.slice(opens[0].length).search(/[,;:–—]\s|[;.]$|\.\s/), end = span.end + opens[0].length + (stop < 0 ? rest.length - opens[0].length : stop), clause = { start: span.end, end }
  return end - span.end < 160 && hasCue(reading, ['projects.make', 'projects.mend'], clause) ? trim(reading, { start: span.start, end }) : span
}

/**
 * What a project is about, mended: the object of a German verb at the end of its clause, the one behind a partner or a day,
 * what a memorandum or a plan is for, a place with what is made there. Other subjects stay as they are.
 * @example wholeSubject(analysis, reading, span) // "the lorries" for "repairs since June", of "… repairs since June, in a shed, the lorries"
 */
export function wholeSubject(analysis: Analysis, reading: Reading, span: Span): Span {
  const said = wordsAt(reading, span), pact = between.exec(said)
  if (pact && count(said.slice(pact.index + pact[0].length)) >= 2) return { start: span.start + pact.index + pact[0].length, end: span.end }
  const acts = cuesOf(reading, ['projects.make', 'projects.mend', 'projects.develop', 'projects.building'])
  if (planAlone.test(said)) {
    const act = acts.find((c) => c.start >= span.start + 4 && !overlaps(c, { start: span.start, end: span.start + 4 }) && c.start - span.end < 60), object = act && beforeVerb(reading, act)
    const stop = act ? reading.text.slice(act.end - reading.start).search(/[,;:]\s/) : -1
    if (act) return object ?? trim(reading, { start: act.start, end: Math.min(clauseAt(reading, act).end, act.end + (stop < 0 ? 120 : stop)) })
    return span
  }
  const verb = acts.find((c) => c.start - span.start >= 0 && c.start - span.start <= 3 && /^\p{Ll}/u.test(wordsAt(reading, c)) && !cuesOf(reading, 'projects.facility').some((f) => overlaps(f, c)))
  if (verb) { const object = behindInterruption(analysis, reading, verb) ?? (count(said) < 3 ? beforeVerb(reading, verb) : null); if (object) return object }
  return cuesOf(reading, ['projects.facility', 'projects.venture', 'projects.maintenance']).some((c) => inside(c, span)) ? withClause(reading, span) : span
}

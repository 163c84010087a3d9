import type { Span } from '../../core/evidence.ts'
import type { Analysis } from '../analysis.ts'
import { stateWords } from '../names/atlas.ts'
import type { Cue } from '../words/cues.ts'
import { contentAt, cuesOf, hasCue, inside, negated, overlaps, trim, type Reading } from './frames.ts'
import { aboutUkraine } from '../names/parties.ts'

/** What was learned: its words, the sentences it rests on and the rule that found it. */
export interface Lesson { readonly text: readonly Span[]; readonly readings: readonly Reading[]; readonly rule: string; /** The word of learning in the first sentence. */ readonly cue: Cue | null }

/** Offices in a firm: those who make things learn for their firm. */
export const business = /(?:technical|managing|works|plant|factory|general|design|engineering|operations|sales|production) (?:director|manager|chief|head)|chief (?:executive|engineer|designer|technology|operating)|\bce?o\b|\bcto\b|\bpdg\b|engineering|founder|owner|designer|foreman|yard|company|firm|usine|entreprise|société|fondat|gérant|direct(?:eur|rice)|technique|geschäftsführ|firmen|werk|vorstand|gründer|technikchef|konstrukt|entwickl|prezes|dyrektor|założyciel|właściciel|konstruktor|amministrat|stabilimento|direttor|azienda|fondator|titolare|progettist|директор|керівни|засновни|власни|конструктор|інженер|engineer|ingénieur|ingegner|inżynier|ingenieur/i

/** Does a sentence say who taught "us" something? @example teachesUs(reading) // "They showed us that a parked truck is lost." */
export const teachesUs = (reading: Reading): boolean => hasCue(reading, 'frames.self') && taughtUs.test(reading.text)
const taughtUs = /(?<!\p{L})(?:(?:taught|showed|shown) (?:us|me) (?:that|to|how|not)|(?:hat|haben) uns (?:\p{L}{1,20} ){0,4}(?:gelehrt|gezeigt|beigebracht)|(?:lehrte|lehrten|zeigte|zeigten) uns,? (?:dass|wie)|nous (?:a|ont|avez) (?:appris|montré|enseigné) (?:que|qu|à|comment)|ci (?:ha|hanno|avete) (?:insegnato|mostrato) (?:che|a|come)|(?:nam pokaza|nas nauczy)(?:ł|ła|ło|li),? (?:że|jak)|(?:pokaza(?:ł|ła|ło|li) nam|nauczy(?:ł|ła|ło|li) nas),? (?:że|jak)|(?:показа(?:в|ла|ло|ли) нам|навчи(?:в|ла|ло|ли) нас),? (?:що|як)|нам показа(?:в|ла|ло|ли),? (?:що|як))(?!\p{L})/iu

/** The lesson that begins in a sentence: told with its word of learning, drawn from the field, or seen with its consequence. */
export function lessonAt(analysis: Analysis, readings: readonly Reading[], i: number): Lesson | null {
  return taught(analysis, readings, i) ?? announced(analysis, readings, i) ?? drawn(analysis, readings[i]!) ?? told(analysis, readings, i) ?? consequence(analysis, readings, i) ?? practice(analysis, readings, i) ?? answered(analysis, readings, i)
}

const quotes = (reading: Reading) => reading.speech !== null && reading.speech.form !== 'indirect'
const sameSpeaker = (a: Reading, b: Reading | undefined): b is Reading => b !== undefined && b.speech !== null && a.speech !== null && a.speech.speaker.name === b.speech.speaker.name
const isUkrainian = (analysis: Analysis, reading: Reading, span: Span = reading) => stateWords(analysis, reading).some((w) => w.country === 'UA' && inside(w, span))
const inField = (analysis: Analysis, reading: Reading, span: Span = reading) => hasCue(reading, 'lessons.field', span) || stateWords(analysis, reading).some((w) => w.country === 'UA' && w.kind === 'place' && inside(w, span))
const things = ['support.goods', 'projects.industry', 'lessons.change']

/** "Therefore" near its beginning and a verb of making, buying or changing; or a new model, standard or order from now on. */
const changes = (reading: Reading) => hasCue(reading, 'lessons.change') && cuesOf(reading, 'frames.therefore').some((c) => c.from <= 4 && (c.from === 0 || !timely.test(reading.text.slice(c.start - reading.start, c.end - reading.start)) || cuesOf(reading, 'lessons.change').some((x) => Math.abs(x.from - c.to) < 7)))
/** Of these, words that tell no more than the time. */
export const timely = /^(?:now|from now on|nun|künftig|seither|also|désormais|aussi|aussi désormais|così|teraz|odtąd|тепер)$/i
/** "So now every one gets sealed": the conclusion opens the sentence. */
const opensSo = (reading: Reading) => !pleads(reading) && !hasCue(reading, 'planning.must') && !reading.text.trimEnd().endsWith('?') && (reading.language.code === 'en' && /^["“]?\s?So\s/.test(reading.text) || cuesOf(reading, 'frames.therefore').some((c) => c.from === 0 && !timely.test(reading.text.slice(c.start - reading.start, c.end - reading.start))))
const renews = (reading: Reading) => hasCue(reading, 'lessons.change') && !pleads(reading) && (cuesOf(reading, 'lessons.next').some((c) => !timed(reading, c)) || (cuesOf(reading, 'frames.self').some((c) => c.from <= 2) && cuesOf(reading, 'frames.future').some((c) => !timed(reading, c))))
/** "Before the next winter", "l’hiver prochain": of a time, and of nothing that is made. */
const timed = (reading: Reading, cue: Cue): boolean => {
  const { seasons, units, months } = reading.language.dates
  return reading.dates.some((d) => overlaps(d, cue)) || [reading.words[cue.from - 1], reading.words[cue.to + 1]].some((w) => w !== undefined && (Object.hasOwn(seasons, w.lower) || Object.hasOwn(units, w.lower) || Object.hasOwn(months, w.lower)))
}
/** Words of support asked for or given: politics, and no lesson. */
const pleads = (reading: Reading) => hasCue(reading, ['support.asking', 'support.condition', 'planning.asked']) || (hasCue(reading, 'support.aid') && (reading.amounts.length > 0 || reading.mentions.some((m) => m.mention.type === 'state' && m.mention.country === 'UA')))

/**
 * "We took drones for small aircraft. You showed us that they are ammunition.": what somebody taught us stands in the whole
 * sentence, with the one before where a pronoun leans on it and the one behind that goes on with a pronoun.
 */
function taught(analysis: Analysis, readings: readonly Reading[], i: number): Lesson | null {
  const reading = readings[i]!, at = hasCue(reading, 'frames.self') ? taughtUs.exec(reading.text) : null
  if (!at || !aboutUkraine(analysis) || pleads(reading) || reading.text.trimEnd().endsWith('?')) return null
  const goesOn = (other: Reading | undefined): other is Reading => other !== undefined && Math.abs(other.sentence.block - reading.sentence.block) === 0 && other.speech?.speaker.name === reading.speech?.speaker.name && (other.speech === null || quotes(other) === quotes(reading)) && !other.text.trimEnd().endsWith('?')
  const before = readings[i - 1], next = readings[i + 1], leans = leaning.test(reading.text.slice(at.index + at[0].length)) && goesOn(before) ? [before] : [], on = goesOn(next) && next.words.length < 30 && opensLeaning.test(next.text) ? [next] : []
  // "They taught us that a parked truck is lost": the clause alone tells it.
  if (leans.length + on.length === 0 && !clauseless.test(at[0])) return null
  const used = [...leans, reading, ...on]
  if (!used.some((r) => hasCue(r, ['support.goods', 'support.military', 'projects.industry', 'lessons.field', 'planning.kit', 'planning.units']))) return null
  return { text: used.map((r) => contentAt(r, r)), readings: used, rule: 'taught us', cue: null }
}
const clauseless = /(?:to|how|not|à|comment|a|come|jak|як|wie)$/iu
const leaning = /^[\s,](?:\p{L}{1,12}\s){0,3}(?:it|they|them|sie|ihn|ils|elles|elle|essi|esse|ją|вони|вона|він|його|її|їх)(?!\p{L})/iu
const opensLeaning = /^["“„«]?(?:It|They|Sie|Es|Er|Ils|Elles|Il|Elle|Вони|Вона|Він|Воно|Oni|One|Ono)\s/u

/** A word of learning by itself, and the lesson in the sentences of the same speaker that follow: an observation and its consequence. */
function announced(analysis: Analysis, readings: readonly Reading[], i: number): Lesson | null {
  const reading = readings[i]!, cue = cuesOf(reading, 'lessons.learned').find((c) => !unlearned(reading, c)) ?? null, [next, after, third] = [readings[i + 1], readings[i + 2], readings[i + 3]]
  if (!cue || !next || thatAfter(reading, cue) !== null) return null
  const ahead = foretold(analysis, reading, next, after)
  if (ahead) return { text: ahead.map((r) => contentAt(r, r)), readings: [reading, ...ahead], rule: 'learned, then told', cue }
  if (reading.words.length <= 9 && !reading.speech && !next.speech && next.sentence.block === reading.sentence.block && hasCue(next, 'lessons.change') && hasCue(next, 'frames.therefore') && !cuesOf(next, 'lessons.learned').some((c) => thatAfter(next, c) !== null)) return { text: [trim(next, next)], readings: [reading, next], rule: 'learned, then told', cue }
  // "The army has drawn its own conclusion. It will keep twice the rounds, because the war has …": what follows is the conclusion.
  if (reading.words.length <= 9 && !reading.speech && /[.:]\s*$/.test(reading.text) && (!next.speech || next.speech.form === 'indirect') && next.sentence.block === reading.sentence.block && inField(analysis, next) && hasCue(next, ['frames.future', 'lessons.change']) && !pleads(next) && !cuesOf(next, ['lessons.learned', 'lessons.weak']).some((c) => thatAfter(next, c) !== null)) return { text: [next.speech ? contentAt(next, next) : trim(next, next)], readings: [reading, next], rule: 'learned, then told', cue }
  // "The Danes drew a simple rule from the front. Barrels wear out soon. Copenhagen is therefore ordering two for each gun."
  const plainly = after !== undefined && [reading, next, after].every((r) => r.speech === null && r.sentence.block === reading.sentence.block)
  if (plainly && reading.words.length <= 14 && /[.:]\s*$/.test(reading.text) && (inField(analysis, reading) || isUkrainian(analysis, reading)) && changes(after) && !pleads(next) && !cuesOf(next, 'lessons.learned').some((c) => thatAfter(next, c) !== null)) return { text: [trim(next, next), trim(after, after)], readings: [reading, next, after], rule: 'learned, then told', cue }
  if (!after || !quotes(next) || !sameSpeaker(next, after) || (reading.speech && !sameSpeaker(reading, next))) return null
  if (third && sameSpeaker(after, third) && quotes(third) && !changes(after) && (hasCue(third, 'lessons.change') || renews(third)) && third.words.length <= 14) return { text: [contentAt(next, next), contentAt(after, after), contentAt(third, third)], readings: [reading, next, after, third], rule: 'learned, then told', cue }
  const draws = changes(after) || (hasCue(next, 'lessons.experience') && hasCue(after, 'lessons.change') && !hasCue(reading, 'lessons.experience'))
  return draws ? { text: [contentAt(next, next), contentAt(after, after)], readings: [reading, next, after], rule: 'learned, then told', cue } : null
}

/** "Odesa has taught us one thing. A radar that stays is lost. Ours will all go on trucks.": what a short sentence says was learned stands in the next ones, by the same. */
function foretold(analysis: Analysis, reading: Reading, next: Reading, after: Reading | undefined): Reading[] | null {
  if (reading.words.length > 16 || !pointsOn.test(reading.text) || !(inField(analysis, reading) || isUkrainian(analysis, reading) || aboutUkraine(analysis))) return null
  const goesOn = (a: Reading, b: Reading) => b.sentence.block === a.sentence.block && (a.speech ? b.speech?.speaker.name === a.speech.speaker.name && quotes(a) === quotes(b) : b.speech === null) && !b.text.trimEnd().endsWith('?')
  if (!goesOn(reading, next) || next.words.length < 4 || cuesOf(next, 'lessons.learned').some((c) => thatAfter(next, c) !== null)) return null
  if (after && goesOn(next, after) && !pleads(after) && after.words.length < 16 && hasCue(after, ['frames.self', 'frames.future', 'frames.therefore'])) return [next, after]
  return hasCue(next, [...things, 'lessons.field', 'lessons.experience']) ? [next] : null
}
/** Words that stand for what is told next, at the end of a sentence or with "one". */
const pointsOn = /(?<!\p{L})(?:(?:one|a (?:simple|hard|bitter|plain)|the same) (?:thing|lesson|finding|conclusion|rule|point)|two things|(?:eines|eine lehre|etwas|schlüsse|(?:seine|ihre) (?:lehre|lehren|schlüsse)|den schluss|die lehre)|(?:une|la) (?:chose|leçon|conclusion)|un enseignement|(?:una|la) (?:cosa|lezione|conclusione)|un insegnamento|(?:jednej|jedną) (?:rzeczy|rzecz|lekcję)|(?:prosty|jeden) wniosek|(?:одного|одну річ|один урок|простий висновок|одне))(?!\p{L})/iu

/** "We learned that …", "the front showed: …", "…, that is what the crews taught us": a word of learning beside use in the field. */
function told(analysis: Analysis, readings: readonly Reading[], i: number): Lesson | null {
  const reading = readings[i]!, strong = cuesOf(reading, 'lessons.learned').find((c) => !unlearned(reading, c)), cue = strong ?? cuesOf(reading, 'lessons.weak').find((c) => !unlearned(reading, c) && thatAfter(reading, c) !== null)
  if (!cue) return null
  const content = contentAt(reading, cue), that = thatAfter(reading, cue), start = that ?? content.start, body = mainPart(reading, cue, { start, end: Math.max(that === null ? content.end : contentAt(reading, { start, end: start + 1 }).end, start) }), about = { start: reading.start, end: that ?? reading.end }
  const before = readings[i - 1], lead = that !== null && before !== undefined && before.sentence.block === reading.sentence.block && before.speech === null && inField(analysis, before) && /:\s*[“„«"]?$/u.test(reading.text.slice(0, that - reading.start))
  const theirs = before !== undefined && before.sentence.block === reading.sentence.block && before.speech === null && (isUkrainian(analysis, before) || inField(analysis, before)) && cuesOf(reading, 'lessons.experience', about).some((c) => c.from <= 2) && their.test(reading.words[0]?.lower ?? '')
  const field = lead || theirs || inField(analysis, reading, about), ukraine = isUkrainian(analysis, reading, about), own = hasCue(reading, 'frames.self') && aboutUkraine(analysis)
  const thing = hasCue(reading, things, body) || (that !== null && readings[i + 1] !== undefined && changes(readings[i + 1]!))
  // "It has learnt from it that …": the field is told in the sentence before.
  const led = strong !== undefined && that !== null && before !== undefined && before.sentence.block === reading.sentence.block && (inField(analysis, before) || isUkrainian(analysis, before))
  if (strong ? !((that !== null && (field || ukraine || own || led)) || ((field || ukraine || own || inField(analysis, reading) || isUkrainian(analysis, reading)) && thing)) : !field || !(thing || theirs)) return null
  const pointing = cuesOf(reading, 'lessons.pointing').find((c) => that === null && c.start > content.start + 20 && c.end <= cue.end + 30)
  const next = readings[i + 1], follows = next !== undefined && next.sentence.block - reading.sentence.block <= 1 && (changes(next) || ownChange(reading, next)) ? next : null, joined = follows !== null && (joins(reading, follows) || (afterColon(reading, that) && follows.speech === reading.speech))
  const text = pointing && !joined ? trim(reading, { start: content.start, end: pointing.start }) : body
  return { text: joined ? [text, contentAt(follows, follows)] : [text], readings: follows ? [reading, follows] : [reading], rule: 'learned', cue }
}

/** "Their experience suggests that …": of those told just before. */
const their = /^(?:their|its|ihre|deren|leur|la|l|loro|ich|jego|їхній|їхня|її|його)$/

/** The consequence belongs to the lesson's words inside one quotation or in the first person; behind an attribution or by the reporter it only follows. */
const joins = (reading: Reading, next: Reading) => reading.speech === null ? next.speech === null && hasCue(next, 'frames.self') : reading.speech === next.speech && reading.speech.content.some((c) => c.start < next.start && c.end > next.start + 8)

/** "A mast that stands still is found. We have put ours on trucks.": who speaks tells what he makes otherwise. */
const ownChange = (reading: Reading, next: Reading): boolean => joins(reading, next) && hasCue(next, 'frames.self') && hasCue(next, 'lessons.change') && !pleads(next) && next.words.length <= 25 && (reading.speech !== null || hasCue(next, ['frames.future', 'lessons.next']))

/**
 * What was learned without what only goes with it: a main clause behind a semicolon by the reporter, and the relative clause
 * that says who learned it: "radios fall silent, as our engineers found out".
 */
function mainPart(reading: Reading, cue: Cue, body: Span): Span {
  const text = reading.text.slice(body.start - reading.start, body.end - reading.start), rest = cue.start > body.start ? remark.exec(reading.text.slice(body.start - reading.start, cue.start - reading.start)) : null
  if (rest && rest.index > 20) return { start: body.start, end: body.start + rest.index }
  const semicolon = reading.speech && reading.speech.form !== 'indirect' ? -1 : text.indexOf('; ')
  return semicolon > 30 ? { start: body.start, end: body.start + semicolon } : body
}
/** Words that speak of the whole clause before, up to the word of learning behind them. */
const remark = /,\s(?:o czym|czego|про що|чого|wovon|was|woran|ce dont|ce que|di cui|cosa che|as|which)\s[^,;]{3,60}$/u

/** What stands behind a colon goes on beyond the sentence; a clause behind "that" ends with it. */
const afterColon = (reading: Reading, at: number | null): boolean => at !== null && /:\s+["“„«]?$/u.test(reading.text.slice(0, at - reading.start))

/**
 * Is learning refused at a word for it? What is learned may be a refusal itself: "we learned that no depot is safe", "what we
 * could not mend here, they mended, and from that we learned …".
 */
export const unlearned = (reading: Reading, cue: Cue): boolean => negated(reading, cue) && cuesOf(reading, 'frames.negation').some((n) => {
  if (n.to < cue.from) return cue.from - n.to <= 4 && !/[,;:–—]/.test(reading.text.slice(n.end - reading.start, cue.start - reading.start))
  return n.from < cue.from || !cuesOf(reading, 'lessons.that').some((t) => t.start >= cue.start && t.end <= n.start)
})

/** Where what was learned begins: after a colon or "that" behind the word of learning, for weak words right behind. */
function thatAfter(reading: Reading, cue: Cue): number | null {
  const end = spokenEnd(reading, cue), near = cue.table === 'lessons.weak' ? 30 : cue.from <= 2 ? 180 : 70
  const colon = /:\s+["“„«]?/.exec(reading.text.slice(cue.end - reading.start, end - reading.start)), after = colon ? cue.end + colon.index + colon[0].length : null
  const that = cuesOf(reading, 'lessons.that').find((c) => c.start >= cue.end - 5 && c.start - cue.end < near && end - c.end > 15 && !(c.start - cue.end < 2 && noun.test(reading.text.slice(cue.start - reading.start, cue.end - reading.start))) && !/^(?::|is|ist|est|è|jest)$/.test(reading.text.slice(c.start - reading.start, c.end - reading.start)))
  // "The lessons that the army draws from Ukraine lead it to rebuild …".
  const led = that || colon && !leads.test(reading.text.slice(cue.end - reading.start, colon.index + cue.end - reading.start)) ? null : leads.exec(reading.text.slice(cue.end - reading.start, end - reading.start))
  if (led) return cue.end + led.index + led[0].length
  const colonCounts = after !== null && end - after > 12 && (near > 30 || after - cue.end < 45)
  // "Experience shows that a gun without a jammer is lost: all new ones will have it": the colon stands in the clause.
  return that && !(colonCounts && that.start - cue.end > 2 && (after - that.end < 30 || hasCue(reading, 'lessons.learned', { start: that.end, end: after }))) ? that.end + 1 : colonCounts ? after : null
}

/** Nouns of learning, behind which "that" opens a relative clause: "the lessons that the army draws". */
const noun = /^(?:lessons|leçons?|enseignements?|lehren|erkenntnisse|lezioni|insegnamenti|lekcje|wnioski|уроки|висновки)$/iu
/** Verbs by which lessons lead to what is done. */
const leads = /(?<!\p{L})(?:(?:lead|led|push|pushed|prompt|prompted) (?:\p{L}{1,20} ){0,4}to|(?:conduisent|conduit|amènent|amené|poussent|poussé) (?:\p{L}{1,20} ){0,3}à|(?:portano|inducono|spingono|portato|spinto) (?:\p{L}{1,20} ){0,3}(?:a|ad)|(?:skłoniły|skłaniają) (?:\p{L}{1,20} ){0,3}do|(?:спонукають|змусили|спонукали) (?:\p{L}{1,20} )?)\s?/u

/** The end of what somebody says in a sentence: "The lesson of Kharkiv," says Lund, "is that …" goes on behind its source. */
const spokenEnd = (reading: Reading, cue: Cue): number => {
  const here = contentAt(reading, cue), later = reading.speech?.content.filter((c) => c.start > here.end && c.start < reading.end).at(-1)
  return later ? Math.min(later.end, reading.end) : here.end
}

/** "Drawing on reports from the front, the army will bury its fuel lines": what is changed, and on what ground. */
function drawn(analysis: Analysis, reading: Reading): Lesson | null {
  const cue = cuesOf(reading, 'lessons.basis').find((c) => !unlearned(reading, c))
  if (!cue || !hasCue(reading, 'lessons.change') || cuesOf(reading, 'lessons.learned').some((c) => thatAfter(reading, c) !== null)) return null
  const comma = reading.text.indexOf(',', cue.end - reading.start), ground = { start: cue.start, end: comma < 0 ? reading.end : reading.start + comma }
  if (!inField(analysis, reading, ground) && !(isUkrainian(analysis, reading, ground) && hasCue(reading, 'lessons.experience', ground))) return null
  const ahead = cue.start - reading.start < 12, whole = contentAt(reading, cue), explained = !ahead && /:\s/.test(reading.text.slice(cue.end - reading.start, whole.end - reading.start)), main = ahead ? mainAfter(reading, ground, cue) : explained ? whole : { start: whole.start, end: cue.start }
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
  if (quotes(reading) && field && !pleads(reading) && !isUkrainianState(analysis, reading) && cuesOf(reading, 'frames.therefore').some((c) => c.start > reading.start + 25) && (hasCue(reading, things) || hasCue(reading, 'frames.self'))) return within(reading)
  if (!sameSpeaker(reading, next) || !quotes(reading)) return null
  // "The crews told us that our kit was useless in fog. So now every mirror gets sealed."
  if (isUkrainian(analysis, reading) && hasCue(reading, 'frames.self') && hasCue(reading, ['support.goods', 'projects.industry', 'planning.purchases']) && !pleads(reading) && !isUkrainianState(analysis, reading) && opensSo(next)) return { text: [spoken(reading), contentAt(next, next)], readings: [reading, next], rule: 'observation and consequence', cue: null }
  if (!changes(next) && !(field && !pleads(reading) && renews(next))) return null
  if (!hasCue(reading, ['support.goods', 'projects.industry', 'lessons.experience', 'lessons.field'])) return null
  if (![reading, next].some((r) => hasCue(r, ['support.goods', 'projects.industry']) || (field && !pleads(r) && renews(r)))) return null
  // What the reporter tells in his own words only follows.
  return { text: next.speech?.form === 'indirect' ? [spoken(reading)] : [spoken(reading), contentAt(next, next)], readings: [reading, next], rule: 'observation and consequence', cue: null }
}

/** The words in quotation marks, without what introduces them. */
function spoken(reading: Reading): Span {
  const content = contentAt(reading, reading), opens = /:\s[“„«"]\s?/u.exec(reading.text.slice(content.start - reading.start, content.end - reading.start))
  return opens ? { start: content.start + opens.index + opens[0].length, end: content.end } : content
}

const within = (reading: Reading): Lesson => ({ text: [contentAt(reading, reading)], readings: [reading], rule: 'observation and consequence', cue: null })

/** What crews found and what the speaker makes otherwise since: "Sailors strip an engine in the dark. Our bolts did not let them: we changed them all." */
function practice(analysis: Analysis, readings: readonly Reading[], i: number): Lesson | null {
  const reading = readings[i]!, next = readings[i + 1], before = readings[i - 1]
  if (!quotes(reading) || !sameSpeaker(reading, next) || !quotes(next) || pleads(reading) || pleads(next) || isUkrainianState(analysis, next)) return null
  const near = [reading, next].some((r) => hasCue(r, ['support.goods', 'projects.industry']) || stateWords(analysis, r).some((w) => w.country === 'UA'))
  const led = before !== undefined && before.speech === null && before.sentence.block === reading.sentence.block && inField(analysis, before)
  const own = hasCue(next, 'frames.self'), learnt = cuesOf(next, 'lessons.learned').some((c) => !unlearned(next, c)), turn = cuesOf(next, 'frames.therefore').some((c) => c.from <= 4), maker = business.test(reading.speech?.speaker.office ?? '')
  const field = inField(analysis, reading) || led || (learnt && (inField(analysis, next) || isUkrainian(analysis, next)))
  if (!field || !(near || led || maker || (own && turn)) || hasCue(next, 'frames.doubt')) return null
  if (!learnt && !(maker && (own || hasCue(reading, 'frames.self'))) && !(own && (turn || hasCue(next, 'lessons.change') || hasCue(next, 'lessons.next'))) && !(turn && [reading, next].some((r) => hasCue(r, ['support.goods', 'projects.industry'])))) return null
  // "Speed matters," he says. "Our engineers have learned that …": the lesson is in the second alone.
  const alone = learnt && !turn && next.words.length > 7 && !hasCue(reading, 'lessons.learned')
  return { text: alone ? [contentAt(next, next)] : [spoken(reading), contentAt(next, next)], readings: alone ? [next] : [reading, next], rule: 'practice', cue: null }
}

const isUkrainianState = (analysis: Analysis, reading: Reading) => stateWords(analysis, reading).some((w) => w.country === 'UA' && w.kind === 'state')

/** A sentence without the "that" that opens an answer. */
function afterThat(reading: Reading): Span {
  const that = cuesOf(reading, 'lessons.that').find((c) => c.from === 0 && /\p{L}/u.test(reading.text[0]!))
  return trim(reading, that ? { start: that.end, end: reading.end } : reading)
}

/** "What has the war taught the army?" and the answer that somebody gives in the next sentences. */
function answered(analysis: Analysis, readings: readonly Reading[], i: number): Lesson | null {
  const reading = readings[i]!, cue = reading.text.trimEnd().endsWith('?') && reading.speech === null ? cuesOf(reading, 'lessons.learned')[0] : undefined
  if (!cue) return null
  // "What have we learned? Barrels wear out faster than in our tables. So we order four with each gun."
  const own = hasCue(reading, 'frames.self') && aboutUkraine(analysis) ? readings[i + 1] : undefined
  if (own && own.speech === null && !pleads(own) && !own.text.trimEnd().endsWith('?') && own.sentence.block - reading.sentence.block <= 1 && own.words.length > 4) return { text: [afterThat(own)], readings: [own], rule: 'question and answer', cue }
  if (!(inField(analysis, reading) || isUkrainian(analysis, reading))) return null
  const at = readings.slice(i + 1, i + 4).find((r) => quotes(r))
  if (!at) return null
  const next = readings[at.index + 1], more = sameSpeaker(at, next) && quotes(next) && hasCue(next, 'frames.self') ? next : null
  return { text: more ? [contentAt(at, at), contentAt(more, more)] : [contentAt(at, at)], readings: more ? [at, more] : [at], rule: 'question and answer', cue }
}

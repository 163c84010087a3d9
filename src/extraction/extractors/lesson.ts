import type { Drawn, LessonFields, Mention, Written } from '../../core/claim.ts'
import { evidenceOf, nonEmpty } from '../../core/evidence.ts'
import type { Analysis } from '../analysis.ts'
import { forumsIn, stateWords } from '../names/atlas.ts'
import type { Cue } from '../words/cues.ts'
import type { Extractor } from '../extractor.ts'
import { mayMake } from '../learned/doubt.ts'
import { chosen } from '../learned/actors.ts'
import { learnedLessons } from '../learned/claims.ts'
import { mainFirm, surelyFirmsIn } from '../names/firms.ts'
import { cuesOf, hasCue, readingsOf, trim, type Reading } from '../frames/frames.ts'
import { isOfTheTrade } from '../frames/trade.ts'
import { withConclusions } from '../frames/conclusions.ts'
import { business, lessonAt, type Lesson } from '../frames/lessons.ts'
import { aboutUkraine, distinct, forumOf, groupBefore, groupNamed, mainState, opponents, partyOf, selfOf, stateMention, stateOfPost } from '../names/parties.ts'

type Fields = LessonFields<Written>

/** Something learned, or to be learned, from use in the field that should change what is made or planned. */
export default {
  name: 'lesson',
  version: 3,
  kind: 'lesson',
  extract: (analysis) => !isOfTheTrade(analysis) ? [] : lessonDrafts(analysis).map((d) => ({ ...d, fields: { ...d.fields, learner: likeliest(analysis, d) } })),
} satisfies Extractor

/** Lessons in the making: the learner is whom a rule gives, before others are weighed. */
export function lessonDrafts(analysis: Analysis): Drawn<Fields>[] {
  const readings = readingsOf(analysis), out: Drawn<Fields>[] = []
  let until = -1
  readings.forEach((reading, i) => {
    if (reading.index <= until || !mayTeach(analysis, readings, i)) return
    const found = lessonAt(analysis, readings, i)
    if (!found) return
    out.push(lesson(analysis, found, readings[found.readings.at(-1)!.index + 1]))
    until = found.readings.at(-1)!.index
  })
  const learned = learnedLessons(analysis, out.flatMap((d) => d.evidence), (r) => learners(analysis, [r], null, readings[r.index + 1]), (r) => sources(analysis, [r]))
  return withConclusions(analysis, [...out, ...learned]).map((d) => ({ ...d, fields: { ...d.fields, learner: ofTheirStates(analysis, d) } }))
}

/** Who learns, where others than those of the rule are likelier. */
function likeliest(analysis: Analysis, { fields: { learner }, evidence }: Drawn<Fields>): readonly Mention[] {
  const reading = readingsOf(analysis).find((r) => evidence.some((e) => e.start < r.end && e.end > r.start))
  if (!reading) return learner
  const own = readingsOf(analysis).filter((r) => evidence.some((e) => e.start < r.end && e.end > r.start)), taught = pupil(analysis, reading) ?? firmThatSpeaks(analysis, reading, own)
  if (taught) return [taught]
  // Ukraine learns from its own use only where a rule says so.
  const likely = chosen(analysis, reading, 'learner', learner).filter((m) => m.country !== 'UA' || learner.some((l) => l.country === 'UA'))
  if (likely.length > 1 || likely.some((m) => m.type !== 'state' || own.some((r) => stateWords(analysis, r).some((w) => w.country === m.country)))) return likely
  const together = jointly(analysis, reading)
  if (together.length > 1) return together
  const maker = own.some((r) => !hasCue(r, 'frames.self') && makers.test(r.text)) ? makerBefore(analysis, reading) : null
  return maker ? [maker] : likely
}

/** "Carlow's fire service has learned that …": the firm or body that stands right before the word of learning, none of Ukraine and none that serves a state. */
function pupil(analysis: Analysis, reading: Reading): Mention | null {
  for (const cue of cuesOf(reading, 'lessons.learned')) {
    if (!learning.test(reading.text.slice(cue.start - reading.start, cue.end - reading.start))) continue
    const at = reading.mentions.find((m) => !m.quoted && m.end <= cue.start && cue.start - m.end < 14 && /^\s(?:\p{Ll}+\s)?$/u.test(reading.text.slice(m.end - reading.start, cue.start - reading.start)))
    if (!at || at.mention.country === 'UA' || !/^(?:body|company|unknown)$/.test(at.mention.type) || !/\p{Lu}/u.test(at.mention.name) || serving.test(at.mention.name) || at.mention.type === 'body' && (at.mention.candidates.length > 0 || !/\s/.test(at.mention.name))) continue
    if (stateWords(analysis, reading).some((w) => w.kind !== 'place' && w.start < at.end && w.end > at.start)) continue
    return at.mention.type === 'body' ? at.mention : firmNamed(analysis, at.mention.name) ?? (at.mention.type === 'company' ? at.mention : null)
  }
  return null
}

/** Verbs of those who learn, none of what teaches them. */
const learning = /learn|draw|drew|took|come away|came away|lern|zieh|zog|appris|appren|tir(?:é|e|ent)|impara|tra(?:tt|e|gg)|nauczy|wyciąg|wyni[oó]s|навчи(?:вся|лася|лися)|засвої|вин[оі]с|висн/iu

/** A firm of the text by its name or the beginning of it. */
const firmNamed = (analysis: Analysis, name: string): Mention | null => {
  for (const r of readingsOf(analysis)) { const firm = surelyFirmsIn(analysis, r).find((f) => f.name === name || f.name.startsWith(name + ' ')); if (firm) return firm }
  return null
}

/** The firm whose manager, engineer or designer tells of what it makes: by what stands beside his name, else the firm the text is about. */
function firmThatSpeaks(analysis: Analysis, reading: Reading, own: readonly Reading[]): Mention | null {
  const speaker = reading.speech?.speaker
  if (!speaker || speaker.type !== 'person' || speaker.country !== null || !speaker.office || !(business.test(speaker.office) || /['’]s\s/.test(speaker.office)) || !own.some((r) => hasCue(r, 'frames.self') || works.test(r.text))) return null
  const { text } = analysis.document, at = analysis.mentions.find((m) => m.mention.name === speaker.name && text.slice(m.start, m.end).includes(' ')) ?? analysis.mentions.find((m) => m.mention.name === speaker.name)
  if (!at) return null
  const owner = /(?<![\p{L}\d-])(\p{Lu}[\p{L}\d-]{1,30}(?:\s\p{Lu}[\p{L}\d-]{1,30}){0,3})['’]s\s(?:[\p{Ll}-]{1,30}\s){0,5}[\p{Ll}-]{1,30},?\s?$/u.exec(text.slice(Math.max(0, at.start - 100), at.start))?.[1] ?? /^,?\s(?:\p{L}[\p{L}-]*\s){0,5}?(?:of|at|bei|von|der|chez|de|di|della|firmy|spółki|компанії|заводу)\s[«„“"]?(\p{Lu}[\p{L}\d-]+(?:\s\p{Lu}[\p{L}\d-]+){0,3})/u.exec(text.slice(at.end, at.end + 90))?.[1]
  const named = owner ? firmNamed(analysis, owner) : null, other = owner && !named && owner.includes(' ') && !analysis.mentions.some((m) => m.mention.name === owner && /^(?:state|body|forum|person)$/.test(m.mention.type)) ? owner : null
  if (other) return { kind: 'mention', type: 'company', name: other, written: other, span: null, country: null, office: null, candidates: [] }
  return named ?? (ofFirm.test(speaker.office) ? mainFirm(analysis) : null) ?? firmOf(analysis, speaker) ?? mainFirm(analysis)
}
/** "The group's head of …": the firm the text is about. */
const ofFirm = /^(?:the )?(?:group|company|firm|maker|yard|manufacturer|producer)['’]s\s/i
/** Words for one's own firm and what it makes. */
const works = /\b(?:yard|plant|factory|line|workshop|firm|company|works|shop floor)\b|betrieb|werk(?!statt)|linie|firma|usine|atelier|entreprise|maison|stabilimento|officina|azienda|cantiere|zakład|hala|spółk|firm[ay]|завод|цех|підприємств|компані/iu

/** Who learns together, where a sentence begins with a word for several who were named before: "both leaders", "the three navies". */
function jointly(analysis: Analysis, reading: Reading): Mention[] {
  if (reading.speech && reading.speech.form !== 'indirect') return []
  const taught = cuesOf(reading, ['lessons.learned', 'lessons.weak'])[0]?.start ?? reading.end
  if (!cuesOf(reading, 'frames.group').some((c) => c.start < taught && c.end - c.start > 6)) return []
  // Ukraine, where its use is what they learn from, is seldom one of them.
  const others = stateWords(analysis, reading).some((w) => w.country === 'UA') ? groupBefore(analysis, reading, ['UA']) : []
  return others.length > 1 ? others : groupBefore(analysis, reading)
}

/** Those who make things, and so work for the firm that a text told of before. */
const makers = /\b(?:designers|welders|shipwrights|fitters)\b|konstrukteur|entwickler(?:n|innen)?\b|schweißer|concepteurs|soudeurs|progettisti|saldatori|konstruktor(?:zy|ów|om|ami)|spawacz(?:e|y|om)|конструктор(?:и|ів|ам)|зварник(?:и|ів|ам)/iu
/** The firm that a text is about, else the one named last before, where nouns have no capitals; none of Ukraine. */
function makerBefore(analysis: Analysis, reading: Reading): Mention | null {
  const main = mainFirm(analysis)
  if (main || analysis.language.names.nounsInCapitals) return main
  const readings = readingsOf(analysis)
  for (let i = reading.index; i >= Math.max(0, reading.index - 6); i--) { const firm = surelyFirmsIn(analysis, readings[i]!).find((f) => f.country !== 'UA'); if (firm) return firm }
  return null
}

/** May a sentence, or one of the three that a lesson may run on into, tell of one? */
function mayTeach(analysis: Analysis, readings: readonly Reading[], from: number): boolean {
  for (let i = from; i < readings.length && i < from + 4; i++) if (mayMake(analysis, readings[i]!, 'lesson')) return true
  return false
}

function lesson(analysis: Analysis, { text, readings, rule, cue }: Lesson, next: Reading | undefined): Drawn<Fields> {
  const { document } = analysis
  const say = text.map((s) => document.text.slice(s.start, s.end).trim()).join(' ')
  const fields: Fields = { kind: 'lesson', learner: learners(analysis, readings, cue, next), source: sources(analysis, readings), text: say }
  const evidence = nonEmpty(readings.map((r) => evidenceOf(document.text, trim(r, r))))!
  return { fields, evidence, confidence: rule === 'learned' ? 0.65 : 0.5, explain: { rule: 'lesson: ' + rule, fields: {} } }
}

/** Who learns: the side of the speaker who says "we", the writer, the state, forum, firm or group that acts on it, else the speaker's side. */
function learners(analysis: Analysis, readings: readonly Reading[], cue: Cue | null, next: Reading | undefined): Mention[] {
  const self = selfOf(analysis), speaker = readings.find((r) => r.speech)?.speech?.speaker, we = readings.some((r) => hasCue(r, 'frames.self'))
  // "The crews told us that …": "us" is the writer.
  const first = readings[0]!, said = first.speech
  if (said?.form === 'indirect' && self.parties.length > 0 && cuesOf(first, 'frames.self').some((c) => c.start < (said.content[0]?.start ?? 0))) return self.parties.filter((p) => p.country !== 'UA')
  const after = next && !next.speech && hasCue(next, ['lessons.change', 'frames.future', 'frames.therefore']) && next.sentence.block - readings.at(-1)!.sentence.block <= 1 ? actorIn(analysis, next, 3) : null
  const drawer = readings.length > 1 && !hasCue(readings.at(-1)!, 'frames.self') ? actorIn(analysis, readings.at(-1)!, 4) : null
  if (drawer) return [drawer]
  if (we && !speaker && self.parties.length > 0) return [...self.parties]
  if (we && speaker) { const side = sideOf(analysis, speaker); if (side.length > 0) return side }
  const forum = cue && cuesOf(readings[0]!, 'frames.group').some((c) => c.start < cue.start) ? forumOf(analysis) : null
  const subject = cue ? actorIn(analysis, readings[0]!, cue.from) : null
  if (subject && !forum) return [subject]
  if (after ?? forum) return [(after ?? forum)!]
  for (const reading of [...readings].reverse()) { const actor = actorIn(analysis, reading, 99); if (actor) return [actor] }
  if (speaker) return speaker.country === 'UA' ? [] : sideOf(analysis, speaker)
  return self.parties.length > 0 ? self.parties.filter((p) => p.country !== 'UA') : [mainState(analysis)].filter((m) => m !== null)
}

/**
 * Learners that serve states as those states: "Finnish planners", "Estlands Generalstab", "officers from Estonia and the
 * Netherlands"; the second of two states with the first. Firms, forums and bodies of many states stay.
 */
function ofTheirStates(analysis: Analysis, { fields: { learner }, evidence }: Drawn<Fields>): Mention[] {
  const readings = readingsOf(analysis).filter((r) => evidence.some((e) => e.start < r.end && e.end > r.start))
  return distinct(learner.flatMap((m): Mention[] => {
    const plain = m.type === 'group' || m.type === 'unknown' && !/^\p{Lu}\S*(?:\s\p{Lu}\S*)+$/u.test(m.name) || m.type === 'body' && (m.candidates.length === 0 || m.country !== null) || !/\s/.test(m.name) && serving.test(m.name)
    if (!plain && m.type !== 'state') return [m]
    const reading = readings.find((r) => m.span && m.span.start >= r.start && m.span.end <= r.end) ?? readings.find((r) => m.written !== '' && r.text.includes(m.written)), at = reading && (m.span ?? { start: reading.start + reading.text.indexOf(m.written), end: reading.start + reading.text.indexOf(m.written) + m.written.length })
    const words = reading ? stateWords(analysis, reading).filter((w) => w.country !== 'UA' && !opponents.has(w.country)) : [], text = (a: number, b: number) => reading!.text.slice(a - reading!.start, b - reading!.start)
    const own = at ? words.filter((w) => w.kind !== 'place' && (w.start >= at.start && w.end <= at.end || w.end <= at.start && /^\s(?:der |des )?$/u.test(text(w.end, at.start)))) : []
    for (const w of words) if (at && w.kind !== 'place' && w.start >= at.end && (/^\s(?:from|of|aus|de|du|des|d['’]|della?|dalla?|z|ze|з|із|зі)\s?(?:the|la|le|l['’]|den|der)?\s?$/u.test(text(at.end, w.start)) && m.type !== 'state' || own.length + Number(m.type === 'state') > 0 && second.test(text(Math.max(at.end, own.at(-1)?.end ?? 0), w.start)))) own.push(w)
    if (m.type === 'state') return [m, ...own.filter((w) => w.start >= (at?.end ?? 0)).map((w) => stateMention(w.country, null))]
    if (own.length > 0) return own.map((w) => stateMention(w.country, null))
    return m.type === 'body' && m.country && m.country !== 'UA' && serving.test(m.name) ? [stateMention(m.country, null)] : [m]
  }))
}
/** The small words between two states that are named together. */
const second = /^(?:,|\s(?:and|und|et|e|ed|i|oraz|та|і|й))\s(?:the\s|la\s|le\s|les\s|l['’]|die\s|der\s)?$/u
/** Bodies that only states have, and that learn for them. */
const serving = /army|navy|air force|armed forces|defen[cs]e forces?|general staff|ministry|heer|marine|bundeswehr|streitkräfte|generalstab|ministerium|armée|état-major|ministère|esercito|marina|aeronautica|forze armate|stato maggiore|ministero|wojsk|sztab|ministerstw|marynark|арм|генштаб|генеральн|міністерств|збройн|military|police|border guard/iu

/** Forum, firm, group or state, not Ukraine, that the first words of a sentence name. */
function actorIn(analysis: Analysis, reading: Reading, words: number): Mention | null {
  const until = reading.words[words]?.start ?? reading.end, early = (x: { readonly start: number }) => x.start < until
  const forum = forumsIn(analysis, reading).find(early)
  if (forum) return forum.mention
  const firm = surelyFirmsIn(analysis, reading).find((f) => f.country !== 'UA' && f.span && early(f.span))
  if (firm) return firm
  const group = reading.mentions.filter((m) => m.mention.type === 'group' && early(m)).map((m) => groupNamed(reading, m)).find((m) => /\p{Lu}/u.test(m.name) && m.country !== 'UA')
  if (group) return group
  const subject = reading.mentions.find((m) => m.mention.country && m.mention.country !== 'UA' && (m.mention.type === 'state' || m.mention.type === 'body') && early(m))
  if (subject) return partyOf(subject)
  const word = stateWords(analysis, reading).find((w) => w.country !== 'UA' && w.country !== 'RU' && early(w))
  return word ? stateMention(word.country, null) : null
}

/** Whom a speaker's "we" means: the firm of his office, his state, else the state the text is about. */
function sideOf(analysis: Analysis, speaker: Mention): Mention[] {
  const { office } = speaker, firm = office ? readingsOf(analysis).flatMap((r) => surelyFirmsIn(analysis, r)).find((f) => office.includes(f.name)) : undefined
  if (firm) return [firm]
  const own = speaker.type === 'person' && ((office && (business.test(office) || (!speaker.country && board.test(office)))) || (!speaker.country && !office)) ? firmOf(analysis, speaker) : null
  if (own) return [own]
  const fuller = speaker.type === 'unknown' ? analysis.mentions.find((m) => m.mention.type === 'person' && m.mention.name.endsWith(' ' + speaker.name)) : undefined
  if (fuller) return sideOf(analysis, fuller.mention)
  if (speaker.type !== 'person') return speaker.country ? [stateMention(speaker.country, null)] : speaker.type === 'company' || speaker.type === 'forum' ? [speaker] : []
  const state = speaker.country ? stateMention(speaker.country, null) : stateBefore(analysis, speaker) ?? stateOfPost(analysis, speaker) ?? mainState(analysis)
  // What the text is about is seldom on the side of somebody of no state.
  return state && (state.country !== 'UA' || speaker.country === 'UA') ? [state] : []
}

const board = /board|chair(?:man|woman|person)\b|conseil d|aufsichtsrat|zarząd|rad[ay] nadzorcz|consiglio di amm|правлінн|наглядов/i
/** The firm named where a manager speaks, else the one named most before, not Ukraine's where another is named. */
function firmOf(analysis: Analysis, speaker: Mention): Mention | null {
  const readings = readingsOf(analysis), at = readings.findIndex((r) => r.mentions.some((m) => m.mention.name === speaker.name))
  const here = at >= 0 ? surelyFirmsIn(analysis, readings[at]!).find((f) => f.name !== speaker.name) : undefined
  if (here) return here
  if (!speaker.office) return null
  const firms = readings.slice(0, at + 1).flatMap((r) => surelyFirmsIn(analysis, r).filter((f) => f.country !== 'UA' && f.name !== speaker.name))
  const counts = (name: string) => firms.filter((f) => f.name === name).length
  return firms.sort((a, b) => counts(b.name) - counts(a.name))[0] ?? null
}

/** "For Slovenia, Gregor Hrib": the state named right before a person's first mention. */
function stateBefore(analysis: Analysis, speaker: Mention): Mention | null {
  for (const reading of readingsOf(analysis)) {
    const person = reading.mentions.find((m) => m.mention.name === speaker.name)
    if (!person) continue
    const word = stateWords(analysis, reading).find((w) => w.end <= person.start && person.start - w.end <= 40 && !/[.;]/.test(reading.text.slice(w.end - reading.start, person.start - reading.start)))
    return word ? stateMention(word.country, null) : null
  }
  return null
}

/** Whose use it was: the state of the fighting named in the sentence, Ukraine where the text is about it. */
function sources(analysis: Analysis, readings: readonly Reading[]): Mention[] {
  const named = readings.flatMap((r) => r.mentions).find((m) => m.mention.country === 'UA')
  return named || aboutUkraine(analysis) || readingsOf(analysis).some((r) => hasCue(r, 'projects.ukrainian')) ? [stateMention('UA', named ?? null)] : []
}

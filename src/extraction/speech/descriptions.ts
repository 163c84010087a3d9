import type { CountryCode, Mention } from '../../core/claim.ts'
import { isRole } from '../names/name-words.ts'
import { findPieces } from '../words/pieces.ts'
import { isPrivate } from '../names/offices.ts'
import { and, type Attribution, type Scene } from './scene.ts'

/** How the words behind a noun for people hang on it; `of` may come again, `at` once. */
interface Complements { readonly of: RegExp; readonly at: RegExp; /** Adjectives and numerals before the noun. */ readonly before: RegExp; /** A noun in the genitive needs no small word. */ readonly bare: boolean }

const complements: Record<string, Complements | undefined> = {
  en: { of: /^(?:of|to|on|the|a|an|one|two|his|her|its|their)$/, at: /^(?:at|from|with|familiar|close|briefed|involved|privy|acquainted|inside|within|working|knowledgeable)$/, before: /^(?:one|two|three|four|five|six|several|senior|high-ranking|unnamed|former)$/, bare: false },
  de: { of: /^(?:des|der|eines|einer|von|vom|dem|den)$/, at: /^(?:aus)$/, before: /^\p{Ll}{3,60}(?:e|er|en|em|es)$/u, bare: false },
  fr: { of: /^(?:de|du|des|d[’']|la|le|l[’']|les|un|une)$/, at: /^(?:proches?|au|haut|issue?s?)$/, before: /^(?:deux|trois|quatre|cinq|plusieurs|haut|hauts|haute|hautes|ancien|anciens|ancienne|proche)$/, bare: false },
  it: { of: /^(?:di|del|della|dell[’']|dei|degli|delle|dello|la|il|un|una)$/, at: /^(?:vicin[oaie]|a|informat[oaie])$/, before: /^(?:due|tre|quattro|cinque|alcun[ie]|alt[oaie]|ex)$/, bare: false },
  pl: { of: /^$/, at: /^(?:z|ze|zbliżon\p{L}+|znając\p{L}+|bliski\p{L}*|w)$/u, before: /^(?:dwóch|trzech|dwoje|dwie|trzy|dwaj|dwu|wysoki|wysokiego|rangą|wysokich|anonimow\p{L}+|jeden|jedna|jednego|\p{Ll}{3,40}(?:ski|ski(?:ego|ch)|cki|cka|ska))$/u, bare: true },
  uk: { of: /^$/, at: /^(?:з|із|зі|у|в|близьк\p{L}+|обізнан\p{L}+|знайом\p{L}+|наближен\p{L}+)$/u, before: /^(?:двох|трьох|двоє|троє|дві|три|два|кількох|високопоставлен\p{L}+|неназван\p{L}+|один|одна|одного|\p{Ll}{3,40}(?:ський|ська|ського|ської|цький|цька))$/u, bare: true },
}
/** Adjectives behind a noun for people. */
export const trailing = /^(?:européen(?:ne)?s?|europe[oiae]|occidenta(?:l|le|li|ux|les)|alliés?|alleat[oi]|(?:diplomatiqu|militair|parlementair|sécuritair|gouvernemental|ministériel|officiel|industriel|polici[eè]r|judiciair)\p{L}{0,4}|(?:diplomatic|militar|parlamentar|governativ|ministerial|ufficial|industrial|giudiziari|istituzional)\p{L}{0,3})$/u
const near = /^(?:close|proches?|vicin[oaie]|zbliżon\p{L}+|bliski\p{L}*|близьк\p{L}+|наближен\p{L}+)$/u
const times = /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|montag|dienstag|mittwoch|donnerstag|freitag|lundi|mardi|mercredi|jeudi|vendredi|lunedì|martedì|mercoledì|giovedì|venerdì|poniedziałek|wtorek|środę|czwartek|piątek|sobotę|niedzielę|понеділок|вівторок|середу|четвер|п[’']ятницю|суботу|неділю)$/

/**
 * An unnamed source with its number and what hangs on it: "two people familiar with the decision", "haut fonctionnaire du
 * ministère polonais", "співрозмовник агентства в делегації". A named one stays as it is.
 */
export function wholeSource(scene: Scene, speaker: Mention, a: Attribution): Mention {
  const shape = complements[scene.analysis.language.code], { span } = speaker
  if (!shape || !span || speaker.candidates.length > 0 || !(speaker.type === 'group' || speaker.type === 'unknown' || speaker.type === 'person' && speaker.office === speaker.name)) return speaker
  let first = scene.tokens.findIndex((t) => t.start >= span.start), last = scene.tokens.findLastIndex((t) => t.end <= span.end)
  if (first < 0 || last < first || scene.tokens[last]!.end !== span.end) return speaker
  if (!told(scene, first, last)) return speaker.type === 'unknown' && scene.tokens.slice(first, last + 1).some((t) => serving.test(t.lower)) ? { ...speaker, country: stateOf(scene, first, last, span) } : speaker
  while (first < last && scene.names.determiners.has(scene.lower(first)) && !counts(scene, first)) first++
  const from = firstOf(scene, first, shape), to = lastOf(scene, last, a, shape), apposed = namedBehind(scene, to)
  if (apposed) return apposed
  const words = { start: scene.tokens[from]!.start, end: scene.tokens[to]!.end }, name = scene.analysis.document.text.slice(words.start, words.end)
  return { ...speaker, name, written: name, span: words, office: speaker.office === null ? null : name, country: speaker.country ?? stateOf(scene, from, to, words) }
}

/** "una di loro, Donatella Sbrenna.", "ein Vertreter der Bauern, Margus Tamm,": the name behind the description, up to the next mark. */
function namedBehind(scene: Scene, to: number): Mention | null {
  const next = scene.text(to + 1) === ',' && scene.outside(to + 2) ? scene.mentionFrom(to + 2) : undefined
  return next && (next.mention.type === 'person' || next.mention.type === 'unknown') && / /.test(next.mention.name) && (scene.isBreak(next.last + 1) || scene.isMark(next.last + 1)) && !scene.isBreak(next.last) ? next.mention : null
}

/** People under arms, who speak for the state whose adjective stands beside them: "Ukrainian gunners". */
const serving = /^(?:crews?|users|operators|nutzer|bediener|utilisateurs|opérateurs|utilizzatori|operatori|użytkownicy|operatorzy|користувачі|оператори|gunners|sappers|signallers|pilots|soldiers|servicemen|servicewomen|medics|instructors|brigades?|battalions?|\p{L}*besatzung(?:en)?|\p{L}*soldaten|pioniere|\p{L}*piloten|funker|sanitäter|ausbilder|équipages?|artilleurs|sapeurs|soldats|pilotes|instructeurs|militaires|equipagg[io]|artiglieri|genieri|soldati|militari|piloti|istruttori|załog\p{L}*|artylerzyści|saperzy|żołnierze|piloci|instruktorzy|екіпаж\p{L}*|артилеристи|сапери|бійці|солдати|військовослужбовці|пілоти|інструктори)$/u

/** Is it a description of people, not a name? */
const told = (scene: Scene, first: number, last: number): boolean => scene.tokens.slice(first, last + 1).some((t) => scene.names.groups.has(t.lower) || isRole(scene.names, t))
const counts = (scene: Scene, i: number): boolean => scene.analysis.language.numbers.cardinals[scene.lower(i)] !== undefined && !/^(?:un|une|uno|una|un[’']|ein\p{L}*)$/u.test(scene.lower(i))

function firstOf(scene: Scene, first: number, { before }: Complements): number {
  let from = first
  const mark = scene.analysis.language.names.nounsInCapitals ? first : -1
  // "zweier mit der Sache vertrauter Personen": all between the number and the noun.
  if (mark > 0) for (let i = first - 1; i >= 0 && first - i < 8 && /^\p{Ll}|^\p{Lu}/u.test(scene.text(i)) && scene.outside(i); i--) if (counts(scene, i) || /^(?:zweier|dreier|mehrerer|einiger)$/.test(scene.lower(i))) { from = i; break }
  while (from > 0 && scene.outside(from - 1) && !scene.speech.verbs.has(scene.lower(from - 1)) && (counts(scene, from - 1) || before.test(scene.lower(from - 1)) && !scene.names.determiners.has(scene.lower(from - 1)) && !scene.speech.auxiliaries.has(scene.lower(from - 1)) && (mark < 0 || scene.text(from - 1) === scene.lower(from - 1)) || scene.tokens[from - 1]!.pos === 'ADJ' && scene.tokens[from - 1]!.start > 0)) from--
  return from
}

function lastOf(scene: Scene, last: number, a: Attribution, shape: Complements): number {
  const before = a.kind === 'verb' && a.cue > last
  let limit = before ? a.cue : scene.tokens.length
  if (before) while (limit - 1 > last && (scene.speech.auxiliaries.has(scene.lower(limit - 1)) || scene.speech.adverbs.has(scene.lower(limit - 1)) || scene.speech.negations.has(scene.lower(limit - 1)))) limit--
  let to = last, at = 0, noun = true
  for (let i = last + 1; i < limit && i < last + 12; i++) {
    const word = scene.lower(i), { pos } = scene.tokens[i]!
    // "двох осіб, обізнаних зі справою": the participle stands behind a comma.
    if (word === ',' && shape.bare && scene.lower(i + 1).length > 3 && shape.at.test(scene.lower(i + 1))) continue
    if (!scene.outside(i) || scene.isMark(i) || scene.isBreak(i) || times.test(word) || scene.speech.that.has(word) || pos !== 'PART' && scene.speech.auxiliaries.has(word) || (pos ? pos === 'VERB' && !shape.at.test(word) : scene.speech.verbs.has(word) && !shape.at.test(word))) break
    // "An official in the ministry".
    const inside = word === 'in' && pos !== null && [1, 2, 3].some((k) => scene.names.bodies.has(scene.lower(i + k)))
    if (inside || shape.at.test(word)) { if (at > 0 && !near.test(scene.lower(i - 1)) && !/^(?:with|au)$/.test(word)) break; at++; noun = false; continue }
    if (shape.of.test(word)) { if (i === last + 1 && /^(?:to|on|the|a|an|la|le|les|il|dem|den)$/.test(word) || pos === null && at > 0 && shape.bare) break; noun = false; continue }
    if (pos ? !/^(?:NOUN|PROPN|ADJ|NUM|DET|PART|ADP)$/.test(pos) || pos === 'ADP' && at === 0 : scene.preposition(i)) break
    if (to === last && noun && trailing.test(word)) { to = i; continue }
    if (to === last && noun && !shape.bare) break
    // Behind a participle one noun is its object: "znających sprawę".
    if (shape.bare && !before && at > 0 && /^znając/.test(scene.lower(i - 2)) && scene.text(i + 1) !== ',') break
    if (pos === null && !shape.bare && to > last && noun && /^\p{Ll}/u.test(scene.text(i)) && scene.analysis.language.names.nounsInCapitals) break
    to = i; noun = true
  }
  // "from Estonia and the Netherlands": of both.
  const next = and.has(scene.lower(to + 1)) && to > last && scene.mentionOver(to)?.mention.type === 'state' ? scene.mentionFrom(to + 2) ?? (scene.names.determiners.has(scene.lower(to + 2)) ? scene.mentionFrom(to + 3) : undefined) : undefined
  return next?.mention.type === 'state' && next.last < limit ? next.last : to
}

/** The state that the words name, for people who speak out of its service; not for those merely close to it. */
function stateOf(scene: Scene, from: number, to: number, words: { readonly start: number; readonly end: number }): CountryCode | null {
  const text = scene.analysis.document.text.slice(words.start, words.end)
  for (let i = from; i <= to; i++) if (near.test(scene.lower(i)) || isPrivate(scene.lower(i), text)) return null
  const { sentences, lexicon, language } = scene.analysis
  let found: CountryCode | null = null
  for (let k = scene.turn.from; k < scene.turn.to; k++) for (const p of findPieces(sentences[k]!, lexicon, language)) {
    const start = sentences[k]!.tokens[p.from]!.start, end = sentences[k]!.tokens[p.to - 1]!.end
    if (start >= words.start && end <= words.end && p.senses[0]?.country && p.kind !== 'place' && p.kind !== 'person') { if (found && found !== p.senses[0].country) return null; found = p.senses[0].country }
  }
  return found
}

import type { Mention } from '../../core/claim.ts'
import type { Span } from '../../core/evidence.ts'
import type { Analysis } from '../analysis.ts'
import { asidesOf } from '../frames/asides.ts'
import { inside, type Reading } from '../frames/frames.ts'
import { onAnalysis } from '../kept.ts'
import { forumsIn, stateWords, type StateWord } from '../names/atlas.ts'
import { bodyMention, forumOf, opponents, stateMention } from '../names/parties.ts'

const between = (reading: Reading, from: number, to: number): string => reading.text.slice(Math.max(0, from - reading.start), Math.max(0, to - reading.start))

/** The place behind the noun an aside is about, where the aside stands right before a verb; null where none does. */
export function headOfAside(reading: Reading, verb: Span, core: Span): number | null {
  const aside = asidesOf(reading).findLast((x) => x.end <= verb.start && verb.start - x.end < 60)
  return aside && !inside(core, aside) ? aside.head : null
}

/** Nouns for those who belong to a forum or an alliance and give in its name; the first ones stand for it without a word beside them. */
const companions: Readonly<Record<string, RegExp>> = {
  en: /(?<!\p{L})(?:allies|partners|members|participants)(?!\p{L})/iu,
  de: /(?<!\p{L})(?:Verbündeten?|(?:Bündnis)?[Pp]artner|Mitglieder|Mitglied(?:s)?staaten|Teilnehmer)(?!\p{L})/u,
  fr: /(?<!\p{L})(?:alliés|partenaires|membres|participants)(?!\p{L})/iu,
  it: /(?<!\p{L})(?:alleati|partner|membri|partecipanti)(?!\p{L})/iu,
  pl: /(?<!\p{L})(?:sojusznicy|partnerzy|członkowie|uczestnicy)(?!\p{L})/iu,
  uk: /(?<!\p{L})(?:союзники|партнери|члени|учасники)(?!\p{L})/iu,
}
const states: Readonly<Record<string, RegExp>> = {
  en: /(?<!\p{L})(?:(?:member )?(?:states|countries|nations)|governments|leaders|(?:defen[cs]e |foreign )?ministers|capitals)(?!\p{L})/iu,
  de: /(?<!\p{L})(?:Staaten|Länder|Regierungen|(?:Staats- und )?Regierungschefs|\p{L}*[Mm]inister|Hauptstädte)(?!\p{L})/u,
  fr: /(?<!\p{L})(?:pays(?: membres)?|États(?: membres)?|gouvernements|dirigeants|ministres|capitales|chefs d['’]État et de gouvernement)(?!\p{L})/iu,
  it: /(?<!\p{L})(?:paesi(?: membri)?|Stati(?: membri)?|governi|leader|ministri|capitali|capi di Stato e di governo)(?!\p{L})/iu,
  pl: /(?<!\p{L})(?:państwa(?: członkowskie)?|kraje(?: członkowskie)?|rządy|przywódcy|ministrowie|stolice)(?!\p{L})/iu,
  uk: /(?<!\p{L})(?:держави(?:-члени)?|країни(?:-члени)?|уряди|лідери|міністри|столиці)(?!\p{L})/iu,
}
/** Words before those who only take part in what another does, or whom he moves to it. */
const led = /(?<!\p{L})(?:with|by|to|for|from|among|between|make|get|let|help|urg\p{L}{1,3}|ask\p{L}{0,3}|call\p{L}{0,3} on|press\p{L}{0,3}|persuad\p{L}{1,3}|thank\p{L}{0,3}|bitte\p{L}{0,2}|dank\p{L}{1,3}|mit|von|an|für|unter|zwischen|avec|par|aux?|pour|entre|con|dai|dagli|ai|agli|per|tra|fra|z|ze|dla|od|przez|między|з|із|для|від|між)\s(?:(?:the|its|their|his|her|our|other|more|den|der|seinen|ihren|les?|ses|leurs|gli|i|suoi|swoimi|swoich|своїми|своїх)\s)?$/iu

/** Alliances by name and by the shorthand that stands before their members: "EU leaders", "die Nato-Partner". */
const alliances: readonly (readonly [string, RegExp])[] = [
  ['NATO', /(?<!\p{L})(?:nato|otan|нато)(?!\p{L})/iu],
  ['European Union', /(?<!\p{L})(?:EU|UE|ЄС|Євросоюз\p{L}{0,2}|European Union|Europäischen? Union|Union européenne|Unione europea|Uni[aięą] Europejsk\p{L}{1,3}|Європейського Союзу|Twenty-Seven|Vingt-Sept|Ventisette|Unii|Union|Unione)(?!\p{L})/u],
]

/**
 * The forum or alliance in whose name its members give: the one named beside them, else in the sentence, else the one the
 * text names most. Null where a state, a firm or a body of its own gives, or nothing tells whose members they are.
 * @param until where the verb or, without one, what is given begins
 * @param nearest the party before the verb
 * @example // "the members of the drone coalition have given 4,000 drones": the drone coalition
 */
export function forumOfMembers(analysis: Analysis, reading: Reading, clause: Span, until: number, nearest: Span | undefined): Mention | null {
  const { code } = reading.language, stretch = between(reading, clause.start, until)
  const companion = companions[code]?.exec(stretch), state = states[code]?.exec(stretch), found = companion && state ? (companion.index < state.index ? companion : state) : companion ?? state
  if (!found || led.test(stretch.slice(0, found.index))) return null
  const start = clause.start + found.index, end = start + found[0].length
  const behind = between(reading, end, until), phrase = /^(?:[\s-]\p{L}+){0,7}/u.exec(behind)![0], before = stretch.slice(Math.max(0, found.index - 18), found.index)
  // Whose ministers and countries they are: in their own phrase, or right before them.
  const forum = forumsIn(analysis, reading).find((f) => f.start >= start && f.start <= end + phrase.length)?.mention
  const alliance = alliances.find(([, name]) => name.test(before) && /[\p{L}'’s\s-]{0,12}$/u.test(before)) ?? (/^[\s-](?:of|der|des|de l|dell|dei|degli|di|d)?/u.test(phrase) ? alliances.find(([, name]) => name.test(phrase.slice(0, 34))) : undefined)
  const own = forum ?? (alliance ? bodyMention(alliance[0]) : null)
  const isOwn = (at: Span) => at.start >= start - 18 && at.end <= end + phrase.length + 1
  if (nearest && (own ? !isOwn(nearest) && nearest.start > start : nearest.end > start - 40)) return null
  if (nearest && nearest.end <= start && /^[\s,]{0,2}(?:(?:and|und|et|e|i|oraz|та|і|й)\s)?(?:\p{L}{2,8}\s){0,2}$/u.test(between(reading, nearest.end, start)) && !alliance) return null
  if (own) return own
  if (!companion || companion !== found) return null
  const here = forumsIn(analysis, reading)[0]?.mention
  if (here) return here.name.startsWith('NATO-') ? bodyMention('NATO') : here
  const named = alliances.find(([, name]) => name.test(reading.text))
  // "Ukraine's allies" are more than those of one alliance.
  if (!named && stateWords(analysis, reading).some((w) => w.country === 'UA' && w.end <= end + 12 && start - w.end <= 4 && w.end > start - 24)) return null
  if (!named) { const most = mainAlliance(analysis); if (most) return bodyMention(most[0]) }
  return named ? bodyMention(named[0]) : forumOf(analysis, 2)
}

/** What may stand between the name of a coalition and its verb, with the states that lead it: "led by Estonia and Luxembourg", "that Estonia founded". */
const ledBy = /^,?\s(?:(?:co-?)?led|founded|set up|headed|that|which|unter|geführt|angeführt|dirigée?|menée?|guidat[oa]|kierowan\p{L}|під)\s/u
/**
 * The coalition, fund or group that opens a clause and is the subject of its verb.
 * @param nearest the party before the verb, which may stand beside its name only where it leads it
 * @example // "The IT Coalition led by Estonia has collected 40 million": the IT Coalition
 */
export function forumActing(analysis: Analysis, reading: Reading, clause: Span, until: number, nearest: Span | undefined): Mention | null {
  const forum = forumsIn(analysis, reading).find((f) => inside(f, clause) && f.end <= until)
  if (!forum || !/^(?:\s?\p{L}{1,4}['’]?)?\s?$/u.test(between(reading, clause.start, forum.start)) || /summit|council/i.test(forum.mention.name)) return null
  return !nearest || nearest.end <= forum.end || ledBy.test(between(reading, forum.end, nearest.start)) ? forum.mention : null
}

/** The alliance that a text names twice or more. */
const mainAlliance = onAnalysis(({ document }) => alliances.find(([, name]) => (document.text.match(new RegExp(name.source, name.flags + 'g')) ?? []).length >= 2) ?? null)

/** How a language tells the people of a state as those who act: "die Dänen", "Francuzi", "les Français". */
const peoples: Readonly<Record<string, { readonly before: RegExp | null; readonly word: RegExp; readonly behind: RegExp }>> = {
  en: { before: /(?<!\p{L})the\s$/iu, word: /^\p{Lu}/u, behind: /^\s/ },
  de: { before: null, word: /^\p{Lu}\p{L}+[nres]$/u, behind: /^(?:\s\p{Ll}|,\s(?:die|das|der)\s)/u },
  fr: { before: /(?<!\p{L})les\s$/iu, word: /^\p{Lu}\p{L}+s$/u, behind: /^\s\p{Ll}/u },
  it: { before: /(?<!\p{L})(?:gli|i)\s$/iu, word: /[iì]$/u, behind: /^\s(?:\p{L}{1,4}\s)?(?:hanno|avevano|avrebbero|sono|stanno|\p{L}+(?:anno|ono))(?!\p{L})/u },
  pl: { before: null, word: /^\p{Lu}\p{L}+(?:anie|czycy|dzi|uzi|cy|si|rzy|owie|edzi|ini|wie)$/u, behind: /^\s\p{Ll}/u },
  uk: { before: null, word: /^\p{Lu}\p{L}+(?:ці|ани|яни|узи|хи|ди|ни|ки|си)$/u, behind: /^\s\p{Ll}/u },
}

/** The people of a state, told before a verb as those who act. @example peopleActing(analysis, reading, clause, verb)?.country // "die Dänen haben … geliefert": 'DK' */
export function peopleActing(analysis: Analysis, reading: Reading, clause: Span, until: number): Mention | null {
  const shape = peoples[reading.language.code]
  const acts = (w: StateWord): boolean => {
    if (!shape || w.kind !== 'demonym' || !inside(w, clause) || w.end > until || w.country === 'UA' || opponents.has(w.country)) return false
    const next = reading.sentence.tokens.find((t) => t.start >= w.end)
    return shape.word.test(between(reading, w.start, w.end)) && (shape.before === null || shape.before.test(between(reading, reading.start, w.start))) && shape.behind.test(between(reading, w.end, reading.end)) && !(reading.language.code === 'en' && !/^(?:VERB|AUX|ADV)$/.test(next?.pos ?? ''))
  }
  const word = stateWords(analysis, reading).findLast(acts)
  return word ? stateMention(word.country, null) : null
}

/** Funds and missions that give in the name of the Union. */
const instruments = /European Peace Facility|Ukraine Facility|\brescEU\b|\bEUMAM\b|Macro-Financial Assistance|Europäische[nr]? Friedensfazilität|Ukraine-Fazilität|Facilité européenne pour la paix|[Ff]acilité pour l['’]Ukraine|Strumento europeo per la pace|Strumento per l['’]Ucraina|Europejski\p{L}{0,3} Instrument\p{L}{0,3} na rzecz Pokoju|Europejskiego Funduszu Pokoju|Instrument\p{L}{0,3} na rzecz Ukrainy|Європейськ\p{L}{2,4} фонд\p{L}{0,2} миру|Європейськ\p{L}{2,4} механізм\p{L}{0,2} миру|Механізм\p{L}{0,2} підтримки України/u
/** Shorthands of those funds, once one was named. */
const shorthand = /(?<!\p{L})(?:the facility|die Fazilität|der Fazilität|la [Ff]acilité|lo [Ss]trumento)(?!\p{L})/iu
const namesInstrument = onAnalysis(({ document }): boolean => instruments.test(document.text))

/** Does a fund of the Union give in a clause, by its name or, once it was named, by its noun alone? */
export const unionsFund = (analysis: Analysis, reading: Reading, clause: Span): boolean => {
  if (!namesInstrument(analysis)) return false
  const text = between(reading, clause.start, clause.end)
  return instruments.test(text) || shorthand.test(text)
}

/** Verbs that say "we" by their endings, and the words for it before or behind a verb. */
const we: Readonly<Record<string, RegExp>> = {
  de: /(?<!\p{L})wir(?!\p{L})/iu, fr: /(?<!\p{L})nous\s(?:\p{L}{1,3}\s)?(?:\p{L}+ons|ferons|avons|sommes)(?!\p{L})/iu,
  it: /(?<!\p{L})\p{L}{2,}(?:iamo|remo)(?!\p{L})/iu, pl: /(?<!\p{L})\p{L}{2,}(?:liśmy|łyśmy|[aei]my|ujemy|edziemy)(?!\p{L})/iu, uk: /(?<!\p{L})(?:ми\s|\p{L}{2,}(?:ємо|їмо|имо|емо)(?:ся)?(?!\p{L}))/iu,
}
/** Does "we" act in a clause, at its verb: "consegneremo", "wir haben … übergeben"? */
export const weAct = (reading: Reading, clause: Span, verb: Span): boolean => {
  const pattern = we[reading.language.code]
  if (!pattern) return false
  const near = reading.language.code === 'de' || reading.language.code === 'fr' ? clause : { start: Math.max(clause.start, verb.start - 14), end: verb.end }
  return pattern.test(between(reading, near.start, near.end))
}

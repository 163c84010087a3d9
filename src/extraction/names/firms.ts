import type { CountryCode, Mention } from '../../core/claim.ts'
import type { Span } from '../../core/evidence.ts'
import type { Analysis } from '../analysis.ts'
import { onAnalysis } from '../kept.ts'
import { stateWords } from './atlas.ts'
import { cuesOf, hasCue, inside, onReading, overlaps, readingsOf, type Reading } from '../frames/frames.ts'
import { isGivenName } from './given-names.ts'
import { nameTable } from './name-words.ts'
import { distinct } from './parties.ts'
import { charClass, classes } from '../words/characters.ts'
import { findPieces, type Piece } from '../words/pieces.ts'

/** A run of capitals that may name a firm; `sure` when words beside it say so. */
interface Candidate extends Span { readonly name: string; readonly sure: boolean; readonly placed: boolean; readonly country: CountryCode | null }

const townAdjective = /(?:[sc]k(?:i|a|ie|ą|iej|im|iego|iemu|imi)|[сц]ьк(?:ий|а|е|ого|ої|ому|ою|им|у|і|их|ими))$/u

/**
 * Firms that a sentence names: what a noun for firms, a nationality or quotation marks stand at, and what is joined to
 * such a name or stands for it elsewhere in the text. People, places, bodies and goods are none.
 * @example firmsIn(analysis, reading) // "Nordsk of Oslo and Kyiv's Zirka Tech": Nordsk, Zirka Tech
 */
export const firmsIn = (analysis: Analysis, reading: Reading): readonly Mention[] => firmsOf(reading, analysis)
const firmsOf = onReading((reading, analysis: Analysis): readonly Mention[] => {
  const all = candidatesIn(reading, analysis)
  if (all.length === 0 && !analysis.language.names.nounsInCapitals) return []
  const known = namesOf(analysis), title = `${analysis.document.title ?? ''} ${analysis.document.publisher ?? ''}`
  const isKnown = (c: Candidate) => known.has(c.name) || title.includes(c.name)
  const able = all.filter((c) => c.sure || isKnown(c) || !c.placed), support = able.filter((c) => c.sure || isKnown(c)).length
  const taken = able.filter((c) => c.sure || isKnown(c) || support > 0 || (able.length > 1 && able.some((x) => x.start > reading.start)) || (able.length === 1 && alone(analysis, reading, c)))
  return distinct([...taken.map((c) => firm(reading, c, baseOf(analysis, known, c.name) ?? c.name)), ...shortIn(analysis, reading)].sort((a, b) => a.span!.start - b.span!.start))
})

/** The firm that a text is about: named in three sentences or more, and in half as many again as any other. */
export const mainFirm = onAnalysis((analysis): Mention | null => {
  const counts = new Map<string, Set<Reading>>()
  for (const [short, name] of namesOf(analysis)) for (const r of readingsOf(analysis)) if (r.text.includes(short)) { const at = counts.get(name); if (at) at.add(r); else counts.set(name, new Set([r])) }
  const [first, second] = [...counts].map(([name, at]) => ({ name, n: at.size })).sort((a, b) => b.n - a.n)
  return first && first.n >= 3 && first.n >= 1.5 * (second?.n ?? 0) ? { kind: 'mention', type: 'company', name: first.name, written: '', span: null, country: null, office: null, candidates: [] } : null
})

/** Only those that words beside them, or another place of the text, call a firm. */
export const surelyFirmsIn = (analysis: Analysis, reading: Reading): readonly Mention[] => surely(reading, analysis)
const surely = onReading((reading, analysis: Analysis): readonly Mention[] => {
  const known = namesOf(analysis)
  return distinct([...candidatesIn(reading, analysis).filter((c) => c.sure || known.has(c.name)).map((c) => firm(reading, c, known.get(c.name) ?? c.name)), ...shortIn(analysis, reading)])
})

/** The name that a case form stands for: "Wektora" for "Wektor", which the text names too. */
function baseOf(analysis: Analysis, known: ReadonlyMap<string, string>, name: string): string | undefined {
  if (known.has(name) && known.get(name) !== name) return known.get(name)
  if (analysis.language.names.cases.length === 0) return known.get(name)
  return [...known.keys()].find((k) => k !== name && k.length > 3 && Math.abs(k.length - name.length) <= 2 && k.length <= name.length && name.startsWith(k.slice(0, k.length - 1))) ?? known.get(name)
}

/** Firms of the text by the first word of their name, which German does not tell from a noun. */
function shortIn(analysis: Analysis, reading: Reading): Mention[] {
  if (!analysis.language.names.nounsInCapitals) return []
  return [...namesOf(analysis)].flatMap(([short, name]) => {
    const at = short === name ? undefined : reading.words.find((w) => reading.text.slice(w.start - reading.start, w.end - reading.start) === short)
    return at ? [firm(reading, { start: at.start, end: at.end, name: short, sure: true, placed: false, country: null }, name)] : []
  })
}

const firm = (reading: Reading, c: Candidate, name: string): Mention =>
  ({ kind: 'mention', type: 'company', name, written: reading.text.slice(c.start - reading.start, c.end - reading.start), span: { start: c.start, end: c.end }, country: c.country, office: null, candidates: [] })

/** A name by itself is a firm when it has two words, or stands inside an English sentence, where towns have their prepositions. */
const alone = (analysis: Analysis, reading: Reading, c: Candidate) => (c.name.includes(' ') || agent.test(reading.text.slice(Math.max(0, c.start - reading.start - 8), c.start - reading.start)) || (analysis.language.names.homeState === null && c.start > reading.start)) && reading.mentions.every((m) => !overlaps(m, c) || m.mention.type === 'unknown')

/** Prepositions before who does something: "ouvert par …", "aperta dalla …". */
const agent = /(?<!\p{L})(?:by|par|durch|dalla|dal|przez)\s$/u

/** The firms of the whole text by their name and, where it is theirs alone, by its first word; names that come again count too. */
const namesOf = onAnalysis((analysis): ReadonlyMap<string, string> => {
  const all = readingsOf(analysis).flatMap((r) => candidatesIn(r, analysis)), count = new Map<string, number>()
  for (const c of all) if (!c.placed) count.set(c.name.split(' ')[0]!, (count.get(c.name.split(' ')[0]!) ?? 0) + 1)
  const full = [...new Set(all.filter((c) => c.sure || (!c.placed && (count.get(c.name.split(' ')[0]!) ?? 0) > (c.name.includes(' ') ? 1 : 2))).map((c) => c.name))], names = new Map<string, string>()
  for (const name of full) {
    const longer = full.filter((f) => f.startsWith(name + ' ') || f.endsWith(' ' + name))
    names.set(name, longer.length === 1 ? longer[0]! : name)
    const first = name.split(' ')[0]!
    if (first !== name && first.length > 3 && !full.includes(first) && full.filter((f) => f.startsWith(first + ' ')).length === 1) names.set(first, name)
  }
  return names
})

const candidatesIn = onReading((reading, analysis: Analysis): readonly Candidate[] => {
  const out: Candidate[] = []
  for (const { start, end } of capitalRuns(reading.text)) { const c = candidate(analysis, reading, reading.text.slice(start, end), reading.start + start); if (c) out.push(c) }
  return out
})

/** Runs of words with capitals, with "&" between them: "Rhein Stahl & Co". */
export function capitalRuns(text: string): Span[] {
  const kind = classes(), out: Span[] = [], pairs = hasPair.test(text)
  if (pairs) return [...text.matchAll(anyRuns)].map((m) => ({ start: m.index, end: m.index + m[0].length }))
  const inName = (code: number) => { const k = kind[code]!; return k === letter || k === capital || k === mark && code !== 0xad && code !== 0x200d || code >= 48 && code <= 57 || code === 0x2019 || code === 39 || code === 46 || code === 45 }
  const opens = (at: number) => kind[text.charCodeAt(at)] === capital
  for (let i = 0; i < text.length; i++) {
    if (!opens(i)) continue
    const start = i
    for (;;) {
      do i++; while (i < text.length && inName(text.charCodeAt(i)))
      const code = text.charCodeAt(i), after = text.startsWith('& ', i + 1) ? i + 3 : i + 1
      if ((code !== 32 && code !== 0xa0) || !opens(after)) break
      i = after
    }
    out.push({ start, end: i })
  }
  return out
}
const anyRuns = /[\p{Lu}\p{Lt}][\p{L}\p{M}\d’'.-]*(?:[ \u00a0](?:& )?[\p{Lu}\p{Lt}][\p{L}\p{M}\d’'.-]*)*/gu, hasPair = /[\ud800-\udfff]/
const { letter, capital, mark } = charClass

/** What is left of a run of capitals when articles, nouns for firms and words for states before the name are taken off. */
function candidate(analysis: Analysis, reading: Reading, run: string, at: number): Candidate | null {
  const elided = /^(?:[LD]|[Dd]ell|Dall|All|Nell|Sull)['’](?=\p{L}{2})/u.exec(run)?.[0].length ?? 0, states = stateWords(analysis, reading)
  const words = wordsOf(run, elided, at)
  const german = analysis.language.names.nounsInCapitals
  let from = 0, told = false, country: CountryCode | null = null
  for (; from < words.length; from++) {
    const word = words[from]!, state = states.find((s) => s.start <= word.start && s.end >= word.end - 2), last = from === words.length - 1
    if (/^\p{Ll}/u.test(word.text)) continue
    if (/['’]s$|-based$/.test(word.text) && !(last && !state)) { told ||= state !== undefined || /-based$/.test(word.text); country = state?.country ?? country; continue }
    if (isFirmNoun(reading, word)) { told = true; if (german || word.start === reading.start || last) continue; break }
    if (!last && state && (state.kind === 'demonym' || (state.kind === 'state' && !isFirmNoun(reading, words[from + 1]!)))) { told = true; country = state.country; continue }
    if (!last && german && /er$/.test(word.text) && word.text.length > 4 && !isGivenName(word.text)) { told = true; continue }
    if (!quotedAt(reading, words[0]!.start, words.at(-1)!.end) && opensNothing(analysis, reading, word)) continue
    break
  }
  const rest = withoutGoods(reading, words.slice(from), german)
  if (rest.length === 0) return null
  const span = { start: rest[0]!.start, end: rest.at(-1)!.end }, text = reading.text.slice(span.start - reading.start, span.end - reading.start), name = bareName(text)
  const end = span.start + name.length
  if (name.length < 3 || isOther(analysis, reading, { start: span.start, end }, name)) return null
  const before = told ? { told, country } : toldBefore(analysis, reading, span.start), quoted = quotedAt(reading, span.start, end)
  const apposed = reading.text[end - reading.start] === ',' && /^,\s/.test(reading.text.slice(end - reading.start)) && cuesOf(reading, 'projects.firm').some((c) => c.start > end && c.start - end < (/^,\s(?:an?|the|une?|ein|eine|un[ao]?|l['’]|le|la|il)\s?/.test(reading.text.slice(end - reading.start)) ? 26 : 10))
  const company = isCompany(analysis, reading, { start: span.start, end }) || stateFirm.test(name) || name.includes('-') && cuesOf(reading, 'projects.firm').some((c) => c.start > span.start && c.end >= end - 1 && c.end <= end + 1), sure = before.told || quoted || apposed || company
  if ((rest.length === 1 && span.start === reading.start && !quoted && !company && !joined(reading, span.end) && !isOfTown(analysis, reading, end) && !insideWords(analysis).has(name)) || barred(analysis, reading, { start: span.start, end }, name, sure)) return null
  if (german && rest.length === 1 && !quoted && !company && commonNoun.test(name) && !firmLinked(reading, span.start)) return null
  return { start: span.start, end, name, sure, placed: isPlaced(reading, span.start) && !(rest.length > 1 ? inTown.test(reading.text.slice(end - reading.start, end - reading.start + 30)) : isOfTown(analysis, reading, end)), country: before.country ?? country }
}

/** Endings of German nouns, which no other letter parts from names. */
const commonNoun = /(?:\p{Ll}{3}en|\p{Ll}{3}e|ung|heit|keit|schaft|tion|tät|schau|ment|nis|rat|amt|heer|korps)$/u
/** Does a noun for firms stand near before a name, or a word that joins it to another? */
const firmLinked = (reading: Reading, start: number): boolean => cuesOf(reading, 'projects.firm').some((c) => c.end <= start && start - c.end <= 24) || /(?<!\p{L})(?:und|mit|zwischen|von|bei|&)\s(?:(?:de[rmn]|die|das)\s)?(?:\p{Ll}+\s)?$/u.test(reading.text.slice(Math.max(0, start - reading.start - 40), start - reading.start))

/** "… der Entwickler Skyfort Abfangdrohnen herstellen wird": in German the goods that an infinitive or participle follows belong to it, and not to the name before them. */
function withoutGoods(reading: Reading, words: (Span & { readonly text: string })[], german: boolean): typeof words {
  const last = words.at(-1)
  if (!german || words.length < 2 || !/^ (?:zu )?(?:\p{Ll}*[^t]en|ge\p{Ll}+t)[ ,.]/u.test(reading.text.slice(last!.end - reading.start, last!.end - reading.start + 30))) return words
  return reading.goods.some((g) => g.start >= words[1]!.start && g.end >= last!.end && overlaps(g, last!)) || hasCue(reading, ['support.goods', 'support.military'], last!) ? words.slice(0, -1) : words
}

/** The words of a run from a place on, with their places in the text. */
function wordsOf(run: string, from: number, at: number): (Span & { readonly text: string })[] {
  const out: (Span & { readonly text: string })[] = []
  for (let start = from; start < run.length;) {
    let end = start
    while (end < run.length && run[end] !== ' ' && run[end] !== '\u00a0') end++
    if (end > start) out.push({ text: run.slice(start, end), start: at + start, end: at + end })
    start = end + 1
  }
  return out
}

/** A name without the ending of a possessive or the signs behind it. */
function bareName(text: string): string {
  if (/['’]s$/.test(text)) return text.slice(0, -2)
  let end = text.length
  while (end > 0 && ".’'-".includes(text[end - 1]!)) end--
  return text.slice(0, end)
}

const isFirmNoun = (reading: Reading, word: Span) => cuesOf(reading, 'projects.firm').some((c) => c.start <= word.start && c.end >= word.end - 1)
const isOneOf = (signs: string, text: string, at: number) => at >= 0 && at < text.length && signs.includes(text[at]!)
const quotedAt = (reading: Reading, start: number, end: number) => isOneOf('«„“"', reading.text, start - reading.start - 1) && isOneOf('»”“"', reading.text, end - reading.start)

/** Does the word open a name of nobody: an article, an office, a word that the text writes small elsewhere? */
function opensNothing(analysis: Analysis, reading: Reading, word: Span & { readonly text: string }): boolean {
  const table = nameTable(analysis.language), low = word.text.toLowerCase()
  if (table.determiners.has(low) || table.never.has(low) || table.titles.has(low) || (table.roles.has(low) && !isGivenName(word.text))) return true
  if (word.start !== reading.start && !/[«„“":–—-]\s?$/.test(reading.text.slice(Math.max(0, word.start - reading.start - 2), word.start - reading.start))) return false
  if (analysis.language.sentences.starters.includes(low) || reading.cues.some((c) => c.start === word.start && c.end >= word.end)) return true
  const token = reading.sentence.tokens.find((t) => t.start === word.start)
  return (token?.pos !== null && token?.pos !== undefined && token.pos !== 'PROPN' && token.pos !== 'NOUN') || smallWords(analysis).has(low)
}

/** The words that the text writes in small letters somewhere. */
const smallWords = onAnalysis((analysis): ReadonlySet<string> => wordsWhere(analysis, 0, (text, lower) => text === lower))

/** Is a name joined to the next one, also behind its town: "Aldor and …", "Aldor of Leeds and …"? */
function joined(reading: Reading, end: number): boolean {
  const town = ofTown.exec(reading.text.slice(end - reading.start, end - reading.start + 40))?.[0].length ?? 0
  return cuesOf(reading, 'frames.and').some((c) => c.start - end === 1 || c.start - end - town === 1)
}
/** "At Falk Motors in Leeds": a town stands in no town. */
const inTown = /^ (?:of|in|aus|à|de|di|z|w|з|із|у|в) \p{Lu}\p{Ll}/u
/** "Aldor of Leeds": right behind a name its town or state. */
const isOfTown = (analysis: Analysis, reading: Reading, end: number): boolean => inTown.test(reading.text.slice(end - reading.start, end - reading.start + 12)) && reading.cues.some((c) => c.table.startsWith('projects.')) &&
  (stateWords(analysis, reading).some((w) => w.start > end && w.start - end <= 5) || !/\sof\s/.test(reading.text.slice(end - reading.start, end - reading.start + 4)) && /^,? (?:di|de|z|з|із|aus) \p{Lu}/u.test(reading.text.slice(end - reading.start, end - reading.start + 12)))
const ofTown = /^ (?:of|from|in|aus|de|di|z|ze|w|з|із|у|в) \p{Lu}[\p{L}-]+/u

/** The words that the text writes in capitals inside a sentence: a name that only opens sentences may be any word. */
const insideWords = onAnalysis((analysis): ReadonlySet<string> => wordsWhere(analysis, 1, (text, lower) => text !== lower))

/** The words of a text that are written in some way, from a place of their sentence on. */
function wordsWhere({ sentences }: Analysis, from: number, accept: (text: string, lower: string) => boolean): Set<string> {
  const words = new Set<string>()
  for (const { tokens } of sentences) for (let i = from; i < tokens.length; i++) if (accept(tokens[i]!.text, tokens[i]!.lower)) words.add(tokens[i]!.text)
  return words
}

/** A noun for firms, a nationality or a town's adjective right before the name. */
function toldBefore(analysis: Analysis, reading: Reading, start: number): { told: boolean; country: CountryCode | null } {
  // Only the word right before counts; the rest of the sentence is not looked through again for each name.
  const from = Math.max(0, start - reading.start - 48), text = reading.text.slice(from, start - reading.start), small = lastSmallWord(text), states = stateWords(analysis, reading)
  const adjective = small ? { start: reading.start + from + small.start, end: reading.start + from + small.end } : null
  const beside = (at: number) => cuesOf(reading, 'projects.firm').some((c) => c.end <= at && at - c.end <= 2 && !/[,;]/.test(reading.text.slice(c.end - reading.start, at - reading.start)))
  const state = states.find((s) => s.kind !== 'place' && s.end <= start && start - s.end <= 3) ?? (adjective ? states.find((s) => overlaps(s, adjective)) : undefined)
  const linking = adjective !== null && (small!.end - small!.start < 4 || cuesOf(reading, ['frames.to', 'frames.from', 'frames.at', 'frames.and', 'frames.stop', 'projects.with']).some((c) => overlaps(c, adjective)))
  if (beside(start) || (adjective && !linking && beside(adjective.start))) return { told: true, country: state?.country ?? null }
  if (state && /^\p{Ll}/u.test(reading.text.slice(state.start - reading.start))) return { told: true, country: state.country }
  return { told: /-based\s$/.test(text) || organ.test(text) || (small !== null && townAdjective.test(text.slice(small.start, small.end))), country: null }
}

/** "The board of", "der Aufsichtsrat der", "l'amministratore delegato di": organs that only firms have, right before the name. */
const organ = /(?<!\p{L})(?:(?:board of directors|supervisory board|management board|chief executive|chief operating officer|managing director|shareholders|shop stewards) (?:of|at)|(?:Aufsichtsrat|Vorstand|Vorstandschef|Vorstandschefin|Geschäftsführer|Geschäftsführerin|Geschäftsführung|Hauptversammlung|Aktionäre|Betriebsrat) (?:der|des|von|bei)|(?:conseil d['’]administration|conseil de surveillance|directoire|actionnaires|comité d['’]entreprise|directeur général délégué|PDG) (?:de la|de|du|des|d['’])|(?:consiglio di amministrazione|collegio sindacale|amministrat(?:ore|rice) delegat[oa]|azionisti|assemblea dei soci) (?:della|del|dei|di|dell['’])|(?:rad[ayąęz]\S{0,2} nadzorcz\p{L}{1,3}|akcjonariusz\p{L}{0,3}|udziałowc\p{L}{1,4})|(?:наглядов\p{L}{1,3} рад\p{L}{1,2}|акціонер\p{L}{1,3}|генеральн\p{L}{1,4} директор\p{L}{0,3}|гендиректор\p{L}{0,3}))\s?[«„“"]?$/u

/** The word in small letters, hyphens in it, that one or two signs part from the end of a text. */
function lastSmallWord(text: string): Span | null {
  const signs = /[\s«„“"]{1,2}$/.exec(text), end = signs?.index ?? 0
  let start = end
  while (start > 0 && /[\p{L}-]/u.test(text[start - 1]!)) start--
  while (start < end && !/\p{Ll}/u.test(text[start]!)) start++
  return end - start > 1 ? { start, end } : null
}

function isCompany(analysis: Analysis, reading: Reading, span: Span): boolean {
  const table = nameTable(analysis.language), words = reading.text.slice(span.start - reading.start, span.end - reading.start).split(/\s+/)
  return reading.mentions.some((m) => m.mention.type === 'company' && overlaps(m, span)) || piecesAt(analysis, reading, span).some((p) => p.kind === 'company') || (words.length > 1 && words.some((w, i) => i > 0 && table.companies.has(w.toLowerCase())))
}

/** Names of people, states, bodies and forums that are known, and days: no firms, whatever stands beside them. */
function isOther(analysis: Analysis, reading: Reading, span: Span, name: string): boolean {
  if (reading.dates.some((x) => overlaps(x, span)) || reading.amounts.some((x) => overlaps(x, span))) return true
  if (name.includes('-') && stateWords(analysis, reading).some((s) => s.start <= span.start && s.end >= span.end)) return true
  if (stateFirm.test(name)) return false
  const first = name.search(/\s/)
  if (first > 0 && isGivenName(name.slice(0, first)) && !isCompany(analysis, reading, span)) return true
  return piecesAt(analysis, reading, span).some((p) => p.senses.length > 0 && (p.kind === 'body' || p.kind === 'forum' || p.kind === 'person' || p.kind === 'other' || p.kind !== 'company' && startOf(reading, p) <= span.start && endOf(reading, p) >= span.end && !(p.kind === 'place' && quotedAt(reading, span.start, span.end))))
}

/** Firms that a state owns and that the lexicon knows as its bodies. */
const stateFirm = /^(?:Ukr(?:energo|enerho|oboron|zalizny|hydro|hidro|ga[sz]|haz|sp[e]?[ct]|avto|posht|trans)\p{Ll}*|Укр(?:енерго|оборон|залізн|гідро|газ|спец|авто|пошт|транс)\p{Ll}*|Naftogaz|Naftohaz|Нафтогаз|Energoatom|Enerhoatom|Енергоатом)$/u

const startOf = ({ sentence }: Reading, p: Piece) => sentence.tokens[p.from]!.start
const endOf = ({ sentence }: Reading, p: Piece) => sentence.tokens[p.to - 1]!.end
const piecesAt = ({ lexicon, language }: Analysis, reading: Reading, span: Span): Piece[] => findPieces(reading.sentence, lexicon, language).filter((p) => startOf(reading, p) < span.end && span.start < endOf(reading, p))

/** Names of people, bodies, forums and goods that no word calls a firm. */
function barred(analysis: Analysis, reading: Reading, span: Span, name: string, sure: boolean): boolean {
  if (stateFirm.test(name)) return false
  const words = name.split(/\s+/), german = analysis.language.names.nounsInCapitals, after = reading.text.slice(span.end - reading.start)
  if (reading.goods.some((g) => overlaps(g, span) && (g.quantity !== null || words.length === 1)) && !sure) return true
  if (reading.mentions.some((m) => overlaps(m, span) && ((m.mention.type === 'person' && !sure && m.mention.name.includes(words.at(-1)!)) || m.mention.type === 'forum' || (m.mention.type === 'body' && (m.mention.candidates.length > 0 || (!sure && inside(m, span))))))) return true
  if (!sure && piecesAt(analysis, reading, span).some((p) => p.kind === 'body' || p.kind === 'forum' || p.kind === 'other')) return true
  if (!sure && (nameTable(analysis.language).bodies.has(words[0]!.toLowerCase()) || /^\s\p{Ll}/u.test(after) && cuesOf(reading, 'projects.firm').some((c) => c.start > span.end && c.start - span.end <= 2))) return true
  if (!sure && words.length === 1 && /^\s(?:g[eéè]n[eéè]ral|national|f[eé]d[eé]ral|nazional|europ)/i.test(after)) return true
  // "The Ukrainian Zubr-M cruise missile": what a noun for goods follows is a product, unless it is told with the firm's own words.
  if (words.length === 1 && /^\s\p{Ll}/u.test(after) && goodsAt(reading, span.end + 1) && analysis.language.names.homeState === null && !cuesOf(reading, 'projects.firm').some((c) => c.end <= span.start && span.start - c.end <= 2)) return true
  if (words.some((w) => ministry.test(w)) || words.slice(0, -1).some((w) => nameTable(analysis.language).roles.has(w.toLowerCase())) && !isCompany(analysis, reading, span)) return true
  if (designation.test(name) || isProduct(reading, span) && !/\s/.test(name)) return true
  // "Mit dem Minister Urs Imboden": who has an office is no firm, in whatever case his name stands.
  if (reading.mentions.some((m) => m.mention.type === 'person' && m.mention.office !== null && m.end === span.end && m.start >= span.start)) return true
  if (words.length > 1 && street.test(name) || numbered.test(name) && span.start === reading.start) return true
  if (words.length === 1 && name === name.toUpperCase() && (!sure || name.length < 3)) return true
  return german && !sure && words.length === 1 && !(span.start === reading.start && /^\s\p{Ll}/u.test(after))
}

/** "F-16", "Su-27", "K239": types of arms. */
const designation = /^\p{Lu}{1,4}-?\d{1,4}\p{L}{0,2}$/u
/** "18 гаубиць «Богдана»", "drony Palanytsia": a noun for goods right before a name, with no firm that makes them before it. */
const isProduct = (reading: Reading, span: Span): boolean => {
  const goods = reading.language.names.nounsInCapitals ? undefined : cuesOf(reading, ['support.goods', 'support.military']).find((c) => c.end <= span.start && span.start - c.end <= 2)
  return goods !== undefined && !/^\p{Lu}/u.test(reading.text.slice(goods.start - reading.start)) && !cuesOf(reading, 'projects.firm').some((c) => c.to < goods.from && goods.from - c.to <= 3)
}

/** Does a noun for goods stand at a place, also behind a word that says which: "cruise missile"? */
const goodsAt = (reading: Reading, at: number) => cuesOf(reading, ['support.goods', 'support.military']).some((c) => c.start >= at && c.start - at <= 10 && !/[,;]/.test(reading.text.slice(at - reading.start, c.start - reading.start)))
const ministry = /^(?:Minist(?:ry|ries|ère|ero)|Ministerium|Ministerstw|Міністерств)/u
/** Streets and squares, and the letters that number headings. */
const street = /\s(?:Street|Lane|Road|Avenue|Square|Quay|Boulevard|Allee|Platz|Straße)$|^(?:Rue|Avenue|Boulevard|Place|Quai|Via|Viale|Piazza|Corso|Ulica|Aleja|Aleje|Plac|Вулиця|Проспект|Площа)\s/u, numbered = /^\p{Lu}\.\s/u

/** Prepositions of place that stand before receivers, too, or with an article that towns do not have. */
const openToFirms = /^(?:to|de|alla|al|all|alle|aux?|nella|nel)$/i

/** After "in" or "at", and after "of" where no word of cooperation stands before it: a town. */
function isPlaced(reading: Reading, start: number): boolean {
  if (cuesOf(reading, 'frames.at').some((c) => c.end <= start && start - c.end <= 2 && !openToFirms.test(reading.text.slice(c.start - reading.start, c.end - reading.start)))) return true
  // The word and its space take seven signs at most.
  const from = Math.max(0, start - reading.start - 9), before = reading.text.slice(from, start - reading.start), of = /(?:^|\s)(?:of|de|du|des|d['’]|di|del|della|dell['’]|von)\s?$/u.exec(before)
  if (!of) return false
  const at = reading.start + from + of.index + 1
  return !/(?:(?:^|\s)(?:and|et|e|und)|%|cent|cento)$/u.test(reading.text.slice(0, from + of.index)) && !reading.cues.some((c) => c.table.startsWith('projects.') && at - c.end <= 2 && c.end <= at + of[0].length)
}

import type { Mention } from '../../core/claim.ts'
import type { Analysis } from '../analysis.ts'
import { onAnalysis } from '../kept.ts'
import { readingsOf, type Reading } from '../frames/frames.ts'
import { stateWords } from '../names/atlas.ts'
import { nameTable } from '../names/name-words.ts'
import { selfOf, stateMention } from '../names/parties.ts'
import { speechTable } from '../speech/speech-words.ts'
import { authorsOf } from '../speech/speakers.ts'
import { isGovernment } from './addressees.ts'
import { askTable } from './ask-words.ts'
import { asNamed, stemOf } from './voices.ts'

/** Sentences within which "the Secretary General" is who was named last without an office. */
const near = 4

/**
 * Who asks, by the fullest name that the text gives: a noun alone as the body that the title or an earlier line names
 * ("the Committee", where the title has "Committee on Harbours"), a name without the words that describe it, a name with
 * all its words in capitals, an office alone as the person named just before.
 * @example fullest(analysis, reading, committee).name // 'Select Committee on Harbours and Docks'
 */
export function fullest(analysis: Analysis, reading: Reading, m: Mention): Mention {
  if (m.type === 'person') return m.name === m.office || !/(?<!\p{L})\p{Lu}\p{L}+$/u.test(m.name) ? bearer(analysis, reading, m) ?? only(analysis, m) ?? m : m
  if (m.country && m.candidates.length === 0 && (isGovernment(analysis, m) || sided.test(m.name))) return { ...stateMention(m.country, null), written: m.written, span: m.span }
  if (m.type === 'group' && !/\s/.test(m.name)) return counted(analysis, reading, m)
  if (m.candidates.length > 0 || !/^(?:body|group|company|unknown|forum)$/.test(m.type)) return m
  const named = asNamed(analysis, reading, m)
  if (named !== m && named.name !== m.name && named.name.includes(' ')) return lengthened(analysis, widened(analysis, named))
  const wide = widened(analysis, undescribed(untold(analysis, m)))
  return wide.name === m.name && bare(m) ? ofText(analysis, m) ?? m : lengthened(analysis, wide)
}

/** "The Ukrainian side", "delegazione turca": a state by those who speak for it. */
const sided = /(?<!\p{L})(?:side|delegation|seite|partie|délégation|parte|delegazione|strona|delegacja|сторона|делегація)(?!\p{L})/iu

/** "Select Committee" as "Select Committee on Harbours", where the head of the text has that. */
const lengthened = (analysis: Analysis, m: Mention): Mention => {
  const longer = m.candidates.length === 0 && m.type !== 'company' && m.name.includes(' ') ? properNames(analysis).find((n) => n.startsWith(m.name + ' ') && (m.type !== 'unknown' || !/\s\p{Ll}/u.test(n))) : undefined
  return longer ? { ...m, name: longer } : m
}

/** "The three states": those whom the text told of with that number. */
const counted = (analysis: Analysis, reading: Reading, m: Mention): Mention => {
  const at = m.span ? reading.words.findIndex((w) => w.end > m.span!.start) : -1
  return at > 0 && (analysis.language.numbers.cardinals[reading.words[at - 1]!.lower] ?? 0) > 1 ? several(analysis, reading) ?? m : asNamed(analysis, reading, m)
}

/** The one person of a state whom the text names with an office like this. */
function only(analysis: Analysis, m: Mention): Mention | null {
  const fits = analysis.mentions.map((x) => x.mention).filter((x) => x.type === 'person' && x.name.includes(' ') && x.name !== x.office && x.office !== null && x.country === m.country && stemOf(x.office.split(' ')[0]!) === stemOf(m.name.split(' ')[0]!))
  return fits[0] && fits.every((x) => x.name === fits[0]!.name) ? { ...fits[0], written: m.written, span: m.span } : null
}

/** A noun alone: "the Committee", "Unser Institut", "Standing Committee". */
const bare = ({ name, type }: Mention): boolean => type !== 'company' && (!/\s/.test(name) || /^(?:standing|select|joint|special|general|ständige|gemeinsame) \S+$/i.test(name))

/** The body that the title, the text or its publisher names with more words than the noun: "Committee on Harbours". */
function ofText(analysis: Analysis, m: Mention): Mention | null {
  const noun = m.name.split(/\s+/).at(-1)!, stem = stemOf(noun)
  if (stem.length < 5) return null
  const own = (word: string) => word.toLowerCase().startsWith(stem)
  const found = properNames(analysis).find((name) => name.split(' ').some(own) && name.length > noun.length + 3), { publisher } = analysis.document
  const name = found ?? (publisher && !isPress(analysis, publisher) && publisher.split(/\s+/).some(own) ? publisher : null)
  return name && name !== m.name ? { ...m, name: name.split(' ').map((w) => (own(w) && /^\p{Lu}/u.test(noun) ? noun : w)).join(' ') } : null
}

/** Names in capitals of two words and more in the title and the first paragraphs. */
const properNames = onAnalysis((analysis): readonly string[] => {
  const { document } = analysis, out: string[] = []
  const head = document.blocks.filter((b) => b.kind !== 'boilerplate').slice(0, 6)
  for (const part of [document.title ?? '', ...head.map((b) => document.text.slice(b.start, b.end))]) {
    const text = part === part.toUpperCase() ? capitalised(part) : part
    for (const [whole] of text.matchAll(run)) {
      const name = whole.replace(/\s+/g, ' ').replace(/^(?:The|Die|Der|Das|Le|La|Les|Il|Lo|I|A|An)\s/, '')
      if (name.includes(' ')) out.push(name)
    }
  }
  return out
})
const small = 'of|on|for|and|the|de|du|des|d[’\']|della|dell[’\']|del|di|e|et|sur|für|und|der|la|les|l[’\']|ds\\.|do|spraw|з|питань|та'
/** Words in capitals with the small words between them; behind "з питань" the words of a Ukrainian committee. */
const run = new RegExp(`(?<!\\p{L})(?:\\p{Lu}\\p{Ll}{1,30}(?:\\s\\p{Lu}\\p{Ll}{1,30}){0,3}\\s(?:з питань|ds\\.|do spraw)\\s(?:\\p{Ll}{1,30}(?:ої|их|ych|ej)\\s)?\\p{Ll}{1,30}(?:(?:,|\\s(?:та|і|й|i|oraz))\\s(?:\\p{Ll}{1,30}(?:ої|их|ych|ej)\\s)?\\p{Ll}{1,30}){0,6}|\\p{Lu}[\\p{L}’'-]{1,40}(?:\\s(?:(?:${small})\\s?){0,3}\\p{Lu}[\\p{L}’'-]{1,40}){1,7})`, 'gu')
const capitalised = (name: string): string => name.toLowerCase().replace(/(?<!\p{L})\p{L}(?=\p{L}{3})/gu, (c) => c.toUpperCase())

/** Is a name that of a publisher who tells what others ask: neither an organ of a state, nor a firm, nor an institute with a view of its own? */
export function isPress(analysis: Analysis, name: string): boolean {
  const { publisher } = analysis.document
  return publisher !== null && name === publisher && selfOf(analysis).parties.length === 0 && !thinks.test(publisher) && !publisher.split(/\s+/).some((w) => nameTable(analysis.language).companies.has(w))
}
/**
 * Who asks in a text of an institute or association without more words: its one author, else the institute itself.
 * @example advising(analysis)?.name // 'Harbour Policy Institute', where no author is named
 */
export const advising = onAnalysis((analysis): Mention | null => {
  const { publisher } = analysis.document, authors = authorsOf(analysis), [name, type] = authors.length === 1 ? [authors[0]!, 'person' as const] : [publisher ?? '', 'body' as const]
  return publisher && thinks.test(publisher) ? { kind: 'mention', type, name, written: '', span: null, country: null, office: null, candidates: [] } : null
})

/** Institutes and associations, which ask in their own name. */
const thinks = /(?<!\p{L})(?:institut\p{L}*|think[- ]tank|forum|foundation|cent(?:re|er)|council|association|federation|chamber|alliance|observatory|society|policy lab|stiftung|zentrum|verband|verein|denkfabrik|gesellschaft für|fondation|observatoire|cercle|fédération|istituto|fondazione|centro|osservatorio|associazione|confindustria|instytut|fundacja|ośrodek|centrum|stowarzyszenie|związek|izba|rada|інститут|фонд|центр|асоціація|рада|спілка|об[’']єднання)(?!\p{L})/iu

/** "Federation wants Oslo and Riga": a name that was read on beyond the verb. */
function untold(analysis: Analysis, m: Mention): Mention {
  const words = m.name.split(' '), { verbs } = askTable(analysis.language), at = words.findIndex((w, i) => i > 0 && /^\p{Ll}/u.test(w) && verbs.has(w))
  return at > 0 ? { ...m, name: words.slice(0, at).join(' ') } : m
}

/** "Industry body Iberdefensa" without what describes the name. */
function undescribed(m: Mention): Mention {
  const words = m.name.split(' '), at = words.findIndex((w) => /^\p{Lu}/u.test(w))
  return at > 0 && words.slice(at).every((w) => /^\p{Lu}/u.test(w)) && !/^(?:of|on|for|de|du|des|di|del|della|d’|der|für|z)$/.test(words[at - 1]!) && words.slice(0, at).every((w) => /^\p{Ll}[\p{Ll}-]{3,}$/u.test(w)) ? { ...m, name: words.slice(at).join(' ') } : m
}

/** "Munitions Association" with the words in capitals before it: "Central European Munitions Association", "Ammunition Makers' Association". */
function widened({ document, language }: Analysis, m: Mention): Mention {
  if (!m.span || language.names.nounsInCapitals || !/^\p{Lu}/u.test(m.name) || !document.text.slice(m.span.start, m.span.end).includes(m.name)) return m
  const start = m.span.start + document.text.slice(m.span.start, m.span.end).indexOf(m.name), led = /(?:\p{Lu}[\p{Ll}-]{1,30}(?:[’']s?)?\s){1,5}$/u.exec(document.text.slice(Math.max(0, start - 60), start)), before = led && start - led[0].length
  if (!led || before === null || /^(?:The|A|An|In|On|At|By|Le|La|Les|Il|Lo|For|But|And|Mr|Mrs|Ms)\s$/.test(led[0]) || /[’']s\s$/.test(led[0])) return m
  const words = led[0].replace(/^(?:The|A|An|In|On|At|By|Le|La|Les|Il|Lo|For|But|And)\s/, '')
  return { ...m, name: (words + m.name).replace(/\s+/g, ' '), span: { start: start - words.length, end: m.span.end } }
}

/** An office alone, as the person named in the sentences just before: of the same state, or of none where the office is none's. */
function bearer(analysis: Analysis, reading: Reading, m: Mention): Mention | null {
  const readings = readingsOf(analysis), offices = nameTable(analysis.language).roles, full = (x: Mention) => x.type === 'person' && /(?<!\p{L})\p{Lu}\p{L}+$/u.test(x.name) && x.name !== x.office && !offices.has(x.name.toLowerCase())
  for (let i = reading.index; i >= Math.max(0, reading.index - near); i--) {
    const here = readings[i]!.mentions.filter((x) => !x.quoted && full(x.mention) && (i < reading.index || x.start < (m.span?.start ?? reading.end))).map((x) => x.mention)
    const fits = here.filter((x) => x.country === m.country && (x.office === null || x.office === m.office || stemOf(x.office.split(' ')[0]!) === stemOf(m.name.split(' ')[0]!)))
    if (fits.length > 0) return { ...fits.at(-1)!, written: m.written, span: m.span }
  }
  return null
}

/**
 * Several who ask together by their number alone: "the three called on …" as those whom the text told of with that number.
 * @example several(analysis, reading)?.name // 'presidents of Norway, Latvia and Estonia'
 */
export function several(analysis: Analysis, reading: Reading): Mention | null {
  const { cardinals } = analysis.language.numbers, at = reading.words.findIndex((w, i) => i > 0 && articles.has(reading.words[i - 1]!.lower) && (cardinals[w.lower] ?? 0) > 1 && cardinals[w.lower]! < 10)
  const number = cardinals[reading.words[at]?.lower ?? ''] ?? 0, word = reading.words[at]
  if (!word) return null
  const next = reading.words[at + 1]?.lower ?? '', { groups } = nameTable(analysis.language), { auxiliaries, adverbs } = speechTable(analysis.language), readings = readingsOf(analysis)
  // "The seven ranges" ask for nothing.
  if (!groups.has(next) && !auxiliaries.has(next) && !adverbs.has(next) && !askTable(analysis.language).verbs.has(next) && !askTable(analysis.language).double.has(next)) return null
  for (let i = reading.index - 1; i >= 0; i--) { const found = listed(analysis, readings[i]!, number); if (found) return found }
  const name = groups.has(next) ? reading.text.slice(word.start - reading.start, reading.words[at + 1]!.end - reading.start) : reading.text.slice(reading.words[at - 1]!.start - reading.start, word.end - reading.start)
  return { kind: 'mention', type: 'group', name, written: name, span: { start: word.start, end: word.end }, country: null, office: null, candidates: [] }
}
const articles = new Set(['the', 'die', 'les', 'i', 'le', 'gli'])

/** "The presidents of Norway, Latvia and Estonia": a noun with as many states, or the states alone. */
function listed(analysis: Analysis, reading: Reading, number: number): Mention | null {
  const states = stateWords(analysis, reading).filter((w) => w.kind === 'state'), text = (a: number, b: number) => reading.text.slice(a - reading.start, b - reading.start)
  for (let i = 0; i + number <= states.length; i++) {
    const run = states.slice(i, i + number)
    if (run.some((w, k) => k > 0 && !/^,?\s(?:\p{Ll}{1,4}\.?\s|l['’]){0,3}$/u.test(text(run[k - 1]!.end, w.start)))) continue
    const lead = /(?<!\p{L})(?:\p{L}{1,30}\s)?(?<!\p{L})\p{Ll}{4,30}\s(?:of|from|aus|von|de|du|des|di|della|dell['’]|de l['’]|de la|z|ze)\s?(?:the\s)?$/u.exec(text(reading.start, run[0]!.start)), from = run[0]!.start - (lead?.[0].replace(/^(?:the|die|les|i|le|gli|The|Die|Les|I|Le|Gli)\s/u, '').length ?? 0)
    const name = text(from, run.at(-1)!.end).replace(/\s+/g, ' ')
    return { kind: 'mention', type: 'group', name, written: name, span: { start: from, end: run.at(-1)!.end }, country: null, office: null, candidates: [] }
  }
  return null
}

import type { CountryCode } from '../../core/claim.ts'
import { askTable } from '../asks/ask-words.ts'
import { startsUpper } from '../words/characters.ts'
import { otherScript, type Piece } from '../words/pieces.ts'
import type { Reading } from './chunks.ts'
import { speechTable } from '../speech/speech-words.ts'
import { isGivenName } from './given-names.ts'
import { isFormer, publicOffice } from './offices.ts'

// Where the words of an office begin and end beside a name, and which state they name.

/** The office before a name: back to the leftmost noun for an office with no stop between, with its state or adjective. */
export function officeBefore(r: Reading, piece: Piece, taken: ReadonlySet<number>): { from: number; to: number; noun: number } | null {
  const many = piece.to - piece.from > 1 || piece.kind === 'person'
  if (r.table.links.has(r.lower(piece.from - 1))) return null
  return officeUpTo(r, piece.from, many, taken)
}

export function officeUpTo(r: Reading, name: number, many: boolean, taken: ReadonlySet<number>): { from: number; to: number; noun: number } | null {
  let i = name - 1
  while (i >= 0 && r.table.titles.has(r.lower(i))) i--
  if (r.lower(i) === ',' && i > 0) { if (!many || !commaOffice(r, i)) return null; i-- }
  const last = i
  let noun = -1
  for (; i >= 0 && last - i < 14 && !(noun >= 0 && taken.has(i)); i--) {
    // "Директор «Акрона» Юхим Бойчун": the firm in marks between office and name.
    if (last === i && closing.has(r.tokens[i]!.text)) { let k = i - 1; while (k > i - 5 && k > 0 && !opening.has(r.tokens[k]!.text)) k--; if (opening.has(r.tokens[k]?.text ?? '') && k > 0) { i = k; continue } }
    const p = r.at[i]
    if (p && (p.kind === 'person' || (p.kind === 'name' && p.to - p.from > 1 && !ofFirm(r, p) && !r.language.names.nounsInCapitals && !r.table.links.has(r.lower(p.from - 1))))) break
    if (r.isRole(i)) { noun = i; continue }
    if (r.stops(i) && !r.table.links.has(r.lower(i)) && !(r.tokens[i]!.pos === 'ADV' || r.tokens[i]!.pos === 'CCONJ')) break
  }
  if (noun < 0) return null
  let from = noun
  while (from > 0 && last - from < 16 && beforeNoun(r, from - 1)) from--
  while (from < noun && (r.table.determiners.has(r.lower(from)) || r.table.links.has(r.lower(from)))) from++
  // "Spain’s delegate, Rear Admiral X": a rank alone; the office stands before the comma.
  const start = r.table.determiners.has(r.lower(from - 1)) ? from - 1 : from
  if (r.lower(start - 1) === ',' && start > 1 && commaOffice(r, start - 1)) { const more = officeUpTo(r, start, true, taken); if (more) return { from: more.from, to: last + 1, noun: more.noun } }
  return { from, to: last + 1, noun }
}

/** "Vice-président de Haneul pour l’Europe": an office that firms have too, of something that nothing knows. */
export function ofUnknown(r: Reading, where: { from: number; to: number; noun: number }, name: Piece): boolean {
  if (!eitherWay.test(r.lower(where.noun))) return false
  for (let i = where.noun + 1; i < Math.min(where.to, where.noun + 5); i++) {
    const p = r.at[i]
    if (p === name || r.isBody(i) || r.isRole(i) && !/^g[eé]n[eé]ral/.test(r.lower(i))) return false
    if (p) return p.kind === 'name' && p.senses.length === 0 && r.table.links.has(r.lower(i - 1)) && !r.language.names.nounsInCapitals && !/^(?:Defen[cs]e|État|Conseil|Assemblée|Stato|Difesa|Camera|Senato|Parlement|Parliament|House|Army|Navy|Staff|République|Repubblica|Republic|Nation|Nazione)$/.test(r.tokens[i]!.text)
  }
  return false
}
const eitherWay = /^(?:vice-)?(?:président|présidente|directeur|directrice|presidente|direttore|direttrice|president|director|head|manager|prezes|dyrektor|dyrektorka|wiceprezes)$/

const closing = new Set('»”“"'), opening = new Set('«„“"')

/** "Portugal’s state secretary for defence, Duarte": the office fills the clause from a verb or a mark to the comma. */
export function commaOffice(r: Reading, comma: number): boolean {
  for (let i = comma - 1; i >= 0 && comma - i < 16; i--) {
    if (r.isRole(i)) return true
    if (r.stops(i) && !r.table.links.has(r.lower(i))) return false
  }
  return false
}

/** May a word stand before the noun of an office as part of it: an adjective, a state with ’s, another noun? */
export function beforeNoun(r: Reading, i: number): boolean {
  const t = r.tokens[i]!, p = r.at[i]
  // "у Києві Президента Словенії …": where states stand behind the noun, one before it says where.
  if (p && (p.kind === 'state' || p.kind === 'place') && r.language.names.cases.length > 0) return false
  if (p) return p.kind === 'demonym' || p.kind === 'state' || p.kind === 'body' || p.kind === 'forum' || p.kind === 'other' || p.kind === 'company' || p.kind === 'place' || (p.kind === 'name' && p.to - p.from === 1)
  if (r.table.titles.has(t.lower) || r.isRole(i)) return true
  if (/^['’]s$/.test(t.text)) return true
  // "The report urges ministers": a verb of asking that a tagger takes for a noun of several.
  if (t.pos === 'NOUN' && t.lower.endsWith('s') && askTable(r.language).verbs.has(t.lower)) return false
  return t.pos === 'ADJ' || t.pos === 'NOUN' || t.pos === 'PROPN' || (t.pos === null && /^[\p{L}-]{4,}$/u.test(t.text) && isAdjective(t.lower) && !r.verbs.has(t.lower))
}
/** Endings of adjectives in the languages without a tagger. */
const isAdjective = (word: string) => /(?:ischer?|ische[nm]?|licher?|liche[nms]?|ный|ної|ний|ська|ський|ського|цький|ська|ний|owy|owa|owego|ski|ska|skiego|skiej|ny|na|cki|cka)$/u.test(word)

/** ", head of UNHCR’s media section," after a name. */
export function apposition(r: Reading, to: number): { from: number; to: number; noun: number } | null {
  if (r.lower(to) === '(') return bracketed(r, to)
  if (r.lower(to) === 'in' && r.lower(to + 1) === 'the' && r.lower(to + 2) === 'chair') return { from: to + 2, to: to + 3, noun: to + 2 }
  if (r.lower(to) !== ',') return null
  let from = to + 1
  // "…, and the ambassador of …": somebody else.
  if (speechTable(r.language).and.has(r.lower(from))) return null
  while (r.table.determiners.has(r.lower(from))) from++
  let noun = -1
  for (let i = from; i < r.tokens.length && i < from + 6; i++) {
    if (r.isRole(i)) { noun = i; break }
    if (r.stops(i) && !(i === from && isFormer(r.lower(i))) || r.at[i]?.kind === 'person') break
  }
  if (noun < 0) return null
  let end = noun + 1
  while (end < r.tokens.length && end < noun + 14 && r.lower(end) !== ',' && !r.stops(end)) end++
  while (r.tokens[end] && end < noun + 14 && (r.table.links.has(r.lower(end)) || r.at[end])) { end++; while (end < noun + 14 && r.tokens[end] && !r.stops(end)) end++ }
  // "Sunak, the Polish prime minister, Donald Tusk, and …": in a list the office is that of the next name.
  const next = r.at[end] ?? (r.lower(end) === ',' ? r.at[end + 1] : undefined)
  if (next && (next.kind === 'person' || (next.kind === 'name' && next.to - next.from > 1))) return null
  return { from, to: Math.min(end, r.tokens.length), noun }
}

/** "Anna Lund (Chair of the Select Committee)". */
function bracketed(r: Reading, open: number): { from: number; to: number; noun: number } | null {
  let end = open + 1, noun = -1
  while (end < open + 12 && end < r.tokens.length && r.lower(end) !== ')') { if (noun < 0 && r.isRole(end) && end < open + 6) noun = end; end++ }
  return r.lower(end) === ')' && noun > 0 && startsUpper(r.tokens[open + 1]!.text) ? { from: open + 1, to: end, noun } : null
}

/** The state of an office: an adjective or a state in it; "to" and "in" before a state mean another thing. */
export function stateIn(r: Reading, from: number, to: number, except?: Piece): { country: CountryCode | null; supranational: boolean; firm: boolean } {
  let supranational = false, firm = false, country: CountryCode | null = null, general: CountryCode | null = null
  for (let i = from; i < to; i++) {
    const p = r.at[i]
    if (!p || p === except) continue
    const before = r.lower(p.from - 1)
    // "son ambassadeur à Kyiv": where he serves, not whom.
    if (p.from > from && posted.test(before) && /^(?:ambass|botschaft|ambasad|посол|посл)/.test(r.lower(from)) && p.kind !== 'demonym') { i = p.to - 1; continue }
    if (p.from > from && (before === 'to' || before === 'against' || before === 'with' || before === 'auprès')) { i = p.to - 1; continue }
    // "deputy head of the Ukraine division", "director for Ukraine": what the office deals with.
    if (p.kind === 'state' && r.language.code === 'en' && before === 'the' && /^\p{Lu}\p{Ll}/u.test(r.tokens[p.from]!.text) && !/^(?:name|person)$/.test(r.at[p.to]?.kind ?? '') && (r.tokens[p.to]?.pos === 'NOUN' || r.tokens[p.to]?.pos === 'PROPN')) { i = p.to - 1; continue }
    if (p.kind === 'state' && dealing.has(before) && p.from > from && !/^['’]s$/.test(r.lower(p.to)) && !/spokes|minist|secretary/.test(r.lower(p.from - 2))) { i = p.to - 1; continue }
    const sense = p.senses[0]
    // "head of sales at Poland’s Kamień", "prezes ukraińskiego Motoru": the state of a firm, not of its people.
    if (p.from > from && (p.kind === 'state' && /^['’]s$/.test(r.lower(p.to)) || p.kind === 'demonym' && !r.isRole(p.from - 1)) && firmAt(r, p.kind === 'state' ? p.to + 1 : p.to, to, except)) { firm = true; i = p.to - 1; continue }
    // "ministero della Difesa polacco": the adjective behind a body tells whose it is.
    if (p.kind === 'demonym' && r.language.goods.trailing && p.from > from && r.at[p.from - 1]?.kind === 'body') country = sense?.country ?? country
    // "directeur de programme à Bonn": where somebody works, not for which state.
    if ((p.kind === 'place' || sense?.as === 'capital') && p.from > from && posted.test(before) && !publicPost(r, from, p.from)) { i = p.to - 1; continue }
    if (p.kind === 'demonym' || p.kind === 'state') country ??= sense?.country ?? null
    // "President of Ukraine": an office that the reference knows by its whole name.
    else if (p.kind === 'other' && sense?.type === 'office') country ??= sense.country
    else if (p.kind === 'company') firm = true
    else if (p.kind === 'place') country ??= sense?.country ?? null
    // "Resort obrony", "Генштабу Греції": a general name that the reference keeps for the state of the language.
    else if (p.kind === 'body' && sense?.country && sense.country === r.language.names.homeState && (/^\p{Ll}/u.test(r.tokens[p.from]!.text) || r.at[p.to]?.kind === 'state' && p.to < to)) { i = p.to - 1; continue }
    // "Ministro della Difesa della Repubblica di Moldova": a body of the language's own state by a name that others bear too yields to the state named.
    else if (p.kind === 'body' && sense?.country && sense.country === r.language.names.homeState) general ??= sense.country
    else if (p.kind === 'body' || p.kind === 'forum') { if (sense?.country) country ??= sense.country; else if (sense) supranational = true }
    i = p.to - 1
  }
  country ??= general
  return { country, supranational: supranational && country === null, firm }
}

/** Does a name that nothing knows, or that of a company, begin here inside the office? */
const firmAt = (r: Reading, at: number, to: number, except: Piece | undefined): boolean => { const p = r.at[at]; return p !== undefined && p !== except && at < to && (p.kind === 'company' || p.kind === 'name' && p.senses.length === 0 && !r.language.names.nounsInCapitals) }

/** Is one of these words a noun for an office that only states have? */
function publicPost(r: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (r.isRole(i) && publicOffice(r.lower(i))) return true
  return false
}

const dealing = new Set(['for', 'für', 'pour', 'per', 'ds.'])
const posted = /^(?:à|en|au|in|a|w|we|у|в)$/

/** "spokesman for the ministry", "міністр оборони України": what follows a noun for an office and belongs to it. */
export function officeAfter(r: Reading, noun: number, taken: ReadonlySet<number>): number {
  let to = noun + 1
  for (let i = to; i < r.tokens.length && i < noun + 9 && !taken.has(i); i++) {
    const t = r.tokens[i]!
    if (/^['’]s$/.test(t.text) && !r.isRole(noun)) break
    const link = r.table.links.has(t.lower) || r.table.determiners.has(t.lower)
    // "Told analysts the plant …": an article that no small word goes before opens another noun.
    if (t.lower === 'the' && !r.table.links.has(r.lower(i - 1))) break
    // "Le ministère demande à la Commission de …": a verb of asking, where no small word makes it a noun.
    if (t.pos === null && !r.at[i] && !r.table.links.has(r.lower(i - 1)) && askTable(r.language).verbs.has(t.lower)) break
    if (t.pos !== 'NOUN' && r.verbs.has(t.lower) && !r.at[i] || r.table.never.has(t.lower) || r.table.determiners.has(t.lower) && !r.table.links.has(r.lower(i - 1)) && !r.table.links.has(t.lower)) break
    if (r.at[i] && r.language.names.cases.length === 0 && !(r.at[i]!.senses.length === 0 && r.lower(i - 1) === 'general') && r.at[i]!.kind !== 'demonym' && r.at[i]!.kind !== 'name' && !r.table.links.has(r.lower(i - 1)) && !r.table.determiners.has(r.lower(i - 1))) break
    if (r.at[i] && r.at[i]!.kind !== 'person') { to = r.at[i]!.to; i = to - 1; if (link) continue; continue }
    if (r.isBody(i) || r.isRole(i) || (startsUpper(t.text) && !r.stops(i))) { to = i + 1; continue }
    if (link && !(t.lower === 'and' || t.lower === '&' || t.lower === 'in' || t.lower === 'at' || t.lower === 'on' || t.lower === 'to' || t.lower === 'with')) continue
    // "Ministère des Affaires étrangères": the adjective of the field.
    if (t.pos === null && r.language.goods.trailing && r.language.names.cases.length === 0 && startsUpper(r.tokens[i - 1]!.text) && !r.stops(i) && field.test(t.lower)) { to = i + 1; continue }
    if (t.pos === null && !r.stops(i) && /^\p{Ll}{4,}$/u.test(t.text) && i - noun < (r.at[noun + 1]?.kind === 'demonym' ? 5 : 4) && !r.language.names.nounsInCapitals) continue
    if ((t.pos === 'NOUN' || t.pos === 'ADJ') && t.lower !== 'more') { if (r.table.links.has(r.lower(i - 1))) to = i + 1; continue }
    break
  }
  return to
}

/** Endings of adjectives of what a ministry deals with: "étrangères", "nationale", "publique", "esteri". */
const field = /(?:gères?|[ei]ures?|onales?|ciales?|i[qc]ues?|éennes?|ieures?|aires?|onali?|ciali|ich?[ae]|teri|ee)$/u

/** "prezes Medarmu Anna Nowak": between an office and a name stands what the office belongs to. */
export const ofFirm = (r: Reading, p: Piece) => p.kind === 'name' && p.senses.length === 0 && ((r.isRole(p.from - 1) || r.isRole(p.from - 2) && r.language.names.cases.length > 0 && /^\p{Ll}.*(?:n[ya]|ow[ya]|sk[ia]|ний|на|ський|ська)$/u.test(r.tokens[p.from - 1]!.text)) && r.at[p.to]?.kind === 'name' && !isGivenName(r.tokens[p.from]!.text) && (isGivenName(r.tokens[p.to]!.text) || otherScript(r.tokens[p.from]!.text, r.tokens[p.to]!.text))
  // "Голова Спілки зброярів Олег Стадник": a capital in the genitive and its own genitive, before the name.
  || p.to - p.from === 1 && r.language.names.cases.length > 0 && r.isRole(p.from - 1) && /^\p{Ll}{4,}$/u.test(r.tokens[p.to]?.text ?? '') && !r.verbs.has(r.lower(p.to)) && r.at[p.to + 1]?.kind === 'name' && r.at[p.to + 1]!.to - p.to > 2 && !isGivenName(r.tokens[p.from]!.text)
  || r.isRole(p.from - 2) && opening.has(r.tokens[p.from - 1]!.text) && closing.has(r.tokens[p.to]?.text ?? '') && r.at[p.to + 1]?.kind === 'name')

import type { CountryCode } from '../core/claim.ts'
import { fold } from './spelling.ts'
import { says, wordings, wordsIn, type Wordings } from './wordings.ts'

/** What an office is, however it is worded: the roles of `offices.csv`. */
export type Role = 'head of state' | 'head of government' | 'foreign minister' | 'defence minister' | 'finance minister' | 'head' | 'deputy head' | 'deputy minister' | 'commissioner' | 'commander'

export interface OfficeWords {
  readonly role: Role | null
  /** "former", "ex-", "колишній": the office is not held any more, or not yet. */
  readonly former: boolean
  /** Speaks or advises for the office without holding it. */
  readonly staff: boolean
}

const former = wordings("former; ex; then; late; previous; outgoing; incoming; designate; elect; next; future; candidate; ehemalig*; fruher*; damalig*; einstig*; vorig*; scheidend*; designiert*; kunftig*; ancien*; alors; d'alors; l'epoque; sortant*; precedent*; designe*; futur*; allora; gia; dell'epoca; uscente*; designat*; byly*; byle*; byla*; bylo*; przyszl*; owczesn*; dawn*; poprzedni*; ustepujac*; *колишн*; екс; ексміністр*; експрезидент*; експрем*; *тодішн*; попередн*; *майбутн*")
const staff = wordings("spokes*; press secretary; advisor/adviser; aide; ambassador; envoy; chief of staff; *sprecher*; *berater*; porte parole; conseill*; rzeczni*; doradc*; portavoce; consigliere; *речник*; *речниц*; *речнич*; *радник*; *радниц*; *раднич*; *посол*")
const deputy = wordings("deputy; assistant; under secretary; undersecretary; parliamentary; state secretary; minister of state; junior; *staatssekretar*; stellvertret*; vize*; adjoint*; delegue*; secretaire d'etat; zastepc*; wice*; sekretarz* stanu; podsekretarz* stanu; sottosegretari*; viceministr*; *заступни*; *віце*; *державн* секретар*")
/** A minister below the secretary of state in London, the minister of defence in Paris. */
const juniorInLondon = wordings("armed forces minister; minister for the armed forces")
const vice = wordings('vice'), viceOfCommission = wordings('vice president of the commission')

const ministers: readonly (readonly [Role, Wordings])[] = [
  ['defence minister', wordings("defence/defense minister*/secretary*/chief*; minister*/*secretary* _ of/for national? defence/defense; minister*/*secretary* _ of/for the armed forces; armed forces minister*; minister*/*secretary* _ of/for war; *secretary of state for national? defence/defense; pentagon chief*; *verteidigungsminister*; ministre* _ de la defense/guerre; ministre* _ des armees; ministr* _ della/alla difesa; minister*/ministr* obrony; szef* mon; szef* resortu obrony; *міністр* оборони; *глав*/*очільни* міноборони")],
  ['foreign minister', wordings("foreign minister*/secretary*; minister* of/for foreign; *secretary of state; *aussenminister*; ministre* _ des affaires etrangeres; ministre* de l'europe et des affaires etrangeres; ministr* _ degli affari? esteri; minister*/ministr* spraw zagranicznych; szef* msz/dyplomacji; *міністр* закордонних справ; *глав* мзс")],
  ['finance minister', wordings("finance minister*; minister* of/for finance*; treasury secretary*; chancellor of the exchequer; chancelier de l'echiquier; cancelliere dello scacchiere; kanclerz* skarbu; *канцлер* казначейства/скарбниці; *finanzminister*; ministre* _ des finances; ministr* delle finanze; ministr* dell'economia; minister*/ministr* finansow*; *міністр* фінансів")],
]
const heads: readonly (readonly [Role, RegExp])[] = [
  ['head of government', /prime minister|premier\b|\bpm\b|chancellor|kanzler|chancelier|chanceliere|cancellier|kanclerz|ministerprasident|premier ministre|premiere ministre|prezes\w{0,20} rady ministrow|premiera?\b|presidente del consiglio|прем'єр|канцлер|taoiseach|head of government|regierungschef/u],
  ['head of state', /president|prasident|prezydent|президент|head of state|staatschef/u],
  ['commander', /commander-in-chief|commander in chief|chief of (?:the )?(?:general|defen[cs]e) staff|головнокомандувач/u],
]

/**
 * Reads an office as written. @example readOffice('German Defence Minister').role // 'defence minister'
 * @example readOffice('Deputy Minister of Defence').role // 'deputy minister'
 * @param country the state of the office; without one the words are taken as a British text takes them
 */
export function readOffice(text: string, country: CountryCode | null = null): OfficeWords {
  const british = country === null || country === 'GB', key = british ? text : `${text}\n`, known = remembered.get(key)
  if (known) return known
  const read = readWords(text, british)
  if (text.length <= 200) {
    if (remembered.size >= 5000) remembered.clear()
    remembered.set(key, read)
  }
  return read
}

/** Offices repeat within and between documents. */
const remembered = new Map<string, OfficeWords>()

function readWords(text: string, british: boolean): OfficeWords {
  const folded = fold(text.slice(0, 200)).toLowerCase(), words = wordsIn(folded)
  const topic = ministers.find(([, list]) => says(words, list))?.[0] ?? heads.find(([, pattern]) => pattern.test(folded))?.[0] ?? null
  const isDeputy = says(words, deputy) || (british && says(words, juniorInLondon)) || (says(words, vice) && !says(words, viceOfCommission))
  const role = !isDeputy ? topic : topic?.endsWith('minister') || /minist|міністр|sekretar|секретар/u.test(folded) ? 'deputy minister' : null
  return { role, former: says(words, former), staff: says(words, staff) }
}

/** Names a role instead of a person: "the German defence minister", "szef MON". */
export const isRoleName = (name: string): boolean => readOffice(name).role !== null

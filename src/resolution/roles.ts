import { fold } from './spelling.ts'

/** What an office is, however it is worded: the roles of `offices.csv`. */
export type Role = 'head of state' | 'head of government' | 'foreign minister' | 'defence minister' | 'finance minister' | 'head' | 'deputy head' | 'deputy minister' | 'commissioner' | 'commander'

export interface OfficeWords {
  readonly role: Role | null
  /** "former", "ex-", "колишній": the office is not held any more, or not yet. */
  readonly former: boolean
  /** Speaks or advises for the office without holding it. */
  readonly staff: boolean
}

const former = /\b(?:former|ex|then|late|previous|outgoing|incoming|designate|elect|next|future|candidate|ehemalig\w{0,20}|fruher\w{0,20}|kunftig\w{0,20}|ancien\w{0,20}|futur\w{0,20}|byl[yeao]\w{0,20}|przyszl\w{0,20}|futuro)\b|колишн|екс-|тодішн|майбутн/u
const staff = /\b(?:spokes\w{0,20}|press secretary|advis[eo]r|aide|ambassador|envoy|chief of staff|\w{0,40}sprecher\w{0,20}|\w{0,40}berater\w{0,20}|porte-parole|conseill\w{0,20}|rzeczni\w{0,20}|doradc\w{0,20}|portavoce|consigliere)\b|речни[кцч]|радни[кцч]|посол/u
const deputy = /\b(?:deputy|vice(?! president of the commission)|assistant|under-?secretary|parliamentary|state secretary|minister of state|junior|\w{0,40}staatssekretar\w{0,20}|stellvertret\w{0,20}|vize\w{0,20}|adjoint\w{0,20}|delegue\w{0,20}|secretaire d'etat|zastepc\w{0,20}|wice\w{0,20}|(?:pod)?sekretarz\w{0,20} stanu|sottosegretari\w{0,20}|vice ?ministr\w{0,20}|viceministr\w{0,20})\b|заступни|віце|державн\p{L}{0,12} секретар|armed forces minister|minister for the armed forces/u

const topics: readonly (readonly [Role, RegExp])[] = [
  ['defence minister', /defen[cs]e (?:minister|secretary|chief)|(?:minister|secretary)\p{L}{0,20}(?: \p{L}{1,30})? (?:of|for) (?:national )?(?:defen[cs]e|the armed forces|war)|pentagon chief|verteidigungsminister|ministre\w{0,20} (?:\w{1,20} )?(?:de la defense|des armees|de la guerre)|ministr\w{0,20} (?:\w{1,20} )?(?:della difesa|alla difesa)|minist(?:er|r)\w{0,20} obrony|szef\w{0,20} mon|szef\w{0,20} resortu obrony|міністр\p{L}{0,20} оборони|глав\p{L}{0,20} міноборони|очільни\p{L}+ міноборони/u],
  ['foreign minister', /foreign (?:minister|secretary)|minister\p{L}{0,20} (?:of|for) foreign|secretary of state\b|(?:außen|aussen)minister|ministre\w{0,20} (?:\w{1,20} )?des affaires etrangeres|ministr\w{0,20} degli (?:affari )?esteri|minist(?:er|r)\w{0,20} spraw zagranicznych|szef\w{0,20} msz|szef\w{0,20} dyplomacji|міністр\p{L}{0,20} закордонних справ|глав\p{L}{0,20} мзс/u],
  ['finance minister', /finance minister|minister\p{L}{0,20} (?:of|for) finance|treasury secretary|chancellor of the exchequer|finanzminister|ministre\w{0,20} (?:\w{1,20} )?des finances|ministr\w{0,20} (?:delle finanze|dell'economia)|minist(?:er|r)\w{0,20} finansow|міністр\p{L}{0,20} фінансів/u],
  ['head of government', /prime minister|premier\b|\bpm\b|chancellor|kanzler|ministerprasident|premier ministre|premiere ministre|prezes\w{0,20} rady ministrow|premiera?\b|presidente del consiglio|прем'єр|канцлер|taoiseach|head of government|regierungschef/u],
  ['head of state', /president|prasident|prezydent|президент|head of state|staatschef/u],
  ['commander', /commander-in-chief|commander in chief|chief of (?:the )?(?:general|defen[cs]e) staff|головнокомандувач/u],
]

/**
 * Reads an office as written. @example readOffice('German Defence Minister').role // 'defence minister'
 * @example readOffice('Deputy Minister of Defence').role // 'deputy minister'
 */
export function readOffice(text: string): OfficeWords {
  const known = remembered.get(text)
  if (known) return known
  const read = readWords(text)
  if (text.length <= 200) {
    if (remembered.size >= 5000) remembered.clear()
    remembered.set(text, read)
  }
  return read
}

/** Offices repeat within and between documents. */
const remembered = new Map<string, OfficeWords>()

function readWords(text: string): OfficeWords {
  const words = fold(text.slice(0, 200)).toLowerCase()
  const topic = topics.find(([, pattern]) => pattern.test(words))?.[0] ?? null
  const isDeputy = deputy.test(words)
  const role = !isDeputy ? topic : topic?.endsWith('minister') || /minist|міністр|sekretar|секретар/u.test(words) ? 'deputy minister' : null
  return { role, former: former.test(words), staff: staff.test(words) }
}

/** Names a role instead of a person: "the German defence minister", "szef MON". */
export const isRoleName = (name: string): boolean => readOffice(name).role !== null

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

const former = /\b(?:former|ex|then|late|previous|outgoing|incoming|designate|elect|next|future|candidate|ehemalig\w*|fruher\w*|kunftig\w*|ancien\w*|futur\w*|byl[yeao]\w*|przyszl\w*|futuro)\b|колишн|екс-|тодішн|майбутн/u
const staff = /\b(?:spokes\w*|press secretary|advis[eo]r|aide|ambassador|envoy|chief of staff|\w*sprecher\w*|\w*berater\w*|porte-parole|conseill\w*|rzeczni\w*|doradc\w*|portavoce|consigliere)\b|речни[кцч]|радни[кцч]|посол/u
const deputy = /\b(?:deputy|vice(?! president of the commission)|assistant|under-?secretary|parliamentary|state secretary|minister of state|junior|\w*staatssekretar\w*|stellvertret\w*|vize\w*|adjoint\w*|delegue\w*|secretaire d'etat|zastepc\w*|wice\w*|(?:pod)?sekretarz\w* stanu|sottosegretari\w*|vice ?ministr\w*|viceministr\w*)\b|заступни|віце|державн\p{L}{0,12} секретар|armed forces minister|minister for the armed forces/u

const topics: readonly (readonly [Role, RegExp])[] = [
  ['defence minister', /defen[cs]e (?:minister|secretary|chief)|(?:minister|secretary)\p{L}*(?: \p{L}+)? (?:of|for) (?:national )?(?:defen[cs]e|the armed forces|war)|pentagon chief|verteidigungsminister|ministre\w* (?:\w+ )?(?:de la defense|des armees|de la guerre)|ministr\w* (?:\w+ )?(?:della difesa|alla difesa)|minist(?:er|r)\w* obrony|szef\w* mon|szef\w* resortu obrony|міністр\p{L}* оборони|глав\p{L}* міноборони|очільни\p{L}+ міноборони/u],
  ['foreign minister', /foreign (?:minister|secretary)|minister\p{L}* (?:of|for) foreign|secretary of state\b|(?:außen|aussen)minister|ministre\w* (?:\w+ )?des affaires etrangeres|ministr\w* degli (?:affari )?esteri|minist(?:er|r)\w* spraw zagranicznych|szef\w* msz|szef\w* dyplomacji|міністр\p{L}* закордонних справ|глав\p{L}* мзс/u],
  ['finance minister', /finance minister|minister\p{L}* (?:of|for) finance|treasury secretary|chancellor of the exchequer|finanzminister|ministre\w* (?:\w+ )?des finances|ministr\w* (?:delle finanze|dell'economia)|minist(?:er|r)\w* finansow|міністр\p{L}* фінансів/u],
  ['head of government', /prime minister|premier\b|\bpm\b|chancellor|kanzler|ministerprasident|premier ministre|premiere ministre|prezes\w* rady ministrow|premiera?\b|presidente del consiglio|прем'єр|канцлер|taoiseach|head of government|regierungschef/u],
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

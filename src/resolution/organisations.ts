import { distance } from './distance.ts'
import { fold } from './spelling.ts'

/** A row of a list in which one organisation may stand several times, differently written. */
export interface OrganisationRow { readonly id: string; readonly name: string; /** Digits of a telephone, an address line: further evidence where there is some. */ readonly phone?: string; readonly address?: string }

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))
/** Legal forms in the field's languages: they say nothing about who it is. */
const legal = set('inc incorporated corp corporation co company cie ltd limited llc llp lp plc pty gmbh mbh ag kg kgaa ohg ug ev eg se sa sas sarl sarl srl spa snc nv bv cv vof vzw ab asa oy oyj aps ivs kk kabushiki kaisha as is sirketi anonim ooo oao zao pao tov prat pat dp sp zoo spzoo spolka akc sro aktiengesellschaft aktienges gesellschaft societe anonyme naamloze naamlooze vennootschap besloten beperkte aansprakelijkheid maatschappij societa azioni dba etablissementen dite soc the of and und et e i y de du der die das la le les di del della von van den voor for auf n v b m h')
/** Words that many names share: they count, but little. */
const common = set('group holding holdings international internat intl global europe european euro national technology technologies technologie tech industries industry industrie ind inds systems system solutions services service products prods electronics elektronik ehlektroniks semiconductor semiconductors pharma pharmaceutical pharmaceuticals pharm chemicals chemical chem medical research development engineering manufacturing fab fabrik finance capital trading marketing sales assets ip intellectual property patent standards management business machines operations op industrial defence defense aerospace energy oil gas photo film center centre central institute office branch division koninklijke koninkl kon royal first new general')
/** Names of states and of places where companies sit. */
const places = set('netherlands nederland nederlandse nederlanden holland hollandsche dutch nl germany deutschland france uk britain us usa america north american canada japan china korea switzerland sweden italy italia espana spain poland polska ukraine europa amsterdam rotterdam eindhoven hague haag arnhem london paris berlin hamburg munich munchen vienna wien zurich basel milan milano rome roma madrid barcelona brussels antwerp antwerpen stockholm oslo copenhagen helsinki warsaw warszawa prague praha kyiv kiev tokyo osaka new york')

export interface Token { readonly text: string; readonly sound: string; readonly weight: number }

/**
 * The words of an organisation's name with what each is worth for telling it apart.
 * @example readOrganisation('Koninklijke Philips Electronics N.V.').map((t) => t.text) // ['koninklijke', 'philips', 'electronics']
 */
export function readOrganisation(name: string): readonly Token[] {
  const words = fold(name.slice(0, 300)).toLowerCase().replace(/(?<=\b\p{L})\.(?=\p{L}\b)/gu, '').replace(/[^\p{L}\p{N}]+/gu, ' ').trim().split(' ').filter((w) => w !== '' && !legal.has(w))
  const kept = words.filter((w) => w.length > 1)
  return [...new Set(kept)].map((text) => ({ text, sound: soundOf(text), weight: weightOf(text) }))
}

const weightOf = (word: string): number => (places.has(word) ? 0.1 : common.has(word) || /^\d+$/.test(word) ? 0.25 : word.length === 2 ? 0.5 : 1)

/** How a word sounds, roughly, across spellings: "philips" and "filips", "alcatel" and "alkatel". */
export const soundOf = (word: string): string =>
  word.replace(/ph/g, 'f').replace(/(?:ck|q|c(?![ehiy]))/g, 'k').replace(/x/g, 'ks').replace(/y/g, 'i').replace(/w/g, 'v').replace(/(\p{L})\1+/gu, '$1')

function alike(a: Token, b: Token): number {
  if (a.text === b.text || a.sound === b.sound) return 1
  const shorter = Math.min(a.sound.length, b.sound.length)
  if (/\d/.test(a.text + b.text) || shorter < 5) return 0
  if (a.sound[0] !== b.sound[0]) return 0
  const limit = shorter >= 8 ? 2 : 1
  if (distance(a.sound, b.sound, limit) <= limit) return 0.9
  return shorter >= 5 && (a.sound.startsWith(b.sound) || b.sound.startsWith(a.sound)) ? 0.85 : 0
}

/**
 * How alike two names are, from 0 to 1: shared words by their worth, half of it measured against the shorter name, so
 * that a subsidiary's additions cost little.
 */
export function likeness(a: readonly Token[], b: readonly Token[]): number {
  const total = (list: readonly Token[]) => list.reduce((sum, t) => sum + t.weight, 0)
  let shared = 0, core = 0
  const left = [...b]
  for (const token of a) {
    let at = -1, best = 0
    left.forEach((other, i) => { const s = alike(token, other); if (s > best) { best = s; at = i } })
    if (at < 0) continue
    const weight = Math.min(token.weight, left[at]!.weight)
    shared += best * weight
    if (weight >= 0.5) core += best * weight
    left.splice(at, 1)
  }
  const wa = total(a), wb = total(b)
  if (wa === 0 || wb === 0) return 0
  const onlyCommon = core === 0 && Math.max(wa, wb) >= 0.5
  return onlyCommon ? 0 : 0.5 * (shared / Math.max(wa, wb)) + 0.5 * (shared / Math.min(wa, wb))
}

export interface MatchOptions { /** Likeness from which two rows are one; 0.7 when left out. */ readonly threshold?: number }

/** No block of candidates is larger: a word that stands in more names tells nothing. */
const largestBlock = 3000

/**
 * Groups rows that name the same organisation. Rows are compared when they share a telling word or a telephone number;
 * groups are single-linked. The order of rows changes nothing.
 * @example matchOrganisations([{ id: '1', name: 'Philips N.V.' }, { id: '2', name: 'PHILIPS' }]) // [['1', '2']]
 */
export function matchOrganisations(rows: readonly OrganisationRow[], { threshold = 0.7 }: MatchOptions = {}): readonly (readonly string[])[] {
  const groups = new Map<string, { tokens: readonly Token[]; rows: OrganisationRow[] }>()
  for (const row of rows) {
    const tokens = readOrganisation(row.name), key = [tokens.map((t) => t.sound).sort().join(' ') || row.name.trim().toLowerCase(), row.phone ?? '', row.address ?? ''].join('|')
    const group = groups.get(key)
    if (group) group.rows.push(row)
    else groups.set(key, { tokens, rows: [row] })
  }
  const list = [...groups.values()]
  const parent = list.map((_, i) => i)
  const root = (i: number): number => { let at = i; while (parent[at] !== at) at = parent[at]!; return at }
  for (const [a, b] of pairs(list.map((g) => blockKeys(g.tokens, g.rows[0]!)))) {
    const x = root(a), y = root(b)
    if (x !== y && sameRow(list[a]!, list[b]!, threshold)) parent[Math.max(x, y)] = Math.min(x, y)
  }
  const clusters = new Map<number, string[]>()
  list.forEach((group, i) => { const r = root(i); clusters.set(r, [...(clusters.get(r) ?? []), ...group.rows.map((row) => row.id)]) })
  return [...clusters.values()].map((ids) => [...ids].sort())
}

type Group = { readonly tokens: readonly Token[]; readonly rows: readonly OrganisationRow[] }

/** Names must be alike; a shared telephone or address lowers the bar, a different address raises it. */
function sameRow(a: Group, b: Group, threshold: number): boolean {
  const likely = likeness(a.tokens, b.tokens), [x, y] = [a.rows[0]!, b.rows[0]!]
  const phone = x.phone && y.phone ? digits(x.phone) === digits(y.phone) : null
  const address = x.address && y.address ? likeness(addressTokens(x.address), addressTokens(y.address)) : null
  if (phone === true) return likely >= threshold * 0.5 || (address ?? 0) >= 0.7
  if (address !== null) return address >= 0.7 ? likely >= threshold * 0.7 : false
  return likely >= threshold && phone !== false
}

const digits = (text: string): string => text.replace(/\D/g, '').slice(-7)
const addressTokens = (text: string): readonly Token[] => fold(text).toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((w) => w !== '').map((w) => ({ text: w, sound: w, weight: /\d/.test(w) ? 1 : w.length < 3 ? 0.2 : 0.8 }))

function blockKeys(tokens: readonly Token[], row: OrganisationRow): readonly string[] {
  const telling = tokens.filter((t) => t.weight >= 0.5)
  const keys = (telling.length > 0 ? telling : tokens).map((t) => t.sound.slice(0, 4))
  return row.phone && digits(row.phone).length === 7 ? [...keys, `phone ${digits(row.phone)}`] : keys
}

function pairs(keys: readonly (readonly string[])[]): readonly (readonly [number, number])[] {
  const blocks = new Map<string, number[]>()
  keys.forEach((list, i) => { for (const key of new Set(list)) { const block = blocks.get(key); if (block) block.push(i); else blocks.set(key, [i]) } })
  const seen = new Set<number>(), found: [number, number][] = []
  for (const block of blocks.values()) {
    if (block.length > largestBlock) continue
    for (let i = 0; i < block.length; i++) for (let j = i + 1; j < block.length; j++) {
      const code = block[i]! * keys.length + block[j]!
      if (!seen.has(code)) { seen.add(code); found.push([block[i]!, block[j]!]) }
    }
  }
  return found
}

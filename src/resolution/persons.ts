import type { CountryCode, Mention } from '../core/claim.ts'
import type { ReferenceId } from '../core/ids.ts'
import type { Issue } from '../core/issue.ts'
import type { Sense } from '../core/lexicon.ts'
import { calledFormer, yearOpening } from './around.ts'
import { isRoleName, readOffice, type OfficeWords } from './roles.ts'
import { isBare, namesakes, sensesOf, type Setting } from './setting.ts'
import { holdersOf, holdsDuring } from './tenures.ts'
import type { Tenure, Thing } from './reference.ts'
import { cyrillicKeys, looseKey } from './transliteration.ts'

/** What was found for a mention: one thing, several to choose from, or none. */
export interface Finding {
  readonly to: ReferenceId | null
  readonly choices: readonly ReferenceId[]
  readonly basis: 'stated' | 'implied' | 'unknown'
  readonly why: string
  readonly issues: readonly Issue[]
  /** State of the office held on the document's day, null for an office of no state; left out when no office is known. */
  readonly actingFor?: CountryCode | null
}
export const nothing = (why: string, choices: readonly ReferenceId[] = []): Finding => ({ to: null, choices, basis: 'unknown', why, issues: [] })

/** Points a candidate needs, and by how many it must lead. */
const enough = 3, lead = 1

interface Scored { readonly thing: Thing; readonly score: number; readonly why: readonly string[]; readonly tenure: Tenure | null }

/** A person by name and by all that stands around the name; a bare office by who held it on the day. */
export function findPerson(mention: Mention, setting: Setting): Finding {
  const named = [...sensesOf(mention, setting), ...withoutTitle(mention, setting)].filter((s) => s.type === 'person')
  const senses = named.length > 0 ? named : otherSpelling(mention, setting)
  if (senses.length === 0) {
    const role = wholeRole(mention, setting)
    return role ? findHolder(role, mention, setting) : nothing('no person of this name in the reference')
  }
  const sharing = isBare(mention) ? namesakes(mention, setting) : []
  if (sharing.length > 1) return nothing('more than one person of this family name is in the text', sharing)
  const scored = senses.map((sense) => score(sense, mention, setting)).sort((a, b) => b.score - a.score)
  const [best, next] = scored as [Scored, Scored?]
  const ids = scored.filter((s) => s.score > 0).map((s) => s.thing.id)
  if (best.score < enough) return nothing(`the name alone does not say who: ${best.why.join('; ')}`, ids)
  if (next && best.score - next.score < lead) return nothing('more than one person fits', ids)
  return { to: best.thing.id, choices: [], basis: 'stated', why: best.why.join('; '), issues: officeIssues(best, mention, setting), ...actingFor(best, setting) }
}

/** The role that a name is instead of a person; "Niemiecki minister" goes on in the text: "Niemiecki minister obrony". */
function wholeRole({ name, span, office }: Mention, { text }: Setting): string | null {
  if (isRoleName(name)) return name
  if (!span || office !== name || !/minist|міністр/iu.test(name)) return null
  const behind = /^ \p{Ll}+(?: \p{Ll}+)?/u.exec(text.slice(span.end, span.end + 40))?.[0].split(' ').slice(1) ?? []
  return [1, 2].map((n) => `${name} ${behind.slice(0, n).join(' ')}`).find(isRoleName) ?? null
}

/** "Minister Anna Berg", "chief negotiator Bo Ek": the last two or three words, when they are a whole name. */
function withoutTitle(mention: Mention, setting: Setting): readonly Sense[] {
  const words = mention.name.split(' ')
  if (words.length < 3 || sensesOf(mention, setting).length > 0) return []
  for (const n of [3, 2]) {
    if (n >= words.length) continue
    const found = sensesOf({ ...mention, name: words.slice(-n).join(' '), candidates: [] }, setting).filter((s) => s.as === 'name')
    if (found.length > 0) return found
  }
  return []
}

const sensesOfPeople = (ids: readonly ReferenceId[], setting: Setting): readonly Sense[] =>
  ids.map((id) => setting.registry.reference.things.get(id)!).map((thing) => ({ id: thing.id, type: thing.type, name: thing.label, country: thing.country, as: 'name' as const }))

/** A whole name that is not listed in this spelling: an East Slavic one in Latin letters, any other in Cyrillic ones. */
function otherSpelling(mention: Mention, setting: Setting): readonly Sense[] {
  return /^\p{Script=Cyrillic}[\p{Script=Cyrillic}'’ʼ-]* /u.test(mention.name) ? cyrillicSpelling(mention, setting) : latinSpelling(mention, setting)
}

/** "Ганно Певкур": letter by letter, and only beside the person's own state. */
function cyrillicSpelling({ name, country }: Mention, setting: Setting): readonly Sense[] {
  const { foreignNames, reference } = setting.registry
  const found = [...new Set([...cyrillicKeys(name)].flatMap((key) => foreignNames.get(key) ?? []))]
  return sensesOfPeople(found.filter((id) => { const own = reference.things.get(id)!.country!; return own === country || setting.states.has(own) }), setting)
}

function latinSpelling(mention: Mention, setting: Setting): readonly Sense[] {
  if (!/^\p{Script=Latin}[\p{Script=Latin}' -]+ /u.test(mention.name)) return []
  const { looseNames } = setting.registry
  const words = mention.name.split(' ')
  const found = looseNames.get(looseKey(mention.name)) ?? (words.length > 2 ? looseNames.get(looseKey(words.slice(-2).join(' '))) : undefined) ?? []
  return sensesOfPeople(found, setting)
}

function actingFor(best: Scored, setting: Setting): { actingFor?: CountryCode | null } {
  const office = best.tenure && setting.registry.reference.things.get(best.tenure.office)
  return office ? { actingFor: office.country } : best.thing.country ? { actingFor: best.thing.country } : {}
}

function score(sense: Sense, mention: Mention, setting: Setting): Scored {
  const { reference, offices } = setting.registry
  const thing = reference.things.get(sense.id)!
  const tenures = offices.ofPerson.get(sense.id) ?? []
  const why: string[] = [sense.as === 'short' ? `family name of ${thing.label}` : `name of ${thing.label}`]
  let points = sense.as === 'short' ? 1 : 3
  const [first, last] = setting.days
  const words = mention.office ? readOffice(mention.office, mention.country) : null
  const fitting = words ? tenures.filter((t) => fits(t, words, mention, setting)) : []
  const atDay = fitting.find((t) => holdsDuring(t, first, last)) ?? null
  if (atDay) { points += 3; why.push(`${officeLabel(atDay, setting)} on the day`) }
  else if (fitting.length > 0) { points += 1; why.push(`held the office at another time`) }
  else if (words?.role && !words.staff && tenures.length > 0 && sense.as === 'short') { points -= 1; why.push('never held the office named') }
  const current = setting.dated ? tenures.find((t) => holdsDuring(t, first, last)) : undefined
  if (!atDay && current) { points += 1; why.push(`${officeLabel(current, setting)} on the day`) }
  if (mention.country && thing.country) {
    const same = mention.country === thing.country
    points += same ? 1 : sense.as === 'short' ? -3 : -1
    why.push(same ? 'of the state named' : `of ${thing.country}, not ${mention.country}`)
  }
  if (thing.country && setting.states.has(thing.country)) points += 0.5
  return { thing, score: points, why, tenure: atDay ?? current ?? null }
}

function fits(tenure: Tenure, words: OfficeWords, mention: Mention, setting: Setting): boolean {
  const office = setting.registry.reference.things.get(tenure.office)
  if (!office) return false
  if (office.facts['role'] === words.role && (!mention.country || office.country === mention.country)) return true
  return officesNamed(mention.office!, setting).includes(office.id) || isTitleOf(mention.office!, office, mention, setting)
}

/** "Vice President" for "Vice President of the United States", where that state is spoken of. */
const isTitleOf = (written: string, { label, country }: Thing, mention: Mention, setting: Setting): boolean =>
  country !== null && (mention.country === country || setting.states.has(country)) && label.startsWith(`${written} of `)

/** Offices that the words name as a whole: "NATO Secretary General", "Pentagon chief". */
function officesNamed(words: string, setting: Setting): readonly ReferenceId[] {
  const bare = words.replace(/^(?:the|former|new|then)\s+/i, '')
  return [...setting.registry.lexicon.senses(bare, setting.language), ...setting.registry.lexicon.senses(bare, 'en')].filter((s) => s.type === 'office').map((s) => s.id)
}

const officeLabel = (tenure: Tenure, setting: Setting): string => {
  const office = setting.registry.reference.things.get(tenure.office)?.label ?? tenure.office
  return tenure.from ? `${office} from ${tenure.from}${tenure.to ? ` to ${tenure.to}` : tenure.seen ? `, last seen on ${tenure.seen}` : ''}` : office
}

/** A text that gives a person an office which the roster says was another's on that day. */
function officeIssues(best: Scored, mention: Mention, setting: Setting): readonly Issue[] {
  if (!mention.office || !setting.dated) return []
  const words = readOffice(mention.office, mention.country)
  if (words.former || words.staff || calledFormer(mention, setting.text)) return []
  const { offices } = setting.registry
  const [first, last] = setting.days
  const named = (offices.ofPerson.get(best.thing.id) ?? []).filter((t) => fits(t, words, mention, setting))
  if (named.length === 0 || named.some((t) => holdsDuring(t, first, last))) return []
  const told = yearOpening(mention, setting.text)
  if (told && named.some((t) => holdsDuring(t, `${told}-01-01`, `${told}-12-31`))) return []
  const other = holdersOf(offices, named[0]!.office, first, last)[0]
  // Without another holder the roster may merely have a gap: silence, not a false alarm.
  if (!other) return []
  return [{
    code: 'office-not-held', level: 'warning',
    message: `"${mention.office}" is given to ${best.thing.label}, who was ${named.map((t) => officeLabel(t, setting)).join(', ')} (${named[0]!.row}), not on ${first === last ? first : `${first} to ${last}`}; ${setting.registry.reference.things.get(other.person)?.label} held it then (${other.row}).`,
    ...(mention.span ? { place: String(mention.span.start) } : {}),
  }]
}

/** "the German defence minister": the one who held the office on the day of the document, if only one did. */
function findHolder(name: string, mention: Mention, setting: Setting): Finding {
  const words = readOffice(name, mention.country)
  if (!words.role || words.former || words.staff || words.role === 'deputy minister') return nothing('a role without a name')
  const wanted = officesFor(name, mention.country, words, setting)
  if (!setting.dated) return nothing('the document has no date, so the holder of the office is open')
  const holders = [...new Set(wanted.flatMap((office) => holdersOf(setting.registry.offices, office, ...setting.days)).map((t) => t.person))]
  if (holders.length !== 1) return nothing(holders.length === 0 ? 'no holder of the office is known for the day' : 'several held the office in the days in question', holders)
  const person = setting.registry.reference.things.get(holders[0]!)
  return { to: holders[0]!, choices: [], basis: 'implied', why: `${person?.label} held the office on the day`, issues: [] }
}

function officesFor(name: string, country: CountryCode | null, words: OfficeWords, setting: Setting): readonly ReferenceId[] {
  const named = officesNamed(name, setting)
  if (named.length > 0) return named
  if (!country) return []
  return (setting.registry.offices.byRole.get(`${country} ${words.role}`) ?? []).map((o) => o.id)
}

import type { ActorType, CountryCode, Mention } from '../core/claim.ts'
import type { ReferenceId } from '../core/ids.ts'
import type { Sense } from '../core/lexicon.ts'
import { couldBeNear, distance, letterBits } from './distance.ts'
import { nothing, type Finding } from './persons.ts'
import { stateId, type Thing } from './reference.ts'
import { bucketOf } from './registry.ts'
import { sensesOf, type Setting } from './setting.ts'
import { fold } from './spelling.ts'
import { holdsDuring, isLeading } from './tenures.ts'

const allowed: Readonly<Record<ActorType, readonly string[]>> = {
  state: ['state'], body: ['body', 'forum', 'company', 'instrument'], forum: ['forum', 'body'], company: ['company', 'body'],
  group: ['forum'], person: [], unknown: ['state', 'body', 'forum', 'company'],
}

/** A state by its code or its name; never by likeness. */
export function findState(mention: Mention, setting: Setting): Finding {
  const { things } = setting.registry.reference
  const byCode = mention.country ? stateId(mention.country) : null
  const led = byCode ? byLeader(mention, byCode, setting) : null
  if (led) return led
  if (byCode && things.has(byCode)) return { to: byCode, choices: [], basis: 'stated', why: `"${mention.written || mention.name}" stands for ${things.get(byCode)!.label}`, issues: [] }
  const ids = distinct(sensesOf(mention, setting).filter((s) => s.type === 'state'))
  return ids.length === 1 ? { to: ids[0]!, choices: [], basis: 'stated', why: `a name of ${things.get(ids[0]!)!.label}`, issues: [] } : nothing('no state of this name in the reference', ids)
}

/** "The Scholz government": the state of whoever of that name led it on the day, else at another time. */
function byLeader(mention: Mention, state: ReferenceId, setting: Setting): Finding | null {
  const { things } = setting.registry.reference, [first, last] = setting.days
  const terms = mention.candidates.flatMap((id) => setting.registry.offices.ofPerson.get(id) ?? []).filter((t) => { const office = things.get(t.office); return office?.country === mention.country && office !== undefined && isLeading(office) })
  const term = (setting.dated ? terms.find((t) => holdsDuring(t, first, last)) : undefined) ?? terms[0]
  if (!term) return null
  const when = !setting.dated ? '' : holdsDuring(term, first, last) ? ' on the day' : ' at another time'
  return { to: state, choices: [], basis: 'implied', why: `named by its leader: ${things.get(term.person)?.label} was ${things.get(term.office)?.label}${when}`, issues: [] }
}

/** A body, forum or company by a name of the alias tables that fits its kind, its state and its neighbours. */
export function findBody(mention: Mention, setting: Setting): Finding {
  const { things } = setting.registry.reference
  const senses = sensesOf(mention, setting).filter((s) => allowed[mention.type].includes(s.type) && s.as !== 'demonym')
  const standing = goesOn(mention, setting) ? [] : senses.filter((s) => fitsState(s, mention) && (s.as !== 'short' || shorthandFits(s, mention, setting)))
  const ids = distinct(best(standing, mention))
  if (ids.length === 1) return { to: ids[0]!, choices: [], basis: 'stated', why: `a name of ${things.get(ids[0]!)!.label}`, issues: [] }
  if (ids.length > 1) return nothing('the name stands for more than one', ids)
  if (mention.country && isGovernment(mention, setting)) return { to: stateId(mention.country), choices: [], basis: 'implied', why: `the government of ${mention.country}`, issues: [] }
  const generic = ofItsState(mention, setting)
  if (generic.length === 1) return { to: generic[0]!.id, choices: [], basis: 'implied', why: `the ${generic[0]!.facts['kind']} of ${generic[0]!.country}`, issues: [] }
  return nothing(senses.length > 0 ? 'a name of the reference, but of another state or a mere shorthand here' : 'no such name in the reference', distinct(senses))
}

const distinct = (senses: readonly Sense[]): readonly ReferenceId[] => [...new Set(senses.map((s) => s.id))]

/** The state of the mention speaks against a body of another state: "the Polish Senate" is not the American one. */
const fitsState = (sense: Sense, mention: Mention): boolean => !mention.country || !sense.country || mention.country === sense.country

/** "Рада директорів", "Rada nadzorcza": a noun or adjective behind a shorthand makes it another body's name. */
function goesOn({ span }: Mention, { registry, text, language }: Setting): boolean {
  if (!span) return false
  const rest = text.slice(span.end, span.end + 40), further = language === 'en' ? /^ for (\p{Lu}\p{Ll}+)/u.exec(rest)?.[1] : undefined
  // "the Alliance for Peacebuilding" is another; "the Commission for Ukraine" may not be.
  if (!behindShorthand.test(rest) && (!further || registry.lexicon.senses(further, language).length > 0)) return false
  const senses = registry.lexicon.senses(text.slice(span.start, span.end), language)
  return senses.length > 0 && senses.every((s) => s.as === 'short')
}
const behindShorthand = /^\s+(?:\p{Ll}+(?:ів|їв|ої|ого)|безпеки|оборони|nadzorcz\p{Ll}+|miasta|gminy)(?!\p{L})/u

/** "the Commission", "the Alliance": taken when nothing in the document speaks against it. */
function shorthandFits(sense: Sense, mention: Mention, setting: Setting): boolean {
  if (mention.type === 'state') return false
  if (sense.country) return mention.country === sense.country || setting.states.has(sense.country)
  return mention.type === 'body' || mention.type === 'forum' || setting.bodies.has(sense.id)
}

/** Where a name stands for several: whole names before shorthands, the kind that was read before others. */
function best(senses: readonly Sense[], mention: Mention): readonly Sense[] {
  const whole = senses.filter((s) => s.as === 'name'), list = whole.length > 0 ? whole : senses
  const sameType = list.filter((s) => s.type === mention.type)
  const kept = sameType.length > 0 ? sameType : list
  const capital = kept.filter((s) => s.as !== 'capital')
  return capital.length > 0 ? capital : kept
}

const kinds: readonly (readonly [RegExp, string, RegExp | null])[] = [
  [/\bMoD\b|\b(?:ministry|ministries|department) of (?:national )?defen[cs]e|defen[cs]e (?:ministry|department)|verteidigungsministerium|minist[eè]re (?:\p{L}{1,20} )?(?:de la d[eé]fense|des arm[eé]es)|ministero (?:\p{L}{1,20} )?della difesa|ministerstw\w{0,20} obrony|міністерств\p{L}{0,20} оборони|міноборони/iu, 'ministry', /defen[cs]e|armed forces/i],
  [/\b(?:foreign (?:ministry|office)|ministry of foreign affairs)|ausw[aä]rtiges? amt|au(?:ß|ss)enministerium|minist[eè]re (?:\p{L}{1,20} )?des affaires|ministero (?:\p{L}{1,20} )?degli (?:affari )?esteri|ministerstw\w{0,20} spraw zagranicznych|\bMSZ\b|(?<!\p{L})МЗС(?!\p{L})|міністерств\p{L}{0,20} закордонних справ/iu, 'ministry', /foreign|department of state/i],
  [/\b(?:finance ministry|ministry of finance|treasury)|finanzministerium|minist[eè]re (?:\p{L}{1,20} )?des finances|ministero dell(?:e finanze|'economia)|ministerstw\w{0,20} finansów|мінфін|міністерств\p{L}{0,20} фінансів/iu, 'ministry', /finance|treasury/i],
  [/\bparliament\b|\bparlament|\bparlement|парламент/iu, 'parliament', null],
]

const government = /^(?:the |le |la |il |der |die )?(?:(\p{L}+) )?(?:government|regierung|gouvernement|governo|rząd\p{Ll}{0,4}|уряд\p{Ll}{0,3})(?: (\p{L}+))?$/iu
/** "Swedish government", "governo svedese": of a state, not "local government"; a bare "government" may be anybody's. */
function isGovernment({ name, type, country }: Mention, { registry, language }: Setting): boolean {
  const found = type === 'body' ? government.exec(name) : null
  const whose = [found?.[1], found?.[2]].filter((word) => word !== undefined)
  return whose.length > 0 && registry.reference.things.has(stateId(country!)) && whose.every((word) => registry.lexicon.senses(word, language).some((s) => s.type === 'state'))
}

/** "Niemieckie ministerstwo obrony": the words of the document go on where the mention ends. */
function beginsIn(pattern: RegExp, { span }: Mention, { text }: Setting): boolean {
  if (!span) return false
  const found = pattern.exec(text.slice(span.start, span.end + 40))
  return found !== null && found.index < span.end - span.start
}

/** The states that a name names: "Ministry of Defence of the Netherlands". */
function statesNamed(name: string, { registry, language }: Setting): readonly CountryCode[] {
  const words = name.split(' ')
  return [...new Set(words.flatMap((_, i) => registry.lexicon.match(words, i, language)?.senses.flatMap((s) => (s.type === 'state' ? s.country ?? [] : [])) ?? []))]
}

/** "Ministry of Defence", when the document says of which state. */
function ofItsState(mention: Mention, setting: Setting): readonly Thing[] {
  if (mention.type !== 'body') return []
  const found = kinds.find(([pattern]) => pattern.test(mention.name) || beginsIn(pattern, mention, setting))
  if (!found) return []
  const named = statesNamed(mention.name, setting)
  // "Słowackie ministerstwo obrony i słoweńskie ministerstwo" was read as one and is two.
  if (named.length > 1) return []
  const country = mention.country ?? named[0]
  if (!country) return []
  const [, kind, label] = found
  return (setting.registry.bodiesByKind.get(`${country} ${kind}`) ?? []).filter((thing) => (label ? label.test(thing.label) : !thing.facts['parent']))
}

/** Names that look much alike: for review, never for a link. States, numbered names and short names are not proposed. */
export function propose(mention: Mention, setting: Setting): readonly ReferenceId[] {
  const key = fold(mention.name).toLowerCase()
  if (key.length < 6 || key.length > 80 || /\d/.test(key) || mention.type === 'state' || mention.type === 'group') return []
  const limit = key.length < 10 ? 1 : 2
  const types = mention.type === 'unknown' ? ['person', 'company', 'body', 'forum'] : mention.type === 'person' ? ['person'] : ['company', 'body', 'forum']
  const bits = letterBits(key), lengths = Array.from({ length: 2 * limit + 1 }, (_, i) => key.length - limit + i)
  const found = types.flatMap((type) => lengths.flatMap((length) => setting.registry.proposals.get(bucketOf(type, key[0]!, length)) ?? []))
    .filter((p) => couldBeNear(p.bits, bits, limit) && distance(p.key, key, limit) <= limit)
  return [...new Set(found.map((p) => p.id))].slice(0, 5)
}

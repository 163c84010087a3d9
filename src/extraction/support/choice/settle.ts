import type { AidKind, Mention } from '../../../core/claim.ts'
import type { DatedValue } from '../../../core/dates.ts'
import type { Analysis } from '../../analysis.ts'
import { clauseAt, inside, readingsOf } from '../../frames/frames.ts'
import { textOf } from '../../learned/signs.ts'
import { actorKey, distinct } from '../../names/parties.ts'
import type { Draft, Fields } from '../drafts.ts'
import { isSure, takersIn } from '../givers.ts'
import { dateCandidates, datesAround, type Candidate, type DatesAround } from './dates.ts'
import { giverCandidates } from './givers.ts'
import { behindOf, choiceOf } from './scores.ts'
import { wordSigns, type Around } from './signs.ts'
import { soundTimes } from './sound.ts'
import { chosenValue } from './values.ts'

/**
 * Looks a second time at what a rule settled alone: with all drafts of the text before it, each field takes the value
 * for which most speaks, the rule's own among them. All look at the rules' values, so their order changes nothing.
 */
export function settled(analysis: Analysis, drafts: readonly Draft[]): Draft[] {
  const readings = readingsOf(analysis)
  return drafts.map((draft, index) => {
    const a: Around = { analysis, reading: readings[draft.sentence]!, draft, drafts, index, known: [] }
    return { ...draft, fields: { ...draft.fields, ...fieldsOf(a) } }
  })
}

function fieldsOf(a: Around): Partial<Fields> {
  const { fields, why } = a.draft
  const aid = chosenValue(a, 'aid') as AidKind, total = chosenValue(a, 'total') === 'true'
  const dates = datesAround(a), { date, period } = soundTimes(a, { date: chosenDate(a, 'date', dates), period: chosenDate(a, 'period', dates) })
  // Arms that an enemy gets, what is done in another's name and what has its giver beside it are read by rules of their own.
  if (why['provider']?.includes('enemy') || isSure(why['provider'])) return { aid, total, date, period }
  const weights = choiceOf('giver'), best = surest(giverCandidates(a), (c) => weights.sumOf(c.signs)), provider = distinct((isNeighbours(a, best) || takesToo(a, best) ? fields.provider : best).map(forUnion)), keys = new Set(provider.map(actorKey)), recipient = fields.recipient.filter((r) => !keys.has(actorKey(r)))
  // Nobody gives to himself alone.
  return { aid, total, date, period, ...(recipient.length > 0 || fields.recipient.length === 0 ? { provider, recipient } : { provider: distinct(fields.provider.map(forUnion)) }) }
}

/** The date for which most speaks; the words near the core are weighed behind all words they may stand behind at once. */
function chosenDate(a: Around, field: 'date' | 'period', dates: DatesAround): DatedValue | null {
  const weights = choiceOf(field), near = behindOf(field).begin().addAll(wordSigns(a).near)
  return surest(dateCandidates(a, field, dates), ({ signs, ahead }) => ahead.reduce((sum, word) => sum + near.sumOf(textOf(word)), weights.sumOf(signs)))
}

/** Are these the givers of another clause, where this one has a subject of its own? */
function isNeighbours({ reading, draft, drafts }: Around, givers: readonly Mention[]): boolean {
  if (draft.why['provider'] !== 'subject of the verb') return false
  // Whoever is the subject gives, and no state of another sentence.
  const named = new Set(reading.mentions.map((m) => m.mention.country))
  if (draft.fields.provider.every((p) => (p.type === 'state' ? named.has(p.country) : (p.name === union.name || p.candidates.length > 0) && p.span !== null && inside(p.span, reading))) && givers.every((g) => g.type === 'state' && !named.has(g.country))) return true
  const clause = clauseAt(reading, draft.core), keys = givers.map(actorKey).join()
  return drafts.some((d) => d !== draft && d.sentence === draft.sentence && !inside(d.core, clause) && d.fields.provider.map(actorKey).join() === keys)
}

/** Do these get what is given beside another ("gave Ukraine and Moldova buses"), where another was read to give? */
function takesToo({ reading, draft }: Around, givers: readonly Mention[]): boolean {
  const keys = draft.fields.recipient.map(actorKey)
  return keys.length > 1 && draft.fields.provider.length > 0 && givers.some((g) => keys.includes(actorKey(g))) && takersIn(reading).some((t) => t.some((p) => actorKey(p.party) === keys[1]))
}

const councils = new Set(['European Council', 'Council of the European Union', 'Foreign Affairs Council'])
const union: Mention = { kind: 'mention', type: 'body', name: 'European Union', written: '', span: null, country: null, office: null, candidates: [] }
/** What the leaders or ministers of the Union's members decide in their council, the Union gives. */
const forUnion = (m: Mention): Mention => (councils.has(m.name) ? { ...union, written: m.written, span: m.span } : m)

/** The candidate for which most speaks; of equals the first. */
function surest<C extends Candidate<unknown>>(candidates: readonly C[], sumOf: (candidate: C) => number): C['value'] {
  let best = candidates[0]!, most = -Infinity
  for (const candidate of candidates) {
    const sum = sumOf(candidate)
    if (sum > most) { most = sum; best = candidate }
  }
  return best.value
}

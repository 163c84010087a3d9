import { canonicalJson, sha256 } from '../core/hash.ts'
import { bounds } from '../core/dates.ts'
import type { RecordId } from '../core/ids.ts'
import type { Issue } from '../core/issue.ts'
import type { EventKind, StoredEntry } from './entry.ts'
import type { LedgerRecord, Step } from './record.ts'
import { effective, judges, redirects, type Effective } from './effective.ts'
import { rankOf, stateAfter } from './lifecycle.ts'
import { mergeFields, type Saying } from './merge.ts'

/** What a set of entries amounts to: the records, and where the ids of merged ones lead. */
export interface Projection { readonly records: readonly LedgerRecord[]; readonly redirects: ReadonlyMap<RecordId, RecordId> }

const linking: ReadonlySet<EventKind> = new Set(['part-of', 'restates', 'expands', 'replaces'])

/**
 * Computes records from their entries. The entries must be complete for the records they touch: all of a record, and
 * all of every record it was ever judged to be the same as.
 * @example project(entries).records[0].state // 'delivered'
 */
export function project(entries: readonly StoredEntry[]): Projection {
  const roots = redirects(entries), groups = new Map<RecordId, StoredEntry[]>()
  for (const e of entries) {
    const root = roots.get(e.record) ?? e.record, group = groups.get(root)
    if (group) group.push(e); else groups.set(root, [e])
  }
  const formerly = Map.groupBy(roots.keys(), (id) => roots.get(id)!)
  return { records: [...groups].map(([id, group]) => projectOne(id, group, formerly.get(id) ?? [])), redirects: roots }
}

/** An event with the first and last day it may have happened on; an undated one may have happened on any day. */
interface Dated extends Effective { readonly first: string; readonly last: string }

function projectOne(id: RecordId, group: readonly StoredEntry[], formerly: readonly RecordId[]): LedgerRecord {
  const counted = effective(group).filter(({ entry }) => !judges(entry.event)).map(dated)
  const { kind } = group.find((e) => !judges(e.event)) ?? group[0]!
  const steps = counted.filter(({ entry }) => entry.kind === kind && !linking.has(entry.event) && stateAfter(kind, entry.event) !== undefined).sort(byDay)
  const deciding = lastEvent(kind, steps)
  const sayings = steps.map(saying)
  const { fields, conflicts } = mergeFields(sayings, deciding && sayings[steps.indexOf(deciding)])
  return {
    id, kind, state: deciding?.entry.event ?? stateWithout(group, steps), fields, conflicts, formerly: [...formerly].sort(),
    claims: [...new Set(counted.flatMap((c) => c.claims))].sort(), entries: group.map((e) => e.id),
    issues: notes(kind, counted, steps), course: steps.map(step), relations: relationsOf(counted, new Set<string>([id, ...formerly])),
  }
}

function dated(e: Effective): Dated {
  const [first, last] = e.entry.date ? bounds(e.entry.date.edtf) : ['0000-01-01', '9999-12-31']
  return { ...e, first, last }
}

/** By day, then by rank, then by what they say: never by the order in which they were read. */
function byDay(a: Dated, b: Dated): number {
  return compare(a.first, b.first) || rankOf(a.entry.kind, a.entry.event) - rankOf(b.entry.kind, b.entry.event) || compare(a.entry.claims.join(), b.entry.claims.join()) || compare(content(a), content(b))
}
const content = ({ entry }: Dated): string => canonicalJson([entry.event, entry.fields, entry.by, entry.why])
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Of the events after which none surely happened, the one of highest rank: "2025" may be before or after 1 March 2025. */
function lastEvent(kind: LedgerRecord['kind'], steps: readonly Dated[]): Dated | undefined {
  const moving = steps.filter((s) => stateAfter(kind, s.entry.event) !== 'keep')
  const latestStart = moving.reduce((max, s) => (s.first > max ? s.first : max), '')
  return moving.filter((s) => s.last >= latestStart).sort((a, b) => rankOf(kind, a.entry.event) - rankOf(kind, b.entry.event) || byDay(a, b)).at(-1)
}

/** A record whose every event was taken back, or which has seen adjustments alone. */
function stateWithout(group: readonly StoredEntry[], steps: readonly Dated[]): EventKind {
  if (steps.length > 0) return steps.at(-1)!.entry.event
  const last = group.filter((e) => e.event === 'withdrawn' || e.event === 'retracted').at(-1)
  return last?.event ?? group.at(-1)!.event
}

const saying = ({ entry, claims, first, last }: Dated): Saying => ({ event: entry.event, first, last, person: 'person' in entry.by, fields: entry.fields, claims })
const step = ({ entry, claims }: Dated): Step => ({ event: entry.event, date: entry.date?.edtf ?? null, amount: entry.fields.amount ?? null, claims, ...correctedStage(entry) })

/** A correction carries the stage of the facts that it replaces; a cut ("reduced") carries none. */
function correctedStage({ event, kind, fields }: StoredEntry): Pick<Step, 'stage'> {
  const stage = fields.stage as EventKind
  return event === 'adjusted' && rankOf(kind, stage) >= 0 ? { stage } : {}
}

/** A record that was joined with the one it was linked to has no link to itself. */
function relationsOf(counted: readonly Dated[], own: ReadonlySet<string>): readonly { event: EventKind; other: string }[] {
  const found = counted.filter(({ entry }) => linking.has(entry.event) && entry.other !== null && !own.has(entry.other)).map(({ entry }) => ({ event: entry.event, other: entry.other as string }))
  return [...new Map(found.map((r) => [`${r.event} ${r.other}`, r])).values()].sort((a, b) => compare(`${a.event} ${a.other}`, `${b.event} ${b.other}`))
}

/** What is legal and yet worth a note. */
function notes(kind: LedgerRecord['kind'], counted: readonly Dated[], steps: readonly Dated[]): readonly Issue[] {
  const issues: Issue[] = []
  const note = (code: string, message: string) => issues.push({ code, level: 'note', message })
  const happened = new Set(steps.map((s) => s.entry.event))
  const kinds = new Set(counted.map((c) => c.entry.kind))
  if (kinds.size > 1) issues.push({ code: 'mixed-kinds', level: 'warning', message: `Records of different kinds were joined (${[...kinds].sort().join(', ')}): only ${kind} counts. Withdraw the same-as entry if this is wrong.` })
  // One line a reason: a page on which ten claims rest changed once.
  for (const [why, asked] of Map.groupBy(counted.filter((c) => c.entry.event === 'reopened'), (c) => c.entry.why)) {
    const claims = [...new Set(asked.flatMap((c) => c.claims))].sort()
    issues.push({ code: 'reopened', level: 'warning', message: `${why.charAt(0).toUpperCase()}${why.slice(1)}; ${claims.length === 1 ? 'a claim' : `${claims.length} claims`} of this record ${claims.length === 1 ? 'waits' : 'wait'} for a person to say what holds.`, place: claims.join(', ') })
  }
  if (kind !== 'commitment') return issues
  if ((happened.has('delivered') || happened.has('in delivery')) && !['announced', 'approved', 'allocated', 'contracted'].some((e) => happened.has(e as EventKind))) {
    note('delivery-unannounced', 'A delivery is reported, and no announcement of it is known.')
  }
  const announced = largest(steps, 'announced'), allocated = largest(steps, 'allocated')
  if (announced && allocated && announced.currency === allocated.currency && allocated.minor > announced.minor) {
    note('allocation-above-commitment', 'More was allocated than announced: stock transfers and additions can explain it.')
  }
  return issues
}

function largest(steps: readonly Dated[], event: EventKind): { minor: bigint; currency: string } | undefined {
  const amounts = steps.filter((s) => s.entry.event === event).map((s) => s.entry.fields.amount as { minor: string; currency: string } | null | undefined).filter((m) => m !== null && m !== undefined)
  return amounts.map((m) => ({ minor: BigInt(m.minor), currency: m.currency })).sort((a, b) => (a.minor < b.minor ? 1 : -1))[0]
}

/**
 * The hash of what is known, whatever the order and the time it was read in: over the records without ids of records
 * and entries, record time, sequence or chain.
 */
export function stateHash(records: readonly LedgerRecord[]): string {
  const plain = records.map(({ kind, state, fields, claims, conflicts, course }) => canonicalJson({ kind, state, fields, claims, conflicts, course }))
  return sha256(plain.sort().join('\n'))
}

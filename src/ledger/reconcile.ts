import type { Claim, ClaimFields, Known } from '../core/claim.ts'
import { bounds, edtf } from '../core/dates.ts'
import { canonicalJson, sha256 } from '../core/hash.ts'
import { recordId, type ClaimId, type EntryId, type RecordId } from '../core/ids.ts'
import { entry, type Entry, type EventKind } from './entry.ts'
import { facts } from './facts.ts'
import { filedKeys, soughtKeys } from './keys.ts'
import { compare, isFact, type Match, type Side } from './match.ts'
import { saidAs } from './said.ts'
import { restated } from './restatement.ts'
import type { Convert } from './totals.ts'

/** A claim that already belongs to a record: what a new claim is compared with. */
export interface Recorded {
  readonly record: RecordId
  readonly claim: Claim<Known>
  /** Publication day of the claim's document, or null. */
  readonly published: string | null
}

/** A new claim with the publication day of its document. */
export interface Fresh { readonly claim: Claim<Known>; readonly published: string | null }

/** A pair that looks alike without certainty: a person decides. */
export interface Doubt { readonly claim: ClaimId; readonly record: RecordId; readonly match: Match }

/** Where a claim belongs by what is known of its text. */
export interface Carried { readonly record: RecordId; readonly why: string }

export interface Reconciled {
  readonly entries: readonly Entry[]
  readonly doubts: readonly Doubt[]
  /** Entries that rest on a claim on record, with the new claim that brought them about. */
  readonly causes: ReadonlyMap<EntryId, ClaimId>
}

const version = { machine: 'reconcile 1' }

/**
 * Which record each new claim speaks of, as entries to append: one event a claim, and a same-as where a claim shows
 * that two records are one. A claim joins every record that holds a claim it is the same as (single linkage over a
 * symmetric comparison), so any order of input gives the same partition.
 * @param carried claims whose record is known without a comparison, with the reason
 * @returns entries in the order of the claims, and the pairs that are left to review
 */
export function reconcile(fresh: readonly Fresh[], recorded: readonly Recorded[], convert?: Convert, carried: ReadonlyMap<ClaimId, Carried> = new Map()): Reconciled {
  const known = new Shelf(), entries: Entry[] = [], doubts: Doubt[] = []
  for (const one of recorded) known.add(one)
  const packages = new Map<string, RecordId>(), causes = new Map<EntryId, ClaimId>()
  const root = new Map<RecordId, RecordId>()
  const find = (id: RecordId): RecordId => { const up = root.get(id); return up === undefined ? id : find(up) }
  for (const { claim, published } of fresh) {
    const carriedTo = carried.get(claim.id)
    if (carriedTo !== undefined) {
      const record = find(carriedTo.record)
      entries.push(eventOf(claim, published, record, { verdict: 'same', score: 1, reasons: [carriedTo.why] }))
      known.add({ record, claim, published })
      continue
    }
    const matches = new Map<RecordId, Match>(), own = side(claim, published), near = known.near(claim)
    for (const other of oneOfEach(near, own)) {
      if (other.claim.id === claim.id) continue
      const match = compare(own, other.side, convert)
      if (match.verdict === 'different') continue
      const record = find(other.record), best = matches.get(record)
      if (!best || match.score > best.score || (match.verdict === 'same' && best.verdict === 'unsure')) matches.set(record, match)
    }
    const joined = [...matches].filter(([, m]) => m.verdict === 'same').map(([id]) => id).sort()
    const record = joined[0] ?? recordId(claim.id)
    const match = joined[0] ? matches.get(joined[0])! : undefined
    entries.push(corrects(claim, near) ? correction(claim, published, record) : eventOf(claim, published, record, match))
    for (const other of joined.slice(1)) {
      root.set(other, record)
      entries.push(entry({ record, kind: claim.fields.kind, event: 'same-as', date: null, claims: [claim.id], other, fields: {}, by: version, why: `one claim speaks of both: ${matches.get(other)!.reasons.join(', ')}` }))
    }
    for (const [other, m] of matches) if (m.verdict === 'unsure' && other !== record) doubts.push({ claim: claim.id, record: other, match: m })
    for (const again of toldAgain({ record, claim, side: own }, near, find, convert)) {
      entries.push(again)
      if (again.record !== record) causes.set(again.id, claim.id)
    }
    const row = claim.fields.kind === 'commitment' ? claim.fields.dataset : undefined
    if (row && !row.part) packages.set(`${row.name} ${row.key}`, record)
    const whole = row?.part && !isFact(row) ? packages.get(`${row.name} ${row.key}`) : undefined
    if (whole) entries.push(entry({ record, kind: claim.fields.kind, event: 'part-of', date: null, claims: [claim.id], other: whole, fields: {}, by: version, why: `item ${row!.part} of ${row!.name} ${row!.key}` }))
    known.add({ record, claim, published })
  }
  return { entries, doubts, causes }
}

/** A claim on record as it is compared, made once for all comparisons. */
interface Shelved extends Recorded {
  readonly side: Side
  /** The same for claims that say the same in the same words and are one record. */
  readonly alike: string
  readonly day: number
  /** The last search that met it. */
  met: number
}

/**
 * Claims by the keys they are filed and sought under, as the store finds them: a claim is compared with those that share
 * a key, whichever of the two came first, and not with all of its kind.
 */
class Shelf {
  readonly filed = new Map<string | number, Shelved[]>()
  readonly sought = new Map<string | number, Shelved[]>()
  private searches = 0

  add(one: Recorded): void {
    const { said, filed, sought } = keysOf(one.claim), shelved: Shelved = { ...one, side: side(one.claim, one.published), alike: `${one.record} ${one.published === null} ${said}`, day: dayNumber(one.published), met: 0 }
    for (const key of filed) put(this.filed, key, shelved)
    for (const key of sought) put(this.sought, key, shelved)
  }

  near(claim: Claim<Known>): readonly Shelved[] {
    const found: Shelved[] = [], { filed, sought } = keysOf(claim), search = ++this.searches
    const meet = (all: readonly Shelved[] = []) => { for (const one of all) if (one.met !== search) { one.met = search; found.push(one) } }
    for (const key of sought) meet(this.filed.get(key))
    for (const key of filed) meet(this.sought.get(key))
    return found
  }
}

/**
 * Of claims that say the same in the same words and are one record, the one reported nearest in time stands for all: a
 * thousand copies of a story are compared once.
 */
function oneOfEach(near: readonly Shelved[], own: Side): Iterable<Shelved> {
  if (near.length < 8) return near
  const day = dayNumber(own.published), others = new Map<string, Shelved>(), ofItsText = new Map<string, Shelved>()
  for (const one of near) {
    const found = one.side.document === own.document ? ofItsText : others, before = found.get(one.alike)
    if (!before || Math.abs(one.day - day) < Math.abs(before.day - day)) found.set(one.alike, one)
  }
  return [...ofItsText.values(), ...others.values()]
}

const dayNumber = (published: string | null): number => (published ? Date.parse(published.slice(0, 10)) : 0)

interface Keys { /** All that it says and the words it says it in. */ readonly said: string; readonly filed: readonly (string | number)[]; readonly sought: readonly (string | number)[] }
// The claims of one story come back with each of its documents: their keys are made once, and forgotten in bulk.
const made = new Map<ClaimId, Keys>()
/** Rows of a dataset are told by their key alone. */
function keysOf(claim: Claim<Known>): Keys {
  const known = made.get(claim.id), row = rowOf(claim)
  if (known) return known
  const said = sha256(saidAs(claim)).slice(0, 20), keys = row === null ? { said, filed: filedKeys(claim), sought: soughtKeys(claim) } : { said, filed: [row], sought: [row] }
  if (made.size > 20_000) made.clear()
  made.set(claim.id, keys)
  return keys
}

function put(shelf: Map<string | number, Shelved[]>, key: string | number, one: Shelved): void {
  const list = shelf.get(key)
  if (list) list.push(one)
  else shelf.set(key, [one])
}

/** A restates for each record whose money this claim tells again, and for each that tells this claim's money again. */
function toldAgain(fresh: Pick<Shelved, 'record' | 'claim' | 'side'>, known: readonly Shelved[], find: (id: RecordId) => RecordId, convert: Convert | undefined): readonly Entry[] {
  if (fresh.claim.fields.kind !== 'commitment') return []
  const found = new Map<string, Entry>()
  for (const other of known) {
    const home = find(other.record)
    if (home === fresh.record) continue
    const again = restated(fresh.side, other.side, convert)
    if (!again) continue
    const [record, before] = again.later === 'a' ? [fresh.record, home] : [home, fresh.record]
    if (!found.has(`${record} ${before}`)) found.set(`${record} ${before}`, entry({ record, kind: 'commitment', event: 'restates', date: null, claims: [again.later === 'a' ? fresh.claim.id : other.claim.id], other: before, fields: {}, by: version, why: again.why }))
  }
  return [...found.values()]
}

/**
 * The pairs of claims and records that are alike, in doubt or beyond it: what `review` shows until a person decides. Two
 * processes that read the same news at the same moment leave pairs beyond doubt, too.
 */
export function doubtsOf(claims: readonly Fresh[], recorded: readonly Recorded[], convert?: Convert): readonly Doubt[] {
  return claims.flatMap(({ claim, published }) => recorded.flatMap((other): Doubt[] => {
    if (other.claim.id === claim.id || pool(other.claim) !== pool(claim)) return []
    const match = compare(side(claim, published), side(other.claim, other.published), convert)
    return match.verdict === 'different' ? [] : [{ claim: claim.id, record: other.record, match }]
  }))
}

const side = (claim: Claim<Known>, published: string | null): Side => ({ fields: claim.fields, document: claim.document, published, words: claim.evidence.map((e) => e.exact).join(' ') })

/** Claims of texts are compared within their kind. A tracker's row is compared with the same row of other releases alone: joining it with texts is a person's decision. */
const pool = (claim: Claim<Known>): string => rowOf(claim) ?? claim.fields.kind
const rowOf = ({ fields }: Claim<Known>): string | null => (fields.kind === 'commitment' && fields.dataset ? `${fields.dataset.name} ${fields.dataset.key}` : null)

/** Does a row of a dataset give other facts than the same row of an earlier file? Then it adjusts the record. */
function corrects({ fields, document }: Claim<Known>, known: readonly Recorded[]): boolean {
  if (fields.kind !== 'commitment' || !fields.dataset) return false
  const { key, part } = fields.dataset
  const same = known.filter(({ claim: c }) => c.fields.kind === 'commitment' && c.document !== document && c.fields.dataset?.key === key && c.fields.dataset.part === part)
  const plain = (f: ClaimFields<Known>) => canonicalJson({ ...facts(f), dataset: null })
  return same.length > 0 && !isFact(fields.dataset) && same.every(({ claim: c }) => plain(c.fields) !== plain(fields))
}

function correction(claim: Claim<Known>, published: string | null, record: RecordId): Entry {
  const { kind } = claim.fields, dataset = claim.fields.kind === 'commitment' ? claim.fields.dataset : undefined
  return entry({ record, kind, event: 'adjusted', claims: [claim.id], other: null, fields: facts(claim.fields), by: version, date: reported(published), why: `${dataset?.name} ${dataset?.release} gives this row other facts than before` })
}

const reported = (published: string | null): Entry['date'] => (published ? { edtf: edtf(bounds(edtf(published))[0]), kind: 'reported', basis: 'inferred' } : null)

/** The event that a claim reports on its record. */
function eventOf(claim: Claim<Known>, published: string | null, record: RecordId, match: Match | undefined): Entry {
  const { fields } = claim
  const own = 'date' in fields && fields.date ? fields.date : null
  return entry({
    record, kind: fields.kind, event: eventKind(claim), claims: [claim.id], other: null, fields: facts(fields), by: version,
    date: own ? { edtf: own.edtf, kind: 'effective', basis: own.basis } : reported(published),
    why: match ? `joins the record (${match.score.toFixed(2)}): ${match.reasons.join(', ')}` : 'first claim of the record',
  })
}

function eventKind({ fields }: Claim<Known>): EventKind {
  switch (fields.kind) {
    case 'commitment': return fields.stage === 'reduced' ? 'adjusted' : fields.stage
    case 'meeting': return fields.state
    case 'project': return fields.stage
    case 'ask': return 'asked'
    default: return 'stated'
  }
}

import type pg from 'pg'
import type { Claim, Known } from '../core/claim.ts'
import type { RecordId } from '../core/ids.ts'
import { soughtKeys } from '../ledger/keys.ts'
import type { Recorded } from '../ledger/reconcile.ts'
import { recordOfClaim } from './ledger-reader.ts'
import { readClaim } from './rows.ts'

/** As many candidates as one claim may have; and how many claims of a common key are looked at, the newest first. */
const mostCandidates = 40, mostOfAKey = 1000

/**
 * The recorded claims that new claims may speak of: those that share keys, the rare keys weighing most. A key that very
 * many claims share is read in part.
 */
export async function candidates(pool: pg.Pool, claims: readonly Claim<Known>[]): Promise<readonly Recorded[]> {
  const sought = claims.map(soughtKeys), filed = await filedUnder(pool, [...new Set(sought.flat())])
  const found = new Set(sought.flatMap((keys) => likeliest(keys, filed)))
  if (found.size === 0) return []
  const { rows } = await pool.query<{ body: string; record: string; published: string | null }>(`
    select c.body, coalesce(r.into_id, own.record) as record, d.published
    from claims c cross join lateral (select ${recordOfClaim} as record) own
    left join records r on r.id = own.record
    join documents d on d.id = c.document
    where c.sequence = any($1) and own.record is not null
    order by c.id`, [[...found]])
  return rows.map((row) => ({ record: row.record as RecordId, claim: readClaim(row.body), published: row.published }))
}

/** The places in the chain of the newest claims under each key. */
async function filedUnder(pool: pg.Pool, keys: readonly number[]): Promise<ReadonlyMap<number, readonly number[]>> {
  if (keys.length === 0) return new Map()
  const { rows } = await pool.query<{ key: number; claims: string | null }>(`
    select wanted.key, (select '[' || string_agg(near.claim::text, ',') || ']' from (select unnest(claims) as claim from claim_keys k where k.key = wanted.key order by claims[1] desc limit ${mostOfAKey}) near) as claims
    from unnest($1::int[]) as wanted(key)`, [keys])
  return new Map(rows.map(({ key, claims }) => [key, claims === null ? [] : JSON.parse(claims) as readonly number[]]))
}

/** The claims under these keys, a claim under a rare key before one under a common key, the newest of equals. */
function likeliest(keys: readonly number[], filed: ReadonlyMap<number, readonly number[]>): readonly number[] {
  const weights = new Map<number, number>()
  for (const key of keys) {
    const claims = filed.get(key) ?? [], weight = 1 / Math.sqrt(claims.length)
    for (const claim of claims) weights.set(claim, (weights.get(claim) ?? 0) + weight)
  }
  return best(weights).map(([claim]) => claim)
}

type Weighed = readonly [claim: number, weight: number]

/** The likeliest first. Of thousands only these are put in order. */
function best(weights: Iterable<Weighed>): readonly Weighed[] {
  const found: Weighed[] = [], before = (a: Weighed, b: Weighed) => a[1] > b[1] || (a[1] === b[1] && a[0] > b[0])
  for (const one of weights) {
    if (found.length === mostCandidates && !before(one, found.at(-1)!)) continue
    let at = found.length
    while (at > 0 && before(one, found[at - 1]!)) at--
    found.splice(at, 0, one)
    if (found.length > mostCandidates) found.pop()
  }
  return found
}

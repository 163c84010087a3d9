import type pg from 'pg'
import type { Claim, Known } from '../core/claim.ts'
import type { RecordId } from '../core/ids.ts'
import { soughtKeys } from '../ledger/keys.ts'
import type { Recorded } from '../ledger/reconcile.ts'
import { readClaim } from './rows.ts'

/** As many candidates as one claim may have; and how many claims of a common key are looked at, the newest first. */
const mostCandidates = 40, mostOfAKey = 1000

/**
 * The recorded claims that new claims may speak of: those that share keys, the rare keys weighing most. Each key is read
 * from its index alone, and a key that very many claims share is read in part.
 */
export async function candidates(pool: pg.Pool, claims: readonly Claim<Known>[]): Promise<readonly Recorded[]> {
  if (claims.length === 0) return []
  const sought = claims.map(soughtKeys), keys = [...new Set(sought.flat())]
  const asked = claims.flatMap((c, i) => sought[i]!.map((key) => [i, key] as const))
  const { rows } = await pool.query<{ body: string; record: string; published: string | null }>(`
    with filed as materialized (
      select wanted.key, near.claim, count(*) over (partition by wanted.key) as all_of_key
      from unnest($1::int[]) as wanted(key) cross join lateral (select k.claim from claim_keys k where k.key = wanted.key order by k.claim desc limit ${mostOfAKey}) near
    ), ranked as (
      select filed.claim, row_number() over (partition by asked.n order by sum(1 / sqrt(filed.all_of_key)) desc, filed.claim desc) as place
      from unnest($2::int[], $3::int[]) as asked(n, key) join filed using (key) group by asked.n, filed.claim
    ), found as materialized (select distinct claim from ranked where place <= ${mostCandidates})
    select distinct on (c.id) c.body, coalesce(r.into_id, ec.record) as record, d.published
    from found join claims c on c.sequence = found.claim
    join entry_claims ec on ec.claim = c.id
    left join records r on r.id = ec.record
    join documents d on d.id = c.document
    order by c.id, ec.entry`, [keys, asked.map(([n]) => n), asked.map(([, key]) => key)])
  return rows.map((row) => ({ record: row.record as RecordId, claim: readClaim(row.body), published: row.published }))
}

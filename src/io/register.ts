import type pg from 'pg'
import type { LedgerRecord } from '../ledger/record.ts'
import type { Alike, Narrow } from '../reporting/register.ts'

/** The register of commitments as of now. */
export interface Register {
  /** Those that fit, the latest first. */
  page(narrow: Narrow, limit: number, offset: number): Promise<readonly LedgerRecord[]>
  /** All of them, counted by what the register is narrowed by. */
  count(): Promise<readonly Alike[]>
}

/** @example (await register(pool).page({ provider: 'DE', recipient: '', stage: '', aid: '' }, 100, 0)).length */
export const register = (pool: pg.Pool): Register => ({
  async page({ provider, recipient, stage, aid }, limit, offset) {
    const values: unknown[] = [limit, offset], asked = ([['providers @> array[?]', provider], ['recipients @> array[?]', recipient], ['state = ?', stage], [`coalesce(aid, 'other') = ?`, aid]] as const).filter(([, value]) => value !== '')
    const conditions = asked.map(([condition, value]) => ` and ${condition.replace('?', `$${values.push(value)}`)}`).join('')
    // The bodies of the page alone are read: a join before the cut would read those of every page before it.
    const { rows } = await pool.query<{ body: string }>(`
      with found as materialized (select id, day from records where kind = 'commitment' and into_id is null${conditions} order by day desc, id limit $1 offset $2)
      select b.body from found join record_bodies b using (id) order by found.day desc, found.id`, values)
    return rows.map((row) => JSON.parse(row.body) as LedgerRecord)
  },
  async count() {
    const { rows } = await pool.query<Alike>(`select providers, recipients, state as stage, coalesce(aid, 'other') as aid, count(*) from records where kind = 'commitment' and into_id is null group by 1, 2, 3, 4`)
    return rows
  },
})

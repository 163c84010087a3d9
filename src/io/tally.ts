import type pg from 'pg'

/** What a tally may be made by: columns of the record list, and lists of which each member counts. */
export const dimensions = {
  provider: 'unnest(providers)', recipient: 'unnest(recipients)', aid: 'aid', stage: 'state', year: `nullif(left(day, 4), '')`, month: `nullif(left(day, 7), '')`, currency: 'currency',
} as const
export type Dimension = keyof typeof dimensions

/** A cell: how many commitments, how many of them with an amount, and the sum in whole minor units of one currency. */
export interface TallyCell { readonly by: readonly (string | null)[]; readonly currency: string | null; readonly digits: number | null; readonly records: number; readonly minor: bigint }

/**
 * Commitments counted and summed by any dimensions, currencies kept apart. A commitment of several providers counts
 * once for each: sums over providers are not a total.
 * @example await tally(pool, ['provider', 'year'])
 */
export async function tally(pool: pg.Pool, by: readonly Dimension[]): Promise<readonly TallyCell[]> {
  const columns = by.map((d, i) => `${dimensions[d]} as by${i}`).concat('currency as of_currency', 'digits as of_digits', 'minor')
  const keys = by.map((_, i) => `by${i}`).concat('of_currency', 'of_digits').join(', ')
  const { rows } = await pool.query<Record<string, string | null> & { of_currency: string | null; of_digits: number | null; n: number; total: string | null }>(
    `select ${keys}, count(*) as n, sum(minor) as total from (select ${columns.join(', ')} from records where kind = 'commitment' and into_id is null) r group by ${keys} order by ${keys}`)
  return rows.map((row) => ({ by: by.map((_, i) => row[`by${i}`] ?? null), currency: row.of_currency, digits: row.of_digits, records: row.n, minor: BigInt(row.total ?? '0') }))
}

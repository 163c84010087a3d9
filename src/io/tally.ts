import type pg from 'pg'
import type { RecordId } from '../core/ids.ts'
import { dimensions, type Dimension, type Group } from '../ledger/totals.ts'

export interface TallyOptions {
  readonly by: readonly Dimension[]
  /** Name of the definition. */
  readonly definition: string
  /** Currency of the total: sums in it need no day of conversion and are grouped together. */
  readonly currency: string
  /** Only the rows of this dataset; "none" for what texts say. */
  readonly dataset?: string | undefined
}

interface Row { readonly why: string | null; readonly keys: readonly string[]; readonly currency: string | null; readonly digits: number | null; readonly day: string | null; readonly minor: string | null; readonly ids: readonly RecordId[] }

/**
 * Commitments grouped by how they stand under a definition, summed by the database in whole minor units: packages only,
 * as of now. `totalOf` makes the total of them, by the same rules as from the records themselves.
 * @example totalOf(await tally(pool, { by: ['provider'], definition: 'promised', currency: 'EUR' }), options)
 */
export async function tally(pool: pg.Pool, { by, definition, currency, dataset }: TallyOptions): Promise<readonly Group[]> {
  const keys = by.map((d) => `r.dimensions[${dimensions.indexOf(d) + 1}]`)
  const columns = [...keys, 's.why', 's.currency', 's.digits', 'case when s.currency = $2 then null else s.day end'].map((c, i) => `${c} as c${i}`)
  const narrow = dataset === undefined ? '' : dataset === 'none' ? 'and r.dataset is null' : 'and r.dataset = $3'
  const grouped = columns.map((_, i) => `c${i}`).join(', ')
  const { rows } = await pool.query<Row & Record<string, string | null>>(
    `select ${grouped}, sum(minor) as minor, array_agg(id) as ids from (select ${columns.join(', ')}, s.minor, r.id from record_standings s join records r on r.id = s.record where s.definition = $1 and r.into_id is null ${narrow}) g group by ${grouped}`,
    dataset === undefined || dataset === 'none' ? [definition, currency] : [definition, currency, dataset])
  const at = (row: Record<string, string | null>, i: number) => row[`c${by.length + i}`] ?? null
  return rows.map((row): Group => {
    const code = at(row, 1), digits = at(row, 2)
    return { keys: by.map((_, i) => row[`c${i}`] ?? ''), why: at(row, 0), day: at(row, 3), records: row.ids, money: code === null ? null : { minor: BigInt(row.minor ?? '0'), digits: Number(digits), currency: code } }
  })
}

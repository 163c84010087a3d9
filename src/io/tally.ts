import type pg from 'pg'
import type { RecordId } from '../core/ids.ts'
import type { Dimension, Group } from '../ledger/totals.ts'
import { dimensionColumn } from './rows.ts'

export interface TallyOptions {
  readonly by: readonly Dimension[]
  /** Name of the definition. */
  readonly definition: string
  /** Currency of the total: sums in it need no day of conversion and are grouped together. */
  readonly currency: string
  /** Only the rows of this dataset; "none" for what texts say. */
  readonly dataset?: string | undefined
}

type Row = Readonly<Record<string, string | null>> & { readonly ids: string }

/**
 * Commitments grouped by how they stand under a definition, summed by the database in whole minor units: packages only,
 * as of now. `totalOf` makes the total of them, by the same rules as from the records themselves.
 * @example totalOf(await tally(pool, { by: ['provider'], definition: 'promised', currency: 'EUR' }), options)
 */
export async function tally(pool: pg.Pool, { by, definition, currency, dataset }: TallyOptions): Promise<readonly Group[]> {
  const columns = [...by.map(dimensionColumn), 'why', 'currency', 'digits', 'case when currency = $2 then null else day end'].map((c, i) => `${c} as c${i}`)
  const narrow = dataset === undefined ? '' : dataset === 'none' ? 'and dataset is null' : 'and dataset = $3'
  const rows = await roomy(pool,
    // Ids as one text: taking a list of 100,000 apart costs more than the sums.
    `select ${columns.join(', ')}, sum(minor) as minor, string_agg(record, ' ') as ids from record_standings where definition = $1 ${narrow} group by ${columns.map((_, i) => i + 1).join(', ')}`,
    dataset === undefined || dataset === 'none' ? [definition, currency] : [definition, currency, dataset])
  return rows.map((row) => group(row, by.length))
}

/** With as much memory as the ids of a million claims take: groups that do not fit are written to disk and read again. */
async function roomy(pool: pg.Pool, query: string, values: readonly unknown[]): Promise<readonly Row[]> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query(`begin read only; set local work_mem = '64MB'`)
    const { rows } = await client.query<Row>(query, [...values])
    await client.query('commit')
    return rows
  } catch (error) {
    await client.query('rollback').catch((problem: Error) => { broken = problem })
    throw error
  } finally { client.release(broken) }
}

function group(row: Row, keys: number): Group {
  const at = (i: number) => row[`c${i}`] ?? null, code = at(keys + 1)
  return {
    keys: Array.from({ length: keys }, (_, i) => at(i) ?? ''), why: at(keys), day: at(keys + 3), records: row.ids.split(' ') as RecordId[],
    money: code === null ? null : { minor: BigInt(row['minor'] ?? '0'), digits: Number(at(keys + 2)), currency: code },
  }
}

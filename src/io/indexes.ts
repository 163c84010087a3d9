import type pg from 'pg'

/** An index as it was, and how it is made again: a key is a constraint of its table. */
export interface Index { readonly table: string; readonly name: string; readonly made: string; readonly key: boolean }

/**
 * Takes away the indexes of some tables within a transaction: built over whole tables they cost a fraction of what they
 * cost row by row. Until the transaction ends nobody else reads these tables.
 * @param without indexes that stay
 * @example const gone = await dropIndexes(client, ['claims']); …; await makeIndexes(client, gone)
 */
export async function dropIndexes(client: pg.ClientBase, tables: readonly string[], without: readonly string[] = []): Promise<readonly Index[]> {
  const { rows } = await client.query<Index>(`
    select t.relname as table, x.relname as name, c.oid is not null as key, coalesce(pg_get_constraintdef(c.oid), replace(pg_get_indexdef(i.indexrelid), ' ON ONLY ', ' ON ')) as made
    from pg_index i join pg_class t on t.oid = i.indrelid join pg_class x on x.oid = i.indexrelid left join pg_constraint c on c.conindid = i.indexrelid
    where t.relnamespace = current_schema()::regnamespace and t.relname = any($1) and x.relname <> all($2) order by t.relname, x.relname`, [tables, without])
  for (const { table, name, key } of rows) await client.query(key ? `alter table ${table} drop constraint ${name}` : `drop index ${name}`)
  return rows
}

export async function makeIndexes(client: pg.ClientBase, indexes: readonly Index[]): Promise<void> {
  for (const { table, name, key, made } of indexes) await client.query(key ? `alter table ${table} add constraint ${name} ${made}` : made)
}

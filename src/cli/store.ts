import { resolve } from 'node:path'
import type { Store } from '../io/store.ts'
import { UsageError, type Call, type ExitCode, type Option } from './command.ts'

/** Options of every command that works on the store. */
export const storeOptions = {
  data: { type: 'string', value: 'FOLDER', help: 'Data folder; else $HELENOW_DATA, else ./var. $DATABASE_URL names a server instead.' },
} as const satisfies Record<string, Option>

/** The option that sets record time, for every view. */
export const asOfOption = { 'as-of': { type: 'string', value: 'DAY', help: 'Show the record as it stood at the end of that day.' } } as const satisfies Record<string, Option>

/** The data folder of a call. */
export const homeOf = (call: Call): string => resolve(call.cwd, (call.options['data'] as string | undefined) ?? call.env['HELENOW_DATA'] ?? 'var')

/** The record time a call asks for: the end of a day, an instant as it is, or null for now. The pages of the web app take the same words. */
export function asOfOf(call: Call): string | null {
  const asked = call.options['as-of'] as string | undefined
  if (asked !== undefined && (!/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?Z)?$/.test(asked) || Number.isNaN(Date.parse(asked)))) throw new UsageError(`--as-of takes a day (2025-01-31) or an instant in UTC (2025-01-31T12:00:00Z), not "${asked}".`)
  return asked === undefined ? null : /^\d{4}-\d{2}-\d{2}$/.test(asked) ? `${asked}T23:59:59.999Z` : asked
}

export async function open(call: Call): Promise<Store> {
  const { openStore } = await import('../io/open-store.ts'), databaseUrl = call.env['DATABASE_URL']
  return openStore({ home: homeOf(call), log: call.err, ...(databaseUrl ? { databaseUrl } : {}) })
}

/** The heads of the chains, as printed with every view: a record that was rewritten as a whole is found against a head kept elsewhere. */
export function headLine({ sequence, hash, figures }: Awaited<ReturnType<Store['head']>>): string {
  return `Record ${sequence}, head ${hash.slice(0, 16)}${figures ? `; figures of ${figures.imports} import${figures.imports === 1 ? '' : 's'}, head ${figures.hash.slice(0, 16)}` : ''}.`
}

/** Opens the store, runs the work, and closes it whatever happens. */
export async function withStore(call: Call, work: (store: Store) => Promise<ExitCode>): Promise<ExitCode> {
  const store = await open(call)
  try { return await work(store) } finally { await store.close() }
}

import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { assembleReference, tableNames, withRow, type RawTable } from '../resolution/rows.ts'
import { readGdp, readPrices, readRates, type Gdp, type PriceIndex, type Rates } from '../resolution/rates.ts'
import type { Reference } from '../resolution/reference.ts'

/** The reference data that comes with the program. */
export const shippedData: string = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'data')

/**
 * The folders that are read when none are named: the shipped one, then those of $HELENOW_REFERENCE, which win.
 */
export const dataFolders = (own: string | undefined = process.env['HELENOW_REFERENCE']): readonly string[] =>
  [shippedData, ...(own ? own.split(delimiter).filter((folder) => folder !== '') : [])]

/**
 * Reads the reference tables of one or more folders. A row of a later folder stands in the place of an earlier row
 * about the same fact, so a user's own folder wins over the shipped one.
 * @example loadReference([shippedData, 'my-project/data']).things.get('group-of-five')
 */
export function loadReference(folders: readonly string[] = dataFolders()): Reference {
  return assembleReference(readTables(folders))
}

/** The tables of the folders as text, for loading and for `data check`. */
export function readTables(folders: readonly string[]): readonly RawTable[] {
  return folders.flatMap((folder) => tableNames
    .map((name) => ({ name, file: join(folder, name + '.csv') }))
    .filter(({ file }) => existsSync(file))
    .map(({ name, file }) => ({ name, file, text: readFileSync(file, 'utf8') })))
}

/** Exchange rates of the last folder that has them. Loaded apart: only conversions need them. */
export const loadRates = (folders: readonly string[] = dataFolders()): Rates => readRates(lastOf(folders, 'ecb-rates.csv'))

/** GDP by state and year of the last folder that has it. */
export const loadGdp = (folders: readonly string[] = dataFolders()): Gdp => readGdp(lastOf(folders, 'gdp.csv'))

/** Price indexes by area of the last folder that has them. */
export const loadPrices = (folders: readonly string[] = dataFolders()): ReadonlyMap<string, PriceIndex> =>
  readPrices(lastOf(folders, 'prices.csv'), new Map([...assembleReference(readTables(folders).filter((t) => t.name === 'sources')).sources.values()].map((s) => [s.id, s.name])))

function lastOf(folders: readonly string[], name: string): string {
  const file = [...folders].reverse().map((folder) => join(folder, name)).find((path) => existsSync(path))
  return file ? readFileSync(file, 'utf8') : ''
}

/**
 * Writes a row into a table of a user's own folder, sorted into its place; the table is made when it is missing and
 * is never seen half-written.
 * @returns the file
 */
export function addRow(folder: string, table: string, cells: Readonly<Record<string, string>>): string {
  const file = join(folder, table + '.csv')
  mkdirSync(folder, { recursive: true })
  const text = withRow(table, existsSync(file) ? readFileSync(file, 'utf8') : null, cells)
  writeFileSync(file + '.new', text)
  renameSync(file + '.new', file)
  return file
}

import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { assembleReference, tableNames, type RawTable } from '../resolution/rows.ts'
import { readGdp, readRates, type Gdp, type Rates } from '../resolution/rates.ts'
import type { Reference } from '../resolution/reference.ts'

/** The reference data that comes with the program. */
export const shippedData: string = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'data')

/**
 * Reads the reference tables of one or more folders. A row of a later folder stands in the place of an earlier row
 * about the same fact, so a user's own folder wins over the shipped one.
 * @example loadReference([shippedData, 'my-project/data']).things.get('group-of-five')
 */
export function loadReference(folders: readonly string[] = [shippedData]): Reference {
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
export const loadRates = (folders: readonly string[] = [shippedData]): Rates => readRates(lastOf(folders, 'ecb-rates.csv'))

/** GDP by state and year of the last folder that has it. */
export const loadGdp = (folders: readonly string[] = [shippedData]): Gdp => readGdp(lastOf(folders, 'gdp.csv'))

function lastOf(folders: readonly string[], name: string): string {
  const file = [...folders].reverse().map((folder) => join(folder, name)).find((path) => existsSync(path))
  return file ? readFileSync(file, 'utf8') : ''
}

import { createRequire } from 'node:module'

/**
 * A file of weights or words from the package's `data` folder; asked for on first use only, and read nowhere else.
 * @example loadData<{ groups: LearnedData }>('claims-learned.json').groups
 */
export const loadData = <T>(name: string): T => createRequire(import.meta.url)(`../../data/${name}`) as T

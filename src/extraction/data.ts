import { createRequire } from 'node:module'

/**
 * A file of weights or words from the package's `data` folder; asked for on first use only, and read nowhere else.
 * @example loadData<{ groups: LearnedData }>('claims-learned.json').groups
 */
export const loadData = <T>(name: string): T => createRequire(import.meta.url)(`../../data/${name}`) as T

/**
 * Weights packed as a letter for each label (a is the first) and a whole number, as in "a120c-45", written into a row.
 * @example unpack('a120c-45', row, 0) // row[0] is 120, row[2] is -45
 */
export function unpack(packed: string, into: Int16Array, from: number): void {
  let at = 0
  while (at < packed.length) {
    const label = packed.charCodeAt(at++) - 97, negative = packed.charCodeAt(at) === 45
    if (negative) at++
    let value = 0
    for (let code = packed.charCodeAt(at); code >= 48 && code <= 57; code = packed.charCodeAt(++at)) value = value * 10 + code - 48
    into[from + label] = negative ? -value : value
  }
}

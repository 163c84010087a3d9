import { createRequire } from 'node:module'

/**
 * A file of weights or words from the package's `data` folder; asked for on first use only, and read nowhere else.
 * @example loadData<{ groups: LearnedData }>('claims-learned.json').groups
 */
export const loadData = <T>(name: string): T => createRequire(import.meta.url)(`../../data/${name}`) as T

/**
 * Weights as they stand in a file: a line for each feature, with its weights behind the last space. One string is read
 * many times faster than an object with as many keys, and only where its group is asked for.
 * @example rowsOf('w urged a200\nw learned a-50b120') // [['w urged', 'a200'], ['w learned', 'a-50b120']]
 */
export const rowsOf = (lines: string): [feature: string, packed: string][] => {
  const rows: [string, string][] = []
  for (let from = 0; from < lines.length;) {
    const end = lines.indexOf('\n', from), to = end < 0 ? lines.length : end, space = lines.lastIndexOf(' ', to - 1)
    rows.push([lines.slice(from, space), lines.slice(space + 1, to)]); from = to + 1
  }
  return rows
}

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

/**
 * How many letters must change, come or go, or trade places with a neighbour, to make one word of the other; more than
 * `limit` counts as `limit + 1`. Used to propose, never to decide.
 * @example distance('Pistorius', 'Pistroius', 2) // 1
 */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let before: number[] = [], above = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let cost = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1)
      row.push(cost)
      if (cost < least) least = cost
    }
    if (least > limit) return limit + 1
    before = above
    above = row
  }
  return Math.min(above[b.length]!, limit + 1)
}

/** The letters of a word as bits, for a quick look before the distance. */
export function letterBits(word: string): number {
  let bits = 0
  for (let i = 0; i < word.length; i++) bits |= 1 << (word.charCodeAt(i) & 31)
  return bits
}

/** Words whose letters differ by more than this cannot be within `limit` changes: each change touches at most two letters. */
export function couldBeNear(a: number, b: number, limit: number): boolean {
  let rest = a ^ b, differing = 0
  while (rest !== 0) { rest &= rest - 1; differing++ }
  return differing <= 2 * limit
}

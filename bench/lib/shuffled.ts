/** The list in another order, the same one for the same seed; seed 0 keeps it as it is. */
export function shuffled<T>(list: readonly T[], seed: number): readonly T[] {
  if (seed === 0) return list
  const out = [...list]
  let state = Math.imul(seed, 0x9e3779b1) >>> 0
  for (let i = out.length - 1; i > 0; i--) {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) >>> 0
    const j = state % (i + 1)
    ;[out[i], out[j]] = [out[j]!, out[i]!]
  }
  return out
}

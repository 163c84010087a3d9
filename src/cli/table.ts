/** A table for the terminal: numbers to the right, words to the left, a rule under the head. */
export function table(head: readonly string[], rows: readonly (readonly string[])[], numeric: ReadonlySet<number>, width: number): string {
  const wide = head.map((h, i) => Math.max(h.length, ...rows.map((r) => (r[i] ?? '').length)))
  const spare = width - wide.reduce((a, b) => a + b + 2, 0), widest = wide.indexOf(Math.max(...wide))
  if (spare < 0) wide[widest] = Math.max(12, wide[widest]! + spare)
  const cell = (text: string, i: number) => { const cut = text.length > wide[i]! ? text.slice(0, wide[i]! - 1) + '…' : text; return numeric.has(i) ? cut.padStart(wide[i]!) : cut.padEnd(wide[i]!) }
  const line = (cells: readonly string[]) => cells.map(cell).join('  ').trimEnd()
  return [line(head), wide.map((w) => '─'.repeat(w)).join('  '), ...rows.map(line)].join('\n')
}

/** Millionths of a currency as millions with two places, grouped. @example millions(1234567890000n) // '1.23' */
export const millions = (micro: bigint): string => (Number(micro / 10_000n) / 1e8).toLocaleString('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
/** Millionths of a currency to the cent. @example cents(1500000n) // '1.50' */
export function cents(micro: bigint): string {
  const minus = micro < 0n, c = ((minus ? -micro : micro) + 5_000n) / 10_000n
  return `${minus ? '-' : ''}${(c / 100n).toLocaleString('en-GB')}.${String(c % 100n).padStart(2, '0')}`
}

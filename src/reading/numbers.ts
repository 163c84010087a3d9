/** How a table writes its numbers; null where the cells do not tell. */
export type NumberStyle = 'point' | 'comma' | null

const point = /^[-+]?(?:\d+\.\d+|\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,})$/
const comma = /^[-+]?(?:\d+,\d+|\d{1,3}(?:[. \u00a0\u202f]\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,})$/
// "1,234" and "1.234" are a thousand in one style and one and a bit in the other: they tell nothing.
const doubtful = /^[-+]?\d{1,3}[.,]\d{3}$/

/** Gathers what cells say of their style; only when none speaks against it there is one. */
export interface StyleWitness { see(cell: string): void; style(): NumberStyle }

/** @example const w = styleWitness(); w.see('1,5'); w.see('12'); w.style() // 'comma' */
export function styleWitness(): StyleWitness {
  let points = 0, commas = 0
  return {
    see(cell) {
      if (cell.length > 30 || doubtful.test(cell)) return
      if (point.test(cell)) points++
      else if (comma.test(cell)) commas++
    },
    style: () => (points > 0 && commas === 0 ? 'point' : commas > 0 && points === 0 ? 'comma' : null),
  }
}

/**
 * The number a cell writes, or undefined when it is none or cannot be told without guessing.
 * @example parseCell('1.234,5', 'comma') // 1234.5
 */
export function parseCell(text: string, style: NumberStyle): number | undefined {
  if (/^[-+]?(?:0|[1-9]\d{0,14})$/.test(text)) return Number(text)
  if (doubtful.test(text) && style === null) return undefined
  const plain = style === 'comma' ? text.replace(/[. \u00a0\u202f](?=\d{3}(?:\D|$))/g, '').replace(',', '.') : text.replace(/[, \u00a0\u202f](?=\d{3}(?:\D|$))/g, '')
  return /^[-+]?(?:0|[1-9]\d{0,14})(?:\.\d+)?(?:[eE][-+]?\d{1,2})?$/.test(plain) ? Number(plain) : undefined
}

/** A number that could be read in two ways. @example isDoubtful('1,234') // true */
export const isDoubtful = (text: string): boolean => doubtful.test(text)

import type { Strip } from './strips.ts'
import { isElement, type Element } from './tree.ts'

const judged = new WeakMap<Element, boolean>()

/** Does the strip stand in a cell of a table of data, not in one that only lays out the page? */
export function isDataCell(strip: Strip): boolean {
  if (strip.tag !== 'td' && strip.tag !== 'th') return false
  for (let at: Element | null = strip.element; at; at = at.parent) if (at.tag === 'table') return isData(at)
  return false
}

/** Two rows or more of two short cells or more. */
function isData(table: Element): boolean {
  const known = judged.get(table)
  if (known !== undefined) return known
  let rows = 0, wide = 0
  const queue: Element[] = [table]
  while (queue.length && rows < 50) {
    const element = queue.shift()!
    if (element.tag === 'tr') {
      rows++
      if (element.children.filter((c) => isElement(c) && (c.tag === 'td' || c.tag === 'th')).length >= 2) wide++
    } else for (const child of element.children) if (isElement(child) && child.tag !== 'td' && child.tag !== 'th') queue.push(child)
  }
  const data = rows >= 2 && wide >= rows / 2
  judged.set(table, data)
  return data
}

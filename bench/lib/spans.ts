/** F1 of exact spans by type: what `re3d.ts` and `ner-uk.ts` share. */
export interface Marked { readonly text: string; readonly gold: readonly Tagged[]; readonly found: readonly Tagged[] }
interface Tagged { readonly start: number; readonly end: number; readonly type: string }

/** F1 over documents of the spans of one type. With `show`, misses (-) and false finds (+) are printed. */
export function spanF1(documents: readonly Marked[], type: string, show = false): number {
  let hits = 0, gold = 0, found = 0
  for (const document of documents) {
    const want = document.gold.filter((t) => t.type === type), got = document.found.filter((t) => t.type === type)
    gold += want.length; found += got.length
    const same = (a: Tagged) => (b: Tagged) => a.start === b.start && a.end === b.end
    hits += want.filter((w) => got.some(same(w))).length
    if (!show) continue
    for (const w of want) if (!got.some(same(w))) console.log(`- ${type} ${line(document.text, w)}`)
    for (const g of got) if (!want.some(same(g))) console.log(`+ ${type} ${line(document.text, g)}`)
  }
  return (2 * hits) / (gold + found || 1)
}

const line = (text: string, t: Tagged) => `[${text.slice(t.start, t.end)}] … ${text.slice(Math.max(0, t.start - 40), t.end + 40).replace(/\s+/g, ' ')}`

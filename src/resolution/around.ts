import type { Mention } from '../core/claim.ts'
import { readOffice } from './roles.ts'

/** An office stands at most this far before or behind its holder's name. */
const reach = 160

/**
 * Does the text call the office a former or a coming one, in words that stand before it: "former NATO Secretary General",
 * "l'ancien secrétaire général", "колишній міністр"? The mention holds the office without them.
 */
export function calledFormer({ span, office }: Mention, text: string): boolean {
  if (!span || !office) return false
  const before = text.lastIndexOf(office, span.end), behind = text.indexOf(office, span.end)
  const at = before >= 0 && before >= span.start - reach ? before : behind >= 0 && behind <= span.end + reach ? behind : -1
  if (at < 0) return false
  const clause = text.slice(Math.max(0, at - 40), at).split(/[.,;:!?()«»“”„"\n]/).at(-1)!
  return readOffice(clause.replace(/['’]/g, ' ').trim().split(/\s+/).slice(-3).join(' ')).former
}

/** The year with which the sentence of a mention opens, before the name: "On 12 July 2023, …", "Im Juli 2023 …". */
export function yearOpening({ span }: Mention, text: string): string | null {
  if (!span) return null
  const start = Math.max(...['. ', '! ', '? ', '\n'].map((end) => text.lastIndexOf(end, span.start - 1) + 1), 0)
  return /(?<!\d)(?:19|20)\d\d(?!\d)/.exec(text.slice(start, Math.min(start + 40, span.start)))?.[0] ?? null
}

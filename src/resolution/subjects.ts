import type { Lexicon } from '../core/lexicon.ts'
import type { WrittenSubject } from '../core/observation.ts'
import type { Reference } from './reference.ts'

/** Codes of groups and codes beside ISO 3166 that publishers of statistics use. */
const groups: Readonly<Record<string, string>> = { EMU: 'Euro area', EA: 'Euro area', EA19: 'Euro area', EA20: 'Euro area', EA21: 'Euro area', U2: 'Euro area', XC: 'Euro area', EUU: 'European Union', EU27: 'European Union', EU28: 'European Union', EU27_2020: 'European Union', EU: 'European Union' }
const states: Readonly<Record<string, string>> = { EL: 'GR', UK: 'GB', XKX: 'XK' }

/**
 * Whom a figure is about, in the words that records use: the two letters of a state, the usual name of a body; what is
 * neither keeps the name that the file writes.
 * @example subjectResolver(reference, lexicon)({ as: 'area', written: 'Slovak Republic', code: null }) // { subject: 'SK', known: true }
 */
export function subjectResolver(reference: Reference, lexicon: Lexicon): (subject: WrittenSubject) => { readonly subject: string; readonly known: boolean } {
  const byCode = new Map<string, string>()
  for (const thing of reference.things.values()) if (thing.type === 'state' && thing.country) { byCode.set(thing.country, thing.country); if (thing.facts['code3']) byCode.set(thing.facts['code3'], thing.country) }
  const named = (name: string): string | undefined => { const senses = lexicon.senses(name, 'en'), state = senses.find((s) => s.type === 'state' && s.as !== 'demonym' && s.as !== 'capital'); return state?.country ?? senses.find((s) => s.type === 'body')?.name }
  const known = new Map<string, { readonly subject: string; readonly known: boolean }>()
  return ({ as, written, code }) => {
    if (as === 'currency') return { subject: written, known: true }
    const key = `${code ?? ''} ${written}`, before = known.get(key)
    if (before) return before
    const found = (code && (groups[code] ?? states[code] ?? byCode.get(code))) || groups[written] || named(written) || named(written.split('(')[0]!.trim())
    const result = { subject: found || written, known: Boolean(found) }
    known.set(key, result)
    return result
  }
}

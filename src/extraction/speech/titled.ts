import type { Mention } from '../../core/claim.ts'
import type { Analysis } from '../analysis.ts'
import { homeland } from '../names/coreference.ts'
import { nameTable } from '../names/name-words.ts'

/** The name of a speaker as the title has it, with the given name where one stands before it. */
export function inTitle(analysis: Analysis, last: string): string {
  const words = (analysis.document.title ?? '').split(/\s+/), i = words.findIndex((w) => w.toLowerCase().replace(/[.,]$/, '') === last), before = words[i - 1]
  if (i < 0) return ''
  const given = before && /^\p{Lu}\p{Ll}/u.test(before) && !nameTable(analysis.language).roles.has(before.toLowerCase()) ? before + ' ' : ''
  return given + words[i]!.replace(/[.,]$/, '')
}

/**
 * A person whom the title alone names in full behind an office, and so the state the text is written in: "Press conference
 * of State Secretary Jutta Feld" for the label "FELD:".
 * @example titledPerson(analysis, 'feld')?.name // 'Jutta Feld'
 */
export function titledPerson(analysis: Analysis, last: string): Mention | null {
  const name = inTitle(analysis, last), title = analysis.document.title ?? '', at = name.includes(' ') ? title.indexOf(name) : -1, office = at > 0 ? /(?<!\p{L})(\p{L}+)\s$/u.exec(title.slice(0, at))?.[1] : undefined
  if (!office || forOthers.test(title.slice(Math.max(0, at - 40), at)) || !nameTable(analysis.language).roles.has(office.toLowerCase())) return null
  return { kind: 'mention', type: 'person', name, written: name, span: null, country: homeland(analysis), office: office.toLowerCase(), candidates: [] }
}
/** Those who only speak for others take no part themselves. */
const forOthers = /spokes|press secretary|sprecher|porte-parole|portavoce|addett[oa] stampa|rzeczni|prasow|речни|прес-?секретар/iu

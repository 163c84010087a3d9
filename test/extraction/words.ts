import type { Lexicon, Sense } from '../../src/core/lexicon.ts'
import { asReferenceId } from '../../src/core/ids.ts'

const sense = (id: string, type: Sense['type'], name: string, country: string | null, as: Sense['as'] = 'name'): Sense => ({ id: asReferenceId(id)!, type, name, country, as })
const table: Record<string, Sense> = {
  norway: sense('state-no', 'state', 'Norway', 'NO'), norwegian: sense('state-no', 'state', 'Norway', 'NO', 'demonym'), oslo: sense('state-no', 'state', 'Norway', 'NO', 'capital'),
  estonia: sense('state-ee', 'state', 'Estonia', 'EE'), estonian: sense('state-ee', 'state', 'Estonia', 'EE', 'demonym'), denmark: sense('state-dk', 'state', 'Denmark', 'DK'),
  nato: sense('nato', 'body', 'NATO', null), 'норвегії': sense('state-no', 'state', 'Norway', 'NO'), dänemark: sense('state-dk', 'state', 'Denmark', 'DK'), dänische: sense('state-dk', 'state', 'Denmark', 'DK', 'demonym'),
  estońska: sense('state-ee', 'state', 'Estonia', 'EE', 'demonym'), estone: sense('state-ee', 'state', 'Estonia', 'EE', 'demonym'), danemark: sense('state-dk', 'state', 'Denmark', 'DK'),
}
/** A lexicon of single words, enough to try names and speech without the reference data. */
export const words: Lexicon = {
  match: (list, from) => { const found = table[list[from]!.toLowerCase()]; return found && { words: 1, senses: [found] } },
  senses: (name) => { const found = table[name.toLowerCase()]; return found ? [found] : [] },
}

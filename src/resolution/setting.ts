import type { CountryCode, Mention } from '../core/claim.ts'
import { bounds } from '../core/dates.ts'
import type { Document } from '../core/document.ts'
import type { ReferenceId } from '../core/ids.ts'
import type { Sense } from '../core/lexicon.ts'
import type { Registry } from './registry.ts'

/** What the document as a whole says about whom it may speak of: its day, its language, the states and bodies in it. */
export interface Setting {
  readonly registry: Registry
  readonly language: string
  /** First and last day the document can be of; without a date everything is possible. */
  readonly days: readonly [string, string]
  readonly dated: boolean
  readonly states: ReadonlySet<CountryCode>
  readonly bodies: ReadonlySet<ReferenceId>
  /** What `namesakes` found, by family name. */
  readonly shared: Map<string, readonly ReferenceId[]>
  /** What the spans of mentions point into. */
  readonly text: string
}

export function settingOf(mentions: readonly Mention[], document: Pick<Document, 'language' | 'published' | 'text'>, registry: Registry): Setting {
  const states = new Set<CountryCode>(), bodies = new Set<ReferenceId>()
  for (const mention of mentions) {
    if (mention.country) states.add(mention.country)
    if (mention.type !== 'person') for (const id of mention.candidates.length === 1 ? mention.candidates : []) bodies.add(id)
  }
  const days = document.published ? bounds(document.published.edtf) : (['0000-01-01', '9999-12-31'] as const)
  return { registry, language: document.language ?? 'en', days, dated: document.published !== null, states, bodies, shared: new Map(), text: document.text ?? '' }
}

/** Is only the family name of a person written here, whose whole name stood elsewhere? */
export const isBare = ({ type, name, written, office }: Mention): boolean => type === 'person' && !office && written !== '' && !written.includes(' ') && name.includes(' ')

/**
 * The people of the reference whom the text names in full with the family name of a mention: "Boris Johnson" and "Mike
 * Johnson" for a bare "Johnson".
 */
export function namesakes({ name }: Mention, { registry, language, text, shared }: Setting): readonly ReferenceId[] {
  const family = name.slice(name.lastIndexOf(' ') + 1), known = shared.get(family)
  if (known) return known
  const names = new Set([name])
  for (let at = text.indexOf(family); at >= 0; at = text.indexOf(family, at + 1)) {
    const before = /\p{Lu}[\p{L}'’.-]{1,30} $/u.exec(text.slice(Math.max(0, at - 32), at))?.[0]
    if (before) names.add(before + /^[\p{L}'’-]*/u.exec(text.slice(at, at + 60))![0])
  }
  const ids = names.size < 2 ? [] : [...new Set([...names].flatMap((n) => registry.lexicon.senses(n, language).filter((s) => s.type === 'person' && s.as === 'name').map((s) => s.id)))]
  shared.set(family, ids)
  return ids
}

/**
 * All that the alias tables offer for the name of a mention, in its language, else in English. A candidate that extraction
 * offers counts when the mention already bears its name.
 */
export function sensesOf(mention: Mention, setting: Setting): readonly Sense[] {
  const lexicon = setting.registry.lexicon
  const words = mention.name.replace(/^(?:the|The)\s+/, '')
  const senses = lexicon.senses(words, setting.language)
  if (senses.length > 0) return senses
  const english = setting.language === 'en' ? [] : lexicon.senses(words, 'en')
  if (english.length > 0) return english
  const declined = asWritten(mention, setting)
  if (declined.length > 0) return declined
  const things = mention.candidates.flatMap((id) => setting.registry.reference.things.get(id) ?? [])
  return things.filter((thing) => thing.label === mention.name).map((thing) => ({ id: thing.id, type: thing.type, name: thing.label, country: thing.country, as: 'name' as const }))
}

/** The whole name in the form the text has it, when its base form was guessed wrong: "Рустемом Умєровим" is listed, "Рустем Умєровий" is nobody. */
function asWritten({ type, name, written }: Mention, { registry, language }: Setting): readonly Sense[] {
  if ((type !== 'person' && type !== 'unknown') || written === name || !written.includes(' ') || written.split(' ').length !== name.split(' ').length) return []
  return registry.lexicon.senses(written, language).filter((s) => s.type === 'person' && s.as === 'name')
}

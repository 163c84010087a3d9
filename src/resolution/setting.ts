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
  return { registry, language: document.language ?? 'en', days, dated: document.published !== null, states, bodies, text: document.text }
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
  const things = mention.candidates.flatMap((id) => setting.registry.reference.things.get(id) ?? [])
  return things.filter((thing) => thing.label === mention.name).map((thing) => ({ id: thing.id, type: thing.type, name: thing.label, country: thing.country, as: 'name' as const }))
}

import type { Claim, Link, Mention, Written } from '../../src/core/claim.ts'
import type { Document } from '../../src/core/document.ts'
import type { Issue } from '../../src/core/issue.ts'
import { loadReference } from '../../src/io/reference.ts'
import type { Judgement } from '../../src/resolution/judgements.ts'
import type { Reference } from '../../src/resolution/reference.ts'
import { registryOf } from '../../src/resolution/registry.ts'
import { resolve } from '../../src/resolution/resolve.ts'

/** The shipped reference, read once for all tests of the folder. */
export const reference = loadReference()
export const { lexicon } = registryOf(reference)

export const mention = (type: Mention['type'], name: string, more: Partial<Mention> = {}): Mention =>
  ({ kind: 'mention', type, name, written: name, span: null, country: null, office: null, candidates: [], ...more })

export interface Told { readonly language?: string; readonly day?: string | null; readonly url?: string | null; readonly decisions?: readonly Judgement[]; readonly reference?: Reference }

/** Links of some mentions, as if one document named them all. */
export function link(mentions: readonly Mention[], told: Told = {}): { links: readonly Link[]; issues: readonly Issue[] } {
  const day = told.day === undefined ? '2025-01-13' : told.day
  const document = { language: told.language ?? 'en', url: told.url ?? null, published: day ? { edtf: day } : null } as unknown as Document
  const claims = mentions.map((speaker) => ({ fields: { kind: 'statement', speaker } }) as unknown as Claim<Written>)
  const { claims: known, issues } = resolve(claims, { document, reference: told.reference ?? reference, decisions: told.decisions ?? [] })
  return { links: known.map((c) => (c.fields as unknown as { speaker: Link }).speaker), issues }
}

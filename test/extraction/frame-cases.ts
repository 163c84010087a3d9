import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Document } from '../../src/core/document.ts'
import { moneyValue, type Money } from '../../src/core/money.ts'
import { analyse } from '../../src/extraction/analyse.ts'
import type { Analysis } from '../../src/extraction/analysis.ts'
import type { Extractor } from '../../src/extraction/extractor.ts'
import { loadReference } from '../../src/io/reference.ts'
import { readBytes, sourceOf } from '../../src/reading/read.ts'
import { buildLexicon } from '../../src/resolution/lexicon.ts'

export const lexicon = buildLexicon(loadReference())
export type Plain = Readonly<Record<string, unknown>>

/** A text with front matter as an analysed document. */
export async function analysed(text: string): Promise<Analysis> {
  const [read] = await readBytes(new TextEncoder().encode(text), sourceOf('case.txt'))
  const outcome = read!.outcome
  if (outcome.state !== 'accepted' && outcome.state !== 'warned') throw new Error('unread: ' + JSON.stringify(outcome))
  return analyse(outcome.value as Document, lexicon)
}

/** One paragraph about Ukraine as an analysed document of a day. */
export const paragraph = (text: string, language = 'en', published = '2025-03-20'): Promise<Analysis> =>
  analysed(`---\ntitle: ${{ en: 'Aid to Ukraine', de: 'Hilfe für die Ukraine', fr: "Aide à l'Ukraine", it: "Aiuti all'Ucraina", pl: 'Pomoc dla Ukrainy', uk: 'Допомога Україні' }[language]}\npublisher: Harbour Wire\npublished: ${published}\nlanguage: ${language}\n---\n\n${text}\n`)

/** The claims of an extractor as plain values: actors by code or name, money in full units, dates in EDTF. */
export const plain = (extractor: Extractor, analysis: Analysis): Plain[] =>
  extractor.extract(analysis).map((d) => ({ ...(print(d.fields) as Plain), evidence: d.evidence.map((e) => e.exact) }))

function print(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(print)
  if (value === null || typeof value !== 'object') return value
  if ('kind' in value && value.kind === 'mention') { const m = value as unknown as { type: string; country: string | null; name: string }; return m.type === 'state' && m.country ? m.country : m.name }
  if ('minor' in value) { const money = value as unknown as Money; return { value: moneyValue(money), currency: money.currency, qualifier: money.qualifier } }
  if ('edtf' in value) return value.edtf
  if ('written' in value && 'country' in value) return value.written
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, print(v)]))
}

/** A case folder's expected claims. */
export const expectedOf = (folder: string): Plain[] => (JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as { claims: Plain[] }).claims

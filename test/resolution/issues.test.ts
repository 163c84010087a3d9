import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import type { Claim, Written } from '../../src/core/claim.ts'
import { analyse } from '../../src/extraction/analyse.ts'
import { extract } from '../../src/extraction/extract.ts'
import { resolve } from '../../src/resolution/resolve.ts'
import { plain } from '../extraction/plain.ts'
import { lexicon, reference } from './shipped.ts'

/** What is reported of the people of a text, be they in a claim or not. */
function reported(text: string, language: string, day: string): readonly string[] {
  const document = plain(text, language, day), told = analyse(document, lexicon).mentions.map(({ mention }) => ({ fields: { kind: 'statement', speaker: mention } }) as unknown as Claim<Written>)
  return [...new Set([...extract(document, lexicon).claims, ...told].flatMap((claim) => resolve([claim], { document, reference }).issues.map((i) => i.code)))].sort()
}

/** `issues.tsv`: language, day, a text, the code of what is reported, or nothing. */
const rows = readFileSync(new URL('issues.tsv', import.meta.url), 'utf8').trimEnd().split('\n').map((line) => line.split('\t') as [language: string, day: string, text: string, code: string])

test('offices given to the wrong person of the day and delegates are reported, former holders are not', () => {
  for (const [language, day, text, code] of rows) assert.deepEqual(reported(text, language, day), code ? [code] : [], `${day} ${text}`)
})

test('two people of one family name: a bare family name is nobody', () => {
  const document = plain('Boris Johnson met Mike Johnson. Johnson said that he had read the report.', 'en', '2024-04-20')
  const speakers = resolve(extract(document, lexicon).claims, { document, reference }).claims.flatMap(({ fields }) => (fields.kind === 'statement' ? [fields.speaker] : []))
  assert.deepEqual(speakers.map(({ to, choices }) => [to, choices]), [[null, ['boris-johnson', 'mike-johnson']]])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extract } from '../../src/extraction/extract.ts'
import meeting from '../../src/extraction/extractors/meeting.ts'
import statement from '../../src/extraction/extractors/statement.ts'
import { plain } from './plain.ts'
import { words } from './words.ts'

test('an extractor that fails costs its own claims, aloud, and never the document', () => {
  const broken = { name: 'broken', version: 1, kind: 'lesson' as const, extract: () => { throw new RangeError('Invalid time value') } }
  const { claims, issues } = extract(plain('Signe Haugrud said that the bridge would open in May.'), words, [broken, statement])
  assert.deepEqual(claims.map((c) => c.fields.kind), ['statement'])
  assert.equal(issues[0]?.code, 'extractor-failed')
  assert.match(issues[0]!.message, /broken 1 failed on plain \(Invalid time value\)/)
})

test('an interval of years before a meeting does not stop the reading', () => {
  const { issues } = extract(plain('The road was built in about 2022 to 2024. Ministers of Norway and Denmark met and talked about it.', 'en', '2025-01-13'), words, [meeting])
  assert.deepEqual(issues, [])
})

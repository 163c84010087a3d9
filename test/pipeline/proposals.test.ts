import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accept } from '../../src/core/issue.ts'
import type { Reading, Store } from '../../src/io/store.ts'
import { draw } from '../../src/io/worker-job.ts'
import { record } from '../../src/pipeline.ts'
import { plain } from '../extraction/plain.ts'

test('what only a model read is kept with its document and enters no record', async () => {
  const text = 'Norway will give Ukraine €5 million for generators.', document = plain(text, 'en', '2025-03-05')
  const { claims } = (await draw(document, { extract: true }, () => text))!
  const rules = claims.filter((c) => c.fields.kind === 'commitment'), kept: Reading[] = []
  const proposal = { ...rules[0]!, id: 'clm_aaaaaaaaaaaaaaaaaaaa' as (typeof rules)[0]['id'], method: 'model tiny, prompt aaaaaaaa' }
  const store = { inTurn: (work: () => unknown) => work(), pages: { versions: async () => new Map() }, actors: { named: async () => [] }, candidates: async () => [], records: async () => [], record: async (readings: readonly Reading[]) => { kept.push(...readings); return { added: [], known: [] } } } as unknown as Store
  const one = { label: 'plain', bytes: new Uint8Array(), outcome: accept(document, []), claims: [...rules, proposal] }
  await record(store, (async function* () { yield one })())
  assert.deepEqual(kept[0]!.claims.map((c) => c.id), [...rules, proposal].map((c) => c.id))
  assert.deepEqual(kept[0]!.entries.flatMap((e) => e.claims), rules.map((c) => c.id))
})

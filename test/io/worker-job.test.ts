import assert from 'node:assert/strict'
import { test } from 'node:test'
import { draw } from '../../src/io/worker-job.ts'
import { readBytes, sourceOf } from '../../src/reading/read.ts'

test('evidence over cut markup stands in the bytes part by part, without parts of a comma only', async () => {
  const source = '# Aid\n\n*12 March 2025*\n\nNorway will give **Ukraine**, **200 million euros** for air defence this year.\n'
  const [read] = await readBytes(new TextEncoder().encode(source), sourceOf('aid.md'))
  assert.ok(read?.outcome.state === 'accepted' || read?.outcome.state === 'warned')
  const drawn = await draw(read.outcome.value, { extract: true }, () => source)
  const commitment = drawn?.claims.find((c) => c.fields.kind === 'commitment')
  assert.ok(commitment, 'a commitment is drawn')
  const parts = drawn!.verbatim[commitment.id]?.map((e) => e.exact) ?? []
  assert.ok(parts.length > 1, 'the evidence is split where markup was cut')
  for (const part of parts) { assert.ok(source.includes(part), part); assert.ok(part.trim().length > 2, JSON.stringify(part)) }
})

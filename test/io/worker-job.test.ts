import assert from 'node:assert/strict'
import { test } from 'node:test'
import { draw } from '../../src/io/worker-job.ts'
import { readBytes, sourceOf } from '../../src/reading/read.ts'
import { makeDocx } from '../hostile/documents.ts'

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

test('evidence of a Word file says which paragraph it stands in, that of a text does not', async () => {
  const sentence = 'Norway will give Ukraine 200 million euros for air defence this year.'
  const docx = makeDocx(['Aid for air defence', 'The talks took most of the day.', sentence].map((t) => `<w:p><w:r><w:t>${t}</w:t></w:r></w:p>`).join(''))
  for (const [bytes, label, place] of [[docx, 'aid.docx', 'paragraph 3'], [Buffer.from(`Aid for air defence\n\n${sentence}\n`), 'aid.txt', undefined]] as const) {
    const [read] = await readBytes(bytes, sourceOf(label))
    assert.ok(read && 'value' in read.outcome)
    const drawn = await draw(read.outcome.value, { extract: true }, () => '')
    assert.equal(drawn!.claims.find((c) => c.fields.kind === 'commitment')?.evidence[0].place, place)
  }
})

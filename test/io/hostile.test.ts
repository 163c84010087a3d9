import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readBytes, sourceOf } from '../../src/reading/read.ts'
import { hostileInputs, type Hostile } from '../hostile/inputs.ts'

const seconds = 10

/** States that must agree one by one; a list of plain states means one document in any of them. */
function agrees(ends: Hostile['ends'], got: readonly string[]): boolean {
  const plain = ends.length > 1 && ends.every((e) => /^(?:accepted|warned|quarantined|refused)$/.test(e)) && got.length === 1
  if (plain) return ends.includes(got[0]!.split(':')[0]!)
  return ends.length === got.length && ends.every((end, i) => end.split('|').some((e) => got[i] === e || got[i]!.startsWith(`${e}:`)))
}

for (const input of hostileInputs)
  test(`${input.name} ends as ${input.ends.join(', ')}`, { skip: input.slow ? 'bench/hostile.ts runs it' : false }, async () => {
    const bytes = input.bytes(), started = process.cpuUsage()
    const results = await readBytes(bytes, sourceOf(input.name, { declaredType: input.type ?? null, declaredCharset: input.charset ?? null }))
    const used = process.cpuUsage(started)
    const got = results.map(({ outcome }) => (outcome.state === 'quarantined' || outcome.state === 'refused' ? `${outcome.state}:${outcome.issues[0].code}` : outcome.state))
    assert.ok(agrees(input.ends, got), got.join(', '))
    const documents = results.flatMap(({ outcome }) => (outcome.state === 'accepted' || outcome.state === 'warned' ? [outcome.value] : []))
    for (const { text, blocks } of documents) {
      if (input.holds) assert.match(text, input.holds)
      if (input.lacks) assert.doesNotMatch(text, input.lacks)
      assert.ok(!text.includes('\0'))
      for (const block of blocks) assert.ok(block.start >= 0 && block.end <= text.length && block.start <= block.end)
    }
    if (input.warns) assert.ok(documents.some((d) => d.issues.some((i) => i.code === input.warns)), documents.flatMap((d) => d.issues.map((i) => i.code)).join())
    for (const { outcome } of results) for (const issue of outcome.issues) assert.ok(issue.message.length < 600 && issue.message.endsWith('.'), issue.message)
    const limit = got.some((g) => /bomb/.test(g)) ? 2 : seconds
    assert.ok(used.user < limit * 1e6, `${used.user / 1e6} s`)
  })

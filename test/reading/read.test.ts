import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { readBytes, sourceOf } from '../../src/reading/read.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const noise = Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919 + (i >> 3) * 104729) % 251)

const table: readonly (readonly [name: string, bytes: Uint8Array, state: string, code: string])[] = [
  ['empty.txt', new Uint8Array(), 'refused', 'empty'],
  ['noise.bin', noise, 'quarantined', 'unknown-format'],
  ['picture.txt', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), 'refused', 'not-a-document'],
  ['cut.gz', gzipSync(bytesOf('The minister said so.'.repeat(50))).subarray(0, 30), 'quarantined', 'broken-archive'],
  ['bomb.gz', gzipSync(Buffer.alloc(4_000_000)), 'refused', 'archive-bomb'],
  ['empty.zip', bytesOf('PK\x05\x06' + '\0'.repeat(18)), 'quarantined', 'no-documents'],
]

for (const [name, bytes, state, code] of table)
  test(`${name} is ${state}: ${code}`, async () => {
    const results = await readBytes(bytes, sourceOf(name))
    assert.equal(results.length, 1)
    const { outcome } = results[0]!
    assert.equal(outcome.state, state)
    assert.equal(outcome.issues[0]!.code, code)
    assert.match(outcome.issues[0]!.message, new RegExp(name.replace('.', '\\.')))
  })

test('containers in containers end at the depth limit', async () => {
  let bytes: Uint8Array = bytesOf('deep')
  for (let i = 0; i < 6; i++) bytes = gzipSync(bytes)
  const [result] = await readBytes(bytes, sourceOf('deep.gz'))
  assert.equal(result!.outcome.issues[0]!.code, 'archive-too-deep')
})

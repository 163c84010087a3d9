import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { findInputs, type Input } from '../../src/io/inputs.ts'
import { stretchesOf, type FileBytes } from '../../src/io/warc-stretches.ts'

const folder = mkdtempSync(join(tmpdir(), 'hn-inputs-'))
after(() => rmSync(folder, { recursive: true, force: true }))
/** A file of any size that takes no room on the disk. */
const sparse = (name: string, start: string, size: number) => { const path = join(folder, name); writeFileSync(path, start, 'latin1'); truncateSync(path, size); return path }
const kind = (input: Input) => ('file' in input ? 'file' : 'refused' in input ? input.refused.code : 'bytes' in input ? 'bytes' : 'unchanged')
const MB = 1024 * 1024
mkdirSync(join(folder, 'none'))

const cases: readonly (readonly [what: string, path: string, expected: string])[] = [
  ['a small file', sparse('a.txt', 'Some words.', 11), 'bytes'],
  ['a small web archive', sparse('a.warc', 'WARC/1.1\r\n', 1000), 'bytes'],
  ['a large web archive', sparse('b.warc', 'WARC/1.1\r\n', 5000 * MB), 'file'],
  ['a large packed web archive', sparse('b.warc.gz', '\x1f\x8b\x08', 100 * MB), 'file'],
  ['a large document', sparse('b.html', '<html>', 65 * MB), 'too-large'],
  ['a large file that only calls itself a web archive', sparse('c.warc', 'nothing of the kind', 65 * MB), 'too-large'],
  ['a large packed web archive by another name', (() => { const path = join(folder, 'e.gz'); writeFileSync(path, gzipSync('WARC/1.1\r\nWARC-Type: warcinfo\r\n\r\n')); truncateSync(path, 100 * MB); return path })(), 'file'],
  ['a large ZIP archive', sparse('b.zip', 'PK\x03\x04', 1025 * MB), 'file'],
  ['a large packed file', sparse('b.csv.gz', '\x1f\x8b\x08', 65 * MB), 'too-large'],
  ['no file', join(folder, 'missing'), 'not-found'],
  ['an empty folder', join(folder, 'none'), 'empty-folder'],
  ['an address without the network', 'https://www.example.org/', 'no-network'],
]
for (const [what, path, expected] of cases) test(`${what} is ${expected}`, async () => {
  assert.deepEqual((await Array.fromAsync(findInputs([path], { cwd: folder, published: null, large: true }))).map(kind), [expected])
})

test('of an archive of 4 GB no more than a stretch is held', async () => {
  let most = 0, read = 0
  const file: FileBytes = { length: 4096 * MB, slice: (from, to) => { most = Math.max(most, to - from); read += to - from; return Promise.resolve(new Uint8Array(to - from)) } }
  let next = 0
  for await (const part of stretchesOf(file, (bytes) => Promise.resolve({ ends: Array.from({ length: bytes.length / MB }, (_, i) => (i + 1) * MB) }))) {
    assert.equal(part.offset, next, 'parts follow one another without a gap')
    assert.ok(part.bytes.buffer.byteLength <= 2 * MB, 'a part does not hold its stretch')
    next += part.bytes.length
  }
  assert.deepEqual([next, most, read], [file.length, 16 * MB, file.length])
})

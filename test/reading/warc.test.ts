import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { createBudget } from '../../src/reading/budget.ts'
import { joinChunks, readAnswer } from '../../src/reading/http-message.ts'
import { readBytes, sourceOf } from '../../src/reading/read.ts'
import { warcParts, type WarcPart } from '../../src/reading/warc-records.ts'
import { makeRecord, packRecords } from '../hostile/warcs.ts'

const parts = (file: Uint8Array): Promise<WarcPart[]> => Array.fromAsync(warcParts(file, 'a.warc', createBudget()))
const page = (n: number) => `<html><head><title>Page ${n}</title></head><body><p>The harbour council met for the ${n}. time and spoke of cranes and quays.</p></body></html>`
const records = [1, 2, 3].map((n) => makeRecord({ url: `https://a.example/${n}`, body: page(n) }))
const [one, two, three] = records as [Buffer, Buffer, Buffer]
const [zip1, zip2, zip3] = packRecords(records) as [Buffer, Buffer, Buffer]
const cut = (bytes: Buffer, length: number) => bytes.subarray(0, bytes.length - length)
const flip = (bytes: Buffer, at: number) => { const copy = Buffer.from(bytes); copy[at]! ^= 0xff; return copy }

const table: readonly (readonly [what: string, file: Buffer, urls: readonly number[], gaps: number])[] = [
  ['three plain records', Buffer.concat(records), [1, 2, 3], 0],
  ['three packed records', Buffer.concat([zip1, zip2, zip3]), [1, 2, 3], 0],
  ['all records in one packed part', gzipSync(Buffer.concat(records)), [1, 2, 3], 0],
  ['a wrong checksum in the second', Buffer.concat([zip1, flip(zip2, zip2.length - 6), zip3]), [1, 3], 1],
  ['a broken second part', Buffer.concat([zip1, flip(zip2, 60), zip3]), [1, 3], 1],
  ['a cut last part', Buffer.concat([zip1, zip2, cut(zip3, 40)]), [1, 2], 1],
  ['noise between parts', Buffer.concat([zip1, Buffer.from('noise \x1f\x8b\x08 noise', 'latin1'), zip2]), [1, 2], 1],
  ['a length too small', Buffer.concat([makeRecord({ url: 'https://a.example/1', body: page(1), length: '100' }), two, three]), [1, 2, 3], 0],
  ['a length too large', Buffer.concat([makeRecord({ url: 'https://a.example/1', body: page(1), length: '400' }), two, three]), [1, 2, 3], 0],
  ['lengths -1, NaN, 1e9 before a good one', Buffer.concat([...['-1', 'NaN', '1000000000'].map((length) => makeRecord({ url: 'https://a.example/9', body: 'x', length })), three]), [9, 3], 2],
  ['a header without end', Buffer.concat([Buffer.from('WARC/1.0\r\nWARC-Type: ' + 'x'.repeat(200_000)), Buffer.from('\r\n'), two]), [2], 1],
  ['a part that unfolds like a bomb', Buffer.concat([zip1, gzipSync(Buffer.concat([one.subarray(0, 200), Buffer.alloc(20_000_000)])), zip3]), [1, 3], 1],
]
for (const [what, file, urls, gaps] of table)
  test(`an archive with ${what}`, async () => {
    const found = await parts(file)
    assert.deepEqual(found.filter((p) => p.kind === 'record').map((p) => Number(p.headers.get('warc-target-uri')!.at(-1))), urls)
    assert.equal(found.filter((p) => p.kind === 'gap').length, gaps)
    assert.equal(found.reduce((sum, p) => sum + p.length, 0), file.length, 'bytes in are bytes in records and gaps')
  })

test('records and gaps always add up to the file', async () => {
  const pieces = fc.constantFrom<Buffer>(one, two, three, zip1, zip2, zip3, Buffer.from('WARC/1.0\r\n'), Buffer.from('\r\n\r\n'), Buffer.from([0x1f, 0x8b, 8, 0]))
  await fc.assert(fc.asyncProperty(fc.array(pieces, { maxLength: 5 }), fc.array(fc.tuple(fc.nat(5000), fc.nat(255)), { maxLength: 4 }), async (list, damage) => {
    const file = Buffer.concat(list)
    for (const [at, byte] of damage) if (at < file.length) file[at] = byte
    assert.equal((await parts(file)).reduce((sum, p) => sum + p.length, 0), file.length)
  }), { numRuns: 150 })
})

test('chunks are joined, and what is not chunked is left', () => {
  assert.equal(Buffer.from(joinChunks(Buffer.from('3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n'))!).toString(), 'abcde')
  assert.equal(joinChunks(Buffer.from('<html>')), undefined)
  assert.equal(Buffer.from(joinChunks(Buffer.from('5\r\nabc'))!).toString(), 'abc')
})

test('a packed body is unfolded, one that only says so is left', async () => {
  const head = 'HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n'
  for (const body of [gzipSync('text'), Buffer.from('text')]) {
    const answer = await readAnswer(Buffer.concat([Buffer.from(head), body]), 'a', createBudget())
    assert.equal(Buffer.from(answer!.body).toString(), 'text')
  }
})

test('pages become documents with address and time; errors and gaps are said', async () => {
  const missing = makeRecord({ url: 'https://a.example/4', body: 'gone', http: 'HTTP/1.1 404 Not Found\r\n\r\n' })
  const request = makeRecord({ url: 'https://a.example/1', body: 'GET / HTTP/1.1', type: 'request' })
  const results = await readBytes(Buffer.concat([zip1, ...packRecords([request, missing]), flip(zip2, 60), zip3]), sourceOf('a.warc.gz'))
  assert.deepEqual(results.map((r) => [r.label, r.outcome.state === 'refused' || r.outcome.state === 'quarantined' ? r.outcome.issues[0].code : 'read']), [
    ['https://a.example/1', 'read'], ['https://a.example/4', 'http-status'], [`a.warc.gz@${zip1.length + packRecords([request, missing]).reduce((s, r) => s + r.length, 0)}`, 'warc-gap'], ['https://a.example/3', 'read'],
  ])
  const [first] = results
  assert.ok(first!.outcome.state === 'accepted' || first!.outcome.state === 'warned')
})

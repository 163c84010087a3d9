import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { createReadingPool } from '../../src/io/reading-pool.ts'
import { heldBytes, type FileBytes } from '../../src/io/warc-stretches.ts'
import run from '../../src/io/worker-main.ts'
import { membersOf, type ZipTools } from '../../src/io/zip-members.ts'
import type { ReadResult, Source } from '../../src/reading/format.ts'
import { readBytes, sourceOf } from '../../src/reading/read.ts'
import { makeZip, type Member } from '../hostile/archives.ts'

const MB = 1024 * 1024
const source = sourceOf('all.zip')
/** The jobs of a worker, done here. */
const tools = (of: Source): ZipTools => ({
  list: async (bytes, length) => (await run({ kind: 'list', bytes, length, source: of })).listed!,
  take: async (bytes, from, entries, left) => (await run({ kind: 'take', bytes, from, entries, source: of, left })).taken!,
})
async function inParts(file: FileBytes): Promise<readonly ReadResult[] | undefined> {
  const members = await membersOf(file, source, tools(source), () => 0)
  return members && (await Array.fromAsync(members, async (m) => ('result' in m ? [m.result] : await readBytes(m.bytes, m.source)))).flat()
}
const ends = (results: readonly ReadResult[]) => results.map(({ label, outcome }) => [label, outcome.state, outcome.state === 'quarantined' || outcome.state === 'refused' ? outcome.issues[0].code : outcome.value.text])
const sentence = (n: number) => `The council of port ${n} agreed to lend ${n} ferries to its neighbour.`

test('law: an archive read in parts gives what it gives when held whole', async () => {
  const member: fc.Arbitrary<Member> = fc.record({
    name: fc.constantFrom('a.txt', 'b/c.txt', 'page.html', 'folder/', '../up.txt', 'ж.txt'), data: fc.oneof({ weight: 6, arbitrary: fc.nat(99).map(sentence) }, fc.constant(''), fc.nat(200_000).map((n) => sentence(n).repeat(9 + n / 99))), stored: fc.boolean(),
    sizeSaid: fc.option(fc.nat(99), { nil: undefined, freq: 9 }), crcSaid: fc.option(fc.nat(99), { nil: undefined, freq: 9 }), flags: fc.constantFrom(0, 0, 0, 1),
  }, { requiredKeys: ['name', 'data', 'stored', 'flags'] }).map(({ sizeSaid, crcSaid, ...m }) => ({ ...m, ...(sizeSaid !== undefined && { sizeSaid }), ...(crcSaid !== undefined && { crcSaid }) }))
  await fc.assert(fc.asyncProperty(fc.array(member, { minLength: 1, maxLength: 12 }), async (all) => {
    const bytes = makeZip(all), whole = await readBytes(bytes, source)
    // One that holds nothing but folders is an empty archive; it is refused in parts, for its bytes are not held.
    if (all.every((m) => m.name.endsWith('/'))) return
    assert.deepEqual(ends((await inParts(heldBytes(bytes)))!), ends(whole.map((r) => r)))
  }), { numRuns: 60 })
})

test('of an archive of 2 GB little is held, each file is read, and what passes the budget is left by number', async () => {
  // The same megabyte again and again, with a directory that says where.
  const data = Buffer.from(sentence(1).repeat(20_000).slice(0, MB)), one = makeZip([{ name: 'a.txt', data, stored: true }]), local = 30 + 5 + MB
  const many = 2000, directory = Buffer.concat(Array.from({ length: many }, (_, i) => { const entry = Buffer.from(one.subarray(local, local + 46 + 5)); entry.writeUInt32LE(i * local, 42); return entry }))
  const end = Buffer.from(one.subarray(-22))
  end.writeUInt16LE(many, 8); end.writeUInt16LE(many, 10); end.writeUInt32LE(directory.length, 12)
  const size = many * local
  end.writeUInt32LE(size, 16)
  let most = 0
  const file: FileBytes = {
    length: size + directory.length + 22,
    slice(from, to) {
      most = Math.max(most, to - from)
      const out = Buffer.alloc(Math.min(to, file.length) - from)
      for (let at = from; at < from + out.length; at++) { if (at >= size) { Buffer.concat([directory, end]).copy(out, at - from, at - size); break } const within = at % local, part = one.subarray(within, Math.min(local, within + from + out.length - at)); part.copy(out, at - from); at += part.length - 1 }
      return Promise.resolve(out)
    },
  }
  const members = (await membersOf(file, source, tools(source), () => 0))!
  let read = 0, left = ''
  for await (const m of members) if ('result' in m) left += `${m.result.outcome.issues[0]!.code} `; else read++
  assert.equal(read, 1024, 'a gigabyte in all')
  assert.equal(left, 'archive-too-large archive-left ')
  assert.ok(most <= 2 * MB + 2 * 0xffff, `${most} bytes at once`)
})

test('a bomb costs itself, three end the archive; a cut or empty archive is one result', async () => {
  const bomb = (name: string) => ({ name, data: Buffer.alloc(20 * MB) }), good = (n: number) => ({ name: `${n}.txt`, data: sentence(n) })
  const codes = async (...all: Member[]) => ends((await inParts(heldBytes(makeZip(all))))!).map((e) => (e[1] === 'refused' || e[1] === 'quarantined' ? e[2] : 'read'))
  assert.deepEqual(await codes(good(1), bomb('b'), good(2)), ['read', 'archive-bomb', 'read'])
  assert.deepEqual(await codes(bomb('a'), bomb('b'), bomb('c'), good(1), good(2)), ['archive-bomb', 'archive-bomb', 'archive-bomb', 'archive-left'])
  assert.deepEqual(ends((await inParts(heldBytes(makeZip([good(1)]).subarray(0, 50))))!).map((e) => e[2]), ['broken-archive'])
  assert.deepEqual(ends((await inParts(heldBytes(makeZip([]))))!).map((e) => e[2]), ['no-documents'])
  assert.equal(await inParts(heldBytes(makeZip([{ name: '[Content_Types].xml', data: '<Types/>' }]))), undefined, 'an Office file is one document')
})

const pool = createReadingPool({ size: 1 })
after(() => pool.close())
test('a large archive goes through the workers file by file: containers in it, and one that breaks a limit', { timeout: 120_000 }, async () => {
  const noise = Buffer.alloc(3 * MB, Buffer.from(Array.from({ length: 4099 }, (_, i) => (i * 7919 + (i >> 3) * 31) % 256)))
  const bytes = makeZip([{ name: 'noise.bin', data: noise, stored: true }, { name: '../one.txt', data: sentence(1) }, { name: 'deep.zip', data: makeZip([{ name: 'two.txt', data: sentence(2) }, { name: 'bomb', data: Buffer.alloc(20 * MB) }]) }])
  const results = await pool.read(bytes, source)
  assert.deepEqual(ends(results).map(([label, state, what]) => [label, state, state === 'refused' || state === 'quarantined' ? what : String(what).slice(0, 11)]), [
    ['all.zip/noise.bin', 'quarantined', 'unknown-format'], ['all.zip/one.txt', 'warned', 'The council'], ['all.zip/deep.zip/two.txt', 'warned', 'The council'], ['all.zip/deep.zip/bomb', 'refused', 'archive-bomb']])
  assert.ok(results[1]!.outcome.issues.some((i) => i.code === 'unsafe-name'))
  const cut = await pool.read(bytes.subarray(0, bytes.length - 30), source)
  assert.deepEqual([cut.length, cut[0]!.outcome.state, cut[0]!.bytes.length], [1, 'quarantined', bytes.length - 30], 'its bytes are kept')
})
